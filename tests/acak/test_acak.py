"""A short run of the laws over random content and spoilt files; the long one is `python -m tests.acak`."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.acak import laws
from tests.acak.folders import Files, folders

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


@pytest.fixture(scope="module")
def original() -> bytes:
    return laws.document_to_spoil()


@pytest.mark.parametrize("number", range(30))
def test_spoilt_documents_give_problems(number: int, original: bytes) -> None:
    laws.spoilt_documents_give_problems(number, original)


@pytest.fixture(scope="module")
def workbooks() -> tuple[bytes, bytes]:
    return laws.workbooks_to_spoil()


@pytest.mark.parametrize("number", range(30))
def test_spoilt_workbooks_give_problems(number: int, workbooks: tuple[bytes, bytes]) -> None:
    laws.spoilt_workbooks_give_problems(number, workbooks)
