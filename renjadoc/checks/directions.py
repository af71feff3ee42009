"""Whether an indicator is good when it falls: as its row says, as its targets fall, or as its name says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from renjadoc.checks.indicator_names import Indicator, list_indicators
from renjadoc.matching import fold_name
from renjadoc.reading import Reading

_FALLING = re.compile(
    r"\b(?:kemiskinan|penduduk miskin(?!\s+(?:yang|penerima))"
    r"|pengangguran|stunting|prevalensi|(?<!akta )(?<!pencatatan )kematian"
    r"|kesakitan|risiko bencana|gini|inflasi|keluhan|pengaduan|pelanggaran"
    r"(?!\s+(?:masyarakat\s+)?(?:yang\s+)?(?:di|ter)(?:tindak|selesai|tangani|layani))"
    r"|kecelakaan|kriminalitas|temuan|kumuh|waktu tunggu|(?<!akta )perceraian|putus sekolah"
    r"|death rate|[NG]DR|infeksi nosokomial|dekubitus|turn over interval|waktu tanggap|response time"
    r"|buta aksara|gizi (?:buruk|kurang)|kehilangan (?:air|hasil)|ketimpangan|kerawanan pangan)\b",
    re.IGNORECASE,
)


def is_named_falling(text: str) -> bool:
    """Whether a name, or what a sentence speaks of, is good when it falls."""
    return _FALLING.search(text) is not None


def falls_for_good(indicator: Indicator) -> bool:
    """Whether less of an indicator is better: so its name says, or its targets fall."""
    wanted = [value for _, value in sorted(indicator.wanted.items())]
    if len(wanted) > 2 and wanted[-1] > wanted[0]:
        return False
    return is_named_falling(indicator.name) or (len(wanted) > 1 and wanted[-1] < wanted[0])


def is_good_low(reading: Reading, node: Mapping[str, Any]) -> bool:
    """Whether less is better in a row of a table: it says so itself, its targets fall, or its name says so."""
    if node.get("arah"):
        return bool(node["arah"] == "turun")
    names = [node[key] for key in ("indikator", "nama") if isinstance(node.get(key), str)]
    known = _tell_directions(reading)
    return any(known[name] if name in known else is_named_falling(name) for name in map(fold_name, names))


@lru_cache(maxsize=2)
def _tell_directions(reading: Reading) -> dict[str, bool]:
    """Of every indicator of the performance tables, by its folded name, whether less is better."""
    return {fold_name(one.name): falls_for_good(one) for one in list_indicators(reading)}
