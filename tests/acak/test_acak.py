"""A short run of the laws over random content and spoilt files; the long one is `python -m tests.acak --kali 20000`."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.acak import laws
from tests.acak.folders import Files, folders


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
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
