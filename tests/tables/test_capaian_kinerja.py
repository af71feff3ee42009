"""Service performance in its two forms: printed rows, percentages, a year's step, which keys belong to which."""

from __future__ import annotations

import json
from typing import Any

from renjadoc.content import schema
from renjadoc.content.load import Source
from renjadoc.tables import capaian_kinerja, forms
from renjadoc.tables.kinds import KINDS
from tests.checks.examples import BASE
from tests.conftest import as_86, read
from tests.tables.printing import print_table

FILE = BASE / "tabel" / "capaian-kinerja.json"
EIGHT: Any = json.loads(FILE.read_text("utf-8"))
THIRTEEN = as_86(EIGHT)


def test_the_form_of_permendagri_86_prints_years_and_no_averages() -> None:
    rows = print_table(THIRTEEN, read(BASE))
    assert [(row["jenis"], row.get("nomor")) for row in rows] == [
        ("kelompok", None), ("indikator", 1), ("kelompok", None), ("indikator", 2),
    ]  # fmt: skip
    assert rows[0]["nama"] == "Bidang %"
    first = rows[1]
    assert [first[key] for key in ("target_n2", "target_n1", "target_n", "target_maju")] == [50, 55, 60, "65%"]
    assert [first[key] for key in ("n2", "n1", "proyeksi_n", "proyeksi_maju")] == [54, 55, 61, ["62", "atau lebih"]]
    assert (first["spm"], first["ikk"], first["catatan"]) == ("", "%", "Naik")


def test_both_forms_have_the_same_average() -> None:
    """`{{ capaian.rata_rata }}` goes on saying what it said."""
    averages = [capaian_kinerja.average_percentages(print_table(data, read(BASE)))[0] for data in (EIGHT, THIRTEEN)]
    assert averages[0] == averages[1]
    assert averages[0] is not None


def test_a_step_moves_every_year_and_opens_the_last() -> None:
    one = json.loads(json.dumps(THIRTEEN))
    # However the keys are ordered in the file.
    one["indikator"][0]["target"] = dict(reversed(one["indikator"][0]["target"].items()))
    steps = {
        step.to.removeprefix("/indikator/0/"): step
        for step in KINDS["capaian-kinerja"].step_year(one)
        if "/0/" in step.to
    }
    at = "/indikator/0"
    assert {to: step.source for to, step in steps.items()} == {
        "target/n-2": f"{at}/target/n-1", "target/n-1": f"{at}/target/n", "target/n": f"{at}/target/n+1",
        "target/n+1": None, "capaian/n-2": f"{at}/capaian/n-1", "capaian/n-1": None,
        "proyeksi/n": f"{at}/proyeksi/n+1", "proyeksi/n+1": None, "catatan": f"{at}/catatan",
    }  # fmt: skip
    assert {to for to, step in steps.items() if step.look} == {"proyeksi/n", "catatan"}


def _faults(data: Any) -> list[str]:
    source = Source(FILE, "capaian-kinerja.json", json.dumps(data), data)
    return [f"{problem.code} {problem.message}" for problem in schema.check_schema(source, "capaian-kinerja")]


def test_a_form_needs_its_own_keys_and_keeps_those_of_the_other() -> None:
    assert _faults(EIGHT) == _faults(THIRTEEN) == []
    eight_as_86 = {**EIGHT, "indikator": EIGHT["indikator"][:1], "bentuk": forms.PERMENDAGRI_86}
    found = _faults(eight_as_86)
    assert "RJ011 isian “proyeksi” belum ada" in found
    assert not any("satuan" in fault for fault in found)
    plain = {key: value for key, value in THIRTEEN.items() if key != "bentuk"}
    found = _faults(plain)
    assert "RJ011 isian “satuan” belum ada" in found
    assert not any("spm" in fault for fault in found)
