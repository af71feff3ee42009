"""Amounts of old documents as other programs and people write them: 1,000,000 and 1.000.000,50."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal

from renjadoc import indonesian

#: Two commas before three digits each: no Indonesian number.
ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_RUPIAH = re.compile(r"^\s*(?:Rp\.?|IDR)\s*", re.IGNORECASE)
_WRITTEN_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?P<sen>\.\d{1,2})?")
_WRITTEN = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?P<sen>,\d{1,2})?")


def write_amount(text: str, *, is_english: bool) -> str:
    """An amount in whole rupiah as it is typed here; what is none stays as it is."""
    bare = _RUPIAH.sub("", " ".join(text.split()))
    if is_english and _WRITTEN_ENGLISH.fullmatch(bare):
        return indonesian.angka(int(Decimal(bare.replace(",", ""))))
    if has_cents(text, is_english=is_english):
        whole = Decimal(bare.replace(".", "").replace(",", ".")).to_integral_value(ROUND_DOWN)
        return indonesian.angka(int(whole))
    return text


def has_cents(text: str, *, is_english: bool) -> bool:
    """Whether an amount states cents, which no plan has."""
    bare = _RUPIAH.sub("", " ".join(text.split()))
    match = (_WRITTEN_ENGLISH if is_english else _WRITTEN).fullmatch(bare)
    return match is not None and bool((match["sen"] or "").strip(".,0"))
