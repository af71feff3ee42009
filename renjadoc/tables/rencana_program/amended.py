"""The plan of a Renja Perubahan: before and after beside each other, the difference, the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from renjadoc.content.folder import Folder
from renjadoc.indonesian import angka
from renjadoc.span import as_typed
from renjadoc.tables.before import LISTS, Amendment, Pair, difference
from renjadoc.tables.computed import Difference, sum_amounts
from renjadoc.tables.drawn import DrawnCell, DrawnTable
from renjadoc.tables.kind import ReadTable
from renjadoc.tables.layout import ROOT, SEL, Around, Cells, Column, Computed, Entry, Node, TableLayout, walk_rows

#: The reason of a change, in whichever row.
REASON = "alasan"

# Printed

#: The columns: what stands over several of them, their own head, their width.
_HEAD = (
    ("", "Program/Kegiatan/Sub Kegiatan", 4.4),
    ("", "Indikator Kinerja", 3.2),
    ("", "Lokasi", 1.9),
    ("Target", "Sebelum", 1.9),
    ("Target", "Sesudah", 1.9),
    ("Pagu (Rp)", "Sebelum", 2.5),
    ("Pagu (Rp)", "Sesudah", 2.5),
    ("Pagu (Rp)", "Bertambah/ (Berkurang)", 2.5),
    ("", "Sumber Dana", 1.6),
    ("", "Alasan Perubahan", 3.1),
)
_CODE = ("", "Kode", 3.1)


def draw_amended(table: ReadTable) -> DrawnTable | None:
    """The table of a Renja Perubahan; None for any other plan, which a pattern prints."""
    amendment = table.amendment
    if amendment is None:
        return None
    coded = any(pair.node.get("kode") for pair in amendment.walk())
    heads = [_CODE] * coded + list(_HEAD)
    office = as_typed(table.folder.facts["perangkat_daerah"]["nama"])
    body = [(_draw_total(office, amendment, coded=coded), True)]
    body += [(_draw_row(pair, coded=coded), pair.level == "program") for pair in amendment.walk()]
    return DrawnTable([width for _, _, width in heads], _draw_head(heads), body, landscape=True)


def _draw_head(heads: Sequence[tuple[str, str, float]]) -> list[list[DrawnCell]]:
    """Two rows: what stands over several columns, and their own heads; a head of one column reaches down."""
    upper, lower = [], []
    for above, group in groupby(heads, key=lambda head: head[0]):
        titles = [title for _, title, _ in group]
        if above:
            upper.append(DrawnCell(above, len(titles), "tengah"))
            lower += [DrawnCell(title, align="tengah") for title in titles]
        else:
            upper += [DrawnCell(title, 1, "tengah", "restart") for title in titles]
            lower += [DrawnCell("", 1, "tengah", "continue") for _ in titles]
    return [upper, lower]


def _draw_total(office: str, amendment: Amendment, *, coded: bool) -> list[DrawnCell]:
    name = DrawnCell(office, 5 + coded)
    return [name, *_draw_amounts(amendment.amount()), DrawnCell("", 2)]


def _draw_row(pair: Pair, *, coded: bool) -> list[DrawnCell]:
    before, after, node = pair.before, pair.after, pair.node
    code = [DrawnCell(node.get("kode") or "")] if coded else []
    leaf = pair.level == LISTS[-1] or "pagu" in node
    return [
        *code,
        DrawnCell(node["nama"]),
        *(DrawnCell(_cell(node, key, leaf)) for key in ("indikator", "lokasi")),
        *(DrawnCell("-" if side is None else _cell(side, "target", leaf)) for side in (before, after)),
        *_draw_amounts(pair.amount()),
        DrawnCell(_cell(node, "sumber_dana", leaf), align="tengah"),
        DrawnCell(node.get(REASON) or ("tidak dilanjutkan" if after is None else "")),
    ]


def _cell(node: Node, key: str, leaf: bool) -> Any:
    """A cell; what a row above others may leave out, and does, is blank."""
    return node.get(key) if leaf else node.get(key) or ""


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
        before = self.rows.get(node.get("kode") or "") or self.rows.get(_plain(node.get("nama")))
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
                found.setdefault(_plain(row.node["nama"]), row.node)
                found.setdefault(row.node.get("kode") or "", row.node)
    found.pop("", None)
    return found


def _plain(name: Any) -> str:
    return " ".join(str(name or "").split()).casefold()
