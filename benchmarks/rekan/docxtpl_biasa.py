"""docxtpl as it is: python docxtpl_biasa.py DATA.json TEMPLATE.docx OUT.docx"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

data, template, out = sys.argv[1:]
document = DocxTemplate(template)
document.render(json.loads(Path(data).read_text("utf-8")), autoescape=True)
document.save(out)
