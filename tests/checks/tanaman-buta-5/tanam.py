"""Faults of the fifth batch, written without a look at the rules: each name says what is wrong | where it must be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
K, R, S, G = "kominfo-provinsi", "perumahan-kota", "satpol-kabupaten", "keluarga-kabupaten"
PLAN, RENSTRA, QUARTERS = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/triwulan.json"
LAW = "regulasi/landasan-hukum.json"


def swapped(folder: str, file: str, key: str, first: int) -> list[Any]:
    """The list under `key` with two neighbours in each other's place."""
    items: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))[key]
    items[first], items[first + 1] = items[first + 1], items[first]
    return items


# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong | where a finding must point.
TEXTS = [
    ("angka dalam kalimat", K, "bab-2.json", "atau 86,67%, sedikit", "atau 68,67%, sedikit", "39 dari 45 perangkat daerah | 2.1"),
    ("angka dalam kalimat", K, "bab-2.json", "naik 15,00% dari 1.600", "naik 51,00% dari 1.600", "kenaikan aduan dari 1.600 ke 1.840 | 2.1"),
    ("angka dalam kalimat", R, "bab-2.json", "belanja modal Rp7.150.000.000", "belanja modal Rp7.510.000.000", "operasi tambah modal bukan jumlahnya | 2.1"),
    ("angka dalam kalimat", R, "bab-2.json", "terkumpul Rp1,31 miliar", "terkumpul Rp13,1 miliar", "262 penerima kali Rp5 juta | 2.1"),
    ("angka dalam kalimat", R, "bab-4.json", "(lima miliar enam ratus juta rupiah)", "(enam miliar lima ratus juta rupiah)", "terbilang lain dari angkanya | bab 4"),
    ("angka dalam kalimat", R, "bab-2.json", "100 perumahan belum.", "110 perumahan belum.", "sudah dan belum bukan 160 | 2.1"),
    ("angka dalam kalimat", S, "bab-2.json", "51 PNS dan 52 PPPK", "51 PNS dan 62 PPPK", "PNS tambah PPPK bukan 103 | 2.1"),
    ("angka dalam kalimat", S, "bab-2.json", "rata-rata Rp1,5 juta", "rata-rata Rp15 juta", "rata-rata melebihi denda seluruhnya | 2.2"),
    ("angka dalam kalimat", S, "bab-1.json", "24 kali setahun", "42 kali setahun", "dua kali sebulan | 1.1"),
    ("angka dalam kalimat", G, "bab-2.json", "kesertaannya 75%", "kesertaannya 57%", "61.800 dari 82.400 | 2.2"),
    ("angka dalam kalimat", G, "bab-2.json", "naik 1.550 orang", "naik 1.505 orang", "selisih 20.050 dan 18.500 | 2.2"),
    ("kalimat lawan tabel", K, "bab-2.json", "informasi mencapai 448", "informasi mencapai 484", "realisasi lain dari tabel | 2.1"),
    ("kalimat lawan tabel", K, "bab-2.json", "kurang 1,14 poin dari target", "lebih 1,14 poin dari target", "72,86 di bawah 74,00 | 2.1"),
    ("kalimat lawan tabel", R, "bab-2.json", "dan 80,00 ha pada Tahun 2025 (", "dan 88,00 ha pada Tahun 2025 (", "luas kumuh lain dari tabel | 2.2"),
    ("kalimat lawan tabel", R, "bab-4.json", "DAK) fisik satu sub kegiatan", "DAK) fisik dua sub kegiatan", "hanya satu baris DAK Fisik | bab 4"),
    ("kalimat lawan tabel", S, "bab-2.json", "reklame justru naik 14 kasus", "reklame justru turun 14 kasus", "104 ke 118 naik | 2.2"),
    ("kalimat lawan tabel", S, "bab-3.json", "Dua dari tiga indikator mencapai", "Ketiga indikator mencapai", "linmas di bawah target | 3.1"),
    ("kalimat lawan tabel", G, "bab-3.json", "Pada Tahun 2026 targetnya 2,32", "Pada Tahun 2026 targetnya 2,23", "target lain dari Renstra | 3.2"),
    ("kalimat lawan tabel", G, "bab-4.json", "Pendampingan 13.200 keluarga", "Pendampingan 12.300 keluarga", "target lain dari tabel | bab 4"),
    ("kalimat lawan tabel", G, "bab-3.json", "empat program dan enam kegiatan", "empat program dan delapan kegiatan", "tabel memuat enam kegiatan | 3.3"),
    ("hukum", K, "bab-3.json", "Nomor 39 Tahun 2019 mengatur", "Nomor 39 Tahun 2009 mengatur", "tahun Perpres Satu Data salah | 3.2"),
    ("hukum", R, "bab-3.json", "Peraturan Pemerintah Nomor 2 Tahun 2018", "Peraturan Pemerintah Nomor 65 Tahun 2005", "PP tentang SPM sudah dicabut | 3.1"),
    ("hukum", R, "bab-1.json", "Negeri Nomor 86 Tahun 2017 dan", "Negeri Nomor 54 Tahun 2010 dan", "pedoman sudah dicabut | 1.4"),
    ("hukum", S, "bab-1.json", "Nomor 16 Tahun 2018, yang", "Nomor 6 Tahun 2010, yang", "PP tentang Satpol PP sudah dicabut | 1.2"),
    ("hukum", G, "bab-2.json", "Presiden Nomor 72 Tahun 2021", "Presiden Nomor 27 Tahun 2021", "nomor Perpres stunting terbalik | 2.3"),
    ("waktu", K, "bab-1.json", "Selasa, 3 Maret 2026", "Kamis, 3 Maret 2026", "hari tidak cocok | 1.1"),
    ("waktu", K, "bab-2.json", "Hingga 30 April 2026", "Hingga 31 April 2026", "tanggal tidak ada | 2.5"),
    ("waktu", K, "bab-4.json", "Prakiraan maju Tahun 2028", "Prakiraan maju Tahun 2029", "prakiraan maju bukan n+1 | bab 4"),
    ("waktu", R, "bab-1.json", "26 Februari 2026", "26 Februari 2027", "forum sesudah pengesahan | 1.1"),
    ("waktu", S, "bab-1.json", "19 Februari 2026", "29 Februari 2026", "tanggal tidak ada | 1.3"),
    ("waktu", S, "tabel/jadwal.json", "19 Februari 2026", "19 Februari 2025", "forum mendahului rancangan awal | jadwal"),
    ("waktu", G, "bab-1.json", "penjabaran tahun kedua", "penjabaran tahun ketiga", "2026 tahun kedua Renstra | 1.1"),
    ("waktu", G, "bab-2.json", "pada Tahun 2023 (", "pada Tahun 2026 (", "pembanding dari tahun yang belum terjadi | 2.2"),
    ("salinan", K, "bab-3.json", "misi ke-3 Gubernur", "misi ke-3 Bupati", "provinsi dipimpin gubernur | 3.1"),
    ("salinan", K, "bab-2.json", "DPRD Provinsi Sulawesi Tenggara menyampaikan", "DPRD Provinsi Sulawesi Tengah menyampaikan", "provinsi lain | 2.3"),
    ("salinan", R, "bab-2.json", "Kecamatan Pontianak Kota tidak", "Kecamatan Singkawang Barat tidak", "kecamatan kota lain | 2.5"),
    ("salinan", S, "bab-4.json", "ke-5 Bupati Belitung.", "ke-5 Bupati Belitung Timur.", "kabupaten lain | 4.2"),
    ("salinan", S, "bab-1.json", "Kecamatan Selat Nasik", "Kecamatan Toboali", "kecamatan kabupaten lain | 1.1"),
    ("salinan", G, "bab-1.json", "Kabupaten Sumbawa terdiri", "Kabupaten Sumbawa Barat terdiri", "kabupaten lain | 1.1"),
    ("salinan", G, "bab-5.json", "Demikian Renja DPPKB", "Demikian Renja Dinas Kesehatan", "perangkat daerah lain | bab 5"),
    ("tulisan", K, "bab-6.json", "rapat evaluasi empat kali setahun.", "rapat evaluasi empat kali setahun dan", "kalimat terputus | bab 6"),
    ("tulisan", K, "bab-2.json", "dan 102 aduan terlambat.", "dan 102 aduan terlambat. Sebanyak 1.738 aduan ditindaklanjuti tepat waktu dan 102 aduan terlambat.", "kalimat berulang | 2.1"),
    ("tulisan", R, "bab-2.json", "21.500 rumah tangga;", "21.500 rumah tangga (cek lagi ke BPS);", "catatan kerja tertinggal | 2.3"),
    ("tulisan", R, "bab-5.json", "(2) perubahan lokasi", "(3) perubahan lokasi", "nomor rincian melompat | bab 5"),
    ("tulisan", S, "bab-3.json", "(trantibum)", "(trantibum", "kurung tidak ditutup | 3.1"),
    ("tulisan", S, "bab-5.json", "tanggal 5 setiap bulan", "tanggal ... setiap bulan", "isian tertinggal | bab 5"),
    ("tulisan", G, "bab-1.json", "merupakan penjabaran", "adalah merupakan penjabaran", "kata berlebihan | 1.1"),
    ("tulisan", G, "bab-2.json", "Sisa Rp416.000.000 terutama", "Sisa Rp. 416.000.000,- terutama", "bentuk rupiah | 2.1"),
    ("tulisan", G, "bab-4.json", "Rp1.500.000 setahun", "Rp1,500,000 setahun", "pemisah ribuan | bab 4"),
    ("muatan", K, "bab-2.json", " Faktor penghambatnya ialah daftar informasi publik yang terlambat dimutakhirkan oleh sebagian badan publik.", "", "sebab target tidak tercapai hilang | 2.1"),
    ("muatan", G, "bab-5.json", " Kaidah pelaksanaannya, setiap bidang berpedoman pada target dan pagu dalam Bab IV serta melaporkan realisasi setiap triwulan.", "", "kaidah pelaksanaan hilang | bab 5"),
    ("muatan", S, "bab-5.json", " Rencana tindak lanjutnya adalah penyusunan RKA pada bulan Agustus 2026 dan penyampaian data ke Sistem Informasi Pemerintahan Daerah (SIPD).", "", "rencana tindak lanjut hilang | bab 5"),
    ("muatan", S, "tabel/rencana.json", "Jumlah laporan hasil sosialisasi", "Terlaksananya sosialisasi", "indikator tidak terukur | 4.3"),
]

#: Group, folder, file, pointer, what is put, what is wrong | where a finding must point.
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("tabel", K, "tabel/aduan.json", "/baris/2/2", "57", "baris dan kolom tidak berjumlah | aduan"),
    ("tabel", K, PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/pagu", 4150000000, "pagu sepuluh kali prakiraan maju | pengaduan"),
    ("tabel", K, PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/target", "92 dokumen", "satuan lain dari baris itu | akses internet"),
    ("tabel", R, "tabel/kumuh.json", "/baris/1/3", "17,55", "kolom tidak berjumlah | kumuh"),
    ("tabel", R, RENSTRA, "/kelompok/0/isi/0/indikator/0/target/3", "76,00 ha", "luas kumuh naik di tengah | target Renstra"),
    ("tabel", R, PLAN, "/program/2/target_maju", "150%", "bagian melebihi 100% | PSU"),
    ("tabel", S, "tabel/personel.json", "/baris/1/2", "41", "baris dan kolom tidak berjumlah | personel"),
    ("tabel", S, QUARTERS, "/program/0/kegiatan/1/sub_kegiatan/0/kinerja_3", "30 laporan", "jauh di atas target 12 laporan | triwulan"),
    ("tabel", G, "tabel/peserta-kb.json", "/baris/2/4", "31,33", "bagian pil dari jumlahnya | peserta KB"),
    ("tabel", G, "tabel/indikator-utama.json", "/indikator/1/target_n", "11,90%", "memburuk padahal makin kecil makin baik | IKU"),
    ("tabel", G, PLAN, "/program/0/kegiatan/0/target", "7", "target tanpa satuan | penunjang"),
    ("hukum", K, LAW, "/regulasi/2/tahun", 2018, "tahun UU lain dari lembarannya | landasan hukum"),
    ("hukum", R, LAW, "/regulasi/4/diubah/nomor", 21, "PP 21/2021 bukan perubahannya | landasan hukum"),
    ("hukum", S, "regulasi/dasar-hukum.json", "/regulasi", swapped(S, "regulasi/dasar-hukum.json", "regulasi", 13), "Perda kabupaten sebelum provinsi | dasar hukum"),
    ("hukum", G, "regulasi/landasan.json", "/regulasi/13/tentang", "Pedoman Penyusunan Rencana Kerja Pemerintah Daerah Tahun 2025", "pedoman tahun lalu | landasan hukum"),
    ("salinan", R, LAW, "/regulasi/17/tentang", "Rencana Kerja Pemerintah Daerah Kota Singkawang Tahun 2027", "RKPD kota lain | landasan hukum"),
    ("muatan", R, "tabel/review-rkpd.json", "/perbedaan/0/catatan", "", "perbedaan tanpa alasan | reviu"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
