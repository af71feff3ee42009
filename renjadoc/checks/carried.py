"""What gulir took over from last year and nobody has looked at since."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.rule import Finding
from renjadoc.content import marks
from renjadoc.reading import Reading


def not_looked_at(reading: Reading) -> Iterator[Finding]:
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
    for mark in marks.still_open(reading.folder):
        yield Finding(mark.source, mark.pointer, f"terbawa dari tahun lalu: {mark.reason}", hint)
