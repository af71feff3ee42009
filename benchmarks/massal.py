"""Measures `renjadoc massal` over many folders of different sizes: whole runs, and what they mean for the country.

python benchmarks/massal.py [FOLDERS] [FOLDERS WITH PAGE NUMBERS]
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from isi import lay_down

HERE = Path(__file__).resolve().parent
#: About 546 governments with 27 agencies each.
COUNTRY = 14_700


def lay_down_all(root: Path, count: int) -> list[int]:
    """`count` variations of content/2021; how many sub kegiatan each has.

    The plan has between a quarter and sixteen times its 36 sub kegiatan, most near it; chapters have one to
    four times their paragraphs; one in four has no pictures.
    """
    chance = random.Random(2021)
    sizes = []
    for number in range(count):
        folder = root / f"opd-{number:05}"
        rows = max(4, round(36 * 2 ** chance.triangular(-2, 4, 0)))
        lay_down(folder, rows)
        _vary_plan(folder / "tabel" / "rencana-program.json", number)
        for chapter in folder.glob("bab-*.json"):
            _vary_chapter(chapter, chance)
        _rename(folder / "dokumen.json", number, pictures=number % 4 > 0)
        sizes.append(rows)
    return sizes


def _rewrite(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _vary_plan(path: Path, number: int) -> None:
    """Names and amounts of its own in every row, so that nothing is read once for many."""
    data = json.loads(path.read_text("utf-8"))
    for program in data["program"]:
        for kegiatan in program["kegiatan"]:
            kegiatan["sub_kegiatan"] = [
                {**sub, "nama": f"{sub['nama']} {number}.{index}"} for index, sub in enumerate(kegiatan["sub_kegiatan"])
            ]
    _rewrite(path, data)


def _vary_chapter(path: Path, chance: random.Random) -> None:
    data = json.loads(path.read_text("utf-8"))
    for section in [data, *data.get("bagian", [])]:
        written = [block for block in section.get("isi", []) if isinstance(block, str) and "rujuk" not in block]
        more = chance.choices(written, k=round(len(written) * chance.uniform(0, 3))) if written else []
        section["isi"] = [*section.get("isi", []), *more]
    _rewrite(path, data)


def _rename(path: Path, number: int, *, pictures: bool) -> None:
    data = json.loads(path.read_text("utf-8"))
    data["perangkat_daerah"]["nama"] = f"Dinas Percobaan {number}"
    if not pictures:
        data["logo"] = data["pengesahan"]["tanda_tangan"] = None
    _rewrite(path, data)


@dataclass(frozen=True)
class Measured:
    """Wall and processor seconds of a whole run, all its processes together; the largest process in megabytes."""

    seconds: float
    cpu: float
    megabytes: float


def run(*arguments: str) -> Measured:
    command = [sys.executable, "-m", "renjadoc", "massal", *arguments, "--format", "json"]
    begun = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    pid = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"gagal: {' '.join(command)}")
    return Measured(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    laid_out = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "opd")
        sizes = sorted(lay_down_all(root, count))
        few, pages = Path(temporary, "sedikit"), Path(temporary, "halaman")
        for folders, some in ((few, max(count // 10, 1)), (pages, laid_out)):
            for folder in sorted(root.iterdir())[:some]:
                shutil.copytree(folder, folders / folder.name)
        middle = f"{sizes[0]}–{sizes[-1]}, median {sizes[count // 2]}"
        print(f"{count} folder; sub kegiatan: {middle}; {cores} inti\n")
        print("| yang dikerjakan | proses | dokumen | detik | dokumen per detik | per detik prosesor | MB terbesar |")
        print("|---|---|---|---|---|---|---|")
        best = 0.0
        for processes in sorted({1, cores}):
            made = f"{temporary}/keluar-{processes}"
            plain = ("--proses", str(processes), "--tanpa-halaman")
            _row("sepersepuluhnya", processes, max(count // 10, 1), run(str(few), "-o", f"{made}-s", *plain))
            best = _row("semua", processes, count, run(str(root), "-o", made, *plain))
            _row("semua, tidak berubah", processes, count, run(str(root), "-o", made, *plain))
        slow = _row(
            "dengan nomor halaman",
            cores,
            laid_out,
            run(str(pages), "-o", f"{temporary}/keluar-halaman", "--proses", str(cores)),
        )
    print(f"\n{COUNTRY} dokumen pada {cores} inti: {COUNTRY / best / 60:.0f} menit tanpa nomor halaman, ", end="")
    print(f"{COUNTRY / slow / 3600:.1f} jam dengan nomor halaman")


def _row(what: str, processes: int, count: int, measured: Measured) -> float:
    """Print one row; documents per second."""
    rate = count / measured.seconds
    figures = f"{measured.seconds:.0f} | {rate:.1f} | {count / measured.cpu:.1f} | {measured.megabytes:.0f}"
    print(f"| {what} | {processes} | {count} | {figures} |", flush=True)
    return rate


if __name__ == "__main__":
    main()
