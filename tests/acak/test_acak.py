"""A short run of the laws over spoilt files; the long one, and random content, is `python -m tests.acak`."""

from __future__ import annotations

import pytest

from tests.acak import laws


@pytest.mark.parametrize("number", range(30))
def test_spoilt_content_gives_problems(number: int) -> None:
    laws.spoilt_content_gives_problems(number)


@pytest.fixture(scope="module")
def original() -> bytes:
    return laws.document_to_spoil()


@pytest.mark.parametrize("number", range(30))
def test_spoilt_documents_give_problems(number: int, original: bytes) -> None:
    laws.spoilt_documents_give_problems(number, original)
