"""Sentences as offices write them: right ones that no rule may touch, wrong ones with the rule that must find them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.examine import examine_folder
from tests.checks.examples import find_problems

Change = Callable[[Example], Path]

RIGHT = """
Renja Dinas Koperasi dan Usaha Mikro Kota Contoh Tahun 2027 memperhatikan Peraturan Wali Kota tentang RKPD Tahun 2027.
Pada triwulan II Tahun 2026, realisasi fisik mencapai 45,67% dan realisasi keuangan Rp1.234.567.890 dari pagu perubahan.
Jumlah penduduk Kota Contoh pada tahun 2024 adalah 1.234.567 jiwa dengan laju pertumbuhan 1,02% per tahun.
Sebanyak 25 (dua puluh lima) koperasi dibina melalui 3 (tiga) tahap pada tahun 2026.
Hasil survei kepuasan masyarakat menunjukkan nilai 82,75 dengan kategori baik.
Penyusunan Renja berpedoman pada Pasal 272 Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.
Sasaran tersebut selaras dengan RPJMN Tahun 2025–2029 dan RPJPD Kota Contoh Tahun 2025–2045.
Dinas membina 3 kegiatan usaha simpan pinjam dan 4 program magang di luar negeri.
Isu strategis terdiri atas tiga hal, yaitu kelembagaan, permodalan, dan pemasaran.
Kunjungan dilakukan pada pukul 09.00 s.d. 15.30 WIB di Gedung B Lantai 2.
Suhu ruang simpan dijaga 4,5 sampai 8,2 derajat.
Indeks pembangunan manusia meningkat dari 71,25 menjadi 72,10 pada periode 2022–2025.
Kantor dinas beralamat di Jalan Jenderal Sudirman Nomor 1234, Kode Pos 53316, telepon (0281) 891234.
Kebijakan ini merupakan tindak lanjut Surat Edaran Wali Kota Nomor 050/1234/2026.
Anggaran Pendapatan dan Belanja Daerah (APBD) Tahun Anggaran 2027 menjadi dasar pelaksanaan.
Sejak tahun 2021 dinas menerapkan Sistem Informasi Pemerintahan Daerah (SIPD).
Kontribusi sektor perdagangan terhadap PDRB sebesar Rp12,5 triliun atau 23,4%.
Rata-rata capaian kinerja pada tahun 2026 sebesar 102,08%.
Dinas Koperasi dan Usaha Mikro Provinsi Jawa Tengah menyalurkan bantuan kepada Dinas Koperasi Kabupaten Banyumas.
Target RPJMD sampai dengan tahun 2029 adalah 65%.
Program prioritas ini dilaksanakan bersama Badan Perencanaan Pembangunan Daerah dan Dinas Kesehatan.
Pelaku usaha mikro wajib memiliki Nomor Induk Berusaha (NIB) sesuai ketentuan perundang-undangan.
Bagaimana cara mencapainya? Jawabannya adalah kolaborasi pentaheliks.
Renstra Dinas Koperasi dan Usaha Mikro Tahun 2025–2029 telah ditetapkan pada tanggal 12 Agustus 2025.
Evaluasi terhadap Renja Tahun 2025 memperlihatkan bahwa 2 dari 3 indikator tercapai.
Perubahan RKPD Tahun 2026 berdampak pada penyesuaian target.
Pagu indikatif Tahun 2027 sebesar Rp425.000.000 naik dibandingkan pagu Tahun 2026 sebesar Rp400.000.000.
Prakiraan maju Tahun 2028 sebesar Rp445.000.000.
Terdapat 12 (dua belas) kelurahan dan 4 kecamatan yang menjadi lokasi.
Dokumen ini terdiri atas lima bab.
Koperasi dibagi menjadi 2 jenis, yaitu koperasi konsumen dan koperasi produsen.
Kota Contoh memiliki luas 1.045,75 km² dan 5 (lima) kecamatan.
Pertumbuhan ekonomi tahun 2025 tercatat 5,12% (c-to-c).
Seluruh aparatur sipil negara (ASN) diwajibkan mengikuti pelatihan minimal 20 jam pelajaran per tahun.
Hal ini sejalan dengan amanat Pasal 33 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945.
Kegiatan dilaksanakan secara daring maupun luring dengan melibatkan akademisi, pelaku usaha, dan media massa.
Rencana Aksi Daerah Penanggulangan Kemiskinan Tahun 2026 menjadi acuan.
Pendampingan diberikan kepada UMKM yang telah memperoleh sertifikat halal, PIRT, dan HAKI.
Renja Perubahan Tahun 2026 telah mengakomodasi pergeseran anggaran.
Kebutuhan anggaran tahun berikutnya diperkirakan meningkat 15%.
Anggaran sebesar Rp425 juta.
Dinas Koperasi dan Usaha Mikro, Sekretaris, dan Kepala Bidang menyusunnya.
Pendampingan oleh Dinas Koperasi dan Usaha Mikro/Dinkopum dilanjutkan.
Rapat dihadiri Dinas koperasi se-Jawa.
Hal itu diacu, digabung, ditelaah, dirujuk, dirinci, direviu, diampu, diunggah, diunduh, dicek, diaudit, dan didata.
Pokja dan satgas memperoleh instruksi, laman, dan skrining; hal itu menumbuhkembangkan replikasi dan hilirisasi.
Inklusivitas, numerasi, surveilans, balita, narkotika, pilkada, poktan, dan gapoktan dititikberatkan.
Laman https://dinkopum.contohkota.go.id/renja dan surel dinkopum@contohkota.go.id serta sipd.kemendagri.go.id tersedia.
Masing-masing bidang menangani sayur-mayur dan anak-anak di lokasi {{ tahun }} dan {{ tahun }}.
Petani, pekerja, pelaku, perajin, dan pejabat melayani pemasaran.
Pagu sebesar Rp425.000.000,00 (Empat Ratus Dua Puluh Lima Juta Rupiah).
Setiap program paling banyak memuat 5 kegiatan.
Pada tahun 2022 dilaksanakan 9 program.
Kementerian menetapkan 12 program, RPJMD memuat 40 program, dan Provinsi Jawa Tengah melaksanakan 30 program.
Dari 12 usulan yang masuk, satu diterima.
Program Pemberdayaan Usaha Mikro memuat 1 kegiatan.
Kegiatan sebanyak 5 kali dilaksanakan menurut usulan sebanyak 3 paket.
Pagu Rp425.000.000 terdiri atas belanja operasi Rp300.000.000 dan belanja modal Rp125.000.000.
Pagu indikatif naik Rp25.000.000.
Total APBD sebesar Rp1,2 triliun.
Anggaran per angkatan sebesar Rp7.500.000.
Anggaran sebesar 425 juta rupiah.
Rata-rata capaian kinerja naik 2,5% menjadi 102,08%.
Rata-rata capaian kinerja tahun 2024 sebesar 99%.
Rata-rata capaian kinerja Dinas Kesehatan 99%.
Sasaran 1.2 dan Tujuan 1.1, Misi 3.2, serta SDGs 8.3 menjadi acuan menurut lampiran 2.1, 2.3, dan 2.4 di bawah.
Rapat pada jam 08.30 dan 10.00 sesuai jadwal 09.15 serta 13.00 WIB.
Pelatihan berlangsung 08.00 - 09.30 di aula dengan kode wilayah 33.03 pada undangan.
Dengan kode pos 53316, SNI 12345, SNI ISO 9001, KBLI 47111, rekening 12345678, nomor surat 12345, dan Formulir 1721.
NIB 123456789012 dan Nomor Induk Berusaha 123456789012 serta nomor rekening 123456 dicatat.
Pada tahun 2025 koperasi tumbuh, dan hingga 2026 usaha tumbuh.
Modal Rp5.000.000,00 per orang, Rp500.000-Rp700.000 per unit, dan omzet Rp5,7 miliar.
RKA-SKPD, DPA-SKPD, dan PPK-SKPD disiapkan.
Pada tahun 2026 dibina 25 koperasi dan pada tahun 2027 direncanakan 30 koperasi.
Usulan Musrenbang Tahun 2026 direncanakan menjadi kegiatan.
Menurut data tahun 2025 direncanakan pelatihan, dan menurut sensus tahun 2020 diusulkan pendampingan.
Rancangan RKPD dibahas pada Mei 2026 dan Renja ditetapkan Agustus 2026.
DPA Tahun 2026 telah ditetapkan.
Hasil Renja Tahun 2025 menjadi dasar.
RKPD menjabarkan RPJMD Tahun 2025 sampai dengan 2029.
Renstra, RPJMD, dan RPJPD Tahun 2025-2045 menjadi acuan.
Renstra periode sebelumnya 2021-2025 dan Renstra Kemenkop Tahun 2020-2024 dipelajari.
Menurut Keputusan Wali Kota Contoh Nomor 050/123 Tahun 2026 tentang Tim Penyusun dan Keputusan Bupati Nomor 050/12/2026.
Sesuai Permendagri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, yang masih berlaku.
UNDANG-UNDANG NOMOR 25 TAHUN 2004 TENTANG SISTEM PERENCANAAN PEMBANGUNAN NASIONAL
Pelatihan diberikan di aula oleh dinas, di sekolah oleh guru, di sini oleh mitra, dan di pegunungan oleh tetua.
Petugas melakukan konfirmasi ke koperasi dan cek ke lapangan; tahap kedua akan menyusul pada triwulan III.
"""

#: Rule -> sentences that it finds.
WRONG = {
    "RJ108": [
        "Pagu indikatif seluruhnya Rp425.000.500.",
        "Anggaran sebesar Rp430 juta.",
        "Anggaran sebesar 450 juta rupiah.",
        "Sebesar Rp430.000.000 dianggarkan untuk pelatihan.",
        "Alokasi dana sebesar Rp430.000.000.",
    ],
    "RJ109": [
        "Rata-rata capaian kinerja 99%.",
        "Capaian fisik 88,5%.",
        "Capaian kinerja rata-rata 99%.",
        "Rerata capaian kinerja 99%.",
    ],
    "RJ110": [
        "Dinas melaksanakan 5 sub kegiatan pada tahun 2027.",
        "Terdapat tiga program yang direncanakan.",
        "Dinas melaksanakan dua puluh tiga sub kegiatan.",
        "Dinas melaksanakan program sebanyak 5.",
        "Terdapat 5 buah program.",
        "Terdapat 3 usulan masyarakat.",
        "Musrenbang menyampaikan 3 usulan yang tercantum pada Tabel 2.4.",
        "Masyarakat menyampaikan 3 usulan senilai Rp50.000.000.",
    ],
    "RJ112": [
        "Sebanyak 12 (sebelas) desa dibina.",
        "Pagu sebesar Rp425.000.000 (empat ratus dua puluh juta rupiah).",
        "Ada 5 (Enam) koperasi.",
        "Ada 3 ( empat ) koperasi.",
        "Ada 14 (empatbelas) koperasi.",
    ],
    "RJ113": [
        "Pegawai dinas seluruhnya 80 orang. Dari jumlah tersebut, 40 orang (55%) perempuan.",
        "Dinas membina 80 koperasi. Pada tahun 2026, 40 koperasi (55%) telah dilatih.",
    ],
    "RJ138": [
        "Keluhan turun tiga tahun berturut-turut, yaitu 120 kasus, 118 kasus, dan 125 kasus.",
    ],
    "RJ147": [
        "Jumlah peserta 2.500 orang, hampir dua kali jumlah tahun lalu sebanyak 1.200 orang.",
    ],
    "RJ304": [
        "Lihat Gambar 2.1.",
        "Lihat BAB VII.",
        "Sesuai Tabel 2.10.",
    ],
    "RJ401": [
        "Pada Tahun 2026 akan dilaksanakan pelatihan bagi 100 pelaku usaha.",
        "RKPD Kota Contoh Tahun 2025 menjadi pedoman penyusunan.",
        "Tahun Anggaran 2026 merupakan tahun ketiga pelaksanaan Renstra.",
        "T.A. 2026 merupakan tahun ketiga.",
        "Pada tahun 2026 dinas akan melaksanakan pelatihan.",
        "Pada tahun 2026 dinas merencanakan pelatihan.",
    ],
    "RJ402": [
        "Renstra Dinas 2020-2025 menjadi acuan.",
        "RENSTRA Dinas 2020-2025 menjadi acuan.",
        "Rencana Strategis Dinas Tahun 2021 s.d. 2026 menjadi acuan.",
    ],
    "RJ501": [
        "Dinkop Kota Contoh melaksanakan pembinaan.",
        "Dinas Koperasi & Usaha Mikro melaksanakan pembinaan.",
        "Dinas Koperasi dan UKM Kota Contoh.",
        "Dinas Koperasi dan Usaha Mikro Kecil melaksanakan pembinaan.",
    ],
    "RJ427": [
        "Loket pelayanan dibuka pukul 08.45–08.15 setiap hari kerja.",
    ],
    "RJ502": [
        "SKPD wajib melapor.",
    ],
    "RJ503": [
        "Target sebanyak 15000 orang.",
        "Hasil 12500,5 ton.",
        "Target 10000-15000 orang.",
        "Bantuan 2.500000 rupiah.",
        "Sebanyak 2050 koperasi dibina.",
    ],
    "RJ504": [
        "Capaian sebesar 95.5 % sudah baik.",
        "Nilai 85.28.",
        "Nilai 85.28 (sangat baik).",
        "Nilai 85.28 Kategori sangat baik.",
        "Nilai 75.28 - 85.50 dicapai.",
    ],
    "RJ506": [
        "Anggaran Tahun 2027 sebesar Rp 425.000.000,-.",
        "Nilai Rp. 1.000.000 per orang.",
        "Modal Rp5000000.",
        "Modal rp5.000.000 per orang.",
        "Modal RP 5.000.000 per orang.",
        "Modal Rp5,000,000 per orang.",
        "Modal Rp5.00.000 per orang.",
        "Modal Rp5.000.000.- per orang.",
    ],
    "RJ507": [
        "Kegiatan ini perlu dikaji (...).",
        "Anggaran ??? belum pasti.",
        "TODO: lengkapi data.",
        "Pelatihan (diisi bidang) dilaksanakan.",
        "Pelatihan (belum diisi) dilaksanakan.",
        "Renja Tahun 20xx menjadi pedoman.",
        "Sebanyak __ orang dilatih.",
        "Jumlah peserta pelatihan, data menyusul.",
    ],
    "RJ520": [
        "Rapat itu dibawah pimpinan Kepala Dinas.",
    ],
    "RJ509": [
        "Pelaksanaan kegitan berjalan baik.",
        "Rapat di adakan setiap bulan.",
        "Kain itu di cuci oleh petugas.",
        "Tim merubah rencana.",
        "Hal itu mempengaruhi hasil.",
        "Hal itu di karenakan hujan.",
        "Koperasi dan dan usaha mikro.",
        "Pelaksanaan kegaitan berjalan baik.",
        "Pelaksanaan pebinaan berjalan baik.",
        "Manajemen resiko diterapkan.",
    ],
    "RJ604": [
        "Sesuai PP No. 12 Tahun 2019.",
        "Sesuai Permendagri 86/2017.",
        "Sesuai UU 23/2014.",
        "Sesuai UU 23 Tahun 2014.",
        "Sesuai undang-undang nomor 25 tahun 2004.",
        "Sesuai Undang Undang Nomor 25 Tahun 2004.",
        "Sesuai Undang-Undang Nomor 25 Tahun 2004 Tentang Sistem Perencanaan Pembangunan Nasional.",
        "Sesuai Undang-Undang Nomor 25 Tahun 2004, tentang Sistem Perencanaan Pembangunan Nasional.",
        "Sesuai Peraturan Badan Standardisasi Nasional No. 3 Tahun 2020.",
        "Sesuai PermenPANRB 12/2020.",
    ],
    "RJ605": [
        "Sesuai Peraturan Presiden Nomor 18 Tahun 2020 tentang RPJMN.",
        "Sesuai Instruksi Presiden Nomor 1 Tahun 2025.",
        "Sesuai Keputusan Presiden Nomor 3 Tahun 2020.",
        "Sesuai Permenkeu Nomor 12 Tahun 2020.",
        "Sesuai Perwal Nomor 3 Tahun 2020.",
    ],
    "RJ606": [
        "Sesuai Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Keuangan Daerah.",
        "Sesuai Permendagri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Evaluasi Pembangunan.",
    ],
}


def _conclude(sentence: str, office: dict[str, str] | None = None, *after: Any) -> Example:
    """A last chapter that is one sentence."""
    chapter = {"judul": "Penutup", "isi": [sentence, *after]}
    named = f"dokumen.json /perangkat_daerah = {json.dumps(office)}"
    return Example((f"bab-5.json := {json.dumps(chapter)}", *([named] if office else [])))


def test_right_sentences_pass_together(changed: Change) -> None:
    first, *others = RIGHT.strip().splitlines()
    _, outcome = examine_folder(changed(_conclude(first, None, *others)))
    assert outcome.crashes == {}
    assert outcome.problems == []


@pytest.mark.lambat  # All rules for each of them: many seconds together.
@pytest.mark.parametrize("sentence", RIGHT.strip().splitlines())
def test_right_sentence_passes(sentence: str, changed: Change) -> None:
    _, outcome = examine_folder(changed(_conclude(sentence)))
    assert outcome.crashes == {}
    assert outcome.problems == []


@pytest.mark.parametrize(("code", "sentence"), [(code, text) for code, texts in WRONG.items() for text in texts])
def test_wrong_sentence_is_found(code: str, sentence: str, changed: Change) -> None:
    assert find_problems(changed(_conclude(sentence)), code)


def test_a_year_that_two_patterns_find_is_told_once(changed: Change) -> None:
    folder = changed(_conclude("RKPD tahun 2026 direncanakan untuk koperasi."))
    assert len(find_problems(folder, "RJ401")) == 1


#: Name and abbreviation of an office, a sentence, and whether it names the office wrongly.
OFFICES = [
    ("Dinas Koperasi, Perindustrian, dan Perdagangan", "Dinkopindag", "{nama} menyusunnya.", False),
    ("Dinas Koperasi, Perindustrian, dan Perdagangan", "Dinkopindag", "Dinas Koperasi dan Perindustrian.", True),
    ("Kecamatan Bukateja", "Kec. Bukateja", "Kecamatan Bukateja, Kemangkon, dan Kaligondang.", False),
    ("Badan Perencanaan Pembangunan Daerah", "Bappeda", "Bappenas menetapkannya.", False),
    ("Badan Perencanaan Pembangunan Daerah", "Bappeda", "Bappedalitbang menetapkannya.", True),
    ("Dinas Koperasi", "Diskop", "Diskominfo menyediakan jaringan.", False),
    ("Dinas Kesehatan", "Dinkes", "Dinas Kesehatan dan Keluarga Berencana.", True),
    ("Dinas Kesehatan", "Dinkes", "Dinas Kesehatan dan Dinas Pendidikan.", False),
]


@pytest.mark.parametrize(("name", "short", "sentence", "is_wrong"), OFFICES)
def test_office_name(name: str, short: str, sentence: str, is_wrong: bool, changed: Change) -> None:
    office = {"nama": name, "singkatan": short}
    folder = changed(_conclude(sentence.format(nama=name), office))
    assert bool(find_problems(folder, "RJ501")) is is_wrong


#: A text before a list of two, and whether it announces another number.
BEFORE_LISTS = [
    ("Isu penting ada 4 (empat), yaitu:", True),
    ("Isu penting terdiri atas tiga hal sebagai berikut.", True),
    ("Ada tiga isu penting dalam pembinaan koperasi dan usaha mikro, yaitu:", True),
    ("Ada dua isu penting dalam pembinaan koperasi dan usaha mikro, yaitu:", False),
    ("Pagu Rp50.000.000 dengan kegiatan:", False),
    ("Dinas terdiri atas satu sekretariat dan satu bidang:", False),
    ("Pelatihan berlangsung 3 minggu:", False),
    ("Pelatihan diikuti 30 peserta:", False),
    ("Terdapat tiga isu penting, antara lain:", False),
    ("Sesuai Pasal 4, yaitu:", False),
    ("Dinas mempunyai tiga bidang.", False),
]


@pytest.mark.parametrize(("sentence", "is_wrong"), BEFORE_LISTS)
def test_list_count(sentence: str, is_wrong: bool, changed: Change) -> None:
    items = {"daftar": "1.", "butir": ["kelembagaan;", "pemasaran."]}
    assert bool(find_problems(changed(_conclude(sentence, None, items)), "RJ111")) is is_wrong


#: Right sentences beside those that the rules of changes, parts, shares, dates and abbreviations ask about.
NEIGHBOURS = """
Dua keluaran melampaui target, sedangkan dua lainnya belum mencapai target: penyebabnya diuraikan di bawah.
Pegawai berkurang dari 88 orang menjadi 86 orang, yaitu berkurang 2 orang atau 2,27%.
Jumlah kunjungan bertambah 1.200 kunjungan (12%), yakni dari 10.000 menjadi 11.200 kunjungan.
Rasio 96,00% masih di bawah target 96,50%, dengan tingkat capaian 99,48%.
Dari target 40 desa terlaksana 36 desa, dengan tingkat capaian 90%.
Tingkat pengangguran 4,80% lebih rendah daripada target 5,00%, dengan tingkat capaian 104%.
Anggaran sebesar Rp48.500.000.000 terealisasi Rp46.802.500.000 atau 96,5%, sehingga tersisa Rp1.697.500.000.
Sebanyak Rp480.000.000 (96%) dari pagu Rp500.000.000 terserap, sehingga tersisa Rp20.000.000.
Tambak menyumbang 48.510 ton (69,98%), sedangkan tangkap menyumbang 20.805 ton (30,02%).
Peserta perempuan 120 orang (60,00%) dan peserta laki-laki 80 orang (40,00%).
Dari 200 peserta, 150 orang (75,00%) lulus, sedangkan dari 40 pelatih, 10 orang (25,00%) bersertifikat.
Terdapat 14.600 pelaku usaha, yakni 3.840 nelayan, 9.620 pembudi daya, dan 1.140 pengolah.
Kota mengelola empat pasar dengan 3.200 tempat berdagang, yaitu 2.040 kios dan 1.160 los.
Wilayah kerja seluas 25 km² terdiri atas 3 kecamatan dan 20 kelurahan.
Wilayahnya meliputi 12 kecamatan, yang terdiri atas 98 desa dan 5 kelurahan.
Dinas membawahi 4 bidang, yaitu 2 bidang teknis dan 2 bidang penunjang.
Rancangan awal selesai pada 13 Februari 2026, kemudian dibahas pada 12 Maret 2026.
RKPD ditetapkan pada 22 Juli 2026. Rancangan selanjutnya dibahas pada 28 Juli 2026.
Hasilnya disampaikan pada 10 Maret 2026; sebelumnya, tim dibentuk pada 20 Januari 2026 dan kemudian bekerja.
Dinas memakai Sistem Informasi Pemerintahan Daerah (SIPD) dan Dana Alokasi Khusus (DAK).
Indeks Pelayanan Masyarakat (IPM) bukan ukuran dalam Renja ini.
Empat perlima pengurus, yaitu 80 dari 100 orang, adalah perempuan.
Tiga perempat anggota, atau 90 dari 120 orang, hadir.
Dua perlima dari 400 tempat, yaitu 160 tempat, masih kosong.
Angka yang bersifat sementara akan dimutakhirkan setelah audit.
Konfirmasi kehadiran disampaikan kepada sekretariat (melalui surat).
Harga beras naik 5%, sedangkan harga telur turun 2,5%.
Nilainya 84,5, lebih tinggi daripada target 82,0, dengan tingkat capaian 103,05%.
Pada Tahun 2024 terlaksana 80 kali dan pada Tahun 2025 terlaksana 90 kali; kenaikan Tahun 2025 sebesar 10 kali.
Pengurangan seluruhnya Rp2.090.000.000 telah disepakati.
Pagu program naik 10% dari pagu semula dan turun 2% dari usulan.
Proporsi belanja operasi 65%, belanja modal 30%, dan belanja tidak terduga 4%.
Jumlah nasabah naik dua kali lipat dari 1.200 orang menjadi 2.400 orang.
Nilai bantuan Rp500.000.000. Realisasinya Rp480.000.000 atau 96%.
Setiap hari dihasilkan 45 ton sampah, atau 1.350 ton dalam 30 hari.
Penerimaan semester II Rp2.704 juta. Dibandingkan dengan semester I Rp2.600 juta, penerimaan itu naik Rp104 juta.
Rasio guru terhadap murid 1:20, dengan 40 guru dan 800 murid.
Forum perangkat daerah berlangsung pada bulan Maret 2026.
Timbulan sampah naik tiga tahun berturut-turut, dari 120 ton menjadi 125 ton dan 130 ton.
Keluhan turun tiga tahun berturut-turut, yaitu 120 kasus, 118 kasus, dan 90 kasus.
Jumlah peserta hampir dua kali lipat, dari 1.200 orang menjadi 2.280 orang.
Lima dari tujuh kecamatan telah melapor; dua kecamatan lainnya menyusul pada bulan berikutnya.
Anggaran Rp600.000.000 terserap Rp450.000.000 (75%), dan sisanya Rp150.000.000 dipakai pada triwulan IV.
"""


def test_right_neighbours_of_derived_figures_are_silent(changed: Change) -> None:
    first, *others = NEIGHBOURS.strip().splitlines()
    _, outcome = examine_folder(changed(_conclude(first, None, *others)))
    assert [(problem.code, problem.message) for problem in outcome.problems] == []


#: Wrong sentences beside them, each with the rule that finds it and some of what it says.
NEAR_MISSES = [
    ("Proporsi belanja operasi 65%, belanja modal 30%, dan belanja tidak terduga 7%.", "RJ156", "berjumlah 102%"),
    ("Jumlah nasabah naik dua kali lipat dari 1.200 orang menjadi 1.900 orang.", "RJ146", "1,58 kali"),
    ("Nilai bantuan Rp500.000.000. Realisasinya Rp480.000.000 atau 95%.", "RJ156", "95%"),
    ("Setiap hari dihasilkan 45 ton sampah, atau 1.250 ton dalam 30 hari.", "RJ146", "1.350, tertulis 1.250 ton"),
    (
        "Penerimaan semester II Rp2.704 juta. Dibandingkan dengan semester I yang berjumlah Rp2.600 juta, penerimaan "
        "itu turun Rp104 juta.", "RJ150", "angkanya naik",
    ),
    ("Rasio guru terhadap murid 1:30, dengan 40 guru dan 800 murid.", "RJ146", "40 guru dan 800 murid"),
    ("Forum perangkat daerah diselenggarakan pada 12 Maret 2026.", "", ""),
    ("Forum perangkat daerah berlangsung pada bulan April 2026.", "RJ414", "April 2026; di tempat lain 12 Maret 2026"),
]  # fmt: skip


def test_near_misses_of_right_sentences_are_found(changed: Change) -> None:
    first, *others = (sentence for sentence, _, _ in NEAR_MISSES)
    _, outcome = examine_folder(changed(_conclude(first, None, *others)))
    told = [(problem.location.pointer, problem.code, problem.message) for problem in outcome.problems]
    wrong = [(f"/isi/{number}", code, said) for number, (_, code, said) in enumerate(NEAR_MISSES) if code]
    assert {pointer for pointer, _, _ in told} == {pointer for pointer, _, _ in wrong}
    for pointer, code, said in wrong:
        assert any(one[:2] == (pointer, code) and said in one[2] for one in told), pointer
