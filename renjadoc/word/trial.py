"""Tries a template: fills it with marks in the place of a document's content, and counts what comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from jinja2 import TemplateError
from markupsafe import Markup

from renjadoc.word.environment import TemplateEnvironment, make_filters
from renjadoc.word.package import DOCUMENT
from renjadoc.word.template import Template

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK = re.compile(r"zq(\d+)q|7(\d{9})", re.IGNORECASE)
_FIRST_FIGURE = 7_000_000_000
_PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_NUMBERS = ("int", "float", "Decimal", "CarriedInt", "CarriedDecimal", "NoneType")
SIGNING = ("tempat_tanggal", "jabatan", "nama", "pangkat", "nip")


class Shape(NamedTuple):
    """What a document holds, as far as a template can tell.

    `patterns` are the tables by the name of their pattern, each with its kinds of rows and the type of every cell of
    such a row; `noted` are those with notes below; `places` are pictures and lists by the name of their tag;
    `is_turned` tells whether anything stands on landscape pages.
    """

    patterns: dict[str, dict[str, dict[str, str]]]
    noted: list[str]
    places: list[str]
    is_turned: bool


class Trial(NamedTuple):
    """What came out: how often every name was printed, and how many rows of Word each kind of row makes.

    `heads` are the rows of a pattern that stand for no row of the table; `own` those of the template's own tables.
    `misplaced` are names on pages that lie the other way.
    """

    printed: dict[str, int]
    rows: dict[str, int]
    heads: dict[str, int]
    own: int
    misplaced: list[str]


class _Figure(int):
    """A number that stays itself whatever a template computes with it."""

    def _stay(self, other: Any) -> _Figure:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __truediv__ = __floordiv__ = __mod__ = _stay


def run_trial(template: Template, shape: Shape, names: dict[str, Any]) -> Trial | None:
    """What a template makes of a document of that shape; None where it cannot be filled at all."""
    return _TrialRun(template, shape).run(names)


class _TrialRun:
    def __init__(self, template: Template, shape: Shape) -> None:
        self._template, self._shape = template, shape
        #: By the number of a mark: the name that it stands for, and the row (pattern, kind, which) that it is in.
        self._names: list[str] = []
        self._rows: dict[int, tuple[str, str, int]] = {}

    def run(self, names: dict[str, Any]) -> Trial | None:
        from lxml import etree  # Only here: a template that was tried before needs no document library.

        context = {
            **names,
            "pengesahan": {name: self._mark(f"pengesahan.{name}") for name in SIGNING},
            **{name: self._mark_paragraph(name) for name in self._shape.places},
            "isi": list(self._make_entries()),
        }
        environment = TemplateEnvironment("", lambda text: [], self._template.sources, self._template.cache_key)
        environment.filters |= dict.fromkeys(make_filters("", lambda text: []), _show_mark)
        try:
            filled = {name: environment.get_template(name).render(context) for name in self._template.sources}
            body = etree.fromstring(filled.pop(DOCUMENT).encode())
        except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError):
            return None
        except etree.XMLSyntaxError:
            return None
        return self._read(body, "".join(filled.values()))

    # What is filled in

    def _mark(self, name: str) -> str:
        self._names.append(name)
        return f"zq{len(self._names) - 1}q"

    def _mark_paragraph(self, name: str) -> Markup:
        return Markup(_PARAGRAPH.format(self._mark(name)))

    def _make_entries(self) -> Iterator[dict[str, Any]]:
        turned = [name for name in self._shape.patterns if self._template.patterns.get(name)]
        yield self._make_text("xml")
        for name in self._shape.patterns:
            if name not in turned:
                yield self._make_table(name)
        if self._shape.is_turned or turned:
            yield self._make_text("xml") | {"akhir_lanskap": False}
            yield self._make_text("xml_lanskap") | {"awal_lanskap": True}
            yield from map(self._make_table, turned)
            yield self._make_text("xml_lanskap") | {"akhir_lanskap": True}
        yield self._make_text("xml") | {"akhir_bab": True}
        yield self._make_text("xml")

    def _make_text(self, kind: str) -> dict[str, Any]:
        blank = {"xml": "", "xml_lanskap": "", "judul_tabel": "", "catatan": "", "pola": "", "baris": []}
        turns = {"awal_lanskap": False, "akhir_lanskap": False, "akhir_bab": False}
        return {**blank, **turns, kind: self._mark_paragraph(f"blok.{kind}")}

    def _make_table(self, pattern: str) -> dict[str, Any]:
        kinds = self._shape.patterns[pattern]
        entry = self._make_text("xml") | {"xml": "", "pola": pattern}
        self._names.pop()
        entry["judul_tabel"] = self._mark_paragraph(f"{pattern}.judul_tabel")
        if pattern in self._shape.noted:
            entry["catatan"] = self._mark_paragraph(f"{pattern}.catatan")
        # Twice each, so that a template that takes only some of the rows is seen.
        entry["baris"] = [self._make_row(pattern, kind, which) for which in (0, 1) for kind in kinds]
        return entry

    def _make_row(self, pattern: str, kind: str, which: int) -> dict[str, Any]:
        first = len(self._names)
        cells = self._shape.patterns[pattern][kind]
        row = {name: self._make_cell(f"{pattern}.{kind}.{name}", stated) for name, stated in cells.items()}
        self._rows |= dict.fromkeys(range(first, len(self._names)), (pattern, kind, which))
        return row | {"jenis": kind}

    def _make_cell(self, name: str, stated: str) -> Any:
        if stated == "list":
            return [self._mark(name), self._mark(name)]
        mark = self._mark(name)
        return _Figure(_FIRST_FIGURE + len(self._names) - 1) if stated in _NUMBERS else mark

    # What came out

    def _read(self, body: Any, sides: str) -> Trial:
        times = Counter(self._find_marks("".join(body.itertext()))) + Counter(self._find_marks(sides))
        printed: dict[str, int] = {}
        for mark, name in enumerate(self._names):
            fewer, more = printed.get(name, times[mark]), times[mark]
            printed[name] = 0 if 0 in (fewer, more) else max(fewer, more)
        trial = Trial(printed, {}, Counter(), 0, self._find_misplaced(body))
        return self._count_rows(body, trial)

    def _count_rows(self, body: Any, trial: Trial) -> Trial:
        rows: Counter[tuple[str, str, int]] = Counter()
        heads: Counter[str] = Counter()
        own = 0
        for table in body.iter(f"{_W}tbl"):
            held = [
                {self._rows[mark] for mark in self._find_marks("".join(row.itertext())) if mark in self._rows}
                for row in table.iterchildren(f"{_W}tr")
            ]
            patterns = {pattern for one in held for pattern, _, _ in one}
            for one in held:
                rows.update(one)
            without = sum(not one for one in held)
            heads.update(dict.fromkeys(patterns, without))
            own += 0 if patterns else without
        first = {f"{pattern}.{kind}": times for (pattern, kind, which), times in rows.items() if not which}
        return trial._replace(rows=first, heads=dict(heads), own=own)

    def _find_misplaced(self, body: Any) -> list[str]:
        """Texts that came out on pages of the other orientation, where a template has both."""
        turned: list[bool] = []
        waiting: list[int] = []
        found: dict[str, bool] = {}
        for block in body.find(f"{_W}body"):
            waiting += self._find_marks("".join(block.itertext()))
            section = block if block.tag == f"{_W}sectPr" else block.find(f"{_W}pPr/{_W}sectPr")
            if section is None:
                continue
            size = section.find(f"{_W}pgSz")
            turned.append(size is not None and size.get(f"{_W}orient") == "landscape")
            for name in (self._names[mark] for mark in waiting):
                if name in ("blok.xml", "blok.xml_lanskap") and turned[-1] != (name == "blok.xml_lanskap"):
                    found[name] = True
            waiting = []
        return sorted(found) if len(set(turned)) > 1 else []

    def _find_marks(self, text: str) -> list[int]:
        """Marks that were given; other figures of a template may look like one."""
        found = (int(match[1] or match[2]) for match in _MARK.finditer(text))
        return [mark for mark in found if mark < len(self._names)]


def _show_mark(value: Any) -> str:
    """What every filter of ours makes of a mark: the mark."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
