"""Tries a template: fills it with marks in the place of a document's content, and counts what comes out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from jinja2 import TemplateError
from markupsafe import Markup

from renjadoc.word.names import W
from renjadoc.word.packages.package import DOCUMENT
from renjadoc.word.templates.environment import TemplateEnvironment, make_filters
from renjadoc.word.templates.template import Template
from renjadoc.word.trial.cells import BEHIND, CAPTION, find_columns, find_strayed
from renjadoc.word.trial.facts import SaidNumber, mark_facts, read_place, read_sides
from renjadoc.word.trial.heads import measure_row, read_head, read_row
from renjadoc.word.trial.order import SIGNED, find_signing, find_titles, signs_behind_appendices

_MARK = re.compile(r"zq(\d+)q|7(\d{9})", re.IGNORECASE)
_FIRST_FIGURE = 7_000_000_000
_PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_NUMBERS = ("int", "float", "Decimal", "CarriedInt", "CarriedDecimal", "NoneType")
#: Filters that make an amount or a percentage of a number.
_FIGURES = ("angka", "rupiah", "persen", "persen_polos")
#: What Jinja would make of a mark by its letters is the mark.
_LETTER_FILTERS = ("lower", "replace", "title", "trim", "upper")
#: The list that a document with appendices has.
_APPENDICES = "daftar_lampiran"
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
    `misplaced` are names on pages that lie the other way. `places` are where a document says what it is (FactsPlace):
    "sampul" (all before the chapters), "kepala POLA" (the head rows of a pattern), and "kaki …" of `read_sides`.
    `twice` are names that one paragraph prints two times. `columns` are the heads of patterns (TableHead), `words` what
    a kind of row says of itself (`capaian_kinerja.rata`), `short` rows that end before their table does
    (`rekap.jumlah`, or `rekap` for one of its head). `forms` are the filters that a value is printed by ("" for none),
    `cells` the columns (from 0) that it stands over. `strayed` are captions and notes that stand elsewhere
    (`find_strayed`), `hidden` are names that were printed where nobody sees them. `signing` are the values of a
    signature in the order in which they are read, each with its label (`find_signing`), `titles` what stands above
    each list (`find_titles`).
    """

    printed: dict[str, int]
    rows: dict[str, int]
    heads: dict[str, int]
    own: int
    misplaced: list[str]
    places: dict[str, tuple[dict[str, int], str]]
    columns: dict[str, tuple[list[str], list[str], list[str], list[list[int]]]]
    words: dict[str, str]
    twice: list[str]
    short: list[str]
    forms: dict[str, list[str]]
    cells: dict[str, list[int]]
    strayed: dict[str, str]
    hidden: list[str]
    signing: list[list[str]]
    titles: dict[str, str]


class _Figure(int):
    """A number that stays itself whatever a template computes with it."""

    def _stay(self, other: object) -> _Figure:
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
        #: By name, the filters that its marks went through.
        self._forms: dict[str, set[str]] = {}

    def run(self, names: dict[str, Any]) -> Trial | None:
        from lxml import etree  # Only here: a template that was tried before needs no document library.

        from renjadoc.word.trial.hidden import drop_unseen

        context = {
            **mark_facts(names),
            "pengesahan": {name: self._mark(f"{SIGNED}{name}") for name in SIGNING},
            **{name: self._mark_paragraph(name) for name in self._shape.places},
            "isi": list(self._make_entries()),
        }
        # Kept apart from what fills documents: filters of constants are computed when a template is compiled.
        key = f"{self._template.cache_key} coba"
        environment = TemplateEnvironment("", lambda text: [], self._template.sources, key)
        forms = make_filters("", lambda text: [])
        environment.filters |= dict.fromkeys(_LETTER_FILTERS, _show_mark)
        environment.filters |= {name: partial(self._show_form, name, form) for name, form in forms.items()}
        try:
            filled = {name: environment.get_template(name).render(context) for name in self._template.sources}
            sides = {name: etree.fromstring(text.encode()) for name, text in filled.items()}
            body = sides.pop(DOCUMENT)
        except (TemplateError, TypeError, ValueError, ArithmeticError, AttributeError, LookupError, RecursionError):
            return None
        except etree.XMLSyntaxError:
            return None
        before = self._find_printed(body)
        for part in (body, *sides.values()):
            drop_unseen(part, self._template.parts["word/styles.xml"], body)
        hidden = before - self._find_printed(body)
        return self._read(body, sides)._replace(hidden=sorted(self._names[mark] for mark in hidden))

    def _find_printed(self, body: Any) -> set[int]:
        return set(self._find_marks("".join(body.itertext())))

    def _show_form(self, name: str, form: Callable[[Any], Any], value: object, *_: Any) -> Any:
        """What a filter of ours makes of a mark, which is the mark; that it went through it is noted."""
        shown = _show_figure(form, value) if name in _FIGURES else _show_mark(value)
        for mark in self._find_marks(str(shown)):
            self._forms.setdefault(self._names[mark], set()).add(name)
        return shown

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
            yield self._make_text("xml_lanskap") | {"awal_lanskap": True, "akhir_lanskap": True}
            # Each between pages of its own, as one that follows upon upright text.
            yield from (self._make_table(name) | {"awal_lanskap": True, "akhir_lanskap": True} for name in turned)
        yield self._make_text("xml") | {"akhir_bab": True}
        # More of them than a signature may stand in a document.
        yield from (self._make_text("xml") for _ in range(2))

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

    def _read(self, body: object, sides: dict[str, Any]) -> Trial:
        texts = ["".join(root.itertext()) for root in (body, *sides.values())]
        times = Counter(mark for text in texts for mark in self._find_marks(text))
        printed: dict[str, int] = {}
        for mark, name in enumerate(self._names):
            fewer, more = printed.get(name, times[mark]), times[mark]
            printed[name] = 0 if 0 in (fewer, more) else max(fewer, more)
        heads = dict(self._find_heads(body))
        places = {
            "sampul": read_place(self._read_front(body)), **dict(read_sides(body, sides, self._template.parts)),
            **{f"kepala {pattern}": read_place(" ".join(map(read_row, rows))) for pattern, rows in heads.items()},
        }  # fmt: skip
        columns = {pattern: (*read_head(rows),) for pattern, rows in heads.items()}
        misplaced, twice, short = self._find_misplaced(body), self._find_twice(body), self._find_short(body)
        forms = {name: sorted(self._forms.get(name, [""])) for name, times in printed.items() if times}
        cells = find_columns(body, self._names, self._find_marks)
        strayed = find_strayed(body, self._names, self._find_marks)
        if _APPENDICES in self._shape.places and signs_behind_appendices(body, self._names, self._find_marks):
            strayed[SIGNED.rstrip(".")] = BEHIND
        signing = find_signing(body, self._names, self._find_marks)
        titles = find_titles(body, self._names, self._find_marks, self._shape.places)
        counted = Trial(
            printed, {}, {}, 0, misplaced, dict(places), columns, {}, twice, short, forms, cells, strayed, [],
            signing, titles,
        )  # fmt: skip
        return self._count_rows(body, counted)

    def _read_front(self, body: Any) -> str:
        """What stands before the chapters."""
        front = []
        for block in body.find(f"{W}body"):
            text = "".join(block.itertext(f"{W}t"))
            if any(self._names[mark] not in self._shape.places for mark in self._find_marks(text)):
                break
            front.append(text)
        return " ".join(front)

    def _find_heads(self, body: Any) -> Iterator[tuple[str, list[Any]]]:
        """The patterns, and the rows above the first row of each."""
        for table in body.iter(f"{W}tbl"):
            head: list[Any] = []
            for row in table.iterchildren(f"{W}tr"):
                if held := [self._rows[mark] for mark in self._find_marks(read_row(row)) if mark in self._rows]:
                    yield held[0][0], head
                    break
                head.append(row)

    def _count_rows(self, body: Any, trial: Trial) -> Trial:
        rows: Counter[tuple[str, str, int]] = Counter()
        heads: Counter[str] = Counter()
        words: dict[str, str] = {}
        own = 0
        for table in body.iter(f"{W}tbl"):
            held = []
            for row in table.iterchildren(f"{W}tr"):
                text = read_row(row)
                held.append({self._rows[mark] for mark in self._find_marks(text) if mark in self._rows})
                words |= {f"{pattern}.{kind}": _MARK.sub("", text).strip() for pattern, kind, _ in held[-1]}
            # A table may lie within a cell of another, which then is a part of its pattern.
            inside = self._find_marks("".join(table.itertext(f"{W}t")))
            patterns = {self._rows[mark][0] for mark in inside if mark in self._rows}
            for one in held:
                rows.update(one)
            without = sum(not one for one in held)
            heads.update(dict.fromkeys(patterns, without))
            own += 0 if patterns else without
        first = {f"{pattern}.{kind}": times for (pattern, kind, which), times in rows.items() if not which}
        return trial._replace(rows=first, heads=dict(heads), own=own, words=words)

    def _find_short(self, body: Any) -> list[str]:
        found = set()
        for table in body.iter(f"{W}tbl"):
            kinds: list[tuple[int, str]] = []
            for row in table.iterchildren(f"{W}tr"):
                held = [self._rows[mark][:2] for mark in self._find_marks(read_row(row)) if mark in self._rows]
                kinds.append((measure_row(row), ".".join(held[0]) if held else ""))
            widest = max((width for width, _ in kinds), default=0)
            pattern = next((kind.partition(".")[0] for _, kind in kinds if kind), "")
            found |= {kind or pattern for width, kind in kinds if pattern and width < widest}
        return sorted(found)

    def _find_twice(self, body: Any) -> list[str]:
        marks = (Counter(self._find_marks("".join(one.itertext(f"{W}t")))) for one in body.iter(f"{W}p"))
        return sorted({self._names[mark] for found in marks for mark, times in found.items() if times > 1})

    def _find_misplaced(self, body: Any) -> list[str]:
        """Texts that came out on pages of the other orientation, where a template has both."""
        wanted = {f"{name}.{CAPTION}": turned for name, turned in self._template.patterns.items()}
        wanted |= {"blok.xml": False, "blok.xml_lanskap": True}
        turned: list[bool] = []
        waiting: list[int] = []
        found: dict[str, bool] = {}
        for block in body.find(f"{W}body"):
            waiting += self._find_marks("".join(block.itertext()))
            section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
            if section is None:
                continue
            size = section.find(f"{W}pgSz")
            turned.append(size is not None and size.get(f"{W}orient") == "landscape")
            for name in (self._names[mark] for mark in waiting):
                if wanted.get(name, turned[-1]) != turned[-1]:
                    found[name] = True
            waiting = []
        return sorted(found) if len(set(turned)) > 1 else []

    def _find_marks(self, text: str) -> list[int]:
        """Marks that were given; other figures of a template may look like one."""
        found = (int(match[1] or match[2]) for match in _MARK.finditer(text))
        return [mark for mark in found if mark < len(self._names)]


def _show_figure(form: Callable[[Any], Any], value: object) -> Any:
    """A year is none in the form of an amount or a percentage (`2.021`, `Rp2.021`): it is not said then."""
    return form(int(value)) if isinstance(value, SaidNumber) else _show_mark(value)


def _show_mark(value: object, *_: Any) -> str:
    """What every filter of ours makes of a mark: the mark. Raises TypeError for blocks, which no filter prints."""
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        raise TypeError(value)
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
