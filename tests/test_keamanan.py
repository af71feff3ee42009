"""What docs/keamanan.md promises and no other room tests: paths, what a template may bring along, formulas."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from renjadoc import cli
from renjadoc.absorption.run import plan_absorption
from renjadoc.batch.office import OfficeResult, Status
from renjadoc.batch.summary import Summary, write_workbook
from renjadoc.problem import ProblemsFound
from renjadoc.word.packages import package
from renjadoc.word.packages.package import Parts
from renjadoc.word.templates.template import Template
from tests.acak import bases
from tests.conftest import ROOT, report_of

Edit = Callable[[str, Callable[[Any], Any]], None]
TEMPLATE = ROOT / "templates" / "renja.docx"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


# Paths


@pytest.mark.parametrize("name", ["../kerangka", "/etc/passwd", "..\\x", "a/../../x", "\u2024\u2024/x"])
def test_an_outline_is_found_only_among_outlines(isi: Path, edit: Edit, name: str) -> None:
    (isi.resolve().parent / "kerangka.json").write_text('{"nama": "x", "sumber": "x", "bab": []}', "utf-8")
    edit("dokumen.json", lambda data: data.update(kerangka=name))
    assert "galat RJ030: kerangka" in report_of(isi)


@pytest.mark.parametrize("name", ["../lain.docx", "/tmp/lain.docx", "..\\lain.docx", "a/b.docx"])
def test_a_template_is_named_without_a_path(isi: Path, edit: Edit, name: str) -> None:
    edit("dokumen.json", lambda data: data.update(templat=name))
    assert "galat RJ013: “templat”" in report_of(isi)


@pytest.mark.parametrize("kind", ["../dokumen", "dokumen", "kerangka", "../../schema/bab", ""])
def test_a_table_is_of_a_known_kind(isi: Path, edit: Edit, kind: str) -> None:
    edit("tabel/evaluasi.json", lambda data: data.update(jenis=kind))
    assert "galat RJ013: “jenis”" in report_of(isi)


def test_a_schema_named_in_the_content_is_not_fetched(isi: Path, edit: Edit) -> None:
    edit("bab-4.json", lambda data: data.update({"$schema": "http://127.0.0.1:1/skema.json"}))
    assert report_of(isi) == ""


def test_a_returned_document_writes_only_files_of_the_content(tmp_path: Path) -> None:
    """The base text of a document says from which file each paragraph comes; a forged one must lead nowhere else."""
    parts = _parts(bases.draft().raw)
    base = parts[package.BASE_PART].decode()
    assert 'berkas="bab-5.json"' in base
    parts[package.BASE_PART] = base.replace('berkas="bab-5.json"', 'berkas="../../jahat.json"').encode()
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace("</w:t>", " diubah</w:t>").encode()
    path = tmp_path / "kembali.docx"
    path.write_bytes(package.to_bytes(parts))
    try:
        files = plan_absorption(path, bases.RIGHT, take_pending=True).files
    except ProblemsFound:
        return
    assert all(re.fullmatch(r"(?:bab-\d+|dokumen|telaah|(?:tabel|regulasi)/[\w-]+)\.json", name) for name in files)


# What a template may bring along


def _parts(raw: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _related(kind: str, target: str, mode: str = ' TargetMode="External"') -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        relation = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{mode}/></Relationships>'
        parts[RELS] = parts[RELS].replace(b"</Relationships>", relation.encode())

    return change


def _macro_type(parts: Parts) -> None:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert kind in parts[package.CONTENT_TYPES]
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    parts[package.CONTENT_TYPES] = parts[package.CONTENT_TYPES].replace(kind, macro)


def _field(*codes: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
        field = (
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        body = parts["word/document.xml"].decode()
        parts["word/document.xml"] = body.replace("<w:body>", f"<w:body>{field}", 1).encode()

    return change


DANGERS: dict[str, tuple[Callable[[Parts], None], str]] = {
    "gambar-luar": (_related(f"{OFFICE}/image", "http://contoh.id/x.png"), "mengambil image dari luar"),
    "templat-luar": (_related(f"{OFFICE}/attachedTemplate", "file://x/y.dotm"), "mengambil attachedTemplate dari luar"),
    "bingkai-luar": (_related(f"{OFFICE}/frame", "http://contoh.id"), "mengambil frame dari luar"),
    "ole": (_related(f"{OFFICE}/oleObject", "embeddings/x.bin", ""), "benda tertanam (oleObject)"),
    "html": (_related(f"{OFFICE}/aFChunk", "x.html", ""), "benda tertanam (aFChunk)"),
    "makro": (
        _related("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", ""),
        "makro",
    ),
    "jenis-makro": (_macro_type, "berisi makro"),
    "dde": (_field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"), "bidang (field) DDEAUTO"),
    "dde-terpotong": (_field(" DDE", "AUTO x"), "bidang (field) DDEAUTO"),
    "sisipan": (_field('INCLUDETEXT "/etc/passwd"'), "bidang (field) INCLUDETEXT"),
}


@pytest.mark.parametrize("name", DANGERS)
def test_a_template_that_runs_or_fetches_is_refused(tmp_path: Path, name: str) -> None:
    change, said = DANGERS[name]
    parts = _parts(TEMPLATE.read_bytes())
    change(parts)
    path = tmp_path / "renja.docx"
    path.write_bytes(package.to_bytes(parts))
    with pytest.raises(ProblemsFound) as caught:
        Template(path, "renja.docx")
    (problem,) = caught.value.problems
    assert problem.code == "RJ040"
    assert said in problem.message


def test_a_link_that_a_person_must_click_is_no_danger(tmp_path: Path) -> None:
    parts = _parts(TEMPLATE.read_bytes())
    _related(f"{OFFICE}/hyperlink", "https://contoh.id")(parts)
    path = tmp_path / "renja.docx"
    path.write_bytes(package.to_bytes(parts))
    assert Template(path, "renja.docx").body


def test_what_the_content_says_makes_no_link_and_no_field(isi: Path, edit: Edit) -> None:
    text = 'http://contoh.id <w:instrText>DDEAUTO x</w:instrText> file:///etc/passwd HYPERLINK "x" \\\\server\\x'
    edit("bab-4.json", lambda data: data["isi"].append(text))
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]) == 0
    parts = package.unpack_file(Path("hasil.docx"))
    assert not any(b"External" in data for name, data in parts.items() if name.endswith(".rels"))
    codes = set(re.findall(rb"<w:instrText[^>]*>\s*(\w+)", parts["word/document.xml"]))
    assert codes <= {b"SEQ", b"REF", b"PAGEREF", b"TOC", b"PAGE"}


def test_a_number_in_a_placeholder_fills_no_memory(isi: Path, edit: Edit) -> None:
    edit("bab-4.json", lambda data: data["isi"].append("{{ 99999999999999999999 | romawi }}"))
    assert "saringan “romawi” tidak cocok untuk nilai itu" in report_of(isi)


def test_a_zip_that_is_broken_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rusak.docx"
    raw = bytearray(TEMPLATE.read_bytes())
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    raw[start : start + 200] = b"\xff" * 200
    path.write_bytes(raw)
    with pytest.raises(package.PackageError, match="bukan dokumen Word"):
        package.unpack_file(path)


# Excel


@pytest.mark.parametrize("text", ['=HYPERLINK("http://contoh.id")', "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0"])
def test_what_an_office_calls_itself_never_becomes_a_formula(text: str) -> None:
    problem = {"kode": "RJ001", "berkas": text, "baris": 1, "kolom": 1, "pesan": text, "saran": text}
    one = OfficeResult(text, text, Status.FAILED, nama=text, masalah=[problem], catatan=[text])
    book = load_workbook(io.BytesIO(write_workbook(Summary([one], 1.0), {})))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert len(cells) == 9
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_characters_that_excel_cannot_hold_are_left_out() -> None:
    one = OfficeResult("a\x00b\ud800", "x", Status.MADE, nama="a" * 40_000)
    sheet = load_workbook(io.BytesIO(write_workbook(Summary([one], 1.0), {})))["Perangkat daerah"]
    assert sheet["A2"].value == "ab?"
    assert len(sheet["B2"].value) == 32_767


def test_the_memory_of_a_run_is_read_as_data(tmp_path: Path) -> None:
    from renjadoc.batch import memory

    kept = tmp_path / ".renjadoc" / "x.docx.json"
    kept.parent.mkdir()
    kept.write_text(json.dumps({"key": "x", "document": "y", "outcome": "__import__('os')"}), "utf-8")
    assert memory.recall_document(tmp_path / "x.docx") is None
