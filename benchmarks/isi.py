"""Makes content folders of any size: content/2021 with as many sub kegiatan as asked."""

from __future__ import annotations

import json
import shutil
import sys
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lay_down(target: Path, rows: int) -> None:
    """content/2021 at `target`, its plan stretched to `rows` sub kegiatan; the other tables are left out but two."""
    shutil.copytree(ROOT / "content" / "2021", target)
    path = target / "tabel" / "rencana-program.json"
    plan = json.loads(path.read_text("utf-8"))
    kegiatan = [k for program in plan["program"] for k in program["kegiatan"]]
    each = -(-rows // len(kegiatan))
    left = rows
    for one in kegiatan:
        one["sub_kegiatan"] = list(islice(cycle(one["sub_kegiatan"]), min(each, left)))
        left -= len(one["sub_kegiatan"])
    path.write_text(json.dumps(plan, ensure_ascii=False, indent=2), "utf-8")
    # One long table is measured, not two views of it.
    chapter = target / "bab-2.json"
    data = json.loads(chapter.read_text("utf-8"))
    for section in data["bagian"]:
        section["isi"] = [b for b in section.get("isi", []) if b != {"tabel": "review-rkpd"} and "review" not in str(b)]
    chapter.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


if __name__ == "__main__":
    lay_down(Path(sys.argv[1]), int(sys.argv[2]))
