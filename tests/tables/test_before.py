"""The rows of a plan before and after it was changed: each stands in one pair, in the order of the new plan."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renjadoc.tables.before import Amendment, Pair, difference, is_changed, pair_plans

_NAMES = st.lists(st.sampled_from("abcde"), max_size=4, unique=True)


def _plan(names: list[str]) -> dict[str, Any]:
    return {"program": [{"kode": f"1.{name}", "nama": name.upper(), "kegiatan": []} for name in names]}


def _names(rows: list[Any]) -> list[str]:
    return [row["nama"] for row in rows if row is not None]


@settings(max_examples=30)
@given(_NAMES, _NAMES)
def test_every_row_stands_in_one_pair(before: list[str], after: list[str]) -> None:
    old, new = _plan(before), _plan(after)
    pairs = pair_plans(old, new)
    assert _names([pair.after for pair in pairs]) == _names(new["program"])
    assert sorted(_names([pair.before for pair in pairs])) == sorted(_names(old["program"]))
    assert all(pair.before["nama"] == pair.after["nama"] for pair in pairs if pair.before and pair.after)
    names = [pair.node["nama"] for pair in pairs]
    above = ""
    for row in old["program"]:
        if row in new["program"]:
            above = row["nama"]
        elif above:
            between = names[names.index(above) + 1 : names.index(row["nama"])]
            assert set(between) <= set(_names(old["program"])) - set(_names(new["program"]))


def test_what_is_gone_stands_behind_what_it_stood_behind() -> None:
    pairs = pair_plans(_plan(["a", "b", "c", "d", "e"]), _plan(["d", "x", "a"]))
    assert [(pair.node["nama"], pair.after is None) for pair in pairs] == [
        ("D", False), ("E", True), ("X", False), ("A", False), ("B", True), ("C", True),
    ]  # fmt: skip
    first = pair_plans(_plan(["a", "b"]), _plan(["b"]))
    assert [pair.node["nama"] for pair in first] == ["A", "B"]


def test_a_row_is_known_by_its_code_then_by_its_name() -> None:
    def row(code: str, name: str, **more: Any) -> dict[str, Any]:
        return {"kode": code, "nama": name, **more}

    subs = [row("9", "Arsip", pagu=5), row("", "Lain", pagu=7)]
    before = {"program": [row("1", "Lama", kegiatan=[row("2", "K", sub_kegiatan=subs)]), row("", "Tanpa Kode")]}
    after = {"program": [row("", "tanpa  kode"), row("1", "Baru", kegiatan=[row("2", "K", sub_kegiatan=subs[:1])])]}
    first, second = pair_plans(before, after)
    assert (first.before, second.before) == (before["program"][1], before["program"][0])
    walked = Amendment(before, after, [first, second]).walk()
    assert [(pair.level, pair.node["nama"], pair.after is None) for pair in walked] == [
        ("program", "tanpa  kode", False), ("program", "Baru", False), ("kegiatan", "K", False),
        ("sub_kegiatan", "Arsip", False), ("sub_kegiatan", "Lain", True),
    ]  # fmt: skip
    assert [pair.amount() for pair in walked] == [(None, None), (12, 5), (12, 5), (5, 5), (7, 0)]
    assert Amendment(before, after, []).amount() == (12, 5)


@pytest.mark.parametrize(
    ("amounts", "step"), [((5, 7), 2), ((7, None), -7), ((None, 7), 7), ((None, None), None), ((5, 5), 0)]
)
def test_what_is_not_known_counts_as_nothing(amounts: tuple[int | None, int | None], step: int | None) -> None:
    assert difference(amounts) == step


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"nama": "A"}, {"nama": "A", "kegiatan": [1]}, False),
        ({"nama": "A  b"}, {"nama": "A b"}, False),
        ({"target": "5 unit"}, {"target": "6 unit"}, True),
        ({"pagu": 5}, {}, True),
        ({"lokasi": "X"}, {"lokasi": "Y"}, True),
        (None, {"nama": "A"}, True),
        ({"nama": "A"}, None, True),
    ],
)
def test_a_row_is_changed_where_it_says_something_else(before: Any, after: Any, said: bool) -> None:
    assert is_changed(Pair("program", before, after, [])) == said
