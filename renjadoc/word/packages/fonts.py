"""Which fonts a template asks for, and which of them stood in when its pages were counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renjadoc.word.packages.package import Parts

#: Fonts that are as wide as another: lines break alike with either.
_ALIKE = {
    "arial": "liberationsans", "helvetica": "liberationsans", "timesnewroman": "liberationserif",
    "couriernew": "liberationmono", "calibri": "carlito", "cambria": "caladea",
}  # fmt: skip
#: The styles that text is set in; others may name fonts that no document uses.
_STYLE = re.compile(r'<w:style [^>]*(?<!/)>\s*<w:name w:val="(?:Normal|Isi|heading 1)"/>.*?</w:style>', re.DOTALL)
_DEFAULTS = re.compile(r"<w:docDefaults>.*?</w:docDefaults>", re.DOTALL)
_FONT = re.compile(r'<w:rFonts [^>]*?w:(ascii|asciiTheme)="([^"]+)"')
_THEME = re.compile(r'<a:(major|minor)Font>.*?<a:latin typeface="([^"]*)"', re.DOTALL)


def find_fonts(parts: Parts) -> list[str]:
    """The fonts of a template's text, by name: of its defaults, and of the styles of text and headings."""
    styles = parts.get("word/styles.xml", b"").decode(errors="replace")
    themes = [data.decode(errors="replace") for name, data in parts.items() if name.startswith("word/theme/")]
    of_theme = {kind: name for theme in themes for kind, name in _THEME.findall(theme)}
    found = []
    for piece in [*_DEFAULTS.findall(styles), *_STYLE.findall(styles)]:
        for kind, name in _FONT.findall(piece):
            found.append(name if kind == "ascii" else of_theme.get(name[:5], ""))
    return [name for name in dict.fromkeys(found) if name]


def find_missing(wanted: Iterable[str], used: Iterable[str]) -> list[str]:
    """Of the fonts that are asked for those in whose place another was used that is not as wide."""
    there = {_squeeze(name) for name in used}
    return [name for name in wanted if there and not _stands_in(_squeeze(name), there)]


def _stands_in(name: str, there: set[str]) -> bool:
    return any(one.startswith((name, _ALIKE.get(name, name))) for one in there)


def _squeeze(name: str) -> str:
    """`BAAAAA+ArialMT` -> `arialmt`, `Times New Roman` -> `timesnewroman`; `TimesNewRomanPSMT` begins so too."""
    return re.sub(r"[^a-z0-9]", "", name.rpartition("+")[2].casefold())
