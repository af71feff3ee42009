"""Measures `renjadoc buat` against the lower bound and plain docxtpl, whole processes.

python benchmarks/ukur.py [RUNS]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from isi import lay_down

HERE = Path(__file__).resolve().parent
SIZES = (36, 6_000, 60_000)


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of one process."""
    begun = time.perf_counter()
    pid = os.posix_spawn(command[0], command, {**os.environ, "PYTHONPATH": str(HERE.parent)},
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])  # fmt: skip
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"gagal: {' '.join(command)}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def compare(commands: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """Median seconds and peak memory by name; the commands take turns, after one round that warms up."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            figures = run(command)
            if turn:
                taken[name].append(figures)
    return {
        name: (statistics.median(s for s, _ in figures), max(m for _, m in figures)) for name, figures in taken.items()
    }


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    python = sys.executable
    print("| baris | cara | detik | kali batas bawah | MB |\n|---|---|---|---|---|")
    per_row = {}
    with tempfile.TemporaryDirectory() as temporary:
        for rows in SIZES:
            folder, made = Path(temporary, f"isi-{rows}"), f"{temporary}/renjadoc-{rows}.docx"
            lay_down(folder, rows)
            commands = {
                "renjadoc buat": [python, "-m", "renjadoc", "buat", str(folder), "-o", made, "--tanpa-halaman"],
                "batas bawah": [python, str(HERE / "batas_bawah.py"), str(folder), made, f"{temporary}/batas.docx"],
                "docxtpl biasa": [python, str(HERE / "docxtpl_biasa.py"), str(folder), f"{temporary}/biasa.docx"],
            }
            if rows > 10_000:
                del commands["docxtpl biasa"]
            figures = compare(commands, runs)
            floor = figures["batas bawah"][0]
            per_row[rows] = figures["renjadoc buat"][0] / rows
            for name, (seconds, memory) in figures.items():
                print(f"| {rows} | {name} | {seconds:.2f} | {seconds / floor:.1f} | {memory:.0f} |", flush=True)
    print(f"\nwaktu per baris, 60.000 banding 6.000: {per_row[60_000] / per_row[6_000]:.2f}")


if __name__ == "__main__":
    main()
