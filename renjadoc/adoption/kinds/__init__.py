"""Tables of an old document as data of the kinds that a Renja has: known by their heads, read row by row.

Here only the form is read. Whether the kind prints all that the old table said is proved later, on the printed page.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import evaluation, indicators, performance, plan, proposals, table, targets
from renjadoc.adoption.kinds.table import Built, Unfit

_OTHER_UNITS = re.compile(r"\((?:dalam\s+)?(?:rp\.?\s*)?(?:ribu|juta|miliar|milyar|x?\s*1?\.?000)", re.IGNORECASE)

#: The names of the kinds.
NAMES = (
    "evaluasi", "capaian-kinerja", "indikator-program", "target-renstra", "rencana-program", "review-rkpd",
    "usulan-masyarakat",
)  # fmt: skip


def recognise(grid: TableGrid) -> str | None:
    """The kind of table whose head this is, or None."""
    paths = [path.casefold() for path in grid.head_paths()]
    whole = " | ".join(paths)
    dated = sum(1 for path in paths if table.YEAR.fullmatch(path.rpartition(" / ")[2].strip()))

    def has(*patterns: str) -> bool:
        return all(re.search(pattern, whole) for pattern in patterns)

    found = None
    if has(r"indikator", r"target", r"realisasi|capaian", r"proyeksi") and not has(r"pagu|lokasi"):
        found = "capaian-kinerja"
    elif has(r"indikator", r"triwulan|\btw\b", r"realisasi") and not has(r"pagu"):
        found = "indikator-program"
    elif has(r"pagu|kebutuhan dana|anggaran", r"target", r"lokasi") and has(r"maju|n\s*\+\s*1"):
        found = "rencana-program"
    elif has(r"pagu|kebutuhan dana", r"target", r"lokasi", r"indikator"):
        found = "review-rkpd"
    elif has(r"renstra", r"realisasi", r"target", r"program|kegiatan", r"tingkat"):
        found = "evaluasi"
    elif dated >= 3 and has(r"indikator", r"target", r"uraian|tujuan|sasaran") and not has(r"realisasi|capaian"):
        found = "target-renstra"
    elif has(r"indikator", r"satuan", r"capaian|realisasi", r"target", r"%|persen") and len(paths) >= 6:
        found = "capaian-kinerja"
    elif has(r"lokasi", r"besaran|volume", r"program|kegiatan|usulan") and len(paths) <= 7:
        found = "usulan-masyarakat"
    return found


def build(kind: str, grid: TableGrid) -> Built:
    """The table as data of `kind`, without title. Raises Unfit."""
    if _OTHER_UNITS.search(" ".join(grid.head_paths())):
        raise Unfit("uangnya dalam ribuan atau jutaan rupiah")
    return _READERS[kind](grid)


_READERS: dict[str, Callable[[TableGrid], Built]] = {
    "rencana-program": plan.read_plan,
    "review-rkpd": plan.read_review,
    "evaluasi": evaluation.read,
    "capaian-kinerja": performance.read,
    "indikator-program": indicators.read,
    "target-renstra": targets.read,
    "usulan-masyarakat": proposals.read,
}
