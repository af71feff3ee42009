"""Lists of regulations as a sheet: what is typed there comes back as entries, what it does not show stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.sheets.excel import laws
from tests.sheets.excel.sheet import Workbook, lay_down

LIST = "landasan-hukum"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def _laws(folder: Path) -> list[Any]:
    found: list[Any] = json.loads((folder / "regulasi" / f"{LIST}.json").read_text("utf-8"))["regulasi"]
    return found


def test_a_regulation_that_was_typed_is_an_entry(folder: Path) -> None:
    before = _laws(folder)
    book = Workbook(folder)
    book.spare(
        LIST, jenis="Peraturan Pemerintah", nomor=12, tahun=2019, tentang="Pengelolaan Keuangan Daerah",
        lembaran_tahun=2019, lembaran_nomor=42, tambahan=6322,
    )  # fmt: skip
    plan = book.take()
    assert (plan.faults, plan.conflicts) == ([], [])
    assert _laws(folder)[: len(before)] == before
    assert _laws(folder)[-1] == {
        "jenis": "PP", "nomor": 12, "tahun": 2019, "tentang": "Pengelolaan Keuangan Daerah",
        "lembaran": {"tahun": 2019, "nomor": 42}, "tambahan": 6322,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        (
            {"jenis": "Undang-Undang", "nomor": "1 Tahun 2022", "tentang": "Hubungan Keuangan"},
            {"jenis": "UU", "nomor": 1, "tahun": 2022, "tentang": "Hubungan Keuangan"},
        ),
        (
            {"jenis": "Perpres No. 39 Tahun 2019 tentang Satu Data Indonesia"},
            {"jenis": "Perpres", "nomor": 39, "tahun": 2019, "tentang": "Satu Data Indonesia"},
        ),
        (
            {"tentang": "Perbup Contoh Nomor 4 Tahun 2025 tentang RKPD;"},
            {"jenis": "Perbup", "daerah": "Contoh", "nomor": 4, "tahun": 2025, "tentang": "RKPD"},
        ),
        (
            {"jenis": "Peraturan Bupati", "daerah": "Contoh", "nomor": "4 Tahun 2025", "tentang": "RKPD"},
            {"jenis": "Perbup", "nomor": 4, "tahun": 2025, "tentang": "RKPD", "daerah": "Contoh"},
        ),
    ],
)
def test_a_regulation_is_typed_as_people_cite_it(folder: Path, typed: Any, entry: Any) -> None:
    book = Workbook(folder)
    book.spare(LIST, **typed)
    plan = book.take()
    [told] = plan.changes
    assert (plan.faults, {*told.new.split(" | ")}) == ([], {*map(str, entry.values())})
    assert _laws(folder)[-1] == entry


def test_a_regulation_that_lacks_something_does_not_keep_others_out(folder: Path) -> None:
    """Its cell is named; all else comes in."""
    book = Workbook(folder)
    book.spare(LIST, jenis="PP", nomor=12, tahun=2019, tentang="Pengelolaan Keuangan Daerah")
    book.add(LIST, _laws(folder)[-1]["tentang"], jenis="Perbup", nomor=4, tahun=2025, tentang="RKPD")
    book.set(LIST, _laws(folder)[0]["tentang"], "nomor", 77)
    page = book.page(LIST).title
    plan = book.take()
    assert [(fault.code, fault.source.rpartition("!")[0], fault.message) for fault in plan.faults] == [
        ("RJ071", page, "isian “daerah” belum ada; tidak diambil")
    ]
    assert (_laws(folder)[0]["nomor"], _laws(folder)[-1]["jenis"]) == (77, "PP")


def test_a_cell_changes_its_value_alone(folder: Path) -> None:
    before = _laws(folder)
    first = before[0]
    book = Workbook(folder)
    book.set(LIST, first["tentang"], "tentang", f"{first['tentang']} Baru")
    plan = book.take()
    assert [(change.file, change.pointer) for change in plan.changes] == [
        (f"regulasi/{LIST}.json", "/regulasi/0/tentang")
    ]
    assert _laws(folder) == [{**first, "tentang": f"{first['tentang']} Baru"}, *before[1:]]


def test_what_the_sheet_does_not_show_stays(folder: Path) -> None:
    path = folder / "regulasi" / f"{LIST}.json"
    data = json.loads(path.read_text("utf-8"))
    change = {"frasa": "sebagaimana telah diubah dengan", "jenis": "UU", "nomor": 9, "tahun": 2015}
    data["regulasi"][0]["diubah"] = change
    path.write_text(json.dumps(data), "utf-8")
    book = Workbook(folder)
    book.set(LIST, data["regulasi"][0]["tentang"], "nomor", 77)
    book.take()
    assert _laws(folder)[0] == {**data["regulasi"][0], "nomor": 77}


@pytest.mark.lambat
def test_a_regulation_goes_and_others_keep_their_order(folder: Path) -> None:
    before = _laws(folder)
    book = Workbook(folder)
    book.delete(LIST, before[1]["tentang"])
    plan = book.take()
    assert [change.kind for change in plan.changes] == ["hapus"]
    assert _laws(folder) == [before[0], *before[2:]]


def test_an_untouched_workbook_changes_nothing(folder: Path) -> None:
    assert Workbook(folder).plan().files == {}


def test_what_is_no_kind_is_asked(folder: Path) -> None:
    book = Workbook(folder)
    book.set(LIST, _laws(folder)[0]["tentang"], "jenis", "Peraturan Kampung Sebelah")
    [fault] = book.plan().faults
    assert (fault.code, "bukan jenis peraturan" in fault.message) == ("RJ071", True)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("PP", "PP"), ("undang-undang", "UU"), ("Undang Undang", "UU"), ("Peraturan  Presiden", "Perpres"),
        ("Permendagri", "Permendagri"), ("peraturan menteri dalam negeri", "Permendagri"), ("Perwal", "Perwali"),
        ("Peraturan Daerah Kabupaten", "Perda Kabupaten"), ("Perda", None), ("", None),
    ],
)  # fmt: skip
def test_kinds_are_called_in_many_ways(said: str, kind: str | None) -> None:
    assert laws.find_kind(said) == kind


def test_a_list_of_one_bidang_has_no_regulations(folder: Path) -> None:
    from renjadoc.edits import changeset
    from renjadoc.sheets.excel import sheets

    reading = changeset.read_for_edits(folder)
    owner = sheets.all_owners(reading)[0]
    assert laws.KIND in {sheet.kind for sheet in sheets.make(reading).sheets}
    assert laws.KIND not in {sheet.kind for sheet in sheets.make(reading, owner).sheets}
