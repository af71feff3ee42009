"""Rules on the evaluation whose programs state figures above sub kegiatan, and on T-C.30 of Permendagri 86/2017."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.checks.documentation import Example
from renjadoc.examine import examine_folder
from tests.checks.examples import lay_down
from tests.conftest import as_86

FIGURES = {
    "indikator": "Persentase koperasi sehat", "target_renstra": "80%", "target_n-2": "60%", "realisasi_sd_n-2": "55%",
    "renja_n-2": {"target": "60%", "realisasi": "57%"}, "renja_n-1": {"target": "70%", "realisasi": "70%"},
}  # fmt: skip
OPEN = dict.fromkeys(FIGURES) | {key: {"target": None, "realisasi": None} for key in ("renja_n-2", "renja_n-1")}
SUB = {**FIGURES, "kode": "2.17.03.2.01.0001", "nama": "Pengawasan Simpan Pinjam"}


def _evaluation(data: Any) -> tuple[Any, Any, Any]:
    program = data["program"][0]
    program.update(json.loads(json.dumps(FIGURES)))
    program["kegiatan"][0]["sub_kegiatan"] = [json.loads(json.dumps(SUB))]
    return program, program["kegiatan"][0], program["kegiatan"][0]["sub_kegiatan"][0]


def _found(root: Path, name: str, change: Callable[[Any], Any]) -> list[tuple[str, str]]:
    """What is found in one table after a change: rule and place."""
    folder = lay_down(Example(()), root / "isi")
    path = folder / "tabel" / f"{name}.json"
    data = json.loads(path.read_text("utf-8"))
    change(data)
    path.write_text(json.dumps(data), "utf-8")
    _, outcome = examine_folder(folder)
    assert outcome.crashes == {}
    return [(problem.code, problem.location.pointer) for problem in outcome.problems]


_P, _S = "/program/0", "/program/0/kegiatan/0/sub_kegiatan/0"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda p, k, s: None, []),
        (lambda p, k, s: p.update(target_renstra=None), [("RJ104", f"{_P}/target_renstra")]),
        (lambda p, k, s: p.pop("target_renstra"), [("RJ104", f"{_P}/target_renstra")]),
        (lambda p, k, s: p.update({"realisasi_sd_n-2": None}), [("RJ208", f"{_P}/realisasi_sd_n-2")]),
        (lambda p, k, s: p.update({"realisasi_sd_n-2": ""}), []),
        (lambda p, k, s: p.update(tercatat={"renja_n-2_persen": 90}), [("RJ105", f"{_P}/tercatat/renja_n-2_persen")]),
        (lambda p, k, s: p.update(tercatat={"renja_n-2_persen": 95}), []),
        (lambda p, k, s: s.update(indikator=None), [("RJ208", f"{_S}/indikator")]),
        (lambda p, k, s: s.update(indikator=""), [("RJ208", f"{_S}/indikator")]),
        (lambda p, k, s: s.update(kode="2.17.03.2.02.0001"), [("RJ306", f"{_S}/kode")]),
        (lambda p, k, s: s.update(kode="2.17.03.2.01"), [("RJ306", f"{_S}/kode"), ("RJ307", f"{_S}/kode")]),
        (lambda p, k, s: s.update(nama="-"), [("RJ209", f"{_S}/nama")]),
        (lambda p, k, s: k.update(OPEN), []),
    ],
)  # fmt: skip
def test_rows_of_the_evaluation(
    tmp_path: Path, change: Callable[[Any, Any, Any], Any], expected: list[tuple[str, str]]
) -> None:
    assert sorted(_found(tmp_path, "evaluasi", lambda data: change(*_evaluation(data)))) == sorted(expected)


def _service(data: Any) -> Any:
    old = as_86(data)
    data.clear()
    data.update(old)
    return data["indikator"][1]


_I = "/indikator/1"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda one: None, []),
        (lambda one: one["target"].update({"n-2": None}), [(code, f"{_I}/target/n-2") for code in ("RJ104", "RJ208")]),
        (lambda one: one["target"].update({"n+1": 31}), [("RJ103", f"{_I}/target/n+1")]),
        (lambda one: one["proyeksi"].update({"n": None}), [("RJ208", f"{_I}/proyeksi/n")]),
        (lambda one: one.update(ikk=None), [("RJ208", f"{_I}/ikk")]),
        (lambda one: one.update(ikk="", catatan=""), []),
    ],
)  # fmt: skip
def test_rows_of_service_performance(
    tmp_path: Path, change: Callable[[Any], Any], expected: list[tuple[str, str]]
) -> None:
    def changed(data: Any) -> None:
        one = _service(data)
        # The years of the other table: 21, 22, 24, 26, 28, 30 from the last of the period before on.
        one["target"].update({"n-2": 22, "n-1": 24, "n": 26, "n+1": 28})
        data["indikator"][0]["target"] = {"n-2": "54%", "n-1": "55%", "n": "57%", "n+1": "60%"}
        change(one)

    assert _found(tmp_path, "capaian-kinerja", changed) == expected
