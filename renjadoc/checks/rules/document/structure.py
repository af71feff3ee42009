"""How the document hangs together: headings, the list of chapters, tables, and the references to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import keep_words
from renjadoc.content.pointers import join
from renjadoc.narrative.passages import SOURCE_KINDS
from renjadoc.problem import Severity, shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import urusan

if TYPE_CHECKING:
    from renjadoc.content.file_types import KerangkaBab, KerangkaBagian, KerangkaLampiran


@rule("RJ211", "Bagian wajib belum ada", Severity.ERROR, needs=("bab",))
def check_required_sections(reading: Reading) -> Iterator[Finding]:
    """Semua bagian yang diwajibkan kerangka ada, dalam bab yang benar dan menurut urutannya.

    Sebuah judul cocok bila memuat kata-kata pokoknya, jadi kalimat judul boleh berbeda. Kerangkanya data: bawaan
    (permendagri-54-2010, permendagri-86-2017, permendagri-14-2026, bebas) atau buatan sendiri dalam folder kerangka/.

    Mengapa: bab dan bagian yang salah adalah hal pertama yang diperiksa verifikator.
    Sumber: kerangka yang dipilih dalam dokumen.json.

    Gagal:
        bab-1.json /bagian/1/judul = "Gambaran Umum"
    Lolos:
        bab-1.json /bagian/1/judul = "Dasar Hukum Penyusunan"
    """
    kerangka = reading.folder.kerangka
    for chapter, (wanted, source) in enumerate(zip(kerangka.get("bab", []), reading.folder.bab, strict=False), 1):
        present = [reading.printed(child["judul"]) for child in source.data.get("bagian", [])]
        place = -1
        for section in wanted.get("bagian", []):
            found = [index for index, title in enumerate(present) if fits_outline(title, section)]
            ordered = [index for index in found if index > place]
            if ordered:
                place = ordered[0]
                continue
            if not found and section.get("syarat") == "spm" and not _has_spm(reading):
                continue
            where = f"BAB {indonesian.romawi(chapter)}"
            fault = "tidak pada urutannya" if found else "belum ada"
            message = f"bagian “{section['judul']}” {fault} dalam {where}"
            hint = f"Menurut {kerangka['nama']}: {'; '.join(s['judul'] for s in wanted['bagian'])}."
            yield Finding(source, "/bagian" if present else "", message, hint)


def _has_spm(reading: Reading) -> bool:
    """Whether a bidang urusan of the plan has minimum standards of service."""
    plans = reading.tables.of_kind("rencana-program")
    programs = (row.node["kode"] or "" for plan in plans for row in plan.rows_of("program"))
    return any(map(urusan.has_spm, programs))


@rule("RJ212", "Judul bab tidak sesuai kerangka", needs=("bab",))
def check_chapter_titles(reading: Reading) -> Iterator[Finding]:
    """Judul bab sesuai dengan kerangka yang dipilih.

    Mengapa: bab yang tertukar, atau kerangka lama yang terbawa, membuat Renja dikembalikan.
    Sumber: kerangka yang dipilih dalam dokumen.json.

    Gagal:
        bab-3.json /judul = "Rencana Kerja dan Pendanaan"
    Lolos:
        bab-3.json /judul = "Tujuan serta Sasaran Dinas"
    """
    kerangka = reading.folder.kerangka
    for chapter, (wanted, source) in enumerate(zip(kerangka.get("bab", []), reading.folder.bab, strict=False), 1):
        title = reading.printed(source.data["judul"])
        if not fits_outline(title, wanted):
            message = f"judul BAB {indonesian.romawi(chapter)} “{title}” tidak sesuai dengan kerangka"
            yield Finding(source, "/judul", message, f"{kerangka['nama']}: {wanted['judul']}.")
    is_closed = kerangka.get("bab") and not kerangka.get("lebih")
    for extra in reading.folder.bab[len(kerangka["bab"]) :] if is_closed else []:
        message = f"bab “{reading.printed(extra.data['judul'])}” tidak ada dalam kerangka"
        yield Finding(extra, "/judul", message, f"{kerangka['nama']}; pakai kerangka sendiri bila memang diperlukan.")


def fits_outline(title: str, wanted: KerangkaBab | KerangkaBagian | KerangkaLampiran) -> bool:
    """Whether a heading holds all words of one of the outline's alternatives."""
    words = title.casefold()
    alternatives = wanted.get("cocok") or [keep_words(wanted["judul"])]
    return any(all(word in words for word in alternative.split()) for alternative in alternatives)


_CHAPTER_LINE = re.compile(r"bab\s+([ivxl]+)\b\s*[:.–-]?\s*(.+)", re.IGNORECASE)


@rule("RJ213", "Sistematika berbeda dari judul bab", Severity.ERROR, needs=("bab",))
def check_chapter_list(reading: Reading) -> Iterator[Finding]:
    """Sistematika penulisan yang diketik menyebut judul bab yang sebenarnya.

    Blok {"sistematika": true} membuatnya dari judul yang sebenarnya, jadi tidak dapat salah.

    Mengapa: judul bab diubah belakangan, sistematika di 1.4 tertinggal.
    Sumber: naskah rujukan (bab II dan III bernama lain dalam sistematika).

    Gagal:
        bab-1.json /bagian/3/isi = ["Renja ini terdiri atas:", "BAB I : Pendahuluan", "BAB II : Evaluasi Kinerja Dinas"]
    Lolos:
        bab-1.json /bagian/3/isi = ["Renja ini terdiri atas:", "BAB I : PENDAHULUAN", {"sistematika": true}]
    """
    titles = {indonesian.romawi(n): reading.printed(s.data["judul"]) for n, s in enumerate(reading.folder.bab, 1)}
    for passage in reading.passages:
        if passage.section is None or "sistematika" not in passage.section.data["judul"].casefold():
            continue
        match = _CHAPTER_LINE.match(passage.text)
        if match is None or passage.kind == "judul":
            continue
        real = titles.get(match[1].upper())
        stated = match[2].strip(" .;:")
        hint = 'Ganti seluruh daftar itu dengan {"sistematika": true}.'
        if real is None:
            yield Finding.of(passage, f"BAB {match[1].upper()} tidak ada dalam dokumen", hint)
        elif not stated.casefold().startswith(real.casefold()):
            message = f"sistematika menyebut BAB {match[1].upper()} “{shorten_text(stated)}”, judulnya “{real}”"
            yield Finding.of(passage, message, hint, match[2])


@rule("RJ301", "Judul yang sama dua kali", needs=("bab",))
def check_same_headings(reading: Reading) -> Iterator[Finding]:
    """Tidak ada dua bab atau bagian yang sama judulnya di bawah induk yang sama, atau di antara bagian tingkat dua.

    Mengapa: judul kembar hampir selalu bagian yang tersalin dua kali.
    Sumber: naskah rujukan (3.3 tertulis dua kali).

    Gagal:
        bab-3.json /bagian/1/judul = "Telaahan terhadap Kebijakan Nasional"
    Lolos:
        bab-3.json /bagian/1/judul = "Tujuan dan Sasaran Renja"
    """
    seen: dict[tuple[str, str], str] = {}
    for section in reading.outline.sections:
        title = reading.printed(section.data["judul"])
        parent = "" if section.level < 3 else section.source.name + section.pointer.rpartition("/bagian/")[0]
        key = parent, keep_words(title)
        number = f"BAB {indonesian.romawi(section.chapter)}" if section.level == 1 else section.number
        if key in seen:
            message = f"judul {number} “{shorten_text(title)}” sama dengan judul {seen[key]}"
            hint = "Bedakan judulnya, atau gabungkan kedua bagian."
            yield Finding(section.source, join(section.pointer, "judul"), message, hint)
        else:
            seen[key] = number


_TYPED_NUMBER = re.compile(
    r"(?:BAB\s+[IVX]+\b|\d{1,2}(?:\.\d{1,2})+\.?\s|\(?\d{1,2}[.)]\s|\(?[A-Ga-z]\)\s|(?:[A-Ga-z]|[IVX]{1,4})\.\s|[•▪\-–]\s)"
)


@rule("RJ311", "Nomor diketik pada judul atau butir")
def check_typed_numbers(reading: Reading) -> Iterator[Finding]:
    """Nomor judul dan butir tidak diketik: renjadoc membuatnya.

    Mengapa: nomor yang diketik tercetak dua kali dan tidak ikut berubah.
    Sumber: docs/isi.md.

    Gagal:
        bab-2.json /bagian/1/judul = "2.2. Analisis Kinerja Pelayanan"
    Lolos:
        bab-2.json /bagian/1/judul = "Analisis Kinerja Pelayanan 3 Tahun"
    """
    for passage in reading.passages:
        if passage.kind in {"judul", "butir"} and (match := _TYPED_NUMBER.match(passage.text)):
            what = passage.kind
            if what == "butir" and match[0].startswith("BAB"):
                continue  # A list of the chapters names them.
            message = f"nomor “{match[0].strip()}” diketik pada {what} ini"
            yield Finding.of(passage, message, "Hapus nomornya; nomor dibuat otomatis.", match[0])


@rule("RJ302", "Tabel tidak ditempatkan", needs=("bab",))
def check_unplaced_tables(reading: Reading) -> Iterator[Finding]:
    """Setiap tabel dalam folder tabel ditempatkan di salah satu bab atau lampiran.

    Tabel yang menjadi sumber tabel lain boleh tidak dicetak sendiri. Yang ditempatkan dua kali ditegur RJ033.

    Mengapa: tabel yang sudah diisi tetapi tidak tercetak baru ketahuan ketika Renja dikembalikan.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-2.json /bagian/4/isi = ["Usulan masyarakat tercantum dalam lampiran."]
    Lolos:
        bab-2.json /bagian/4/isi = ["Usulan masyarakat sebagai berikut:", {"tabel": "usulan-masyarakat"}]
    """
    placed = reading.outline.placed
    sources = {table.data.get("sumber") for name, table in reading.folder.tabel.items() if name in placed}
    for name, source in sorted(reading.folder.tabel.items()):
        if name not in placed and name not in sources:
            hint = f'Tempatkan dengan {{"tabel": "{name}"}} dalam sebuah bab atau lampiran, atau hapus berkasnya.'
            yield Finding(source, "", f"tabel “{name}” tidak ditempatkan di bab atau lampiran mana pun", hint)


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
        if source is None or not source.data["judul"]:
            continue
        title = " ".join(reading.printed(line) for line in source.data["judul"])
        if other := seen.get(title.casefold()):
            message = f"judul “{shorten_text(title)}” sama dengan judul tabel “{other}”"
            yield Finding(source, "/judul", message, "Bedakan judulnya.")
        else:
            seen[title.casefold()] = name


_TYPED = re.compile(r"\b([Tt]abel|[Gg]ambar|TABEL|GAMBAR)\s+(\d+(?:\.\d+)?)\b(?!\.\d)")
_CHAPTER = re.compile(r"\b(?:BAB|Bab|bab)\s+([IVX]+|(?-i:[ivx]+))\b")
_SECTION = re.compile(r"\b(?:[Ss]ub ?bab|SUBBAB)\s+(\d+(?:\.\d+)+)\b")
#: So far before a reference the document that it is of is named.
_FARTHEST = 80
_OTHER_DOCUMENT = (
    r"(?:Renstra|RPJ[MP][DN]?|RKPD|LKjIP|Permendagri|Kepmendagri|Peraturan|Undang|Perda|UU|PP|Lampiran|dokumen)\b"
)
_BEFORE_OTHER = re.compile(rf"\b{_OTHER_DOCUMENT}[^.;]{{0,40}}$")
_AFTER_OTHER = re.compile(rf",?\s+(?:(?:dalam|pada|dari|di|buku)\s+)?{_OTHER_DOCUMENT}")


def _is_of_other_document(match: re.Match[str]) -> bool:
    start, end = match.span()
    before = match.string[max(0, start - _FARTHEST) : start]
    return bool(_BEFORE_OTHER.search(before) or _AFTER_OTHER.match(match.string, end))


@rule("RJ304", "Rujukan yang diketik tidak ada tujuannya", Severity.ERROR, needs=("bab", "tabel", "regulasi"))
def check_typed_references(reading: Reading) -> Iterator[Finding]:
    """Rujukan yang diketik (“Tabel 2.7”, “BAB VI”, “subbab 2.9”) menunjuk tabel, gambar, bab, atau subbab yang ada.

    Rujukan ke dokumen lain (Tabel 3 dalam Renstra, Lampiran Permendagri) dan yang ada dalam catatan kaki atau baris
    sumber tidak diperiksa.

    Mengapa: nomor tabel berubah ketika sebuah tabel disisipkan; rujukan yang diketik tertinggal.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Rinciannya tercantum dalam Tabel 2.9."
    Lolos:
        bab-5.json /isi/0 = "Rinciannya tercantum dalam {{ rujuk('evaluasi') }}, BAB IV, dan subbab 2.1."
        bab-5.json /isi/0 = "Kemiskinan turun^[BPS, Tabel 2.9.] pada tahun itu."
    """
    labels = set(reading.outline.labels.values())
    chapters = {indonesian.romawi(number) for number in range(1, len(reading.folder.bab) + 1)}
    numbers = {section.number.rstrip(".") for section in reading.outline.sections}
    name_it = "Rujuk dengan nama, misalnya {{ rujuk('evaluasi') }}; nomornya lalu selalu benar."
    how_many = f"Dokumen ini mempunyai {len(chapters)} bab."
    for passage in reading.passages.find_words(("tabel", "gambar", "bab")):
        if passage.kind in SOURCE_KINDS:
            continue
        in_list = passage.section is not None and "sistematika" in passage.section.data["judul"].casefold()
        strays = [
            *((m, name_it) for m in _TYPED.finditer(passage.text) if f"{m[1].capitalize()} {m[2]}" not in labels),
            *((m, how_many) for m in _CHAPTER.finditer(passage.text) if m[1].upper() not in chapters and not in_list),
            *((m, "Periksa nomornya.") for m in _SECTION.finditer(passage.text) if m[1] not in numbers and not in_list),
        ]
        for match, hint in strays:
            if passage.is_typed(*match.span()) and not _is_of_other_document(match):
                yield Finding.of(passage, f"{match[0]} tidak ada dalam dokumen", hint, match[0])
