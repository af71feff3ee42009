"""What stands twice: paragraphs, items, sentences, rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import keep_words
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables import bebas

#: A text shorter than this may stand twice on purpose.
_LONG = 80
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


@rule("RJ514", "Paragraf, butir, atau kalimat tersalin dua kali")
def check_doubled_passages(reading: Reading) -> Iterator[Finding]:
    """Tidak ada paragraf panjang, butir sebuah daftar, atau kalimat berurutan yang tertulis dua kali.

    Mengapa: salinan yang lupa diubah; pembaca mencari perbedaannya.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Demikian Renja ini disusun. Demikian Renja ini disusun."
    Gagal:
        bab-5.json /isi = [{"daftar": "1.", "butir": ["pembinaan koperasi;", "pembinaan koperasi; dan", "pemasaran."]}]
    Lolos:
        bab-5.json /isi = ["Renja ini menjadi pedoman.", "Renja ini menjadi pedoman."]
    """
    seen: dict[str, str] = {}
    items: dict[tuple[str, str, str], str] = {}
    for passage in reading.passages:
        text = keep_words(passage.text)
        if passage.kind in {"paragraf", "butir", "kutipan"}:
            yield from _find_doubled_sentences(passage)
            if len(passage.text) >= _LONG and text in seen:
                message = f"“{shorten_text(passage.text)}” sudah tertulis {seen[text]}"
                yield Finding.of(passage, message, "Hapus salah satunya.")
            else:
                number = passage.section.number if passage.section else ""
                seen.setdefault(text, f"dalam {number}" if number else "sebelumnya")
        if passage.kind == "butir" and text:
            key = (
                passage.source.name,
                passage.pointer.rpartition("/butir/")[0],
                re.sub(r" (?:dan|serta|atau)$", "", text),
            )
            if key in items and len(passage.text) < _LONG:
                message = f"butir “{shorten_text(passage.text)}” sama dengan butir {items[key]}"
                yield Finding.of(passage, message, "Hapus salah satunya.")
            else:
                items[key] = str(int(re.findall(r"\d+", passage.pointer.rpartition("/butir/")[2])[0]) + 1)


def _find_doubled_sentences(passage: Any) -> Iterator[Finding]:
    sentences = _SENTENCE_END.split(passage.text)
    seen: set[str] = set()
    for sentence in sentences if len(sentences) > 1 else ():
        text = keep_words(sentence)
        begins = next((one for one in seen if text.startswith(f"{one} ") and len(one.split()) > 3), "")
        if begins or (text in seen and len(text.split()) > 2):
            message = f"kalimat “{shorten_text(sentence)}” tertulis dua kali dalam paragraf ini"
            yield Finding.of(passage, message, "Hapus salah satunya.", sentence.strip())
            return
        seen.add(text)


@rule("RJ315", "Baris tabel tersalin dua kali")
def check_doubled_rows(reading: Reading) -> Iterator[Finding]:
    """Tidak ada dua baris yang sama: sub kegiatan bernama sama dalam satu kegiatan, usulan, indikator, baris tabel
    bebas.

    Mengapa: baris kembar dihitung dua kali, walaupun kodenya sudah diubah.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/1/nama = "Penyusunan Dokumen Perencanaan"
    Gagal:
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Pelatihan tata boga", "lokasi": "Kelurahan Makam",
        "volume": "1 paket", "anggaran": 50000000}
    Lolos:
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Pelatihan tata boga", "lokasi": "Kelurahan Lain",
        "volume": "1 paket", "anggaran": 50000000}
    """
    seen: dict[tuple[str, ...], str] = {}
    for source, pointer, key, name in _list_row_keys(reading):
        if key in seen:
            message = f"baris “{shorten_text(reading.printed(name))}” sudah ada di atasnya"
            yield Finding(source, pointer, message, "Hapus salah satunya, atau bedakan isinya.")
        seen[key] = pointer


def _list_row_keys(reading: Reading) -> Iterator[tuple[Any, str, tuple[str, ...], str]]:
    """Every row that may not stand twice: file, pointer, what makes it the same, its name."""
    for source, pointer, sub in walk.sub_kegiatan(reading):
        parent = pointer.rpartition("/sub_kegiatan/")[0]
        if sub["nama"][:1].isalnum():
            yield source, f"{pointer}/nama", (source.name, parent, keep_words(sub["nama"])), sub["nama"]
    for source in reading.folder.tables_of("usulan-masyarakat"):
        for index, row in enumerate(source.data["usulan"]):
            key = (source.name, *(keep_words(str(row.get(field))) for field in ("usulan", "lokasi", "volume")))
            yield source, f"/usulan/{index}", key, row["usulan"]
    for source, pointer, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        yield source, f"{pointer}/nama", (source.name, "capaian", keep_words(node["nama"])), node["nama"]
    for source in reading.folder.tables_of("bebas"):
        for index, row in enumerate(source.data["baris"]):
            cells = bebas.list_cells(row)
            said = json.dumps(cells, default=str)
            if len(cells) > 2 and len(re.findall(r"[A-Za-z]{4,}", said)) > 1 and re.search(r"\d{2}", said):
                first = next((cell for cell in cells if isinstance(cell, str) and cell[:1].isalpha()), "")
                yield source, f"/baris/{index}", (source.name, "bebas", keep_words(said)), first or said
