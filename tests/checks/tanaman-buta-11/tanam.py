"""The eleventh batch of faults, planted one by one into three right folders.

Each is what one who verifies a Renja sends back, in words of that person. Written without a look at the rules: none is
expected by its code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_text, plant_value

BASE = Path(__file__).parent

_CITY, _LIVESTOCK, _TRAINING = "bapperida-kota", "peternakan-kabupaten", "bpsdm-provinsi"
_ONE, _TWO, _THREE, _FOUR, _FIVE, _SIX = (f"bab-{number}.json" for number in range(1, 7))
_PLAN, _ACHIEVED, _RENSTRA = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/target-renstra.json"
_EVALUATED, _IKU, _IKK = "tabel/evaluasi.json", "tabel/iku.json", "tabel/ikk.json"
_SPENT, _ASKED, _ANIMALS = "tabel/serapan.json", "tabel/usulan-kecamatan.json", "tabel/populasi.json"
_VACCINES, _TRAINED, _LAWS = "tabel/vaksinasi.json", "tabel/peserta.json", "regulasi/landasan-hukum.json"


def _repeat_paragraph(root: str) -> None:
    """Chapter I's account of the area stands in chapter III once more."""
    said = json.loads(Path(root, _ONE).read_text("utf-8"))["bagian"][0]["isi"][2]
    plant_change(_THREE, lambda chapter: chapter["bagian"][0]["isi"].append(said))(root)


def _swap_names(plan: Any) -> None:
    first, second = plan["program"][1]["kegiatan"][0]["sub_kegiatan"]
    first["nama"], second["nama"] = second["nama"], first["nama"]


def _drop_factors(chapter: Any) -> None:
    said = chapter["bagian"][0]["isi"]
    said[:] = [part for part in said if not str(part).startswith(("Faktor penghambat", "Sebagai tindak lanjut"))]


def _drop_conduct(chapter: Any) -> None:
    chapter["isi"] = ["Demikian Renja Tahun {{ tahun }} disusun agar dapat dipergunakan sebagaimana mestinya."]


def _set_section(number: int, *said: str) -> Callable[[Any], None]:
    def change(chapter: Any) -> None:
        chapter["bagian"][number]["isi"] = list(said)

    return change


def _move_law(register: Any) -> None:
    register["regulasi"].insert(0, register["regulasi"].pop(5))


def _drop_law(number: int) -> Callable[[Any], None]:
    def change(register: Any) -> None:
        register["regulasi"] = [law for law in register["regulasi"] if (law["nomor"], law["tahun"]) != (number, 2026)]

    return change


def _add_old_law(register: Any) -> None:
    law = {"jenis": "UU", "nomor": 32, "tahun": 2004, "tentang": "Pemerintahan Daerah", "tambahan": 4437}
    register["regulasi"].insert(1, {**law, "lembaran": {"tahun": 2004, "nomor": 125}})


def _drop_amendment(register: Any) -> None:
    next(law for law in register["regulasi"] if law["nomor"] == 18 and law["jenis"] == "UU").pop("diubah")


def _double_item(chapter: Any) -> None:
    items = chapter["bagian"][2]["isi"][1]["butir"]
    items.insert(3, items[1])


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("pagu-angka-lawan-huruf", _CITY, "uang", _FOUR, "Rp8.983.710.000 (delapan", "Rp8.938.710.000 (delapan"),
    ("huruf-lawan-angka", _CITY, "uang", _FOUR, "tujuh ratus sepuluh ribu", "tujuh ratus sebelas ribu"),
    ("porsi-penunjang", _CITY, "uang", _FOUR, "miliar atau 80,45%", "miliar atau 84,05%"),
    ("gaji-lawan-tabel", _CITY, "uang", _FOUR, "Rp6.842.310.000 dipakai", "Rp6.482.310.000 dipakai"),
    ("pagu-berturut-turut", _CITY, "uang", _FOUR, "dan Rp195.500.000", "dan Rp159.500.000"),
    ("maju-turun-padahal-naik", _CITY, "uang", _FOUR, "naik 3,08% dibandingkan", "turun 3,08% dibandingkan"),
    ("beda-serapan-poin", _CITY, "uang", _TWO, "lebih tinggi 1,86 poin persen", "lebih tinggi 2,86 poin persen"),
    ("sisa-lawan-selisih", _CITY, "uang", _TWO, "Sisa anggaran Rp407.560.000", "Sisa anggaran Rp470.560.000"),
    ("sebagian-besar-padahal-kurang", _CITY, "uang", _TWO, "yaitu Rp276.600.000,", "yaitu Rp176.600.000,"),
    ("sel-realisasi-terbalik", _CITY, "uang", _SPENT, "6.638.400.000", "6.683.400.000"),
    ("sel-persen-serapan", _CITY, "uang", _SPENT, "91,00", "97,00"),
    ("terendah-bukan-terendah", _CITY, "uang", _TWO, "Program penelitian dan pengembangan mencatat serapan terendah, yakni 80%", "Program koordinasi dan sinkronisasi mencatat serapan terendah, yakni 91%"),
    ("sumber-dana-tidak-berjumlah", _LIVESTOCK, "uang", _FOUR, "PAD sebesar Rp211.500.000", "PAD sebesar Rp221.500.000"),
    ("maju-persen-terbalik", _LIVESTOCK, "uang", _FOUR, "lebih rendah 10,15%", "lebih rendah 15,10%"),
    ("serapan-setahun", _LIVESTOCK, "uang", _TWO, "Rp13.537.500.000 atau 95%", "Rp13.537.500.000 atau 93%"),
    ("tersisa-salah", _LIVESTOCK, "uang", _TWO, "tersisa Rp712.500.000", "tersisa Rp812.500.000"),
    ("jenis-belanja-lebih-dari-seratus", _LIVESTOCK, "uang", _TWO, "belanja modal 12,5%", "belanja modal 21,5%"),
    ("nilai-usulan", _LIVESTOCK, "uang", _TWO, "senilai Rp1.332.500.000", "senilai Rp1.232.500.000"),
    ("dua-pertiga-padahal-separuh", _LIVESTOCK, "uang", _TWO, "Hampir separuhnya, yakni 48,78%", "Dua pertiganya, yakni 48,78%"),
    ("di-antaranya-rph", _LIVESTOCK, "uang", _THREE, "yang 77,43% di antaranya", "yang 67,43% di antaranya"),
    ("terkecil-padahal-terbesar", _LIVESTOCK, "uang", _THREE, "Program dengan pagu terbesar", "Program dengan pagu terkecil"),
    ("dana-transfer-persen", _LIVESTOCK, "uang", _FIVE, "mencapai 98,59% dari pagu", "mencapai 89,59% dari pagu"),
    ("setara-dengan", _TRAINING, "uang", _TWO, "terealisasi Rp20.125.200.000", "terealisasi Rp21.125.200.000"),
    ("kumulatif-turun", _TRAINING, "uang", _TWO, "14%, 41%, 67%, dan 93%", "14%, 67%, 41%, dan 93%"),
    ("porsi-dalam-kurung", _TRAINING, "uang", _FOUR, "Rp11.966.000.000 (51,32%)", "Rp11.966.000.000 (53,12%)"),
    ("bertambah-persen", _TRAINING, "uang", _FOUR, "Rp1.678.500.000 atau 7,76%", "Rp1.678.500.000 atau 6,77%"),
    ("biaya-per-peserta", _TRAINING, "uang", _FOUR, "rata-rata Rp9,5 juta", "rata-rata Rp5,9 juta"),
    ("rincian-maju", _TRAINING, "uang", _FOUR, "Rp11.909.500.000 untuk", "Rp11.099.500.000 untuk"),
    ("nyaris-empat-kali", _TRAINING, "uang", _ONE, "nyaris dua kali rata-rata", "nyaris empat kali rata-rata"),
    ("a-dari-b-persen", _CITY, "kinerja", _TWO, "Sebanyak 132 dari 138", "Sebanyak 123 dari 138"),
    ("belum-padahal-lewat", _CITY, "kinerja", _TWO, "atau melampaui target 95%", "tetapi belum mencapai target 95%"),
    ("empat-indikator-tiga-terurai", _CITY, "kinerja", _TWO, "tiga mencapai target dan satu belum", "dua mencapai target dan satu belum"),
    ("rincian-sembilan", _CITY, "kinerja", _TWO, "empat digunakan dalam penyusunan", "lima digunakan dalam penyusunan"),
    ("pecahan-lawan-persen", _CITY, "kinerja", _TWO, "tiga perempat atau 75%", "dua pertiga atau 75%"),
    ("kenaikan-rata-rata", _CITY, "kinerja", _TWO, "rata-rata 3,75 poin persen", "rata-rata 2,75 poin persen"),
    ("diakomodasi-lawan-tabel", _CITY, "kinerja", _TWO, "berjumlah 236 atau", "berjumlah 263 atau"),
    ("seperlima-padahal-seperempat", _CITY, "kinerja", _TWO, "tepat seperempat dari", "tepat seperlima dari"),
    ("terbanyak-kecamatan-lain", _CITY, "kinerja", _TWO, "Kecamatan Singkawang Tengah mengajukan", "Kecamatan Singkawang Utara mengajukan"),
    ("sisa-usulan-persen", _CITY, "kinerja", _TWO, "terakomodasi masih 26,25%", "terakomodasi masih 36,25%"),
    ("naik-poin-indeks", _CITY, "kinerja", _TWO, "naik 4,15 poin, dari", "naik 5,14 poin, dari"),
    ("berlipat-tiga", _CITY, "kinerja", _TWO, "berlipat dua dalam", "berlipat tiga dalam"),
    ("jenis-data", _CITY, "kinerja", _TWO, "baru 214 dari 268", "baru 241 dari 268"),
    ("lima-belum-lawan-tabel", _CITY, "kinerja", _TWO, "lima di antaranya belum", "tujuh di antaranya belum"),
    ("catatan-lawan-realisasi", _CITY, "kinerja", _IKK, "Sembilan dari 12 dokumen", "Delapan dari 12 dokumen"),
    ("target-indeks-tahun-lain", _CITY, "kinerja", _THREE, "target indeks 64 pada", "target indeks 67 pada"),
    ("naik-tiga-poin", _CITY, "kinerja", _FIVE, "naik dua poin persen", "naik tiga poin persen"),
    ("persen-dalam-kurung-di-atas-seratus", _LIVESTOCK, "kinerja", _TWO, "110 ekor (94,55%)", "110 ekor (104,55%)"),
    ("sisanya-delapan-ekor", _LIVESTOCK, "kinerja", _TWO, "enam ekor sisanya", "delapan ekor sisanya"),
    ("antraks-tidak-lampaui", _LIVESTOCK, "kinerja", _TWO, "Hanya vaksinasi rabies yang melampaui target", "Vaksinasi antraks dan rabies melampaui target"),
    ("sel-dosis", _LIVESTOCK, "kinerja", _VACCINES, "12.480", "14.280"),
    ("tumbuh-padahal-susut", _LIVESTOCK, "kinerja", _TWO, "populasi menyusut 0,93%", "populasi tumbuh 0,93%"),
    ("masing-masing-tambahan", _LIVESTOCK, "kinerja", _TWO, "dan 3.250 ekor", "dan 2.350 ekor"),
    ("kerbau-berkurang-dan-bertambah", _LIVESTOCK, "kinerja", _TWO, "populasi sapi, kuda, dan kambing justru", "populasi sapi, kerbau, dan kambing justru"),
    ("lebih-rendah-padahal-lebih-tinggi", _LIVESTOCK, "kinerja", _TWO, "masih lebih tinggi 88 ton", "malah lebih rendah 88 ton"),
    ("penurunan-di-kalimat-kedua", _LIVESTOCK, "kinerja", _TWO, "Penurunan 3,9 poin persen", "Penurunan 4,9 poin persen"),
    ("sel-perubahan-tanda", _LIVESTOCK, "kinerja", _ANIMALS, "–2,00", "2,00"),
    ("sasaran-daging", _LIVESTOCK, "kinerja", _THREE, "produksi daging 2.560 ton", "produksi daging 2.650 ton"),
    ("sasaran-kematian", _LIVESTOCK, "kinerja", _THREE, "setinggi-tingginya 7%", "setinggi-tingginya 17%"),
    ("turun-separuh", _LIVESTOCK, "kinerja", _TWO, "turun sepertiga dari 318", "turun separuh dari 318"),
    ("ternak-besar-lawan-tabel", _LIVESTOCK, "kinerja", _TWO, "berjumlah 125.522 ekor", "berjumlah 152.522 ekor"),
    ("beban-dokter-hewan", _LIVESTOCK, "kinerja", _ONE, "melayani 33.149 ekor", "melayani 13.149 ekor"),
    ("laki-laki-perempuan", _TRAINING, "kinerja", _TWO, "dan 658 perempuan", "dan 685 perempuan"),
    ("turun-dari-yang-lebih-kecil", _TRAINING, "kinerja", _TWO, "naik dari 51,20%", "turun dari 51,20%"),
    ("gabungan-pka-pkp", _TRAINING, "kinerja", _TWO, "hanya 180 orang atau 15%", "hanya 160 orang atau 15%"),
    ("tidak-lulus", _TRAINING, "kinerja", _TWO, "delapan belas orang dinyatakan", "dua puluh delapan orang dinyatakan"),
    ("sertifikasi-persen", _TRAINING, "kinerja", _TWO, "dari 140 orang atau 90%", "dari 140 orang atau 95%"),
    ("predikat-memuaskan", _TRAINING, "kinerja", _TWO, "954 orang lulus", "945 orang lulus"),
    ("terlampaui-padahal-kurang", _TRAINING, "kinerja", _TWO, "berbanding target 82%", "berbanding target 84%"),
    ("widyaiswara-tiga-perempat", _TRAINING, "kinerja", _TWO, "berjumlah 18 orang, atau", "berjumlah 16 orang, atau"),
    ("rasio-widyaiswara", _TRAINING, "kinerja", _TWO, "1 : 520", "1 : 250"),
    ("di-antaranya-persen", _TRAINING, "kinerja", _ONE, "atau 57,4%, telah", "atau 54,7%, telah"),
    ("belum-terlayani", _TRAINING, "kinerja", _ONE, "masih ada 5.316 orang", "masih ada 5.613 orang"),
    ("jenjang-widyaiswara", _TRAINING, "kinerja", _ONE, "sembilan ahli madya", "sepuluh ahli madya"),
    ("seluruhnya-peserta", _TRAINING, "kinerja", _THREE, "seluruhnya menjadi 1.210", "seluruhnya menjadi 1.310"),
    ("sel-peserta", _TRAINING, "kinerja", _TRAINED, '"151"', '"161"'),
    ("kenaikan-target", _TRAINING, "kinerja", _THREE, "naik lima poin persen", "naik tujuh poin persen"),
    ("bab-lima-padahal-enam", _CITY, "banyak", _ONE, "terdiri atas enam bab", "terdiri atas lima bab"),
    ("kegiatan-dan-sub-tertukar", _CITY, "banyak", _FOUR, "11 kegiatan, dan 13 sub", "13 kegiatan, dan 11 sub"),
    ("lima-program", _LIVESTOCK, "banyak", _THREE, "empat program yang terurai", "lima program yang terurai"),
    ("empat-uptd-tiga-disebut", _LIVESTOCK, "banyak", _ONE, "tiga unit pelaksana", "empat unit pelaksana"),
    ("desa-dan-kelurahan", _LIVESTOCK, "banyak", _ONE, "seluruhnya 156 desa", "seluruhnya 165 desa"),
    ("angka-dan-kata", _TRAINING, "banyak", _ONE, "6 (enam) ruang", "6 (lima) ruang"),
    ("urutan-melompat", _TRAINING, "banyak", _FIVE, "ketiga, perubahan pagu", "keempat, perubahan pagu"),
    ("badan-lain", _CITY, "salin", _SIX, "Kepala Bapperida paling", "Kepala Bappelitbang paling"),
    ("kota-lain", _CITY, "salin", _ONE, "Kota Singkawang terbagi", "Kota Pontianak terbagi"),
    ("provinsi-lain", _CITY, "salin", _ONE, "ketiga di Kalimantan Barat", "ketiga di Kalimantan Selatan"),
    ("bupati-lain", _LIVESTOCK, "salin", _FIVE, "Bupati Sumba Timur", "Bupati Sumba Barat Daya"),
    ("wali-kota-di-kabupaten", _LIVESTOCK, "salin", _FIVE, "kepada Bupati Sumba Timur", "kepada Wali Kota"),
    ("gubernur-lain", _TRAINING, "salin", _FIVE, "Gubernur Maluku melalui", "Gubernur Maluku Utara melalui"),
    ("badan-tetangga", _TRAINING, "salin", _TWO, "BPSDM melatih 1.200", "BKPSDM melatih 1.200"),
    ("rpjmd-provinsi-lain", _TRAINING, "salin", _LAWS, "Daerah Provinsi Maluku Tahun 2025-2029", "Daerah Provinsi Maluku Utara Tahun 2025-2029"),
    ("hari-keliru", _CITY, "tahun", _TWO, "Kamis, 26 Maret 2026", "Jumat, 26 Maret 2026"),
    ("tahun-keempat", _CITY, "tahun", _THREE, "yaitu tahun ketiga", "yaitu tahun keempat"),
    ("tanggal-mustahil", _CITY, "tahun", _SIX, "31 Desember", "31 November"),
    ("data-yang-belum-ada", _CITY, "tahun", _TWO, "36 pada tahun 2025", "36 pada tahun 2028"),
    ("renstra-periode-lama", _CITY, "tahun", _ONE, "Renstra Tahun {{ renstra.periode }}", "Renstra Tahun 2017–2022"),
    ("dimulai-sesudah-dibahas", _LIVESTOCK, "tahun", _ONE, "dimulai pada Januari {{ tahun - 1 }}", "dimulai pada Maret {{ tahun - 1 }}"),
    ("forum-tahun-lalu", _TRAINING, "tahun", _TWO, "Rabu, 12 Maret 2025", "Rabu, 12 Maret 2024"),
    ("rampung-pada-masa-lalu", _TRAINING, "tahun", _THREE, "rampung pada tahun 2027", "rampung pada tahun 2017"),
    ("akhir-tahun-yang-belum-tiba", _TRAINING, "tahun", _ONE, "Pada akhir tahun 2024 jumlah", "Pada akhir tahun 2026 jumlah"),
    ("uu-asn-lama", _TRAINING, "hukum", _ONE, "Undang-Undang Nomor 20 Tahun 2023 tentang", "Undang-Undang Nomor 5 Tahun 2014 tentang"),
    ("perpres-rpjmn-lama", _TRAINING, "hukum", _THREE, "Peraturan Presiden Nomor 12 Tahun 2025", "Peraturan Presiden Nomor 18 Tahun 2020"),
    ("sitasi-disingkat", _CITY, "hukum", _THREE, "Peraturan Presiden Nomor 12 Tahun 2025", "Perpres No. 12/2025"),
    ("frasa-berkali-kali", _TRAINING, "hukum", _LAWS, "sebagaimana telah diubah dengan", "sebagaimana telah beberapa kali diubah terakhir dengan"),
    ("perbup-rkpd-tahun-lain", _LIVESTOCK, "hukum", _LAWS, "Kabupaten Sumba Timur Tahun 2027", "Kabupaten Sumba Timur Tahun 2026"),
    ("kalimat-terputus", _CITY, "bahasa", _TWO, "penyerahan aset dari provinsi.", "penyerahan aset dari."),
    ("catatan-kerja-tertinggal", _CITY, "bahasa", _ONE, "504 km²", "504 km² (konfirmasi lagi ke BPS)"),
    ("konjungsi-ganda", _CITY, "bahasa", _ONE, "meskipun membaik, angkanya", "meskipun membaik, tetapi angkanya"),
    ("kata-berulang", _CITY, "bahasa", _TWO, "dua hari kerja.", "dua hari hari kerja."),
    ("koma-ribuan", _CITY, "bahasa", _ONE, "246.112 jiwa", "246,112 jiwa"),
    ("analisa", _CITY, "bahasa", _TWO, "menurut analisis beban", "menurut analisa beban"),
    ("diatas", _LIVESTOCK, "bahasa", _ONE, "jauh di atas beban", "jauh diatas beban"),
    ("kurung-terbuka", _LIVESTOCK, "bahasa", _TWO, "dan kuda) berjumlah", "dan kuda berjumlah"),
    ("apa-bila", _LIVESTOCK, "bahasa", _TWO, "Apabila langkah", "Apa bila langkah"),
    ("tanggungjawab", _LIVESTOCK, "bahasa", _FIVE, "penuh tanggung jawab", "penuh tanggungjawab"),
    ("adalah-merupakan", _LIVESTOCK, "bahasa", _TWO, "dinas ialah sebagai berikut", "dinas adalah merupakan sebagai berikut"),
    ("ribuan-tanpa-titik", _TRAINING, "bahasa", _ONE, "di 1.388 pulau", "di 1388 pulau"),
    ("terus-menerus", _TRAINING, "bahasa", _ONE, "terus-menerus", "terus menerus"),
    ("asing-tidak-miring", _TRAINING, "bahasa", _TWO, "*blended learning*", "blended learning"),
    ("prosentase", _TRAINING, "bahasa", _TWO, "sehingga persentasenya", "sehingga prosentasenya"),
]  # fmt: skip

_SUB = "/program/{}/kegiatan/{}/sub_kegiatan/{}"
_DONE: dict[str, tuple[str, str, Plant]] = {
    "target-di-bawah-prakiraan": (_CITY, "kinerja", plant_value(_IKU, "/indikator/2/target_n", "54")),
    "capaian-di-atas-seratus": (_LIVESTOCK, "kinerja", plant_value(_ACHIEVED, "/indikator/2/capaian/n-2", "169,3%")),
    "target-akhir-turun": (_LIVESTOCK, "kinerja", plant_value(_RENSTRA, "/kelompok/0/isi/0/indikator/1/target/5", 2400)),
    "satuan-berganti": (_LIVESTOCK, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/0/renja_n-2/realisasi", "104 dosis")),
    "target-tanpa-satuan": (_LIVESTOCK, "kinerja", plant_value(_PLAN, _SUB.format(1, 1, 0) + "/target", "120")),
    "pagu-sepuluh-kali": (_TRAINING, "uang", plant_value(_PLAN, _SUB.format(1, 0, 0) + "/pagu", 31500000000)),
    "paragraf-dua-kali": (_LIVESTOCK, "salin", _repeat_paragraph),
    "butir-dua-kali": (_LIVESTOCK, "salin", plant_change(_TWO, _double_item)),
    "disahkan-sebelum-forum": (_LIVESTOCK, "tahun", plant_value("dokumen.json", "/pengesahan/tanggal", "24 Januari {{ tahun - 1 }}")),
    "diangkat-umur-empat-belas": (_TRAINING, "tahun", plant_value("dokumen.json", "/pengesahan/nip", "19690811 198403 2 006")),
    "perubahan-tidak-disebut": (_LIVESTOCK, "hukum", plant_change(_LAWS, _drop_amendment)),
    "undang-undang-dicabut": (_LIVESTOCK, "hukum", plant_change(_LAWS, _add_old_law)),
    "urutan-peraturan": (_CITY, "hukum", plant_change(_LAWS, _move_law)),
    "pedoman-rkpd-hilang": (_CITY, "hukum", plant_change(_LAWS, _drop_law(14))),
    "tanpa-kaidah-pelaksanaan": (_CITY, "muatan", plant_change(_SIX, _drop_conduct)),
    "tanpa-faktor-penghambat": (_LIVESTOCK, "muatan", plant_change(_TWO, _drop_factors)),
    "usulan-tidak-dinyatakan-nihil": (_TRAINING, "muatan", plant_change(_TWO, _set_section(4, "Forum perangkat daerah diselenggarakan pada Rabu, 12 Maret 2025, dan diikuti oleh 41 perangkat daerah."))),
    "isu-ditunda": (_TRAINING, "muatan", plant_change(_TWO, _set_section(2, "Isu-isu penting akan diuraikan kemudian."))),
    "tanpa-tindak-lanjut": (_LIVESTOCK, "muatan", plant_text(_FIVE, " Rencana tindak lanjutnya ialah mengupayakan kenaikan retribusi rumah potong hewan serta mengusulkan perubahan tarif kepada Bupati Sumba Timur.", "")),
    "kode-dan-nama-tertukar": (_CITY, "kode", plant_change(_PLAN, _swap_names)),
    "kode-kabupaten-di-provinsi": (_TRAINING, "kode", plant_value(_PLAN, _SUB.format(1, 2, 0) + "/kode", "5.04.02.2.03.0002")),
    "sumber-dana-kosong": (_LIVESTOCK, "kode", plant_value(_PLAN, _SUB.format(3, 0, 1) + "/sumber_dana", "-")),
    "indikator-tidak-terukur": (_TRAINING, "kode", plant_value(_PLAN, _SUB.format(1, 1, 1) + "/indikator", "Terlaksananya pengelolaan kelembagaan dengan baik")),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
