"""Amounts of old documents as other programs and people write them: 1,000,000, 1 000 000 and 1.000.000,50."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal

from renjadoc import indonesian

#: Two commas before three digits each: no Indonesian number.
ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
#: Thousands divided by blanks or strokes, as computers of other countries do it.
_DIVIDED = re.compile(r"\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?P<rest>(?:,\d{1,2}|,-)?)")
_RUPIAH = re.compile(r"^\s*(?:Rp\.?|IDR)\s*", re.IGNORECASE)
_WRITTEN_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?P<sen>\.\d{1,2})?")
_WRITTEN = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?P<sen>,\d{1,2})?")


def write_amount(text: str, *, is_english: bool) -> str:
    """An amount in whole rupiah as it is typed here; what is none stays as it is."""
    bare = _say_bare(text)
    if is_english and _WRITTEN_ENGLISH.fullmatch(bare):
        return indonesian.angka(int(Decimal(bare.replace(",", ""))))
    if has_cents(text, is_english=is_english):
        whole = indonesian.nilai_angka(bare).to_integral_value(ROUND_DOWN)
        return indonesian.angka(int(whole))
    return bare if _DIVIDED.search(text) else text


def has_cents(text: str, *, is_english: bool) -> bool:
    """Whether an amount states cents, which no plan has."""
    match = (_WRITTEN_ENGLISH if is_english else _WRITTEN).fullmatch(_say_bare(text))
    return match is not None and bool((match["sen"] or "").strip(".,0"))


def _say_bare(text: str) -> str:
    """An amount without its currency, its thousands divided by points where they were by blanks or strokes."""
    bare = _RUPIAH.sub("", " ".join(text.split()))
    return re.sub(r"[ '’]", ".", bare) if _DIVIDED.fullmatch(bare) else bare
