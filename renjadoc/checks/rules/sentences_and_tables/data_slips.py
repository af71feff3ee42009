"""Long figures in sentences that are one slip of the fingers away from a figure of the data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from renjadoc.checks.figured import Statement, is_typed, list_statements
from renjadoc.checks.mistyped import is_mistyped, is_swapped
from renjadoc.checks.relations import count_digits, is_explained
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.planned_amounts import list_amounts, list_tabled, list_tabled_gaps
from renjadoc.checks.sentences import names_other_office
from renjadoc.checks.stated import Figure, list_figures
from renjadoc.indonesian import rupiah
from renjadoc.reading import Reading

#: So many digits of an amount are no chance where two of them are changed round, or one is another.
_FEWEST_SWAPPED, _FEWEST_OTHER = 5, 5


@rule("RJ533", "Jumlah uang berselisih satu digit dengan jumlah dalam data", needs=("tabel",))
def check_data_slips(reading: Reading) -> Iterator[Finding]:
    """Jumlah uang yang ditulis lengkap bukan salah ketik dari pagu, usulan, isi tabel bebas, atau jumlah dan
    selisihnya.

    Ditegur bila satu digitnya lain, atau dua digitnya tertukar, dari jumlah dalam data, sedangkan jumlah itu sendiri
    tidak ada dalam data, hanya sekali dalam naskah, dan tidak mengikuti dari angka di dekatnya.

    Mengapa: satu digit yang salah tidak terlihat oleh mata.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Nilai seluruh usulan ialah Rp25.124.000."
        tabel/usulan-masyarakat.json /usulan/0/anggaran = 25142000
    Gagal:
        bab-5.json /isi/0 = "PAD kurang Rp41.127.384.600 dari anggarannya."
        tabel/pad.json := {"jenis": "bebas", "judul": ["Pendapatan"], "kolom": [{"judul": "Anggaran (Rp)"}, {"judul":
        "Realisasi (Rp)"}], "baris": [["452.300.000.000", "438.172.615.400"]]}
    Lolos:
        bab-5.json /isi/0 = "Nilai seluruh usulan ialah Rp25.142.000."
        tabel/usulan-masyarakat.json /usulan/0/anggaran = 25142000
    """
    told = [(said, one) for said in list_statements(reading) for one in said.figures if _is_long(one)]
    amounts = _list_right(reading) if told else set()
    values = [one.value for _, one in told]
    for said, figure in told:
        if figure.value in amounts or values.count(figure.value) > 1 or names_other_office(said.text, reading):
            continue
        meant = next((amount for amount in sorted(amounts) if _is_slip(figure, amount)), None)
        if meant is None or not is_typed(said.passage, said.offset, figure) or _is_known_here(said, figure, meant):
            continue
        message = f"tertulis {figure.text}; dalam data ada {rupiah(int(meant))}"
        yield Finding.of(said.passage, message, "Periksa digitnya.", figure.text)


def _list_right(reading: Reading) -> set[Decimal]:
    """Every amount that the data holds, in plans and in the office's own tables, and what lies between them."""
    found = list_amounts(reading) | list_tabled(reading) | list_tabled_gaps(reading)
    return {Decimal(amount) for amount in (*found, *_list_steps(reading))}


def _list_steps(reading: Reading) -> Iterator[int]:
    """By how much the whole pagu of the next year differs from that of this one."""
    for table in reading.tables.of_kind("rencana-program"):
        yield abs((table.total("", "pagu_maju") or 0) - (table.total("", "pagu") or 0))


def _is_long(figure: Figure) -> bool:
    return figure.unit == "Rp" and not figure.is_rounded and count_digits(figure) >= _FEWEST_SWAPPED


def _is_slip(figure: Figure, amount: Decimal) -> bool:
    if is_swapped(figure.value, amount):
        return len(str(int(figure.value))) == len(str(int(amount)))
    return count_digits(figure) >= _FEWEST_OTHER and is_mistyped(figure.value, amount)


def _is_known_here(said: Statement, figure: Figure, meant: Decimal) -> bool:
    """Whether a figure follows from others of its paragraph, or stands beside the one that it would be a slip of."""
    around = _list_around(said.passage.text)
    return any(one.value == meant for one in around) or is_explained(figure, [figure, *said.earlier, *said.figures])


@lru_cache(maxsize=16)
def _list_around(text: str) -> tuple[Figure, ...]:
    return list_figures(text)
