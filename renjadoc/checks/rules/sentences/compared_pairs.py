"""Two figures that a sentence compares: which is said to be above or below the other, or its target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.stated import Figure

UP = r"naik|meningkat|bertambah|tumbuh|kenaikan|peningkatan|pertumbuhan|melonjak|penambahan|tambahan"
DOWN = r"turun|menurun|berkurang|menyusut|penurunan|pengurangan|merosot|anjlok|berkurangnya|menurunnya|turunnya"
DOWN += r"|pelambatan|perlambatan|jatuh|melorot|melambat|melemah|mengecil|dipercepat|diturunkan|ditekan|dikurangi"
#: What both ends of a change are counted per: `dari 92 per 100.000 kelahiran hidup menjadi 104`.
RATE_OF = re.compile(r"\bper 1(?:0+(?:\.000)*|(?:\.000)+)\b")
_ABOVE = r"melampaui|melebihi|di atas|lebih (?:tinggi |banyak |besar )?(?:dari|daripada)"
_BELOW = (
    r"belum (?:dapat )?(?:mencapai|menyentuh|memenuhi)|tidak (?:dapat )?(?:mencapai|memenuhi|tercapai)|kurang dari"
    r"|di bawah|lebih rendah (?:dari|daripada)"
)
_COMPARED = re.compile(
    r"(?:\s+atau\s+[\d,]+\s+poin\b)?(?:\s+pada\s+(?:akhir\s+)?(?:[Tt]ahun\s+)?(?:19|20)\d\d)?[^\d;.]{0,50}?\b"
    rf"(?:(?P<atas>{_ABOVE})|(?P<bawah>{_BELOW}))\s+(?:\w+\s+){{0,1}}target(?:nya)?\b[^\d;.,]{{0,50}}",
    re.IGNORECASE,
)
THAN_OTHER = re.compile(
    r"(?:,|\s+atau)?\s*(?:[\d,]+\s+poin(?:\s+persen)?\s+)?(?:(?:masih|jauh|sedikit|relatif|tetap|lebih dulu)\s+)*"
    r"lebih\s+(?:(?P<atas>tinggi|besar|banyak)|(?P<bawah>rendah|kecil|sedikit))\s+(?:dari|daripada|dibanding(?:kan)?)\b"
    r"(?:\s+(?:19|20)\d\d\b|[^\d;.]){0,70}",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:dari|daripada|semula|(?:dibanding\w*|terhadap)(?: dengan)?)\s+(?:tahun\s+\d{4}\s+)?$", re.IGNORECASE
)
_MOVED_BY = re.compile(rf"\b(?:{UP}|{DOWN})\s+(?:sebesar\s+)?$", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:belum|tidak)\s+(?:\w+\s+)?$", re.IGNORECASE)


def find_wrong_comparisons(
    sentence: str, figures: tuple[Figure, ...]
) -> Iterator[tuple[str, str, tuple[Figure, Figure]]]:
    """What is wrong in how a sentence compares two of its figures, the later of them as written, and both."""
    rates = [found.end() for found in RATE_OF.finditer(sentence)]
    whole = [figure for figure in figures if figure.unit != "poin" and figure.end not in rates]
    for one, other in pairwise(whole):
        match = THAN_OTHER.fullmatch(RATE_OF.sub("", sentence[one.end : other.start]))
        if match is None or one.unit != other.unit or one.value == other.value:
            continue
        if any(abs(earlier.value - other.value) == one.value for earlier in whole if earlier is not one):
            continue  # `1.254 orang atau 36 orang lebih banyak daripada target 1.218 orang`: by how many.
        if (one.value > other.value) != bool(match["atas"]):
            said = f"lebih {match['atas'] or match['bawah']} daripada"
            yield f"{one.text} disebut {said} {other.text}", other.text, (one, other)
    if not is_named_falling(sentence):
        # `58,35 ku/ha atau bertambah 0,35 ku/ha, sedikit di atas target 58,3 ku/ha`: by how much is no result.
        yield from _find_wrong_targets(sentence, [one for one in whole if not _MOVED_BY.search(sentence[: one.start])])


def _find_wrong_targets(sentence: str, results: list[Figure]) -> Iterator[tuple[str, str, tuple[Figure, Figure]]]:
    """The same of figures that are said to be above or below the target behind them."""
    for index, (one, target) in enumerate(pairwise(results)):
        match = _COMPARED.fullmatch(sentence[one.end : target.start])
        before = results[:index]
        if _WAS.search(sentence[: one.start]) and "menjadi" not in sentence[one.end : target.start]:
            # `mencapai 99,1%, naik dari 98,9% dan melampaui target 99%`: what was reached is the one before.
            one = before[-1] if before else target
        # `Dari empat kegiatan satu tidak mencapai target (86,5% dari …)`: nothing before it was reached.
        # `25 unit, satu unit di atas target 24 unit`: how far off it was.
        is_gap = any(other.unit == one.unit and abs(other.value - target.value) == one.value for other in before)
        if match is None or one is target or is_gap or (one.unit != target.unit and one.unit and target.unit):
            continue
        if match[0].rstrip().endswith((",", " dan", " serta", " sedangkan", " sementara")):
            continue  # `Tiga melampaui target, satu sesuai target`: what is told next.
        said = match["atas"] or match["bawah"]
        is_above = bool(match["atas"]) and not _NEGATED.search(match.string[: match.start("atas")])
        if (is_above and one.value <= target.value) or (not is_above and one.value >= target.value):
            yield f"{one.text} disebut {said} target {target.text}", target.text, (one, target)
