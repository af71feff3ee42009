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

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 350, 40
ROUNDS = 5

Trees = dict[Path, ast.Module]


def read_code(package: Path) -> Trees:
    """Every module of `package`, by its path within it."""
    return {path.relative_to(package): ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))}


def name_room(path: Path) -> str:
    return path.parent.as_posix() if len(path.parts) > 1 else "(root)"


def count_lines(package: Path, trees: Trees) -> dict[Path, int]:
    return {path: len((package / path).read_text("utf-8").splitlines()) for path in trees}


def walk_functions(trees: Trees) -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function but the dunder methods, which Python names."""
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("__"):
                yield path, node


def is_one_word(name: str) -> bool:
    return "_" not in name.strip("_")


def find_doubled_classes(trees: Trees) -> dict[str, list[str]]:
    """Class names that stand in two files or more."""
    places: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.as_posix())
    return {name: found for name, found in sorted(places.items()) if len(set(found)) > 1}


def read_imports(trees: Trees) -> dict[str, set[str]]:
    """Which module of the package imports which; imports within functions too, those for types alone not."""
    names = {".".join(("renjadoc", *path.with_suffix("").parts)).removesuffix(".__init__") for path in trees}
    imports: dict[str, set[str]] = {}
    for path, tree in trees.items():
        module = ".".join(("renjadoc", *path.with_suffix("").parts)).removesuffix(".__init__")
        found = {f"{node.module}.{one.name}" for node in _walk_running(tree) for one in node.names}
        imports[module] = {name if name in names else name.rpartition(".")[0] for name in found} & names - {module}
    return imports


def _walk_running(tree: ast.AST) -> Iterator[ast.ImportFrom]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node
        yield from _walk_running(node)


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
    trees = read_code(package)
    lines = count_lines(package, trees)
    functions = [(path, node.name, (node.end_lineno or 0) - node.lineno + 1) for path, node in walk_functions(trees)]
    lengths = sorted(length for _, _, length in functions)
    one_word = sum(is_one_word(name) for _, name, _ in functions)
    circles = find_circles(read_imports(trees))
    doubled = find_doubled_classes(trees)
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
