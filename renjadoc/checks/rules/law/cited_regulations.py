"""Regulations named in the narrative: how they are cited, and whether the document lists them under that title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from renjadoc.checks.regulations import (
    document_date,
    identify_regulation,
    list_events,
    read_knowledge,
    say_unconfirmed,
    short_name,
    walk_listed,
)
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.narrative.citation import NUMBERED_BY_YEAR, regulation_key
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.regulation_entry import KnownRegulation, RegulationEntry, RegulationGazette
from renjadoc.narrative.regulation_kinds import read_kinds
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

#: Names of kinds in any case, without who makes them, and the kind by which a list holds them.
_NAMES = {
    **{name.casefold(): kind for kind, known in read_kinds().items() if (name := known.name.partition(" {")[0])},
    **{spoken: kind for kind, known in read_kinds().items() for spoken in known.spoken},
    "peraturan daerah provinsi": "Perda Provinsi", "peraturan daerah": "Perda", "qanun": "Qanun",
}  # fmt: skip
for _ambiguous in ("peraturan", "keputusan", "instruksi", "surat edaran"):
    _NAMES.pop(_ambiguous, None)
#: Abbreviations, written just so; Permenkeu, PermenPANRB and the like are of a minister.
_SHORT = {
    **{short: kind for kind, known in read_kinds().items() for short in known.short if short not in {"SE", "UUD 1945"}},
    "Perda": "Perda",
}  # fmt: skip


def _join_alternatives(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_YEAR = re.compile(r"\d{4}")
# The longest names (of two ministries in one) have a dozen words. Without bounds a text that names nothing but
# ministers is read to its end from each of them.
_NAMED = re.compile(
    rf"\b(?P<jenis>(?i:{_join_alternatives(_NAMES)})|{_join_alternatives(_SHORT)}|Permen[A-Za-z]+)\b"
    r"(?P<siapa>(?:\s+[A-Z][\w/]*|\s+dan(?=\s+[A-Z])){0,24}?)(?:\s+(?P<no>(?i:Nomor|No\.?))\s*:?)?"
    r"\s*(?P<nomor>[\w.-]{0,60}\d[\w./-]{0,60}?)(?:\s+(?P<th>(?i:Tahun|Thn?\.?))\s+|\s*/\s*(?=(?:19|20)\d\d\b(?!/|\s+Tahun)))"
    r"(?P<tahun>\d{4})(?P<tentang>,?\s+(?i:t[ae]nt[ae]ng)\s+)?"
)


def _read_kind(written: str) -> str:
    return _SHORT.get(written) or _NAMES.get(written.casefold(), "Permen")


class _NamedRegulation(NamedTuple):
    """A regulation as the narrative names it."""

    passage: Passage
    match: re.Match[str]
    kind: str
    title: str


@lru_cache(maxsize=1)
def _list_named(reading: Reading) -> list[_NamedRegulation]:
    """Every regulation named in the narrative; one that stands within the title of another is passed over."""
    return list(_find_named_regulations(reading))


#: No title of a regulation is longer.
_LONGEST_TITLE = 2_000


def _find_named_regulations(reading: Reading) -> Iterator[_NamedRegulation]:
    titles = {identify_regulation(entry): entry.get("tentang", "") for _, _, entry in walk_listed(reading)}
    for passage in reading.passages.find_pattern(_YEAR):  # A regulation is named by its year.
        end = 0
        for match in _NAMED.finditer(passage.text):
            if match.start() < end:
                continue
            kind = _read_kind(match["jenis"])
            rest = passage.text[match.end() : match.end() + _LONGEST_TITLE] if match["tentang"] else ""
            listed = _find_listed(kind, match, titles)
            if match["tentang"]:
                end = match.end() + len(titles[listed] if listed else re.split(r"[.;(]", rest)[0])
            yield _NamedRegulation(passage, match, kind, rest)


def _find_listed(kind: str, match: re.Match[str], listed: dict[str, Any]) -> str | None:
    """The listed regulation that a match names, by kind, number, year and, where it is said, whose it is."""
    number = f"-{match['nomor']}-{match['tahun']} ".casefold()
    for which in listed:
        head, _, owner = which.partition(" ")
        if not f"{head} ".endswith(number):
            continue
        of_kind = (
            head.startswith("perda-") if kind == "Perda" else head.startswith(kind.casefold().replace(" ", "-") + "-")
        )
        said = match["siapa"].strip().casefold()
        if of_kind and (not said or not owner.strip() or owner.strip() in said or said in owner.strip()):
            return which
    return None


@rule("RJ604", "Sitasi peraturan tidak baku")
def check_citation_form(reading: Reading) -> Iterator[Finding]:
    """Peraturan dalam naskah disebut dengan “Nomor … Tahun … tentang …”, bukan “No.”, “Th.”, atau 23/2014.

    Mengapa: sitasi yang tidak baku dikembalikan bagian hukum; “tantang” lolos dari kamus karena kata itu ada.
    Sumber: UU 12/2011 Lampiran II.

    Gagal:
        bab-5.json /isi/0 = "Renja ini berpedoman pada Permendagri No. 86 Tahun 2017."
    Lolos:
        bab-5.json /isi/0 = "Renja ini berpedoman pada Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017."
    Lolos:
        bab-5.json /isi/0 = "Peraturan Menteri Pekerjaan Umum Nomor 29/PRT/M/2018 telah dicabut."
    """
    listed = {identify_regulation(entry): entry for _, _, entry in walk_listed(reading)}
    for found in _list_named(reading):
        match = found.match
        faults = _find_kind_faults(match["jenis"])
        faults += _find_word_faults(match["no"], "Nomor", "kata “Nomor” belum ada")
        faults += _find_word_faults(match["tentang"], "tentang", "")
        if found.kind not in NUMBERED_BY_YEAR and "/" not in match["nomor"]:  # 29/PRT/M/2018 is a number whole.
            faults += _find_word_faults(match["th"], "Tahun", "garis miring seharusnya “Tahun”")
        if faults and found.passage.is_typed(*match.span()):
            message = f"“{match[0].strip()}”: {'; '.join(faults)}"
            yield Finding.of(found.passage, message, _advise(found, listed), match[0].strip())


def _advise(found: _NamedRegulation, listed: dict[str, Any]) -> str:
    """How to write a citation: by the name of that regulation where it is listed; never by another's."""
    which = _find_listed(found.kind, found.match, listed)
    if which is None:
        return "Tulis lengkap: jenis peraturannya, Nomor, Tahun, dan tentang."
    return f"Tulis lengkap, atau rujuk dari daftar: {{{{ regulasi['{which.partition(' ')[0]}'] }}}}."


def _find_kind_faults(written: str) -> list[str]:
    right = written.replace(" ", "-") if written.casefold() == "undang undang" else written
    right = right if right[0].isupper() else right.title()
    return [] if right == written else [f"“{written}” seharusnya “{right}”"]


def _find_word_faults(written: str | None, right: str, missing: str) -> list[str]:
    """What is wrong with one of the words of a citation, which may stand in capitals."""
    if written is None:
        return [missing] if missing else []
    return [] if written.strip() in {right, right.upper()} else [f"“{written.strip()}” seharusnya “{right}”"]


@rule("RJ605", "Peraturan disebut tetapi tidak tercantum", needs=("regulasi",))
def check_unlisted_regulations(reading: Reading) -> Iterator[Finding]:
    """Peraturan yang menjadi dasar menurut naskah, dan setiap peraturan daerah, tercantum dalam landasan hukum.

    Mengapa: naskah rujukan memakai Perbup 91/2016 tanpa mencantumkannya.
    Sumber: kebiasaan verifikasi bagian hukum.

    Gagal:
        bab-5.json /isi/0 = "Tugas dinas diatur dengan Peraturan Bupati Contoh Nomor 91 Tahun 2016."
    Lolos:
        bab-5.json /isi/0 = "Renja ini disusun menurut Undang-Undang Nomor 25 Tahun 2004."
    Lolos:
        bab-5.json /isi/0 = "Menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017, nilai itu termasuk mutu baik."
    """
    listed = {identify_regulation(entry): entry for _, _, entry in walk_listed(reading)}
    if not listed:
        return
    for found in _list_named(reading):
        match = found.match
        # Decisions, instructions and circulars need not stand among what a document rests on.
        if found.kind in NUMBERED_BY_YEAR - {"Inpres", "Keppres"} or found.kind.startswith("Peraturan DPRD"):
            continue
        if _is_told_repealed(found.passage.text, match):
            continue
        if _find_listed(found.kind, match, listed) is not None or not _is_leant_on(found, listed, reading):
            continue
        if found.passage.is_typed(*match.span()):
            year = f"/{match['tahun']}" if "/" in match["nomor"] else f" Tahun {match['tahun']}"
            said = f"{match['jenis']}{match['siapa']} Nomor {match['nomor']}{year}"
            message = f"{said} disebut dalam naskah, tetapi tidak tercantum dalam landasan hukum"
            hint = "Tambahkan ke folder regulasi, atau perbaiki nomornya."
            yield Finding.of(found.passage, message, hint, match[0].strip())


#: What a document rests on; what a scale or a subsidy follows need not stand among it.
_AS_BASIS = re.compile(
    r"\b(?:berdasarkan|berpedoman|berlandaskan|mengacu|sesuai|sebagaimana|diatur|ditetapkan|amanat\w*"
    r"|dasar|pelaksanaan|menjabarkan|merujuk|disusun|kewenangan|tugas|fungsi)\b[^.;]{0,80}$",
    re.IGNORECASE,
)


def _is_leant_on(found: _NamedRegulation, listed: dict[str, Any], reading: Reading) -> bool:
    """Whether a regulation is told as what the plan rests on, is a region's own or no more, or is a listed one but for
    a slip."""
    known, match = read_kinds().get(found.kind), found.match
    if _has_ended(found, reading):
        return True
    if known is None or known.rank >= read_kinds()["Perda Provinsi"].rank:
        return True
    if _AS_BASIS.search(match.string[max(0, match.start() - 120) : match.start()]):
        return True
    lead = found.kind.casefold().replace(" ", "-") + "-"
    keys = (which.partition(" ")[0].removeprefix(lead) for which in listed if which.startswith(lead))
    return any(_is_slip_of(match["nomor"], match["tahun"], *key.rsplit("-", 1)) for key in keys if "-" in key)


def _has_ended(found: _NamedRegulation, reading: Reading) -> bool:
    """Whether a regulation is known to be repealed or over on the day of the document."""
    key = f"{found.kind}-{found.match['nomor']}-{found.match['tahun']}".replace(" ", "-").casefold()
    facts = (fact for which, fact in read_knowledge(reading).items() if which.partition(" ")[0] == key)
    events = (event for fact in facts for event in list_events(fact, document_date(reading)))
    return any(event["status"] in {"dicabut", "berakhir"} for event in events)


def _is_slip_of(number: str, year: str, right_number: str, right_year: str) -> bool:
    """Whether a number and a year are those of another regulation but for the year, for one digit of the number, or
    changed round: 12/2013 for 13/2012."""
    if number.casefold() == right_number:
        return True
    if number.isdigit() and (number.zfill(2), year[2:]) == (right_year[2:], right_number.zfill(2)):
        return True
    is_like = number.isdigit() and right_number.isdigit() and len(number) == len(right_number)
    digits = zip(number, right_number, strict=False)
    is_turned = sorted(number) == sorted(right_number)
    return is_like and year == right_year and (is_turned or sum(one != other for one, other in digits) == 1)


_REPEALED_BEHIND = re.compile(
    r"(?:(?!Nomor)[^.;]){0,200}?\b(?:telah|sudah|kini)\s+(?:dicabut|diganti(?:kan)?|(?:dinyatakan )?tidak berlaku)\b"
)
_REPEALED_BEFORE = re.compile(
    r"\b(?:mencabut|menggantikan|pengganti|dicabutnya|digantikannya|dicabut,? yaitu)\s+(?:ketentuan\s+)?$"
)


def _is_told_repealed(text: str, match: re.Match[str]) -> bool:
    """Whether a text itself says that a regulation is no more: then the document does not rest on it."""
    if _REPEALED_BEFORE.search(text[max(0, match.start() - 60) : match.start()]):
        return True
    return _REPEALED_BEHIND.match(text, match.end("tahun")) is not None


@rule("RJ606", "Judul atau lembaran peraturan berbeda", needs=("regulasi",))
def check_regulation_titles(reading: Reading) -> Iterator[Finding]:
    """Judul peraturan sama di naskah, di landasan hukum, dan menurut pengetahuan renjadoc; begitu juga LN dan TLN-nya.

    Huruf besar, spasi, dan tanda baca tidak dibedakan.

    Mengapa: judul yang berubah satu kata menunjuk peraturan lain.
    Sumber: naskah rujukan (RPJMN “2015-2020”; judulnya 2015-2019).

    Gagal:
        bab-5.json /isi/0 = "Sesuai Undang-Undang Nomor 25 Tahun 2004 tentang Perencanaan Nasional."
    Lolos:
        bab-5.json /isi/0 = "Sesuai Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional."
    """
    listed = {identify_regulation(entry): entry for _, _, entry in walk_listed(reading)}
    for found in _list_named(reading):
        which = _find_listed(found.kind, found.match, listed) if found.match["tentang"] else None
        if which is not None and not _is_title(found.title, listed[which].get("tentang", "")):
            title = shorten_text(listed[which]["tentang"], 120)
            message = f"judul {short_name(listed[which])} berbeda dari landasan hukum: “{title}”"
            hint = f"Samakan; lebih aman tulis {{{{ regulasi['{regulation_key(listed[which])}'] }}}}."
            yield Finding.of(found.passage, message, hint, found.match[0].strip())
    known = read_knowledge(reading)
    for source, pointer, entry in walk_listed(reading):
        if fact := known.get(identify_regulation(entry)):
            yield from _compare_with_known(source, pointer, entry, fact)


_SENTENCE = re.compile(r"[.;]")
#: So many letters of a title say which one it is.
_TELLING = 60
_TITLE_ENDS = re.compile(r"[.;)]|, [a-z]|\s*$")


def _is_title(written: str, title: str) -> bool:
    """Whether a text starts with a title, or with as much of it as goes to one of its commas."""
    written, title = _shorten_terms(written), _shorten_terms(title)
    heads = [title[: comma.start()] for comma in re.finditer(",", title)]
    heads += [title[: year.start()] for year in re.finditer(r" Tahun (?:Anggaran )?20", title)]
    # In small letters a title may be told as far as its sentence needs it.
    told = _letters_only(_SENTENCE.split(written)[0])
    if written[:1].islower() and len(told) >= _TELLING and _letters_only(title).startswith(told):
        return True
    is_cut = any(written.startswith(head) and _TITLE_ENDS.match(written, len(head)) for head in heads)
    return is_cut or _letters_only(written).startswith(_letters_only(title))


_TERMS = (
    ("Anggaran Pendapatan dan Belanja Negara", "APBN"), ("Anggaran Pendapatan dan Belanja Daerah", "APBD"),
    ("Rencana Pembangunan Jangka Menengah", "RPJM"), ("Rencana Pembangunan Jangka Panjang", "RPJP"),
    ("Rencana Kerja Pemerintah Daerah", "RKPD"), ("RPJM Daerah", "RPJMD"), ("RPJM Nasional", "RPJMN"),
    ("RPJP Daerah", "RPJPD"), ("RPJP Nasional", "RPJPN"),
)  # fmt: skip


def _shorten_terms(text: str) -> str:
    """Long terms by their abbreviations, which sentences may use in a title."""
    for long, short in _TERMS:
        text = text.replace(long, short)
    return text.replace("–", "-")


def _letters_only(text: str) -> str:
    """Letters and digits alone; what stands in brackets is an abbreviation."""
    return re.sub(r"[\W_]+", "", re.sub(r"\([A-Z]+\)", "", text)).casefold()


def _name_sheet(sheet: RegulationGazette) -> str:
    return f"Tahun {sheet.get('tahun')} Nomor {sheet.get('nomor')}"


def _compare_with_known(
    source: Source, pointer: str, entry: RegulationEntry, fact: KnownRegulation
) -> Iterator[Finding]:
    titled = "tentang" in fact and "tentang" in entry  # An amending regulation may be cited by its number alone.
    if titled and _letters_only(fact["tentang"]) != _letters_only(entry["tentang"]):
        message = f"judul {short_name(entry)} menurut pengetahuan renjadoc: “{shorten_text(fact['tentang'], 120)}”"
        yield Finding(source, f"{pointer}/tentang", message, f"Cocokkan dengan naskah resmi{say_unconfirmed(fact)}.")
    sheet, supplement = fact.get("lembaran", {}), fact.get("tambahan")
    for field, said, is_other, right in (
        ("lembaran", "lembaran", bool(sheet) and entry.get("lembaran", sheet) != sheet, _name_sheet(sheet)),
        ("tambahan", "tambahan lembaran", supplement and entry.get("tambahan", supplement) != supplement, supplement),
    ):
        if is_other:
            message = f"{said} {short_name(entry)} menurut pengetahuan renjadoc: {right}"
            yield Finding(
                source, f"{pointer}/{field}", message, f"Cocokkan dengan naskah resmi{say_unconfirmed(fact)}."
            )
