"""An office of a run: made once, left alone where somebody edited it, told where it is there twice, and lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc import pipeline, resources
from renjadoc.batch.expected import read_expected
from renjadoc.batch.memory import hash_sources
from renjadoc.batch.office import OfficeResult, Status, Task, make_office
from renjadoc.batch.summary import Summary
from renjadoc.pipeline import DocumentOrder, MadeFiles
from renjadoc.problem import ProblemsFound
from tests.sheets.excel.sheet import lay_down


def test_a_document_as_it_was_made_is_not_made_again_and_an_edited_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def make(order: DocumentOrder, office: object) -> MadeFiles:
        assert order.output is not None
        order.output.write_bytes(b"dokumen")
        made.append(order.content.name)
        return MadeFiles(order.output, [], [], [], open_cells=3)

    monkeypatch.setattr(pipeline, "make_document", make)
    task = Task(lay_down(tmp_path), "dinas", tmp_path / "Renja-dinas.docx", page_numbers=False)
    first, second = make_office(task), make_office(task)
    assert (first.status, first.terbuka, first.catatan) == (Status.MADE, 3, [])
    assert (second.status, second.terbuka, second.catatan) == (Status.UNCHANGED, 3, [])
    task.output.write_bytes(b"disunting")
    assert make_office(task).catatan == ["hasilnya sudah disunting orang dan dibiarkan"]
    assert made == ["isi"]


def test_another_template_of_renjadoc_makes_another_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "templates_folder", lambda: tmp_path)
    folder, keys = lay_down(tmp_path), set()
    for template in (b"lama", b"baru"):
        (tmp_path / "renja.docx").write_bytes(template)
        keys |= {hash_sources(folder, None, page_numbers=wanted) for wanted in (False, True)}
    assert len(keys) == 4


def test_a_list_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "lama.txt").write_bytes(b"Dinas Kes\xe9hatan")
    said = []
    for name in ("tidak-ada.txt", "lama.txt"):
        with pytest.raises(ProblemsFound) as caught:
            read_expected(tmp_path / name)
        said += [(problem.code, problem.message) for problem in caught.value.problems]
    assert said == [
        ("RJ004", "daftar tidak dapat dibaca (tidak ditemukan)"),
        ("RJ002", "berkas tidak disimpan sebagai UTF-8"),
    ]


def test_an_office_that_is_there_twice_is_told_with_its_year() -> None:
    named = [("a", "Dinas Sosial", 2027), ("b", "DINAS SOSIAL", 2027), ("c", "Bappeda", None), ("d", "Bappeda", None)]
    results = [OfficeResult(place, "x", Status.MADE, nama=name, tahun=year) for place, name, year in named]
    assert Summary(results, 1.0).notes() == [
        "DINAS SOSIAL Tahun 2027 ada di 2 folder: a; b.",
        "Bappeda Tahun - ada di 2 folder: c; d.",
    ]
