"""What an old document says about itself: office, region, year, Renstra period, signature; the data of dokumen.json."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from renjadoc import indonesian
from renjadoc.adoption import words
from renjadoc.adoption.outline import FRONT, Outline, Section
from renjadoc.narrative import spans
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordPicture, WordTable

#: What is written where the old document does not say it.
UNKNOWN = "…………………"
_OFFICE_WORDS = (
    "Dinas|Badan|Kecamatan|Kelurahan|Sekretariat|Inspektorat|Satuan Polisi|Rumah Sakit|Kantor|Bagian|Bappeda|Distrik"
)
_REGION = (
    r"(?P<kind>Kabupaten|Kota|Provinsi)\s+(?!Kota\b)"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+(?!Tahun|Nomor|Periode|Dan\b)[A-Z][\w'’-]+){0,3})"
)
_OFFICE = re.compile(
    rf"(?:{_OFFICE_WORDS})\s+[A-Z][\w'’-]+(?:,?\s+(?:dan|serta|bagi|di)\s+[A-Z][\w'’-]+|,?\s+(?!Kabupaten|Kota|Provinsi|Tahun)[A-Z][\w'’-]+)*"
)
_TYPED_OFFICE = re.compile(rf"\s*(?:{_OFFICE_WORDS})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:tahun|ta\.?|renja)\s*(?:anggaran\s*)?:?\s*(20\d\d)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:[-–—]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(?:Tahun\s+)?((?:19|20)\d\d)\b", re.IGNORECASE
)
_PLAN = re.compile(r"renstra|rencana strategis|rpjmd|menengah", re.IGNORECASE)
_NIP = re.compile(r"NIP\s*[.:]?\s*(?P<nip>\d[\d\s.]{15,30})", re.IGNORECASE)
_PLACED = re.compile(
    r"\s*(?P<place>[^\d,:]{2,60}?)\s*,\s*(?P<date>(?:\d{1,2}\s*|[.…_\s]*)[A-Za-z]+\s+\d{4}|[.…_\s]+(?:\d{4})?)\s*"
)
_SET_AT = re.compile(r"\s*ditetapkan\s+di\s*:?\s*(?P<place>.+?)\s*", re.IGNORECASE)
_SET_ON = re.compile(r"\s*(?:pada\s+)?tanggal\s*:?\s*(?P<date>.+?)\s*", re.IGNORECASE)
_RANK = re.compile(
    r"pembina|penata|pengatur|juru\b|jenderal|kolonel|kompol|akbp|\b[IV]{1,3}/[a-e]\b|gol", re.IGNORECASE
)
_POST = re.compile(
    r"(?:plt\.?|plh\.?|pj\.?|a\.?n\.?)?\s*(?:kepala|sekretaris|camat|direktur|inspektur|lurah|asisten|bupati|wali)",
    re.IGNORECASE,
)
_SHORT = {"UKM", "UMKM", "KUKM", "KB", "PPKB", "P3A", "PPPA", "PU", "PUPR", "TNI", "RI", "RSUD", "BPBD", "KIP", "TIK"}
_SMALL = {"dan", "di", "bagi", "serta", "dengan", "untuk", "atas"}
_TAIL = 200


@dataclass
class Signature:
    """The block of who signs; `used` are the paragraphs it was read from, `picture` the signature itself."""

    place: str = ""
    date: str = ""
    post: str = ""
    name: str = ""
    rank: str = ""
    number: str = ""
    picture: WordPicture | None = None


@dataclass
class Office:
    """What was found; `guessed` names in Indonesian what was not said and had to be filled in."""

    year: int
    name: str
    short: str
    region: dict[str, str]
    period: tuple[int, int]
    vision: str
    signature: Signature | None
    guessed: list[str] = field(default_factory=list)


# The signature


def take_signature(outline: Outline) -> Signature | None:
    """The signature at the end of the last chapter; its paragraphs are taken out of there."""
    for section in reversed(list(_all(outline.chapters[-1]))):
        if (found := _take_from(section)) is not None:
            return found
    return None


def _take_from(section: Section) -> Signature | None:
    body = _unwrapped(section.body)
    lines = [(index, line) for index, block in enumerate(body) for line in _lines(block)]
    ends = [place for place, (_, line) in enumerate(lines) if _NIP.search(line)]
    if not ends or len(lines) - ends[-1] > _TAIL:
        return None
    found = _read_signature([line for _, line in lines[: ends[-1] + 1]])
    if found is None:
        return None
    signature, count = found
    first, final = lines[ends[-1] + 1 - count][0], lines[ends[-1]][0]
    around = [*lines[: ends[-1] + 1 - count], *lines[ends[-1] + 1 :]]
    if any(index in {first, final} for index, _ in around):
        return None
    pictures = [picture for block in body[first : final + 1] for picture in _pictures(block)]
    signature.picture = next((picture for picture in pictures if not picture.fault), None)
    rest = [WordParagraph(pictures=[p]) for p in pictures if p is not signature.picture]
    section.body = [*body[:first], *rest, *body[final + 1 :]]
    return signature


def _all(section: Section) -> Iterator[Section]:
    yield section
    for below in section.sections:
        yield from _all(below)


def _unwrapped(blocks: Sequence[WordBlock]) -> list[WordBlock]:
    """The blocks, where a table holds a signature its cells' blocks instead of it: two who sign stand side by side."""
    found: list[WordBlock] = []
    for block in blocks:
        if isinstance(block, WordTable) and _holds_signature(block):
            columns = zip_longest(*(row.cells for row in block.rows))
            found += [b for column in columns for cell in column if cell is not None for b in cell.blocks]
        else:
            found.append(block)
    return found


def _holds_signature(table: WordTable) -> bool:
    cells = [cell for row in table.rows for cell in row.cells]
    texts = [line for cell in cells for block in cell.blocks for line in _lines(block)]
    return len(cells) <= 12 and len(texts) <= 20 and any(_NIP.search(text) for text in texts)


def _lines(block: WordBlock) -> list[str]:
    if isinstance(block, WordTable):
        return ["\0"]
    return [" ".join(line.split()) for line in block.text.split("\n") if line.strip()]


def _pictures(block: WordBlock) -> list[WordPicture]:
    return block.pictures if isinstance(block, WordParagraph) else []


def _read_signature(lines: Sequence[str]) -> tuple[Signature, int] | None:
    """The signature that ends with the last line, and how many lines it takes; None if it is not whole."""
    match = _NIP.search(lines[-1])
    if match is None or len(lines) < 3:
        return None
    signature = Signature(number=" ".join(match["nip"].replace(".", " ").split()))
    at = len(lines) - 2
    if _RANK.search(lines[at]) and len(lines[at]) < 60:
        signature.rank, at = lines[at], at - 1
    signature.name, at = lines[at], at - 1
    if _NIP.search(signature.name):
        return None
    posts: list[str] = []
    while at >= 0 and len(posts) < 8 and len(lines[at]) < 120 and not _is_date(lines[at]):
        posts.insert(0, lines[at])
        at -= 1
    at = _take_date(signature, lines, at)
    if not signature.place:
        begun = next((i for i, post in enumerate(posts) if _POST.match(post)), None)
        if begun is None:
            return None
        at += begun
        posts = posts[begun:]
    signature.post = " ".join(post for post in posts if post != "\0").rstrip(" ,")
    if not signature.post or "\0" in posts or not _POST.search(signature.post):
        return None
    return signature, len(lines) - 1 - at


def _is_date(line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in (_PLACED, _SET_ON, _SET_AT))


def _take_date(signature: Signature, lines: Sequence[str], at: int) -> int:
    """Read place and date from the lines that end at `at`; the index of the line above them."""
    if at < 0:
        return at
    if (placed := _PLACED.fullmatch(lines[at])) is not None:
        signature.place, signature.date = placed["place"], placed["date"].strip(" .…_")
        return at - 1
    if (dated := _SET_ON.fullmatch(lines[at])) is not None:
        signature.date = dated["date"].strip(" .…_")
        at -= 1
    if at >= 0 and (set_at := _SET_AT.fullmatch(lines[at])) is not None:
        signature.place = set_at["place"]
        at -= 1
    return at


# Office, region, year


def read(
    outline: Outline, signature: Signature | None, sides: Sequence[str], hints: Sequence[str], year: int
) -> Office:
    """What the document says. `hints` are the title and the file's name; `year` is taken where no year is stated."""
    cover = [line for block in outline.front for line in _lines(block)]
    cover = cover[: next((i for i, line in enumerate(cover) if FRONT.match(line)), len(cover))]
    text = "\n".join([*cover, *_all_lines(outline), *sides])
    guessed: list[str] = []
    region = _region(cover, text, guessed)
    name = _office_name(cover, text, region, signature, guessed)
    found = _year([*cover, *hints, *sides], text)
    if found is None:
        guessed.append(f"tahun Renja ({year})")
    found = found or year
    period = _period(text, found)
    if period is None:
        guessed.append("periode Renstra")
    if signature is None:
        guessed.append("penanda tangan")
    short = _short(name, text)
    return Office(
        found,
        name,
        short,
        region,
        period or (max(2000, found - 1), min(2100, found + 3)),
        _vision(text),
        signature,
        guessed,
    )


def _all_lines(outline: Outline) -> Iterator[str]:
    for section in (section for chapter in outline.chapters for section in _all(chapter)):
        yield section.title[0].text
        for block in section.body:
            yield from (line for line in _lines(block) if line != "\0")


def _year(sure: Sequence[str], text: str) -> int | None:
    """The year of the cover, title, file name or footer; else the one that the text calls its Renja's."""
    for place in sure:
        if "renstra" not in place.casefold() and not _PERIOD.search(place) and (match := _YEAR.search(place)):
            return int(match[1])
    for place in sure:
        years = re.findall(r"(?<!\d)(20\d\d)(?!\d)", place)
        if len(set(years)) == 1:
            return int(years[0])
    named = Counter(re.findall(r"(?:Renja|Rencana Kerja)\b[^.\n]{0,120}?\bTahun\s+(20\d\d)\b(?!\s*[-–])", text))
    return int(named.most_common(1)[0][0]) if named else None


def _period(text: str, year: int) -> tuple[int, int] | None:
    counts: Counter[tuple[int, int]] = Counter()
    for match in _PERIOD.finditer(text):
        first, last = int(match[1]), int(match[2])
        if 3 <= last - first <= 6 and 2000 <= first <= year <= last <= 2100:
            near = _PLAN.search(text[max(0, match.start() - 150) : match.start()]) is not None
            counts[first, last] += 3 if near else 1
    return counts.most_common(1)[0][0] if counts else None


def _region(cover: Sequence[str], text: str, guessed: list[str]) -> dict[str, str]:
    covered = [match for line in cover if (match := re.search(_REGION, _titled(line)))]
    counts = Counter((m["kind"], m["name"]) for m in re.finditer(_REGION, text) if m["kind"] != "Provinsi")
    provinces = Counter(m["name"] for m in re.finditer(_REGION, text) if m["kind"] == "Provinsi")
    kind, name = "Kabupaten", UNKNOWN
    if covered:
        best = next((m for m in covered if m["kind"] != "Provinsi"), covered[0])
        kind, name = best["kind"], best["name"]
    elif counts:
        kind, name = counts.most_common(1)[0][0]
    elif provinces:
        kind, name = "Provinsi", provinces.most_common(1)[0][0]
    else:
        guessed.append("nama daerah")
    province = provinces.most_common(1)[0][0] if provinces else UNKNOWN
    if province == UNKNOWN and kind != "Provinsi":
        guessed.append("nama provinsi")
    return {"jenis": kind, "nama": name, "provinsi": name if kind == "Provinsi" else province}


def _office_name(
    cover: Sequence[str], text: str, region: dict[str, str], signature: Signature | None, guessed: list[str]
) -> str:
    for index, line in enumerate(cover):
        if _TYPED_OFFICE.match(line) and len(line) < 150:
            name = _titled(line)
            if index + 1 < len(cover) and _goes_on(line, cover[index + 1]):
                name += " " + _titled(cover[index + 1])
            return _as_written(_without_region(name, region), text)
    for line in cover:
        if (inside := _OFFICE.search(_titled(line))) is not None:
            return _as_written(_without_region(inside[0], region), text)
    if signature is not None:
        post = re.sub(rf"^.*?(?={_OFFICE_WORDS})", "", _titled(signature.post))
        if _TYPED_OFFICE.match(post):
            return _as_written(_without_region(post, region), text)
    counts = Counter(_without_region(" ".join(match[0].split()), region) for match in _OFFICE.finditer(text))
    if counts:
        return counts.most_common(1)[0][0]
    guessed.append("nama perangkat daerah")
    return UNKNOWN


def _as_written(name: str, text: str) -> str:
    """A name in the letters that the text mostly has for it; covers shout."""
    found = Counter(said for said in re.findall(re.escape(name), text, re.IGNORECASE) if not said.isupper())
    return found.most_common(1)[0][0] if found else name


def _goes_on(line: str, below: str) -> bool:
    """Whether the next line of a cover still belongs to the name of the office."""
    if re.search(r"kabupaten|kota|provinsi|tahun|\d", below, re.IGNORECASE) or len(below) > 80:
        return False
    return line.casefold().endswith((" dan", ",", " serta")) or below.casefold().startswith("dan ")


def _without_region(name: str, region: dict[str, str]) -> str:
    cut = re.split(r"\s+(?:Kabupaten|Kota|Provinsi)\s+", name)[0].strip(" ,.;:")
    return cut.removesuffix(f" {region['nama']}") if cut != f"Kecamatan {region['nama']}" else cut


def _titled(text: str) -> str:
    """A line of capitals in the letters of a name."""
    if not text.isupper():
        return " ".join(text.split())
    return " ".join(w.lower() if w.lower() in _SMALL else w if w in _SHORT else w.capitalize() for w in text.split())


def _short(name: str, text: str) -> str:
    """An abbreviation in brackets behind the name, or the name."""
    match = re.search(re.escape(name) + r"[^(\n]{0,60}\(([A-Za-z][\w .-]{2,24})\)", text)
    return match[1].strip() if match else name


def _vision(text: str) -> str:
    match = re.search(r"\bVisi\b[^.“\"\n]{0,160}[“\"]([^”\"\n]{20,300})[”\"]", text)
    return match[1].strip() if match and not spans.has_marks(match[1]) else ""


# dokumen.json


def dokumen(office: Office, outline: str) -> dict[str, Any]:
    """The data of dokumen.json, without pictures."""
    signature = office.signature or Signature()
    date: str | None = signature.date or None
    if date is not None and indonesian.baca_tanggal(date) is None:
        date = f"[[{words.escape_marks(date)}]]"
    return {
        "tahun": office.year,
        "kerangka": outline,
        "templat": "renja.docx",
        "perangkat_daerah": {"nama": _plain(office.name), "singkatan": _plain(office.short) or _plain(office.name)},
        "daerah": {key: _plain(said) for key, said in office.region.items()},
        "renstra": {"awal": office.period[0], "akhir": office.period[1]},
        "visi": {"daerah": office.vision or None, "perangkat_daerah": None},
        "logo": None,
        "pengesahan": {
            "tempat": _plain(signature.place) or _plain(office.region["nama"]),
            "tanggal": date,
            "jabatan": words.escape_marks(signature.post) or UNKNOWN,
            "nama": _plain(signature.name) or UNKNOWN,
            "pangkat": _plain(signature.rank) or UNKNOWN,
            "nip": _plain(signature.number) or UNKNOWN,
            "tanda_tangan": None,
        },
    }


def _plain(text: str) -> str:
    """A name, which is printed as typed; only the double braces of placeholders must not stand in it."""
    return re.sub(r"([{}])\1+", r"\1", text).strip()
