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

#: Kind -> its printed rows. See `pattern` for what the template calls it.
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


def pattern(data: dict[str, Any], folder: Folder) -> str:
    """The name of a table's kind, and of its form if it has several, in templates: `evaluasi_permendagri_86`.

    A view of another table has that one's form.
    """
    form = folder.tabel[data["sumber"]].data.get("bentuk") if "sumber" in data else data.get("bentuk")
    return "_".join(filter(None, (data["jenis"], form))).replace("-", "_")
