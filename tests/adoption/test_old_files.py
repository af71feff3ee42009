"""Old documents that are no .docx: LibreOffice reads them, or it is said what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from renjadoc.adoption.several import read_documents
from renjadoc.problem import ProblemsFound
from renjadoc.word.layout import old_files, pages
from renjadoc.word.packages import package
from tests.adoption.paper import document, p, take
from tests.conftest import needs_office

LINES = [
    "RENCANA KERJA", "DINAS PANGAN", "KABUPATEN MAJU JAYA", "TAHUN 2024", "BAB I PENDAHULUAN", "1.1 Latar Belakang",
    "Renja Dinas Pangan Tahun 2024 menjabarkan 12 kegiatan.", "BAB II PENUTUP", "Demikian Renja ini disusun.",
]  # fmt: skip
RTF = r"{\rtf1\ansi " + r"\par ".join(rf"{{\b {line}}}" if line.isupper() else line for line in LINES) + r"\par}"


def odt() -> bytes:
    """The beginning of an OpenDocument text, which says what it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return made.getvalue()


@pytest.mark.parametrize(
    ("raw", "suffix"), [(RTF.encode(), ".rtf"), (package.OLE + b"x", ".doc"), (odt(), ".odt"), (b"PK\x03\x04", "")]
)
def test_a_file_is_known_by_what_stands_in_it(raw: bytes, suffix: str) -> None:
    assert old_files.find_suffix(raw) == suffix


@needs_office
def test_libreoffice_reads_what_is_no_docx(tmp_path: Path) -> None:
    (tmp_path / "Renja lama.doc").write_text(RTF, "ascii")  # Called .doc, as Word long allowed.
    made = take(tmp_path / "Renja lama.doc", tmp_path / "isi")
    assert (made.adopted.identity.name, made.adopted.identity.year, made.adopted.chapters) == ("Dinas Pangan", 2024, 2)
    made.says("Renja Dinas Pangan Tahun 2024 menjabarkan 12 kegiatan.", "Demikian Renja ini disusun.")
    what, name = made.adopted.doubtful[0]
    assert (what, name) == ("dibaca lewat LibreOffice sebagai .rtf; bandingkan dengan aslinya", "Renja lama.doc")


@needs_office
def test_what_libreoffice_cannot_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "sandi.doc").write_bytes(package.OLE + bytes(2000))
    assert "sandi.doc: berkas ini .doc: LibreOffice tidak dapat membacanya" in _refusal(tmp_path / "sandi.doc")


@pytest.mark.parametrize(("name", "raw"), [("a.doc", package.OLE), ("a.rtf", RTF.encode()), ("a.odt", odt())])
def test_without_libreoffice_word_has_to_save_it(
    name: str, raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "find_libreoffice", lambda: None)
    (tmp_path / name).write_bytes(raw)
    said = _refusal(tmp_path / name)
    assert f"berkas ini .{name[2:]}, yang hanya dapat dibaca bila LibreOffice terpasang" in said
    assert "Simpan Sebagai" in said


def test_a_docx_asks_for_no_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "find_libreoffice", lambda: pytest.fail("LibreOffice is not needed"))
    assert len(read_documents([document(tmp_path / "a.docx", p("Renja"))]).blocks) == 1


def _refusal(path: Path) -> str:
    with pytest.raises(ProblemsFound) as refused:
        read_documents([path])
    [problem] = refused.value.problems
    return f"{problem.location.file}: {problem.message} {problem.hint}"
