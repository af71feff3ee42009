"""Every part of a document that is no chapter, in every room: what one room takes, none of the others drops."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc import cli
from renjadoc.content.folder import read_folder
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from tests.conftest import ROOT
from tests.word.lint import W, paragraph_text

#: What print binds; in the data, and in what comes back, all of it is as it was typed.
BOUND = (
    "Tabel 1.1, Nomor 23, Pasal 7 ayat (2), Rp 5.000, 2013–2018, 2013 - 2018, Undang-Undang, COVID-19, 3 Mei 2021, "
    "BAB I, NIP 19700101 199501 1 001"
)
_TORN = re.compile(
    r"(?:Tabel|Gambar|Nomor|Pasal|NIP|Rp|ayat|BAB) [\d(I]|\d–\d|\d ?- ?\d|-Undang|-19|\d Mei|Mei 2021|\d{8} \d{6}"
)
#: The part -> the file that holds it, and a word that stands in it alone.
PARTS = {
    "lembar pengesahan": ("lembar-pengesahan.json", "nila"),
    "kata pengantar": ("kata-pengantar.json", "padi"),
    "ringkasan": ("ringkasan.json", "rusa"),
    "lampiran": ("lampiran/1-rincian.json", "duku"),
    "lampiran lanskap": ("lampiran/2-peta.json", "jati"),
    "judul lampiran (Daftar Lampiran)": ("lampiran/1-rincian.json", "lada"),
    "judul gambar (Daftar Gambar)": ("bab-1.json", "pala"),
    "judul gambar dalam lampiran": ("lampiran/2-peta.json", "waru"),
    "catatan kaki": ("bab-1.json", "sagu"),
    "sumber tabel": ("bab-1.json", "teki"),
    "sumber gambar": ("bab-1.json", "ubin"),
    "judul grafik": ("bab-1.json", "kopi"),
    "sumber grafik": ("bab-1.json", "randu"),
    "keterangan tabel": ("tabel/lain.json", "bidu"),
}
#: Cells of tables: they have rooms of their own for review (`banding`), the year's step and adoption.
CELLS = {
    "sel tabel": ("tabel/angka.json", "soga"),
    "sel tabel bawaan": ("tabel/usulan-masyarakat.json", "turi"),
}


def _say(word: str) -> str:
    return f"Ini {word} menurut {BOUND}."


def _write(root: Path, name: str, data: Any) -> None:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def _write_tables(root: Path) -> None:
    columns = [{"judul": "Uraian Nomor 23"}, {"judul": "Target"}, {"judul": "Realisasi"}]
    for name, cell in (("angka", _say("soga")), ("lain", "Nomor 23")):
        rows = [[cell, "5", "4"], ["Aset 2013–2018", "6", "7"]]
        data = {"jenis": "bebas", "judul": [f"Capaian {name} 2013–2018"], "kolom": columns, "baris": rows}
        _write(root, f"tabel/{name}.json", data | ({"keterangan": [_say("bidu")]} if name == "lain" else {}))
    said = {"usulan": _say("turi"), "lokasi": "Desa Nomor 23", "volume": "COVID-19", "anggaran": 5000}
    data = json.loads((ROOT / "content" / "2021" / "tabel" / "usulan-masyarakat.json").read_text("utf-8"))
    _write(root, "tabel/usulan-masyarakat.json", {**data, "usulan": [said]})


def _write_parts(root: Path) -> None:
    decree = {"judul": "Keputusan Kepala Dinas Nomor 23 Tahun 2021", "isi": [_say("nila")]}
    _write(root, "lembar-pengesahan.json", decree)
    _write(root, "kata-pengantar.json", {"judul": "Kata Pengantar", "isi": [_say("padi")], "tanda_tangan": True})
    _write(root, "ringkasan.json", {"judul": "Ringkasan", "isi": [{"daftar": "1.", "butir": [_say("rusa"), "Dua."]}]})
    first = [_say("duku"), {"tabel": "lain"}]
    _write(root, "lampiran/1-rincian.json", {"judul": "Rincian lada Nomor 23", "isi": first})
    drawn = {"gambar": "gambar/peta.png", "judul": "Peta waru Nomor 23", "alt": "Peta", "lebar_cm": 4}
    _write(root, "lampiran/2-peta.json", {"judul": "Peta", "lanskap": True, "isi": [_say("jati"), drawn]})
    content = [
        f"Kalimat.^[{_say('sagu')}]",
        {"tabel": "angka", "sumber": _say("teki")},
        {"gambar": "gambar/logo.png", "judul": "Lambang pala Nomor 23", "alt": "Lambang", "lebar_cm": 3,
         "sumber": _say("ubin")},
        {"grafik": "angka", "nilai": ["Target", "Realisasi"], "judul": "Grafik kopi Nomor 23", "sumber": _say("randu")},
        {"tabel": "usulan-masyarakat"},
    ]  # fmt: skip
    _write(root, "bab-1.json", {"judul": "Pendahuluan Nomor 23", "isi": content})


@dataclass(frozen=True)
class Rooms:
    """A folder with every part, and what each room made of it; `out` is what `banding` said."""

    isi: Path
    printed: package.Parts
    reviewed: package.Parts
    absorbed: Path
    absorbed_review: Path
    rolled: Path
    adopted: Path
    compared: str


def _change_words(parts: package.Parts) -> bytes:
    """The document after somebody wrote `nilabaru` for `nila`, and so on, wherever it is not a list of contents."""
    changed = dict(parts)
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name not in parts:
            continue
        root = etree.fromstring(parts[name])
        for paragraph in root.iter(f"{W}p"):
            if "PAGEREF" in "".join(paragraph.itertext()):
                continue
            for text in paragraph.iter(f"{W}t"):
                text.text = _renew(text.text or "")
        changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return package.to_bytes(changed)


def _renew(text: str) -> str:
    return re.sub(rf"\b({'|'.join(word for _, word in (PARTS | CELLS).values())})\b", r"\1baru", text)


def _absorb(isi: Path, parts: package.Parts, target: Path) -> Path:
    """The folder after its document `parts` came back changed; unchanged it changes nothing."""
    shutil.copytree(isi, target)
    document = target.with_suffix(".docx")
    for data in (package.to_bytes(parts), _change_words(parts)):
        before = {path: path.read_bytes() for path in target.rglob("*.json")}
        document.write_bytes(data)
        assert cli.main(["serap", str(document), str(target), "--ya"]) == 0
        if data == package.to_bytes(parts):
            assert {path: path.read_bytes() for path in target.rglob("*.json")} == before
    return target


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Rooms:
    root = tmp_path_factory.mktemp("kamar")
    isi = root / "isi"
    shutil.copytree(ROOT / "content" / "2021", isi, ignore=shutil.ignore_patterns("bab-*.json", "tabel"))
    shutil.copy(isi / "gambar" / "logo.png", isi / "gambar" / "peta.png")
    data = json.loads((isi / "dokumen.json").read_text("utf-8"))
    _write(isi, "dokumen.json", {**data, "kerangka": "bebas"})
    _write_tables(isi)
    _write_parts(isi)
    make_document(DocumentOrder(isi, root / "hasil.docx", page_numbers=False))
    printed = package.unpack_file(root / "hasil.docx")
    assert cli.main(["telaah", str(isi), "-o", str(root / "telaah.docx")]) == 0
    reviewed = package.unpack_file(root / "telaah.docx")
    absorbed = _absorb(isi, printed, root / "serap")
    absorbed_review = _absorb(isi, reviewed, root / "serap-telaah")
    assert cli.main(["gulir", str(isi), str(root / "2022")]) == 0
    cli.main(["banding", str(isi), str(absorbed), "-o", str(root / "banding.docx")])
    compared = "\n".join(paragraph_text(p) for p in _body(package.unpack_file(root / "banding.docx")).iter(f"{W}p"))
    old = {name: data for name, data in printed.items() if not name.startswith("customXml")}
    (root / "lama.docx").write_bytes(package.to_bytes(old))
    assert cli.main(["adopsi", str(root / "lama.docx"), str(root / "adopsi")]) == 0
    return Rooms(isi, printed, reviewed, absorbed, absorbed_review, root / "2022", root / "adopsi", compared)


def _body(parts: package.Parts, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts[name])


def _texts(parts: package.Parts) -> list[str]:
    """Every paragraph as it is read, but the lists of contents."""
    names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in parts]
    found = (p for name in names for p in _body(parts, name).iter(f"{W}p"))
    return [paragraph_text(p) for p in found if "PAGEREF" not in "".join(p.itertext())]


def _said_in(root: Path, word: str) -> list[str]:
    """The files of a folder that say a word, without those that are kept beside."""
    beside = {".cadangan", "skema", "tinjau.json"}
    found = [path for path in root.rglob("*.json") if not beside & set(path.parts)]
    said = [path for path in found if re.search(rf"\b{word}\b", path.read_text("utf-8"))]
    return [path.relative_to(root).as_posix() for path in said]


@pytest.mark.parametrize("part", PARTS | CELLS)
def test_schema(rooms: Rooms, part: str, tmp_path: Path) -> None:
    file, word = (PARTS | CELLS)[part]
    shutil.copytree(rooms.isi, tmp_path / "isi")
    text = (tmp_path / "isi" / file).read_text("utf-8")
    (tmp_path / "isi" / file).write_text(re.sub(rf'"[^"]*\b{word}\b[^"]*"', '{"salah": 1}', text), "utf-8")
    _, problems = read_folder(tmp_path / "isi")
    assert {problem.location.file for problem in problems} == {(tmp_path / "isi" / file).as_posix()}


@pytest.mark.parametrize("part", PARTS | CELLS)
def test_print(rooms: Rooms, part: str) -> None:
    word = (PARTS | CELLS)[part][1]
    assert sum(bool(re.search(rf"\b{word}\b", text)) for text in _texts(rooms.printed)) == 1


@pytest.mark.parametrize("part", PARTS)
def test_telaah(rooms: Rooms, part: str) -> None:
    word = PARTS[part][1]
    assert any(re.search(rf"\b{word}\b", text) for text in _texts(rooms.reviewed))


@pytest.mark.parametrize("part", PARTS | CELLS)
def test_serap(rooms: Rooms, part: str) -> None:
    file, word = (PARTS | CELLS)[part]
    assert (_said_in(rooms.absorbed, word), _said_in(rooms.absorbed, word + "baru")) == ([], [file])


@pytest.mark.parametrize("part", PARTS)
def test_serap_of_the_review_copy(rooms: Rooms, part: str) -> None:
    file, word = PARTS[part]
    assert (_said_in(rooms.absorbed_review, word), _said_in(rooms.absorbed_review, word + "baru")) == ([], [file])


@pytest.mark.parametrize("part", PARTS)
def test_gulir(rooms: Rooms, part: str) -> None:
    file, word = PARTS[part]
    assert _said_in(rooms.rolled, word) == [file]


@pytest.mark.parametrize("part", PARTS | CELLS)
def test_banding(rooms: Rooms, part: str) -> None:
    assert f"{(PARTS | CELLS)[part][1]}baru" in rooms.compared


@pytest.mark.parametrize("part", PARTS)
def test_adopsi(rooms: Rooms, part: str) -> None:
    """In its own kind of file; tables are named by their titles, appendices by number."""
    file, word = PARTS[part]
    wanted = (
        "tabel/capaian-lain-2013-2018.json"
        if part == "keterangan tabel"
        else re.sub(r"(lampiran/\d).*", r"\1.json", file)
    )
    assert _said_in(rooms.adopted, word) == [wanted]


def _as_printed(parts: package.Parts) -> list[str]:
    """Every paragraph with the signs that hold words together."""
    names = (name for name in parts if re.fullmatch(r"word/(?:document|footnotes|footer\d)\.xml", name))
    signs = {f"{W}t": "", f"{W}noBreakHyphen": "\u2011"}
    found = (p for name in names for p in _body(parts, name).iter(f"{W}p"))
    return ["".join(signs[sign.tag] or sign.text or "" for sign in p.iter(*signs)) for p in found]


def test_print_binds_what_belongs_together_in_every_part(rooms: Rooms) -> None:
    for parts in (rooms.printed, rooms.reviewed):
        texts = [text for text in _as_printed(parts) if not text.startswith("BAB ")]
        assert [text for text in texts if _TORN.search(text)] == []
        assert sum("Rp\u00a05.000, 2013–\u200d2018" in text for text in texts) >= len(PARTS) - 5


@pytest.mark.parametrize("room", ["absorbed", "absorbed_review", "rolled", "adopted"])
def test_what_comes_back_is_as_it_was_typed(rooms: Rooms, room: str) -> None:
    texts = [path.read_text("utf-8") for path in getattr(rooms, room).rglob("*.json")]
    assert not re.search("[\u00a0\u2011\u200d\u00ad]", "".join(texts))
    assert sum(text.count(BOUND.removeprefix("Tabel 1.1")) for text in texts) >= len(PARTS) - 5
