"""Numbers and letters that people type before the items of a list: (1), (2), (3), or a., b., c."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

#: `(2)` and `b)` within a text; behind these words it is part of a law.
_INLINE = re.compile(r"(?<![\w(])(?P<kurung>\()?(?P<nomor>\d{1,2}|[a-z])\)(?=\s)")
_OF_LAW = re.compile(
    r"\b(?:ayat|[Pp]asal|huruf|angka|butir|nomor|rumus|kolom|baris)\s*"
    r"(?:\(?\w{1,2}\)?\s*(?:,|dan|atau|sampai dengan)\s*)?$"
)
#: What an item of a list begins with that was typed paragraph by paragraph.
_FIRST = re.compile(r"(?P<nomor>\d{1,2}|[a-z])(?P<tanda>[.)])\s+(?=\S)")


@rule("RJ224", "Nomor atau huruf butir berulang atau melompat")
def check_numbering(reading: Reading) -> Iterator[Finding]:
    """Nomor yang diketik di depan butir-butir berurutan: (1), (2), (3), atau a., b., c., tanpa yang berulang atau
    hilang.

    Diperiksa dalam satu paragraf, dan pada paragraf yang berturut-turut. Nomor ayat dan huruf dalam peraturan tidak
    diperiksa, begitu pula daftar yang dinomori renjadoc sendiri.

    Mengapa: butir yang dihapus atau ditambah meninggalkan nomor yang lama.
    Sumber: kebiasaan verifikasi bagian hukum.

    Gagal:
        bab-5.json /isi/0 = "Kaidahnya: (1) menurut target; (3) dilaporkan; dan (3) dievaluasi."
    Gagal:
        bab-5.json /isi = ["Kaidahnya:", "a. menurut target;", "b. dilaporkan; dan", "d. dievaluasi."]
    Gagal:
        bab-5.json /isi/0 = "Kaidahnya: pertama, menurut target; kedua, dilaporkan; keempat, dievaluasi."
    Lolos:
        bab-5.json /isi/0 = "Kaidahnya: (1) menurut target; (2) sesuai Pasal 5 ayat (3); dan (3) dievaluasi."
    """
    for passage in reading.passages.find_pattern(_INLINE):
        yield from _check_inline(passage)
    yield from _check_paragraphs(reading)
    yield from _check_ordinals(reading)


_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_ORDINAL = re.compile(rf"(?:^|[;:.,]\s+(?:dan\s+)?)(?P<nomor>{'|'.join(_ORDINALS)}),\s", re.IGNORECASE)


def _check_ordinals(reading: Reading) -> Iterator[Finding]:
    """`pertama, …; kedua, …; keempat, …` within one paragraph."""
    for passage in reading.passages.find_words(("pertama,",)):
        marks = list(_ORDINAL.finditer(passage.text)) if passage.kind in {"paragraf", "butir"} else []
        places = [_ORDINALS.index(mark["nomor"].casefold()) for mark in marks]
        if not places or places[0] != 0:
            continue
        wrong = next((index for index, place in enumerate(places) if place != index), None)
        if wrong is not None and passage.is_typed(*marks[wrong].span("nomor")):
            yield _tell(passage, marks[wrong]["nomor"], _ORDINALS[places[wrong - 1] + 1])


def _check_inline(passage: Passage) -> Iterator[Finding]:
    if passage.kind not in {"paragraf", "butir"}:
        return
    text = passage.text
    marks = [m for m in _INLINE.finditer(text) if not _OF_LAW.search(text[max(0, m.start() - 20) : m.start()])]
    for is_letter in (False, True):
        items = [mark for mark in marks if mark["nomor"].isalpha() is is_letter]
        wrong = _find_out_of_order([mark["nomor"] for mark in items])
        if wrong is not None and passage.is_typed(*items[wrong].span("nomor")):
            yield _tell(passage, items[wrong][0], _next(items[wrong - 1]["nomor"]))


def _check_paragraphs(reading: Reading) -> Iterator[Finding]:
    """`a.`, `b.`, `d.` before paragraphs that follow each other in a section."""
    run: list[tuple[Passage, re.Match[str]]] = []
    for passage in [*reading.passages, None]:
        match = _FIRST.match(passage.text) if passage is not None and passage.kind in {"paragraf", "butir"} else None
        if match is not None and passage is not None and (not run or _goes_on(run, passage, match)):
            run.append((passage, match))
            continue
        wrong = _find_out_of_order([item["nomor"] for _, item in run])
        if wrong is not None:
            yield _tell(run[wrong][0], run[wrong][1][0].strip(), _next(run[wrong - 1][1]["nomor"]))
        run = [(passage, match)] if match is not None and passage is not None else []


def _goes_on(run: list[tuple[Passage, re.Match[str]]], passage: Passage, match: re.Match[str]) -> bool:
    """Whether a paragraph is numbered as the one before it in the same section is."""
    before, item = run[-1]
    is_same = item["tanda"] == match["tanda"] and item["nomor"].isalpha() is match["nomor"].isalpha()
    return is_same and before.source is passage.source and before.section is passage.section


def _find_out_of_order(numbers: list[str]) -> int | None:
    """Which of the numbers is not the one after that before it; None where they begin otherwise, or begin anew."""
    if len(numbers) < 2 or numbers[0] not in {"1", "a"}:
        return None
    wrong = [at for at in range(1, len(numbers)) if numbers[at] != _next(numbers[at - 1])]
    is_anew = any(numbers[at] in {"1", "a"} for at in wrong)
    return None if not wrong or is_anew else wrong[0]


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)


def _tell(passage: Passage, written: str, expected: str) -> Finding:
    message = f"butir bernomor {written.strip()}, seharusnya {expected}"
    hint = "Perbaiki nomornya; daftar yang ditulis sebagai daftar dinomori otomatis."
    return Finding.of(passage, message, hint, written.strip())
