"""Targets that a section of evaluation calls unmet: each with what kept it from being met, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.checks.figured import NARRATIVE
from renjadoc.checks.indicator_names import list_indicators, read_stems
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.document.substance import list_sections, read_asked, tell_section
from renjadoc.checks.sentences import walk_sentences
from renjadoc.checks.stated import NUMBER_WORDS
from renjadoc.narrative.passages import Passage
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_UNMET = re.compile(
    r"\b(?:belum|tidak)\s+(?:dapat\s+|sepenuhnya\s+)?(?:tercapai|(?:mencapai|memenuhi)\s+target)\b|\bdi bawah target\b"
    r"|\b(?:kurang|terpaut)\s+[\d,.]+\s*(?:%|poin|persen)[^.;]{0,20}\bdari target\b"
    r"|\b(?:baru|hanya)\b[^.;]{0,80}\d[^.;]{0,40}\bdari (?:target|rencana|yang (?:direncanakan|ditargetkan))\b",
    re.IGNORECASE,
)
#: What is feared, wanted or true of any target is no account of one; nor is what a part of the year has brought.
_NOT_TOLD = re.compile(
    r"\b(?:wajib|apabila|jika|bila|agar|supaya|perlu|terancam|dikhawatirkan|berpotensi|implikasi\w*|akibat|akibatnya"
    r"|berakibat|triwulan|semester|sampai (?:dengan )?bulan)\b",
    re.IGNORECASE,
)
_HINDERING = (
    r"\w*hambat(?:an|nya)?\b\w*|\w*kendala\w*|permasalahan\w*|penyebab\w*"
    r"|faktor[^.;]{0,20}\b(?:penghambat|penyebab)\w*"
)
_CAUSE = re.compile(
    rf"\b(?:(?<!oleh )(?<!itu )karena(?! itu)|disebabkan|menyebabkan|(?<!oleh )sebab(?! itu)|sebabnya|akibat"
    rf"|diakibatkan|{_HINDERING}|keterbatasan|terbatasnya|kurangnya|belum adanya|dipengaruhi|lantaran|ditunda|tertunda"
    r"|sehubungan|mengingat|terkendala|gagal|terlambat|keterlambatan)\b",
    re.IGNORECASE,
)
_HINDERED = re.compile(rf"\b(?:{_HINDERING})", re.IGNORECASE)
#: A cause that speaks of targets as such is one of any of them.
_OF_TARGETS = re.compile(r"\b(?:target\w*|\w*capai\w*|indikator|kinerja|kekurangan\w*|realisasi)\b", re.IGNORECASE)
#: How many are unmet, each of which is told by itself: `satu indikator belum tercapai`.
_COUNTED = re.compile(
    rf"\b(?:{'|'.join(NUMBER_WORDS)}|\d+|beberapa|sejumlah) (?:\w+ )?(?:indikator|jenis|kegiatan|target|keluaran"
    r"|sasaran"
    r"|program|lainnya)\b",
    re.IGNORECASE,
)
_EFFECT = re.compile(r"\b(?:implikasi\w*|berimplikasi|berdampak|berakibat|akibatnya)\b", re.IGNORECASE)
#: What came so near to its target needs no cause, unless it is an indicator: `tidak mencapai target (97,81%)`.
_ALMOST = re.compile(r"\b9[5-9](?:,\d+)?\s?%")
#: How all stand, which are told one by one elsewhere: `dua melampaui target, satu sesuai, dan dua lainnya belum`.
_RECAP = re.compile(r"\bmelampaui target\b.*\blainnya (?:belum|tidak)\b")
_TURNS = re.compile(r",?\s+(?:sedangkan|sementara(?: itu)?|tetapi|namun|adapun|sebaliknya)\s+", re.IGNORECASE)


class _Account(NamedTuple):
    """A sentence of a section: where it stands, and which one it is of all."""

    number: int
    passage: Passage
    offset: int
    text: str


@rule("RJ225", "Sebab target yang tidak tercapai belum disebut", needs=("bab",))
def check_causes(reading: Reading) -> Iterator[Finding]:
    """Setiap target yang disebut belum tercapai dalam bagian evaluasi disebut juga sebabnya.

    Sebabnya berdiri dalam kalimat itu atau kalimat di belakangnya, atau dalam kalimat lain di bagian itu yang berbicara
    tentang hal yang sama. Faktor penghambat tanpa nama indikator berlaku bagi semuanya. Bagian yang menyebut
    implikasinya memuat faktor penghambat dan tindak lanjutnya.

    Mengapa: verifikator menanyakan faktor penyebab dari setiap target yang tidak tercapai.
    Sumber: Permendagri 86/2017, Lampiran (faktor-faktor penyebab tidak tercapainya target).

    Gagal:
        bab-2.json /bagian/0/isi/- = "Cakupan koperasi yang diperiksa belum mencapai target."
    Gagal:
        bab-2.json /bagian/0/isi/- = "Koperasi yang diperiksa baru 40 unit dari target 50 unit. Pasar ramai. Bantuan
        alat diserahkan pada bulan Mei karena penyedianya baru."
    Gagal:
        bab-2.json /bagian/0/isi/- = "Faktor penghambatnya adalah jarak. Implikasinya, jadwal mundur satu bulan."
    Gagal:
        bab-2.json /bagian/0/isi/- = "Faktor pendorong capaian adalah pendampingan. Implikasinya, target naik."
    Lolos:
        bab-2.json /bagian/0/isi/- = "Faktor pendorong capaian adalah pendampingan dan penghambatnya jarak.
        Implikasinya, pemeriksaan mundur. Tindak lanjutnya, jadwal pemeriksaan diatur ulang."
    Lolos:
        bab-2.json /bagian/0/isi/- = "Cakupan koperasi yang diperiksa belum mencapai target (97,81%)."
    Lolos:
        bab-2.json /bagian/0/isi/- = "Cakupan koperasi yang diperiksa belum mencapai target. Pasar ramai. Pemeriksaan
        koperasi mundur karena pengawasnya kurang."
    """
    headed = next(content["di"] for content in read_asked() if "penyebab" in content["apa"])
    for passages in list_sections(reading, headed):
        for passage, clause in _find_unexplained(passages, reading):
            message = f"menyebut target yang belum tercapai, tetapi tidak sebabnya: “{shorten_text(clause)}”"
            yield Finding.of(passage, message, "Tambahkan faktor penghambatnya.", clause)
        if missing := _find_missing_factor(" ".join(one.text for one in passages)):
            yield tell_section(reading, passages, f"belum menyebut {missing}", "Tambahkan satu atau dua kalimat.")


def _find_unexplained(passages: list[Passage], reading: Reading) -> Iterator[tuple[Passage, str]]:
    """The clauses of a section on a whole year that call a target unmet of which nothing in it says why."""
    if _NOT_TOLD.search(" ".join(one.text for one in passages if one.kind == "judul")):
        return
    told = [_Account(number, *one) for number, one in enumerate(walk_sentences(passages, NARRATIVE))]
    causes = [one for one in told if _CAUSE.search(one.text) and not _is_effect(one.text)]
    unmet = [(one, clause) for one in told for clause in _list_unmet(one.text, reading)]
    for one, clause in unmet:
        if not any(_explains(cause, one, clause, unmet) for cause in causes):
            yield one.passage, clause


def _is_effect(sentence: str) -> bool:
    """Whether a sentence tells what follows, not what came before: `Tidak tercapainya target berimplikasi pada …`."""
    return bool(_EFFECT.search(sentence)) and not _HINDERED.search(sentence)


def _list_unmet(sentence: str, reading: Reading) -> list[str]:
    """The clauses of a sentence that call a target unmet."""
    if _NOT_TOLD.search(sentence):
        return []
    clauses = [clause for clause in _TURNS.split(sentence) if _UNMET.search(clause) and not _RECAP.search(clause)]
    return [clause for clause in clauses if not _ALMOST.search(clause) or _names_indicator(clause, reading)]


def _names_indicator(clause: str, reading: Reading) -> bool:
    """Whether a clause tells of an indicator of the performance tables."""
    stems = read_stems(clause)
    return any(one.stems and one.stems <= stems for one in list_indicators(reading))


def _explains(cause: _Account, unmet: _Account, clause: str, others: list[tuple[_Account, str]]) -> bool:
    """Whether a sentence that gives a cause gives it of a clause: it is near, of the same thing, or of no other."""
    if cause.number in {unmet.number, unmet.number + 1} or _share_words(cause.text, clause):
        return True
    if not (_HINDERED.search(cause.text) or _OF_TARGETS.search(cause.text)):
        return False
    return bool(_COUNTED.search(clause)) or not any(
        other != clause and _share_words(cause.text, other) for _, other in others
    )


def _share_words(one: str, other: str) -> bool:
    return not read_stems(one).isdisjoint(read_stems(other))


_DRIVING = re.compile(r"\bfaktor pendorong\w*|\bpendorong (?:keberhasilan|tercapainya)\b", re.IGNORECASE)
_IMPLIED = re.compile(r"\bimplikasi\w*", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\btindak[- ]lanjut\w*|\bditindaklanjuti\b|\boleh (?:karena|sebab) itu\b"
    r"|\buntuk (?:itu|mengatasi\w*)\b"
    r"|\blangkah\w*|\bupaya\w*|\brekomendasi\w*|\bperbaikan\w*|\bkarena itu\b|\bdiantisipasi\b|\bsolusi\w*"
    r"|\bperlu (?:di|me)\w+|\bmulai (?:tahun|bulan|triwulan)\b",
    re.IGNORECASE,
)


def _find_missing_factor(text: str) -> str:
    """What an account of factors, implications and follow-up leaves out; empty where it is whole, or is none."""
    if not _IMPLIED.search(text) or not (_DRIVING.search(text) or _HINDERED.search(text)):
        return ""
    if not _CAUSE.search(text):
        return "faktor penghambat"
    return "" if _FOLLOWED.search(text) else "tindak lanjut"
