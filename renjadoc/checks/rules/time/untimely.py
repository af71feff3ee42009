"""Years that do not go with the tense of a sentence: wanted for a year gone by, told as known of a year to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regulations import document_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years, is_match_typed, looks_back
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading

#: What is still to be completed, and the year by which.
_WANTED_BY = re.compile(
    r"\b(?:menargetkan|ditargetkan|merencanakan|direncanakan|dijadwalkan|menjadwalkan|diharapkan|diupayakan"
    r"|diproyeksikan"
    r"|diperkirakan|akan)\b(?P<antara>[^.;]{0,100}?)\b(?:pada|dalam|hingga|sampai(?: dengan)?|paling lambat"
    r"|selambat-lambatnya)\s+(?:(?:pada|akhir|awal|pertengahan|triwulan [IV]+|semester I{1,2}|bulan \w+)\s+){0,2}"
    r"(?:tahun\s+)?(?P<tahun>20\d\d)\b(?!\s*[-–])",
    re.IGNORECASE,
)
_COMPLETED = re.compile(
    r"\b(?:rampung|selesai|tuntas|terbentuk|terwujud|terbangun|beroperasi|dioperasikan|difungsikan|berfungsi|diterapkan"
    r"|diselesaikan|dituntaskan|dirampungkan|dibentuk|dibangun|dimulai|diresmikan|diluncurkan|dimanfaatkan|tersedia"
    r"|terpenuhi|dipenuhi|terakreditasi|tersertifikasi)\b",
    re.IGNORECASE,
)
#: What tells that the wish is an old one, and what became of it.
_TURNED_OUT = re.compile(
    r"\b(?:semula|awalnya|sebelumnya|tetapi|namun|batal|belum|tertunda|ditunda|mundur|terlambat|baru|tidak|ternyata"
    r"|realisasi\w*|terealisasi|tercapai|telah|sudah|lalu|padahal|sedangkan|kala itu|saat itu|pernah|dahulu"
    r"|yang (?:akan|direncanakan|ditargetkan|dijadwalkan)|nasional|pusat|Kementerian\b[^.;]*menargetkan)\b",
    re.IGNORECASE,
)
#: Sections and chapters that look back.


@rule("RJ543", "Yang masih ditargetkan bertahun lampau")
def check_past_wishes(reading: Reading) -> Iterator[Finding]:
    """Yang ditargetkan, direncanakan, atau dijadwalkan selesai bertahun sesudah dokumen ini disusun.

    Kalimat yang menceritakan rencana lama (semula, tetapi, belum, tertunda), dan bagian evaluasi, tidak diperiksa.

    Mengapa: “menargetkan rampung pada tahun 2017” dalam Renja 2027 adalah tahun yang salah ketik atau tertinggal.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Dinas menargetkan pembangunan gedung layanan rampung pada tahun 2017."
    Lolos:
        bab-5.json /isi/0 = "Gedung semula ditargetkan rampung pada tahun 2017, dan akan selesai pada tahun 2027."
    Lolos:
        bab-5.json /isi/0 = "Dinas menargetkan gedung selesai pada tahun 2025; target itu tercapai."
    """
    latest = document_date(reading).year
    for passage in reading.passages.find_pattern(_WANTED_BY):
        if looks_back(passage):
            continue
        for offset, sentence in split_sentences(passage.text):
            # What came of it may be told in the part behind.
            told = passage.text[offset:]
            for match in () if _TURNED_OUT.search(told) else _WANTED_BY.finditer(sentence):
                is_past = int(match["tahun"]) < latest and _COMPLETED.search(match["antara"])
                if is_past and is_match_typed(passage, offset, match, "tahun"):
                    message = f"tahun {match['tahun']} sudah lewat ketika dokumen ini disusun ({latest})"
                    yield Finding.of(passage, message, "Periksa tahunnya.", match["tahun"])


#: Chapters that tell what is, not what is to be.
_TELLS_WHAT_IS = re.compile(r"\b(?:pendahuluan|hasil|evaluasi|gambaran|kinerja)\b", re.IGNORECASE)
_AT_END = re.compile(r"\b(?:pada|per|di)\s+akhir\s+(?:tahun\s+)?(?P<tahun>20\d\d)\b", re.IGNORECASE)
_IS_KNOWN = re.compile(
    r"\b(?:telah|sudah|tercatat|terealisasi|dilaporkan|diketahui)\b"
    r"|\b(?:penduduk|jumlah|luas)\w*\s+(?:[a-z]+\s+)?(?:berjumlah|sebanyak|mencapai|adalah)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:meningkat|menurun|naik|turun|bertambah|berkurang|tumbuh|menyusut|bergerak|membaik|melonjak|merosot)\b"
    r"[^.;]{0,40}\bdari\s+(?=[^.;]{0,60}\d)[^.;]{0,200}\b(?:pada\s+)?(?:tahun\s+)(?P<tahun>20\d\d)\b(?!\s*[-–])",
    re.IGNORECASE,
)
#: One of these in a paragraph makes it speak of what is to be.
_TO_BE = re.compile(
    r"\b(?:\w*target\w*|\w*rencana\w*|\w*proyeksi\w*|\w*prakira\w*|\w*perkira\w*|akan|diharapkan|harus|perlu|\w*usul\w*"
    r"|\w*anggar\w*|pagu|menuju|\w*upaya\w*|dapat|sasaran|Renstra|RPJM[DN]|periode|pensiun|batas|skenario"
    r"|asumsi|tren)\b",
    re.IGNORECASE,
)


@rule("RJ544", "Keadaan tahun yang belum tiba")
def check_untold_years(reading: Reading) -> Iterator[Finding]:
    """Jumlah pada akhir tahun, dan yang terakhir dari sederet tahun, berasal dari tahun yang sudah berlalu.

    Diperiksa dalam pendahuluan dan bab evaluasi, pada paragraf yang tidak berbicara tentang target atau rencana.

    Mengapa: “36 pada tahun 2028” di belakang angka 2023 dan 2024 adalah tahun yang salah ketik.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-1.json /bagian/0/isi/- = "Pada akhir tahun 2027 jumlah koperasi 120 unit; 80 unit di antaranya telah aktif."
    Gagal:
        bab-2.json /bagian/0/isi/- = "Koperasi aktif meningkat dari 18 pada tahun 2023 menjadi 36 pada tahun 2028."
    Lolos:
        bab-1.json /bagian/0/isi/- = "Pada akhir tahun 2024 jumlah koperasi 120 unit; 80 unit di antaranya telah aktif."
    Lolos:
        bab-2.json /bagian/0/isi/- = "Target koperasi aktif naik dari 18 pada tahun 2023 menjadi 36 pada tahun 2028."
    """
    tahun = reading.folder.tahun
    for pattern, first in ((_AT_END, tahun), (_CHANGED, tahun + 1)):
        for passage in reading.passages.find_pattern(pattern):
            if passage.kind not in {"paragraf", "butir"} or not _tells_what_is(passage):
                continue
            for offset, sentence in split_sentences(passage.text):
                for match in () if _TO_BE.search(sentence) else pattern.finditer(sentence):
                    told = passage.text[offset + match.start() : offset + match.start() + _REACH]
                    is_ahead = int(match["tahun"]) >= first and _is_told_as_known(pattern, told, passage)
                    if is_ahead and is_match_typed(passage, offset, match, "tahun"):
                        message = f"tahun {match['tahun']} belum tiba ketika dokumen ini disusun"
                        yield Finding.of(passage, message, "Periksa tahunnya.", match["tahun"])


def _tells_what_is(passage: Passage) -> bool:
    return _TELLS_WHAT_IS.search(str(passage.source.data.get("judul", ""))) is not None


#: So far behind a year stands what is told of it; parts behind a semicolon are of the same sentence.
_REACH = 260
_SENTENCE = re.compile(r"(?:[^.]|\.(?=\d))*")


def _is_told_as_known(pattern: re.Pattern[str], told: str, passage: Passage) -> bool:
    """Whether words tell of what is, with a figure; of a row of years whether nothing wanted stands beside."""
    match = _SENTENCE.match(told)
    said = match[0] if match else ""
    if pattern is _AT_END:
        return bool(_IS_KNOWN.search(said) and re.search(r"\d", _AT_END.sub("", said)) and not _TO_BE.search(said))
    return len(find_years(said)) > 1 and not _TO_BE.search(passage.text)
