"""How checks compare figures and say them."""

from __future__ import annotations

import re
from decimal import Decimal

from renjadoc.indonesian import angka
from renjadoc.tables.quantities import Cell

#: What is good when it falls has formulas of its own.
LOWER_IS_BETTER = re.compile(
    r"\b(?:kemiskinan|penduduk miskin(?!\s+(?:yang|penerima))"
    r"|pengangguran|stunting|prevalensi|(?<!akta )(?<!pencatatan )kematian"
    r"|kesakitan|risiko bencana|gini|inflasi|keluhan|pengaduan|pelanggaran"
    r"(?!\s+(?:masyarakat\s+)?(?:yang\s+)?(?:di|ter)(?:tindak|selesai|tangani|layani))"
    r"|kecelakaan|kriminalitas|temuan|kumuh|waktu tunggu|(?<!akta )perceraian|putus sekolah)\b",
    re.IGNORECASE,
)


def agrees(stated: Decimal, computed: Decimal) -> bool:
    """Whether `stated` is `computed`, rounded or cut to as many decimals as it shows."""
    places = max(0, -int(stated.normalize().as_tuple().exponent))
    return abs(stated - computed) < Decimal(1).scaleb(-places)


def shown(cell: Cell) -> str:
    """What a cell says, for a message."""
    if isinstance(cell, list):
        return ", ".join(str(line) for line in cell)
    return angka(cell) if isinstance(cell, int | Decimal) else str(cell)
