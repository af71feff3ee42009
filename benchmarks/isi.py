"""Makes content folders of any size: content/2021 with a plan of as many rows as asked, all of them different."""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from renjadoc.indonesian import angka

ROOT = Path(__file__).resolve().parent.parent


def lay_down(target: Path, rows: int) -> None:
    """content/2021 at `target`, its plan stretched to `rows` sub kegiatan; no second view of that table."""
    shutil.copytree(ROOT / "content" / "2021", target)
    stretch(target / "tabel" / "rencana-program.json", rows)
    _keep_tables(target, lambda name: name != "review-rkpd")


def lay_down_one_table(target: Path, rows: int, *, other_words: bool = False) -> None:
    """Four chapters and one table: what can be asked of every tool. The other tables and all pictures are left out.

    The rows differ in their numbers; with `other_words` in all their words too.
    """
    shutil.copytree(ROOT / "content" / "2021", target)
    stretch(target / "tabel" / "rencana-program.json", rows)
    if other_words:
        _change(target / "tabel" / "rencana-program.json", _in_other_words)
    _keep_tables(target, lambda name: name == "rencana-program")
    _change(target / "dokumen.json", _without_pictures)
    shutil.rmtree(target / "gambar")


def stretch(path: Path, rows: int) -> None:
    """Give a plan `rows` sub kegiatan, in order and complete, and none like another."""
    plan = json.loads(path.read_text("utf-8"))
    for program in plan["program"]:
        program["indikator"] = program["indikator"] or "Nilai akuntabilitas kinerja"
    kegiatan = [k for program in plan["program"] for k in program["kegiatan"]]
    each = -(-rows // len(kegiatan))
    number = 0
    for one in kegiatan:
        models, one["sub_kegiatan"] = cycle(one["sub_kegiatan"]), []
        for sub in islice(models, min(each, rows - number)):
            number += 1
            one["sub_kegiatan"].append(_another(sub, number))
    path.write_text(json.dumps(plan, ensure_ascii=False, indent=2), "utf-8")


def _another(sub: dict[str, Any], number: int) -> dict[str, Any]:
    return {
        "nama": f"{sub['nama']} Wilayah {angka(number)}",
        "indikator": f"Jumlah dokumen wilayah {angka(number)}",
        "lokasi": f"Desa {angka(number)}",
        "target": f"{number % 50 + 1} dokumen",
        "pagu": number * 1000,
        "sumber_dana": "APBD",
        "catatan": "",
        "target_maju": f"{number % 60 + 1} dokumen",
        "pagu_maju": number * 1100,
    }


def _in_other_words(plan: dict[str, Any]) -> None:
    """Every text of every sub kegiatan in words drawn from all that the narrative and the plan use."""
    chance = random.Random(2021)
    text = " ".join(path.read_text("utf-8") for path in (ROOT / "content" / "2021").rglob("*.json"))
    # Without foreign words, which stand between asterisks, and what JSON itself says.
    said = re.findall(r"(?<=[ \"])[a-z]{4,}(?=[ .,;])", re.sub(r"\*[^*]*\*", "", text))
    words = sorted(set(said) - {"null", "true", "false"})
    for program in plan["program"]:
        for kegiatan in program["kegiatan"]:
            for sub in kegiatan["sub_kegiatan"]:
                for key in ("nama", "indikator", "lokasi"):
                    sub[key] = " ".join(chance.sample(words, chance.randint(2, 8))).capitalize()
                for key in ("target", "target_maju"):
                    sub[key] = f"{chance.randint(1, 60)} {chance.choice(words)}"


def _keep_tables(target: Path, wanted: Any) -> None:
    for path in (target / "tabel").glob("*.json"):
        if not wanted(path.stem):
            path.unlink()
    left = {path.stem for path in (target / "tabel").glob("*.json")}
    for path in sorted(target.glob("bab-*.json")):
        _change(path, lambda data: _without_tables(data, left))


def _without_tables(node: Any, left: set[str]) -> None:
    """Without the tables that are gone, and without the paragraphs that point to them or speak of their figures."""
    gone = ("rujuk(", "capaian.", "jumlah.program_evaluasi", "jumlah.kegiatan_evaluasi", "jumlah.usulan")
    for section in node.get("bagian", []):
        _without_tables(section, left)
    node["isi"] = [
        block
        for block in node.get("isi", [])
        if not (isinstance(block, dict) and block.get("tabel", next(iter(left))) not in left)
        and not (any(mark in str(block) for mark in gone) and not isinstance(block, dict))
    ]


def _without_pictures(data: dict[str, Any]) -> None:
    data.pop("logo", None)
    data["pengesahan"].pop("tanda_tangan", None)


def _change(path: Path, how: Any) -> None:
    data = json.loads(path.read_text("utf-8"))
    how(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


if __name__ == "__main__":
    lay_down_one_table(Path(sys.argv[1]), int(sys.argv[2]))
