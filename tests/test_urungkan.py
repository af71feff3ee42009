"""Every command that writes into a folder keeps what stood there, and `urungkan` brings it back byte for byte.

The commands are found in the code: one that is new is noticed here, and needs a case of its own.
"""

from __future__ import annotations

import ast
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from renjadoc import cli, journal
from renjadoc.content.folder import open_folder
from renjadoc.desk import parts, writing
from renjadoc.edits import history
from renjadoc.edits.edit import Edit
from renjadoc.pipeline import DocumentOrder, make_document
from tests.absorption.paper import Paper
from tests.conftest import ROOT
from tests.sheets.excel.sheet import Workbook

PACKAGE = ROOT / "renjadoc"
BASE = ROOT / "tests" / "contoh" / "dasar"
#: The functions that write into a folder that is there; the page writes through `desk/`, which has tests of its own.
WRITERS = {"settle_plan", "confirm_entries", "take_back", "_change_outline", "_keep_in_folder"}


def _calls(tree: ast.AST) -> set[str]:
    names = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in names}


def _functions(folder: Path) -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield path.relative_to(PACKAGE), node


def _writing_commands() -> set[str]:
    """Commands (module.function) that come to one of WRITERS, by themselves or by a function of their module."""
    found = set()
    for path in sorted((PACKAGE / "commands").glob("*.py")):
        functions = {node.name: node for place, node in _functions(PACKAGE / "commands") if place.name == path.name}
        writing = {name for name, node in functions.items() if _calls(node) & WRITERS}
        for name, node in functions.items():
            is_command = any("command" in ast.unparse(one) for one in node.decorator_list)
            if is_command and (name in writing or _calls(node) & writing):
                found.add(f"{path.stem}.{name}")
    return found


def _excel(root: Path) -> list[str]:
    book = Workbook(root)
    book.set("rencana-program", "Pelatihan Usaha Mikro", "lokasi", "Balai baru")
    book.book.save(book.path)
    return ["excel", "impor", str(book.path), str(root), "--ya"]


def _sipd(root: Path) -> list[str]:
    path = root.parent / "sipd.csv"
    path.write_text(
        "kode_program,nama_program,kode_giat,nama_giat,kode_sub_giat,nama_sub_giat,pagu\n"
        "2.17.99,PROGRAM BARU,2.17.99.2.01,Kegiatan Baru,2.17.99.2.01.0001,Sub Baru,1000000\n",
        "utf-8",
    )
    return ["sipd", "impor", str(path), str(root), "--ya"]


def _serap(root: Path) -> list[str]:
    path = root.parent / "kembali.docx"
    make_document(DocumentOrder(root, path, page_numbers=False))
    paper = Paper(path)
    text = next(block for block in json.loads((root / "bab-1.json").read_text("utf-8"))["bagian"][0]["isi"])
    word = next(word for word in text.split() if word.isalpha() and len(word) > 6)
    paragraph = next(
        p for p in paper.body.iter() if p.tag.endswith("}p") and word in paper.text(p) and len(paper.text(p)) > 60
    )
    paper.replace(paragraph, word, "penggantinya")
    return ["serap", str(paper.save()), str(root), "--ya"]


def _bentuk(root: Path) -> list[str]:
    return ["bentuk", str(root), "evaluasi", "permendagri-86", "--ya"]


def _kerangka(root: Path) -> list[str]:
    return ["bentuk", str(root), "kerangka", "permendagri-54-2010", "--ya"]


def _nomenklatur(root: Path) -> list[str]:
    path = root / "tabel" / "rencana-program.json"
    data = json.loads(path.read_text("utf-8"))
    row = data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    row["kode"], row["indikator"] = "2.17.05.2.01.0001", None
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")
    listed = f"kode;nama;indikator;satuan\n2.17.05.2.01.0001;{row['nama']};Jumlah orang yang dilatih;orang\n"
    (root / "nomenklatur.csv").write_text(listed, "utf-8")
    return ["nomenklatur", "isi", str(root), "--ya"]


def _codes(root: Path) -> list[str]:
    path = root.parent / "kode.csv"
    path.write_text("kode;nama;indikator;satuan\n2.17.05.2.01.0001;Pelatihan;Jumlah orang;orang\n", "utf-8")
    return ["nomenklatur", "pasang", str(path), "--folder", str(root)]


def _konfirmasi(root: Path) -> list[str]:
    entry = {"berkas": "dokumen.json", "letak": "/tahun", "nilai": 2027, "alasan": "dari tahun lalu"}
    (root / "tinjau.json").write_text(json.dumps({"tinjau": [entry]}), "utf-8")
    return ["gulir", str(root), "--konfirmasi"]


def _urungkan(root: Path) -> list[str]:
    assert cli.main(_bentuk(root)) == 0
    [action] = history.list_actions(root)
    return ["urungkan", str(root), action.name]


CASES: dict[str, Callable[[Path], list[str]]] = {
    "excel.impor": _excel, "sipd.impor": _sipd, "serap.command": _serap, "bentuk.command": _bentuk,
    "nomenklatur.fill": _nomenklatur, "nomenklatur.install": _codes, "gulir.command": _konfirmasi,
    "urungkan.command": _urungkan,
}  # fmt: skip
#: Further ways in which one of them writes.
SECOND_CASES: dict[str, Callable[[Path], list[str]]] = {"bentuk.kerangka": _kerangka}


def test_every_command_that_writes_has_a_case() -> None:
    assert _writing_commands() == set(CASES)


def test_nothing_else_writes_into_a_folder() -> None:
    found = {
        f"{path.as_posix()}:{node.name}"
        for path, node in _functions(PACKAGE)
        if "write_files" in _calls(node) and path.parts[0] not in {"desk", "adoption"}
    }
    assert {place.rpartition(":")[2] for place in found if "renjadoc/periksa" not in place} - {"command"} == WRITERS


def _files(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and journal.BACKUPS not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("name", [*CASES, *SECOND_CASES])
def test_what_stood_there_comes_back(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "isi"
    shutil.copytree(BASE, root)
    arguments = (CASES | SECOND_CASES)[name](root)
    before = _files(root)
    cli.main(arguments)
    after = _files(root)
    assert after != before, capsys.readouterr()
    latest = history.list_actions(root)[0]
    assert latest.action.split()[0] == name.partition(".")[0]
    assert set(latest.after) == {file for file in before | after if after.get(file) != before.get(file)}
    assert cli.main(["urungkan", str(root), latest.name]) == 0
    assert _files(root) == before


def _renamed(root: Path) -> None:
    edit = Edit("bab-1.json", "/bagian/0/judul", "set", "Judul yang diketik")
    writing.write_edits(root, [edit], "1.1 berganti judul")


def _begun(root: Path) -> None:
    writing.write_edits(root, [], "lampiran ditambahkan", files=parts.begin_appendix(open_folder(root), "Peta"))


def _removed(root: Path) -> None:
    path = root / "tabel" / "lain.json"
    path.write_bytes((root / "tabel" / "anggaran.json").read_bytes())
    writing.write_edits(root, [], "tabel dihapus", files={"tabel/lain.json": None})


def _own_words(root: Path) -> None:
    writing.write_edits(root, [], "kata daerah ditulis", files={writing.WORDS: "anjangsana\n"})


def _picture(root: Path) -> None:
    edit = Edit("bab-1.json", "/bagian/0/isi/0", "set", {"gambar": "gambar/alur.png", "alt": "Alur"})
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4)).save(drawn, "PNG")
    writing.write_edits(root, [edit], "gambar ditambahkan", files={"gambar/alur.png": drawn.getvalue()})


@pytest.mark.parametrize("write", [_renamed, _begun, _removed, _own_words, _picture])
def test_what_the_page_wrote_is_taken_back_by_the_command(
    tmp_path: Path, write: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "isi"
    shutil.copytree(BASE, root)
    before = _files(root)
    write(root)
    [action] = history.list_actions(root)
    assert cli.main(["urungkan", str(root)]) == 0
    assert f"{action.name}  {action.action}" in capsys.readouterr().out
    after = _files(root)
    assert cli.main(["urungkan", str(root), "terakhir"]) == 0
    assert _files(root) != after
    assert _files(root).items() >= before.items()
    assert set(_files(root)) - set(before) <= {"tabel/lain.json"}


def _begin(root: Path) -> list[str]:
    return ["baru", str(root)]


def _adopt(root: Path) -> list[str]:
    path = root.parent / "lama.docx"
    make_document(DocumentOrder(BASE, path, page_numbers=False))
    return ["adopsi", str(path), str(root)]


def _amend(root: Path) -> list[str]:
    return ["perubahan", str(BASE), str(root)]


@pytest.mark.parametrize("name", [_begin, _adopt, _amend])
def test_what_lays_a_folder_down_writes_over_none(
    tmp_path: Path, name: Callable[[Path], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to take back of a new folder, and nothing is laid down where one stands."""
    root = tmp_path / "isi"
    arguments = name(root)
    cli.main(arguments)
    made = _files(root)
    assert "dokumen.json" in made
    assert cli.main(["urungkan", str(root)]) == 0
    assert "folder ini masih seperti ketika dibuat" in capsys.readouterr().out
    assert cli.main(arguments) == 1
    assert "tidak ada yang diubah" in capsys.readouterr().err
    assert _files(root) == made


def test_chapters_of_another_outline_are_told_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "isi"
    shutil.copytree(BASE, root)
    assert cli.main(_kerangka(root)) == 0
    said = capsys.readouterr().out
    assert "↵" not in said
    assert "\n  Rencana Kerja dan Pendanaan\n" in said
