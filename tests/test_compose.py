"""What is composed of a folder: charts, pictures, anchors, values that were taken over; the folder stays as it was."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from renjadoc import resources
from renjadoc.compose import compose_document, list_open_matters
from renjadoc.content.pictures import TURNED_CM, USUAL_CM
from renjadoc.reading import Reading
from renjadoc.word import blocks
from renjadoc.word.packages import package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from renjadoc.word.writing.render import Document
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


def _compose_chapter(isi: Path, edit: Edit, *added: Any) -> Document:
    """The document with blocks at the end of its second chapter's second section."""
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].extend(added))
    return compose_document(Reading(read(isi)))


def test_a_chart_and_a_picture_are_as_the_content_wants_them(isi: Path, edit: Edit) -> None:
    bars = {"grafik": "capaian-kinerja", "nilai": ["target", "n1"], "judul": "Target", "sumber": "Dinas, 2020"}
    drawn = {"grafik": "capaian-kinerja", "nilai": ["n1"], "bentuk": "garis", "lebar_cm": 12, "tinggi_cm": 9}
    picture = {"gambar": "gambar/logo.png", "judul": "Lambang", "alt": "Lambang daerah", "sumber": "Sumber: Bappeda"}
    turned = {"gambar": "gambar/tanda-tangan.png", "alt": "Peta", "lanskap": True}
    composed = _compose_chapter(isi, edit, bars, drawn, picture, turned).content
    first, second = (block for block in composed if isinstance(block, blocks.Chart))
    assert (first.form, first.width_cm, first.height_cm) == ("batang", 40.0, 5.8)
    assert (second.form, second.width_cm, second.height_cm) == ("garis", 12.0, 9.0)
    assert (first.series[0][0], len(first.series), len(second.series)) == ("Target Tahun 2020", 2, 1)
    assert first.labels == second.labels
    assert "Koperasi sehat" in first.labels
    upright, lying = (block for block in composed if isinstance(block, blocks.Picture))
    assert (upright.path.name, upright.alt, upright.landscape, upright.width_cm) == (
        "logo.png", "Lambang daerah", False, USUAL_CM,
    )  # fmt: skip
    assert (lying.path.name, lying.landscape, lying.width_cm, lying.caption) == (
        "tanda-tangan.png", True, TURNED_CM, None,
    )  # fmt: skip
    # What says “Sumber” itself is not told so twice.
    assert [(note.lead, note.line[0].text) for block in (first, upright) for note in block.notes] == [
        ("Sumber: ", "Dinas, 2020"),
        ("", "Sumber: Bappeda"),
    ]


def test_what_came_from_the_content_says_where_and_what_it_is(isi: Path, edit: Edit) -> None:
    picture = {"gambar": "gambar/logo.png", "judul": "Lambang {{ daerah.nama }}", "alt": "Lambang daerah"}
    composed = _compose_chapter(isi, edit, picture).content
    captions = [block.caption for block in composed if isinstance(block, blocks.PatternTable | blocks.Picture)]
    anchors = [anchor for caption in captions if caption for anchor in caption.anchors]
    assert {anchor.kind for anchor in anchors} == {"judul_tabel"}
    assert {anchor.file for anchor in anchors} >= {"bab-2.json", "tabel/capaian-kinerja.json"}
    assert [anchor.source for anchor in anchors if anchor.file == "bab-2.json"] == ["Lambang {{ daerah.nama }}"]
    laws = [block for block in composed if isinstance(block, blocks.ListItem) and block.anchor.kind == "regulasi"]
    assert [law.anchor.pointer for law in laws] == [f"/regulasi/{index}" for index in range(len(laws))]
    assert [law.line[-1].text[-1] for law in laws] == [";"] * (len(laws) - 1) + ["."]


def test_a_document_is_of_the_day_it_was_signed(isi: Path, edit: Edit) -> None:
    signed = compose_document(Reading(read(isi)))
    assert signed.made_on == date(2021, 1, 3)
    assert signed.names["pengesahan"]["tempat_tanggal"] == "Purbalingga, 3\u00a0Januari\u00a02021"
    edit("dokumen.json", lambda data: data["pengesahan"].update(tanggal=None))
    unsigned = compose_document(Reading(read(isi)))
    assert unsigned.made_on == date(2021, 1, 1)
    assert unsigned.names["pengesahan"]["tempat_tanggal"] == "Purbalingga, …………………"


def test_a_cell_of_a_free_table_is_its_lines_what_is_open_is_marked(isi: Path, edit: Edit) -> None:
    rows = [["Usaha mikro", ["baik", "cukup"]], ["Koperasi", None], ["Jumlah", 1200]]
    free = {"jenis": "bebas", "judul": ["Ringkasan"], "kolom": [{"judul": "Uraian"}, {"judul": "Nilai"}], "baris": rows}
    (isi / "tabel" / "ringkasan.json").write_text(json.dumps(free), "utf-8")
    composed = _compose_chapter(isi, edit, {"tabel": "ringkasan"}).content
    (grid,) = (block for block in composed if isinstance(block, blocks.GridTable))
    said = [[[(span.text, span.open) for span in line] for line in cells[1].lines] for cells, _ in grid.body]
    assert said == [[[("baik", False)], [("cukup", False)]], [[("…", True)]], [[("1.200", False)]]]


def test_open_matters_are_listed_once_and_bare_from_paragraphs_and_footnotes(isi: Path, edit: Edit) -> None:
    said = "Isi [[lengkapi sumbernya]] dan catatan^[lihat [[periksa tahunnya]] dulu].", "Lagi [[lengkapi sumbernya]]."
    document = _compose_chapter(isi, edit, *said)
    found = [note for note in list_open_matters(document, Reading(read(isi))) if note.endswith("nya")]
    assert found == ["lengkapi sumbernya", "periksa tahunnya"]
