"""The twelfth batch of faults, planted one by one into two right folders.

Of the kinds and in the shares of the verifier's own list, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_everywhere, plant_text, plant_value

BASE = Path(__file__).parent

_VILLAGE, _DISASTER = "pemberdayaan-kampung-kabupaten", "bpbd-provinsi"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _RENSTRA = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/target-renstra.json"
_EVALUATED, _SPENT, _FUNDS = "tabel/evaluasi.json", "tabel/serapan.json", "tabel/sumber-dana.json"
_GOODS, _EVENTS, _LAWS = "tabel/logistik.json", "tabel/kejadian-bencana.json", "regulasi/landasan-hukum.json"
_SUB = "/program/{}/kegiatan/{}/sub_kegiatan/{}/{}"


def _subs(plan: Any, program: int, activity: int = 0) -> Any:
    return plan["program"][program]["kegiatan"][activity]["sub_kegiatan"]


def _swap_codes(plan: Any) -> None:
    first, second, *_ = _subs(plan, 2)
    first["kode"], second["kode"] = second["kode"], first["kode"]


def _move_sub(plan: Any) -> None:
    moved = _subs(plan, 1, 3).pop(0)
    _subs(plan, 1, 2).append(moved)


def _repeat_paragraph(root: str) -> None:
    """What chapter I says of the province stands in chapter III once more."""
    said = json.loads(Path(root, _ONE).read_text("utf-8"))["bagian"][0]["isi"][0]
    plant_change(_THREE, lambda chapter: chapter["bagian"][0]["isi"].insert(0, said))(root)


def _double_item(chapter: Any) -> None:
    items = chapter["bagian"][2]["isi"][1]["butir"]
    items[2] = items[1]


def _drop_review(root: str) -> None:
    plant_change(_TWO, lambda chapter: chapter["bagian"].pop(3))(root)
    Path(root, "tabel/review-rkpd.json").unlink()


def _drop_paragraphs(section: int, *begins: str) -> Callable[[Any], None]:
    def change(chapter: Any) -> None:
        said = chapter["bagian"][section]["isi"]
        kept = [part for part in said if not str(part).startswith(begins)]
        assert len(kept) < len(said), begins
        said[:] = kept

    return change


def _type_outline(chapter: Any) -> None:
    chapter["bagian"][3]["isi"] = [
        "Renja ini terdiri atas lima bab, yaitu:",
        "BAB I : Pendahuluan",
        "BAB II : Evaluasi Pelaksanaan Renja Tahun Berjalan",
        "BAB III : Tujuan dan Sasaran Perangkat Daerah",
        "BAB IV : Rencana Kerja dan Pendanaan Perangkat Daerah",
        "BAB V : Penutup",
    ]


def _add_old_law(register: Any) -> None:
    law = {"jenis": "UU", "nomor": 33, "tahun": 2004, "tambahan": 4438, "lembaran": {"tahun": 2004, "nomor": 126}}
    about = "Perimbangan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah"
    register["regulasi"].insert(3, {**law, "tentang": about})


def _swap_laws(register: Any) -> None:
    laws = register["regulasi"]
    laws[7], laws[9] = laws[9], laws[7]


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("pagu-seluruhnya-tertukar", _VILLAGE, "uang", _FOUR, "Rp14.528.000.000", "Rp14.258.000.000"),
    ("terbilang-belas", _VILLAGE, "uang", _FOUR, "lima ratus dua puluh delapan juta", "lima ratus delapan belas juta"),
    ("pagu-program-kalimat", _VILLAGE, "uang", _THREE, "Rp3.238.300.000", "Rp3.283.300.000"),
    ("persen-serapan-kalimat", _VILLAGE, "uang", _TWO, "atau 95,23%", "atau 92,35%"),
    ("sisa-anggaran-kalimat", _VILLAGE, "uang", _TWO, "Rp739.256.680", "Rp793.256.680"),
    ("porsi-sumber-dana-sel", _VILLAGE, "uang", _FUNDS, "28,99", "29,88"),
    ("pad-kalimat-lawan-tabel", _VILLAGE, "uang", _FOUR, "Rp204.250.000", "Rp240.250.000"),
    ("jumlah-realisasi-sel", _VILLAGE, "uang", _SPENT, "14.760.743.320", "14.670.743.320"),
    ("persen-serapan-sel", _VILLAGE, "uang", _SPENT, "94,79", "97,49"),
    ("nilai-usulan-kalimat", _VILLAGE, "uang", _TWO, "Rp1.203.300.000", "Rp1.230.300.000"),
    ("dana-desa-rata-rata", _VILLAGE, "uang", _TWO, "rata-rata Rp850 juta", "rata-rata Rp805 juta"),
    ("penduduk-tidak-berjumlah", _VILLAGE, "uang", _ONE, "31.509 perempuan", "31.590 perempuan"),
    ("kenaikan-maju-persen", _VILLAGE, "uang", _FOUR, "bertambah 3,66%", "bertambah 6,36%"),
    ("penyebab-sisa-persen", _VILLAGE, "uang", _TWO, "terbesarnya (39,7%)", "terbesarnya (97,3%)"),
    ("miliar-menjadi-juta", _DISASTER, "uang", _FOUR, "sekitar Rp15,75 miliar", "sekitar Rp15,75 juta"),
    ("pagu-penunjang-kalimat", _DISASTER, "uang", _FOUR, "Rp8.961.350.000", "Rp8.691.350.000"),
    ("selisih-maju-rupiah", _DISASTER, "uang", _FOUR, "meningkat Rp392.600.000", "meningkat Rp329.600.000"),
    ("persen-realisasi-kalimat", _DISASTER, "uang", _TWO, "(95,60%)", "(96,50%)"),
    ("harga-paket-logistik", _DISASTER, "uang", _THREE, "Rp450.000 per paket", "Rp540.000 per paket"),
    ("kerugian-lebih-rendah", _DISASTER, "uang", _ONE, "lebih rendah Rp6,9 miliar", "lebih rendah Rp9,6 miliar"),
    ("nilai-logistik-sel", _DISASTER, "uang", _GOODS, "252.000.000", "225.000.000"),
    ("pertumbuhan-kejadian", _DISASTER, "uang", _ONE, "naik 14,29%", "naik 12,49%"),
    ("kejadian-sel-tertukar", _DISASTER, "uang", _EVENTS, '"23"', '"32"'),
    ("capaian-kalimat-lawan-tabel", _VILLAGE, "kinerja", _TWO, "mencapai 48,81%", "mencapai 48,18%"),
    ("target-kalimat-lawan-renstra", _VILLAGE, "kinerja", _THREE, "minimal berkembang 55%", "minimal berkembang 57%"),
    ("realisasi-kalimat-lawan-evaluasi", _VILLAGE, "kinerja", _TWO, "diikuti 126 orang dari target 120 orang (105%)", "diikuti 132 orang dari target 120 orang (110%)"),
    ("memenuhi-padahal-belum", _VILLAGE, "kinerja", _TWO, "tetapi belum memenuhi target 62%", "sehingga telah memenuhi target 62%"),
    ("turun-padahal-naik", _VILLAGE, "kinerja", _TWO, "Nilai SAKIP dinas naik dari", "Nilai SAKIP dinas turun dari"),
    ("selisih-poin-persen", _VILLAGE, "kinerja", _TWO, "naik 4,76 poin persen", "naik 4,67 poin persen"),
    ("predikat-sakip", _VILLAGE, "kinerja", _TWO, "berpredikat B.", "berpredikat A."),
    ("kampung-lawan-tabel-status", _VILLAGE, "kinerja", _TWO, "yaitu 6 dari 13 kampung", "yaitu 8 dari 13 kampung"),
    ("lebih-baik-padahal-tidak", _DISASTER, "kinerja", _TWO, "daripada target 152", "daripada target 150"),
    ("desa-tangguh-lawan-evaluasi", _DISASTER, "kinerja", _TWO, "terealisasi 13 desa dari target 15 desa (86,67%)", "terealisasi 12 desa dari target 15 desa (80%)"),
    ("sasaran-lawan-renstra", _DISASTER, "kinerja", _THREE, "indeks ketahanan daerah 0,53", "indeks ketahanan daerah 0,56"),
    ("kekurangan-personel", _DISASTER, "kinerja", _TWO, "masih kurang 70 orang", "masih kurang 60 orang"),
    ("sumber-dana-salah-ketik", _VILLAGE, "lengkap", _PLAN, '"sumber_dana": "DAU"', '"sumber_dana": "DUA"'),
    ("nama-kegiatan-beda", _VILLAGE, "kode", _EVALUATED, "Pembinaan dan Pengawasan Penyelenggaraan", "Pembinaan Penyelenggaraan"),
    ("program-provinsi-di-kabupaten", _VILLAGE, "kode", _PLAN, "Pemerintahan Daerah Kabupaten/Kota", "Pemerintahan Daerah Provinsi"),
    ("kabupaten-tetangga", _VILLAGE, "salin", _ONE, "RKPD Kabupaten Kaimana", "RKPD Kabupaten Fakfak"),
    ("provinsi-tetangga", _DISASTER, "salin", _ONE, "RPJMD Provinsi Sulawesi Barat", "RPJMD Provinsi Sulawesi Tengah"),
    ("dinas-lain", _VILLAGE, "salin", _FIVE, "Renja {{ perangkat_daerah.lengkap }}", "Renja Dinas Sosial Kabupaten Kaimana"),
    ("visi-lama", _VILLAGE, "salin", _THREE, "{{ visi.daerah }}", "Kaimana Bangkit, Mandiri, dan Bermartabat"),
    ("bupati-di-provinsi", _DISASTER, "salin", _FIVE, "kepada Gubernur", "kepada Bupati"),
    ("kalimat-dua-kali", _VILLAGE, "salin", _FIVE, "Setiap bidang wajib melaksanakan program sesuai dengan target dan pagu yang telah ditetapkan.", "Setiap bidang wajib melaksanakan program sesuai dengan target dan pagu yang telah ditetapkan. Setiap bidang wajib melaksanakan program sesuai dengan target dan pagu yang telah ditetapkan."),
    ("rkpd-tahun-lalu", _VILLAGE, "tahun", _ONE, "RKPD Kabupaten Kaimana Tahun {{ tahun }}", "RKPD Kabupaten Kaimana Tahun 2026"),
    ("renstra-lama", _DISASTER, "tahun", _ONE, "Renstra {{ renstra.periode }}", "Renstra 2017–2022"),
    ("tahun-ke-berapa", _VILLAGE, "tahun", _ONE, "tahun {{ renstra.tahun_ke }}", "tahun kedua"),
    ("tanggal-31-juni", _VILLAGE, "tahun", _ONE, "22–24 Juni 2026", "29–31 Juni 2026"),
    ("hari-tidak-cocok", _VILLAGE, "tahun", _ONE, "Rabu, 4 Maret 2026", "Kamis, 4 Maret 2026"),
    ("rentang-terbalik", _DISASTER, "tahun", _TWO, "11–12 Maret 2025", "12–11 Maret 2025"),
    ("musrenbang-tahun-lalu", _VILLAGE, "tahun", _TWO, "pada hari Selasa dan Rabu, 24–25 Maret 2026", "pada 24–25 Maret 2025"),
    ("data-masa-depan", _VILLAGE, "tahun", _ONE, "Pada akhir tahun 2025", "Pada akhir tahun 2029"),
    ("gempa-tahun-lain", _DISASTER, "tahun", _ONE, "15 Januari 2021", "15 Januari 2022"),
    ("lama-hari", _DISASTER, "tahun", _TWO, "selama 24 hari", "selama 42 hari"),
    ("banyaknya-sub-kegiatan", _VILLAGE, "banyak", _THREE, "13 (tiga belas) sub", "12 (dua belas) sub"),
    ("banyaknya-kegiatan", _DISASTER, "banyak", _THREE, "dua program, tujuh kegiatan", "dua program, delapan kegiatan"),
    ("banyaknya-usulan", _VILLAGE, "banyak", _TWO, "menghasilkan empat usulan", "menghasilkan lima usulan"),
    ("angka-lawan-kata", _VILLAGE, "banyak", _ONE, "7 (tujuh) distrik", "7 (enam) distrik"),
    ("banyaknya-indikator", _VILLAGE, "banyak", _TWO, "dengan empat indikator", "dengan lima indikator"),
    ("banyaknya-bab", _VILLAGE, "banyak", _ONE, "terdiri atas lima bab", "terdiri atas enam bab"),
    ("banyaknya-isu", _DISASTER, "banyak", _TWO, "Terdapat lima isu", "Terdapat empat isu"),
    ("banyaknya-bidang", _VILLAGE, "banyak", _ONE, "3 (tiga) bidang", "4 (empat) bidang"),
    ("sitasi-singkat", _VILLAGE, "hukum", _THREE, "Undang-Undang Nomor 6 Tahun 2014", "UU No. 6 Th. 2014"),
    ("perpres-nomor-terbalik", _DISASTER, "hukum", _THREE, "Nomor 87 Tahun 2020", "Nomor 78 Tahun 2020"),
    ("tahun-uu-desa", _VILLAGE, "hukum", _THREE, "Nomor 6 Tahun 2014 tentang Desa", "Nomor 6 Tahun 2004 tentang Desa"),
    ("judul-perpres", _DISASTER, "hukum", _THREE, "Rencana Induk Penanggulangan Bencana", "Rencana Induk Penanganan Bencana"),
    ("perda-pembentukan-lain", _VILLAGE, "hukum", _ONE, "Kaimana Nomor 5 Tahun 2016", "Kaimana Nomor 8 Tahun 2016"),
    ("frasa-diubah", _VILLAGE, "hukum", _LAWS, "sebagaimana telah beberapa kali diubah terakhir dengan", "sebagaimana telah diubah dengan"),
    ("catatan-cek-lagi", _VILLAGE, "bahasa", _TWO, "mencapai Rp71,4 miliar", "mencapai Rp71,4 miliar (cek lagi di KPPN)"),
    ("catatan-mohon-diisi", _DISASTER, "bahasa", _TWO, "berada di daerah pegunungan.", "berada di daerah pegunungan. Mohon bidang kedaruratan menambahkan rinciannya."),
    ("catatan-xx", _DISASTER, "bahasa", _TWO, "11 dari 18 unit (61,11%)", "xx dari 18 unit"),
    ("titik-titik", _VILLAGE, "bahasa", _TWO, "karena 31 kampung", "karena ……… kampung"),
    ("ribuan-tanpa-titik", _VILLAGE, "bahasa", _ONE, "66.021 jiwa", "66021 jiwa"),
    ("desimal-titik", _DISASTER, "bahasa", _ONE, "naik 14,29%", "naik 14.29%"),
    ("spasi-persen", _DISASTER, "bahasa", _TWO, "41 kejadian atau 39,42%", "41 kejadian atau 39,42 %"),
    ("salah-ketik", _VILLAGE, "bahasa", _TWO, "jangkauan pembinaan", "jangkauan pembianan"),
    ("di-terpisah", _VILLAGE, "bahasa", _TWO, "aparatur kampung diikuti", "aparatur kampung di ikuti"),
    ("kata-dua-kali", _DISASTER, "bahasa", _FIVE, "pada setiap akhir", "pada pada setiap akhir"),
    ("kalimat-tak-selesai", _DISASTER, "bahasa", _FIVE, "wajib dilengkapi rencana tindak lanjut.", "wajib dilengkapi dengan"),
    ("kurung-terbuka", _VILLAGE, "bahasa", _ONE, "2 (dua) kelurahan", "2 (dua kelurahan"),
    ("tanda-baca-ganda", _VILLAGE, "bahasa", _FIVE, "mengikuti perubahan RKPD.", "mengikuti perubahan RKPD.."),
    ("spasi-sebelum-koma", _DISASTER, "bahasa", _FIVE, "TNI, Polri", "TNI , Polri"),
    ("kata-benar-tempat-salah", _DISASTER, "bahasa", _FIVE, "bergantung pada kerja sama", "bergantung para kerja sama"),
    ("bahkan-untuk-bahwa", _DISASTER, "bahasa", _TWO, "menunjukkan bahwa banjir", "menunjukkan bahkan banjir"),
    ("tanpa-tindak-lanjut", _VILLAGE, "muatan", _FIVE, " Target yang belum tercapai pada tahun berjalan ditindaklanjuti pada triwulan berikutnya.", ""),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "nol-berlebih-maju": (_VILLAGE, "uang", plant_value(_PLAN, _SUB.format(3, 0, 3, "pagu_maju"), 5015000000)),
    "pagu-kosong": (_DISASTER, "uang", plant_value(_PLAN, _SUB.format(1, 1, 1, "pagu"), None)),
    "target-tahun-berjalan": (_VILLAGE, "kinerja", plant_value(_ACHIEVED, "/indikator/2/target/n-1", 64)),
    "realisasi-evaluasi-lawan-kalimat": (_VILLAGE, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-2/realisasi", ["13 lembaga", "7 unit"])),
    "target-renstra-turun": (_VILLAGE, "kinerja", plant_value(_RENSTRA, "/kelompok/1/isi/0/indikator/0/target/3", 74)),
    "kumulatif-lebih-kecil": (_VILLAGE, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/0/renja_n-1/realisasi", "5 kampung")),
    "satuan-maju-lain": (_VILLAGE, "kinerja", plant_value(_PLAN, _SUB.format(1, 0, 0, "target_maju"), "13 dokumen")),
    "indikator-renstra-beda-nama": (_VILLAGE, "kinerja", plant_value(_RENSTRA, "/kelompok/2/isi/0/indikator/0/nama", "Persentase lembaga adat aktif")),
    "realisasi-sepuluh-kali": (_VILLAGE, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "2.460 orang")),
    "kolom-10-tidak-berjumlah": (_DISASTER, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/1/renja_n-1/realisasi", "58 desa")),
    "proyeksi-di-bawah-target": (_DISASTER, "kinerja", plant_value(_ACHIEVED, "/indikator/1/proyeksi/n", 0.5)),
    "capaian-sel-tertukar": (_DISASTER, "kinerja", plant_value(_ACHIEVED, "/indikator/0/capaian/n-1", 158.1)),
    "target-tanpa-satuan": (_DISASTER, "kinerja", plant_value(_PLAN, _SUB.format(1, 1, 0, "target"), "17")),
    "satuan-renstra-lain": (_DISASTER, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/3/target_renstra", "180 dokumen")),
    "lokasi-kosong": (_DISASTER, "lengkap", plant_value(_PLAN, _SUB.format(1, 0, 1, "lokasi"), "-")),
    "sumber-dana-kosong": (_DISASTER, "lengkap", plant_value(_PLAN, _SUB.format(1, 2, 0, "sumber_dana"), "-")),
    "indikator-program-kosong": (_VILLAGE, "lengkap", plant_value(_PLAN, "/program/2/indikator", None)),
    "nama-kegiatan-titik": (_DISASTER, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/3/nama", "….")),
    "program-evaluasi-tidak-direncanakan": (_VILLAGE, "lengkap", plant_everywhere(_EVALUATED, ("2.13.02", "2.13.03"), ("Program Penataan Desa", "Program Peningkatan Kerja Sama Desa"))),
    "sub-kegiatan-hilang": (_VILLAGE, "lengkap", plant_change(_PLAN, lambda plan: _subs(plan, 2).pop())),
    "bagian-hilang": (_DISASTER, "lengkap", _drop_review),
    "tabel-tidak-ditempatkan": (_DISASTER, "lengkap", plant_change(_THREE, lambda chapter: chapter["bagian"][2]["isi"].pop())),
    "bagian-tanpa-isi": (_VILLAGE, "lengkap", plant_value(_ONE, "/bagian/2/isi", [])),
    "kode-induk-salah": (_VILLAGE, "kode", plant_value(_PLAN, _SUB.format(2, 0, 1, "kode"), "2.13.05.2.01.0004")),
    "kode-kembar": (_DISASTER, "kode", plant_value(_PLAN, _SUB.format(1, 1, 2, "kode"), "1.05.03.1.02.0006")),
    "kode-dua-angka": (_VILLAGE, "kode", plant_value(_PLAN, _SUB.format(2, 0, 2, "kode"), "2.13.04.2.01.05")),
    "kode-bentuk-salah": (_DISASTER, "kode", plant_value(_PLAN, _SUB.format(1, 2, 1, "kode"), "1.05.03.1.3.0004")),
    "kode-tertukar": (_VILLAGE, "kode", plant_change(_PLAN, _swap_codes)),
    "sub-kegiatan-pindah": (_DISASTER, "kode", plant_change(_PLAN, _move_sub)),
    "kode-kabupaten-di-provinsi": (_DISASTER, "kode", plant_everywhere(_PLAN, ("1.05.03.1.03", "1.05.03.2.03"))),
    "paragraf-tersalin": (_DISASTER, "salin", _repeat_paragraph),
    "butir-tersalin": (_DISASTER, "salin", plant_change(_TWO, _double_item)),
    "disahkan-sesudah-tahun-mulai": (_VILLAGE, "tahun", plant_value("dokumen.json", "/pengesahan/tanggal", "12 Februari {{ tahun }}")),
    "disahkan-sebelum-forum": (_DISASTER, "tahun", plant_value("dokumen.json", "/pengesahan/tanggal", "5 Februari {{ tahun - 1 }}")),
    "nip-bulan-13": (_DISASTER, "tahun", plant_value("dokumen.json", "/pengesahan/nip", "19681304 199403 1 010")),
    "nip-kurang-angka": (_VILLAGE, "tahun", plant_value("dokumen.json", "/pengesahan/nip", "19720523 19993 1 007")),
    "sistematika-diketik": (_VILLAGE, "banyak", plant_change(_ONE, _type_outline)),
    "judul-bab-lain": (_DISASTER, "banyak", plant_value(_THREE, "/judul", "Arah Kebijakan dan Strategi")),
    "undang-undang-dicabut": (_DISASTER, "hukum", plant_change(_LAWS, _add_old_law)),
    "urutan-peraturan": (_DISASTER, "hukum", plant_change(_LAWS, _swap_laws)),
    "tanpa-faktor": (_VILLAGE, "muatan", plant_change(_TWO, _drop_paragraphs(0, "Faktor penghambatnya"))),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
