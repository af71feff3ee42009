"""How long something lasts or is valid, and stages of one thing that a sentence dates: none ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.checks.regulations import document_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import MONTH_NAMES
from renjadoc.checks.sentences import RUNNING, is_match_typed, names_other_plan, walk_sentences
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_STAGES = (
    ("disusun", r"(?:mulai )?(?:disusun|disiapkan|dirancang)|penyusunan(?:nya)?|persiapan(?:nya)?"),
    ("dibahas", r"dibahas|diverifikasi|disempurnakan|pembahasan(?:nya)?|verifikasi(?:nya)?"),
    ("ditetapkan", r"ditetapkan|disahkan|ditandatangani|diundangkan|penetapan(?:nya)?|pengesahan(?:nya)?"),
    ("dilaporkan", r"dilaporkan|dievaluasi|pelaporan(?:nya)?"),
)
_STAGE = re.compile(
    r"\b(?:" + "|".join(f"(?P<t{i}>{verb})" for i, (_, verb) in enumerate(_STAGES)) + r")\b", re.IGNORECASE
)
_MONTH = re.compile(rf"\b(?P<bulan>{'|'.join(MONTH_NAMES)})\s+(?:tahun\s+)?(?P<tahun>20\d\d)\b", re.IGNORECASE)
#: Two things told beside each other have stages of their own, and so has what another rests on.
_BESIDE = re.compile(
    r"\b(?:sedangkan|sementara|adapun|perubahan|berikutnya|sebelumnya|lalu|setelah|sesudah|sebelum|berdasarkan|menurut"
    r"|sesuai|mengacu|merujuk|berpedoman|menindaklanjuti|atas dasar)\b|;",
    re.IGNORECASE,
)


class _Dated(NamedTuple):
    """A stage with the month of its last date, counted from the year 0, and what is written."""

    stage: int
    month: int
    written: str
    start: int


@rule("RJ420", "Urutan tanggal tahap dalam kalimat terbalik")
def check_stages_of_sentence(reading: Reading) -> Iterator[Finding]:
    """Yang disusun, dibahas, dan ditetapkan dalam satu kalimat bertanggal menurut urutan itu.

    Kalimat yang membandingkan dua hal (sedangkan, sebelumnya) atau menyebut dasar suatu hal tidak diperiksa.

    Mengapa: dokumen yang ditetapkan sebelum disusun berarti tahunnya tertinggal.
    Sumber: Permendagri 86/2017 (tahap penyusunan).

    Gagal:
        bab-5.json /isi/0 = "Rencana aksi disusun pada November 2026 dan ditetapkan paling lambat Januari 2026."
    Lolos:
        bab-5.json /isi/0 = "Rencana aksi disusun pada November 2026 dan ditetapkan paling lambat Januari 2027."
    Lolos:
        bab-5.json /isi/0 = "Pembahasannya dimulai pada Maret 2026 berdasarkan surat edaran yang ditetapkan pada
        24 Februari 2026."
    """
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_MONTH), RUNNING):
        dated = [] if _BESIDE.search(sentence) else list(_find_dated(sentence))
        for one in dated:
            before = next((other for other in dated if other.stage < one.stage and other.month > one.month), None)
            if before and passage.is_typed(offset + one.start, offset + one.start + len(one.written)):
                name, other = _STAGES[one.stage][0], _STAGES[before.stage][0]
                message = f"{name} {one.written}, padahal {other} {before.written}"
                yield Finding.of(passage, message, "Periksa kedua tanggalnya.", one.written)
                break


def _find_dated(sentence: str) -> Iterator[_Dated]:
    """The stages of a sentence with the last month told before the next stage."""
    stages = list(_STAGE.finditer(sentence))
    for place, match in enumerate(stages):
        until = stages[place + 1].start() if place + 1 < len(stages) else len(sentence)
        months = list(_MONTH.finditer(sentence, match.end(), until))
        if months:
            stage = int(str(match.lastgroup)[1:])
            count = 12 * int(months[-1]["tahun"]) + MONTH_NAMES[months[-1]["bulan"].casefold()]
            yield _Dated(stage, count, months[-1][0], months[-1].start())


_VALID = re.compile(
    r"\b(?:Renja|dokumen|[Pp]erubahan Renja)\b(?:\s+ini)?[^.;]{0,40}?\bberlaku\b[^.;]{0,80}?"
    r"\b(?:sampai dengan|hingga|sampai)"
    r"\s+(?:tanggal\s+)?(?:31 Desember\s+)?(?:akhir\s+)?(?:tahun\s+)?(?P<tahun>20\d\d)\b"
)
_TARGETED = re.compile(
    r"\b(?:target|sasaran|tujuan)\w*\b[^.;\d]{0,60}?\b(?:sampai dengan|hingga|pada akhir)\s+(?:akhir"
    r"\s+)?(?:[Tt]ahun\s+)?"
    r"(?P<tahun>20\d\d)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:akhir|tahun terakhir)\s+(?:periode\s+|masa\s+|tahun\s+)*(?:Renstra|Rencana Strategis)"
    r"\b[^.;\d]{0,30}?\b(?P<tahun>20\d\d)\b"
    r"(?!\s*[-–])",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:realisasi\w*|capaian\w*|evaluasi|tercapai|telah|sudah|lalu|sebelumnya|lama|berakhir)\b", re.IGNORECASE
)


@rule("RJ421", "Masa berlaku atau akhir target keliru")
def check_ends(reading: Reading) -> Iterator[Finding]:
    """Renja berlaku sampai akhir tahunnya; target Renstra berakhir pada tahun akhir Renstra, bukan tahun yang lewat.

    Kalimat tentang realisasi, periode yang lalu, dan rencana daerah atau kementerian tidak diperiksa.

    Mengapa: tahun akhir tertinggal ketika naskah tahun lalu atau periode lalu disalin.
    Sumber: dokumen.json (tahun, renstra); Permendagri 86/2017.

    Gagal:
        bab-5.json /isi/0 = "Renja ini berlaku sejak ditetapkan sampai dengan 31 Desember 2026."
    Gagal:
        bab-5.json /isi/0 = "Sasaran dan targetnya sampai dengan Tahun 2024 disajikan dalam tabel."
    Gagal:
        bab-5.json /isi/0 = "Target itu harus dicapai pada akhir periode Renstra Tahun 2031."
    Lolos:
        bab-5.json /isi/0 = "Renja ini berlaku sampai dengan 31 Desember 2027. Sasaran dan targetnya sampai dengan
        Tahun 2029 disajikan dalam tabel, yaitu akhir periode Renstra (Tahun 2029)."
    """
    tahun, last = reading.folder.tahun, reading.folder.facts["renstra"]["akhir"]
    for passage, offset, sentence in walk_sentences(
        reading.passages.find_words(("berlaku", "target", "sasaran", "tujuan", "akhir")), RUNNING
    ):
        for match, said in _find_wrong_ends(sentence, tahun, last, reading):
            if is_match_typed(passage, offset, match, "tahun"):
                yield _tell(passage, match, said)


def _find_wrong_ends(sentence: str, tahun: int, last: int, reading: Reading) -> Iterator[tuple[re.Match[str], str]]:
    for match in _VALID.finditer(sentence):
        if int(match["tahun"]) != tahun:
            yield match, f"Renja Tahun {tahun} disebut berlaku sampai {match['tahun']}"
    if _TOLD.search(sentence) or names_other_plan(sentence, reading):
        return
    for match in _TARGETED.finditer(sentence):
        if int(match["tahun"]) < tahun:
            yield match, f"target disebut sampai Tahun {match['tahun']}, yang sudah lewat"
    for match in _END.finditer(sentence):
        if int(match["tahun"]) != last:
            yield match, f"akhir Renstra disebut {match['tahun']}, dalam dokumen.json {last}"


def _tell(passage: Passage, match: re.Match[str], said: str) -> Finding:
    return Finding.of(passage, said, "Periksa tahunnya.", match["tahun"])


_AHEAD = re.compile(
    r"\b(?:akan\s+(?:(?:segera|kembali|terus|mulai|tetap|juga|dapat)\s+)?(?:di|me|ber)\w+|[Tt]indak lanjut\w*"
    r"|dijadwalkan)\b"
    r"(?:(?!\b(?:yang|karena|seperti|sebagaimana|sesuai|setelah|di(?!lak)[a-z]{4,}|ter[a-z]{4,})\b)[^.;]){0,120}?"
    r"\b(?:pada|mulai|paling lambat|selambat-lambatnya)\s+(?:akhir\s+|awal\s+)?"
    rf"(?:(?:triwulan|semester)\s+[IV]+\s+|bulan\s+\w+\s+|(?:{'|'.join(MONTH_NAMES)})\s+)?(?:tahun\s+)?(?P<tahun>20\d\d)\b",
    re.IGNORECASE,
)
#: What was planned in years gone by, and what came of it, is told with these.
_GONE = re.compile(
    r"\b(?:semula|sebelumnya|telah|sudah|lalu|namun|tetapi|tertunda|ditunda|batal|realisasi\w*|capaian|evaluasi|hasil"
    r"|sejak|dari|pernah|temuan|rekomendasi|atas)\b",
    re.IGNORECASE,
)


@rule("RJ424", "Rencana di tahun yang sudah lewat", yields=True)
def check_plans_of_past(reading: Reading) -> Iterator[Finding]:
    """Yang akan dilaksanakan, dijadwalkan, atau menjadi tindak lanjut tidak bertahun sebelum dokumen disahkan.

    Kalimat tentang rencana lama dan hasilnya tidak diperiksa.

    Mengapa: tahun tindak lanjut tertinggal ketika naskah tahun lalu disalin.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Rencana tindak lanjutnya adalah pendampingan koperasi pada triwulan II tahun 2021."
    Lolos:
        bab-5.json /isi/0 = "Pendampingan koperasi akan dilaksanakan pada triwulan II tahun 2027."
    Lolos:
        bab-5.json /isi/0 = "Kendaraan yang akan dihapuskan dibeli pada tahun 2010; tarif akan mengikuti Perda yang
        ditetapkan pada tahun 2024."
    """
    first = document_date(reading).year
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_AHEAD), RUNNING):
        for match in () if _GONE.search(sentence) else _AHEAD.finditer(sentence):
            span = offset + match.start("tahun"), offset + match.end("tahun")
            if int(match["tahun"]) < first and passage.is_typed(*span):
                yield _tell(passage, match, f"rencana untuk tahun {match['tahun']}, yang sudah lewat")
