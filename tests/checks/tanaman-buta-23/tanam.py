"""The twenty-third batch of faults, planted one by one into four right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_text, plant_value

BASE = Path(__file__).parent

_HOSPITAL, _WORKS = "rsud-kab-sulut-2027", "pupr-prov-kalimantan-2027"
_DISTRICT, _VILLAGES = "kapanewon-gunungkidul-2027", "dpmg-kab-aceh-2027"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _EVALUATED = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/evaluasi.json"
_LAWS, _DOCUMENT = "regulasi/landasan-hukum.json", "dokumen.json"
_HOSPITAL_LAW_OF_2009 = {
    "jenis": "UU",
    "nomor": 44,
    "tahun": 2009,
    "tentang": "Rumah Sakit",
    "lembaran": {"tahun": 2009, "nomor": 153},
    "tambahan": 5072,
}


def _move_qanun_to_end(register: Any) -> None:
    laws = register["regulasi"]
    qanun = next(law for law in laws if law["jenis"] == "Qanun Aceh")
    laws.remove(qanun)
    laws.append(qanun)


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("rsud-pagu-kalimat-tertukar-angka", _HOSPITAL, "uang", _FOUR, "Rp76.741.900.000", "Rp76.714.900.000"),
    ("rsud-jumlah-realisasi-blud", _HOSPITAL, "uang", "tabel/pendapatan-blud.json", "36.926.811.500", "36.962.811.500"),
    ("rsud-persen-serapan", _HOSPITAL, "uang", _TWO, "95,49%", "94,59%"),
    ("rsud-porsi-blud", _HOSPITAL, "uang", _THREE, "50,17%", "51,07%"),
    ("pupr-kebutuhan-jalan-salah-kali", _WORKS, "uang", _TWO, "Rp929,7 miliar", "Rp979,2 miliar"),
    ("pupr-kenaikan-prakiraan-maju", _WORKS, "uang", _FOUR, "naik 4,55%", "naik 5,45%"),
    ("pupr-sisa-miliar-jadi-juta", _WORKS, "uang", _TWO, "Rp47,71 miliar", "Rp47,71 juta"),
    ("pupr-nilai-usulan", _WORKS, "uang", _TWO, "Rp97 miliar", "Rp79 miliar"),
    ("kap-rincian-sisa-anggaran", _DISTRICT, "uang", _TWO, "Rp59.346.760", "Rp59.436.760"),
    ("kap-terbilang", _DISTRICT, "uang", _FOUR, "tiga juta tujuh puluh ribu", "tiga juta tujuh ratus ribu"),
    ("kap-rincian-bkk", _DISTRICT, "uang", _TWO, "Ngeposari Rp650 juta", "Ngeposari Rp560 juta"),
    ("dpmg-jumlah-dana-gampong", _VILLAGES, "uang", _ONE, "Rp193.247.815.000", "Rp193.427.815.000"),
    ("dpmg-pagu-program-dalam-kalimat", _VILLAGES, "uang", _THREE, "Rp1.073.850.000", "Rp1.037.850.000"),
    ("rsud-naik-padahal-turun", _HOSPITAL, "kinerja", _TWO, "NDR turun 0,5 poin", "NDR naik 0,5 poin"),
    ("pupr-rincian-kondisi-jalan", _WORKS, "kinerja", "tabel/kondisi-jalan.json", "74,58", "75,48"),
    ("pupr-target-kalimat-lawan-renstra", _WORKS, "kinerja", _THREE, "kondisi mantap 87%", "kondisi mantap 85,5%"),
    ("kap-selisih-poin-kemiskinan", _DISTRICT, "kinerja", _TWO, "turun 1,27 poin", "turun 1,72 poin"),
    ("kap-penduduk-kalurahan", _DISTRICT, "kinerja", "tabel/penduduk.json", "8.539", "8.593"),
    ("dpmg-status-berkembang", _VILLAGES, "kinerja", "tabel/status-gampong.json", '"69"', '"96"'),
    ("dpmg-tertinggal-berkurang-padahal-naik", _VILLAGES, "kinerja", _TWO, "dari 17 menjadi 8 gampong", "dari 17 menjadi 18 gampong"),
    ("rsud-daerah-lain-tertinggal", _HOSPITAL, "salin", _FIVE, "masyarakat Minahasa Selatan", "masyarakat Kota Bitung"),
    ("pupr-provinsi-lain-tertinggal", _WORKS, "salin", _FIVE, "Bappeda Provinsi Kalimantan Selatan", "Bappeda Provinsi Kalimantan Tengah"),
    ("kap-kapanewon-lain-tertinggal", _DISTRICT, "salin", _ONE, "Renja Kapanewon Semanu berlandaskan", "Renja Kapanewon Ponjong berlandaskan"),
    ("dpmg-kabupaten-lain-tertinggal", _VILLAGES, "salin", _FIVE, "gampong di Aceh Jaya", "gampong di Aceh Barat"),
    ("rsud-hari-forum-tidak-cocok", _HOSPITAL, "tahun", _TWO, "Kamis, 12 Maret 2026", "Kamis, 13 Maret 2026"),
    ("pupr-musrenbang-tahun-lalu", _WORKS, "tahun", _TWO, "13–15 April 2026", "13–15 April 2025"),
    ("kap-tanggal-tidak-ada", _DISTRICT, "tahun", _ONE, "31 Desember 2025", "31 November 2025"),
    ("dpmg-tahun-ke-salah", _VILLAGES, "tahun", _ONE, "menjabarkan tahun {{ renstra.tahun_ke }} Renstra", "menjabarkan tahun kedua Renstra"),
    ("rsud-rincian-tempat-tidur", _HOSPITAL, "banyak", _ONE, "24 kelas II,", "42 kelas II,"),
    ("kap-banyaknya-kegiatan", _DISTRICT, "banyak", _THREE, "tujuh kegiatan", "enam kegiatan"),
    ("kap-banyaknya-kalurahan", _DISTRICT, "banyak", _ONE, "mencakup 5 kalurahan", "mencakup 6 kalurahan"),
    ("dpmg-angka-lawan-kata", _VILLAGES, "banyak", _THREE, "8 (delapan) tahun", "8 (enam) tahun"),
    ("dpmg-pembagian-usulan", _VILLAGES, "banyak", _TWO, "diterima dan satu usulan dialihkan", "diterima dan dua usulan dialihkan"),
    ("pupr-inpres-tahun-salah", _WORKS, "hukum", _THREE, "Instruksi Presiden Nomor 2 Tahun 2025", "Instruksi Presiden Nomor 2 Tahun 2024"),
    ("kap-nomor-uu-keistimewaan", _DISTRICT, "hukum", _ONE, "Undang-Undang Nomor 13 Tahun 2012", "Undang-Undang Nomor 12 Tahun 2012"),
    ("rsud-salah-ketik", _HOSPITAL, "bahasa", _TWO, "kepesertaan JKN", "kepersetaan JKN"),
    ("rsud-kata-dua-kali", _HOSPITAL, "bahasa", _TWO, "tetapi masih melampaui", "tetapi masih masih melampaui"),
    ("pupr-catatan-kerja", _WORKS, "bahasa", _TWO, "pasokan material terhambat", "pasokan material (konfirmasi lagi ke bidang SDA) terhambat"),
    ("pupr-desimal-titik", _WORKS, "bahasa", _ONE, "788,42 km", "788.42 km"),
    ("kap-di-disambung", _DISTRICT, "bahasa", _TWO, "di pendapa kapanewon", "dipendapa kapanewon"),
    ("dpmg-rp-titik-spasi", _VILLAGES, "bahasa", _TWO, "Rp9.402.118.350", "Rp. 9.402.118.350"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "dpmg-nol-berlebih": (_VILLAGES, "uang", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/0/pagu", 1865000000)),
    "rsud-bor-tabel-lawan-kalimat": (_HOSPITAL, "kinerja", plant_value(_ACHIEVED, "/indikator/0/capaian/n-1", "62,4%")),
    "rsud-kumulatif-pelatihan": (_HOSPITAL, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-1/realisasi", "138 orang")),
    "pupr-satuan-irigasi-campur": (_WORKS, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/0/renja_n-1/target", "32 ha")),
    "kap-air-bersih-tabel-lawan-kalimat": (_DISTRICT, "kinerja", plant_value(_ACHIEVED, "/indikator/3/capaian/n-2", 88.79)),
    "dpmg-target-bumg-lawan-renstra": (_VILLAGES, "kinerja", plant_value(_ACHIEVED, "/indikator/2/target/n", "66%")),
    "rsud-target-belum-diisi": (_HOSPITAL, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/2/sub_kegiatan/0/target", None)),
    "pupr-sumber-dana-kosong": (_WORKS, "lengkap", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/2/sumber_dana", "")),
    "kap-sub-kegiatan-terhapus": (_DISTRICT, "lengkap", plant_change(_PLAN, lambda plan: plan["program"][4]["kegiatan"][0]["sub_kegiatan"].pop(1))),
    "dpmg-tabel-tidak-ditempatkan": (_VILLAGES, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"][1]["isi"].remove({"tabel": "status-gampong"}))),
    "rsud-kode-sub-bukan-di-bawah-induknya": (_HOSPITAL, "kode", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/2/kode", "1.02.02.2.02.0023")),
    "pupr-kode-program-kembar": (_WORKS, "kode", plant_value(_PLAN, "/program/3/kode", "1.03.12")),
    "pupr-nama-program-beda-antartabel": (_WORKS, "kode", plant_value(_EVALUATED, "/program/2/nama", "Program Pembinaan Jasa Konstruksi")),
    "kap-kode-kegiatan-lain-dari-sub": (_DISTRICT, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/kode", "7.01.05.2.02")),
    "dpmg-kode-kurang-satu-angka": (_VILLAGES, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/kode", "2.13.04.2.01.004")),
    "kap-nip-diangkat-umur-13": (_DISTRICT, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19720324 198503 2 003")),
    "dpmg-disahkan-sebelum-forum": (_VILLAGES, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "24 Februari {{ tahun - 1 }}")),
    "rsud-uu-44-2009-dicabut": (_HOSPITAL, "hukum", plant_change(_LAWS, lambda register: register["regulasi"].insert(2, _HOSPITAL_LAW_OF_2009))),
    "dpmg-qanun-aceh-di-akhir": (_VILLAGES, "hukum", plant_change(_LAWS, _move_qanun_to_end)),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
