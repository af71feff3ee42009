"""Percentages in sentences that say how the office performed on the whole, against the performance tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from renjadoc import indonesian
from renjadoc.checks.figures import agrees
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.amounts_in_text import DIFFERENCE
from renjadoc.checks.sentences import find_sentences, is_match_typed
from renjadoc.reading import Reading
from renjadoc.tables import capaian_kinerja

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|persen\b)")
#: A word that makes a percentage a difference stands no further before it.
_NEAR = 400
_SUBJECT = re.compile(
    r"\b(?:(?P<rata>(?:rata-rata|rerata) (?:capaian|tingkat capaian|kinerja)|capaian (?:kinerja )?(?:rata-rata|rerata)"
    r"|capaian fisik|keseluruhan capaian)"
    r"|keuangan|anggaran|serapan|pertumbuhan|inflasi|indeks)\b",
    re.IGNORECASE,
)
#: Between the subject and its percentage: nothing that narrows it to some, or makes it that of others.
_OF_ALL = re.compile(
    r"(?:\W+(?:\d{4}|ini|itu|tersebut|indikator|kinerja|seluruh\w*|semua|keseluruhan|utama|fisik|sasaran|tujuan|strategis|pada"
    r"|untuk|selama|tahun|lalu|sebelumnya|(?:dinas|badan|kantor|sekretariat|kecamatan|inspektorat)\w*|perangkat daerah"
    r"|adalah|ialah|yaitu|yakni|sebesar|mencapai|tercatat|hanya|baru|sudah|telah|dapat|berada|di angka|menjadi))*\W*",
    re.IGNORECASE,
)


@rule("RJ109", "Persentase dalam kalimat berbeda dari hitungan", needs=("tabel",))
def check_percentages_in_text(reading: Reading) -> Iterator[Finding]:
    """Rata-rata capaian yang disebut dalam kalimat sama dengan hasil hitungan tabel capaian kinerja.

    Diperiksa hanya persentase sesudah kata rata-rata capaian, capaian fisik, atau keseluruhan capaian. Kalimat yang
    menyebut tahun atau instansi lain tidak diperiksa.

    Mengapa: kalimat mengulang angka tabel yang sudah berubah.
    Sumber: naskah rujukan (kalimat mengulang rata-rata 102,5 yang seharusnya 102,36).

    Gagal:
        bab-5.json /isi/0 = "Rata-rata capaian kinerja tahun lalu adalah 102,5%."
    Lolos:
        bab-5.json /isi/0 = "Rata-rata capaian kinerja tahun lalu 102,08%, dengan realisasi keuangan 98,25%."
    Lolos:
        bab-5.json /isi/0 = "Rata-rata capaian empat indikator tersebut, yaitu 96%, 100%, 104%, dan 92%, adalah 98%."
    """
    computed, years = _list_percentages(reading), {reading.folder.tahun, reading.folder.tahun - 1}
    passages = [passage for passage in reading.passages.find_words(("%", "persen")) if passage.kind != "judul_tabel"]
    for passage, offset, sentence in find_sentences(passages if computed else (), _PERCENT.search, years, reading):
        subjects = list(_SUBJECT.finditer(sentence))
        for match in _PERCENT.finditer(sentence) if any(subject["rata"] for subject in subjects) else ():
            at = bisect_right(subjects, match.start(), key=lambda subject: subject.end())
            before = sentence[max(0, match.start() - _NEAR) : match.start()]
            if (
                at == 0
                or subjects[at - 1]["rata"] is None
                or not _OF_ALL.fullmatch(sentence, subjects[at - 1].end(), match.start())
                or DIFFERENCE.search(before)
            ):
                continue
            if not is_match_typed(passage, offset, match):
                continue
            if not any(agrees(Decimal(match[1].replace(",", ".")), value) for value in computed):
                shown = " atau ".join(indonesian.persen(value) for value in computed[-2:])
                message = f"“{match[0]}” tidak sama dengan hasil hitungan tabel: {shown}"
                yield Finding.of(passage, message, "Lebih aman tulis {{ capaian.rata_rata | persen }}.", match[0])


def _list_percentages(reading: Reading) -> list[Decimal]:
    """Every percentage of the performance tables; the averages last."""
    found: list[Decimal | None] = []
    for table in reading.tables.of_kind("capaian-kinerja"):
        found += [row.get(key) for row in table.printed for key in ("persen", "persen_renstra")]
        found += capaian_kinerja.average_percentages(table.printed)
    return [value for value in found if value is not None]
