"""What regions call themselves, their parts and those who head them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from renjadoc import context
from renjadoc.examine import examine_folder
from renjadoc.reading import Reading
from renjadoc.region_terms import find_terms, head_of_office, title_of_part
from tests.checks.examples import BASE
from tests.conftest import read

YOGYA = "Daerah Istimewa Yogyakarta"


@pytest.mark.parametrize(
    ("jenis", "nama", "provinsi", "full", "head", "kecamatan", "desa", "dprd"),
    [
        ("Kabupaten", "Contoh", "Jawa Tengah", "Kabupaten Contoh", "Bupati", "kecamatan", "desa", "DPRD"),
        ("Kota", "Contoh", "Jawa Tengah", "Kota Contoh", "Wali Kota", "kecamatan", "desa", "DPRD"),
        ("Provinsi", "Jawa Tengah", "Jawa Tengah", "Provinsi Jawa Tengah", "Gubernur", "kecamatan", "desa", "DPRD"),
        ("Provinsi", "Aceh", "Aceh", "Aceh", "Gubernur", "kecamatan", "gampong", "DPRA"),
        ("Kabupaten", "Aceh Besar", "Aceh", "Kabupaten Aceh Besar", "Bupati", "kecamatan", "gampong", "DPRK"),
        ("Provinsi", YOGYA, YOGYA, YOGYA, "Gubernur", "kapanewon", "kalurahan", "DPRD"),
        ("Kabupaten", "Sleman", YOGYA, "Kabupaten Sleman", "Bupati", "kapanewon", "kalurahan", "DPRD"),
        ("Kota", "Yogyakarta", YOGYA, "Kota Yogyakarta", "Wali Kota", "kemantren", "kalurahan", "DPRD"),
        ("Kabupaten", "Jayapura", "Papua", "Kabupaten Jayapura", "Bupati", "distrik", "kampung", "DPRK"),
        ("Provinsi", "Papua Barat Daya", "Papua Barat Daya", "Provinsi Papua Barat Daya", "Gubernur", "distrik",
         "kampung", "DPRP"),
        ("Kabupaten", "Agam", "Sumatera Barat", "Kabupaten Agam", "Bupati", "kecamatan", "nagari", "DPRD"),
    ],
)  # fmt: skip
def test_each_region_has_its_words(
    jenis: str, nama: str, provinsi: str, full: str, head: str, kecamatan: str, desa: str, dprd: str
) -> None:
    terms = find_terms(jenis, nama, provinsi)
    assert (terms.full, terms.head, terms.words["kecamatan"], terms.words["desa"], terms.dprd) == (
        full, head, kecamatan, desa, dprd,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("office", "head"),
    [
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan Kabupaten Contoh"),
        ("Kecamatan Sukamaju", "Camat Sukamaju"),
        ("Kapanewon Depok", "Panewu Depok"),
        ("Kemantren Gondokusuman", "Mantri Pamong Praja Gondokusuman"),
        ("Distrik Sentani", "Kepala Distrik Sentani"),
        ("Kelurahan Melati", "Lurah Melati"),
        ("Sekretariat DPRD", "Sekretaris DPRD Kabupaten Contoh"),
        ("Inspektorat", "Inspektur Kabupaten Contoh"),
        ("RSUD Harapan", "Direktur RSUD Harapan Kabupaten Contoh"),
        (
            "Badan Penanggulangan Bencana Daerah",
            "Kepala Pelaksana Badan Penanggulangan Bencana Daerah Kabupaten Contoh",
        ),
    ],
)
def test_who_signs_follows_from_the_office(office: str, head: str) -> None:
    assert head_of_office(office, f"{office} Kabupaten Contoh") == head


def test_only_parts_of_a_region_have_a_title_of_their_own() -> None:
    assert title_of_part("Kapanewon Depok") == "Panewu"
    assert title_of_part("Dinas Distribusi") == ""


def _folder(tmp_path: Path, facts: dict[str, object]) -> Path:
    shutil.copytree(BASE, tmp_path / "isi")
    path = tmp_path / "isi" / "dokumen.json"
    data = json.loads(path.read_text("utf-8"))
    for key, value in facts.items():
        data[key] = {**data[key], **value} if isinstance(value, dict) else value
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return tmp_path / "isi"


def test_the_narrative_can_use_the_words(tmp_path: Path) -> None:
    region = {"jenis": "Kabupaten", "nama": "Aceh Besar", "provinsi": "Aceh"}
    folder = _folder(tmp_path, {"daerah": region, "perangkat_daerah": {"nama": "Kecamatan Lhoknga"}})
    reading = Reading(read(folder))
    text = "{{ daerah.desa }} {{ daerah.kepala_desa }} {{ daerah.peraturan }} {{ daerah.dprd }} {{ daerah.kecamatan }}"
    assert reading.printed(text) == "gampong keuchik Qanun DPRK kecamatan"
    assert reading.printed("{{ perangkat_daerah.pimpinan }}") == "Camat Lhoknga"


def test_cover_of_a_province_whose_name_says_what_it_is(tmp_path: Path) -> None:
    folder = _folder(tmp_path, {"daerah": {"jenis": "Provinsi", "nama": YOGYA, "provinsi": YOGYA}})
    names = context.template_names(Reading(read(folder)).tables)
    assert names["daerah"]["lengkap"] == YOGYA
    assert names["perangkat_daerah"]["lengkap"].endswith(f"Mikro {YOGYA}")


@pytest.mark.parametrize(
    ("provinsi", "jenis", "text", "found"),
    [
        (YOGYA, "Kabupaten", "Pelayanan di Kecamatan Depok meningkat.", True),
        (YOGYA, "Kabupaten", "Pelayanan di Kapanewon Depok meningkat.", False),
        (YOGYA, "Provinsi", "Pelayanan di Kemantren Gondokusuman meningkat.", False),
        ("Papua", "Kabupaten", "Pelayanan di Distrik Sentani meningkat.", False),
        ("Papua", "Kabupaten", "Pelayanan di Kecamatan Sentani meningkat.", True),
        ("Jawa Tengah", "Kota", "Pelayanan di Kapanewon Depok meningkat.", True),
        ("Jawa Tengah", "Kota", "Data Kecamatan Depok Dalam Angka dan kecamatan lain.", False),
        (YOGYA, "Kabupaten", "Sumber: Kecamatan Depok Dalam Angka; seluruh kecamatan.", False),
    ],
)
def test_words_of_other_regions_are_found(tmp_path: Path, provinsi: str, jenis: str, text: str, found: bool) -> None:
    folder = _folder(tmp_path, {"daerah": {"jenis": jenis, "nama": "Contoh", "provinsi": provinsi}})
    chapter = json.loads((folder / "bab-5.json").read_text("utf-8"))
    chapter["isi"] = [text]
    (folder / "bab-5.json").write_text(json.dumps(chapter), "utf-8")
    assert ("RJ530" in {problem.code for problem in examine_folder(folder)[1].problems}) is found


@pytest.mark.parametrize(("provinsi", "kind", "found"), [
    ("Aceh", "Qanun Kota", False), ("Aceh", "Perda Kota", True), ("Jawa Tengah", "Qanun Kota", True),
    ("Jawa Tengah", "Perda Kota", False), ("Papua", "Perdasus", False), (YOGYA, "Perdais", False),
    ("Aceh", "Perdais", True),
])  # fmt: skip
def test_regulations_of_other_regions_are_found(tmp_path: Path, provinsi: str, kind: str, found: bool) -> None:
    folder = _folder(tmp_path, {"daerah": {"jenis": "Kota", "nama": "Contoh", "provinsi": provinsi}})
    path = folder / "regulasi" / "landasan-hukum.json"
    data = json.loads(path.read_text("utf-8"))
    data["regulasi"] = [{"jenis": kind, "nomor": 7, "tahun": 2025, "daerah": "Contoh", "tentang": "RPJMD"}]
    path.write_text(json.dumps(data), "utf-8")
    assert ("RJ612" in {problem.code for problem in examine_folder(folder)[1].problems}) is found
