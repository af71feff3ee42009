"""The lower bound: reads the same JSON, joins the same document.xml as strings and zips it; checks nothing.

    python batas_bawah.py FOLDER MADE.docx OUT.docx

MADE.docx, made once by renjadoc from the same folder, lends everything but the rows of the long table: the text before
and behind them, the looks of the rows, and all other parts.
"""

import json
import re
import sys
import zipfile
from xml.sax.saxutils import escape


def cell(value):
    if value is None:
        return "…"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return escape("\n".join(value) if isinstance(value, list) else value)


folder, made, out = sys.argv[1:]
for name in ("dokumen", "bab-1", "bab-2", "bab-3", "bab-4"):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        json.load(file)
with open(f"{folder}/tabel/rencana-program.json", encoding="utf-8") as file:
    plan = json.load(file)
with zipfile.ZipFile(made) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
body = parts["word/document.xml"].decode()
start = body.rindex("<w:tbl>")
first = body.index("<w:tr>", body.index("5.701.420.500" if "5.701.420.500" in body else "<w:tblGrid>", start))
last = body.rindex("</w:tr>") + len("</w:tr>")
samples = sorted(re.findall("(?s)<w:tr>.*?</w:tr>", body[first:last][:200_000]), key=len)
sample = samples[len(samples) // 2]
shape = re.split(r'(?<=<w:t xml:space="preserve">)[^<]*(?=</w:t>)', sample)
rows = []
fields = ("nama", "indikator", "lokasi", "target", "pagu", "sumber_dana", "catatan", "target_maju", "pagu_maju")
for program in plan["program"]:
    for kegiatan in program["kegiatan"]:
        for sub in kegiatan["sub_kegiatan"]:
            values = ["1", escape(kegiatan["nama"]), *(cell(sub.get(field, "")) for field in fields)]
            values += [""] * (len(shape) - 1 - len(values))
            rows.append("".join(piece + value for piece, value in zip(shape, [*values, ""], strict=False)))
parts["word/document.xml"] = (body[:first] + "".join(rows) + body[last:]).encode()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in parts.items():
        archive.writestr(name, data)
