"""Measures what `periksa` finds: faults planted one by one into right folders, by group, and its alarms on these.

python tools/ukur_pemeriksaan.py             the faults of tests/checks/tanaman
python tools/ukur_pemeriksaan.py FOLDER …    those of FOLDER/tanam.py, which states FAULTS and BASE as tests do
python tools/ukur_pemeriksaan.py --tulis …   the table into docs/pemeriksaan.md, too
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from renjadoc.examine import examine_folder
from renjadoc.problem import Problem

ROOT = Path(__file__).parent.parent
PLANTED = ROOT / "tests" / "checks" / "tanaman"
PAGE = ROOT / "docs" / "pemeriksaan.md"
_MARKS = "<!-- ukur -->", "<!-- /ukur -->"
_SPELLING = "RJ509"


class Fault(NamedTuple):
    """A fault: the right folder it goes into, the rule that should find it (`any`: one or another), its group."""

    name: str
    folder: Path
    expected: str
    group: str
    plant: Callable[[str], None]


class Outcome(NamedTuple):
    """What was said that was not said of the right folder, and whether that finds the fault."""

    fault: Fault
    new: list[Problem]
    is_found: bool


def load_faults(place: Path) -> list[Fault]:
    """The faults that `place`/tanam.py states."""
    spec = importlib.util.spec_from_file_location(f"tanam_{place.name}", place / "tanam.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{place / 'tanam.py'} tidak ada")
    # Material of our own shares what plants a fault, in tests/checks/planting.py.
    sys.path.append(str(ROOT.resolve()))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stated = module.FAULTS.items()
    return [Fault(name, Path(module.BASE) / folder, *rest) for name, (folder, *rest) in stated]


def list_findings(folder: Path) -> list[Problem]:
    """Every finding on a folder, without those of the machine."""
    _, examination = examine_folder(folder)
    if examination.crashes:
        raise SystemExit("\n".join(examination.crashes.values()))
    return list(dict.fromkeys(examination.problems))


def _key(problem: Problem) -> tuple[str, str, str]:
    """A finding without what moves with its surroundings."""
    return problem.code, Path(problem.location.file).name, re.sub(r"tabel: [\d atau]+$", "tabel", problem.message)


def try_fault(fault: Fault, known: list[Problem], work: Path) -> Outcome:
    """Plants a fault into a copy of its folder and compares the findings with those on the right folder."""
    shutil.rmtree(work / "isi", ignore_errors=True)
    shutil.copytree(fault.folder, work / "isi")
    for path in (work / "isi").rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    fault.plant("isi")
    left = Counter(map(_key, known))
    new = []
    for problem in list_findings(Path("isi")):
        if left[_key(problem)] > 0:
            left[_key(problem)] -= 1
        else:
            new.append(problem)
    is_found = any(problem.code == fault.expected for problem in new) if fault.expected != "any" else bool(new)
    return Outcome(fault, new, is_found)


def measure(faults: list[Fault]) -> tuple[list[Outcome], dict[Path, list[Problem]]]:
    """What became of each fault, and what was said of the right folders."""
    alarms: dict[Path, list[Problem]] = {}
    outcomes = []
    with tempfile.TemporaryDirectory() as temporary:
        os.chdir(temporary)
        for fault in faults:
            if fault.folder not in alarms:
                shutil.rmtree("isi", ignore_errors=True)
                shutil.copytree(fault.folder, "isi")
                alarms[fault.folder] = list_findings(Path("isi"))
            outcomes.append(try_fault(fault, alarms[fault.folder], Path(temporary)))
        os.chdir(ROOT)
    return outcomes, alarms


def count_words(folder: Path) -> int:
    """The words of the narrative and of the tables' names, roughly: what the spelling rule reads."""
    texts = [*folder.glob("bab-*.json"), *folder.glob("tabel/*.json")]
    return sum(len(re.findall(r"[A-Za-z]{2,}", re.sub(r'"[\w$-]+":', "", path.read_text("utf-8")))) for path in texts)


def write_table(outcomes: list[Outcome], alarms: dict[Path, list[Problem]]) -> list[str]:
    """The measure as a table by group, and the alarms on right folders."""
    lines = ["| kelompok | ditemukan | dari |", "|---|---|---|"]
    for group in dict.fromkeys(outcome.fault.group for outcome in outcomes):
        found = [outcome.is_found for outcome in outcomes if outcome.fault.group == group]
        lines.append(f"| {group} | {sum(found)} | {len(found)} |")
    found = [outcome.is_found for outcome in outcomes]
    lines.append(f"| **semua** | {sum(found)} ({100 * sum(found) / len(found):.0f}%) | {len(found)} |")
    spelling = sum(problem.code == _SPELLING for problems in alarms.values() for problem in problems)
    others = sum(map(len, alarms.values())) - spelling
    words = sum(map(count_words, alarms))
    lines += ["", f"Temuan pada {len(alarms)} folder yang benar: {others} ({others / len(alarms):.2f} tiap dokumen), "
              f"ejaan {spelling} ({500 * spelling / words:.2f} tiap 500 kata)."]  # fmt: skip
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, default=[PLANTED])
    parser.add_argument("--tulis", action="store_true")
    parser.add_argument("--rinci", action="store_true", help="setiap kesalahan dan temuannya")
    parser.add_argument("--hanya", default="", help="kesalahan yang namanya memuat ini")
    given = parser.parse_args()
    faults = [fault for place in given.folder for fault in load_faults(place.resolve()) if given.hanya in fault.name]
    outcomes, alarms = measure(faults)
    for outcome in outcomes:
        if given.rinci or not outcome.is_found:
            print("ada  " if outcome.is_found else "LUPUT", outcome.fault.name, "->", outcome.fault.expected)
            for problem in outcome.new[:4]:
                print("       ", problem.code, problem.message)
    for folder, problems in alarms.items():
        for problem in problems:
            print("ALARM", folder.name, problem.code, problem.location.file, problem.message)
    table = write_table(outcomes, alarms)
    print("\n".join(table))
    if given.tulis:
        before, _, rest = PAGE.read_text("utf-8").partition(_MARKS[0])
        after = rest.partition(_MARKS[1])[2]
        PAGE.write_text(f"{before}{_MARKS[0]}\n" + "\n".join(table) + f"\n{_MARKS[1]}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
