"""Lays down the template of each peer in its own tags: four chapters, then a table. python templat.py FOLDER"""

import io
import re
import sys
import zipfile
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

HEADS = (
    "No", "Kegiatan", "Sub Kegiatan", "Indikator", "Lokasi", "Target", "Pagu", "Sumber Dana", "Catatan", "Target n+1",
    "Pagu n+1",
)  # fmt: skip
KEYS = [f"c{number}" for number in range(1, 12)]

#: What stands in the paragraphs of a chapter, and in the rows of the table.
TAGS = {
    "docxtpl": (
        ["{%p for b in bab %}", "{{ b.judul }}", "{%p for p in b.paragraf %}", "{{ p.teks }}", "{%p endfor %}",
         "{%p endfor %}"],
        [["{%tr for r in baris %}"], [f"{{{{ r.{key} }}}}" for key in KEYS], ["{%tr endfor %}"]],
    ),
    "kurung": (
        ["{#bab}", "{judul}", "{#paragraf}", "{teks}", "{/paragraf}", "{/bab}"],
        [["{#baris}{c1}", *(f"{{{key}}}" for key in KEYS[1:-1]), "{c11}{/baris}"]],
    ),
    "carbone": (
        ["{d.bab[i].judul}", "{d.bab[i].paragraf[i].teks}", "{d.bab[i].paragraf[i+1].teks}", "{d.bab[i+1].judul}"],
        [[f"{{d.baris[i].{key}}}" for key in KEYS], ["{d.baris[i+1].c1}"]],
    ),
}  # fmt: skip


def lay_down(paragraphs: list[str], rows: list[list[str]], target: Path) -> None:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(1, len(HEADS))
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    slim(buffer, target)


def slim(source: io.BytesIO, target: Path) -> None:
    """Without what python-docx's own template carries along and nobody needs."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if re.search("stylesWithEffects|thumbnail|customXml", name):
                continue
            data = old.read(name)
            if name.endswith((".rels", "[Content_Types].xml")):
                pattern = rb"<(?:Override|Relationship)\b[^>]*(?:stylesWithEffects|thumbnail|customXml)[^>]*/>"
                data = re.sub(pattern, b"", data)
            new.writestr(name, data)


def patch(template: Path, target: Path) -> None:
    """The template with docxtpl's tags made plain Jinja, as one would keep it."""
    document = DocxTemplate(template)
    document.render_init()
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = name == "word/document.xml"
            new.writestr(name, document.patch_xml(document.get_xml()) if body else old.read(name))


place = Path(sys.argv[1])
for kind, (paragraphs, rows) in TAGS.items():
    lay_down(paragraphs, rows, place / f"{kind}.docx")
patch(place / "docxtpl.docx", place / "jinja.docx")
