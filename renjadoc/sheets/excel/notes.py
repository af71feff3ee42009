"""Notes and threaded comments that somebody hung on cells of a workbook, and text boxes laid over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from renjadoc.word.packages.package import Parts
from renjadoc.word.packages.relations import relations_of

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
#: Excel hangs a note of this author beside each threaded comment, for programs that know none.
_TWIN = "tc="


class CellNote(NamedTuple):
    """What somebody noted on a cell: its row and column (from 1), who and when (ISO; empty where nobody says)."""

    row: int
    column: int
    author: str
    date: str
    text: str
    done: bool = False


def read_notes(parts: Parts, sheet: str) -> list[CellNote]:
    """The notes of a sheet's part, threads in their order. Raises ElementTree.ParseError."""
    found: list[CellNote] = []
    for relation in relations_of(parts, sheet):
        data = parts.get(relation.target, b"")
        if relation.kind == "comments" and data:
            found += _read_plain(ElementTree.fromstring(data))
        elif relation.kind == "threadedComment" and data:
            found += _read_threads(ElementTree.fromstring(data), _read_persons(parts))
    return found


def read_boxes(parts: Parts, sheet: str) -> list[str]:
    """What the text boxes and shapes of a sheet's part say, each in one line. Raises ElementTree.ParseError."""
    drawings = [parts.get(one.target, b"") for one in relations_of(parts, sheet) if one.kind == "drawing"]
    bodies = (body for data in filter(None, drawings) for body in _named(ElementTree.fromstring(data), "txBody"))
    # Of a shape there may be a second writing, for older programs.
    return list(dict.fromkeys(filter(None, map(_join_lines, bodies))))


def _join_lines(body: ElementTree.Element) -> str:
    lines = ("".join(piece.text or "" for piece in _named(line, "t")) for line in _named(body, "p"))
    return " ".join(" ".join(lines).split())


def _read_plain(root: ElementTree.Element) -> Iterator[CellNote]:
    authors = [element.text or "" for element in _named(root, "author")]
    for element in _named(root, "comment"):
        number = element.get("authorId", "")
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        text = "".join(piece.text or "" for body in _named(element, "text") for piece in _named(body, "t")).strip()
        text = text.removeprefix(f"{author}:").strip() if author else text
        if text and not author.startswith(_TWIN) and (place := _find_place(element)):
            yield CellNote(*place, author, "", text)


def _read_threads(root: ElementTree.Element, persons: dict[str, str]) -> Iterator[CellNote]:
    done = {element.get("id") for element in _named(root, "threadedComment") if element.get("done") in {"1", "true"}}
    for element in _named(root, "threadedComment"):
        text = "".join(piece.text or "" for piece in _named(element, "text")).strip()
        if text and (place := _find_place(element)):
            author = persons.get(element.get("personId", ""), "")
            is_done = bool({element.get("id"), element.get("parentId")} & done)
            yield CellNote(*place, author, element.get("dT", "")[:10], text, is_done)


def _read_persons(parts: Parts) -> dict[str, str]:
    files = (data for name, data in parts.items() if name.startswith("xl/persons/") and name.endswith(".xml"))
    people = (person for data in files for person in _named(ElementTree.fromstring(data), "person"))
    return {person.get("id", ""): person.get("displayName", "") for person in people}


def _find_place(element: ElementTree.Element) -> tuple[int, int] | None:
    match = _ADDRESS.fullmatch(element.get("ref", ""))
    return (int(match[2]), column_number(match[1])) if match else None


def column_number(letters: str) -> int:
    """The number of a column, `A` -> 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _named(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)
