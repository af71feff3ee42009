"""python-docx, cell by cell: python python_docx.py DATA.json - OUT.docx"""

import json
import sys
from pathlib import Path

from docx import Document

data = json.loads(Path(sys.argv[1]).read_text("utf-8"))
document = Document()
for chapter in data["bab"]:
    document.add_heading(chapter["judul"], 1)
    for paragraph in chapter["paragraf"]:
        document.add_paragraph(paragraph["teks"])
table = document.add_table(0, 11)
for row in data["baris"]:
    for cell, text in zip(table.add_row().cells, row.values(), strict=True):
        cell.text = text
document.save(sys.argv[3])
