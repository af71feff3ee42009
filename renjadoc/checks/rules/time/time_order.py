"""What comes before what: years of the Renstra, forums before the signing, data before the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc import indonesian
from renjadoc.checks.regulations import document_date, signing_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.time.calendar_dates import find_dates
from renjadoc.checks.sentences import (
    RUNNING,
    find_years,
    is_match_typed,
    looks_back,
    names_other_plan,
    walk_sentences,
)
from renjadoc.checks.stated import NUMBER_WORDS
from renjadoc.narrative.sentences import find_sentence
from renjadoc.reading import Reading

_ORDINALS = {"pertama": 1, "kesatu": 1} | {f"ke{NUMBER_WORDS[number]}": number for number in range(2, 7)}
_NTH = re.compile(
    rf"\btahun (?:pelaksanaan )?(?:yang )?(?P<ke>{'|'.join(_ORDINALS)}|ke-?\s?(?P<angka>[1-6])|(?P<romawi>I{{1,3}}"
    rf"|IV|VI?)|(?:(?<=adalah tahun )|(?<=merupakan tahun )|(?<=ialah tahun ))terakhir)\b"
    r"(?P<antara>[^.;]{0,50}?)\b(?:Renstra|Rencana Strategis)\b",
    re.IGNORECASE,
)
_ROMAN = {indonesian.romawi(number): number for number in range(1, 7)}
#: What says of this plan, or of a year named before, which year of the Renstra it is; others may be spoken of, too.
_IS = re.compile(
    r"\b(?:(?:(?:merupakan|adalah|ialah|yaitu|yakni|sebagai|untuk)\s+)(?:pelaksanaan\s+|penjabaran\s+|melaksanakan\s+)?"
    r"|menjabarkan\s+|penjabaran\s+|melaksanakan\s+|disusun\s+pada\s+)$"
)
#: The year in which a plan is drawn up is the one before its own.
_DRAWN_UP = re.compile(r"\bdisusun\s+pada\s+$")
#: A period that names more years than this begins with one of passage.
_YEARS = 5


@rule("RJ410", "Tahun pelaksanaan Renstra keliru")
def check_year_of_renstra(reading: Reading) -> Iterator[Finding]:
    """“Tahun ketiga Renstra” adalah tahun ketiga menurut periode Renstra dalam dokumen.json.

    Periode lima tahun (2025–2029) dihitung dari tahun awalnya; periode yang menyebut enam tahun (2021–2026) juga dari
    tahun sesudahnya, asal sama di seluruh dokumen. Bila kalimatnya menyebut tahun lain, tahun itu yang dihitung.

    Mengapa: urutan tahun tertinggal ketika naskah tahun lalu disalin.
    Sumber: dokumen.json (renstra); Permendagri 86/2017.

    Gagal:
        bab-5.json /isi/0 = "Renja ini menjabarkan tahun kelima Renstra {{ renstra.periode }}."
    Lolos:
        bab-5.json /isi/0 = "Renja ini menjabarkan tahun ketiga Renstra; 2025 adalah tahun pertama Renstra. Capaian
        tahun pertama Renstra telah dievaluasi. Pada tahun kedua Renstra, yaitu tahun 2026, dua indikator disesuaikan."
    """
    renstra, told = reading.folder.facts["renstra"], dict[int, int]()
    awal, steps = renstra["awal"], (0, 1) if renstra["akhir"] - renstra["awal"] >= _YEARS else (1,)
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("renstra", "rencana strategis"))):
        for match in _NTH.finditer(sentence):
            is_before = _DRAWN_UP.search(sentence[: match.start()])
            around = match["antara"] + sentence[match.end() : match.end() + 40]
            if not _IS.search(sentence[: match.start()]) or names_other_plan(around, reading):
                continue
            if not is_match_typed(passage, offset, match, "ke"):
                continue
            meant = {reading.folder.tahun - (1 if is_before else 0)}
            years = (set() if is_before else find_years(sentence[: match.start()])) or meant
            stated = _read_ordinal(match, last=renstra["akhir"] - awal + 1)
            right = sorted({year - awal + step for year in years for step in steps})
            if stated not in right:
                shown = indonesian.urutan(max(right[-1], 1))
                message = f"“tahun {match['ke']}” Renstra; menurut periodenya tahun {shown}"
                hint = "Tulis {{ renstra.tahun_ke }}, agar ikut berubah tahun depan."
                yield Finding.of(passage, message, hint, match["ke"])
            elif len(years) == 1 and told.setdefault(min(years), stated) != stated:
                other = indonesian.urutan(told[min(years)])
                message = f"“tahun {match['ke']}” Renstra, padahal di tempat lain tahun {other}"
                yield Finding.of(passage, message, "Samakan keduanya.", match["ke"])


def _read_ordinal(match: re.Match[str], last: int) -> int:
    if match["angka"]:
        return int(match["angka"])
    return _ROMAN[match["romawi"].upper()] if match["romawi"] else _ORDINALS.get(match["ke"].casefold(), last)


_FORUM = re.compile(
    r"\b(?:forum|musrenbang\w*|musyawarah|konsultasi publik|rapat|lokakarya|sosialisasi|desk|asistensi|penjaringan"
    r"|pembahasan\w*|dibahas|verifikasi|diverifikasi|penyelarasan|penelaahan|reviu|disepakati|kesepakatan)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:akan|direncanakan|dijadwalkan|rencananya|tindak lanjut(?:nya)?|dimajukan"
    r"|paling lambat|selambat-lambatnya|berlaku|sampai dengan"
    r"|berakhir|batas|"
    r"hingga|tahun depan|ditargetkan)\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 1000
_YEARLY = re.compile(r"\b(?:musrenbang\w*|forum (?:perangkat daerah|konsultasi publik|OPD|SKPD))\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:RPJ[MP][DN]?|Renstra|sejak|tahun lalu|sebelumnya|pertama kali|pernah)\b", re.IGNORECASE)


@rule("RJ411", "Forum tidak sesuai dengan tahun dokumen")
def check_forum_dates(reading: Reading) -> Iterator[Finding]:
    """Forum dan musrenbang yang dilaporkan terjadi sebelum Renja ditandatangani, dan dalam tahun penyusunannya.

    Yang masih direncanakan, dan forum untuk RPJMD atau Renstra, tidak diperiksa.

    Mengapa: tanggal forum tahun lalu tertinggal, atau tanggal pengesahannya keliru.
    Sumber: Permendagri 86/2017 (Renja ditetapkan sesudah forum perangkat daerah dan musrenbang tahun sebelumnya).

    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada 12 Maret 2023."
    Gagal:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada 12 Maret 2026."
        dokumen.json /pengesahan/tanggal = "17 Februari {{ tahun - 1 }}"
    Lolos:
        bab-5.json /isi/0 = "Forum perangkat daerah diselenggarakan pada 12 Maret 2026; musrenbang RPJMD pada 4 Mei
        2025."
    """
    signed, tahun = signing_date(reading), reading.folder.tahun
    for passage, match, day in find_dates(reading):
        sentence = find_sentence(passage.text, match.start())
        if len(sentence) > _LONGEST_SENTENCE:  # A list of dates without an end.
            sentence = passage.text[max(0, match.start() - 160) : match.end() + 80]
        if day is None or not _FORUM.search(sentence) or _FUTURE.search(sentence):
            continue
        written = match.string[match.start("hari") : match.end()]
        if signed is not None and day > signed:
            day_signed = indonesian.tanggal(signed)
            message = f"{_name_stage(sentence)} pada {written} dilaporkan, padahal Renja ditandatangani {day_signed}"
            yield Finding.of(passage, message, "Periksa tanggal forum atau tanggal pengesahan.", written)
        elif day.year < tahun - 1 and _YEARLY.search(sentence) and not _OF_OTHERS.search(sentence):
            message = f"forum pada {written} bukan untuk Renja {tahun}, yang disusun tahun {tahun - 1}"
            yield Finding.of(passage, message, "Perbarui tanggalnya.", written)


def _name_stage(sentence: str) -> str:
    """What a sentence reports: `forum`, `verifikasi`."""
    match = _FORUM.search(sentence)
    return match[0].casefold() if match else "forum"


#: What is known of years gone by alone; of the plan's own year it may be known who retires, and what falls due.
_MEASURED = re.compile(
    r"\b(?:tercatat|terealisasi|realisasi(?:nya)?|tumbuh|menurut data|berdasarkan data|hasil survei|BPS"
    r"|Badan Pusat Statistik)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:target\w*|ditargetkan|menargetkan|direncanakan|rencana|proyeksi|diproyeksikan|prakiraan"
    r"|diperkirakan|akan|diharapkan"
    r"|sasaran|RPJ[MP][DN]?|Renstra|Renja|RKPD|APBD|APBN|pagu|anggaran|periode|hingga|sampai dengan|pada akhir"
    r"|visi|usulan\w*"
    r"|diusulkan|dialokasikan|dianggarkan|kebutuhan|dibutuhkan|ditetapkan|disusun|menuju|dilaksanakan"
    r"|berakhir|batas|tahap\w*|untuk (?:mencapai|mewujudkan|memenuhi)|diperlukan"
    r"|Peraturan|Keputusan|Instruksi|Nomor|agar|supaya|apabila|jika|bila|kalau|pensiun|jatuh tempo"
    r"|harus|perlu|wajib|hendaknya)\b",
    re.IGNORECASE,
)
#: What was spent of a budget plans nothing.
_SPENT = re.compile(r"(?<=ealisasi )(?:anggaran|pagu|APBD)\b|(?<=erapan )(?:anggaran|pagu|APBD)\b")
#: A year, and what is told to have been so much in it.
_DATED = re.compile(
    r"\b(?:(?:pada|per|bulan) (?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November)"
    r"|pada|per|tahun|triwulan [IV]+|semester [I]+|bulan \w+|Desember|data)(?:\s+(?:tahun|akhir|\d{1,2} \w+))?\s+"
    r"(?P<tahun>20\d\d)\b(?![-–]\d)(?:\s+\(?[\w/*-]+\)?){0,8}?\s+"
    r"(?:tercatat|terealisasi|berjumlah|sebanyak|sebesar|mencapai|tumbuh|melayani|dilayani|menghasilkan|menerima"
    r"|mencatat(?:\s+\w+){0,3}?)\s+(?:Rp)?\d",
    re.IGNORECASE,
)


@rule("RJ412", "Data dari masa depan")
def check_future_data(reading: Reading) -> Iterator[Finding]:
    """Data yang disebut sudah tercatat berasal dari tahun yang sudah berjalan ketika dokumen disahkan.

    Kalimat tentang target, rencana, dan proyeksi tidak diperiksa.

    Mengapa: “pada triwulan II 2028 tercatat” dalam Renja 2027 adalah tahun yang salah ketik.
    Sumber: kebiasaan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Inflasi pada triwulan II 2028 tercatat 2,4%."
    Gagal:
        bab-5.json /isi/0 = "Realisasi anggaran tahun 2027 mencapai 94%."
    Gagal:
        bab-5.json /isi/0 = "Sampai dengan Desember 2028 telah terlatih 88 koperasi."
    Gagal:
        bab-5.json /isi/0 = "Pada akhir tahun 2026 jumlah koperasi di daerah ini 88 buah."
    Gagal:
        bab-5.json /isi/0 = "Pemerintah menetapkan harga gabah Rp6.500 per kilogram sejak 15 Januari 2052."
    Lolos:
        bab-5.json /isi/0 = "Kantor bersama harus sudah ditempati pada awal tahun 2028. Target sampai dengan 2029 telah
        ditetapkan. Hingga tahun 2029 ditargetkan seluruh tanah pemerintah daerah telah bersertifikat."
    Lolos:
        bab-5.json /isi/0 = "Cicilan sampai dengan tahun 2031 telah dijadwalkan. Sertifikat yang diterbitkan tahun 2026
        berlaku sampai tahun 2028. Bonus demografi mencapai puncaknya pada tahun 2030 menurut BPS."
    Lolos:
        bab-5.json /isi/0 = "Inflasi pada triwulan II 2026 tercatat 2,4%, dan pada tahun 2029 ditargetkan 2%.
        Untuk mencapai 90% pada tahun 2029 dari 82% diperlukan kenaikan 2 poin setiap tahun."
    """
    latest = document_date(reading).year
    yield from _find_reached_in_future(reading, latest)
    yield from _find_ends_to_come(reading, latest)
    yield from _find_begun_in_future(reading)
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_DATED)):
        is_plan = _WANTED if looks_back(passage) else _PLANNED
        for match in () if is_plan.search(_SPENT.sub("", sentence)) else _DATED.finditer(sentence):
            first = latest if _MEASURED.search(sentence) else max(latest, reading.folder.tahun)
            if int(match["tahun"]) > first and is_match_typed(passage, offset, match, "tahun"):
                written = sentence[match.start() : match.end("tahun")]
                message = f"“{written}”: tahun {match['tahun']} belum terjadi ketika dokumen ini disahkan ({latest})"
                yield Finding.of(passage, message, "Periksa tahunnya.", match["tahun"])


#: What is wanted or planned, as verbs; a pagu may be told of years gone by too.
_WANTED = re.compile(
    r"\b(?:target\w*|ditargetkan|direncanakan|rencana\w*|proyeksi|diproyeksikan|prakiraan|diperkirakan|perkiraan|akan"
    r"|diharapkan|harus|perlu|bila|jika|usulan|diusulkan|dialokasikan|dianggarkan|dibutuhkan|kebutuhan|menuju|diupayakan|dapat"
    r"|berakhir|pilkada|pemilu)\b",
    re.IGNORECASE,
)


#: How many of them, near what is told of them.
_COUNT = re.compile(r"[^.;]{0,60}?\d")
#: What may be done today for a year that is to come.
_DONE_AHEAD = (
    r"(?:ditetapkan|disusun|direncanakan|ditargetkan|dianggarkan|disepakati|diproyeksikan|diatur|dimuat|tertuang|ada)"
)
_PARTS_OF_DATE = rf"akhir|bulan|tahun|tanggal|triwulan [IV]+|semester I+|\d{{1,2}}|{'|'.join(indonesian.MONTHS)}"
_REACHED = re.compile(
    rf"\b(?:sampai dengan|sampai|hingga|s\.d\.|per)\s+(?:(?:{_PARTS_OF_DATE})\s+){{0,4}}(?P<tahun>20\d\d)\b"
    rf"[^.;]{{0,80}}\b(?:telah|sudah)\s+(?!{_DONE_AHEAD}\b)\w+",
    re.IGNORECASE,
)


def _find_reached_in_future(reading: Reading, latest: int) -> Iterator[Finding]:
    """`Sampai dengan Desember 2028 telah terealisasi …` in a document that is signed in 2026."""
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_REACHED)):
        for match in () if _WANTED.search(sentence) else _REACHED.finditer(sentence):
            is_told = int(match["tahun"]) > latest and _COUNT.match(sentence, match.end("tahun"))
            if is_told and is_match_typed(passage, offset, match, "tahun"):
                message = f"tahun {match['tahun']} belum berlalu ketika dokumen ini disahkan ({latest})"
                yield Finding.of(passage, message, "Periksa tahunnya.", match["tahun"])


_END_OF_YEAR = re.compile(
    r"\b(?:[Pp]ada|[Pp]er|[Hh]ingga)\s+(?:akhir\s+(?:[Tt]ahun\s+|Desember\s+|triwulan IV\s+)?|31 Desember\s+)"
    r"(?P<tahun>20\d\d)\b"
)


def _find_ends_to_come(reading: Reading, latest: int) -> Iterator[Finding]:
    """`Pada akhir tahun 2026 jumlah ASN 12.480 orang` in a document that is signed in that year."""
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_END_OF_YEAR), RUNNING):
        for match in () if _WANTED.search(sentence) else _END_OF_YEAR.finditer(sentence):
            is_told = re.search(r"\bjumlah\b[^.;]*\d|\d%", sentence[match.end() :])
            if is_told and int(match["tahun"]) == latest and is_match_typed(passage, offset, match, "tahun"):
                message = f"“{match[0]}” belum tiba ketika dokumen ini disahkan ({latest})"
                yield Finding.of(passage, message, "Periksa tahunnya.", match["tahun"])


_SINCE = re.compile(r"\b(?:sejak|semenjak|terhitung mulai|tertanggal|bertanggal)\s+(?:tanggal\s+)?$", re.IGNORECASE)


def _find_begun_in_future(reading: Reading) -> Iterator[Finding]:
    """`sejak 15 Januari 2052`: nothing is told to have begun after the last year of the Renstra."""
    last = max(reading.folder.facts["renstra"]["akhir"], reading.folder.tahun + 1)
    for passage, match, day in find_dates(reading):
        start = match.start("hari")
        is_ahead = day is not None and day.year > last and _SINCE.search(passage.text[max(0, start - 40) : start])
        is_told = is_ahead and not re.search(r"\bakan\b", find_sentence(passage.text, start))
        if is_told and passage.is_typed(start, match.end()):
            message = f"tanggal {match.string[start : match.end()]} baru tiba sesudah Renstra berakhir"
            yield Finding.of(passage, message, "Periksa tahunnya.", match["tahun"])
