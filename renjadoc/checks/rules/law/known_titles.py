"""Titles of regulations that belong to another number, in the list and within other titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from renjadoc.checks.regulations import identify_regulation, read_knowledge, short_name, walk_listed
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.regulation_entry import RegulationEntry
from renjadoc.narrative.regulation_kinds import read_kinds
from renjadoc.reading import Reading

_LONG_NAMES = {known.name: kind for kind, known in read_kinds().items() if kind in {"UU", "PP", "Perpres"}}
#: A regulation named within the title of another: `Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan`.
_WITHIN = re.compile(
    rf"(?<!Pengganti )(?P<jenis>{'|'.join(_LONG_NAMES)}) Nomor (?P<nomor>\d+) Tahun (?P<tahun>\d{{4}})"
    r" tentang (?P<tentang>.+?)"
    r"(?= sebagaimana\b| menjadi Undang|$)",
    re.IGNORECASE,
)
#: Kinds that stand in the Lembaran Negara, each with a number of its own.
_IN_GAZETTE = frozenset({"UU", "PP"})


@rule("RJ620", "Judul milik peraturan bernomor lain", needs=("regulasi",))
def check_titles_of_others(reading: Reading) -> Iterator[Finding]:
    """Nomor dan tahun peraturan cocok dengan judulnya, juga yang disebut di dalam judul peraturan lain.

    Dibandingkan dengan peraturan yang dikenal renjadoc dan yang tercantum; nomor atau tahun yang sama, atau angka yang
    tertukar, menandakan salah ketik. Nomor Lembaran Negara tidak lebih kecil daripada nomor undang-undang tahun itu.

    Mengapa: nomor yang tertukar menunjuk peraturan lain, dan judulnya tampak benar.
    Sumber: renjadoc/data/peraturan.json; UU 12/2011 (Lembaran Negara memuat semua UU dan PP tahun itu).

    Gagal:
        regulasi/landasan-hukum.json /regulasi/0 = {"jenis": "UU", "nomor": 52, "tahun": 2004,
        "tentang": "Sistem Perencanaan Pembangunan Nasional", "lembaran": {"tahun": 2004, "nomor": 104},
        "tambahan": 4421}
    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "PP", "nomor": 40, "tahun": 2006,
        "tentang": "Pelaksanaan Undang-Undang Nomor 25 Tahun 2004 tentang Pemerintahan Daerah",
        "lembaran": {"tahun": 2006, "nomor": 97}, "tambahan": 4664}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/2 + {"jenis": "UU", "nomor": 16, "tahun": 2017,
        "tentang": "Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2017 tentang Perubahan atas
        Undang-Undang Nomor 17 Tahun 2013 tentang Organisasi Kemasyarakatan Menjadi Undang-Undang",
        "lembaran": {"tahun": 2017, "nomor": 239}, "tambahan": 6139}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/2 + {"jenis": "PP", "nomor": 40, "tahun": 2006,
        "tentang": "Pelaksanaan Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional",
        "lembaran": {"tahun": 2006, "nomor": 97}, "tambahan": 4664}
    """
    known = read_knowledge(reading)
    listed = {identify_regulation(entry): entry for _, _, entry in walk_listed(reading)}
    for source, pointer, entry in walk_listed(reading):
        if identify_regulation(entry) not in known and (right := _find_owner(entry, known)) is not None:
            message = f"“{entry['tentang']}” adalah {short_name(right)}, tertulis {short_name(entry)}"
            yield Finding(source, f"{pointer}/nomor", message, "Cocokkan nomor dan tahunnya dengan naskah resmi.")
        elif _stands_too_early(entry):
            message = f"{short_name(entry)} dimuat dalam Lembaran Negara nomor {entry['lembaran']['nomor']}"
            hint = "Nomor lembaran tidak mungkin lebih kecil daripada nomor peraturannya; periksa keduanya."
            yield Finding(source, f"{pointer}/lembaran/nomor", message, hint)
        for match in _WITHIN.finditer(entry.get("tentang", "")):
            if message := _contradict(match, {**listed, **known}):
                yield Finding(source, f"{pointer}/tentang", message, "Cocokkan judulnya.", match["tentang"])


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _find_owner(entry: RegulationEntry, known: Mapping[str, RegulationEntry]) -> RegulationEntry | None:
    """The known regulation that has the title of an entry, and a number or year that is nearly the entry's."""
    title = _letters(entry.get("tentang", ""))
    for fact in known.values():
        if (
            fact["jenis"] == entry["jenis"]
            and fact.get("daerah") == entry.get("daerah")
            and _letters(fact.get("tentang", "")) == title
            and _is_near(fact, entry)
        ):
            return fact
    return None


def _is_near(one: RegulationEntry, other: RegulationEntry) -> bool:
    """Whether two citations differ by a slip: the same number or year, or the digits of both in another order."""
    if one.get("nomor") == other.get("nomor") or one.get("tahun") == other.get("tahun"):
        return True
    digits = [sorted(f"{entry.get('nomor')}{entry.get('tahun')}") for entry in (one, other)]
    return digits[0] == digits[1]


def _stands_too_early(entry: RegulationEntry) -> bool:
    """Whether the Lembaran Negara of a year has a smaller number than what it holds, which was made in that year."""
    sheet, number, year = entry.get("lembaran"), entry.get("nomor"), int(entry.get("tahun", 0))
    if entry["jenis"] not in _IN_GAZETTE or not isinstance(number, int) or not isinstance(sheet, dict) or year <= 1950:
        return False
    return bool(sheet["tahun"] == year and str(sheet["nomor"]).isdigit() and int(sheet["nomor"]) < number)


def _contradict(match: re.Match[str], titles: dict[str, RegulationEntry]) -> str:
    """What is wrong with a regulation that stands within a title; empty where it is right or unknown."""
    kind = next(kind for name, kind in _LONG_NAMES.items() if name.casefold() == match["jenis"].casefold())
    named: RegulationEntry = {
        "jenis": kind,
        "nomor": int(match["nomor"]),
        "tahun": int(match["tahun"]),
        "tentang": match["tentang"],
    }
    fact, title = titles.get(identify_regulation(named)), match["tentang"]
    if fact is None:
        owner = _find_owner(named, titles)
        return f"dalam judulnya {short_name(named)}, padahal “{title}” adalah {short_name(owner)}" if owner else ""
    said, right = _letters(title), _letters(fact.get("tentang", ""))
    if not right or said.startswith(right) or right.startswith(said):
        return ""
    return f"dalam judulnya {short_name(named)} tentang “{title}”; judulnya “{fact['tentang']}”"
