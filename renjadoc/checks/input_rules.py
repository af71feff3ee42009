"""The rules of the input rooms (files, shape, references, templates), documented as the checks document themselves."""

from __future__ import annotations

_SHAPE = "Sumber: folder schema/; editor seperti VS Code memeriksanya saat mengetik."

#: Code -> its documentation, in the form of a check's docstring.
INPUT_RULES: dict[str, str] = {
    "RJ001": """Setiap berkas .json adalah JSON yang sah: koma, tanda kutip, dan kurungnya lengkap.

Gagal:
    bab-5.json := {"judul": "Penutup" "isi": []}
Lolos:
    bab-5.json := {"judul": "Penutup", "isi": []}
""",
    "RJ002": """Setiap berkas disimpan sebagai UTF-8.

Gagal:
    bab-5.json :latin-1= {"judul": "Pénutup"}
Lolos:
    bab-5.json := {"judul": "Penutup"}
""",
    "RJ003": """Sebuah kunci tertulis satu kali dalam objek yang sama.

Gagal:
    bab-5.json := {"judul": "Penutup", "judul": "Akhir"}
Lolos:
    bab-5.json := {"judul": "Penutup"}
""",
    "RJ004": """Semua berkas yang diperlukan ada dan dapat dibaca.

Gagal:
    bab-3.json hapus
Lolos:
    kamus.txt hapus
""",
    "RJ005": """Teks tidak memuat karakter yang tidak dapat dicetak.

Gagal:
    bab-5.json := {"judul": "Penutup", "isi": ["Renja\\u0001"]}
Lolos:
    bab-5.json := {"judul": "Penutup", "isi": ["Renja \\u2013 2027"]}
""",
    "RJ006": """Angka ditulis sebagai angka biasa.

Gagal:
    tabel/evaluasi.json /program/0/kegiatan/0/target_n-2 = NaN
Lolos:
    tabel/evaluasi.json /program/0/kegiatan/0/target_n-2 = 12.5
""",
    "RJ007": """Berkas tidak lebih besar dari 256 MB dan tidak bersarang ribuan tingkat.

Misal gagal: sebuah berkas tabel berisi seribu kurung [ yang bertumpuk.
Misal lolos: tabel dengan puluhan ribu sub kegiatan.
""",
    "RJ008": """Aturan yang memerlukan berkas yang belum dapat dibaca tidak diperiksa, dan disebut.

Gagal:
    tabel/evaluasi.json := {
Lolos:
    kamus.txt + Sirandu
""",
    "RJ009": """Sebuah pemeriksaan gagal karena kesalahan dalam renjadoc sendiri. Pemeriksaan lain tetap berjalan.

Misal gagal: laporan menyebut aturan yang gagal dan nama berkas catatan kesalahannya.
Misal lolos: semua aturan berjalan.
""",
    "RJ010": f"""Hanya kunci yang dikenal yang dipakai.

{_SHAPE}

Gagal:
    bab-5.json := {{"judul": "Penutup", "iis": ["Renja"]}}
Lolos:
    bab-5.json := {{"judul": "Penutup", "isi": ["Renja"]}}
""",
    "RJ011": f"""Semua kunci wajib ada.

{_SHAPE}

Gagal:
    bab-5.json := {{"isi": ["Renja"]}}
Lolos:
    bab-5.json := {{"judul": "Penutup"}}
""",
    "RJ012": f"""Setiap nilai berjenis benar: teks, bilangan, larik, atau objek.

{_SHAPE}

Gagal:
    tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu = "225.000.000"
Lolos:
    tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/pagu = 225000000
""",
    "RJ013": f"""Setiap nilai memenuhi batas dan pilihannya.

{_SHAPE}

Gagal:
    dokumen.json /daerah/jenis = "Kotamadya"
Lolos:
    dokumen.json /daerah/jenis = "Kota"
""",
    "RJ020": """Nama dalam {{ … }} dikenal; daftarnya dalam docs/isi.md.

Gagal:
    bab-5.json /isi/0 = "Renja Tahun {{ thun }} menjadi pedoman."
Lolos:
    bab-5.json /isi/0 = "Renja Tahun {{ tahun }} menjadi pedoman."
""",
    "RJ021": """Isi {{ … }} berbentuk nama, nama.bagian, penjumlahan, atau nama dengan saringan.

Gagal:
    bab-5.json /isi/0 = "Renja Tahun {{ tahun * 2 }} menjadi pedoman."
Lolos:
    bab-5.json /isi/0 = "Renja sesudah ini adalah Renja Tahun {{ tahun + 1 }}."
""",
    "RJ022": """Tanda *, **, dan [[ ]] berpasangan.

Gagal:
    bab-5.json /isi/0 = "Renja ini menerapkan *good governance."
Lolos:
    bab-5.json /isi/0 = "Renja ini menerapkan *good governance*."
""",
    "RJ030": """Yang dirujuk ada: tabel, daftar regulasi, kerangka, indikator Renstra, dan aturan.

Gagal:
    bab-5.json /isi/0 = "Rinciannya dalam {{ rujuk('evalusi') }}."
Lolos:
    bab-5.json /isi/0 = "Rinciannya dalam {{ rujuk('evaluasi') }}."
""",
    "RJ031": """Gambar ada dalam folder isi dan berupa PNG atau JPEG yang utuh.

Gagal:
    dokumen.json /logo = "gambar/lambang.png"
Lolos:
    dokumen.json /logo = null
""",
    "RJ032": """Daftar bertingkat paling banyak empat tingkat.

Sumber: UU 12/2011 Lampiran II.

Gagal:
    bab-5.json /isi/0 = {"daftar": "a.", "butir": [{"teks": "a;", "isi": [{"daftar": "1.", "butir": [{"teks": "b;",
    "isi": [{"daftar": "a)", "butir": [{"teks": "c;", "isi": [{"daftar": "1)", "butir": [{"teks": "d;",
    "isi": [{"daftar": "-", "butir": ["e."]}]}]}]}]}]}]}]}]}
Lolos:
    bab-5.json /isi/0 = {"daftar": "a.", "butir": [{"teks": "a;", "isi": [{"daftar": "1.", "butir": ["b."]}]}]}
""",
    "RJ033": """Sebuah tabel, daftar regulasi, atau gambar berjudul ditempatkan satu kali.

Gagal:
    bab-5.json /isi/- = {"tabel": "evaluasi"}
Lolos:
    bab-5.json /isi/- = "Lihat {{ rujuk('evaluasi') }}."
""",
    "RJ034": """Tanggal pengesahan ditulis seperti 28 Juli 2026, atau null bila belum ditetapkan.

Gagal:
    dokumen.json /pengesahan/tanggal = "28-07-2026"
Lolos:
    dokumen.json /pengesahan/tanggal = null
""",
    "RJ035": """Banyaknya sel sebuah baris sama dengan banyaknya kolom tabel.

Gagal:
    tabel/anggaran.json /baris/0 = ["Belanja operasi"]
Lolos:
    tabel/anggaran.json /baris/0 = ["Belanja operasi", "806.441.230"]
""",
    "RJ040": """Templat Word ada dan dapat dibuka.

Misal gagal: "templat": "kop-dinas.docx", padahal berkas itu tidak ada.
Misal lolos: "templat": "renja.docx".
""",
    "RJ041": """Tanda {{ }} dan {% %} dalam templat lengkap dan dapat dibaca.

Misal gagal: {{ tahun } dalam templat.
Misal lolos: {{ tahun }} dalam templat.
""",
    "RJ042": """Nama yang dipakai templat dikenal; daftarnya dalam docs/templat.md.

Misal gagal: {{ thn }} dalam templat.
Misal lolos: {{ tahun }} dalam templat.
""",
    "RJ043": """Gaya (style) yang dipakai renjadoc ada dalam templat.

Misal gagal: gaya “Daftar Angka” dihapus dari templat.
Misal lolos: gaya “Daftar Angka” diubah hurufnya.
""",
    "RJ044": """Pola tiap jenis tabel ada dalam templat.

Misal gagal: tabel pola rencana_program dihapus dari templat.
Misal lolos: kolom tabel pola diubah lebarnya.
""",
    "RJ050": """Berkas hasil dapat ditulis, dan berkas yang sudah disunting orang tidak ditimpa tanpa diminta.

Misal gagal: hasil lama masih terbuka di Word.
Misal lolos: hasil disimpan dengan nama lain memakai -o.
""",
    "RJ051": """Isi sebuah tahun digulir ke tahun berikutnya.

Misal gagal: renjadoc gulir content/2021 content/2023
Misal lolos: renjadoc gulir content/2021 content/2022
""",
    "RJ060": """Dokumen yang diserap dibuat oleh renjadoc dan masih utuh.

Misal gagal: renjadoc serap surat-biasa.docx content/2021
Misal lolos: renjadoc serap telaah-dari-hukum.docx content/2021
""",
    "RJ061": """Naskah lama untuk `renjadoc telaah --banding` adalah folder isi, .docx buatan renjadoc, atau versi git.

Misal gagal: renjadoc telaah content/2021 --banding surat-biasa.docx
Misal lolos: renjadoc telaah content/2021 --banding content/2020
""",
    "RJ080": """Pekerjaan massal berjalan sampai selesai pada setiap perangkat daerah.

Misal gagal: memori komputer habis saat sebuah folder yang sangat besar dibuat.
Misal lolos: satu folder gagal karena isinya, dan folder lain tetap dibuat.
""",
    "RJ062": """Dokumen lama yang diambil alih adalah dokumen Word (.docx) yang utuh dan tidak terkunci.

Misal gagal: renjadoc adopsi Renja-2020.doc content/2020
Misal lolos: renjadoc adopsi Renja-2020.docx content/2020
""",
    "RJ070": """Berkas yang diimpor adalah buku kerja Excel hasil ekspor, atau ekspor baris SIPD, yang utuh.

Misal gagal: renjadoc excel impor terkunci-sandi.xlsx content/2021
Misal lolos: renjadoc excel impor renja-2021.xlsx content/2021
""",
    "RJ071": """Setiap sel yang diisi dapat dibaca sebagai isian kolomnya; alamat selnya disebut, dan isi lama tetap.

Misal gagal: sel pagu berisi 1,000 yang dapat berarti satu atau seribu.
Misal lolos: sel pagu berisi Rp 1.000.000,00.
""",
    "RJ072": """Jumlah dan persentase dalam lembar Excel sama dengan hitungan renjadoc atas isi lembar itu.

Misal gagal: rumus jumlah program ditimpa dengan angka yang lain.
Misal lolos: rumus dibiarkan; hasilnya tersimpan atau belum.
""",
    "RJ073": """Yang diisi di Excel berada pada baris dan kolom yang boleh diisi; yang lain tidak diambil dan disebut.

Misal gagal: nama sub kegiatan diketik pada baris kegiatan.
Misal lolos: nama sub kegiatan diketik pada barisnya sendiri.
""",
}
