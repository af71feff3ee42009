"""The last lines before another kind of page stay together, so that no page has only two or three of them."""

from __future__ import annotations

import re

from renjadoc.word import xml
from renjadoc.word.holding import hold_last_lines


def _hold(*texts: str) -> list[str]:
    """How each paragraph of these texts is held before a break behind the last."""
    written = [xml.paragraph("Isi", xml.text_run(text)) if "<" not in text else text for text in texts]
    hold_last_lines(written, len(written))
    kept = [re.findall(r"keepNext|keepLines", one) for one in written]
    return [" ".join(one) for one in kept]


def test_paragraphs_of_a_few_lines_stay_with_those_before_them() -> None:
    assert _hold("a" * 300, "b" * 100, "c" * 80) == ["keepNext keepLines", "keepNext keepLines", "keepLines"]
    assert _hold("a" * 300, "b" * 500) == ["", "keepLines"]


def test_long_paragraphs_break_and_tables_are_not_held() -> None:
    assert _hold("a" * 300, "b" * 2000) == ["", ""]
    assert _hold("a" * 300, "<w:tbl><w:p></w:p></w:tbl>", "b" * 80) == ["", "", "keepLines"]


def test_only_what_ends_there_is_held() -> None:
    written = [xml.paragraph("Isi", xml.text_run("a" * 80)) for _ in range(3)]
    hold_last_lines(written, 1)
    assert ["keepLines" in one for one in written] == [True, False, False]
