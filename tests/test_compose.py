"""What a composed document shows of values that were taken over, and what composing leaves as it was."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc import resources
from renjadoc.compose import compose_document
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests.conftest import read
from tests.word.lint import W, paragraph_text, root

Edit = Callable[[str, Callable[[Any], Any]], None]
_PERIOD = "Periode {{ renstra.periode }}"


@pytest.fixture
def carried(isi: Path, edit: Edit) -> Reading:
    """A folder that waits for a look at the end of its Renstra, which a paragraph and a cell of T-C.33 print."""

    def sub_kegiatan(plan: Any) -> None:
        plan["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["lokasi"] = _PERIOD

    edit("bab-4.json", lambda bab: bab.setdefault("isi", []).append(_PERIOD))
    edit("tabel/rencana-program.json", sub_kegiatan)
    end = json.loads((isi / "dokumen.json").read_text("utf-8"))["renstra"]["akhir"]
    entry = {"berkas": "dokumen.json", "letak": "/renstra/akhir", "nilai": end, "alasan": "dari tahun lalu"}
    (isi / "tinjau.json").write_text(json.dumps({"tinjau": [entry]}), "utf-8")
    return Reading(read(isi))


def test_what_was_taken_over_is_highlighted_in_cells_as_in_paragraphs(carried: Reading) -> None:
    template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
    packed = render.pack_document(template, compose_document(carried), {})
    body = root(package.unpack_word(packed.data))
    highlighted = {True: 0, False: 0}
    for paragraph in body.iter(f"{W}p"):
        runs = list(paragraph.iter(f"{W}r"))
        if paragraph_text(paragraph) == "Periode 2016–2021":
            period = next(run for run in runs if "2016" in "".join(text.text for text in run.iter(f"{W}t")))
            assert period.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Terbuka"
            highlighted[any(above.tag == f"{W}tc" for above in paragraph.iterancestors())] += 1
    assert highlighted == {True: 2, False: 1}  # The cell stands in the plan and in the review of the RKPD.


def test_composing_leaves_the_folder_as_it_was_read(carried: Reading) -> None:
    before = [(source.name, copy.deepcopy(source.data)) for source in carried.folder.sources]
    kinds = type(carried.folder.dokumen.data["renstra"]["akhir"])
    compose_document(carried)
    assert [(source.name, source.data) for source in carried.folder.sources] == before
    assert kinds is type(carried.folder.dokumen.data["renstra"]["akhir"]) is int
