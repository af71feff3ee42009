"""Small files that ask for much, the commands that are given them, and what such a command takes of the machine."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook

from renjadoc.sheets.excel import sheets
from renjadoc.word.packages import package
from tests.acak import bases
from tests.conftest import ROOT

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _document(content: str, comments: str = "") -> bytes:
    """A draft of ours with `content` before all else."""
    parts = dict(package.unpack_word(bases.draft().raw))
    parts[package.DOCUMENT] = parts[package.DOCUMENT].replace(b"<w:body>", b"<w:body>" + content.encode(), 1)
    if comments:
        parts["word/comments.xml"] = f'<w:comments xmlns:w="{_W}">{comments}</w:comments>'.encode()
    return package.to_bytes(parts)


def _run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def _mark(kind: str) -> str:
    return _run(f'<w:fldChar w:fldCharType="{kind}"/>')


def _many_comments(count: int) -> bytes:
    starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in range(count))
    ends = "".join(
        f'<w:commentRangeEnd w:id="{number}"/>' + _run(f'<w:commentReference w:id="{number}"/>')
        for number in range(count)
    )
    said = "".join(
        f'<w:comment w:id="{number}" w:author="a"><w:p>{_run(f"<w:t>x{number}</w:t>")}</w:p></w:comment>'
        for number in range(count)
    )
    return _document(f"<w:p>{starts}{_run('<w:t>abc</w:t>') * count}{ends}</w:p>", said)


_LETTER = _run("<w:t>a</w:t>")
_OPEN_FIELD = f"<w:p>{_mark('begin')}{_run('<w:instrText>PAGE</w:instrText>')}{_mark('separate')}{_LETTER}</w:p>"
_SYMBOL = '<w:sym w:font="X" w:char="F04A"/>'

WORD: dict[str, Callable[[], bytes]] = {
    "60.000 simbol": lambda: _document(f"<w:p>{_run(_SYMBOL) * 60_000}</w:p>"),
    "60.000 simbol dalam teks": lambda: _document(f"<w:p>{_run('<w:t>abcdefgh</w:t>' + _SYMBOL) * 60_000}</w:p>"),
    "2 juta potongan": lambda: _document(f"<w:p>{_LETTER * 2_000_000}</w:p>"),
    "150.000 potongan": lambda: _document(f"<w:p>{_LETTER * 150_000}</w:p>"),
    "4.000 komentar": lambda: _many_comments(4_000),
    "60.000 bidang": lambda: _document(_OPEN_FIELD * 60_000),
    "60.000 bidang tanpa akhir": lambda: _document(f"<w:p>{(_mark('begin') + _LETTER) * 60_000}</w:p>"),
    "100.000 tingkat": lambda: _document(f"<w:p>{'<w:ins>' * 100_000}{'</w:ins>' * 100_000}</w:p>"),
    "tabel dalam tabel": lambda: _document("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200),
}


def _workbook(change: Callable[[dict[str, bytes]], None]) -> bytes:
    book = Workbook()
    book.active.append(["Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu"])
    book.active.append(["1.01.01.2.01.0001", "Penyusunan dokumen", "1" + " " * 30_000 + "x"])
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def _before(part: str, end: str, more: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert end.encode() in parts[part]
        parts[part] = parts[part].replace(end.encode(), (more + end).encode(), 1)

    return change


def _add_sheets(parts: dict[str, bytes]) -> None:
    sheets = "".join(f'<sheet name="L{n}" sheetId="{n}" state="visible" r:id="rId1"/>' for n in range(2, 5_002))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    text = parts["xl/workbook.xml"].decode().replace("</sheets>", f"{sheets}</sheets>")
    parts["xl/workbook.xml"] = text.replace("<workbook ", f'<workbook xmlns:r="{relation}" ', 1).encode()


def _add_strings(parts: dict[str, bytes]) -> None:
    strings = "<si><t>a</t></si>" * 8_000_000
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>'.encode()
    )


_SHEET = "xl/worksheets/sheet1.xml"


def _hide_bases() -> bytes:
    """A workbook of ours whose hidden sheet holds twenty tables more, each of 300 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(300)), packer.flush()])
    base = base64.b64encode(packed).decode()
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary, "buku.xlsx")
        path.write_bytes(bases.workbooks()[3].raw)
        book = load_workbook(path)
        page = book[sheets.META]
        for number in range(20):
            row = page.max_row + 1
            page.cell(row, 1, f"tabel/rencana-program-{number}.json")
            for index, start in enumerate(range(0, len(base), 30_000), 2):
                page.cell(row, index, base[start : start + 30_000])
        book.save(path)
        return path.read_bytes()


EXCEL: dict[str, Callable[[], bytes]] = {
    "spasi dalam jumlah": lambda: _workbook(lambda parts: None),
    "mergeCell berulang": lambda: _workbook(_before(_SHEET, "</worksheet>", f"<!--{'<mergeCell ' * 200_000}-->")),
    "8 juta teks": lambda: _workbook(_add_strings),
    "20 dasar tersembunyi": _hide_bases,
    "5.000 lembar": lambda: _workbook(_add_sheets),
    "3 juta gaya": lambda: _workbook(_before("xl/styles.xml", "</cellXfs>", '<xf numFmtId="0"/>' * 3_000_000)),
    "angka besar": lambda: _workbook(
        _before(
            _SHEET, "</sheetData>", f'<row r="3"><c r="A3"><v>1e999999</v></c><c r="C3"><v>{"9" * 400}</v></c></row>'
        )
    ),
}  # fmt: skip

SIPD: dict[str, Callable[[], bytes]] = {
    "koma.csv": lambda: b"Kode Sub Kegiatan,Nama Sub Kegiatan,Pagu\n" + b"," * (30 << 20),
    "koma-baris.csv": lambda: b"Kode Sub Kegiatan,Nama Sub Kegiatan,Pagu\n" + b",,,,\n" * (6 << 20),
    "kunci.json": lambda: json.dumps([{f"kunci{number}": 1} for number in range(10_000)]).encode(),
    "angka.json": lambda: b'[{"Kode Sub Kegiatan": "1.01", "Pagu": 1e999999}]',
    "angka-panjang.json": lambda: b'[{"Kode Sub Kegiatan": "1.01.01.2.01.0001", "Pagu": ' + b"9" * 400 + b"}]",
    "angka.csv": lambda: b"Kode Sub Kegiatan,Nama Sub Kegiatan,Pagu\n1.01.01.2.01.0001,a,1e999999\n",
    "angka-panjang.csv": lambda: b"Kode Sub Kegiatan,Nama Sub Kegiatan,Pagu\n1.01.01.2.01.0001,a," + b"9" * 400 + b"\n",
}


def _chapter(text: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        path = folder / "bab-4.json"
        data = json.loads(path.read_text("utf-8"))
        data["isi"].append(text)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")

    return change


def _file(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, "utf-8", errors="surrogatepass")


_ENTRIES = [
    {"berkas": "bab-4.json", "letak": "/isi/99", "nilai": None, "alasan": "x"},
    {"berkas": "tabel/rencana-program.json", "letak": "/program/77/pagu", "nilai": None, "alasan": "x", "baris": "y"},
]
CONTENT: dict[str, Callable[[Path], object]] = {
    "pangkat": _file("bab-4.json", '{"judul": "x", "isi": [1e-99999999]}'),
    "10 juta deret": _file("bab-4.json", '{"judul": "x", "isi": [' + "[]," * 10_000_000 + "[]]}"),
    "3 juta objek": _file("bab-4.json", '{"judul": "x", "isi": [' + '{"a":1},' * 3_000_000 + "{}]}"),
    "kurung": _file("bab-4.json", "[" * 100_000),
    "kunci ganda dan kurung": _file("bab-4.json", '{"judul": "x", "judul": "y", "isi": ["a"'),
    "kamus": _file("kamus.txt", "kata\n" * 500_000),
    "tinjau": _file("tinjau.json", json.dumps({"tinjau": _ENTRIES})),
    "50.000 {{": _chapter("{{" * 50_000),
    "500.000 {{": _chapter("{{" * 500_000),
    "persen": _chapter("1%" * 500_000),
    "persen yang masih diperiksa": _chapter("1%" * 95_000),
    "persen sesudah rata-rata": _chapter("Rata-rata capaian kinerja " + "1% " * 20_000),
    "inf": _chapter("{{ 'inf' | persen }}"),
    "teks sebagai persen": _chapter("{{ 'a' | persen }}"),
    "angka panjang": _chapter("{{ tahun + " + "9" * 450 + " }}"),
    "kurung dalam tanda": _chapter("{{ " + "(" * 200 + "1" + ")" * 200 + " }}"),
    "pengganti": _file("bab-4.json", '{"judul": "x", "isi": ["\\ud800"]}'),
}


def _template(part: str, before: str, sign: str) -> bytes:
    """The template that comes with renjadoc with a megabyte of one sign in a part."""
    parts = dict(package.unpack_word(bases.template()))
    text = parts[part].decode("utf-8")
    at = text.index(before)
    parts[part] = (text[:at] + sign * (1_000_000 // len(sign)) + text[at:]).encode("utf-8")
    return package.to_bytes(parts)


_LOOP = "{% for a in b %}<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>{% if a %}{% endif %}{% endfor %}"

#: What an end is looked for that does not come.
TEMPLATES: dict[str, Callable[[], bytes]] = {
    "daftar kosong": lambda: _template("word/numbering.xml", "</w:numbering>", '<w:abstractNum w:abstractNumId="1"/>'),
    "bidang kosong": lambda: _template("word/footer1.xml", "</w:ftr>", '<w:p><w:fldSimple w:instr="PAGE"/></w:p>'),
    "ikal kolom": lambda: _template(package.DOCUMENT, "</w:tr>", _LOOP),
}


def write_large_picture(path: Path, number: int, size: int) -> None:
    """A PNG of one dot with a remark of so many zeros, which take no room on a disk that knows holes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    dot = zlib.compress(bytes([0, number]))
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot))
        file.write(size.to_bytes(4, "big") + b"zTXt")
        file.seek(size, 1)
        file.write(zlib.crc32(bytes(size), zlib.crc32(b"zTXt")).to_bytes(4, "big") + chunk(b"IEND", b""))


def _place_pictures(folder: Path) -> None:
    (folder / "gambar").mkdir(exist_ok=True)
    for number in range(60):
        write_large_picture(folder / "gambar" / f"g{number}.png", number, 19_000_000)
    path = folder / "bab-4.json"
    data = json.loads(path.read_text("utf-8"))
    data["isi"] += [{"gambar": f"gambar/g{number}.png", "judul": "x", "alt": "x"} for number in range(60)]
    path.write_text(json.dumps(data), "utf-8")


@dataclass(frozen=True)
class Case:
    """A command, and what it is given: `lay_down` puts it beside a right content folder `isi`."""

    command: tuple[str, ...]
    lay_down: Callable[[Path], object]
    #: A part of what must be said.
    says: str = ""


def _give(name: str, make: Callable[[], bytes], *command: str) -> Case:
    return Case(command, lambda place: (place / name).write_bytes(make()))


def _change(change: Callable[[Path], object], says: str = "") -> Case:
    return Case(_BUAT, lambda place: change(place / "isi"), says)


_BUAT = ("buat", "isi", "-o", "hasil.docx", "--tanpa-halaman")
_OLD = ("60.000 simbol", "2 juta potongan", "60.000 bidang", "100.000 tingkat")

CASES: dict[str, Case] = {
    **{
        f"serap: {n}": _give("kembali.docx", make, "serap", "kembali.docx", "isi", "--coba") for n, make in WORD.items()
    },
    **{f"adopsi: {n}": _give("lama.docx", WORD[n], "adopsi", "lama.docx", "baru") for n in _OLD},
    **{
        f"{kind}: {n}": _give("buku.xlsx", m, kind, "impor", "buku.xlsx", "isi", "--coba")
        for kind in ("excel", "sipd")
        for n, m in EXCEL.items()
    },
    **{f"sipd: {n}": _give(n, m, "sipd", "impor", n, "isi", "--coba") for n, m in SIPD.items()},
    **{f"buat: {n}": _change(change) for n, change in CONTENT.items()},
    **{f"templat: {n}": _give("templat.docx", m, *_BUAT, "--templat", "templat.docx") for n, m in TEMPLATES.items()},
    # Each may be placed; all of them together are more than a document holds, which is known before they are read.
    "buat: 60 gambar 19 MB": _change(_place_pictures, "semua gambar bersama-sama"),
}

#: Of processor time: what takes longer would not have ended, and is stopped.
_NEVER_SECONDS, MOST_MB = 120, 500

#: A small process between: the memory of a process counts from before it became its program, and ours is large.
_MEASURING = """
import os, resource, sys

limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
told = (os.POSIX_SPAWN_OPEN, 1, "kata.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[2:]], os.environ,
                       file_actions=[told, (os.POSIX_SPAWN_DUP2, 1, 2)])
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its code, seconds of the processor, peak memory, and what it said."""

    code: int
    seconds: float
    megabytes: float
    said: str


def run_command(place: Path, arguments: tuple[str, ...]) -> Ended:
    """Run renjadoc in a process of its own, in the folder `place`."""
    command = [sys.executable, "-c", _MEASURING, str(_NEVER_SECONDS), "-m", "renjadoc", *arguments]
    done = subprocess.run(
        command, cwd=place, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, seconds, megabytes = done.stdout.split()
    return Ended(int(code), float(seconds), float(megabytes), (place / "kata.txt").read_text("utf-8", "replace"))
