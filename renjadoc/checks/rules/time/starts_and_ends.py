"""What begins and what ends it: the dates of one piece of work, the hours of one day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import MONTH_NAMES
from renjadoc.checks.sentences import RUNNING, walk_sentences
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_MONTH = "|".join(MONTH_NAMES)
_STARTED = re.compile(
    r"\b(?:dimulai|mulai|dibuka|berawal|berlangsung sejak)\b(?:\s+(?:dilaksanakan|dikerjakan|berlaku|sejak|pada|tanggal"
    rf"|hari|dari|[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]umat|[Ss]abtu|[Mm]inggu)\b,?)*\s+(?P<hari>\d{{1,2}})\s+"
    rf"(?P<bulan>{_MONTH})(?:\s+(?P<tahun>20\d\d))?\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:selesai|berakhir|ditutup|rampung|diakhiri|diselesaikan)\b(?:\s+(?:paling lambat|pada|tanggal|hari|[Ss]enin"
    r"|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]umat|[Ss]abtu|[Mm]inggu)\b,?)*\s+(?P<hari>\d{1,2})\s+"
    rf"(?P<bulan>{_MONTH})(?:\s+(?P<tahun>20\d\d))?\b",
    re.IGNORECASE,
)
#: Where a year is left out, work over the turn of a year lasts no longer than so many days.
_LONGEST_OVER_NEW_YEAR = 200
#: What tells of the end of something else.
_BESIDE = re.compile(r"\b(?:sedangkan|sementara|adapun|sebelum\w*|yang|lain)\b", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\btahun (?:berikutnya|depan|selanjutnya|sebelumnya|lalu|jamak)\b", re.IGNORECASE)


@rule("RJ427", "Selesai sebelum dimulai")
def check_starts_and_ends(reading: Reading) -> Iterator[Finding]:
    """Yang dimulai pada sebuah tanggal selesai sesudahnya; jam tutup sesudah jam buka.

    Jam yang melewati malam (sif, jaga, piket, ronda, siaga) dan pekerjaan yang melewati akhir tahun tidak ditegur.

    Mengapa: tanggal atau jamnya tertukar, dan pembaca tidak tahu mana yang benar.
    Sumber: kalender; kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Pendataan dimulai pada 10 Juli dan selesai pada 28 Juni."
    Gagal:
        bab-5.json /isi/0 = "Loket pelayanan dibuka pukul 15.00–08.00 setiap hari kerja."
    Lolos:
        bab-5.json /isi/0 = "Pendataan dimulai pada 10 Juni dan selesai pada 28 Juli. Loket dibuka pukul 08.00–15.00;
        posko dijaga pukul 20.00–06.00."
    Lolos:
        bab-5.json /isi/0 = "Pekerjaan dimulai pada 20 November 2025 dan selesai pada 12 Februari 2026."
    Lolos:
        bab-5.json /isi/0 = "Lelang dibuka 3 Februari 2026, sedangkan lelang lama selesai pada 12 Desember 2025."
    """
    for passage, offset, sentence in walk_sentences(
        reading.passages.find_words(("mulai", "dibuka", "berawal", "sejak", "pukul")), RUNNING
    ):
        for written, message in (
            *_find_turned_dates(sentence),
            *_find_turned_hours(sentence),
        ):
            place = offset + sentence.index(written)
            if passage.is_typed(place, place + len(written)):
                yield _tell(passage, written, message)


def _tell(passage: Passage, written: str, message: str) -> Finding:
    return Finding.of(passage, message, "Periksa kedua ujungnya.", written)


def _find_turned_dates(sentence: str) -> Iterator[tuple[str, str]]:
    """`dimulai pada 10 Juli 2026 dan selesai pada 28 Juni 2026`."""
    starts, ends = list(_STARTED.finditer(sentence)), list(_ENDED.finditer(sentence))
    if len(starts) != 1 or len(ends) != 1 or starts[0].end() > ends[0].start() or _NEXT_YEAR.search(sentence):
        return
    start, end = starts[0], ends[0]
    if _BESIDE.search(sentence[start.end() : end.start()]):
        return
    is_dated = bool(start["tahun"]), bool(end["tahun"])
    first, last = _read_date(start, end), _read_date(end, start)
    if first is None or last is None or last >= first:
        return
    is_over_new_year = not all(is_dated) and 365 - (first - last).days < _LONGEST_OVER_NEW_YEAR
    if not is_over_new_year:
        yield end[0], f"“{end[0]}”, padahal “{start[0]}”"


def _read_date(match: re.Match[str], other: re.Match[str]) -> date | None:
    """A date with its year, or that of the other, or of any one year where none is told."""
    year = int(match["tahun"] or other["tahun"] or 2025)
    try:
        return date(year, MONTH_NAMES[match["bulan"].casefold()], int(match["hari"]))
    except ValueError:
        return None


_HOURS = re.compile(
    r"\b[Pp]ukul (?P<a>\d{1,2})[.:](?P<am>\d\d)(?:\s*(?:WIB|WITA|WIT))?"
    r"\s?(?:–|—|-|s\.d\.|s/d|sampai dengan|sampai|hingga)\s?(?:pukul )?(?P<b>\d{1,2})[.:](?P<bm>\d\d)\b"
)
#: What is done by day, and what goes on through a night.
_BY_DAY = re.compile(
    r"\b(?:\w*layan\w*|loket|buka|dibuka|kantor|kerja|rapat|pelatihan|pendaftaran|acara|kegiatan|diselenggarakan"
    r"|dilaksanakan|diadakan|bimbingan|sosialisasi|upacara|sidang)\b",
    re.IGNORECASE,
)
_BY_NIGHT = re.compile(
    r"\b(?:malam\w*|dini|sif|shift|jaga|dijaga|berjaga|penjagaan|piket|ronda|siaga|24 jam|patroli|posko|keesokan|esok"
    r"|berikutnya|bergantian|bergiliran|rawat inap|pengamanan|satpam|menginap|larangan|dilarang|melintas|subuh"
    r"|IGD|gawat darurat|regu)\b",
    re.IGNORECASE,
)
#: What begins later than this may well go on till the morning.
_EVENING = 18


def _find_turned_hours(sentence: str) -> Iterator[tuple[str, str]]:
    """`dibuka pukul 15.00–08.00`."""
    for match in _HOURS.finditer(sentence):
        first, last = (int(match[hour]) * 60 + int(match[f"{hour}m"]) for hour in "ab")
        is_by_day = _BY_DAY.search(sentence) and not _BY_NIGHT.search(sentence) and int(match["a"]) < _EVENING
        if last < first and last and is_by_day:
            yield match[0], f"“{match[0]}”: jam selesainya lebih awal daripada jam mulainya"
