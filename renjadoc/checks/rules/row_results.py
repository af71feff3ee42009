"""What a sentence makes of several cells of the table beside it: sums, differences, means, what a row lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.figured import Mismatch, Statement, list_statements, tell_first
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.mistyped import is_mistyped
from renjadoc.checks.relations import is_explained
from renjadoc.checks.roles import SHARES
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.quoted_tables import QuotedRow, QuotedTable, key_of, list_quoted
from renjadoc.checks.sentences import find_years, names_other_office
from renjadoc.checks.stated import NUMBER_WORDS, Figure, read_number
from renjadoc.indonesian import angka
from renjadoc.reading import Reading

#: How near a figure must come to a result of the table to be meant for it.
_NEAR = Decimal("0.2")


@rule("RJ536", "Hasil hitung beberapa sel berbeda dari tabel di bagian itu", needs=("tabel",), yields=True)
def check_row_results(reading: Reading) -> Iterator[Finding]:
    """Jumlah, selisih, rata-rata, dan kekurangan yang dihitung dari baris tabel bebas sesuai dengan tabelnya.

    Diperiksa kalimat di bagian tempat tabelnya berdiri atau dirujuk: “A dan B bersama-sama berjumlah …”, “selisih A dan
    B …”, “rata-rata ketiga … adalah …”, dan yang belum tercapai dari target sebuah baris.

    Mengapa: kalimatnya dihitung sekali, lalu tabelnya diperbarui.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, grosir dan eceran bersama-sama menerima 372 kunjungan."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, kunjungan eceran yang belum tercapai 17 kunjungan."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "110"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, grosir dan eceran bersama-sama menerima 362 kunjungan;
        kunjungan eceran yang belum tercapai 15 kunjungan."
    """
    quoted = list_quoted(reading)
    for said in list_statements(reading) if any(quoted.values()) else ():
        section = said.passage.section
        tables = quoted.get(key_of(section), []) if section else []
        if not tables or not said.figures or names_other_office(said.text, reading):
            continue
        years = find_years(said.text)
        found = _find_wrong(said, [one for one in tables if years <= set(one.years.values()) or not one.years])
        if finding := tell_first(said, (found,), "Hitung ulang dari tabelnya."):
            yield finding


_TIMES = frozenset({"tahun", "bulan", "hari", "kali", "jam", "menit"})


def _find_wrong(said: Statement, tables: list[QuotedTable]) -> Mismatch | None:
    for index, stated in enumerate(said.figures):
        if stated.unit in (SHARES | _TIMES) - {"%"} or is_explained(stated, [*said.earlier, *said.figures]):
            continue
        if found := next((one for table in tables if (one := _find_part(said, index, table))), None):
            return found
        start = said.figures[index - 1].end if index else 0
        lead = _TURNS.split(said.text[start : stated.start])[-1]
        for table in tables:
            told = _find_results(lead, said.text[stated.end :], table)
            if told is None:
                continue
            name, results = told
            if _is_stated(stated, table) or stated.value in results:
                break
            near = [one for one in results if one and _is_meant(stated, one)]
            if near:
                return Mismatch(stated, f"tertulis {stated.text}; {name} menurut tabel {angka(round(near[0], 2))}")
    return None


_OUT_OF = re.compile(r"\s*(?:[a-z]+\s+)?dari\s+")


def _find_part(said: Statement, index: int, table: QuotedTable) -> Mismatch | None:
    """`Kampung sangat tertinggal … di Distrik Teluk Arguni, yaitu 8 dari 13`: the row and the column that are named."""
    stated, behind = said.figures[index], said.figures[index + 1 : index + 2]
    stems = read_stems(said.text[: stated.start])
    rows = [row for row in table.name_rows(stems) if not row.is_total]
    columns = table.name_columns(stems)
    if len(rows) != 1 or not behind or not _OUT_OF.fullmatch(said.between(stated, behind[0])) or len(columns) > 1:
        return None
    numbers = rows[0].numbers
    right = numbers.get(columns[0])
    if right is None or columns[0] in table.shares or behind[0].value not in numbers.values() or right == stated.value:
        return None
    return Mismatch(
        stated, f"tertulis {stated.text}; “{table.titles[columns[0]]}” dalam baris “{rows[0].name}” {angka(right)}"
    )


def _is_stated(stated: Figure, table: QuotedTable) -> bool:
    """Whether a cell of the table is the figure, or a result comes to it as it is rounded."""
    return any(stated.value in row.numbers.values() for row in table.rows)


def _is_meant(stated: Figure, result: Decimal) -> bool:
    """Whether a figure is another than a result, beyond its rounding, and meant for it."""
    if abs(stated.value - result) <= stated.step:
        return False
    return abs(stated.value - result) <= _NEAR * abs(result) or is_mistyped(stated.value, result)


_TURNS = re.compile(r";|\b(?:sedangkan|sementara|tetapi|namun|adapun)\b")
_TOGETHER = re.compile(
    r"\b(?:bersama-sama|bila digabung\w*|jika digabung\w*|digabung\w*|gabungan|keduanya|ketiganya|secara bersama"
    r"|(?:[Jj]umlah|[Tt]otal|[Ss]elisih)\b[^,;]*\bdan\b)"
)
_GAP = re.compile(r"\b(?:selisih|perbedaan|terpaut)\b", re.IGNORECASE)
_WORD = "|".join(NUMBER_WORDS[2:])
_MEAN = re.compile(rf"\b[Rr]ata-rata\b[^,;]*?\b(?:ke)?(?P<berapa>{_WORD}|\d{{1,2}})\s+[a-z]+")
_LACKS = re.compile(
    r"\b(?:(?:belum|tidak)\s+(?:ter|di)[a-z]+|kekurangan(?:nya)?|selisih(?:nya)?|sisa(?:nya)?|kurang|tertinggal"
    r"|meleset)\b",
    re.IGNORECASE,
)
_OF_TARGET = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:di bawah|di atas|dari|lebih (?:rendah|tinggi) (?:dari(?:pada)?)?)\s*target"
)


def _find_results(lead: str, tail: str, table: QuotedTable) -> tuple[str, list[Decimal]] | None:
    """What the words before a figure say that it is of the table's rows, and what that comes to by column."""
    rows = [row for row in table.name_rows(read_stems(lead)) if not row.is_total]
    mean = _MEAN.search(lead)
    if mean is not None and not rows and int(read_number(mean["berapa"].casefold())) == len(table.details):
        columns = _columns(table.details)
        return "rata-ratanya", [_add(table.details, column) / len(table.details) for column in columns]
    if len(rows) == 2 and _GAP.search(lead):
        return "selisihnya", [abs(rows[0].numbers[column] - rows[1].numbers[column]) for column in _columns(rows)]
    if len(rows) > 1 and _TOGETHER.search(lead):
        columns = [column for column in _columns(rows) if column not in table.shares]
        return "jumlahnya", [_add(rows, column) for column in columns]
    if len(rows) == 1 and (_LACKS.search(lead) or _OF_TARGET.match(tail)):
        gap = table.find_gap(rows[0])
        return None if gap is None else ("selisihnya", [abs(gap)])
    return None


def _columns(rows: list[QuotedRow]) -> list[int]:
    """The columns in which all of some rows have a number."""
    return sorted(set.intersection(*(set(row.numbers) for row in rows)))


def _add(rows: list[QuotedRow], column: int) -> Decimal:
    return sum((row.numbers[column] for row in rows), Decimal(0))
