"""Reads one JSON file of a content folder: bytes to data, with every fault of syntax located."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from renjadoc import opening
from renjadoc.content import slips
from renjadoc.content.positions import Positions
from renjadoc.problem import Location, Problem, say_refusal

#: A whole year's table of a province with tens of thousands of rows stays far below this.
MAX_BYTES = 32 * 1024 * 1024
#: What takes far more memory than room in the file: objects, lists, members; 60,000 rows have half of this.
_BOUNDS = {"{": 500_000, "[": 1_000_000, ",": 3_000_000}
#: A file below this cannot hold so many.
_LONG = 2_000_000
#: A number has no more digits, and no larger exponent; what is printed would fill pages, or the memory.
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?")

# What XML 1.0 cannot carry, as characters and as JSON escapes: sought in the raw text, one search a good file.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\(?:u(?:00[01]|[dD][89a-fA-F]|[fF]{3})|[bf])")


class Source:
    """One content file: its path, its name as the user sees it, its text (LF line ends, no BOM) and its data."""

    def __init__(self, path: Path, name: str, text: str, data: Any = None) -> None:
        self.path = path
        self.name = name
        self.text = text
        self.data = data

    @cached_property
    def positions(self) -> Positions:
        return Positions(self.text)

    def at(self, pointer: str = "", *, key: bool = False, match: str = "") -> Location:
        """The location of a JSON pointer in this file.

        `key` asks for its key instead of its value; `match` for the place of that text within the value, which stands
        on one line as every JSON text does. Where the text is written with escapes, the value's start must do.
        """
        offset = self.positions.find_offset(pointer, key=key)
        if match:
            found = self.text.find(match, offset, offset + self.positions.value_length(offset))
            offset = max(found, offset)
        line, column = self.positions.line_column(offset)
        return Location(self.name, line, column, pointer)

    def raw(self, pointer: str) -> str:
        """The value at a pointer as it is written."""
        start = self.positions.find_offset(pointer)
        return self.text[start : start + self.positions.value_length(start)]

    def problem(self, code: str, pointer: str, message: str, hint: str = "", *, key: bool = False) -> Problem:
        return Problem(code, self.at(pointer, key=key), message, hint)


def load_source(path: Path, name: str, within: Path | None = None) -> tuple[Source | None, list[Problem]]:
    """Read `path`; the source (None if it cannot be parsed) and everything wrong with its bytes and syntax.

    A file of a content folder has to lie `within` it.
    """
    try:
        raw = opening.read_file(path, MAX_BYTES, within)
    except opening.TooLarge as error:
        return None, [Problem("RJ007", Location(name), f"berkas {say_refusal(error)}", "Bagi tabelnya.")]
    except OSError as error:
        hint = "Periksa nama berkas dan hak bacanya."
        return None, [Problem("RJ004", Location(name), f"berkas tidak dapat dibaca ({say_refusal(error)})", hint)]
    return parse_source(raw, path, name)


def parse_source(raw: bytes, path: Path, name: str) -> tuple[Source | None, list[Problem]]:
    """Bytes to a source; see `load`."""
    try:
        text = raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return None, [_encoding_problem(raw, error, name)]
    # Few files come with Windows' line ends, or with escapes; a single character is sought at the speed of memory.
    return _parse_text(Source(path, name, text.replace("\r\n", "\n") if "\r" in text else text))


def _encoding_problem(raw: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = error.start - (before.rfind(b"\n") + 1) + 1
    return Problem(
        "RJ002",
        Location(name, line, column),
        "berkas tidak disimpan sebagai UTF-8",
        "Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8.",
    )


class _Trouble(Exception):
    """Something that the decoder accepts and we do not; the careful scan then says what and where."""


def _build_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Trouble
    return members


def _refuse_constant(_: str) -> None:
    raise _Trouble


def _read_number(text: str) -> Decimal:
    if _NUMBER.fullmatch(text) is None:
        raise _Trouble
    return Decimal(text)


def _parse_text(source: Source) -> tuple[Source | None, list[Problem]]:
    if len(source.text) > _LONG and any(source.text.count(sign) > most for sign, most in _BOUNDS.items()):
        hint = "Bagi isinya menjadi beberapa berkas."
        return None, [Problem("RJ007", Location(source.name), "isi berkas ini terlalu banyak", hint)]
    try:
        source.data = json.loads(
            source.text, object_pairs_hook=_build_object, parse_float=_read_number, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        return None, [_syntax_problem(error, source)]
    except RecursionError:
        return None, [_too_deep(source.name)]
    except (_Trouble, ValueError, ArithmeticError):
        # ValueError: a whole number of thousands of digits; ArithmeticError: an absurd exponent.
        return None, _find_syntax_fault(source) or _scan_text(source)
    if _is_suspect(source.text):
        return source, _scan_text(source)
    return source, []


def _is_suspect(text: str) -> bool:
    """Whether the text may hold what XML cannot carry; each search runs at the speed of memory."""
    if not text.isascii() and ("\ufffe" in text or "\uffff" in text):
        return True
    return "\\" in text and _ESCAPED.search(text) is not None


def _syntax_problem(error: json.JSONDecodeError, source: Source) -> Problem:
    slip = slips.explain_slip(source.text, error)
    line, column = source.positions.line_column(slip.offset)
    hint = "Perbaiki di tempat ini; editor seperti VS Code menandainya dengan garis merah."
    return Problem("RJ001", Location(source.name, line, column), f"bukan JSON yang sah: {slip.message}", hint)


def _find_syntax_fault(source: Source) -> list[Problem]:
    """Syntax that is wrong behind what stopped the decoder before it came there."""
    try:
        json.loads(source.text)
    except json.JSONDecodeError as error:
        return [_syntax_problem(error, source)]
    except (RecursionError, ValueError):
        return []  # The careful scan says these.
    return []


def _too_deep(name: str) -> Problem:
    return Problem("RJ007", Location(name), "isi bersarang terlalu dalam", "Kurangi kurung yang bertumpuk.")


def _scan_text(source: Source) -> list[Problem]:
    """The careful look at a text that the decoder reads but that holds doubled keys, bad numbers or bad characters."""
    problems: list[Problem] = []
    try:
        for pointer, offset in source.positions.walk_offsets():
            problems += _doubled_keys(source, pointer, offset)
            problems += _bad_scalar(source, pointer, offset)
    except RecursionError:
        return [_too_deep(source.name)]
    except ValueError as error:
        return [Problem("RJ006", Location(source.name), "ada angka yang terlalu panjang", str(error)[:80])]
    return problems


def _doubled_keys(source: Source, pointer: str, offset: int) -> list[Problem]:
    if source.text[offset] != "{":
        return []
    seen: set[str] = set()
    problems = []
    for child in source.positions.read_children(offset):
        if child.key in seen:
            line, column = source.positions.line_column(child.key_offset)
            message = f"isian “{child.key}” tertulis dua kali di antara kurung yang sama"
            hint = "Hapus salah satunya; komputer hanya akan memakai yang terakhir."
            problems.append(Problem("RJ003", Location(source.name, line, column, pointer), message, hint))
        seen.add(child.key)
    return problems


def _bad_scalar(source: Source, pointer: str, offset: int) -> list[Problem]:
    if source.text[offset] in "{[":
        return []
    value = source.positions.read_value(offset)
    if isinstance(value, float) and not (-1e15 < value < 1e15 and _NUMBER.fullmatch(source.raw(pointer))):
        hint = "Tulis angka biasa, atau null bila belum ada."
        return [source.problem("RJ006", pointer, "angka ini bukan angka yang sah", hint)]
    if isinstance(value, str) and (found := _FORBIDDEN.search(value)):
        message = f"teks memuat karakter yang tidak dapat dicetak (U+{ord(found[0]):04X})"
        hint = f"Hapus karakter itu; letaknya sesudah “{value[max(0, found.start() - 20) : found.start()]}”."
        return [source.problem("RJ005", pointer, message, hint)]
    return []
