"""Everything that writes into a folder, or a folder or store beside it: how it is done, and how one sees that."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import openpyxl

from renjadoc.content.folder import read_folder
from renjadoc.desk import parts, writing
from renjadoc.edits import changeset
from renjadoc.edits.edit import Edit
from renjadoc.edits.history import list_actions, take_back
from renjadoc.nomenclature import store
from renjadoc.word.packages import package
from tests import beban
from tests.acak import bases
from tests.nomenclature.lists import write_export
from tests.sheets.sipd.test_sipd import FIELDS, ROWS

_PROPOSALS, _PLAN = "tabel/usulan-masyarakat.json", "tabel/rencana-program.json"
_NOW = datetime(2027, 1, 2, 12, 0, 0)


#: Files that are made of a folder beside it.
MADE = ("hasil.docx", "telaah.docx", "isian.xlsx", "banding.docx")


class Place(NamedTuple):
    """A folder with a history, and beside it what comes in and goes out."""

    base: Path

    @property
    def root(self) -> Path:
        return self.base / "isi"

    @property
    def target(self) -> Path:
        """Where a folder or document is made of it."""
        return self.base / "baru"

    def snapshot(self) -> dict[str, bytes]:
        """What people see: files of both folders and the document, without old files, and the store."""
        places = [self.root, self.target, *(self.base / name for name in MADE)]
        files = [path for place in places for path in ([place] if place.is_file() else place.rglob("*"))]
        seen = {
            path.relative_to(self.base).as_posix(): path.read_bytes()
            for path in files
            if path.is_file() and ".cadangan" not in path.parts
        }
        editions = store.list_editions() if store.store_path().is_file() else []
        return {**seen, "nomenklatur": repr(editions).encode()}


class Action(NamedTuple):
    """What is done in a place, and whether it shows there."""

    act: Callable[[Place], object]
    shows: Callable[[Place], bool]


def prepare(base: Path) -> Place:
    """A place to copy: made once."""
    place = Place(base)
    base.mkdir(parents=True)
    shutil.copytree(bases.RIGHT, place.root)
    writing.write_edits(place.root, [Edit("dokumen.json", "/daerah/nama", "set", "Lain")], "pertama")
    draft = dict(package.unpack_word(bases.draft().raw))
    body = draft[package.DOCUMENT].decode()
    draft[package.DOCUMENT] = body.replace("pedoman seluruh unit kerja", "acuan bersama unit kerja").encode()
    (base / "kembali.docx").write_bytes(package.to_bytes(draft))
    _write_workbook(base / "satu.xlsx", "Kelurahan Makam", "Kelurahan Satu")
    _write_workbook(base / "dua.xlsx", "30 koperasi", "31 koperasi")
    rows = "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in [FIELDS, *ROWS])
    (base / "sipd.csv").write_text(rows, "utf-8")
    write_export(base / "nomenklatur.xlsx")
    beban.write_large_picture(base / "titik.png", 1, 10)
    (base / "lama.docx").write_bytes(bases.draft().raw)
    carried = [{"berkas": "dokumen.json", "letak": "/tahun", "nilai": 2027, "alasan": "dari tahun lalu"}]
    (place.root / "tinjau.json").write_text(json.dumps({"tinjau": carried}), "utf-8")
    return place


def _write_workbook(path: Path, old: str, new: str) -> None:
    path.write_bytes(bases.workbooks()[3].raw)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book if sheet.sheet_state == "visible" for row in sheet for cell in row]
    for cell in cells:
        if cell.value == old:
            cell.value = new
    book.save(path)


def use_store(place: Place) -> None:
    """The store of this process lies in the place."""
    os.environ["XDG_DATA_HOME"] = str(place.base / "data")


def _says(file: str, text: str) -> Callable[[Place], bool]:
    return lambda place: (place.root / file).is_file() and text in (place.root / file).read_text("utf-8")


def _accept(place: Place) -> None:
    from renjadoc.desk.pages import incoming

    plan = incoming.plan_file(place.root, incoming.Dropped("dua.xlsx", (place.base / "dua.xlsx").read_bytes()))
    changeset.write_files(plan.root, plan.files, plan.read, _NOW, "dua.xlsx diterima di halaman")


def _add_chapter(place: Place) -> None:
    folder, _ = read_folder(place.root)
    assert folder is not None
    writing.write_edits(place.root, [], "bab baru", files=parts.begin_chapter(folder, "Bab Tambahan"))


def _add_picture(place: Place) -> None:
    dot = (place.base / "titik.png").read_bytes()
    placed = {"gambar": "gambar/titik.png", "judul": "Titik", "alt": "titik"}
    edits = [Edit("bab-5.json", "/isi/0", "insert", placed)]
    writing.write_edits(place.root, edits, "gambar baru", files={"gambar/titik.png": dot})


def _shows_picture(place: Place) -> bool:
    """The picture and what places it: never one without the other."""
    is_placed = _says("bab-5.json", "titik.png")(place)
    assert is_placed == ((place.root / "gambar" / "titik.png").is_file())
    return is_placed


def _is_whole_zip(name: str) -> Callable[[Place], bool]:
    def shows(place: Place) -> bool:
        path = place.base / name
        if not path.exists():
            return False
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None

    return shows


def _undo(place: Place) -> None:
    first = next(action for action in list_actions(place.root) if action.action == "pertama")
    take_back(place.root, first.name, _NOW)


def _is_whole(folder: Path) -> bool:
    names = ("dokumen.json", "bab-4.json", "regulasi/landasan-hukum.json")
    return all((folder / name).is_file() for name in names) and bool(json.loads((folder / names[0]).read_bytes()))


def _run(*arguments: str) -> Callable[[Place], object]:
    return lambda place: bases.run(*(word.format(place.base, place.root, place.target) for word in arguments))


def _has_report(place: Place) -> bool:
    """Whether the report of a run is there; what stands beside it is whole, however the run ended."""
    made = place.base / "keluar"
    for path in (*made.glob("*.xlsx"), *made.glob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
    notes = (made / ".renjadoc").glob("*.docx.json")
    assert all("document" in json.loads(note.read_bytes()) for note in notes)
    return (made / "Ringkasan.xlsx").exists()


ACTIONS: dict[str, Action] = {
    "serap": Action(_run("serap", "{0}/kembali.docx", "{1}", "--ya"), _says("bab-5.json", "acuan bersama")),
    "excel": Action(_run("excel", "impor", "{0}/satu.xlsx", "{1}", "--ya"), _says(_PROPOSALS, "Satu")),
    "sipd": Action(_run("sipd", "impor", "{0}/sipd.csv", "{1}", "--ya"), _says(_PLAN, "Temu Usaha")),
    "terima": Action(_accept, _says("tabel/evaluasi.json", "31 koperasi")),
    "ketik": Action(
        lambda place: writing.write_edits(place.root, [Edit("bab-4.json", "/judul", "set", "Diketik")], "ketik"),
        _says("bab-4.json", "Diketik"),
    ),
    "kata": Action(lambda place: writing.add_word(place.root, "rinjani"), _says("kamus.txt", "rinjani")),
    "bentuk": Action(
        _run("bentuk", "{1}", "capaian-kinerja", "permendagri-86", "--ya"),
        _says("tabel/capaian-kinerja.json", "permendagri-86"),
    ),
    "kerangka": Action(
        _run("bentuk", "{1}", "kerangka", "permendagri-54-2010", "--ya"), _says("dokumen.json", "permendagri-54-2010")
    ),
    "konfirmasi": Action(_run("gulir", "{1}", "--konfirmasi"), _says("tinjau.json", "dikonfirmasi")),
    "bab": Action(_add_chapter, lambda place: any(_says(f"bab-{n}.json", "Bab Tambahan")(place) for n in range(1, 9))),
    "gambar": Action(_add_picture, _shows_picture),
    "urungkan": Action(_undo, lambda place: not _says("dokumen.json", '"Lain"')(place)),
    "gulir": Action(_run("gulir", "{1}", "{2}"), lambda place: _is_whole(place.target)),
    "perubahan": Action(_run("perubahan", "{1}", "{2}"), lambda place: _is_whole(place.target)),
    "adopsi": Action(_run("adopsi", "{0}/lama.docx", "{2}"), lambda place: _is_whole(place.target)),
    "telaah": Action(_run("telaah", "{1}", "-o", "{0}/telaah.docx"), _is_whole_zip("telaah.docx")),
    "ekspor": Action(_run("excel", "ekspor", "{1}", "-o", "{0}/isian.xlsx"), _is_whole_zip("isian.xlsx")),
    "banding": Action(_run("banding", "{1}", "{1}", "-o", "{0}/banding.docx"), _is_whole_zip("banding.docx")),
    "pasang": Action(
        _run("nomenklatur", "pasang", "{0}/nomenklatur.xlsx", "--edisi", "2027"),
        lambda place: [edition.tahun for edition in store.list_editions()] == [2027],
    ),
    "buat": Action(
        _run("buat", "{1}", "-o", "{0}/hasil.docx", "--tanpa-halaman"),
        lambda place: (place.base / "hasil.docx").exists() and package.is_untouched(place.base / "hasil.docx"),
    ),
    "massal": Action(_run("massal", "{0}", "-o", "{0}/keluar", "--tanpa-halaman", "--proses", "1"), _has_report),
}  # fmt: skip
#: Moves every chapter, so that nobody can say where another's change shows afterwards.
ALONE = {"kerangka"}
