"""Faults as people make them, one at a time, for the right folders beside this file; see tools/ukur_pemeriksaan.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_text, plant_value

BASE = Path(__file__).parent
TANI, UANG = "pertanian-kabupaten", "keuangan-kota"
#: Name -> folder, rule that finds it ("any": one or another), group, what plants it.
FAULTS: dict[str, tuple[str, str, str, Plant]] = {}
PLAN, EVALUATION, ACHIEVED = "tabel/rencana-program.json", "tabel/evaluasi.json", "tabel/capaian-kinerja.json"
RENSTRA, PROPOSALS, LAW = "tabel/target-renstra.json", "tabel/usulan-masyarakat.json", "regulasi/landasan-hukum.json"
SUB = "/program/1/kegiatan/0/sub_kegiatan/0"


def _text(name: str, folder: str, expected: str, group: str, file: str, old: str, new: str) -> None:
    """A fault that is another text in the place of one."""

    FAULTS[name] = folder, expected, group, plant_text(file, old, new)


def _value(name: str, folder: str, expected: str, group: str, file: str, pointer: str, value: Any) -> None:
    """A fault that is another value at a JSON pointer."""

    FAULTS[name] = folder, expected, group, plant_value(file, pointer, value)


_text("pagu-kalimat", TANI, "RJ108", "uang", "bab-4.json", "Rp20.610.500.000", "Rp20.160.500.000")
_text("pagu-program-lain", TANI, "RJ108", "uang", "bab-3.json", "Rp14.250.000.000", "Rp12.900.000.000")
_text("porsi-pagu", TANI, "RJ113", "uang", "bab-3.json", "sekitar 69%", "sekitar 59%")
_text("terbilang", TANI, "RJ112", "uang", "bab-4.json", "enam ratus sepuluh juta", "enam ratus satu juta")
_text("serapan", TANI, "RJ113", "uang", "bab-2.json", "96,11%", "91,66%")
_text("bagian-tabel", TANI, "RJ105", "uang", "tabel/pupuk.json", "41,55", "45,15")
_text("jumlah-bernama", TANI, "RJ102", "uang", "tabel/pupuk.json", "14.800", "14.880")
_text("target-pad", UANG, "RJ113", "uang", "bab-1.json", "(105,25%)", "(102,55%)")
_text("rincian-pad", UANG, "RJ115", "uang", "bab-1.json", "Rp112,3 miliar", "Rp121,3 miliar")
_text("sisa", UANG, "RJ114", "uang", "bab-2.json", "Rp2.824.240.000", "Rp2.284.240.000")
_text("seratus-persen", UANG, "RJ115", "uang", "bab-2.json", "jasa (28%)", "jasa (38%)")
_text("persen-jumlah", UANG, "RJ105", "uang", "tabel/pajak.json", "104,76", "107,46")
_text("kebutuhan-dana", UANG, "RJ108", "uang", "bab-4.json", "Rp12.475.300.000", "Rp12.745.300.000")
_value("nol-berlebih", UANG, "RJ123", "uang", PLAN, "/program/1/kegiatan/0/sub_kegiatan/0/pagu", 6845000000)
_text("pertumbuhan", TANI, "RJ117", "kinerja", "bab-1.json", "naik 4,4%", "naik 14,4%")
_text("penduduk", TANI, "RJ115", "kinerja", "bab-1.json", "38 perempuan", "83 perempuan")
_text("traktor", TANI, "RJ113", "kinerja", "bab-2.json", "22 unit (91,67%)", "22 unit (97,61%)")
_text(
    "naik-turun",
    TANI,
    "RJ116",
    "kinerja",
    "bab-2.json",
    "naik dari 5,42 ton/ha menjadi 5,51",
    "naik dari 5,51 ton/ha menjadi 5,42",
)
_text("capaian-kalimat", TANI, "RJ125", "kinerja", "bab-2.json", "(NTP) mencapai 112,6", "(NTP) mencapai 121,6")
_text("melampaui", TANI, "any", "kinerja", "bab-2.json", "melampaui target 111", "melampaui target 114")
_text(
    "target-kalimat", TANI, "RJ125", "kinerja", "bab-3.json", "produktivitas padi 5,6 ton", "produktivitas padi 6,5 ton"
)
_text("poin", UANG, "RJ117", "kinerja", "bab-2.json", "naik 1,3 poin", "naik 3,1 poin")
_text("di-bawah-target", UANG, "RJ116", "kinerja", "bab-2.json", "mencapai 71,4%, sedikit", "mencapai 74,1%, sedikit")
_value("target-renstra", TANI, "RJ121", "kinerja", RENSTRA, "/kelompok/0/isi/0/indikator/0/target/3", 4.6)
_value("kolom-sepuluh", TANI, "any", "kinerja", EVALUATION, "/program/0/kegiatan/0/renja_n-1/realisasi", "12 km")
_value("satuan-campur", TANI, "RJ118", "kinerja", PLAN, f"{SUB}/target_maju", "13 unit")
_value("tanpa-satuan", TANI, "RJ119", "kinerja", PLAN, f"{SUB}/target", "12,5")
_value("di-atas-seratus", UANG, "RJ122", "kinerja", RENSTRA, "/kelompok/1/isi/0/indikator/0/target/5", 900)
_value("antartabel", UANG, "RJ103", "kinerja", ACHIEVED, "/indikator/0/target/n-1", 28.5)
_value("indikator-kosong", TANI, "RJ214", "lengkap", PLAN, "/program/1/indikator", None)
_value("indikator-harapan", TANI, "RJ215", "lengkap", PLAN, f"{SUB}/indikator", "Terbangunnya irigasi dengan baik")
_value("indikator-nama", TANI, "RJ215", "lengkap", PLAN, f"{SUB}/indikator", "Pembangunan Jaringan Irigasi Usaha Tani")
_value("sumber-dana", UANG, "RJ216", "lengkap", PLAN, f"{SUB}/sumber_dana", "PDA")
_value("bagian-kosong", UANG, "RJ217", "lengkap", "bab-3.json", "/bagian/0/isi", [])
_value("lokasi", UANG, "RJ203", "lengkap", PLAN, f"{SUB}/lokasi", "")
_value("kode-provinsi", TANI, "any", "kode", PLAN, "/program/1/kegiatan/1/kode", "3.27.03.1.02")
_value("nama-beda", TANI, "RJ313", "kode", EVALUATION, "/program/0/kegiatan/0/nama", "Pembangunan Sarana Pertanian")
_value("urutan-kode", TANI, "RJ314", "kode", PLAN, f"{SUB}/kode", "3.27.03.2.01.0009")
_value("baris-kembar", TANI, "RJ315", "kode", PROPOSALS, "/usulan/1", {
    "usulan": "Jalan usaha tani Dusun Tajuncu", "lokasi": "Kecamatan Donri-Donri", "volume": "1,2 km", "anggaran": 1,
})  # fmt: skip
_text("daerah-lain", TANI, "RJ510", "salin", "bab-1.json", "PDRB Kabupaten Soppeng", "PDRB Kabupaten Wajo")
_text("kepala-daerah", TANI, "RJ511", "salin", "bab-5.json", "kepada Bupati", "kepada Wali Kota")
_text("kepala-daerah-kota", UANG, "RJ511", "salin", "bab-5.json", "kepada Wali Kota", "kepada Bupati")
_text(
    "dinas-lain",
    UANG,
    "RJ512",
    "salin",
    "bab-1.json",
    "penyusunan Renja ialah",
    "penyusunan Renja Dinas Kesehatan ialah",
)
_value("perda-lain", UANG, "RJ611", "salin", LAW, "/regulasi/9/daerah", "Tegal")
_text(
    "kalimat-dua-kali",
    TANI,
    "RJ514",
    "salin",
    "bab-5.json",
    "Hasilnya",
    "Hasilnya dilaporkan rutin. Hasilnya dilaporkan rutin. Hasilnya",
)
_text("tahun-ke", TANI, "RJ410", "tahun", "bab-1.json", "tahun ketiga", "tahun kelima")
_text("rentang", TANI, "RJ409", "tahun", "bab-2.json", "9–20 Februari", "20–9 Februari")
_text("tanggal", UANG, "RJ408", "tahun", "bab-1.json", "5 Januari 2025", "32 Januari 2025")
_text("forum-lama", UANG, "RJ411", "tahun", "bab-2.json", "18 Maret 2025", "18 Maret 2022")
_value("sebelum-forum", UANG, "RJ411", "tahun", "dokumen.json", "/pengesahan/tanggal", "10 Maret {{ tahun - 1 }}")
_text(
    "masa-depan",
    TANI,
    "any",
    "tahun",
    "bab-1.json",
    "gabah kering giling (GKG) tahun 2025",
    "gabah kering giling (GKG) tahun 2029",
)
_text("rpjmd-lama", UANG, "RJ413", "tahun", LAW, 'Tahun 2025-2029"', 'Tahun 2021-2025"')
_text("jumlah-sub", TANI, "RJ110", "banyak", "bab-3.json", "empat sub kegiatan", "lima sub kegiatan")
_text("jumlah-bab", UANG, "RJ126", "banyak", "bab-1.json", "dalam lima bab", "dalam enam bab")
_text("jumlah-isu", TANI, "RJ111", "banyak", "bab-2.json", "Empat isu penting", "Lima isu penting")
_text(
    "frasa",
    TANI,
    "RJ610",
    "hukum",
    LAW,
    "sebagaimana telah beberapa kali diubah terakhir dengan",
    "sebagaimana telah diubah dengan",
)
_text("nomor-perpres", TANI, "RJ605", "hukum", "bab-3.json", "Nomor 6 Tahun 2025", "Nomor 9 Tahun 2025")
_text("sitasi", UANG, "RJ604", "hukum", "bab-1.json", "Undang-Undang Nomor 1 Tahun 2022", "UU No. 1 Th 2022")
_text(
    "catatan",
    TANI,
    "RJ507",
    "bahasa",
    "bab-2.json",
    "terlambat karena",
    "terlambat (tolong bidang lengkapi tanggalnya) karena",
)
_text("titik-ganda", TANI, "RJ517", "bahasa", "bab-5.json", "setiap triwulan.", "setiap triwulan..")
_text("spasi-koma", UANG, "RJ517", "bahasa", "bab-1.json", "pajak daerah, penganggaran", "pajak daerah ,penganggaran")
_text("kurung", UANG, "RJ516", "bahasa", "bab-1.json", "(BMD)", "(BMD")
_text(
    "terpotong",
    UANG,
    "RJ515",
    "bahasa",
    "bab-5.json",
    "mengikat seluruh bidang dan UPTD.",
    "mengikat seluruh bidang dan",
)
_text("salah-ketik", UANG, "RJ509", "bahasa", "bab-2.json", "Tunggakan", "Tungakkan")
_text("di-terpisah", TANI, "RJ509", "bahasa", "bab-1.json", "mendampingi", "di dampingi untuk mendampingi")
_text("bentuk-terikat", UANG, "RJ520", "bahasa", "bab-2.json", "rendahnya", "belanja non pegawai dan rendahnya")
_text("tidak-baku", TANI, "RJ509", "bahasa", "bab-1.json", "pedoman kerja", "pedoman kerjasama dan kerja")
_text(
    "asing",
    TANI,
    "any",
    "bahasa",
    "bab-1.json",
    "menyediakan tolok ukur",
    "melakukan benchmarking dan menyediakan tolok ukur",
)
_text("adalah-merupakan", TANI, "RJ520", "bahasa", "bab-5.json", "Renja ini menjadi", "Renja ini adalah merupakan")
