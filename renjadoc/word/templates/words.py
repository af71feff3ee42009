"""What Jinja and Python say of a broken template, in words of the secretariat and with the tags as they typed them."""

from __future__ import annotations

import re

_SYNTAX = (
    (r"unexpected 'end of .*'|Expected an expression, got 'end of .*'", "tanda tidak lengkap"),
    (r"Encountered unknown tag '(\w+)'.*", r"“\1” bukan tanda yang dikenal di tempat ini"),
    (r"Unexpected end of template.*", "ada for atau if yang tidak ditutup dengan endfor atau endif"),
    (r"expected token '(.+?)', got '(.+?)'.*", r"tanda tidak lengkap di dekat “\2”"),
    (r"unexpected char '?(.+?)'? at \d+.*", r"huruf “\1” tidak boleh ada dalam tanda"),
    (r"unexpected '(.+?)'.*", r"“\1” tidak pada tempatnya"),
    (r"Missing end of comment tag.*", "{# tidak ditutup dengan #}"),
    (r"No (?:filter|test) named '(\w+)'.*", r"“\1” tidak dikenal"),
    (r"Expected an expression, got '(.+?)'.*", r"nilai yang dimaksud tidak disebut, di dekat “\1”"),
    (r"Tag name expected", "nama tandanya tidak disebut"),
    (r"hitungan dengan .*", r"\g<0>"),
)
#: What a template was told of its narrow cells, see narrow_cells.
_TOLD = re.compile(r"\|(sel|angka)\(\d+\)")
_DEFAULT = "tanda ini tidak dapat dibaca"


class ValueUnfit(Exception):
    """A filter was given what it cannot print; the message is Indonesian."""

    def __init__(self, name: str, value: object) -> None:
        shown = " ".join(str(value).split())[:40]
        super().__init__(f"saringan “{name}” tidak dapat dipakai untuk “{shown}”")


def explain_message(message: str | None) -> str:
    """The message of an error of Jinja in Indonesian."""
    for pattern, said in _SYNTAX:
        if found := re.fullmatch(pattern, message or "", re.DOTALL):
            return found.expand(said)
    return _DEFAULT


def hide_rooms(text: str) -> str:
    """A text of the source as it stands in the template."""
    return _TOLD.sub(r"|\1", text)
