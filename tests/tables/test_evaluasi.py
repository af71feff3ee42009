"""The evaluation in its two forms: printed rows, a year's step, and which keys belong to which."""

from __future__ import annotations

import json
from typing import Any

from renjadoc.content import schema
from renjadoc.content.load import Source
from renjadoc.tables import evaluasi, forms
from tests.checks.examples import BASE
from tests.conftest import as_86, read

FILE = BASE / "tabel" / "evaluasi.json"
TWELVE: Any = json.loads(FILE.read_text("utf-8"))
ELEVEN = as_86(TWELVE)


def test_only_the_columns_of_its_form_are_printed() -> None:
    folder = read(BASE)
    twelve, eleven = (evaluasi.rows(data, folder)[1] for data in (TWELVE, ELEVEN))
    assert twelve["realisasi_sd_n2"] == eleven["realisasi_sd_n3"] == "30 koperasi"
    assert set(twelve) - set(eleven) == {"target_n2", "realisasi_sd_n2"}
    assert str(eleven["renja_n2_persen"]) == "90"


def test_a_step_opens_what_was_realised_before() -> None:
    steps = {one.to.rpartition("/kegiatan/0/")[2]: one.source for one in evaluasi.step(ELEVEN)}
    assert steps.pop("renja_n-2/target") == "/program/0/kegiatan/0/renja_n-1/target"
    opened = ("realisasi_sd_n-3", "renja_n-2/realisasi", "renja_n-1/target", "renja_n-1/realisasi")
    assert steps == dict.fromkeys(opened)


def _faults(data: Any) -> list[str]:
    source = Source(FILE, "evaluasi.json", json.dumps(data), data)
    return [f"{problem.code} {problem.message}" for problem in schema.check(source, "evaluasi")]


def test_a_form_takes_its_own_keys_only() -> None:
    assert _faults(TWELVE) == _faults(ELEVEN) == []
    assert _faults({**TWELVE, "bentuk": forms.PERMENDAGRI_86}) == [
        "RJ010 kunci “target_n-2” tidak dikenal di sini",
        "RJ010 kunci “realisasi_sd_n-2” tidak dikenal di sini",
        "RJ011 kunci “realisasi_sd_n-3” belum ada",
    ]
    assert _faults({**ELEVEN, "bentuk": "permendagri-54"}) == [
        'RJ013 “bentuk” berisi "permendagri-54"',
    ]
