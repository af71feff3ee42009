"""Abbreviations of government whose long form a regulation sets, explained by another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from renjadoc import resources
from renjadoc.checks.abbreviations import list_explained
from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading

#: Words of which no abbreviation has a letter.
_SMALL = frozenset({"dan", "dengan", "dari", "di", "pada", "untuk", "yang"})


@cache
def _read_known() -> dict[str, list[tuple[str, ...]]]:
    """The long forms of every abbreviation of the list, each as its telling words in small letters."""
    lines = (resources.dictionary_folder() / "singkatan.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if not line.startswith("#"))
    return {short: [_split(one) for one in full.split(" | ")] for short, _, full in pairs if full}


def _split(text: str) -> tuple[str, ...]:
    words = re.split(r"[\s,/-]+", text.strip().casefold())
    return tuple(word for word in words if word and word not in _SMALL)


@rule("RJ531", "Kepanjangan singkatan keliru", needs=("bab",))
def check_known_abbreviations(reading: Reading) -> Iterator[Finding]:
    """Singkatan yang kepanjangannya ditetapkan peraturan (SIPD, DAU, RKPD) dijelaskan dengan kepanjangan itu.

    Daftarnya dalam renjadoc/data/kamus/singkatan.txt. Ditegur bila satu kata kepanjangannya lain, atau bila kepanjangan
    itu milik singkatan lain dari daftar; singkatan yang di kantor ini berarti hal lain tidak ditegur.

    Mengapa: “Dana Alokasi Khusus (DAU)” mengubah sumber dana, dan SIPD bukan lagi Sistem Informasi Pembangunan Daerah.
    Sumber: peraturan yang disebut dalam daftarnya; UU 12/2011 Lampiran II.

    Gagal:
        bab-5.json /isi/0 = "Pagunya bersumber dari Dana Alokasi Khusus (DAU)."
    Gagal:
        bab-5.json /isi/0 = "Renja diinput ke dalam Sistem Informasi Pembangunan Daerah (SIPD)."
    Lolos:
        bab-5.json /isi/0 = "Pagunya bersumber dari dana alokasi umum (DAU) dan diinput ke dalam Sistem Informasi
        Pemerintahan Daerah (SIPD)."
    Lolos:
        bab-5.json /isi/0 = "Bantuan disalurkan oleh Satuan Pelayanan Masyarakat (SPM) di setiap kecamatan."
    """
    known = _read_known()
    owners = {form: short for short, forms in known.items() for form in forms}
    for passage, short, before, start, end in list_explained(reading):
        words, forms = _split(before), known.get(short)
        if not forms or passage.kind == "kutipan" or not passage.is_typed(start, end):
            continue
        if any(words[-len(form) :] == form for form in forms):
            continue
        of_other = next((owner for form, owner in owners.items() if words[-len(form) :] == form), "")
        if of_other or any(_is_slip(words[-len(form) :], form) for form in forms):
            right = " ".join(_read_written(short))
            said = f", yang kepanjangan {of_other}" if of_other else ""
            message = f"{short} dijelaskan sebagai “{before.strip()}”{said}"
            yield Finding.of(passage, message, f"{short} adalah {right}.", short)


def _is_slip(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Whether words are a long form but for one of three or more, which begins with the same letter and is another."""
    if len(words) != len(form) or len(form) < _FEWEST_WORDS:
        return False
    wrong = [(one, other) for one, other in zip(words, form, strict=True) if one[:4] != other[:4]]
    return len(wrong) == 1 and wrong[0][0][:1] == wrong[0][1][:1]


#: Of a shorter long form one word is too much to be a slip.
_FEWEST_WORDS = 3


def _read_written(short: str) -> tuple[str, ...]:
    """The first long form of an abbreviation as the list writes it."""
    lines = (resources.dictionary_folder() / "singkatan.txt").read_text("utf-8").splitlines()
    full = next(line.partition(" = ")[2] for line in lines if line.startswith(f"{short} = "))
    return tuple(full.partition(" | ")[0].split())
