"""How much width a template's pages must leave for text, and how a message says that they do not."""

from __future__ import annotations

#: With less, upright and landscape, words and amounts in tables are torn (twentieths of a point).
LEAST_UPRIGHT, LEAST_LANDSCAPE = 6_400, 10_400
#: With less on upright pages a line holds a word or two: no document is made.
NARROWEST = 4_200
_CM = 567
ADVICE = "Di Word: Tata Letak > Ukuran > A4 atau F4, atau perkecil margin kiri dan kanannya."


def describe_width(width: int) -> str:
    """What is wrong with a text of that width (twentieths of a point)."""
    shown = f"{width / _CM:.1f}".replace(".", ",")
    return f"kertas terlalu kecil: teks hanya selebar {shown} cm"
