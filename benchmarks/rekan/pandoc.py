"""pandoc, from its own JSON, which this script writes: python pandoc.py DATA.json - OUT.docx"""

import json
import subprocess
import sys
from pathlib import Path

EMPTY = ["", [], []]


def plain(text: str) -> dict:
    return {"t": "Plain", "c": [{"t": "Str", "c": text}]}


def row(cells) -> list:
    return [EMPTY, [[EMPTY, {"t": "AlignDefault"}, 1, 1, [plain(cell)]] for cell in cells]]


data = json.loads(Path(sys.argv[1]).read_text("utf-8"))
blocks = []
for chapter in data["bab"]:
    blocks.append({"t": "Header", "c": [1, EMPTY, [{"t": "Str", "c": chapter["judul"]}]]})
    blocks += [{"t": "Para", "c": [{"t": "Str", "c": p["teks"]}]} for p in chapter["paragraf"]]
columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": 1 / 11}]] * 11
body = [[EMPTY, 0, [], [row(one.values()) for one in data["baris"]]]]
head = [EMPTY, [row(data["baris"][0])]]
blocks.append({"t": "Table", "c": [EMPTY, [None, []], columns, head, body, [EMPTY, []]]})
document = json.dumps({"pandoc-api-version": [1, 22], "meta": {}, "blocks": blocks})
subprocess.run(["pandoc", "-f", "json", "-o", sys.argv[3]], input=document.encode(), check=True)
