"""Parts that a sentence states with their share in brackets or behind atau: of each other, or of the whole before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement
from renjadoc.checks.roles import DOWN, JOINED, LESS, LISTED, MORE, PEOPLE, SHARES, UP
from renjadoc.checks.stated import Figure, lies_in, share
from renjadoc.indonesian import persen

_BESIDE = re.compile(r"\s*(?:\w+\s+)?\(|,?\s+atau\s+(?:sebesar\s+)?")


def find_shared(said: Statement) -> Mismatch | None:
    """`daring 31.104 (36%) dan langsung 55.296 (46%)`: one share is that of both together, the other is not."""
    pairs = [
        (count, stated)
        for count, stated in pairwise(said.figures)
        if stated.unit == "%" and count.unit not in {"%", "‰", "poin"}
        if _BESIDE.fullmatch(said.between(count, stated))
    ]
    if len(pairs) < 2 or len(pairs) * 2 != len(said.figures):
        return None
    if not JOINED.search(said.text[pairs[-2][1].end : pairs[-1][0].start]):
        return None
    whole = pairs[0][0]._replace(value=sum((count.value for count, _ in pairs), Decimal(0)))
    if not whole.value or any(count.is_rounded for count, _ in pairs) or _tells_rest(said):
        return None
    wrong = [(count, stated) for count, stated in pairs if not lies_in(stated, *share(count, whole))]
    if len(wrong) != 1:
        return None
    count, stated = wrong[0]
    return Mismatch(stated, f"tertulis {stated.text}, hasil hitungannya {persen(count.value * 100 / whole.value)}")


_REST_BEHIND = re.compile(r"\s*(?:Sisa|Selebih|Lain)(?:nya)?\b")


def _tells_rest(said: Statement) -> bool:
    """Whether the next sentence tells what is left of the whole: then the parts are not all of it."""
    return _REST_BEHIND.match(said.passage.text, said.offset + len(said.text)) is not None


def _is_made_of(whole: Figure, behind: Sequence[Figure]) -> bool:
    """Whether counts of any noun add up to a whole: `4.600 nomor, yakni 4.140 mikro (90%), 460 kecil (11%)`."""
    parts = [one.value for one in behind if one.unit not in SHARES]
    return len(parts) > 1 and sum(parts, Decimal(0)) == whole.value


_LISTED_BEHIND = re.compile(rf"[^\d;.]*{LISTED.pattern}[^\d;.]*")
#: By how much something changed or differs is no part of what it became: `menjadi Rp90, yaitu berkurang Rp10 (10%)`.
_CHANGED = re.compile(
    rf"\b(?:{UP}|{DOWN}|{MORE}|{LESS}|selisih\w*|sisa\w*|(?:ke)?kurang(?:nya)?|lebih)\b", re.IGNORECASE
)


def find_bracketed(said: Statement) -> Mismatch | None:
    """`46 pegawai, terdiri atas 19 laki-laki dan 27 perempuan (57,80%)`: the share of a part in its whole."""
    for index, whole in enumerate(said.figures):
        behind = said.figures[index + 1 :]
        if not behind or not _LISTED_BEHIND.fullmatch(said.between(whole, behind[0])):
            continue
        if whole.unit in SHARES or not whole.value:
            continue
        if _CHANGED.search(said.between(whole, behind[0])):
            continue
        for part, stated in pairwise(behind):
            is_share = stated.unit == "%" and part.unit not in SHARES and part.value < whole.value
            is_share = is_share and bool(_BESIDE.fullmatch(said.between(part, stated)))
            is_alike = part.unit == whole.unit or {part.unit, whole.unit} <= PEOPLE or _is_made_of(whole, behind)
            if is_share and is_alike and not lies_in(stated, *share(part, whole)):
                right = persen(part.value * 100 / whole.value)
                return Mismatch(stated, f"tertulis {stated.text}, {part.text} dari {whole.text} adalah {right}")
    return None
