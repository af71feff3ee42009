"""What a sentence makes of several cells of the table beside it: sums, differences, means, what a row lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.figured import Mismatch, Statement, list_statements, tell_first
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.mistyped import is_mistyped
from renjadoc.checks.relations import is_explained
from renjadoc.checks.roles import DOWN, SHARES, UP
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.quoted_tables import QuotedRow, QuotedTable, key_of, list_quoted
from renjadoc.checks.sentences import find_years, names_other_office
from renjadoc.checks.stated import NUMBER_WORDS, Figure, read_number
from renjadoc.indonesian import angka, persen
from renjadoc.reading import Reading

#: How near a change must come to one of the row's to be meant for it.
_NEAR_STEP = Decimal("0.6")
#: How near a figure must come to a result of the table to be meant for it.
_NEAR = Decimal("0.2")


@rule("RJ536", "Hasil hitung beberapa sel berbeda dari tabel di bagian itu", needs=("tabel",), yields=True)
def check_row_results(reading: Reading) -> Iterator[Finding]:
    """Jumlah, selisih, rata-rata, dan kekurangan yang dihitung dari baris tabel bebas sesuai dengan tabelnya.

    Diperiksa kalimat di bagian tempat tabelnya berdiri atau dirujuk: “A dan B bersama-sama berjumlah …”, “selisih A dan
    B …”, “rata-rata ketiga … adalah …”, yang belum tercapai dari target sebuah baris, perubahan sebuah baris di antara
    dua tahun, bagiannya dari seluruhnya, dan sel yang baris dan kolomnya disebut.

    Mengapa: kalimatnya dihitung sekali, lalu tabelnya diperbarui.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, grosir dan eceran bersama-sama menerima 372 kunjungan."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, kunjungan eceran yang belum tercapai 17 kunjungan."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Jumlah", "365", "362"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, penurunan kunjungan eceran tahun 2025 mencapai 15%."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Kunjungan"}], "baris": [["Grosir", "240"], ["Eceran", "120"], ["Jumlah", "360"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, grosir menyerap 76,67% dari seluruh kunjungan."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, grosir dan eceran bersama-sama menerima 362 kunjungan;
        kunjungan eceran yang belum tercapai 15 kunjungan."
    """
    return _check_quoted(reading)


def _check_quoted(reading: Reading) -> Iterator[Finding]:
    """The sentences in sections that quote a table of the office's own form, held against it."""
    quoted = list_quoted(reading)
    for said in list_statements(reading) if any(quoted.values()) else ():
        section = said.passage.section
        tables = quoted.get(key_of(section), []) if section else []
        if not tables or not said.figures or names_other_office(said.text, reading):
            continue
        years = find_years(said.text)
        found = _find_wrong(said, [one for one in tables if one.tells_of(years)])
        if finding := tell_first(said, (found,), "Hitung ulang dari tabelnya."):
            yield finding


_TIMES = frozenset({"tahun", "bulan", "hari", "kali", "jam", "menit"})


def _find_wrong(said: Statement, tables: list[QuotedTable]) -> Mismatch | None:
    for index, stated in enumerate(said.figures):
        if stated.unit in (SHARES | _TIMES) - {"%"} or is_explained(stated, [*said.earlier, *said.figures]):
            continue
        asked = (
            find(said, index, table) for table in tables for find in (_find_part, _find_share, _find_step, _find_cell)
        )
        if found := next((one for one in asked if one is not None), None):
            return found
        start = said.figures[index - 1].end if index else 0
        lead = _TURNS.split(said.text[start : stated.start])[-1]
        for table in tables:
            told = _find_results(lead, said.text[stated.end :], table, is_share=stated.unit == "%")
            if told is None:
                continue
            name, results = told
            if _is_stated(stated, table) or any(abs(one - stated.value) < stated.step for one in results):
                break
            near = [one for one in results if one and _is_meant(stated, one)]
            if near:
                return Mismatch(stated, f"tertulis {stated.text}; {name} menurut tabel {angka(round(near[0], 2))}")
    return None


_OUT_OF = re.compile(r"\s*(?:[a-z]+\s+)?dari\s+")


def _find_part(said: Statement, index: int, table: QuotedTable) -> Mismatch | None:
    """`Kampung sangat tertinggal … di Distrik Teluk Arguni, yaitu 8 dari 13`: the row and the column that are named."""
    stated, behind = said.figures[index], said.figures[index + 1 : index + 2]
    stems = read_stems(said.text[: stated.start])
    rows = [row for row in table.name_rows(stems) if not row.is_total]
    columns = table.name_columns(stems)
    if len(rows) != 1 or not behind or not _OUT_OF.fullmatch(said.between(stated, behind[0])) or len(columns) > 1:
        return None
    numbers = rows[0].numbers
    right = numbers.get(columns[0])
    if right is None or columns[0] in table.shares or behind[0].value not in numbers.values() or right == stated.value:
        return None
    return Mismatch(
        stated, f"tertulis {stated.text}; “{table.titles[columns[0]]}” dalam baris “{rows[0].name}” {angka(right)}"
    )


def _is_stated(stated: Figure, table: QuotedTable) -> bool:
    """Whether a cell of the table is the figure, or a result comes to it as it is rounded."""
    return any(stated.value in row.numbers.values() for row in table.rows)


def _is_meant(stated: Figure, result: Decimal) -> bool:
    """Whether a figure is another than a result, beyond its rounding, and meant for it."""
    if abs(stated.value - result) <= stated.step:
        return False
    return abs(stated.value - result) <= _NEAR * abs(result) or is_mistyped(stated.value, result)


_TURNS = re.compile(r";|\b(?:sedangkan|sementara|tetapi|namun|adapun)\b")
_TOGETHER = re.compile(
    r"\b(?:bersama-sama|seluruhnya|berjumlah|totalnya|bila digabung\w*|jika digabung\w*|digabung\w*|gabungan"
    r"|keduanya|ketiganya|secara bersama"
    r"|(?:[Jj]umlah|[Tt]otal|[Ss]elisih)\b[^,;]*\bdan\b)"
)
_GAP = re.compile(r"\b(?:selisih|perbedaan|terpaut)\b", re.IGNORECASE)
_SEMESTER = re.compile(r"\bsemester\s+(?P<ke>II|I|kedua|pertama|2|1)\b", re.IGNORECASE)
_QUARTER = re.compile(r"\btriwulan\s+(?P<ke>IV|III|II|I)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\s+dari\s+(?:seluruh|total|keseluruhan|jumlah)\b")
_PER_ROW = re.compile(r"\b[Rr]ata-rata\b[^,;]*?\b(?:setiap|tiap|per)\s+(?P<benda>[a-z]+)")
_WORD = "|".join(NUMBER_WORDS[2:])
_MEAN = re.compile(rf"\b[Rr]ata-rata\b[^,;]*?\b(?:ke)?(?P<berapa>{_WORD}|\d{{1,2}})\s+[a-z]+")
_LACKS = re.compile(
    r"\b(?:(?:belum|tidak)\s+(?:ter|di)[a-z]+|kekurangan(?:nya)?|selisih(?:nya)?|sisa(?:nya)?|kurang|tertinggal"
    r"|meleset)\b",
    re.IGNORECASE,
)
_OF_TARGET = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:di bawah|di atas|dari|lebih (?:rendah|tinggi) (?:dari(?:pada)?)?)\s*target"
)


def _find_results(lead: str, tail: str, table: QuotedTable, *, is_share: bool) -> tuple[str, list[Decimal]] | None:
    """What the words before a figure say that it is of the table's rows, and what that comes to by column."""
    rows = [row for row in table.name_rows(read_stems(lead)) if not row.is_total]
    if not rows and table.subject & read_stems(lead) and _is_mean_of_rows(lead, table):
        columns = _columns(table.details)
        return "rata-ratanya", [_add(table.details, column) / len(table.details) for column in columns]
    if (half := _SEMESTER.search(lead)) and (columns := _list_quarters(table, half["ke"])):
        row = rows[0] if len(rows) == 1 else table.total
        is_one = row is not None and len(rows) < 2 and bool(rows or table.subject & read_stems(lead))
        return ("jumlahnya", [sum((row.numbers[one] for one in columns), Decimal(0))]) if row and is_one else None
    if len(rows) == 2 and _GAP.search(lead):
        return "selisihnya", [abs(rows[0].numbers[column] - rows[1].numbers[column]) for column in _columns(rows)]
    if len(rows) > 1 and _TOGETHER.search(lead):
        columns = [column for column in _columns(rows) if (column in table.shares) == is_share]
        return "jumlahnya", [_add(rows, column) for column in columns]
    if len(rows) == 1 and (_LACKS.search(lead) or _OF_TARGET.match(tail)):
        gap = table.find_gap(rows[0])
        return None if gap is None else ("selisihnya", [abs(gap)])
    return None


def _is_mean_of_rows(lead: str, table: QuotedTable) -> bool:
    """Whether a mean is told of all rows: `rata-rata ketiga kabupaten`, `rata-rata setiap kabupaten`."""
    counted, each = _MEAN.search(lead), _PER_ROW.search(lead)
    if counted is not None:
        return int(read_number(counted["berapa"].casefold())) == len(table.details)
    return each is not None and each["benda"] in table.words


def _list_quarters(table: QuotedTable, half: str) -> list[int]:
    """The columns of the quarters of a half-year, where the table has one of each quarter."""
    found = {match["ke"].upper(): at for at, title in enumerate(table.titles) if (match := _QUARTER.search(title))}
    named = ("I", "II") if half.upper() in {"I", "PERTAMA", "1"} else ("III", "IV")
    is_whole = len(found) == 4 and all(set(found.values()) <= row.numbers.keys() for row in table.rows)
    return [found[quarter] for quarter in named] if is_whole else []


_CHANGED = re.compile(
    rf"\b(?:{UP}|{DOWN})\b(?:\s+(?:[a-z]+|20\d\d)){{0,8}}?\s*(?:sebesar|sebanyak|mencapai|seluas|adalah|hanya)?\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*(?:[a-z]+\s+)?(?:\(|,?\s*(?:dari|menjadi|yaitu|yakni|atau)\b)")


def _find_step(said: Statement, index: int, table: QuotedTable) -> Mismatch | None:
    """`Penurunan kebakaran hutan lindung tahun 2025 mencapai 35%`: between no two years of the row that is named."""
    stated, lead = said.figures[index], said.text[: said.figures[index].start]
    if (
        len(said.figures) > 1
        or not _CHANGED.search(lead)
        or stated.unit == "poin"
        or _FROM.match(said.text, stated.end)
    ):
        return None
    rows = table.name_rows(read_stems(lead))
    changes = table.list_changes(rows[0]) if len(rows) == 1 else []
    steps = [abs(one.growth or Decimal(0)) if stated.unit == "%" else abs(one.difference) for one in changes]
    if (
        not steps
        or (stated.unit != "%" and not stated.unit)
        or any(abs(one - stated.value) < stated.step for one in steps)
    ):
        return None
    near = [
        one for one in steps if one and (abs(one - stated.value) <= _NEAR_STEP * one or is_mistyped(stated.value, one))
    ]
    if not near or _is_stated(stated, table):
        return None
    shown = persen(near[-1]) if stated.unit == "%" else angka(near[-1])
    return Mismatch(stated, f"tertulis {stated.text}; perubahan “{rows[0].name}” menurut tabel {shown}")


def _find_share(said: Statement, index: int, table: QuotedTable) -> Mismatch | None:
    """`Lombok Timur menyerap 22,78% dari seluruh penyaluran`: of no column of the table."""
    stated, lead = said.figures[index], said.text[: said.figures[index].start]
    start = said.figures[index - 1].end if index else 0
    rows = [row for row in table.name_rows(read_stems(_TURNS.split(lead[start:])[-1])) if not row.is_total]
    if stated.unit != "%" or len(rows) != 1 or not _OF_ALL.match(said.text, stated.end) or table.total is None:
        return None
    if not table.subject & read_stems(said.text):
        return None
    shares = list(table.list_shares(rows[0]))
    if not shares or any(abs(one - stated.value) < stated.step for one in shares):
        return None
    return Mismatch(stated, f"tertulis {stated.text}; bagian “{rows[0].name}” menurut tabel {persen(shares[-1])}")


def _find_cell(said: Statement, index: int, table: QuotedTable) -> Mismatch | None:
    """`Sampel sayuran yang tidak aman sebanyak 26`: the only cell of the row and the column that are named."""
    stated = said.figures[index]
    start = said.figures[index - 1].end if index else 0
    lead = _TURNS.split(said.text[start : stated.start])[-1]
    if (
        _NO_CELL.search(lead)
        or stated.unit in {"poin", "Rp"}
        or re.match(r"\s*(?:[a-z]+\s+)?dari\b", said.text[stated.end :])
    ):
        return None
    rows, column = table.name_rows(read_stems(lead)), table.find_head(lead)
    if len(rows) != 1 or column is None or (stated.unit == "%") != (column in table.shares):
        return None
    if read_stems(lead) - rows[0].stems - read_stems(table.titles[column]) - table.subject:
        return None  # `Produktivitas padi di sawah irigasi`: of a part.
    right = rows[0].numbers.get(column)
    if right is None or abs(right - stated.value) < stated.step or not _is_meant(stated, right):
        return None
    return Mismatch(stated, f"tertulis {stated.text}; “{rows[0].name}”, kolom “{table.titles[column]}”, {angka(right)}")


_NO_CELL = re.compile(
    rf"\b(?:{UP}|{DOWN}|selisih\w*|rata-rata|target\w*|sisa\w*|lebih|kurang|dari|semula|terpaut|antara|setiap"
    rf"|tiap|per|hampir"
    r"|sekitar|di atas|di bawah|masing-masing|termasuk|sebagian|dan|serta|sampai|hingga|sejak)\b",
    re.IGNORECASE,
)


def _columns(rows: list[QuotedRow]) -> list[int]:
    """The columns in which all of some rows have a number."""
    return sorted(set.intersection(*(set(row.numbers) for row in rows)))


def _add(rows: list[QuotedRow], column: int) -> Decimal:
    return sum((row.numbers[column] for row in rows), Decimal(0))
