"""Letters of tables become smaller with their columns, so that amounts and codes stay whole on narrower paper."""

from __future__ import annotations

from typing import Any

from renjadoc.word.names import W

#: The styles of tables and of what stands in their cells, which begin alike.
_NAMES = "tabel "
#: In half points: no letters are made smaller than these, and a size may be rounded up by this much.
_LEAST, _ROUND_UP = 10, 0.1


def shrink_letters(styles: Any, share: float) -> bool:
    """Make the letters of tables `share` as high, to half a point; whether any changed.

    `styles` is the tree of styles, `share` how wide the tables are of what they were drawn for.
    """
    changed = False
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is None or not (name.get(f"{W}val") or "").lower().startswith(_NAMES):
            continue
        for size in style.findall(f"{W}rPr/{W}sz") + style.findall(f"{W}rPr/{W}szCs"):
            stated = size.get(f"{W}val") or ""
            smaller = max(_LEAST, int(int(stated) * share + _ROUND_UP)) if stated.isdigit() else 0
            if smaller and smaller < int(stated):
                size.set(f"{W}val", str(smaller))
                changed = True
    return changed
