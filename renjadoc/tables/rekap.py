"""Recaps of a plan: its sub kegiatan and amounts by tag, by Bidang, by source of funds; nothing is entered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from renjadoc.funds import identify_funds, list_shorts, name_funds
from renjadoc.tables import old
from renjadoc.tables.computed import add_known
from renjadoc.tables.kind import PrintedRow, ReadTable, TableKind
from renjadoc.tables.layout import TableLayout, TableRow
from renjadoc.tables.quantities import is_absent
from renjadoc.tables.rencana_program import KIND as PLAN
from renjadoc.tables.rencana_program.columns import split_tags

#: What sub kegiatan are that state nothing of the kind; those without a tag belong to no group.
_NAMELESS = {"bidang": "Belum ditentukan", "sumber_dana": "Belum diisi"}


class Group(NamedTuple):
    """Rows of one name: how many, and both amounts in rupiah."""

    name: str
    rows: list[TableRow]

    def sum_amounts(self, field: str) -> int | None:
        return add_known(row.node.get(field) for row in self.rows)


def group_rows(table: ReadTable, by: str) -> list[Group]:
    """The funded rows of a plan by what `by` (tag, bidang, sumber_dana) says of them or of a row above them.

    A row with several tags stands in a group of each. Names of one source of funds, short and long, are one.
    """
    found: dict[tuple[str, ...], Group] = {}
    above: list[list[str]] = []
    for row in table.rows:
        stated = _read_names(row.node.get(by), by)
        inherited = above[row.depth - 1] if row.depth else []
        names = _drop_doubled([*inherited, *stated]) if by == "tag" else stated or inherited
        above[row.depth :] = [names]
        if "pagu" in row.node:
            for name in names or ([_NAMELESS[by]] if by in _NAMELESS else []):
                key = identify_funds(name) if by == "sumber_dana" else (name.casefold(),)
                group = found.setdefault(key, Group(name, []))
                group.rows.append(row)
                if group.name.casefold() != name.casefold():
                    found[key] = group._replace(name=name_funds(key) or group.name)
    return sorted(found.values(), key=lambda group: (group.name == _NAMELESS.get(by), group.name.casefold()))


def _read_names(stated: object, by: str) -> list[str]:
    """The names in a cell: one a line; tags may stand beside each other."""
    lines = [str(line) for line in (stated if isinstance(stated, list) else [stated]) if line is not None]
    lines = [tag for line in lines for tag in split_tags(line)] if by == "tag" else lines
    names = (" ".join(line.split()) for line in lines)
    return [name for name in names if name and not is_absent(name)]


def _drop_doubled(names: list[str]) -> list[str]:
    """Each name once, whatever its case: a row counts once in its group."""
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1]


def _print_rows(table: ReadTable) -> list[PrintedRow]:
    return list(_print_groups(table))


def _print_groups(table: ReadTable) -> Iterator[PrintedRow]:
    """A row a group with its share of the plan, then the whole plan."""
    plan, by = table.basis, table.data["menurut"]
    total = plan.total("", "pagu")
    for number, group in enumerate(group_rows(plan, by), 1):
        amount = group.sum_amounts("pagu")
        share = Decimal(amount) * 100 / total if amount is not None and total else None
        yield {
            "jenis": "baris", "nomor": number, "uraian": group.name, "jumlah": len(group.rows), "pagu": amount,
            "persen": share, "pagu_maju": group.sum_amounts("pagu_maju"),
        }  # fmt: skip
    funded = sum("pagu" in row.node for row in plan.rows)
    maju = plan.total("", "pagu_maju")
    yield {"jenis": "jumlah", "uraian": "Seluruhnya", "jumlah": funded, "pagu": total, "pagu_maju": maju}


def _lay_out(*_: object) -> TableLayout:
    """No sheet: there is nothing to fill, and a row of the plan may stand in several groups."""
    return TableLayout(levels=(), columns=(), view=True, unfold=lambda _: {})


# Tables of old documents

_NO_RECAP = r"indikator|lokasi|target|realisasi|triwulan|\bkode\b|capaian"
_SIGNS = (
    old.HeadSigns(
        7, (r"pagu|anggaran|dana", r"(?:jumlah|banyak\w*) (?:sub )?kegiatan|sub kegiatan", r"persen|%|bagian"),
        lacks=_NO_RECAP, columns=(4, 7),
    ),
    # What the rows go by is named, and an amount stands beside it.
    old.HeadSigns(
        7, (r"(?:^|\| )(?:nama )?(?:bidang(?! urusan)|tag\w*|tema(?:tik)?|sumber (?:dana|pendanaan)|unit kerja)(?: |$)",
            r"pagu|anggaran \(rp|anggaran$|jumlah \(rp|kebutuhan dana"),
        lacks=_NO_RECAP, columns=(2, 7),
    ),
)  # fmt: skip
_HEADS = (
    ("nomor", r"^no(?:mor)?\b"), ("persen", r"persen|%|bagian"), ("pagu_maju", r"maju|n\s*\+\s*1"),
    ("jumlah", r"(?:jumlah|banyak\w*)\b.*kegiatan|^sub kegiatan"), ("pagu", r"pagu|anggaran|\brp\b|kebutuhan dana"),
    ("uraian", r"."),
)  # fmt: skip
_FUND = re.compile(rf"\b(?:{'|'.join(map(re.escape, list_shorts()))}|Otsus|Dana|Hibah|Pajak)\b", re.IGNORECASE)
_UNIT = re.compile(r"(?:sub\s*)?(?:bidang|bagian|seksi)\b|sekretariat\b|uptd?\b|balai\b", re.IGNORECASE)
_TAG = re.compile(r"\b(?:SPM|kemiskinan|stunting|inflasi|gender|PUG|SDGs?|TPB|PSN|disabilitas|pokir)\b", re.IGNORECASE)
#: What the rows of a recap go by: the words of their head, else what most of their names are.
_BY = (
    ("sumber_dana", r"sumber", _FUND),
    ("tag", r"\btag|\btema", _TAG),
    ("bidang", r"\bbidang\b|unit kerja|penanggung\s*jawab|pelaksana", _UNIT),
)  # fmt: skip


def _name_second(heads: Sequence[str]) -> list[str]:
    """The heads, the second column of amounts as that of the next year, which some only give its year."""
    amounts = [index for index, head in enumerate(heads) if re.search(r"pagu|anggaran|\brp\b", head, re.IGNORECASE)]
    return [f"{head} (prakiraan maju)" if index in amounts[1:2] else head for index, head in enumerate(heads)]


def _tell_by(head: str, names: Sequence[str]) -> str | None:
    """What a recap goes by, None where neither its head nor its names say it."""
    said = next((by for by, pattern, _ in _BY if re.search(pattern, head, re.IGNORECASE)), None)
    return said or next(
        (by for by, _, name in _BY if sum(1 for one in names if name.search(one)) * 2 > len(names)), None
    )


def _read_old(table: old.TextTable) -> old.Built:
    """A recap: what the plan of an old document says of its rows. Raises old.Unfit."""
    columns = old.place_columns(table._replace(heads=_name_second(table.heads)), *_HEADS)
    for wanted in ("uraian", "pagu"):
        if wanted not in columns:
            raise old.Unfit(f"kolom {wanted} tidak ditemukan")
    rows = list(old.read_rows(table, columns))
    named = [cells["uraian"] for cells in rows if not old.TOTAL.match(cells["uraian"]) and cells["uraian"]]
    by = _tell_by(table.heads[columns.index("uraian")], named)
    if by is None:
        raise old.Unfit("tidak disebut menurut apa: tag, Bidang, atau sumber dana")
    built = old.Built(KIND.name, {"jenis": KIND.name, "sumber": PLAN.name, "menurut": by})
    built.anew = [cells.get("nomor", "") for cells in rows]
    for cells in rows:
        # The whole plan has no share, and is called by a name of its own.
        if old.TOTAL.match(cells["uraian"]):
            built.anew += [cells["uraian"], cells.get("persen", "")]
        elif share := cells.get("persen", ""):
            built.stated.append(old.Stated(built.data, "persen", None, cells["uraian"], "persen", share))
    return built


KIND = TableKind(
    "rekap",
    _lay_out,
    _print_rows,
    check=lambda table: table.check_viewed(PLAN.name),
    caption_years=(0, 1),
    signs=_SIGNS,
    read_old=_read_old,
)
