"""docxtpl that neither parses nor splices its body again: python docxtpl_ringan.py DATA.json TEMPLATE.docx OUT.docx"""

import json
import sys
import zipfile
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment


class Light(DocxTemplate):
    """Fills the body and writes the text as it is, beside the other parts of the template."""

    def write(self, context, target):
        self.render_init()
        body = self.build_xml(context, Environment(autoescape=True))
        with zipfile.ZipFile(self.template_file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, body if name == "word/document.xml" else old.read(name))


data, template, out = sys.argv[1:]
Light(template).write(json.loads(Path(data).read_text("utf-8")), out)
