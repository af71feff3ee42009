"""The eighteenth batch of faults, planted one by one into four right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_everywhere, plant_text, plant_value

BASE = Path(__file__).parent

_GAMPONG, _DISTRICT, _FINANCE, _CROP = (
    f"{name}-kabupaten" for name in ("gampong", "distrik", "keuangan", "tanaman-pangan")
)
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _RENSTRA = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/target-renstra.json"
_EVALUATED, _REVIEW = "tabel/evaluasi.json", "tabel/review-rkpd.json"
_LAWS, _DOCUMENT = "regulasi/landasan-hukum.json", "dokumen.json"
_OTSUS_OF_2008 = {
    "frasa": "sebagaimana telah diubah dengan",
    "jenis": "UU",
    "nomor": 35,
    "tahun": 2008,
    "tentang": "Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2008 tentang Perubahan atas Undang-Undang Nomor 21 Tahun 2001 tentang Otonomi Khusus bagi Provinsi Papua Menjadi Undang-Undang",
    "lembaran": {"tahun": 2008, "nomor": 112},
    "tambahan": 4884,
}


def _repeat_paragraph(root: str) -> None:
    """What chapter I says of the regency stands in chapter III once more."""
    said = json.loads(Path(root, _ONE).read_text("utf-8"))["bagian"][0]["isi"][1]
    plant_change(_THREE, lambda chapter: chapter["bagian"][0]["isi"].append(said))(root)


def _double_item(chapter: Any) -> None:
    items = chapter["bagian"][2]["isi"][1]["butir"]
    items[2] = items[1]


def _swap_names(plan: Any) -> None:
    first, second, *_ = plan["program"][2]["kegiatan"][0]["sub_kegiatan"]
    first["nama"], second["nama"] = second["nama"], first["nama"]


def _swap_laws(register: Any) -> None:
    laws = register["regulasi"]
    laws[7], laws[10] = laws[10], laws[7]


def _add_old_law(register: Any) -> None:
    law = {"jenis": "PP", "nomor": 58, "tahun": 2005, "tambahan": 4578, "lembaran": {"tahun": 2005, "nomor": 140}}
    register["regulasi"].insert(6, {**law, "tentang": "Pengelolaan Keuangan Daerah"})


def _cite_old_food_law(register: Any) -> None:
    next(law for law in register["regulasi"] if (law["nomor"], law["tahun"]) == (18, 2012)).update(nomor=7, tahun=1996)


def _drop_note(review: Any) -> None:
    del review["perbedaan"][0]["catatan"]


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("g-sisa-anggaran", _GAMPONG, "uang", _TWO, "Rp279.515.350", "Rp297.515.350"),
    ("g-rata-rata-per-gampong", _GAMPONG, "uang", _ONE, "rata-rata Rp867,1 juta", "rata-rata Rp687,1 juta"),
    ("g-porsi-status", _GAMPONG, "uang", "tabel/status-gampong.json", "53,3", "35,3"),
    ("g-terbilang", _GAMPONG, "uang", _FOUR, "empat ratus enam puluh tiga juta", "empat ratus tiga puluh enam juta"),
    ("g-nilai-usulan", _GAMPONG, "uang", _TWO, "Rp485.000.000", "Rp458.000.000"),
    ("d-persen-dana-otsus", _DISTRICT, "uang", "tabel/dana-kampung.json", "92,31", "93,21"),
    ("d-jumlah-tersalur", _DISTRICT, "uang", "tabel/dana-kampung.json", "21.891.427.500", "21.981.427.500"),
    ("d-realisasi-melebihi-anggaran", _DISTRICT, "uang", _TWO, "realisasi Rp3.094.118.300", "realisasi Rp3.904.118.300"),
    ("b-persen-serapan", _FINANCE, "uang", _TWO, "(95,89%)", "(98,59%)"),
    ("b-porsi-program", _FINANCE, "uang", _THREE, "12,2% dan 7,2% dari pagu", "12,2% dan 8,2% dari pagu"),
    ("b-jumlah-target-pendapatan", _FINANCE, "uang", "tabel/pendapatan-daerah.json", "1.310.000.000.000", "1.301.000.000.000"),
    ("b-pengurangan-50-persen", _FINANCE, "uang", _TWO, "menjadi Rp420.000.000", "menjadi Rp402.000.000"),
    ("b-pagu-program", _FINANCE, "uang", _THREE, "Rp1.503.250.000", "Rp1.530.250.000"),
    ("t-porsi-luas-panen", _CROP, "uang", "tabel/produksi.json", "25,95", "29,55"),
    ("t-selisih-pagu", _CROP, "uang", _TWO, "bertambah Rp425.000.000", "bertambah Rp452.000.000"),
    ("t-nol-kurang", _CROP, "uang", _THREE, "Rp5.651.000.000", "Rp5.651.000"),
    ("t-pertumbuhan-produksi", _CROP, "uang", _TWO, "naik 3,5% dari", "naik 5,3% dari"),
    ("g-selisih-poin", _GAMPONG, "kinerja", _TWO, "bertambah 5,75 poin persen", "bertambah 6,75 poin persen"),
    ("g-berkurang-menjadi-bertambah", _GAMPONG, "kinerja", _TWO, "berkurang dari 119 menjadi 90 gampong", "bertambah dari 119 menjadi 90 gampong"),
    ("g-sasaran-lawan-renstra", _GAMPONG, "kinerja", _THREE, "penetapan APBG tepat waktu 90%", "penetapan APBG tepat waktu 95%"),
    ("b-sertifikat-lawan-evaluasi", _FINANCE, "kinerja", _TWO, "menghasilkan 53 sertifikat", "menghasilkan 35 sertifikat"),
    ("b-turun-padahal-naik", _FINANCE, "kinerja", _TWO, "turun dari 3,85% menjadi 3,41%", "turun dari 3,41% menjadi 3,85%"),
    ("b-sudah-padahal-belum", _FINANCE, "kinerja", _TWO, "dan belum mencapai target 93%", "dan telah melampaui target 93%"),
    ("t-realisasi-opt", _CROP, "kinerja", _TWO, "ditangani pada 465 ha", "ditangani pada 456 ha"),
    ("t-lebih-rendah-padahal-tinggi", _CROP, "kinerja", _TWO, "lebih tinggi 480 ton", "lebih rendah 480 ton"),
    ("g-kabupaten-lain", _GAMPONG, "salin", _ONE, "gampong-gampong di Kabupaten Pidie", "gampong-gampong di Kabupaten Bireuen"),
    ("g-sebutan-daerah-lain", _GAMPONG, "salin", _FIVE, "imeum mukim, keuchik,", "imeum mukim, perbekel,"),
    ("d-distrik-lain", _DISTRICT, "salin", _ONE, "Renstra Distrik Mindiptana", "Renstra Distrik Jair"),
    ("d-istilah-desa", _DISTRICT, "salin", _TWO, "Kampung yang menetapkan APBKam", "Desa yang menetapkan APBDes"),
    ("g-hari-forum", _GAMPONG, "tahun", _TWO, "Selasa, 10 Maret 2026", "Kamis, 10 Maret 2026"),
    ("g-renstra-lama", _GAMPONG, "tahun", _ONE, "Renstra Tahun {{ renstra.periode }}", "Renstra Tahun 2023–2026"),
    ("d-tanggal-tidak-ada", _DISTRICT, "tahun", _TWO, "hari Rabu, 19 Februari 2025", "hari Rabu, 29 Februari 2025"),
    ("d-tahun-ke", _DISTRICT, "tahun", _ONE, "tahun {{ renstra.tahun_ke }} Renstra", "tahun pertama Renstra"),
    ("d-data-mendahului-dokumen", _DISTRICT, "tahun", _TWO, "sampai dengan Juli 2025", "sampai dengan Juli 2027"),
    ("b-hari-penyerahan", _FINANCE, "tahun", _ONE, "Selasa, 31 Maret 2026", "Senin, 31 Maret 2026"),
    ("b-opini-berturut-turut", _FINANCE, "tahun", _ONE, "sejak LKPD tahun 2012", "sejak LKPD tahun 2014"),
    ("b-tahun-anggaran-lama", _FINANCE, "tahun", _FIVE, "RKA Tahun Anggaran {{ tahun }}", "RKA Tahun Anggaran 2026"),
    ("t-tanggal-musrenbang-tahun-lalu", _CROP, "tahun", _TWO, "Kamis, 26 Februari 2026", "Kamis, 26 Februari 2025"),
    ("t-perbup-rkpd-tahun-lama", _CROP, "tahun", _LAWS, "Rencana Kerja Pemerintah Daerah Kabupaten Manggarai Barat Tahun 2027", "Rencana Kerja Pemerintah Daerah Kabupaten Manggarai Barat Tahun 2025"),
    ("g-banyak-isu", _GAMPONG, "banyak", _TWO, "Empat isu penting", "Lima isu penting"),
    ("g-angka-lawan-kata", _GAMPONG, "banyak", _ONE, "4 (empat) bidang", "4 (lima) bidang"),
    ("d-banyak-kabupaten", _DISTRICT, "banyak", _ONE, "mencakup empat kabupaten", "mencakup lima kabupaten"),
    ("d-pegawai-tidak-berjumlah", _DISTRICT, "banyak", _ONE, "6 orang PPPK", "8 orang PPPK"),
    ("b-banyak-bidang", _FINANCE, "banyak", _ONE, "4 (empat) bidang, yaitu", "3 (tiga) bidang, yaitu"),
    ("b-banyak-sub-kegiatan", _FINANCE, "banyak", _THREE, "dua belas sub kegiatan", "sebelas sub kegiatan"),
    ("t-bagian-melebihi-seluruh", _CROP, "banyak", _ONE, "termasuk 71 penyuluh", "termasuk 171 penyuluh"),
    ("g-uu-aceh-lama", _GAMPONG, "hukum", _ONE, "Undang-Undang Nomor 11 Tahun 2006 tentang Pemerintahan Aceh", "Undang-Undang Nomor 18 Tahun 2001 tentang Pemerintahan Aceh"),
    ("t-inpres-salah-nomor", _CROP, "hukum", _THREE, "Instruksi Presiden Nomor 2 Tahun 2025", "Instruksi Presiden Nomor 12 Tahun 2025"),
    ("g-salah-ketik", _GAMPONG, "bahasa", _ONE, "menyelaraskan pembinaan", "menyelaraskna pembinaan"),
    ("g-catatan-kerja", _GAMPONG, "bahasa", _THREE, "Sampai dengan 30 Juni 2026, koperasi", "Sampai dengan 30 Juni 2026 (minta data terbaru ke Kabid), koperasi"),
    ("d-di-terpisah", _DISTRICT, "bahasa", _TWO, "masih dimediasi bersama", "masih di mediasi bersama"),
    ("d-ribuan-tanpa-titik", _DISTRICT, "bahasa", _TWO, "2.870 wajib KTP", "2870 wajib KTP"),
    ("b-rp-titik-spasi", _FINANCE, "bahasa", _TWO, "tersisa Rp554.445.280", "tersisa Rp. 554.445.280"),
    ("b-kalimat-tak-selesai", _FINANCE, "bahasa", _FIVE, "dipantau setiap bulan oleh kepala badan.", "dipantau setiap bulan oleh."),
    ("b-salah-ketik", _FINANCE, "bahasa", _TWO, "belum direkonsiliasi secara", "belum direkonsilasi secara"),
    ("t-desimal-titik", _CROP, "bahasa", _TWO, "masih 10,4% karena", "masih 10.4% karena"),
    ("t-kurung-tidak-ditutup", _CROP, "bahasa", _TWO, "gabah kering giling (GKG)", "gabah kering giling (GKG"),
    ("t-titik-titik", _CROP, "bahasa", _TWO, "sebanyak 21 dari 68 daerah", "sebanyak …… dari 68 daerah"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "d-nol-berlebih-pagu": (_DISTRICT, "uang", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/pagu", 864500000)),
    "g-kumulatif-evaluasi": (_GAMPONG, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "879 orang")),
    "d-tc29-kolom-10": (_DISTRICT, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "57 lembaga")),
    "d-target-renstra-mundur": (_DISTRICT, "kinerja", plant_value(_RENSTRA, "/kelompok/0/isi/0/indikator/0/target/3", 80)),
    "d-satuan-target-maju": (_DISTRICT, "kinerja", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/target_maju", "26 orang")),
    "b-capaian-tertukar-angka": (_FINANCE, "kinerja", plant_value(_ACHIEVED, "/indikator/3/capaian/n-1", 78.2)),
    "t-target-capaian-lawan-renstra": (_CROP, "kinerja", plant_value(_ACHIEVED, "/indikator/1/target/n", "49,5 ku/ha")),
    "t-proyeksi-terbalik": (_CROP, "kinerja", plant_value(_ACHIEVED, "/indikator/2/proyeksi/n", "307 ton")),
    "t-satuan-evaluasi": (_CROP, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-2/realisasi", "465 unit")),
    "g-indikator-sub-kosong": (_GAMPONG, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/indikator", None)),
    "d-sumber-dana-kosong": (_DISTRICT, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/sumber_dana", None)),
    "t-pagu-maju-kosong": (_CROP, "lengkap", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/pagu_maju", None)),
    "g-kode-sub-program-lain": (_GAMPONG, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/kode", "2.13.04.2.01.0006")),
    "g-nama-kegiatan-antartabel": (_GAMPONG, "kode", plant_value(_EVALUATED, "/program/1/kegiatan/0/nama", "Pembinaan dan Pengawasan Administrasi Desa")),
    "d-kode-kembar": (_DISTRICT, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/kode", "7.01.05.2.01.0003")),
    "b-kode-sub-dua-angka": (_FINANCE, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/2/kode", "5.02.03.2.01.12")),
    "t-kode-evaluasi-lawan-rencana": (_CROP, "kode", plant_value(_EVALUATED, "/program/1/kegiatan/0/kode", "3.27.03.2.01")),
    "g-disahkan-sebelum-forum": (_GAMPONG, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "21 Januari {{ tahun - 1 }}")),
    "d-nip-diangkat-usia-sebelas": (_DISTRICT, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19810507 199209 1 003")),
    "t-disahkan-sesudah-mulai": (_CROP, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "14 Juli {{ tahun }}")),
    "g-tambahan-lembaran-salah": (_GAMPONG, "hukum", plant_value(_LAWS, "/regulasi/2/tambahan", 4663)),
    "d-perubahan-otsus-lama": (_DISTRICT, "hukum", plant_value(_LAWS, "/regulasi/0/diubah", _OTSUS_OF_2008)),
    "d-tabel-tidak-ditempatkan": (_DISTRICT, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"][0]["isi"].remove({"tabel": "dana-kampung"}))),
    "b-bagian-usulan-kosong": (_FINANCE, "lengkap", plant_value(_TWO, "/bagian/4/isi", [])),
    "b-program-hilang": (_FINANCE, "lengkap", plant_change(_PLAN, lambda plan: plan["program"].pop(2))),
    "t-perbedaan-tanpa-catatan": (_CROP, "lengkap", plant_change(_REVIEW, _drop_note)),
    "d-kode-kewenangan-provinsi": (_DISTRICT, "kode", plant_everywhere(_PLAN, ("7.01.03.2.03", "7.01.03.1.03"))),
    "b-kode-nama-tertukar": (_FINANCE, "kode", plant_change(_PLAN, _swap_names)),
    "t-kode-urusan-lain": (_CROP, "kode", plant_everywhere(_PLAN, ("3.27.07", "3.25.07"))),
    "b-paragraf-tersalin": (_FINANCE, "salin", _repeat_paragraph),
    "t-isu-tersalin": (_CROP, "salin", plant_change(_TWO, _double_item)),
    "d-urutan-peraturan": (_DISTRICT, "hukum", plant_change(_LAWS, _swap_laws)),
    "b-pp-58-2005-dicabut": (_FINANCE, "hukum", plant_change(_LAWS, _add_old_law)),
    "t-uu-pangan-lama": (_CROP, "hukum", plant_change(_LAWS, _cite_old_food_law)),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
