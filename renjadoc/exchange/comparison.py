"""What differs between two content folders: narrative by section, programs with their amounts, all other values.

The narrative is compared as it is written, so that a paragraph whose year comes from a placeholder is the same
paragraph in both years; it is shown as it is printed.
"""

from __future__ import annotations

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
        list(_texts(old, new)),
        list(_programs(_nodes(old), _nodes(new))),
        [*_office(old.folder, new.folder), *_regulations(old.folder, new.folder), *_cells(old.folder, new.folder)],
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


def _programs(old: list[_Node], new: list[_Node]) -> Iterator[Row]:
    """New rows in their order, then what is gone."""
    partner = _partners(old, new)
    for place, node in enumerate(new):
        before = partner.get(place)
        if before is None:
            yield _row(node.level, node.code, node.data["nama"], None, node.pagu, ADDED, "")
        else:
            moved = node.parent >= 0 and partner.get(node.parent) != old[before].parent
            above = old[old[before].parent].data["nama"] if moved else ""
            yield _matched(old[before], node, above)
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


def _matched(old: _Node, new: _Node, moved_from: str) -> Row:
    remarks = [f"dahulu di bawah {moved_from}"] if moved_from else []
    if old.name != new.name:
        remarks.append(f"dahulu bernama {old.data['nama']}")
    if old.code != new.code:
        remarks.append(f"dahulu berkode {old.code or '-'}")
    remarks += [
        f"{_words(key)}: {_shown(old.data[key])} → {_shown(new.data[key])}"
        for key in ("indikator", "target", "lokasi", "sumber_dana")
        if key in new.data and key in old.data and old.data[key] != new.data[key]
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
    """The passages that differ, section by section; sections are the same if their headings are."""
    before, after = _sections(old), _sections(new)
    for title in dict.fromkeys([*after, *before]):
        yield from _differences(before.get(title, []), after.get(title, []))


def _sections(reading: Reading) -> dict[str, list[Passage]]:
    """The passages of the chapters by the written heading of their section."""
    found: dict[str, list[Passage]] = {}
    for passage in reading.passages:
        if passage.section is not None and passage.kind in {"judul", "paragraf", "butir", "kutipan"}:
            title = " ".join(str(passage.section.data["judul"]).casefold().split())
            found.setdefault(f"{passage.section.level} {title}", []).append(passage)
    return found


def _differences(old: list[Passage], new: list[Passage]) -> Iterator[TextChange]:
    written = [[marks.value(p.source.data, p.pointer) for p in side] for side in (old, new)]
    matcher = SequenceMatcher(None, written[0], written[1], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = min(j - i, m - k) if tag == "replace" else 0
        for step in range(pairs):
            yield _change(old[i + step], new[k + step])
        yield from (_change(passage, None) for passage in old[i + pairs : j])
        yield from (_change(None, passage) for passage in new[k + pairs : m])


def _change(old: Passage | None, new: Passage | None) -> TextChange:
    passage = new or old
    if passage is None or passage.section is None:
        raise ValueError("a change needs a passage")
    kind = CHANGED if old and new else ADDED if new else REMOVED
    section = f"{passage.section.number} {passage.section.data['judul']}"
    return TextChange(section, kind, old.text if old else "", new.text if new else "")


# The rest


def _office(old: Folder, new: Folder) -> Iterator[CellChange]:
    yield from _values("dokumen.json", old.dokumen.data, new.dokumen.data)


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


def _cells(old: Folder, new: Folder) -> Iterator[CellChange]:
    """The cells of the tables that are no plan, by the name of their row."""
    for name in dict.fromkeys([*new.tabel, *old.tabel]):
        before, after = (f.tabel[name].data if name in f.tabel else {} for f in (old, new))
        if "rencana-program" not in {before.get("jenis"), after.get("jenis")}:
            yield from _values(f"tabel/{name}.json", before, after)


def _values(file: str, old: Any, new: Any) -> Iterator[CellChange]:
    before, after = _flat(old), _flat(new)
    for key in dict.fromkeys([*after, *before]):
        if before.get(key) != after.get(key):
            row, column, _ = key
            is_year = column.endswith(("/tahun", "/awal", "/akhir"))
            shown = [str(v) if is_year else _shown(v) for v in (before.get(key), after.get(key))]
            yield CellChange(file, row, _words(column), *shown)


def _flat(data: Any) -> dict[tuple[str, str, int], Any]:
    """Every value by the name of its row, its path below that row, and a count where both are not enough."""
    found: dict[tuple[str, str, int], Any] = {}
    for row, column, value in _named(data, "", ""):
        count = 0
        while (row, column, count) in found:
            count += 1
        found[row, column, count] = value
    return found


def _named(data: Any, row: str, column: str) -> Iterator[tuple[str, str, Any]]:
    if isinstance(data, dict):
        if isinstance(name := data.get("nama") or data.get("usulan"), str):
            row, column = name, ""
        for key, value in data.items():
            if key not in {"$schema", "nama"}:
                yield from _named(value, row, f"{column}/{key}")
    elif isinstance(data, list) and any(isinstance(value, dict | list) for value in data):
        for index, value in enumerate(data):
            yield from _named(value, row, column if isinstance(value, dict) else f"{column}/{index + 1}")
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
        if change.lama:
            yield f"    - {change.lama}"
        if change.baru:
            yield f"    + {change.baru}"


PROGRAM_HEADS = ("Kode", "Program, Kegiatan, Sub Kegiatan", "Lama (Rp)", "Baru (Rp)", "Selisih (Rp)", "%", "Keterangan")
TEXT_HEADS = ("Bagian", "Perubahan", "Lama", "Baru")
CELL_HEADS = ("Berkas", "Baris", "Isian", "Lama", "Baru")


def strong_rows(found: Comparison) -> frozenset[int]:
    """Which rows of the Word table are the total and the programs."""
    rows = enumerate((found.jumlah, *found.program))
    return frozenset(index for index, row in rows if row.tingkat in {"jumlah", "program"})


def program_rows(found: Comparison) -> list[tuple[str, ...]]:
    """The rows of the Word table, the total first."""
    return [
        (
            row.kode,
            row.nama,
            *("" if amount is None else indonesian.angka(amount) for amount in (row.lama, row.baru, row.selisih)),
            row.persen,
            "; ".join(filter(None, ("" if row.perubahan == SAME else row.perubahan, row.keterangan))),
        )
        for row in (found.jumlah, *found.program)
    ]
