"""Measures `renjadoc periksa` against parsing and schema validation alone, in one process: python benchmarks/periksa.py

The plan's rows all differ (name, indicator, target, place, amounts), so that nothing is gained by reading a text once.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from isi import lay_down

from renjadoc.checks.registry import RULES
from renjadoc.checks.run import run_rules
from renjadoc.content import folder as folders
from renjadoc.reading import Reading

SIZES = (36, 1_000, 10_000, 40_000)


def measure(folder: Path) -> tuple[float, float]:
    """Seconds of the processor for parsing and schema, and for those and all checks."""
    begun = time.process_time()
    read, _ = folders.read_folder(folder)
    parsed = time.process_time() - begun
    if read is None:
        raise SystemExit("dokumen.json tidak terbaca")
    run_rules(Reading(read), RULES)
    return parsed, time.process_time() - begun


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print("| sub kegiatan | urai + skema (ms) | periksa (ms) | kali | ms per 1.000 baris |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temporary:
        for rows in SIZES:
            folder = Path(temporary, str(rows))
            lay_down(folder, rows)
            measure(folder)
            taken = [measure(folder) for _ in range(rounds)]
            parsed, checked = (statistics.median(column) * 1000 for column in zip(*taken, strict=True))
            print(f"| {rows} | {parsed:.0f} | {checked:.0f} | {checked / parsed:.2f} | {checked / rows * 1000:.0f} |")


if __name__ == "__main__":
    main()
