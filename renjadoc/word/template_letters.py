"""Letters of tables become smaller with their columns, so that amounts and codes stay whole on narrower paper."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: The styles of tables and of what stands in their cells, which begin alike.
_NAMES = "tabel "
#: In half points: no letters are made smaller than these, and a size may be rounded up by this much.
_LEAST, _ROUND_UP = 10, 0.1


def shrink_letters(styles: Any, share: float) -> bool:
    """Make the letters of tables `share` as high, to half a point; whether any changed.

    `styles` is the tree of styles, `share` how wide the tables are of what they were drawn for.
    """
    changed = False
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is None or not (name.get(f"{_W}val") or "").lower().startswith(_NAMES):
            continue
        for size in style.findall(f"{_W}rPr/{_W}sz") + style.findall(f"{_W}rPr/{_W}szCs"):
            stated = size.get(f"{_W}val") or ""
            smaller = max(_LEAST, int(int(stated) * share + _ROUND_UP)) if stated.isdigit() else 0
            if smaller and smaller < int(stated):
                size.set(f"{_W}val", str(smaller))
                changed = True
    return changed
