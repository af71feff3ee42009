"""Pictures of an old document: one that is shown in many places is kept once; too many are refused in words."""

from __future__ import annotations

import io
import json
import os
import struct
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from PIL import Image

from renjadoc import cli, pipeline
from renjadoc.adoption import converting
from renjadoc.adoption.files import _make_printable
from renjadoc.problem import ProblemsFound
from renjadoc.word.layout import pages
from renjadoc.word.packages import package
from renjadoc.word.reader.document import WordPicture
from renjadoc.word.writing import parts
from tests.acak import bases
from tests.adoption.paper import take
from tests.conftest import ROOT

LOGO = (ROOT / "content" / "2021" / "gambar" / "logo.png").read_bytes()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("BAB I PENDAHULUAN", 1)
    for number in range(200):
        document.add_paragraph(f"Paragraf {number} menjelaskan gambar berikut.")
        document.add_picture(io.BytesIO(LOGO))
    document.save(str(tmp_path / "lama.docx"))
    return tmp_path / "lama.docx"


def test_a_picture_that_stands_200_times_is_written_once(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(old.parent)
    cli.main(["adopsi", "lama.docx", "baru"])
    kept = list((old.parent / "baru" / "gambar").iterdir())
    shown = "".join(path.read_text("utf-8") for path in (old.parent / "baru").glob("bab-*.json"))
    assert shown.count('"gambar"') > 150
    assert len(kept) == 1, "satu berkas"
    made = next(iter(old.parent.glob("baru*/*.docx")), None)
    assert made is None or len([name for name in package.unpack_file(made) if "media" in name]) <= 2


def test_a_picture_wider_than_an_upright_page_keeps_its_landscape_page(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_paragraph("Uraian.")
    document.add_picture(io.BytesIO(LOGO), width=Cm(12))
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(33), Cm(21.5)
    for width in (24, 12):
        document.add_picture(io.BytesIO(LOGO), width=Cm(width))
        document.add_paragraph("Uraian.")
    document.save(str(tmp_path / "lama.docx"))
    made = take(tmp_path / "lama.docx", tmp_path / "baru")
    chapter = json.loads((made.folder / "bab-1.json").read_bytes())
    pictures = [block for block in chapter["isi"] if "gambar" in block]
    assert [(one["lebar_cm"], one.get("lanskap")) for one in pictures] == [(12, None), (24, True), (12, None)]


def test_a_document_holds_a_picture_once_however_often_it_stands_there(tmp_path: Path) -> None:
    with bases.copied(bases.RIGHT) as root:
        (root / "gambar").mkdir()
        (root / "gambar" / "a.png").write_bytes(LOGO)
        chapter = json.loads((root / "bab-5.json").read_bytes())
        chapter["isi"] += [{"gambar": "gambar/a.png", "alt": "Lambang"}, "Di antaranya."] * 30
        (root / "bab-5.json").write_text(json.dumps(chapter), "utf-8")
        made = tmp_path / "hasil.docx"
        pipeline.make_document(pipeline.DocumentOrder(root, made, page_numbers=False))
    found = package.unpack_file(made)
    assert [name for name in found if name.startswith("word/media/")] == ["word/media/rIdGambar1.png"]
    assert found[package.DOCUMENT].count(b'r:embed="rIdGambar1"') == 30


def test_more_pictures_than_a_document_may_hold_are_refused_with_their_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MAX_PICTURES", 3 << 20)
    with bases.copied(bases.RIGHT) as root:
        (root / "gambar").mkdir()
        blocks = []
        for number in range(3):
            made = io.BytesIO()
            Image.frombytes("RGB", (800, 500), os.urandom(800 * 500 * 3)).save(made, "PNG")
            (root / "gambar" / f"{number}.png").write_bytes(made.getvalue())
            blocks.append({"gambar": f"gambar/{number}.png", "alt": "Titik"})
        chapter = json.loads((root / "bab-5.json").read_bytes())
        (root / "bab-5.json").write_text(json.dumps({**chapter, "isi": [*chapter["isi"], *blocks]}), "utf-8")
        with pytest.raises(ProblemsFound) as refused:
            pipeline.make_document(pipeline.DocumentOrder(root, tmp_path / "hasil.docx", page_numbers=False))
    assert "semua gambar bersama-sama 3 MB, paling banyak 3 MB" in refused.value.problems[0].message


@pytest.mark.skipif(os.name == "nt", reason="program POSIX")
def test_pictures_that_never_end_in_libreoffice_are_given_up_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("RENJADOC_SOFFICE", str(program))
    monkeypatch.setattr(converting, "_MOST_SECONDS", 0.2)
    starts: list[object] = []
    begin = pages._start_process
    monkeypatch.setattr(pages, "_start_process", lambda *how: starts.append(how) or begin(*how))
    lines = [struct.pack("<II4i4i", 1, 108, 0, 0, n, 49, 0, 0, 8000, 4000) + b" EMF" + bytes(64) for n in range(30)]
    shown = [WordPicture(f"{number}.emf", data, "", "") for number, data in enumerate(lines)]
    made = _make_printable([*shown, *shown])
    assert list(made.values()) == shown
    assert len(starts) == 2
