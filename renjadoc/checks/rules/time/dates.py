"""Years and dates: what is left of last year, the period of the Renstra, when the document was signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from renjadoc import indonesian
from renjadoc.checks.regulations import signing_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import (
    GUIDES,
    find_years,
    is_year_of_others,
    names_other_plan,
    walk_sentences,
    write_year,
)
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading
from renjadoc.tables.kinds import KINDS

_TO = r"\s*(?:[-–—]|s\.d\.|s/d|sampai dengan|hingga)\s*(?:tahun\s+)?"
_YEAR = rf"\b(?P<tahun>20\d\d)\b(?!{_TO}20\d\d)(?!\s*Nomor)"
_RENJA = re.compile(
    r"\b(?:(?:Renja|Rencana Kerja|RKPD|APBD|Tahun Anggaran|Pagu Indikatif|Prakiraan Maju|KUA|PPAS|RKA|DPA|(?-i:TA))\b"
    rf"|T\.A\.)(?:\s+(?:(?-i:[A-Z(])[^\s.;:]*|dan|tahun|anggaran)){{0,12}}?\s+{_YEAR}",
    re.IGNORECASE,
)
#: What only a Renja or RKPD of this year has to be; other budgets may have to be spent, or be in force still.
_BINDS = re.compile(r"\b(?:harus|wajib|berlaku)\b")
_UNTIL = re.compile(rf"\bberlaku\b[^.;]{{0,80}}?\b31 Desember {_YEAR}", re.IGNORECASE)
_OWN_RENJA = re.compile(r"\bRenja\b(?! (?:Tahun )?20)")
_PAST = re.compile(
    r"\b(?:lalu|sebelumnya|berjalan|perubahan|evaluasi|mengevaluasi|dievaluasi|menilai|penilaian"
    r"|realisasi|terealisasi|capaian|dicapai|terserap|dibanding\w*"
    r"|(?<!berlaku )(?:sampai dengan|s/d|s\.d\.) (?:akhir |bulan |tahun |triwulan |semester |desember )"
    r"|(?:pelaksanaan|hasil) (?:Renja|RKPD|APBD|program|kegiatan)"
    r"|(?:APBD|KUA|PPAS|RKA|DPA)\b[^.;]*\b(?:telah|mendapat|memperoleh|menyerap))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?<!yang )(?:direncanakan|merencanakan|ditargetkan|diusulkan|dianggarkan"
    r"|akan (?:dilaksanakan|melaksanakan|diselenggarakan|menyelenggarakan|dilakukan|melakukan|disusun|menyusun))\b",
    re.IGNORECASE,
)
#: A plan tells its year first; a year further behind may be that of anything.
_BEGINS = re.compile(rf"(?:Pada|Untuk|Selama|Dalam) tahun {_YEAR}", re.IGNORECASE)
_CAPTION_YEAR = re.compile(rf"(?:\b(?:tahun(?: anggaran)?|TA|RKPD|Renja|APBD)|\bT\.A\.) {_YEAR}", re.IGNORECASE)
_PLAN_YEAR = re.compile(rf"Program(?: dan kegiatan)? tahun {_YEAR}", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b20\d\d\b")


@rule("RJ401", "Tahun lama tertinggal")
def check_stray_years(reading: Reading) -> Iterator[Finding]:
    """Tahun yang diketik adalah tahun yang benar, bukan sisa naskah tahun lalu.

    Diperiksa: tahun sesudah kata Renja, RKPD, APBD, atau Tahun Anggaran dalam kalimat yang menyebutnya pedoman, dasar,
    atau yang harus dilaksanakan (dalam kalimat tentang evaluasi boleh satu atau dua tahun sebelumnya); tahun sesudah
    prakiraan maju; “Pada tahun … direncanakan” di awal kalimat tentang tahun yang sudah lewat, bila tahun dokumen ini
    tidak ikut disebut; dan tahun dalam judul tabel. Tahun dari {{ tahun }} selalu benar, tahun peraturan tidak
    diperiksa.

    Mengapa: tahun lama yang tertinggal setelah folder disalin adalah alasan pengembalian yang nyata.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Renja Tahun 2025 menjadi pedoman seluruh unit kerja."
    Gagal:
        bab-5.json /isi/0 = "Pada tahun 2026 direncanakan pelatihan bagi usaha mikro."
    Gagal:
        bab-5.json /isi/0 = "Renja Tahun 2025 berlaku sampai dengan akhir tahun anggaran."
    Gagal:
        tabel/rencana-program.json /judul/0 = "Rencana Program dan Kegiatan Tahun 2026"
    Lolos:
        bab-5.json /isi/0 = "Evaluasi Renja Tahun 2025 menjadi dasar prakiraan maju Tahun 2028; berdiri Tahun 2016."
    Lolos:
        bab-5.json /isi/0 = "Pagu indikatif tahun 2027 naik 6,98% dari pagu tahun 2026. Penghapusan kemiskinan ekstrem
        ditargetkan rampung pada tahun 2026. Dalam APBD Tahun Anggaran 2026, belanja jalan mendapat porsi terbesar."
    Lolos:
        bab-5.json /isi/0 = "RKPD Tahun 2026 memuat program yang sama. Penyusunan APBD Tahun Anggaran 2028 dimulai pada
        Maret 2027. Sebelum itu disusun laporan keuangan Tahun Anggaran 2026 dan RKA Tahun 2028."
    """
    for passage in reading.passages.find_exact(("20",)):  # The years of this century.
        seen: set[int] = set()
        for start, end, year, right in _find_expected_years(passage, reading):
            if start in seen or year in right or not passage.is_typed(start, end):
                continue
            seen.add(start)
            name = write_year(right[0] - reading.folder.tahun)
            near = passage.text[max(0, start - 30) : end].partition(" ")[2] if start > 30 else passage.text[:end]
            message = f"“{near}”: tahun {year} bukan tahun yang seharusnya ({right[0]})"
            hint = f"Bila yang dimaksud {right[0]}, tulis {name}, agar ikut berubah tahun depan."
            yield Finding.of(passage, message, hint, str(year))


def _find_expected_years(passage: Passage, reading: Reading) -> Iterator[tuple[int, int, int, tuple[int, ...]]]:
    """The years of a passage of which it is known what they should be: where they stand, and the right ones."""
    tahun = reading.folder.tahun
    if passage.kind == "judul_tabel":
        kind = passage.source.data.get("jenis")
        steps = KINDS[kind].caption_years if kind else ()
        for match in _CAPTION_YEAR.finditer(passage.text) if steps else ():
            if not is_year_of_others(match.string[max(0, match.start("tahun") - 200) : match.start("tahun")]):
                yield *match.span("tahun"), int(match["tahun"]), tuple(tahun + step for step in steps)
        return
    for offset, sentence in split_sentences(passage.text):
        if "20" in sentence:
            for match, right in _find_in_sentence(sentence, tahun):
                start, end = match.span("tahun")
                past = (tahun - 1, tahun - 2) if _tells_of_past(passage) else ()
                yield offset + start, offset + end, int(match["tahun"]), (*right, *past)


_EVALUATION = re.compile(r"\b(?:evaluasi|hasil|kinerja|capaian|realisasi|tahun lalu)\b", re.IGNORECASE)


def _tells_of_past(passage: Passage) -> bool:
    """Whether the section of a passage is one about the years gone by."""
    section = passage.section
    return section is not None and section.level > 1 and _EVALUATION.search(str(section.data["judul"])) is not None


def _find_in_sentence(sentence: str, tahun: int) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
    """The years of a sentence, each with the right ones."""
    if _OWN_RENJA.search(sentence):
        yield from ((match, (tahun,)) for match in _UNTIL.finditer(sentence))
    for match in _RENJA.finditer(sentence):
        right = _list_right_years(match, sentence, tahun)
        if right and not is_year_of_others(sentence[: match.start("tahun")]):
            yield match, right
    is_past = all(int(year) < tahun for year in _ANY_YEAR.findall(sentence))
    if not is_past or _PAST.search(sentence) or _OF_NATION.search(sentence):
        return
    begun = _PLAN_YEAR.match(sentence) or (_BEGINS.match(sentence) if _PLANNED.search(sentence) else None)
    if begun:
        yield begun, (tahun,)


#: A goal of the nation has years of its own.
_OF_NATION = re.compile(r"\bsecara nasional\b|\b(?:target|sasaran|pemerintah) (?:nasional|pusat)\b", re.IGNORECASE)
#: `Renja Tahun 2025 ini`: this document, whatever else the sentence tells.
_PLAN = re.compile(r"Renja|RKPD|Rencana Kerja", re.IGNORECASE)
#: The plan of an office: that of another year is spoken of where it is evaluated.
_OWN_PLAN = re.compile(r"Renja|Rencana Kerja(?! Pemerintah)", re.IGNORECASE)
#: What comes from the plan of another year, or changed it.
_TAKEN_FROM = re.compile(r"\b(?:dalam|dari|pada|sejak|dengan|Perubahan)\s+$")
_THIS = re.compile(r"\s+ini\b")


def _list_right_years(match: re.Match[str], sentence: str, tahun: int) -> tuple[int, ...]:
    """The years that the word before may go with, the likeliest first; none where nobody knows.

    Plans and budgets of years gone by and to come are spoken of for many reasons: that this one is meant is sure only
    where it is said to guide.
    """
    if match[0].casefold().startswith("prakiraan maju"):
        return tahun + 1, tahun  # That of the Renja before is of this year.
    is_plan = _PLAN.match(match[0]) is not None
    if is_plan and _THIS.match(sentence, match.end()):
        return (tahun,)
    is_own = _OWN_PLAN.match(match[0]) and not _TAKEN_FROM.search(sentence[: match.start()])
    is_told = GUIDES.search(sentence) or (is_plan and _BINDS.search(sentence)) or is_own
    if not is_told or int(match["tahun"]) > tahun:
        return ()
    return (tahun - 1, tahun - 2, tahun) if _PAST.search(sentence) else (tahun,)


_PERIOD = re.compile(
    rf"\b(?:Renstra|Rencana Strategis)\b(?P<antara>[^.;:\d]{{0,80}}?)\b(?P<awal>20\d\d){_TO}(?P<akhir>20\d\d)\b",
    re.IGNORECASE,
)


#: What says that the plan of the years before is meant.
_STILL = re.compile(
    r"\b(?:masih|sebelum periode|masa|(?:telah|sudah) (?:berakhir|selesai|usai)|terlampaui|digantikan|akhir periode"
    r"|(?:Renstra|periode) (?:periode )?(?:sebelumnya|(?:yang )?lalu|lama|terdahulu))\b"
)


@rule("RJ402", "Periode Renstra tidak cocok")
def check_renstra_period(reading: Reading) -> Iterator[Finding]:
    """Tahun Renja berada dalam periode Renstra, dan periode yang diketik sama dengan periode itu.

    Mengapa: pada pergantian Renstra, periode lama tertinggal dalam naskah.
    Sumber: Permendagri 86/2017 (Renja berpedoman pada Renstra).

    Gagal:
        bab-5.json /isi/0 = "Renja ini menjabarkan Renstra Dinas Tahun 2021-2026."
    Gagal:
        bab-5.json /isi/0 = "Renstra Dinas Tahun 2021-2026 memuat tiga tujuan dan enam sasaran."
    Lolos:
        bab-5.json /isi/0 = "Renja ini menjabarkan Renstra Tahun 2025–2029 dan Renstra Kementerian Tahun 2020–2024."
    Lolos:
        bab-5.json /isi/0 = "Pada masa Renstra Tahun 2021–2026 indikator ini dihitung dengan rumus yang lain."
    """
    period, dokumen = reading.folder.facts["renstra"], reading.folder.dokumen
    awal, akhir, tahun = period["awal"], period["akhir"], reading.folder.tahun
    if not awal <= tahun <= akhir:
        message = f"tahun {tahun} di luar periode Renstra {awal}–{akhir}"
        yield Finding(dokumen, "/renstra", message, "Isi periode Renstra yang berlaku.")
    for passage, _, sentence in walk_sentences(reading.passages.find_words(("renstra", "rencana strategis"))):
        for match in _PERIOD.finditer(sentence):
            around = match["antara"] + sentence[match.end() : match.end() + 30].partition(",")[0]
            stated = int(match["awal"]), int(match["akhir"])
            told = find_years(sentence[: match.start("awal")] + sentence[match.end() :])
            is_of_then = any(stated[0] <= year <= min(stated[1], tahun - 1) for year in told)
            if stated == (awal, akhir) or is_of_then or _STILL.search(sentence) or names_other_plan(around, reading):
                continue
            message = f"periode Renstra tertulis {match['awal']}–{match['akhir']}, dalam dokumen.json {awal}–{akhir}"
            written = sentence[match.start("awal") : match.end()]
            yield Finding.of(passage, message, "Tulis {{ renstra.periode }}.", written)


@rule("RJ403", "Tanggal pengesahan sesudah tahun dimulai")
def check_signing_date(reading: Reading) -> Iterator[Finding]:
    """Renja ditandatangani sebelum tahunnya mulai; Renja Perubahan di dalam tahunnya.

    Mengapa: Renja menjadi dasar RKA tahun itu, jadi harus sudah ditetapkan sebelum tahun anggaran.
    Sumber: Permendagri 86/2017 (penetapan Renja sesudah RKPD ditetapkan pada tahun sebelumnya).

    Gagal:
        dokumen.json /pengesahan/tanggal = "3 Januari {{ tahun }}"
    Lolos:
        dokumen.json /pengesahan/tanggal = "28 Juli {{ tahun - 1 }}"
    """
    signed = signing_date(reading)
    if signed is None:
        return
    if "perubahan" in reading.folder.facts:
        if signed.year != reading.folder.tahun:
            message = f"tanggal {indonesian.tanggal(signed)} tidak dalam Tahun {reading.folder.tahun}"
            hint = "Periksa tanggalnya; Renja Perubahan ditetapkan dalam tahun yang diubahnya."
            yield Finding(reading.folder.dokumen, "/pengesahan/tanggal", message, hint)
    elif signed >= date(reading.folder.tahun, 1, 1):
        message = f"tanggal {indonesian.tanggal(signed)} sesudah Tahun {reading.folder.tahun} dimulai"
        hint = "Periksa tanggalnya; Renja ditetapkan pada tahun sebelumnya."
        yield Finding(reading.folder.dokumen, "/pengesahan/tanggal", message, hint)
