"""A short run of the laws over random content and spoilt files; the long one is `python -m tests.acak`."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.acak import (
    bases,
    file_laws,
    folder_laws,
    incoming_laws,
    laws,
    page_laws,
    return_laws,
    spoil_folder,
    workers,
)
from tests.acak.folders import Files, folders
from tests.acak.smaller import smaller

#: No shrinking: a folder that fails is shown as it is, and the long run makes it small.
_SHORT = settings(
    max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck)
)


@_SHORT
@given(folders())
def test_valid_content_is_printed_whole(files: Files) -> None:
    laws.valid_content_is_printed_whole(files)


@settings(_SHORT, max_examples=6)
@given(folders(), st.integers(0, 99))
def test_what_goes_out_comes_back(files: Files, number: int) -> None:
    return_laws.what_goes_out_comes_back(files, number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_json_gives_problems(number: int) -> None:
    folder_laws.spoilt_json_gives_problems(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_folders_give_problems(number: int) -> None:
    folder_laws.spoilt_folders_give_problems(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_documents_give_problems(number: int) -> None:
    file_laws.spoilt_documents_give_problems(number)


@pytest.mark.parametrize("number", range(20))
def test_spoilt_templates_give_problems(number: int) -> None:
    file_laws.spoilt_templates_give_problems(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_workbooks_give_problems(number: int) -> None:
    file_laws.spoilt_workbooks_give_problems(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_rows_give_problems(number: int) -> None:
    file_laws.spoilt_rows_give_problems(number)


@pytest.mark.parametrize("number", range(20))
def test_spoilt_zips_give_problems(number: int) -> None:
    incoming_laws.spoilt_zips_give_problems(number)


@pytest.mark.parametrize("number", range(20))
def test_spoilt_pages_give_problems(number: int) -> None:
    incoming_laws.spoilt_pages_give_problems(number)


@pytest.mark.parametrize("number", range(20))
def test_edited_tables_come_in_once(number: int) -> None:
    incoming_laws.edited_tables_come_in_once(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_uploads_give_problems(number: int) -> None:
    page_laws.spoilt_uploads_give_problems(number)


@pytest.mark.parametrize("number", range(0, 60, 2))
def test_what_is_typed_on_the_page_gives_problems(number: int) -> None:
    page_laws.spoilt_requests_give_problems(number)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="tidak ada fork")
def test_a_law_that_hangs_dies_or_grows_is_a_failure_of_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_SECONDS", 0.2)
    monkeypatch.setattr(workers, "MOST_WAITING", 1)
    monkeypatch.setattr(workers, "MOST_MEGABYTES", 10_000)

    def law(number: int) -> list[str]:
        if number == 1:
            while True:
                pass
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 3:
            time.sleep(30)
        if number == 4:
            raise ValueError("salah")
        return ["jadi"]

    outcomes = list(workers.run_numbers(law, range(6)))
    assert [one.number for one in outcomes] == list(range(6))
    assert [bool(one.failure) for one in outcomes] == [False, True, True, True, True, False]
    assert "tidak selesai" in outcomes[1].failure
    assert "berakhir" in outcomes[2].failure
    assert outcomes[5].ends == ["jadi"]


def test_a_folder_that_fails_is_made_smaller() -> None:
    files = {"a.json": {"x": [1, 2, 3, {"y": "gagal"}], "z": 1}, "b.json": [1]}
    small = smaller(files, lambda less: "gagal" in json.dumps(less), 10)
    assert small == {"a.json": {"x": [{"y": "gagal"}]}}


def test_what_spoils_a_folder_touches_nothing_outside_and_waits_for_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "luar.json"
    outside.write_text("utuh", "utf-8")
    monkeypatch.setattr(spoil_folder, "_LINKS", [str(outside)])
    for number in range(40):
        with bases.copied(bases.tiny()) as root:
            chance = random.Random(number)
            for _ in range(3):
                spoil_folder.of_folder(root, chance)
            assert spoil_folder.pick_file(root, chance).stat().st_size < 1 << 30
    assert outside.read_text("utf-8") == "utuh"
    assert outside.stat().st_mode & 0o200
