"""A table in another form: what its file has to say then; nothing that it said is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from renjadoc.checks import walk
from renjadoc.content.folder import Folder
from renjadoc.content.load import Source
from renjadoc.content.pointers import join, row_name
from renjadoc.edits import changeset
from renjadoc.edits.edit import ADDED, CHANGED, Change, Edit
from renjadoc.edits.plan import Plan
from renjadoc.edits.stamps import stamp_folder
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.tables.kind import GONE, Unchangeable, pattern_name
from renjadoc.tables.kinds import KINDS
from renjadoc.tables.layout import Column, Entry, Node, walk_rows
from renjadoc.word.templates.template import Template

#: What the form is called that says no `bentuk`.
FIRST = "semula"
#: Stands for every table of the folder.
ALL_TABLES = "tabel"


def plan_form(root: Path, table: str, form: str) -> Plan:
    """What is written to give `table` (or every table that has it) the form called `form`. Raises ProblemsFound."""
    read = stamp_folder(root)
    folder = changeset.read_for_edits(root).folder
    wanted = None if form == FIRST else form
    name = Path(table).name.removesuffix(".json")
    chosen = _find_tables(folder, name, wanted)
    plan = Plan(root, read)
    for source in chosen:
        plan.edits += reshape_table(folder, source, wanted)
        plan.notes += _tell_pattern(folder, source, wanted)
    hint = "Tidak ada yang ditulis."
    changeset.check_texts(folder, plan.files, "bentuk baru", hint)
    return plan


def _tell_pattern(folder: Folder, source: Source, form: str | None) -> list[str]:
    """What to do where the folder has a template of its own that does not print this form yet."""
    path = folder.root / folder.facts["templat"]
    wanted = pattern_name(source.data["jenis"], form)
    is_drawn = KINDS[source.data["jenis"]].print_rows is None
    if is_drawn or not path.is_file() or wanted in Template(path, path.name).patterns:
        return []
    return [f"templat {path.name} belum mempunyai pola tabel “{wanted}”; salin dari templat bawaan (docs/templat.md)"]


def _find_tables(folder: Folder, name: str, form: str | None) -> list[Source]:
    """The tables that are meant and have such a form."""
    if name != ALL_TABLES and name not in folder.tabel:
        hint = f"Yang ada: {', '.join(sorted(folder.tabel)) or 'belum ada tabel'}; “{ALL_TABLES}” berarti semuanya."
        raise _refuse(folder, "RJ030", f"tabel “{name}” tidak ada", hint)
    named = [source for stem, source in sorted(folder.tabel.items()) if name in {stem, ALL_TABLES}]
    fitting = [source for source in named if form is None or form in KINDS[source.data["jenis"]].forms]
    if not fitting:
        forms = {one for source in named for one in KINDS[source.data["jenis"]].forms}
        hint = f"Pilihan: {', '.join([FIRST, *sorted(forms)])}."
        message = f"tabel “{name}” tidak mempunyai bentuk “{form}”"
        raise _refuse(folder, "RJ030", message if name != ALL_TABLES else f"tidak ada tabel berbentuk “{form}”", hint)
    return fitting


def _refuse(folder: Folder, code: str, message: str, hint: str) -> ProblemsFound:
    return ProblemsFound([Problem(code, Location(folder.name), message, hint)])


def reshape_table(folder: Folder, source: Source, form: str | None) -> Iterator[Edit]:
    """The edits that give a table another form (None: the first). Raises ProblemsFound where it cannot hold it."""
    data, kind = source.data, KINDS[source.data["jenis"]]
    if data.get("bentuk") == form:
        return
    file = folder.relative(source)
    told = Change(CHANGED, file, "/bentuk", data.get("bentuk", FIRST), form or FIRST, column="bentuk")
    if form is None:
        yield Edit(file, "/bentuk", "remove", changes=(told,))
    else:
        yield Edit(file, "/bentuk", "set", form, behind="jenis", changes=(told,))
    try:
        rewritten = list(kind.rewrite(data, form))
    except Unchangeable as error:
        raise ProblemsFound([source.problem("RJ030", error.pointer, error.message, error.hint)]) from error
    for pointer, value in rewritten:
        what = "dihitung" if value is GONE else "ditulis ulang"
        told = Change(CHANGED, file, pointer, new=what, row=row_name(data, pointer))
        if value is GONE:
            yield Edit(file, pointer, "remove", changes=(told,))
        else:
            yield Edit(file, pointer, "set", value, changes=(told,))
    yield from _fill(folder, source, {**data, "bentuk": form}, {pointer for pointer, _ in rewritten})


def _fill(folder: Folder, source: Source, data: Node, rewritten: set[str]) -> Iterator[Edit]:
    """The cells that the new form wants and the rows do not have, nor get by what is `rewritten`: open."""
    kind, file = KINDS[data["jenis"]], folder.relative(source)
    layout = kind.lay_out(data, folder)
    for row in walk_rows(layout.levels, layout.unfold(data)):
        level = layout.levels[row.depth]
        entries = [(column, entry) for column, entry in layout.entries(level) if not entry.optional]
        has_own = any(entry.own and entry.is_in(row.node) for _, entry in entries)
        entries = [pair for pair in entries if row.pointer + pair[1].pointer not in rewritten]
        lacking = [pair for pair in entries if not pair[1].is_in(row.node) and (has_own or not pair[1].own)]
        name = str(row.node.get(level.title, ""))
        for pointer, value in _group_keys(row.node, lacking):
            # The report says of what is new in a table only what it is: its text names the row and the cell.
            said = f"{name}: {walk.in_words(pointer, folder.tahun)} (belum diisi)"
            change = Change(ADDED, file, row.pointer + pointer, new=said, row=name)
            yield Edit(file, row.pointer + pointer, "set", value, changes=(change,))


def _group_keys(node: Node, lacking: Iterable[tuple[Column, Entry]]) -> Iterator[tuple[str, Any]]:
    """The keys to add to a row: an object that is not there yet is added whole."""
    objects: dict[str, dict[str | int, Any]] = defaultdict(dict)
    for column, entry in lacking:
        *above, last = entry.keys
        value = f"[[{column.id}]]" if entry.kind.required else entry.kind.blank
        if above and above[0] not in node:
            objects[join("", above[0])][last] = value
        else:
            yield entry.pointer, value
    yield from objects.items()
