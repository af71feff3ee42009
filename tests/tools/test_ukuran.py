"""The bounds that the house keeps to: sizes of files and functions, names, purpose lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import ukuran
from tools.ukuran import Module


@pytest.fixture(scope="module")
def modules() -> dict[Path, Module]:
    return ukuran.read_code(ukuran.ROOT / "renjadoc")


def test_no_file_and_no_function_is_too_long(modules: dict[Path, Module]) -> None:
    assert {path for path, module in modules.items() if module.lines > ukuran.LONGEST_FILE} == set()
    functions = [(path, name, lines) for path, module in modules.items() for name, lines in module.functions]
    assert len(functions) > 3_000
    assert [one for one in functions if one[2] > ukuran.LONGEST_FUNCTION] == []


def test_no_class_has_the_name_of_another(modules: dict[Path, Module]) -> None:
    assert ukuran.find_doubled_classes(modules) == {}


def test_most_functions_say_what_they_do_to_what(modules: dict[Path, Module]) -> None:
    names = [name for module in modules.values() for name, _ in module.functions]
    assert sum(map(ukuran.is_one_word, names)) < len(names) * 0.25


def test_every_file_says_what_it_is_for(modules: dict[Path, Module]) -> None:
    """In one sentence, which no other file says of itself."""
    said: dict[str, object] = {}
    for path, module in modules.items():
        purpose = module.purpose
        assert purpose.endswith(".") or not purpose, f"{path} does not say it in its first line"
        assert len(purpose) > 20 or path.name == "__init__.py", f"{path} does not say what it is for"
        assert purpose not in said or path.name.endswith("_types.py"), f"{path} says what {said[purpose]} says"
        said[purpose] = path
