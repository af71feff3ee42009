"""What others may have written into a folder or its memory: one office fails at most, and every report is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.batch.office import Status, make_office
from renjadoc.batch.summary import Summary, summary_lines, write_workbook
from tests.batch.test_massal import lay, task


def test_a_memory_with_a_value_of_another_type_ends_no_later_run(tmp_path: Path) -> None:
    lay(tmp_path, "opd")
    wanted = task(tmp_path / "opd")
    kept = tmp_path / "keluar" / ".renjadoc" / "Renja-opd.docx.json"
    make_office(wanted)
    whole = json.loads(kept.read_bytes())
    values: list[Any] = [
        None,
        True,
        -1,
        10**400,
        1e300,
        float("nan"),
        "x",
        "\ud800",
        [],
        [[1]],
        {},
        {"a": "b"},
        {"a": 10**400},
    ]
    for path in [*((key,) for key in whole), *(("outcome", key) for key in whole["outcome"])]:
        for value in values:
            spoilt = json.loads(json.dumps(whole))
            (spoilt if len(path) == 1 else spoilt["outcome"])[path[-1]] = value
            kept.write_text(json.dumps(spoilt), "utf-8")
            summary = Summary([make_office(wanted)], 1.0)
            assert "\n".join(summary_lines(summary)), path
            assert write_workbook(summary, {}), path
            assert summary.as_data()["ringkasan"]["gagal"] == 0, (path, value)


def test_a_pagu_beyond_all_money_is_no_part_of_the_sum(tmp_path: Path) -> None:
    lay(tmp_path, "opd")
    path = tmp_path / "opd" / "tabel" / "rencana-program.json"
    data = json.loads(path.read_text("utf-8"))
    data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["pagu"] = 10**400
    path.write_text(json.dumps(data), "utf-8")
    summary = Summary([make_office(task(tmp_path / "opd"))], 1.0)
    assert summary.results[0].pagu is None
    assert "\n".join(summary_lines(summary))
    assert write_workbook(summary, {})


@pytest.mark.parametrize("year", [10**400, -(10**20)], ids=["large", "negative"])
def test_a_year_that_is_none_is_told_by_the_office_alone(tmp_path: Path, year: int) -> None:
    lay(tmp_path, "opd")
    path = tmp_path / "opd" / "dokumen.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"tahun": year}), "utf-8")
    summary = Summary([make_office(task(tmp_path / "opd"))], 1.0)
    assert (summary.results[0].status, summary.results[0].tahun) == (Status.FAILED, None)
    assert write_workbook(summary, {})
