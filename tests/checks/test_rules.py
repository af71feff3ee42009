"""Every rule by its own documentation: the examples that fail are found, word for word, and those that pass pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renjadoc.checks import manual
from renjadoc.checks.documentation import Example, read_documentation
from renjadoc.checks.input_rules import read_input_rules
from renjadoc.checks.registry import RULES
from renjadoc.checks.rule import rule
from tests.checks.examples import find_problems, lay_down, report_of_checks
from tests.conftest import ROOT
from tests.lines import list_problems

EXPECTED = Path(__file__).parent / "laporan"
NO_FINDINGS = "0 galat, 0 peringatan.\n"

DOCUMENTED = {code: read_documentation(rule.doc) for code, rule in manual.EXPLAINED.items()}
FAILS = [(code, n, example) for code, doc in DOCUMENTED.items() for n, example in enumerate(doc.fails, 1)]
PASSES = [(code, n, example) for code, doc in DOCUMENTED.items() for n, example in enumerate(doc.passes, 1)]


def _ids(cases: list[tuple[str, int, Example]]) -> list[str]:
    return [f"{code}-{number}" for code, number, _ in cases]


def test_base_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert report_of_checks(lay_down(Example(()), Path("isi"))) == NO_FINDINGS


@pytest.mark.lambat
@pytest.mark.parametrize(("code", "number", "example"), FAILS, ids=_ids(FAILS))
def test_all_rules_say_what_is_kept(
    code: str,
    number: int,
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = report_of_checks(lay_down(example, Path("isi")))
    assert f" {code}: " in said
    kept = EXPECTED / f"{code}-{number}.txt"
    if request.config.getoption("--perbarui"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(said, "utf-8")
    assert said == kept.read_text("utf-8")


@pytest.mark.parametrize(("code", "number", "example"), FAILS, ids=_ids(FAILS))
def test_failing_example_is_found(
    code: str, number: int, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the rule alone, as it is kept."""
    monkeypatch.chdir(tmp_path)
    said = list_problems(find_problems(lay_down(example, Path("isi")), code))[:-1]
    assert said == _pick_lines((EXPECTED / f"{code}-{number}.txt").read_text("utf-8"), code)
    assert said


def _pick_lines(report: str, code: str) -> list[str]:
    """What a report says of one rule, advice below it included."""
    picked: list[str] = []
    is_own = False
    for line in report.splitlines():
        is_own = f" {code}: " in line or (is_own and line.startswith("    → "))
        picked += [line] * is_own
    return picked


@pytest.mark.lambat
@pytest.mark.parametrize(("code", "number", "example"), PASSES, ids=_ids(PASSES))
def test_no_rule_finds_anything_in_a_passing_example(
    code: str, number: int, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = report_of_checks(lay_down(example, Path("isi")))
    assert f" {code}: " not in said
    assert said == NO_FINDINGS or code in read_input_rules()


@pytest.mark.parametrize(("code", "number", "example"), PASSES, ids=_ids(PASSES))
def test_passing_example_passes(code: str, number: int, example: Example, tmp_path: Path) -> None:
    """In the eyes of the rule alone."""
    assert find_problems(lay_down(example, tmp_path / "isi"), code) == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_rule_is_documented(code: str) -> None:
    doc = DOCUMENTED[code]
    assert doc.rule
    assert doc.why
    assert doc.source
    assert doc.fails
    assert doc.passes


def test_every_code_is_explained() -> None:
    for code, doc in DOCUMENTED.items():
        assert doc.rule, code
        assert doc.fails or doc.told_fails, code
        assert doc.passes or doc.told_passes, code


def test_codes_are_unique() -> None:
    codes = {rule.code for rule in RULES}
    assert len(codes) == len(RULES)
    assert not codes & read_input_rules().keys()


def test_every_code_that_the_rooms_name_has_a_rule() -> None:
    known = {*read_input_rules(), *(rule.code for rule in RULES)}
    for path in (ROOT / "renjadoc").rglob("*.py"):
        named = set(re.findall(r'"(RJ\d{3})"', path.read_text("utf-8")))
        assert named <= known, path


def test_a_code_belongs_to_one_rule() -> None:
    with pytest.raises(ValueError, match="RJ101"):
        rule("RJ101", "Dua kali")(lambda reading: ())
