"""Facts of an old document that neither its cover nor its signature states are listed as guessed, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adoption.paper import centred, document, p, run, take

WORDS = "Kegiatan tahun ini disusun dengan sasaran yang terukur dan pagu yang tersedia. " * 6
COVER = centred("RENCANA KERJA DINAS PANGAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2026")
SIGNED = p("Maju, 4 Juli 2025") + p("KEPALA DINAS PANGAN") + p("SITI CONTOH, S.P.") + p("NIP 198001012005012001")


def _guesses(tmp_path: Path, cover: str, said: str, signed: str = SIGNED) -> list[str]:
    whole = cover + centred("BAB I PENDAHULUAN") + p(said) + p(WORDS) + centred("BAB II PENUTUP") + p(WORDS) + signed
    return take(document(tmp_path / "lama.docx", whole), tmp_path / "a").adopted.identity.inferred


def test_what_cover_and_signature_say_is_no_guess(tmp_path: Path) -> None:
    said = "Renstra Dinas Pangan Kabupaten Maju Tahun 2025-2029 menjadi pedoman."
    assert _guesses(tmp_path, COVER, said) == []


@pytest.mark.parametrize(
    ("said", "guess"),
    [
        ("Provinsi Jaya membawahi Kabupaten Maju.", "nama provinsi: Jaya"),
        ("Data tahun 2025-2029 dipakai di sini.", "periode Renstra: 2025–2029"),
        ("Visi daerah adalah “Maju bersama menuju daerah yang sejahtera”.",
         "visi daerah: Maju bersama menuju daerah yang sejahtera"),
    ],
)  # fmt: skip
def test_what_only_the_text_says_is_a_guess(tmp_path: Path, said: str, guess: str) -> None:
    assert _guesses(tmp_path, COVER, said) == [guess]


def test_without_a_cover_and_a_signature_all_is_guessed(tmp_path: Path) -> None:
    said = "Renja Dinas Pangan Kabupaten Maju Tahun 2026 memuat rencana. Dinas Pangan melayani warga."
    assert _guesses(tmp_path, "", said, "") == [
        "nama perangkat daerah: Dinas Pangan",
        "nama daerah: Maju",
        "tahun Renja: 2026",
        "tempat pengesahan: Maju",
    ]


def test_the_command_lists_what_was_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = COVER + centred("BAB I PENDAHULUAN") + p("Provinsi Jaya membawahi Kabupaten Maju.") + p(WORDS)
    run("adopsi", document(tmp_path / "lama.docx", body), tmp_path / "a")
    said = capsys.readouterr().out
    assert "Ditebak dari isi naskah, periksa dalam dokumen.json:\n  - nama provinsi: Jaya\n" in said


def test_a_signature_without_rank_is_told(tmp_path: Path) -> None:
    body = COVER + centred("BAB I PENDAHULUAN") + p(WORDS) + centred("BAB II PENUTUP") + p(WORDS) + SIGNED
    missing = take(document(tmp_path / "lama.docx", body), tmp_path / "a").adopted.identity.guessed
    assert [what for what in missing if "penanda tangan" in what] == ["pangkat penanda tangan"]
