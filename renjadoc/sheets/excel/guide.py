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
    yield (
        "isian",
        "kuning muda",
        "Diisi. Baris baru (tingkat mana pun) ditulis pada baris kosong di akhir tabel, atau disisipkan di bawah "
        "baris yang paling dalam.",
    )
    yield "hitung", "abu-abu", "Dihitung dengan rumus dan terkunci: jumlah, persentase, nomor."
    if book.bidang:
        yield "lain", "abu-abu muda", "Milik Bidang lain; tampak agar jelas letaknya, tidak diisi."
        yield "", "Jumlah", "Jumlah dan rata-rata di berkas ini hanya dari baris Bidang ini, bukan seluruh dinas."
    yield from _say_filling()
    yield "", "", ""
    yield "kepala", "Sesudah diisi", ""
    yield "", "Kirim kembali", "Sekretariat memasukkannya; setiap perubahan diperlihatkan dahulu, lama dan barunya:"
    yield "", "", f"renjadoc excel impor BERKAS.xlsx {folder.name}"


def _say_filling() -> Iterator[Line]:
    yield "", "", ""
    yield "kepala", "Cara mengisi", ""
    yield (
        "",
        "Uang",
        "Angka saja; 1.000.000 dan Rp 1.000.000,00 juga dibaca. 0 bila tidak ada, kosong bila belum ada.",
    )
    yield "", "Sel kosong", "Belum diisi. Tulis - bila memang tidak ada, (kosong) bila sengaja dikosongkan."
    yield "", "Beberapa baris", "Alt+Enter di dalam sel."
    yield (
        "",
        "Tingkat",
        "Pada baris baru pilih tingkatnya dari daftar; baris itu masuk ke induk menurut kodenya, atau ke induk di "
        "atasnya bila belum berkode.",
    )
    yield (
        "",
        "Menghapus",
        "Hapus barisnya, atau pilih “hapus” di kolom Tingkat (tanpa kolom itu: tulis hapus di sel namanya). "
        "Mengosongkan satu sel berarti membuka isian itu lagi.",
    )
    yield "", "Catatan", "Catatan dan komentar pada sel (Shift+F2) ikut diambil dan tampil saat Renja diperiksa."
    yield (
        "",
        "{{ … }} dan [[ … ]]",
        "Nama yang diisi renjadoc sendiri; catatan yang masih terbuka. Biarkan, atau ganti.",
    )
    yield "", "Perlindungan", "Tanpa kata sandi: Tinjau → Buka Proteksi Lembar. Kolom boleh dipindahkan."
