"""Footnotes: written in the content, real ones in Word, and back through every way that texts come back."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from renjadoc import cli
from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.content.pointers import follow_pointer
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.writing.footnotes import PART
from tests.absorption.paper import WHO, Paper, W, make
from tests.conftest import ROOT, problems_of, read
from tests.word import lint
from tests.word.templates import BODY, changed, replaced, tag_paragraph

Edit = Callable[[str, Callable[[Any], Any]], None]
FIRST = (
    "Renja memuat data BPS^[BPS, *Statistik* {{ tahun }}, lihat {{ rujuk('evaluasi') }}.] dan hasil survei^[Dinas.]."
)
SECOND = "Kemiskinan turun^[Badan Pusat Statistik, 2020 [tabel 3].] sejak lama."
ITEM = {"daftar": "1.", "butir": ["Butir satu^[Catatan butir.];", "butir dua."]}


@pytest.fixture
def noted(isi: Path, edit: Edit) -> Path:
    """content/2021 with footnotes in a paragraph, an item, the front, a heading and a caption."""
    edit(
        "bab-1.json", lambda data: data["bagian"][0].update(isi=[FIRST, SECOND, ITEM], judul="Latar^[Judul.] Belakang")
    )
    edit("tabel/evaluasi.json", lambda data: data["judul"].__setitem__(0, data["judul"][0] + "^[Diolah.]"))
    front = {"judul": "Kata Pengantar", "isi": ["Puji syukur^[Doa.]."]}
    (isi / "kata-pengantar.json").write_text(json.dumps(front), "utf-8")
    return isi


def built(isi: Path, **more: Any) -> package.Parts:
    make_document(DocumentOrder(isi, Path("hasil.docx"), page_numbers=False, overwrite=True, **more))
    return package.unpack_file(Path("hasil.docx"))


def said(parts: package.Parts) -> list[str]:
    """What the footnotes say, in the order of their marks."""
    notes = {note.get(f"{W}id"): note for note in etree.fromstring(parts[PART])}
    marks = etree.fromstring(parts[BODY]).iter(f"{W}footnoteReference")
    return [lint.paragraph_text(notes[mark.get(f"{W}id")]).strip() for mark in marks]


def test_word_counts_them(noted: Path) -> None:
    parts = built(noted)
    assert lint.faults(parts) == []
    assert OpenXmlValidator().validate("hasil.docx").errors == []
    assert said(parts) == [
        "Doa.", "Judul.", "BPS, Statistik 2021, lihat Tabel 2.1.", "Dinas.", "Badan Pusat Statistik, 2020 [tabel 3].",
        "Catatan butir.", "Diolah.",
    ]  # fmt: skip
    assert b'<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' in parts["word/settings.xml"]
    # No list of contents says them.
    listed = [line for line in lint.text_of(parts).split("\n") if "Latar Belakang" in line]
    assert len(listed) == 2
    assert built(noted) == parts


def test_a_template_of_an_earlier_version_gets_their_styles(noted: Path, tmp_path: Path) -> None:
    def drop(styles: str) -> str:
        return re.sub(r'<w:style [^>]*w:styleId="Footnote(?:Text|Reference)".*?</w:style>', "", styles)

    template = changed(tmp_path, "word/styles.xml", drop)
    parts = built(noted, template=template)
    assert lint.faults(parts) == []
    assert parts["word/styles.xml"].count(b'w:styleId="FootnoteText"') == 1
    assert OpenXmlValidator().validate("hasil.docx").errors == []


def test_they_stand_behind_those_of_the_template(noted: Path, tmp_path: Path) -> None:
    own = built(noted)
    template = tmp_path / "renja.docx"
    with_notes = {**package.unpack_file(ROOT / "templates" / "renja.docx"), PART: own[PART]}
    for name, tag in (("word/_rels/document.xml.rels", b"footnotes.xml"), ("[Content_Types].xml", b"footnotes.xml")):
        entry = next(one for one in re.findall(rb"<[^>]+/>", own[name]) if tag in one)
        with_notes[name] = re.sub(rb"(</\w+>)\s*$", entry + rb"\1", with_notes[name])
    template.write_bytes(package.to_bytes(with_notes))
    made = built(noted, template=template)
    numbers = [note.get(f"{W}id") for note in etree.fromstring(made[PART])]
    assert len(numbers) == len(set(numbers)) == 2 + 7 + 7
    assert said(made)[0] == "Doa."


def test_a_template_that_prints_a_text_twice_prints_its_footnotes_twice(noted: Path, tmp_path: Path) -> None:
    tag = tag_paragraph("{{p kata_pengantar }}")
    template = changed(tmp_path, BODY, replaced(tag, f"{tag}{tag}"))
    with pytest.raises(ProblemsFound) as found:
        built(noted, template=template)
    assert {problem.code for problem in found.value.problems} == {"RJ045"}


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        ("bab-1.json", lambda d: d["bagian"][0]["isi"].append("a^[b"), "catatan kaki ^[ belum ditutup dengan ]"),
        ("bab-1.json", lambda d: d["bagian"][0]["isi"].append("a^[ ]"), "catatan kaki kosong"),
        ("bab-1.json", lambda d: d["bagian"][0]["isi"].append("a^[b^[c]]"), "catatan kaki berisi catatan kaki lain"),
        (
            "tabel/evaluasi.json",
            lambda d: d["program"][0].update(nama="Nama^[catatan]"),
            "catatan kaki tidak dapat ditulis dalam sel tabel",
        ),
        (
            "dokumen.json",
            lambda d: d["pengesahan"].update(jabatan="Kepala^[catatan]"),
            "catatan kaki tidak dapat ditulis dalam blok tanda tangan",
        ),
    ],
)
def test_what_cannot_be_printed_is_told(isi: Path, edit: Edit, file: str, change: Any, message: str) -> None:
    edit(file, change)
    found = [problem for problem in problems_of(isi) if problem.code == "RJ022"]
    assert [problem.message for problem in found] == [message]
    assert found[0].location.file == f"isi/{file}"


# Back from Word


def absorbed(isi: Path) -> AbsorptionPlan:
    return plan_absorption(Path("hasil.docx"), isi)


def texts(plan: AbsorptionPlan) -> list[tuple[str, str]]:
    return [(change.kind, change.new or change.old) for change in plan.text_changes]


class Notes:
    """The footnotes of a document under somebody's hands."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self.root = etree.fromstring(paper.parts[PART])

    def find(self, text: str) -> Any:
        return next(note for note in self.root if text in "".join(note.itertext()))

    def retype(self, old: str, new: str) -> None:
        for node in self.find(old).iter(f"{W}t"):
            node.text = (node.text or "").replace(old, new)

    def save(self) -> None:
        self._paper.parts[PART] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        self._paper.save()


@pytest.fixture
def paper(noted: Path) -> Paper:
    built(noted)
    return Paper(Path("hasil.docx"))


def test_an_untouched_document_changes_nothing(noted: Path) -> None:
    built(noted)
    plan = absorbed(noted)
    assert (plan.edits, plan.conflicts, plan.unabsorbed) == ([], [], [])


def test_an_edited_footnote_keeps_what_is_computed(noted: Path, paper: Paper) -> None:
    notes = Notes(paper)
    notes.retype("BPS, ", "Badan Pusat Statistik, ")
    notes.save()
    plan = absorbed(noted)
    wanted = FIRST.replace("^[BPS, ", "^[Badan Pusat Statistik, ")
    assert [new for _, new in texts(plan)] == [wanted]
    assert (plan.conflicts, plan.unabsorbed) == ([], [])


def test_a_computed_value_in_a_footnote_is_not_typed_over(noted: Path, paper: Paper) -> None:
    notes = Notes(paper)
    notes.retype("2021", "2019")
    notes.save()
    plan = absorbed(noted)
    assert texts(plan) == []
    assert "“2021” dihitung dari data; di dokumen ditulis “2019”" in plan.conflicts[0].reason


def test_a_tracked_change_in_a_footnote_is_a_proposal(noted: Path, paper: Paper) -> None:
    notes = Notes(paper)
    run = next(run for run in notes.find("Dinas.").iter(f"{W}r") if "Dinas" in "".join(run.itertext()))
    deleted = make('<w:del w:id="1"/>')
    deleted.attrib.update(WHO)
    run.addprevious(deleted)
    inserted = copy.deepcopy(run)
    next(inserted.iter(f"{W}t")).text = "Dinas Koperasi."
    coming = make('<w:ins w:id="2"/>')
    coming.attrib.update(WHO)
    coming.append(inserted)
    run.addnext(coming)
    deleted.append(run)
    for node in deleted.iter(f"{W}t"):
        node.tag = f"{W}delText"
    notes.save()
    (change,) = absorbed(noted).text_changes
    assert change.new == FIRST.replace("^[Dinas.]", "^[Dinas Koperasi.]")
    assert change.authors == ("Bu Sari",)
    assert plan_absorption(Path("hasil.docx"), noted, take_pending=False).text_changes == []


def test_a_footnote_that_is_added_or_deleted(noted: Path, paper: Paper) -> None:
    notes = Notes(paper)
    added = copy.deepcopy(notes.find("Dinas."))
    added.set(f"{W}id", "77")
    notes.root.append(added)
    next(node for node in added.iter(f"{W}t") if node.text == "Dinas.").text = "Baru [b]."
    mark = make('<w:r><w:footnoteReference w:id="77"/></w:r>')
    run = next(run for run in paper.p("Kemiskinan").iter(f"{W}r") if " sejak lama." in "".join(run.itertext()))
    run.addnext(mark)
    gone = next(one for one in paper.p("Butir satu").iter(f"{W}r") if one.find(f"{W}footnoteReference") is not None)
    gone.getparent().remove(gone)
    notes.save()
    plan = absorbed(noted)
    assert [new for _, new in texts(plan)] == [SECOND + "^[Baru [b].]", "Butir satu;"]
    assert plan.unabsorbed == []


def test_footnotes_move_with_their_paragraph(noted: Path, paper: Paper) -> None:
    paper.move(paper.p("Renja memuat data BPS"), paper.p("Kemiskinan"))
    paper.save()
    assert cli.main(["serap", "hasil.docx", str(noted), "--ya"]) == 0
    chapter = json.loads((noted / "bab-1.json").read_text("utf-8"))
    assert follow_pointer(chapter, "/bagian/0/isi")[:2] == [SECOND, FIRST]


def test_a_footnote_that_moves_into_another_paragraph_keeps_what_is_computed(noted: Path, paper: Paper) -> None:
    first, second = paper.p("Renja memuat data BPS"), paper.p("Kemiskinan")
    mark = next(run for run in first.iter(f"{W}r") if run.find(f"{W}footnoteReference") is not None)
    list(second.iter(f"{W}r"))[-1].addnext(mark)
    paper.save()
    plan = absorbed(noted)
    note = "^[BPS, *Statistik* {{ tahun }}, lihat {{ rujuk('evaluasi') }}.]"
    assert [new for _, new in texts(plan)] == [FIRST.replace(note, ""), SECOND + note]


def test_endnotes_come_back_as_footnotes_and_footnotes_of_cells_are_told(noted: Path, paper: Paper) -> None:
    cell = paper.body.find(f"{W}tbl/{W}tr/{W}tc/{W}p")
    cell.append(make('<w:r><w:footnoteReference w:id="78"/></w:r>'))
    notes = Notes(paper)
    added = copy.deepcopy(notes.find("Dinas."))
    added.set(f"{W}id", "78")
    notes.root.append(added)
    end = etree.fromstring(paper.parts[PART].replace(b"footnote", b"endnote"))
    for note in [note for note in end if note.get(f"{W}id") != "4"]:
        end.remove(note)
    paper.parts["word/endnotes.xml"] = etree.tostring(end)
    paper.p("Kemiskinan").append(make('<w:r><w:endnoteReference w:id="4"/></w:r>'))
    notes.save()
    plan = absorbed(noted)
    assert plan.unabsorbed == [("catatan kaki dalam tabel", "Dinas.")]
    assert plan.notes == ["1 catatan akhir (endnote) diserap sebagai catatan kaki."]
    assert [new for _, new in texts(plan)] == [SECOND + "^[Dinas.]"]


# Compared, reviewed, rolled on


def test_a_review_copy_shows_what_changed_in_footnotes(noted: Path, edit: Edit) -> None:
    built(noted)
    edit(
        "bab-1.json", lambda d: d["bagian"][0].update(isi=[FIRST.replace("^[Dinas.]", "^[Dinas lain.]"), SECOND, ITEM])
    )
    assert cli.main(["telaah", str(noted), "--banding", "hasil.docx", "-o", "telaah.docx"]) == 0
    parts = package.unpack_file(Path("telaah.docx"))
    body, notes = (etree.fromstring(parts[name]) for name in (BODY, PART))
    by_number = {note.get(f"{W}id"): lint.paragraph_text(note).strip() for note in notes}
    tracked = {
        kind: [by_number[m.get(f"{W}id")] for one in body.iter(f"{W}{kind}") for m in one.iter(f"{W}footnoteReference")]
        for kind in ("ins", "del")
    }
    assert tracked == {"ins": ["Dinas lain."], "del": ["Dinas."]}
    assert OpenXmlValidator().validate("telaah.docx").errors == []
    assert plan_absorption(Path("telaah.docx"), noted).text_changes == []


def test_a_comparison_shows_them_and_says_each_once(
    noted: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["gulir", str(noted), "isi-2022"]) == 0
    chapter = Path("isi-2022/bab-1.json")
    # A year in a footnote is that of a source.
    assert "Badan Pusat Statistik, 2020 [tabel 3].]" in chapter.read_text("utf-8")
    chapter.write_text(chapter.read_text("utf-8").replace("^[Dinas.]", "^[Dinas lain.]"), "utf-8")
    capsys.readouterr()
    cli.main(["banding", str(noted), "isi-2022"])
    shown = capsys.readouterr().out
    assert shown.count("[catatan kaki: Dinas lain.]") == 1
    assert shown.count("[catatan kaki: Dinas.]") == 1


def test_rules_read_them(isi: Path, edit: Edit) -> None:
    edit("bab-1.json", lambda data: data["bagian"][0]["isi"].append("Isi^[Capaian 85.28 persen, [[pastikan]].]."))
    reading = Reading(read(isi))
    said = [passage.text for passage in reading.passages if passage.kind == "catatan_kaki"]
    assert said == ["Capaian 85.28 persen, [pastikan]."]
    outcome = cli.main(["periksa", str(isi)])
    assert outcome in (0, 1)
