"""What findings and refusals say at a terminal, said to people at the page: where to click, what to leave empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.problem import shorten_list

#: What stands in hints, and what the page says there; the first that fits is taken, then the next.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"Pasang dahulu: renjadoc nomenklatur pasang \S+( --edisi \d+)?", "Letakkan nomenklatur di Masuk dan keluar"),
    (r"Cari kodenya: renjadoc nomenklatur cari “[^”]*”", "Cari kodenya dengan Cari di nomenklatur pada tabelnya"),
    (r"Waktu yang ada dilihat dengan: renjadoc urungkan \S+", "Lihat Riwayat."),
    (
        r"bila sudah benar: renjadoc gulir --konfirmasi FOLDER BERKAS",
        "bila sudah benar, nyatakan di Isi, isian terbawa",
    ),
    (r"Jalankan: renjadoc bentuk \S+ \S+ (\S+)", r"Ganti bentuknya menjadi \1 pada tabelnya"),
    (r"renjadoc baru --kerangka menunjukkan contohnya", "tambahkan dengan Tambah ke dokumen"),
    (r"Folder baru dibuat dengan: renjadoc baru FOLDER", "Folder baru dibuat dengan Mulai baru."),
    (r"renjadoc gulir", "Lanjut ke tahun depan"),
    (r"dengan `renjadoc buat`", "di Lihat"),
    (
        r"Kerjakan atau jawab, lalu isi “selesai”: true dalam telaah\.json",
        "Kerjakan atau jawab, lalu centang di Telaah",
    ),
    (r"; atau pilih nama lain dengan -o", ""),
    (r"bukan JSON yang sah: ", "berkas ini rusak: "),
    (
        r"Perbaiki di tempat ini; editor seperti VS Code menandainya dengan garis merah",
        "Kembalikan keadaan sebelumnya di Riwayat, atau minta berkas yang utuh dari yang mengubahnya",
    ),
    (r"salinan yang dikirim: --dasar telaah\.docx", "salinan yang dikirim; letakkan di bawah ini"),
    (
        r"Sebutkan salinan yang dikirim: renjadoc serap … --dasar telaah\.docx \([^)]*\)\. "
        r"Dokumen yang bukan dari renjadoc: renjadoc adopsi",
        "Dokumen yang bukan dari folder ini: Ambil alih dari Word, di halaman pertama",
    ),
    (r"“[\w-]+” berisi \[\]: paling sedikit 1 unsur", "daftar ini tidak boleh kosong; tambahkan dahulu yang lain"),
    (
        r"Masukkan dahulu suntingannya ke dalam isi: renjadoc serap .* FOLDER\. Atau simpan hasil suntingan itu dengan "
        r"nama lain, atau jalankan dengan --timpa untuk menggantinya",
        "Masukkan dahulu suntingannya di Masuk dan keluar, atau simpan hasil suntingan itu dengan nama lain",
    ),
    # Files go by what the document calls them, which stands before.
    (r" +\[[\w./-]+\.json[\d:]*\]", ""),
    (r"(?:[,;] )?lalu jalankan (?:perintah ini )?lagi", ", lalu coba lagi"),
    (r"Jalankan perintah ini lagi", "Muat ulang halaman ini, lalu coba lagi"),
    (r",? atau null\b", ", atau kosongkan"),
    (r"(?<![\w{])null\b", "kosong"),
    (r"tambahkan “([^”]+)” ke kamus\.txt", r"tekan Tambah ke kamus bila “\1” memang benar"),
    (r"dalam dokumen\.json", "di Sampul"),
    (r"\bdokumen\.json\b", "Sampul"),
    (r'Ganti seluruh daftar itu dengan \{"sistematika": true\}', "Ganti seluruh daftar itu dengan kotak Sistematika"),
    (r"\{\{ ?rujuk\('[^']*'\) ?\}\}", "Sisipkan nama atau angka: Rujukan"),
)


def say_on_page(text: str) -> str:
    """A message or a hint in the words of the page."""
    for pattern, words in _WORDS:
        text = re.sub(pattern, words, text)
    return text


def list_some(title: str, lines: list[str], most: int) -> Iterator[str]:
    """A title with how many there are, and below it `most` of the lines; the rest is counted. Nothing for none."""
    if lines:
        yield f"{title} ({len(lines)}):"
        yield from shorten_list(lines, most)
