"""The order of the stages in which a Renja is made, and one day for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from renjadoc import indonesian
from renjadoc.checks.regulations import signing_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import find_dates
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import locate_sentence
from renjadoc.reading import Reading

#: Permendagri 86/2017: the stages in their order, as far as each comes after all before it.
_VILLAGES = r"(?:desa|kelurahan|kampung|gampong|nagari|kalurahan|pekon)"
_DISTRICTS = r"(?:kecamatan|distrik|kapanewon|kemantren)"
_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b{pattern}\b", re.IGNORECASE))
    for name, pattern in (
        ("musrenbang desa/kelurahan", rf"musrenbang(?:des|kel)?\s*(?:tingkat\s+)?{_VILLAGES}"),
        ("musrenbang kecamatan", rf"musrenbang(?:cam)?\s*(?:RKPD\s+)?(?:di\s+)?(?:tingkat\s+)?{_DISTRICTS}"),
        ("forum perangkat daerah", r"forum (?:gabungan )?(?:lintas )?(?:perangkat daerah|OPD|SKPD)"),
        ("musrenbang kabupaten/kota", r"musrenbang\s*(?:RKPD\s+)?(?:tingkat\s+)?(?:kabupaten|kota)"),
        ("musrenbang provinsi", r"musrenbang\s*(?:RKPD\s+)?(?:tingkat\s+)?provinsi"),
    )
)
_VILLAGE, _FORUM = 0, 2
#: No document dates more stages than are compared.
_MOST_COMPARED = 100
_FIRST_DAY = re.compile(r"(\d{1,2})\s?[–-]\s?$")
#: No first day of a range stands further before its last.
_FIRST_DAY_REACH = 8
#: Parts of the forum have days of their own; another year's are not this Renja's.
_OF_SOME = re.compile(r"\b(?:bidang|urusan|RPJ[MP][DN]?|Renstra|akan|direncanakan|dijadwalkan|tahun lalu|sebelumnya)\b")
_SIGNED = re.compile(
    r"\b(?:[Rr]enja|[Dd]okumen)\b[^.;]{0,60}?\b(?:ini\s+)?(?:ditetapkan|disahkan|ditandatangani)\b[^.;\d]{0,60}$"
)
_NOT_SIGNED = re.compile(r"\b(?:akan|paling lambat|RKPD|Renstra|RPJMD|sebelum|sesudah|setelah|lalu|Perubahan|lama)\b")


class _Held(NamedTuple):
    """A stage that a passage dates: which, from which day to which, as written."""

    passage: Passage
    stage: int
    first: date
    day: date
    written: str


@rule("RJ414", "Urutan atau tanggal tahap penyusunan tidak cocok", needs=("bab",))
def check_stages(reading: Reading) -> Iterator[Finding]:
    """Tahap penyusunan Renja bertanggal menurut urutannya, dan satu tahap bertanggal sama di setiap bab.

    Urutannya: musrenbang desa/kelurahan, musrenbang kecamatan, forum perangkat daerah, musrenbang kabupaten/kota,
    musrenbang provinsi. Tanggal penetapan yang disebut dalam kalimat sama dengan tanggal di tanda tangan. Tahap untuk
    RPJMD dan Renstra, dan yang masih direncanakan, tidak diperiksa.

    Mengapa: tanggal tahun lalu tertinggal di satu bab, atau dua tanggal tertukar.
    Sumber: Permendagri 86/2017.

    Gagal:
        bab-5.json /isi/0 = "Musrenbang kota dilaksanakan pada 10 Maret 2026. Forum perangkat daerah dilaksanakan pada
        24 Maret 2026."
    Gagal:
        bab-5.json /isi = ["Musrenbang kota dilaksanakan pada 10 Maret 2026.", "Musrenbang kota pada 17 Maret 2026
        dihadiri 80 orang."]
    Lolos:
        bab-5.json /isi/0 = "Forum perangkat daerah dilaksanakan pada 3 Maret 2026, dan musrenbang kota pada 24–25 Maret
        2026."
    """
    held = list(_find_held(reading))[:_MOST_COMPARED]
    for one in held:
        for other in held:
            if other.day.year == one.day.year and (message := _contradict(one, other, held)):
                yield Finding.of(one.passage, message, "Periksa kedua tanggalnya.", one.written)
                break
    yield from _check_months(reading, held)
    yield from _check_signing(reading)


def _find_held(reading: Reading) -> Iterator[_Held]:
    """Every stage that a sentence dates: the one named last before the day."""
    for passage, match, day in find_dates(reading):
        if day is None or day.year < reading.folder.tahun - 1 or passage.kind not in {"paragraf", "butir"}:
            continue
        stage = _find_stage(passage.text, match.start())
        if stage is not None and passage.is_typed(*match.span("hari")):
            range_ = _FIRST_DAY.search(passage.text[max(0, match.start() - _FIRST_DAY_REACH) : match.start()])
            first = day.replace(day=int(range_[1])) if range_ and 0 < int(range_[1]) < day.day else day
            yield _Held(passage, stage, first, day, match.string[match.start("hari") : match.end()])


def _find_stage(text: str, place: int) -> int | None:
    """The stage named last before a place in its sentence; None where none is, or it is of another plan."""
    start, sentence = locate_sentence(text, place)
    named = [(begin, stage) for begin, stage in _list_stages(sentence) if start + begin < place]
    if not named or _OF_SOME.search(sentence) or _tells_of_next(sentence[named[-1][0] : place - start]):
        return None
    return named[-1][1]


_DAY = re.compile(rf"\b\d{{1,2}}\s+(?:{'|'.join(indonesian.MONTHS)})(?:\s+20\d\d)?")
#: What joins the days of one stage.
_SAME_STAGE = re.compile(
    r"\b(?:dan|serta|pada|hari|tanggal|hingga|sampai|dengan|senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|di)\b",
    re.IGNORECASE,
)


def _tells_of_next(between: str) -> bool:
    """Whether something else was named since the day of a stage: `Forum (10 Maret 2026), rancangan akhir (29 Mei)`."""
    days = list(_DAY.finditer(between))
    return bool(days) and re.search(r"[a-z]{2}", _SAME_STAGE.sub("", between[days[-1].end() :]).casefold()) is not None


@lru_cache(maxsize=64)
def _list_stages(sentence: str) -> list[tuple[int, int]]:
    """Where in a sentence which stages are named, in order."""
    return sorted(
        (found.start(), stage) for stage, (_, named) in enumerate(_STAGES) for found in named.finditer(sentence)
    )


_MONTH = re.compile(
    rf"\b(?:pada|dalam|bulan)\s+(?:bulan\s+)?(?P<bulan>{'|'.join(indonesian.MONTHS)})\s+(?P<tahun>20\d\d)\b"
)


def _check_months(reading: Reading, held: list[_Held]) -> Iterator[Finding]:
    """A stage told by its month, where its day elsewhere is in another."""
    for passage in reading.passages.find_pattern(_MONTH) if held else ():
        for match in _MONTH.finditer(passage.text):
            stage = _find_stage(passage.text, match.start())
            if stage is None or stage < _FORUM:
                continue
            days = [one.day for one in held if one.stage == stage and one.day.year == int(match["tahun"])]
            month = indonesian.MONTHS.index(match["bulan"]) + 1
            if days and all(day.month != month for day in days) and passage.is_typed(*match.span("bulan")):
                written = f"{match['bulan']} {match['tahun']}"
                message = f"{_STAGES[stage][0]} pada {written}; di tempat lain {indonesian.tanggal(days[0])}"
                yield Finding.of(passage, message, "Periksa kedua tanggalnya.", match["bulan"])


def _contradict(one: _Held, other: _Held, held: list[_Held]) -> str:
    """What is wrong with the day of a stage beside another's; empty if nothing is."""
    name, day = _STAGES[one.stage][0], indonesian.tanggal(other.day)
    if one.stage > other.stage and one.day < other.day:
        is_level = (one.stage, other.stage) != (_FORUM, _VILLAGE)
        return f"{name} pada {one.written}, sebelum {_STAGES[other.stage][0]} ({day})" if is_level else ""
    is_same = one.stage == other.stage >= _FORUM and one.passage is not other.passage
    if not is_same or (one.first <= other.day and other.first <= one.day):
        return ""
    mine = {held_.day for held_ in held if held_.stage == one.stage and held_.passage is one.passage}
    is_later = held.index(one) > held.index(other)
    return f"{name} pada {one.written}; di tempat lain {day}" if is_later and other.day not in mine else ""


def _check_signing(reading: Reading) -> Iterator[Finding]:
    """The day on which the document says that it was laid down, where the signature has another."""
    signed = signing_date(reading)
    for passage, match, day in find_dates(reading):
        if signed is None:
            return
        start, sentence = locate_sentence(passage.text, match.start())
        told = _SIGNED.search(passage.text[start : match.start()])
        if (
            told is None
            or day in {None, signed}
            or _NOT_SIGNED.search(sentence)
            or "sampai" in told[0]  # `berlaku sejak ditetapkan sampai dengan 31 Desember`.
            or (day is not None and day.year < signed.year and "perubahan" in reading.folder.facts)  # What is amended.
            or not passage.is_typed(*match.span("hari"))
        ):
            continue
        written = match.string[match.start("hari") : match.end()]
        message = f"Renja disebut ditetapkan {written}, tanda tangannya bertanggal {indonesian.tanggal(signed)}"
        yield Finding.of(passage, message, "Samakan kedua tanggalnya.", written)
