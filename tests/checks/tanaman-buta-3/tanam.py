"""Faults of the third batch, written without a look at the rules: each name says what is wrong | where it must be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
W, B, D, P = "pendidikan-kabupaten", "bencana-kabupaten", "lingkungan-provinsi", "perpustakaan-kota"
PLAN, RENSTRA, ACHIEVED = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/capaian-kinerja.json"
LAW = "regulasi/landasan-hukum.json"


def swapped(folder: str, file: str, key: str, first: int) -> list[Any]:
    """The list under `key` with two neighbours in each other's place."""
    items: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))[key]
    items[first], items[first + 1] = items[first + 1], items[first]
    return items


# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong | where a finding must point.
TEXTS = [
    ("uang", W, "bab-4.json", "Rp6.770.000.000", "Rp6.707.000.000", "jumlah DAK fisik lain dari tabel | bab 4"),
    ("uang", W, "bab-4.json", "(12,56%)", "(15,26%)", "bagian program dari pagu salah | bab 4, daftar"),
    ("uang", W, "bab-2.json", "Rp1.972.800.000", "Rp1.792.800.000", "sisa anggaran bukan pagu kurang realisasi | 2.1"),
    ("uang", W, "bab-4.json", "12 sub kegiatan dengan pagu indikatif Rp83.379.750.000", "12 sub kegiatan dengan pagu indikatif Rp83.379.750", "pagu kehilangan tiga angka | bab 4"),
    ("uang", W, "bab-4.json", "Rp86.431.000.000, naik 3,66%", "Rp86.431.000.000, turun 3,66%", "prakiraan maju lebih besar disebut turun | bab 4"),
    ("uang", B, "bab-4.json", "Rp3.931.500.000 (44,52%)", "Rp3.391.500.000 (44,52%)", "pagu program lain dari tabel | bab 4"),
    ("uang", B, "bab-4.json", "Rp163.000.000", "Rp136.000.000", "PAD lain dari tabel sumber dana | bab 4"),
    ("uang", B, "bab-2.json", "penyerapannya 96,5%", "penyerapannya 69,5%", "persentase penyerapan | 2.1"),
    ("uang", D, "bab-2.json", "(95,20%)", "(92,50%)", "persentase realisasi | 2.1"),
    ("uang", D, "bab-3.json", "Rp230.000.000", "Rp320.000.000", "kenaikan pagu kegiatan lain dari tabel | 3.3"),
    ("uang", P, "bab-2.json", "sembilan ratus juta rupiah", "sembilan puluh juta rupiah", "terbilang lain dari angka | 2.1"),
    ("uang", P, "bab-2.json", "Rp354.000.000", "Rp345.000.000", "operasi tambah modal bukan realisasi | 2.1"),
    ("uang", P, "bab-4.json", "Rp6,473 miliar", "Rp6,734 miliar", "prakiraan maju lain dari tabel | bab 4"),
    ("uang", P, "bab-2.json", "Rp214.000.000", "Rp241.000.000", "jumlah usulan lain dari tabel | 2.5"),
    ("uang", P, "bab-4.json", "atau 5,93%", "atau 9,53%", "pertumbuhan dari Rp5,9 miliar | bab 4"),
    ("kinerja", W, "bab-2.json", "yang direncanakan (80%)", "yang direncanakan (85%)", "12 dari 15 bukan 85% | 2.1"),
    ("kinerja", W, "bab-2.json", "naik tipis dari 98,95%", "turun tipis dari 98,95%", "angka naik disebut turun | 2.2"),
    ("kinerja", W, "bab-2.json", "masih kurang 17 orang", "masih kurang 27 orang", "68 kurang 51 | 2.2"),
    ("kinerja", W, "bab-2.json", "berjumlah 124 ruang", "berjumlah 142 ruang", "rusak sedang dan berat dalam tabel 83 dan 41 | 2.2"),
    ("kinerja", W, "bab-3.json", "ditargetkan 99,40%", "ditargetkan 99,04%", "target lain dari Renstra | 3.2"),
    ("kinerja", W, "bab-1.json", "21.870 peserta didik", "27.180 peserta didik", "peserta didik lain dari tabel | 1.1"),
    ("kinerja", B, "bab-1.json", "atau turun 14,43%", "atau turun 13,44%", "97 menjadi 83 | 1.1"),
    ("kinerja", B, "bab-1.json", "bertambah, dari dua menjadi empat", "berkurang, dari dua menjadi empat", "arah terbalik | 1.1"),
    ("kinerja", B, "bab-2.json", "kurang 0,4 poin persen", "lebih 0,4 poin persen", "57,6 tidak lebih dari 58 | 2.1"),
    ("kinerja", B, "bab-2.json", "dan 5 unit rusak", "dan 6 unit rusak", "29 tambah 6 bukan 34 | 2.1"),
    ("kinerja", B, "bab-2.json", "48 laki-laki", "46 laki-laki", "laki-laki dan perempuan bukan 60 | 2.1"),
    ("kinerja", B, "bab-3.json", "135,5 pada Tahun 2027", "153,5 pada Tahun 2027", "risiko menurun, target naik dan lain dari IKU | 3.1"),
    ("kinerja", B, "bab-2.json", "dua menit lebih cepat", "tiga menit lebih cepat", "38 dari target 40 menit | 2.1"),
    ("kinerja", D, "bab-2.json", "menjadi 15 orang", "menjadi 16 orang", "tujuh tambah delapan pengawas | 2.1"),
    ("kinerja", D, "bab-2.json", "dan 40% untuk", "dan 50% untuk", "bobot berjumlah 110% | 2.2"),
    ("kinerja", D, "bab-2.json", "Kenaikan tertinggi terjadi pada indeks kualitas air", "Kenaikan tertinggi terjadi pada indeks kualitas udara", "yang tertinggi dan terendah sama | 2.2"),
    ("kinerja", D, "bab-2.json", "37 biru", "36 biru", "peringkat tidak berjumlah 58 | 2.2"),
    ("kinerja", D, "bab-2.json", "58 ha (4%)", "58 ha (40%)", "58 dari 1.450 ha | 2.3"),
    ("kinerja", D, "bab-3.json", "terpaut 1,98 poin", "terpaut 19,8 poin", "68,5 kurang 66,52 | 3.1"),
    ("kinerja", P, "bab-2.json", "55.296 (64%)", "55.296 (46%)", "bagian kunjungan langsung | 2.2"),
    ("kinerja", P, "bab-2.json", "di atas target 72,5", "di bawah target 72,5", "73,0 tidak di bawah 72,5 | 2.2"),
    ("kinerja", P, "bab-2.json", "naik dari 66,9 menjadi 68,8", "naik dari 68,8 menjadi 66,9", "naik ke angka yang lebih kecil | 2.2"),
    ("kinerja", P, "bab-2.json", "atau 112,5%", "atau 121,5%", "1.350 dari 1.200 | 2.3"),
    ("kinerja", P, "bab-3.json", "dan 3,6 poin", "dan 6,3 poin", "70,4 ke 74,0 | 3.2"),
    ("kinerja", P, "bab-4.json", "tiga banding satu", "satu banding tiga", "perbandingan terbalik | bab 4"),
    ("banyak", W, "bab-1.json", "delapan kecamatan", "sembilan kecamatan", "tabel memuat delapan | 1.1"),
    ("banyak", W, "bab-2.json", "satu usulan ditolak", "dua usulan ditolak", "tiga dan dua bukan empat usulan | 2.5"),
    ("banyak", B, "bab-4.json", "Enam sub kegiatan bertanda SPM", "Tujuh sub kegiatan bertanda SPM", "tanda SPM dalam tabel enam | bab 4"),
    ("banyak", B, "bab-1.json", "dalam enam bab", "dalam lima bab", "dokumen berisi enam bab | 1.4"),
    ("banyak", D, "bab-1.json", "11 kabupaten dan 2 kota", "12 kabupaten dan 2 kota", "bukan 13 | 1.1"),
    ("banyak", D, "bab-3.json", "melalui empat kegiatan", "melalui lima kegiatan", "kegiatan program dalam tabel empat | 3.3"),
    ("banyak", P, "bab-1.json", "ada empat, yakni", "ada lima, yakni", "daftar memuat empat | 1.3"),
    ("banyak", P, "bab-2.json", "16 perpustakaan kelurahan", "18 perpustakaan kelurahan", "tidak berjumlah 98 | 2.2"),
    ("hukum", W, "bab-1.json", "Undang-Undang Nomor 29 Tahun 2003", "Undang-Undang Nomor 29 Tahun 2013", "tahun lain dari landasan hukum | 1.1"),
    ("hukum", B, LAW, "Sub-Urusan Bencana Daerah", "Sub-Urusan Kebakaran Daerah", "judul Permendagri 101/2018 | 1.2"),
    ("hukum", D, LAW, "\"Perlindungan dan Pengelolaan Lingkungan Hidup\"", "\"Pengelolaan Lingkungan Hidup\"", "judul UU 32/2009 | 1.2"),
    ("hukum", D, "bab-4.json", "Nomor 54 Tahun 2010", "Nomor 45 Tahun 2010", "nomor Permendagri | penutup"),
    ("hukum", P, LAW, "Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan", "Pelaksanaan Undang-Undang Nomor 43 Tahun 2007 tentang Kearsipan", "UU Kearsipan 43/2009 | 1.2"),
    ("hukum", P, "bab-1.json", "Pasal 272 Undang-Undang Nomor 23 Tahun 2014", "Pasal 151 Undang-Undang Nomor 32 Tahun 2004", "undang-undang yang sudah dicabut | 1.1"),
    ("waktu", W, "bab-1.json", "Selasa, 5 Maret 2024", "Rabu, 5 Maret 2024", "hari tidak sesuai | 1.1"),
    ("waktu", W, "bab-1.json", "10–12 Juli 2024", "22–24 Juli 2024", "verifikasi sesudah penandatanganan 17 Juli | 1.1"),
    ("waktu", W, "bab-5.json", "menyusun RKA Tahun 2025", "menyusun RKA Tahun 2024", "tahun lama tertinggal | penutup"),
    ("waktu", B, "bab-1.json", "tahun ketiga Rencana Strategis", "tahun kedua Rencana Strategis", "2027 tahun ketiga Renstra 2025–2029 | 1.1"),
    ("waktu", B, "bab-2.json", "tanggal 9 Februari 2026", "tanggal 30 Februari 2026", "tanggal tidak ada | 2.4"),
    ("waktu", D, "bab-4.json", "bulan Juli sampai dengan September 2017", "bulan September sampai dengan Juli 2017", "rentang terbalik | penutup"),
    ("waktu", P, "bab-1.json", "Kamis, 20 Februari 2025", "Jumat, 20 Februari 2026", "forum sesudah penandatanganan | 1.1"),
    ("waktu", P, "bab-3.json", "sampai dengan Tahun 2029 disajikan", "sampai dengan Tahun 2024 disajikan", "akhir Renstra lama | 3.2"),
    ("nama", W, "bab-3.json", "(RPJMD) Kabupaten Wakatobi", "(RPJMD) Kabupaten Buton Utara", "kabupaten lain | 3.1"),
    ("nama", W, "bab-3.json", "Maritim yang Sentosa", "Maritim yang Sejahtera", "visi lain dari dokumen | 3.1"),
    ("nama", B, "bab-2.json", "DPRD Kabupaten Lumajang", "DPRD Kabupaten Malang", "kabupaten lain | 2.4"),
    ("nama", D, "bab-1.json", "Provinsi Kalimantan Selatan mempunyai", "Provinsi Kalimantan Tengah mempunyai", "provinsi lain | 1.1"),
    ("nama", P, "bab-3.json", "Wali Kota Bukittinggi", "Bupati Bukittinggi", "kepala kota bukan bupati | 3.2"),
    ("nama", P, "bab-5.json", "Renja Dispersip Kota Bukittinggi", "Renja Disdukcapil Kota Bukittinggi", "perangkat daerah lain | penutup"),
    ("angka tabel", W, "tabel/keadaan-sekolah.json", "5.648", "5.468", "jumlah peserta didik tidak cocok | tabel keadaan sekolah"),
    ("angka tabel", W, "tabel/ruang-kelas.json", "\"10,05\"", "\"15,05\"", "bagian 83 dari 826 | tabel ruang kelas"),
    ("angka tabel", B, "tabel/kejadian.json", "\"106\"", "\"160\"", "jumlah 2023 | tabel kejadian"),
    ("angka tabel", B, "tabel/peringatan-dini.json", "\"15\"", "\"17\"", "berfungsi lebih banyak dari terpasang | tabel peringatan dini"),
    ("angka tabel", D, "tabel/iklh.json", "\"66,52\"", "\"62,52\"", "indeks bukan hasil bobot dan lain dari kalimat | tabel IKLH"),
    ("angka tabel", D, ACHIEVED, "\"89,13\"", "\"891,3\"", "persen di atas 100 yang tidak mungkin | tabel capaian"),
    ("angka tabel", P, "tabel/pengawasan.json", "\"12\"", "\"21\"", "jumlah kategori bukan 32 | tabel pengawasan"),
    ("angka tabel", P, "tabel/koleksi.json", "17.955", "19.755", "jumlah eksemplar | tabel koleksi"),
    ("rujukan", W, "bab-2.json", "{{ rujuk('ruang-kelas') }}", "Tabel 2.9", "tabel yang tidak ada | 2.2"),
    ("rujukan", P, "bab-2.json", "({{ rujuk('kunjungan') }})", "({{ rujuk('kunjungan-daring') }})", "tabel yang tidak ada | 2.2"),
    ("bahasa", W, "bab-1.json", "daripada di daratan", "daripada didaratan", "di- ditulis serangkai | 1.1"),
    ("bahasa", W, "bab-5.json", "melalui Renja Perubahan.", "melalui", "kalimat terpotong | penutup"),
    ("bahasa", W, "bab-2.json", "bahwa 62,4% peserta", "bahwa 62.4% peserta", "titik sebagai koma desimal | 2.2"),
    ("bahasa", W, "bab-4.json", "Rp71.905.000.000, digunakan", "Rp. 71.905.000.000,- digunakan", "bentuk rupiah | bab 4"),
    ("bahasa", B, "bab-6.json", "komitmen bersama untuk", "komitmen bersama bersama untuk", "kata ganda | penutup"),
    ("bahasa", B, "bab-2.json", "kendaraan operasional menua; dan", "5 dari 34 sistem peringatan dini tidak berfungsi; dan", "butir ganda | 2.3"),
    ("bahasa", D, "bab-1.json", "prosesnya dikerjakan oleh", "prosesnya di kerjakan oleh", "awalan di- ditulis terpisah | 1.1"),
    ("bahasa", D, "bab-2.json", "tanpa izin;", "tanpa ijin;", "bentuk tidak baku | 2.3"),
    ("bahasa", D, "bab-3.json", "(PAD) dan Rp415.000.000", "(PAD, angka dicek lagi ke Bappeda) dan Rp415.000.000", "catatan kerja tertinggal | 3.3"),
    ("bahasa", D, "bab-2.json", "Pejabat Pengawas Lingkungan Hidup (PPLH)", "PPLH", "singkatan tidak dijelaskan | 2.1"),
    ("bahasa", P, "bab-5.json", "penjelasan tertulis.", "penjelasan tertulis..", "titik ganda | penutup"),
    ("bahasa", P, "bab-1.json", "Kota Bukittinggi, yang pernah", "kota Bukittinggi, yang pernah", "huruf kecil pada awal kalimat dan nama | 1.1"),
]
SUB = "/program/1/kegiatan/"
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("hukum", W, LAW, "/regulasi/3/nomor", 41, "nomor UU Guru dan Dosen | 1.2"),
    ("hukum", B, LAW, "/regulasi/4/tahun", 2018, "tahun PP 21/2008 lain dari lembarannya | 1.2"),
    ("hukum", D, LAW, "/regulasi", swapped(D, LAW, "regulasi", 6), "urutan PP 8/2008 sebelum PP 58/2005 | 1.2"),
    ("perencanaan", W, PLAN, SUB + "1/sub_kegiatan/0/pagu", 11800000000, "pagu sepuluh kali | tabel rencana, laboratorium"),
    ("perencanaan", W, PLAN, SUB + "1/sub_kegiatan/1/target", "18", "target tanpa satuan | tabel rencana, rehabilitasi"),
    ("perencanaan", W, RENSTRA, "/kelompok/0/isi/0/indikator/2/target/5", "70,0", "target Renstra turun dan lain dari capaian | tabel Renstra"),
    ("perencanaan", B, "tabel/iku.json", "/indikator/2/target_n", "36", "target lebih lambat dari prakiraan | tabel IKU"),
    ("perencanaan", B, PLAN, SUB + "1/sub_kegiatan/0/target", "200 orang", "gladi 1.200 orang dalam 3.2 dan SPM | tabel rencana"),
    ("perencanaan", B, PLAN, SUB + "1/sub_kegiatan/2/kode", "1.05.03.2.03.0026", "kode bukan anak kegiatannya | tabel rencana"),
    ("perencanaan", B, PLAN, SUB + "0/sub_kegiatan/0/sumber_dana", "", "sumber dana kosong | tabel rencana"),
    ("perencanaan", D, RENSTRA, "/kelompok/0/isi/0/indikator/0/target/3", "66,00", "target 2018 di bawah 2017 dan lain dari 3.2 | tabel Renstra"),
    ("perencanaan", D, PLAN, "/program/2/kegiatan/0/pagu_maju", 138000000, "pagu maju sepersepuluh | tabel rencana"),
    ("perencanaan", D, "bab-2.json", "/bagian/4/isi", [], "bagian usulan kosong | 2.5"),
    ("perencanaan", P, ACHIEVED, "/indikator/0/target/n-1", 75.2, "target lain dari Renstra | tabel capaian"),
    ("perencanaan", P, PLAN, SUB + "1/sub_kegiatan/1/indikator", "Sosialisasi budaya baca dan literasi", "indikator nama kegiatan, tidak terukur | tabel rencana"),
    ("perencanaan", P, "dokumen.json", "/pengesahan/nip", "19680822 199403 1 005", "NIP laki-laki untuk Dra. Hj. | pengesahan"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
