"""What waits for a person: values that gulir took over from last year, and remarks of reviewers."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.content import remarks, tinjau
from renjadoc.reading import Reading


@rule("RJ406", "Isian terbawa dari tahun lalu belum ditinjau")
def check_carried_values(reading: Reading) -> Iterator[Finding]:
    """Semua isian yang terbawa dari tahun lalu sudah ditinjau: diubah, atau dikonfirmasi.

    `renjadoc gulir` mencatatnya dalam tinjau.json. Sebuah entri selesai bila isiannya berubah, barisnya dihapus, atau
    “dikonfirmasi” diisi true (lihat juga renjadoc gulir --konfirmasi).

    Mengapa: pagu dan target tahun lalu yang lupa diperbarui terlihat seperti isian yang benar.
    Sumber: Permendagri 86/2017 (prakiraan maju menjadi bahan rencana tahun berikutnya).

    Gagal:
        tinjau.json := {"tinjau": [{"berkas": "dokumen.json", "letak": "/pengesahan/nama", "nilai": "Nama Pejabat",
        "alasan": "pastikan pejabat yang menandatangani"}]}
    Lolos:
        tinjau.json := {"tinjau": [{"berkas": "dokumen.json", "letak": "/pengesahan/nama", "nilai": "Nama Pejabat",
        "alasan": "pastikan pejabat yang menandatangani", "dikonfirmasi": true}]}
    """
    hint = "Perbarui isiannya; bila sudah benar: renjadoc gulir --konfirmasi FOLDER BERKAS."
    for mark in tinjau.open_entries(reading.folder):
        yield Finding(mark.source, mark.pointer, f"terbawa dari tahun lalu: {mark.reason}", hint)


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
        yield Finding(remark.source, remark.pointer, said, hint)
