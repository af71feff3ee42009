"""How long an export of 7,600 rows takes to install, and a plan of 500 rows to be checked by all rules about it.

python benchmarks/nomenklatur.py [EXPORT.xlsx]
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import xlsxwriter

from renjadoc.checks.registry import RULES
from renjadoc.content.folder import read_folder
from renjadoc.nomenclature import store
from renjadoc.nomenclature.book import open_installed
from renjadoc.nomenclature.entry import KEGIATAN, PROGRAM, PROVINCE, SUB, NomenclatureEntry, cut_code, depth_of
from renjadoc.reading import Reading
from renjadoc.sheets import ministry

ROOT = Path(__file__).resolve().parent.parent
HEADS = (
    "KODE URUSAN",
    "KODE BIDANG URUSAN",
    "KODE PROGRAM",
    "KODE KEGIATAN",
    "SUB KEGIATAN",
    "KINERJA",
    "INDIKATOR",
    "SATUAN",
)
ROWS = 7_600
CODES = 500
TIMES = 5


def write_export(path: Path) -> Path:
    """A workbook of made-up rows as the ministry exports them."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS)
        for number in range(ROWS):
            kegiatan = f"2.17.07.2.{number // 1000:02}"
            cells = ("2 URUSAN", "2.17 KOPERASI", "2.17.07 PROGRAM", f"{kegiatan} Kegiatan")
            sheet.write_row(
                number + 1, 0, (*cells, f"{kegiatan}.{number % 1000:04} Sub kegiatan", "Hasil", "Jumlah", "orang")
            )
    return path


def spoil_nothing(node: dict[str, Any], number: int) -> None:
    """A plan as the nomenclature has it."""


def spoil_names(node: dict[str, Any], number: int) -> None:
    """Every tenth sub kegiatan by another name."""
    if number % 10 == 0:
        node["nama"] += " Lain"


def spoil_codes(node: dict[str, Any], number: int) -> None:
    """Every tenth sub kegiatan by a code that there is not."""
    if number % 10 == 0:
        node["kode"] = f"{node['kode'][:-4]}9{number:03}"


def drop_codes(node: dict[str, Any], number: int) -> None:
    """No row has a code."""
    node["kode"] = None


#: What is done to each row of a plan, by what the plan then is.
SPOILT = {
    "right": spoil_nothing,
    "a tenth by another name": spoil_names,
    "a tenth by an unknown code": spoil_codes,
    "no codes at all": drop_codes,
}


def lay_down_plan(
    root: Path, entries: list[NomenclatureEntry], spoil: Callable[[dict[str, Any], int], None]
) -> Reading:
    """A folder whose plan has 500 sub kegiatan of the nomenclature, each spoilt in a way."""
    shutil.copytree(ROOT / "content" / "2027", root)
    subs = [one for one in entries if depth_of(one.kode) == SUB and one.kode[0].isdigit() and one.tingkat != PROVINCE]
    named = {one.kode: one.nama for one in entries if one.tingkat != PROVINCE}
    programs: dict[str, dict[str, list[Any]]] = {}
    for number, one in enumerate(subs[-CODES:]):
        row = {
            "kode": one.kode, "nama": one.nama, "indikator": one.indikator,
            "lokasi": "Kota", "target": f"10 {one.satuan}", "pagu": 1, "sumber_dana": "PAD", "target_maju": "",
            "pagu_maju": 1,
        }  # fmt: skip
        spoil(row, number)
        below = programs.setdefault(cut_code(one.kode, PROGRAM), {})
        below.setdefault(cut_code(one.kode, KEGIATAN), []).append(row)
    plan = [
        {"kode": code, "nama": named.get(code, "Program"), "indikator": "x",
         "kegiatan": [{"kode": k, "nama": named.get(k, "Kegiatan"), "sub_kegiatan": v} for k, v in below.items()]}
        for code, below in programs.items()
    ]  # fmt: skip
    if spoil is drop_codes:
        for node in (*plan, *(below for program in plan for below in program["kegiatan"])):
            drop_codes(node, 0)
    data = {"jenis": "rencana-program", "bentuk": "permendagri-86", "judul": ["A"], "program": plan}
    (root / "tabel" / "rencana-program.json").write_text(json.dumps(data), "utf-8")
    folder, problems = read_folder(root)
    assert folder is not None, problems
    return Reading(folder)


def check_plan(reading: Reading) -> int:
    """How many findings all rules about the nomenclature have."""
    rules = (one for one in RULES if one.find.__module__.endswith(".nomenclature"))
    return sum(1 for one in rules for _ in one.find(reading))


def measure_check(plan: Reading) -> tuple[int, float]:
    """Findings and seconds of a check that opens the nomenclature anew."""
    again = Reading(plan.folder)
    _ = [table.rows for table in again.tables.values()], again.printed("{{ tahun }}")
    found, seconds = measure(partial(check_plan, again))
    return int(found), seconds


def measure(work: Callable[[], Any]) -> tuple[Any, float]:
    """What a call gives, and the seconds of processor time that it took."""
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"XDG_DATA_HOME": place, "LOCALAPPDATA": place}  # The user's own store is left alone.
        path = Path(sys.argv[1]) if sys.argv[1:] else write_export(Path(place) / "ekspor.xlsx")
        entries, reading = measure(lambda: ministry.read_nomenclature(path).read.entries)
        _, storing = measure(lambda: store.install_edition(2027, "uji", entries))
        codes = [entry.kode for entry in entries if len(entry.kode) > 15][-CODES:]
        book = open_installed(2027, "Kota")
        assert book is not None
        _, asking = measure(lambda: book.learn(codes))
        checks = []
        for name, spoil in SPOILT.items():
            plan = lay_down_plan(Path(place) / name, entries, spoil)
            checks.append((name, *min((measure_check(plan) for _ in range(TIMES)), key=lambda one: one[1])))
    print(f"{len(entries):,} rows: read {reading:.2f} s, stored {storing:.2f} s ({storing / reading:.0%} of reading)")
    print(f"{len(codes)} codes asked for: {asking * 1000:.1f} ms")
    for name, found, seconds in checks:
        print(f"{CODES} sub kegiatan, {name}, all rules: {seconds * 1000:.1f} ms, {found} findings")


if __name__ == "__main__":
    main()
