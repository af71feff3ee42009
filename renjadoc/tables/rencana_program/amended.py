"""The plan of a Renja Perubahan: before and after beside each other, the difference, the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.indonesian import angka
from renjadoc.matching import fold_name
from renjadoc.span import as_typed
from renjadoc.tables.before import Amendment, Pair, difference
from renjadoc.tables.computed import Difference, sum_amounts
from renjadoc.tables.drawn import NUMBER, DrawnCell, DrawnTable, draw_heads, find_heads
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import ROOT, SEL, Around, Cells, Column, Computed, Entry, Node, TableLayout, walk_rows
from renjadoc.tables.quantities import is_stated
from renjadoc.tables.rencana_program.columns import LEVELS

#: The reason of a change, in whichever row.
REASON = "alasan"

# Printed

_STEP = ("Pagu (Rp)", "Bertambah/ (Berkurang)", 2.5)
#: The columns: what stands over several of them, their own head, their width.
_HEAD = (
    ("", "Program/Kegiatan/Sub Kegiatan", 4.4),
    ("", "Indikator Kinerja", 3.2),
    ("", "Lokasi", 1.9),
    ("Target", "Sebelum", 1.9),
    ("Target", "Sesudah", 1.9),
    ("Pagu (Rp)", "Sebelum", 2.5),
    ("Pagu (Rp)", "Sesudah", 2.5),
    _STEP,
    ("", "Sumber Dana", 1.6),
)
_CODE = ("", "Kode", 3.1)
_WHY = ("", "Alasan Perubahan", 3.1)
_AHEAD = "Prakiraan Maju Tahun {{ tahun + 1 }}"
#: What plans may state besides, each a column where a row has something in it: before the amounts, and behind them.
_EARLY = {
    "hasil": ("", "Outcome/Output", 2.8),
    "target_renstra": ("", "Target Akhir Renstra", 1.9),
    "realisasi_n-2": ("", "Realisasi Tahun {{ tahun - 2 }}", 1.9),
    "prakiraan_n-1": ("", "Prakiraan Tahun {{ tahun - 1 }}", 1.9),
}
_LATE = {
    "prioritas_nasional": ("Prioritas", "Nasional", 2.0),
    "prioritas_daerah": ("Prioritas", "Daerah", 2.0),
    "kelompok_sasaran": ("", "Kelompok Sasaran", 2.2),
    "catatan": ("", "Catatan Penting", 2.6),
    "target_maju": (_AHEAD, "Target", 1.9),
    "pagu_maju": (_AHEAD, "Pagu (Rp)", 2.5),
    "penanggung_jawab": ("", "Perangkat Daerah Penanggung Jawab", 2.2),
}
_FEWEST_EARLY = 2  # Name and indicator stand before them.


class _Shown(NamedTuple):
    """Which columns a plan asks for: codes, keys of `_EARLY` and of `_LATE`."""

    coded: bool
    early: tuple[str, ...]
    late: tuple[str, ...]


def _choose_columns(pairs: list[Pair], layout: TableLayout) -> _Shown:
    """The columns in which some row that goes on says something, and which the form of the plan prints."""
    printed = {column.id for column in layout.columns if column.printed != ""} | {"catatan"}  # Of a change in any form.
    nodes = [pair.after for pair in pairs if pair.after]
    early, late = (
        tuple(key for key in keys if key in printed and any(is_stated(_find_cell(node, key)) for node in nodes))
        for keys in (_EARLY, _LATE)
    )
    return _Shown(any(pair.node.get("kode") for pair in pairs), early, late)


def _find_cell(node: Node, key: str) -> Any:
    """A cell of a row; what it results in is called by its level."""
    return node.get("outcome") or node.get("output") if key == "hasil" else node.get(key)


def draw_amended(table: ReadTable) -> DrawnTable | None:
    """The table of a Renja Perubahan; None for any other plan, which a pattern prints."""
    amendment = table.amendment
    if amendment is None:
        return None
    pairs = amendment.walk()
    shown = _choose_columns(pairs, table.layout)
    first, others = _HEAD[:_FEWEST_EARLY], _HEAD[_FEWEST_EARLY:]
    early, late = (_EARLY[key] for key in shown.early), (_LATE[key] for key in shown.late)
    heads = [*[_CODE] * shown.coded, *first, *early, *others, *late, _WHY]
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    body = [(_draw_total(office, amendment, shown), True)]
    body += [(_draw_row(pair, shown), pair.level == "program") for pair in pairs]
    paths = [(above, title) if above else (title,) for above, title, _ in heads]
    widths = [width for _, _, width in heads]
    kept = find_heads([pair.level for pair in pairs], first=1)
    head = [*draw_heads(paths), _number_columns(paths)]
    return DrawnTable(widths, head, body, landscape=True, shrinks=bool(shown.early or shown.late), heads=kept)


def _number_columns(paths: Sequence[tuple[str, ...]]) -> list[DrawnCell]:
    """The row of numbers, as all tables of the law have it; the difference says what it is computed of."""
    texts = [str(number) for number in range(1, len(paths) + 1)]
    step = paths.index(_STEP[:2])
    texts[step] += f" = {texts[step - 1]} - {texts[step - 2]}"
    return [DrawnCell(text, 1, NUMBER) for text in texts]


def _draw_total(office: str, amendment: Amendment, shown: _Shown) -> list[DrawnCell]:
    name = DrawnCell(office, 5 + shown.coded + len(shown.early))
    amounts = [name, *_draw_amounts(amendment.amount())]
    if "pagu_maju" not in shown.late:
        return [*amounts, DrawnCell("", 2 + len(shown.late))]
    before = shown.late.index("pagu_maju")
    ahead = _draw_amount(sum_amounts(amendment.after, "pagu_maju"))
    return [*amounts, DrawnCell("", 1 + before), ahead, DrawnCell("", len(shown.late) - before)]


def _draw_row(pair: Pair, shown: _Shown) -> list[DrawnCell]:
    before, after, node = pair.before, pair.after, pair.node
    code = [DrawnCell(node.get("kode") or "")] if shown.coded else []
    leaf = pair.level == LEVELS[-1].key or "pagu" in node
    return [
        *code,
        DrawnCell(node["nama"]),
        DrawnCell(_show_cell(node, "indikator", leaf)),
        *(DrawnCell(_fill_blank(_find_cell(node, key))) for key in shown.early),
        DrawnCell(_show_cell(node, "lokasi", leaf)),
        *(DrawnCell("-" if side is None else _show_cell(side, "target", leaf)) for side in (before, after)),
        *_draw_amounts(pair.amount()),
        DrawnCell(_show_cell(node, "sumber_dana", leaf), align="tengah"),
        *(_draw_more(after, key, leaf) for key in shown.late),
        DrawnCell(node.get(REASON) or ("tidak dilanjutkan" if after is None else "")),
    ]


def _draw_more(after: Node | None, key: str, leaf: bool) -> DrawnCell:
    """What else a row says; of one that is gone nothing is planned any more."""
    if after is None:
        return DrawnCell("")
    if key == "pagu_maju":
        return _draw_amount(sum_amounts(after, key))
    return DrawnCell(_show_cell(after, key, leaf and key == "target_maju"))


def _draw_amount(amount: int | None) -> DrawnCell:
    return DrawnCell(None if amount is None else angka(amount), align="kanan")


def _show_cell(node: Node, key: str, leaf: bool) -> Any:
    """A cell; what a row above others may leave out, and does, is blank."""
    return node.get(key) if leaf else _fill_blank(node.get(key))


def _fill_blank(value: object) -> Any:
    return "" if value is None else value


def _draw_amounts(amounts: tuple[int | None, int | None]) -> list[DrawnCell]:
    texts = [*(None if amount is None else angka(amount) for amount in amounts), _write_step(difference(amounts))]
    return [DrawnCell(text, align="kanan") for text in texts]


def _write_step(step: int | None) -> str | None:
    """A difference as budgets write it: what is taken away stands in brackets."""
    return None if step is None else f"({angka(-step)})" if step < 0 else angka(step)


# In sheets


class Was(NamedTuple):
    """What a row said before, found by its code or name; nobody fills it and no formula computes it."""

    rows: dict[str, Node]
    key: str
    unit: str = ""

    def value(self, node: Node, around: Around, number: int) -> int | str | None:
        before = self.rows.get(node.get("kode") or "") or self.rows.get(fold_name(node.get("nama") or ""))
        if self.key == "pagu":
            return sum_amounts(before, "pagu") if before else 0
        value = before.get(self.key) if before else None
        lines = value if isinstance(value, list) else [value]
        return "\n".join(line if isinstance(line, str) else angka(line) for line in lines if line is not None)


class WasTotal(NamedTuple):
    """The amount of the whole plan before."""

    amount: int | None
    unit: str = "tetap"

    def value(self, node: Node, around: Around, number: int) -> int | None:
        return self.amount


def add_changes(layout: TableLayout, folder: Folder) -> TableLayout:
    """The layout of a plan with what it was before beside it, in a Renja Perubahan."""
    if "perubahan" not in folder.facts:
        return layout
    columns = [one for column in layout.columns for one in _with_changes(column, layout, folder)]
    return layout._replace(columns=tuple(columns))


def _with_changes(column: Column, layout: TableLayout, folder: Folder) -> Iterator[Column]:
    if column.id not in {"target", "pagu"}:
        yield column
        return
    head, levels = column.head[:-1], [level.key for level in layout.levels]
    unit = "tetap" if column.id == "pagu" else ""
    was: dict[str, Computed] = {level: Was(_find_rows(layout, folder, level), column.id, unit) for level in levels}
    if column.id == "target":
        yield Column("target_sebelum", (*head, "Target Sebelum Perubahan"), 14, was, printed="")
        yield column
        return
    plans = folder.sebelum.values()
    total = WasTotal(sum(sum_amounts(plan.data, "pagu") or 0 for plan in plans))
    was = {ROOT: total, **was}
    steps: Cells = {level: Difference("pagu", "pagu_sebelum", cell) for level, cell in was.items()}
    yield Column("pagu_sebelum", (*head, "Pagu Sebelum Perubahan (Rp)"), 17, was, "kanan", printed="")
    yield column
    yield Column("selisih", (*head, "Bertambah/(Berkurang) (Rp)"), 17, steps, "kanan", printed="")
    reasons: Cells = dict.fromkeys(levels, Entry((REASON,), SEL, optional=True))
    yield Column(REASON, (*head, "Alasan Perubahan"), 28, reasons, printed="")


def _find_rows(layout: TableLayout, folder: Folder, level: str) -> dict[str, Node]:
    """The rows of a level before, by code and by name."""
    found: dict[str, Node] = {}
    for plan in folder.sebelum.values():
        for row in walk_rows(layout.levels, plan.data):
            if row.level == level:
                found.setdefault(fold_name(row.node["nama"]), row.node)
                found.setdefault(row.node.get("kode") or "", row.node)
    found.pop("", None)
    return found
