"""The joining script: reads the same JSON, joins the same document.xml as strings and zips it; checks nothing.

    python sambung.py FOLDER SKELETON.docx SHAPES.json OUT.docx

What a skilled hand writes for one template: the text around the rows and all other parts stand ready in SKELETON.docx,
and SHAPES.json holds one format string a kind of row (kerangka.py makes both). Its document.xml is that of renjadoc.
"""

import json
import sys
import zipfile
from html import escape
from pathlib import Path


def amount(value):
    return "…" if value is None else f"{value:,}".replace(",", ".")


def text(value):
    if value is None:
        return "…"
    return escape(value if isinstance(value, str) else "\n".join(value))


def total(subs, field):
    return sum(sub[field] or 0 for sub in subs)


folder, skeleton, shapes, out = sys.argv[1:]
data = {path.stem: json.loads(path.read_text("utf-8")) for path in Path(folder).rglob("*.json")}
shape = json.loads(Path(shapes).read_text("utf-8"))
plan = data["rencana-program"]
every = [s for p in plan["program"] for k in p["kegiatan"] for s in k["sub_kegiatan"]]
office = text(data["dokumen"]["perangkat_daerah"]["nama"])
rows = [shape["jumlah"] % (office, amount(total(every, "pagu")), amount(total(every, "pagu_maju")))]
number = 0
for program in plan["program"]:
    subs = [s for k in program["kegiatan"] for s in k["sub_kegiatan"]]
    now, then = amount(total(subs, "pagu")), amount(total(subs, "pagu_maju"))
    # Lokasi, target, sumber dana, catatan and the target of next year are empty for a program.
    rows.append(shape["program"] % (text(program["nama"]), text(program["indikator"]), "", "", now, "", "", "", then))
    for kegiatan in program["kegiatan"]:
        number += 1
        head = number, text(kegiatan["nama"])
        for sub in kegiatan["sub_kegiatan"]:
            cells = (
                text(sub["nama"]),
                text(sub["indikator"]),
                text(sub["lokasi"]),
                text(sub["target"]),
                amount(sub["pagu"]),
                text(sub["sumber_dana"]),
                text(sub.get("catatan", "")),
                text(sub["target_maju"]),
                amount(sub["pagu_maju"]),
            )
            rows.append(shape["kegiatan"] % (*head, *cells) if head else shape["sub"] % cells)
            head = ()
with zipfile.ZipFile(skeleton) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
before, after = parts["word/document.xml"].decode().split("@BARIS@")
parts["word/document.xml"] = (before + "".join(rows) + after).encode()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, part in parts.items():
        archive.writestr(name, part)
