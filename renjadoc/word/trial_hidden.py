"""Takes out of a part that was filled for trial what nobody sees: hidden or white letters, flat rows and lines."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from renjadoc.word.letter_colours import LetterColours
from renjadoc.word.text_looks import LOWEST_ROW, SMALLEST, find_hidden_styles, find_tiny_styles

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What older programs show in the place of what stands before it: the same once more.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "off")
#: Nothing is seen of a line of a lower fixed height (twentieths of a point).
_LOWEST_LINE = 60
#: What is set in further from an edge is on no page of ours (A3 is 16838 wide); in twentieths of a point.
_FURTHEST = 17_000


def drop_unseen(root: Any, styles: bytes) -> None:
    """Change the tree of a part so that it holds no more than what is shown; `styles` is the part of the styles."""
    hidden, tiny, colours = find_hidden_styles(styles), find_tiny_styles(styles), LetterColours(styles)
    unseen = [*root.iter(_FALLBACK), *filter(_is_hidden_row, root.iter(f"{_W}tr"))]
    # A cell that goes on with the one above shows only what that one says.
    for merged in root.iter(f"{_W}vMerge"):
        if merged.get(f"{_W}val") in (None, "continue"):
            unseen += merged.getparent().getparent().iter(f"{_W}r")
    unseen += [run for one in root.iter(f"{_W}p") if _is_flat_or_outside(one) for run in one.iter(f"{_W}r")]
    for run in root.iter(f"{_W}r"):
        is_hidden = _is_on(run, "rPr", "vanish") or _is_hidden_by_style(run, hidden)
        if is_hidden or _is_tiny(run, tiny) or colours.is_unseen(run):
            unseen.append(run)
    for one in unseen:
        if one.getparent() is not None:
            one.getparent().remove(one)


def _is_on(element: Any, properties: str, name: str) -> bool:
    stated = element.find(f"{_W}{properties}/{_W}{name}")
    return stated is not None and stated.get(f"{_W}val") not in _OFF


def _is_hidden_row(row: Any) -> bool:
    height = row.find(f"{_W}trPr/{_W}trHeight")
    is_flat = height is not None and height.get(f"{_W}hRule") == "exact" and _read(height) < LOWEST_ROW
    return is_flat or _is_on(row, "trPr", "hidden")


def _is_flat_or_outside(paragraph: Any) -> bool:
    spacing, indent = (paragraph.find(f"{_W}pPr/{_W}{name}") for name in ("spacing", "ind"))
    is_flat = (
        spacing is not None and spacing.get(f"{_W}lineRule") == "exact" and 0 < _read(spacing, "line") < _LOWEST_LINE
    )
    return is_flat or (indent is not None and max(_read(indent, side) for side in ("left", "start")) > _FURTHEST)


def _is_tiny(run: Any, styles: Container[str]) -> bool:
    size = run.find(f"{_W}rPr/{_W}sz")
    if size is not None:
        return 0 < _read(size) < SMALLEST
    return any(named in styles for named in _name_styles(run))


def _name_styles(run: Any) -> Iterator[str]:
    """The styles of a run, the nearest first."""
    paragraph = next(run.iterancestors(f"{_W}p"), None)
    named = [run.find(f"{_W}rPr/{_W}rStyle"), None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle")]
    return (one.get(f"{_W}val") or "" for one in named if one is not None)


def _read(element: Any, name: str = "val") -> int:
    stated = element.get(f"{_W}{name}") or ""
    return int(stated) if stated.isdecimal() else 0


def _is_hidden_by_style(run: Any, hidden: Mapping[str, bool]) -> bool:
    own = run.find(f"{_W}rPr/{_W}vanish")
    if own is not None:
        return False
    said = (hidden.get(one) for one in _name_styles(run))
    return next((one for one in said if one is not None), False)
