"""How long lies between two days, two hours or two years that a paragraph names: as long as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from renjadoc import indonesian
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import MONTH_NAMES, StatedDate, find_dates
from renjadoc.checks.rules.time.spans import COUNT
from renjadoc.checks.sentences import RUNNING, is_match_typed, names_other_plan, walk_sentences
from renjadoc.checks.stated import read_number
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

#: Days in one of each.
_DAYS = {"hari": 1, "pekan": 7, "minggu": 7}


@rule("RJ428", "Lama waktu tidak cocok dengan tanggal, jam, atau tahunnya")
def check_elapsed_time(reading: Reading) -> Iterator[Finding]:
    """Lama yang disebut sesuai dengan kedua tanggal, jam, atau tahun yang disebut bersamanya.

    Diperiksa: “Enam pekan kemudian, pada 5 Maret 2026” terhadap tanggal sebelumnya, “pukul 08.00–15.00, atau tujuh
    jam”, “dibangun tahun 1987 … pada tahun 2027 berusia 40 tahun”, “berlaku lima tahun … berakhir tahun …”, opini
    “ketiga belas berturut-turut sejak tahun 2012”, dan sisa tahun Renstra sesudah tahun yang disebut.

    Mengapa: tanggal atau tahunnya diperbarui, dan lamanya tertinggal.
    Sumber: kalender; dokumen.json (renstra).

    Gagal:
        bab-5.json /isi/0 = "Tim dibentuk pada 22 Januari 2026. Delapan pekan kemudian, tepatnya 5 Maret 2026, rancangan
        dibahas."
    Gagal:
        bab-5.json /isi/0 = "Loket dibuka pukul 08.00 sampai 15.00, atau delapan jam setiap hari."
    Gagal:
        bab-5.json /isi/0 = "Gedung dibangun tahun 1987 sehingga pada tahun 2027 telah berusia 50 tahun."
    Gagal:
        bab-5.json /isi/0 = "Sesudah Tahun 2027, Renstra masih menyisakan tiga tahun pelaksanaan."
    Gagal:
        bab-5.json /isi/0 = "Laporan tahun 2024 beropini WTP, yaitu yang kelima berturut-turut sejak tahun 2018."
    Gagal:
        bab-5.json /isi/0 = "Laporan diserahkan 25 Maret 2025, sembilan hari sebelum batas waktu 31 Maret."
    Lolos:
        bab-5.json /isi/0 = "Laporan diserahkan 25 Maret 2025, enam hari sebelum batas waktu 31 Maret."
    Lolos:
        bab-5.json /isi/0 = "Tim dibentuk pada 22 Januari 2026. Enam pekan kemudian, tepatnya 5 Maret 2026, rancangan
        dibahas. Loket dibuka pukul 08.00 sampai 15.00, atau tujuh jam setiap hari. Gedung dibangun tahun 1987 sehingga
        pada tahun 2027 telah berusia 40 tahun. Sesudah Tahun 2027, Renstra masih menyisakan dua tahun pelaksanaan."
    """
    yield from _check_dates(reading)
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("pukul", "tahun")), RUNNING):
        for match, message in (*_find_wrong_hours(sentence), *_find_wrong_years(sentence, reading)):
            if is_match_typed(passage, offset, match):
                yield _tell(passage, message, match["banyak"])


def _tell(passage: Passage, message: str, written: str) -> Finding:
    return Finding.of(passage, message, "Periksa lamanya dan kedua ujungnya.", written)


_LATER = re.compile(
    rf"\b(?P<banyak>{COUNT})\s+(?P<satuan>hari|pekan|minggu|bulan)\s+(?:(?:kemudian|berikutnya|sesudahnya|setelahnya)"
    r"|(?:sesudah|setelah)\s+itu)\b,?\s*(?:(?:tepatnya|yaitu|yakni|atau|dan|pada|tanggal|hari)\s+)*(?:hari\s+)?$",
    re.IGNORECASE,
)
#: `25 Maret 2025, enam hari sebelum batas waktu 31 Maret 2025`
_AHEAD = re.compile(
    rf",?\s+(?:atau\s+|yaitu\s+|yakni\s+)?(?P<banyak>{COUNT})\s+(?P<satuan>hari|pekan|minggu)\s+"
    r"(?:sebelum|lebih awal (?:dari|daripada)|mendahului)\s+[^.;\d]{0,60}",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:(?:pada|hari)\s+)*(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu),?\s*(?:tanggal\s+)?$")


def _check_dates(reading: Reading) -> Iterator[Finding]:
    """`… pada 22 Januari 2026. Delapan pekan kemudian, tepatnya 5 Maret 2026`."""
    for one, other in pairwise(find_dates(reading)):
        if one.passage is not other.passage or one.day is None or (last := _read_last(other, one.day)) is None:
            continue
        start = other.match.start("hari")
        lead = _WEEKDAY.sub("", one.passage.text[one.match.end() : start])
        match = _LATER.search(lead) or _AHEAD.fullmatch(lead)
        if match is None or _is_so_long(match, one.day, last):
            continue
        if other.passage.is_typed(start, other.match.end()):
            message = _say_gap(match, one, other, (last - one.day).days)
            yield _tell(other.passage, message, match["banyak"])


def _read_last(stated: StatedDate, first: date) -> date | None:
    """The day of a date; where its year is left out, that of the date before it, unless it would lie before it."""
    if stated.day is not None or stated.match["tahun"]:
        return stated.day
    try:
        day = date(first.year, MONTH_NAMES[stated.match["bulan"].casefold()], int(stated.match["hari"]))
    except ValueError:
        return None
    return day if day >= first else None


def _is_so_long(match: re.Match[str], first: date, last: date) -> bool:
    """Whether a count of days, weeks or months is how far two days are apart; working days may be meant too."""
    count, days = int(read_number(match["banyak"])), (last - first).days
    if match["satuan"].casefold() == "bulan":
        months = 12 * (last.year - first.year) + last.month - first.month
        return abs(months - count) <= 1
    length = _DAYS[match["satuan"].casefold()]
    if length == 1:
        return days == count or days - 1 == count or count <= days <= count * 7 // 5 + 3
    return abs(days - count * length) < length


def _say_gap(match: re.Match[str], one: StatedDate, other: StatedDate, days: int) -> str:
    first, last = (found.match.string[found.match.start("hari") : found.match.end()] for found in (one, other))
    return f"disebut {match['banyak'].casefold()} {match['satuan']}, padahal {first} sampai {last} lamanya {days} hari"


_HOURS = re.compile(
    r"\bpukul\s+(?P<dari>\d{1,2})[.:](?P<menit>[0-5]\d)\s*(?:WI[BT]A?\s*)?(?:[-–—]|s\.d\.|sampai(?: dengan| pukul)*"
    r"|hingga(?: pukul)?)\s*(?P<ke>\d{1,2})[.:](?P<menit2>[0-5]\d)(?:\s*WI[BT]A?)?[^\d.;]{0,20}?"
    rf"(?:\batau|\bselama|\byaitu|\byakni|\()\s*(?:selama\s+)?(?P<banyak>{COUNT})\s+jam\b"
    r"(?!\s+(?:kerja|efektif|pelajaran))",
    re.IGNORECASE,
)


def _find_wrong_hours(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """`pukul 08.00 sampai 15.00, atau delapan jam`."""
    for match in _HOURS.finditer(sentence):
        first = int(match["dari"]) * 60 + int(match["menit"])
        last = int(match["ke"]) * 60 + int(match["menit2"])
        minutes = (last - first) % (24 * 60)
        # An hour of rest may be left out.
        if int(read_number(match["banyak"])) * 60 not in {minutes, minutes - 60, minutes - 30, minutes + 30}:
            yield match, f"disebut {match['banyak']} jam, padahal lamanya {indonesian.angka(minutes // 60)} jam"


_AGED = re.compile(
    r"\b(?:dibangun|didirikan|berdiri|dibentuk|dibeli|diperoleh|dipakai|digunakan|beroperasi|ditetapkan"
    r"|lahir)\b[^.;\d]{0,40}?"
    r"\b[Tt]ahun (?P<awal>(?:19|20)\d\d)\b[^.;]{0,60}?\b(?:pada|di|per) [Tt]ahun (?P<akhir>20\d\d)\b[^.;\d]{0,40}?"
    rf"\b(?:berusia|berumur|genap)\s+(?P<banyak>{COUNT})\s+tahun\b"
)
_VALID = re.compile(
    r"\b[Tt]ahun (?P<awal>20\d\d)\b[^.;\d]{0,40}?\b(?:berlaku|berlangsung|berjalan)(?: selama)?"
    rf"\s+(?P<banyak>{COUNT})\s+tahun\b[^.;\d]{{0,40}}?\b(?:berakhir|selesai)(?: pada)? [Tt]ahun (?P<akhir>20\d\d)\b"
)
_LEFT = re.compile(
    r"\b(?:[Ss]esudah|[Ss]etelah|[Ss]elepas)\s+[Tt]ahun\s+(?P<awal>20\d\d),?[^.;\d]{0,60}?\b(?:menyisakan"
    r"|tersisa|tinggal|sisa)"
    rf"\s+(?:waktu\s+)?(?P<banyak>{COUNT})\s+tahun\b"
)


#: `tahun 2024 …, yaitu opini WTP ketiga belas berturut-turut sejak LKPD tahun 2012`
_IN_A_ROW = re.compile(
    rf"\b[Tt]ahun (?P<akhir>20\d\d)\b(?:(?!20\d\d)[^.;]){{0,100}}?\bke-?(?P<banyak>{COUNT})(?: kali(?:nya)?)?"
    r"\s+(?:secara\s+)?berturut-turut\s+sejak\s+(?:[A-Za-z]+\s+){0,3}?[Tt]ahun (?P<awal>20\d\d)\b"
)


def _find_wrong_years(sentence: str, reading: Reading) -> Iterator[tuple[re.Match[str], str]]:
    """How old something is, how long it is valid, how many years the Renstra has left."""
    for pattern in (_AGED, _VALID):
        for match in pattern.finditer(sentence):
            years = int(match["akhir"]) - int(match["awal"])
            count = int(read_number(match["banyak"]))
            if count != years and not (pattern is _VALID and count == years + 1):
                yield match, f"disebut {match['banyak']} tahun, padahal dari {match['awal']} ke {match['akhir']}"
    for match in _IN_A_ROW.finditer(sentence):
        years = int(match["akhir"]) - int(match["awal"])
        if int(read_number(match["banyak"])) not in {years, years + 1}:
            yield match, f"disebut yang ke-{years + 1} bila sejak {match['awal']} sampai {match['akhir']}"
    for match in _LEFT.finditer(sentence):
        if not re.search("Renstra|Rencana Strategis", sentence) or names_other_plan(sentence, reading):
            continue
        last = reading.folder.facts["renstra"]["akhir"]
        if int(read_number(match["banyak"])) != last - int(match["awal"]):
            yield match, f"disebut sisa {match['banyak']} tahun sesudah {match['awal']}, padahal Renstra sampai {last}"
