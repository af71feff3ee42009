"""The twenty-second batch of faults, planted one by one into eight right folders.

Slips that secretariats make, of the verifier's groups, written without a look at the rules: none is expected by its
code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_text, plant_value

BASE = Path(__file__).parent

_GAMPONG_2026, _GAMPONG_2027 = "gampong-aceh-2026", "gampong-aceh-2027"
_DISTRICT_2026, _DISTRICT_2027 = "distrik-papua-2026", "distrik-papua-2027"
_CITY_FINANCE, _REGENCY_FINANCE = "keuangan-kota-2026", "keuangan-kab-2027"
_FARMING_2026, _FARMING_2027 = "pertanian-kab-2026", "pertanian-kab-2027"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _RENSTRA = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/target-renstra.json"
_EVALUATED = "tabel/evaluasi.json"
_LAWS, _DOCUMENT = "regulasi/landasan-hukum.json", "dokumen.json"
_TAX_LAW_OF_2009 = {
    "jenis": "UU",
    "nomor": 28,
    "tahun": 2009,
    "tentang": "Pajak Daerah dan Retribusi Daerah",
    "lembaran": {"tahun": 2009, "nomor": 130},
    "tambahan": 5049,
}


def _repeat_paragraph(root: str) -> None:
    """What chapter I says of the farmers' meeting stands in chapter III once more."""
    said = json.loads(Path(root, _ONE).read_text("utf-8"))["bagian"][0]["isi"][3]
    plant_change(_THREE, lambda chapter: chapter["bagian"][0]["isi"].append(said))(root)


def _drop_table(chapter: Any) -> None:
    chapter["bagian"][1]["isi"].remove({"tabel": "target-renstra"})


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("sisa-anggaran-angka-tertukar", _GAMPONG_2026, "uang", _TWO, "Rp433.233.460", "Rp432.333.460"),
    ("terbilang-pagu-salah", _GAMPONG_2026, "uang", _FOUR, "empat ratus empat juta", "empat ratus empat puluh juta"),
    ("porsi-kecamatan-tertukar", _GAMPONG_2026, "uang", "tabel/dana-desa.json", "14,80", "18,40"),
    ("kepadatan-penduduk-salah", _DISTRICT_2027, "uang", _ONE, "67,1 jiwa", "76,1 jiwa"),
    ("jumlah-penduduk-perempuan-tabel", _DISTRICT_2027, "uang", "tabel/penduduk.json", "8.402", "8.420"),
    ("persen-asn-akuntansi-salah", _CITY_FINANCE, "uang", _ONE, "41,03%", "43,01%"),
    ("prakiraan-maju-angka-tertukar", _CITY_FINANCE, "uang", _FOUR, "Rp16.235.395.000", "Rp16.325.395.000"),
    ("persen-retribusi-tabel", _CITY_FINANCE, "uang", "tabel/pendapatan-asli-daerah.json", "94,02", "92,04"),
    ("rincian-miliar-tertukar", _FARMING_2026, "uang", _THREE, "Rp3,28 miliar", "Rp3,82 miliar"),
    ("kenaikan-produksi-salah-hitung", _FARMING_2026, "uang", _TWO, "naik 3,63% dibandingkan", "naik 6,33% dibandingkan"),
    ("gampong-mandiri-kalimat-lawan-tabel", _GAMPONG_2026, "kinerja", _TWO, "menjadi 22,52%", "menjadi 25,22%"),
    ("target-ikm-lawan-renstra", _DISTRICT_2027, "kinerja", _THREE, "indeks kepuasan masyarakat 83", "indeks kepuasan masyarakat 84"),
    ("silpa-naik-padahal-turun", _CITY_FINANCE, "kinerja", _TWO, "belanja turun dari 6,84%", "belanja naik dari 6,84%"),
    ("jalan-usaha-tani-lawan-evaluasi", _FARMING_2026, "kinerja", _TWO, "terbangun 9,6 km", "terbangun 6,9 km"),
    ("kabupaten-lain-di-penutup", _GAMPONG_2026, "salin", _FIVE, "masyarakat Kabupaten Nagan Raya", "masyarakat Kabupaten Aceh Barat Daya"),
    ("distrik-lain-tertinggal", _DISTRICT_2027, "salin", _FOUR, "Kebutuhan dana Distrik Waibu", "Kebutuhan dana Distrik Sentani Barat"),
    ("kalimat-dua-kali", _FARMING_2026, "salin", _TWO, "Kedua kelompok itu dibina pada tahun berikutnya.", "Kedua kelompok itu dibina pada tahun berikutnya. Kedua kelompok itu dibina pada tahun berikutnya."),
    ("hari-musrenbang-tidak-cocok", _GAMPONG_2026, "tahun", _TWO, "Rabu, 26 Februari 2025", "Kamis, 26 Februari 2025"),
    ("tahun-renstra-keliru", _DISTRICT_2027, "tahun", _ONE, "menjabarkan tahun ketiga", "menjabarkan tahun kedua"),
    ("lkpd-diserahkan-sebelum-tahun-habis", _CITY_FINANCE, "tahun", _TWO, "Jumat, 14 Maret 2025", "Jumat, 14 Maret 2024"),
    ("rkpd-tahun-lama", _FARMING_2026, "tahun", _ONE, "RKPD Kabupaten Tapin Tahun {{ tahun }}", "RKPD Kabupaten Tapin Tahun 2024"),
    ("banyaknya-sub-kegiatan", _GAMPONG_2026, "banyak", _THREE, "tujuh sub kegiatan", "delapan sub kegiatan"),
    ("angka-lawan-kata-kampung", _DISTRICT_2027, "banyak", _ONE, "7 (tujuh) kampung", "7 (delapan) kampung"),
    ("banyaknya-usulan", _CITY_FINANCE, "banyak", _TWO, "dua usulan masyarakat", "tiga usulan masyarakat"),
    ("banyaknya-indikator", _FARMING_2026, "banyak", _TWO, "Capaian empat indikator", "Capaian lima indikator"),
    ("nomor-uu-pembentukan-salah", _GAMPONG_2026, "hukum", _ONE, "Undang-Undang Nomor 4 Tahun 2002", "Undang-Undang Nomor 14 Tahun 2002"),
    ("tahun-pp-terbalik", _DISTRICT_2027, "hukum", _THREE, "Nomor 107 Tahun 2021", "Nomor 107 Tahun 2012"),
    ("judul-uu-kurang-kata", _FARMING_2026, "hukum", _THREE, "Perlindungan Lahan Pertanian Pangan Berkelanjutan", "Perlindungan Lahan Pertanian Berkelanjutan"),
    ("di-terpisah", _GAMPONG_2026, "bahasa", _ONE, "yang dipimpin oleh keuchik", "yang di pimpin oleh keuchik"),
    ("salah-ketik", _GAMPONG_2026, "bahasa", _TWO, "bahkan melampaui target", "bahkan melampui target"),
    ("kurung-tidak-ditutup", _DISTRICT_2027, "bahasa", _FIVE, "(bamuskam), dan", "(bamuskam, dan"),
    ("desimal-titik", _CITY_FINANCE, "bahasa", _TWO, "mencapai 103,24%", "mencapai 103.24%"),
    ("tanggungjawab-serangkai", _FARMING_2026, "bahasa", _FIVE, "penuh tanggung jawab", "penuh tanggungjawab"),
    ("catatan-kerja-tertinggal", _FARMING_2026, "bahasa", _TWO, "batal dikontrakkan.", "batal dikontrakkan (konfirmasi dulu ke bidang PSP)."),
    ("pagu-seluruhnya-tertukar-angka", _GAMPONG_2027, "uang", _FOUR, "Rp5.846.000.000", "Rp5.864.000.000"),
    ("sisa-anggaran-bukan-selisih", _GAMPONG_2027, "uang", _TWO, "Rp227.264.650", "Rp272.264.650"),
    ("persen-realisasi-anggaran", _GAMPONG_2027, "uang", _TWO, "(96,34%)", "(93,64%)"),
    ("terbilang-pagu-indikatif", _DISTRICT_2026, "uang", _FOUR, "dua ratus sembilan puluh lima juta", "dua ratus lima puluh sembilan juta"),
    ("penduduk-satu-kampung", _DISTRICT_2026, "uang", "tabel/penduduk-kampung.json", '"2.358"', '"2.538"'),
    ("persen-pajak-satu-baris", _REGENCY_FINANCE, "uang", "tabel/pajak-daerah.json", '"95,71"', '"97,51"'),
    ("porsi-program-pendapatan", _REGENCY_FINANCE, "uang", _THREE, "atau 9,29% dari pagu", "atau 9,92% dari pagu"),
    ("kenaikan-produksi-salah", _FARMING_2027, "uang", _ONE, "naik 2,95% dari", "naik 3,95% dari"),
    ("miliar-prasarana-tertukar", _FARMING_2027, "uang", _THREE, "Rp7,2 miliar", "Rp2,7 miliar"),
    ("peserta-kalimat-lawan-evaluasi", _GAMPONG_2027, "kinerja", _TWO, "diikuti 574 orang", "diikuti 547 orang"),
    ("selisih-indeks-kepuasan", _DISTRICT_2026, "kinerja", _TWO, "naik 1,29 poin", "naik 1,92 poin"),
    ("serangan-opt-naik-padahal-turun", _FARMING_2027, "kinerja", _TWO, "turun 11,2%, dari", "naik 11,2%, dari"),
    ("sasaran-tahun-berikutnya", _FARMING_2027, "kinerja", _THREE, "indeks pertanaman padi 1,94", "indeks pertanaman padi 1,98"),
    ("kabupaten-tetangga-di-penutup", _GAMPONG_2027, "salin", _FIVE, "di Kabupaten Aceh Tengah", "di Kabupaten Bener Meriah"),
    ("bupati-daerah-lain", _REGENCY_FINANCE, "salin", _FIVE, "Bupati Klungkung", "Bupati Gianyar"),
    ("hari-forum-tidak-cocok", _GAMPONG_2027, "tahun", _TWO, "Kamis, 12 Maret 2026", "Rabu, 12 Maret 2026"),
    ("tahun-renstra-tertinggal", _GAMPONG_2027, "tahun", _ONE, "tahun ketiga Renstra", "tahun kedua Renstra"),
    ("tanggal-musrenbang-tidak-ada", _DISTRICT_2026, "tahun", _TWO, "Selasa, 18 Februari 2025", "Selasa, 30 Februari 2025"),
    ("rkpd-tahun-sebelumnya-di-dasar-hukum", _REGENCY_FINANCE, "tahun", _LAWS, "Kabupaten Klungkung Tahun 2027", "Kabupaten Klungkung Tahun 2026"),
    ("musrenbang-di-tahun-rencana", _FARMING_2027, "tahun", _TWO, "9–13 Februari 2026", "9–13 Februari 2027"),
    ("usulan-disebut-lima", _GAMPONG_2027, "banyak", _TWO, "menyepakati tiga usulan", "menyepakati lima usulan"),
    ("program-angka-lawan-huruf", _DISTRICT_2026, "banyak", _THREE, "5 (lima) program", "5 (enam) program"),
    ("sub-kegiatan-kurang-satu", _REGENCY_FINANCE, "banyak", _THREE, "sembilan sub kegiatan", "delapan sub kegiatan"),
    ("isu-kurang-satu", _FARMING_2027, "banyak", _TWO, "Ada lima isu penting", "Ada empat isu penting"),
    ("tahun-uu-otsus-salah", _DISTRICT_2026, "hukum", _ONE, "Undang-Undang Nomor 21 Tahun 2001", "Undang-Undang Nomor 21 Tahun 2011"),
    ("kata-depan-dirangkai", _GAMPONG_2027, "bahasa", _ONE, "terletak di tepi", "terletak ditepi"),
    ("penduduk-tanpa-titik-ribuan", _DISTRICT_2026, "bahasa", _ONE, "penduduknya 17.984 jiwa", "penduduknya 17984 jiwa"),
    ("kalimat-mediasi-terpotong", _DISTRICT_2026, "bahasa", _TWO, "antarmarga masih dimediasi.", "antarmarga masih."),
    ("pesan-untuk-bidang-tertinggal", _REGENCY_FINANCE, "bahasa", _TWO, "6 (enam) rekomendasi perlu", "6 (enam) rekomendasi (mohon dicek Bidang Akuntansi) perlu"),
    ("desimal-produktivitas-titik", _FARMING_2027, "bahasa", _TWO, "menjadi 5,68 ton/ha", "menjadi 5.68 ton/ha"),
    ("di-di-setiap", _FARMING_2027, "bahasa", _ONE, "giliran air di setiap", "giliran air di di setiap"),
    ("huruf-hilang-terlaksana", _FARMING_2027, "bahasa", _TWO, "kelompok tani terlaksana penuh", "kelompok tani terlaksna penuh"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "kumulatif-lupa-tahun-awal": (_GAMPONG_2026, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "857 orang")),
    "realisasi-lembaga-lawan-kalimat": (_DISTRICT_2027, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-2/realisasi", "28 lembaga")),
    "target-mediasi-lawan-renstra": (_DISTRICT_2027, "kinerja", plant_value(_ACHIEVED, "/indikator/2/target/n-1", 75)),
    "target-sakip-lawan-renstra": (_CITY_FINANCE, "kinerja", plant_value(_ACHIEVED, "/indikator/3/target/n", 82)),
    "produksi-cabai-lawan-kalimat": (_FARMING_2026, "kinerja", plant_value(_ACHIEVED, "/indikator/1/capaian/n-1", 4581)),
    "target-lembaga-strip": (_GAMPONG_2026, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/target", "-")),
    "sumber-dana-ketenteraman-kosong": (_DISTRICT_2027, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/sumber_dana", None)),
    "indikator-program-aset-kosong": (_CITY_FINANCE, "lengkap", plant_value(_PLAN, "/program/2/indikator", None)),
    "pagu-maju-opt-kosong": (_FARMING_2026, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/pagu_maju", None)),
    "tabel-target-renstra-tidak-ditempatkan": (_FARMING_2026, "lengkap", plant_change(_TWO, _drop_table)),
    "kode-pkk-ikut-program-lain": (_GAMPONG_2026, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/kode", "2.13.04.2.01.0009")),
    "kode-fasilitasi-kembar": (_DISTRICT_2027, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/1/kode", "7.01.06.2.01.0002")),
    "kode-penagihan-dua-angka": (_CITY_FINANCE, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/kode", "5.02.04.2.01.11")),
    "nama-kegiatan-evaluasi-lain": (_CITY_FINANCE, "kode", plant_value(_EVALUATED, "/program/1/kegiatan/0/nama", "Penatausahaan Aset Daerah")),
    "kode-kegiatan-petani-salah": (_FARMING_2026, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/1/kode", "3.27.07.2.02.0002")),
    "nip-diangkat-umur-sepuluh": (_DISTRICT_2027, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19830517 199309 2 003")),
    "disahkan-sebelum-forum": (_CITY_FINANCE, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "18 Februari {{ tahun - 1 }}")),
    "frasa-diubah-berlebih": (_CITY_FINANCE, "hukum", plant_value(_LAWS, "/regulasi/6/diubah/frasa", "sebagaimana telah beberapa kali diubah terakhir dengan")),
    "nol-berlebih-pengelolaan-kas": (_REGENCY_FINANCE, "uang", plant_value(_PLAN, "/program/1/kegiatan/1/sub_kegiatan/0/pagu", 2981100000)),
    "target-tahun-lalu-lawan-renstra": (_GAMPONG_2027, "kinerja", plant_value(_ACHIEVED, "/indikator/1/target/n-1", 88)),
    "kehadiran-evaluasi-lawan-kalimat": (_DISTRICT_2026, "kinerja", plant_value(_EVALUATED, "/program/0/kegiatan/0/renja_n-2/realisasi", "87,67%")),
    "objek-pajak-kumulatif-menyusut": (_REGENCY_FINANCE, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-1/realisasi", "1.918 objek")),
    "target-sertifikat-terbalik": (_REGENCY_FINANCE, "kinerja", plant_value(_RENSTRA, "/kelompok/2/isi/0/indikator/0/target/2", "57%")),
    "sumber-dana-aparatur-kosong": (_GAMPONG_2027, "lengkap", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/sumber_dana", "-")),
    "usulan-tidak-ditempatkan": (_DISTRICT_2026, "lengkap", plant_change(_TWO, lambda chapter: chapter["bagian"][4]["isi"].pop(1))),
    "target-maju-belum-diisi": (_DISTRICT_2026, "lengkap", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/target_maju", None)),
    "indikator-program-pendapatan-kosong": (_REGENCY_FINANCE, "lengkap", plant_value(_PLAN, "/program/3/indikator", None)),
    "telaahan-tanpa-isi": (_FARMING_2027, "lengkap", plant_value(_THREE, "/bagian/0/isi", [])),
    "kode-pkk-bukan-anak-kegiatan": (_GAMPONG_2027, "kode", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/kode", "2.13.04.2.01.0009")),
    "kode-sub-kegiatan-lama": (_DISTRICT_2026, "kode", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/kode", "7.01.06.2.01.03")),
    "kode-pajak-kembar": (_REGENCY_FINANCE, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/kode", "5.02.04.2.01.0003")),
    "nama-kegiatan-lain-di-evaluasi": (_FARMING_2027, "kode", plant_value(_EVALUATED, "/program/0/kegiatan/0/nama", "Pengembangan Prasarana Pertanian")),
    "paragraf-tudang-sipulung-tersalin": (_FARMING_2027, "salin", _repeat_paragraph),
    "ditetapkan-di-tahun-berjalan": (_DISTRICT_2026, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "15 September {{ tahun }}")),
    "nip-bulan-tujuh-belas": (_REGENCY_FINANCE, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19751717 200003 1 004")),
    "frasa-perubahan-uu-desa": (_GAMPONG_2027, "hukum", plant_value(_LAWS, "/regulasi/2/diubah/frasa", "sebagaimana telah diubah dengan")),
    "uu-pajak-daerah-dicabut": (_REGENCY_FINANCE, "hukum", plant_change(_LAWS, lambda register: register["regulasi"].insert(3, _TAX_LAW_OF_2009))),
    "judul-uu-lahan-kurang-kata": (_FARMING_2027, "hukum", plant_value(_LAWS, "/regulasi/2/tentang", "Perlindungan Lahan Pertanian Berkelanjutan")),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
