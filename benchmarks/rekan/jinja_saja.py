"""Jinja on a template that docxtpl patched before: python jinja_saja.py DATA.json TEMPLATE.docx OUT.docx"""

import json
import sys
import zipfile
from pathlib import Path

from jinja2 import Environment

data, template, out = sys.argv[1:]
context = json.loads(Path(data).read_text("utf-8"))
with zipfile.ZipFile(template) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        part = old.read(name)
        if name == "word/document.xml":
            part = Environment(autoescape=True).from_string(part.decode()).render(context).encode()
        new.writestr(name, part)
