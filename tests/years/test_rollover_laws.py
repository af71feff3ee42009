"""Laws of a year's step, whatever the tables hold and however their files are written."""

from __future__ import annotations

import codecs
import copy
import json
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renjadoc.content.pointers import join
from renjadoc.content.positions import Positions
from renjadoc.tables import forms
from renjadoc.tables.computed import sum_amounts
from renjadoc.tables.quantities import cumulate
from renjadoc.years.rollover import roll_folder
from tests.conftest import ROOT, as_86
from tests.years.new_rows import take_new_rows_out

CELLS: list[Any] = [None, "8 laporan", "-", "", 12, 50.6, ["1 paket", "2 unit"], "“1.000” orang – [[cek]]"]
KEYS_OF_MONEY = {"pagu", "pagu_maju", "anggaran"}
KEYS_OF_CELLS = {
    "target",
    "target_maju",
    "realisasi",
    "target_n-2",
    "realisasi_sd_n-2",
    "realisasi_sd_n-3",
    "catatan",
    "I",
    "II",
    "III",
    "IV",
}


def _drawn(data: Any, chance: random.Random, key: str = "") -> Any:
    """The table with other amounts and cells."""
    if key in KEYS_OF_MONEY:
        return chance.choice([None, 0, chance.randrange(10**12)])
    if key.startswith("n-") or (key in KEYS_OF_CELLS and not isinstance(data, dict)):
        return chance.choice(CELLS)
    if isinstance(data, dict):
        return {name: _drawn(value, chance, name) for name, value in data.items()}
    return [_drawn(value, chance) for value in data] if isinstance(data, list) else data


def _plan(table: Any) -> None:
    for sub in (sub for p in table["program"] for k in p["kegiatan"] for sub in k["sub_kegiatan"]):
        sub.update(pagu=sub["pagu_maju"], target=sub["target_maju"], pagu_maju=None, target_maju=None)
    for node in [table, *table["program"], *(k for p in table["program"] for k in p["kegiatan"])]:
        if "tercatat" in node:
            node["tercatat"] = {"pagu": node["tercatat"]["pagu_maju"], "pagu_maju": None}


def _evaluation(table: Any) -> None:
    is_86 = table.get("bentuk") == forms.PERMENDAGRI_86
    for program in table["program"]:
        below = [row for kegiatan in program["kegiatan"] for row in (kegiatan, *kegiatan.get("sub_kegiatan", []))]
        for one in [program, *below] if "renja_n-1" in program else below:
            target = one["renja_n-1"]["target"]
            reached = json.dumps([one.get("realisasi_sd_n-3"), one["renja_n-2"]["realisasi"]])
            before = cumulate(tuple(json.loads(reached, parse_float=Decimal)), one.get("indikator")) if is_86 else None
            summed = float(before) if isinstance(before, Decimal) else before or None
            one.update({"realisasi_sd_n-3": summed} if is_86 else {"target_n-2": target, "realisasi_sd_n-2": None})
            one.update({"renja_n-2": {"target": target, "realisasi": None}})
            one.update({"renja_n-1": {"target": None, "realisasi": None}})
            one.update({"tercatat": dict.fromkeys(one["tercatat"])} if "tercatat" in one else {})


def _achievement(table: Any) -> None:
    if table.get("bentuk") == forms.PERMENDAGRI_86:
        for one in table["indikator"]:
            target, past, ahead = one["target"], one["capaian"], one["proyeksi"]
            one["target"] = {"n-2": target["n-1"], "n-1": target["n"], "n": target["n+1"], "n+1": None}
            one |= {"capaian": {"n-2": past["n-1"], "n-1": None}, "proyeksi": {"n": ahead["n+1"], "n+1": None}}
        return
    for one in table["indikator"]:
        past = one["capaian"]
        one.update(capaian={"n-3": past["n-2"], "n-2": past["n-1"], "n-1": None}, target={"n-1": None})
        one.update({"tercatat": dict.fromkeys(one["tercatat"])} if "tercatat" in one else {})


def _indicators(table: Any) -> None:
    for one in (i for u in table["urusan"] for p in u["program"] for i in p["indikator"]):
        past, last = one["realisasi"], one["triwulan_n-1"]["IV"]
        one["realisasi"] = {"n-5": past["n-4"], "n-4": past["n-3"], "n-3": past["n-2"], "n-2": last}
        one["triwulan_n-1"] = dict.fromkeys(one["triwulan_n-1"])


#: What a year's step means for each kind, said once more without steps.
EXPECTED: dict[str, Callable[[Any], None]] = {
    "rencana-program": _plan,
    "evaluasi": _evaluation,
    "capaian-kinerja": _achievement,
    "indikator-program": _indicators,
    "usulan-masyarakat": lambda table: table.update(usulan=[]),
    "review-rkpd": lambda _: None,
}


def _differing(old: Any, new: Any, pointer: str = "") -> Iterator[str]:
    """The places of the smallest values that differ."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        for key in old:
            yield from _differing(old[key], new[key], join(pointer, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and _is_nested(old):
        for index, pair in enumerate(zip(old, new, strict=True)):
            yield from _differing(*pair, join(pointer, index))
    elif old != new or type(old) is not type(new):
        yield pointer


def _is_nested(values: list[Any]) -> bool:
    """Whether it holds rows; the lines of one cell are one value."""
    return any(isinstance(value, dict | list) for value in values)


def _put_back(new: str, old: str) -> str:
    """The new text with every value that differs as it was before."""
    places = []
    for pointer in _differing(json.loads(old), json.loads(new)):
        spans = [(Positions(text), text) for text in (new, old)]
        (start, end), (first, last) = (_span(positions, pointer) for positions, _ in spans)
        places.append((start, end, old[first:last]))
    for start, end, value in sorted(places, reverse=True):
        new = new[:start] + value + new[end:]
    return new


def _span(positions: Positions, pointer: str) -> tuple[int, int]:
    start = positions.find_offset(pointer)
    return start, start + positions.value_length(start)


TABLES = [json.loads(path.read_text("utf-8")) for path in (ROOT / "content" / "2021" / "tabel").iterdir()]


def _with_heads(table: Any, chance: random.Random) -> None:
    """Give a program the figures of its first kegiatan, or those of none, and that kegiatan a sub kegiatan."""
    for program in table["program"]:
        one = copy.deepcopy(program["kegiatan"][0])
        own = {key: value for key, value in one.items() if key not in {"kode", "nama", "tercatat"}}
        # What is left blank above others stays so; the law says nothing of that.
        filled = json.loads(json.dumps(own).replace('""', '"-"'))
        program.update(chance.choice([{}, filled, filled]))
        program["kegiatan"][0].update({**filled, "sub_kegiatan": [{**one, "kode": None}]})


def _tables(seed: int) -> dict[str, Any]:
    """Tables by file, with other cells, and with right totals and percentages stated here and there."""
    chance = random.Random(seed)
    tables = {f"{t['jenis']}.json": _drawn(t, chance) for t in TABLES if t["jenis"] in EXPECTED}
    _with_heads(tables["evaluasi.json"], chance)
    if is_86 := chance.random() < 0.5:
        for name in ("evaluasi.json", "capaian-kinerja.json"):
            tables[name] = as_86(tables[name])
    plan = tables["rencana-program.json"]
    for node in (plan, plan["program"][0], plan["program"][0]["kegiatan"][1]):
        node["tercatat"] = {field: sum_amounts(node, field) for field in ("pagu", "pagu_maju")}
    done = {"target": "24 unit", "realisasi": "25 unit"}
    evaluated = tables["evaluasi.json"]["program"][0]["kegiatan"][0]
    evaluated.update({"renja_n-2": done, "tercatat": {"renja_n-2_persen": 104.17}})
    if is_86:
        return tables
    achieved = tables["capaian-kinerja.json"]["indikator"][0]
    achieved["capaian"]["n-1"], achieved["target"]["n-1"], achieved["tercatat"] = 25, 24, {"persen": 104.17}
    return tables


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, 10**6), st.sampled_from([None, 1, 2, 4, "\t"]),
    st.booleans(), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
def test_a_step_moves_years_and_touches_nothing_else(
    seed: int, indent: Any, windows: bool, mark: bool, ascii_only: bool, final_newline: bool
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        old, new = Path(temporary, "2021"), Path(temporary, "2022")
        shutil.copytree(ROOT / "content" / "2021", old)
        tables = _tables(seed)
        for name, table in tables.items():
            text = json.dumps(table, indent=indent, ensure_ascii=ascii_only) + "\n" * final_newline
            data = text.replace("\n", "\r\n" if windows else "\n").encode("utf-8")
            (old / "tabel" / name).write_bytes(codecs.BOM_UTF8 * mark + data)
        take_new_rows_out(roll_folder(old, new))
        for name, table in tables.items():
            before, after = ((root / "tabel" / name).read_bytes() for root in (old, new))
            expected = copy.deepcopy(table)
            EXPECTED[table["jenis"]](expected)
            assert json.loads(after.decode("utf-8-sig")) == expected
            assert after.startswith(codecs.BOM_UTF8) == mark
            assert after.count(b"\r\n") == (after.count(b"\n") if windows else 0)
            old_text, new_text = (data.decode("utf-8-sig") for data in (before, after))
            assert _put_back(new_text, old_text) == old_text
        for path in old.rglob("*"):
            if path.is_file() and path.name not in {*tables, "dokumen.json"}:
                assert (new / path.relative_to(old)).read_bytes() == path.read_bytes()
