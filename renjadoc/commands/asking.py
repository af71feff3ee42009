"""What the commands that bring edits into a folder share: changes are shown, asked for, and written."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from renjadoc.problem import shorten_text
from renjadoc.terminal import say, say_lines, say_text

if TYPE_CHECKING:
    from renjadoc.edits.edit import Change
    from renjadoc.edits.plan import Plan
    from renjadoc.edits.shown import ShownPlaces

#: How each kind of change begins its line.
SIGNS = {"ubah": "~", "tambah": "+", "hapus": "-", "pindah": ">"}

_CAPTION = re.compile(r"/(?:judul|keterangan|catatan|sumber)\b")
_NUMBERS = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
#: What people write between numbers, and between the first and the last of several.
_BETWEEN, _UNTIL = re.compile(r"[,;\s]+"), re.compile(r"\s*(?:[-–—]|s\.?/?d\.?|sampai)\s*")
#: Where the choice of `--pilih` is kept until the plan is there; what stands for asking.
_CHOICE, _ASK = "renjadoc.pilih", "?"
#: So much is shown of a text in a line.
_LONGEST_SIDE = 160
#: Where the places of the folder are kept that lines of the report name.
_PLACES = "renjadoc.letak"

_Function = TypeVar("_Function", bound=Callable[..., Any])


def edit_options(function: _Function) -> _Function:
    """The options `ya`, `coba` and `shape`, which `settle_plan` takes; `--pilih` it finds itself."""
    ya = click.option("--ya", is_flag=True, help="Tulis tanpa bertanya.")
    coba = click.option("--coba", is_flag=True, help="Hanya tunjukkan; tidak ada yang ditulis.")
    choice = click.Choice(["teks", "json"])
    shape = click.option("--format", "shape", type=choice, default="teks", help="Bentuk laporan.")
    pilih = click.option(
        "--pilih", is_flag=False, flag_value=_ASK, metavar="[NOMOR]", expose_value=False, callback=_keep_choice,
        help="Hanya perubahan bernomor ini (misalnya 1,3-5, atau semua); tanpa nomor: ditanyakan.",
    )  # fmt: skip
    return ya(coba(pilih(shape(function))))


def _keep_choice(context: click.Context, _: click.Parameter, value: str | None) -> None:
    context.meta[_CHOICE] = value


def settle_plan(
    plan: Plan,
    write_lines: Callable[[], Iterable[str]],
    as_json: Callable[[], Any],
    *,
    ya: bool,
    coba: bool,
    shape: str,
    action: str,
) -> int:
    """Show a plan as text (`write_lines`) or JSON (`as_json`), ask, write; the exit code.

    `action` is what the history of the folder calls it. Raises ProblemsFound.
    """
    from renjadoc.edits import changeset

    if shape == "json":
        say_text(json.dumps(as_json(), ensure_ascii=False, indent=2))
    else:
        say_lines(write_lines())
    wanted = click.get_current_context().meta.get(_CHOICE)
    if wanted is not None and plan.edits:
        plan = _choose(plan, wanted, coba=coba, shape=shape)
    files = plan.files
    if files and not coba and (ya or _is_agreed(shape)):
        backup = changeset.write_files(plan.root, files, plan.read, datetime.now(), action, plan.taken)
        if shape == "teks":
            say(f"Selesai: {len(files)} berkas ditulis. Berkas lama disimpan di {backup}.")
    return 0 if plan.whole else 1


def _choose(plan: Plan, wanted: str, *, coba: bool, shape: str) -> Plan:
    """The plan with the chosen changes alone, by the numbers that this shows."""
    if shape == "teks":
        say_lines(_number_choices(plan))
    if wanted == _ASK and not coba and shape == "teks":
        question = "Nomor yang diambil (misalnya 1,3-5; kosong: tidak ada)"
        wanted = _ask(lambda: click.prompt(question, default="", show_default=False))
    if coba and wanted == _ASK:
        return plan
    return plan.take([number - 1 for number in _read_numbers(wanted, len(plan.choices))])


def _number_choices(plan: Plan) -> Iterator[str]:
    """What each number stands for: where a reader sees it, and what differs there."""
    told = [[change for edit in edits for change in edit.changes] for edits in plan.choices]
    times = Counter(id(change) for changes in told for change in changes)
    seen: set[int] = set()
    for number, changes in enumerate(told, 1):
        shared = [change for change in changes if times[id(change)] > 1]
        yield from (
            f"{'':>5} {_say_choice(plan.root, one)} (ikut dengan yang di bawahnya)"
            for one in shared
            if id(one) not in seen
        )
        seen.update(map(id, shared))
        own = (change for change in changes if times[id(change)] == 1)
        yield from (
            f"{'' if index else f'[{number}]':>5} {_say_choice(plan.root, one)}" for index, one in enumerate(own)
        )


def _say_choice(root: Path, change: Change) -> str:
    from renjadoc.words import changed_words, shorten_unchanged

    sides = map(shorten_unchanged, changed_words(change.old, change.new))
    values = " → ".join(dict.fromkeys(shorten_text(text, _LONGEST_SIDE) for text in sides if text))
    named = " ".join(part for part in (change.source, change.row, change.column) if part)
    return f"{SIGNS[change.kind]} {named or describe_place(root, change.file, change.pointer)}: {values}"


def _read_numbers(wanted: str, most: int) -> set[int]:
    """`1,3-5` or `semua` as numbers. Raises click.UsageError."""
    if wanted.strip().casefold() == "semua":
        return set(range(1, most + 1))
    numbers: set[int] = set()
    for part in filter(None, _BETWEEN.split(_UNTIL.sub("-", wanted.casefold()))):
        match = _NUMBERS.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= most:
            raise click.UsageError(f"--pilih: “{part}” bukan nomor perubahan; yang ada 1 sampai {most}.")
        numbers.update(range(first, last + 1))
    return numbers


def describe_change(root: Path, change: Change) -> str:
    """The first line on a change: its kind, where it comes from, where it stands, its column, who made it."""
    # Of a whole row the column is what sort of row it is, which its text tells.
    column = "" if change.kind in {"tambah", "hapus"} and _is_row(change) else change.column
    place = describe_place(root, change.file, _find_shown(change), column=column)
    authors = f" ({', '.join(change.authors)})" if change.authors else ""
    return "  ".join(filter(None, [f"{SIGNS[change.kind]} {change.kind}", change.source, place])) + authors


def _find_shown(change: Change) -> str:
    """The pointer that tells where a change is: a new row stands in its table, where now another row may stand."""
    return "" if change.kind == "tambah" and _is_row(change) else change.pointer


def _is_row(change: Change) -> bool:
    """Whether a change is about rows of a table or their cells, and not about what stands around them."""
    return change.file.startswith("tabel/") and not _CAPTION.match(change.pointer)


def describe_place(root: Path, file: str, pointer: str, *, row: str = "", column: str = "") -> str:
    """Where a reader sees what stands, or will stand, at a pointer of a file; the file behind it."""
    return _read_places(root).describe(file, pointer, row, column)


def _read_places(root: Path) -> ShownPlaces:
    """The places of the folder that the command works on, read once a command."""
    from renjadoc.edits.shown import ShownPlaces

    meta = click.get_current_context().meta
    if _PLACES not in meta:
        meta[_PLACES] = ShownPlaces(root)
    places: ShownPlaces = meta[_PLACES]
    return places


def _is_agreed(shape: str) -> bool:
    # A program that reads JSON cannot be asked.
    return shape == "teks" and bool(_ask(lambda: click.confirm("Tulis perubahan ini?", default=False)))


def _ask(question: Callable[[], Any]) -> Any:
    """The answer; where nobody can give one, because the input is closed, that is the end of the command."""
    try:
        return question()
    except (RuntimeError, ValueError, OSError) as error:
        raise click.Abort from error
