"""Takes out of a part that was filled for trial what nobody sees: hidden or white letters, flat rows and lines."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from renjadoc.word.letter_colours import LetterColours
from renjadoc.word.names import MC, W, read_switch, read_whole
from renjadoc.word.text_looks import LOWEST_ROW, SMALLEST, find_hidden_styles, find_tiny_styles

#: What older programs show in the place of what stands before it: the same once more.
_FALLBACK = f"{MC}Fallback"
#: Nothing is seen of a line of a lower fixed height (twentieths of a point).
_LOWEST_LINE = 60
#: What is set in further from an edge is on no page of ours (A3 is 16838 wide); in twentieths of a point.
_FURTHEST = 17_000


def drop_unseen(root: Any, styles: bytes) -> None:
    """Change the tree of a part so that it holds no more than what is shown; `styles` is the part of the styles."""
    hidden, tiny, colours = find_hidden_styles(styles), find_tiny_styles(styles), LetterColours(styles)
    unseen = [*root.iter(_FALLBACK), *filter(_is_hidden_row, root.iter(f"{W}tr"))]
    # A cell that goes on with the one above shows only what that one says.
    for merged in root.iter(f"{W}vMerge"):
        if merged.get(f"{W}val") in (None, "continue"):
            unseen += merged.getparent().getparent().iter(f"{W}r")
    unseen += [run for one in root.iter(f"{W}p") if _is_flat_or_outside(one) for run in one.iter(f"{W}r")]
    for run in root.iter(f"{W}r"):
        is_hidden = read_switch(run.find(f"{W}rPr"), "vanish") or _is_hidden_by_style(run, hidden)
        if is_hidden or _is_tiny(run, tiny) or colours.is_unseen(run):
            unseen.append(run)
    for one in unseen:
        if one.getparent() is not None:
            one.getparent().remove(one)


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
        and spacing.get(f"{W}lineRule") == "exact"
        and 0 < read_whole(spacing.get(f"{W}line")) < _LOWEST_LINE
    )
    return is_flat or (
        indent is not None and max(read_whole(indent.get(f"{W}{side}")) for side in ("left", "start")) > _FURTHEST
    )


def _is_tiny(run: Any, styles: Container[str]) -> bool:
    size = run.find(f"{W}rPr/{W}sz")
    if size is not None:
        return 0 < read_whole(size.get(f"{W}val")) < SMALLEST
    return any(named in styles for named in _name_styles(run))


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
