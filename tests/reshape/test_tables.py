"""Tables in another form: what is written, what is kept, what is refused; out to Excel and back in every form."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc.cli import main
from renjadoc.content.folder import open_folder
from renjadoc.content.pointers import walk_values
from renjadoc.desk.outlines import list_outlines
from renjadoc.edits import changeset
from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound
from renjadoc.reshape.tables import plan_form
from renjadoc.starter import lay_down_folder
from renjadoc.tables.kinds import KINDS
from tests.sheets.excel.sheet import Workbook, lay_down, put, table
from tests.tables.quarters import QUARTERS
from tests.tables.test_tanpa_sub import whole

FORMS = [(kind.name, form) for kind in KINDS.values() for form in kind.forms if form != "tanpa-sub-kegiatan"]
FORM = "permendagri-86"

INDICATOR = {
    "nama": "Indeks", "satuan": "indeks", "target_renstra": 8, "target_n-2": 5, "realisasi_n-2": 6, "prakiraan_n-1": 6,
    "target_n": 7, "target_n+1": 8,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = lay_down(tmp_path)
    put(place, "kinerja-urusan", {"jenis": "kinerja-urusan", "judul": ["IKU"], "indikator": [INDICATOR]})
    put(place, "evaluasi-triwulan", QUARTERS)
    return place


def choose(folder: Path, name: str, form: str) -> None:
    plan = plan_form(folder, name, form)
    changeset.write_files(folder, plan.files, plan.read, datetime(2027, 1, 2, 3, 4, 5))


def list_said(data: Any) -> set[tuple[str, Any]]:
    """All that a table says, each with its place; what is open or blank says nothing."""
    return {(at, value) for at, value in walk_values(data, "") if not isinstance(value, dict | list) and value}


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_every_form_takes_the_table_and_keeps_all_it_said(folder: Path, name: str, form: str) -> None:
    before = list_said(table(folder, name))
    choose(folder, name, form)
    assert table(folder, name)["bentuk"] == form
    assert before <= list_said(table(folder, name))
    reading, outcome = examine_folder(folder)
    assert reading is not None
    assert not [p for p in outcome.problems if p.code.startswith("RJ01")]
    assert reading.tables[name].printed or reading.tables[name].drawn
    choose(folder, name, "semula")
    assert list_said(table(folder, name)) == before


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_an_untouched_workbook_of_every_form_changes_nothing(folder: Path, name: str, form: str) -> None:
    choose(folder, name, form)
    assert Workbook(folder).plan().files == {}


def test_what_rows_of_today_say_comes_back_from_excel(folder: Path) -> None:
    choose(folder, "rencana-program", "permendagri-14")
    book, name = Workbook(folder), "Pelatihan Usaha Mikro"
    for id, value in {
        "hasil": "Terlatihnya pelaku usaha", "kelompok_sasaran": "Pelaku usaha mikro", "prioritas_nasional": "PN 3",
        "target_renstra": "500 orang", "realisasi_n-2": "90 orang", "prakiraan_n-1": "95 orang", "tag": "Gender\nSDGs",
        "penanggung_jawab": "Dinas Koperasi",
    }.items():  # fmt: skip
        book.set("rencana-program", name, id, value)
    book.take()
    sub = table(folder, "rencana-program")["program"][1]["kegiatan"][0]["sub_kegiatan"][0]
    assert (sub["output"], sub["kelompok_sasaran"]) == ("Terlatihnya pelaku usaha", "Pelaku usaha mikro")
    assert (sub["tag"], sub["realisasi_n-2"], sub["prakiraan_n-1"]) == (["Gender", "SDGs"], "90 orang", "95 orang")


def test_differences_from_the_rkpd_come_back_from_excel(folder: Path) -> None:
    choose(folder, "review-rkpd", "permendagri-86")
    book = Workbook(folder)
    more = {"nama": "Pelatihan Usaha Mikro", "pagu": 40_000_000, "catatan": "Peserta bertambah"}
    book.spare("review-rkpd", kode="2.17.07.2.01.0001", **more)
    book.take()
    assert table(folder, "review-rkpd")["perbedaan"] == [
        {
            "kode": "2.17.07.2.01.0001", "nama": "Pelatihan Usaha Mikro", "pagu": 40_000_000,
            "catatan": "Peserta bertambah",
        }
    ]  # fmt: skip


def test_all_tables_at_once(folder: Path) -> None:
    choose(folder, "tabel", "permendagri-86")
    names = [path.stem for path in (folder / "tabel").glob("*.json")]
    assert {name for name in names if "bentuk" in table(folder, name)} == {
        name for name, form in FORMS if form == "permendagri-86"
    }


def test_a_plan_without_sub_kegiatan_gets_one_each(folder: Path) -> None:
    put(folder, "rencana-program", whole(table(folder, "rencana-program")))
    before = table(folder, "rencana-program")["program"][0]["kegiatan"][0]
    choose(folder, "rencana-program", "permendagri-86")
    [sub] = table(folder, "rencana-program")["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert (sub["nama"], sub["pagu"], sub["target"]) == (before["nama"], before["pagu"], before["target"])


@pytest.mark.parametrize(
    ("name", "form", "said"),
    [
        ("rencana-program", "tanpa-sub-kegiatan", "mempunyai sub kegiatan, yang akan hilang"),
        ("evaluasi", "permendagri-14", "tabel “evaluasi” tidak mempunyai bentuk “permendagri-14”"),
        ("evaluas", "permendagri-86", "tabel “evaluas” tidak ada"),
        ("tabel", "permendagri-99", "tidak ada tabel berbentuk “permendagri-99”"),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, name: str, form: str, said: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        plan_form(folder, name, form)
    assert said in caught.value.problems[0].message


def test_the_command_tells_how_many_cells_are_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bentuk", str(folder), "usulan-masyarakat", "permendagri-86", "--ya"]) == 0
    said = capsys.readouterr().out
    count = len(table(folder, "usulan-masyarakat")["usulan"])
    assert f"{count + 1} perubahan, {count} di antaranya sel baru yang perlu diisi." in said
    assert main(["bentuk", str(folder), "usulan-masyarakat", "permendagri-86", "--ya"]) == 0
    assert "sudah begitu" in capsys.readouterr().out


def test_what_is_to_fill_is_told_by_its_row_and_cell(folder: Path) -> None:
    usulan, evaluasi = plan_form(folder, "usulan-masyarakat", FORM), plan_form(folder, "evaluasi", FORM)
    said = [(change.row, change.new) for plan in (usulan, evaluasi) for change in plan.changes[1:]]
    assert said == [
        ("Pelatihan tata boga", "Pelatihan tata boga: indikator (belum diisi)"),
        ("Pemeriksaan Koperasi", "Pemeriksaan Koperasi: realisasi sd 2024 (belum diisi)"),
    ]


@pytest.mark.parametrize("outline", list(list_outlines()))
def test_every_table_of_a_fresh_folder_takes_every_form(tmp_path: Path, outline: str) -> None:
    root = tmp_path / "isi"
    lay_down_folder(root, 2027, {}, outline=outline)
    for stem, source in open_folder(root).tabel.items():
        forms = KINDS[source.data["jenis"]].forms
        for form in ("semula", *(one for one in forms if one != "tanpa-sub-kegiatan")) if forms else ():
            plan = plan_form(root, stem, form)
            assert bool(plan.files) == (source.data.get("bentuk", "semula") != form)


def test_what_was_computed_is_written_once_in_the_first_form(folder: Path) -> None:
    """T-C.29 whose column 10 nobody entered: the first form has it, with its value, and asks for nothing twice."""
    data = table(folder, "evaluasi")
    rows = [row for program in data["program"] for row in program["kegiatan"]]
    for row in rows:
        row |= {"realisasi_sd_n-3": "1 unit", "renja_n-2": {"target": "2 unit", "realisasi": "2 unit"}}
        row["renja_n-1"] = {"target": "3 unit"}
        row.pop("target_n-2", None)
        row.pop("realisasi_sd_n-2", None)
    put(folder, "evaluasi", data | {"bentuk": "permendagri-86"})
    choose(folder, "evaluasi", "semula")
    [first, *_] = table(folder, "evaluasi")["program"][0]["kegiatan"]
    assert first["renja_n-1"] == {"target": "3 unit", "realisasi": "6 unit"}
