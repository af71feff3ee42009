"""Measures each command that is given a small file which asks for much: python benchmarks/beban.py [WORDS OF ITS NAME]

Processor seconds beside those of `renjadoc periksa` on a right folder in the same run; none should be over ten.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests import beban
from tests.acak.bases import RIGHT


def measure(case: beban.Case) -> beban.Ended:
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        shutil.copytree(RIGHT, place / "isi")
        case.lay_down(place)
        return beban.run_command(place, case.command)


def main(words: list[str]) -> None:
    usual = measure(beban.Case(("periksa", "isi"), lambda place: None))
    print("| yang diberikan | detik prosesor | kali periksa biasa | MB |\n|---|---|---|---|")
    cases = [name for name in beban.CASES if all(word in name for word in words)]
    measured = {name: measure(beban.CASES[name]) for name in cases}
    for name, ended in sorted(measured.items(), key=lambda item: -item[1].seconds):
        ratio = ended.seconds / usual.seconds
        print(f"| {name} | {ended.seconds:.1f} | {ratio:.1f} | {ended.megabytes:.0f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
