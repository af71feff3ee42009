"""Every rule by its own documentation: the examples that fail are found, word for word, and those that pass pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renjadoc.checks import manual
from renjadoc.checks.documentation import Example, read_documentation
from renjadoc.checks.input_rules import read_input_rules
from renjadoc.checks.registry import RULES
from renjadoc.checks.rule import rule
from tests.checks.examples import BASE, change_folder, find_problems, lay_down, report_of_checks, restore_folder
from tests.conftest import ROOT
from tests.lines import list_problems

EXPECTED = Path(__file__).parent / "laporan"
Change = Callable[[Example], Path]
NO_FINDINGS = "0 galat, 0 peringatan.\n"

DOCUMENTED = {code: read_documentation(rule.doc) for code, rule in manual.EXPLAINED.items()}
FAILS = [(code, n, example) for code, doc in DOCUMENTED.items() for n, example in enumerate(doc.fails, 1)]
PASSES = [(code, n, example) for code, doc in DOCUMENTED.items() for n, example in enumerate(doc.passes, 1)]


def _ids(cases: list[tuple[str, int, Example]]) -> list[str]:
    return [f"{code}-{number}" for code, number, _ in cases]


def test_base_is_right(changed: Change) -> None:
    assert report_of_checks(changed(Example(()))) == NO_FINDINGS


def test_a_changed_folder_is_the_base_again(tmp_path: Path) -> None:
    """Whatever way an example changes it: else each would be found, or not, by what came before it."""
    folder = lay_down(Example(()), tmp_path / "isi")
    ways = {tuple((change.file, change.how) for change in one.list_changes()): one for _, _, one in (*FAILS, *PASSES)}
    for example in ways.values():
        restore_folder(change_folder(folder, example), example)
    assert _read_files(folder) == _read_files(BASE)


def _read_files(folder: Path) -> dict[str, bytes]:
    """Every file and folder within it."""
    paths = folder.rglob("*")
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"" for path in paths}


@pytest.mark.lambat
@pytest.mark.parametrize(("code", "number", "example"), FAILS, ids=_ids(FAILS))
def test_all_rules_say_what_is_kept(
    code: str, number: int, example: Example, changed: Change, request: pytest.FixtureRequest
) -> None:
    said = report_of_checks(changed(example))
    assert f" {code}: " in said
    kept = EXPECTED / f"{code}-{number}.txt"
    if request.config.getoption("--perbarui"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(said, "utf-8")
    assert said == kept.read_text("utf-8")


@pytest.mark.parametrize(("code", "number", "example"), FAILS, ids=_ids(FAILS))
def test_failing_example_is_found(code: str, number: int, example: Example, changed: Change) -> None:
    """By the rule alone, as it is kept."""
    said = list_problems(find_problems(changed(example), code))[:-1]
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
def test_no_rule_finds_anything_in_a_passing_example(code: str, number: int, example: Example, changed: Change) -> None:
    said = report_of_checks(changed(example))
    assert f" {code}: " not in said
    assert said == NO_FINDINGS or code in read_input_rules()


@pytest.mark.lambat
@pytest.mark.parametrize(("code", "number", "example"), PASSES, ids=_ids(PASSES))
def test_passing_example_passes(code: str, number: int, example: Example, changed: Change) -> None:
    """In the eyes of the rule alone."""
    assert find_problems(changed(example), code) == []


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
