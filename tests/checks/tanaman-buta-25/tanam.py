"""The twenty-fifth batch of faults, planted one by one into four right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_text, plant_value

BASE = Path(__file__).parent

_DISTRICT, _FINANCE = "distrik-papua-selatan-2027", "bpkad-kutim-2027"
_FARMING, _VILLAGES = "pertanian-grobogan-2027", "dpmg-aceh-besar-2027"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _TARGETED, _EVALUATED = "tabel/rencana-program.json", "tabel/target-renstra.json", "tabel/evaluasi.json"
_LAWS, _DOCUMENT = "regulasi/landasan-hukum.json", "dokumen.json"


def _repeat_item(chapter: Any) -> None:
    """The second issue of the list says what the first says."""
    items = chapter["bagian"][2]["isi"][1]["butir"]
    items[1] = items[0]


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("sisa-anggaran-tertukar-angka", _DISTRICT, "uang", _TWO, "Rp146.811.020", "Rp148.611.020"),
    ("terbilang-pagu-salah", _DISTRICT, "uang", _FOUR, "empat ratus sepuluh juta", "empat ratus dua puluh juta"),
    ("porsi-otsus-salah", _DISTRICT, "uang", _THREE, "8,26%", "8,62%"),
    ("baris-penduduk-kampung-salah", _DISTRICT, "uang", "tabel/penduduk-kampung.json", "1.764", "1.746"),
    ("pagu-program-aset-salah", _FINANCE, "uang", _THREE, "Rp2.247.500.000", "Rp2.274.500.000"),
    ("triliun-menjadi-miliar", _FINANCE, "uang", _TWO, "anggaran Rp9,85 triliun", "anggaran Rp9,85 miliar"),
    ("jumlah-realisasi-tabel-belanja", _FINANCE, "uang", "tabel/belanja-apbd.json", "9.172.985", "9.127.985"),
    ("rata-rata-dana-gampong-salah", _VILLAGES, "uang", _TWO, "Rp993,5 juta", "Rp939,5 juta"),
    ("melampaui-padahal-kurang", _FINANCE, "kinerja", _TWO, "kurang 0,4 poin persen dari target 94%", "melampaui target 94% sebesar 0,4 poin persen"),
    ("sasaran-sertipikat-lawan-renstra", _FINANCE, "kinerja", _THREE, "bersertipikat 66%", "bersertipikat 68%"),
    ("capaian-penyakit-hewan-lawan-tabel", _FARMING, "kinerja", _TWO, "yakni 95,4% berbanding 95%", "yakni 96,4% berbanding 95%"),
    ("satuan-tertukar-produktivitas", _FARMING, "kinerja", _ONE, "produktivitas 58,00 ku/ha", "produktivitas 58,00 ton/ha"),
    ("sisa-gampong-tanpa-bumg-salah", _VILLAGES, "kinerja", _TWO, "Masih 85 gampong", "Masih 95 gampong"),
    ("bupati-kabupaten-lain", _DISTRICT, "salin", _FIVE, "Bupati Merauke", "Bupati Mappi"),
    ("kabupaten-lain-tertinggal", _VILLAGES, "salin", _ONE, "Kabupaten Aceh Besar beribu kota", "Kabupaten Aceh Barat beribu kota"),
    ("hari-musrenbang-keliru", _DISTRICT, "tahun", _TWO, "Kamis, 26 Februari 2026", "Jumat, 26 Februari 2026"),
    ("selisih-hari-batas-waktu-salah", _FINANCE, "tahun", _ONE, "lima hari sebelum batas waktu", "sepuluh hari sebelum batas waktu"),
    ("rentang-musrenbang-terbalik", _FARMING, "tahun", _TWO, "9–20 Februari 2026", "20–9 Februari 2026"),
    ("banyaknya-usulan-salah", _VILLAGES, "banyak", _TWO, "Tiga usulan berikut", "Dua usulan berikut"),
    ("banyaknya-kegiatan-salah", _FARMING, "banyak", _THREE, "tujuh kegiatan", "delapan kegiatan"),
    ("nomor-uu-pembentukan-provinsi-salah", _DISTRICT, "hukum", _ONE, "Undang-Undang Nomor 14 Tahun 2022", "Undang-Undang Nomor 15 Tahun 2022"),
    ("inpres-koperasi-salah-tahun", _VILLAGES, "hukum", _TWO, "Instruksi Presiden Nomor 9 Tahun 2025", "Instruksi Presiden Nomor 9 Tahun 2024"),
    ("judul-uu-lahan-salah", _FARMING, "hukum", _TWO, "Perlindungan Lahan Pertanian Pangan Berkelanjutan", "Perlindungan Lahan Pertanian Tanaman Pangan Berkelanjutan"),
    ("kurung-otsus-tidak-ditutup", _DISTRICT, "bahasa", _ONE, "Khusus (Otsus).", "Khusus (Otsus."),
    ("kata-hilang-huruf", _FINANCE, "bahasa", _TWO, "terutama berasal dari formasi", "terutama bersal dari formasi"),
    ("kata-terulang", _FARMING, "bahasa", _FIVE, "capaian setiap sub kegiatan", "capaian setiap setiap sub kegiatan"),
    ("catatan-staf-tertinggal", _VILLAGES, "bahasa", _TWO, "Anggaran yang tidak terserap sebesar", "(tolong dicek Kasubag Keuangan) Anggaran yang tidak terserap sebesar"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "nol-hilang-prakiraan-maju": (_FARMING, "uang", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/pagu_maju", 360000000)),
    "evaluasi-lembaga-lawan-kalimat": (_DISTRICT, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-2/realisasi", "29 lembaga")),
    "target-renstra-tahun-akhir-turun": (_FINANCE, "kinerja", plant_value(_TARGETED, "/kelompok/2/isi/0/indikator/0/target/5", 67)),
    "evaluasi-kumulatif-lebih-kecil": (_VILLAGES, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "504 orang")),
    "lokasi-dikosongkan": (_DISTRICT, "lengkap", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/1/lokasi", "")),
    "sumber-dana-belum-ditentukan": (_FARMING, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/0/sumber_dana", "-")),
    "pengantar-usulan-tanpa-tabel": (_VILLAGES, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"][4]["isi"].pop(1))),
    "kode-kegiatan-lain-induk": (_DISTRICT, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/1/kode", "7.01.05.2.01.0009")),
    "kode-sub-kegiatan-kembar": (_FINANCE, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/kode", "5.02.03.2.01.0006")),
    "nama-program-beda-di-evaluasi": (_FARMING, "kode", plant_value(_EVALUATED, "/program/0/nama", "Program Penyediaan dan Pengembangan Sarana Pertanian")),
    "butir-isu-tersalin": (_FINANCE, "salin", plant_change(_TWO, _repeat_item)),
    "nip-tanggal-lahir-mustahil": (_VILLAGES, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19790931 199912 1 002")),
    "tambahan-lembaran-perbendaharaan-salah": (_FINANCE, "hukum", plant_value(_LAWS, "/regulasi/2/tambahan", 4286)),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
