"""Lists within a sentence, after how many things they are said to name: `tiga faktor, yaitu A, B, dan C`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rule import Finding
from renjadoc.checks.stated import read_number
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

#: What announces a list, and the list to the end of its sentence.
_LISTED = (
    r"(?P<benda>\s+(?!persen|tahun|bulan|minggu|hari|jam|kali|orang|peserta|juta|ribu|miliar|unit|buah|lembar"
    r"|k?m\b|k?m²|ha\b|hektare|ton\b|k?g\b|liter)[a-z][\w*-]*"
    r"(?:\s+(?!dan\b|atau\b|yaitu\b|yakni\b)[\w*-]+){0,7}?)(?:\s+\([A-Z]{2,8}\))?"
    r"(?::|,?\s+(?:yaitu|yakni|(?P<sama>adalah|ialah|meliputi|mencakup|terdiri (?:atas|dari)))\b:?)\s+"
    r"(?P<daftar>[^.:\d][^.:]{8,600})(?=\.(?:\s|$))"
)
#: What stands before a number that is itself the subject of what is equal to the list: `tiga bidangnya adalah …`.
#: Longer than any of these words with the blanks around it.
_SUBJECT_REACH = 24
_SUBJECT = re.compile(r"(?:^|[.;?]\s+|\b(?:terdapat|memiliki|mempunyai|ada|menetapkan)\s+)$", re.IGNORECASE)
#: Years within a sentence, after how many they are said to be: `selama tiga tahun, yaitu 2023, 2024, dan 2025`.
_YEARS = (
    r"\s+tahun(?:\s+(?!yaitu|yakni)[a-z]+){0,3},?\s+(?:yaitu|yakni)\s+(?:tahun\s+)?"
    r"(?P<daftar>20\d\d(?:, 20\d\d)*,? dan 20\d\d)\b"
)
#: Names in brackets behind how many there are: `enam bidang (Bina Marga, Cipta Karya, dan Tata Ruang)`.
_NAMED = (
    r"(?P<benda>(?:\s+(?!dan\b|atau\b)[a-z][\w-]*){1,3})\s+\("
    r"(?P<daftar>[A-Z][^():;.\d]{4,60}(?:, [A-Z][^():;.\d,]{2,40})+,? (?:dan|serta) [A-Z][^():;.\d,]{2,40})\)"
)
#: `17 kecamatan dibagi dalam tiga wilayah: …`: what follows are the three.
_SHARED_OUT = re.compile(
    r"\b(?:dalam|atas|menjadi|ke|di|di bawah|pada|oleh)\s+(?:[a-z]+\s+)?"
    r"(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d+)\s"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBERED = re.compile(r"(?<!\w)\(?(?:\d{1,2}|[a-h])\)\s")
_HAS_COUNTS = re.compile(r"^(?:dari|di|pada|oleh) \d+ [a-z]")
_LAST = re.compile(r",?\s+(?:dan|serta)\s+")
#: Where items are parted by semicolons, the last one follows such a mark too.
_LAST_OF_LONG = re.compile(r";\s*(?:dan|serta)\b")
#: What is said of all of a list behind its last item: `A, B, dan C, menjadi acuan`.
_TOLD_BEHIND = re.compile(
    r"(?<=, )((?:dan|serta) [^,;]{2,80}), "
    r"(?:(?:satu|dua|tiga|empat) (?:di antaranya )?)?(?:yang |perlu |harus |telah |akan |sudah |belum |masih )*"
    r"(?:menjadi|merupakan|(?:di|ter|ber)[a-z]{4,})\b(?!.*\b(?:dan|serta)\b).*$"
)
#: What is told of them behind, with figures of its own: `… dan F, yang terbagi atas 27 RW dan 78 RT`.
_OF_LAST = re.compile(r"(?<=, )((?:dan|serta) [^,;\d]{2,60}), yang (?:di|ter|ber|me)[a-z]{3,}\b[^;]*\d.*$")
#: What all of them have besides: `… serta Bidang Aset, dengan 128 orang ASN`.
_WITH = re.compile(r"(?<=, )((?:dan|serta) [^,;\d]{2,60}), (?:dengan|didukung(?: oleh)?) [^;]*\d.*$")
#: An item of more words may hold a list of its own.
_LONGEST_ITEM = 6


def find_wrong_inline(reading: Reading, count: str) -> Iterator[Finding]:
    """Lists within a sentence of more or fewer items than are announced; `count` is the pattern of a number."""
    pattern, years = re.compile(count + _LISTED, re.IGNORECASE), re.compile(count + _YEARS, re.IGNORECASE)
    named = re.compile(rf"(?i:{count}){_NAMED}")
    for passage in reading.passages.find_words(
        ("yaitu", "yakni", "adalah", "ialah", "meliputi", "mencakup", "terdiri", ":", "(")
    ):
        if passage.kind in {"paragraf", "butir"}:
            for match in pattern.finditer(passage.text):
                yield from _compare(passage, match)
            for match in named.finditer(passage.text):
                bounds = _count_items(match["daftar"])
                yield from _tell_difference(passage, match, match["benda"], bounds) if bounds else ()
            for match in years.finditer(passage.text):
                listed = len(re.findall(r"\d{4}", match["daftar"]))
                yield from _tell_difference(passage, match, " tahun", (listed, listed))


def _compare(passage: Passage, match: re.Match[str]) -> Iterator[Finding]:
    if match["sama"] and not _SUBJECT.search(match.string[max(0, match.start() - _SUBJECT_REACH) : match.start()]):
        return
    if _SHARED_OUT.search(match["benda"]) or _counts_below(match["benda"], match["daftar"]):
        return
    if match["angka"] and _HAS_COUNTS.search(match["daftar"]) and not _NUMBERED.search(match["daftar"]):
        return  # `12 organisasi, yakni dari 10 kabupaten/kota, satu provinsi, dan Bank X`: some items are several.
    counted = _add_counts(match["daftar"])
    bounds = (counted, counted) if counted else _count_items(match["daftar"])
    if bounds is not None:
        yield from _tell_difference(passage, match, match["benda"], bounds)


#: What is counted, and what is counted below each of it.
_LEVELS = (
    (re.compile(r"\bprogram\b"), re.compile(r"\bkegiatan\b")),
    (re.compile(r"\bkegiatan\b"), re.compile(r"\bsub kegiatan\b")),
    (
        re.compile(r"\b(?:kecamatan|distrik|kapanewon|mukim)\b"),
        re.compile(r"\b(?:desa|kelurahan|kalurahan|kampung|gampong|nagari|mukim)\b"),
    ),
)


def _counts_below(thing: str, listed: str) -> bool:
    """Whether a list counts what lies below the things: `lima program, terdiri atas tujuh kegiatan dan …`."""
    return any(
        above.search(thing) and below.search(listed) and not above.search(below.sub("", listed))
        for above, below in _LEVELS
    )


#: More things than these are listed in no sentence: `395 km: mantap 256 km, …` is divided, not named.
_MOST_LISTED = 20


def _tell_difference(passage: Passage, match: re.Match[str], thing: str, bounds: tuple[int, int]) -> Iterator[Finding]:
    """`bounds` are the fewest and the most items that the list may have."""
    group = "angka" if match["angka"] else "huruf"
    stated = int(read_number(match[group]))
    if not 2 <= stated <= _MOST_LISTED or not passage.is_typed(*match.span(group)):
        return
    least, most = bounds
    if not least <= stated <= most:
        items = most if stated > most else least
        message = f"disebut {match[group].lower()}{thing}, padahal sesudahnya tersebut {items}"
        yield Finding.of(passage, message, "Lengkapi rinciannya atau perbaiki bilangannya.", match[group])


def _add_counts(listed: str) -> int:
    """The sum of a list of which each part begins with how many: `satu program penunjang dan empat program teknis`;
    0 where it is another."""
    parts = [part.strip() for part in re.split(r",\s+(?:(?:dan|serta)\s+)?|\s+(?:dan|serta)\s+", listed)]
    counts = [_read_first(part) for part in parts if part]
    return sum(counts) if len(counts) > 1 and all(counts) else 0


def _read_first(part: str) -> int:
    words = part.casefold().split()
    return next((int(number) for n in (3, 2, 1) if (number := read_number(" ".join(words[:n])))), 0)


def _count_items(listed: str) -> tuple[int, int] | None:
    """The fewest and the most things that a list may name; None where it is no whole list."""
    numbered = _NUMBERED.findall(listed)
    if len(numbered) > 1:
        return len(numbered), len(numbered)
    plain = _WITH.sub(r"\1", _OF_LAST.sub(r"\1", _TOLD_BEHIND.sub(r"\1", _BRACKETS.sub("", listed))))
    if re.search(r"\b(?:antara lain|dan lain-lain|dsb|dll|dst|di antaranya)\b", plain):
        return None
    if plain.count(";") > 1 and not _LAST_OF_LONG.search(plain):
        return None  # `A, B, dan C; D; E`: which marks part the items is for a reader to know.
    if ";" in plain and not _LAST_OF_LONG.search(plain):
        plain = plain.partition(";")[0]  # The list has commas; what follows is told beside it.
    if ";" in plain:
        items = [item for item in plain.split(";") if item.strip()]
        return len(items), len(items)
    parts = re.split(r",\s+(?=(?:dan|serta)\s)|,\s+", plain)
    if not _LAST.search(plain):
        return None
    joined = len(_LAST.findall(plain))
    most = len(parts) + joined - (1 if parts[-1].startswith(("dan ", "serta ")) else 0)
    heads = {re.sub(r"^(?:dan|serta) ", "", part).partition(" ")[0] for part in parts}
    if len(heads) == 1 and len(parts) > 1 and (head := heads.pop())[:1].isupper():
        counted = len(re.findall(rf"\b{re.escape(head)}\b", plain))  # `UPTD A, UPTD B, serta UPTD C dan D`.
        return counted, counted
    is_plain = parts[-1].startswith(("dan ", "serta ")) and all(
        len(part.split()) <= _LONGEST_ITEM and part[:1].islower() for part in parts
    )
    return (len(parts) if is_plain else 1), most
