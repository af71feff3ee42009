"""Years typed in the narrative that a placeholder should have covered, and the placeholders in their place.

Only what says itself that it is a year of this document is offered: after “Tahun”, Renja, RKPD and the like, and not
within what stays from year to year: a regulation, a date, a period, another plan, something that happened once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renjadoc.checks.sentences import is_year_of_others, names_other_plan, write_year
from renjadoc.content import pointers
from renjadoc.content.folder import Folder
from renjadoc.edits.edit import CHANGED, Change, Edit
from renjadoc.narrative.passages import SOURCE_KINDS, Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading
from renjadoc.tables.kinds import KINDS

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


def find_offers(reading: Reading) -> Iterator[Edit]:
    """The offers for the narrative and for the captions of tables whose years move, in reading order.

    Each is an edit of the letters from the first to the last of the year; its change tells what is typed there.
    """
    constant = match_fixed(reading.folder)
    for passage in reading.all_passages:
        if passage.kind in SOURCE_KINDS:
            continue  # The year there is that of a book, and does not move.
        file, pointer = reading.folder.relative(passage.source), passage.pointer
        text = str(pointers.value_at(passage.source.data, pointer))
        for start, end, placeholder in sorted(_find_years(passage, blank_out(constant, text), reading)):
            change = Change(CHANGED, file, pointer, text[start:end], placeholder)
            yield Edit(file, pointer, "set", placeholder, span=(start, end), changes=(change,))


def blank_out(pattern: re.Pattern[str], text: str) -> str:
    """The text with what matches blotted out, so that places stay what they were."""
    return pattern.sub(lambda match: "█" * len(match[0]), text)


def match_fixed(folder: Folder) -> re.Pattern[str]:
    """Computed and open matters, footnotes, regulations with their titles, letters, gazettes, and what happened once.

    A title that the folder does not list is taken to reach to the end of its clause.
    """
    entries = [entry for source in folder.regulasi.values() for entry in source.data["regulasi"]]
    listed = sorted({re.escape(entry["tentang"]) for entry in entries if entry.get("tentang")}, reverse=True)
    titles = "|".join([*(rf"{title}(?=\s*(?:[,.;()]|$))" for title in listed), r"[^.;(]*"])
    return re.compile(
        r"\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\[\[(?:(?!\[\[).)*?\]\]|\{\{(?:(?!\{\{).)*?\}\}"
        rf"|\bNomor\s*+:?\s*+[\w./-]{{0,80}}\d[\w./-]{{0,80}}(?:\s+Tahun\s+\d{{4}})?(?:,?\s+tentang\s+(?:{titles}))?"
        r"|\bTahun\s+\d{4}\s+Nomor\b"
        rf"|\b(?:{_ONCE})\s+(?:(?:pada|di|akhir|awal)\s+)*(?:tahun\s+)?\d{{4}}\b",
        re.IGNORECASE,
    )


#: Whose period it is is said no further before it.
_CLAUSE = 300
YearPlace = tuple[int, int, str]


def _find_years(passage: Passage, text: str, reading: Reading) -> Iterator[YearPlace]:
    """Where the years and periods of a passage stand (`text` is without what is fixed), and their placeholders."""
    kind, tahun = passage.source.data.get("jenis"), reading.folder.tahun
    if kind in {None, "target-renstra"} and passage.kind != "kutipan":
        yield from _find_periods(text, reading)
    if passage.kind == "judul_tabel":
        yield from _find_in_caption(text, tahun) if kind and KINDS[kind].follows_year else ()
    elif passage.kind != "kutipan" and (kind is None or KINDS[kind].follows_year):
        yield from _find_in_narrative(blank_out(_PERIOD, text), tahun)


def _find_in_caption(text: str, tahun: int) -> Iterator[YearPlace]:
    """The columns of a table reach from five years back to the year ahead."""
    for match in _YEAR.finditer(text):
        if -5 <= int(match[0]) - tahun <= 1 and not is_year_of_others(text[: match.start()]):
            yield *match.span(), write_year(int(match[0]) - tahun)


def _find_periods(text: str, reading: Reading) -> Iterator[YearPlace]:
    period = reading.folder.facts["renstra"]
    for match in _PERIOD.finditer(text):
        own = (int(match["awal"]), int(match["akhir"])) == (period["awal"], period["akhir"])
        clause = re.split(r"[.;:]", text[max(0, match.start() - _CLAUSE) : match.start()])[-1]
        if own and not names_other_plan(clause + text[match.end() : match.end() + 30], reading):
            yield *match.span(), "{{ renstra.periode }}"


def _find_in_narrative(text: str, tahun: int) -> Iterator[YearPlace]:
    for offset, sentence in split_sentences(text):
        for match in _YEAR.finditer(sentence):
            step, before = int(match[0]) - tahun, sentence[max(0, match.start() - _NEAR) : match.start()]
            if abs(step) > 2 or not _INTRODUCED.search(before) or is_year_of_others(before):
                continue
            if step >= 0 or (_WORK.search(sentence) and not _EVENT.search(sentence)):
                yield offset + match.start(), offset + match.end(), write_year(step)


def fill_offers(text: str, offers: Iterable[Edit]) -> str:
    """A text of the content with its offers taken."""
    for start, end, placeholder in sorted(((*offer.span, offer.value) for offer in offers if offer.span), reverse=True):
        text = text[:start] + placeholder + text[end:]
    return text
