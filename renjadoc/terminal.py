"""Says something on the terminal: the one place, so that nothing from a file can give the terminal orders."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

#: Control characters but line ends and tabs (also those of eight bits), and what turns the direction of writing.
_ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


#: In place of the line ends of a name or a value, behind which a line of ours could be forged.
_LINE_END = " ↵ "
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")


def say(line: str, *, err: bool = False) -> None:
    """Print one line, to the error stream with `err`; what it holds of a file makes no other."""
    say_lines([line], err=err)


def say_lines(lines: Iterable[str], *, err: bool = False) -> None:
    """Print lines, of which none makes another."""
    say_text("\n".join(_LINE_ENDS.sub(_LINE_END, line) for line in lines), err=err)


def say_text(text: str, *, err: bool = False) -> None:
    """Print a text whose line ends are ours: JSON, a page of the manual."""
    click.echo(neutralize(text), err=err)


def neutralize(text: str) -> str:
    """The text with its control characters written out (`\\u001b`), which in JSON means the same."""
    return _ORDERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
