"""The sixteenth batch of faults, planted one by one into three right folders.

Of the kinds and in the shares of the verifier's own list, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_everywhere, plant_text, plant_value

BASE = Path(__file__).parent

_COOP, _CROP, _WARD = "koperasi-kabupaten", "tanaman-pangan-provinsi", "kecamatan-kota"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _RENSTRA = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/target-renstra.json"
_EVALUATED, _SPENT, _FUNDS = "tabel/evaluasi.json", "tabel/serapan.json", "tabel/sumber-dana.json"
_REVIEW, _LAWS, _DOCUMENT = "tabel/review-rkpd.json", "regulasi/landasan-hukum.json", "dokumen.json"
_SUB = "/program/{}/kegiatan/{}/sub_kegiatan/{}/{}"


def _swap_codes(plan: Any) -> None:
    first, second, *_ = plan["program"][5]["kegiatan"][0]["sub_kegiatan"]
    first["kode"], second["kode"] = second["kode"], first["kode"]


def _move_sub(plan: Any) -> None:
    moved = plan["program"][1]["kegiatan"][2]["sub_kegiatan"].pop()
    plan["program"][1]["kegiatan"][1]["sub_kegiatan"].append(moved)


def _repeat_paragraph(root: str) -> None:
    """What chapter I says of the district stands in chapter III once more."""
    said = json.loads(Path(root, _ONE).read_text("utf-8"))["bagian"][0]["isi"][3]
    plant_change(_THREE, lambda chapter: chapter["bagian"][0]["isi"].append(said))(root)


def _double_item(chapter: Any) -> None:
    items = chapter["bagian"][2]["isi"][1]["butir"]
    items[4] = items[3]


def _drop_review(root: str) -> None:
    plant_change(_TWO, lambda chapter: chapter["bagian"].pop(3))(root)
    Path(root, _REVIEW).unlink()


def _drop_paragraph(section: int, begin: str) -> Callable[[Any], None]:
    def change(chapter: Any) -> None:
        said = chapter["bagian"][section]["isi"]
        kept = [part for part in said if not str(part).startswith(begin)]
        assert len(kept) == len(said) - 1, begin
        said[:] = kept

    return change


def _drop_table(section: int, name: str) -> Callable[[Any], None]:
    def change(chapter: Any) -> None:
        chapter["bagian"][section]["isi"].remove({"tabel": name})

    return change


def _type_outline(chapter: Any) -> None:
    chapter["bagian"][3]["isi"] = [
        "Renja ini disusun dengan sistematika sebagai berikut:",
        "BAB I : Pendahuluan",
        "BAB II : Hasil Evaluasi Renja Perangkat Daerah Tahun Lalu",
        "BAB III : Tujuan, Sasaran, dan Strategi Perangkat Daerah",
        "BAB IV : Rencana Kerja dan Pendanaan Perangkat Daerah",
        "BAB V : Penutup",
    ]


def _find_law(register: Any, number: int, year: int) -> Any:
    return next(law for law in register["regulasi"] if (law["nomor"], law["tahun"]) == (number, year))


def _add_old_law(register: Any) -> None:
    law = {"jenis": "UU", "nomor": 32, "tahun": 2004, "tambahan": 4437, "lembaran": {"tahun": 2004, "nomor": 125}}
    register["regulasi"].insert(3, {**law, "tentang": "Pemerintahan Daerah"})


def _swap_laws(register: Any) -> None:
    laws = register["regulasi"]
    laws[3], laws[12] = laws[12], laws[3]


def _double_law(register: Any) -> None:
    laws = register["regulasi"]
    laws.insert(5, dict(laws[1]))


def _drop_law(number: int, year: int) -> Callable[[Any], None]:
    return lambda register: register["regulasi"].remove(_find_law(register, number, year))


def _soften_amendment(register: Any) -> None:
    _find_law(register, 23, 2014)["diubah"]["frasa"] = "sebagaimana telah diubah dengan"


def _copy_supplement(register: Any) -> None:
    _find_law(register, 18, 2012)["tambahan"] = _find_law(register, 41, 2009)["tambahan"]


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("pagu-seluruhnya-tertukar", _COOP, "uang", _FOUR, "Rp6.789.800.000", "Rp6.798.800.000"),
    ("terbilang-kurang-satu-juta", _COOP, "uang", _FOUR, "delapan puluh sembilan juta", "delapan puluh delapan juta"),
    ("pagu-program-pelatihan", _COOP, "uang", _THREE, "Perkoperasian sebesar Rp487.500.000", "Perkoperasian sebesar Rp478.500.000"),
    ("persen-serapan-kalimat", _COOP, "uang", _TWO, "atau 96,05%", "atau 95,06%"),
    ("sisa-anggaran-kalimat", _COOP, "uang", _TWO, "tersisa Rp257.614.070", "tersisa Rp275.614.070"),
    ("porsi-sisa-umkm", _COOP, "uang", _TWO, "28,73% dari seluruh sisa", "27,83% dari seluruh sisa"),
    ("porsi-sumber-dana-sel", _COOP, "uang", _FUNDS, '"71,47"', '"74,17"'),
    ("pad-sel-lawan-rencana", _COOP, "uang", _FUNDS, '"857.850.000"', '"875.850.000"'),
    ("jumlah-realisasi-sel", _COOP, "uang", _SPENT, '"6.264.385.930"', '"6.246.385.930"'),
    ("serapan-program-sel", _COOP, "uang", _SPENT, '"93,50"', '"95,30"'),
    ("kenaikan-maju-persen", _COOP, "uang", _FOUR, "atau 3,79%", "atau 3,97%"),
    ("tambahan-pemberdayaan", _COOP, "uang", _TWO, "bertambah Rp63.000.000", "bertambah Rp36.000.000"),
    ("biaya-per-koperasi", _COOP, "uang", _THREE, "Rp6.000.000 per koperasi", "Rp5.000.000 per koperasi"),
    ("anggota-tidak-berjumlah", _COOP, "uang", _ONE, "16.513 perempuan", "16.531 perempuan"),
    ("pertumbuhan-usaha-mikro", _COOP, "uang", _ONE, "tumbuh 2,88%", "tumbuh 3,88%"),
    ("porsi-kuliner-sel", _COOP, "uang", "tabel/usaha-mikro.json", '"22,99"', '"29,22"'),
    ("miliar-menjadi-juta", _CROP, "uang", _FOUR, "Rp49,18 miliar", "Rp49,18 juta"),
    ("porsi-dau-kalimat", _CROP, "uang", _FOUR, "(87,29%)", "(89,27%)"),
    ("pagu-prasarana-kalimat", _CROP, "uang", _THREE, "Rp6.652.500.000", "Rp6.625.500.000"),
    ("tanpa-gaji", _CROP, "uang", _FOUR, "tinggal Rp19.417.000.000", "tinggal Rp19.147.000.000"),
    ("serapan-prasarana", _CROP, "uang", _TWO, "yaitu 89,92%", "yaitu 98,92%"),
    ("tambahan-rancangan-awal", _CROP, "uang", _TWO, "tambahan Rp665.000.000", "tambahan Rp655.000.000"),
    ("nilai-alsintan-sel", _CROP, "uang", "tabel/alsintan.json", '"1.064.000.000"', '"1.046.000.000"'),
    ("harga-benih", _CROP, "uang", _THREE, "Rp15.000 per kilogram", "Rp1.500 per kilogram"),
    ("biaya-per-hektare", _CROP, "uang", _THREE, "Rp325.000 per hektare", "Rp352.000 per hektare"),
    ("pagu-penunjang-kecamatan", _WARD, "uang", _FOUR, "Rp5.198.300.000", "Rp5.189.300.000"),
    ("porsi-sisa-kelurahan", _WARD, "uang", _TWO, "(58,48%)", "(54,88%)"),
    ("jumlah-pagu-kelurahan-sel", _WARD, "uang", "tabel/pembangunan-kelurahan.json", '"513.250.000"', '"531.250.000"'),
    ("koma-bergeser", _WARD, "uang", _TWO, "atau 1,05%", "atau 10,5%"),
    ("capaian-kalimat-lawan-tabel", _COOP, "kinerja", _TWO, "Persentase koperasi aktif 81,08% melampaui", "Persentase koperasi aktif 80,18% melampaui"),
    ("target-kalimat-lawan-renstra", _COOP, "kinerja", _THREE, "koperasi aktif 84%", "koperasi aktif 86%"),
    ("realisasi-pelatihan", _COOP, "kinerja", _TWO, "118 orang dari target 120 orang (98,33%)", "124 orang dari target 120 orang (103,33%)"),
    ("persen-pendampingan-nib", _COOP, "kinerja", _TWO, "(113,67%)", "(117,36%)"),
    ("selisih-koperasi-aktif", _COOP, "kinerja", _TWO, "meningkat 11,66 poin persen", "meningkat 16,11 poin persen"),
    ("lebih-rendah-padahal-lebih-tinggi", _COOP, "kinerja", _TWO, "lebih tinggi 0,02 poin persen", "lebih rendah 0,02 poin persen"),
    ("sakip-turun-padahal-naik", _COOP, "kinerja", _TWO, "Nilai SAKIP dinas naik dari", "Nilai SAKIP dinas turun dari"),
    ("predikat-sakip", _COOP, "kinerja", _TWO, "(predikat BB)", "(predikat A)"),
    ("belum-ber-nib", _COOP, "kinerja", _TWO, "terdapat 10.148 unit usaha", "terdapat 11.048 unit usaha"),
    ("kekurangan-penyuluh", _COOP, "kinerja", _TWO, "kekurangan 4 penyuluh", "kekurangan 6 penyuluh"),
    ("kecamatan-terendah", _COOP, "kinerja", _TWO, "terendah di Kecamatan Sungaiselan", "terendah di Kecamatan Simpang Katis"),
    ("koperasi-aktif-sel", _COOP, "kinerja", "tabel/koperasi-kecamatan.json", '"82,93"', '"83,92"'),
    ("pertumbuhan-produksi-padi", _CROP, "kinerja", _TWO, "(5,07%)", "(7,05%)"),
    ("kedelai-naik-padahal-turun", _CROP, "kinerja", _TWO, "produksi kedelai turun", "produksi kedelai naik"),
    ("persen-indeks-pertanaman", _CROP, "kinerja", _TWO, "(98,58%)", "(95,88%)"),
    ("lebih-baik-padahal-tidak", _CROP, "kinerja", _TWO, "target paling tinggi 0,66%", "target paling tinggi 0,60%"),
    ("target-produksi-lawan-renstra", _CROP, "kinerja", _THREE, "produksi padi 810.000 ton", "produksi padi 801.000 ton"),
    ("realisasi-benih-lawan-evaluasi", _CROP, "kinerja", _TWO, "236 ton dari target 230 ton (102,61%)", "263 ton dari target 230 ton (114,35%)"),
    ("belum-padahal-melampaui", _CROP, "kinerja", _TWO, "(18,40%), melampaui target 18%", "(18,40%), tetapi belum mencapai target 18%"),
    ("selisih-indeks-kepuasan", _WARD, "kinerja", _TWO, "naik 1,32 poin", "naik 1,23 poin"),
    ("selisih-menit", _WARD, "kinerja", _TWO, "lebih cepat 1 menit", "lebih cepat 2 menit"),
    ("sarana-lawan-evaluasi", _WARD, "kinerja", _TWO, "35 unit dari target 38 unit (92,11%)", "36 unit dari target 38 unit (94,74%)"),
    ("telah-padahal-belum", _WARD, "kinerja", _TWO, "dengan demikian belum tercapai", "dengan demikian telah tercapai"),
    ("legalisasi-sel", _WARD, "kinerja", "tabel/layanan.json", '"2.014"', '"2.041"'),
    ("sumber-dana-salah-ketik", _WARD, "lengkap", _PLAN, '"sumber_dana": "DAU"', '"sumber_dana": "DUA"'),
    ("nama-kegiatan-beda", _CROP, "kode", _EVALUATED, "Pengawasan Mutu, Penyediaan, dan Peredaran Benih Tanaman", "Pengawasan Mutu Benih Tanaman"),
    ("nama-program-beda", _WARD, "kode", _EVALUATED, "Program Koordinasi Ketenteraman dan Ketertiban Umum", "Program Peningkatan Ketenteraman dan Ketertiban Umum"),
    ("kabupaten-tetangga", _COOP, "salin", _THREE, "RPJMD Kabupaten Bangka Tengah", "RPJMD Kabupaten Bangka Selatan"),
    ("dinas-lain", _COOP, "salin", _FIVE, "Renja {{ perangkat_daerah.lengkap }}", "Renja Dinas Perdagangan Kabupaten Bangka Tengah"),
    ("bupati-di-provinsi", _CROP, "salin", _FIVE, "kepada Gubernur", "kepada Bupati"),
    ("provinsi-tetangga", _CROP, "salin", _FIVE, "Bapperida Provinsi Kalimantan Barat", "Bapperida Provinsi Kalimantan Tengah"),
    ("misi-lama", _CROP, "salin", _THREE, "{{ misi.teks }}", "Mewujudkan kualitas sumber daya manusia yang unggul"),
    ("kecamatan-lain", _WARD, "salin", _FIVE, "Renja Kecamatan Wara", "Renja Kecamatan Bara"),
    ("bupati-di-kota", _WARD, "salin", _FIVE, "kepada Wali Kota", "kepada Bupati"),
    ("kalimat-dua-kali", _WARD, "salin", _FIVE, "wajib disertai penjelasan dan rencana perbaikan.", "wajib disertai penjelasan dan rencana perbaikan. Kegiatan yang capaiannya di bawah 90% wajib disertai penjelasan dan rencana perbaikan."),
    ("rkpd-tahun-lalu", _CROP, "tahun", _ONE, "RKPD Provinsi Kalimantan Barat Tahun {{ tahun }}", "RKPD Provinsi Kalimantan Barat Tahun 2026"),
    ("renstra-lama", _COOP, "tahun", _ONE, "Renstra {{ renstra.periode }}. Dokumen", "Renstra 2021–2026. Dokumen"),
    ("tahun-ke-kedua", _COOP, "tahun", _ONE, "tahun ketiga", "tahun kedua"),
    ("tahun-ke-keempat", _CROP, "tahun", _ONE, "tahun ketiga pelaksanaan", "tahun keempat pelaksanaan"),
    ("hari-tidak-cocok", _COOP, "tahun", _ONE, "Kamis, 5 Maret 2026", "Jumat, 5 Maret 2026"),
    ("musrenbang-tahun-lalu", _WARD, "tahun", _ONE, "Rabu, 18 Februari 2026", "Rabu, 18 Februari 2025"),
    ("tanggal-tidak-ada", _WARD, "tahun", _ONE, "19–29 Januari 2026", "19–32 Januari 2026"),
    ("rentang-terbalik", _COOP, "tahun", _TWO, "9–19 Februari 2026", "19–9 Februari 2026"),
    ("november-tiga-puluh-satu", _COOP, "tahun", _TWO, "31 Desember 2025", "31 November 2025"),
    ("forum-tahun-depan", _CROP, "tahun", _ONE, "10–11 Maret 2026", "10–11 Maret 2027"),
    ("rancangan-awal-sesudah-forum", _COOP, "tahun", _ONE, "pada bulan Januari 2026", "pada bulan Juni 2026"),
    ("penduduk-masa-depan", _WARD, "tahun", _ONE, "Pada akhir tahun 2025 penduduknya", "Pada akhir tahun 2028 penduduknya"),
    ("prakiraan-maju-tahun-lampau", _CROP, "tahun", _FOUR, "Prakiraan maju Tahun {{ tahun + 1 }}", "Prakiraan maju Tahun 2026"),
    ("banyaknya-sub-kegiatan", _COOP, "banyak", _THREE, "15 sub kegiatan", "16 sub kegiatan"),
    ("banyaknya-isu", _COOP, "banyak", _TWO, "lima isu penting", "empat isu penting"),
    ("banyaknya-usulan", _COOP, "banyak", _TWO, "menerima lima usulan", "menerima enam usulan"),
    ("banyaknya-bab", _COOP, "banyak", _ONE, "lima bab", "enam bab"),
    ("angka-lawan-kata", _CROP, "banyak", _ONE, "4 (empat) bidang", "4 (lima) bidang"),
    ("banyaknya-hal", _CROP, "banyak", _TWO, "meliputi enam hal", "meliputi lima hal"),
    ("banyaknya-sasaran", _CROP, "banyak", _THREE, "ditetapkan lima sasaran", "ditetapkan empat sasaran"),
    ("banyaknya-kelurahan", _WARD, "banyak", _ONE, "enam kelurahan, yaitu", "tujuh kelurahan, yaitu"),
    ("banyaknya-rt", _WARD, "banyak", _ONE, "78 rukun tetangga", "87 rukun tetangga"),
    ("tahun-undang-undang", _COOP, "hukum", _ONE, "Undang-Undang Nomor 25 Tahun 2004", "Undang-Undang Nomor 25 Tahun 2014"),
    ("judul-instruksi", _COOP, "hukum", _THREE, "tentang Percepatan Pembentukan Koperasi Desa/Kelurahan", "tentang Percepatan Pembangunan Koperasi Desa/Kelurahan"),
    ("rpjmn-lama", _WARD, "hukum", _THREE, "Nomor 12 Tahun 2025 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2025-2029", "Nomor 18 Tahun 2020 tentang Rencana Pembangunan Jangka Menengah Nasional Tahun 2020-2024"),
    ("sitasi-singkat", _WARD, "hukum", _ONE, "Peraturan Pemerintah Nomor 17 Tahun 2018", "PP No. 17 Th. 2018"),
    ("peraturan-tidak-tercantum", _WARD, "hukum", _THREE, "Undang-Undang Nomor 25 Tahun 2009", "Undang-Undang Nomor 25 Tahun 2019"),
    ("catatan-cek-lagi", _COOP, "bahasa", _TWO, "terdapat 10.148 unit usaha", "terdapat 10.148 (cek lagi ke bidang) unit usaha"),
    ("catatan-mohon-diisi", _CROP, "bahasa", _TWO, "dan kerja sama dengan 31 penangkar benih", "dan kerja sama dengan 31 penangkar benih (mohon bidang melengkapi)"),
    ("angka-xx", _WARD, "bahasa", _TWO, "bertambahnya genangan di dua RW", "bertambahnya genangan di xx RW"),
    ("titik-titik", _COOP, "bahasa", _TWO, "jemput bola di 18 pasar", "jemput bola di …… pasar"),
    ("ribuan-tanpa-titik", _COOP, "bahasa", _TWO, "dari 7.320 unit usaha", "dari 7320 unit usaha"),
    ("desimal-titik", _CROP, "bahasa", _TWO, "tercapai 1,39 dari target", "tercapai 1.39 dari target"),
    ("spasi-persen", _WARD, "bahasa", _TWO, "(57,50%)", "(57,50 %)"),
    ("salah-ketik-penyusunan", _WARD, "bahasa", _ONE, "Penyusunannya mengikuti", "Penyusnannya mengikuti"),
    ("salah-ketik-pengendalian", _CROP, "bahasa", _FIVE, "Pelaksanaan Renja dikendalikan", "Pelaksanaan Renja dikendlikan"),
    ("di-terpisah", _CROP, "bahasa", _THREE, "yang disalurkan berjumlah", "yang di salurkan berjumlah"),
    ("kata-dua-kali", _COOP, "bahasa", _FIVE, "menyusun RKA serta melaksanakan", "menyusun RKA serta serta melaksanakan"),
    ("kalimat-tak-selesai", _WARD, "bahasa", _FIVE, "yang memengaruhi pagu kecamatan.", "yang memengaruhi"),
    ("kurung-tidak-ditutup", _CROP, "bahasa", _ONE, "unit pelaksana teknis (UPT)", "unit pelaksana teknis (UPT"),
    ("tanda-baca-ganda", _COOP, "bahasa", _FIVE, "pada triwulan berikutnya.", "pada triwulan berikutnya.."),
    ("spasi-sebelum-koma", _WARD, "bahasa", _ONE, "Dangerakko, Lagaligo, Pajalesang", "Dangerakko , Lagaligo, Pajalesang"),
    ("kata-benar-tempat-salah", _COOP, "bahasa", _ONE, "bertanggung jawab kepada Bupati", "bertanggung jawab kepala Bupati"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "nol-berlebih-pagu": (_WARD, "uang", plant_value(_PLAN, _SUB.format(3, 0, 0, "pagu"), 735000000)),
    "nol-kurang-maju": (_COOP, "uang", plant_value(_PLAN, _SUB.format(6, 0, 0, "pagu_maju"), 62900000)),
    "target-capaian-lawan-renstra": (_CROP, "kinerja", plant_value(_ACHIEVED, "/indikator/2/target/n", "33,90 ku/ha")),
    "target-turun": (_CROP, "kinerja", plant_value(_RENSTRA, "/kelompok/3/isi/0/indikator/0/target/4", "1,25")),
    "realisasi-evaluasi-lawan-kalimat": (_WARD, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/1/renja_n-2/realisasi", "5.800 dokumen")),
    "target-tanpa-satuan": (_COOP, "kinerja", plant_value(_PLAN, _SUB.format(1, 0, 0, "target"), "60")),
    "kumulatif-lebih-kecil": (_COOP, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/0/renja_n-1/realisasi", "40 koperasi")),
    "nama-indikator-lain": (_COOP, "kinerja", plant_text(_RENSTRA, "Persentase usaha mikro yang memiliki NIB", "Persentase usaha mikro berizin")),
    "lokasi-kosong": (_COOP, "lengkap", plant_value(_PLAN, _SUB.format(4, 0, 0, "lokasi"), "-")),
    "sumber-dana-kosong": (_CROP, "lengkap", plant_value(_PLAN, _SUB.format(2, 0, 1, "sumber_dana"), "-")),
    "pagu-kosong": (_CROP, "lengkap", plant_value(_PLAN, _SUB.format(4, 0, 1, "pagu"), None)),
    "indikator-program-kosong": (_WARD, "lengkap", plant_value(_PLAN, "/program/3/indikator", None)),
    "nama-kegiatan-titik": (_COOP, "lengkap", plant_value(_PLAN, "/program/6/kegiatan/0/nama", "….")),
    "program-hilang": (_CROP, "lengkap", plant_change(_PLAN, lambda plan: plan["program"].pop(3))),
    "bagian-hilang": (_WARD, "lengkap", _drop_review),
    "tabel-tidak-ditempatkan": (_COOP, "lengkap", plant_change(_TWO, _drop_table(1, "usaha-mikro"))),
    "bagian-tanpa-isi": (_CROP, "lengkap", plant_value(_ONE, "/bagian/2/isi", [])),
    "capaian-kosong": (_COOP, "lengkap", plant_value(_ACHIEVED, "/indikator/1/capaian/n-2", None)),
    "catatan-reviu-kosong": (_CROP, "lengkap", plant_value(_REVIEW, "/perbedaan/1/catatan", "")),
    "tanpa-faktor": (_COOP, "lengkap", plant_change(_TWO, _drop_paragraph(0, "Faktor pendorong"))),
    "kode-induk-salah": (_COOP, "kode", plant_value(_PLAN, _SUB.format(5, 0, 2, "kode"), "2.17.08.2.01.0007")),
    "kode-kembar": (_CROP, "kode", plant_value(_PLAN, _SUB.format(4, 0, 1, "kode"), "3.27.07.1.01.0001")),
    "kode-dua-angka": (_WARD, "kode", plant_value(_PLAN, _SUB.format(2, 0, 1, "kode"), "7.01.03.2.02.02")),
    "kode-bentuk-salah": (_COOP, "kode", plant_value(_PLAN, _SUB.format(3, 0, 0, "kode"), "2.17.05.2.1.0001")),
    "kode-tertukar": (_COOP, "kode", plant_change(_PLAN, _swap_codes)),
    "sub-kegiatan-pindah": (_CROP, "kode", plant_change(_PLAN, _move_sub)),
    "kode-kabupaten-di-provinsi": (_CROP, "kode", plant_everywhere(_PLAN, ("3.27.05.1.01", "3.27.05.2.01"))),
    "kode-provinsi-di-kota": (_WARD, "kode", plant_everywhere(_PLAN, ("7.01.04.2.01", "7.01.04.1.01"))),
    "kode-program-evaluasi": (_COOP, "kode", plant_everywhere(_EVALUATED, ("2.17.04", "2.17.14"))),
    "paragraf-tersalin": (_COOP, "salin", _repeat_paragraph),
    "butir-tersalin": (_CROP, "salin", plant_change(_TWO, _double_item)),
    "disahkan-sesudah-tahun-mulai": (_COOP, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "12 Maret {{ tahun }}")),
    "disahkan-sebelum-forum": (_CROP, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "2 Maret {{ tahun - 1 }}")),
    "nip-bulan-13": (_WARD, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19811316 200312 1 002")),
    "nip-kurang-angka": (_CROP, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "1969022 199603 1 003")),
    "judul-bab-lain": (_CROP, "banyak", plant_value(_FOUR, "/judul", "Rencana Program Strategis")),
    "sistematika-diketik": (_COOP, "banyak", plant_change(_ONE, _type_outline)),
    "undang-undang-dicabut": (_COOP, "hukum", plant_change(_LAWS, _add_old_law)),
    "urutan-peraturan": (_CROP, "hukum", plant_change(_LAWS, _swap_laws)),
    "peraturan-dua-kali": (_WARD, "hukum", plant_change(_LAWS, _double_law)),
    "frasa-diubah": (_CROP, "hukum", plant_change(_LAWS, _soften_amendment)),
    "tambahan-tersalin": (_CROP, "hukum", plant_change(_LAWS, _copy_supplement)),
    "permendagri-hilang": (_WARD, "hukum", plant_change(_LAWS, _drop_law(86, 2017))),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
