"""Plain docxtpl with the same template and the same data, whole process: python docxtpl_biasa.py FOLDER OUT.docx"""

from __future__ import annotations

import sys
from pathlib import Path

from docxtpl import DocxTemplate

from renjadoc import resources
from renjadoc.compose import Composer
from renjadoc.content import folder as folders
from renjadoc.reading import Reading
from renjadoc.word import render
from renjadoc.word.template import Template, make_environment
from renjadoc.word.writer import Writer

folder, _ = folders.read(Path(sys.argv[1]))
assert folder is not None
reading = Reading(folder)
document = Composer(reading).document()
path = resources.templates() / "renja.docx"
writer = Writer(Template(path, "renja.docx"), {})
writer.learn_captions(document.captions())
context = render._context(writer, writer._template, document)
environment = make_environment(render._filters(writer.open_style, reading.spans))
plain = DocxTemplate(str(path))
plain.render(context, environment, autoescape=True)
plain.save(sys.argv[2])
