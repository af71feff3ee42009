"""Which office a name means, however a list writes it: another case, the region behind it, a plan that was changed."""

from __future__ import annotations

import re

from renjadoc.matching import fold_name

_REGION = re.compile(r"\s+(?:kab(?:upaten|\.)|kota|provinsi|prov\.)\s.*$")
#: How the offices of a run are called whose plan is a Renja Perubahan.
AMENDED = "(Perubahan)"


def key_office(name: str) -> str:
    """What two names of one office have in common; `Kecamatan Kota Timur` has no region behind it."""
    whole = fold_name(name).removesuffix(AMENDED.casefold()).strip()
    bare = _REGION.sub("", whole)
    return (bare if " " in bare else whole).replace(" & ", " dan ").strip(" .,")
