"""The kinds of tables of a Renja, one file each: from data to the rows that are printed, totals included."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.tables import (
    bebas,
    capaian_kinerja,
    evaluasi,
    indikator_program,
    rencana_program,
    target_renstra,
    usulan_masyarakat,
)
from renjadoc.tables.steps import Step

Rows = Callable[[dict[str, Any], Folder], list[dict[str, Any]]]

#: Kind -> its printed rows. The template's pattern of a kind has its name with underscores.
KINDS: dict[str, Rows] = {
    "evaluasi": evaluasi.rows,
    "capaian-kinerja": capaian_kinerja.rows,
    "indikator-program": indikator_program.rows,
    "target-renstra": target_renstra.rows,
    "rencana-program": rencana_program.rows,
    "review-rkpd": rencana_program.review_rows,
    "usulan-masyarakat": usulan_masyarakat.rows,
}

#: The kinds whose years follow that of the document; those of the Renstra follow its period, ad-hoc tables none.
MOVING = frozenset(KINDS) - {"target-renstra"}

Steps = Callable[[dict[str, Any]], Iterable[Step]]

#: Kind -> what a year's step does to it. Targets of the Renstra stand by the years of its period, views hold no data.
STEPS: dict[str, Steps] = {
    "bebas": bebas.step,
    "evaluasi": evaluasi.step,
    "capaian-kinerja": capaian_kinerja.step,
    "indikator-program": indikator_program.step,
    "rencana-program": rencana_program.step,
    "usulan-masyarakat": usulan_masyarakat.step,
}


def pattern(kind: str) -> str:
    """The name of a kind in templates: `rencana-program` -> `rencana_program`."""
    return kind.replace("-", "_")
