"""What print must not tear at a line's end: bound for print by blanks and hyphens that do not break, released again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: A blank, a hyphen and nothing at all, where no line may break. Word shows the last as “No-Width Non Break”.
BLANK, HYPHEN, _JOINER = "\u00a0", "\u2011", "\u200d"
#: What Word and its users put in without changing what is said: blanks that keep words together, hidden hyphens.
_UNSEEN = str.maketrans(
    {BLANK: " ", "\u202f": " ", HYPHEN: "-"} | dict.fromkeys("\u00ad\u200b\u200d\u2060\ufeff", None)
)
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_BLANKS = re.compile(
    r"\b(?:Tabel|Gambar|Grafik|Bagan|Lampiran|Pasal|Nomor|No\.|NIP\.?|Rp\.?) (?=\d)"
    r"|\b(?:BAB|Bab|Lampiran) (?=[IVXL]+\b)"
    rf"|(?<!\d)\d{{1,2}} (?:{_MONTHS})\b(?: (?=\d{{4}}\b))?"
    r"|\b\d{8} \d{6} \d \d{3}\b"
)
_HYPHENS = re.compile(r"(?<=undang)-(?=undang)|(?<=\w)-(?=\d)|(?<=\d)-(?=\w)|(?<=\b[A-Z])-(?=[A-Z])", re.IGNORECASE)
#: Years of a period: a dash that a line may end with, unless it is told not to.
_RANGES = re.compile(r"(?<=\d)–(?=\d)")


def bind_words(text: str) -> str:
    """A text for print: `Tabel 2.1`, `3 Januari 2021`, `Undang-Undang` and `2016–2021` stay on one line."""
    return next(bind_pieces([text]))


def bind_pieces(texts: Iterable[str]) -> Iterator[str]:
    """`bind_words` of a text that is in pieces, piece by piece: what belongs together may lie in two of them."""
    texts = list(texts)
    signs = list("".join(texts))
    whole = "".join(signs)
    for found in _BLANKS.finditer(whole):
        signs[found.start() : found.end()] = found[0].replace(" ", BLANK)
    for found in _HYPHENS.finditer(whole):
        signs[found.start()] = HYPHEN
    for found in _RANGES.finditer(whole):
        signs[found.start()] += _JOINER
    start = 0
    for text in texts:
        yield "".join(signs[start : start + len(text)])
        start += len(text)


def as_seen(text: str) -> str:
    """A text as a reader sees it, and as content is typed: blanks are blanks, hidden hyphens are nothing."""
    return text if text.isascii() else text.translate(_UNSEEN)
