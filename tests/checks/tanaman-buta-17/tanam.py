"""The seventeenth batch of faults, planted one by one into four right folders.

Written without a look at the rules: none is expected by its code, any finding that the right folder lacks counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.checks.planting import Plant, plant_change, plant_everywhere, plant_text, plant_value

BASE = Path(__file__).parent

_GAMPONG, _DISTRIK, _FINANCE, _FARMS = "dpmg-aceh-2026", "distrik-papua-2027", "bpkpad-kota-2026", "pertanian-kab-2026"
_ONE, _TWO, _THREE, _FOUR, _FIVE = (f"bab-{number}.json" for number in range(1, 6))
_PLAN, _ACHIEVED, _RENSTRA = "tabel/rencana-program.json", "tabel/capaian-kinerja.json", "tabel/target-renstra.json"
_EVALUATED, _OFFERED, _STATUS = "tabel/evaluasi.json", "tabel/usulan-masyarakat.json", "tabel/status-gampong.json"
_PEOPLE, _REVENUE, _RICE = "tabel/penduduk-kampung.json", "tabel/realisasi-pad.json", "tabel/produksi-padi.json"
_LAWS, _DOCUMENT = "regulasi/landasan-hukum.json", "dokumen.json"


def _drop(file: str, pointer: str) -> Plant:
    """Takes out what stands in a list at a JSON pointer."""

    def drop(data: Any) -> None:
        *above, last = pointer.strip("/").split("/")
        for key in above:
            data = data[int(key)] if isinstance(data, list) else data[key]
        data.pop(int(last))

    return plant_change(file, drop)


def _repeat_offer(offered: Any) -> None:
    offered["usulan"][3] = dict(offered["usulan"][0])


def _add_old_law(register: Any) -> None:
    law = {"jenis": "UU", "nomor": 28, "tahun": 2009, "tambahan": 5049, "lembaran": {"tahun": 2009, "nomor": 130}}
    register["regulasi"].insert(3, {**law, "tentang": "Pajak Daerah dan Retribusi Daerah"})


def _drop_law(register: Any) -> None:
    laws = register["regulasi"]
    laws.remove(next(law for law in laws if (law["jenis"], law["nomor"]) == ("Permendagri", 86)))


_SAID: list[tuple[str, str, str, str, str, str]] = [
    # name, folder, group, file, what is right, what is wrong
    ("sisa-anggaran-dinas", _GAMPONG, "uang", _TWO, "Rp354.206.540", "Rp345.206.540"),
    ("rincian-sisa-tidak-berjumlah", _GAMPONG, "uang", _TWO, "Rp152.332.240", "Rp152.323.240"),
    ("porsi-otsus-terbalik", _GAMPONG, "uang", _FOUR, "(22,32%)", "(23,22%)"),
    ("terbilang-pagu-distrik", _DISTRIK, "uang", _FOUR, "tiga ratus tiga puluh enam juta", "tiga ratus enam puluh tiga juta"),
    ("nilai-usulan-juta", _DISTRIK, "uang", _TWO, "Rp747,5 juta", "Rp774,5 juta"),
    ("penduduk-laki-laki", _DISTRIK, "uang", _ONE, "5.402 laki-laki", "5.420 laki-laki"),
    ("pertumbuhan-pad", _FINANCE, "uang", _TWO, "naik 12,7% dibandingkan", "naik 17,2% dibandingkan"),
    ("porsi-dau-bukan-seratus", _FINANCE, "uang", _FOUR, "(74,38%)", "(73,48%)"),
    ("nilai-usulan-forum", _FARMS, "uang", _TWO, "Rp829 juta", "Rp892 juta"),
    ("porsi-prasarana", _FARMS, "uang", _THREE, "(42,19% dari pagu)", "(24,19% dari pagu)"),
    ("dak-fisik-miliar", _FARMS, "uang", _FOUR, "DAK Fisik Rp3,84 miliar", "DAK Fisik Rp3,48 miliar"),
    ("persen-batas-gampong", _GAMPONG, "kinerja", _TWO, "18 dari target 20 gampong (90%)", "18 dari target 20 gampong (80%)"),
    ("bumg-aktif-tidak-cocok-persen", _GAMPONG, "kinerja", _TWO, "diperkirakan 116 BUMG", "diperkirakan 126 BUMG"),
    ("tambahan-gampong-mandiri", _GAMPONG, "kinerja", _TWO, "Gampong mandiri bertambah tujuh", "Gampong mandiri bertambah sembilan"),
    ("selisih-poin-ikm", _DISTRIK, "kinerja", _TWO, "meningkat 1,68 poin", "meningkat 1,86 poin"),
    ("di-bawah-target-ditulis-di-atas", _DISTRIK, "kinerja", _TWO, "sedikit di bawah target 86%", "sedikit di atas target 86%"),
    ("lebih-singkat-padahal-lama", _DISTRIK, "kinerja", _TWO, "dari 43 menit menjadi 38 menit", "dari 38 menit menjadi 43 menit"),
    ("sasaran-lawan-renstra", _DISTRIK, "kinerja", _THREE, "kampung yang aktif 90%", "kampung yang aktif 92%"),
    ("mengecil-padahal-membesar", _FINANCE, "kinerja", _TWO, "mengecil dari 6,4% menjadi 5,3%", "mengecil dari 5,3% menjadi 6,4%"),
    ("persen-sertifikasi", _FINANCE, "kinerja", _TWO, "(84,44%)", "(88,44%)"),
    ("tambahan-bidang-tanah", _FINANCE, "kinerja", _TWO, "bertambah 79 bidang", "bertambah 97 bidang"),
    ("jalan-usaha-tani-lawan-tabel", _FARMS, "kinerja", _TWO, "terealisasi 16,2 km", "terealisasi 17,2 km"),
    ("melampaui-menjadi-belum", _FARMS, "kinerja", _TWO, "114,1, melampaui target 113", "114,1, belum mencapai target 113"),
    ("tumbuh-bawang-merah", _FARMS, "kinerja", _TWO, "tumbuh 7,14%", "tumbuh 4,17%"),
    ("sasaran-bawang-merah", _FARMS, "kinerja", _THREE, "bawang merah 25.000 ton", "bawang merah 26.000 ton"),
    ("kabupaten-tetangga", _GAMPONG, "salin", _TWO, "Musrenbang RKPD Kabupaten Aceh Jaya", "Musrenbang RKPD Kabupaten Aceh Barat"),
    ("kabupaten-lain-di-penutup", _DISTRIK, "salin", _FIVE, "RKPD Kabupaten Jayapura", "RKPD Kabupaten Keerom"),
    ("kota-lain-musrenbang", _FINANCE, "salin", _TWO, "Musrenbang Kota Banjarmasin", "Musrenbang Kota Banjarbaru"),
    ("kabupaten-sebelah-kebijakan", _FARMS, "salin", _THREE, "Kabupaten Bantaeng menyesuaikannya", "Kabupaten Jeneponto menyesuaikannya"),
    ("musrenbang-tahun-sebelumnya", _GAMPONG, "tahun", _TWO, "Kamis, 20 Maret 2025", "Kamis, 20 Maret 2024"),
    ("hari-musrenbang-distrik", _DISTRIK, "tahun", _TWO, "Selasa, 24 Februari 2026", "Senin, 24 Februari 2026"),
    ("tanggal-31-november", _DISTRIK, "tahun", _ONE, "31 Desember 2025", "31 November 2025"),
    ("lhp-sebelum-tahun-berakhir", _FINANCE, "tahun", _ONE, "22 Mei 2025", "22 Mei 2024"),
    ("renstra-periode-lama", _FINANCE, "tahun", _ONE, "Renstra {{ renstra.periode }}", "Renstra 2021–2026"),
    ("tanggal-musrenbang-kota", _FINANCE, "tahun", _TWO, "Rabu, 19 Maret 2025", "Rabu, 29 Maret 2025"),
    ("hari-forum", _FARMS, "tahun", _TWO, "Rabu, 12 Maret 2025", "Selasa, 12 Maret 2025"),
    ("tahun-tertukar-angka", _FARMS, "tahun", _THREE, "15 Januari 2025", "15 Januari 2052"),
    ("angka-dan-kata-bidang", _GAMPONG, "banyak", _ONE, "4 (empat) bidang", "4 (lima) bidang"),
    ("banyaknya-usulan-musrenbang", _GAMPONG, "banyak", _TWO, "menghasilkan tiga usulan", "menghasilkan empat usulan"),
    ("banyaknya-kegiatan-distrik", _DISTRIK, "banyak", _THREE, "8 (delapan) kegiatan", "7 (tujuh) kegiatan"),
    ("banyaknya-kampung", _DISTRIK, "banyak", _ONE, "7 (tujuh) kampung", "8 (delapan) kampung"),
    ("bidang-disebut-lima", _FINANCE, "banyak", _ONE, "lima bidang, yaitu", "enam bidang, yaitu"),
    ("banyaknya-sub-kegiatan-badan", _FINANCE, "banyak", _THREE, "dua belas sub kegiatan", "sebelas sub kegiatan"),
    ("desa-dan-kelurahan", _FARMS, "banyak", _ONE, "46 desa dan 21 kelurahan", "46 desa dan 22 kelurahan"),
    ("banyaknya-kecamatan-pengusul", _FARMS, "banyak", _TWO, "dari tiga kecamatan", "dari empat kecamatan"),
    ("nomor-qanun-keliru", _GAMPONG, "hukum", _THREE, "Qanun Aceh Nomor 10 Tahun 2008", "Qanun Aceh Nomor 9 Tahun 2008"),
    ("rpjmn-lama", _GAMPONG, "hukum", _THREE, "Peraturan Presiden Nomor 12 Tahun 2025", "Peraturan Presiden Nomor 18 Tahun 2020"),
    ("nomor-pp-tertukar", _DISTRIK, "hukum", _THREE, "Peraturan Pemerintah Nomor 107 Tahun 2021", "Peraturan Pemerintah Nomor 170 Tahun 2021"),
    ("tahun-uu-hkpd", _FINANCE, "hukum", _TWO, "Undang-Undang Nomor 1 Tahun 2022", "Undang-Undang Nomor 1 Tahun 2002"),
    ("di-pimpin-terpisah", _GAMPONG, "bahasa", _ONE, "gampong dipimpin oleh keuchik", "gampong di pimpin oleh keuchik"),
    ("salah-ketik-diselaraskan", _GAMPONG, "bahasa", _TWO, "perlu diselaraskan", "perlu disealraskan"),
    ("spasi-sesudah-rp", _GAMPONG, "bahasa", _THREE, "Rp4.480.165.000", "Rp. 4.480.165.000,-"),
    ("desimal-titik-oap", _DISTRIK, "bahasa", _ONE, "atau 70,4%", "atau 70.4%"),
    ("ribuan-tanpa-titik-penduduk", _DISTRIK, "bahasa", _ONE, "sebanyak 10.346 jiwa", "sebanyak 10346 jiwa"),
    ("kata-dua-kali-dan", _FINANCE, "bahasa", _TWO, "layanan pasar dan parkir", "layanan pasar dan dan parkir"),
    ("kurung-tak-tertutup", _FINANCE, "bahasa", _TWO, "(35,9%) yang", "(35,9% yang"),
    ("catatan-tanya", _FINANCE, "bahasa", _THREE, "nilai indeks 96,8%", "nilai indeks 96,8% (mohon dicek Bidang Pendapatan)"),
    ("salah-ketik-melindungi", _FARMS, "bahasa", _THREE, "Untuk melindungi petani", "Untuk melindugi petani"),
    ("tanda-hubung-hilang", _FARMS, "bahasa", _TWO, "alih fungsi sawah rata-rata", "alih fungsi sawah rata rata"),
    ("kalimat-terpotong", _FARMS, "bahasa", _FIVE, "diharapkan berperan serta dalam pelaksanaan dan pengawasannya.", "diharapkan berperan serta dalam"),
    ("adalah-merupakan", _FARMS, "bahasa", _THREE, "Swasembada pangan merupakan salah satu", "Swasembada pangan adalah merupakan salah satu"),
]  # fmt: skip

_DONE: dict[str, tuple[str, str, Plant]] = {
    "gampong-per-kecamatan-tidak-berjumlah": (_GAMPONG, "uang", plant_value(_STATUS, "/baris/0/4", "16")),
    "penduduk-kampung-salah-jumlah": (_DISTRIK, "uang", plant_value(_PEOPLE, "/baris/3/4", "2.474")),
    "realisasi-pajak-tertukar-angka": (_FINANCE, "uang", plant_value(_REVENUE, "/baris/0/3", "381.264.718.450")),
    "persen-retribusi-tabel": (_FINANCE, "uang", plant_value(_REVENUE, "/baris/1/4", "95,09")),
    "pagu-kelebihan-nol": (_FINANCE, "uang", plant_value(_PLAN, "/program/0/kegiatan/0/sub_kegiatan/1/pagu", 342500000)),
    "produktivitas-kecamatan": (_FARMS, "uang", plant_value(_RICE, "/baris/1/4", "54,70")),
    "prakiraan-maju-kurang-nol": (_FARMS, "uang", plant_value(_PLAN, "/program/0/kegiatan/1/sub_kegiatan/0/pagu_maju", 971161250)),
    "aparatur-terbalik-angka": (_GAMPONG, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-2/realisasi", "316 orang")),
    "kumulatif-lembaga": (_DISTRIK, "kinerja", plant_value(_EVALUATED, "/program/1/kegiatan/0/renja_n-1/realisasi", "61 lembaga")),
    "target-aset-lawan-renstra": (_FINANCE, "kinerja", plant_value(_ACHIEVED, "/indikator/3/target/n-1", "72%")),
    "satuan-objek-menjadi-bidang": (_FINANCE, "kinerja", plant_value(_EVALUATED, "/program/2/kegiatan/0/renja_n-2/realisasi", "12.618 bidang")),
    "target-kehilangan-memburuk": (_FARMS, "kinerja", plant_value(_RENSTRA, "/kelompok/1/isi/0/indikator/1/target/2", 10.5)),
    "target-maju-kosong": (_GAMPONG, "lengkap", plant_value(_PLAN, "/program/2/kegiatan/0/sub_kegiatan/1/target_maju", None)),
    "capaian-belum-diisi": (_GAMPONG, "lengkap", plant_value(_ACHIEVED, "/indikator/1/capaian/n-1", None)),
    "sumber-dana-belum-diisi": (_DISTRIK, "lengkap", plant_value(_PLAN, "/program/0/kegiatan/1/sub_kegiatan/0/sumber_dana", None)),
    "lokasi-usulan-kosong": (_DISTRIK, "lengkap", plant_value(_OFFERED, "/usulan/2/lokasi", None)),
    "indikator-sub-kegiatan-strip": (_DISTRIK, "lengkap", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/indikator", "-")),
    "tabel-pad-tidak-ditempatkan": (_FINANCE, "lengkap", _drop(_TWO, "/bagian/0/isi/4")),
    "indikator-hilang-dari-renstra": (_FINANCE, "lengkap", _drop(_RENSTRA, "/kelompok/2")),
    "daftar-sasaran-hilang": (_FARMS, "lengkap", _drop(_THREE, "/bagian/1/isi/1")),
    "pagu-opt-kosong": (_FARMS, "lengkap", plant_value(_PLAN, "/program/4/kegiatan/0/sub_kegiatan/0/pagu", None)),
    "kode-sub-milik-kegiatan-lain": (_GAMPONG, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/1/kode", "2.13.04.2.01.0005")),
    "bidang-urusan-salah": (_GAMPONG, "kode", plant_everywhere(_PLAN, ("2.13.02", "2.12.02"))),
    "nomor-kegiatan-tertukar": (_DISTRIK, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/kode", "7.01.04.2.02.0001")),
    "nama-program-dipendekkan": (_DISTRIK, "kode", plant_value(_EVALUATED, "/program/2/nama", "Program Pembinaan Pemerintahan Desa")),
    "nama-kegiatan-lama": (_FINANCE, "kode", plant_value(_EVALUATED, "/program/0/kegiatan/0/nama", "Penyusunan Anggaran Daerah")),
    "sub-kegiatan-kode-lama": (_FINANCE, "kode", plant_value(_PLAN, "/program/1/kegiatan/0/sub_kegiatan/1/kode", "5.02.02.2.01.07")),
    "kode-urusan-perikanan": (_FARMS, "kode", plant_value(_PLAN, "/program/3/kegiatan/0/sub_kegiatan/0/kode", "3.25.04.2.01.0002")),
    "usulan-tersalin": (_DISTRIK, "salin", plant_change(_OFFERED, _repeat_offer)),
    "disahkan-dalam-tahun-rencana": (_GAMPONG, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "22 Agustus {{ tahun }}")),
    "nip-lahir-sesudah-diangkat": (_GAMPONG, "tahun", plant_value(_DOCUMENT, "/pengesahan/nip", "19970612 199503 1 004")),
    "disahkan-mendahului-forum": (_FARMS, "tahun", plant_value(_DOCUMENT, "/pengesahan/tanggal", "28 Februari {{ tahun - 1 }}")),
    "uu-28-2009-dicabut": (_FINANCE, "hukum", plant_change(_LAWS, _add_old_law)),
    "permendagri-86-tidak-dicantumkan": (_FARMS, "hukum", plant_change(_LAWS, _drop_law)),
}  # fmt: skip

FAULTS: dict[str, tuple[str, str, str, Plant]] = {
    **{
        name: (folder, "any", group, plant_text(file, right, wrong))
        for name, folder, group, file, right, wrong in _SAID
    },
    **{name: (folder, "any", group, plant) for name, (folder, group, plant) in _DONE.items()},
}
