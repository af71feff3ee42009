"""serap: what is typed behind the regulations: one more as people cite it, or items that are none."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from renjadoc.absorption.run import plan_absorption
from tests.absorption.paper import Paper, W
from tests.absorption.test_absorb import everything, regulasi


def _type_behind(place: Path, text: str, style: str = "") -> Any:
    """Type a paragraph behind the last regulation, in another style if one is said, and absorb it."""
    paper = Paper(place / "isi.docx")
    last = paper.p(f"Nomor {regulasi(everything(place / 'isi'))[-1]['nomor']} Tahun")
    typed = copy.deepcopy(last)
    for mark in [*typed.iter(f"{W}bookmarkStart"), *typed.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    paper.put(paper.cut(typed, paper.text(typed)), text, tracked=False)
    if style:
        typed.find(f"{W}pPr/{W}pStyle").set(f"{W}val", style)
        if (number := typed.find(f"{W}pPr/{W}numPr")) is not None:
            typed.find(f"{W}pPr").remove(number)
    last.addnext(typed)
    paper.save()
    return plan_absorption(place / "isi.docx", place / "isi")


def _write(place: Path, plan: Any) -> dict[str, Any]:
    for name, text in plan.files.items():
        (place / "isi" / name).write_text(text, "utf-8")
    return everything(place / "isi")


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("UU No. 1 Tahun 2022 tentang Hubungan Keuangan;", {"jenis": "UU", "nomor": 1, "tahun": 2022}),
        ("Permendagri No. 90/2019 ttg", None),
        ("Perbup Contoh No 4 Th 2025 tentang RKPD.", {"jenis": "Perbup", "nomor": 4, "tahun": 2025}),
    ],
)
def test_a_regulation_is_typed_as_people_cite_it(place: Path, typed: str, entry: dict[str, Any] | None) -> None:
    plan = _type_behind(place, typed)
    assert len(plan.conflicts) == (entry is None)
    if entry is not None:
        last = regulasi(_write(place, plan))[-1]
        assert {key: last[key] for key in entry} == entry
        assert plan_absorption(place / "isi.docx", place / "isi").files == {}


def test_an_item_of_another_list_is_no_regulation(place: Path) -> None:
    before = regulasi(everything(place / "isi"))
    plan = _type_behind(place, "ketentuan pelaksana lainnya.", "DaftarHuruf")
    assert plan.conflicts == []
    [told] = plan.changes
    assert told.pointer.startswith("/bagian/")  # It is told where the list stands, and not at the chapter's title.
    data = _write(place, plan)
    assert regulasi(data) == before
    assert any({"daftar": "a.", "butir": ["ketentuan pelaksana lainnya."]} in part["isi"] for part in _parts(data))


def _parts(data: dict[str, Any]) -> list[Any]:
    return [part for name, chapter in data.items() if name.startswith("bab-") for part in chapter.get("bagian", [])]
