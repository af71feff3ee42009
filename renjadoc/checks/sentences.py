"""What a sentence speaks of: which years, and whether of another office, plan or level of government."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from renjadoc import indonesian
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading

_YEAR = re.compile(r"\b(20\d\d)\b")
_OTHERS = re.compile(r"\b(?:Kementerian|Bappenas|RPJM[DN]|RPJPD|Nasional|Provinsi|(?:Dinas|Badan)\s+[A-Z])")


#: Several rules ask it of the names of the same rows.
@lru_cache(maxsize=1 << 15)
def keep_words(text: str) -> str:
    """A text as its words alone, in small letters: what two texts have in common whatever stands between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))


#: In a document of a province `Provinsi` without a name is that one.
_OWN_LEVEL = re.compile(r"\bProvinsi\b(?!\s+[A-Z])")


def names_other_office(sentence: str, reading: Reading) -> bool:
    """Whether a sentence names another office, another level of government or another plan."""
    data = reading.folder.facts
    office, region = data["perangkat_daerah"], data["daerah"]
    for own in (office["nama"], office["singkatan"], f"{region['jenis']} {region['nama']}"):
        sentence = sentence.replace(own, "")
    if region["jenis"] == "Provinsi":
        sentence = _OWN_LEVEL.sub("", sentence)
    return _OTHERS.search(sentence) is not None


#: The kinds of passages that are sentences: no titles, quotations, notes.
RUNNING = frozenset({"paragraf", "butir"})


def walk_sentences(
    passages: Iterable[Passage], kinds: frozenset[str] | None = None
) -> Iterator[tuple[Passage, int, str]]:
    """The sentences of passages, or of those of these kinds, each with its passage and its place in it."""
    for passage in passages:
        for offset, sentence in split_sentences(passage.text) if kinds is None or passage.kind in kinds else ():
            yield passage, offset, sentence


def is_match_typed(passage: Passage, offset: int, match: re.Match[str], group: str | int = 0) -> bool:
    """Whether people typed what was found in the sentence that begins at `offset` of its passage."""
    return passage.is_typed(offset + match.start(group), offset + match.end(group))


def find_sentences(
    passages: Iterable[Passage], speaks: Callable[[str], object], years: set[int], own: Reading | None = None
) -> Iterator[tuple[Passage, int, str]]:
    """The sentences that speak of something and name no year but `years`, each with its passage and its place in it.

    With `own`, those that name another office than that one are left out too.
    """
    for passage, offset, sentence in walk_sentences(passages):
        if speaks(sentence) and find_years(sentence) <= years and not (own and names_other_office(sentence, own)):
            yield passage, offset, sentence


_LOOKS_BACK = re.compile(r"\b(?:evaluasi|capaian|realisasi|hasil pelaksanaan|tahun lalu)\b", re.IGNORECASE)


def looks_back(passage: Passage) -> bool:
    """Whether a passage stands in a section that tells of what was reached."""
    return passage.section is not None and _LOOKS_BACK.search(str(passage.section.data["judul"])) is not None


#: What is said of the plan that guides this one: of a year or period gone by it is said of none.
GUIDES = re.compile(
    r"\b(?:(?:menjadi|sebagai|dijadikan|merupakan|adalah) (?:\w+ ){0,2}?"
    r"(?:pedoman|acuan|pegangan|dasar|rujukan|landasan)"
    r"|(?:di|ber|mem)pedoman\w*|mengacu|merujuk|menjabarkan|penjabaran|(?:di)?selaras\w*|ditetapkannya|disahkannya"
    r"|[Pp]erbandingan|direncanakan untuk|tahun (?:ke\w+|pertama))\b"
)


def find_years(sentence: str) -> set[int]:
    """The years of this century that a sentence names."""
    return {int(year) for year in _YEAR.findall(sentence)}


#: A year after these is that of another plan, of a meeting or a count, or the year of a date.
_OF_OTHERS = re.compile(
    r"\b(?:RPJ[MP][DN]?|Renstra|Musrenbang\w*|Sensus|Survei|Data)\b[^.;:\d]{0,60}$"
    rf"|\b(?:{'|'.join(indonesian.MONTHS)}|Nopember|Pebruari)\s+$",
    re.IGNORECASE,
)
#: So far before a year that which it belongs to is named.
_FARTHEST = 200
_CITED = re.compile(r"Nomor\s+\S+\s+Tahun\s+(?:\d{4}\s+tentang\s[^.;,()]*)?$")


def write_year(step: int) -> str:
    """What gives the year `step` years after that of the document: 0 -> `{{ tahun }}`, -1 -> `{{ tahun - 1 }}`."""
    return "{{ tahun }}" if step == 0 else f"{{{{ tahun {'+' if step > 0 else '-'} {abs(step)} }}}}"


def is_year_of_others(before: str) -> bool:
    """Whether the year behind `before` belongs to a regulation, another plan, a meeting, a count or a date."""
    before = before[-_FARTHEST:]
    return bool(_CITED.search(before) or _OF_OTHERS.search(before))


_OTHER_PERIODS = re.compile(
    r"\b(?:Kementerian|Kemen[a-z]+|Bappenas|K/L|Provinsi|Nasional|RPJ[MP][DN]?|sebelum(?:nya)?|terdahulu|lalu|lama)\b",
    re.IGNORECASE,
)


def names_other_plan(around: str, reading: Reading) -> bool:
    """Whether the words around a period name the plan of another level, or one gone by."""
    region = reading.folder.facts["daerah"]
    return _OTHER_PERIODS.search(around.replace(f"{region['jenis']} {region['nama']}", "")) is not None
