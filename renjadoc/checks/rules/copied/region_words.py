"""Words and kinds of regulations that belong to some regions only: kapanewon, distrik; Qanun, Perdasus, Perdais."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from renjadoc.checks.regions import find_regions
from renjadoc.checks.regulations import short_name, walk_listed
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, is_match_typed, walk_sentences
from renjadoc.narrative.regulation_kinds import read_kinds
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.region_terms import RegionTerms, find_terms, list_own_words, special_kinds, title_of_part

#: Parts of a region that its narrative names with a name of their own behind.
_PARTS = ("kecamatan",)
#: Its own parts have no council and make no regulations of a kota or kabupaten.
_PARTS_OF_JAKARTA = ("Jakarta", "Kepulauan Seribu", "Administrasi")


def _terms(reading: Reading) -> RegionTerms:
    region = reading.folder.facts["daerah"]
    return find_terms(region["jenis"], region["nama"], region["provinsi"])


@lru_cache(maxsize=8)
def _find_others(own: str, key: str, province: str) -> re.Pattern[str]:
    """A word for this part that nobody in the province has, with the name of one behind it."""
    known = list_own_words(key).items()
    words = sorted(word.capitalize() for word, provinces in known if word != own and province not in provinces)
    no_name = "Dalam|Se|Daerah|Kabupaten|Kota|Provinsi|Induk|Tangguh|Layak|Sehat|Navigasi"
    name = rf"(?!(?:{no_name})\b)[A-Z][a-z]+\b(?!\s+Dalam\s+Angka)"
    return re.compile(rf"\b(?P<kata>{'|'.join(words)})\s+(?P<nama>{name})")


_FEW = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
#: A text that quotes the statistics of the country speaks their words.
_QUOTES_STATISTICS = re.compile(r"^Sumber\b|\bDalam Angka\b")
#: Since when the words of the region are its own; before, its parts had those of the country.
_SINCE = 2020


@lru_cache(maxsize=8)
def _find_counted(own: str, key: str, province: str) -> re.Pattern[str]:
    """The same word with how many there are in front: `18 kecamatan`."""
    known = list_own_words(key).items()
    words = sorted(word for word, provinces in known if word != own and province not in provinces)
    number = rf"\d{{1,3}}|(?:{_FEW})(?: (?:belas|puluh)(?: (?:satu|{_FEW}))?)?|sepuluh|sebelas|seluruh|semua"
    return re.compile(rf"(?<![\w.,])(?P<berapa>{number})\s+(?P<kata>{'|'.join(words)})\b")


@rule("RJ530", "Sebutan wilayah bukan sebutan daerah ini")
def check_region_words(reading: Reading) -> Iterator[Finding]:
    """Kecamatan disebut menurut daerahnya: kapanewon atau kemantren (DIY), distrik (Papua), kecamatan di tempat lain.

    Diperiksa: nama perangkat daerah, jabatan penanda tangan kecamatan dan yang setingkat, dan naskah yang menyebut nama
    wilayahnya. Di Aceh, Papua, DIY, dan Sumatera Barat diperiksa juga kepala desa menurut sebutan daerah lain
    (perbekel), dan APBDes dalam naskah yang di tempat lain menyebut APBG atau APBKam. Nama program dan sub kegiatan
    mengikuti nomenklatur dan tidak diperiksa.

    Mengapa: sebutan yang lain memperlihatkan bahwa naskahnya disalin dari daerah lain.
    Sumber: UU 13/2012 dan Perdais DIY 1/2018; UU 21/2001; UU 23/2014.

    Gagal:
        bab-5.json /isi/0 = "Pelayanan di Distrik Sukamaju ditingkatkan."
    Gagal:
        dokumen.json /daerah/provinsi = "Aceh"
        bab-5.json /isi/0 = "Renja ini dilaksanakan bersama camat, keuchik, dan perbekel."
    Gagal:
        dokumen.json /daerah/provinsi = "Aceh"
        bab-5.json /isi/0 = "Sebanyak 12 gampong menetapkan APBG. Gampong lain belum menetapkan APBDes."
    Lolos:
        dokumen.json /daerah/provinsi = "Aceh"
        bab-5.json /isi/0 = "Bersama camat dan keuchik disusun APBG. Di Kabupaten Badung APBDes disusun perbekel."
    Lolos:
        bab-5.json /isi/0 = "Pelayanan di Kecamatan Sukamaju ditingkatkan."
    """
    terms, dokumen = _terms(reading), reading.folder.dokumen
    office, signing = reading.folder.facts["perangkat_daerah"]["nama"], reading.folder.facts["pengesahan"]
    for key in _PARTS:
        yield from _check_named(reading, terms, key)
        yield from _check_counted(reading, terms.words[key], key)
    if terms.words["kepala_desa"] != _COMMON_HEAD:
        yield from _check_villages(reading, terms)
    title, said = title_of_part(office), reading.printed(signing["jabatan"])
    if title and said and title.casefold() not in said.casefold():
        message = f"jabatan “{shorten_text(said)}”, padahal pimpinan {office} adalah {title}"
        yield Finding(dokumen, "/pengesahan/jabatan", message, "Tulis {{ perangkat_daerah.pimpinan }}.")


def _check_named(reading: Reading, terms: RegionTerms, key: str) -> Iterator[Finding]:
    """Parts of the region that are named with a word of others, the office among them."""
    own = terms.words[key]
    pattern = _find_others(own, key, reading.folder.facts["daerah"]["provinsi"])
    if match := pattern.match(reading.folder.facts["perangkat_daerah"]["nama"]):
        message = f"“{match['kata']}” bukan sebutan di {terms.full}"
        hint = f"Di sini disebut {own}: {own.title()} {match['nama']}."
        yield Finding(reading.folder.dokumen, "/perangkat_daerah/nama", message, hint)
    for passage in reading.passages.find_pattern(pattern):
        for match in pattern.finditer(passage.text):
            if passage.is_typed(*match.span()):
                message = f"“{match[0]}”: {match['kata'].lower()} bukan sebutan di {terms.full}"
                hint = f"Di sini disebut {own}: {own.title()} {match['nama']}."
                yield Finding.of(passage, message, hint, match[0])


def _check_counted(reading: Reading, own: str, key: str) -> Iterator[Finding]:
    """Parts of the region that are counted under a word of others."""
    if reading.folder.tahun < _SINCE:
        return
    pattern = _find_counted(own, key, reading.folder.facts["daerah"]["provinsi"])
    for passage in reading.passages.find_pattern(pattern):
        if _QUOTES_STATISTICS.search(passage.text):
            continue
        for match in pattern.finditer(passage.text):
            if passage.is_typed(*match.span()):
                message = f"“{match[0]}”: {match['kata']} bukan sebutan di {_terms(reading).full}"
                yield Finding.of(
                    passage,
                    message,
                    f"Di sini disebut {own}: {match['berapa']} {own}.",
                    match["kata"],
                )


#: What the head of a village is called where the region has no word of its own.
_COMMON_HEAD = "kepala desa"
#: Words for the head of a village that some regions only have, and that mean nothing else.
_HEADS_ELSEWHERE = ("keuchik", "wali nagari", "perbekel", "prebekel", "pambakal", "kuwu", "peratin")
_OWN_BUDGET = re.compile(r"\bAPB(?:G|Gam|Gampong|Kam|Kampung|Kal|Kalurahan|Nag|Nagari|\s+Nagari)\b")
#: Where the own word stands beside, or the country's word is that of a law, of the nomenclature or of an application.
_OF_ALL = re.compile(rf"{_OWN_BUDGET.pattern}|\b(?:Permen\w+|Peraturan|Undang-Undang|Siskeudes|aplikasi|[Kk]egiatan)\b")
_COMMON_BUDGET = re.compile(r"\bAPBDes(?:a)?\b")


def _check_villages(reading: Reading, terms: RegionTerms) -> Iterator[Finding]:
    """Heads and budgets of villages by the words of others, in sentences that speak of no other region."""
    heads = [word for word in _HEADS_ELSEWHERE if word != terms.words["kepala_desa"]]
    pattern = re.compile(rf"\b(?:{'|'.join(heads)})\b", re.IGNORECASE)
    asked = [(pattern, f"Di sini disebut {terms.words['kepala_desa']}.")]
    if own := _OWN_BUDGET.search(reading.passages.joined):
        asked.append((_COMMON_BUDGET, f"Di tempat lain dalam naskah ini disebut {own[0]}."))
    for wrong, hint in asked:
        for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(wrong), RUNNING):
            match = wrong.search(sentence)
            if match is None or _OF_ALL.search(sentence) or _names_others(sentence, reading):
                continue
            if is_match_typed(passage, offset, match):
                message = f"“{match[0]}” bukan sebutan di {terms.full}"
                yield Finding.of(passage, message, hint, match[0])


def _names_others(sentence: str, reading: Reading) -> bool:
    """Whether a sentence names a region that is not the document's own."""
    own = reading.folder.facts["daerah"]
    return any(region.name not in {own["nama"], own["provinsi"]} for region in find_regions(sentence))


@rule("RJ612", "Jenis peraturan bukan milik daerah ini")
def check_regulation_kinds(reading: Reading) -> Iterator[Finding]:
    """Qanun hanya ada di Aceh, Perdasus dan Perdasi di Papua, Perdais di DIY; Aceh menetapkan Qanun, bukan Perda.

    Kota dan kabupaten administrasi di Jakarta tidak menetapkan Perda, Peraturan Wali Kota, atau Peraturan Bupati.

    Mengapa: jenis yang keliru membuat peraturannya tidak dapat dicari.
    Sumber: UU 11/2006; UU 21/2001; UU 13/2012; UU 29/2007; UU 2/2024.

    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Qanun Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Contoh", "tentang": "Tata Ruang", "lembaran": {"tahun": 2025, "nomor": 7}}
    Lolos:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2025,
        "daerah": "Contoh", "tentang": "Tata Ruang", "lembaran": {"tahun": 2025, "nomor": 7}}
    """
    terms = _terms(reading)
    foreign = special_kinds() - set(terms.kinds)
    for source, pointer, entry in walk_listed(reading):
        if entry["jenis"] in foreign:
            message = f"{short_name(entry)}: {terms.full} tidak menetapkan {_name_foreign(entry['jenis'])}"
            yield Finding(source, f"{pointer}/jenis", message, f"Di sini disebut {_name_own(entry['jenis'], terms)}.")
        elif entry["jenis"] in terms.never and str(entry.get("daerah", "")).startswith(_PARTS_OF_JAKARTA):
            message = f"{short_name(entry)}: kota dan kabupaten administrasi tidak menetapkan {entry['jenis']}"
            yield Finding(source, f"{pointer}/jenis", message, f"Di sini {terms.never[entry['jenis']]}.")
        elif entry["jenis"] in terms.instead and entry.get("tahun", 0) >= terms.since:
            right = terms.instead[entry["jenis"]]
            message = f"{short_name(entry)}: sejak {terms.since} peraturan daerah di Aceh adalah Qanun"
            yield Finding(source, f"{pointer}/jenis", message, f"Ganti jenisnya menjadi {right}.")


def _name_foreign(kind: str) -> str:
    """What regions like this one do not have: every Qanun, but only the Peraturan of villages of that name."""
    return kind if kind.startswith("Peraturan") else kind.split()[0]


def _name_own(kind: str, terms: RegionTerms) -> str:
    """What the region calls its own of this sort: that of its villages, of their heads, or of the region."""
    if read_kinds()[kind].rank < read_kinds()["Perdes"].rank:
        return terms.regulation
    is_of_head = read_kinds()[kind].rank > read_kinds()["Perdes"].rank
    return f"Peraturan {terms.words['kepala_desa' if is_of_head else 'desa'].title()}"
