"""Captions that LibreOffice counted on from chapter to chapter are read as Word counts them."""

from __future__ import annotations

import re
from pathlib import Path

from renjadoc.word.packages import package
from renjadoc.word.reader.read import read_parts
from tests.word.templates import BODY, TEMPLATE
from tests.word.test_completeness import made


def _texts(parts: package.Parts) -> list[str]:
    return [getattr(block, "text", "") for block in read_parts(parts).blocks]


def _count_on(body: str) -> str:
    """What LibreOffice saves: no switch by which numbers start anew, and all counted in one go, references too."""
    numbers = iter(range(1, 100))
    labels: dict[str, str] = {}

    def count(found: re.Match[str]) -> str:
        labels[found[2]] = f"{found[4]}{(number := next(numbers))}"
        return found[0].replace(" \\s 1", "").replace(f"{found[5]}</w:t>", f"{number}</w:t>")

    near = r"(?:(?!bookmarkEnd).)*?"
    shown = r"<w:t [^>]*>({})</w:t>"
    prefix, number = shown.format(r"Tabel\u00a0\d\."), shown.format(r"\d+")
    body = re.sub(rf'(w:name="(_Ref\w{{12}})"/>)({near}{prefix}{near}{number})', count, body)
    for name, label in labels.items():
        body = re.sub(rf"( REF {name} .*?<w:t [^>]*>)[^<]*", lambda found, label=label: found[1] + label, body)
    return body


def test_numbers_start_anew_in_each_chapter(isi: Path) -> None:
    parts = made(isi, TEMPLATE)
    counted_on = _count_on(parts[BODY].decode())
    assert "Tabel\u00a03.7" in counted_on
    assert "SEQ Tabel \\* ARABIC </w:instrText>" in counted_on
    assert _texts({**parts, BODY: counted_on.encode()}) == _texts(parts)
    assert any("Tabel 3.1" in text for text in _texts(parts))


def test_numbers_of_a_document_that_says_where_they_start_stay_as_they_are(isi: Path) -> None:
    parts = made(isi, TEMPLATE)
    typed = re.sub(r"( REF _Ref\w{12} .*?<w:t [^>]*>)[^<]*", r"\1Tabel 9.9", parts[BODY].decode(), count=1)
    assert any("Tabel 9.9" in text for text in _texts({**parts, BODY: typed.encode()}))
