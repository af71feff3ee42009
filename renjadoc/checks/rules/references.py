"""Tables and the references to them: placed, told apart by their captions, and there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc import indonesian
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import Severity
from renjadoc.reading import Reading


@rule("RJ302", "Tabel tidak ditempatkan", needs=("bab",))
def check_unplaced_tables(reading: Reading) -> Iterator[Finding]:
    """Setiap tabel dalam folder tabel ditempatkan di salah satu bab.

    Tabel yang menjadi sumber tabel lain boleh tidak dicetak sendiri. Yang ditempatkan dua kali adalah galat RJ033.

    Mengapa: tabel yang sudah diisi tetapi tidak tercetak baru ketahuan ketika Renja dikembalikan.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-2.json /bagian/4/isi = ["Usulan masyarakat tercantum dalam lampiran."]
    Lolos:
        bab-2.json /bagian/4/isi = ["Usulan masyarakat sebagai berikut:", {"tabel": "usulan-masyarakat"}]
    """
    placed = reading.outline.placed
    sources = {view.data["sumber"] for view in reading.folder.tables_of("review-rkpd") if view.path.stem in placed}
    for name, source in sorted(reading.folder.tabel.items()):
        if name not in placed and name not in sources:
            hint = f'Tempatkan dengan {{"tabel": "{name}"}} dalam sebuah bab, atau hapus berkasnya.'
            yield Finding(source, "", f"tabel “{name}” tidak ditempatkan di bab mana pun", hint)


@rule("RJ303", "Judul tabel yang sama dua kali")
def check_same_captions(reading: Reading) -> Iterator[Finding]:
    """Tidak ada dua tabel yang judulnya sama.

    Mengapa: pembaca tidak dapat membedakan tabel yang dirujuk; biasanya salah satunya salinan.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/evaluasi.json /judul = ["Capaian Kinerja Pelayanan"]
    Lolos:
        tabel/evaluasi.json /judul = ["Evaluasi Pelaksanaan Renja Tahun {{ tahun - 1 }}"]
    """
    seen: dict[str, str] = {}
    for name in reading.outline.placed:
        source = reading.folder.tabel.get(name)
        if source is None:
            continue
        title = " ".join(reading.printed(line) for line in source.data["judul"])
        if other := seen.get(title.casefold()):
            message = f"judul “{walk.short(title)}” sama dengan judul tabel “{other}”"
            yield Finding(source, "/judul", message, "Bedakan judulnya.")
        else:
            seen[title.casefold()] = name


_TYPED = re.compile(r"\b(Tabel|Gambar)\s+(\d+(?:\.\d+)?)\b(?!\.\d)")


_CHAPTER = re.compile(r"\b(?:BAB|Bab|bab)\s+([IVX]+)\b")


_SECTION = re.compile(r"\b(?:Subbab|subbab|Sub bab)\s+(\d+(?:\.\d+)+)\b")


_OTHER_DOCUMENT = (
    r"(?:Renstra|RPJ[MP][DN]?|RKPD|LKjIP|Permendagri|Kepmendagri|Peraturan|Undang|Perda|UU|PP|Lampiran|dokumen)\b"
)


_BEFORE_OTHER = re.compile(rf"\b{_OTHER_DOCUMENT}[^.;]{{0,40}}$")


_AFTER_OTHER = re.compile(rf",?\s+(?:(?:dalam|pada|dari|di|buku)\s+)?{_OTHER_DOCUMENT}")


def _is_of_other_document(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_BEFORE_OTHER.search(before) or _AFTER_OTHER.match(after))


@rule(
    "RJ304", "Rujukan yang diketik menunjuk sesuatu yang tidak ada", Severity.ERROR, needs=("bab", "tabel", "regulasi")
)
def check_typed_references(reading: Reading) -> Iterator[Finding]:
    """Rujukan yang diketik (“Tabel 2.7”, “BAB VI”, “subbab 2.9”) menunjuk tabel, gambar, bab, atau subbab yang ada.

    Rujukan ke dokumen lain (Tabel 3 dalam Renstra, Lampiran Permendagri) tidak diperiksa.

    Mengapa: nomor tabel berubah ketika sebuah tabel disisipkan; rujukan yang diketik tertinggal.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Rinciannya tercantum dalam Tabel 2.9."
    Lolos:
        bab-5.json /isi/0 = "Rinciannya tercantum dalam {{ rujuk('evaluasi') }} dan BAB IV."
    """
    labels = set(reading.outline.labels.values())
    chapters = {indonesian.romawi(number) for number in range(1, len(reading.folder.bab) + 1)}
    numbers = {section.number for section in reading.outline.sections}
    name_it = "Rujuk dengan nama, misalnya {{ rujuk('evaluasi') }}; nomornya lalu selalu benar."
    how_many = f"Dokumen ini mempunyai {len(chapters)} bab."
    for passage in reading.passages.holding(("tabel", "gambar", "bab")):
        in_list = passage.section is not None and "sistematika" in passage.section.data["judul"].casefold()
        strays = [
            *((m, name_it) for m in _TYPED.finditer(passage.text) if f"{m[1]} {m[2]}" not in labels),
            *((m, how_many) for m in _CHAPTER.finditer(passage.text) if m[1] not in chapters and not in_list),
            *((m, "Periksa nomornya.") for m in _SECTION.finditer(passage.text) if m[1] not in numbers and not in_list),
        ]
        for match, hint in strays:
            if passage.is_typed(*match.span()) and not _is_of_other_document(match):
                yield Finding(passage.source, passage.pointer, f"{match[0]} tidak ada dalam dokumen", hint, match[0])
