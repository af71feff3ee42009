"""The twenty-fourth batch of faults, planted one by one into four right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_text, plant_value

BASE = Path(__file__).parent

_DISTRICT, _FINANCE = "distrik-pegunungan-2027", "bkad-kota-2027"
_FARMING, _COUNCIL = "pertanian-ntb-2027", "setwan-sumsel-2027"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _EVALUATED = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/evaluasi.json"
_PROPOSED, _LAWS, _DOCUMENT = "tabel/usulan-masyarakat.json", "regulasi/landasan-hukum.json", "dokumen.json"
_REGIONS_LAW_OF_2004 = {
    "jenis": "UU",
    "nomor": 32,
    "tahun": 2004,
    "tentang": "Pemerintahan Daerah",
    "lembaran": {"tahun": 2004, "nomor": 125},
    "tambahan": 4437,
}


def _repeat_paragraph(root: str) -> None:
    """What chapter I says second stands in chapter III once more."""
    said = json.loads(Path(root, _ONE).read_text("utf-8"))["bagian"][0]["isi"][1]
    plant_change(_THREE, lambda chapter: chapter["bagian"][0]["isi"].insert(1, said))(root)


def _swap_codes(plan: Any) -> None:
    """The first and the third sub-activity bear each other's code."""
    rows = plan["program"][2]["kegiatan"][0]["sub_kegiatan"]
    rows[0]["kode"], rows[2]["kode"] = rows[2]["kode"], rows[0]["kode"]


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("distrik-sisa-anggaran", _DISTRICT, "uang", _TWO, "Rp129.210.250", "Rp129.120.250"),
    ("distrik-rata-rata-dana-desa", _DISTRICT, "uang", _TWO, "Rp842,89 juta", "Rp824,89 juta"),
    ("distrik-jumlah-tabel-dana-desa", _DISTRICT, "uang", "tabel/dana-desa.json", "11.800.500.000", "11.850.500.000"),
    ("bkad-pagu-dalam-kalimat", _FINANCE, "uang", _FOUR, "Rp14.567.503.600", "Rp14.576.503.600"),
    ("bkad-pertumbuhan-aset", _FINANCE, "uang", _ONE, "naik 3,74%", "naik 4,73%"),
    ("bkad-silpa-salah-hitung", _FINANCE, "uang", _TWO, "Rp99.436.413.355", "Rp99.463.413.355"),
    ("bkad-persen-tabel-belanja", _FINANCE, "uang", "tabel/realisasi-belanja.json", "91,73", "97,13"),
    ("tani-persen-serapan", _FARMING, "uang", _TWO, "(95,59%)", "(96,59%)"),
    ("tani-jumlah-usulan", _FARMING, "uang", _TWO, "Rp2.081.000.000", "Rp2.018.000.000"),
    ("setwan-terbilang", _COUNCIL, "uang", _FOUR, "miliar seratus tujuh juta", "miliar seratus tujuh belas juta"),
    ("distrik-selisih-poin", _DISTRICT, "kinerja", _TWO, "naik 1,35 poin", "naik 1,53 poin"),
    ("distrik-target-kalimat-lawan-renstra", _DISTRICT, "kinerja", _THREE, "terverifikasi 84%", "terverifikasi 86%"),
    ("bkad-lebih-rendah-padahal-tinggi", _FINANCE, "kinerja", _TWO, "lebih tinggi 1,05 poin persen", "lebih rendah 1,05 poin persen"),
    ("tani-selisih-target-padi", _FARMING, "kinerja", _TWO, "kurang 600 ton", "kurang 900 ton"),
    ("tani-produktivitas-terbalik", _FARMING, "kinerja", _ONE, "65,1 kuintal", "56,1 kuintal"),
    ("setwan-persen-reses", _COUNCIL, "kinerja", _TWO, "98,33%", "93,88%"),
    ("setwan-pokir-terbalik", _COUNCIL, "kinerja", _TWO, "247 dari 312 usulan", "274 dari 312 usulan"),
    ("setwan-turun-padahal-naik", _COUNCIL, "kinerja", _TWO, "naik 1,25 poin", "turun 1,25 poin"),
    ("distrik-kabupaten-tetangga", _DISTRICT, "salin", _ONE, "RKPD Kabupaten Jayawijaya", "RKPD Kabupaten Yahukimo"),
    ("bkad-kota-jadi-kabupaten", _FINANCE, "salin", _FIVE, "Perubahan RKPD Kota Madiun", "Perubahan RKPD Kabupaten Madiun"),
    ("tani-dinas-lain-tertinggal", _FARMING, "salin", _ONE, "melandasi Renja DPKP Tahun", "melandasi Renja Dinas Kelautan dan Perikanan Tahun"),
    ("setwan-wali-kota-di-kabupaten", _COUNCIL, "salin", _ONE, "kepada bupati melalui", "kepada wali kota melalui"),
    ("distrik-hari-tidak-cocok", _DISTRICT, "tahun", _TWO, "Kamis, 12 Februari 2026", "Jumat, 12 Februari 2026"),
    ("bkad-batas-waktu-lima-tahun", _FINANCE, "tahun", _THREE, "5 Januari 2027", "5 Januari 2025"),
    ("tani-tahun-pembanding", _FARMING, "tahun", _ONE, "381.530 ton pada tahun 2024", "381.530 ton pada tahun 2026"),
    ("setwan-tanggal-paripurna-tidak-ada", _COUNCIL, "tahun", _THREE, "Senin, 30 Maret 2026", "Senin, 30 Februari 2026"),
    ("distrik-banyak-seksi", _DISTRICT, "banyak", _ONE, "5 (lima) kepala seksi", "4 (empat) kepala seksi"),
    ("tani-banyak-isu", _FARMING, "banyak", _TWO, "Lima isu", "Empat isu"),
    ("setwan-jumlah-asn", _COUNCIL, "banyak", _ONE, "33 PNS dan 13 PPPK", "33 PNS dan 15 PPPK"),
    ("setwan-sisa-rancangan", _COUNCIL, "banyak", _TWO, "dua rancangan dilanjutkan", "tiga rancangan dilanjutkan"),
    ("bkad-judul-uu-lama", _FINANCE, "hukum", _THREE, "tentang Hubungan Keuangan antara", "tentang Perimbangan Keuangan antara"),
    ("tani-nomor-dan-tahun-uu-tertukar", _FARMING, "hukum", _THREE, "Undang-Undang Nomor 18 Tahun 2012 tentang Pangan", "Undang-Undang Nomor 12 Tahun 2018 tentang Pangan"),
    ("tani-perpres-rpjmn-lama", _FARMING, "hukum", _THREE, "Peraturan Presiden Nomor 12 Tahun 2025", "Peraturan Presiden Nomor 18 Tahun 2020"),
    ("setwan-pp-lkpj-salah", _COUNCIL, "hukum", _THREE, "Peraturan Pemerintah Nomor 13 Tahun 2019", "Peraturan Pemerintah Nomor 12 Tahun 2019"),
    ("distrik-di-terpisah", _DISTRICT, "bahasa", _TWO, "dihadiri 96 peserta", "di hadiri 96 peserta"),
    ("distrik-salah-ketik", _DISTRICT, "bahasa", _ONE, "merupakan penjabaran", "merupkan penjabaran"),
    ("bkad-kurung-hilang", _FINANCE, "bahasa", _ONE, "tanpa pengecualian (WTP).", "tanpa pengecualian (WTP."),
    ("bkad-mempengaruhi", _FINANCE, "bahasa", _TWO, "memengaruhi", "mempengaruhi"),
    ("tani-kalimat-tak-selesai", _FARMING, "bahasa", _FIVE, "pemerintah desa, dan pelaku usaha.", "pemerintah desa, dan"),
    ("setwan-catatan-bendahara", _COUNCIL, "bahasa", _TWO, "tersisa Rp1.969.232.560.", "tersisa Rp1.969.232.560 (konfirmasi ke bendahara)."),
    ("setwan-adalah-merupakan", _COUNCIL, "bahasa", _TWO, "sebagian usulan merupakan", "sebagian usulan adalah merupakan"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "tani-nol-kurang-prakiraan-maju": (_FARMING, "uang", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/pagu_maju", 621000000)),
    "setwan-nol-kurang-pagu": (_COUNCIL, "uang", plant_value(_PLAN, "/program/1/kegiatan/2/sub_kegiatan/1/pagu", 453600000)),
    "distrik-kasus-tabel-lawan-kalimat": (_DISTRICT, "kinerja", plant_value(_ACHIEVED, "/indikator/3/capaian/n-1", 6)),
    "bkad-target-capaian-lawan-renstra": (_FINANCE, "kinerja", plant_value(_ACHIEVED, "/indikator/2/target/n", "86%")),
    "bkad-kolom-10-salah-jumlah": (_FINANCE, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "116 bidang")),
    "tani-satuan-meter": (_FARMING, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-2/realisasi", "10,8 m")),
    "distrik-indikator-sub-kosong": (_DISTRICT, "lengkap", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/indikator", None)),
    "distrik-volume-usulan-kosong": (_DISTRICT, "lengkap", plant_value(_PROPOSED, "/usulan/2/volume", "-")),
    "bkad-tabel-dirujuk-tidak-ditempatkan": (_FINANCE, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"][0]["isi"].remove({"tabel": "realisasi-belanja"}))),
    "tani-program-opt-hilang": (_FARMING, "lengkap", plant_change(_PLAN, lambda plan: plan["program"].pop(4))),
    "tani-prakiraan-maju-kosong": (_FARMING, "lengkap", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/pagu_maju", None)),
    "setwan-bagian-isu-hilang": (_COUNCIL, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"].pop(2))),
    "distrik-kode-induk-lain": (_DISTRICT, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/kode", "7.01.04.2.01.0003")),
    "bkad-kode-dan-nama-tertukar": (_FINANCE, "kode", plant_change(_PLAN, _swap_codes)),
    "bkad-nama-kegiatan-beda": (_FINANCE, "kode", plant_value(_EVALUATED, "/program/0/kegiatan/1/nama", "Koordinasi Akuntansi dan Pelaporan Keuangan Daerah")),
    "tani-kode-program-lain": (_FARMING, "kode", plant_value(_PLAN, "/program/0/kode", "2.09.04")),
    "setwan-kode-kurang-nol": (_COUNCIL, "kode", plant_value(_PLAN, "/program/1/kegiatan/1/kode", "4.02.02.2.2")),
    "setwan-paragraf-tersalin": (_COUNCIL, "salin", _repeat_paragraph),
    "distrik-tanggal-pengesahan-tidak-ada": (_DISTRICT, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "31 Juni {{ tahun - 1 }}")),
    "bkad-nip-diangkat-saat-lahir": (_FINANCE, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19980518 199803 2 005")),
    "tani-disahkan-tahun-rencana": (_FARMING, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "29 Juli {{ tahun }}")),
    "distrik-uu-32-2004-dicabut": (_DISTRICT, "hukum", plant_change(_LAWS, lambda register: register["regulasi"].insert(3, _REGIONS_LAW_OF_2004))),
    "setwan-urutan-uu": (_COUNCIL, "hukum", plant_change(_LAWS, lambda register: register["regulasi"].insert(2, register["regulasi"].pop(3)))),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
