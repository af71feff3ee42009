"""Measures `renjadoc excel` out and back, in time and memory: python benchmarks/excel.py

content/2021 with its plan stretched; some notes change while the workbook is out. Each size runs
in a process of its own, so that the memory is that of this size alone; seconds are those of the processor.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import isi

from renjadoc.sheets.excel import run

SIZES = (1_000, 10_000)


def _renamed(folder: Path) -> None:
    """Names of their own for all rows, as a real plan has them."""
    path = folder / "tabel" / "rencana-program.json"
    plan = json.loads(path.read_text("utf-8"))
    subs = [sub for program in plan["program"] for kegiatan in program["kegiatan"] for sub in kegiatan["sub_kegiatan"]]
    for number, sub in enumerate(subs):
        sub["nama"] = f"{sub['nama']} {number}"
    path.write_text(json.dumps(plan, ensure_ascii=False, indent=2), "utf-8")


def measure(rows: int) -> dict[str, float]:
    """Seconds of the processor out and back and the most memory used, MB."""
    with tempfile.TemporaryDirectory() as place:
        folder, path = Path(place, "isi"), Path(place, "isi.xlsx")
        isi.lay_down(folder, rows)
        _renamed(folder)
        begun = time.process_time()
        run.export_workbook(folder, path)
        out = time.process_time() - begun
        plan = folder / "tabel" / "rencana-program.json"
        # The content moves on while the workbook is out: every row is compared three ways.
        plan.write_text(plan.read_text("utf-8").replace('"catatan": "Honor', '"catatan": "Honorarium'), "utf-8")
        begun = time.process_time()
        made = run.plan_import(path, folder)
        back = time.process_time() - begun
        if made.changes or made.faults:
            raise SystemExit("ekspor yang tidak disentuh mengubah sesuatu")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"keluar": out, "masuk": back, "MB": peak, "kB": path.stat().st_size / 1024}


def main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
        return
    print("sub kegiatan  keluar (s)  masuk (s)  MB puncak  berkas (kB)")
    for rows in SIZES:
        done = subprocess.run([sys.executable, __file__, str(rows)], check=True, capture_output=True, text=True)
        found = json.loads(done.stdout)
        print(f"{rows:12}  {found['keluar']:10.1f}  {found['masuk']:9.1f}  {found['MB']:9.0f}  {found['kB']:11.0f}")


if __name__ == "__main__":
    main()
