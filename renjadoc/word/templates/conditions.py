"""Conditions and cuts of a template that would drop content of other documents: what is true this year only is told.

What every document has (the kind of a row, the pattern of a block, a part that is there or not) is tried with marks;
what depends on a value is seen here, in the template's own tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from renjadoc.problem import shorten_text
from renjadoc.word.templates import tags
from renjadoc.word.templates.page_losses import PageLoss
from renjadoc.word.templates.short_tags import show_short
from renjadoc.word.templates.words import hide_rooms

#: What every document says of its blocks and rows, so that each way is tried.
_TRIED = {"blok.pola", "blok.awal_lanskap", "blok.akhir_lanskap", "blok.akhir_bab", "contoh_gaya", "isi"}
_TRIED_OF_ROWS = ("jenis", "ulangan")
_ROWS, _ROW = "blok.baris", "baris"
#: What the items of a loop are called here, whatever a template calls them.
_CALLED = {"isi": "blok", _ROWS: _ROW}
_BLOCKS = (
    "blok.xml", "blok.xml_lanskap", "blok.judul_tabel", "blok.catatan", "logo", "tanda_tangan", "daftar_isi",
    "daftar_tabel", "daftar_gambar", "daftar_lampiran", "lembar_pengesahan", "kata_pengantar", "ringkasan",
)  # fmt: skip
_CUTTING = ("first", "last", "replace")
_TAG = re.compile(r"{[{%](?:(?!}}|%}).)*[}%]}")


class _Condition(NamedTuple):
    """A part of a condition: what it asks for, whether only if that"""

    paths: frozenset[str]
    is_presence: bool
    line: int
    spared: frozenset[str] = frozenset()


class _ConditionPlace(NamedTuple):
    """What is known where a tag stands: the pattern, the conditions, and what loops call things."""

    pattern: str
    conditions: tuple[_Condition, ...]
    aliases: dict[str, str]

    def narrow(self, asked: Iterable[_Condition], pattern: str = "") -> _ConditionPlace:
        """The place behind some more conditions."""
        return self._replace(pattern=pattern or self.pattern, conditions=(*self.conditions, *asked))


def find_conditions(source: str) -> list[PageLoss]:
    """What the tags of a part would leave out of some document: what is wrong, what to do, how to say it is meant."""
    if tags.find_bad_text(source):
        return []
    try:
        tree = Environment().parse(source)
    except (TemplateSyntaxError, RecursionError):
        return []  # That is told where the template is looked through.
    if tags.find_bad_tag(tree):
        return []
    finder = _Finder(source.split("\n"))
    finder.walk(tree.body, _ConditionPlace("", (), {}))
    return list(dict.fromkeys(finder.found))


class _Finder:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.found: list[PageLoss] = []

    def walk(self, body: Iterable[nodes.Node], place: _ConditionPlace) -> None:
        """Look at every tag of a stretch of the template."""
        for node in body:
            if isinstance(node, nodes.If):
                self._walk_branches(node, place)
            elif isinstance(node, nodes.For):
                self._walk_loop(node, place)
            elif isinstance(node, nodes.Output):
                self._walk_values(node.nodes, place)
            elif isinstance(node, nodes.Assign):
                self._walk_values([node.node], place)
                if isinstance(node.target, nodes.Name):
                    place.aliases[node.target.name] = next(_find_paths(node.node, place.aliases), "")

    def _walk_branches(self, node: nodes.If, place: _ConditionPlace) -> None:
        branches = [node, *node.elif_]
        before: list[_Condition] = []
        spared = frozenset(_find_printed([node], place.aliases))
        for branch in branches:
            asked = [one._replace(spared=spared) for one in _split(branch.test, place.aliases)]
            self.walk(branch.body, place.narrow([*before, *asked], _find_pattern(branch.test)))
            before += [one._replace(is_presence=False) for one in asked]
        self.walk(node.else_, place.narrow(before))

    def _walk_loop(self, node: nodes.For, place: _ConditionPlace) -> None:
        walked = next(_find_paths(node.iter, place.aliases), "")
        if walked.startswith(f"{_ROW}.") or walked == _ROWS:
            self._tell_cut(node.iter, walked, place)
        aliases = dict(place.aliases)
        if isinstance(node.target, nodes.Name):
            aliases[node.target.name] = _CALLED.get(walked, walked)
        asked = _split(node.test, aliases) if node.test else ()
        self.walk(node.body, place._replace(aliases=aliases).narrow(asked))

    def _walk_values(self, values: Iterable[nodes.Node], place: _ConditionPlace) -> None:
        for value in values:
            # What both sides of `a if b else c` print hangs on nothing.
            spared = frozenset(_find_printed([value], place.aliases))
            choices = [*value.find_all(nodes.CondExpr), *([value] if isinstance(value, nodes.CondExpr) else [])]
            asked = [one._replace(spared=spared) for choice in choices for one in _split(choice.test, place.aliases)]
            for path in filter(_is_content, dict.fromkeys(_find_shown(value, place.aliases))):
                self._tell_conditions(path, place.narrow(asked))
                self._tell_cut(value, path, place)

    def _tell_conditions(self, path: str, place: _ConditionPlace) -> None:
        for one in place.conditions:
            if path in one.spared or (one.paths <= {path} and one.is_presence):
                continue
            if doubtful := [asked for asked in one.paths if not _is_tried(asked)]:
                message = f"{_name_tag(path)} hanya tercetak bila syaratnya benar (“{self._read_line(one.line)}”)"
                hint = f"Dokumen lain yang tidak memenuhinya ({', '.join(sorted(doubtful))}) akan kehilangan isi: hapus"
                self.found.append((message, f"{hint} syarat itu.", f"syarat.{_name_place(path, place)}"))

    def _tell_cut(self, value: nodes.Node, path: str, place: _ConditionPlace) -> None:
        """Whether only a part of a value or of the rows is taken."""
        sliced = any(isinstance(one.arg, nodes.Slice) for one in value.find_all(nodes.Getitem))
        sliced = sliced or (isinstance(value, nodes.Getitem) and isinstance(value.arg, nodes.Slice))
        filters = [*value.find_all(nodes.Filter), *([value] if isinstance(value, nodes.Filter) else [])]
        if sliced or any(one.name in _CUTTING for one in filters):
            message = f"{_name_tag(path)} dipotong atau diubah oleh tandanya (“{self._read_line(value.lineno)}”)"
            hint = "Hapus [ … ] atau saringan “first”, “last”, “replace” itu: isi yang lebih panjang akan hilang."
            self.found.append((message, hint, f"syarat.{_name_place(path, place)}"))

    def _read_line(self, line: int) -> str:
        """The tags of a line of the source, as they stand in the template."""
        text = self._lines[min(max(line, 1), len(self._lines)) - 1]
        said = " ".join(_TAG.findall(re.sub(r"<[^>]+>", "", show_short(hide_rooms(text)))))
        return shorten_text(said, 120)


def _split(test: nodes.Node, aliases: dict[str, str]) -> Iterator[_Condition]:
    """The parts of a condition that each ask for something."""
    if isinstance(test, nodes.And | nodes.Or):
        yield from _split(test.left, aliases)
        yield from _split(test.right, aliases)
    elif isinstance(test, nodes.Not):
        yield from _split(test.node, aliases)
    else:
        paths = frozenset(_find_paths(test, aliases))
        yield _Condition(paths, _asks_presence(test), test.lineno)


def _asks_presence(test: nodes.Node) -> bool:
    if isinstance(test, nodes.Compare):
        compared = [one.expr for one in test.ops]
        return len(compared) == 1 and isinstance(compared[0], nodes.Const) and compared[0].value in ("", None)
    return isinstance(test, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Test)


def _find_paths(node: nodes.Node, aliases: dict[str, str]) -> Iterator[str]:
    """The names that an expression reads, with their parts: `baris.pagu`, whatever a loop calls its rows."""
    if (path := _read_path(node, aliases)) is not None:
        yield path
        if isinstance(node, nodes.Getitem):
            yield from _find_paths(node.arg, aliases)
        return
    for child in node.iter_child_nodes():
        yield from _find_paths(child, aliases)


def _read_path(node: nodes.Node, aliases: dict[str, str]) -> str | None:
    if isinstance(node, nodes.Name):
        return aliases.get(node.name) or node.name
    if isinstance(node, nodes.Getattr):
        owner = _read_path(node.node, aliases)
        return None if owner is None else f"{owner}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        owner = _read_path(node.node, aliases)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return f"{owner}.{key}" if owner is not None and isinstance(key, str) else owner
    return None


def _find_printed(body: Iterable[nodes.Node], aliases: dict[str, str]) -> Iterator[str]:
    """What a stretch prints however its conditions come out."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from (path for one in node.nodes for path in _find_printed([one], aliases))
        elif isinstance(node, nodes.If):
            sides = [node.body, *(one.body for one in node.elif_), node.else_]
            yield from set.intersection(*(set(_find_printed(side, aliases)) for side in sides))
        elif isinstance(node, nodes.CondExpr):
            sides = [[node.expr1], [node.expr2] if node.expr2 is not None else []]
            yield from set.intersection(*(set(_find_printed(side, aliases)) for side in sides))
        elif isinstance(node, nodes.Expr):
            yield from _find_shown(node, aliases)


def _find_shown(value: nodes.Node, aliases: dict[str, str]) -> Iterator[str]:
    """What an expression may print, without what it only asks for."""
    if (path := _read_path(value, aliases)) is not None:
        yield path
        return
    asked = value.test if isinstance(value, nodes.CondExpr) else None
    for child in value.iter_child_nodes():
        if child is not asked:
            yield from _find_shown(child, aliases)


def _is_tried(path: str) -> bool:
    owner, _, part = path.rpartition(".")
    return path in _TRIED or (owner == _ROW and part in _TRIED_OF_ROWS)


def _is_content(path: str) -> bool:
    return path in _BLOCKS or path.startswith((f"{_ROW}.", "pengesahan."))


def _find_pattern(test: nodes.Node) -> str:
    """The pattern that a condition asks for."""
    if isinstance(test, nodes.Compare) and _read_path(test.expr, {}) == "blok.pola":
        found = (str(one.expr.value) for one in test.ops if isinstance(one.expr, nodes.Const))
        return next(found, "")
    return ""


def _name_tag(path: str) -> str:
    return f"{{{{p {path} }}}}" if path in _BLOCKS else "deret baris tabel" if path == _ROWS else f"{{{{ {path} }}}}"


def _name_place(path: str, place: _ConditionPlace) -> str:
    return path.replace(_ROW, place.pattern, 1) if path.startswith(_ROW) and place.pattern else path
