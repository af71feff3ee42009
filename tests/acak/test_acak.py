"""A short run of the laws over random content and spoilt files; the long one is `python -m tests.acak`."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.acak import laws
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


@pytest.mark.parametrize("number", range(30))
def test_spoilt_content_gives_problems(number: int) -> None:
    laws.spoilt_content_gives_problems(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_documents_give_problems(number: int) -> None:
    laws.spoilt_documents_give_problems(number)


@pytest.mark.parametrize("number", range(15))
def test_spoilt_templates_give_problems(number: int) -> None:
    laws.spoilt_templates_give_problems(number)


@pytest.mark.parametrize("number", range(30))
def test_spoilt_workbooks_give_problems(number: int) -> None:
    laws.spoilt_workbooks_give_problems(number)


def test_a_folder_that_fails_is_made_smaller() -> None:
    files = {"a.json": {"x": [1, 2, 3, {"y": "gagal"}], "z": 1}, "b.json": [1]}
    small = smaller(files, lambda less: "gagal" in json.dumps(less), 10)
    assert small == {"a.json": {"x": [{"y": "gagal"}]}}
