"""Takes out of a part that was filled for trial what nobody sees: hidden letters, flat rows, boxes beside the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from renjadoc.word.names import MC, W, read_switch, read_whole
from renjadoc.word.templates.letter_colours import LetterColours
from renjadoc.word.templates.letter_shapes import LetterShapes
from renjadoc.word.templates.text_looks import LOWEST_ROW, find_hidden_styles
from renjadoc.word.trial.beside_paper import find_beside_paper

#: What older programs show in the place of what stands before it: the same once more.
_FALLBACK = f"{MC}Fallback"
#: Nothing is seen of a line of a lower fixed height (twentieths of a point), nor of less than a quarter of one (240).
_LOWEST_LINE = 60
#: What is set in further from an edge is on no page of ours (A3 is 16838 wide), nor what is set out so far beyond the
#: margin; in twentieths of a point.
_FURTHEST, _FURTHEST_OUT = 17_000, 3_000
#: What holds rows or cells of a table and is none of them.
_CONTROLS = (f"{W}sdt", f"{W}customXml", f"{W}smartTag")


def drop_unseen(root: Any, styles: bytes, body: Any) -> None:
    """Change the tree of a part so that it holds no more than what is shown.

    `styles` is the part of the styles, `body` the tree of the text, which may be the part itself.
    """
    _open_controls(root)
    hidden, shapes, colours = find_hidden_styles(styles), LetterShapes(styles), LetterColours(styles)
    unseen = [*root.iter(_FALLBACK), *filter(_is_hidden_row, root.iter(f"{W}tr"))]
    # A cell that goes on with the one above shows only what that one says.
    for merged in root.iter(f"{W}vMerge"):
        if merged.get(f"{W}val") in (None, "continue"):
            unseen += merged.getparent().getparent().iter(f"{W}r")
    unseen += [run for one in find_beside_paper(root, body) for run in one.iter(f"{W}r")]
    unseen += [run for one in root.iter(f"{W}p") if _is_flat_or_outside(one) for run in one.iter(f"{W}r")]
    for run in root.iter(f"{W}r"):
        is_hidden = read_switch(run.find(f"{W}rPr"), "vanish") or _is_hidden_by_style(run, hidden)
        if is_hidden or shapes.is_unread(run) or colours.is_unseen(run):
            unseen.append(run)
    for one in unseen:
        if one.getparent() is not None:
            one.getparent().remove(one)


def _open_controls(root: Any) -> None:
    """Put rows and cells that stand in a content control in its place: it draws nothing itself."""
    for control in list(root.iter(*_CONTROLS)):
        held = control.find(f"{W}sdtContent") if control.tag == f"{W}sdt" else control
        if control.getparent().tag in (f"{W}tbl", f"{W}tr") and held is not None:
            for one in [one for one in held if one.tag in (f"{W}tr", f"{W}tc")]:
                control.addprevious(one)
            control.getparent().remove(control)


def _is_hidden_row(row: Any) -> bool:
    height = row.find(f"{W}trPr/{W}trHeight")
    is_flat = (
        height is not None and height.get(f"{W}hRule") == "exact" and read_whole(height.get(f"{W}val")) < LOWEST_ROW
    )
    return is_flat or bool(read_switch(row.find(f"{W}trPr"), "hidden"))


def _is_flat_or_outside(paragraph: Any) -> bool:
    spacing, indent = (paragraph.find(f"{W}pPr/{W}{name}") for name in ("spacing", "ind"))
    is_flat = (
        spacing is not None
        and spacing.get(f"{W}lineRule") != "atLeast"
        and 0 < read_whole(spacing.get(f"{W}line")) < _LOWEST_LINE
    )
    return is_flat or (indent is not None and _is_outside(indent, _find_cell_width(paragraph)))


def _is_outside(indent: Any, cell: int) -> bool:
    """Whether a paragraph begins beside its cell (0 for none), or beside the paper."""
    left, start, further, less = (_read_signed(indent, name) for name in ("left", "start", "firstLine", "hanging"))
    left = left or start
    first = left + further - less
    return max(left, first) >= (cell or _FURTHEST) or min(left, first) <= -(cell or _FURTHEST_OUT)


def _read_signed(element: Any, name: str) -> int:
    stated = element.get(f"{W}{name}") or ""
    return -read_whole(stated[1:]) if stated.startswith("-") else read_whole(stated)


def _find_cell_width(paragraph: Any) -> int:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    width = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    return 0 if width is None or width.get(f"{W}type") not in (None, "dxa") else _read_signed(width, "w")


def _name_styles(run: Any) -> Iterator[str]:
    """The styles of a run, the nearest first."""
    paragraph = next(run.iterancestors(f"{W}p"), None)
    named = [run.find(f"{W}rPr/{W}rStyle"), None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")]
    return (one.get(f"{W}val") or "" for one in named if one is not None)


def _is_hidden_by_style(run: Any, hidden: Mapping[str, bool]) -> bool:
    own = run.find(f"{W}rPr/{W}vanish")
    if own is not None:
        return False
    said = (hidden.get(one) for one in _name_styles(run))
    return next((one for one in said if one is not None), False)
