"""Laws of absorbing: random edits come back exactly; texts and marks are inverses; JSON keeps what did not change."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from renjadoc.absorption import retext, units
from renjadoc.absorption.building import build_files, plain_data
from renjadoc.absorption.run import plan_absorption
from renjadoc.content import folder as folders
from renjadoc.edits import changeset
from renjadoc.edits.chapters import write_folder
from renjadoc.edits.edit import MOVED, Edit
from renjadoc.edits.three_way import merge_texts
from renjadoc.narrative import citation, spans, written
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.span import Span, plain_text
from renjadoc.unbroken import as_seen
from renjadoc.word.packages import package
from renjadoc.word.reader.document import Look, Piece
from renjadoc.word.reader.made import read_made
from tests.absorption.paper import Paper, W
from tests.conftest import ROOT

NOW = datetime(2026, 2, 3, 8, 0)
SAMPLES = [
    ROOT / "content" / "2021",
    *(ROOT / "tests" / "contoh" / name for name in ("dasar", "provinsi", "kecamatan")),
]
WORDS = ["koperasi", "usaha", "mikro", "sehat,", "tumbuh.", "dan", "Kabupaten", "(UMKM)", "24", "*", "[x]", "dinas"]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(" ".join)


def _typed(paper: Paper, old: str, new: str, *, tracked: bool) -> None:
    """Change a paragraph's words one stretch after the other, from the end."""
    paragraph = paper.p(old)
    was, becomes = old.split(" "), new.split(" ")
    for kind, a, b, c, d in reversed(SequenceMatcher(None, was, becomes, autojunk=False).get_opcodes()):
        if kind == "equal":
            continue
        # A word beside the change goes along, so that there is always something to replace.
        low, high = max(0, a - 1), min(len(was), b + 1)
        before, after = " ".join(was[low:high]), " ".join([*was[low:a], *becomes[c:d], *was[b:high]])
        start = len(" ".join([*was[:low], ""])) if low else 0
        _replace_at(paper, paragraph, start, before, after, tracked=tracked)
        was = [*was[:a], *becomes[c:d], *was[b:]]


def _replace_at(paper: Paper, paragraph: Any, start: int, before: str, after: str, *, tracked: bool) -> None:
    runs = paper.cut(paragraph, before, start)
    paper.put(runs, after, tracked=tracked)


@settings(max_examples=60)
@given(st.lists(st.tuples(SENTENCE, SENTENCE, st.booleans()), min_size=1, max_size=5))
def test_random_edits_come_back_as_they_were_made(tmp_path_factory: Any, edits: list[tuple[str, str, bool]]) -> None:
    place = tmp_path_factory.mktemp("acak")
    root = place / "isi"
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", root)
    path = root / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    # Each begins with a name of its own, so that it can be found on paper.
    names = [f"Alinea{index}" for index in range(len(edits))]
    old = [f"{name} {sentence} tamat" for name, (sentence, _, _) in zip(names, edits, strict=True)]
    new = [f"{name} {sentence} tamat" for name, (_, sentence, _) in zip(names, edits, strict=True)]
    data["bagian"][0]["isi"] = [written.write_spans([Span(text)]) for text in old]
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")
    make_document(DocumentOrder(root, place / "isi.docx", page_numbers=False), lambda text: None)
    paper = Paper(place / "isi.docx")
    for before, after, (_, _, tracked) in zip(old, new, edits, strict=True):
        _typed(paper, before, after, tracked=tracked)
    plan = plan_absorption(paper.save(), root)
    assert plan.whole
    for name, text in plan.files.items():
        (root / name).write_text(text, "utf-8")
    told = json.loads(path.read_text("utf-8"))["bagian"][0]["isi"]
    assert [plain_text(spans.parse_spans(text, lambda expression: "")) for text in told] == new
    data["bagian"][0]["isi"] = told
    assert json.loads(path.read_text("utf-8")) == data


_TYPED = st.builds(
    lambda text, bold, italic: Span(text, bold, italic),
    st.text("ab *[]{}\\", min_size=1, max_size=4),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(_TYPED, max_size=5))
def test_marks_are_the_inverse_of_their_reading(made: list[Span]) -> None:
    read = spans.parse_spans(written.write_spans(made), lambda expression: "?")
    assert [_letters(span) for span in [read]] == [_letters(span) for span in [made]]


def _letters(line: list[Span]) -> list[Any]:
    """Every letter with its look; the look of a blank is not seen."""
    return [c if c.isspace() else (c, span.bold, span.italic) for span in line for c in span.text]


@pytest.mark.parametrize("source", ["\u00a0@ Renja*miring*", "*asing* D\u00adN baru "])
def test_what_nobody_sees_is_no_edit(source: str) -> None:
    """Blanks at the ends, hyphens that hide; a program leaves empty stretches, and a title loses its first blank."""
    was = spans.parse_spans(source, str)
    shown = [Piece("", Look(bold=True)), *(Piece(as_seen(one.text), Look(one.bold, one.italic)) for one in was)]
    shown[1] = shown[1]._replace(text=shown[1].text.lstrip())
    assert retext.retell_pieces(was, shown, source).source == source


def test_every_text_of_the_samples_reads_the_same_when_written_again() -> None:
    for root in SAMPLES:
        folder, _ = folders.read_folder(root)
        assert folder is not None
        for unit in units.flatten_folder(folder):
            if unit.kind not in {"blok", "regulasi"}:
                read = spans.parse_spans(unit.text, lambda expression: f"<{expression}>")
                assert written.write_spans(read) == unit.text


def test_units_are_the_inverse_of_chapters() -> None:
    for root in SAMPLES:
        folder, _ = folders.read_folder(root)
        assert folder is not None
        built = build_files([units.UnitNode(unit, None, unit) for unit in units.flatten_folder(folder)])
        for source in folder.bab:
            assert plain_data(built[source.path.name]) == {key: v for key, v in source.data.items() if key != "$schema"}


def test_citations_are_the_inverse_of_their_reading() -> None:
    for root in SAMPLES:
        for path in sorted((root / "regulasi").glob("*.json")):
            for entry in json.loads(path.read_text("utf-8"))["regulasi"]:
                read = citation.read_citation(citation.write_citation(entry))
                assert read == {key: value for key, value in entry.items() if key in (read or {})}
                assert read is not None


def test_no_citation_is_read_into_what_is_none() -> None:
    for text in ("", "UU 23/2014", "Undang-Undang Nomor", "Peraturan Bersama Nomor 5 Tahun 2020 tentang Apa Saja"):
        assert citation.read_citation(text) is None


@given(SENTENCE, SENTENCE)
def test_merging_with_no_change_is_the_other_change(base: str, changed: str) -> None:
    assert merge_texts(base, base, changed) == changed
    assert merge_texts(base, changed, base) == changed
    assert merge_texts(base, changed, changed) == changed


@given(SENTENCE, SENTENCE, SENTENCE)
def test_changes_apart_are_both_taken(first: str, middle: str, last: str) -> None:
    base = f"AWAL tetap {middle} tetap AKHIR"
    merged = merge_texts(base, base.replace("AWAL", first), base.replace("AKHIR", last))
    assert merged == f"{first} tetap {middle} tetap {last}"


# Random edits of the structure


def _lay_down(root: Path) -> None:
    """A folder whose first section has paragraphs and a list with two levels, every text different."""
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", root)
    path = root / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    items = [{"teks": "butir satu", "isi": [{"daftar": "1)", "butir": ["rinci satu", "rinci dua"]}]}, "butir dua"]
    more: list[Any] = [f"Alinea {name} tentang Tahun {{{{ tahun }}}} di sini." for name in ("ampat", "lima", "anam")]
    data["bagian"][0]["isi"] = [*map(_sentence, range(4)), {"daftar": "a.", "butir": items}, *more]
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _sentence(number: int) -> str:
    return f"Kalimat {WORDS[number]} nomor {number} menjelaskan hal {number * 7}."


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("susunan")
    _lay_down(place / "isi")
    make_document(DocumentOrder(place / "isi", place / "isi.docx", page_numbers=False), lambda text: None)
    return place


def _section(paper: Paper) -> list[Any]:
    """The paragraphs of the first section that are there to be edited."""
    paragraphs = [p for p in paper.body.iter(f"{W}p") if "PAGEREF" not in "".join(p.itertext())]
    texts = [paper.text(p) for p in paragraphs]
    last = len(texts) - 1 - texts[::-1].index("Landasan Hukum")
    first = len(texts) - 1 - texts[::-1].index("Latar Belakang")
    return [p for p in paragraphs[first + 1 : last] if paper.text(p) and p.find(f"{W}pPr/{W}rPr") is None]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["tambah", "hapus", "pindah", "bagi", "gabung", "tulis"]),
        st.integers(0, 20),
        st.integers(0, 20),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


def _step(paper: Paper, number: int, kind: str, one: int, other: int, *, tracked: bool) -> None:
    """One edit; tracked paragraphs that were marked already are left alone, as their marks say enough."""
    there = _section(paper)
    paragraph, target = there[one % len(there)], there[other % len(there)]
    above = paragraph.getprevious()
    if above is not None and above.find(f"{W}pPr/{W}rPr/{W}del") is not None:
        return  # What is above joins it: without it, that would join the heading behind.
    if kind == "tambah":
        paper.add(paragraph, f"Sisipan baru ke-{number}.", tracked=tracked)
    elif kind == "hapus" and len(there) > 3:
        paper.remove(paragraph, tracked=tracked)
    elif kind == "pindah" and paragraph is not target and paragraph.getprevious() is not target:
        paper.move(paragraph, target, tracked=tracked)
    elif kind == "bagi" and paragraph.find(f".//{W}ins") is None and " " in paper.text(paragraph):
        paper.split(paragraph, " " + paper.text(paragraph).split(" ")[1], tracked=tracked)
    elif kind == "gabung" and paragraph.getnext() in there:
        paper.join(paragraph, tracked=tracked)
    elif kind == "tulis":
        word = paper.text(paragraph).split()[0]
        paper.replace(paragraph, word, f"Ganti{number}", tracked=tracked)


def _printed(folder: Path) -> list[str]:
    """The texts of the first section as they are printed, in order; blanks at the ends are not seen."""
    read, problems = folders.read_folder(folder)
    assert read is not None, problems
    found = []
    for unit in units.flatten_folder(read):
        if unit.file == "bab-1.json" and unit.pointer.startswith("/bagian/0/isi"):
            found.append(plain_text(spans.parse_spans(unit.text, lambda _: str(read.tahun))).strip())
    return found


@settings(max_examples=40)
@given(STEPS)
# The half with the end of the bookmark is moved above the half with its start.
@example([("bagi", 19, 0, True), ("pindah", 8, 0, False)])
# Of two new halves that say the same, the one that was changed is the second.
@example([("bagi", 0, 0, False), ("pindah", 0, 2, False), ("bagi", 1, 0, False)])
# What is typed between two halves has the anchor of both around it.
@example([("bagi", 19, 0, False), ("tambah", 8, 0, False)])
# The computed value stands in the second half, and a word with a digit is typed into the first.
@example([("bagi", 8, 0, False), ("tulis", 8, 0, False)])
@example([("bagi", 8, 0, True), ("tulis", 8, 0, True)])
def test_random_structure_comes_back_as_it_was_made(
    laid: Path, tmp_path_factory: Any, steps: list[tuple[str, int, int, bool]]
) -> None:
    place = tmp_path_factory.mktemp("ubah")
    shutil.copytree(laid, place, dirs_exist_ok=True)
    paper = Paper(place / "isi.docx")
    for number, (kind, one, other, tracked) in enumerate(steps):
        _step(paper, number, kind, one, other, tracked=tracked)
    back = read_made(package.unpack_file(paper.save()), take_pending=True)
    texts = [paragraph.text for paragraph in back.paragraphs]
    first, last = (len(texts) - 1 - texts[::-1].index(title) for title in ("Latar Belakang", "Landasan Hukum"))
    plan = plan_absorption(paper.path, place / "isi")
    assert plan.whole
    changeset.write_files(plan.root, plan.files, plan.read, NOW)
    assert _printed(place / "isi") == [text.strip() for text in texts[first + 1 : last] if text.strip()]
    again = plan_absorption(paper.path, place / "isi")
    assert (again.changes, again.files) == ([], {})


def _texts(root: Path) -> Counter[str]:
    """All texts of a folder as people see them, which changes tell."""
    folder, problems = folders.read_folder(root)
    assert folder is not None, problems
    assert not [problem for problem in problems if problem.is_error]
    year = str(folder.tahun)
    told = (unit.text for unit in units.flatten_folder(folder) if unit.kind != "blok")
    return Counter(plain_text(spans.parse_spans(text, lambda _: year)) for text in told)


@settings(max_examples=25)
@given(STEPS, st.data())
def test_every_change_can_be_taken_alone_or_left_alone(
    laid: Path, tmp_path_factory: Any, steps: list[tuple[str, int, int, bool]], draw: Any
) -> None:
    place = tmp_path_factory.mktemp("pilih")
    shutil.copytree(laid, place, dirs_exist_ok=True)
    paper = Paper(place / "isi.docx")
    for number, (kind, one, other, tracked) in enumerate(steps):
        _step(paper, number, kind, one, other, tracked=tracked)
    plan = plan_absorption(paper.save(), place / "isi")
    before = _texts(place / "isi")
    groups: dict[str, list[Edit]] = {}
    for number, edit in enumerate(plan.edits):
        groups.setdefault(edit.group or f"sendiri {number}", []).append(edit)
    taken = [edits for edits in groups.values() if draw.draw(st.booleans())]
    edits = [edit for group in taken for edit in group]
    for name, text in write_folder(place / "isi", edits).items():
        assert text is not None
        (place / "isi" / name).write_text(text, "utf-8")
    changes = [change for edit in edits for change in edit.changes if change.kind != MOVED]
    gone, new = Counter(c.old for c in changes if c.old), Counter(c.new for c in changes if c.new)
    assert _texts(place / "isi") + gone == before + new
    assert all(any(edit.changes for edit in group) for group in groups.values())
