"""Faults of the seventh batch, written without a look at the rules: each name says what is wrong | where it must be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
K, H, D, S = "kepegawaian-kabupaten", "kehutanan-provinsi", "pemadam-kota", "kesehatan-kabupaten"
PLAN, RENSTRA, EVALUATION = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/evaluasi.json"
LAW = "regulasi/landasan-hukum.json"


def doubled(folder: str, file: str, key: str, index: int) -> list[Any]:
    """The list under `key` with one item twice."""
    items: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))[key]
    return [*items[: index + 1], *items[index:]]


# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong | where a finding must point.
TEXTS = [
    ("angka dalam kalimat", K, "bab-1.json", "laki-laki 2.352 orang", "laki-laki 2.532 orang", "laki-laki dan perempuan bukan 5.600 | 1.1"),
    ("angka dalam kalimat", K, "bab-2.json", "tersisa Rp304.000.000", "tersisa Rp340.000.000", "sisa anggaran | 2.1"),
    ("angka dalam kalimat", K, "bab-4.json", "bertambah Rp500.000.000 (6,58 persen)", "bertambah Rp500.000.000 (8,56 persen)", "pertumbuhan salah hitung | bab 4"),
    ("kalimat lawan tabel", K, "bab-2.json", "yaitu 3.696 orang", "yaitu 3.966 orang", "jumlah lain dari tabel | 2.2"),
    ("kalimat lawan tabel", K, "bab-3.json", "ditargetkan 280 pada", "ditargetkan 290 pada", "target lain dari Renstra | 3.2"),
    ("salinan", K, "bab-5.json", "Renja BKPSDM Kabupaten Manggarai", "Renja BKPSDM Kabupaten Ngada", "kabupaten lain | bab 5"),
    ("waktu", K, "bab-1.json", "Jumat, 12 Juni 2026", "Senin, 12 Juni 2026", "hari tidak cocok | 1.1"),
    ("waktu", K, "bab-1.json", "30 Januari 2026", "30 Februari 2026", "tanggal tidak ada | 1.1"),
    ("hukum", K, "bab-3.json", "Peraturan Pemerintah Nomor 94 Tahun 2021", "Peraturan Pemerintah Nomor 53 Tahun 2010", "PP disiplin sudah dicabut | 3.1"),
    ("tulisan", K, "bab-2.json", "daerah terpencil.", "daerah terpencil (tolong dicek datanya).", "catatan kerja tertinggal | 2.1"),
    ("angka dalam kalimat", H, "bab-1.json", "309 orang lainnya", "390 orang lainnya", "103 tambah 309 | 1.1"),
    ("angka dalam kalimat", H, "bab-2.json", "rata-rata 1.100 bibit", "rata-rata 2.100 bibit", "466.400 dibagi 424 | 2.1"),
    ("angka dalam kalimat", H, "bab-4.json", "pencegahan kebakaran Rp2.400.000.000", "pencegahan kebakaran Rp4.200.000.000", "rincian tidak berjumlah | bab 4"),
    ("kalimat lawan tabel", H, "bab-2.json", "yaitu 2.430 ha (67,5%)", "yaitu 2.340 ha (67,5%)", "luas lain dari tabel | 2.2"),
    ("kalimat lawan tabel", H, "bab-2.json", "terus menyusut, dari", "terus meluas, dari", "8.700 ke 3.600 menyusut | 2.2"),
    ("kalimat lawan tabel", H, "bab-3.json", "menjadi 3.200 ha pada Tahun 2027", "menjadi 2.300 ha pada Tahun 2027", "target lain dari Renstra | 3.2"),
    ("salinan", H, "bab-3.json", "Gubernur Kalimantan Tengah.", "Gubernur Kalimantan Selatan.", "provinsi lain | 3.2"),
    ("waktu", H, "bab-1.json", "Selasa, 10 Maret 2026", "Selasa, 10 Maret 2027", "forum sesudah pengesahan | 1.1"),
    ("hukum", H, "bab-3.json", "Peraturan Pemerintah Nomor 23 Tahun 2021", "Peraturan Pemerintah Nomor 23 Tahun 2012", "tahun PP salah | 3.1"),
    ("tulisan", H, "bab-5.json", "pada bulan September 2026.", "pada bulan September 2026 serta", "kalimat terputus | bab 5"),
    ("tulisan", H, "bab-2.json", "merehabilitasi 424 ha", "merehabilitasi 424 ha ha", "kata berulang | 2.1"),
    ("angka dalam kalimat", D, "bab-1.json", "11 mobil berfungsi baik", "12 mobil berfungsi baik", "baik dan rusak bukan 14 | 1.1"),
    ("angka dalam kalimat", D, "bab-2.json", "atau 95% ditanggapi", "atau 59% ditanggapi", "171 dari 180 kejadian | 2.1"),
    ("angka dalam kalimat", D, "bab-4.json", "atau Rp1,7 miliar setiap unit", "atau Rp17 miliar setiap unit", "6,8 miliar dibagi empat | bab 4"),
    ("kalimat lawan tabel", D, "bab-2.json", "yakni 76 kejadian", "yakni 67 kejadian", "kejadian lain dari tabel | 2.1"),
    ("kalimat lawan tabel", D, "bab-4.json", "dua program, enam kegiatan, dan delapan", "dua program, lima kegiatan, dan delapan", "tabel memuat enam kegiatan | bab 4"),
    ("salinan", D, "bab-2.json", "DPRD Kota Jambi yang", "DPRD Kota Palembang yang", "kota lain | 2.4"),
    ("salinan", D, "bab-6.json", "Renja Tahun 2027 mengikat", "Renja Dinas Perhubungan Tahun 2027 mengikat", "perangkat daerah lain | bab 6"),
    ("waktu", D, "bab-1.json", "penjabaran tahun ketiga", "penjabaran tahun keempat", "2027 tahun ketiga Renstra | 1.1"),
    ("tulisan", D, "bab-2.json", "(IKU) Tahun", "(IKU Tahun", "kurung tidak ditutup | 2.1"),
    ("tulisan", D, "bab-1.json", "kecepatan tanggap menjadi", "kecepatan tanggap menjdi", "salah ketik | 1.1"),
    ("muatan", D, "bab-2.json", " Faktor penghambat kelaikan proteksi ialah pemilik gedung yang belum memperbarui alatnya.", "", "sebab target tidak tercapai hilang | 2.1"),
    ("angka dalam kalimat", S, "bab-4.json", "tujuh ratus enam puluh juta", "enam ratus tujuh puluh juta", "terbilang lain dari angkanya | bab 4"),
    ("angka dalam kalimat", S, "bab-1.json", "166 desa dan 5 kelurahan", "116 desa dan 5 kelurahan", "desa dan kelurahan bukan 171 | 1.1"),
    ("angka dalam kalimat", S, "bab-2.json", "9 dari 24 puskesmas atau 37,50%", "9 dari 24 puskesmas atau 35,70%", "9 dari 24 puskesmas | 2.2"),
    ("kalimat lawan tabel", S, "bab-2.json", "lebih rendah daripada target 105", "lebih rendah daripada target 95", "target lain dari tabel | 2.2"),
    ("kalimat lawan tabel", S, "bab-4.json", "fisik Rp4.500.000.000, DAK", "fisik Rp5.400.000.000, DAK", "sumber dana lain dari tabel | bab 4"),
    ("kalimat lawan tabel", S, "bab-2.json", "rawat inap justru turun 500", "rawat inap justru naik 500", "12.500 ke 12.000 turun | 2.2"),
    ("salinan", S, "bab-2.json", "Faktor pendorong capaian ialah kunjungan rumah oleh kader dan pemeriksaan kesehatan gratis.", "Faktor pendorong capaian ialah kunjungan rumah oleh kader dan pemeriksaan kesehatan gratis. Faktor pendorong capaian ialah kunjungan rumah oleh kader dan pemeriksaan kesehatan gratis.", "kalimat berulang | 2.1"),
    ("waktu", S, "bab-2.json", "Sepanjang tahun 2024 terjadi", "Sepanjang tahun 2029 terjadi", "data dari masa depan | 2.2"),
    ("hukum", S, "bab-3.json", "Undang-Undang Nomor 17 Tahun 2023", "Undang-Undang Nomor 36 Tahun 2009", "UU kesehatan sudah dicabut | 3.1"),
    ("tulisan", S, "bab-5.json", "sesuai dengan target, melaporkan", "sesuai dengan target , melaporkan", "spasi sebelum koma | bab 5"),
]

#: Group, folder, file, pointer, what is put, what is wrong | where a finding must point.
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("tabel", K, "tabel/pendidikan.json", "/baris/1/1", "627", "baris dan kolom tidak berjumlah | pendidikan"),
    ("tabel", K, "tabel/capaian.json", "/indikator/1/target/n", "5%", "target lain dari Renstra | capaian"),
    ("tabel", K, PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/pagu", 60000000, "pagu sepersepuluh prakiraan maju | kompetensi teknis"),
    ("kode dan kelengkapan", K, PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/target", "", "target kosong | rencana"),
    ("kode dan kelengkapan", K, PLAN, "/program/1/kegiatan/2/sub_kegiatan/0/kode", "5.03.02.2.02.0007", "kode induk salah | rencana"),
    ("tabel", H, "tabel/kebakaran.json", "/baris/0/2", "680", "kolom tidak berjumlah | kebakaran"),
    ("tabel", H, PLAN, "/program/1/kegiatan/0/sub_kegiatan/0/target_maju", "460 kelompok", "satuan lain dari baris itu | hutan rakyat"),
    ("kode dan kelengkapan", H, EVALUATION, "/program/0/kegiatan/0/renja_n-2/realisasi", "", "realisasi kosong | evaluasi"),
    ("salinan", H, "tabel/usulan.json", "/usulan", doubled(H, "tabel/usulan.json", "usulan", 2), "usulan tersalin dua kali | usulan"),
    ("tabel", D, "tabel/kejadian.json", "/baris/2/5", "22", "baris dan kolom tidak berjumlah | kejadian"),
    ("tabel", D, "tabel/iku.json", "/indikator/0/target_n", "196%", "bagian melebihi 100% | IKU"),
    ("kode dan kelengkapan", D, PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/sumber_dana", "", "sumber dana kosong | rencana"),
    ("hukum", D, "regulasi/landasan.json", "/regulasi/5/tahun", 2008, "tahun PP lain dari lembarannya | landasan hukum"),
    ("tabel", S, RENSTRA, "/kelompok/0/isi/0/indikator/0/target/3", "98", "angka kematian naik di tengah | target Renstra"),
    ("tabel", S, "tabel/kunjungan.json", "/baris/2/3", "18,00", "perubahan salah hitung | kunjungan"),
    ("kode dan kelengkapan", S, PLAN, "/program/1/kegiatan/1/sub_kegiatan/1/kode", "1.02.02.2.02.0001", "kode kembar | rencana"),
    ("salinan", S, LAW, "/regulasi/17/tentang", "Rencana Pembangunan Jangka Menengah Daerah Kabupaten Ponorogo Tahun 2025-2029", "RPJMD kabupaten lain | landasan hukum"),
    ("waktu", S, "dokumen.json", "/pengesahan/tanggal", "21 Agustus {{ tahun + 1 }}", "disahkan sesudah tahun rencana | dokumen"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
