"""What the checks find of planted faults and of single sentences, and that they are silent on right ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from renjadoc.examine import examine_folder
from tests.checks.examples import BASE
from tests.conftest import ROOT
from tools import ukur_pemeriksaan as measure

PLANTED = ROOT / "tests" / "checks" / "tanaman"
FAULTS = measure.load_faults(PLANTED)
#: Not found yet: a capital at the beginning of a sentence makes a word a name, unless one letter alone is wrong.
MISSED = {"salah-ketik"}

RIGHT = """
Angka kejadian infeksi turun 0,4 poin persen menjadi 1,1%.
Target kemiskinan 5,8% belum tercapai karena realisasi 5,9%.
Luas panen 12.450 ha meningkat dari 12.000 ha pada tahun 2024, atau naik 3,75%.
Produksi padi naik dari 62.300 ton menjadi 65.415 ton (5%).
Panjang jalan 1.009,6 km, yang mantap 731,8 km (72,48%).
Rumah tangga miskin turun dari 5.120 keluarga (12,4%) menjadi 4.980 keluarga (11,9%).
PAD Kota tahun 2025 Rp312,5 miliar dari target Rp300 miliar atau 104,17%.
Pegawai berjumlah 45 orang, terdiri atas 27 laki-laki dan 18 perempuan.
Wilayah terdiri atas 15 kabupaten dan 2 kota.
Dana bersumber dari APBD (70%), APBN (20%), dan swasta (10%).
Belanja terdiri atas belanja operasi Rp300.000.000 dan belanja modal Rp125.000.000.
Dari 18 gampong, 12 gampong (66,67%) telah memiliki BUMG.
Capaian naik 2 poin dari 80 menjadi 82.
Dari 25 peserta, 20 orang (80%) lulus.
Serapan dana Otsus Rp2.410.000.000 dari pagu Rp2.500.000.000 atau sebesar 96,4%.
Tiga dari empat indikator tercapai (75%).
Realisasi mencapai 98,5% dari target 95%.
Indeks naik dari 71,2 pada tahun 2024 menjadi 72,8 pada tahun 2025.
Jumlah desa mandiri bertambah dari 12 desa menjadi 19 desa.
Dinas Pemberdayaan Masyarakat Gampong Aceh membina 6.497 gampong pada 23 kabupaten/kota.
Dana Otonomi Khusus (Otsus) Aceh berakhir pada tahun 2027, sebesar 1% dari plafon DAU nasional.
Penyaluran alokasi dana gampong (ADG) mencapai 97,2% dan dana desa 99,1%.
Kepala distrik dibantu oleh sekretaris distrik dan empat kepala seksi.
Ondofolo dan tokoh adat dilibatkan dalam musyawarah kampung (muskam) pada Januari 2026.
Akses ke Kampung Puay hanya dengan perahu selama 2 jam 30 menit.
Dana Otsus digunakan untuk pemberdayaan orang asli Papua (OAP) sebesar Rp1,25 miliar pada tahun 2025.
Realisasi penerimaan opsen PKB sampai dengan triwulan II Tahun 2026 sebesar 46,8% dari target.
Sebanyak 1.204 dari 1.350 calon jemaah (89,2%) telah melunasi biaya.
Rapat koordinasi berlangsung pada Jumat, 6 Maret 2026, pukul 09.00–11.30 WIT.
Angka partisipasi sekolah turun dari 98,4% pada tahun 2023 menjadi 97,9% pada tahun 2024.
Menurut BPS, IPM tahun 2025 mencapai 74,12 atau naik 0,61 poin dari 73,51 pada tahun sebelumnya.
Luas hutan adat 12.400 ha (31%), hutan lindung 18.000 ha (45%), dan hutan produksi 9.600 ha (24%).
Jumlah pegawai 34 orang, terdiri atas 21 PNS dan 13 PPPK.
Kegiatan ini didanai APBN, APBD, dan sumber lain yang sah serta tidak mengikat.
Kantor dinas berada di Jalan Soekarno-Hatta Km 4,5, Kelurahan Lhong Raya.
Sekretaris, kepala bidang, dan kepala seksi bertanggung jawab kepada kepala dinas.
Program ini dilaksanakan di Kabupaten Banyumas, Kabupaten Cilacap, dan Kota Tegal.
Kunjungan kerja DPRD ke Kota Surabaya dilaksanakan pada bulan Mei.
Wilayahnya berbatasan dengan Kabupaten Pemalang di sebelah barat.
Penghargaan diserahkan oleh Gubernur Jawa Tengah kepada Wali Kota pada 12 Februari 2026.
Hasilnya, 8 dari 10 responden puas; sisanya cukup puas.
Dalam lima tahun terakhir, jumlah koperasi aktif rata-rata bertambah 3 unit per tahun.
Tim terdiri atas ketua, sekretaris, dan 5 (lima) anggota.
Nilai Reformasi Birokrasi 72,45 (kategori BB) naik satu tingkat.
Biaya perjalanan Rp1.250.000 per orang per hari dikalikan 4 hari untuk 10 orang, seluruhnya Rp50.000.000.
Ketersediaan air bersih 24 jam, listrik 12 jam, dan internet 4G.
Kegiatan ini dilaksanakan untuk ke-3 kalinya sejak 2024.
Ketua RT/RW, PKK, dan karang taruna hadir; dst.
Hal itu sejalan dengan misi ke-2 dan tujuan ketiga RPJMD.
Prevalensi stunting nasional 19,8%, sedangkan di daerah ini belum diukur kembali.
Sasaran RPJMD Tahun 2025-2029 mencakup pertumbuhan ekonomi 6,1% pada 2029.
Pada akhir 2026 ditargetkan 60 koperasi melakukan rapat anggota tahunan (RAT) tepat waktu.
Untuk itu diperlukan dukungan: (1) anggaran; (2) SDM; dan (3) regulasi.
Kelurahan A, B, dan C masing-masing memperoleh Rp10 juta, Rp15 juta, dan Rp25 juta, atau seluruhnya Rp50 juta.
Indeks SPBE 3,21 (baik) dari skala 5; targetnya 3,5.
Pengadaan langsung untuk nilai paling banyak Rp200.000.000 dilakukan pejabat pengadaan.
Pegawai yang pensiun pada tahun 2027 berjumlah 4 orang.
Renja Perubahan Tahun 2026 disusun pada bulan Juli 2026.
Perbandingan laki-laki dan perempuan adalah 1 : 1,02.
Usaha mikro berjumlah 5.120 unit atau 92,3% dari seluruh usaha.
"""

WRONG = """
Anggaran perubahan Rp171,4 miliar dan realisasi Rp164,9 miliar atau 97,21%.
Serapan mencapai 96,21%. Sisa anggaran sebesar 4,79% berasal dari efisiensi.
Luas panen naik dari 12.000 ha menjadi 12.450 ha atau 4,75%.
Pegawai berjumlah 45 orang, terdiri atas 27 laki-laki dan 19 perempuan.
Dana bersumber dari APBD (70%), APBN (25%), dan swasta (10%).
Dari 18 gampong, 12 gampong (76,67%) telah memiliki BUMG.
Tiga dari empat indikator tercapai (80%).
Serapan dana Otsus Rp2.410.000.000 dari pagu Rp2.500.000.000 atau sebesar 94,6%.
Jumlah desa mandiri bertambah dari 19 desa menjadi 12 desa.
PAD tahun 2025 Rp312,5 miliar dari target Rp300 miliar atau 140,17%.
Capaian naik 3 poin dari 80 menjadi 82.
Produksi gabah 62.300 ton naik 5% dibandingkan tahun 2024 sebesar 61.000 ton.
Realisasi pajak Rp95 miliar, melampaui target Rp100 miliar.
Realisasi 85% belum mencapai target 80%.
Realisasi anggaran Rp4.120.000.000 dari pagu Rp4.500.000.000 (95,16%).
Dari 45 kelompok tani, 30 kelompok (76,67%) telah berbadan hukum.
Produksi turun dari 5.200 ton menjadi 5.410 ton.
Jumlah pasien meningkat dari 12.300 orang menjadi 11.900 orang.
Penerimaan naik 12% dibandingkan tahun 2024, dari Rp200 miliar menjadi Rp212 miliar.
Belanja dibagi menjadi belanja pegawai (55%), barang (30%), dan modal (25%).
Penduduk 20.150 jiwa, yang terdiri dari 10.200 laki-laki dan 9.590 perempuan.
Pagu seluruhnya Rp425.000.000 (empat ratus lima puluh dua juta rupiah).
Serapan 88% melampaui target 90%.
Rapat koordinasi dilaksanakan pada Senin, 10 Maret 2026.
Musrenbang dilaksanakan tanggal 30 Februari 2026.
Kegiatan berlangsung pada 25–20 Mei 2026.
Data BPS tahun 2029 mencatat jumlah penduduk 1,2 juta jiwa.
Renja ini merupakan pelaksanaan tahun keempat Renstra 2025-2029.
RPJMD Kota Contoh Tahun 2021-2026 menjadi dasar.
Semoga bermanfaat bagi seluruh masyarakat Kabupaten Bantul.
Laporan disampaikan kepada Bupati melalui Bappeda.
Renja Dinas Pendidikan ini disusun bersama seluruh bidang.
Visi Kota Contoh “Kota Contoh Maju dan Sejahtera 2030” menjadi acuan.
Kegiatan ini (mohon dicek bagian keuangan) dilaksanakan.
Jumlah peserta pelatihan sebanyak xxx orang.
Target kinerja akan dilengkapi menyusul.
Pelaksanaan kegiatan ini didukung oleh masyarakat dan
Kegiatan ini dilaksanakan di 18 desa (lihat lampiran.
Dinas berkoordinasi dengan Bappeda ,BPKAD dan kecamatan.
Pelatihan dilaksanakan dua kali setahun..
Kegiatan non fisik dilaksanakan antar desa.
Tahap ke II dilaksanakan pada bulan Juni.
Renja adalah merupakan dokumen tahunan.
Dinas mensukseskan program standarisasi produk.
Program ini di danai APBD.
Program ini di dukung masyarakat.
Rapat di hadiri seluruh camat.
Kepala dinas menyampaikan laporan ke pada wali kota.
Hasil lebih baik dari pada tahun lalu.
Kerjasama dengan perguruan tinggi ditingkatkan.
Dinas melaksanakan launching aplikasi.
Usaha Kecil Menengah (UKM) dan unit kerja mandiri (UKM) dibina.
Jumlah program sebanyak 7 program dan jumlah kegiatan adalah 9 kegiatan.
Total pagu Rp 425.000.000.
Sebanyak 12 (tiga belas) koperasi dibina.
Renja disusun dalam enam bab.
Pada tahun 2025 dianggarkan dan akan dilaksanakan pelatihan.
Renja Tahun 2026 ini menjadi pedoman seluruh bidang.
Renja ini berpedoman kepada UU No 25 Thn 2004.
Sesuai Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan.
Pelaksanaanya berjalan lancar dan teratur.
"""


@pytest.mark.parametrize("name", sorted({fault.folder.name for fault in FAULTS}))
def test_right_folder_is_silent(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PLANTED / name, "isi")
    assert [(problem.code, problem.message) for problem in measure.list_findings(Path("isi"))] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_planted_fault_is_found(fault: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = measure.try_fault(fault, [], tmp_path)
    assert outcome.is_found is (fault.name not in MISSED)  # type: ignore[attr-defined]


def _find_in(sentence: str, root: Path) -> list[str]:
    shutil.copytree(BASE, root)
    (root / "bab-5.json").write_text(json.dumps({"judul": "Penutup", "isi": [sentence]}), "utf-8")
    _, outcome = examine_folder(root)
    assert outcome.crashes == {}
    return [f"{problem.code} {problem.message}" for problem in outcome.problems]


@pytest.mark.parametrize("sentence", RIGHT.strip().splitlines())
def test_right_sentence_is_silent(sentence: str, tmp_path: Path) -> None:
    assert _find_in(sentence, tmp_path / "isi") == []


@pytest.mark.parametrize("sentence", WRONG.strip().splitlines())
def test_wrong_sentence_is_told(sentence: str, tmp_path: Path) -> None:
    assert _find_in(sentence, tmp_path / "isi") != []
