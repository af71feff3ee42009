"""Findings of tables as comments on the very cells, in the copy that `periksa --komentar` writes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.cli import main
from renjadoc.unbroken import as_seen
from tests.checks.examples import lay_down


def _read_comments(path: str) -> dict[str, str]:
    """The texts that comments stand on, each with what the comment says."""
    with zipfile.ZipFile(path) as archive:
        body, said = (archive.read(f"word/{part}.xml").decode() for part in ("document", "comments"))
    texts = dict(re.findall(r'<w:comment w:id="(\d+)".*?<w:t[^>]*>(.*?)</w:t>', said))
    marked = re.findall(r'<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', body, re.DOTALL)
    return {texts[at]: as_seen("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", within))) for at, within in marked}


def test_cells_carry_their_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    changes = (
        'tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = "8"',
        'tabel/anggaran.json /baris/2 = ["Jumlah", "1.169.190.750"]',
        'kata-pengantar.json := {"judul": "Kata Pengantar", "isi": ["Serapan mencapai 98,25 % pada tahun lalu."]}',
    )
    lay_down(Example(changes), Path("isi"))
    main(["periksa", "isi", "--komentar", "k.docx"])
    found = _read_comments("k.docx")
    on = {said.partition(" ")[0]: text for said, text in found.items()}
    assert on["Target"] == "8"
    assert on["Jumlah"] == "Jumlah"
    assert on["Ada"] == "Serapan mencapai 98,25 % pada tahun lalu."
