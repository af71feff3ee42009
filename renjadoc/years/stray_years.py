"""Years typed in the narrative that a placeholder should have covered, and the placeholders in their place.

Only what says itself that it is a year of this document is offered: after “Tahun”, Renja, RKPD and the like, and not
within what stays from year to year: a regulation, a date, a period, another plan, something that happened once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renjadoc.checks.sentences import is_year_of_others, names_other_plan, write_year
from renjadoc.content import pointers
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading
from renjadoc.tables.kinds import KINDS


@dataclass(frozen=True)
class Offer:
    """A typed year or period, which stands in the text at `pointer` from `start` to `end`."""

    source: Source
    pointer: str
    start: int
    end: int
    typed: str
    placeholder: str

    @property
    def line(self) -> int:
        """The line of its text in the file."""
        return self.source.at(self.pointer).line or 1


_YEAR = re.compile(r"\b20\d\d\b")
_PERIOD = re.compile(r"\b(?P<awal>20\d\d)\s*[-–—]\s*(?P<akhir>20\d\d)\b")
_ONCE = "sejak|semenjak|dari|mulai|berdiri|dibentuk|didirikan|diresmikan"
_PLANS = "Renja|Rencana Kerja|RKPD|APBD|Pagu Indikatif|Prakiraan Maju|KUA|PPAS|RKA|DPA"
#: What a year of the document stands behind: one of these words at once, a plan's name near by, or another such year.
_INTRODUCED = re.compile(
    rf"(?:\b(?:tahun(?: anggaran)?|anggaran|(?-i:TA)|(?-i:T\.A\.))\s+|\b(?:{_PLANS})\b[^.;:\d]{{0,80}}?\s"
    r"|\btahun\s+(?:20\d\d(?:,\s*|\s+(?:dan|atau|serta|maupun)\s+))+)$",
    re.IGNORECASE,
)
#: A year gone by is one of the document's where its sentence tells of the work; otherwise it is a fact.
_WORK = re.compile(
    rf"\b(?:{_PLANS}|anggaran|evaluasi|realisasi|capaian|tercapai|dicapai|target|triwulan|serapan|kinerja"
    r"|dilaksanakan|melaksanakan|pelaksanaan)\b",
    re.IGNORECASE,
)
#: So many characters before a year say whose it is.
_NEAR = 200
_EVENT = re.compile(r"\b(?:pandemi|covid|krisis|gempa|tsunami|pemekaran)", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Offer]:
    """The offers for the narrative and for the captions of tables whose years move, in reading order."""
    constant = fixed(reading.folder)
    for passage in reading.passages:
        text = str(pointers.value_at(passage.source.data, passage.pointer))
        for start, end, placeholder in sorted(_found(passage, blank(constant, text), reading)):
            yield Offer(passage.source, passage.pointer, start, end, text[start:end], placeholder)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches blotted out, so that places stay what they were."""
    return pattern.sub(lambda match: "█" * len(match[0]), text)


def fixed(folder: Folder) -> re.Pattern[str]:
    """Computed and open matters, regulations with their titles, letters, gazettes, and what happened once.

    A title that the folder does not list is taken to reach to the end of its clause.
    """
    entries = [entry for source in folder.regulasi.values() for entry in source.data["regulasi"]]
    listed = sorted({re.escape(entry["tentang"]) for entry in entries if entry.get("tentang")}, reverse=True)
    titles = "|".join([*(rf"{title}(?=\s*(?:[,.;()]|$))" for title in listed), r"[^.;(]*"])
    return re.compile(
        r"\[\[.*?\]\]|\{\{.*?\}\}"
        rf"|\bNomor\s*:?\s*[\w./-]*\d[\w./-]*(?:\s+Tahun\s+\d{{4}})?(?:,?\s+tentang\s+(?:{titles}))?"
        r"|\bTahun\s+\d{4}\s+Nomor\b"
        rf"|\b(?:{_ONCE})\s+(?:(?:pada|di|akhir|awal)\s+)*(?:tahun\s+)?\d{{4}}\b",
        re.IGNORECASE,
    )


Found = tuple[int, int, str]


def _found(passage: Passage, text: str, reading: Reading) -> Iterator[Found]:
    """Where the years and periods of a passage stand (`text` is without what is fixed), and their placeholders."""
    kind, tahun = passage.source.data.get("jenis"), reading.folder.tahun
    if kind in {None, "target-renstra"} and passage.kind != "kutipan":
        yield from _periods(text, reading)
    if passage.kind == "judul_tabel":
        yield from _of_caption(text, tahun) if kind and KINDS[kind].follows_year else ()
    elif passage.kind != "kutipan" and (kind is None or KINDS[kind].follows_year):
        yield from _of_narrative(blank(_PERIOD, text), tahun)


def _of_caption(text: str, tahun: int) -> Iterator[Found]:
    """The columns of a table reach from five years back to the year ahead."""
    for match in _YEAR.finditer(text):
        if -5 <= int(match[0]) - tahun <= 1 and not is_year_of_others(text[: match.start()]):
            yield *match.span(), write_year(int(match[0]) - tahun)


def _periods(text: str, reading: Reading) -> Iterator[Found]:
    period = reading.folder.facts["renstra"]
    for match in _PERIOD.finditer(text):
        own = (int(match["awal"]), int(match["akhir"])) == (period["awal"], period["akhir"])
        clause = re.split(r"[.;:]", text[: match.start()])[-1]
        if own and not names_other_plan(clause + text[match.end() : match.end() + 30], reading):
            yield *match.span(), "{{ renstra.periode }}"


def _of_narrative(text: str, tahun: int) -> Iterator[Found]:
    for offset, sentence in split_sentences(text):
        for match in _YEAR.finditer(sentence):
            step, before = int(match[0]) - tahun, sentence[max(0, match.start() - _NEAR) : match.start()]
            if abs(step) > 2 or not _INTRODUCED.search(before) or is_year_of_others(before):
                continue
            if step >= 0 or (_WORK.search(sentence) and not _EVENT.search(sentence)):
                yield offset + match.start(), offset + match.end(), write_year(step)


# Writing


def filled(text: str, offers: Iterable[Offer]) -> str:
    """A text of the content with its offers taken."""
    for offer in sorted(offers, key=lambda offer: offer.start, reverse=True):
        text = text[: offer.start] + offer.placeholder + text[offer.end :]
    return text


_CHARACTER = re.compile(r"\\u[dD][89abAB]..\\u....|\\u....|\\.|.", re.DOTALL)


def written(raw: str, offers: Iterable[Offer]) -> str:
    """The same for the text as it stands in the file, in quotes and with its escapes: only the years are touched."""
    places = [match.start() for match in _CHARACTER.finditer(raw, 1)]
    for offer in sorted(offers, key=lambda offer: offer.start, reverse=True):
        raw = raw[: places[offer.start]] + json.dumps(offer.placeholder)[1:-1] + raw[places[offer.end] :]
    return raw
