"""Tables of a web page that calls itself a workbook, as systems export them: `.xls` that is HTML within."""

from __future__ import annotations

from html.parser import HTMLParser

from renjadoc.sheets.sipd.records import is_amount
from renjadoc.word.packages.package import PackageError

_TOP = 64
_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_MOST_SPANS = 500


def is_page(raw: bytes) -> bool:
    """Whether the bytes are a page with a table."""
    start = _decode(raw[:200_000]).lstrip().casefold()
    return start.startswith("<") and "<table" in start


def read_tables(raw: bytes, most_cells: int) -> list[list[list[str]]]:
    """The tables that hold no other, row by row; a merged head is said in each of its cells. Raises PackageError."""
    reader = _TableReader(most_cells)
    reader.feed(_decode(raw))
    reader.close()
    return [table for table in reader.tables if table]


def _decode(raw: bytes) -> str:
    for mark, encoding in _ENCODINGS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


class _TableReader(HTMLParser):
    def __init__(self, most_cells: int) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._left = most_cells
        self._text: list[str] | None = None
        self._spans = (1, 1)
        #: Cells that one above reaches down into: column -> (rows left, text).
        self._hanging: dict[int, tuple[int, str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._end_row()
            self.tables.append([])
            self._hanging = {}
        elif tag == "tr" and self.tables:
            self._end_row()
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self.tables:
            self._end_cell()
            if not self.tables[-1]:
                self.tables[-1].append([])
            said = dict(attrs)
            self._spans = _read_span(said.get("rowspan")), _read_span(said.get("colspan"))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_row(self) -> None:
        """Nothing of the row is left over for the next: what reaches down into it behind its last cell, neither."""
        self._end_cell()
        row = self.tables[-1][-1] if self.tables and self.tables[-1] else None
        while row is not None and any(column >= len(row) for column in self._hanging):
            before = len(row)
            self._fill_hanging(row)
            row += [""] * (len(row) == before)
            self._count_cells(len(row) - before)

    def _end_cell(self) -> None:
        if self._text is None:
            return
        text, (down, across), row = " ".join("".join(self._text).split()), self._spans, self.tables[-1][-1]
        self._text = None
        self._fill_hanging(row)
        is_head = len(self.tables[-1]) <= _TOP
        for number in range(across):
            self._count_cells(1)
            if down > 1:
                self._hanging[len(row)] = down - 1, text if is_head and not is_amount(text) else ""
            row.append(text if number == 0 or is_head else "")

    def _count_cells(self, more: int) -> None:
        self._left -= more
        if self._left < 0:
            raise PackageError("baris atau kolom terlalu banyak untuk sebuah ekspor")

    def _fill_hanging(self, row: list[str]) -> None:
        while len(row) in self._hanging:
            left, text = self._hanging.pop(len(row))
            if left > 1:
                self._hanging[len(row)] = left - 1, text
            row.append(text)


def _read_span(said: str | None) -> int:
    return min(int(said), _MOST_SPANS) if said and said.isdecimal() and int(said) else 1
