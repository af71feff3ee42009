"""Rows of SIPD in all the shapes that users have them: what is taken, what is left, and what the account says."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc import cli, indonesian
from renjadoc.edits import changeset
from renjadoc.edits.apply import write_texts
from renjadoc.problem import ProblemsFound
from renjadoc.sheets.sipd import run
from renjadoc.starter import lay_down_folder
from tests.sheets.excel.sheet import at, lay_down, table

PLAN = "rencana-program"
FIELDS = (
    "kode_urusan", "nama_urusan", "kode_bidang_urusan", "nama_bidang_urusan", "kode_program", "nama_program",
    "kode_giat", "nama_giat", "kode_sub_giat", "nama_sub_giat", "pagu", "pagu_n_depan",
)  # fmt: skip
_ABOVE = ("2", "URUSAN WAJIB", "2.17", "Urusan Koperasi")
_MICRO = (*_ABOVE, "2.17.07", "Program Pemberdayaan Usaha Mikro")
_PLANNING = (*_ABOVE, "2.17.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota")

#: A changed amount, one the same, a new sub kegiatan in an old kegiatan, and one in a new kegiatan.
ROWS: list[tuple[Any, ...]] = [
    (*_MICRO, "2.17.07.2.01", "Pembinaan Usaha Mikro", "2.17.07.2.01.0001", "2.17.07.2.01.0001 Pelatihan Usaha Mikro",
     55_000_000, 60_000_000),
    (*_PLANNING, "2.17.01.2.01", "Perencanaan dan Evaluasi Kinerja", "2.17.01.2.01.0002",
     "2.17.01.2.01.0002 Evaluasi Kinerja", 150_000_000, 155_000_000),
    (*_MICRO, "2.17.07.2.01", "Pembinaan Usaha Mikro", "2.17.07.2.01.0002", "2.17.07.2.01.0002 Pendampingan",
     10_000_000, None),
    (*_MICRO, "2.17.07.2.02", "Kemitraan", "2.17.07.2.02.0001", "2.17.07.2.02.0001 Temu Usaha", 5_000_000, 6_000_000),
]  # fmt: skip
Rows = list[dict[str, Any]]


def _dicts() -> Rows:
    return [dict(zip(FIELDS, row, strict=True)) for row in ROWS]


def _csv(path: Path, rows: Rows, delimiter: str = ";", encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def _xlsx(path: Path, heads: list[list[Any]], rows: list[list[Any]], merges: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in [*heads, *rows]:
        page.append(row)
    for merged in merges:
        page.merge_cells(merged)
    book.save(path)
    return path


def _plain_xlsx(place: Path) -> Path:
    return _xlsx(place / "baris.xlsx", [list(FIELDS)], [list(row) for row in ROWS])


def _turned_xlsx(place: Path) -> Path:
    order = list(reversed(range(len(FIELDS))))
    rows = [[row[index] for index in order] for row in ROWS]
    return _xlsx(place / "balik.xlsx", [[FIELDS[index] for index in order]], rows)


def _titled_xlsx(place: Path) -> Path:
    """Titles, two rows of merged heads, a row of column numbers, as a printed report has them."""
    heads: list[list[Any]] = [
        ["RENCANA KERJA"], ["Tahun 2027"], [],
        ["No", "Program", None, "Kegiatan", None, "Sub Kegiatan", None, "Rencana Tahun 2027",
         "Prakiraan Maju Tahun 2028"],
        [None, "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan", "Kode Sub Kegiatan",
         "Nama Sub Kegiatan", "Pagu Indikatif (Rp)", "Pagu Indikatif (Rp)"],
        list(range(1, 10)),
    ]  # fmt: skip
    rows = [[number, *row[4:10], _typed(row[10]), _typed(row[11])] for number, row in enumerate(ROWS, 1)]
    return _xlsx(place / "cetak.xlsx", heads, rows, ("A1:I1", "A4:A5", "B4:C4", "D4:E4", "F4:G4"))


def _typed(amount: int | None) -> str | None:
    return None if amount is None else f"Rp {indonesian.angka(amount)},00"


def _names_only(place: Path) -> Path:
    """Codes only before the names, every name once, as grouped reports have them."""
    rows: Rows = []
    before: dict[str, Any] = {}
    for row in _dicts():
        shown = {
            "Program": f"{row['kode_program']} {row['nama_program']}",
            "Kegiatan": f"{row['kode_giat']} {row['nama_giat']}",
            "Sub Kegiatan": row["nama_sub_giat"],
            "Pagu": row["pagu"],
            "Pagu N+1": row["pagu_n_depan"],
        }
        blank = {key: "" for key in ("Program", "Kegiatan") if shown[key] == before.get(key)}
        rows.append({**shown, **blank})
        before = shown
    return _csv(place / "nama.csv", rows, ",")


def _tree(place: Path) -> Path:
    """One row a program, kegiatan or sub kegiatan with subtotals, and a total: the printed form as a table."""
    seen: set[str] = set()
    rows: list[list[Any]] = []
    for row in sorted(_dicts(), key=lambda one: one["kode_sub_giat"]):
        for level in ("program", "giat"):
            if row[f"kode_{level}"] not in seen:
                seen.add(row[f"kode_{level}"])
                rows.append([row[f"kode_{level}"], row[f"nama_{level}"], None, None])
        name = row["nama_sub_giat"].split(" ", 1)[1]
        rows.append([row["kode_sub_giat"], name, row["pagu"], row["pagu_n_depan"]])
    rows.append(["", "JUMLAH", 220_000_000, 221_000_000])
    heads: list[list[Any]] = [["Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu", "Pagu N Depan"]]
    return _xlsx(place / "pohon.xlsx", heads, rows)


def _wrapped_json(place: Path) -> Path:
    path = place / "baris.json"
    path.write_text(json.dumps({"status": 200, "data": {"rows": _dicts()}}), "utf-8")
    return path


def _plain_decimals(place: Path) -> Path:
    """Amounts as programs write them: 55000000.0."""
    rows = [{**row, "pagu": f"{row['pagu']}.0", "pagu_n_depan": row["pagu_n_depan"]} for row in _dicts()]
    return _csv(place / "d.csv", rows, "\t", "utf-16")


def _years_in_heads(place: Path) -> Path:
    rows = [
        {(f"PAGU {2027 + (name != 'pagu')}" if name.startswith("pagu") else name): cell for name, cell in row.items()}
        for row in _dicts()
    ]
    return _csv(place / "e.csv", rows)


SHAPES: dict[str, Callable[[Path], Path]] = {
    "xlsx": _plain_xlsx,
    "kolom terbalik": _turned_xlsx,
    "judul dan dua kepala": _titled_xlsx,
    "csv titik koma": lambda place: _csv(place / "a.csv", _dicts()),
    "csv koma, BOM": lambda place: _csv(place / "b.csv", _dicts(), ",", "utf-8-sig"),
    "csv tab, Windows": lambda place: _csv(place / "c.csv", _dicts(), "\t", "cp1252"),
    "nama berkode, sekali saja": _names_only,
    "bentuk cetak": _tree,
    "json": _wrapped_json,
    "pecahan nol": _plain_decimals,
    "tahun dalam kepala": _years_in_heads,
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_gives_the_same_plan(tmp_path: Path, shape: Callable[[Path], Path]) -> None:
    folder = lay_down(tmp_path)
    wanted = table(folder, PLAN)
    before = (folder / "tabel" / f"{PLAN}.json").read_text("utf-8")
    at(wanted, "/program/1/kegiatan/0/sub_kegiatan/0")["pagu"] = 55_000_000
    open_ = {"indikator": None, "lokasi": None, "target": None}
    closed = {"sumber_dana": None, "target_maju": None}
    at(wanted, "/program/1/kegiatan/0")["sub_kegiatan"].append(
        {"kode": "2.17.07.2.01.0002", "nama": "Pendampingan", **open_, "pagu": 10_000_000, **closed, "pagu_maju": None}
    )
    temu = {
        "kode": "2.17.07.2.02.0001",
        "nama": "Temu Usaha",
        **open_,
        "pagu": 5_000_000,
        **closed,
        "pagu_maju": 6_000_000,
    }
    kemitraan = {"kode": "2.17.07.2.02", "nama": "Kemitraan", "sub_kegiatan": [temu]}
    at(wanted, "/program/1")["kegiatan"].append(kemitraan)
    made = run.plan_import(shape(tmp_path), folder)
    assert made.whole, (made.export.left, made.sums)
    changeset.write_files(made.root, made.files, made.read, datetime(2027, 1, 1))
    after = (folder / "tabel" / f"{PLAN}.json").read_text("utf-8")
    assert table(folder, PLAN) == wanted
    # Every old line but the changed amount stands as it stood.
    assert [line for line in before.splitlines() if line.rstrip(",") not in after] == [
        '              "pagu": 50000000,'
    ]
    assert [name for _, _, name in made.unmentioned] == ["Penyusunan Dokumen Perencanaan"]
    kinds = [(change.kind, change.column) for change in made.changes]
    assert sorted(kinds) == sorted(
        [("ubah", "pagu"), ("tambah", "sub kegiatan"), ("tambah", "kegiatan"), ("tambah", "sub kegiatan")]
    )
    assert run.plan_import(shape(tmp_path), folder).changes == []


def test_rows_to_begin_with_go_and_are_not_said_to_stay(tmp_path: Path) -> None:
    lay_down_folder(tmp_path / "isi", 2027)
    made = run.plan_import(_plain_xlsx(tmp_path), tmp_path / "isi")
    assert [change.old for change in made.changes if change.kind == "hapus"] == ["Nama program"]
    assert made.unmentioned == []


def test_each_edit_may_be_taken_alone(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    made = run.plan_import(_plain_xlsx(tmp_path), folder)
    assert [edit.action for edit in made.edits] == ["set", "insert", "insert"]
    read = changeset.read_for_edits(folder).folder
    for edit in made.edits:
        texts = write_texts(folder, [edit])
        changeset.check_texts(read, texts, "hasil impor", "")
        assert at(json.loads(texts[edit.file]), edit.pointer) == edit.value
        # A new kegiatan brings its sub kegiatan with it; all else is one line of the report.
        assert len(edit.changes) == (2 if "sub_kegiatan" in str(edit.value) else 1)


def test_codes_are_filled_in_where_only_names_stand(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    path = folder / "tabel" / f"{PLAN}.json"
    data = table(folder, PLAN)
    for program in data["program"]:
        for kegiatan in program["kegiatan"]:
            kegiatan.pop("kode")
            for sub in kegiatan["sub_kegiatan"]:
                sub.pop("kode")
    path.write_text(json.dumps(data, indent=2), "utf-8")
    made = run.plan_import(_plain_xlsx(tmp_path), folder)
    changeset.write_files(made.root, made.files, made.read, datetime(2027, 1, 1))
    sub = at(table(folder, PLAN), "/program/1/kegiatan/0/sub_kegiatan/0")
    assert list(sub.items())[:2] == [("kode", "2.17.07.2.01.0001"), ("nama", "Pelatihan Usaha Mikro")]
    assert at(table(folder, PLAN), "/program/0/kegiatan/0/kode") == "2.17.01.2.01"
    assert "kode" not in at(table(folder, PLAN), "/program/0/kegiatan/0/sub_kegiatan/0")


def test_codes_of_two_and_of_four_digits_are_the_same(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    rows = [{**row, "kode_sub_giat": row["kode_sub_giat"].replace(".000", ".0"), "nama_sub_giat": "Apa pun"}
            for row in _dicts()][:1]  # fmt: skip
    made = run.plan_import(_csv(tmp_path / "a.csv", rows), folder)
    changes = {change.column: (change.old, change.new) for change in made.changes}
    assert changes["kode"] == ("2.17.07.2.01.0001", "2.17.07.2.01.01")
    assert changes["nama"] == ("Pelatihan Usaha Mikro", "Apa pun")


def test_a_mapping_names_columns_of_other_exports(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    rows = [
        {"Id": row["kode_sub_giat"], "Rincian": row["nama_sub_giat"], "Nilai A": row["pagu"]} for row in _dicts()[:1]
    ]
    path = _csv(tmp_path / "lain.csv", rows)
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(path, folder)
    assert "--pemetaan" in caught.value.problems[0].hint
    mapping = tmp_path / "map.json"
    mapping.write_text('{"kode_sub_giat": "ID", "nama_sub_giat": ["Rincian"], "pagu": ["Nilai A"]}', "utf-8")
    [change] = run.plan_import(path, folder, mapping).changes
    assert (change.old, change.new) == ("50.000.000", "55.000.000")


@pytest.mark.parametrize("text", ["[]", '{"pagu": 1}', '{"uang": "Pagu"}', "{", '{"pagu": "A", "pagu": "B"}'])
def test_a_wrong_mapping_is_told(tmp_path: Path, text: str) -> None:
    folder = lay_down(tmp_path)
    (tmp_path / "map.json").write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(_plain_xlsx(tmp_path), folder, tmp_path / "map.json")
    assert "map.json" in caught.value.problems[0].location.file


def test_rows_that_cannot_be_taken_are_told_with_their_place(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    rows = _dicts()
    rows[0]["pagu"] = "lima juta"
    rows[1]["nama_sub_giat"] = "2.17.01.2.01.0009 Evaluasi Kinerja"
    rows[2]["nama_sub_giat"] = ""
    rows.append({**rows[3], **dict.fromkeys(FIELDS[:10], "")})
    made = run.plan_import(_csv(tmp_path / "a.csv", rows), folder)
    left = dict(made.export.left)
    assert "bukan jumlah uang" in left["baris 2"]
    assert "tidak sama dengan kode di namanya" in left["baris 3"]
    assert "nama sub kegiatan-nya tidak disebut" in left["baris 4"]
    assert "tidak menyebut program" in left["baris 6"]
    assert len(left) == 4
    assert not made.whole
    assert [change.column for change in made.changes] == ["kegiatan", "sub kegiatan"]


def test_rows_of_other_offices_are_left(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    rows = [{"nama_skpd": "5.01 Dinas Koperasi dan Usaha Mikro", **row} for row in _dicts()]
    rows[3]["nama_skpd"] = "Dinas Perdagangan"
    made = run.plan_import(_csv(tmp_path / "a.csv", rows), folder)
    assert made.export.left == [("baris 5", "milik Dinas Perdagangan")]
    assert len(made.export.records) == 3


def test_the_same_sub_kegiatan_on_several_rows(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    row = _dicts()[0]
    twice = run.plan_import(_csv(tmp_path / "a.csv", [row, row]), folder)
    assert twice.export.records[0].amounts["pagu"] == 55_000_000
    assert "dihitung satu kali" in twice.export.notes[0]
    added = run.plan_import(_csv(tmp_path / "b.csv", [row, {**row, "pagu": 5_000_000, "pagu_n_depan": ""}]), folder)
    assert added.export.records[0].amounts == {"pagu": 60_000_000, "pagu_n_depan": 60_000_000}
    assert "dijumlahkan" in added.export.notes[0]


def test_sums_stand_beside_the_printed_total(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    rows = [list(row) for row in ROWS]
    program = [*_MICRO, None, None, None, None, 71_000_000, None]
    total = ["Total", *[None] * 9, 220_000_000, 220_000_000]
    made = run.plan_import(_xlsx(tmp_path / "a.xlsx", [list(FIELDS)], [program, *rows, total]), folder)
    assert made.sums == [
        ("pagu seluruhnya", 220_000_000, 220_000_000, 445_000_000),
        ("pagu prakiraan maju seluruhnya", 221_000_000, 220_000_000, 451_000_000),
        ("pagu 2.17.07", 70_000_000, 71_000_000, None),
    ]
    assert not made.whole


def test_an_empty_amount_leaves_ours(tmp_path: Path) -> None:
    folder = lay_down(tmp_path)
    rows = [{**_dicts()[0], "pagu": "", "pagu_n_depan": ""}]
    assert run.plan_import(_csv(tmp_path / "a.csv", rows), folder).changes == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""),
        ("a.csv", b"halo"),
        ("a.csv", b'"' + b"a" * 300_000),
        ("a.csv", bytes(range(256)) * 40),
        ("a.json", b"[" * 100_000),
        ("a.json", b"{}"),
        ("a.json", b'[1, 2, {"pagu": 1e400}]'),
        ("a.json", b'[{"pagu": {"a": 1}, "kode_sub_giat": []}]'),
        ("a.xlsx", b"PK\x03\x04rusak"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600),
        ("a.pdf", b"%PDF"),
    ],
)
def test_files_that_are_no_export(tmp_path: Path, name: str, data: bytes) -> None:
    folder = lay_down(tmp_path)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ProblemsFound) as caught:
        run.plan_import(tmp_path / name, folder)
    assert all(problem.message and problem.location.file for problem in caught.value.problems)


def test_the_command_shows_asks_and_accounts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, rows = lay_down(tmp_path), _plain_xlsx(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = (folder / "tabel" / f"{PLAN}.json").read_bytes()
    monkeypatch.setattr("click.confirm", lambda *words, **options: False)
    assert cli.main(["sipd", "impor", rows.name, "isi"]) == 0
    said = capsys.readouterr().out
    column = "Rencana Tahun 2027 / Kebutuhan Dana/Pagu Indikatif (Rp)"
    place = f"Tabel 4.1, Pelatihan Usaha Mikro, kolom {column}  [tabel/rencana-program.json]"
    assert f"~ ubah  Sheet!2  {place}" in said
    assert "    - 50.000.000\n    + 55.000.000" in said
    # A new row stands in its table, not at the row that is there until now.
    added = [line for line in said.splitlines() if line.startswith("+ tambah")]
    assert len(added) == 3
    assert all(line.endswith("  Tabel 4.1  [tabel/rencana-program.json]") for line in added)
    assert "Tidak ada dalam berkas ini, dibiarkan: 1 sub kegiatan." in said
    assert "Kolom yang tidak diambil" not in said
    assert "Jumlah pagu seluruhnya: menurut baris 220.000.000, dalam rencana sesudah impor 445.000.000." in said
    assert "4 baris dibaca: 4 sub kegiatan (2 baru, 1 sama), 0 baris tidak diambil. 4 perubahan." in said
    assert (folder / "tabel" / f"{PLAN}.json").read_bytes() == before
    assert cli.main(["sipd", "impor", rows.name, "isi", "--format", "json", "--ya", "--coba"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [change["jenis"] for change in told["perubahan"]] == ["ubah", "tambah", "tambah", "tambah"]
    assert (folder / "tabel" / f"{PLAN}.json").read_bytes() == before
    assert cli.main(["sipd", "impor", rows.name, "isi", "--ya"]) == 0
    assert "Berkas lama disimpan di isi/.cadangan" in capsys.readouterr().out
    assert cli.main(["sipd", "impor", rows.name, "isi", "--ya"]) == 0
    assert "0 perubahan." in capsys.readouterr().out
