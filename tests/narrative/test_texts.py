"""Every text of a file is looked at, and what is wrong with it is told where it stands."""

from __future__ import annotations

from pathlib import Path

from renjadoc.content.load import Source
from renjadoc.narrative.spans import parse_spans
from renjadoc.narrative.texts import check_marks, check_names, walk_marked
from tests.narrative.test_placeholders import NAMES

DATA = {
    "$schema": "*x*",
    "judul": "polos",
    "isi": ["*miring*", {"daftar": ["**buka", 5, None, "{{ tahn }}"]}, "{{ tahun }}"],
    "a/b": {"$catatan": "*x*", "teks": "[[catatan]]"},
}


def test_texts_with_marks_are_found_at_their_places() -> None:
    assert list(walk_marked(DATA)) == [
        ("/isi/0", "*miring*"),
        ("/isi/1/daftar/0", "**buka"),
        ("/isi/1/daftar/3", "{{ tahn }}"),
        ("/isi/2", "{{ tahun }}"),
        ("/a~1b/teks", "[[catatan]]"),
    ]


def test_what_cannot_be_read_is_told_at_its_place_with_what_to_do() -> None:
    source = Source(Path("bab-1.json"), "bab-1.json", "{}", DATA)
    problems = check_marks(source, walk_marked(DATA), lambda text: parse_spans(text, NAMES.evaluate))
    assert [(one.code, one.location.pointer) for one in problems] == [
        ("RJ022", "/isi/1/daftar/0"),
        ("RJ020", "/isi/1/daftar/3"),
    ]
    assert all(one.message and one.hint for one in problems)


def test_a_name_wants_nothing_computed() -> None:
    source = Source(Path("dokumen.json"), "dokumen.json", "{}", {})
    texts = [("/a", "Dinas {Kota}"), ("/b", "Dinas {{ daerah.nama }}"), ("/c", "Dinas *Kota*")]
    [problem] = check_names(source, texts)
    assert (problem.code, problem.location.pointer) == ("RJ021", "/b")
