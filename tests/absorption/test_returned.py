"""Copies as they really come back: struck by hand, commented in threads, without their base, absorbed a second time."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.problem import ProblemsFound
from renjadoc.review import ReviewOrder, make_review_copy, make_spare_copy
from renjadoc.word.packages import package
from tests.absorption.google import as_google_docs
from tests.absorption.paper import NS, Paper, W, make
from tests.absorption.test_absorb import written
from tests.absorption.wps import as_wps

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _plan(place: Path, *, take: bool = True) -> AbsorptionPlan:
    return plan_absorption(place / "isi.docx", place / "isi", take_pending=take)


def _strike(paper: Paper, words: str, kind: str = "strike") -> None:
    for run in paper.cut(paper.p(words), words):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.SubElement(run, f"{W}rPr")
            run.insert(0, properties)
        properties.append(make(f"<w:{kind}/>"))


# Struck by hand


@pytest.mark.parametrize("kind", ["strike", "dstrike"])
def test_letters_struck_by_hand_are_a_deletion_that_is_proposed(place: Path, kind: str) -> None:
    paper = Paper(place / "isi.docx")
    _strike(paper, "pendek ", kind)
    paper.save()
    plan = _plan(place)
    [change] = plan.text_changes
    assert "pendek" in change.old
    assert "pendek" not in change.new
    assert plan.pending == 1
    waiting = _plan(place, take=False)
    assert (waiting.text_changes, waiting.pending) == ([], 1)


def test_the_blanks_around_struck_words_are_one(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    _strike(paper, "pendek")
    paper.save()
    [change] = _plan(place).text_changes
    assert "  " not in change.new


def test_strike_that_is_switched_off_is_none(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    for run in paper.cut(paper.p("pendek"), "pendek"):
        run.insert(0, make('<w:rPr><w:strike w:val="0"/></w:rPr>'))
    paper.save()
    assert _plan(place).edits == []


# Remarks


def test_two_equal_remarks_are_two_and_again_they_are_none(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.comment(paper.p("Paragraf ketiga"), "pendek saja", "Perbaiki.")
    paper.comment(paper.p("Paragraf ketiga"), "pendek saja", "Perbaiki.")
    paper.save()
    plan = _plan(place)
    assert [remark["catatan"] for remark in plan.remarks] == ["Perbaiki.", "Perbaiki."]
    written(plan)
    assert _plan(place).remarks == []


def test_threads_times_and_line_breaks_are_kept(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.comment(paper.p("Paragraf ketiga"), "pendek saja", "Mohon diperjelas.")
    paper.comment(paper.p("Paragraf ketiga"), "pendek saja", "Sudah.")
    root = etree.fromstring(paper.parts["word/comments.xml"])
    asked, answered = root.findall(f"{W}comment")[-2:]
    for comment, id in ((asked, "0000AAAA"), (answered, "0000BBBB")):
        comment.find(f"{W}p").set(f"{{{_W14}}}paraId", id)
    second = deepcopy(answered.find(f"{W}p"))
    second.attrib.clear()
    next(second.iter(f"{W}t")).text = "Lihat baris dua."
    answered.append(second)
    paper.parts["word/comments.xml"] = etree.tostring(root)
    paper.parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{_W15}"><w15:commentEx w15:paraId="0000AAAA"/>'
        '<w15:commentEx w15:paraId="0000BBBB" w15:paraIdParent="0000AAAA"/></w15:commentsEx>'
    ).encode()
    paper.save()
    first, other = _plan(place).remarks
    assert (first["tanggal"], first["waktu"]) == ("2026-02-03", "08:00")
    assert other["menjawab"] == "Mohon diperjelas."
    assert other["catatan"] == "Sudah.\nLihat baris dua."


# Twice


def test_two_regulations_that_changed_places_do_so_once(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    first, second = [p for p in paper.body.iter(f"{W}p") if "Nomor" in paper.text(p) and "tentang" in paper.text(p)][:2]
    first.addprevious(second)
    paper.save()
    plan = _plan(place)
    assert [change.kind for change in plan.text_changes] == ["pindah"]
    written(plan)
    again = _plan(place)
    assert (again.text_changes, again.conflicts) == ([], [])


def test_what_is_typed_in_the_list_of_regulations_and_is_none_is_told_with_what_to_do(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    last = [p for p in paper.body.iter(f"{W}p") if "Nomor" in paper.text(p) and "tentang" in paper.text(p)][-1]
    typed = paper.add(last, "ketersediaan bahan baku bagi usaha mikro;", like=last)
    paper.save()
    plan = _plan(place)
    assert plan.files == {}
    [conflict] = plan.conflicts
    assert "Jenis Nomor … Tahun … tentang …; bila bukan regulasi, matikan nomornya" in conflict.reason
    paper.style(typed, paper.p("Paragraf ketiga"))
    paper.save()
    plan = _plan(place)
    assert (plan.conflicts, [change.kind for change in plan.text_changes]) == ([], ["tambah"])


# A table with its caption


def test_a_caption_that_is_gone_without_its_table_stays(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    table = next(paper.body.iter(f"{W}tbl"))
    caption = next(one for one in table.itersiblings(preceding=True) if paper.text(one).strip())
    caption.getparent().remove(caption)
    paper.save()
    plan = _plan(place)
    assert plan.files == {}
    [conflict] = [one for one in plan.conflicts if one.change.file.startswith("tabel/")]
    assert "judul tabel dihapus seluruhnya" in conflict.reason


# Without the base


def _without_base(place: Path) -> None:
    parts = package.unpack_file(place / "isi.docx")
    root = etree.fromstring(parts["word/document.xml"])
    for mark in [*root.iter(f"{{{NS}}}bookmarkStart"), *root.iter(f"{{{NS}}}bookmarkEnd")]:
        mark.getparent().remove(mark)
    left = {name: data for name, data in parts.items() if not name.startswith("customXml/")}
    left["word/document.xml"] = etree.tostring(root)
    (place / "isi.docx").write_bytes(package.to_bytes(left))


def _edit(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Paragraf ketiga"), "pendek", "singkat")
    paper.save()


def test_a_copy_without_its_base_is_absorbed_against_the_one_that_was_sent(place: Path) -> None:
    (place / "dikirim.docx").write_bytes((place / "isi.docx").read_bytes())
    _without_base(place)
    _edit(place)
    with pytest.raises(ProblemsFound) as caught:
        _plan(place)
    assert "--dasar" in caught.value.problems[0].hint
    plan = plan_absorption(place / "isi.docx", place / "isi", base=place / "dikirim.docx")
    [change] = plan.text_changes
    assert "singkat saja" in change.new
    written(plan)
    assert plan_absorption(place / "isi.docx", place / "isi", base=place / "dikirim.docx").text_changes == []


def _lay_down_copy(place: Path, kind: str) -> None:
    """A document of the folder, or a review copy of it, instead of the one that lies there."""
    path = place / "isi.docx"
    if kind == "dokumen":
        path.write_bytes(make_spare_copy(place / "isi", {}))
        return
    order = ReviewOrder(place / "isi", datetime(2027, 1, 2), path, overwrite=True, with_tables=kind == "dengan tabel")
    make_review_copy(order)


@pytest.mark.parametrize("kind", ["dokumen", "telaah", "dengan tabel"])
@pytest.mark.parametrize("program", [None, as_wps])
def test_a_copy_without_its_base_is_absorbed_against_the_folder(
    place: Path, kind: str, program: Callable[[package.Parts], package.Parts] | None
) -> None:
    _lay_down_copy(place, kind)
    if program is not None:
        saved = program(package.unpack_file(place / "isi.docx"))
        (place / "isi.docx").write_bytes(package.to_bytes(saved))
    _without_base(place)
    _edit(place)
    plan = plan_absorption(place / "isi.docx", place / "isi", spare=partial(make_spare_copy, place / "isi"))
    [change] = plan.text_changes
    assert "singkat saja" in change.new
    assert "kehilangan naskah dasarnya" in " ".join(plan.notes)
    assert (plan.unabsorbed, plan.conflicts) == ([], [])


@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item1.xml"])
@pytest.mark.parametrize("said", [b"<!-- x -->", b"<?x y?>"])
def test_what_a_program_notes_between_elements_is_nothing(place: Path, name: str, said: bytes) -> None:
    parts = package.unpack_file(place / "isi.docx")
    parts[name] = re.sub(rb"(?<=>)(?=<[\w:]*[pdctnr][ />])", lambda _: said, parts[name])
    assert parts[name].count(said) > 100
    (place / "isi.docx").write_bytes(package.to_bytes(parts))
    plan = _plan(place)
    assert (plan.changes, plan.faults) == ([], [])


def test_a_base_that_is_none_is_refused(place: Path) -> None:
    _without_base(place)
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "isi.docx", place / "isi", base=place / "isi.docx")
    assert "dokumen dasarnya bukan buatan renjadoc" in caught.value.problems[0].message


def test_a_file_that_is_not_there_is_not_asked_for_again(place: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "tak-ada.docx", place / "isi")
    assert caught.value.problems[0].hint == "Periksa nama dan tempat berkasnya."
    (place / "rusak.docx").write_bytes(b"x")
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "rusak.docx", place / "isi")
    assert "dikirim ulang" in caught.value.problems[0].hint


# What people are shown


def test_a_conflict_shows_no_braces(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Paragraf ketiga"), "pendek", "singkat")
    paper.save()
    path = place / "isi" / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("pendek saja", "{{ tahun }} saja"), "utf-8")
    [conflict] = _plan(place).conflicts
    assert "{{" not in conflict.change.old + conflict.change.new + conflict.base


def test_what_google_docs_saved_again_is_absorbed_like_the_copy_that_was_sent(place: Path) -> None:
    """Without marks and styles of ours, fields as texts: only what was typed comes in, captions and cells too."""
    sent, back = place / "dikirim.docx", place / "isi.docx"
    shutil.copy(back, sent)
    back.write_bytes(package.to_bytes(as_google_docs(package.unpack_file(back))))
    untouched = plan_absorption(back, place / "isi", base=sent)
    assert (untouched.changes, untouched.conflicts, untouched.unabsorbed) == ([], [], [])
    assert "Tanda tersembunyi hilang" in " ".join(untouched.notes)
    paper = Paper(sent)
    paper.replace(paper.p("Paragraf ketiga"), "pendek", "singkat")
    paper.add(paper.p("Paragraf ketiga"), "Kalimat baru dari peninjau.", tracked=False)
    paper.replace(paper.p("Ringkasan Anggaran"), "Ringkasan", "Ikhtisar")
    paper.path = back
    paper.save()
    back.write_bytes(package.to_bytes(as_google_docs(package.unpack_file(back))))
    plan = plan_absorption(back, place / "isi", base=sent)
    assert plan.whole
    assert sorted((change.kind, change.file) for change in plan.text_changes) == [
        ("tambah", "bab-1.json"), ("ubah", "bab-1.json"), ("ubah", "tabel/anggaran.json"),
    ]  # fmt: skip
    written(plan)
    assert plan_absorption(back, place / "isi", base=sent).changes == []


def test_paragraphs_that_were_moved_and_split_are_found_by_the_copy_that_was_sent(place: Path) -> None:
    sent, back = place / "dikirim.docx", place / "isi.docx"
    shutil.copy(back, sent)
    paper = Paper(back)
    paper.move(paper.p("Paragraf ketiga"), paper.p("disusun bersama"), tracked=False)
    paper.save()
    back.write_bytes(package.to_bytes(as_google_docs(package.unpack_file(back))))
    plan = plan_absorption(back, place / "isi", base=sent)
    assert [change.kind for change in plan.text_changes] == ["pindah"]
    assert plan.whole
