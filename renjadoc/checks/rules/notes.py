"""Notes left over in the text: those of the office among itself, and open ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading

_NOTE = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+)\b|\?\?+|\((?:\s*|\.{2,}|…)\)|\[(?:\s*|\.{2,}|…)\]|(?<!\.)\.{4,}|…{2,}|_{2,}"
    r"|\b(?:apa|apakah) perlu\b[^.?]{0,60}\??|\b(?:cek|konfirmasi|tanya(?:kan)?) (?:lagi|dulu)\b|\btanya(?:kan)? ke\b"
    r"|\blorem ipsum\b|\bbelum ada data\b|\b20xx\b|\((?:belum|akan|mohon|harap) (?:diisi|dilengkapi)[^)]*\)"
    r"|\(diisi (?:oleh )?(?:bidang|sekretariat|bappeda)[^)]*\)|\b(?:data|angka|target|pagu|rincian|lampiran) menyusul\b"
    r"|\(menyusul\)|^menyusul\.?$",
    re.IGNORECASE,
)


#: One of these stands in every text that `_NOTE` matches.
_NOTE_WORDS = (
    "todo", "fixme", "tbd", "xxx", "??", "()", "( ", "(.", "(…", "[]", "[ ", "[.", "[…", "....", "……", "__",
    "apa perlu", "apakah perlu", "cek ", "konfirmasi ", "tanya", "lorem", "belum ada data", "20xx", "menyusul",
    "(belum ", "(akan ", "(mohon ", "(harap ", "(diisi ",
)  # fmt: skip


@rule("RJ507", "Catatan kerja tertinggal")
def check_leftover_notes(reading: Reading) -> Iterator[Finding]:
    """Tidak ada catatan kerja yang tertinggal: TODO, ???, kurung kosong, titik-titik, “apa perlu …?”.

    Catatan yang sengaja dibuka ditulis [[seperti ini]] dan mempunyai aturannya sendiri.

    Mengapa: catatan antarstaf ikut tercetak.
    Sumber: naskah rujukan (“apa perlu honor Tim”).

    Gagal:
        bab-5.json /isi/0 = "Honor tim penyusun (apa perlu honor tim?) dianggarkan."
    Lolos:
        bab-5.json /isi/0 = "Honor tim penyusun (empat orang) dianggarkan."
    """
    for source, pointer, match in walk.typed_texts(reading, _NOTE, words=_NOTE_WORDS):
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
    for source in [reading.folder.dokumen, *reading.folder.bab, *reading.folder.tabel.values()]:
        for pointer, text in reading.marked(source):
            for match in _OPEN.finditer(text):
                if not match["tutup"]:
                    continue
                note = match[1].strip() or "…"
                hint = "Putuskan, lalu hapus kurung sikunya."
                yield Finding(source, pointer, f"masih terbuka: {walk.short(note, 80)}", hint, match[0])
