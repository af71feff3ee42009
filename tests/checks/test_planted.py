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
Dinas bekerja sama dengan dunia usaha, anak-anak muda, dan berbagai undang-undang mengaturnya.
Walaupun anggaran terbatas, target tercapai; meskipun demikian, mutunya dijaga.
Karena anggaran terbatas, target dikurangi, sehingga pelaksanaannya bertahap.
Berdasarkan hasil evaluasi yang menunjukkan kenaikan, target dinaikkan.
Berdasarkan hasil evaluasi, dinas menyatakan bahwa target tercapai.
Petugas keluar dari gedung, ditempatkan di lapangan, dan hanya bekerja siang hari.
Rapat hari Senin, 5 Januari 2026, membahas hal itu; minggu ini dan mei nanti bukan nama.
Dari 400 balita yang diperiksa, 60 balita mengalami gizi kurang (15%), dan dari 40 desa, 12 desa berada di pesisir.
Kunjungan tahun ini 4.100 orang, menurun dibandingkan tahun lalu yang mencapai 4.500 orang.
Tercatat 83 kejadian, lebih sedikit 14 kejadian daripada tahun 2024, atau turun 14,43%.
Dari 120 orang, 90 orang diterima, naik 10% dari tahun lalu.
Rata-rata lama rawat 4 hari, 5 hari, dan 6 hari di tiga ruang adalah 5 hari.
Sebanyak 40% bekerja di sektor pertanian, 35% di perdagangan, dan 25% di jasa.
Pelatihan diikuti 45 laki-laki dan 35 perempuan, total 80 orang, dan peringkat 12 naik dibandingkan peringkat 15.
Evaluasi tahun 2024 masih mengacu pada target Renstra periode 2019–2024, dan keluarga berisiko dijangkau jaringan intra.
Kunjungan ditargetkan naik dua poin dari prakiraan Tahun 2025, yaitu dari 75 menjadi 77.
Omzet naik Rp2.814.000.000 atau 17,32% dari omzet tahun lalu.
Triwulan II menyerap paling banyak, Rp166.000.000, disusul Triwulan III Rp165.000.000.
Formasi 40 perawat dan tersedia 32 perawat. Kekurangan 8 perawat diusulkan tahun depan.
Rancangan awal memuat Rp560.000.000, sedangkan kebutuhannya Rp640.000.000. Selisih Rp80.000.000 diusulkan kemudian.
Dari kebutuhan 24 arsiparis tersedia 14 arsiparis, sehingga kekurangannya 10 orang.
Tersedia 14 arsiparis dan 6 pustakawan. Kekurangan 4 orang operator dipenuhi dengan tenaga kontrak.
Tercatat 250 pengaduan. Jumlah itu naik 50 pengaduan (25%) dari tahun lalu.
Produksi 1.250 ton. Angka tersebut turun 250 ton atau 16,67% dari tahun sebelumnya.
Anggaran tahun lalu Rp2,4 miliar, dan tahun ini bertambah Rp0,6 miliar atau 25%.
Angka kemiskinan 6,10%. Angka tersebut turun 0,40 poin persen dari 6,50% pada tahun lalu.
Bantuan diterima 120 keluarga, atau sepertiga dari 360 keluarga sasaran.
Hampir separuh dari 90 desa, yaitu 43 desa, telah berstatus mandiri.
Guru berjumlah 300 orang dan siswa 6.000 orang; hampir separuh dari itu tinggal di pesisir, yaitu 2.900 orang.
Jalan provinsi 120 km dan jalan kabupaten 480 km. Perbandingannya satu banding empat.
Bantuan sebesar Rp600.000.000 untuk 200 orang, atau rata-rata Rp3.000.000 per orang.
Belanja modal terserap 92% dan belanja operasi 98%. Secara keseluruhan penyerapan mencapai 96,4%.
Kenaikan tertinggi terjadi pada jalan, yaitu 4,2 poin; kenaikan terendah pada irigasi, yaitu 0,8 poin.
Nasional menargetkan bebas sampah pada Tahun 2029. Kota ini pada Tahun 2027, dua tahun lebih cepat daripada target.
Cakupan imunisasi baru 91,5%, kurang 3,5 poin persen dari target 95%.
Nilai SAKIP 72,4, lebih 0,4 poin dari target 72,0, dan nilai RB 80,1 pada tahun 2025.
Cakupan mencapai 92,4%, naik tipis dari 92,1% pada tahun sebelumnya dan melampaui target 92%.
Angka kematian 12 kasus, turun tajam dari 20 kasus.
Pagunya semula Rp1.400.000.000, menjadi Rp1.250.000.000, berkurang Rp150.000.000 karena penyesuaian.
Indeks pelayanan belum mencapai target (81,2 terhadap 82,0).
Persentase jalan mantap (81% atau 162 dari 200 km) telah mencapai target 80%.
Prevalensi stunting turun menjadi 14,2%, lebih baik daripada target 15%.
Di kota terdapat 60 taman: 20 taman kota, 30 taman lingkungan, dan 10 taman bermain.
Alat pemadam berjumlah 40 unit; 36 unit berfungsi dan 4 unit rusak.
Provinsi ini mempunyai 10 kabupaten/kota, yaitu 8 kabupaten dan 2 kota.
Dari 90 pasien, 80 orang sembuh: 45 dari 50 perempuan dan 35 dari 40 laki-laki.
Kunjungan langsung 6.000 (60%) dan kunjungan daring 4.000 (40%).
DPRD menyampaikan lima usulan. Empat diterima seluruhnya dan satu diterima sebagian.
Dana terserap Rp480.000.000 (96%) dan dana lain Rp450.000.000 (90%).
Gudang menampung 800 dus, sedangkan yang disimpan 1.000 dus atau 125% dari kapasitas.
Wilayahnya mempunyai 150 desa. Sampai dengan Juni, 60 desa (40%) sudah terhubung. Yang belum terhubung masih 90 desa.
Anggaran Tahun 2025 sebesar Rp800.000.000 terealisasi Rp760.000.000, sehingga penyerapannya 95%.
Dinas mengelola Rp900.000.000 dan menyerap Rp880.000.000; sisanya, Rp20.000.000, kembali ke kas daerah.
Luas lahan kritis seluas 2.000 ha, yang baru ditanami 100 ha (5%).
Terdapat 12 desa di pesisir. Dua dibina sejak Tahun 2024, tiga sejak Tahun 2025, dan dua sejak Tahun 2026.
Separuh dari 300 peserta, yaitu 150 peserta, berasal dari pesisir.
Tersedia 14 guru dan 6 pegawai. Kekurangan 4 guru akan dipenuhi tahun depan.
Terdapat 12 desa pesisir. Dua belum terjangkau sinyal dan tiga belum terjangkau jalan.
Penyerapan pelatihan 78%, tetapi kinerja sudah mencapai target 80%.
Pada tahun 2024 terlatih 50 petani dan pada tahun 2025 60 petani atau 95% dari kebutuhan.
Realisasi fisik jalan 99% dan jembatan 98%. Secara keseluruhan penyerapan mencapai 95%.
Anggaran tahun lalu Rp2,4 miliar, dan tahun ini bertambah Rp0,60 miliar atau 25%.
Realisasi tahun lalu 97% dari 3.000 keluarga. Jumlah itu naik 40 keluarga (1,37%) dari tahun sebelumnya.
Nilai pelayanan 84,5. Nilai tersebut naik 2,0 poin dari 82,5 pada tahun 2024.
Sebanyak 60 usulan masuk. Lima puluh diterima dan sepuluh ditolak.
Kegiatan ini menjangkau 30 desa: 12 desa di pesisir, 10 desa di pegunungan, dan 8 desa di kota.
Kunjungan 4.200 orang, turun sedikit dari 4.350 orang pada tahun 2024.
Sebanyak 125 kelompok menerima bantuan masing-masing Rp4 juta, sehingga seluruhnya Rp500 juta.
Penyuluhan dilaksanakan dua kali sebulan atau 24 kali setahun.
Dari 90 sekolah yang diperiksa, 62 sekolah layak dan 28 sekolah tidak layak.
Dinas memiliki 45 pegawai, 30 di antaranya PNS dan 15 lainnya PPPK.
Terdapat 12.500 keluarga; 9.375 di antaranya menjadi peserta, sehingga cakupannya 75%.
Biaya pelatihan Rp75.000.000 untuk 25 peserta atau Rp3.000.000 setiap peserta.
Sebanyak 14 dari 16 kecamatan telah melapor; dua kecamatan belum.
Enam dari sembilan kegiatan tercapai dan tiga kegiatan tidak tercapai.
Seorang penyuluh melayani kira-kira 20 desa, karena 12 penyuluh melayani 240 desa.
Dari target 60 dokumen telah selesai 45 dokumen; kekurangannya 15 dokumen diselesaikan tahun depan.
Target 120 orang dan realisasi 90 orang, sehingga capaiannya 75%.
Hampir seluruh desa (55 dari 60 desa) telah memiliki sarana.
Mayoritas responden (85%) menyatakan puas.
Kegiatan berlangsung lima hari, dari tanggal 3 sampai dengan 7 Maret 2025.
Ada dua faktor penghambat, yaitu keterbatasan tenaga dan cuaca.
Bantuan Rp5 juta setiap kelompok diberikan kepada 20 kelompok dari 125 kelompok, dan Rp40 juta untuk pendampingan.
Setiap bulan diadakan dua kali rapat, dan tahun 2025 terlaksana 22 kali rapat.
Dari 90 sekolah yang diperiksa, 62 sekolah layak dan 20 sekolah perlu perbaikan ringan.
Realisasi Rp3,6 miliar terhadap pagu Rp4 miliar menghasilkan serapan 90%.
Penduduk laki-laki 27.000 jiwa lebih banyak daripada perempuan 25.000 jiwa.
Luas kawasan 500 hektare, antara lain 320 hektare sawah dan 90 hektare tambak.
Satu guru mengajar 20 siswa; 12 guru dibutuhkan untuk 300 siswa baru di dua sekolah.
Undang-Undang Nomor 32 Tahun 2004 telah dicabut dengan Undang-Undang Nomor 23 Tahun 2014.
Sebanyak 320 rumah diperbaiki dengan bantuan Rp20 juta setiap rumah, sehingga dibutuhkan Rp6,4 miliar.
Jumlah wisatawan 45.000 orang, bertambah 3.000 orang dari 42.000 orang pada tahun sebelumnya.
Indeks kualitas air 58,20, masih di bawah target 60,00 dengan selisih 1,80 poin.
Kebutuhan guru 300 orang, tersedia 250 orang, sehingga kurang 50 orang.
Kasus meningkat setiap tahun, yaitu 40 pada 2023, 42 pada 2024, dan 45 pada 2025.
Dari 200 peserta, 150 orang menjawab benar dan 120 orang tidak menjawab soal kedua.
Sebanyak 12 penyuluh membina masing-masing 8 kelompok, dan 20 kelompok di antaranya baru.
Nilai kepuasan 85,20, naik 1,20 poin dari 84,00, dan sudah melampaui target 84,50.
Dari 60 desa, 45 desa memiliki BUM Desa dan 15 desa belum.
Tahun 2025 dilaksanakan 24 kali patroli, yaitu dua kali sebulan.
Setiap bulan terdapat 30 pengaduan, dan pada bulan Mei 45 pengaduan dari 12 kecamatan.
Sisa Rp500.000.000 tidak terserap karena dua paket batal.
Dengan tambahan 10 unit, jumlahnya menjadi 42 unit, dan 30 unit di antaranya baik.
Rata-rata 3,5 kunjungan setiap hari selama 240 hari menghasilkan 840 kunjungan.
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
Dinas berkerja sama dengan dunia usaha.
Hal ini dikarenakan oleh karena kurangnya data.
Para pegawai-pegawai mengikuti apel.
Beberapa desa-desa belum melapor.
Kegiatan dilaksanakan mulai dari sejak Januari.
Data ini sangat penting sekali untuk didukung.
Dinas melaksanakan tugas :
Sasarannya antara lain lansia, anak, penyandang disabilitas, dll.
Target tahun ini tercapai. Selain itu,
Pada bulan januari 2026 dilaksanakan rapat.
Rapat dilaksanakan pada hari senin.
Kegiatan dilaksanakan tgl 5 Maret 2026.
Hal tersebut menyebabkan sehingga target tidak tercapai.
Meskipun demikian, namun target tercapai.
Karena anggaran terbatas, maka target dikurangi.
Dari tabel tersebut menunjukkan bahwa target tercapai.
Kegiatan hanya diikuti 3 orang saja.
Petugas turun kelapangan dan didesa setiap bulan.
Anggaran pelatihan dicek lagi ke bagian keuangan.
Dari 400 balita yang diperiksa, 60 balita mengalami gizi kurang (18%).
Peserta dari kalangan umum; 45 laki-laki dan 35 perempuan, total 90 orang.
Bantuan untuk nelayan 120 paket dan untuk petani 80 paket, seluruhnya 250 paket.
Sisa dana dari Rp75.000.000 sesudah terpakai Rp60.000.000 adalah Rp10.000.000.
Nilai tiga tahun terakhir adalah 70, 75, dan 80 dengan rata-rata sebesar 76.
Rata-rata dari 80, 85, dan 90 adalah 87.
Kunjungan tahun ini 4.500 orang, menurun dibandingkan tahun lalu yang mencapai 4.100 orang.
Sebesar 88% dari target 200 unit dengan realisasi 180 unit.
Jumlah kejadian 83 kejadian pada 2025 dan 97 kejadian pada 2024, turun 20%.
Sebesar 60% dilaksanakan di kecamatan, 30% di desa, dan 20% di kelurahan.
Formasi 40 perawat dan tersedia 32 perawat. Kekurangan 6 perawat diusulkan tahun depan.
Rancangan awal memuat Rp560.000.000, sedangkan kebutuhannya Rp640.000.000. Selisih Rp90.000.000 diusulkan kemudian.
Dari kebutuhan 24 arsiparis tersedia 14 arsiparis, sehingga kekurangannya 12 orang.
Tercatat 250 pengaduan. Jumlah itu naik 50 pengaduan (52%) dari tahun lalu.
Angka kemiskinan 6,10%. Angka tersebut turun 0,60 poin persen dari 6,50% pada tahun lalu.
Angka kemiskinan 6,10%. Angka tersebut naik 0,40 poin persen dari 6,50% pada tahun lalu.
Bantuan diterima 120 keluarga, atau separuh dari 360 keluarga sasaran.
Jalan provinsi 120 km dan jalan kabupaten 480 km. Perbandingannya empat banding satu.
Bantuan sebesar Rp600.000.000 untuk 200 orang, atau rata-rata Rp3.500.000 per orang.
Belanja modal terserap 92% dan belanja operasi 98%. Secara keseluruhan penyerapan mencapai 99,4%.
Kenaikan tertinggi terjadi pada jalan, yaitu 4,2 poin; kenaikan terendah pada jalan, yaitu 0,8 poin.
Kenaikan tertinggi terjadi pada jalan, yaitu 0,8 poin; kenaikan terendah pada irigasi, yaitu 4,2 poin.
Nasional menargetkan bebas sampah pada Tahun 2029. Kota ini pada Tahun 2027, tiga tahun lebih cepat daripada target.
Cakupan imunisasi baru 91,5%, lebih 3,5 poin persen dari target 95%.
Cakupan imunisasi baru 91,5%, kurang 5,3 poin persen dari target 95%.
Cakupan mencapai 92,4%, turun tipis dari 92,9% menjadi 93,4%.
Cakupan mencapai 92,4%, turun tipis dari 92,1% pada tahun sebelumnya.
Pagunya semula Rp1.400.000.000, menjadi Rp1.250.000.000, bertambah Rp150.000.000 karena penyesuaian.
Indeks pelayanan melampaui target (81,2 terhadap 82,0).
Persentase jalan mantap (78% atau 156 dari 200 km) telah mencapai target 80%.
Prevalensi stunting turun menjadi 14,2%, lebih buruk daripada target 15%.
Di kota terdapat 60 taman: 20 taman kota, 33 taman lingkungan, dan 10 taman bermain.
Alat pemadam berjumlah 40 unit; 36 unit berfungsi dan 6 unit rusak.
Provinsi ini mempunyai 10 kabupaten/kota, yaitu 9 kabupaten dan 2 kota.
Dari 90 pasien, 80 orang sembuh: 48 dari 50 perempuan dan 35 dari 40 laki-laki.
Kunjungan langsung 6.000 (60%) dan kunjungan daring 4.000 (30%).
DPRD menyampaikan tujuh usulan. Empat diterima seluruhnya dan satu diterima sebagian.
Gudang menampung 800 dus, sedangkan yang disimpan 1.000 dus atau 152% dari kapasitas.
Wilayahnya mempunyai 12 kecamatan dan 150 desa. Sampai dengan Juni 2026, 60 desa (45%) sudah terhubung internet.
Wilayahnya mempunyai 12 kecamatan dan 150 desa. Dari jumlah itu, 60 desa terhubung. Yang belum terhubung masih 80 desa.
Anggaran Tahun 2025 sebesar Rp800.000.000 terealisasi Rp760.000.000, sehingga penyerapannya 59%.
Dinas mengelola Rp900.000.000 dan menyerap Rp880.000.000; sisanya, Rp30.000.000, kembali ke kas daerah.
Luas lahan kritis seluas 2.000 ha, yang baru ditanami 100 ha (50%).
Sepertiga dari 300 peserta, yaitu 150 peserta, berasal dari pesisir.
Anggaran tahun lalu Rp2,4 miliar, dan tahun ini bertambah Rp0,60 miliar atau 45%.
Kunjungan 4.200 orang, naik sedikit dari 4.350 orang pada tahun 2024.
Sebanyak 125 kelompok menerima bantuan masing-masing Rp4 juta, sehingga seluruhnya Rp600 juta.
Penyuluhan dilaksanakan tiga kali sebulan atau 24 kali setahun.
Dari 90 sekolah yang diperiksa, 62 sekolah layak dan 38 sekolah tidak layak.
Sebanyak 45 pegawai terdiri atas 30 PNS dan 20 PPPK.
Terdapat 12.500 keluarga; 9.375 di antaranya menjadi peserta, sehingga cakupannya 57%.
Anggaran Rp900 juta untuk 300 keluarga, sehingga setiap keluarga memperoleh Rp2 juta.
Jumlah kunjungan naik dua kali lipat, dari 1.200 menjadi 1.900 kunjungan.
Sebanyak 14 dari 16 kecamatan telah melapor; tiga kecamatan belum.
Penyerapan tahun 2023 sebesar 91%, tahun 2024 sebesar 93%, dan tahun 2025 sebesar 92%, jadi selalu meningkat.
Seorang penyuluh melayani kira-kira 10 desa, karena 12 penyuluh melayani 240 desa.
Luas kawasan 500 hektare, terdiri atas 320 hektare sawah, 110 hektare kebun, dan 90 hektare tambak.
Dari target 60 dokumen telah selesai 45 dokumen; kekurangannya 25 dokumen diselesaikan tahun depan.
Nilai SAKIP 71,35, naik 2,10 poin dari tahun sebelumnya (68,25).
Anggaran dibagi rata kepada empat kecamatan, masing-masing Rp50 juta, sehingga seluruhnya Rp250 juta.
Sebanyak 36 anggota dari 50 anggota hadir, sehingga tingkat kehadirannya 80%.
Capaian 90 orang terhadap target 120 orang adalah 85%.
Pagu Rp1.000.000.000 dibagi atas belanja operasi Rp600.000.000 dan belanja modal Rp300.000.000.
Hampir seluruh desa (25 dari 60 desa) telah memiliki sarana.
Kurang dari separuh anggaran, yakni Rp700 juta dari Rp1 miliar, telah dibelanjakan.
Jumlah penduduk 52.000 jiwa, laki-laki 27.000 jiwa dan perempuan 26.000 jiwa.
Masa Renstra lima tahun, yaitu Tahun 2025–2030.
Ada tiga faktor penghambat, yaitu keterbatasan tenaga dan cuaca.
Jumlah kelompok bertambah 7 menjadi 17 kelompok dari semula 8 kelompok.
Pegawai dinas berjumlah 64 orang, 40 orang di antaranya PNS dan 34 orang lainnya tenaga kontrak.
Jalan kabupaten sepanjang 600 km, 450 km dalam kondisi mantap, sehingga kemantapannya 80%.
Jumlah wisatawan bertambah 5.000 orang, yaitu dari 42.000 orang menjadi 45.000 orang.
Realisasi 46 dari 50 dokumen atau 96%.
Produksi padi naik 10% dari 20.000 ton menjadi 23.000 ton.
Sebagian kecil anggota (70%) berhalangan hadir.
Kaidah pelaksanaan: a) setiap bidang melaksanakan kegiatan; b) melaporkan hasil; dan d) mengevaluasi.
Kebutuhan guru 300 orang, tersedia 250 orang, sehingga kurang 70 orang.
Usulan yang diterima 12, ditolak 5, dan ditunda 4, seluruhnya 25 usulan.
Nilai IKM naik dari 80,5 ke 79,2.
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
