"""The evaluation in its two forms: printed rows, a year's step, and which keys belong to which."""

from __future__ import annotations

import json
from typing import Any

from renjadoc.content import schema
from renjadoc.content.load import Source
from renjadoc.tables import forms
from renjadoc.tables.kinds import KINDS
from renjadoc.tables.steps import Step
from tests.checks.examples import BASE
from tests.conftest import as_86, read
from tests.tables.printing import print_table

FILE = BASE / "tabel" / "evaluasi.json"
TWELVE: Any = json.loads(FILE.read_text("utf-8"))
ELEVEN = as_86(TWELVE)


def step_year(data: Any) -> list[Step]:
    return list(KINDS["evaluasi"].step_year(data))  # type: ignore[misc]


def test_only_the_columns_of_its_form_are_printed() -> None:
    folder = read(BASE)
    twelve, eleven = (print_table(data, folder)[1] for data in (TWELVE, ELEVEN))
    assert twelve["realisasi_sd_n2"] == eleven["realisasi_sd_n3"] == "30 koperasi"
    assert set(twelve) - set(eleven) == {"target_n2", "realisasi_sd_n2"}
    assert str(eleven["renja_n2_persen"]) == "90"


def test_a_step_opens_what_was_realised_before() -> None:
    steps = {one.to.rpartition("/kegiatan/0/")[2]: one.source for one in step_year(ELEVEN)}
    assert steps.pop("renja_n-2/target") == "/program/0/kegiatan/0/renja_n-1/target"
    opened = ("realisasi_sd_n-3", "renja_n-2/realisasi", "renja_n-1/target", "renja_n-1/realisasi")
    assert steps == dict.fromkeys(opened)


FIGURES = {
    "indikator": "Persentase koperasi sehat", "target_renstra": "80%", "target_n-2": "60%", "realisasi_sd_n-2": "55%",
    "renja_n-2": {"target": "60%", "realisasi": "57%"}, "renja_n-1": {"target": "70%", "realisasi": ""},
}  # fmt: skip
OPEN: Any = {
    "indikator": None, "target_renstra": None, "target_n-2": None, "realisasi_sd_n-2": None,
    "renja_n-2": {"target": None, "realisasi": None}, "renja_n-1": {"target": None, "realisasi": None},
}  # fmt: skip


def _with_heads() -> Any:
    """A program with figures of its own above a kegiatan that is only a name, above a sub kegiatan."""
    data = json.loads(json.dumps(TWELVE))
    program = data["program"][0]
    sub = program["kegiatan"][0]
    kegiatan = {"kode": None, "nama": "Pemeriksaan", **OPEN, "sub_kegiatan": [sub]}
    program.update({**FIGURES, "kegiatan": [kegiatan]})
    return data


def test_a_program_prints_what_it_states_and_a_name_nothing_more() -> None:
    program, kegiatan, sub = print_table(_with_heads(), read(BASE))
    assert [row["jenis"] for row in (program, kegiatan, sub)] == ["program", "kegiatan", "kegiatan"]
    assert (program["target_renstra"], program["renja_n2_persen"]) == ("80%", 95)
    # Blank where it was left blank: open would be another thing to say.
    assert (program["renja_n1_realisasi"], program["renstra_persen"]) == ("", "")
    assert {value for key, value in kegiatan.items() if key not in {"jenis", "kode", "nama"}} == {""}
    assert sub["renja_n2_realisasi"] == "27 koperasi"


def test_what_a_lowest_row_leaves_open_is_open() -> None:
    data = json.loads(json.dumps(TWELVE))
    data["program"][0]["kegiatan"][0].update(json.loads(json.dumps(OPEN)))
    row = print_table(data, read(BASE))[1]
    assert (row["target_renstra"], row["renja_n2_persen"]) == (None, None)


def test_a_step_leaves_names_alone_and_keeps_blanks() -> None:
    steps = {step.to: step.source for step in step_year(_with_heads())}
    own = {to.removeprefix("/program/0/"): source for to, source in steps.items() if "kegiatan" not in to}
    target = "/program/0/renja_n-1/target"
    assert own == {
        "target_n-2": target, "realisasi_sd_n-2": None, "renja_n-2/target": target, "renja_n-2/realisasi": None,
        "renja_n-1/target": None,
    }  # fmt: skip
    below = "/program/0/kegiatan/0"
    assert not any(to.startswith(below) and "sub_kegiatan" not in to for to in steps)
    assert steps[f"{below}/sub_kegiatan/0/renja_n-2/target"] == f"{below}/sub_kegiatan/0/renja_n-1/target"


def _faults(data: Any) -> list[str]:
    source = Source(FILE, "evaluasi.json", json.dumps(data), data)
    return [f"{problem.code} {problem.message}" for problem in schema.check_schema(source, "evaluasi")]


def test_a_form_needs_its_own_keys_and_keeps_those_of_the_other() -> None:
    assert _faults(TWELVE) == _faults(ELEVEN) == _faults(_with_heads()) == _faults(as_86(_with_heads())) == []
    assert _faults({**TWELVE, "bentuk": forms.PERMENDAGRI_86}) == [
        "RJ011 isian “realisasi_sd_n-3” belum ada",
    ]
    assert _faults({**ELEVEN, "bentuk": "permendagri-54"}) == [
        'RJ013 “bentuk” berisi "permendagri-54"',
    ]


def test_tc29_computes_column_10_and_11_and_a_year_later_column_5() -> None:
    kegiatan = {
        "kode": "2.17.05.2.01", "nama": "Kegiatan", "indikator": "Jumlah orang", "target_renstra": "100 orang",
        "realisasi_sd_n-3": "10 orang", "renja_n-2": {"target": "25 orang", "realisasi": "20 orang"},
        "renja_n-1": {"target": "15 orang"},
    }  # fmt: skip
    program = {"kode": "2.17.05", "nama": "Program", "kegiatan": [kegiatan]}
    data = {"jenis": "evaluasi", "bentuk": forms.PERMENDAGRI_86, "judul": ["T-C.29"], "program": [program]}
    assert _faults(data) == []
    *_, row = print_table(data, None)
    assert (row["renja_n1_realisasi"], row["renja_n2_persen"], row["renstra_persen"]) == ("45 orang", 80, 45)
    steps = {step.to.rpartition("/")[2]: step for step in step_year(data)}
    assert (steps["realisasi_sd_n-3"].value, bool(steps["realisasi_sd_n-3"].look)) == ("30 orang", True)


def test_what_is_entered_in_column_10_stays() -> None:
    kegiatan = ELEVEN["program"][0]["kegiatan"][0]
    rows = print_table(ELEVEN, None)
    assert kegiatan["renja_n-1"]["realisasi"] in [row["renja_n1_realisasi"] for row in rows]
