"""The bounds that the house keeps to: sizes of files and functions, names, purpose lines."""

from __future__ import annotations

import ast

from tools import ukuran

PACKAGE = ukuran.ROOT / "renjadoc"
TREES = ukuran.read_code(PACKAGE)


def test_no_file_and_no_function_is_too_long() -> None:
    lines = ukuran.count_lines(PACKAGE, TREES)
    assert {path for path, count in lines.items() if count > ukuran.LONGEST_FILE} == set()
    functions = {
        (path, node.name): (node.end_lineno or 0) - node.lineno + 1 for path, node in ukuran.walk_functions(TREES)
    }
    assert len(functions) > 3_000
    assert {place for place, count in functions.items() if count > ukuran.LONGEST_FUNCTION} == set()


def test_no_class_has_the_name_of_another() -> None:
    assert ukuran.find_doubled_classes(TREES) == {}


def test_most_functions_say_what_they_do_to_what() -> None:
    names = [node.name for _, node in ukuran.walk_functions(TREES)]
    assert sum(map(ukuran.is_one_word, names)) < len(names) * 0.25


def test_every_file_says_what_it_is_for() -> None:
    """In one sentence, which no other file says of itself."""
    said: dict[str, object] = {}
    for path, tree in TREES.items():
        purpose = (ast.get_docstring(tree) or "").partition("\n")[0]
        assert purpose.endswith(".") or not purpose, f"{path} does not say it in its first line"
        assert len(purpose) > 20 or path.name == "__init__.py", f"{path} does not say what it is for"
        assert purpose not in said or path.name.endswith("_types.py"), f"{path} says what {said[purpose]} says"
        said[purpose] = path
