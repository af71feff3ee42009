"""The document of 2021 and variations of it: valid, clean, and what an expert would have made by hand."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator

from renjadoc import resources
from renjadoc.compose import compose_document
from renjadoc.reading import Reading
from renjadoc.unbroken import as_seen
from renjadoc.word.packages import package
from renjadoc.word.packages.package import Parts
from renjadoc.word.reader.document import WordParagraph
from renjadoc.word.reader.read import read_parts
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests.conftest import ROOT, read
from tests.word import lint
from tests.word.lint import W

Edit = Callable[[str, Callable[[Any], Any]], None]


def made(root: Path) -> Parts:
    """The parts of the document of a folder, without page numbers."""
    reading = Reading(read(root))
    assert reading.problems == []
    template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
    document = compose_document(reading)
    assert render.find_problems(template, document) == []
    return package.unpack_word(render.pack_document(template, document, {}).data)


@pytest.fixture(scope="module")
def parts() -> Parts:
    return made(ROOT / "content" / "2021")


def paragraphs(parts: Parts, style: str) -> list[str]:
    found = []
    for paragraph in lint.root(parts).iter(f"{W}p"):
        stated = paragraph.find(f"{W}pPr/{W}pStyle")
        if stated is not None and stated.get(f"{W}val") == style:
            signs = {f"{W}t": "", f"{W}noBreakHyphen": "-", f"{W}tab": "|", f"{W}br": "|"}
            texts = (signs[t.tag] or t.text or "" for t in paragraph.iter(*signs))
            found.append(as_seen("".join(texts)))
    return found


def assert_valid(parts: Parts, tmp_path: Path) -> None:
    path = tmp_path / "uji.docx"
    path.write_bytes(package.to_bytes(parts))
    assert OpenXmlValidator().validate(path).errors == []
    assert lint.faults(parts) == []


def test_valid(parts: Parts, tmp_path: Path) -> None:
    assert_valid(parts, tmp_path)


def test_headings(parts: Parts) -> None:
    assert paragraphs(parts, "Heading1") == [
        "|Pendahuluan",
        "|Hasil Evaluasi Rencana Kerja Tahun Lalu",
        "|Tujuan, Sasaran, Program dan Kegiatan",
        "|Penutup",
    ]
    assert len(paragraphs(parts, "Heading2")) == 12
    assert len(paragraphs(parts, "Heading3")) == 2


def test_contents_say_every_heading_with_its_number(parts: Parts) -> None:
    entries = paragraphs(parts, "TOC2")
    assert [entry.split("|")[0] for entry in entries] == [
        "1.1.", "1.2.", "1.3.", "1.4.", "2.1.", "2.2.", "2.3.", "2.4.", "2.5.", "3.1.", "3.2.", "3.3.",
    ]  # fmt: skip
    assert [entry.split("|")[0] for entry in paragraphs(parts, "TOC3")] == ["2.3.1.", "2.3.2."]
    assert paragraphs(parts, "TOC1") == [
        "Daftar Isi|", "Daftar Tabel|", "BAB I Pendahuluan|", "BAB II Hasil Evaluasi Rencana Kerja Tahun Lalu|",
        "BAB III Tujuan, Sasaran, Program dan Kegiatan|", "BAB IV Penutup|",
    ]  # fmt: skip


def test_one_counter_numbers_chapters_and_sections(parts: Parts) -> None:
    levels = list(lint.root(parts, "word/numbering.xml").find(f"{W}abstractNum").iter(f"{W}lvl"))
    said = [(level.find(f"{W}numFmt").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val")) for level in levels]
    assert said == [("upperRoman", "BAB %1"), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")]
    assert [level.find(f"{W}isLgl") is not None for level in levels] == [False, True, True]
    read = read_parts(parts).blocks
    labels = [one.label for one in read if isinstance(one, WordParagraph) and one.style.startswith("heading")]
    assert labels[:2] == ["BAB I", "1.1."]
    assert [label for label in labels if label.startswith("BAB")] == ["BAB I", "BAB II", "BAB III", "BAB IV"]
    assert "2.3.1." in labels


def test_captions_are_numbered_by_chapter_and_referred_to(parts: Parts) -> None:
    labels = [caption.split("|")[0] for caption in paragraphs(parts, "Caption")]
    assert labels == ["Tabel 2.1", "Tabel 2.2", "Tabel 2.3", "Tabel 2.4", "Tabel 2.5", "Tabel 2.6", "Tabel 3.1"]
    codes = [code.text.strip() for code in lint.root(parts).iter(f"{W}instrText")]
    # Nothing sets the number of a table but its chapter: one that is put in before the first moves the others.
    assert [code for code in codes if code.startswith("SEQ")] == [r"SEQ Tabel \* ARABIC \s 1"] * 7
    assert sum(code.startswith("REF ") for code in codes) >= 7
    entries = paragraphs(parts, "TableofFigures")
    assert [" ".join(entry.split(" ")[:2]) for entry in entries] == labels
    assert entries[3].endswith("Kabupaten Purbalingga Tahun 2016–2021|")


def test_every_list_is_one_of_its_own(parts: Parts) -> None:
    """So that one that a person begins with a style starts at 1, and Tab makes an item of the list below."""
    used = [n.get(f"{W}val") for n in lint.root(parts).iter(f"{W}numId")]
    runs = [number for number, _ in groupby(used)]
    numbering = lint.root(parts, "word/numbering.xml")
    homes = {num.get(f"{W}numId"): num.find(f"{W}abstractNumId").get(f"{W}val") for num in numbering.iter(f"{W}num")}
    of_styles = {n.get(f"{W}val") for n in lint.root(parts, "word/styles.xml").iter(f"{W}numId")}
    assert not {homes[number] for number in runs} & {homes[number] for number in of_styles}
    assert len(set(runs)) == 17  # the outer lists; in 3.2 the numbers below `a.` stand twice below each


def test_every_stretch_of_landscape_pages_has_a_section_with_its_own_footer(parts: Parts) -> None:
    sections = list(lint.root(parts).iter(f"{W}sectPr"))
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for section in sections]
    assert turned == [False, False, False, True, False, True, False, True, False, True, False]
    assert all(section.find(f"{W}footerReference") is not None for section in sections)
    starts = [section.find(f"{W}pgNumType") for section in sections]
    assert [s is not None and s.get(f"{W}start") for s in starts][2:4] == ["1", None]


def test_amounts_stand_right_and_open_cells_are_marked(parts: Parts) -> None:
    for paragraph in lint.root(parts).iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        if text == "5.701.420.500":
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            assert style.startswith("TabelAngka")
    marked = [r for r in lint.root(parts).iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle") is not None]
    assert sum("".join(t.text for t in run.iter(f"{W}t")) == "…" for run in marked) == 131


def test_properties_and_language(parts: Parts) -> None:
    core = parts["docProps/core.xml"].decode()
    office = "Dinas Koperasi dan Usaha Kecil Menengah Kabupaten Purbalingga"
    assert f"<dc:title>Rencana Kerja (Renja) {office} Tahun 2021</dc:title>" in core
    assert f"<dc:creator>{office}</dc:creator>" in core
    assert b'w:lang w:val="id-ID"' in parts["word/styles.xml"]


def test_same_input_same_bytes(parts: Parts) -> None:
    assert package.to_bytes(made(ROOT / "content" / "2021")) == package.to_bytes(parts)


def test_every_paragraph_carries_its_anchor_and_base_text(parts: Parts) -> None:
    base = lint.root(parts, package.BASE_PART)
    shown = {entry.get("tanda"): "".join(entry[1].itertext()) for entry in base}
    places = {(entry.get("berkas"), entry.get("letak")): entry[0].text for entry in base}
    assert places["bab-4.json", "/judul"] == "Penutup"
    assert "{{ tahun }}" in places["bab-4.json", "/isi/0"]
    anchored = [s.get(f"{W}name") for s in lint.root(parts).iter(f"{W}bookmarkStart")]
    assert [name for name in anchored if name.startswith("_rj")] == list(shown)
    assert any("Tahun 2021" in text for text in shown.values())


def test_a_copy_for_the_next_year_needs_only_its_year(isi: Path, edit: Edit) -> None:
    edit("dokumen.json", lambda data: data.update(tahun=2022))
    text = lint.text_of(made(isi))
    # 2021 stays where it is a fact: the Renstra period, its last target column, and the running year before 2022.
    assert "Rencana Tahun 2022" in text
    assert "Prakiraan Maju Rencana Tahun 2023" in text
    assert "TAHUN 2022" in text.upper()
    assert "Purbalingga, 3 Januari 2022" in text
    for line in text.split("\n"):
        if "2021" in line:
            assert re.search(r"2016–2021|2016-2021|s\.d\. 2021|[Tt]ahun 2021|^2021$|Capaian 2021|2017–2021", line), line
    assert "Renja Dinas Koperasi dan Usaha Kecil Menengah Kabupaten Purbalingga Tahun 2021" not in text


def test_difficult_text_survives(isi: Path, edit: Edit, tmp_path: Path) -> None:
    hard = "A & B <i> \"kutip\" 'satu' 😀 é \\*"
    edit("bab-4.json", lambda data: data["isi"].append(hard))
    edit(
        "tabel/usulan-masyarakat.json",
        lambda data: data["usulan"][0].update(usulan=hard, lokasi=["x & y", "z"]["0" == "1"]),
    )
    document = made(isi)
    assert lint.text_of(document).count("A & B <i> \"kutip\" 'satu' 😀 é *") == 2
    assert_valid(document, tmp_path)


def test_ad_hoc_table_picture_and_four_list_levels(isi: Path, edit: Edit, tmp_path: Path) -> None:
    example = (ROOT / "tests" / "contoh" / "tabel" / "bebas.json").read_text("utf-8")
    (isi / "tabel" / "bebas.json").write_text(example, "utf-8")
    deep: Any = {"daftar": "-", "butir": ["paling dalam"]}
    for style in ("1)", "a.", "1."):
        deep = {"daftar": style, "butir": [{"teks": f"tingkat {style}", "isi": ["lanjutan", deep]}]}
    picture = {"gambar": "gambar/logo.png", "judul": "Lambang", "alt": "Lambang contoh", "lebar_cm": 5}
    edit(
        "bab-4.json",
        lambda data: data["isi"].extend([deep, {"tabel": "bebas"}, picture, "Lihat {{ rujuk('bebas') }}."]),
    )
    document = made(isi)
    assert_valid(document, tmp_path)
    text = lint.text_of(document)
    assert "Lihat Tabel 4.1." in text
    assert "Gambar 4.1" in text
    levels = [p.find(f"{W}pPr/{W}numPr/{W}ilvl") for p in lint.root(document).iter(f"{W}p")]
    assert {level.get(f"{W}val") for level in levels if level is not None} == {"0", "1", "2", "3"}
    cells = [value for row in json.loads(example)["baris"] for value in (row if isinstance(row, list) else row["sel"])]
    for value in cells:
        if isinstance(value, str) and not re.search(r"[{*\[]", value):
            assert value in text


def test_a_document_without_tables_has_no_list_of_them(tmp_path: Path) -> None:
    root = tmp_path / "isi"
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", root)
    shutil.rmtree(root / "tabel")
    for path in root.glob("bab-*.json"):
        path.write_text(re.sub(r'\{\s*"tabel": "[\w-]+"\s*\}', '"Uraian."', path.read_text("utf-8")), "utf-8")
    parts = made(root)
    assert paragraphs(parts, "JudulDaftar") == ["Daftar Isi"]
    assert not any("Daftar Tabel" in entry for entry in paragraphs(parts, "TOC1"))


@pytest.mark.parametrize(("awal", "akhir"), [(2024, 2026), (2021, 2026), (2021, 2030)])
def test_renstra_periods_of_any_length_fill_the_same_room(
    isi: Path, edit: Edit, tmp_path: Path, awal: int, akhir: int
) -> None:
    years = akhir - awal + 2
    edit("dokumen.json", lambda data: data["renstra"].update(awal=awal, akhir=akhir))

    def stretch(data: Any) -> None:
        for group in data["kelompok"]:
            for item in group["isi"]:
                for indikator in item["indikator"]:
                    indikator["target"] = (indikator["target"] * 3)[:years]

    edit("tabel/target-renstra.json", stretch)
    document = made(isi)
    assert_valid(document, tmp_path)
    tables = [t for t in lint.root(document).iter(f"{W}tbl") if len(t.findall(f"{W}tblGrid/{W}gridCol")) == 3 + years]
    widths = [sum(int(c.get(f"{W}w")) for c in t.iter(f"{W}gridCol")) for t in tables]
    assert any(15_700 < width <= 15_880 for width in widths)
