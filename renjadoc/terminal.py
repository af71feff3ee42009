"""Says something on the terminal: the one place, so that nothing from a file can give the terminal orders."""

from __future__ import annotations

import re

import click

#: Control characters but line ends and tabs (also those of eight bits), and what turns the direction of writing.
_ORDERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def say(text: str, *, err: bool = False) -> None:
    """Print `text` and a line end, to the error stream with `err`."""
    click.echo(neutralize(text), err=err)


def neutralize(text: str) -> str:
    """The text with its control characters written out (`\\u001b`), which in JSON means the same."""
    return _ORDERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
