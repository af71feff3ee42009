"""Exports whose codes stand in columns of an office's own heads, JSON of one record, and what is told of columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renjadoc.problem import ProblemsFound
from renjadoc.sheets.sipd import run
from tests.sheets.excel.sheet import lay_down
from tests.sheets.sipd.test_shapes import NEW, _program, _subs

_NAMED = [("2", "09", "03", "2.01", "0001"), ("2", "09", "03", "2.01", "0002")]
_NAMES = ("URUSAN X", "PANGAN", "PROGRAM X", "Kegiatan X")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay_down(tmp_path)


def _write(tmp_path: Path, head: str, *rows: str) -> Path:
    path = tmp_path / "lima.csv"
    path.write_text("\n".join([head, *rows]), "utf-8")
    return path


def _alternate(code: tuple[str, ...], name: str) -> str:
    return ";".join(cell for pair in zip(code, (*_NAMES, name), strict=True) for cell in pair)


@pytest.mark.parametrize(
    ("head", "in_turn"),
    [
        ("Kode Urusan;Nama Urusan;Kode Bidang Urusan;Nama Bidang Urusan;Kode Program;Nama Program;Kode Kegiatan;"
         "Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Pagu", True),
        ("Urusan;Bidang;Program;Kegiatan;Sub Kegiatan;Nama Urusan;Nama Bidang;Nama Program;Nama Kegiatan;"
         "Nama Sub Kegiatan;Pagu Indikatif", False),
        ("Urs;Bid;Prog;Keg;Sub;Nama Urusan;Nama Bidang;Nama Program;Nama Kegiatan;Nama Sub Kegiatan;Pagu", False),
    ],
)  # fmt: skip
def test_codes_in_five_columns_with_a_name_for_each(folder: Path, tmp_path: Path, head: str, in_turn: bool) -> None:
    named = list(zip(_NAMED, ("Sub X", "Sub Y"), strict=True))
    rows = [_alternate(*one) if in_turn else ";".join([*one[0], *_NAMES, one[1]]) for one in named]
    made = run.plan_import(_write(tmp_path, head, f"{rows[0]};1.000.000", f"{rows[1]};2.000.000"), folder)
    program = _program(made)
    assert (program["kode"], program["nama"]) == ("2.09.03", "PROGRAM X")
    assert [(sub["kode"], sub["nama"], sub["pagu"]) for sub in _subs(made)] == [
        ("2.09.03.2.01.0001", "Sub X", 1_000_000),
        ("2.09.03.2.01.0002", "Sub Y", 2_000_000),
    ]
    assert not set(made.unused) & {"bidang", "urs", "bid", "prog", "keg", "sub"}


def test_codes_in_five_columns_that_nobody_knows_by_their_heads(folder: Path, tmp_path: Path) -> None:
    rows = ["2;09;03;;;PROGRAM X;3.000.000", "2;09;03;2.01;;Kegiatan X;3.000.000", "2;09;03;2.01;0001;Sub X;3.000.000"]
    made = run.plan_import(_write(tmp_path, "A;B;C;D;E;Nomenklatur;Pagu", *rows), folder)
    assert [sub["kode"] for sub in _subs(made)] == ["2.09.03.2.01.0001"]
    assert made.unused == []


def test_parts_below_no_bidang_are_the_offices_own(folder: Path, tmp_path: Path) -> None:
    head = "Kode Program;Nama Program;Kode Kegiatan;Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Pagu"
    made = run.plan_import(_write(tmp_path, head, "09;PROGRAM X;2.01;Kegiatan X;0001;Sub X;5.000.000"), folder)
    [record] = made.export.records
    assert record.sub.code.endswith(".09.2.01.0001")
    assert len(record.sub.code.split(".")) == 6


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("Kode Program;Nama Program;Pagu", "kolom kode atau nama sub kegiatan tidak ada"),
        ("Kode Sub Kegiatan;Nama Sub Kegiatan;Lokasi", "kolom pagu tidak ada"),
    ],
)
def test_a_head_that_is_missing_is_named(folder: Path, tmp_path: Path, head: str, missing: str) -> None:
    with pytest.raises(ProblemsFound) as refused:
        run.plan_import(_write(tmp_path, head, "a;b;1.000"), folder)
    assert missing in refused.value.problems[0].message


@pytest.mark.parametrize("wrapped", [False, True])
def test_one_record_of_a_service_is_a_row(folder: Path, tmp_path: Path, wrapped: bool) -> None:
    said = {"outputteks": "Jumlah", "targetoutput": "1", "satuanoutput": "Laporan", "targetoutputteks": "1 Laporan"}
    row = NEW | {"pagu_simda": None, "sub_keg_indikator": [said]}
    path = tmp_path / "satu.json"
    path.write_text(json.dumps({"status": "ok", "data": row} if wrapped else row), "utf-8")
    made = run.plan_import(path, folder)
    assert [(sub["indikator"], sub["target"]) for sub in _subs(made)] == [("Jumlah", "1 Laporan")]
    assert made.unused == []


def test_a_list_without_members_is_no_column_that_is_left(folder: Path, tmp_path: Path) -> None:
    full = NEW | {"sub_keg_indikator": [{"outputteks": "Jumlah", "targetoutput": "1", "satuanoutput": "Laporan"}]}
    bare = NEW | {"kode_sub_giat": "2.09.03.2.01.0002", "nama_sub_giat": "Sub Y", "sub_keg_indikator": []}
    path = tmp_path / "dua.json"
    path.write_text(json.dumps([full, bare, {**bare, "kode_sub_giat": "2.09.03.2.01.0003", "lain": "x"}]), "utf-8")
    assert run.plan_import(path, folder).unused == ["lain"]
