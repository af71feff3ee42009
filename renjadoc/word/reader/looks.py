"""How letters look, by what they say themselves, by their style and by that of their paragraph."""

from __future__ import annotations

from renjadoc.word.reader.document import Look
from renjadoc.word.reader.styles import Letters, Styles

#: The style of letters that marks open matters, and the names of styles that say how letters look.
_OPEN, _STRONG, _EMPHASIS = "terbuka", "strong", "emphasis"


class LetterLooks:
    """Each is found once: a document has few looks and many runs."""

    def __init__(self, styles: Styles, printed: bool) -> None:
        self._styles, self._printed = styles, printed
        self._found: dict[tuple[Letters, str, str], Look | None] = {}

    def find(self, own: Letters, style: str, around: str) -> Look | None:
        """How letters of a `style` look in a paragraph whose style is `around`; None for letters that nobody sees."""
        asked = (own, style, around)
        if asked not in self._found:
            self._found[asked] = self._work_out(*asked)
        return self._found[asked]

    def _work_out(self, own: Letters, style: str, around: str) -> Look | None:
        name = self._styles.name(style) if style else ""

        def is_on(what: str) -> bool:
            # What the style of open matters looks like is up to the template.
            styles = [] if name == _OPEN else [style]
            styles += [around] if self._printed or what == "hidden" else []
            stated = [getattr(own, what), *(self._styles.find(one, what) for one in styles)]
            return bool(next((said for said in stated if said is not None), False))

        if is_on("hidden"):
            return None
        bold = is_on("bold") or (name == _STRONG and own.bold is None)
        return Look(bold, is_on("italic") or (name == _EMPHASIS and own.italic is None), name == _OPEN)
