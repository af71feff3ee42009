"""The plans of the region and the nation that a Renja goes by: those of its own year and period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regulations import short_name, walk_listed
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import find_years, walk_sentences
from renjadoc.reading import Reading

_PLAN_PERIOD = re.compile(
    r"\b(?P<nama>RPJM[DN]|Rencana Pembangunan Jangka Menengah(?: Daerah| Nasional)?)\b(?P<antara>[^.;:\d]{0,60}?)"
    r"\b(?P<awal>20\d\d)\s*(?:[-–—]|s\.d\.|sampai dengan)\s*(?:tahun\s+)?(?P<akhir>20\d\d)\b",
    re.IGNORECASE,
)
_OF_PAST = re.compile(
    r"\b(?:sebelumnya|lalu|lama|berakhir|evaluasi|lampau|terdahulu|peralihan|transisi|mengakhiri|periode pertama"
    r"|teknokratik"
    r"|capaian|realisasi|hasil|kelanjutan|melanjutkan|pengganti|menggantikan|dicabut)\b",
    re.IGNORECASE,
)


@rule("RJ413", "Rencana pembangunan periode lalu")
def check_plan_periods(reading: Reading) -> Iterator[Finding]:
    """RPJMD dan RPJMN yang dirujuk berlaku pada tahun Renja, di naskah dan dalam landasan hukum; RKPD-nya tahun ini.

    Kalimat tentang periode yang lalu dan evaluasinya tidak diperiksa.

    Mengapa: pada pergantian periode, RPJMD lama tertinggal dalam dasar hukum.
    Sumber: Permendagri 86/2017 (Renja berpedoman pada Renstra, RPJMD, dan RKPD tahun yang sama).

    Gagal:
        bab-5.json /isi/0 = "Renja ini menjabarkan RPJMD Kota Contoh Tahun 2021–2026."
    Gagal:
        bab-5.json /isi/0 = "Visi RPJMD Kota Contoh Tahun 2021–2026 adalah kota yang maju."
    Gagal:
        regulasi/landasan-hukum.json /regulasi/- = {"jenis": "Perda Kota", "nomor": 7, "tahun": 2021,
        "daerah": "Contoh", "tentang": "Rencana Pembangunan Jangka Menengah Daerah Kota Contoh Tahun 2021-2026",
        "lembaran": {"tahun": 2021, "nomor": 7}}
    Lolos:
        bab-5.json /isi/0 = "Renja ini menjabarkan RPJMD Tahun 2025–2029; capaian RPJMD Tahun 2021–2026 telah
        dievaluasi."
    """
    tahun = reading.folder.tahun
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("rpjm", "jangka menengah"))):
        for match in _PLAN_PERIOD.finditer(sentence):
            start, end = match.span("awal")
            told = find_years(sentence[: match.start()] + sentence[match.end() :])
            is_of_then = any(int(match["awal"]) <= year <= int(match["akhir"]) for year in told)
            is_past = is_of_then or _OF_PAST.search(sentence) or not passage.is_typed(offset + start, offset + end)
            if int(match["akhir"]) < tahun and not is_past and "tentang" not in sentence[: match.start()][-12:]:
                written = sentence[match.start("awal") : match.end()]
                message = f"{match['nama']} {written} tidak mencakup tahun {tahun}"
                yield Finding.of(passage, message, "Pakai periode yang berlaku.", written)
    yield from _check_listed_plans(reading, tahun)


_LISTED_RKPD = re.compile(r"Rencana Kerja Pemerintah Daerah\b[^\d]{0,60}Tahun (20\d\d)\s*$", re.IGNORECASE)


def _check_listed_plans(reading: Reading, tahun: int) -> Iterator[Finding]:
    for source, pointer, entry in walk_listed(reading):
        title = entry.get("tentang", "")
        match = None if title.casefold().startswith("perubahan") else _PLAN_PERIOD.search(title)
        if match is not None and int(match["akhir"]) < tahun:
            period = f"{match['awal']}–{match['akhir']}"
            message = f"{short_name(entry)} memuat periode {period}, yang tidak mencakup {tahun}"
            yield Finding(source, f"{pointer}/tentang", message, "Ganti dengan peraturan untuk periode yang berlaku.")
        rkpd = _LISTED_RKPD.search(title)
        if rkpd is not None and int(rkpd[1]) < tahun and "Perubahan" not in title:
            message = f"{short_name(entry)} menetapkan RKPD Tahun {rkpd[1]}, bukan {tahun}"
            yield Finding(source, f"{pointer}/tentang", message, f"Cantumkan peraturan tentang RKPD Tahun {tahun}.")
