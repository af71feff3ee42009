"""Entries found by words as people type them: parts of words, their affixes left aside, misspelt ones set right."""

from __future__ import annotations

import re
from typing import NamedTuple

from renjadoc.nomenclature.entry import KEGIATAN, PROGRAM, SUB, NomenclatureEntry, cut_code, depth_of

_WORD = re.compile(r"[\w./-]+")
_PREFIX = re.compile(r"^(?:me(?:m|ng|ny|n)?|pe(?:m|ng|ny|n|r|l)?|ber|ter|di|ke|se)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:kan|an|i|nya)$")
#: How alike a misspelt word and the one that is meant are, of 100.
_NEAR = 75
#: In words shorter than this a part is no word: "dan" is in "pendanaan".
_SHORTEST = 4


class _Text(NamedTuple):
    entry: NomenclatureEntry
    name: str
    own: str
    above: str


def search_entries(entries: list[NomenclatureEntry], words: str) -> list[NomenclatureEntry]:
    """The entries with most of the words, in name, indicator or what they stand below; code, name and place decide."""
    texts = _lay_out(entries)
    sought = [_find_stem(word) for word in _WORD.findall(words.casefold())]
    sought = _mend_words(list(dict.fromkeys(sought)), texts)
    scored = [(score, text.entry) for text in texts if (score := _score(text, sought))]
    most = max((score[0] for score, _ in scored), default=0)
    return [entry for score, entry in sorted(scored, key=lambda one: (one[0], one[1].kode)) if score[0] == most]


def _lay_out(entries: list[NomenclatureEntry]) -> list[_Text]:
    names = {entry.kode: entry.nama.casefold() for entry in entries}
    texts = []
    for entry in entries:
        above = " ".join(names.get(cut_code(entry.kode, depth), "") for depth in (PROGRAM, KEGIATAN))
        name = names[entry.kode]
        texts.append(_Text(entry, name, f"{entry.kode} {name} {entry.indikator}".casefold(), above))
    return texts


def _find_stem(word: str) -> str:
    """A word without the affixes that it has elsewhere otherwise: pelatihan -> latih."""
    if not word.isalpha():
        return word
    return _SUFFIX.sub("", _PREFIX.sub("", word, count=1))


def _score(text: _Text, sought: list[str]) -> tuple[int, int, int, int] | None:
    """How well an entry fits, sorted upwards: all words found, words of its own, of its name, sub kegiatan, length."""
    own = [word for word in sought if _holds(text.own, word)]
    if not own:
        return None
    found = sum(word in own or _holds(text.above, word) for word in sought)
    named = sum(_holds(text.name, word) for word in own)
    return found, -len(own) - named, -(depth_of(text.entry.kode) == SUB), len(text.name)


def _holds(text: str, word: str) -> bool:
    if word not in text:
        return False
    return len(word) >= _SHORTEST or re.search(rf"\b{re.escape(word)}\b", text) is not None


def _mend_words(sought: list[str], texts: list[_Text]) -> list[str]:
    """The words, with the nearest one that there is in the place of each that stands nowhere."""
    whole = "\n".join(text.own for text in texts)
    missing = [word for word in sought if word not in whole]
    if not missing:
        return sought
    from rapidfuzz import process

    known = {_find_stem(word) for word in _WORD.findall(whole)}
    near = {word: process.extractOne(word, known, score_cutoff=_NEAR) for word in missing}
    return [match[0] if (match := near.get(word)) else word for word in sought]
