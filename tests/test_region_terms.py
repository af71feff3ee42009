"""What regions call themselves, their parts and those who head them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from renjadoc import context
from renjadoc.examine import examine_folder
from renjadoc.reading import Reading
from renjadoc.region_terms import describe_position, find_terms, head_of_office, title_of_part
from renjadoc.starter import lay_down_folder
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
        ("Kota", "Yogyakarta", YOGYA, "Kota Yogyakarta", "Wali Kota", "kemantren", "kelurahan", "DPRD"),
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
        ("BPBD", "Kepala Pelaksana BPBD Kabupaten Contoh"),
        ("UOBK RSUD Harapan", "Direktur RSUD Harapan Kabupaten Contoh"),
        ("Rumah Sakit Jiwa Daerah", "Direktur Rumah Sakit Jiwa Daerah Kabupaten Contoh"),
        ("UPTD Puskesmas Melati", "Kepala UPTD Puskesmas Melati Kabupaten Contoh"),
        ("Satuan Polisi Pamong Praja", "Kepala Satuan Polisi Pamong Praja Kabupaten Contoh"),
        ("Sekretariat Daerah", "Sekretaris Daerah Kabupaten Contoh"),
        ("Sekretariat Majelis Adat", "Kepala Sekretariat Majelis Adat Kabupaten Contoh"),
        ("Sekretariat Majelis Rakyat Papua", "Sekretaris Majelis Rakyat Papua Kabupaten Contoh"),
        ("Paniradya Kaistimewan", "Paniradya Pati Kaistimewan Kabupaten Contoh"),
        ("INSPEKTORAT DAERAH", "Inspektur DAERAH Kabupaten Contoh"),
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
    ("Aceh", "Perdais", True), ("Aceh", "Qanun Gampong", False), ("Jawa Tengah", "Qanun Gampong", True),
    (YOGYA, "Peraturan Kalurahan", False), ("Jawa Tengah", "Peraturan Kalurahan", True),
    ("Sumatera Barat", "Peraturan Nagari", False), ("Lampung", "Peraturan Pekon", False),
    ("Lampung", "Peraturan Kampung", False), ("Papua", "Peraturan Kampung", False),
])  # fmt: skip
def test_regulations_of_other_regions_are_found(tmp_path: Path, provinsi: str, kind: str, found: bool) -> None:
    folder = _folder(tmp_path, {"daerah": {"jenis": "Kota", "nama": "Contoh", "provinsi": provinsi}})
    path = folder / "regulasi" / "landasan-hukum.json"
    data = json.loads(path.read_text("utf-8"))
    data["regulasi"] = [{"jenis": kind, "nomor": 7, "tahun": 2025, "daerah": "Contoh", "tentang": "RPJMD"}]
    path.write_text(json.dumps(data), "utf-8")
    assert ("RJ612" in {problem.code for problem in examine_folder(folder)[1].problems}) is found


@pytest.mark.parametrize(
    ("office", "jenis", "provinsi", "said"),
    [
        ("Dinas Sosial", "Kabupaten", "Jawa Tengah", "bertanggung jawab kepada Bupati melalui Sekretaris Daerah"),
        ("Badan Kepegawaian", "Kota", "Jawa Tengah", "unsur penunjang"),
        ("Kecamatan Darul Imarah", "Kabupaten", "Aceh", "pemberdayaan masyarakat gampong dan kelurahan"),
        ("Distrik Sentani", "Kabupaten", "Papua", "dipimpin oleh Kepala Distrik"),
        ("Kapanewon Depok", "Kabupaten", YOGYA, "masyarakat kalurahan dan kelurahan"),
        ("Kelurahan Melati", "Kota", "Papua", "bertanggung jawab kepada Kepala Distrik"),
        ("Kecamatan Menteng", "Provinsi", "DKI Jakarta", "pemberdayaan masyarakat kelurahan."),
        ("Kecamatan Menteng", "Provinsi", "Daerah Khusus Jakarta", "kepada Wali Kota atau Bupati Administrasi"),
        ("Suku Dinas Sosial Kota Administrasi Jakarta Barat", "Provinsi", "DKI Jakarta", "Kepala Suku Dinas"),
        ("Sekretariat DPRK", "Kabupaten", "Aceh", "pimpinan DPRK"),
        ("Inspektorat", "Provinsi", "Aceh", "kepada Gubernur melalui Sekretaris Daerah"),
        ("RSUD Harapan", "Kota", "Jawa Timur", "dipimpin oleh Direktur yang bertanggung jawab kepada kepala dinas"),
        ("Rumah Sakit Umum Daerah Harapan", "Provinsi", "Papua", "unit organisasi bersifat khusus"),
        ("UPTD RSUD Harapan", "Kabupaten", "Aceh", "melalui penyampaian laporan"),
        ("Puskesmas Melati", "Kota", "Jawa Timur", "dipimpin oleh Kepala Puskesmas"),
        ("UPTD Laboratorium Lingkungan", "Kota", "Jawa Timur", "kepala perangkat daerah induknya"),
        ("Satuan Polisi Pamong Praja", "Kabupaten", "Jawa Timur", "menegakkan peraturan daerah"),
        ("Satpol PP dan Wilayatul Hisbah", "Kabupaten", "Aceh", "menegakkan qanun"),
        ("BPBD", "Kabupaten", "Jawa Timur", "ex officio oleh Sekretaris Daerah"),
        ("Kantor Kesatuan Bangsa dan Politik", "Kota", "Papua", "di bidang kesatuan bangsa dan politik"),
        ("Bapperida", "Kota", "Jawa Timur", "unsur penunjang"),
        ("DINAS SOSIAL", "Provinsi", "Jawa Timur", "dipimpin oleh kepala dinas"),
        ("Kemantren Umbulharjo", "Kota", YOGYA, "masyarakat kelurahan. Kemantren"),
        ("Kecamatan Melati", "Kota", "Jawa Timur", "masyarakat kelurahan. Kecamatan"),
        ("Kecamatan Kuta Raja", "Kota", "Aceh", "masyarakat gampong dan kelurahan"),
        ("Sekretariat Majelis Rakyat Papua", "Provinsi", "Papua", "pimpinan Majelis Rakyat Papua"),
        ("Biro Umum", "Provinsi", "Jawa Timur", "bertanggung jawab kepada Sekretaris Daerah"),
    ],
)
def test_what_an_office_is_is_said_in_the_words_of_its_region(
    office: str, jenis: str, provinsi: str, said: str
) -> None:
    assert said in str(describe_position(office, jenis, provinsi))


def test_nothing_is_said_of_an_office_of_no_known_kind() -> None:
    assert describe_position("Otorita Pelabuhan", "Kota", "Jawa Timur") is None
    assert describe_position("Dinasti Harapan", "Kota", "Jawa Timur") is None


def test_the_parts_of_jakarta_make_no_regulations_of_a_kota(tmp_path: Path) -> None:
    jakarta = {"jenis": "Provinsi", "nama": "DKI Jakarta", "provinsi": "DKI Jakarta"}
    folder = _folder(tmp_path, {"daerah": jakarta})
    path = folder / "regulasi" / "landasan-hukum.json"
    data = json.loads(path.read_text("utf-8"))
    gazette = {"tahun": 2025, "nomor": 7}
    data["regulasi"].append(
        {
            "jenis": "Perda Kota",
            "nomor": 7,
            "tahun": 2025,
            "daerah": "Jakarta Barat",
            "tentang": "X",
            "lembaran": gazette,
        }
    )
    path.write_text(json.dumps(data), "utf-8")
    found = [p.message for p in examine_folder(folder)[1].problems if p.code == "RJ612"]
    assert found == ["Perda Kota Jakarta Barat 7/2025: kota dan kabupaten administrasi tidak menetapkan Perda Kota"]


@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        ("Peraturan Kalurahan", "tidak menetapkan Peraturan Kalurahan", "Di sini disebut Peraturan Desa."),
        ("Peraturan Lurah", "tidak menetapkan Peraturan Lurah", "Di sini disebut Peraturan Kepala Desa."),
        ("Qanun Gampong", "tidak menetapkan Qanun", "Di sini disebut Peraturan Desa."),
    ],
)
def test_a_regulation_of_a_village_is_told_by_what_villages_are_called(
    tmp_path: Path, kind: str, message: str, hint: str
) -> None:
    folder = _folder(tmp_path, {"daerah": {"jenis": "Kabupaten", "nama": "Contoh", "provinsi": "Jawa Tengah"}})
    path = folder / "regulasi" / "landasan-hukum.json"
    data = json.loads(path.read_text("utf-8"))
    data["regulasi"].append({"jenis": kind, "nomor": 7, "tahun": 2025, "daerah": "Sinduadi", "tentang": "APB"})
    path.write_text(json.dumps(data), "utf-8")
    [found] = [one for one in examine_folder(folder)[1].problems if one.code == "RJ612"]
    assert found.message.endswith(message)
    assert found.hint == hint


@pytest.mark.parametrize(
    ("provinsi", "law"),
    [("Aceh", "UU 11/2006"), ("Papua Selatan", "UU 21/2001"), (YOGYA, "UU 13/2012"), ("DKI Jakarta", "UU 2/2024"),
     ("Jawa Tengah", "")],
)  # fmt: skip
def test_a_fresh_folder_of_a_special_region_cites_its_law_in_order(tmp_path: Path, provinsi: str, law: str) -> None:
    answers = {"/daerah/jenis": "Provinsi", "/daerah/nama": provinsi, "/daerah/provinsi": provinsi}
    lay_down_folder(tmp_path / "isi", 2027, answers)
    entries = json.loads((tmp_path / "isi/regulasi/landasan-hukum.json").read_text("utf-8"))["regulasi"]
    laws = [f"UU {one['nomor']}/{one['tahun']}" for one in entries if one["jenis"] == "UU"]
    assert [one for one in laws if one not in {"UU 25/2004", "UU 23/2014"}] == ([law] if law else [])
    assert "RJ601" not in {one.code for one in examine_folder(tmp_path / "isi")[1].problems}
