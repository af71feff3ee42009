"""Faults of the eighth batch, written without a look at the rules: each name says what is wrong and why | where it must be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
E, F, P = "esdm-provinsi", "perikanan-kabupaten", "perdagangan-perubahan"
PLAN, RENSTRA, QUARTERS = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/evaluasi-triwulan.json"
LAW = "regulasi/landasan-hukum.json"


def without(folder: str, file: str, key: str, index: int) -> list[Any]:
    """The list under `key` with one item left out."""
    items: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))[key]
    return [*items[:index], *items[index + 1 :]]


# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong and why | where a finding must point.
TEXTS = [
    ("angka dalam kalimat", E, "bab-1.json", "terdiri atas 124 PNS", "terdiri atas 134 PNS", "rincian pegawai tidak berjumlah, sebab 134 tambah 62 bukan 186 | 1.1"),
    ("tulisan", E, "bab-1.json", "57 orang di antaranya", "57 orang diantaranya", "kata depan harus dipisah, yaitu di antaranya | 1.1"),
    ("waktu", E, "bab-1.json", "Kamis, 12 Maret 2026", "Kamis, 12 Februari 2026", "forum mendahului rancangan awal yang baru selesai 13 Februari | 1.1"),
    ("waktu", E, "bab-1.json", "Selasa, 20 Januari 2026", "Selasa, 20 Januari 2025", "tahun lama, 20 Januari 2025 hari Senin | 1.1"),
    ("angka dalam kalimat", E, "bab-2.json", "180 izin (108,89%)", "180 izin (118,89%)", "196 dari 180 bukan 118,89% | 2.1"),
    ("kalimat lawan tabel", E, "bab-2.json", "diterima 1.520 keluarga", "diterima 1.250 keluarga", "tabel evaluasi menulis 1.520 dan 1.250 bukan 95% dari 1.600 | 2.1"),
    ("angka dalam kalimat", E, "bab-2.json", "tersisa Rp1.697.500.000", "tersisa Rp1.679.500.000", "sisa bukan selisih anggaran dan realisasi | 2.1"),
    ("kalimat lawan tabel", E, "bab-2.json", "Dua keluaran melampaui target, sedangkan dua lainnya belum", "Tiga keluaran melampaui target, sedangkan satu lainnya belum", "menurut daftar dan tabel hanya dua yang melampaui target | 2.1"),
    ("angka dalam kalimat", E, "bab-2.json", "kenaikan Tahun 2025 sebesar 1,20 poin", "kenaikan Tahun 2025 sebesar 2,20 poin", "96,00 kurang 94,80 bukan 2,20 | 2.2"),
    ("angka dalam kalimat", E, "bab-2.json", "selisih keduanya 12,50 poin", "selisih keduanya 10,50 poin", "77,50 kurang 65,00 bukan 10,50 | 2.2"),
    ("kalimat lawan tabel", E, "bab-2.json", "Tiga dari empat indikator mencapai target", "Semua indikator mencapai target", "rasio elektrifikasi di bawah target | 2.2"),
    ("angka dalam kalimat", E, "bab-2.json", "tingkat capaian 99,48%", "tingkat capaian 100,52%", "pembagian terbalik, realisasi di bawah target tidak melebihi 100% | 2.2"),
    ("tabel", E, "tabel/listrik.json", "92,70", "92,07", "bagian salah hitung dan kolom tidak berjumlah 100 | listrik"),
    ("tabel", E, "tabel/tambang.json", "\"143\"", "\"134\"", "jumlah kolom Patuh salah | tambang"),
    ("kalimat lawan tabel", E, "bab-3.json", "menjadi 54 desa pada", "menjadi 45 desa pada", "target Renstra Tahun 2027 adalah 54 desa | 3.2"),
    ("kalimat lawan tabel", E, "bab-3.json", "Sebanyak 9 sub kegiatan bersifat teknis", "Sebanyak 8 sub kegiatan bersifat teknis", "8 tambah 3 bukan 12, tabel memuat 9 sub kegiatan teknis | 3.3"),
    ("salinan", E, "bab-3.json", "Gubernur Sulawesi Tengah.", "Gubernur Sulawesi Tenggara.", "nama provinsi tetangga tersalin | 3.2"),
    ("salinan", E, "bab-3.json", "misi ke-3 Gubernur", "misi ke-3 Bupati", "dinas provinsi mendukung misi Gubernur, bukan Bupati | 3.2"),
    ("hukum", E, "bab-3.json", "Undang-Undang Nomor 30 Tahun 2009", "Undang-Undang Nomor 15 Tahun 1985", "UU ketenagalistrikan lama sudah dicabut | 3.1"),
    ("angka dalam kalimat", E, "bab-4.json", "empat puluh delapan miliar delapan ratus juta", "empat puluh delapan miliar enam ratus juta", "terbilang lain dari angkanya | bab 4"),
    ("kalimat lawan tabel", E, "bab-4.json", "bagi 1.800 keluarga", "bagi 1.600 keluarga", "target Tahun 2025 belum diganti, tabel menulis 1.800 keluarga | bab 4"),
    ("angka dalam kalimat", F, "bab-1.json", "9.620 pembudi daya ikan, dan", "9.260 pembudi daya ikan, dan", "rincian pelaku usaha tidak berjumlah 14.600 | 1.1"),
    ("angka dalam kalimat", F, "bab-1.json", "Empat perlima pengolah", "Tiga perempat pengolah", "912 dari 1.140 adalah empat perlima | 1.1"),
    ("waktu", F, "bab-1.json", "penjabaran tahun ketiga", "penjabaran tahun kedua", "2027 tahun ketiga dari Renstra 2025-2029 | 1.1"),
    ("kalimat lawan tabel", F, "bab-2.json", "mencapai 58,4 kg", "mencapai 54,8 kg", "tabel IKU menulis 58,4 dan 54,8 bukan 97,33% dari 60,0 | 2.1"),
    ("angka dalam kalimat", F, "bab-2.json", "101,19% dari target", "111,19% dari target", "69.315 dari 68.500 bukan 111,19% | 2.1"),
    ("kalimat lawan tabel", F, "bab-2.json", "Kedua indikator kinerja kunci (IKK) melampaui", "Satu dari dua indikator kinerja kunci (IKK) melampaui", "menurut tabel keduanya melampaui target | 2.1"),
    ("angka dalam kalimat", F, "bab-2.json", "2.815 ton (4,23%)", "2.815 ton (3,24%)", "pertumbuhan salah, tabel menulis 4,23 | 2.1"),
    ("kalimat lawan tabel", F, "bab-2.json", "menyumbang 48.510 ton", "menyumbang 46.200 ton", "hanya tambak yang dihitung, kolam tertinggal | 2.1"),
    ("kalimat lawan tabel", F, "bab-2.json", "hasil tangkapan di perairan darat, dari", "hasil budi daya kolam, dari", "kolam naik, yang turun perairan darat | 2.1"),
    ("angka dalam kalimat", F, "bab-2.json", "atau Rp12 juta setiap unit", "atau Rp10,8 juta setiap unit", "nilai dibagi rencana 120 unit, bukan 108 unit | 2.1"),
    ("tulisan", F, "bab-2.json", "dikembalikan ke kas daerah.", "dikembalikan ke kas daerah (angka sementara, konfirmasi ke bendahara).", "catatan kerja tertinggal | 2.1"),
    ("muatan", F, "bab-2.json", "Faktor penghambat konsumsi ikan ialah harga ikan segar di kecamatan pegunungan, yang rata-rata 15% lebih mahal daripada di kecamatan pesisir. ", "", "sebab target konsumsi tidak tercapai tidak dijelaskan | 2.1"),
    ("salinan", F, "bab-2.json", "DPRD Kabupaten Pinrang menyampaikan", "DPRD Kabupaten Wajo menyampaikan", "DPRD kabupaten lain | 2.4"),
    ("kalimat lawan tabel", F, "bab-2.json", "Empat pokok pikiran ditampung dalam Renja dan dua ditunda", "Lima pokok pikiran ditampung dalam Renja dan satu ditunda", "tabel menulis empat ditampung dan dua ditunda | 2.4"),
    ("waktu", F, "bab-2.json", "30 April 2026", "31 April 2026", "tanggal tidak ada | 2.5"),
    ("tabel", F, "tabel/produksi.json", "44.000", "40.400", "kolom 2024 tidak berjumlah 66.500 | produksi"),
    ("tabel", F, "tabel/sarana.json", "95,00", "90,50", "190 dari 200 adalah 95,00% | sarana"),
    ("kalimat lawan tabel", F, "bab-3.json", "target 50% unit", "target 55% unit", "55% target Tahun 2028, Tahun 2027 50% | 3.1"),
    ("hukum", F, "bab-3.json", "Undang-Undang Nomor 7 Tahun 2016", "Undang-Undang Nomor 16 Tahun 2016", "nomor lain dari landasan hukum, UU 7/2016 yang dimaksud | 3.2"),
    ("kalimat lawan tabel", F, "bab-4.json", "sepuluh sub kegiatan", "dua belas sub kegiatan", "tabel memuat sepuluh sub kegiatan | bab 4"),
    ("angka dalam kalimat", F, "bab-4.json", "turun Rp4.107.000.000", "turun Rp4.017.000.000", "21,6 miliar kurang 17,493 miliar bukan 4,017 miliar | bab 4"),
    ("kalimat lawan tabel", F, "bab-4.json", "DAK Rp7.200.000.000", "DAK Rp7.400.000.000", "sumber dana lain dari tabel dan tidak berjumlah | bab 4"),
    ("tulisan", F, "bab-6.json", "Sistem Informasi Pemerintahan Daerah", "Sistem Informasi Pembangunan Daerah", "kepanjangan SIPD salah, lain dari Permendagri 70/2019 | bab 6"),
    ("salinan", F, "bab-6.json", "Renja Dinas Perikanan Kabupaten", "Renja Dinas Pertanian Kabupaten", "perangkat daerah lain | bab 6"),
    ("angka dalam kalimat", P, "bab-1.json", "2.040 kios dan 1.160 los", "2.040 kios dan 1.610 los", "kios dan los bukan 3.200 | 1.1"),
    ("tulisan", P, "bab-1.json", "terdiri atas 3 kecamatan", "terdiri dari 3 kecamatan", "bentuk bakunya terdiri atas | 1.1"),
    ("waktu", P, "bab-1.json", "pada 22 Juli 2026", "pada 22 Agustus 2026", "RKPD perubahan ditetapkan sesudah Renja disahkan | 1.1"),
    ("hukum", P, "bab-1.json", "Bukittinggi Nomor 21 Tahun 2026", "Bukittinggi Nomor 12 Tahun 2026", "nomor Perwali lain dari landasan hukum | 1.1"),
    ("salinan", P, "bab-1.json", "Perdagangan Kota Bukittinggi", "Perdagangan Kota Payakumbuh", "kota lain | 1.1"),
    ("salinan", P, "bab-4.json", "Renja Dinas Perdagangan Kota", "Renja Dinas Perhubungan Kota", "perangkat daerah lain | bab 4"),
    ("kalimat lawan tabel", P, "bab-2.json", "Rp3.284.000.000 pada triwulan II", "Rp3.824.000.000 pada triwulan II", "kedua triwulan tidak berjumlah, tabel menulis 3.284.000.000 | 2.1"),
    ("angka dalam kalimat", P, "bab-2.json", "12 kali (83,33%)", "12 kali (120%)", "pembagian terbalik, 10 dari 12 adalah 83,33% | 2.1"),
    ("angka dalam kalimat", P, "bab-2.json", "penerimaan itu naik Rp104.000.000", "penerimaan itu turun Rp104.000.000", "2,704 miliar lebih besar daripada 2,6 miliar | 2.1"),
    ("kalimat lawan tabel", P, "bab-2.json", "sedangkan Pasar Simpang Tembok paling rendah", "sedangkan Pasar Bawah paling rendah", "90 dari 200 tempat milik Pasar Simpang Tembok | 2.1"),
    ("tabel", P, "tabel/pasar.json", "1.140", "1.410", "terisi melebihi jumlah tempat dan kolom tidak berjumlah | pasar"),
    ("tabel", P, "tabel/harga.json", "31.200", "32.100", "selisih dan perubahan telur tidak cocok | harga"),
    ("tabel", P, "tabel/sumber-dana.json", "4.034.000.000", "4.304.000.000", "kolom Sesudah tidak berjumlah | sumber dana"),
    ("kalimat lawan tabel", P, "bab-2.json", "empat komoditas naik dan dua komoditas turun", "lima komoditas naik dan satu komoditas turun", "tabel memuat dua komoditas yang turun | 2.2"),
    ("tulisan", P, "bab-2.json", "nontunai", "non tunai", "bentuk terikat ditulis serangkai | 2.2"),
    ("tulisan", P, "bab-2.json", "Implikasi penundaan DAK", "Implikasi penudaan DAK", "salah ketik | 2.2"),
    ("muatan", P, "bab-2.json", " Tindak lanjut yang segera dilakukan ialah menambah operasi pasar dan mengusulkan trayek angkutan ke Pasar Simpang Tembok.", "", "permasalahan tanpa tindak lanjut | 2.2"),
    ("angka dalam kalimat", P, "bab-3.json", "Rp410.000.000 (25%)", "Rp410.000.000 (20%)", "dibagi pagu sesudah, padahal 410 juta dari 1,64 miliar adalah 25% | 3.1"),
    ("kalimat lawan tabel", P, "bab-3.json", "menjadi 18 laporan", "menjadi 15 laporan", "target sesudah perubahan 18 laporan | 3.1"),
    ("angka dalam kalimat", P, "bab-3.json", "berjumlah Rp757.000.000", "berjumlah Rp775.000.000", "empat penambahan berjumlah 757 juta | 3.1"),
    ("kalimat lawan tabel", P, "bab-3.json", "empat bertambah pagunya dan dua berkurang", "tiga bertambah pagunya dan tiga berkurang", "daftar dan tabel memuat empat yang bertambah | 3.1"),
    ("angka dalam kalimat", P, "bab-3.json", "atau 8,64%", "atau 9,45%", "dibagi pagu sesudah, bukan pagu semula | 3.2"),
    ("kalimat lawan tabel", P, "bab-3.json", "Rp4.190.000.000 (29,71%)", "Rp5.680.000.000 (29,71%)", "pagu sebelum perubahan belum diganti | 3.2"),
]

#: Group, folder, file, pointer, what is put, what is wrong and why | where a finding must point.
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("tabel", E, "tabel/capaian.json", "/indikator/3/target/n", "21,00%", "target di bawah keadaan awal 22,00% dan lain dari Renstra | capaian"),
    ("tabel", E, RENSTRA, "/kelompok/0/isi/1/indikator/0/target/4", "60 desa", "desa belum berlistrik naik di tengah periode | target Renstra"),
    ("tabel", E, PLAN, "/program/4/kegiatan/1/sub_kegiatan/1/pagu_maju", 1395000000, "prakiraan maju kurang satu nol | PLTS"),
    ("kode dan kelengkapan", E, PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/sumber_dana", "", "sumber dana kosong | rencana"),
    ("kode dan kelengkapan", E, PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/kode", "3.29.02.1.01.0001", "kode sub kegiatan milik kegiatan lain | rencana"),
    ("hukum", E, LAW, "/regulasi/2/diubah", {"frasa": "sebagaimana telah diubah dengan", "jenis": "UU", "nomor": 3, "tahun": 2020, "tentang": "Perubahan atas Undang-Undang Nomor 4 Tahun 2009 tentang Pertambangan Mineral dan Batubara", "lembaran": {"tahun": 2020, "nomor": 147}, "tambahan": 6525}, "perubahan terakhirnya UU 2/2025 | landasan hukum"),
    ("kalimat lawan tabel", E, "tabel/usulan.json", "/usulan", without(E, "tabel/usulan.json", "usulan", 1), "satu baris hilang, kalimat menyebut empat usulan dan 105 keluarga | usulan"),
    ("tabel", E, "tabel/review.json", "/perbedaan/0/pagu", 12500000000, "pagu rancangan awal tidak lagi Rp47,3 miliar seperti kalimatnya | reviu"),
    ("muatan", E, "bab-5.json", "/isi", without(E, "bab-5.json", "isi", 3), "penutup tanpa rencana tindak lanjut | bab 5"),
    ("waktu", F, "dokumen.json", "/pengesahan/tanggal", "14 April {{ tahun - 1 }}", "disahkan sebelum rancangan akhir diverifikasi, lain dari 14 Juli dalam 1.1 | dokumen"),
    ("hukum", F, LAW, "/regulasi/18/tentang", "Rencana Kerja Pemerintah Daerah Kabupaten Pinrang Tahun 2026", "RKPD tahun lalu, Renja ini Tahun 2027 | landasan hukum"),
    ("tabel", F, "tabel/iku.json", "/indikator/0/target_n", "67.500", "target di bawah realisasi dan lain dari 73.500 dalam 3.1 | IKU"),
    ("tabel", F, PLAN, "/program/2/kegiatan/1/sub_kegiatan/0/target", "12 paket", "satuan lain dari target Renstra dan tahun lain | prasarana"),
    ("kode dan kelengkapan", F, PLAN, "/program/1/kegiatan/0/sub_kegiatan/0/target", "", "target kosong | rencana"),
    ("muatan", F, "bab-6.json", "/isi", without(F, "bab-6.json", "isi", 1), "penutup tanpa kaidah pelaksanaan | bab 6"),
    ("tabel", P, PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/pagu", 484000000, "angka tertukar, kalimat dan jumlah menyebut 448 juta | tera"),
    ("kode dan kelengkapan", P, PLAN, "/program/1/kegiatan/0/sub_kegiatan/0/alasan", "", "target dan pagu berubah tanpa alasan | rencana"),
    ("tabel", P, QUARTERS, "/program/3/kegiatan/0/sub_kegiatan/0/kinerja_2", "18.800 unit", "kelebihan satu nol, jauh di atas target 5.200 unit | tera"),
    ("tabel", P, QUARTERS, "/program/2/kegiatan/0/sub_kegiatan/1/anggaran_2", 640000000, "penyerapan melebihi pagu 600 juta | operasi pasar"),
    ("hukum", P, LAW, "/regulasi/1/nomor", 18, "UU Perlindungan Konsumen bernomor 8 | landasan hukum"),
    ("hukum", P, LAW, "/regulasi/16/tentang", "Perubahan atas Peraturan Wali Kota Nomor 28 Tahun 2024 tentang Rencana Kerja Pemerintah Daerah Kota Bukittinggi Tahun 2026", "peraturan yang diubah bertahun 2025 | landasan hukum"),
    ("muatan", P, "bab-4.json", "/isi", without(P, "bab-4.json", "isi", 3), "penutup tanpa rencana tindak lanjut | bab 4"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
