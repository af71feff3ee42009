"""Which typed years are offered a placeholder, which never are, and how the offers are written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.edits.apply import apply_edits
from renjadoc.edits.edit import Edit
from renjadoc.reading import Reading
from renjadoc.years import stray_years
from tests.checks.examples import BASE
from tests.conftest import ROOT, read


def _offered(root: Path) -> list[tuple[str, str]]:
    offers = stray_years.find_offers(Reading(read(root)))
    return [(change.old, change.new) for offer in offers for change in offer.changes]


@pytest.fixture
def dasar(tmp_path: Path) -> Path:
    """A folder of 2027 in the Renstra 2025–2029."""
    shutil.copytree(BASE, tmp_path / "2027")
    return tmp_path / "2027"


def _with_sentence(dasar: Path, sentence: str) -> list[tuple[str, str]]:
    path = dasar / "bab-5.json"
    path.write_text(json.dumps({"judul": "Penutup", "isi": [sentence]}, ensure_ascii=False), "utf-8")
    return _offered(dasar)


@pytest.mark.parametrize(
    ("sentence", "offered"),
    [
        ("Pada Tahun 2027 direncanakan 5 program.", ["2027 {{ tahun }}"]),
        ("Pagu indikatif Tahun Anggaran 2027 naik; prakiraan maju 2028.", ["2027 {{ tahun }}", "2028 {{ tahun + 1 }}"]),
        ("Renja Dinas Contoh 2027 menjadi pedoman.", ["2027 {{ tahun }}"]),
        ("Realisasi anggaran tahun 2025 dan 2026 baik.", ["2025 {{ tahun - 2 }}", "2026 {{ tahun - 1 }}"]),
        ("Evaluasi Renja Tahun 2026 selesai.", ["2026 {{ tahun - 1 }}"]),
        ("Renstra Dinas Tahun 2025-2029 memuat visi.", ["2025-2029 {{ renstra.periode }}"]),
        ("Visi daerah periode 2025–2029 tercapai.", ["2025–2029 {{ renstra.periode }}"]),
        ("Sesuai PP Nomor 12 Tahun 2026 tentang Uji; Renja Tahun 2027 disusun.", ["2027 {{ tahun }}"]),
    ],
)
def test_years_of_the_document_are_offered(dasar: Path, sentence: str, offered: list[str]) -> None:
    assert [" ".join(offer) for offer in _with_sentence(dasar, sentence)] == offered


@pytest.mark.parametrize(
    "sentence",
    [
        "Peraturan Bupati Contoh Nomor 7 Tahun 2026 menjadi dasar.",
        "Peraturan Daerah Nomor 8 Tahun 2026 tentang APBD Tahun Anggaran 2027 menjadi dasar.",
        "Peraturan Daerah Nomor 8 Tahun 2025 tentang Rencana Strategis Dinas, Tahun 2025-2029 menjadi dasar.",
        "Surat Edaran Nomor 050/12/2027 dan Keputusan Bupati Nomor: 188.4/45 Tahun 2027 menjadi dasar.",
        "UU 11/2027 menjadi dasar.",
        "Permendagri 77/2027 menjadi dasar Renja.",
        "Renja 050/2027 menjadi dasar.",
        "Lembaran Negara Republik Indonesia Tahun 2027 Nomor 3 memuatnya.",
        "RPJMD Kabupaten Contoh Tahun 2025-2029 menjadi acuan.",
        "Renstra Kementerian Dalam Negeri Tahun 2025–2029 menjadi acuan.",
        "Renstra Tahun 2020–2024 sudah berakhir.",
        "Realisasi tahun 2025–2026 baik.",
        "RPJMN Tahun 2027 menjadi acuan.",
        "Renja ditetapkan pada 3 Januari 2027, sesudah rapat bulan Desember 2026.",
        "Dinas ini dibentuk pada tahun 2026 dan menangani usaha mikro sejak 2025.",
        "Penduduknya 31.250 jiwa pada tahun 2026.",
        "Pandemi pada tahun 2026 menurunkan realisasi anggaran.",
        "Data BPS tahun 2027 dan Sensus Ekonomi 2026 menjadi dasar.",
        "Bantuan diterima 2027 pelaku usaha dengan nilai Rp2027.",
        "Pekan Olahraga 2027 diikuti 12 cabang.",
        "Target [[apakah Tahun 2027?]] dan {{ tahun }} belum ada.",
        "Pada tahun 2020 target tercapai, pada tahun 2035 belum.",
    ],
)
def test_other_years_never_are(dasar: Path, sentence: str) -> None:
    assert _with_sentence(dasar, sentence) == []


def test_a_listed_title_ends_where_it_ends(dasar: Path) -> None:
    listed = json.loads((dasar / "regulasi" / "landasan-hukum.json").read_text("utf-8"))["regulasi"][0]
    cited = f"UU Nomor {listed['nomor']} Tahun {listed['tahun']} tentang {listed['tentang']}"
    sentence = f"Sesuai {cited}, Renja Tahun 2027 disusun."
    assert _with_sentence(dasar, sentence) == [("2027", "{{ tahun }}")]
    assert _with_sentence(dasar, f"Sesuai {cited} Kota Contoh Tahun 2027, disusun Renja ini.") == []


def _table(dasar: Path, name: str, change: dict[str, Any]) -> None:
    path = dasar / "tabel" / f"{name}.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change, ensure_ascii=False), "utf-8")


def test_captions_follow_their_columns(dasar: Path) -> None:
    _table(dasar, "evaluasi", {"judul": ["Evaluasi Tahun 2022–2026"]})
    assert _offered(dasar) == [("2022", "{{ tahun - 5 }}"), ("2026", "{{ tahun - 1 }}")]


def test_notes_are_judged_like_sentences(dasar: Path) -> None:
    _table(dasar, "evaluasi", {"keterangan": ["Menurut 2026 responden.", "Realisasi Tahun 2026."]})
    assert _offered(dasar) == [("2026", "{{ tahun - 1 }}")]


def test_captions_of_free_tables_and_pictures_name_what_is_there(dasar: Path) -> None:
    _table(dasar, "anggaran", {"judul": ["Anggaran Tahun 2027"]})
    chapter = json.loads((dasar / "bab-5.json").read_text("utf-8"))
    chapter["isi"] += [{"gambar": "peta.png", "alt": "Peta", "judul": "Peta Tahun 2027"}]
    shutil.copy(ROOT / "content" / "2021" / "gambar" / "logo.png", dasar / "peta.png")
    (dasar / "bab-5.json").write_text(json.dumps(chapter), "utf-8")
    assert _offered(dasar) == []


def test_captions_of_renstra_targets_follow_the_period(dasar: Path) -> None:
    _table(dasar, "target-renstra", {"judul": ["Target Renstra Tahun 2025–2029", "Keadaan Tahun 2027"]})
    assert _offered(dasar) == [("2025–2029", "{{ renstra.periode }}")]


def test_quotations_and_names_of_files_stay(dasar: Path) -> None:
    chapter = json.loads((dasar / "bab-5.json").read_text("utf-8"))
    chapter["isi"] += [{"kutipan": "Visi Tahun 2027."}, {"gambar": "gambar/tahun 2027.png", "alt": "Peta Tahun 2027"}]
    (dasar / "gambar").mkdir(exist_ok=True)
    shutil.copy(ROOT / "content" / "2021" / "gambar" / "logo.png", dasar / "gambar" / "tahun 2027.png")
    (dasar / "bab-5.json").write_text(json.dumps(chapter), "utf-8")
    assert _offered(dasar) == []


@given(st.lists(st.text(max_size=8), min_size=2, max_size=4), st.booleans())
def test_writing_touches_the_years_alone(pieces: list[str], ascii_only: bool) -> None:
    text = "2027".join(pieces)
    raw = json.dumps(text, ensure_ascii=ascii_only)
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError:
        return
    offers, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        offers.append(Edit("x", "", "set", "{{ tahun }}", span=(at, at + 4)))
        at += 4
    assert stray_years.fill_offers(text, offers) == "{{ tahun }}".join(pieces)
    joined = "{{ tahun }}".join(json.dumps(piece, ensure_ascii=ascii_only)[1:-1] for piece in pieces)
    assert apply_edits(raw, offers) == f'"{joined}"'
