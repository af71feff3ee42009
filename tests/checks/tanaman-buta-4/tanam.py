"""Faults of the fourth batch, written without a look at the rules: each name says what is wrong | where it must be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
Y, I, N, F = "kebudayaan-istimewa", "inspektorat-kota", "tenaga-kerja-perubahan", "perempuan-papua"  # noqa: E741
PLAN, RENSTRA, ACHIEVED = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/capaian-kinerja.json"
LAW, QUARTERS = "regulasi/landasan-hukum.json", "tabel/evaluasi-triwulan.json"


def swapped(folder: str, file: str, key: str, first: int) -> list[Any]:
    """The list under `key` with two neighbours in each other's place."""
    items: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))[key]
    items[first], items[first + 1] = items[first + 1], items[first]
    return items


# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong | where a finding must point.
TEXTS = [
    ("uang", Y, "bab-2.json", "seluruhnya Rp19.800.000.000", "seluruhnya Rp18.900.000.000", "APBD tambah Danais | 2.1"),
    ("uang", Y, "bab-2.json", "mencapai 97,74%", "mencapai 99,74%", "gabungan di atas kedua bagiannya | 2.1"),
    ("uang", Y, "bab-4.json", "atau 70,38% dari pagu", "atau 78,03% dari pagu", "bagian Danais | bab 4"),
    ("uang", Y, "bab-4.json", "pagu terbesar, Rp7.530.000.000", "pagu terbesar, Rp7.350.000.000", "pagu program lain dari tabel | bab 4"),
    ("uang", I, "bab-2.json", "atau 96,57%", "atau 95,67%", "realisasi dari anggaran | 2.1"),
    ("uang", I, "bab-3.json", "dua ratus lima puluh juta rupiah", "dua ratus lima belas juta rupiah", "terbilang lain dari angka | 3.3"),
    ("uang", I, "bab-3.json", "Separuh dari pagu", "Sepertiga dari pagu", "1.125 dari 2.250 juta separuh | 3.3"),
    ("uang", I, "bab-3.json", "(Rp24.000.000)", "(Rp42.000.000)", "kenaikan pelatihan lain dari tabel | 3.3"),
    ("uang", N, "bab-2.json", "Rp7.020.200.000", "Rp7.202.000.000", "serapan bukan jumlah dua triwulan dan tabel | 2.1"),
    ("uang", N, "bab-3.json", "Rp480.000.000 atau 12,5%", "Rp480.000.000 atau 15,2%", "kenaikan pelatihan dari Rp3,84 miliar | 3.1"),
    ("uang", N, "bab-3.json", "seluruhnya Rp322.500.000", "seluruhnya Rp332.500.000", "jumlah penurunan | 3.1"),
    ("uang", N, "bab-3.json", "bertambah Rp347.500.000", "berkurang Rp347.500.000", "pagu naik disebut berkurang | 3.2"),
    ("uang", N, "bab-3.json", "menjadi Rp14.347.500.000", "menjadi Rp14.374.500.000", "pagu sesudah lain dari tabel | 3.2"),
    ("uang", F, "bab-4.json", "atau 20,19%", "atau 21,09%", "pertumbuhan pagu | bab 4"),
    ("uang", F, "bab-4.json", "Rp12.100.000", "Rp11.200.000", "biaya rata-rata 2.420 juta untuk 200 orang | bab 4"),
    ("uang", F, "bab-2.json", "Selisih Rp80.000.000", "Selisih Rp60.000.000", "640 kurang 560 juta | 2.4"),
    ("uang", F, "bab-2.json", "Rp1.150.000.000", "Rp1.510.000.000", "jumlah usulan lain dari tabel | 2.5"),
    ("kinerja", Y, "bab-1.json", "(37,5%)", "(35,7%)", "54 dari 144 | 1.1"),
    ("kinerja", Y, "bab-1.json", "masih 90 kalurahan", "masih 80 kalurahan", "144 kurang 54 | 1.1"),
    ("kinerja", Y, "bab-2.json", "yang berkurang tiga kelompok", "yang bertambah tiga kelompok", "kethoprak dalam tabel turun | 2.1"),
    ("kinerja", Y, "bab-2.json", "dua poin persen di atas target", "tiga poin persen di atas target", "84 dari 82 | 2.1"),
    ("kinerja", Y, "bab-2.json", "melampaui target (68,2 terhadap 67,5)", "melampaui target (67,5 terhadap 68,2)", "di bawah target disebut melampaui | 2.1"),
    ("kinerja", Y, "bab-2.json", "peserta (90%)", "peserta (95%)", "1.512 dari 1.680 | 2.5"),
    ("kinerja", I, "bab-1.json", "kekurangannya 10 orang", "kekurangannya 12 orang", "24 kurang 14 | 1.1"),
    ("kinerja", I, "bab-2.json", "sebelas diperiksa, tujuh", "sebelas diperiksa, delapan", "bagian tidak berjumlah 20 | 2.2"),
    ("kinerja", I, "bab-2.json", "Kelebihan dua laporan", "Kelebihan empat laporan", "82 kurang 80 | 2.1"),
    ("kinerja", I, "bab-2.json", "222 rekomendasi (88,8%)", "212 rekomendasi (88,8%)", "tidak berjumlah 250 dan lain dari tabel | 2.2"),
    ("kinerja", I, "bab-2.json", "belum mencapai target 80%", "telah mencapai target 80%", "78,6 di bawah 80 | 2.2"),
    ("kinerja", I, "bab-3.json", "dua tahun lebih cepat", "tiga tahun lebih cepat", "2017 dari 2019 | 3.1"),
    ("kinerja", N, "bab-1.json", "adalah 8,00%", "adalah 9,00%", "99.600 dari 1.245.000 | 1.1"),
    ("kinerja", N, "bab-1.json", "turun 0,35 poin persen", "naik 0,35 poin persen", "8,35 menjadi 8,00 | 1.1"),
    ("kinerja", N, "bab-2.json", "telah diikuti 320 orang", "telah diikuti 230 orang", "bukan separuh dan lain dari tabel | 2.1"),
    ("kinerja", N, "bab-2.json", "11.929 orang (44,18%)", "11.292 orang (44,18%)", "ditempatkan lain dari tabel | 2.1"),
    ("kinerja", N, "bab-2.json", "dari sepuluh menjadi lima", "dari sepuluh menjadi tujuh", "kuota lain dari bab 3 dan tabel | 2.2"),
    ("kinerja", F, "bab-1.json", "(3,17%)", "(7,13%)", "189 menjadi 195 | 1.1"),
    ("kinerja", F, "bab-2.json", "101 dari 110 perempuan", "105 dari 110 perempuan", "bagian tidak berjumlah 184 | 2.2"),
    ("kinerja", F, "bab-2.json", "kekerasan seksual 49 kasus", "kekerasan seksual 94 kasus", "lain dari tabel | 2.2"),
    ("kinerja", F, "bab-2.json", "lebih baik daripada target 4,0", "lebih buruk daripada target 4,0", "prevalensi 3,9 makin kecil makin baik | 2.2"),
    ("kinerja", F, "bab-2.json", "di Merauke dan Mappi naik", "di Merauke dan Mappi juga turun", "tabel naik | 2.2"),
    ("kinerja", F, "bab-3.json", "IDG 62,8", "IDG 68,2", "target lain dari Renstra | 3.2"),
    ("banyak", Y, "bab-2.json", "empat pokok pikiran", "enam pokok pikiran", "tabel dan rinciannya empat | 2.4"),
    ("banyak", Y, "bab-3.json", "Sasarannya ada tiga", "Sasarannya ada empat", "daftar tiga | 3.1"),
    ("banyak", I, "bab-3.json", "4 program dan 8 kegiatan", "4 program dan 9 kegiatan", "tabel delapan kegiatan | 3.3"),
    ("banyak", I, "bab-1.json", "dituangkan dalam empat bab", "dituangkan dalam lima bab", "dokumen empat bab | 1.4"),
    ("banyak", N, "bab-1.json", "tiga bertambah pagunya dan dua berkurang", "dua bertambah pagunya dan tiga berkurang", "tabel tiga naik | 1.1"),
    ("banyak", N, "bab-3.json", "kegiatan (8)", "kegiatan (7)", "tabel delapan kegiatan | 3.2"),
    ("banyak", F, "bab-1.json", "empat kabupaten:", "lima kabupaten:", "yang disebut empat | 1.1"),
    ("banyak", F, "bab-3.json", "kepada tiga sub kegiatan", "kepada empat sub kegiatan", "Dana Otsus dalam tabel tiga | 3.3"),
    ("hukum", Y, "bab-1.json", "Undang-Undang Nomor 13 Tahun 2012", "Undang-Undang Nomor 12 Tahun 2013", "UU Keistimewaan 13/2012 | 1.1"),
    ("hukum", Y, LAW, "\"Pemajuan Kebudayaan\"", "\"Pelestarian Kebudayaan\"", "judul UU 5/2017 | 1.2"),
    ("hukum", I, LAW, "\"Sistem Pengendalian Intern Pemerintah\"", "\"Sistem Pengawasan Intern Pemerintah\"", "judul PP 60/2008 | 1.2"),
    ("hukum", N, "bab-1.json", "Peraturan Bupati Karawang Nomor 27 Tahun 2026", "Peraturan Bupati Karawang Nomor 30 Tahun 2026", "perubahan RKPD nomor 27 | 1.1"),
    ("hukum", N, LAW, "\"Pelindungan Pekerja Migran Indonesia\"", "\"Penempatan dan Perlindungan Tenaga Kerja Indonesia di Luar Negeri\"", "judul UU 39/2004 yang dicabut untuk UU 18/2017 | 1.2"),
    ("hukum", F, "bab-1.json", "Undang-Undang Nomor 14 Tahun 2022", "Undang-Undang Nomor 15 Tahun 2022", "15/2022 Papua Tengah | 1.1"),
    ("hukum", F, LAW, "Konvensi mengenai Penghapusan Segala Bentuk Diskriminasi terhadap Wanita", "Konvensi mengenai Hak-Hak Anak", "judul UU 7/1984 | 1.2"),
    ("waktu", Y, "bab-1.json", "Selasa, 10 Maret 2026", "Senin, 10 Maret 2026", "hari tidak sesuai | 1.1"),
    ("waktu", Y, "bab-1.json", "22–26 Juni 2026", "26–22 Juni 2026", "rentang terbalik | 1.1"),
    ("waktu", Y, "bab-2.json", "Pada Tahun 2025 dinas mengelola", "Pada Tahun 2028 dinas mengelola", "realisasi tahun yang akan datang | 2.1"),
    ("waktu", I, "bab-4.json", "minggu kedua Januari 2016", "minggu kedua Januari 2015", "penetapan sebelum penyusunan | penutup"),
    ("waktu", I, "bab-1.json", "30–31 Maret 2015", "31–32 Maret 2015", "tanggal tidak ada | 1.1"),
    ("waktu", N, "bab-1.json", "Selasa, 21 Juli 2026", "Jumat, 21 Agustus 2026", "pembahasan sesudah penandatanganan 10 Agustus | 1.1"),
    ("waktu", N, "bab-4.json", "sampai dengan 31 Desember 2026", "sampai dengan 31 Desember 2025", "berakhir sebelum ditetapkan | penutup"),
    ("waktu", F, "bab-1.json", "pelaksanaan tahun kedua", "pelaksanaan tahun keempat", "2026 tahun kedua Renstra 2025–2029 | 1.1"),
    ("waktu", F, "bab-5.json", "Renja DP3A Provinsi Papua Selatan Tahun 2026", "Renja DP3A Provinsi Papua Selatan Tahun 2025", "tahun lama tertinggal | penutup"),
    ("nama", Y, "bab-2.json", "DPRD Kabupaten Gunungkidul", "DPRD Kabupaten Kulon Progo", "kabupaten lain | 2.4"),
    ("nama", Y, "bab-1.json", "mempunyai 18 kapanewon", "mempunyai 18 kecamatan", "sebutan DIY kapanewon, bagian lain memakainya | 1.1"),
    ("nama", Y, "bab-3.json", "“Memuliakan kebudayaan sebagai dasar pembangunan”", "“Memuliakan kebudayaan sebagai tujuan pembangunan”", "misi lain dari dokumen | 3.1"),
    ("nama", I, "bab-4.json", "atas perintah Wali Kota", "atas perintah Bupati", "kepala kota bukan bupati | penutup"),
    ("nama", I, "bab-2.json", "Pemerintah Kota Parepare", "Pemerintah Kota Palopo", "kota lain | 2.2"),
    ("nama", N, "bab-1.json", "angkatan kerja Kabupaten Karawang", "angkatan kerja Kabupaten Purwakarta", "kabupaten lain | 1.1"),
    ("nama", F, "bab-5.json", "Kabupaten Mappi", "Kabupaten Nabire", "bukan kabupaten di Papua Selatan | penutup"),
    ("nama", F, "bab-4.json", "Pagu indikatif DP3A", "Pagu indikatif Dinas Kesehatan", "perangkat daerah lain | bab 4"),
    ("angka tabel", Y, "tabel/kelompok-seni.json", "\"1.400\"", "\"1.410\"", "jumlah kelompok | tabel kelompok seni"),
    ("angka tabel", Y, "tabel/cagar-budaya.json", "\"55,7\"", "\"75,5\"", "34 dari 61 | tabel cagar budaya"),
    ("angka tabel", Y, "tabel/pagu-program.json", "7.530.000.000", "5.730.000.000", "Danais tambah APBD dan jumlah | tabel pagu program"),
    ("angka tabel", I, "tabel/tindak-lanjut.json", "\"17\"", "\"71\"", "selesai dan proses melebihi rekomendasi | tabel tindak lanjut"),
    ("angka tabel", I, "tabel/pkpt.json", "\"137,50\"", "\"173,50\"", "11 dari 8 | tabel PKPT"),
    ("angka tabel", N, "tabel/pencari-kerja.json", "\"27.000\"", "\"72.000\"", "jumlah terdaftar | tabel pencari kerja"),
    ("angka tabel", F, "tabel/kasus.json", "\"118\"", "\"181\"", "66 tambah 52 dan jumlah bawah | tabel kasus"),
    ("angka tabel", F, "tabel/jenis-kekerasan.json", "\"25,13\"", "\"52,13\"", "49 dari 195 | tabel jenis"),
    ("rujukan", Y, "bab-4.json", "{{ rujuk('pagu-program') }}", "Tabel 7.1", "tabel yang tidak ada | bab 4"),
    ("rujukan", I, "bab-2.json", "seperti telah disebutkan", "sebagaimana dijelaskan dalam Bab VI", "bab yang tidak ada | 2.1"),
    ("rujukan", F, "bab-2.json", "({{ rujuk('jenis-kekerasan') }})", "()", "rujukan hilang, kurung kosong | 2.2"),
    ("bahasa", Y, "bab-1.json", "Oleh karena itu, Dinas", "Oleh karena itu , Dinas", "spasi sebelum koma | 1.1"),
    ("bahasa", Y, "bab-2.json", "yang baru diterima pada", "yang baru di terima pada", "awalan di- terpisah | 2.1"),
    ("bahasa", Y, "bab-2.json", "412 kelompok.\"", "412 kelompok\"", "paragraf tanpa titik akhir | 2.1"),
    ("bahasa", I, "bab-3.json", "meningkatkan kualitas pengawasan", "meningkatkan kwalitas pengawasan", "bentuk tidak baku | 3.2"),
    ("bahasa", I, "bab-2.json", "menangani rata-rata", "menangani rata rata", "kata ulang tanpa tanda hubung | 2.1"),
    ("bahasa", I, "bab-3.json", "Rp1.125.000.000, digunakan", "Rp 1,125,000,000 digunakan", "bentuk rupiah Inggris | 3.3"),
    ("bahasa", N, "bab-2.json", "Kecamatan Klari dan Kecamatan Telukjambe Timur", "Kecamatan Klari dan Kecamatan XXX", "isian tertinggal | 2.2"),
    ("bahasa", N, "bab-1.json", "Renja dimaksudkan untuk menyesuaikan", "Renja dimaksudkan untuk untuk menyesuaikan", "kata ganda | 1.3"),
    ("bahasa", N, "bab-4.json", "tetap mengikuti Renja Tahun 2026.", "tetap mengikuti", "kalimat terpotong | penutup"),
    ("bahasa", F, "bab-1.json", "menjangkau kampung yang jauh itu", "menjangkau kampung yang jauh itu (lihat peta", "kurung tidak ditutup | 1.1"),
    ("bahasa", F, "bab-2.json", "tidak bersedia dirujuk", "tidak bersedia dirjuk", "salah ketik | 2.1"),
    ("bahasa", F, "bab-5.json", "mitra kerja di kampung.", "mitra kerja dikampung.", "di sebagai kata depan serangkai | penutup"),
]
SUB = "/program/1/kegiatan/"
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("hukum", Y, LAW, "/regulasi/2/lembaran/tahun", 2021, "lembaran UU 13/2012 tahun lain | 1.2"),
    ("hukum", I, LAW, "/regulasi", swapped(I, LAW, "regulasi", 4), "urutan UU 23/2014 sebelum UU 25/2004 | 1.2"),
    ("hukum", N, LAW, "/regulasi/6/nomor", 11, "nomor UU HKPD 1/2022 | 1.2"),
    ("hukum", F, LAW, "/regulasi/8", {"jenis": "UU", "nomor": 17, "tahun": 2007, "tentang": "Rencana Pembangunan Jangka Panjang Nasional Tahun 2005-2025", "lembaran": {"tahun": 2007, "nomor": 33}, "tambahan": 4700}, "RPJPN lama, diganti UU 59/2024 | 1.2"),
    ("perencanaan", Y, "tabel/iku.json", "/indikator/0/target_n", "69,0", "target 2027 di bawah prakiraan 2026 dan lain dari 3.1 | tabel IKU"),
    ("perencanaan", Y, PLAN, SUB + "0/sub_kegiatan/1/target", "5.400 lembaga", "target seratus kali dan lain dari lokasi | tabel rencana"),
    ("perencanaan", Y, PLAN, SUB + "0/sub_kegiatan/0/nama", "Pelindungan, Pengembangan, Pemanfaatan Objek Pariwisata", "nama lain dari indikator dan urusannya | tabel rencana"),
    ("perencanaan", Y, PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/lokasi", "Kabupaten Sleman", "lokasi di luar kabupaten | tabel rencana"),
    ("perencanaan", I, RENSTRA, "/kelompok/0/isi/0/indikator/0/target/4", "89", "target 2016 di bawah 2015 dan lain dari 3.2 | tabel Renstra"),
    ("perencanaan", I, ACHIEVED, "/indikator/2/capaian/n-2", "4", "level 4 lalu 2, isu menyebut level 1 | tabel capaian"),
    ("perencanaan", I, PLAN, "/program/2/kegiatan/1/pagu", 1450000000, "pagu sepuluh kali | tabel rencana"),
    ("perencanaan", I, "tabel/evaluasi.json", "/program/0/kegiatan/0/renja_n-1/realisasi", "103 laporan", "42 tambah 44 tambah 44 | tabel evaluasi"),
    ("perencanaan", N, QUARTERS, "/program/1/kegiatan/0/sub_kegiatan/1/anggaran_2", 13456000000, "serapan di atas pagu | tabel triwulan"),
    ("perencanaan", N, PLAN, "/program/0/kegiatan/0/sub_kegiatan/0/alasan", "", "perubahan tanpa alasan | tabel rencana"),
    ("perencanaan", N, PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/target", "5 unit", "satuan lain dari indikator kepala keluarga | tabel rencana"),
    ("perencanaan", N, "sebelum/rencana-program.json", "/program/1/kegiatan/0/sub_kegiatan/1/target", "540 orang", "target semula 640 dalam bab 3 dan triwulan | rencana sebelum"),
    ("perencanaan", F, RENSTRA, "/kelompok/1/isi/0/indikator/0/target/3", 4.6, "prevalensi harus turun | tabel Renstra"),
    ("perencanaan", F, PLAN, "/program/2/kegiatan/1/sub_kegiatan/0/target", "11 orang", "110 orang dalam bab 4 | tabel rencana"),
    ("perencanaan", F, PLAN, "/program/4/target", "105%", "persentase di atas seratus | tabel rencana"),
    ("perencanaan", F, PLAN, "/program/4/kode", "2.08.06", "program 2.08.06 berisi kegiatan 2.08.07 | tabel rencana"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
