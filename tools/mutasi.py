"""Breaks one room's code a little, many times, and says what its own tests do not notice: python tools/mutasi.py edits

Makes every fault that mutmut knows, draws some of them by lot (the same for the same seed), and tries each against the
tests of the room that reach the function, the quick ones first, in a process that has kept nothing of another test.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import time
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path

from mutmut import __main__ as mutmut
from mutmut.configuration import config
from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import ForkRunner, run_in_fork_with_result

#: Rooms that are no folder with a folder of tests: their files and their tests.
_ROOMS: dict[str, tuple[str, str]] = {
    "compose": ("compose.py", "test_compose.py test_bagian.py test_pilih.py"),
    "desk": ("desk/*.py", "desk"),
    "desk/pages": ("desk/pages/*.py", "desk/test_[mnw]*.py desk/test_action*.py desk/test_doc*.py desk/test_in*.py"),
    "root": ("*.py", "test_*.py"),
    "reading": ("context.py reading.py", "test_context.py checks/test_run.py tables/test_content_2021.py"),
    "review": ("review.py", "test_telaah.py"),
    "checks": ("checks/*.py", "checks"),
    "checks/rules": ("checks/rules/**/*.py", "checks/test_r[eu]*s.py checks/test_[bfopst]*s.py checks/test_cells.py"),
    "commands": ("commands/*.py", "commands test_buat.py test_telaah.py test_serap.py test_pilih.py test_urungkan.py"),
    "tables": (
        "tables/**/*.py",
        "tables adoption/test_amended.py adoption/test_forms.py adoption/test_plans.py adoption/test_quarters.py",
    ),
    "word": ("word/*.py", "word/test_rivers.py word/test_document.py word/test_redline.py"),
    "word/layout": ("word/layout/*.py", "word/test_layout_parts.py word/test_pages.py test_beku.py"),
    "word/packages": ("word/packages/*.py", "word/test_dangers.py word/test_finished.py word/test_fonts.py"),
    "word/reader": ("word/reader/*.py", "word/test_reader.py word/test_stretches.py word/test_recounted.py"),
    "word/review": ("word/review/*.py", "word/test_redline.py checks/test_cell_comments.py"),
    "word/templates": ("word/templates/*.py", "word/test_looks.py word/test_template*.py word/test_*tags.py"),
    "word/trial": ("word/trial/*.py", "word/test_trial_parts.py word/test_completeness.py word/test_template*.py"),
    "word/writing": ("word/writing/*.py", "word/test_written_parts.py word/test_[cdghlp]*.py"),
}

#: Read the code itself, which is another one with all faults in it.
_OF_THE_CODE = (
    "tests/test_urungkan.py::test_nothing_else_writes_into_a_folder",
    "tests/desk/test_actions.py::test_every_action_of_the_page_is_tried",
)


def locate_room(room: str) -> tuple[list[str], list[str]]:
    """A room's files and the tests that are its own, from the top of the house."""
    near = _ROOMS["checks/rules"][1] if room.startswith("checks/rules") else room
    files, tests = _ROOMS.get(room, (f"{room}/**/*.py", near))
    return _list_paths("renjadoc", files), _list_paths("tests", tests)


def _list_paths(top: str, patterns: str) -> list[str]:
    found = sorted(str(path) for pattern in patterns.split() for path in Path(top).glob(pattern))
    if not found:
        raise SystemExit(f"Nothing in {top}/ is named {patterns}.")
    return found


def make_faults(files: list[str]) -> list[str]:
    """Lays the house down in mutants/ with all faults in it, each of them asleep; their names."""
    shutil.rmtree("mutants", ignore_errors=True)
    config().only_mutate = files
    with redirect_stdout(None):
        copy_src_dir()
        copy_also_copy_files()
        setup_source_paths()
        made = [mutmut.create_file_mutants(path) for path in mutmut.walk_source_files()]
    for error in (file.error for file in made if file.error):
        raise error
    return sorted(name for _, name, _ in mutmut.collect_source_file_mutation_data(mutant_names=())[0])


def learn_reach(runner: PytestRunner) -> tuple[dict[str, set[str]], dict[str, float]]:
    """Which tests reach which function, and how many seconds of a processor each test takes; all tests must pass."""
    mutmut.set_mutant_under_test("stats")
    # Processes that a test starts work as ever: there is nobody whom they could tell what they reach.
    del os.environ["MUTANT_UNDER_TEST"]
    worked, passed = time.process_time(), time.perf_counter()
    if runner.run_stats(tests=[]):
        raise SystemExit("The tests fail without any fault.")
    share = (time.process_time() - worked) / (time.perf_counter() - passed)
    durations = {test: took * share for test, took in state().duration_by_test.items()}
    return dict(state().tests_by_mangled_function_name), durations


def choose_tests(name: str, seconds: float) -> list[str]:
    """The tests that reach a fault, as many as fit into `seconds` and one at least.

    The quick ones come first; before them, as a rule is reached by the examples of all others, those of its code.
    """
    took, chosen = 0.0, []
    codes = set(re.findall(r"RJ\d{3}", find_mutant(name).path.read_text("utf-8")))
    reached = state().tests_by_mangled_function_name.get(mangled_name_from_mutant_name(name), set())
    own = {test for test in reached if not codes.isdisjoint(re.findall(r"RJ\d{3}", test))}
    for test in sorted(reached, key=lambda test: (test not in own, state().duration_by_test[test], test)):
        took += state().duration_by_test[test]
        if chosen and took > seconds:
            break
        chosen.append(test)
    return chosen


def try_fault(runner: ForkRunner, name: str, seconds: float) -> str:
    """noticed, survived or unreached; a test that never ends has noticed too."""
    tests = choose_tests(name, seconds)
    if not tests:
        return "unreached"
    runner.submit(name, tests, int(3 * seconds) + 30, 40 * seconds)
    return "survived" if runner.wait_for_result().exit_code == 0 else "noticed"


def try_room(room: str, arguments: argparse.Namespace) -> None:
    files, tests = locate_room(room)
    made = make_faults(files)
    drawn = arguments.faults or random.Random(arguments.seed).sample(made, min(arguments.count, len(made)))
    config().pytest_add_cli_args_test_selection = arguments.tests or tests
    passed_over = [f"--deselect={test}" for test in _OF_THE_CODE]
    config().pytest_add_cli_args = ["-p", "no:cacheprovider", "-m", arguments.marked, *passed_over]
    own = PytestRunner()
    reach = run_in_fork_with_result(learn_reach, own)
    state().tests_by_mangled_function_name.update(reach[0])
    state().duration_by_test.update(reach[1])
    own.warm_up()
    runner, counted = ForkRunner(1, own), Counter[str]()
    for name in drawn:
        outcome = try_fault(runner, name, arguments.seconds)
        counted[outcome] += 1
        if outcome != "noticed":
            print(f"\n{outcome}: {name}\n{get_diff_for_mutant(name)}", flush=True)
    print(f"| {room} | {len(made):,} | {len(drawn)} | " + " | ".join(f"{counted[one]}" for one in _OUTCOMES) + " |")


_OUTCOMES = ("noticed", "survived", "unreached")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="+", metavar="ROOM", help="edits, word/reader, checks/rules/law …")
    parser.add_argument("--count", type=int, default=25, help="how many faults are drawn (25)")
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--seconds", type=float, default=20, help="how long the tests of one fault may take (20)")
    parser.add_argument("--marked", default="", help="only tests marked so, as pytest -m takes it: 'not lambat'")
    parser.add_argument("--tests", nargs="*", help="these tests instead of the room's own")
    parser.add_argument("--faults", nargs="*", help="these faults by name, as they were shown, instead of some by lot")
    arguments = parser.parse_args()
    for room in arguments.rooms:
        if pid := os.fork():
            os.waitpid(pid, 0)
        else:
            try_room(room, arguments)
            os._exit(0)


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    # Processes that a test starts would read this file anew, in a folder where mutmut finds no house.
    del __file__
    main()
