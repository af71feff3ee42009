"""Faults of the sixth batch, written without a look at the rules: each name says what is wrong | where it must be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
K, D, C, P = "kesbangpol-kabupaten", "perizinan-kota", "kecamatan-kabupaten", "pendapatan-provinsi"
PLAN, RENSTRA, EVALUATION = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/evaluasi.json"
LAW = "regulasi/landasan-hukum.json"


def swapped(folder: str, file: str, key: str, first: int) -> list[Any]:
    """The list under `key` with two neighbours in each other's place."""
    items: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))[key]
    items[first], items[first + 1] = items[first + 1], items[first]
    return items


def copied(folder: str, source: str, file: str, part: int) -> list[Any]:
    """The paragraphs of a part of `file`, with the first paragraph of `source` copied in between."""
    said: str = json.loads((BASE / folder / source).read_text("utf-8"))["bagian"][0]["isi"][0]
    paragraphs: list[Any] = json.loads((BASE / folder / file).read_text("utf-8"))["bagian"][part]["isi"]
    return [paragraphs[0], said, *paragraphs[1:]]


# fmt: off
#: Group, folder, file, what stands there, what is put, what is wrong | where a finding must point.
TEXTS = [
    ("angka dalam kalimat", K, "bab-1.json", "519.300 perempuan", "591.300 perempuan", "laki-laki dan perempuan tidak berjumlah | 1.1"),
    ("angka dalam kalimat", K, "bab-2.json", "Rp8.148.000.000 atau 97%", "Rp8.148.000.000 atau 79%", "persen serapan | 2.1"),
    ("angka dalam kalimat", K, "bab-2.json", "Sisanya Rp252.000.000", "Sisanya Rp225.000.000", "sisa anggaran | 2.1"),
    ("angka dalam kalimat", K, "bab-4.json", "atau 4,76% dari anggaran", "atau 6,47% dari anggaran", "pertumbuhan salah hitung | bab 4"),
    ("angka dalam kalimat", K, "bab-2.json", "lima ratus dua puluh lima juta", "lima ratus lima puluh dua juta", "terbilang lain dari angkanya | 2.2"),
    ("kalimat lawan tabel", K, "bab-2.json", "berjumlah 602 orang", "berjumlah 620 orang", "realisasi lain dari tabel | 2.1"),
    ("kalimat lawan tabel", K, "bab-4.json", "partai politik sebesar Rp1.525.000.000", "partai politik sebesar Rp1.552.000.000", "pagu lain dari tabel | bab 4"),
    ("kalimat lawan tabel", K, "bab-3.json", "ditargetkan 78,50 pada tahun 2027", "ditargetkan 78,05 pada tahun 2027", "target lain dari Renstra | 3.2"),
    ("kalimat lawan tabel", K, "bab-2.json", "masih di bawah target 82%", "sudah melampaui target 82%", "80% di bawah 82% | 2.2"),
    ("salinan", K, "bab-5.json", "Kabupaten Banjarnegara Tahun 2027", "Kabupaten Purbalingga Tahun 2027", "kabupaten lain | bab 5"),
    ("salinan", K, "bab-3.json", "Bupati Banjarnegara, yaitu", "Wali Kota Magelang, yaitu", "kepala daerah lain | 3.2"),
    ("salinan", K, "bab-2.json", "pertanggungjawaban tepat waktu.", "pertanggungjawaban tepat waktu. Sembilan partai atau 90% menyampaikan laporan pertanggungjawaban tepat waktu.", "kalimat berulang | 2.2"),
    ("waktu", K, "bab-1.json", "Rabu, 25 Februari 2026", "Jumat, 25 Februari 2026", "hari tidak cocok | 1.1"),
    ("waktu", K, "bab-1.json", "menjabarkan tahun ketiga", "menjabarkan tahun kedua", "2027 tahun ketiga Renstra | 1.1"),
    ("waktu", K, "bab-4.json", "Prakiraan maju tahun 2028", "Prakiraan maju tahun 2026", "prakiraan maju bukan n+1 | bab 4"),
    ("hukum", K, "bab-3.json", "Peraturan Presiden Nomor 12 Tahun 2025", "Peraturan Presiden Nomor 18 Tahun 2020", "RPJMN yang sudah berakhir | 3.1"),
    ("tulisan", K, "bab-1.json", "34 (tiga puluh empat)", "34 (tiga puluh lima)", "angka lawan kata | 1.1"),
    ("tulisan", K, "bab-2.json", "masih dimediasi.", "masih dimediasi (konfirmasi lagi ke bidang).", "catatan kerja tertinggal | 2.2"),
    ("tulisan", K, "bab-5.json", "diusulkan melalui Renja Perubahan.", "diusulkan melalui", "kalimat terputus | bab 5"),
    ("angka dalam kalimat", D, "bab-1.json", "27 perempuan (58,70%)", "27 perempuan (57,80%)", "27 dari 46 pegawai | 1.1"),
    ("angka dalam kalimat", D, "bab-2.json", "naik 12% dari Rp600,00 miliar", "naik 21% dari Rp600,00 miliar", "pertumbuhan investasi | 2.1"),
    ("angka dalam kalimat", D, "bab-2.json", "rata-rata 15 pelaku usaha setiap", "rata-rata 25 pelaku usaha setiap", "660 dibagi 44 | 2.4"),
    ("angka dalam kalimat", D, "bab-4.json", "atau Rp400.000 setiap", "atau Rp4.000.000 setiap", "960 juta dibagi 2.400 | bab 4"),
    ("kalimat lawan tabel", D, "bab-2.json", "4.740 izin terbit", "4.470 izin terbit", "izin lain dari tabel | 2.1"),
    ("kalimat lawan tabel", D, "bab-2.json", "Nilainya meningkat pada setiap triwulan", "Nilainya menurun pada setiap triwulan", "130,60 ke 197,50 meningkat | 2.1"),
    ("kalimat lawan tabel", D, "bab-3.json", "ditargetkan 89,75.", "ditargetkan 98,75.", "target lain dari tabel IKU | 3.1"),
    ("kalimat lawan tabel", D, "bab-4.json", "enam program, tujuh kegiatan, dan sembilan sub", "enam program, tujuh kegiatan, dan sepuluh sub", "tabel memuat sembilan | bab 4"),
    ("salinan", D, "bab-6.json", "DPMPTSP Kota Parepare", "DPMPTSP Kabupaten Barru", "kabupaten lain | bab 6"),
    ("salinan", D, "bab-2.json", "DPRD Kota Parepare berkaitan", "DPRD Kabupaten Sidenreng Rappang berkaitan", "DPRD kabupaten lain | 2.3"),
    ("waktu", D, "bab-1.json", "24 Februari 2026", "24 Februari 2027", "forum sesudah pengesahan | 1.1"),
    ("waktu", D, "bab-3.json", "prakiraan Tahun 2026 sebesar", "prakiraan Tahun 2016 sebesar", "tahun salah ketik | 3.1"),
    ("waktu", D, "bab-2.json", "(IKU) Tahun 2025 mencapai", "(IKU) Tahun 2028 mencapai", "capaian tahun yang belum terjadi | 2.1"),
    ("hukum", D, "bab-3.json", "Peraturan Pemerintah Nomor 28 Tahun 2025", "Peraturan Pemerintah Nomor 5 Tahun 2021", "PP perizinan sudah dicabut | 3.2"),
    ("tulisan", D, "bab-1.json", "melainkan syarat", "melainkan merupkan syarat", "salah ketik | 1.1"),
    ("tulisan", D, "bab-2.json", "tiga hari dalam seminggu.", "… hari dalam seminggu.", "isian tertinggal | 2.1"),
    ("tulisan", D, "bab-1.json", "(MPP) yang", "(MPP yang", "kurung tidak ditutup | 1.1"),
    ("muatan", D, "bab-6.json", "Kaidah pelaksanaannya adalah sebagai berikut: seluruh bidang melaksanakan kegiatan menurut target yang ditetapkan, sekretariat menghimpun laporan setiap triwulan, dan kepala dinas menilai capaiannya dalam rapat evaluasi.", "Semoga Renja ini bermanfaat.", "kaidah pelaksanaan hilang | bab 6"),
    ("angka dalam kalimat", C, "bab-1.json", "46.310 laki-laki", "43.610 laki-laki", "laki-laki dan perempuan tidak berjumlah | 1.1"),
    ("angka dalam kalimat", C, "bab-2.json", "sisa belanja pegawai Rp71.500.000", "sisa belanja pegawai Rp75.100.000", "rincian sisa tidak berjumlah | 2.1"),
    ("angka dalam kalimat", C, "bab-4.json", "tiga ratus tujuh puluh lima juta", "tiga ratus lima puluh tujuh juta", "terbilang lain dari angkanya | bab 4"),
    ("angka dalam kalimat", C, "bab-4.json", "(PAD) sebesar Rp450.000.000 atau 13,33%", "(PAD) sebesar Rp450.000.000 atau 33,13%", "bagian tidak seratus | bab 4"),
    ("kalimat lawan tabel", C, "bab-2.json", "dari 480 menjadi 456 layanan", "dari 480 menjadi 465 layanan", "layanan lain dari tabel | 2.2"),
    ("kalimat lawan tabel", C, "bab-3.json", "87,50 pada tahun 2026", "88,50 pada tahun 2026", "target lain dari Renstra | 3.2"),
    ("kalimat lawan tabel", C, "bab-2.json", "lima usulan prioritas", "enam usulan prioritas", "tabel memuat lima | 2.5"),
    ("kalimat lawan tabel", C, "bab-4.json", "Pagu indikatif tahun {{ tahun }} sebesar Rp3.375.000.000", "Pagu indikatif tahun {{ tahun }} sebesar Rp3.735.000.000", "pagu lain dari tabel | bab 4"),
    ("salinan", C, "bab-2.json", "tahun 2024 berjumlah 4.760 layanan", "tahun 2024 di Kecamatan Kembaran berjumlah 4.760 layanan", "kecamatan lain | 2.2"),
    ("salinan", C, "bab-3.json", "misi ke-1 Bupati Banyumas", "misi ke-1 Bupati Cilacap", "kepala daerah lain | 3.2"),
    ("waktu", C, "bab-1.json", "Senin, 17 Februari 2025", "Senin, 30 Februari 2025", "tanggal tidak ada | 1.1"),
    ("waktu", C, "bab-5.json", "30 September 2025", "31 September 2025", "tanggal tidak ada | bab 5"),
    ("waktu", C, "bab-2.json", "Pelayanan administrasi tahun 2024 berjumlah", "Pelayanan administrasi tahun 2027 berjumlah", "data dari masa depan | 2.2"),
    ("hukum", C, "bab-3.json", "Peraturan Pemerintah Nomor 17 Tahun 2018", "Peraturan Pemerintah Nomor 19 Tahun 2008", "PP kecamatan sudah dicabut | 3.1"),
    ("tulisan", C, "bab-1.json", "Sentra batik, getuk", "Sentra batik , getuk", "spasi sebelum koma | 1.1"),
    ("tulisan", C, "bab-2.json", "94,23%. Tiga belas", "94,23%.. Tiga belas", "tanda baca ganda | 2.2"),
    ("tulisan", C, "bab-5.json", "dicatat kembali dalam", "di catat kembali dalam", "di terpisah | bab 5"),
    ("muatan", C, "bab-2.json", " Sebagai tindak lanjut, kecamatan menyelenggarakan klinik keuangan desa setiap triwulan.", "", "tindak lanjut hilang | 2.1"),
    ("angka dalam kalimat", P, "bab-1.json", "114 orang di kantor pusat", "141 orang di kantor pusat", "171 tambah 114 | 1.1"),
    ("angka dalam kalimat", P, "bab-2.json", "sisanya sekitar Rp1,66 miliar", "sisanya sekitar Rp16,6 miliar", "sisa anggaran | 2.1"),
    ("angka dalam kalimat", P, "bab-2.json", "penerimaan tumbuh 2,5%", "penerimaan tumbuh 5,2%", "800 ke 820 miliar | 2.1"),
    ("angka dalam kalimat", P, "bab-4.json", "Rp300 juta untuk setiap unit", "Rp3 juta untuk setiap unit", "3,6 miliar dibagi 12 | bab 4"),
    ("kalimat lawan tabel", P, "bab-2.json", "dari target Rp810,00 miliar", "dari target Rp801,00 miliar", "target lain dari tabel | 2.1"),
    ("kalimat lawan tabel", P, "bab-2.json", "Tiga dari tujuh jenis pajak melampaui target", "Lima dari tujuh jenis pajak melampaui target", "tabel memuat tiga | 2.1"),
    ("kalimat lawan tabel", P, "bab-2.json", "BBNKB kurang Rp7,00 miliar", "BBNKB kurang Rp17,00 miliar", "selisih lain dari tabel | 2.1"),
    ("kalimat lawan tabel", P, "bab-4.json", "Program Pengelolaan Pendapatan Daerah Rp7.690.000.000", "Program Pengelolaan Pendapatan Daerah Rp7.960.000.000", "pagu program lain dari tabel | bab 4"),
    ("salinan", P, "bab-5.json", "Renja Bapenda Provinsi Bengkulu", "Renja Bapenda Provinsi Jambi", "provinsi lain | bab 5"),
    ("salinan", P, "bab-3.json", "misi ke-5 Gubernur Bengkulu", "misi ke-5 Bupati Bengkulu", "provinsi dipimpin gubernur | 3.2"),
    ("waktu", P, "bab-1.json", "4–5 Maret 2026", "5–4 Maret 2026", "rentang tanggal terbalik | 1.1"),
    ("waktu", P, "bab-1.json", "{{ renstra.periode }}. Penyusunannya", "2021–2026. Penyusunannya", "Renstra periode lalu | 1.1"),
    ("waktu", P, "bab-2.json", "Triwulan II Tahun 2027", "Triwulan II Tahun 2021", "tindak lanjut di masa lalu | 2.1"),
    ("hukum", P, "bab-3.json", "Undang-Undang Nomor 1 Tahun 2022 menata", "Undang-Undang Nomor 28 Tahun 2009 menata", "UU pajak daerah sudah dicabut | 3.1"),
    ("tulisan", P, "bab-2.json", "Rp260,00 miliar (31,71%)", "Rp. 260.00 miliar (31.71%)", "bentuk rupiah dan desimal | 2.1"),
    ("tulisan", P, "bab-4.json", "Rp1.680.000.000 atau", "Rp1680000000 atau", "ribuan tanpa titik | bab 4"),
    ("tulisan", P, "bab-2.json", "279.560 unit (62,12%)", "xxx unit (62,12%)", "isian tertinggal | 2.2"),
    ("muatan", P, "bab-2.json", " Faktor penghambat BBNKB dan pajak alat berat ialah melemahnya penjualan kendaraan baru serta belum lengkapnya data alat berat. Implikasinya, target kedua jenis pajak itu perlu dihitung ulang.", "", "sebab target tidak tercapai hilang | 2.1"),
]

#: Group, folder, file, pointer, what is put, what is wrong | where a finding must point.
VALUES: list[tuple[str, str, str, str, Any, str]] = [
    ("tabel", K, "tabel/ormas.json", "/baris/1/3", "85", "kolom tidak berjumlah | ormas"),
    ("tabel", K, PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/pagu", 3440000000, "pagu sepuluh kali prakiraan maju | ormas"),
    ("tabel", K, "tabel/capaian.json", "/indikator/1/target/n", "79%", "target lain dari Renstra | capaian"),
    ("kode dan kelengkapan", K, PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/kode", "8.01.06.2.01.0004", "kode induk salah | rencana"),
    ("kode dan kelengkapan", K, PLAN, "/program/5/kegiatan/0/sub_kegiatan/0/sumber_dana", "-", "sumber dana kosong | rencana"),
    ("hukum", K, LAW, "/regulasi", swapped(K, LAW, "regulasi", 5), "PP mendahului UU | landasan hukum"),
    ("tabel", D, "tabel/investasi.json", "/baris/0/5", "586,00", "baris dan kolom tidak berjumlah | investasi"),
    ("tabel", D, "tabel/iku.json", "/indikator/0/target_n", "470,00", "target di bawah realisasi | IKU"),
    ("tabel", D, PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/target_maju", "340 dokumen", "satuan lain dari baris itu | bimbingan teknis"),
    ("kode dan kelengkapan", D, PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/kode", "2.18.04.2.01.0006", "kode kembar | rencana"),
    ("kode dan kelengkapan", D, PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/lokasi", "", "lokasi kosong | rencana"),
    ("hukum", D, "regulasi/landasan.json", "/regulasi/10", {"jenis": "PP", "nomor": 5, "tahun": 2021, "tentang": "Penyelenggaraan Perizinan Berusaha Berbasis Risiko", "lembaran": {"tahun": 2021, "nomor": 15}, "tambahan": 6617}, "PP perizinan sudah dicabut | landasan hukum"),
    ("tabel", C, "tabel/layanan.json", "/baris/2/3", "40,00", "perubahan salah hitung | layanan"),
    ("tabel", C, RENSTRA, "/kelompok/0/isi/0/indikator/0/target/3", "78,00", "target turun di tengah | target Renstra"),
    ("tabel", C, PLAN, "/program/5/target", "194,44%", "bagian melebihi 100% | rencana"),
    ("kode dan kelengkapan", C, PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/kode", "7.01.03.2.1.0001", "bentuk kode salah | rencana"),
    ("kode dan kelengkapan", C, PLAN, "/program/0/kegiatan/2/sub_kegiatan/0/target", "12", "target tanpa satuan | rencana"),
    ("hukum", C, LAW, "/regulasi/13", {"jenis": "Permendagri", "nomor": 54, "tahun": 2010, "tentang": "Pelaksanaan Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah", "lembaran": {"tahun": 2010, "nomor": 517}}, "pedoman sudah dicabut | landasan hukum"),
    ("tabel", P, "tabel/pajak.json", "/baris/3/3", "150,00", "capaian salah hitung | pajak"),
    ("tabel", P, "tabel/kepatuhan.json", "/baris/1/3", "28.540", "baris dan kolom tidak berjumlah | kepatuhan"),
    ("tabel", P, EVALUATION, "/program/0/kegiatan/1/renja_n-2/realisasi", "120 laporan", "realisasi melebihi akhir Renstra | evaluasi"),
    ("kode dan kelengkapan", P, PLAN, "/program/1/kegiatan/0/sub_kegiatan/3/pagu", None, "pagu kosong | rencana"),
    ("kode dan kelengkapan", P, EVALUATION, "/program/1/kegiatan/0/nama", "Pengelolaan Keuangan Daerah", "nama kegiatan lain dari rencana | evaluasi"),
    ("salinan", P, LAW, "/regulasi/18/tentang", "Rencana Pembangunan Jangka Menengah Daerah Provinsi Lampung Tahun 2025-2029", "RPJMD provinsi lain | landasan hukum"),
    ("waktu", P, "dokumen.json", "/pengesahan/tanggal", "16 Februari 2026", "disahkan sebelum forum | dokumen"),
    ("salinan", C, "bab-3.json", "/bagian/2/isi", copied(C, "bab-1.json", "bab-3.json", 2), "paragraf tersalin dari 1.1 | 3.3"),
    ("salinan", D, "bab-3.json", "/bagian/0/isi", copied(D, "bab-1.json", "bab-3.json", 0), "paragraf tersalin dari 1.1 | 3.1"),
]
# fmt: on
for number, (group, folder, file, old, new, said) in enumerate(TEXTS, 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_text(file, old, new)
for number, (group, folder, file, pointer, value, said) in enumerate(VALUES, len(TEXTS) + 1):
    FAULTS[f"{number:03} {folder}: {said}"] = folder, "any", group, plant_value(file, pointer, value)
