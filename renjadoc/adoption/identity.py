"""What an old document says about itself: office, region, year, Renstra period, signature; the data of dokumen.json."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from renjadoc import indonesian
from renjadoc.adoption import words
from renjadoc.adoption.headings import FRONT, OldOutline
from renjadoc.adoption.region import UNKNOWN, find_part, read_region
from renjadoc.adoption.signature import TABLE_LINE, Signature, block_lines
from renjadoc.narrative import spans

_OFFICE_WORDS = (
    "Suku Dinas|Suku Badan|Dinas|Badan|Kecamatan|Kapanewon|Kemantren|Kelurahan|Sekretariat|Inspektorat|Satuan Polisi"
    "|Rumah Sakit|Kantor|Bagian|Bappeda|Distrik"
)
#: Offices of places, which a text names beside its own: only a cover or a signature says that one is the office.
_PLACE_WORDS = "Kalurahan|Gampong|Kampung|Nagari|Desa|Puskesmas|Biro"
#: Abbreviations by which covers and signatures call an office.
_SHORT_NAMES = (
    r"RSUD?|RSJD?|RSKD|UPTD?|Satpol|BPBD|BKD|BKPSDM|BPKAD|BPKPD|BPPKAD|BPKD|Bapp\w+|Bapelit\w+|Baper\w+|Bap[ei]nda|Brida"
    r"|(?:Ba)?Kesbangpol\w*|Setda|Setwan|DPMPTSP|DPMD|DPUPR|DLHK?|DKPP?|DP3A\w*|Dinkes|Dinsos|Disdik\w*|Dindik\w*"
    r"|Dishub|Disnaker\w*|Disperin\w*|(?:Dis)?dukcapil|Diskominfo\w*|Dispora\w*|Dispar\w*|Dinkop\w*|Distan\w*"
)
_OFFICE = re.compile(
    rf"(?:{_OFFICE_WORDS})\s+[A-Z][\w'’-]+(?:,?\s+(?:dan|serta|bagi|di)\s+[A-Z][\w'’-]+|,?\s+(?!Kabupaten|Kota|Provinsi|Tahun)[A-Z][\w'’-]+)*"
)
_TYPED_OFFICE = re.compile(rf"\s*(?:{_OFFICE_WORDS}|{_PLACE_WORDS}|{_SHORT_NAMES})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:tahun|ta\.?|renja)\s*(?:anggaran\s*)?:?\s*(20\d\d)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:[-–—]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(?:Tahun\s+)?((?:19|20)\d\d)\b", re.IGNORECASE
)
_PLAN = re.compile(r"renstra|rencana strategis|rpjmd|menengah", re.IGNORECASE)
_SHORT = {
    "UKM", "UMKM", "KUKM", "KB", "PPKB", "P3A", "PPPA", "PU", "PUPR", "TNI", "RI", "DKI", "DK", "DIY", "DI", "KIP",
    "TIK", "RSUD", "RSU", "RSJ", "RSJD", "RSKD", "UPT", "UPTD", "BPBD", "BKD", "BKPSDM", "BPKAD", "BPKPD", "BPPKAD",
    "BPKD", "DPMPTSP", "DPMD", "DPUPR", "DLH", "DLHK", "DKP", "DKPP", "DP3A", "DPRD", "DPRA", "DPRK", "DPRP",
}  # fmt: skip
_SMALL = {"dan", "di", "bagi", "serta", "dengan", "untuk", "atas"}
#: What is said of the years of the Renstra where nobody states them.
UNKNOWN_PERIOD = "periode Renstra"

_Value = TypeVar("_Value")


@dataclass
class Identity:
    """What the document says; `guessed` names in Indonesian what was not said and had to be filled in.

    `inferred` says what nothing but the running text told, each fact with its name.
    """

    year: int
    name: str
    short: str
    region: dict[str, str]
    period: tuple[int, int]
    vision: str
    signature: Signature | None
    guessed: list[str]
    inferred: list[str] = field(default_factory=list)


def read_identity(
    outline: OldOutline, signature: Signature | None, sides: Sequence[str], hints: Sequence[str], year: int
) -> Identity:
    """What the document says. `hints` are the title and the file's name; `year` is taken where no year is stated."""
    cover = [line for block in outline.front for line in block_lines(block)]
    cover = cover[: next((i for i, line in enumerate(cover) if FRONT.match(line)), len(cover))]
    text = "\n".join([*cover, *_text_lines(outline), *sides])
    region = read_region([_title_case(line) for line in cover], text)
    name = _read_office_name(cover, text, region, signature)
    stated_year = _read_year([*cover, *hints, *sides], text)
    period = _read_period(text, stated_year or year)
    known = {
        "nama daerah": region["nama"] != UNKNOWN,
        "nama provinsi": region["provinsi"] != UNKNOWN,
        "nama perangkat daerah": name != UNKNOWN,
        f"tahun Renja ({year})": stated_year,
        UNKNOWN_PERIOD: period,
        "penanda tangan": signature,
        "pangkat penanda tangan": signature is None or signature.rank,
        "NIP penanda tangan": signature is None or signature.number,
    }
    year = stated_year or year
    identity = Identity(
        year,
        name,
        _read_short_name(name, text),
        region,
        period or (max(2000, year - 1), min(2100, year + 3)),
        _read_vision(text),
        signature,
        [what for what, said in known.items() if not said],
    )
    is_year_sure = stated_year is None or _read_year([*cover, *hints, *sides], "") is not None
    identity.inferred = list(_list_inferred(identity, cover, text, is_year_sure=is_year_sure))
    return identity


def _list_inferred(identity: Identity, cover: Sequence[str], text: str, *, is_year_sure: bool) -> Iterator[str]:
    """The facts that neither cover nor signature states, as the report says them."""
    covered = " ".join(cover).casefold()
    region, signature = identity.region, identity.signature
    if identity.name != UNKNOWN and next(_stated_names(cover, signature), None) is None:
        yield f"nama perangkat daerah: {identity.name}"
    for what, name in (("daerah", region["nama"]), ("provinsi", region["provinsi"])):
        if name != UNKNOWN and name.casefold() not in covered:
            yield f"nama {what}: {name}"
    if not is_year_sure:
        yield f"tahun Renja: {identity.year}"
    if UNKNOWN_PERIOD not in identity.guessed and not _is_called_plan(text, identity.period):
        yield f"{UNKNOWN_PERIOD}: {identity.period[0]}–{identity.period[1]}"
    if identity.vision:
        yield f"visi daerah: {words.shorten_text(identity.vision, 70)}"
    if (signature is None or not signature.place) and region["nama"] != UNKNOWN:
        yield f"tempat pengesahan: {region['nama']}"


def _text_lines(outline: OldOutline) -> Iterator[str]:
    for section in (section for chapter in outline.chapters for section in chapter.walk()):
        yield section.title
        yield from (line for block in section.body for line in block_lines(block) if line != TABLE_LINE)


def _read_year(sure: Sequence[str], text: str) -> int | None:
    """The year of the cover, title, file name or footer; else the one that the text calls its Renja's."""
    for place in sure:
        if "renstra" not in place.casefold() and not _PERIOD.search(place) and (match := _YEAR.search(place)):
            return int(match[1])
    for place in sure:
        years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", place))
        if len(years) == 1:
            return int(years.pop())
    named = re.findall(r"(?:Renja|Rencana Kerja)\b[^.\n]{0,120}?\bTahun\s+(20\d\d)\b(?!\s*[-–])", text)
    return int(_most_common(named, "0")) or None


def _most_common(values: Iterable[_Value], otherwise: _Value) -> _Value:
    return next((value for value, _ in Counter(values).most_common(1)), otherwise)


def _read_period(text: str, year: int) -> tuple[int, int] | None:
    periods: list[tuple[int, int]] = []
    for match in _PERIOD.finditer(text):
        first, last = int(match[1]), int(match[2])
        if 3 <= last - first <= 6 and 2000 <= first <= year <= last <= 2100:
            periods += [(first, last)] * (3 if _follows_plan(text, match) else 1)
    return _most_common(periods, None)


def _follows_plan(text: str, years: re.Match[str]) -> bool:
    """Whether years stand behind the name of a plan of several years."""
    return _PLAN.search(text[max(0, years.start() - 150) : years.start()]) is not None


def _is_called_plan(text: str, period: tuple[int, int]) -> bool:
    """Whether the text calls these years those of the Renstra anywhere."""
    found = (match for match in _PERIOD.finditer(text) if (int(match[1]), int(match[2])) == period)
    return any(_follows_plan(text, match) for match in found)


def _read_office_name(cover: Sequence[str], text: str, region: dict[str, str], signature: Signature | None) -> str:
    """The name of cover or signature, else the one that the text has most often; UNKNOWN if there is none."""
    stated = next(_stated_names(cover, signature), None)
    if stated is None:
        names = (_cut_region(" ".join(match[0].split()), region) for match in _OFFICE.finditer(text))
        return _most_common(names, UNKNOWN)
    name = _cut_region(stated, region)
    part = find_part([_title_case(line) for line in cover])
    if name.startswith("Suku ") and part and part not in name:
        name = f"{name} {part}"
    # Covers shout: the letters are those that the text mostly has.
    written: list[str] = re.findall(re.escape(name), text, re.IGNORECASE)
    return _most_common((said for said in written if not said.isupper()), name)


def _stated_names(cover: Sequence[str], signature: Signature | None) -> Iterator[str]:
    for index, line in enumerate(cover):
        if _TYPED_OFFICE.match(line) and len(line) < 150:
            goes_on = index + 1 < len(cover) and _goes_on(line, cover[index + 1])
            yield " ".join(map(_title_case, cover[index : index + 1 + goes_on]))
    yield from (match[0] for line in cover if (match := _OFFICE.search(_title_case(line))))
    if signature is not None:
        post = re.sub(rf"^.*?\b(?={_OFFICE_WORDS}|{_PLACE_WORDS})", "", _title_case(signature.post))
        if _TYPED_OFFICE.match(post):
            yield post


def _goes_on(line: str, below: str) -> bool:
    """Whether the next line of a cover still belongs to the name of the identity."""
    if re.search(r"kabupaten|kota|provinsi|tahun|\d", below, re.IGNORECASE) or len(below) > 80:
        return False
    return line.casefold().endswith((" dan", ",", " serta")) or below.casefold().startswith("dan ")


def _cut_region(name: str, region: dict[str, str]) -> str:
    cut = re.split(r"\s+(?:Kabupaten|Kota|Provinsi)\s+(?!Administrasi\b)", name)[0].strip(" ,.;:")
    if cut == f"Kecamatan {region['nama']}":
        return cut
    return cut.removesuffix(f" {region['nama']}").removesuffix(" DIY")


def _title_case(text: str) -> str:
    """A line of capitals in the letters of a name."""
    if not text.isupper():
        return " ".join(text.split())
    return " ".join(map(_title_word, text.split()))


def _title_word(word: str) -> str:
    bare = word.strip("(),.")
    if bare.lower() in _SMALL:
        return word.lower()
    return word if bare in _SHORT else word.replace(bare, bare.capitalize())


#: What may stand between an office and its abbreviation: its region, and that it is called so.
_UP_TO_SHORT = (
    r"(?:\s+[A-Z][\w'’./-]*){0,6}"
    r"(?:,?\s+(?:(?:atau|yang)\s+)?(?:(?:selanjutnya|biasa)\s+)?(?:disebut|disingkat)(?:\s+dengan)?)?"
)


def _read_short_name(name: str, text: str) -> str:
    """An abbreviation in brackets behind the name, or the name; behind other words the bracket is theirs."""
    match = re.search(re.escape(name) + _UP_TO_SHORT + r"\s*\((?!Ren(?:ja|stra)\b)([A-Z][\w .-]{2,24})\)", text)
    return match[1].strip() if match else name


def _read_vision(text: str) -> str:
    match = re.search(r"\bVisi\b[^.“\"\n]{0,160}[“\"]([^”\"\n]{20,300})[”\"]", text)
    return match[1].strip() if match and not spans.has_marks(match[1]) else ""


# dokumen.json


def write_dokumen(identity: Identity, outline: str) -> dict[str, Any]:
    """The data of dokumen.json, without pictures."""
    signature = identity.signature or Signature()
    date: str | None = signature.date or None
    if date is not None and indonesian.baca_tanggal(date) is None:
        date = f"[[{words.escape_marks(date)}]]"
    return {
        "tahun": identity.year,
        "kerangka": outline,
        "templat": "renja.docx",
        "perangkat_daerah": {
            "nama": _write_name(identity.name),
            "singkatan": _write_name(identity.short) or _write_name(identity.name),
        },
        "daerah": {key: _write_name(said) for key, said in identity.region.items()},
        "renstra": {"awal": identity.period[0], "akhir": identity.period[1]},
        "visi": {"daerah": identity.vision or None, "perangkat_daerah": None},
        "logo": None,
        "pengesahan": {
            "tempat": _write_name(signature.place) or _write_name(identity.region["nama"]),
            "tanggal": date,
            "jabatan": words.escape_marks(signature.post) or UNKNOWN,
            "nama": _write_name(signature.name) or UNKNOWN,
            "pangkat": _write_name(signature.rank) or UNKNOWN,
            "nip": _write_name(signature.number) or UNKNOWN,
            "tanda_tangan": None,
        },
    }


def _write_name(text: str) -> str:
    """A name, which is printed as typed; only the double braces of placeholders must not stand in it."""
    return re.sub(r"([{}])\1+", r"\1", text).strip()
