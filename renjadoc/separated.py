"""Rows of CSV files as Excel and other programs write them: which letters, which sign between the cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

#: So much of a file tells which sign parts its cells.
_SAMPLE, _SAMPLE_LINES = 20_000, 50


def decode_text(raw: bytes) -> str:
    """A text as Excel writes it: “Unicode” and “CSV UTF-8” say so, else it is in the code page of Windows."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def find_delimiter(text: str) -> str:
    """The sign that parts most lines into equally many cells; amounts and names have commas, too."""
    lines = text[:_SAMPLE].splitlines()[:_SAMPLE_LINES]

    def count_fitting(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(";\t,|", key=count_fitting)


def read_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The cells of each row. Raises csv.Error."""
    return csv.reader(io.StringIO(text.replace("\0", "")), delimiter=delimiter, skipinitialspace=True)
