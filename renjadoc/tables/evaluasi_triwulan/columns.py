"""Levels and columns of the evaluation by quarters (E.81), in each of its forms.

What is achieved stands in pairs: performance (K) and amount (Rp). Amounts are entered at the lowest level and summed
above it; performance is stated by any row that has an indicator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.tables.computed import Added, Cumulated, Ratio, Share, Sum
from renjadoc.tables.forms import PERMENDAGRI_86
from renjadoc.tables.layout import (
    KODE,
    ROOT,
    SEL,
    TEKS,
    UANG,
    Cells,
    Column,
    Computed,
    Entry,
    Level,
    Node,
    Root,
    TableLayout,
    direction_column,
    owner_column,
    walk_rows,
)

#: The form whose level of achievement is against the target of the Renja, though it states those of the Renstra.
AGAINST_RENJA = "capaian-renja"
FORMS = (PERMENDAGRI_86, AGAINST_RENJA)
QUARTERS = ("I", "II", "III", "IV")
#: The evaluated year, counted from that of the document.
_YEARS = {"n": 0, "n-1": 1, "n-2": 2}

LEVELS = (
    Level("program", ("program",), "nama", "kode", parts=3),
    Level("kegiatan", ("kegiatan",), "nama", "kode", parts=5),
    Level("sub_kegiatan", ("sub kegiatan",), "nama", "kode", parts=6, optional=True),
)
_K, _RP = "K", "Rp"
INDICATOR = Entry(("indikator",), SEL)
#: What a row may say of its figures, each in a column that stands where a row says it.
REMARKS = {
    "faktor_pendorong": "Faktor Pendorong",
    "faktor_penghambat": "Faktor Penghambat",
    "faktor": "Faktor Pendorong/Penghambat",
    "tindak_lanjut": "Tindak Lanjut",
}
#: What a row states itself of what the quarters reached together, and of that with the years before.
STATED = Entry(("realisasi",), SEL, optional=True)
STATED_SINCE = Entry(("realisasi_renstra_sd",), SEL, optional=True)


class Evaluated(NamedTuple):
    """What a table evaluates: which year (0: that of the document, 1: the one before), until its which period (`last`).

    `cumulative` says that the figures of a period are those since the year began, `has_amounts` that rupiah stand
    beside what was achieved, `periods` into how many a year is divided: 4 quarters, or 2 half-years.
    """

    years_back: int
    last: int
    cumulative: bool = False
    has_amounts: bool = True
    periods: int = len(QUARTERS)

    @property
    def counted(self) -> tuple[int, ...]:
        """The periods whose figures together are those of the year so far."""
        return (self.last,) if self.cumulative else self.numbers[: self.last]

    @property
    def numbers(self) -> tuple[int, ...]:
        """All periods of the year by number."""
        return tuple(range(1, self.periods + 1))

    @property
    def word(self) -> str:
        """What a period is called."""
        return "Semester" if self.periods == len(QUARTERS) // 2 else "Triwulan"

    @property
    def sides(self) -> tuple[str, ...]:
        """What is stated of a quarter."""
        return ("kinerja", "anggaran") if self.has_amounts else ("kinerja",)

    def year(self, more: int = 0) -> str:
        """The year, or one so many years earlier, as heads name it."""
        back = self.years_back + more
        return f"{{{{ tahun - {back} }}}}" if back else "{{ tahun }}"


def read_evaluated(data: Node, folder: Folder) -> Evaluated:
    """What a table says that it evaluates; a Renja Perubahan the running year, a Renja the year before its own."""
    amended = folder.facts.get("perubahan")
    year = data.get("tahun_dinilai") or ("n-1" if amended is None else "n")
    quarter = data.get("triwulan") or ("IV" if amended is None else amended["triwulan"])
    is_cumulative, has_amounts = bool(data.get("kumulatif")), not data.get("tanpa_anggaran")
    return Evaluated(_YEARS[year], find_last(data, quarter), is_cumulative, has_amounts, count_periods(data))


def count_periods(data: Node) -> int:
    """Into how many periods a table divides the year: 2 half-years, or 4 quarters."""
    return len(QUARTERS) // 2 if data.get("periode") == "semester" else len(QUARTERS)


def find_last(data: Node, quarter: str) -> int:
    """The number of the table's last period that is over with a quarter (`II`); it has one at least."""
    return max(1, (QUARTERS.index(quarter) + 1) * count_periods(data) // len(QUARTERS))


def has_subs(data: Node) -> bool:
    """Whether kegiatan have sub kegiatan, which then hold the amounts."""
    return any("sub_kegiatan" in kegiatan for program in data["program"] for kegiatan in program["kegiatan"])


def reached_by(quarters: Sequence[int]) -> Cumulated:
    """What the quarters reached together; percentages and indices are those of the last."""
    columns = tuple(f"kinerja_{number}" for number in quarters)
    return Cumulated(columns, tuple(Entry((id,), SEL) for id in columns), "indikator", INDICATOR, STATED)


def reached_since(quarters: Sequence[int]) -> Cumulated:
    """Column 13 of E.81: what was reached before (column 6) and in the evaluated year (column 12)."""
    parts = (Entry(("realisasi_renstra",), SEL), reached_by(quarters))
    return Cumulated(("realisasi_renstra", "realisasi"), parts, "indikator", INDICATOR, STATED_SINCE)


def lay_out(data: Node, folder: Folder) -> TableLayout:
    """The layout of a table in its form, with the quarters that it evaluates."""
    levels = LEVELS if has_subs(data) else LEVELS[:2]
    maker = _Columns(levels, data, read_evaluated(data, folder))
    return TableLayout(
        levels=levels,
        columns=tuple(maker.make_columns(data.get("bentuk"))),
        root=Root("jumlah", "nama", "Jumlah", at_top=False),
        frozen=2,
    )


class _Columns:
    """Makes the columns: an amount of the lowest level is entered, all others are summed."""

    def __init__(self, levels: tuple[Level, ...], data: Node, evaluated: Evaluated) -> None:
        self._keys = tuple(level.key for level in levels)
        self._leaf = self._keys[-1]
        self._evaluated, self._quarters = evaluated, evaluated.counted
        rows = [row.node for row in walk_rows(levels, data)]
        self._is_stated = any(STATED.is_in(node) for node in rows)
        self._is_stated_since = any(STATED_SINCE.is_in(node) for node in rows)
        self._said = {key for node in rows for key in node}
        self._has_levels = bool(data.get("capaian_triwulan"))
        #: The periods whose figures stand in the table.
        self._shown = [
            number
            for number in evaluated.numbers[: evaluated.last]
            if number in self._quarters or self._said & {f"kinerja_{number}", f"anggaran_{number}"}
        ]

    def make_columns(self, form: str | None) -> Iterator[Column]:
        year = self._evaluated.year()
        yield Column("kode", ("Kode",), 17, dict.fromkeys(self._keys, Entry(("kode",), KODE)))
        yield Column("sasaran", ("Sasaran",), 20, {"program": Entry(("sasaran",), SEL, optional=True)})
        yield Column(
            "nama", ("Program/ Kegiatan/ Sub Kegiatan",), 32, dict.fromkeys(self._keys, Entry(("nama",), TEKS))
        )
        yield self._make_stated("indikator", "Indikator Kinerja Program (Outcome)/ Kegiatan (Output)", align="kiri")
        if form is not None:
            target = "Target Renstra Perangkat Daerah pada Tahun {{ renstra.akhir }}"
            yield from self._state_pair(("target_renstra", "pagu_renstra"), target)
            reached = f"Realisasi Capaian Kinerja Renstra s.d. Renja Tahun {self._evaluated.year(1)}"
            yield from self._state_pair(("realisasi_renstra", "anggaran_renstra"), reached)
        yield from self._sum_pair(("target", "pagu"), f"Target Kinerja dan Anggaran Renja Tahun {year}")
        yield from self._make_periods(year)
        yield from self._make_reached(form, year)
        yield Column("penanggung_jawab", ("Unit Penanggung Jawab",), 18, self._list_optional("penanggung_jawab"))
        yield from (
            Column(id, (head,), 20, self._list_optional(id)) for id, head in REMARKS.items() if id in self._said
        )
        yield Column("catatan", ("Keterangan",), 24, self._list_optional("catatan"))
        yield owner_column("program")
        yield direction_column(*self._keys)

    def _make_periods(self, year: str) -> Iterator[Column]:
        """What each period was to reach, where rows say it, then what each reached."""
        evaluated = self._evaluated
        of_period = f"{'s.d.' if evaluated.cumulative else 'pada'} {evaluated.word}"
        for number in evaluated.numbers:
            keys = f"target_{number}", f"pagu_{number}"
            if self._said & {*keys}:
                head = f"Target Kinerja dan Anggaran Renja Tahun {year} {of_period}"
                yield from self._sum_pair(keys, head, QUARTERS[number - 1])
        for number in self._shown:
            keys = f"kinerja_{number}", f"anggaran_{number}"
            yield from self._sum_pair(keys, f"Realisasi Kinerja {of_period}", QUARTERS[number - 1])
        for number in self._shown if self._has_levels else ():
            yield from self._measure_period(number, of_period)

    def _measure_period(self, number: int, of_period: str) -> Iterator[Column]:
        """How far a period came, in per cent: of what was planned for it, or where no row plans it of the year's."""
        wanted = ((key, f"{key}_{number}") for key in ("target", "pagu"))
        target, pagu = (divided if divided in self._said else key for key, divided in wanted)
        head = f"Tingkat Capaian Kinerja dan Realisasi Anggaran {of_period} (%)", QUARTERS[number - 1]
        reached = Entry((f"kinerja_{number}",), SEL, optional=True)
        ratio = Ratio(f"kinerja_{number}", target, reached, Entry((target,), SEL, optional=True))
        yield Column(f"persen_{number}", self._name_head(*head), 10, dict.fromkeys(self._keys, ratio), "tengah")
        share = Share(f"anggaran_{number}", pagu, Sum(f"anggaran_{number}"), Sum(pagu))
        yield from self._compute_column(f"persen_anggaran_{number}", *head, cell=share, whole=True)

    def _list_optional(self, key: str) -> Cells:
        return dict.fromkeys(self._keys, Entry((key,), SEL, optional=True))

    def _make_stated(self, key: str, *head: str, align: str = "tengah") -> Column:
        """What the lowest rows state, and those above them may."""
        above = dict.fromkeys(self._keys, Entry((key,), SEL, optional=True))
        return Column(key, head, 30 if key == "indikator" else 12, {**above, self._leaf: Entry((key,), SEL)}, align)

    def _name_head(self, *head: str, side: str = _K) -> tuple[str, ...]:
        """The head of a column; without amounts nothing has two sides."""
        return (*head, side) if self._evaluated.has_amounts else tuple(map(_without_amounts, head))

    def _sum_pair(self, keys: tuple[str, str], *head: str) -> Iterator[Column]:
        performance, amount = keys
        yield self._make_stated(performance, *self._name_head(*head))
        if not self._evaluated.has_amounts:
            return
        summed: Cells = dict.fromkeys((ROOT, *self._keys), Sum(amount))
        cells: Cells = {**summed, self._leaf: Entry((amount,), UANG)}
        yield Column(amount, self._name_head(*head, side=_RP), 16, cells, "kanan")

    def _state_pair(self, keys: tuple[str, str], head: str) -> Iterator[Column]:
        """Of the Renstra's amounts no row above is the sum: a program has more kegiatan in other years."""
        performance, amount = keys
        yield self._make_stated(performance, *self._name_head(head))
        if not self._evaluated.has_amounts:
            return
        above = dict.fromkeys(self._keys, Entry((amount,), UANG, optional=True))
        yield Column(
            amount, self._name_head(head, side=_RP), 16, {**above, self._leaf: Entry((amount,), UANG)}, "kanan"
        )

    def _make_reached(self, form: str | None, year: str) -> Iterator[Column]:
        """What was reached in the year, since the Renstra began, and how far that is, in per cent."""
        spent = Added(tuple(f"anggaran_{number}" for number in self._quarters))
        head = f"Realisasi Capaian Kinerja dan Anggaran Renja Tahun {year}"
        reached: Entry | Cumulated = STATED if self._is_stated else reached_by(self._quarters)
        yield self._make_achieved("realisasi", head, reached)
        yield from self._compute_column("realisasi_anggaran", head, cell=spent, whole=True)
        if form != PERMENDAGRI_86:
            head = "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)"
            wanted = {key: Sum("pagu") for key in (ROOT, *self._keys)}
            share = Share("realisasi_anggaran", "pagu", spent, wanted[self._leaf])
            yield self._make_measured("realisasi", "target", reached_by(self._quarters), head)
            yield from self._compute_column("persen_anggaran", head, cell=share, whole=True)
            return
        since = spent._replace(columns=("anggaran_renstra", *spent.columns), needs="anggaran_renstra")
        head = f"Realisasi Kinerja dan Anggaran Renstra s.d. Tahun {year}"
        reached = STATED_SINCE if self._is_stated_since else reached_since(self._quarters)
        yield self._make_achieved("realisasi_renstra_sd", head, reached)
        yield from self._compute_column("anggaran_renstra_sd", head, cell=since)
        head = f"Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s.d. Tahun {year} (%)"
        yield self._make_measured("realisasi_renstra_sd", "target_renstra", reached_since(self._quarters), head)
        stated = Entry(("pagu_renstra",), UANG)
        share = Share("anggaran_renstra_sd", "pagu_renstra", since, stated)
        yield from self._compute_column("persen_anggaran", head, cell=share)

    def _make_achieved(self, id: str, head: str, reached: Entry | Cumulated) -> Column:
        return Column(id, self._name_head(head), 12, dict.fromkeys(self._keys, reached), "tengah")

    def _make_measured(self, reached: str, wanted: str, reached_at: Cumulated, head: str) -> Column:
        cell = Ratio(reached, wanted, reached_at, Entry((wanted,), SEL))
        return Column("persen", self._name_head(head), 10, dict.fromkeys(self._keys, cell), "tengah")

    def _compute_column(self, id: str, *head: str, cell: Computed, whole: bool = False) -> Iterator[Column]:
        """A computed column of amounts or shares; with `whole` for all rows together too."""
        if not self._evaluated.has_amounts:
            return
        cells = dict.fromkeys((ROOT, *self._keys) if whole else self._keys, cell)
        is_amount = cell.unit == "rupiah"
        heads = self._name_head(*head, side=_RP)
        yield Column(id, heads, 16 if is_amount else 10, cells, "kanan" if is_amount else "tengah")


def _without_amounts(head: str) -> str:
    """A head of a table of performance alone: `Target Kinerja dan Anggaran Renja` -> `Target Kinerja Renja`."""
    return head.replace(" dan Realisasi Anggaran", "").replace(" dan Anggaran", "")
