"""What is spoilt: content folders, and the documents and workbooks made of them, each prepared once in a process."""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import openpyxl
from lxml import etree

from renjadoc import buglog, cli, resources
from renjadoc.batch import crew, workers
from renjadoc.word.packages import package
from tests.conftest import ROOT
from tests.sheets.sipd.test_sipd import FIELDS, ROWS

EXAMPLES = ROOT / "tests" / "contoh"
#: The smallest folder that has every kind of table and is right.
RIGHT = EXAMPLES / "dasar"
#: The big one is a fourth as fast as the others and has more words than shapes.
_SHARES = {RIGHT: 5, EXAMPLES / "kecamatan": 2, EXAMPLES / "provinsi": 2, ROOT / "content" / "2021": 1}


#: The same in every run, so that a number always means the same spoilt file.
_DATE = "2026-02-03"
_REMARK = {
    "berkas": "bab-1.json", "letak": "/bagian/0/isi/0", "penulis": "Bu Sari", "tanggal": _DATE, "kutipan": "Renja",
    "catatan": "Sebutkan dasarnya.",
}  # fmt: skip


@dataclass(frozen=True)
class Document:
    """A Word file and the folder that it was made of."""

    raw: bytes
    folder: Path


@dataclass(frozen=True)
class Rows:
    """A file that an import reads, its ending, and the command that imports it."""

    raw: bytes
    suffix: str
    command: str


def run(*arguments: str | Path) -> str:
    """What a command says; raises what it raises."""
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
        cli.cli.main([str(one) for one in arguments], prog_name="renjadoc", standalone_mode=False)
    return said.getvalue()


class _AtOnce(Executor):
    """Works in this process, where faults, time and memory are seen, and which need not be started."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


def run_here(*arguments: str | Path) -> str:
    """The same, with the offices of `massal` made in this process; a fault of ours in one of them is raised."""
    faults: list[str] = []

    def keep(details: str) -> str:
        faults.append(details)
        return "tercatat"

    with (
        mock.patch.object(workers, "local_workers", lambda count: crew.Workers(_AtOnce, count)),
        mock.patch.object(buglog, "write_log", keep),
    ):
        said = run(*arguments)
    assert not faults, faults[0]
    return said


@contextlib.contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """A copy of a folder, which ends with the block."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        shutil.copytree(folder, root)
        yield root


@cache
def folders() -> tuple[Path, ...]:
    """The folders to be spoilt, each as often as it is wanted; the first has every shape of content, and lives on."""
    return (_full(),) * 4 + tuple(folder for folder, times in _SHARES.items() for _ in range(times))


def small() -> tuple[Path, ...]:
    """The folders of which the documents and workbooks are."""
    return _full(), RIGHT


@cache
def tiny() -> Path:
    """One chapter and two small tables: what is read of it takes so little that much can be tried."""
    kept = tempfile.mkdtemp(prefix="renjadoc-acak-")
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    root = Path(kept, "isi")
    for part in ("tabel", "regulasi"):
        (root / part).mkdir(parents=True)
    for name in ("tabel/usulan-masyarakat.json", "tabel/target-renstra.json", "regulasi/landasan-hukum.json"):
        shutil.copy(RIGHT / name, root / name)
    dokumen = json.loads((RIGHT / "dokumen.json").read_bytes()) | {"kerangka": "bebas"}
    (root / "dokumen.json").write_text(json.dumps(dokumen, indent=2), "utf-8")
    (root / "bab-1.json").write_text(json.dumps(_CHAPTER, ensure_ascii=False, indent=2), "utf-8")
    return root


_CHAPTER = {
    "judul": "Pendahuluan",
    "isi": ["Renja {{ perangkat_daerah.lengkap }} *miring* **tebal** [[terbuka]], lihat {{ rujuk('target-renstra') }}"],
    "bagian": [
        {"judul": "Isi", "isi": [{"daftar": "1.", "butir": ["satu", {"teks": "dua", "isi": ["lanjutan"]}]},
                                 {"tabel": "usulan-masyarakat"}, "Di antara tabel.", {"tabel": "target-renstra"}]},
        {"judul": "Dasar", "isi": [{"regulasi": "landasan-hukum"}, {"sistematika": True}, {"kutipan": "“Kutipan.”"}]},
    ],
}  # fmt: skip


@cache
def small_documents() -> tuple[Document, ...]:
    """Draft and review copy of the tiny folder."""
    draft = _made("hasil.docx", "buat", tiny(), "--tanpa-halaman")
    review = _made("hasil.docx", "telaah", tiny(), "--tanggal", _DATE)
    return Document(draft, tiny()), Document(review, tiny())


@cache
def documents() -> tuple[Document, ...]:
    """Drafts, a review copy, a redline between two offices, and the draft of the folder with every shape."""
    full = _full()
    other, district = EXAMPLES / "provinsi", EXAMPLES / "kecamatan"
    made: list[tuple[Path, list[str | Path]]] = [
        (full, ["buat", full, "--tanpa-halaman"]),
        (full, ["telaah", full, "--tanggal", _DATE]),
        (RIGHT, ["telaah", RIGHT, "--banding", other, "--tanggal", _DATE]),
        (district, ["buat", district, "--tanpa-halaman"]),
    ]
    return draft(), *(Document(_made("hasil.docx", *command), folder) for folder, command in made)


@cache
def draft() -> Document:
    """The draft of the right folder."""
    return Document(_made("hasil.docx", "buat", RIGHT, "--tanpa-halaman"), RIGHT)


@cache
def workbooks() -> tuple[Rows, ...]:
    """Tables as a workbook, two of them (which are read faster) or all; rows of SIPD in each of its forms."""
    with copied(_full()) as few:
        for path in (few / "tabel").glob("*.json"):
            if path.stem not in {"rencana-program", "bebas"}:
                path.unlink()
        for path in few.glob("bab-*.json"):
            path.write_text('{"judul": "Kosong"}', "utf-8")
        two = Rows(_made("kerja.xlsx", "excel", "ekspor", few), ".xlsx", "excel")
    return (
        two, two, two,
        Rows(_made("kerja.xlsx", "excel", "ekspor", RIGHT), ".xlsx", "excel"),
        Rows(_made("kerja.xlsx", "excel", "ekspor", _full()), ".xlsx", "excel"),
        Rows(_sheet([FIELDS, *ROWS]), ".xlsx", "sipd"),
        Rows("\n".join(";".join(map(str, row)) for row in [FIELDS, *ROWS]).encode(), ".csv", "sipd"),
        Rows(json.dumps([dict(zip(FIELDS, row, strict=False)) for row in ROWS]).encode(), ".json", "sipd"),
    )  # fmt: skip


@cache
def _full() -> Path:
    """The right folder with every kind of block, an ad-hoc table, own words and remarks, rolled on."""
    # Kept until the process ends, because commands want a folder that is there.
    kept = tempfile.mkdtemp(prefix="renjadoc-acak-")
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    root, rolled = Path(kept, "isi"), Path(kept, "gulir")
    shutil.copytree(RIGHT, root)
    (root / "gambar").mkdir()
    shutil.copy(ROOT / "content" / "2021" / "gambar" / "logo.png", root / "gambar")
    shutil.copy(EXAMPLES / "tabel" / "bebas.json", root / "tabel")
    (root / "kamus.txt").write_text("Rinjani # nama tempat\n", "utf-8")
    dokumen = json.loads((root / "dokumen.json").read_bytes()) | {"kerangka": "bebas", "logo": "gambar/logo.png"}
    (root / "dokumen.json").write_text(json.dumps(dokumen), "utf-8")
    chapter = json.loads((EXAMPLES / "bab-kecil.json").read_bytes())
    # What the other chapters place already.
    placed = ({"regulasi": "landasan-hukum"}, {"tabel": "usulan-masyarakat"})
    section = chapter["bagian"][0]
    section["isi"] = [block for block in section["isi"] if block not in placed]
    (root / "bab-6.json").write_text(json.dumps(chapter), "utf-8")
    run("gulir", root, rolled)
    (rolled / "telaah.json").write_text(json.dumps({"catatan": [_REMARK]}), "utf-8")
    return rolled


def _made(name: str, *command: str | Path) -> bytes:
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary, name)
        run(*command, "-o", path)
        return path.read_bytes()


def _sheet(rows: list[tuple[Any, ...]]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@cache
def small_workbooks() -> tuple[Rows, ...]:
    """The tables of the tiny folder as a workbook; the same, two for one Bidang."""
    return (Rows(_made("kerja.xlsx", "excel", "ekspor", tiny()), ".xlsx", "excel"),)


def template() -> bytes:
    """The template that comes with renjadoc."""
    return (resources.templates_folder() / "renja.docx").read_bytes()


@cache
def small_template() -> bytes:
    """The same with the patterns of the tiny folder alone, which is read ten times as fast."""
    parts = package.unpack_word(template())
    root = etree.fromstring(parts[package.DOCUMENT])
    body, left_out = root[0], False
    for child in list(body):
        text = "".join(child.itertext())
        if (found := _PATTERN.search(text)) and found[1] not in {"usulan_masyarakat", "target_renstra"}:
            left_out = True
        left_out = left_out or "contoh_gaya" in text
        if left_out:
            body.remove(child)
            left_out = "endif" not in text or "%}" not in text
    return package.to_bytes({**parts, package.DOCUMENT: etree.tostring(root)})


_PATTERN = re.compile(r"blok\.pola == '(\w+)'")
