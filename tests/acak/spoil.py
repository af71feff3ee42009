"""Spoils JSON files: bytes flipped and cut, other encodings, values swapped for strange ones."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

STRANGE: list[Any] = [
    None, True, 0, -1, 10**30, 10**400, 1.5, 1e308, "", " ", "{{", "{{ tahun", "{{ tahun | x }}",
    "{{ rujuk('x') }}", "{{ rujuk('rencana-program') }}", "[[", "]]", "**",
    "\\", "{{ 1 - 99999999999999999999 | romawi }}", "{{ " + "(" * 200 + " }}", "{{ " + "-" * 3000 + "1 }}",
    "{{ tahun.__class__ }}", "{{ tahun - 1e999 }}", "{{ tahun | rupiah | bilangan | romawi }}", "\x00", "\ud800",
    "\ufffe", "../../etc/passwd", "C:\\CON", "a" * 5000, "=1+1", [], {}, [[[[]]]], ["x"] * 50, {"daftar": "1.",
    "butir": []}, {"tabel": "evaluasi"}, {"regulasi": "landasan-hukum"}, {"sistematika": True},
    {"gambar": "gambar/logo.png", "judul": "x", "alt": "x"}, {"gambar": ".", "judul": "x", "alt": "x"},
    "n-1", "n-99999999999999999999", "n+1", "31 Februari 2027", "0 Januari 0000", "31 Desember 99999", "1.000.000,-",
    "٣", "Ⅷ", "²", "1e999", "1.05.01.2.02.01", "%d%s{0}", "{% for x in y %}", "<w:p/>", "&#0;", "\u202e\u200b\ufeff",
    "e" + "\u0301" * 3000, "satu\u2028dua\u0085tiga\vempat", "Peraturan Daerah Nomor 1 Tahun 99999999999999999999",
]  # fmt: skip
#: What takes a careless pattern its time.
LONG = [
    piece * times
    for piece, times in (
        ("Peraturan Menteri Nomor ", 400), ("Undang-Undang ", 500), ("Pasal 1 ayat (2) huruf a ", 300), ("(", 3000),
        ("a-", 3000), ("1.", 3000), ("Rp1.000", 700), ("https://", 800), (" ", 5000), ("*", 2000), ("**a", 1500),
        ("[[", 1500), ("{{ tahun }}", 500), ("tahun 2020-", 600), ("\t\u00a0", 2000), ("Tabel 2.1 ", 500),
        ("\"“'", 1500), ("ber", 1500), ("1 Januari 2020 s.d. ", 300), ("…", 3000), ("\U0001f600", 1500),
    )
]  # fmt: skip
#: JSON as no writer makes it.
_RAW = [
    "9" * 5000, "-0", "1e400", "1e-400", "1E+99999999999999999999", "00", "NaN", "-Infinity", "1.0", "0.1e1", "'x'",
    "[" * 300 + "]" * 300, "[" * 100_000, '{"a":' * 300 + "1" + "}" * 300, '{"jenis": 1, "jenis": 2}', '"\\ud800"',
    '"\\u0000"', '"\\x"', '"a\nb"', "// x\n1", "1,", "9007199254740993", "123456789012.345678901234567890", '"\t"',
]  # fmt: skip
_HERE = "@di sini@"
_ENCODINGS = ["utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "utf-7", "cp037"]


def of_bytes(raw: bytes, chance: random.Random) -> bytes:
    """A few bytes of it changed, cut out, doubled or put in."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([1, 1, 2, 10, 300]))
        match chance.randrange(4):
            case 0:
                data[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end]
            case 3:
                data[at:at] = chance.choice(
                    [b"{", b"]", b'"', b",", b"\\u0000", b"\xff", b"\x00", b"NaN", b"-", b"1e999"]
                )
    return bytes(data)


def of_json(raw: bytes, chance: random.Random) -> bytes:
    """The same JSON with values swapped for strange ones, for each other, taken away, doubled or renamed."""
    if chance.random() < 0.12:
        return of_bytes(raw, chance)
    if chance.random() < 0.03:
        return raw.decode("utf-8").encode(chance.choice(_ENCODINGS), "replace")
    data = json.loads(raw)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        places = list(_places(data))
        if not places:
            break
        container, key = chance.choice(places)
        _spoil_place(container, key, chance.choice(places), chance)
    text = json.dumps(data, ensure_ascii=chance.random() < 0.5)
    return text.replace(f'"{_HERE}"', chance.choice(_RAW)).encode("utf-8", "surrogatepass")


def _spoil_place(container: Any, key: Any, other: tuple[Any, Any], chance: random.Random) -> None:
    value = container[key]
    match chance.randrange(9):
        case 0 | 1:
            container[key] = copy.deepcopy(chance.choice(STRANGE))
        case 2:
            container[key] = copy.deepcopy(other[0][other[1]])
        case 3:
            del container[key]
        case 4 if isinstance(container, list):
            container[key:key] = [copy.deepcopy(value) for _ in range(chance.choice([1, 1, 30]))]
        case 4:
            container[chance.choice([other[1], "x", f"{key} ", ""]) if isinstance(other[1], str) else "x"] = value
        case 5 if isinstance(value, str):
            at = chance.randrange(len(value) + 1)
            container[key] = value[:at] + str(chance.choice([*STRANGE, *LONG])) + value[at:]
        case 5 | 6:
            container[key] = _HERE
        case 7:
            container[key] = chance.choice(LONG) if isinstance(value, str) else str(value)
        case _:
            container[key] = [value] if chance.random() < 0.5 else {"x": value}


def _places(data: Any) -> Any:
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in members:
        yield data, key
        yield from _places(value)


def of_rows(raw: bytes, chance: random.Random) -> bytes:
    """Rows with cells exchanged for strange ones, columns moved, another separator or encoding, or bytes changed."""
    if chance.random() < 0.2:
        return of_bytes(raw, chance)
    rows = [line.split(";") for line in raw.decode("utf-8").split("\n")]
    for _ in range(chance.choice([1, 1, 2, 5])):
        row = chance.choice(rows)
        match chance.randrange(7):
            case 0:
                rows.remove(row)
                rows = rows or [[]]
            case 1:
                rows[chance.randrange(len(rows)) : 0] = [list(row) for _ in range(chance.choice([1, 2, 300]))]
            case 2:
                chance.shuffle(row)
            case 3 if row:
                del row[chance.randrange(len(row)) :]
            case 4:
                row += [str(chance.choice(STRANGE))] * chance.choice([1, 5, 2_000])
            case _ if row:
                row[chance.randrange(len(row))] = str(chance.choice([*STRANGE, *LONG, *_AMOUNTS]))
    text = chance.choice(["\n", "\n", "\r\n", "\r"]).join(chance.choice(";;;;;,\t|").join(row) for row in rows)
    return text.encode(chance.choice(["utf-8"] * 8 + _ENCODINGS), "replace")


_AMOUNTS = [
    "Rp1.000",
    "1,000.50",
    "1.000.000,00",
    "(1.000)",
    "-5",
    "1e5",
    "1E+99999",
    "9" * 400,
    "#N/A",
    "TRUE",
    "=1+1",
    '"',
    '"a;b',
    "1 000",
    "١٢٣",
    "½",
    "0x10",
    "1__0",
    "NaN",
    "inf",
    "1.17.01.2.01.0001",
    "2.17.01.2.01.0001",
    "2,17,01",
    "\0",
    "1\n2",
]
