"""Every rule by its own documentation: the examples that fail are found, word for word, and those that pass pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.checks import manual
from renjadoc.checks.documentation import Example
from renjadoc.checks.registry import CHECKS
from renjadoc.problem import CODES
from tests.checks.examples import lay_down, report_of_checks

EXPECTED = Path(__file__).parent / "laporan"
NO_FINDINGS = "0 galat, 0 peringatan.\n"

FAILS = [(rule.code, n, ex) for rule in manual.RULES.values() for n, ex in enumerate(rule.doc.fails, 1)]
PASSES = [(rule.code, n, ex) for rule in manual.RULES.values() for n, ex in enumerate(rule.doc.passes, 1)]


def _ids(cases: list[tuple[str, int, Example]]) -> list[str]:
    return [f"{code}-{number}" for code, number, _ in cases]


def test_base_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert report_of_checks(lay_down(Example(()), Path("isi"))) == NO_FINDINGS


@pytest.mark.parametrize(("code", "number", "example"), FAILS, ids=_ids(FAILS))
def test_failing_example_is_found(
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


@pytest.mark.parametrize(("code", "number", "example"), PASSES, ids=_ids(PASSES))
def test_passing_example_passes(
    code: str, number: int, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = report_of_checks(lay_down(example, Path("isi")))
    assert f" {code}: " not in said
    assert said == NO_FINDINGS or code in CODES


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_rule_is_documented(check: object) -> None:
    doc = manual.RULES[check.code].doc  # type: ignore[attr-defined]
    assert doc.rule
    assert doc.why
    assert doc.source
    assert doc.fails
    assert doc.passes


def test_every_code_is_explained() -> None:
    for rule in manual.RULES.values():
        assert rule.doc.rule, rule.code
        assert rule.doc.fails or rule.doc.told_fails, rule.code
        assert rule.doc.passes or rule.doc.told_passes, rule.code


def test_codes_are_unique() -> None:
    codes = {check.code for check in CHECKS}
    assert len(codes) == len(CHECKS)
    assert not codes & CODES.keys()
