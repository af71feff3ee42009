"""What waits for a decision: values carried over from last year, remarks of reviewers, notes in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.content import remarks, tinjau
from renjadoc.content.pointers import follow_pointer
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading


@rule("RJ406", "Isian terbawa dari tahun lalu belum ditinjau")
def check_carried_values(reading: Reading) -> Iterator[Finding]:
    """Semua isian yang terbawa dari tahun lalu sudah ditinjau: diubah, atau dikonfirmasi.

    `renjadoc gulir` mencatatnya dalam tinjau.json. Sebuah entri selesai bila isiannya berubah, barisnya dihapus, atau
    “dikonfirmasi” diisi true (lihat juga renjadoc gulir --konfirmasi).

    Mengapa: pagu dan target tahun lalu yang lupa diperbarui terlihat seperti isian yang benar.
    Sumber: Permendagri 86/2017 (prakiraan maju menjadi bahan rencana tahun berikutnya).

    Gagal:
        tinjau.json := {"tinjau": [{"berkas": "dokumen.json", "letak": "/pengesahan/nama", "nilai": "Drs. Budi Santoso",
        "alasan": "pastikan pejabat yang menandatangani"}]}
    Lolos:
        tinjau.json := {"tinjau": [{"berkas": "dokumen.json", "letak": "/pengesahan/nama", "nilai": "Drs. Budi Santoso",
        "alasan": "pastikan pejabat yang menandatangani", "dikonfirmasi": true}]}
    """
    hint = "Perbarui isiannya; bila sudah benar: renjadoc gulir --konfirmasi FOLDER BERKAS."
    for mark in tinjau.open_entries(reading.folder):
        yield Finding.of(mark, f"terbawa dari tahun lalu: {mark.reason}", hint)


@rule("RJ407", "Catatan penelaah belum diselesaikan")
def check_open_remarks(reading: Reading) -> Iterator[Finding]:
    """Semua catatan penelaah sudah diselesaikan.

    `renjadoc serap` menyimpan komentar Word dalam telaah.json, dengan penulis, tanggal, dan bagian yang dikomentari.
    Sebuah catatan selesai bila “selesai” diisi true.

    Mengapa: catatan yang terlewat membuat dokumen dikembalikan sekali lagi.
    Sumber: kebiasaan penelaahan oleh bagian hukum dan Bappeda.

    Gagal:
        telaah.json := {"catatan": [{"berkas": "bab-1.json", "letak": "/judul", "kutipan": "Pendahuluan",
        "penulis": "Bagian Hukum", "tanggal": "2025-11-03", "catatan": "Periksa urutan dasar hukum."}]}
    Lolos:
        telaah.json := {"catatan": [{"berkas": "bab-1.json", "letak": "/judul", "kutipan": "Pendahuluan",
        "penulis": "Bagian Hukum", "tanggal": "2025-11-03", "catatan": "Periksa urutan dasar hukum.", "selesai": true}]}
    """
    hint = "Kerjakan atau jawab, lalu isi “selesai”: true dalam telaah.json."
    for remark in remarks.open_remarks(reading.folder):
        passage = f" pada “{remark.passage[:60]}”" if remark.passage else ""
        said = f"catatan {remark.author or 'penelaah'}{passage}: {remark.text}"
        yield Finding.of(remark, said, hint)


_NOTE = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+)\b|\?\?+|\((?:\s*|\.{2,}|…)\)|\[(?:\s*|\.{2,}|…)\]|(?<!\.)\.{4,}|…{2,}|_{2,}"
    r"|\b(?:apa|apakah) perlu\b[^.?]{0,60}\??|\b(?:di)?(?:cek|konfirmasi|tanya(?:kan)?) (?:lagi|dulu)\b"
    r"|\btanya(?:kan)? ke\b"
    r"|\blorem ipsum\b|\bbelum ada data\b|\b20xx\b|\((?:belum|akan|mohon|harap) (?:diisi|dilengkapi)[^)]*\)"
    r"|\(diisi (?:oleh )?(?:bidang|sekretariat|bappeda)[^)]*\)|\b(?:data|angka|target|pagu|rincian|lampiran) menyusul\b"
    r"|\bdata (?:dukung|pendukung|lengkap|rinci) menyusul\b"
    r"|\b(?:capaian|realisasi|kolom|target|tabel|data|angka|nilai|pagu|uraian"
    r"|indikator)(?:nya)?(?: (?!yang\b)[a-z]+){0,2}"
    r" (?:belum|masih perlu|perlu) diisi\b"
    r"|\bmenunggu (?:data|angka|konfirmasi|bahan|masukan|isian) (?:dari )?(?:bidang|bagian|seksi|subbag\w*|sekretariat"
    r"|kasub\w*|kabid|staf|operator|pak|bu)\b"
    r"|\bdisalin dari (?:Renja|dokumen|naskah|laporan) (?:tahun )?(?:lalu|sebelumnya|lama)\b"
    r"|\btabel(?:nya)? (?:belum|masih) (?:dibuat|kosong|ada)\b"
    r"|\bnanti (?:diganti|diubah|diperbarui|disusulkan|diperbaiki|direvisi|ditambah\w*|dibahas|dirapikan)\b"
    r"|\((?:tambahkan|tuliskan|sebutkan|uraikan|jelaskan|cantumkan|masukkan|lengkapi|sesuaikan|sertakan) [^()]{3,60}\)"
    r"|\(menyusul\)|^menyusul\.?$|(?-i:\bxx+\b)"
    r"|\b(?:mohon|tolong|harap|minta) (?:(?:bidang|bagian|seksi|subbag\w*|kasubag|kasi|pak|bu|staf|sekretariat"
    r"|tim|dinas|data)"
    r"(?: [\w-]+){0,2} )?(?:me(?:lengkapi|ngisi|ngecek|meriksa|mperbarui|mastikan|nambahkan|revisi|ngoreksi|nyesuaikan)"
    r"|di(?:lengkapi|isi|cek|periksa|perbarui|perbaiki|pastikan|tambahkan|revisi|koreksi|sesuaikan"
    r"|konfirmasi|update)|isi|cek|lengkapi|perbaiki"
    r"|tambahkan|sesuaikan|pastikan|konfirmasi|koreksi)\b"
    r"|\b(?:cek|periksa|hitung|lihat) ulang\b(?! (?:oleh|dilakukan))|\bperlu (?:dicek|dikonfirmasi"
    r"|ditanyakan)(?: (?:lagi|dulu|ke)\b|(?=\s*(?:[.,;)]|$)))"
    r"|\bnanti (?:diisi|dilengkapi|disesuaikan|dicek|diupdate)\b|\b(?:diisi|dilengkapi|diupdate) (?:nanti"
    r"|kemudian|menyusul)\b"
    r"|\b(?:copy[- ]?paste|copas|kopas)\b|\b(?:isi|ketik|tulis) di ?sini\b|\bdata (?:belum|tidak) (?:tersedia"
    r"|masuk|lengkap) dari\b"
    r"|\bangka(?:nya)? (?:belum|masih) (?:fix|pasti|final)\b|\bbelum (?:fix|final)\b|\bhapus (?:bagian|kalimat"
    r"|paragraf) ini\b"
    r"|\bsesuaikan dengan\b[^.]{0,40}\b(?:tahun lalu|bidang masing-masing)\b|(?<!sebagai )\bcontoh (?:saja|dulu)\b"
    r"|\bdraf(?:t)? ?\d\b"
    r"|\b(?:angka|data|target|nama|pagu|realisasi)(?:nya)? (?:tanya|minta|ambil|cek|konfirmasi)\b"
    r"|\btanya(?:kan)? (?:ke )?(?:bidang|bagian|kasub\w+|sekretariat|bappeda|pak|bu)\b"
    r"|\b(?:berapa|siapa|kapan|betul|benar|yang mana|sudah)\?"
    r"|\([^()?]{1,60}\?\)|\bsementara (?:pakai|pake)\b|\b(?:grup|via|lewat) WA\b|\bkata (?:pak|bu)\b"
    r"|\bganti (?:nama|tahun|angka|tanggal)(?:nya)?\b"
    r"|\bminta (?:angka|data|bahan|realisasi)(?:nya)?(?: [a-z]+){0,2} (?:ke|dari|sama)\b"
    r"|\bbelum dapat (?:data|angka)\b"
    r"|\b(?:sebanyak|sejumlah|sebesar|tahun|tanggal|nomor|mencapai|pukul|menjadi|target"
    r"|Rp)\s(?:(?<!\.)\.{3}|…)(?= [a-z%])"
    r"|(?<=\w )(?:(?<!\.)\.{3}|…)(?= (?:orang|unit|buah|persen|paket|dokumen|rupiah|desa|kecamatan"
    r"|kelurahan|km|ha|kali|jiwa|hari|minggu|bulan|layanan|kelompok|kegiatan)\b)"
    r"|(?<=[a-z] )(?:(?<!\.)\.{3}|…)(?= [a-z])(?![^“”]{0,300}”)"
    r"|\([^()]{0,60}\b(?:(?:angka|data|nilai|realisasi)(?:nya)? (?:masih )?(?:sementara|perkiraan)[,;] "
    r"|(?:di)?(?:konfirmasi|tanya(?:kan)?|cek|klarifikasi)(?:kan)? (?:ke|kepada|dengan|sama)\b)[^()]{0,60}\)"
    # What the text puts off to no place of its own; what is laid down or settled later is another matter.
    r"|\b(?:akan|segera) di(?:urai|jelas|jabar|papar|saji|sampai|lengkap|tambah|tulis|isi|rinci|bahas|tuang)(?:kan|i)?"
    r" (?:lebih lanjut |secara (?:lengkap|rinci) )?(?:kemudian|menyusul|nanti|belakangan"
    r"|pada (?:kesempatan|waktu) (?:lain|berikutnya))(?=\s*(?:[.;)]|$))"
    # What a form asks to be filled in, and what it tells its writer to do.
    r"|(?<!\[)\[(?:isi\w*|nama|jumlah|angka|tahun|tanggal|nomor|judul|sebut\w*|tulis\w*|lihat|cek|periksa|tanya\w*|konfirmasi\w*|menunggu|revisi|lengkapi|tambah\w*|data|lokasi"
    r"|target|pagu|diisi|satuan"
    r"|uraian|xx*)\b[^\]\[]{0,60}\](?!\])|<(?:isi\w*|nama|jumlah|angka|tahun|tanggal|nomor|data|lokasi"
    r"|target)\b[^<>]{0,40}>"
    r"|(?-i:\b(?:sebanyak|sejumlah|sebesar|mencapai|Rp\.?) ?[Xx]{2}\b|\bX{2} (?:unit|orang|buah|persen"
    r"|paket|dokumen|%))"
    r"|(?-i:^(?:Uraikan|Jelaskan|Tuliskan|Sebutkan|Isikan|Gambarkan|Paparkan)\b (?!kepada)[^.]{4,80})",
    re.IGNORECASE,
)
#: One of these stands in every text that `_NOTE` matches.
_NOTE_WORDS = (
    "todo", "fixme", "tbd", "xxx", "??", "()", "( ", "(.", "(…", "[]", "[ ", "[.", "[…", "....", "……", "__",
    "apa perlu", "apakah perlu", "cek ", "konfirmasi ", "konfirmasikan ", "klarifikasi", "sementara,", "sementara;",
    "perkiraan,", "perkiraan;", "tanya", "lorem", "belum ada data", "20xx", "menyusul",
    "perlu diisi", "belum diisi", "menunggu ", "disalin dari", "belum dibuat", "masih kosong", "masih dibuat",
    "belum kosong", "belum ada", "masih ada",
    "(tambahkan", "(cantumkan", "(masukkan", "(lengkapi", "(sesuaikan", "(sertakan",
    "(belum ", "(akan ", "(mohon ", "(harap ", "(diisi ", "xx", "mohon ", "tolong ", "harap ", "minta ", "cek ulang",
    "periksa ulang", "hitung ulang", "lihat ulang", "perlu dic", "perlu dik", "perlu dit", "nanti ", " nanti",
    " kemudian", "copy", "copas", "kopas", "di sini", "disini", "data belum", "data tidak", " ambil", " cek",
    " konfirmasi", " fi", "masih pasti", "belum pasti", "hapus ", "sesuaikan dengan", "contoh saja", "contoh dulu",
    "draf", "?", "dikonfirmasi ", "grup wa", "via wa", "lewat wa", " ... ", " … ", "[", "<", "uraikan", "jelaskan",
    "tuliskan", "sebutkan", "isikan", "gambarkan", "belakangan", "kesempatan", "pada waktu", "paparkan",
    "sementara pa", "kata pak", "kata bu", "ganti ", "belum dapat",
)  # fmt: skip


@rule("RJ507", "Catatan kerja tertinggal")
def check_leftover_notes(reading: Reading) -> Iterator[Finding]:
    """Tidak ada catatan kerja yang tertinggal: TODO, ???, kurung kosong, titik-titik, “apa perlu …?”.

    Catatan yang sengaja dibuka ditulis [[seperti ini]] dan mempunyai aturannya sendiri.

    Mengapa: catatan antarstaf ikut tercetak.
    Sumber: naskah rujukan (“apa perlu honor Tim”).

    Gagal:
        bab-5.json /isi/0 = "Honor tim penyusun (apa perlu honor tim?) dianggarkan."
    Gagal:
        bab-5.json /isi/0 = "Honor tim penyusun dianggarkan [lihat rincian bidang]."
    Gagal:
        bab-5.json /isi/0 = "Honor tim penyusun masih menunggu data dari bidang; data dukung menyusul."
    Gagal:
        bab-5.json /isi/0 = "Honor tim penyusun (minta angka terbaru ke Kabid) dianggarkan."
    Gagal:
        bab-5.json /isi/0 = "Rincian honor tim akan dijelaskan kemudian."
    Gagal:
        bab-5.json /isi/0 = "Dinas merekrut … pelatih mulai Januari 2027."
    Lolos:
        bab-5.json /isi/0 = "Semboyannya “maju … dan jaya” dipasang di aula."
    Lolos:
        bab-5.json /isi/0 = "Honor tim penyusun (empat orang) dianggarkan; besarannya ditetapkan kemudian."
    Lolos:
        bab-5.json /isi/0 = "Tata cara pembayarannya akan dijelaskan kemudian dalam pedoman bagi tim."
    Lolos:
        bab-5.json /isi/0 = "Angka itu perlu dikonfirmasi dengan Kantor Pertanahan."
    """
    for source, pointer, match in walk.typed_texts(reading, _NOTE, words=_NOTE_WORDS):
        if not match[0].strip("()[] ") and match[0] not in str(follow_pointer(source.data, pointer)):
            continue  # A foreign word stands between these brackets.
        hint = "Hapus, atau tulis [[sebagai catatan terbuka]] bila masih harus diputuskan."
        yield Finding(source, pointer, f"catatan kerja tertinggal: “{match[0].strip()}”", hint, match[0])


#: One that is not closed (a fault of its own) is taken to its end, or every further bracket would be tried so.
_OPEN = re.compile(r"\[\[(.*?)(?P<tutup>\]\]|\Z)", re.DOTALL)


@rule("RJ508", "Catatan masih terbuka")
def check_open_notes(reading: Reading) -> Iterator[Finding]:
    """Semua catatan terbuka [[…]] sudah diputuskan.

    Mengapa: catatan terbuka tercetak berwarna; dokumen yang memuatnya belum siap ditandatangani.
    Sumber: docs/isi.md.

    Gagal:
        bab-5.json /isi/0 = "Renja ini ditetapkan dengan [[keputusan siapa]]."
    Lolos:
        bab-5.json /isi/0 = "Renja ini ditetapkan dengan keputusan kepala dinas."
    """
    for source in [reading.folder.dokumen, *reading.folder.narrative, *reading.folder.tabel.values()]:
        for pointer, text in reading.marked(source):
            for match in _OPEN.finditer(text):
                if not match["tutup"]:
                    continue
                note = match[1].strip() or "…"
                hint = "Putuskan, lalu hapus kurung sikunya."
                yield Finding(source, pointer, f"masih terbuka: {shorten_text(note, 80)}", hint, match[0])
