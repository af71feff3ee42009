"""Faults of the ninth batch, written without a look at the rules: each name says what is wrong and why | where it must be found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
Y, K = "pemuda-olahraga-kota", "pangan-provinsi"
PLAN, LAW, RENSTRA = "tabel/rencana-program.json", "regulasi/landasan-hukum.json", "tabel/target-renstra.json"
HINDRANCES = "Faktor penghambat olahraga masyarakat adalah terbatasnya ruang terbuka di Kecamatan Sidorejo dan Tingkir, sementara cabang bela diri kehilangan tiga pelatih yang pindah ke daerah lain. "

# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong and why | where a finding must point.
TEXTS = [
    ("angka dalam kalimat", Y, "bab-1.json", "832 atlet putra", "823 atlet putra", "823 putra tambah 448 putri bukan 1.280 atlet | 1.1"),
    ("waktu", Y, "bab-1.json", "Enam pekan kemudian", "Delapan pekan kemudian", "22 Januari sampai 5 Maret enam pekan, bukan delapan | 1.1"),
    ("waktu", Y, "bab-1.json", "kota pada 26 Maret 2026", "kota pada 26 Februari 2026", "hasil forum 5 Maret tidak dapat dibawa ke musrenbang Februari | 1.1"),
    ("kalimat lawan tabel", Y, "bab-2.json", "satu melampaui target dan satu belum", "keduanya melampaui target", "olahraga rutin 36,5% di bawah target 38,0% | 2.1"),
    ("angka dalam kalimat", Y, "bab-2.json", "lebih tinggi 0,2 poin persen", "lebih tinggi 0,2 persen", "selisih 7,0% dan 6,8% adalah 0,2 poin persen, bukan 0,2 persen | 2.1"),
    ("angka dalam kalimat", Y, "bab-2.json", "Medali emas naik seperempat", "Medali emas naik sepertiga", "28 menjadi 35 naik seperempat | 2.1"),
    ("angka dalam kalimat", Y, "bab-2.json", "terkumpul 307 keping", "terkumpul 295 keping", "95 tambah 100 tambah 112 bukan 295 | 2.1"),
    ("kalimat lawan tabel", Y, "bab-2.json", "Lapangan bulu tangkis paling terawat", "Lapangan bola voli paling terawat", "yang 85% lapangan bulu tangkis, bola voli 75% | 2.1"),
    ("tulisan", Y, "bab-2.json", "merekrut 5 pelatih", "merekrut ... pelatih", "bagian yang belum diisi tertinggal | 2.1"),
    ("muatan", Y, "bab-2.json", HINDRANCES, "", "dua target tidak tercapai tanpa faktor penghambat | 2.1"),
    ("angka dalam kalimat", Y, "bab-2.json", "keempat permasalahan di atas", "ketiga permasalahan di atas", "daftar di atasnya memuat empat permasalahan | 2.2"),
    ("salinan", Y, "bab-2.json", "DPRD Kota Salatiga", "DPRD Kota Magelang", "DPRD kota lain | 2.3"),
    ("angka dalam kalimat", Y, "bab-2.json", "1.674 pemesanan (90%)", "1.764 pemesanan (90%)", "1.764 dari 1.860 bukan 90% dan dengan 186 tunai melebihi jumlahnya | 2.4"),
    ("angka dalam kalimat", Y, "bab-2.json", "Rp139.500.000", "Rp135.900.000", "1.860 kali Rp75.000 bukan Rp135.900.000 | 2.4"),
    ("waktu", Y, "bab-2.json", "Sabtu, 27 September 2025", "Sabtu, 27 September 2026", "dimulai sesudah 31 Maret 2026 dan sesudah Renja ditetapkan | 2.4"),
    ("kalimat lawan tabel", Y, "bab-3.json", "membina 150 olahragawan", "membina 140 olahragawan", "140 prakiraan Tahun 2026, target Tahun 2027 adalah 150 | 3.2"),
    ("hukum", Y, "bab-3.json", "Undang-Undang Nomor 11 Tahun 2022", "Undang-Undang Nomor 3 Tahun 2005", "UU keolahragaan lama sudah dicabut | 3.2"),
    ("angka dalam kalimat", Y, "bab-4.json", "(50,42%)", "(50,24%)", "7,26 miliar dari 14,4 miliar bukan 50,24% | bab 4"),
    ("angka dalam kalimat", Y, "bab-4.json", "bertambah Rp487.000.000 (3,38%)", "bertambah Rp487.000.000 (3,27%)", "dibagi prakiraan Tahun 2028, bukan pagu Tahun 2027 | bab 4"),
    ("kalimat lawan tabel", Y, "bab-4.json", "sembilan kegiatan", "delapan kegiatan", "tabel memuat sembilan kegiatan | bab 4"),
    ("salinan", Y, "bab-6.json", "Renja Dispora Kota", "Renja Disdik Kota", "perangkat daerah lain | bab 6"),
    ("tulisan", Y, PLAN, "Terselenggaranya kejuaraan antarsekolah", "Terselenggaranya kejuaraan antar sekolah", "antar- bentuk terikat, ditulis serangkai | kejuaraan"),
    ("waktu", K, "bab-1.json", "masih menyisakan dua tahun", "masih menyisakan tiga tahun", "sesudah 2027 tinggal 2028 dan 2029 | 1.1"),
    ("angka dalam kalimat", K, "bab-1.json", "80 PNS dan 38 PPPK", "84 PNS dan 38 PPPK", "84 tambah 38 bukan 118 orang | 1.1"),
    ("waktu", K, "bab-1.json", "Rabu, 11 Maret 2026", "Rabu, 12 Maret 2026", "12 Maret 2026 hari Kamis | 1.1"),
    ("waktu", K, "bab-1.json", "pada bulan Juni 2026, Renja ditetapkan", "pada bulan Agustus 2026, Renja ditetapkan", "diverifikasi sesudah ditetapkan pada 15 Juli 2026 | 1.1"),
    ("kalimat lawan tabel", K, "bab-2.json", "baru menjangkau 736 keluarga", "baru menjangkau 763 keluarga", "tabel evaluasi menulis 736 dan 763 bukan 92% dari 800 | 2.1"),
    ("angka dalam kalimat", K, "bab-2.json", "serapan 95,5%", "serapan 94,5%", "22,92 miliar dari 24 miliar bukan 94,5% | 2.1"),
    ("angka dalam kalimat", K, "bab-2.json", "sebanyak 64 keluarga dan 6 desa", "sebanyak 74 keluarga dan 6 desa", "800 kurang 736 adalah 64 | 2.1"),
    ("muatan", K, "bab-2.json", " Tindak lanjutnya adalah pembagian bibit tahan kering serta pemutakhiran data sasaran paling lambat bulan Maret setiap tahun.", "", "hambatan dan implikasi tanpa tindak lanjut | 2.1"),
    ("angka dalam kalimat", K, "bab-2.json", "Kenaikan terakhir sebesar 1,4 poin lebih besar", "Kenaikan terakhir sebesar 1,4 poin lebih kecil", "1,4 lebih besar daripada 0,8 | 2.2"),
    ("kalimat lawan tabel", K, "bab-2.json", "yang belum mencapai target: realisasinya 8,36%, padahal targetnya 8,20%", "yang belum mencapai target: realisasinya 8,63%, padahal targetnya 8,20%", "tabel capaian menulis 8,36% | 2.2"),
    ("kalimat lawan tabel", K, "bab-2.json", "Buah paling aman (93,68%), sedangkan sayuran", "Beras paling aman (93,68%), sedangkan sayuran", "93,68% milik buah, beras 91,67% | 2.2"),
    ("angka dalam kalimat", K, "bab-2.json", "Sepertiganya, yakni 60 ton", "Seperempatnya, yakni 60 ton", "60 dari 180 ton adalah sepertiga | 2.2"),
    ("kalimat lawan tabel", K, "bab-2.json", "terjadi pada triwulan III, yaitu", "terjadi pada triwulan II, yaitu", "65 ton milik triwulan III, triwulan II 30 ton | 2.2"),
    ("angka dalam kalimat", K, "bab-2.json", "menjadi 282 ton", "menjadi 292 ton", "210 tambah 252 kurang 180 adalah 282 | 2.2"),
    ("angka dalam kalimat", K, "bab-2.json", "13 di antaranya di Pulau Sumbawa dan 7", "13 di antaranya di Pulau Sumbawa dan 9", "13 tambah 9 bukan 20 kecamatan | 2.3"),
    ("tulisan", K, "bab-2.json", "residu pestisida ditemukan pada", "residu pestisida di temukan pada", "di- awalan ditulis serangkai | 2.3"),
    ("kalimat lawan tabel", K, "bab-2.json", "Dua usulan pekarangan mencakup 150 keluarga", "Dua usulan pekarangan mencakup 140 keluarga", "60 tambah 90 adalah 150 dan 140 bukan seperenam dari 900 | 2.5"),
    ("salinan", K, "bab-3.json", "Gubernur Nusa Tenggara Barat", "Gubernur Nusa Tenggara Timur", "provinsi tetangga | 3.2"),
    ("hukum", K, "bab-3.json", "Undang-Undang Nomor 18 Tahun 2012", "Undang-Undang Nomor 7 Tahun 1996", "UU pangan lama sudah dicabut | 3.1"),
    ("angka dalam kalimat", K, "bab-3.json", "yaitu empat sub kegiatan", "yaitu lima sub kegiatan", "program itu memuat empat sub kegiatan dalam tabel | 3.3"),
    ("angka dalam kalimat", K, "bab-4.json", "dengan harga Rp14.000 per kilogram", "dengan harga Rp12.000 per kilogram", "280 ton kali Rp12.000 bukan Rp3.920.000.000 | bab 4"),
    ("angka dalam kalimat", K, "bab-4.json", "Rp11.200.000.000 (44,44%)", "Rp12.200.000.000 (44,44%)", "25,2 miliar kurang 14 miliar adalah 11,2 miliar | bab 4"),
    ("tulisan", K, "bab-5.json", "jumlah cadangan yang diadakan disesuaikan dengan pagu.", "jumlah cadangan yang diadakan", "kalimat terputus tanpa predikat | bab 5"),
    ("salinan", K, "bab-5.json", "Renja DKP Provinsi Nusa Tenggara Barat Tahun 2027", "Renja DKP Provinsi Nusa Tenggara Barat Tahun 2026", "tahun lama tertinggal | bab 5"),
]

#: Group, folder, file, pointer, what is put, what is wrong and why | where a finding must point.
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("tabel", Y, "tabel/medali.json", "/baris/1/4", "12,50", "perak turun dari 32 ke 28, tanda kurang hilang | medali"),
    ("tabel", Y, "tabel/sarana-olahraga.json", "/baris/1/2", "13", "13 baik tambah 4 rusak bukan 16 dan kolom tidak berjumlah 39 | sarana"),
    ("tabel", Y, PLAN, "/program/2/kegiatan/1/sub_kegiatan/0/pagu", 221000000, "kurang satu nol, prakiraan maju 2.275.000.000 | kontingen"),
    ("kode dan kelengkapan", Y, PLAN, "/program/2/kegiatan/3/sub_kegiatan/1/kode", "2.19.03.2.05.0009", "kode sub kegiatan kembar | rencana"),
    ("kode dan kelengkapan", Y, "tabel/pokir.json", "/usulan/2/catatan", "Ditampung dalam 2.19.02.2.01.0021", "sub kegiatan itu tidak ada dalam rencana | pokir"),
    ("hukum", Y, LAW, "/regulasi/16/tentang", "Rencana Pembangunan Jangka Menengah Daerah Kota Salatiga Tahun 2017-2022", "RPJMD periode lama, Renstra 2025-2029 | landasan hukum"),
    ("tabel", K, RENSTRA, "/kelompok/0/isi/0/indikator/0/target/4", "93,4", "skor menurun di tengah periode dan lain dari tabel capaian | target Renstra"),
    ("tabel", K, "tabel/penyaluran.json", "/baris/2/3", "32", "baris Bima dan kolom triwulan III tidak berjumlah | penyaluran"),
    ("tabel", K, PLAN, "/program/2/kegiatan/1/sub_kegiatan/0/target_maju", "300 kg", "satuan lain dari target 280 ton | cadangan"),
    ("kode dan kelengkapan", K, "tabel/evaluasi.json", "/program/1/kegiatan/0/renja_n-2/realisasi", "", "realisasi desa kosong | evaluasi"),
    ("hukum", K, LAW, "/regulasi/4/tambahan", 6442, "nomor tambahan lembaran milik PP 86/2019 tersalin | landasan hukum"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
