"""Counts of what a table or a list of another place holds: indicators that were met, issues, all of them together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.directions import is_good_low
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.series import read_one
from renjadoc.checks.sentences import RUNNING, find_years, is_match_typed, names_other_office, walk_sentences
from renjadoc.checks.stated import WORDED, read_number
from renjadoc.context import counts
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_NUMBER = rf"(?:\d{{1,2}}|{WORDED})"
_INDICATOR = r"indikator(?:\s+(?:kinerja|utama|kunci|sasaran|dinas|badan|pelayanan))*"
_MET = re.compile(
    rf"(?<![\w.,])(?P<berapa>{_NUMBER}|seluruh|semua"
    rf"|ke{WORDED})\s+(?:dari\s+(?:(?P<semua>{_NUMBER})\s+)?)?(?:\(\w+\)\s+)?"
    rf"{_INDICATOR}\s+(?:\([A-Z]+\)\s+)?(?:(?:pada\s+)?tahun\s+(?:lalu|\d{{4}})\s+)?(?:yang\s+)?"
    r"(?:(?P<gagal>belum|tidak)\s+(?:tercapai|(?:mencapai|memenuhi)\s+target)"
    r"|(?:(?:telah|sudah|berhasil|dapat)\s+)*(?:tercapai|(?P<lewat>melampaui|melebihi)\s+target|(?:mencapai|memenuhi)"
    r"\s+target))",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:program|kegiatan|SPM|SDGs|RPJMD|nasional|triwulan|semester)\b", re.IGNORECASE)


@rule("RJ131", "Jumlah indikator yang tercapai berbeda dari tabel", needs=("tabel",))
def check_counts_of_met(reading: Reading) -> Iterator[Finding]:
    """Jumlah indikator yang disebut tercapai, melampaui target, atau belum tercapai sama dengan hitungan tabel kinerja.

    Dihitung dari indikator yang mempunyai target dan realisasi, untuk tahun mana pun dalam tabel itu. Kalimat tentang
    indikator program, SPM, dan sebagian tahun tidak diperiksa.

    Mengapa: kalimat “seluruh indikator tercapai” tertinggal dari tahun lalu.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Satu dari dua indikator kinerja belum tercapai."
    Lolos:
        bab-5.json /isi/0 = "Seluruh indikator kinerja telah tercapai; satu indikator kinerja melampaui target."
    """
    years = [*_count_met(reading), *_count_met_of_urusan(reading)]
    for passage, offset, sentence in walk_sentences(
        reading.passages.find_words(("indikator",)) if years else (), RUNNING
    ):
        if _OF_OTHERS.search(sentence) or names_other_office(sentence, reading):
            continue
        for match in _MET.finditer(sentence):
            stated, whole = _read_number(match["berapa"]), _read_number(match["semua"])
            told = _list_told(years, sentence, match, whole)
            if not told:
                continue  # Of other indicators than the table's.
            right = {_pick(counted, match) for counted in told}
            wrong = stated not in right if stated is not None else not any(c.total == _pick(c, match) for c in told)
            if wrong and is_match_typed(passage, offset, match):
                shown = " atau ".join(dict.fromkeys(f"{_pick(one, match)} dari {one.total}" for one in told))
                message = f"“{match[0]}”; menurut tabel kinerja {shown}"
                yield Finding.of(passage, message, "Samakan dengan tabelnya.", match[0])


class _Counted(NamedTuple):
    """Of a year: how many indicators a table states with target and result, how many were met, were more than met."""

    year: int
    total: int
    met: int
    more: int
    kind: str = ""


_KINDS = ("utama", "kunci")


def _list_told(years: list[_Counted], sentence: str, match: re.Match[str], whole: int | None) -> list[_Counted]:
    """The counts of which a sentence may tell: of the year and the kind of indicators that it names, of so many."""
    kind = next((kind for kind in _KINDS if kind in match[0].casefold()), "")
    of_kind = [one for one in years if one.kind == kind] if kind else []
    told = [one for one in of_kind or years if whole in {None, one.total}]
    named = find_years(sentence)
    return [one for one in told if one.year in named] if named else told


def _count_met(reading: Reading) -> list[_Counted]:
    """Of each year of which the performance tables state both."""
    gaps: dict[int, list[Decimal]] = defaultdict(list)
    for _, _, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        sign = -1 if is_good_low(reading, node) else 1
        for year in node["capaian"].keys() & node["target"].keys():
            reached, wanted = read_one(node["capaian"][year]), read_one(node["target"][year])
            if reached and wanted:
                gaps[reading.folder.tahun + int(year[1:] or 0)].append(sign * (reached[0] - wanted[0]))
    return [_count(year, of) for year, of in sorted(gaps.items())]


def _count(year: int, gaps: list[Decimal], kind: str = "") -> _Counted:
    return _Counted(year, len(gaps), sum(gap >= 0 for gap in gaps), sum(gap > 0 for gap in gaps), kind)


def _count_met_of_urusan(reading: Reading) -> list[_Counted]:
    """The same of each table of indicators of the urusan, by the kind that its title names."""
    found, year = [], reading.folder.tahun - 2
    for table in reading.tables.of_kind("kinerja-urusan"):
        title = " ".join(map(str, table.source.data.get("judul", []))).casefold()
        kind = next((kind for kind in _KINDS if kind in title), "")
        gaps = []
        for row in table.rows_of("indikator"):
            reached, wanted = read_one(row.node.get("realisasi_n-2")), read_one(row.node.get("target_n-2"))
            if reached and wanted:
                sign = -1 if is_good_low(reading, row.node) else 1
                gaps.append(sign * (reached[0] - wanted[0]))
        found += [_count(year, gaps, kind)] if gaps else []
    return found


def _read_number(written: str | None) -> int | None:
    """`3`, `tiga` and `ketiga` as a number; None for `seluruh` and where nothing is written."""
    return int(read_number((written or "").casefold().removeprefix("ke"))) or None


def _pick(counted: _Counted, match: re.Match[str]) -> int:
    if match["gagal"]:
        return counted.total - counted.met
    return counted.more if match["lewat"] else counted.met


_ALL = re.compile(
    r"\b[Kk]e(?P<huruf>dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh)(?:nya)?\s+(?P<benda>sub kegiatan|program"
    r"|kegiatan|usulan)\b(?=\s*[,.;]|\s+(?:dinas|badan|tahun|telah|sudah|selaras|dilaksanakan|akan|dapat"
    r"|seluruhnya|kantor"
    r"|dalam (?:Renja|rencana|dokumen|tabel)|ini|pada (?:Renja|tahun)|menjadi|merupakan|harus|perlu|direncanakan))"
)


def find_wrong_together(reading: Reading) -> Iterator[tuple[Passage, re.Match[str], int]]:
    """`ketiga program`, where the plan has two and the passage did not count three of them before: with the right
    count."""
    known = counts(reading.tables)
    for passage in reading.passages.find_words(("kedu", "keti", "keem", "keli", "keen", "ketu", "kede", "kese")):
        for match in _ALL.finditer(passage.text) if passage.kind in {"paragraf", "butir"} else ():
            stated, right = int(read_number(match["huruf"])), known[match["benda"].replace(" ", "_")]
            before = passage.text[: match.start()]
            is_told = re.search(rf"\b(?:{match['huruf']}|{stated})\b", before) or re.search(r"[,;]\s.*\bdan\b", before)
            is_other = names_other_office(passage.text, reading) or re.search(r"\b20\d\d\b", before)
            if right and stated != right and not is_told and not is_other and passage.is_typed(*match.span()):
                yield passage, match, right


_NOUNS = "isu|permasalahan|tantangan|hambatan|kendala"
_ISSUES = re.compile(
    rf"(?<![\w.,])(?P<berapa>{_NUMBER})\s+(?:\(\w+\)\s+)?(?P<benda>{_NOUNS})(?:\s+(?:penting|strategis|utama|pokok))*\b"
    r"(?!\s+(?:yang|nasional|global|provinsi|di\b|bidang))",
    re.IGNORECASE,
)


@rule("RJ132", "Jumlah isu atau permasalahan berbeda dari daftarnya", needs=("bab",))
def check_counts_of_issues(reading: Reading) -> Iterator[Finding]:
    """Jumlah isu, permasalahan, tantangan, dan kendala yang disebut sama dengan daftarnya di bagian yang berjudul
    begitu.

    Bagian yang memuat lebih dari satu daftar tidak dihitung; “dua isu yang …” dan isu nasional tidak diperiksa.

    Mengapa: sebuah isu ditambahkan atau dihapus di BAB II, dan bab lain masih menyebut jumlah yang lama.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-2.json /bagian/2/isi = ["Isu penting:", {"daftar": "1.", "butir": ["modal; dan", "pasar."]}]
        bab-5.json /isi/0 = "Renja ini menjawab empat isu penting."
    Lolos:
        bab-2.json /bagian/2/isi = ["Isu penting:", {"daftar": "1.", "butir": ["modal; dan", "pasar."]}]
        bab-5.json /isi/0 = "Renja ini menjawab dua isu penting."
    """
    lengths = _measure_lists(reading)
    for passage in reading.passages.find_words(tuple(_NOUNS.split("|"))) if lengths else ():
        for match in _ISSUES.finditer(passage.text) if passage.kind in {"paragraf", "butir"} else ():
            right = lengths.get(match["benda"].casefold())
            stated = int(read_number(match["berapa"]))
            own_list = passage.text.rstrip().endswith(":") or re.match(
                r"[^.;]{0,60}(?:yaitu|yakni|:)", match.string[match.end() :]
            )
            if right and stated != right and stated > 1 and not own_list and passage.is_typed(*match.span("berapa")):
                message = f"disebut {match[0]}, padahal daftarnya memuat {right} butir"
                yield Finding.of(passage, message, "Periksa bilangannya atau daftarnya.", match[0])


def _measure_lists(reading: Reading) -> dict[str, int]:
    """How many items the only list of the section has that is titled so, by the noun of its title."""
    found: dict[str, list[int]] = {}
    for section in reading.outline.sections:
        title = reading.printed(section.data["judul"]).casefold()
        lists = [len(block["butir"]) for _, block in section.blocks() if isinstance(block, dict) and "daftar" in block]
        for noun in _NOUNS.split("|") if len(lists) == 1 else ():
            if re.search(rf"\b{noun}\b", title):
                found.setdefault(noun, []).extend(lists)
    return {noun: lengths[0] for noun, lengths in found.items() if len(lengths) == 1}
