"""Slips of people who type JSON by hand: the mark is named, and the place is where the slip was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renjadoc.content.load import parse_source
from renjadoc.problem import Problem

GOOD = """{
  "judul": "Penutup",
  "daerah": {
    "nama": "X"
  },
  "isi": [
    "satu",
    "dua"
  ]
}
"""


def _find_problems(text: str) -> list[Problem]:
    return parse_source(text.encode(), Path("bab-4.json"), "bab-4.json")[1]


def test_the_base_is_good() -> None:
    assert _find_problems(GOOD) == []


#: what stands in the good text, what is typed instead, line and column, part of the message
SLIPS = [
    ('"satu"', '"satu "atau" lebih"', 7, 11, 'tanda kutip (") ini mengakhiri teks sebelum waktunya'),
    ('"satu"', '"satu "atau, lalu", lebih"', 7, 11, 'tanda kutip (") ini mengakhiri teks sebelum waktunya'),
    ('"satu"', '"lebar 5""', 7, 13, 'tanda kutip (") ini mengakhiri teks sebelum waktunya'),
    ('"judul"', '"ju"dul"', 2, 6, 'tanda kutip (") ini mengakhiri teks sebelum waktunya'),
    ('"satu"', "“satu”", 7, 5, "teks tidak boleh dibuka atau ditutup dengan “"),
    ('"judul"', "“judul”", 2, 3, "teks tidak boleh dibuka atau ditutup dengan “"),
    ('"judul"', "'judul'", 2, 3, "teks tidak boleh dibuka atau ditutup dengan '"),
    ('"Penutup"', '"Penutup”', 2, 20, "teks ini ditutup dengan ”"),
    ('"dua"', '"dua",', 8, 10, "tanda koma (,) ini berlebih"),
    ("  ]\n", "  ],\n", 9, 4, "tanda koma (,) ini berlebih"),
    ('"satu",', '"satu",,', 7, 12, "tanda koma (,) ini berlebih"),
    ('"satu",', '"satu"', 7, 11, "tanda koma (,) kurang di sini"),
    ('"Penutup",', '"Penutup"', 2, 21, "tanda koma (,) kurang di sini"),
    ("  },", "  }", 5, 4, "tanda koma (,) kurang di sini"),
    ('"judul":', '"judul"', 2, 10, "tanda titik dua (:) kurang di sini"),
    ("  },\n", "", 4, 16, "kurung { dari baris 3 kolom 13 belum ditutup dengan }"),
    ('"X"\n  },\n', '"X",\n', 5, 3, "kurung { dari baris 3 kolom 13 belum ditutup dengan } sebelum baris ini"),
    ("  ]\n", "", 9, 1, "kurung [ dari baris 6 kolom 10 belum ditutup dengan ]"),
    ("  ]\n}", "  ]\n", 11, 1, "kurung { dari baris 1 kolom 1 belum ditutup dengan }"),
    (": [\n", ":\n", 7, 5, "kurung [ kurang di sini"),
    (": {\n", ":\n", 4, 5, "kurung { kurang sebelum nama isian ini"),
    ("  },", "  }},", 5, 4, "kurung penutup } ini berlebih"),
    ("]\n}", "]\n}}", 10, 2, "kurung penutup } ini berlebih"),
    ('"satu"', "satu", 7, 5, 'tanda kutip (") kurang di sini, sebelum “satu”'),
    ('"satu"', "True", 7, 5, "True ditulis dengan huruf kecil: true"),
    ('"satu"', "1.250.000", 7, 5, "angka ini tidak sah"),
    ('"X"', "12,5", 4, 13, "angka ini tidak sah"),
    ('"Penutup",', ",", 2, 12, "di sini kurang nilainya"),
    ('"satu",', '"satu";', 7, 11, "tanda ; tidak boleh di sini: antara dua isian dipakai koma (,)"),
    ('"satu"', '{"a": 1, {"b": 2}', 7, 12, "kurung { dari baris 7 kolom 5 belum ditutup dengan } sebelum koma ini"),
    ('"satu"', "// catatan", 7, 5, "JSON tidak mengenal catatan"),
]


@pytest.mark.parametrize(("right", "typed", "line", "column", "said"), SLIPS)
def test_a_slip_is_named_where_it_was_made(right: str, typed: str, line: int, column: int, said: str) -> None:
    (problem,) = _find_problems(GOOD.replace(right, typed, 1))
    assert (problem.code, problem.location.line, problem.location.column) == ("RJ001", line, column), problem
    assert said in problem.message
    assert "; di sini: " in problem.message
    assert "▶" in problem.message


def test_the_text_around_is_shown() -> None:
    (problem,) = _find_problems(GOOD.replace('"satu"', '"satu "atau" lebih"'))
    assert problem.message.endswith('; di sini: …"X" }, "isi": [ "satu ▶"atau" lebih", "dua" ] }')


def test_curly_marks_within_a_text_are_no_slip() -> None:
    (problem,) = _find_problems(GOOD.replace('"satu",', '"disebut “satu”, dan", "a" "b",'))
    assert "tanda koma (,) kurang di sini" in problem.message


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2, "isi": [', '{"a": {"x": 1, "x": 2}, "b": [', '{"isi": [{"a": 1, "a": 2}', '{"a": NaN, "b": [1}',
     '{"a": {"x": 1, "x": 2} "b": 3}', '{"a": {"x": 1, "x": 2}}}'],
)  # fmt: skip
def test_a_doubled_key_before_a_slip_is_a_problem_of_syntax(text: str) -> None:
    (problem,) = _find_problems(text)
    assert problem.code == "RJ001"


@given(
    st.lists(st.tuples(st.integers(0, len(GOOD)), st.sampled_from(["", *'{}[]",:“”x1.\n']), st.booleans()), max_size=5)
)
def test_no_slip_is_a_fault_of_ours(slips: list[tuple[int, str, bool]]) -> None:
    text = GOOD
    for offset, typed, replaces in slips:
        text = text[:offset] + typed + text[offset + replaces :]
    source, problems = parse_source(text.encode(), Path("bab-4.json"), "bab-4.json")
    assert (source is None) == bool(problems) or problems[0].code in {"RJ003", "RJ005"}


def test_many_brackets_that_are_never_closed_are_said_soon() -> None:
    assert _find_problems("[\n" * 900)[0].code == "RJ001"
    assert _find_problems("[\n" * 100_000)[0].code == "RJ007"
