"""What print must not tear at a line's end: bound for print by blanks and hyphens that do not break, released again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renjadoc.indonesian import MONTHS

#: A blank, a hyphen and nothing at all, where no line may break. Word shows the last as “No-Width Non Break”.
BLANK, HYPHEN, _JOINER = "\u00a0", "\u2011", "\u200d"
#: A hyphen that shows only where a line ends with it.
SOFT_HYPHEN = "\u00ad"
#: Nothing at all where a line may end: behind the slash of `orang/bulan` neither Word nor LibreOffice ends one.
BREAK = "\u200b"
#: What Word and its users put in without changing what is said: blanks that keep words together, hidden hyphens.
_UNSEEN = str.maketrans(
    {BLANK: " ", "\u202f": " ", HYPHEN: "-"} | dict.fromkeys(f"{SOFT_HYPHEN}{BREAK}{_JOINER}\u2060\ufeff", None)
)
_BLANKS = re.compile(
    r"\b(?:(?i:Tabel|Gambar|Grafik|Bagan|Lampiran|Pasal|Nomor|No\.)|NIP(?: ?[.:])?|Rp\.?) (?=\d)"
    r"|\b(?:BAB|Bab|Lampiran|LAMPIRAN) (?=[IVXL]+\b)"
    r"|\b(?i:Ayat) (?=\(\d)"
    rf"|(?<!\d)\d{{1,2}} (?i:{'|'.join(MONTHS)})\b(?: (?=\d{{4}}\b))?"
    r"|\b\d{8} \d{6} \d \d{3}\b"
    r"|(?<=\b\d{4}) [–-] (?=\d{4}\b)"
)
_HYPHENS = re.compile(r"(?<=undang)-(?=undang)|(?<=\w)-(?=\d)|(?<=\d)-(?=\w)|(?<=\b[A-Z])-(?=[A-Z])", re.IGNORECASE)
#: Years of a period: a dash that a line may end with, unless it is told not to.
_RANGES = re.compile(r"(?<=\d)–(?=\d)")


#: What any pattern above needs; most cells of a table hold none of it.
_NEEDED = re.compile(r"[-–]| (?:\d|\(\d|[IVXL]+\b|(?<=\d )[JFMASONDjfmasond])")


def may_bind(text: str) -> bool:
    """Whether there may be anything to bind in a text; sooner known than what."""
    return _NEEDED.search(text) is not None


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
