"""What differs between two content folders: narrative by section, programs with their amounts, all other values.

The narrative is compared as it is written, so that a paragraph whose year comes from a placeholder is the same
paragraph in both years; it is shown as it is printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from renjadoc import indonesian
from renjadoc.checks import walk
from renjadoc.content import marks
from renjadoc.content.folder import Folder
from renjadoc.narrative import citation
from renjadoc.reading import Passage, Reading
from renjadoc.tables import rencana_program

ADDED, REMOVED, CHANGED, MOVED, SAME = "baru", "dihapus", "berubah", "pindah", "tetap"


@dataclass(frozen=True)
class TextChange:
    """A paragraph, list item or heading that differs; `bagian` is the section's number and title."""

    bagian: str
    perubahan: str
    lama: str
    baru: str


@dataclass(frozen=True)
class Row:
    """A program, kegiatan or sub kegiatan in both folders; amounts in rupiah, `persen` of the old amount."""

    tingkat: str
    kode: str
    nama: str
    perubahan: str
    lama: int | None
    baru: int | None
    selisih: int | None
    persen: str
    keterangan: str


@dataclass(frozen=True)
class CellChange:
    """A value of dokumen.json, of a list of regulations or of a table that differs."""

    berkas: str
    baris: str
    kolom: str
    lama: str
    baru: str


@dataclass
class Comparison:
    """Everything that differs, old against new. `program` has every row, the unchanged ones too."""

    dari: str
    ke: str
    jumlah: Row
    naskah: list[TextChange] = field(default_factory=list)
    program: list[Row] = field(default_factory=list)
    isian: list[CellChange] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def compare(old: Reading, new: Reading) -> Comparison:
    """Everything that differs between two folders."""
    total = _row("jumlah", "", "Seluruhnya", _total(old.folder), _total(new.folder), CHANGED, "")
    return Comparison(
        old.folder.name,
        new.folder.name,
        total,
        _with_moves(list(_texts(old, new))),
        list(_programs(_nodes(old), _nodes(new), _ATTRIBUTES + _AHEAD * (old.folder.tahun == new.folder.tahun))),
        [*_office(old, new), *_regulations(old.folder, new.folder), *_cells(old, new)],
    )


# Programs


@dataclass(frozen=True)
class _Node:
    """A row of the plan; `parent` is the place of the row above it in the list, -1 for a program."""

    level: str
    parent: int
    data: walk.Node

    @property
    def name(self) -> str:
        return " ".join(self.data["nama"].casefold().split())

    @property
    def code(self) -> str:
        return self.data.get("kode") or ""

    @property
    def pagu(self) -> int | None:
        return self.data["pagu"] if "pagu" in self.data else rencana_program.total(self.data, "pagu")


_LEVELS = ("program", "kegiatan", "sub kegiatan")


def _nodes(reading: Reading) -> list[_Node]:
    """Programs, each with its kegiatan and their sub kegiatan, in the order of the table."""
    found: list[_Node] = []
    for _, _, program in walk.programs(reading):
        at = len(found)
        found.append(_Node("program", -1, program))
        for one in program["kegiatan"]:
            below = len(found)
            found.append(_Node("kegiatan", at, one))
            found += [_Node("sub kegiatan", below, sub) for sub in one["sub_kegiatan"]]
    return found


#: What is compared beside the amount; what is ahead only within a year, for in the next it stands for another year.
_ATTRIBUTES = ("indikator", "target", "lokasi", "sumber_dana", "catatan", "bidang")
_AHEAD = ("target_maju", "pagu_maju")


def _programs(old: list[_Node], new: list[_Node], attributes: tuple[str, ...]) -> Iterator[Row]:
    """New rows in their order, then what is gone."""
    partner = _partners(old, new)
    for place, node in enumerate(new):
        before = partner.get(place)
        if before is None:
            yield _row(node.level, node.code, node.data["nama"], None, node.pagu, ADDED, "")
        else:
            moved = node.parent >= 0 and partner.get(node.parent) != old[before].parent
            above = old[old[before].parent].data["nama"] if moved else ""
            yield _matched(old[before], node, above, attributes)
    for place in sorted(set(range(len(old))) - set(partner.values())):
        node = old[place]
        yield _row(node.level, node.code, node.data["nama"], node.pagu, None, REMOVED, "")


def _partners(old: list[_Node], new: list[_Node]) -> dict[int, int]:
    """New row -> old row: by code, by name below the same parent, or by name alone; parents first."""
    partner: dict[int, int] = {}
    for level in _LEVELS:
        for same in (_by_code, _by_place, _by_name):
            taken = set(partner.values())
            index: dict[Any, list[int]] = {}
            for place, node in enumerate(old):
                if node.level == level and place not in taken and (key := same(node, node.parent)) is not None:
                    index.setdefault(key, []).append(place)
            for place, node in enumerate(new):
                if node.level == level and place not in partner:
                    key = same(node, partner.get(node.parent, -2) if node.parent >= 0 else -1)
                    if key is not None and index.get(key):
                        partner[place] = index[key].pop(0)
    return partner


def _by_code(node: _Node, _: int) -> Any:
    return node.code if node.code and "X" not in node.code.upper() else None


def _by_place(node: _Node, parent: int) -> Any:
    return parent, node.name


def _by_name(node: _Node, _: int) -> Any:
    return node.name


def _matched(old: _Node, new: _Node, moved_from: str, attributes: tuple[str, ...]) -> Row:
    remarks = [f"dahulu di bawah {moved_from}"] if moved_from else []
    if old.name != new.name:
        remarks.append(f"dahulu bernama {old.data['nama']}")
    if old.code != new.code:
        remarks.append(f"dahulu berkode {old.code or '-'}")
    remarks += [
        f"{_words(key)}: {_shown(old.data.get(key))} → {_shown(new.data.get(key))}"
        for key in attributes
        if old.data.get(key) != new.data.get(key)
    ]
    kind = MOVED if moved_from else CHANGED if remarks or old.pagu != new.pagu else SAME
    return _row(new.level, new.code, new.data["nama"], old.pagu, new.pagu, kind, "; ".join(remarks))


def _row(level: str, code: str, name: str, old: int | None, new: int | None, kind: str, remark: str) -> Row:
    difference = None if old is None or new is None else new - old
    share = ""
    if difference is not None and old:
        share = ("+" if difference > 0 else "") + indonesian.persen(Decimal(difference) * 100 / old)
    if level == "jumlah":
        kind = CHANGED if old != new else SAME
    return Row(level, code, name, kind, old, new, difference, share, remark)


def _total(folder: Folder) -> int | None:
    known = [rencana_program.total(source.data, "pagu") for source in folder.tables_of("rencana-program")]
    amounts = [amount for amount in known if amount is not None]
    return sum(amounts) if amounts else None


# Narrative


def _texts(old: Reading, new: Reading) -> Iterator[TextChange]:
    """The passages that differ, section by section; sections are the same by their heading, or else by their number."""
    before, after = _sections(old), _sections(new)
    gone = {_number(passages): title for title, passages in before.items() if title not in after}
    formerly = {title: gone.pop(_number(after[title]), title) for title in after if title not in before}
    for title, passages in after.items():
        yield from _differences(before.get(formerly.get(title, title), []), passages)
    for title in gone.values():
        yield from _differences(before[title], [])


def _sections(reading: Reading) -> dict[str, list[Passage]]:
    """The passages of the chapters by the written heading of their section, captions and notes of its tables too."""
    found: dict[str, list[Passage]] = {}
    for passage in reading.passages:
        if passage.section is not None:
            title = " ".join(str(passage.section.data["judul"]).casefold().split())
            found.setdefault(f"{passage.section.level} {title}", []).append(passage)
    return found


def _number(passages: list[Passage]) -> str:
    section = passages[0].section
    return section.number if section else ""


def _differences(old: list[Passage], new: list[Passage]) -> Iterator[TextChange]:
    written = [[marks.value(p.source.data, p.pointer) for p in side] for side in (old, new)]
    matcher = SequenceMatcher(None, written[0], written[1], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from (_change(*pair) for pair in _alike(old[i:j], new[k:m]))


#: So alike are two paragraphs that one is the other changed.
_ALIKE = 0.4


def _alike(old: list[Passage], new: list[Passage]) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Where a stretch differs: pairs of one kind and much the same words, in order; the rest gone or new."""
    done = 0
    for passage in new:
        ratios = {index: _likeness(old[index], passage) for index in range(done, len(old))}
        best = max(ratios, key=lambda index: ratios[index], default=None)
        if best is None or ratios[best] < _ALIKE:
            yield None, passage
            continue
        yield from ((gone, None) for gone in old[done:best])
        yield old[best], passage
        done = best + 1
    yield from ((gone, None) for gone in old[done:])


def _likeness(old: Passage, new: Passage) -> float:
    if old.kind != new.kind:
        return 0.0
    matcher = SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False)
    ratio = matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
    # A section has one heading and a table one caption, whatever they are now called.
    return max(ratio, _ALIKE) if old.kind in {"judul", "judul_tabel"} else ratio


def _with_moves(changes: list[TextChange]) -> list[TextChange]:
    """A text that went from one section and came into another was moved."""
    left = {change.lama: change for change in changes if change.perubahan == REMOVED}
    came = {change.baru: change for change in changes if change.perubahan == ADDED and change.baru in left}
    return [
        TextChange(f"{change.bagian} (dahulu {left[change.baru].bagian})", MOVED, change.baru, change.baru)
        if came.get(change.baru) is change
        else change
        for change in changes
        if not (change.lama in came and left[change.lama] is change)
    ]


def _change(old: Passage | None, new: Passage | None) -> TextChange:
    passage = new or old
    if passage is None or passage.section is None:
        raise ValueError("a change needs a passage")
    kind = CHANGED if old and new else ADDED if new else REMOVED
    section = f"{passage.section.number} {passage.section.data['judul']}"
    return TextChange(section, kind, old.text if old else "", new.text if new else "")


# The rest


def _office(old: Reading, new: Reading) -> Iterator[CellChange]:
    before, after = ({(_words(at), 0): v for at, v in _leaves(r.folder.dokumen.data)} for r in (old, new))
    yield from _values("dokumen.json", {"": before}, {"": after}, old, new)


def _regulations(old: Folder, new: Folder) -> Iterator[CellChange]:
    before, after = _cited(old), _cited(new)
    for name in dict.fromkeys([*after, *before]):
        if before.get(name) != after.get(name):
            yield CellChange("regulasi", name, "", before.get(name, ""), after.get(name, ""))


def _cited(folder: Folder) -> dict[str, str]:
    return {
        citation.key(entry): citation.cite(entry)
        for source in folder.regulasi.values()
        for entry in source.data["regulasi"]
    }


def _cells(old: Reading, new: Reading) -> Iterator[CellChange]:
    """The cells of the tables that are no plan: by the code or name of their row, and by the year they stand for."""
    for name in dict.fromkeys([*new.folder.tabel, *old.folder.tabel]):
        before, after = (_table(r.folder, name) for r in (old, new))
        known = dict(_codes(before))
        rows = _rows(before, old.folder.tahun, {}), _rows(after, new.folder.tahun, known)
        yield from _values(f"tabel/{name}.json", *rows, old, new)


def _table(folder: Folder, name: str) -> Any:
    source = folder.tabel.get(name)
    return source.data if source and source.data["jenis"] != "rencana-program" else {}


def _codes(data: Any) -> Iterator[tuple[str, str]]:
    """The names of rows by their codes."""
    for member in data.values() if isinstance(data, dict) else data:
        if isinstance(member, dict) and member.get("kode") and isinstance(member.get("nama"), str):
            yield member["kode"], member["nama"]
        if isinstance(member, dict | list):
            yield from _codes(member)


Cells = dict[tuple[str, int], Any]


def _rows(data: Any, tahun: int, known: dict[str, str]) -> dict[str, Cells]:
    """Row -> its cells by column, with a count where names come more than once; `known` are former names by code."""
    rows: dict[str, Cells] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for row, column, value in _named(data, "", "", known):
        title = walk.in_words(column, tahun)
        rows.setdefault(row, {})[title, counts[row, title]] = value
        counts[row, title] += 1
    return rows


def _values(
    file: str, before: dict[str, Cells], after: dict[str, Cells], old: Reading, new: Reading
) -> Iterator[CellChange]:
    another_year = old.folder.tahun != new.folder.tahun
    for row in dict.fromkeys([*after, *before]):
        if row not in before or row not in after:
            cells = _whole(before.get(row, {}), old), _whole(after.get(row, {}), new)
            yield CellChange(file, row, "seluruh baris", *cells)
            continue
        for key in dict.fromkeys([*after[row], *before[row]]):
            values = before[row].get(key), after[row].get(key)
            # A column that another year's table no longer has says nothing.
            if values[0] != values[1] and not (another_year and key not in after[row]):
                shown = [_value(value, key[0], r) for value, r in zip(values, (old, new), strict=True)]
                yield CellChange(file, row, key[0], *shown)


def _whole(cells: Cells, reading: Reading) -> str:
    """A row that stands on one side alone."""
    filled = {title: _value(value, title, reading) for (title, _), value in cells.items() if value is not None}
    return "; ".join(f"{title} {shown}" for title, shown in filled.items() if title not in {"nama", "usulan"})


def _value(value: Any, column: str, reading: Reading) -> str:
    if column in _YEARS:
        return str(value)
    return reading.printed(value) if isinstance(value, str) else _shown(value)


#: What is no amount, though a number.
_YEARS = {"tahun", "renstra awal", "renstra akhir"}


def _leaves(data: Any, column: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of the office's data with its path."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{column}/{key}")
        elif key != "$schema":
            yield f"{column}/{key}", value


def _named(data: Any, row: str, column: str, known: dict[str, str]) -> Iterator[tuple[str, str, Any]]:
    """Every value of a table: the name of its row, its path below that row, and the value."""
    if isinstance(data, dict):
        if isinstance(name := data.get("nama") or data.get("usulan"), str):
            row, column = known.get(data.get("kode") or "", name), ""
        for key, value in data.items():
            # Captions and notes are compared with the narrative.
            if key not in {"$schema", "keterangan"} and (key != "judul" or row or not isinstance(value, list)):
                yield from _named(value, row, f"{column}/{key}", known)
    elif isinstance(data, list) and (not data or any(isinstance(value, dict | list) for value in data)):
        for index, value in enumerate(data):
            yield from _named(value, row, column if isinstance(value, dict) else f"{column}/{index + 1}", known)
    else:
        yield row, column, data


def _words(key: str) -> str:
    return key.strip("/").replace("/", " ").replace("_", " ")


def _shown(value: Any) -> str:
    if value is None:
        return "…"
    if isinstance(value, list):
        return ", ".join(_shown(line) for line in value)
    return indonesian.angka(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else str(value)


# As people read it


def lines(found: Comparison) -> list[str]:
    """The comparison as text: changed rows only."""
    said = [f"{found.dari} → {found.ke}", f"Pagu seluruhnya: {_amounts(found.jumlah)}", "", "Program dan kegiatan:"]
    said += [f"  {_program_line(row)}" for row in found.program if row.perubahan != SAME] or ["  tidak berubah"]
    said += ["", "Naskah:"]
    said += list(_text_lines(found.naskah)) or ["  tidak berubah"]
    said += ["", "Isian lain:"]
    said += [
        f"  {c.berkas}: {' · '.join(filter(None, (c.baris, c.kolom)))}: {c.lama or '-'} → {c.baru or '-'}"
        for c in found.isian
    ] or ["  tidak berubah"]
    return said


def _program_line(row: Row) -> str:
    name = " ".join(filter(None, (row.kode, row.nama)))
    remark = f" ({row.keterangan})" if row.keterangan else ""
    return f"{row.perubahan:8} {row.tingkat} {name}: {_amounts(row)}{remark}"


def _amounts(row: Row) -> str:
    old, new = (_shown(amount) if amount is not None else "-" for amount in (row.lama, row.baru))
    if row.selisih is None:
        return f"{old} → {new}"
    sign = "+" if row.selisih > 0 else ""
    return f"{old} → {new} (selisih {sign}{indonesian.angka(row.selisih)}{', ' + row.persen if row.persen else ''})"


def _text_lines(changes: Iterable[TextChange]) -> Iterator[str]:
    section = ""
    for change in changes:
        if change.bagian != section:
            section = change.bagian
            yield f"  {section}"
        old, new = changed_words(change.lama, change.baru)
        if change.perubahan == MOVED:
            yield f"    pindah: {change.baru}"
            continue
        if change.lama:
            yield f"    - {_excerpt(old)}"
        if change.baru:
            yield f"    + {_excerpt(new)}"


#: A stretch of text, and whether it differs.
Stretch = tuple[str, bool]


def changed_words(old: str, new: str) -> tuple[list[Stretch], list[Stretch]]:
    """Both texts in stretches that differ or not, by their words; a text without another is one that does not."""
    if not old or not new:
        return [(old, False)], [(new, False)]
    words: list[list[str]] = [re.findall(r"\s*\S+", text) for text in (old, new)]
    sides: tuple[list[Stretch], list[Stretch]] = [], []
    for tag, i, j, k, m in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes():
        for side, stretch in zip(sides, (words[0][i:j], words[1][k:m]), strict=True):
            if stretch:
                side.append(("".join(stretch), tag != "equal"))
    return sides


#: So many words are shown around what differs in a long paragraph.
_AROUND = 6


def _excerpt(stretches: list[Stretch]) -> str:
    """What differs in a text, with a few words around it."""
    if not any(differs for _, differs in stretches):
        return "".join(text for text, _ in stretches)
    last = len(stretches) - 1
    shown = [
        text if differs else _shortened(text, at_start=index == 0, at_end=index == last)
        for index, (text, differs) in enumerate(stretches)
    ]
    return "".join(shown).strip()


def _shortened(text: str, *, at_start: bool, at_end: bool) -> str:
    words = re.findall(r"\s*\S+", text)
    before, after = ([] if at_start else words[:_AROUND]), ([] if at_end else words[-_AROUND:])
    if len(words) <= len(before) + len(after) + 1:
        return text
    return "".join(before) + " …" + "".join(after)


PROGRAM_HEADS = ("Kode", "Program, Kegiatan, Sub Kegiatan", "Lama (Rp)", "Baru (Rp)", "Selisih (Rp)", "%", "Keterangan")
TEXT_HEADS = ("Bagian", "Perubahan", "Lama", "Baru")
CELL_HEADS = ("Berkas", "Baris", "Isian", "Lama", "Baru")


def strong_rows(found: Comparison) -> frozenset[int]:
    """Which rows of the Word table are the total and the programs."""
    rows = enumerate((found.jumlah, *found.program))
    return frozenset(index for index, row in rows if row.tingkat in {"jumlah", "program"})


def text_rows(found: Comparison) -> list[tuple[str | list[Stretch], ...]]:
    """The rows of the Word table: what differs in a changed text stands apart."""
    return [(change.bagian, change.perubahan, *changed_words(change.lama, change.baru)) for change in found.naskah]


_STEPS_IN = {"kegiatan": "\u2003", "sub kegiatan": "\u2003\u2003"}


def program_rows(found: Comparison) -> list[tuple[str, ...]]:
    """The rows of the Word table, the total first."""
    return [
        (
            row.kode,
            _STEPS_IN.get(row.tingkat, "") + row.nama,
            *("" if amount is None else indonesian.angka(amount) for amount in (row.lama, row.baru, row.selisih)),
            row.persen,
            "; ".join(filter(None, ("" if row.perubahan in {SAME, CHANGED} else row.perubahan, row.keterangan))),
        )
        for row in (found.jumlah, *found.program)
    ]
