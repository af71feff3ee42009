"""Small files that ask for much: each made here, so that tests measure what reading it takes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from renjadoc.word import package
from tests.acak import bases

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
EXCEL: dict[str, Callable[[], bytes]] = {
    "spasi dalam jumlah": lambda: _workbook(lambda parts: None),
    "mergeCell berulang": lambda: _workbook(_before(_SHEET, "</worksheet>", f"<!--{'<mergeCell ' * 200_000}-->")),
    "8 juta teks": lambda: _workbook(_add_strings),
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
    "persen sesudah rata-rata": _chapter("Rata-rata capaian kinerja " + "1% " * 20_000),
    "inf": _chapter("{{ 'inf' | persen }}"),
    "teks sebagai persen": _chapter("{{ 'a' | persen }}"),
    "angka panjang": _chapter("{{ tahun + " + "9" * 450 + " }}"),
    "kurung dalam tanda": _chapter("{{ " + "(" * 200 + "1" + ")" * 200 + " }}"),
    "pengganti": _file("bab-4.json", '{"judul": "x", "isi": ["\\ud800"]}'),
}
