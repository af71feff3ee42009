"""Targets and results that a sentence tells of a row of the plan or of the evaluation, against that row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.figured import is_typed
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.row_labels import LabelledRow, find_rows
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, find_years, names_other_office, walk_sentences
from renjadoc.checks.stated import Figure, list_figures
from renjadoc.indonesian import angka
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.quantities import quantities

#: What says that a figure is wanted or reached of the whole.
_TOLD = re.compile(
    r"\b(?:target\w*|ditargetkan|menargetkan|direncanakan|akan|terealisasi|realisasi\w*|tercapai|sebanyak"
    r"|sejumlah|berjumlah"
    r"|mencapai)\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\b(?:di antaranya|antara lain|masing-masing|setiap|tiap|per|termasuk|sebagian|triwulan|semester"
    r"|bulan|tahap|baru|hanya"
    r"|belum|tidak|naik|turun|bertambah|berkurang|meningkat|menurun|sisa\w*|lainnya|selisih|usulan"
    r"|kebutuhan|di (?:Kecamatan|Desa"
    r"|Kelurahan|Distrik|Kampung|Kapanewon|Gampong|Nagari|RT|RW)|dari)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\byang\s+(\w+)")
_COUNTED_AS = frozenset(
    ("unit", "buah", "orang", "dokumen", "laporan", "paket", "kelompok", "lembaga", "desa", "kegiatan")
)


@rule("RJ130", "Target atau realisasi dalam kalimat berbeda dari barisnya", needs=("tabel",))
def check_row_figures(reading: Reading) -> Iterator[Finding]:
    """Target dan realisasi yang disebut bersama nama indikator sebuah sub kegiatan ada pada barisnya, dengan satuan
    yang sama.

    Baris itu dikenali bila semua kata indikatornya ada dalam kalimat. Sebagian target, satu tempat atau satu triwulan,
    dan kalimat tentang tahun lain tidak diperiksa.

    Mengapa: target di tabel diubah dan kalimatnya tertinggal, atau satuannya lain (unit di kalimat, paket di tabel).
    Sumber: daftar periksa Bappeda.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah peserta pelatihan kemasan"
        bab-5.json /isi/0 = "Pelatihan kemasan ditargetkan menjangkau 140 orang peserta."
    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah peserta pelatihan kemasan"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = "125 orang"
        bab-5.json /isi/0 = "Pada tahun 2027 pelatihan kemasan ditargetkan menjangkau 125 orang peserta."
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Jumlah peserta pelatihan kemasan"
        bab-5.json /isi/0 = "Pelatihan kemasan ditargetkan menjangkau 100 orang peserta."
    """
    years = set(range(reading.folder.tahun - 2, reading.folder.tahun + 2))
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_TOLD), RUNNING):
        figures = [figure for figure in list_figures(sentence) if figure.unit not in {"%", "‰", "Rp", "poin"}]
        if len(figures) != 1 or not _TOLD.search(sentence) or _OF_SOME.search(sentence):
            continue
        if not is_typed(passage, offset, figures[0]) or names_other_office(sentence, reading):
            continue
        rows = find_rows(read_stems(sentence), reading) if find_years(sentence) <= years else []
        rows = [row for row in rows if len(row.stems) == len(rows[0].stems)]
        if any(read_stems(match[1]) - row.stems for match in _THAT.finditer(sentence) for row in rows):
            continue  # `peserta yang lulus`: of some.
        message = _contradict(figures[0], rows, reading) or _contradict_year(figures[0], rows, sentence, reading)
        if message:
            yield Finding.of(passage, message, "Samakan kalimat dan tabelnya.", figures[0].text)


def _contradict_year(figure: Figure, rows: list[LabelledRow], sentence: str, reading: Reading) -> str:
    """What is wrong with a target of the plan's year that the table has for the year behind, or the other way round."""
    years, tahun = find_years(sentence), reading.folder.tahun
    nodes = [row.place[2] for row in rows if "target_maju" in row.place[2]]
    if len(nodes) != len(rows) or len(years) != 1 or not years <= {tahun, tahun + 1}:
        return ""
    mine, other = ("target", "target_maju") if years == {tahun} else ("target_maju", "target")
    right, wrong = ({number for node in nodes for number, _ in quantities(node[key]) or []} for key in (mine, other))
    if not right or figure.value in right or figure.value not in wrong:
        return ""
    name, shown = shorten_text(reading.printed(rows[0].label)), ", ".join(map(angka, sorted(right)))
    return f"{figure.text} untuk “{name}” adalah target tahun lain; untuk tahun {min(years)} dalam tabel {shown}"


def _contradict(figure: Figure, rows: list[LabelledRow], reading: Reading) -> str:
    """What is wrong with a figure that is told of these rows; empty where one of them states it."""
    known = {one for row in rows for one in row.figures}
    alike = {number for number, unit in known if unit == figure.unit}
    same = {unit for number, unit in known if number == figure.value}
    if not rows or figure.value in alike or not figure.unit:
        return ""
    name = shorten_text(reading.printed(rows[0].label))
    if alike and not any(number / 2 <= figure.value <= number * 2 for number in alike):
        return ""  # A part of it, or of something else.
    if alike:
        shown = ", ".join(f"{angka(number)} {figure.unit}" for number in sorted(alike))
        return f"{figure.text} untuk “{name}”; dalam tabel {shown}"
    if same and figure.unit in _COUNTED_AS and same <= _COUNTED_AS:
        return f"{figure.text} untuk “{name}”; dalam tabel satuannya {' atau '.join(sorted(same))}"
    return ""
