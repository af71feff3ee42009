"""The twenty-ninth batch of faults, planted one by one into eight right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_everywhere, plant_text, plant_value

BASE = Path(__file__).parent

_HOSPITAL, _WORKS = "rsud-kab-jabar-2027", "pupr-prov-maluku-2027"
_SUBDISTRICT, _VILLAGES = "kapanewon-gunungkidul-2026", "dpmg-pidie-2027"
_DISTRICT, _FINANCE = "distrik-papua-tengah-2027", "bpkad-kab-kalbar-2027"
_FARMING, _COUNCIL = "pertanian-kab-sumut-2026", "setwan-kab-bali-2027"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _EVALUATED = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/evaluasi.json"
_PROPOSED, _LAWS, _DOCUMENT = "tabel/usulan-masyarakat.json", "regulasi/landasan-hukum.json", "dokumen.json"
_WATER_LAW_OF_2004 = {
    "jenis": "UU",
    "nomor": 7,
    "tahun": 2004,
    "tentang": "Sumber Daya Air",
    "lembaran": {"tahun": 2004, "nomor": 32},
    "tambahan": 4377,
}
_PLANTING_LAW_OF_1992 = {
    "jenis": "UU",
    "nomor": 12,
    "tahun": 1992,
    "tentang": "Sistem Budidaya Tanaman",
    "lembaran": {"tahun": 1992, "nomor": 46},
    "tambahan": 3478,
}


def _insert_law(place: int, law: dict[str, Any]) -> Plant:
    return plant_change(_LAWS, lambda laws: laws["regulasi"].insert(place, law))


def _put_back_water_law(laws: Any) -> None:
    """The law of 2019 gives its place to the one that was annulled."""
    laws["regulasi"].pop(5)
    laws["regulasi"].insert(0, _WATER_LAW_OF_2004)


def _amend_village_law_by_another(laws: Any) -> None:
    """The law on villages is said to be changed by what changed the one on regional government."""
    villages, regions = laws["regulasi"][2:4]
    villages["diubah"] = {**regions["diubah"], "frasa": "sebagaimana telah diubah dengan"}


def _count_other_bodies(table: Any) -> None:
    """Fewer bodies than the sentence tells, in the year and up to it."""
    activity = table["program"][1]["kegiatan"][0]
    activity["realisasi_sd_n-2"] = activity["renja_n-2"]["realisasi"] = "42 lembaga"


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("rsud-jumlah-pagu-angka-tertukar", _HOSPITAL, "uang", _FOUR, "Rp201.102.416.000", "Rp201.120.416.000"),
    ("rsud-bagian-sisa-anggaran-tidak-seratus", _HOSPITAL, "uang", _TWO, "barang dan jasa (52,6%)", "barang dan jasa (56,2%)"),
    ("pupr-porsi-program-jalan", _WORKS, "uang", _THREE, "atau 71,65% dari pagu", "atau 76,15% dari pagu"),
    ("pupr-persen-serapan-tertukar", _WORKS, "uang", _TWO, "atau 96,29%", "atau 92,69%"),
    ("sisa-belanja-pegawai-tertukar-angka", _SUBDISTRICT, "uang", _TWO, "Rp71.935.300 (68,1%)", "Rp79.135.300 (68,1%)"),
    ("terbilang-pagu-salah", _SUBDISTRICT, "uang", _FOUR, "lima ratus tiga puluh juta", "lima ratus tiga belas juta"),
    ("jumlah-penduduk-tabel", _SUBDISTRICT, "uang", "tabel/wilayah-kalurahan.json", '"34.218"', '"34.281"'),
    ("pagu-program-tertukar-angka", _VILLAGES, "uang", _THREE, "Rp1.751.060.000", "Rp1.715.060.000"),
    ("persen-bagi-hasil-terbalik", _VILLAGES, "uang", "tabel/pendapatan-gampong.json", "90,36", "93,06"),
    ("tambahan-pagu-bukan-selisih", _VILLAGES, "uang", _TWO, "bertambah Rp136.400.000", "bertambah Rp163.400.000"),
    ("juta-menjadi-miliar-per-gampong", _VILLAGES, "uang", _TWO, "Rp852,8 juta per gampong", "Rp852,8 miliar per gampong"),
    ("distrik-sisa-anggaran-tertukar", _DISTRICT, "uang", _TWO, "Sisanya, Rp128.737.350,", "Sisanya, Rp128.373.750,"),
    ("distrik-terbilang-pagu-salah", _DISTRICT, "uang", _FOUR, "tujuh ratus tiga puluh lima juta", "tujuh ratus lima puluh tiga juta"),
    ("distrik-jumlah-perempuan-tabel", _DISTRICT, "uang", "tabel/penduduk-kampung.json", '"3.714"', '"3.741"'),
    ("bpkad-persen-realisasi-anggaran", _FINANCE, "uang", _TWO, "Rp14.120.918.475 atau 95,24%", "Rp14.120.918.475 atau 92,54%"),
    ("bpkad-jumlah-realisasi-belanja-tabel", _FINANCE, "uang", "tabel/realisasi-belanja.json", "960.286.409.900", "960.268.409.900"),
    ("bpkad-pagu-program-dalam-kalimat", _FINANCE, "uang", _THREE, "Rp962.640.000", "Rp926.640.000"),
    ("sisa-anggaran-angka-tertukar", _FARMING, "uang", _TWO, "Rp1.559.504.360", "Rp1.595.504.360"),
    ("pagu-prasarana-dalam-kalimat", _FARMING, "uang", _THREE, "Rp6.750.000.000", "Rp6.570.000.000"),
    ("porsi-cabai-tertukar", _FARMING, "uang", "tabel/produksi-sayuran.json", "11,41", "11,14"),
    ("terbilang-pagu-kurang-tujuh-juta", _COUNCIL, "uang", _FOUR, "tujuh ratus tujuh puluh tujuh juta", "tujuh ratus tujuh puluh juta"),
    ("rsud-ikm-kalimat-lawan-tabel", _HOSPITAL, "kinerja", _TWO, "menjadi 84,62 (mutu", "menjadi 84,26 (mutu"),
    ("pupr-realisasi-jembatan-lawan-evaluasi", _WORKS, "kinerja", _TWO, "198 m dari target 210 m (94,29%)", "189 m dari target 210 m (90%)"),
    ("pupr-sasaran-air-minum-lawan-renstra", _WORKS, "kinerja", _THREE, "akses air minum layak 93%", "akses air minum layak 94%"),
    ("selisih-stunting-salah-hitung", _SUBDISTRICT, "kinerja", _TWO, "turun 1,34 poin persen", "turun 1,43 poin persen"),
    ("sasaran-kalimat-lawan-renstra", _SUBDISTRICT, "kinerja", _THREE, "indeks kepuasan masyarakat 85,75", "indeks kepuasan masyarakat 86,5"),
    ("belum-tercapai-padahal-lampaui", _VILLAGES, "kinerja", _TWO, "melampaui target 48%", "belum mencapai target 48%"),
    ("distrik-ikm-kalimat-lawan-tabel", _DISTRICT, "kinerja", _TWO, "menjadi 81,92 pada tahun 2026", "menjadi 82,91 pada tahun 2026"),
    ("distrik-sasaran-stunting-tahun-lain", _DISTRICT, "kinerja", _THREE, "*stunting* turun menjadi 20%", "*stunting* turun menjadi 18,5%"),
    ("bpkad-target-silpa-tahun-lain", _FINANCE, "kinerja", _TWO, "daripada target 4,5%", "daripada target 4%"),
    ("target-kentang-tahun-berikutnya", _FARMING, "kinerja", _THREE, "produktivitas kentang 20,1 ton/ha", "produktivitas kentang 20,4 ton/ha"),
    ("risalah-angka-tertukar", _COUNCIL, "kinerja", _TWO, "151 dari 180 risalah", "115 dari 180 risalah"),
    ("rsud-kabupaten-tetangga-tertinggal", _HOSPITAL, "salin", _FIVE, "RKPD Kabupaten Kuningan", "RKPD Kabupaten Majalengka"),
    ("pupr-provinsi-tetangga-tertinggal", _WORKS, "salin", _FIVE, "Gubernur Maluku melalui", "Gubernur Maluku Utara melalui"),
    ("kapanewon-tetangga-tertinggal", _SUBDISTRICT, "salin", _FIVE, "Renja Kapanewon Nglipar menjadi", "Renja Kapanewon Gedangsari menjadi"),
    ("sebutan-provinsi-lain", _VILLAGES, "salin", _ONE, "Pembinaan atas pemerintahan gampong", "Pembinaan atas pemerintahan nagari"),
    ("distrik-kabupaten-lain-tertinggal", _DISTRICT, "salin", _TWO, "rancangan awal RKPD Kabupaten Nabire", "rancangan awal RKPD Kabupaten Mimika"),
    ("bpkad-kabupaten-tetangga-tertinggal", _FINANCE, "salin", _FIVE, "aset Kabupaten Sekadau", "aset Kabupaten Melawi"),
    ("kabupaten-tetangga-dasar-pembentukan", _FARMING, "salin", _ONE, "Peraturan Daerah Kabupaten Karo Nomor 5 Tahun 2016", "Peraturan Daerah Kabupaten Dairi Nomor 5 Tahun 2016"),
    ("kabupaten-lain-di-penutup", _COUNCIL, "salin", _FIVE, "dalam melayani DPRD.", "dalam melayani DPRD Kabupaten Tabanan."),
    ("rsud-hari-tidak-cocok", _HOSPITAL, "tahun", _ONE, "Senin, 3 Oktober 2011", "Selasa, 3 Oktober 2011"),
    ("pupr-musrenbang-tahun-lalu", _WORKS, "tahun", _TWO, "14–15 April 2026", "14–15 April 2025"),
    ("hari-musrenbang-tidak-cocok", _SUBDISTRICT, "tahun", _TWO, "Rabu Kliwon, 12 Februari 2025", "Kamis Kliwon, 12 Februari 2025"),
    ("data-penduduk-tanggal-belum-tiba", _SUBDISTRICT, "tahun", _ONE, "Pada 31 Desember 2024 penduduknya", "Pada 31 Desember 2026 penduduknya"),
    ("forum-tahun-lampau", _VILLAGES, "tahun", _TWO, "Rabu, 4 Maret 2026", "Rabu, 4 Maret 2025"),
    ("distrik-hari-musrenbang", _DISTRICT, "tahun", _TWO, "Kamis, 12 Februari 2026", "Jumat, 12 Februari 2026"),
    ("bpkad-selang-hari-lkpd", _FINANCE, "tahun", _ONE, "empat hari sebelum batas waktu 31 Maret", "enam hari sebelum batas waktu 31 Maret"),
    ("musrenbang-tahun-sebelumnya", _FARMING, "tahun", _TWO, "25–26 Maret 2025", "25–26 Maret 2024"),
    ("galungan-bukan-rabu", _COUNCIL, "tahun", _TWO, "Rabu, 11 Agustus", "Rabu, 12 Agustus"),
    ("tiga-puluh-satu-november", _COUNCIL, "tahun", _FIVE, "30 November 2027", "31 November 2027"),
    ("rsud-banyaknya-usulan", _HOSPITAL, "banyak", _TWO, "menyepakati tiga usulan", "menyepakati empat usulan"),
    ("pupr-banyaknya-bab", _WORKS, "banyak", _ONE, "disajikan dalam lima bab", "disajikan dalam enam bab"),
    ("banyaknya-kegiatan", _SUBDISTRICT, "banyak", _THREE, "delapan kegiatan", "tujuh kegiatan"),
    ("usulan-ditampung-tidak-berjumlah", _VILLAGES, "banyak", _TWO, "Tiga usulan ditampung", "Dua usulan ditampung"),
    ("distrik-banyaknya-usulan", _DISTRICT, "banyak", _TWO, "empat usulan senilai", "lima usulan senilai"),
    ("bpkad-banyaknya-bidang", _FINANCE, "banyak", _ONE, "4 (empat) bidang, yaitu", "5 (lima) bidang, yaitu"),
    ("banyaknya-usulan-petani", _FARMING, "banyak", _TWO, "tiga usulan petani", "empat usulan petani"),
    ("banyaknya-bagian-sekretariat", _COUNCIL, "banyak", _ONE, "3 (tiga) bagian", "4 (empat) bagian"),
    ("rsud-nomor-pp-tertukar", _HOSPITAL, "hukum", _ONE, "Peraturan Pemerintah Nomor 72 Tahun 2019", "Peraturan Pemerintah Nomor 27 Tahun 2019"),
    ("tahun-inpres-salah", _VILLAGES, "hukum", _THREE, "Instruksi Presiden Nomor 9 Tahun 2025", "Instruksi Presiden Nomor 9 Tahun 2024"),
    ("distrik-tahun-uu-otsus", _DISTRICT, "hukum", _ONE, "Nomor 21 Tahun 2001 tentang Otonomi Khusus", "Nomor 21 Tahun 2021 tentang Otonomi Khusus"),
    ("bpkad-nomor-pp-perubahan", _FINANCE, "hukum", _THREE, "Peraturan Pemerintah Nomor 28 Tahun 2020", "Peraturan Pemerintah Nomor 82 Tahun 2020"),
    ("pergub-bahasa-bali-salah-nomor", _COUNCIL, "hukum", _TWO, "Peraturan Gubernur Bali Nomor 80 Tahun 2018", "Peraturan Gubernur Bali Nomor 79 Tahun 2018"),
    ("rsud-di-terpisah", _HOSPITAL, "bahasa", _ONE, "sebagaimana diatur dalam", "sebagaimana di atur dalam"),
    ("pupr-salah-ketik", _WORKS, "bahasa", _FIVE, "kemajuan fisik", "kemajaun fisik"),
    ("di-terpisah-disampaikan", _SUBDISTRICT, "bahasa", _FIVE, "Terima kasih disampaikan", "Terima kasih di sampaikan"),
    ("kata-hubung-hilang-kalimat-terputus", _VILLAGES, "bahasa", _FIVE, "melaporkan hasilnya kepada Bupati Pidie melalui Bappeda.", "melaporkan hasilnya kepada Bupati Pidie melalui."),
    ("salah-ketik-kekurangan", _VILLAGES, "bahasa", _TWO, "Kekurangan 52 orang", "Kekuragan 52 orang"),
    ("distrik-salah-ketik", _DISTRICT, "bahasa", _TWO, "dalam penatausahaan keuangan", "dalam penatausahan keuangan"),
    ("bpkad-desimal-titik", _FINANCE, "bahasa", _TWO, "turun 18,6%", "turun 18.6%"),
    ("konstribusi", _FARMING, "bahasa", _THREE, "meningkatnya kontribusi pertanian", "meningkatnya konstribusi pertanian"),
    ("adalah-merupakan", _COUNCIL, "bahasa", _ONE, "merupakan pelaksanaan tahun", "adalah merupakan pelaksanaan tahun"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "rsud-porsi-tempat-tidur-salah": (_HOSPITAL, "uang", plant_value("tabel/tempat-tidur.json", "/baris/2/4", "22,00")),
    "pupr-jumlah-baris-kondisi-jalan": (_WORKS, "uang", plant_value("tabel/kondisi-jalan.json", "/baris/2/3", "214,10")),
    "pagu-reses-kurang-nol": (_COUNCIL, "uang", plant_value(_PLAN, "/program/1/kegiatan/4/sub_kegiatan/1/pagu", 273000000)),
    "rsud-kumulatif-pelatihan-hanya-setahun": (_HOSPITAL, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-1/realisasi", "165 orang")),
    "rsud-target-ikm-lawan-renstra": (_HOSPITAL, "kinerja", plant_value(_ACHIEVED, "/indikator/3/target/n", 86)),
    "pupr-satuan-spam-prakiraan-maju": (_WORKS, "kinerja", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/target_maju", "30 km")),
    "lembaga-evaluasi-lawan-kalimat": (_SUBDISTRICT, "kinerja", plant_change(_EVALUATED, _count_other_bodies)),
    "kumulatif-aparatur-salah-jumlah": (_VILLAGES, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "2.468 orang")),
    "target-apbg-lawan-renstra": (_VILLAGES, "kinerja", plant_value(_ACHIEVED, "/indikator/1/target/n-1", 90)),
    "distrik-kumulatif-lembaga": (_DISTRICT, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "48 lembaga")),
    "bpkad-target-capaian-lawan-renstra": (_FINANCE, "kinerja", plant_value(_ACHIEVED, "/indikator/2/target/n", "95%")),
    "bpkad-kumulatif-bidang-tanah": (_FINANCE, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-1/realisasi", ["878 bidang", "68 laporan"])),
    "realisasi-sampai-tahun-ini-dam-parit": (_FARMING, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-1/realisasi", ["48 unit", "21 unit"])),
    "indeks-kepuasan-tabel-lawan-kalimat": (_COUNCIL, "kinerja", plant_value(_ACHIEVED, "/indikator/1/capaian/n-2", 81.47)),
    "satuan-pengawasan-berganti": (_COUNCIL, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/2/renja_n-2/realisasi", "14 dokumen")),
    "rsud-sumber-dana-belum-diisi": (_HOSPITAL, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/sumber_dana", None)),
    "pupr-lokasi-jembatan-strip": (_WORKS, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/2/lokasi", "-")),
    "lokasi-tidak-diisi": (_SUBDISTRICT, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/lokasi", "-")),
    "target-tidak-diisi": (_VILLAGES, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/target", None)),
    "distrik-indikator-sub-kegiatan-kosong": (_DISTRICT, "lengkap", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/indikator", None)),
    "bpkad-prakiraan-maju-kosong": (_FINANCE, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/1/sub_kegiatan/1/pagu_maju", None)),
    "indikator-dam-parit-kosong": (_FARMING, "lengkap", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/indikator", "-")),
    "anggaran-usulan-kosong": (_COUNCIL, "lengkap", plant_value(_PROPOSED, "/usulan/1/anggaran", None)),
    "rsud-kode-sub-kegiatan-induk-lain": (_HOSPITAL, "kode", plant_value(_PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/kode", "1.02.02.2.01.0032")),
    "pupr-nama-program-beda-antartabel": (_WORKS, "kode", plant_value(_EVALUATED, "/program/1/nama", "Program Pengelolaan dan Pengembangan Sistem Air Minum")),
    "nama-kegiatan-terpotong-di-evaluasi": (_SUBDISTRICT, "kode", plant_value(_EVALUATED, "/program/2/kegiatan/0/nama", "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan Pemerintahan Desa")),
    "kode-sub-dari-program-lain": (_VILLAGES, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/kode", "2.13.04.2.01.0006")),
    "distrik-kode-evaluasi-program-lain": (_DISTRICT, "kode", plant_everywhere(_EVALUATED, ('"7.01.04', '"7.01.05'))),
    "bpkad-nama-kegiatan-beda-antartabel": (_FINANCE, "kode", plant_value(_EVALUATED, "/program/1/kegiatan/1/nama", "Koordinasi Pengelolaan Perbendaharaan dan Kas Daerah")),
    "kode-kegiatan-opt-program-lain": (_FARMING, "kode", plant_value(_EVALUATED, "/program/3/kegiatan/0/kode", "3.27.06.2.01")),
    "nama-kegiatan-salin-dari-bawah": (_COUNCIL, "kode", plant_value(_PLAN, "/program/0/kegiatan/1/nama", "Layanan Administrasi DPRD")),
    "nip-diangkat-sebelum-lahir": (_VILLAGES, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19810612 197312 1 003")),
    "pupr-uu-sumber-daya-air-lama": (_WORKS, "hukum", plant_change(_LAWS, _put_back_water_law)),
    "perubahan-uu-desa-tidak-mutakhir": (_SUBDISTRICT, "hukum", plant_change(_LAWS, _amend_village_law_by_another)),
    "uu-12-1992-sudah-dicabut": (_FARMING, "hukum", _insert_law(0, _PLANTING_LAW_OF_1992)),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
