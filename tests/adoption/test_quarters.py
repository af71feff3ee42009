"""Evaluations by quarters (E.81) of old documents, in the ways that offices print them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from renjadoc.adoption.adopt import Adopted, adopt
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.tables import old
from renjadoc.tables.kinds import read_old_table, recognise_kind
from tests.adoption.paper import TODAY
from tests.sheets.excel.sheet import lay_down, put
from tests.tables.quarters import QUARTERS

NAME = "evaluasi-triwulan"
_PAIR = ("K", "Rp")
#: The heads that offices have: those before the pairs, each pair, those behind.
_BEFORE = ["No", "Sasaran", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja"]
_ROWS = [
    ["1", "Meningkatnya pangan", "PROGRAM PANGAN", "Persentase", "100", "1.000", "80", "400", "90", "225", "22", "50",
     "22", "50", "22", "50", "22", "50", "88", "200", "97,78", "88,89", "Dinas Pangan"],
    ["", "", "Penyaluran Pangan", "Indeks", "100", "1.000", "80", "400", "90", "225", "22", "50", "22", "50", "22",
     "50", "22", "50", "88", "200", "97,78", "88,89", ""],
    ["", "", "Informasi Harga", "Jumlah dokumen", "10", "600", "4", "200", "2", "225", "0", "50", "0", "50", "1", "50",
     "1", "50", "2", "200", "100", "88,89", ""],
]  # fmt: skip


def _table(heads: list[str], rows: list[list[str]]) -> old.TextTable:
    return old.TextTable(heads, rows)


def _heads(*, quarter: str = "Realisasi Kinerja pada Triwulan / {}", since: bool = False) -> list[str]:
    pairs = ["Target Renstra pada Tahun 2030", "Realisasi Renstra s/d Tahun 2024", "Target Renja Tahun 2025"]
    pairs += [quarter.format(name) for name in ("I", "II", "III", "IV")]
    pairs += ["Realisasi Capaian Kinerja dan Anggaran Renja", *(["Realisasi Renstra s/d Tahun 2025"] if since else [])]
    pairs += ["Tingkat Capaian Kinerja dan Realisasi Anggaran (%)"]
    return [*_BEFORE, *(f"{pair} / {side}" for pair in pairs for side in _PAIR), "Unit Penanggung Jawab"]


@pytest.mark.parametrize(
    "quarter", ["Realisasi Kinerja pada Triwulan / {}", "Realisasi / Triwulan {}", "Realisasi TW {}"]
)
def test_the_renstra_beside_the_renja(quarter: str) -> None:
    table = _table(_heads(quarter=quarter), _ROWS)
    assert recognise_kind(table) == NAME
    built = read_old_table(NAME, table)
    assert (built.data["bentuk"], built.data["triwulan"], built.evaluated) == ("capaian-renja", "IV", 2025)
    [program] = built.data["program"]
    [kegiatan] = program["kegiatan"]
    [sub] = kegiatan["sub_kegiatan"]
    assert (program["sasaran"], program["kinerja_4"], program["realisasi"]) == ("Meningkatnya pangan", 22, 88)
    assert (sub["pagu"], sub["anggaran_4"], sub["realisasi_renstra"], sub["kinerja_4"]) == (225, 50, 4, 1)
    assert "pagu" not in program
    assert "tercatat" not in program


def test_the_form_of_the_law_has_a_column_more() -> None:
    rows = [[*row[:20], "2", "300", *row[20:]] for row in _ROWS]
    built = read_old_table(NAME, _table(_heads(since=True), rows))
    assert built.data["bentuk"] == "permendagri-86"


def test_codes_say_what_a_row_is() -> None:
    codes = ["2.09.03", "2.09.03.2.01", "2.09.03.2.01.0001"]
    heads = ["Kode", *_heads()[2:]]
    built = read_old_table(NAME, _table(heads, [[code, *row[2:]] for code, row in zip(codes, _ROWS, strict=True)]))
    assert built.data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["kode"] == codes[2]


def test_kegiatan_that_make_up_their_program_have_no_sub_kegiatan() -> None:
    rows = copy.deepcopy(_ROWS)
    rows[1][9], rows[2][9] = "100", "125"
    [program] = read_old_table(NAME, _table(_heads(), rows)).data["program"]
    assert [kegiatan["pagu"] for kegiatan in program["kegiatan"]] == [100, 125]


def test_what_does_not_add_up_is_recorded() -> None:
    rows = copy.deepcopy(_ROWS)
    rows[0][9] = rows[1][9] = "300"
    [program] = read_old_table(NAME, _table(_heads(), rows)).data["program"]
    assert program["tercatat"]["pagu"] == 300


@pytest.mark.parametrize("form", [None, "permendagri-86", "capaian-renja"])
def test_what_was_printed_is_read_again(form: str | None, tmp_path: Path) -> None:
    data = copy.deepcopy(QUARTERS) | ({"bentuk": form} if form else {})
    data |= {"faktor_pendorong": "Kerja sama", "tindak_lanjut_triwulan": "Jadwal diperbarui"} if form else {}
    for sub in data["program"][0]["kegiatan"][0]["sub_kegiatan"] if form else ():
        unit = sub["target"].split()[1]
        sub |= {"target_renstra": f"400 {unit}", "pagu_renstra": 200, "realisasi_renstra": f"50 {unit}"}
        sub["anggaran_renstra"] = 75
    adopted, again = _print_and_adopt(data, tmp_path)
    assert adopted.missing == []
    assert (again.get("bentuk"), again["triwulan"]) == (form, "II")
    assert _figures(again["program"]) == _figures(data["program"])
    assert again.get("faktor_pendorong") == data.get("faktor_pendorong")
    assert again.get("tindak_lanjut_triwulan") == data.get("tindak_lanjut_triwulan")


@pytest.mark.parametrize("form", [None, "permendagri-86", "capaian-renja"])
@pytest.mark.parametrize("numbers", [(2,), (1, 2)])
@pytest.mark.parametrize("without", [False, True])
def test_what_is_cumulated_or_without_amounts_is_read_again(
    form: str | None, numbers: tuple[int, ...], without: bool, tmp_path: Path
) -> None:
    data = copy.deepcopy(QUARTERS) | {"kumulatif": True} | ({"bentuk": form} if form else {})
    data |= {"tanpa_anggaran": True} if without else {}
    amounts = [key for key in ("pagu", "pagu_renstra", "anggaran_renstra", "anggaran_1", "anggaran_2") if without]
    [kegiatan] = data["program"][0]["kegiatan"]
    for sub in (data["program"][0], *kegiatan["sub_kegiatan"]):
        left_out = [*amounts, *(f"{side}_1" for side in ("kinerja", "anggaran") if 1 not in numbers)]
        if form and sub is not data["program"][0]:
            unit = sub["target"].split()[1]
            sub |= {"target_renstra": f"400 {unit}", "pagu_renstra": 200, "realisasi_renstra": f"50 {unit}"}
            sub["anggaran_renstra"] = 75
        for key in left_out:
            sub.pop(key, None)
    adopted, again = _print_and_adopt(data, tmp_path)
    assert adopted.missing == []
    assert {key: again.get(key) for key in _FLAGS} == {key: data.get(key) for key in _FLAGS}
    assert _figures(again["program"]) == _figures(data["program"])


_FLAGS = ("jenis", "bentuk", "triwulan", "kumulatif", "tanpa_anggaran")


def _print_and_adopt(data: Any, place: Path) -> tuple[Adopted, Any]:
    """The table printed in a document, and what that document is taken over as."""
    folder = lay_down(place)
    put(folder, NAME, data)
    chapter = json.loads((folder / "bab-2.json").read_text("utf-8"))
    chapter["bagian"][0]["isi"].append({"tabel": NAME})
    (folder / "bab-2.json").write_text(json.dumps(chapter), "utf-8")
    made = make_document(DocumentOrder(folder, place / "lama.docx", page_numbers=False))
    adopted = adopt(made.docx, place / "2027", TODAY)
    return adopted, json.loads((place / "2027" / "tabel" / f"{NAME}.json").read_text("utf-8"))


_NAMED = ["Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja"]


@pytest.mark.parametrize(
    ("heads", "cells", "flags", "figures"),
    [
        (
            ["Target / K", "Target / Rp", "Realisasi s.d. Triwulan II / K", "Realisasi s.d. Triwulan II / Rp",
             "Tingkat Capaian (%) / K", "Tingkat Capaian (%) / Rp"],
            ["10 unit", "1.000", "4 unit", "400", "40", "40"],
            ("II", True, None), {"target": "10 unit", "pagu": 1000, "kinerja_2": "4 unit", "anggaran_2": 400},
        ),
        (
            ["Target", "Pagu Anggaran", "Realisasi Kinerja s/d TW III", "Realisasi Anggaran s/d TW III (Rp)",
             "Capaian (%)", "Serapan (%)"],
            ["10 unit", "1.000", "4 unit", "400", "40", "40"],
            ("III", True, None), {"target": "10 unit", "pagu": 1000, "kinerja_3": "4 unit", "anggaran_3": 400},
        ),
        (
            ["Satuan", "Target Tahun 2026", "Realisasi / Triwulan I", "Realisasi / Triwulan II", "Tingkat Capaian (%)"],
            ["unit", "10", "1", "3", "40"],
            ("II", None, True), {"target": "10 unit", "kinerja_1": "1 unit", "kinerja_2": "3 unit"},
        ),
        (
            ["Target", "Realisasi sampai dengan Triwulan I", "Realisasi sampai dengan Triwulan II"],
            ["57,5%", "50%", "55,2%"],
            ("II", True, True), {"target": "57,5%", "kinerja_1": "50%", "kinerja_2": "55,2%"},
        ),
    ],
)  # fmt: skip
def test_quarters_as_other_offices_state_them(
    heads: list[str], cells: list[str], flags: tuple[Any, ...], figures: dict[str, Any]
) -> None:
    codes = {"2.09.03": "Program Pangan", "2.09.03.2.01": "Penyaluran", "2.09.03.2.01.0001": "Informasi Harga"}
    rows = [[code, name, "Capaian", *cells] for code, name in codes.items()]
    table = _table(["Kode", *_NAMED, *heads], rows)
    assert recognise_kind(table) == NAME
    data = read_old_table(NAME, table).data
    assert (data["triwulan"], data.get("kumulatif"), data.get("tanpa_anggaran")) == flags
    sub = data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    assert {key: value for key, value in sub.items() if key not in {"kode", "nama", "indikator"}} == figures


@pytest.mark.parametrize(
    ("heads", "cells", "said", "figures"),
    [
        (
            ["Target / K", "Target / Rp",
             *(f"Target Triwulan / {n} / {side}" for n in ("I", "II", "III", "IV") for side in ("K", "Rp")),
             "Realisasi Triwulan / I / K", "Realisasi Triwulan / I / Rp", "Tingkat Capaian (%) / K",
             "Tingkat Capaian (%) / Rp"],
            ["10 unit", "1.000", "1 unit", "100", "2 unit", "200", "3 unit", "300", "4 unit", "400", "2 unit", "150",
             "20", "15"],
            {"triwulan": "I"},
            {"target": "10 unit", "pagu": 1000, "target_1": "1 unit", "pagu_1": 100, "target_4": "4 unit",
             "pagu_4": 400, "kinerja_1": "2 unit", "anggaran_1": 150},
        ),
        (
            ["Target Renja", *(f"Triwulan {n} / {what}" for n in ("I", "II") for what in ("Target", "Realisasi")),
             "Capaian (%)"],
            ["10 unit", "4 unit", "3 unit", "6 unit", "5 unit", "80"],
            {"triwulan": "II", "tanpa_anggaran": True},
            {"target": "10 unit", "target_1": "4 unit", "target_2": "6 unit", "kinerja_1": "3 unit",
             "kinerja_2": "5 unit"},
        ),
        (
            ["Target", "Pagu (Rp)", "Realisasi Semester I / K", "Realisasi Semester I / Rp",
             "Realisasi Semester II / K", "Realisasi Semester II / Rp", "Tingkat Capaian (%) / K",
             "Tingkat Capaian (%) / Rp", "Faktor Penghambat/Pendorong"],
            ["10 unit", "1.000", "3 unit", "400", "5 unit", "500", "80", "90", "Cuaca"],
            {"triwulan": "IV", "periode": "semester"},
            {"target": "10 unit", "pagu": 1000, "kinerja_1": "3 unit", "anggaran_1": 400, "kinerja_2": "5 unit",
             "anggaran_2": 500, "faktor": "Cuaca"},
        ),
        (
            ["Target", "Realisasi s.d. Smt. I", "Capaian (%)", "Faktor Pendorong Keberhasilan Kinerja",
             "Faktor Penghambat Pencapaian Kinerja", "Rencana Tindak Lanjut"],
            ["10 unit", "3 unit", "30", "Kerja sama", "Cuaca", "Jadwal diperbarui"],
            {"triwulan": "II", "periode": "semester", "kumulatif": True, "tanpa_anggaran": True},
            {"target": "10 unit", "kinerja_1": "3 unit", "faktor_pendorong": "Kerja sama",
             "faktor_penghambat": "Cuaca", "tindak_lanjut": "Jadwal diperbarui"},
        ),
        (
            ["Target TW I", "Pagu TW I", "Realisasi TW I / Fisik", "Realisasi TW I / Keuangan", "Target 2026",
             "Pagu 2026"],
            ["1 unit", "100", "2 unit", "150", "10 unit", "1.000"],
            None, {},
        ),
    ],
)  # fmt: skip
def test_targets_of_quarters_half_years_and_remarks_of_rows(
    heads: list[str], cells: list[str], said: dict[str, Any] | None, figures: dict[str, Any]
) -> None:
    rows = [
        [code, name, "Capaian", *cells]
        for code, name in (
            ("2.09.03", "Program Pangan"),
            ("2.09.03.2.01", "Penyaluran"),
            ("2.09.03.2.01.0001", "Harga"),
        )
    ]
    table = _table(["Kode", *_NAMED, *heads], rows)
    assert recognise_kind(table) == NAME
    if said is None:
        with pytest.raises(old.Unfit):
            read_old_table(NAME, table)
        return
    data = read_old_table(NAME, table).data
    assert {key: data[key] for key in data if key not in {"jenis", "program", "tercatat"}} == said
    sub = data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    assert figures.items() <= sub.items()


_NEAR = ["10 unit", "1.000"]


@pytest.mark.parametrize(
    ("heads", "cells", "said", "figures"),
    [
        (
            ["Target Renja / K", "Target Renja / Rp",
             *(f"Realisasi Triwulan / {n} / {side}" for n in ("I", "II") for side in ("K", "%", "Rp", "%")),
             "Tingkat Capaian (%) / K", "Tingkat Capaian (%) / Rp"],
            [*_NEAR, "2 unit", "20", "150", "15", "3 unit", "30", "350", "40", "50", "50"],
            {"triwulan": "II", "capaian_triwulan": True},
            {"kinerja_1": "2 unit", "anggaran_2": 350, "persen_1": 20, "persen_anggaran_1": 15, "persen_2": 30,
             "persen_anggaran_2": 40},
        ),
        (
            ["Target Tahun 2026", *(f"Triwulan {n} / {what}" for n in ("I", "II") for what in
                                    ("Target", "Realisasi", "Capaian"))],
            ["10 unit", "4 unit", "2 unit", "50", "6 unit", "3 unit", "60,5"],
            {"triwulan": "II", "tanpa_anggaran": True, "capaian_triwulan": True},
            {"target_1": "4 unit", "kinerja_2": "3 unit", "persen_1": 50, "persen_2": 60.5},
        ),
        (
            ["Target Kinerja", "Pagu Anggaran", "Realisasi Kinerja TW I", "Capaian Kinerja TW I (%)",
             "Realisasi Anggaran TW I", "Serapan Anggaran TW I (%)"],
            [*_NEAR, "2 unit", "20", "150", "15"],
            {"triwulan": "I", "capaian_triwulan": True},
            {"kinerja_1": "2 unit", "anggaran_1": 150, "persen_1": 20, "persen_anggaran_1": 15},
        ),
        (
            ["Target", "Realisasi s.d. Semester I", "Tingkat Capaian s.d. Semester I (%)", "Realisasi s.d. Semester II",
             "Tingkat Capaian s.d. Semester II (%)"],
            ["10 unit", "2 unit", "20", "7 unit", "70"],
            {"triwulan": "IV", "periode": "semester", "kumulatif": True, "tanpa_anggaran": True,
             "capaian_triwulan": True},
            {"kinerja_2": "7 unit", "persen_1": 20, "persen_2": 70},
        ),
        (
            ["Target", "Realisasi s.d. Triwulan III", "Tingkat Capaian s.d. Triwulan III (%)"],
            ["10 unit", "2 unit", "20"],
            {"triwulan": "III", "kumulatif": True, "tanpa_anggaran": True}, {"kinerja_3": "2 unit", "persen": 20},
        ),
        (
            ["Target (%)", "Target Triwulan I (%)", "Realisasi Triwulan I (%)", "Tingkat Capaian (%)"],
            ["80", "20", "19", "95"],
            {"triwulan": "I", "tanpa_anggaran": True}, {"target_1": 20, "kinerja_1": 19, "persen": 95},
        ),
    ],
)  # fmt: skip
def test_how_far_each_quarter_came_is_no_figure_of_it(
    heads: list[str], cells: list[str], said: dict[str, Any], figures: dict[str, Any]
) -> None:
    codes = {"2.09.03": "Program Pangan", "2.09.03.2.01": "Penyaluran", "2.09.03.2.01.0001": "Informasi Harga"}
    table = _table(["Kode", *_NAMED, *heads], [[code, name, "Capaian", *cells] for code, name in codes.items()])
    assert recognise_kind(table) == NAME
    built = read_old_table(NAME, table)
    assert {key: built.data[key] for key in built.data if key not in {"jenis", "program", "tercatat"}} == said
    sub = built.data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
    stated = {one.key: one.value for one in built.stated if one.node is sub}
    assert figures.items() <= (sub | stated).items()


@pytest.mark.parametrize(
    ("form", "more"),
    [
        (None, {}),
        ("permendagri-86", {"tanpa_anggaran": True}),
        ("capaian-renja", {"kumulatif": True}),
        (None, {"periode": "semester", "triwulan": "IV"}),
    ],
)
def test_how_far_each_quarter_came_is_printed_and_read_again(
    form: str | None, more: dict[str, Any], tmp_path: Path
) -> None:
    data = copy.deepcopy(QUARTERS) | more | {"capaian_triwulan": True} | ({"bentuk": form} if form else {})
    [kegiatan] = data["program"][0]["kegiatan"]
    for sub in kegiatan["sub_kegiatan"]:
        unit = sub["target"].split()[1]
        sub |= {"target_1": f"10 {unit}", "target_2": f"20 {unit}"}
        sub |= {"target_renstra": f"400 {unit}", "pagu_renstra": 200, "realisasi_renstra": f"50 {unit}"} if form else {}
        sub |= {"anggaran_renstra": 75} if form else {}
    for row in (data["program"][0], *kegiatan["sub_kegiatan"]) if "tanpa_anggaran" in more else ():
        for key in ("pagu", "pagu_renstra", "anggaran_renstra", "anggaran_1", "anggaran_2"):
            row.pop(key, None)
    adopted, again = _print_and_adopt(data, tmp_path)
    assert adopted.missing == []
    flags = ("capaian_triwulan", "periode", *_FLAGS)
    assert {key: again.get(key) for key in flags} == {key: data.get(key) for key in flags}
    assert "keterangan" not in again
    assert _figures(again["program"]) == _figures(data["program"])


def test_quarters_and_half_years_in_one_table_are_none_of_the_law() -> None:
    heads = ["Kode", *_NAMED, "Target", "Realisasi Triwulan I", "Realisasi Semester II", "Capaian (%)"]
    with pytest.raises(old.Unfit, match="semester"):
        read_old_table(NAME, _table(heads, [["2.09.03", "Program Pangan", "Capaian", "1", "1", "1", "1"]]))


@pytest.mark.parametrize("form", [None, "permendagri-86"])
def test_divided_targets_and_remarks_are_printed_and_read_again(form: str | None, tmp_path: Path) -> None:
    data = copy.deepcopy(QUARTERS) | {"periode": "semester", "triwulan": "IV"} | ({"bentuk": form} if form else {})
    remarks = {"faktor_pendorong": "Kerja sama", "faktor_penghambat": "Cuaca", "tindak_lanjut": "Jadwal diubah"}
    for sub in data["program"][0]["kegiatan"][0]["sub_kegiatan"]:
        unit = sub["target"].split()[1]
        sub |= {"target_1": f"1 {unit}", "pagu_1": 10, "target_2": f"3 {unit}", "pagu_2": sub["pagu"] - 10, **remarks}
        if form:
            sub |= {"target_renstra": f"400 {unit}", "pagu_renstra": 200, "realisasi_renstra": f"50 {unit}"}
            sub["anggaran_renstra"] = 75
    adopted, again = _print_and_adopt(data, tmp_path)
    assert adopted.missing == []
    assert {key: again.get(key) for key in (*_FLAGS, "periode")} == {key: data.get(key) for key in (*_FLAGS, "periode")}
    assert _figures(again["program"]) == _figures(data["program"])


def _figures(rows: list[Any]) -> list[Any]:
    """What rows say, without what is blank, and who answers for the first."""
    found = []
    for row in rows:
        left_out = {"kegiatan", "sub_kegiatan", "penanggung_jawab"}
        found.append({key: value for key, value in row.items() if key not in left_out and value != ""})
        found += _figures(row.get("kegiatan", [])) + _figures(row.get("sub_kegiatan", []))
    return found


def test_a_document_with_k_and_rp_below_the_numbers_is_read_whole(tmp_path: Path) -> None:
    """Heads whose cells are merged across only, the numbers of the columns between them and K and Rp."""
    adopted, data = _adopt_written(tmp_path)
    assert adopted.missing == []
    assert (data["jenis"], data["bentuk"], data["tahun_dinilai"]) == (NAME, "capaian-renja", "n-1")
    assert data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]["nama"] == "Informasi Harga"


def test_figures_whose_units_stand_in_a_column_are_printed_with_them(tmp_path: Path) -> None:
    heads = ["No", *_NAMED, "Satuan", "Target", "Realisasi TW I", "Realisasi TW II", "Capaian (%)"]
    rows = [
        ["1", "Program Pangan", "Skor pangan", "skor", "80", "70", "75", "93,75"],
        ["", "Penyaluran", "", "", "", "", "", ""],
        ["", "Informasi Harga", "Jumlah dokumen", "dokumen", "10", "1", "3", "40"],
    ]
    document = _begin_document()
    table = document.add_table(len(rows) + 1, len(heads), "Table Grid")
    for at, row in enumerate([heads, *rows]):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    adopted, data = _finish_document(document, tmp_path)
    assert adopted.missing == []
    assert (data["jenis"], data.get("tanpa_anggaran")) == (NAME, True)
    assert data["program"][0]["kegiatan"][1]["kinerja_2"] == "3 dokumen"


def _adopt_written(place: Path) -> tuple[Adopted, Any]:
    document = _begin_document()
    heads = [head.split(" / ") for head in _heads()]
    rows = [[head[level] if level < len(head) else "" for head in heads] for level in (0, 1)]
    rows[1] = ["" if text in _PAIR else text for text in rows[1]]
    numbers = [str(column) if column < 5 or column % 2 else "" for column in range(1, 24)]
    rows += [numbers, [head[-1] if head[-1] in _PAIR else "" for head in heads], *_ROWS]
    table = document.add_table(len(rows), 23, "Table Grid")
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    spans = [(0, c, c + 1) for c in (4, 6, 8, 18, 20)] + [(0, 10, 17)] + [(1, c, c + 1) for c in range(10, 18, 2)]
    for row, first, last in spans:
        text = rows[row][first]
        table.cell(row, first).merge(table.cell(row, last)).text = text
    return _finish_document(document, place)


def _begin_document() -> Document:
    """An old Renja up to the caption of its evaluation."""
    document = docx.Document()
    for text in ("RENCANA KERJA", "DINAS PANGAN", "KABUPATEN CONTOH", "TAHUN 2026"):
        document.add_paragraph(text)
    for title in ("BAB I PENDAHULUAN", "BAB II HASIL EVALUASI RENJA"):
        document.add_heading(title, 1)
    document.add_paragraph("Tabel 2.1 Evaluasi Hasil Renja Tahun 2025")
    return document


def _finish_document(document: Document, place: Path) -> tuple[Adopted, Any]:
    """What an old Renja with one table is taken over as."""
    document.add_heading("BAB III PENUTUP", 1)
    document.save(str(place / "lama.docx"))
    adopted = adopt(place / "lama.docx", place / "2026", TODAY)
    [path] = (place / "2026" / "tabel").glob("*.json")
    return adopted, json.loads(path.read_text("utf-8"))
