"""The first sheet of a workbook: what to fill, how, and what to do with it then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from renjadoc.context import name_document

if TYPE_CHECKING:
    from renjadoc.sheets.excel.sheets import Book

#: Look, left cell, right cell; `lembar NAMA` is a link to that sheet.
Line = tuple[str, str, str]


def lines(book: Book) -> Iterator[Line]:
    """The lines of the sheet, from the top."""
    folder = book.reading.folder
    yield "judul", f"Isian {name_document(folder, 'Renja')} Tahun {folder.tahun}", ""
    yield "", book.reading.printed("{{ perangkat_daerah.lengkap }}"), ""
    if book.bidang:
        yield "kepala", f"Bagian {book.bidang}", ""
    yield "", "", ""
    yield "kepala", "Lembar", ""
    for sheet in book.sheets:
        title = " ".join(sheet.title) + (" (tidak diisi: mengikuti lembar lain)" if sheet.layout.view else "")
        yield f"lembar {sheet.name}", sheet.name, title
    yield "", "", ""
    yield "kepala", "Warna", ""
    yield "isian", "kuning muda", "Diisi. Baris baru ditulis pada baris kosong di akhir tabel, atau disisipkan."
    yield "hitung", "abu-abu", "Dihitung dengan rumus dan terkunci: jumlah, persentase, nomor."
    if book.bidang:
        yield "lain", "abu-abu muda", "Milik Bidang lain; tampak agar jelas letaknya, tidak diisi."
    yield "", "", ""
    yield "kepala", "Cara mengisi", ""
    yield (
        "",
        "Uang",
        "Angka saja; 1.000.000 dan Rp 1.000.000,00 juga dibaca. 0 bila tidak ada, kosong bila belum ada.",
    )
    yield "", "Sel kosong", "Belum diisi. Tulis - bila memang tidak ada, (kosong) bila sengaja dikosongkan."
    yield "", "Beberapa baris", "Alt+Enter di dalam sel."
    yield "", "Tingkat", "Pada baris baru pilih tingkatnya dari daftar; baris itu masuk ke induk di atasnya."
    yield "", "Menghapus", "Hapus barisnya, bukan hanya isinya. Mengosongkan satu sel berarti membuka isian itu lagi."
    yield (
        "",
        "{{ … }} dan [[ … ]]",
        "Nama yang diisi renjadoc sendiri; catatan yang masih terbuka. Biarkan, atau ganti.",
    )
    yield "", "Perlindungan", "Tanpa kata sandi: Tinjau → Buka Proteksi Lembar. Kolom boleh dipindahkan."
    yield "", "", ""
    yield "kepala", "Sesudah diisi", ""
    yield "", "Kirim kembali", "Sekretariat memasukkannya; setiap perubahan diperlihatkan dahulu, lama dan barunya:"
    yield "", "", f"renjadoc excel impor BERKAS.xlsx {folder.name}"
