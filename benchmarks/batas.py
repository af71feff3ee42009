"""Whether simpler code is still quick enough: this code, an older commit and Carbone, taking turns in one run.

    python benchmarks/batas.py [--dahulu COMMIT] [--ronde N] [--rekan FOLDER]

What is bounded is the ratio of processor time: 1.35 for content/2021 and 500 rows against the older code; below Carbone
at 60 and 6,000 rows, 1.5 times at 60,000, in less memory; a row of 60,000 may take no longer than one of 6,000 by a
fifth.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from isi import ROOT, lay_down_one_table
from tabel import HERE, Peers, texts
from ukur import Figures, compare

#: The last commit before the tricks for speed were taken out.
BEFORE = "342364b"
SIZES = (60, 500, 6_000, 60_000)
_LIMIT_SECONDS = 300


def unpack_commit(commit: str, target: Path) -> Path:
    """The code of a commit, in a folder of its own."""
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")
    return target


def measure_folder(folder: Path, codes: dict[str, Path], peers: Peers, place: Path, rounds: int) -> dict[str, Figures]:
    """The figures of each code, and of Carbone for a folder of one table."""
    commands = {
        # Each code has a cache of its own, or each would throw out what the other kept.
        name: [
            "env", f"PYTHONPATH={code}", f"XDG_CACHE_HOME={place / name}", sys.executable, "-P", "-m", "renjadoc",
            "buat", str(folder), "-o", str(place / f"{name}.docx"), "--tanpa-halaman", "--timpa",
        ]
        for name, code in codes.items()
    }  # fmt: skip
    if folder.name.isdigit() and "Carbone" not in peers.missing and folder.parent == place:
        data = place / "rekan.json"
        data.write_text(json.dumps(texts(folder), ensure_ascii=False), "utf-8")
        commands["Carbone"] = peers.commands(data, place / "rekan.docx")["Carbone"]
    figures = compare(commands, rounds, peers.environment, _LIMIT_SECONDS)
    return {name: one for name, one in figures.items() if one is not None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dahulu", default=BEFORE, metavar="COMMIT")
    parser.add_argument("--ronde", type=int, default=7)
    parser.add_argument("--rekan", type=Path, default=HERE / ".rekan")
    asked = parser.parse_args()
    peers = Peers(asked.rekan)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        codes = {"kini": ROOT, "dahulu": unpack_commit(asked.dahulu, place / "kode")}
        folders = {"content/2021": ROOT / "content" / "2021"}
        for rows in SIZES:
            folders[f"{rows} baris"] = place / str(rows)
            lay_down_one_table(place / str(rows), rows)
        print("| isi | kini | dahulu | Carbone | kini : dahulu | kini : Carbone | MB kini | MB Carbone |")
        print("|---|---|---|---|---|---|---|---|")
        for name, folder in folders.items():
            _print_row(name, measure_folder(folder, codes, peers, place, asked.ronde))


def _print_row(name: str, figures: dict[str, Figures]) -> None:
    now, before, carbone = figures["kini"], figures["dahulu"], figures.get("Carbone")
    times = [f"{one.processor * 1000:.0f}" if one else "" for one in (now, before, carbone)]
    ratios = [f"{now.processor / one.processor:.2f}".replace(".", ",") if one else "" for one in (before, carbone)]
    memory = [f"{one.megabytes:.0f}" if one else "" for one in (now, carbone)]
    print(f"| {' | '.join([name, *times, *ratios, *memory])} |", flush=True)


if __name__ == "__main__":
    main()
