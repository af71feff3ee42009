"""What people do in Excel, and the JSON that each of it must give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from renjadoc.content.load import parse_source
from renjadoc.edits.edit import Edit as JsonEdit
from renjadoc.sheets.excel import run
from renjadoc.tables import evaluasi, target_renstra
from renjadoc.tables.layout import Around
from tests.conftest import as_86
from tests.sheets.excel.sheet import Workbook, at, lay_down, put, table

Edit = Callable[[Workbook], object]

PLAN, SUB = "rencana-program", "Pelatihan Usaha Mikro"
_SUB = "/program/1/kegiatan/0/sub_kegiatan/0"
_FIRST = "/program/0/kegiatan/0/sub_kegiatan/0"


def _set(name: str, words: str, id: str, value: Any, number_format: str = "") -> Edit:
    return lambda book: book.set(name, words, id, value, number_format)


def _pagu(value: Any, number_format: str = "") -> Edit:
    return _set(PLAN, SUB, "pagu", value, number_format)


#: What was done, how, the table, and the values that must stand in it then; nothing else may differ.
EDITS: list[tuple[str, Edit, str, dict[str, Any]]] = [
    ("angka", _pagu(75_000_000), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("angka pecahan biner", _pagu(75_000_000.0000000149), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("teks bertitik", _pagu("75.000.000"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("Rp dan sen", _pagu("Rp 75.000.000,00"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("Rp. tanpa titik", _pagu("Rp. 75000000"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("koma setrip", _pagu("75.000.000,-"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("Rp75.000.000,-", _pagu("Rp75.000.000,-"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("cara Inggris", _pagu("75,000,000.00"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("juta", _pagu("75,5 juta"), PLAN, {f"{_SUB}/pagu": 75_500_000}),
    ("spasi di sekitar", _pagu("  75.000.000\xa0"), PLAN, {f"{_SUB}/pagu": 75_000_000}),
    ("nol", _pagu(0), PLAN, {f"{_SUB}/pagu": 0}),
    ("sel dikosongkan", _pagu(None), PLAN, {f"{_SUB}/pagu": None}),
    ("teks", _set(PLAN, SUB, "target", "150 orang"), PLAN, {f"{_SUB}/target": "150 orang"}),
    ("rincian sebuah kegiatan", _set(PLAN, "Pembinaan Usaha Mikro", "lokasi", "Kecamatan Contoh"), PLAN,
     {"/program/1/kegiatan/0/lokasi": "Kecamatan Contoh"}),
    ("beberapa baris", _set(PLAN, SUB, "target", "150 orang\n5 desa "), PLAN,
     {f"{_SUB}/target": ["150 orang", "5 desa"]}),
    ("setrip", _set(PLAN, SUB, "target_maju", "-"), PLAN, {f"{_SUB}/target_maju": "-"}),
    ("(kosong)", _set(PLAN, SUB, "lokasi", "(kosong)"), PLAN, {f"{_SUB}/lokasi": ""}),
    ("isian pilihan baru", _set(PLAN, SUB, "catatan", "Usulan dewan"), PLAN, {f"{_SUB}/catatan": "Usulan dewan"}),
    ("rumus sebagai teks", _set(PLAN, SUB, "catatan", "'=A1"), PLAN, {f"{_SUB}/catatan": "'=A1"}),
    ("nama diganti", _set(PLAN, SUB, "sub", "Pelatihan  Usaha\nMikro Kecil"), PLAN,
     {f"{_SUB}/nama": "Pelatihan Usaha Mikro Kecil"}),
    ("kode", _set(PLAN, SUB, "kode", "2.17.07.2.01.0010"), PLAN, {f"{_SUB}/kode": "2.17.07.2.01.0010"}),
    ("desimal seperti diketik", _set("capaian-kinerja", "Koperasi sehat", "n1", "70,00"), "capaian-kinerja",
     {"/indikator/0/capaian/n-1": Decimal("70.00")}),
    ("desimal menurut format sel", _set("capaian-kinerja", "Koperasi sehat", "n1", 70, "#,##0.00"), "capaian-kinerja",
     {"/indikator/0/capaian/n-1": Decimal("70.00")}),
    ("jutaan cara Inggris", _set("indikator-program", "Jumlah anggota koperasi", "twIV", "1,061,800"),
     "indikator-program", {"/urusan/0/program/0/indikator/1/triwulan_n-1/IV": 1061800}),
    ("persen", _set(PLAN, SUB, "target", 0.85, "0%"), PLAN, {f"{_SUB}/target": "85%"}),
    ("pecahan", _set("capaian-kinerja", "Koperasi sehat", "n1", 55.25), "capaian-kinerja",
     {"/indikator/0/capaian/n-1": Decimal("55.25")}),
    ("pecahan sebagai teks", _set("capaian-kinerja", "Koperasi sehat", "n1", "55,25"), "capaian-kinerja",
     {"/indikator/0/capaian/n-1": Decimal("55.25")}),
    ("ribuan sebagai teks", _set("indikator-program", "Jumlah anggota koperasi", "twIV", "61.800"), "indikator-program",
     {"/urusan/0/program/0/indikator/1/triwulan_n-1/IV": 61800}),
    ("nomor", _set("indikator-program", "Jumlah koperasi aktif", "nomor", "14"), "indikator-program",
     {"/urusan/0/program/0/indikator/0/nomor": 14}),
    ("evaluasi", _set("evaluasi", "Pemeriksaan Koperasi", "n2_realisasi", "30 koperasi"), "evaluasi",
     {"/program/0/kegiatan/0/renja_n-2/realisasi": "30 koperasi"}),
    ("target tahun", _set("target-renstra", "Usaha mikro naik kelas", "tahun5", "33"), "target-renstra",
     {"/kelompok/0/isi/0/indikator/1/target/5": 33}),
    ("jenis uraian", _set("target-renstra", "Meningkatnya koperasi sehat", "tingkat", "sasaran"), "target-renstra",
     {"/kelompok/0/isi/0/jenis": "sasaran"}),
    ("bidang", _set(PLAN, "Program Pemberdayaan Usaha Mikro", "bidang", "Bidang UKM"), PLAN,
     {"/program/1/bidang": "Bidang UKM"}),
    ("tabel bebas", _set("anggaran", "Belanja modal", "kolom1", "380 juta"), "anggaran", {"/baris/1/1": "380 juta"}),
    ("urutan huruf tingkat", _set(PLAN, SUB, "tingkat", "Sub Kegiatan "), PLAN, {}),
    ("kolom dipindahkan", lambda book: (book.set(PLAN, SUB, "pagu", 1), book.move_column(PLAN, "pagu")), PLAN,
     {f"{_SUB}/pagu": 1}),
    ("lembar berganti nama",
     lambda book: (book.set(PLAN, SUB, "pagu", 1), setattr(book.page(PLAN), "title", "Bahan rapat")), PLAN,
     {f"{_SUB}/pagu": 1}),
    ("kunci dihapus", lambda book: (book.set(PLAN, SUB, "pagu", 1), book.delete_column(PLAN, "kunci")), PLAN,
     {f"{_SUB}/pagu": 1}),
    ("baris kunci dihapus", lambda book: (book.set(PLAN, SUB, "pagu", 1), book.shift_rows(PLAN, 1, -1)), PLAN,
     {f"{_SUB}/pagu": 1}),
    ("lokasi digabung ke bawah",
     lambda book: (book.set(PLAN, "Evaluasi Kinerja", "lokasi", None),
                   book.set(PLAN, "Penyusunan Dokumen Perencanaan", "lokasi", "Kantor"),
                   book.page(PLAN).merge_cells(
                       start_row=book.row(PLAN, "Penyusunan Dokumen Perencanaan"),
                       end_row=book.row(PLAN, "Evaluasi Kinerja"),
                       start_column=book.column(PLAN, "lokasi"), end_column=book.column(PLAN, "lokasi"))), PLAN,
     {f"{_FIRST}/lokasi": "Kantor", "/program/0/kegiatan/0/sub_kegiatan/1/lokasi": "Kantor"}),
    ("baris ditulis di atas", lambda book: (book.set(PLAN, SUB, "pagu", 1), book.shift_rows(PLAN, 2, 3)), PLAN,
     {f"{_SUB}/pagu": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "name", "expected"), [edit[1:] for edit in EDITS], ids=[edit[0] for edit in EDITS])
def test_edit(tmp_path: Path, edit: Edit, name: str, expected: dict[str, Any]) -> None:
    folder = lay_down(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    wanted = table(folder, name)
    for pointer, value in expected.items():
        above, _, last = pointer.rpartition("/")
        container = at(wanted, above)
        container[int(last) if isinstance(container, list) else last] = value
    book = Workbook(folder)
    edit(book)
    plan = book.take()
    assert plan.whole, plan.faults
    assert table(folder, name) == wanted
    assert len(plan.changes) == len(expected)
    assert [one.pointer for one in plan.changes] == list(expected)
    for path, data in before.items():
        assert path.name == f"{name}.json" or path.read_bytes() == data


def _names(data: Any) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (p["nama"], [(k["nama"], [s["nama"] for s in k["sub_kegiatan"]]) for k in p["kegiatan"]])
        for p in data["program"]
    ]


_MONITORING = {
    "kode": "2.17.07.2.01.0002",
    "nama": "Pendampingan Usaha Mikro",
    "indikator": "Jumlah usaha",
    "lokasi": None,
    "target": "20 usaha",
    "pagu": 30_000_000,
    "sumber_dana": "APBD",
    "target_maju": None,
    "pagu_maju": None,
}


def test_a_row_is_added(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.add(
        PLAN, SUB, tingkat="sub kegiatan", kode="2.17.07.2.01.0002", sub="Pendampingan Usaha Mikro",
        indikator="Jumlah usaha", target="20 usaha", pagu="Rp30.000.000", sumber_dana="APBD",
    )  # fmt: skip
    plan = book.take()
    assert plan.whole
    [change] = plan.changes
    assert (change.kind, change.pointer) == ("tambah", "/program/1/kegiatan/0/sub_kegiatan/1")
    assert at(table(folder, PLAN), "/program/1/kegiatan/0/sub_kegiatan/1") == _MONITORING
    again = run_again(book)
    assert (again.changes, again.files) == ([], {})


def run_again(book: Workbook) -> Any:
    """The same file imported a second time must change nothing."""
    return book.plan()


@pytest.mark.parametrize(
    "values",
    [
        {"kode": "2.17.07.2.02", "nama": "Kemitraan"},
        {"tingkat": "kegiatan", "nama": "Kemitraan"},
        {"nama": "Kegiatan Kemitraan", "kode": "2.17.07.2.02"},
    ],
    ids=["menurut kode", "menurut tingkat", "kode dan nama"],
)
def test_a_kegiatan_with_its_sub_kegiatan_in_the_spare_rows(tmp_path: Path, values: dict[str, str]) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.spare(PLAN, **values)
    page = book.page(PLAN)
    at_row = next(r for r in range(6, page.max_row) if page.cell(r, book.column(PLAN, "nama")).value == values["nama"])
    page.cell(at_row + 1, book.column(PLAN, "sub")).value = "Temu Usaha"
    plan = book.take()
    assert plan.whole, plan.faults
    assert _names(table(folder, PLAN))[1][1] == [
        ("Pembinaan Usaha Mikro", ["Pelatihan Usaha Mikro"]),
        (values["nama"], ["Temu Usaha"]),
    ]


def test_rows_are_removed(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.delete(PLAN, "Evaluasi Kinerja")
    plan = book.take()
    assert [(p.kind, p.pointer) for p in plan.changes] == [("hapus", "/program/0/kegiatan/0/sub_kegiatan/1")]
    assert _names(table(folder, PLAN))[0][1] == [
        ("Perencanaan dan Evaluasi Kinerja", ["Penyusunan Dokumen Perencanaan"])
    ]


def test_a_row_emptied_is_a_row_removed(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.clear(PLAN, "Evaluasi Kinerja")
    assert [p.kind for p in book.plan().changes] == ["hapus"]


def test_removed_rows_may_be_left_alone(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.delete(PLAN, "Evaluasi Kinerja")
    assert book.plan(keep_missing=True).changes == []


def test_rows_change_places(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.swap(PLAN, "Penyusunan Dokumen Perencanaan", "Evaluasi Kinerja")
    plan = book.take()
    assert [p.kind for p in plan.changes] == ["pindah"]
    [(_, [(_, subs)]), _] = _names(table(folder, PLAN))
    assert subs == ["Evaluasi Kinerja", "Penyusunan Dokumen Perencanaan"]


def test_a_row_moves_below_another_kegiatan(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    moved = {id: book.cell(PLAN, "Evaluasi Kinerja", id).value for id in ("kunci", "tingkat", "kode", "sub", "pagu")
             if id != "kunci"}  # fmt: skip
    book.delete(PLAN, "Evaluasi Kinerja")
    book.add(PLAN, SUB, **moved, indikator="Jumlah laporan", lokasi="Kota Contoh", target="4 laporan",
             sumber_dana="APBD", target_maju="4 laporan", pagu_maju=155_000_000)  # fmt: skip
    was = at(table(folder, PLAN), "/program/0/kegiatan/0/sub_kegiatan/1")
    plan = book.take()
    assert [p.kind for p in plan.changes] == ["pindah"]
    assert at(table(folder, PLAN), "/program/1/kegiatan/0/sub_kegiatan/1") == was


def test_a_copied_row_is_a_new_one(tmp_path: Path) -> None:
    """A row copied with its hidden key and renamed: the old one keeps the key, whichever stands first."""
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    page, at_row = book.page(PLAN), book.row(PLAN, SUB)
    values = [cell.value for cell in page[at_row]]
    page.insert_rows(at_row)
    for index, value in enumerate(values, 1):
        page.cell(at_row, index).value = value
    page.cell(at_row, book.column(PLAN, "sub")).value = "Pelatihan Lanjutan"
    page.cell(at_row, book.column(PLAN, "kode")).value = "2.17.07.2.01.0002"
    plan = book.take()
    assert [p.kind for p in plan.changes] == ["tambah"]
    assert _names(table(folder, PLAN))[1][1] == [("Pembinaan Usaha Mikro", ["Pelatihan Lanjutan", SUB])]


def test_a_sorted_sheet_keeps_its_order(tmp_path: Path) -> None:
    """Sorting the whole sheet scatters rows over other parents; the keys tell where they belong."""
    folder = lay_down(tmp_path)
    data = table(folder, PLAN)
    book = Workbook(folder)
    page = book.page(PLAN)
    first = book.row(PLAN, "/program/0")
    last = book.row(PLAN, SUB)
    rows = [[cell.value for cell in page[r]] for r in range(first, last + 1)]
    rows.sort(key=lambda row: str(row[4] or row[3]))
    for offset, row in enumerate(rows):
        for index, value in enumerate(row, 1):
            page.cell(first + offset, index).value = value
    book.set(PLAN, SUB, "pagu", 7)
    plan = book.take()
    at(data, _SUB)["pagu"] = 7
    assert table(folder, PLAN) == data
    assert any("diurutkan" in note for note in plan.notes)


def test_a_missing_column_is_left_alone_and_said(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    before = table(folder, PLAN)
    book = Workbook(folder)
    book.delete_column(PLAN, "lokasi")
    plan = book.plan()
    assert plan.changes == []
    assert any("kolom “Rencana Tahun 2027 / Lokasi” tidak ada" in note for note in plan.notes)
    assert table(folder, PLAN) == before


def test_every_change_names_its_cell_and_its_place(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", 75_000_000)
    cell = book.cell(PLAN, SUB, "pagu")
    [change] = book.plan().changes
    assert change.source == f"Tabel 4.1!{cell.coordinate}"
    assert (change.file, change.pointer) == ("tabel/rencana-program.json", f"{_SUB}/pagu")
    assert (change.column, change.row) == ("Rencana Tahun 2027 / Kebutuhan Dana/Pagu Indikatif (Rp)", SUB)
    assert (change.old, change.new) == ("50.000.000", "75.000.000")


@pytest.mark.parametrize(
    ("id", "value", "said"),
    [
        ("pagu", "lima puluh juta", "“lima puluh juta” bukan jumlah uang"),
        ("pagu", "1,000", "dapat dibaca dengan lebih dari satu cara"),
        ("pagu", "--5", "bukan jumlah uang"),
        ("pagu", 1000.5, "bukan rupiah bulat"),
        ("pagu", -5, "kurang dari nol"),
        ("pagu", datetime(2027, 1, 1), "menjadikannya tanggal atau jam (1 Januari 2027)"),
        ("pagu", "=1+1", "hasil rumusnya tidak tersimpan"),
        ("pagu", "#REF!", "menghasilkan #REF!"),
        ("target", time(8, 30), "menjadikannya tanggal atau jam"),
        ("target", True, "BENAR atau SALAH"),
        ("sub", None, "tidak boleh kosong"),
        ("kode", 2.1, "kode terbaca sebagai angka pecahan"),
        ("kode", "dua", "bukan kode"),
    ],
)
def test_an_unreadable_cell_is_told_by_its_address(tmp_path: Path, id: str, value: Any, said: str) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    cell = book.cell(PLAN, SUB, id)
    cell.value = value
    if value == "#REF!":
        cell.data_type = "e"
    book.set(PLAN, "Evaluasi Kinerja", "pagu", 160_000_000)
    plan = book.take()
    [fault] = plan.faults
    assert (fault.code, fault.source, fault.pointer) == ("RJ071", f"Tabel 4.1!{cell.coordinate}", _SUB)
    assert said in fault.message
    assert fault.hint
    assert not plan.whole
    # What can be read is taken all the same; what cannot stays as it was.
    assert at(table(folder, PLAN), _SUB)["pagu"] == 50_000_000
    assert at(table(folder, PLAN), "/program/0/kegiatan/0/sub_kegiatan/1/pagu") == 160_000_000


def test_money_merged_over_rows_is_not_guessed(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    column = book.column(PLAN, "pagu")
    first, last = (book.row(PLAN, name) for name in ("Penyusunan Dokumen Perencanaan", "Evaluasi Kinerja"))
    book.page(PLAN).merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    plan = book.plan()
    assert plan.changes == []
    assert [one.message for one in plan.faults] == ["jumlahnya digabung dengan baris lain"]


def test_a_cell_that_a_row_does_not_have_is_told(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.set(PLAN, "Pembinaan Usaha Mikro", "sub", "Sub kegiatan yang salah tempat")
    [fault] = book.plan().faults
    assert fault.code == "RJ073"
    assert "tidak mempunyai isian di kolom ini" in fault.message


def test_a_new_row_without_its_name_is_not_taken(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.add(PLAN, SUB, tingkat="sub kegiatan", pagu=5)
    plan = book.plan()
    assert (plan.changes, plan.files) == ([], {})
    assert "baris baru ini tidak diambil" in plan.faults[0].message


def test_a_row_without_a_parent_is_told(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.add("target-renstra", "Usaha mikro naik kelas", tingkat="entah", nama="X")
    plan = book.plan()
    assert plan.changes == []
    assert "tidak jelas baris apa" in plan.faults[0].message


@pytest.mark.parametrize("total", [500_000_000, "Rp 500.000.000,-"])
def test_a_total_typed_over_is_compared_with_ours(tmp_path: Path, total: Any) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    cell = book.cell(PLAN, "jumlah", "pagu")
    assert str(cell.value).startswith("=SUMIFS(")
    cell.value = total
    plan = book.plan()
    [fault] = plan.faults
    assert (fault.code, fault.source) == ("RJ072", f"Tabel 4.1!{cell.coordinate}")
    assert "500.000.000" in fault.message
    assert "425.000.000" in fault.message
    assert "Selisih 75.000.000" in fault.hint
    assert plan.whole


def test_a_percentage_typed_over_is_compared_with_ours(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.set("capaian-kinerja", "Usaha mikro naik kelas", "persen", 104.5)
    [fault] = book.plan().faults
    assert (fault.code, "104,5" in fault.message, "104,17" in fault.message) == ("RJ072", True, True)


def test_both_sides_changed_the_same_cell(tmp_path: Path) -> None:
    """The secretariat changes figures while the workbook is out: what both changed is told, the rest stays."""
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    path = folder / "tabel" / "rencana-program.json"
    path.write_text(path.read_text("utf-8").replace("50000000", "51000000").replace("150000000", "151000000"), "utf-8")
    book.set(PLAN, SUB, "pagu", 52_000_000)
    plan = book.take()
    assert [(p.change.old, p.change.new) for p in plan.conflicts] == [("51.000.000", "52.000.000")]
    assert plan.changes == []
    assert at(table(folder, PLAN), f"{_SUB}/pagu") == 51_000_000


def test_both_sides_work_on_different_rows(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    data = table(folder, PLAN)
    at(data, "/program/0/kegiatan/0")["sub_kegiatan"].insert(0, {**_MONITORING, "nama": "Rapat", "kode": None})
    at(data, "/program/0/kegiatan/0/sub_kegiatan/1")["pagu"] = 1
    from tests.sheets.excel.sheet import put

    put(folder, PLAN, data)
    book.set(PLAN, "Evaluasi Kinerja", "pagu", 2)
    book.delete(PLAN, "Penyusunan Dokumen Perencanaan")
    plan = book.take()
    # The deleted row had been changed by us meanwhile: it stays, and that is told.
    assert [p.change.kind for p in plan.conflicts] == ["hapus"]
    at(data, "/program/0/kegiatan/0/sub_kegiatan/2")["pagu"] = 2
    assert table(folder, PLAN) == data


def test_the_whole_sheet_in_a_new_workbook(tmp_path: Path) -> None:
    """Heads and rows copied into an empty workbook: no keys, no marks, another name; heads and codes tell."""
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.set(PLAN, SUB, "pagu", 1)
    page = book.page(PLAN)
    rows = [[cell.value for cell in row][1:] for row in page.iter_rows(min_row=5)]
    for other in list(book.book.worksheets):
        book.book.remove(other)
    fresh = book.book.create_sheet("Lembar1")
    for row in rows:
        fresh.append(row)
    plan = book.plan()
    assert [p.pointer for p in plan.changes] == [f"{_SUB}/pagu"]
    assert any("dibandingkan dengan isi yang sekarang" in note for note in plan.notes)


@pytest.mark.parametrize("moment", [date(2027, 12, 31), datetime(2027, 12, 31), time(8, 30)])
def test_what_excel_made_a_date_of_is_asked(tmp_path: Path, moment: Any) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.set(PLAN, SUB, "target", moment)
    plan = book.plan()
    assert [fault.code for fault in plan.faults] == ["RJ071"]
    assert plan.changes == []


def test_merged_cells_of_an_ad_hoc_table(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    page, row = book.page("anggaran"), book.row("anggaran", "Belanja modal")
    page.cell(row, book.column("anggaran", "kolom0")).value = "Belanja modal: belum ada"
    page.cell(row, book.column("anggaran", "kolom1")).value = None
    page.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
    book.take()
    assert table(folder, "anggaran")["baris"][1] == {"sel": [{"teks": "Belanja modal: belum ada", "gabung": 2}]}


# The evaluation: figures of programs, sub kegiatan

_PROGRAM, _KEGIATAN = "Program Pengawasan Koperasi", "Pemeriksaan Koperasi"


def test_one_figure_of_a_program_makes_room_for_all(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.set("evaluasi", _PROGRAM, "n2_realisasi", "57%")
    plan = book.take()
    assert [(p.kind, p.pointer) for p in plan.changes] == [("ubah", "/program/0/renja_n-2/realisasi")]
    program = table(folder, "evaluasi")["program"][0]
    assert list(program) == [
        "kode", "nama", "indikator", "target_renstra", "target_n-2", "realisasi_sd_n-2", "renja_n-2", "renja_n-1",
        "kegiatan",
    ]  # fmt: skip
    assert (program["renja_n-2"], program["target_renstra"]) == ({"target": None, "realisasi": "57%"}, None)
    assert run_again(book).changes == []
    book = Workbook(folder)
    book.set("evaluasi", _PROGRAM, "n2_realisasi", None)
    book.take()
    program = table(folder, "evaluasi")["program"][0]
    assert set(evaluasi.figures_of(program)) == set()


def test_rows_of_the_evaluation_whose_level_nobody_said(tmp_path: Path) -> None:
    """What has figures and stands behind a program is a kegiatan; behind a sub kegiatan, another one."""
    folder = lay_down(tmp_path)
    data = table(folder, "evaluasi")
    one = data["program"][0]["kegiatan"][0]
    one["sub_kegiatan"] = [{**one, "kode": "2.17.03.2.01.0001", "nama": "Pemeriksaan Usaha"}]
    put(folder, "evaluasi", data)
    book = Workbook(folder)
    book.spare("evaluasi", nama="Program Pemberdayaan")
    book.add("evaluasi", "Pemeriksaan Usaha", nama="Pengawasan Usaha", target_renstra="9 usaha")
    book.add("evaluasi", _PROGRAM, nama="Penilaian Koperasi", target_renstra="7 koperasi")
    plan = book.take()
    assert plan.whole, plan.faults
    program, new = table(folder, "evaluasi")["program"]
    assert [k["nama"] for k in program["kegiatan"]] == ["Penilaian Koperasi", _KEGIATAN]
    assert "sub_kegiatan" not in program["kegiatan"][0]
    assert [s["nama"] for s in program["kegiatan"][1]["sub_kegiatan"]] == ["Pemeriksaan Usaha", "Pengawasan Usaha"]
    assert new == {"kode": None, "nama": "Program Pemberdayaan", "kegiatan": []}


def test_the_first_sub_kegiatan_of_a_kegiatan(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    book = Workbook(folder)
    book.add("evaluasi", _KEGIATAN, tingkat="sub kegiatan", kode="2.17.03.2.01.0001", nama="Pemeriksaan Usaha")
    plan = book.take()
    assert [(p.kind, p.pointer) for p in plan.changes] == [("tambah", "/program/0/kegiatan/0/sub_kegiatan/0")]
    (sub,) = table(folder, "evaluasi")["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert (sub["kode"], sub["renja_n-1"]) == ("2.17.03.2.01.0001", {"target": None, "realisasi": None})


def test_a_projection_of_service_performance(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    put(folder, "capaian-kinerja", as_86(table(folder, "capaian-kinerja")))
    book = Workbook(folder)
    page, at_row = book.page("capaian-kinerja"), book.row("capaian-kinerja", "Koperasi sehat")
    assert page.cell(5, book.column("capaian-kinerja", "target_n-2")).value == "Target Renstra Perangkat Daerah"
    assert page.cell(6, book.column("capaian-kinerja", "proyeksi_n+1")).value == "Tahun 2028"
    page.cell(at_row, book.column("capaian-kinerja", "proyeksi_n+1")).value = "66,5"
    page.cell(at_row, book.column("capaian-kinerja", "ikk")).value = None
    book.take()
    one = table(folder, "capaian-kinerja")["indikator"][0]
    # What is no IKK is left blank, which is nothing open.
    assert (one["proyeksi"]["n+1"], one["ikk"], one["spm"]) == (Decimal("66.5"), "", "")


def test_rows_that_moved_away_from_a_row_that_stays_stand_once(tmp_path: Path) -> None:
    """A program whose row cannot be read is kept; its kegiatan, below another one now, is not there twice."""
    folder = lay_down(tmp_path)
    names = [name for _, below in _names(table(folder, PLAN)) for name, _ in below]
    book = Workbook(folder)
    book.set(PLAN, "Program Pemberdayaan Usaha Mikro", "tingkat", "entah")
    plan = book.take()
    assert [change.kind for change in plan.changes] == ["pindah"]
    first, second = _names(table(folder, PLAN))
    assert [name for name, _ in first[1]] == names
    assert second == ("Program Pemberdayaan Usaha Mikro", [])


def test_a_row_moves_below_a_new_one(tmp_path: Path) -> None:
    """What is new is written with what came to stand below it, which no longer stands where it stood."""
    folder = lay_down(tmp_path)
    data = table(folder, PLAN)
    moved = at(data, _SUB)
    del moved["kode"]  # Its code would keep it below its own kegiatan.
    put(folder, PLAN, data)
    book = Workbook(folder)
    book.add(PLAN, "Pembinaan Usaha Mikro", tingkat="kegiatan", kode="2.17.07.2.02", nama="Kemitraan")
    book.set(PLAN, SUB, "pagu", 7)
    plan = book.take()
    assert [(change.kind, change.pointer) for change in plan.changes] == [
        ("ubah", f"{_SUB}/pagu"), ("pindah", _SUB), ("tambah", "/program/1/kegiatan/1"),
    ]  # fmt: skip
    old, new = at(table(folder, PLAN), "/program/1/kegiatan")
    assert (old["sub_kegiatan"], new["sub_kegiatan"]) == ([], [{**moved, "pagu": 7}])
    # One without the other would lose the row or have it twice.
    assert len({edit.group for edit in plan.edits} - {""}) == 1


def test_achievements_are_compared_with_what_was_when_a_target_lost_its_name(tmp_path: Path) -> None:
    """A sheet that was torn apart may leave a target nameless; that is refused later, and stops nothing before."""
    folder = lay_down(tmp_path)
    path = folder / "tabel" / "target-renstra.json"
    source, problems = parse_source(path.read_bytes(), path, "tabel/target-renstra.json")
    assert source is not None
    assert problems == []
    importer = SimpleNamespace(_around=Around({}, {}))
    torn = JsonEdit("tabel/target-renstra.json", "/kelompok/0/isi/0/indikator/0", "set", {"target": ["1"]})
    run._Importer._take_final_targets(importer, source, [torn])  # type: ignore[arg-type]
    assert importer._around.final_targets == target_renstra.final_targets_of(source.data) != {}


@pytest.mark.parametrize("code", ["2.17.01.2.03", ""])
@pytest.mark.parametrize("behind", ["Penyusunan Dokumen Perencanaan", "Perencanaan dan Evaluasi Kinerja"])
def test_a_kegiatan_typed_among_the_rows_of_another_takes_none_of_them(tmp_path: Path, behind: str, code: str) -> None:
    folder = lay_down(tmp_path)
    data = table(folder, PLAN)
    kegiatan = data["program"][0]["kegiatan"]
    kegiatan.append({**kegiatan[0], "kode": "2.17.01.2.06", "nama": "Administrasi Umum", "sub_kegiatan": []})
    put(folder, PLAN, data)
    book = Workbook(folder)
    book.add(PLAN, behind, tingkat="kegiatan", kode=code or None, nama="Kegiatan Baru")
    book.add(PLAN, "Kegiatan Baru", tingkat="sub kegiatan", sub="Sub Baru", pagu=1_000_000)
    plan = book.take()
    assert plan.whole
    assert {change.kind for change in plan.changes} == {"tambah"}
    assert any("tetap di bawah “Perencanaan dan Evaluasi Kinerja”" in note for note in plan.notes)
    after = table(folder, PLAN)["program"][0]["kegiatan"]
    assert [(one["nama"], [sub["nama"] for sub in one["sub_kegiatan"]]) for one in after] == [
        ("Perencanaan dan Evaluasi Kinerja", ["Penyusunan Dokumen Perencanaan", "Evaluasi Kinerja"]),
        ("Kegiatan Baru", ["Sub Baru"]),
        ("Administrasi Umum", []),
    ]
