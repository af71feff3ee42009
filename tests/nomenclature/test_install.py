"""The ministry's export and plain lists into the user's store, and what is refused."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import openpyxl
import pytest

from renjadoc import cli
from renjadoc.nomenclature import rows, store
from renjadoc.nomenclature.book import NomenclatureBook, open_installed
from renjadoc.problem import ProblemsFound
from renjadoc.sheets import ministry
from tests.nomenclature.lists import HEADS, ROWS, write_export


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))


def _installed(jenis: str = "Kota", tahun: int = 2027) -> NomenclatureBook:
    book = open_installed(tahun, jenis)
    assert book is not None
    return book


def test_export_is_installed_by_the_year_in_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["nomenklatur", "pasang", str(write_export(tmp_path / "ekspor-2027.xlsx"))]) == 0
    assert "edisi 2027 terpasang: 3 bidang urusan, 3 program, 3 kegiatan, 5 sub" in capsys.readouterr().out
    assert [edition.tahun for edition in store.list_editions()] == [2027]


def test_every_cell_of_a_row_is_taken(tmp_path: Path) -> None:
    found = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx"))
    by_code = {(one.tingkat, one.kode): one for one in found.read.entries}
    evaluation = by_code["KABKOT", "X.XX.01.2.01.0002"]
    assert (evaluation.nama, evaluation.indikator, evaluation.satuan) == (
        "Evaluasi Kinerja",
        "Jumlah Laporan",
        "Laporan",
    )
    assert evaluation.tags == "GENDER; INFLASI"
    assert by_code["KABKOT", "2.17.07.2.01.0016"].before == "2.17.07.2.01.0003"
    assert by_code["PROV", "2.17.07"].nama == "PROGRAM PEMBERDAYAAN USAHA MIKRO"


def test_installing_again_replaces_the_edition(tmp_path: Path) -> None:
    path = write_export(tmp_path / "x.xlsx")
    entries = ministry.read_nomenclature(path).read.entries
    store.install_edition(2027, "x", entries)
    store.install_edition(2027, "y", [one for one in entries if one.kode.startswith("X")])
    assert _installed().find("2.17.07.2.01.0001") is None
    assert _installed().find("2.17.01.2.01.0001") is not None


@pytest.mark.parametrize(("tahun", "edisi"), [(2026, None), (2027, 2027), (2028, 2027), (2030, 2029)])
def test_a_plan_asks_the_newest_edition_that_is_not_later(tmp_path: Path, tahun: int, edisi: int | None) -> None:
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    for year in (2029, 2027):
        store.install_edition(year, "x", entries)
    book = open_installed(tahun, "Kota")
    assert (book.name if book else None) == (f"nomenklatur edisi {edisi}" if edisi else None)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_plain_list_is_read_with_any_mark(tmp_path: Path, mark: str) -> None:
    lines = ["Kode|Nama|Indikator|Satuan", "2.17.07.2.01.0001|Pelatihan|Jumlah Peserta|Orang", "|||", "x|tanpa kode||"]
    path = tmp_path / "daftar.csv"
    path.write_text("\n".join(lines).replace("|", mark), "utf-8-sig")
    read = ministry.read_nomenclature(path).read
    assert [tuple(one[:2]) for one in read.entries] == [("2.17.07.2.01.0001", "Pelatihan")]
    assert read.left == [(4, "x | tanpa kode")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("2.17.07;Program Usaha\n2.17.07.2.01;Pembinaan\n2.17.07.2.01.0001;Pelatihan;Jumlah Orang;Orang\n", 3),
        (
            "Kode Sub Kegiatan;Nama Sub Kegiatan;Indikator Sub Kegiatan;Satuan\n"
            "2.17.07.2.01.0001;Pelatihan;Jumlah Orang;Orang",
            1,
        ),
        ("Kode;Nomenklatur Urusan Kabupaten/Kota;Indikator;Satuan\n2.17.07.2.01.0001;Pelatihan;Jumlah Orang;Orang", 1),
        (
            "No;Kode Program;Nama Program;Kode Kegiatan;"
            "Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Indikator;Satuan\n"
            "1;2.17.07;Program Usaha;2.17.07.2.01;Pembinaan;2.17.07.2.01.0001;Pelatihan;Jumlah Orang;Orang",
            3,
        ),
    ],
)
def test_plain_list_is_read_without_heads_or_with_those_that_offices_give(text: str, codes: int) -> None:
    read = rows.read_csv(text.encode())
    assert read.left == []
    assert [one.kode for one in read.entries] == ["2.17.07", "2.17.07.2.01", "2.17.07.2.01.0001"][-codes:]
    last = read.entries[-1]
    assert (last.nama, last.indikator, last.satuan) == ("Pelatihan", "Jumlah Orang", "Orang")


@pytest.mark.parametrize("text", ["a;b\n2.17.07;Program Usaha", "2.17.07;a;b;c;d\n2.17.08;a;b;c;d"])
def test_list_whose_columns_nobody_can_tell_is_refused(text: str) -> None:
    with pytest.raises(rows.NoHeads):
        rows.read_csv(text.encode())


def test_list_in_the_code_page_of_windows_is_read() -> None:
    raw = "kode;nama\n2.17.07.2.01.0001;Pelatihan “Usaha”".encode("cp1252")
    assert rows.read_csv(raw).entries[0].nama == "Pelatihan “Usaha”"


def test_written_list_is_read_back_whole(tmp_path: Path) -> None:
    entries = ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries
    assert rows.read_csv(rows.write_csv(entries).encode()).entries == entries


def _spoil(path: Path, how: str) -> Path:
    if how == "bukan zip":
        path.write_bytes(b"PK\x03\x04 bukan apa-apa")
    elif how == "kepala lain":
        write_export(path, ())
        book = openpyxl.load_workbook(path)
        for cell in book.worksheets[0][1]:
            cell.value = f"Kolom {cell.column}"
        book.save(path)
    elif how == "kosong":
        write_export(path, ())
    elif how == "tanpa kode":
        write_export(path, (("KABKOT", *["tanpa kode"] * (len(HEADS) - 1)),))
    return path


@pytest.mark.parametrize("how", ["tidak ada", "bukan zip", "kepala lain", "kosong", "tanpa kode"])
def test_what_is_no_nomenclature_is_refused_and_nothing_changes(
    tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store.install_edition(2027, "lama", ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries)
    path = _spoil(tmp_path / "rusak-2027.xlsx", how)
    assert cli.main(["nomenklatur", "pasang", str(path)]) == 1
    said = capsys.readouterr().err
    assert "RJ090" in said
    assert "Traceback" not in said
    assert store.list_editions()[0].berkas == "lama"


def test_a_spoilt_store_says_nothing_and_can_be_told(tmp_path: Path) -> None:
    store.store_path().parent.mkdir(parents=True)
    store.store_path().write_bytes(b"bukan basis data" * 100)
    assert open_installed(2027, "Kota") is None
    assert store.list_editions() == []
    with pytest.raises(ProblemsFound, match="1 masalah"):
        store.install_edition(2027, "x", [])


def test_a_store_of_another_form_is_not_read(tmp_path: Path) -> None:
    store.install_edition(2027, "x", ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries)
    with sqlite3.connect(store.store_path()) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert open_installed(2027, "Kota") is None


@pytest.mark.lambat
def test_thousands_of_rows_are_installed_and_found(tmp_path: Path) -> None:
    many = tuple(
        (*row[:4], f"2.17.07.2.{number // 1000:02}.{number % 1000:04} Sub kegiatan nomor {number}", *row[5:])
        for number in range(7_600)
        for row in (ROWS[2],)
    )
    path = write_export(tmp_path / "banyak.xlsx", many)
    store.install_edition(2027, "x", ministry.read_nomenclature(path).read.entries)
    codes = [f"2.17.07.2.{number // 1000:02}.{number % 1000:04}" for number in range(7_600)]
    book = _installed()
    book.learn(codes)
    assert all(book.find(code) for code in codes)


def test_a_store_whose_making_was_cut_off_is_none_and_is_made_anew(tmp_path: Path) -> None:
    store.store_path().parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(store.store_path()) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert store.list_editions() == []
    assert open_installed(2027, "Kota") is None
    assert cli.main(["nomenklatur", "pasang", str(write_export(tmp_path / "ekspor-2027.xlsx"))]) == 0
    assert [edition.tahun for edition in store.list_editions()] == [2027]


def test_rows_of_a_store_that_are_no_texts_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store.install_edition(2027, "x", ministry.read_nomenclature(write_export(tmp_path / "x.xlsx")).read.entries)
    assert _installed().list_entries()
    with sqlite3.connect(store.store_path()) as connection:
        connection.execute("UPDATE baris SET nama = x'ff', satuan = 5, tags = zeroblob(9)")
        connection.execute("UPDATE edisi SET berkas = x'00', banyak = 'x'")
    assert store.list_editions() == []
    assert _installed().list_entries() == []
    assert cli.main(["nomenklatur", "cari", "usaha"]) == 1
    assert "kesalahan dalam renjadoc" not in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="hanya Unix")
@pytest.mark.parametrize("kind", ["pipa", "perangkat", "besar"])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_an_export_that_would_never_end_is_not_read(
    tmp_path: Path, kind: str, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"ekspor-2027{ending}"
    if kind == "pipa":
        os.mkfifo(path)
    elif kind == "perangkat":
        path.symlink_to("/dev/zero")
    else:
        with path.open("wb") as file:
            file.truncate(3 << 30)
    assert cli.main(["nomenklatur", "pasang", str(path)]) == 1
    assert "RJ090" in capsys.readouterr().err
