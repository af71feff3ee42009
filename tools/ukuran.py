"""Measures the house as docs/ukuran.md tells it: python tools/ukuran.py [FOLDER OF A CHECKOUT]

Sizes, names and circles are read from the code; the ways of a value are counted while it goes them, by perjalanan.py in
a process of its own that imports the renjadoc of that checkout.
"""

from __future__ import annotations

import ast
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 350, 40
ROUNDS = 5


class Module(NamedTuple):
    """What is measured of one module.

    `functions` are the names and lengths of all but the dunder methods, which Python names; `imports` what is imported
    from where, within functions too, for types alone not.
    """

    lines: int
    purpose: str
    functions: list[tuple[str, int]]
    classes: list[str]
    imports: set[str]


Modules = dict[Path, Module]


def read_code(package: Path) -> Modules:
    """Every module of `package`, by its path within it."""
    return {path.relative_to(package): _read_module(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}


def _read_module(text: str) -> Module:
    """The tree is let go at once: to keep those of all modules takes three times as long."""
    tree = ast.parse(text)
    module = Module(len(text.splitlines()), (ast.get_docstring(tree) or "").partition("\n")[0], [], [], set())
    for statement, is_running in _walk_statements(tree):
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            if not statement.name.startswith("__"):
                module.functions.append((statement.name, (statement.end_lineno or 0) - statement.lineno + 1))
        elif isinstance(statement, ast.ClassDef):
            module.classes.append(statement.name)
        elif isinstance(statement, ast.ImportFrom) and statement.module and is_running:
            module.imports.update(f"{statement.module}.{one.name}" for one in statement.names)
    return module


def _walk_statements(node: ast.AST, is_running: bool = True) -> Iterator[tuple[ast.AST, bool]]:
    """Every statement below `node`, and whether it runs: what stands below TYPE_CHECKING does not."""
    for key in ("body", "handlers", "cases", "orelse", "finalbody"):
        runs = is_running and not (key == "body" and isinstance(node, ast.If) and _asks_for_types(node.test))
        for statement in getattr(node, key, ()):
            yield statement, runs
            yield from _walk_statements(statement, runs)


def _asks_for_types(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def name_room(path: Path) -> str:
    return path.parent.as_posix() if len(path.parts) > 1 else "(root)"


def is_one_word(name: str) -> bool:
    return "_" not in name.strip("_")


def find_doubled_classes(modules: Modules) -> dict[str, list[str]]:
    """Class names that stand in two files or more."""
    places: dict[str, set[str]] = defaultdict(set)
    for path, module in modules.items():
        for name in module.classes:
            places[name].add(path.as_posix())
    return {name: sorted(found) for name, found in sorted(places.items()) if len(found) > 1}


def read_imports(modules: Modules) -> dict[str, set[str]]:
    """Which module of the package imports which."""
    named = {".".join(("renjadoc", *path.with_suffix("").parts)).removesuffix(".__init__"): path for path in modules}
    imports: dict[str, set[str]] = {}
    for name, path in named.items():
        imported = modules[path].imports
        imports[name] = {one if one in named else one.rpartition(".")[0] for one in imported} & named.keys() - {name}
    return imports


def find_circles(imports: dict[str, set[str]]) -> list[set[str]]:
    """Groups of modules of which each reaches each other."""
    reach = {module: _reach(imports, module) for module in imports}
    circles = {frozenset(other for other in reach[module] if module in reach[other]) for module in imports}
    return [set(circle) for circle in circles if len(circle) > 1]


def _reach(imports: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for module in imports.get(waiting.pop(), set()) - seen:
            seen.add(module)
            waiting.append(module)
    return seen


def follow_values(checkout: Path) -> dict[str, list[str]]:
    """The functions that a pagu goes through to the XML, and a reviewed sentence back into the data."""
    command = [sys.executable, str(ROOT / "tools" / "perjalanan.py")]
    environment = {**os.environ, "PYTHONPATH": str(checkout), "RENJADOC_TANPA_SIMPANAN": "1"}
    done = subprocess.run(command, env=environment, cwd=checkout, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def time_a_draft(checkout: Path) -> float:
    """Seconds of `renjadoc buat content/2021`, whole process, the least of some rounds; all is in the caches."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable, "-m", "renjadoc", "buat", str(ROOT / "content" / "2021"),
            "--tanpa-halaman", "--timpa", "-o", f"{folder}/hasil.docx",
        ]  # fmt: skip
        environment = {**os.environ, "PYTHONPATH": str(checkout), "XDG_CACHE_HOME": folder}
        seconds = []
        for _ in range(ROUNDS + 1):
            start = time.perf_counter()
            subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True)
            seconds.append(time.perf_counter() - start)
    return min(seconds[1:])


def write_report(checkout: Path) -> Iterator[str]:
    """The measures as lines of Markdown."""
    package = checkout / "renjadoc"
    modules = read_code(package)
    lines = {path: module.lines for path, module in modules.items()}
    functions = [(path, name, length) for path, module in modules.items() for name, length in module.functions]
    lengths = sorted(length for _, _, length in functions)
    one_word = sum(is_one_word(name) for _, name, _ in functions)
    circles = find_circles(read_imports(modules))
    doubled = find_doubled_classes(modules)
    ways = follow_values(checkout)
    yield "| measure | |"
    yield "|---|---|"
    yield f"| lines | {sum(lines.values()):,} |"
    yield f"| files over {LONGEST_FILE} lines | {sum(count > LONGEST_FILE for count in lines.values())} |"
    middle, ninth = statistics.median(lengths), lengths[len(lengths) * 9 // 10]
    yield f"| functions | {len(lengths):,}; median {middle:g} lines, 90% {ninth}, longest {lengths[-1]} |"
    yield f"| functions over {LONGEST_FUNCTION} lines | {sum(length > LONGEST_FUNCTION for length in lengths)} |"
    yield f"| functions of one word | {one_word / len(functions):.0%} |"
    yield f"| class names in two files or more | {len(doubled)} |"
    yield f"| circles | {len(circles)} |"
    for name, functions_passed in ways.items():
        files = {one.partition(":")[0] for one in functions_passed}
        yield f"| {name} | {len(functions_passed)} functions in {len(files)} files |"
    yield f"| `buat content/2021`, without pages | {time_a_draft(checkout):.2f} s |"
    yield from ["", "| room | lines | functions | of one word |", "|---|---|---|---|"]
    rooms = Counter[str]()
    for path, count in lines.items():
        rooms[name_room(path)] += count
    for room, count in sorted(rooms.items()):
        names = [name for path, name, _ in functions if name_room(path) == room]
        share = sum(map(is_one_word, names)) / max(1, len(names))
        yield f"| {room} | {count:,} | {len(names)} | {share:.0%} |"


if __name__ == "__main__":
    print("\n".join(write_report(Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT)))
