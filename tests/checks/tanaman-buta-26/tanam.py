"""The twenty-sixth batch of faults, planted one by one into eight right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_text, plant_value

BASE = Path(__file__).parent

_HOSPITAL, _WORKS = "rsud-kab-ntt-2027", "pupr-prov-bengkulu-2026"
_SUBDISTRICT, _VILLAGES = "kapanewon-sleman-2027", "dpmg-aceh-utara-2027"
_DISTRICT, _FINANCE = "distrik-papua-barat-daya-2027", "bpkad-kota-sulawesi-2026"
_FARMING, _COUNCIL = "pertanian-kab-lampung-2027", "setwan-kota-jabar-2027"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _EVALUATED = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/evaluasi.json"
_PROPOSED, _LAWS, _DOCUMENT = "tabel/usulan-masyarakat.json", "regulasi/landasan-hukum.json", "dokumen.json"
_PLANNING_RULES_OF_2010 = {
    "jenis": "Permendagri",
    "nomor": 54,
    "tahun": 2010,
    "tentang": "Pelaksanaan Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian, dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah",
    "lembaran": {"tahun": 2010, "nomor": 517},
}
_WATER_LAW_OF_2004 = {
    "jenis": "UU",
    "nomor": 7,
    "tahun": 2004,
    "tentang": "Sumber Daya Air",
    "lembaran": {"tahun": 2004, "nomor": 32},
    "tambahan": 4377,
}
_BALANCE_LAW_OF_2004 = {
    "jenis": "UU",
    "nomor": 33,
    "tahun": 2004,
    "tentang": "Perimbangan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah",
    "lembaran": {"tahun": 2004, "nomor": 126},
    "tambahan": 4438,
}


def _insert_law(place: int, law: dict[str, Any]) -> Plant:
    return plant_change(_LAWS, lambda laws: laws["regulasi"].insert(place, law))


def _put_back_water_law(laws: Any) -> None:
    """The law of 2019 gives its place to the one that was annulled."""
    laws["regulasi"].pop(5)
    laws["regulasi"].insert(1, _WATER_LAW_OF_2004)


def _put_presidential_rule_last(laws: Any) -> None:
    """The one of the president stands behind the first of a minister."""
    laws["regulasi"].insert(10, laws["regulasi"].pop(8))


def _repeat_proposal(table: Any) -> None:
    """The fifth proposal says what the fourth says."""
    table["usulan"][4] = table["usulan"][3]


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("sisa-anggaran-tertukar-angka", _HOSPITAL, "uang", _TWO, "tersisa Rp5.464.912.715", "tersisa Rp5.646.912.715"),
    ("porsi-dak-salah", _HOSPITAL, "uang", _FOUR, "Rp21,61 miliar (21,85%)", "Rp21,61 miliar (28,15%)"),
    ("selisih-pendapatan-salah-kurang", _HOSPITAL, "uang", "tabel/pendapatan-blud.json", "(342.760.000)", "(324.760.000)"),
    ("panjang-rusak-ringan-salah-ketik", _WORKS, "uang", "tabel/kondisi-jalan.json", "241,37", "214,37"),
    ("pagu-setelah-efisiensi-salah-kurang", _WORKS, "uang", _TWO, "menjadi Rp308,3 miliar", "menjadi Rp303,8 miliar"),
    ("sisa-anggaran-angka-tertukar", _SUBDISTRICT, "uang", _TWO, "Sisa anggaran Rp95.822.260", "Sisa anggaran Rp98.522.260"),
    ("penduduk-kalurahan-tidak-berjumlah", _SUBDISTRICT, "uang", "tabel/penduduk.json", '"3.301"', '"3.310"'),
    ("porsi-sumber-dana-terbalik-angka", _VILLAGES, "uang", _FOUR, "Rp6.594.730.000 (82,85%)", "Rp6.594.730.000 (85,82%)"),
    ("porsi-penduduk-kampung", _DISTRICT, "uang", "tabel/penduduk-kampung.json", "24,25", "25,24"),
    ("terbilang-pagu-distrik", _DISTRICT, "uang", _FOUR, "tiga puluh lima juta", "lima puluh tiga juta"),
    ("rincian-apbkam-tidak-berjumlah", _DISTRICT, "uang", _TWO, "Rp3,27 miliar", "Rp3,72 miliar"),
    ("silpa-salah-hitung", _FINANCE, "uang", _TWO, "Rp101,72 miliar", "Rp107,12 miliar"),
    ("kekurangan-pad-dalam-kalimat", _FINANCE, "uang", _TWO, "Rp14.127.384.600", "Rp14.172.384.600"),
    ("jumlah-realisasi-pendapatan", _FINANCE, "uang", "tabel/realisasi-pendapatan.json", "1.683.423.769.650", "1.683.243.769.650"),
    ("porsi-gaji-dalam-kalimat", _FINANCE, "uang", _FOUR, "80,97%", "80,79%"),
    ("tani-pagu-tertukar-angka", _FARMING, "uang", _FOUR, "Rp19.964.815.000", "Rp19.946.815.000"),
    ("tani-pertumbuhan-produksi", _FARMING, "uang", _ONE, "naik 3,94%", "naik 4,93%"),
    ("tani-jumlah-produksi-tabel", _FARMING, "uang", "tabel/produksi-padi.json", "149.380", "149.830"),
    ("setwan-sisa-anggaran", _COUNCIL, "uang", _TWO, "Rp1.746.667.685", "Rp1.764.667.685"),
    ("setwan-terbilang", _COUNCIL, "uang", _FOUR, "dua ratus tujuh puluh tiga juta", "dua ratus tujuh puluh juta"),
    ("setwan-serapan-belanja-modal", _COUNCIL, "uang", "tabel/belanja.json", "94,23", "92,43"),
    ("membaik-padahal-tertulis-naik", _HOSPITAL, "kinerja", _TWO, "Angka kematian bersih membaik dari 27,1‰ pada tahun 2024 menjadi 24,7‰", "Angka kematian bersih naik dari 27,1‰ pada tahun 2024 menjadi 24,7‰"),
    ("persen-irigasi-salah-hitung", _WORKS, "kinerja", _TWO, "(91,67%)", "(97,16%)"),
    ("sasaran-air-minum-lawan-renstra", _WORKS, "kinerja", _THREE, "akses air minum layak 78%", "akses air minum layak 80%"),
    ("sasaran-memakai-target-tahun-berikut", _SUBDISTRICT, "kinerja", _THREE, "dengan 92% lembaga kemasyarakatan aktif", "dengan 93,5% lembaga kemasyarakatan aktif"),
    ("berkurang-padahal-bertambah", _VILLAGES, "kinerja", _TWO, "berkurang dari 139 menjadi 118 gampong", "berkurang dari 118 menjadi 139 gampong"),
    ("stunting-kalimat-lawan-tabel", _DISTRICT, "kinerja", _TWO, "menjadi 21,6%", "menjadi 22,6%"),
    ("tani-realisasi-sekolah-lapang", _FARMING, "kinerja", _TWO, "baru diikuti 33 dari 36", "baru diikuti 35 dari 36"),
    ("tani-target-opt-lama", _FARMING, "kinerja", _THREE, "paling tinggi 2,8%", "paling tinggi 3,2%"),
    ("setwan-sasaran-indeks-tahun-lain", _COUNCIL, "kinerja", _THREE, "indeks kepuasan 84,5", "indeks kepuasan 83"),
    ("bupati-daerah-lain", _HOSPITAL, "salin", _FIVE, "Bupati Lembata", "Bupati Flores Timur"),
    ("bappeda-provinsi-lain", _WORKS, "salin", _FIVE, "Bappeda Provinsi Bengkulu", "Bappeda Provinsi Jambi"),
    ("kapanewon-tetangga-tertinggal", _SUBDISTRICT, "salin", _FIVE, "Renja Kapanewon Pakem Tahun", "Renja Kapanewon Turi Tahun"),
    ("kabupaten-tetangga-di-penutup", _DISTRICT, "salin", _FIVE, "perempuan di {{ daerah.lengkap }}", "perempuan di Kabupaten Sorong Selatan"),
    ("kota-lain-di-penutup", _FINANCE, "salin", _FIVE, "RKPD Kota Palu", "RKPD Kota Kendari"),
    ("tani-kabupaten-induk-tertinggal", _FARMING, "salin", _FIVE, "bagi petani Pringsewu", "bagi petani Kabupaten Tanggamus"),
    ("setwan-kota-tetangga-tertinggal", _COUNCIL, "salin", _ONE, "DPRD Kota Cimahi hasil Pemilu 2024", "DPRD Kota Sukabumi hasil Pemilu 2024"),
    ("hari-forum-tidak-cocok", _HOSPITAL, "tahun", _TWO, "Kamis, 12 Maret 2026", "Jumat, 12 Maret 2026"),
    ("tahun-ke-renstra-salah", _WORKS, "tahun", _ONE, "menjabarkan tahun kedua", "menjabarkan tahun ketiga"),
    ("musrenbang-tahun-lalu", _WORKS, "tahun", _TWO, "Selasa, 22 April 2025", "Selasa, 22 April 2024"),
    ("hari-musrenbang-salah", _SUBDISTRICT, "tahun", _TWO, "Kamis Kliwon, 12 Februari 2026", "Rabu Kliwon, 12 Februari 2026"),
    ("tahun-anggaran-mundur-setahun", _SUBDISTRICT, "tahun", _TWO, "Pagu perubahan tahun {{ tahun - 2 }}", "Pagu perubahan tahun {{ tahun - 3 }}"),
    ("tahun-banjir-salah", _VILLAGES, "tahun", _ONE, "Rabu, 26 November 2025", "Rabu, 26 November 2024"),
    ("hari-musrenbang-tidak-cocok", _DISTRICT, "tahun", _TWO, "Rabu, 25 Februari 2026", "Kamis, 25 Februari 2026"),
    ("tahun-penduduk-lawan-tabel", _DISTRICT, "tahun", _ONE, "Pada akhir tahun 2025 tercatat", "Pada akhir tahun 2023 tercatat"),
    ("tahun-pelaksanaan-renstra-salah", _FINANCE, "tahun", _ONE, "tahun kedua Renstra", "tahun ketiga Renstra"),
    ("selisih-hari-salah", _FINANCE, "tahun", _TWO, "25 Maret 2025, enam hari sebelum", "25 Maret 2025, sembilan hari sebelum"),
    ("tani-hari-forum", _FARMING, "tahun", _TWO, "Rabu, 4 Maret 2026", "Kamis, 4 Maret 2026"),
    ("setwan-pokir-sesudah-musrenbang", _COUNCIL, "tahun", _TWO, "Musrenbang RKPD tanggal 31 Maret 2026", "Musrenbang RKPD tanggal 3 Maret 2026"),
    ("banyaknya-kegiatan", _HOSPITAL, "banyak", _THREE, "tiga program, tujuh kegiatan", "tiga program, delapan kegiatan"),
    ("banyaknya-bidang-lawan-daftar", _WORKS, "banyak", _ONE, "lima bidang (Bina Marga", "enam bidang (Bina Marga"),
    ("banyaknya-isu", _SUBDISTRICT, "banyak", _TWO, "Lima isu berikut", "Empat isu berikut"),
    ("banyaknya-usulan-diakomodasi", _VILLAGES, "banyak", _TWO, "Tiga usulan diakomodasi", "Empat usulan diakomodasi"),
    ("banyaknya-sub-kegiatan-distrik", _DISTRICT, "banyak", _THREE, "sembilan sub kegiatan", "delapan sub kegiatan"),
    ("banyaknya-bidang-angka-lawan-kata", _FINANCE, "banyak", _ONE, "4 (empat) bidang", "4 (lima) bidang"),
    ("tani-banyaknya-isu", _FARMING, "banyak", _TWO, "Lima isu berikut", "Enam isu berikut"),
    ("setwan-banyaknya-sub-kegiatan", _COUNCIL, "banyak", _THREE, "sepuluh sub kegiatan", "sebelas sub kegiatan"),
    ("uu-pemerintahan-daerah-lama", _SUBDISTRICT, "hukum", _ONE, "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"),
    ("nomor-qanun-lembaga-adat-salah", _VILLAGES, "hukum", _THREE, "Qanun Aceh Nomor 10 Tahun 2008", "Qanun Aceh Nomor 9 Tahun 2008"),
    ("nomor-uu-provinsi-salah", _DISTRICT, "hukum", _ONE, "Undang-Undang Nomor 29 Tahun 2022", "Undang-Undang Nomor 19 Tahun 2022"),
    ("tani-tahun-uu-pembentukan", _FARMING, "hukum", _ONE, "Undang-Undang Nomor 48 Tahun 2008", "Undang-Undang Nomor 48 Tahun 2009"),
    ("kalimat-tidak-selesai", _HOSPITAL, "bahasa", _FIVE, "tanpa mengubah sasaran yang telah ditetapkan dalam dokumen ini.", "tanpa mengubah sasaran yang telah."),
    ("salah-ketik-pegawai", _HOSPITAL, "bahasa", _ONE, "diperkuat 415 pegawai", "diperkuat 415 pegwai"),
    ("di-sebabkan", _WORKS, "bahasa", _TWO, "irigasi disebabkan oleh", "irigasi di sebabkan oleh"),
    ("catatan-kerja-tertinggal", _WORKS, "bahasa", _TWO, "terutama berupa sisa lelang.", "terutama berupa sisa lelang (konfirmasi lagi ke Subbag Keuangan)."),
    ("ijin", _SUBDISTRICT, "bahasa", _TWO, "penambangan pasir tanpa izin", "penambangan pasir tanpa ijin"),
    ("rupiah-bertitik-dan-strip", _SUBDISTRICT, "bahasa", _THREE, "yaitu Rp82.800.000.", "yaitu Rp. 82.800.000,-."),
    ("catatan-konfirmasi-tertinggal", _VILLAGES, "bahasa", _TWO, "karena calon lokasinya terendam banjir", "karena calon lokasinya (konfirmasi ke Pak Kabid) terendam banjir"),
    ("huruf-hilang", _VILLAGES, "bahasa", _ONE, "berpendidikan sarjana", "berpendidkan sarjana"),
    ("di-serangkai", _DISTRICT, "bahasa", _ONE, "terletak di bagian dalam", "terletak dibagian dalam"),
    ("kalimat-terpenggal", _FINANCE, "bahasa", _FIVE, "dan hasilnya dilaporkan kepada wali kota melalui Bappeda.", "dan hasilnya dilaporkan kepada"),
    ("tani-salah-ketik", _FARMING, "bahasa", _ONE, "Kelembagaan petani terdiri atas", "Kelembagan petani terdiri atas"),
    ("tani-catatan-kerja", _FARMING, "bahasa", _TWO, "kehilangan hasil pascapanen padi sebesar 9,8%", "kehilangan hasil pascapanen padi sebesar 9,8% (data sementara, konfirmasi ke bidang)"),
    ("setwan-kata-hilang-huruf", _COUNCIL, "bahasa", _FIVE, "tidak mengubah target tahunan", "tidak mengubah taget tahunan"),
    ("setwan-awalan-dipisah", _COUNCIL, "bahasa", _TWO, "sepuluh disetujui bersama", "sepuluh di setujui bersama"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "pagu-kelebihan-nol": (_WORKS, "uang", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/pagu", 9100000000)),
    "pagu-sub-kegiatan-angka-tertukar": (_VILLAGES, "uang", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/2/pagu", 421900000)),
    "waktu-tunggu-tabel-lawan-kalimat": (_HOSPITAL, "kinerja", plant_value(_ACHIEVED, "/indikator/1/capaian/n-1", "68 menit")),
    "target-renja-lawan-renstra": (_HOSPITAL, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/target", "84%")),
    "kumulatif-sambungan-rumah-salah": (_WORKS, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "4.310 sambungan rumah")),
    "capaian-ikm-angka-tertukar": (_SUBDISTRICT, "kinerja", plant_value(_ACHIEVED, "/indikator/0/capaian/n-1", 87.53)),
    "satuan-salah-dalam-evaluasi": (_VILLAGES, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-1/target", "400 gampong")),
    "realisasi-musyawarah-lawan-kalimat": (_DISTRICT, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-2/realisasi", "6 kampung")),
    "target-renstra-turun-sendiri": (_DISTRICT, "kinerja", plant_value("tabel/target-renstra.json", "/kelompok/0/isi/0/indikator/0/target/3", 80)),
    "target-sertifikat-lawan-kalimat": (_FINANCE, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-2/target", "40 bidang")),
    "silpa-naik-padahal-disebut-turun": (_FINANCE, "kinerja", plant_value(_ACHIEVED, "/indikator/2/capaian/n-1", "7,55%")),
    "tani-kumulatif-jalan-usaha-tani": (_FARMING, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", ["8.550 m", "10 km"])),
    "setwan-target-sakip-lawan-renstra": (_COUNCIL, "kinerja", plant_value(_ACHIEVED, "/indikator/3/target/n-1", 76.5)),
    "indikator-sub-kegiatan-kosong-rsud": (_HOSPITAL, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/indikator", None)),
    "sumber-dana-jembatan-kosong": (_WORKS, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/2/sumber_dana", "-")),
    "indikator-sub-kegiatan-kosong-kapanewon": (_SUBDISTRICT, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/indikator", None)),
    "prakiraan-maju-kosong-gampong": (_VILLAGES, "lengkap", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/1/pagu_maju", None)),
    "sumber-dana-otsus-kosong": (_DISTRICT, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/sumber_dana", None)),
    "prakiraan-maju-kosong-bpkad": (_FINANCE, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/pagu_maju", None)),
    "tani-prakiraan-maju-kosong": (_FARMING, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/target_maju", None)),
    "setwan-tabel-belanja-tidak-ditempatkan": (_COUNCIL, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"][0]["isi"].pop(4))),
    "kode-di-bawah-kegiatan-lain": (_HOSPITAL, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/0/kode", "1.02.03.2.03.0002")),
    "jalan-kabupaten-di-provinsi": (_WORKS, "kode", plant_value(_EVALUATED, "/program/2/kegiatan/0/nama", "Penyelenggaraan Jalan Kabupaten/Kota")),
    "kode-kegiatan-beda-antartabel": (_SUBDISTRICT, "kode", plant_value(_EVALUATED, "/program/1/kegiatan/1/kode", "7.01.03.2.02")),
    "kode-sub-kegiatan-dari-program-lain": (_VILLAGES, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/2/kode", "2.13.04.2.01.0009")),
    "kode-kegiatan-bukan-di-programnya": (_DISTRICT, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/kode", "7.01.05.2.01")),
    "nama-kegiatan-lain-di-evaluasi": (_FINANCE, "kode", plant_value(_EVALUATED, "/program/2/kegiatan/0/nama", "Pengelolaan Barang Milik Negara")),
    "tani-nama-kegiatan-beda-antartabel": (_FARMING, "kode", plant_value(_EVALUATED, "/program/1/kegiatan/0/nama", "Pengembangan Prasarana Pertanian")),
    "setwan-kode-sub-kegiatan-induk-lain": (_COUNCIL, "kode", plant_value(_PLAN, "/program/1/kegiatan/2/sub_kegiatan/1/kode", "4.02.02.2.04.0003")),
    "usulan-tersalin": (_VILLAGES, "salin", plant_change(_PROPOSED, _repeat_proposal)),
    "disahkan-pada-tahun-rencana": (_HOSPITAL, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "7 Agustus {{ tahun }}")),
    "nip-tanggal-lahir-tidak-ada": (_VILLAGES, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19710931 199703 1 005")),
    "permendagri-54-2010-masih-dicantumkan": (_HOSPITAL, "hukum", _insert_law(12, _PLANNING_RULES_OF_2010)),
    "uu-sda-lama": (_WORKS, "hukum", plant_change(_LAWS, _put_back_water_law)),
    "uu-33-2004-sudah-dicabut": (_FINANCE, "hukum", _insert_law(4, _BALANCE_LAW_OF_2004)),
    "setwan-perpres-sesudah-permendagri": (_COUNCIL, "hukum", plant_change(_LAWS, _put_presidential_rule_last)),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
