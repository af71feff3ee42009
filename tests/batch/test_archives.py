"""Zips as input of `renjadoc massal`, and a list of plafon as offices are really called in it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from renjadoc.batch.archives import find_zips, open_zips
from renjadoc.batch.ceilings import compare_ceilings, read_ceilings
from renjadoc.batch.crew import Workers, work_through
from renjadoc.batch.expected import read_expected
from renjadoc.batch.office import OfficeResult, Status, Task
from renjadoc.problem import ProblemsFound
from tests.batch.test_massal import BASE, lay, name_office, run


def pack(target: Path, folder: Path = BASE, *, below: str = "", **more: bytes) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{below}{path.relative_to(folder).as_posix()}")
        for name, data in more.items():
            info = zipfile.ZipInfo("x")
            info.filename = name
            with archive.open(info, "w") as member:
                member.write(data)
    return target


def test_offices_come_as_folders_and_as_zips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "opd/dinkes", "sumber")
    name_office(tmp_path / "sumber", "Dinas Perikanan")
    pack(tmp_path / "opd" / "perikanan.zip", tmp_path / "sumber", below="perikanan/", **{"__MACOSX/x": b"x"})
    (tmp_path / "opd" / "rusak.zip").write_bytes(b"PK\x03\x04 bukan zip")
    pack(tmp_path / "opd" / "kosong.zip", tmp_path / "tidak-ada", foto=b"x")
    code, made = run("opd", "-o", "keluar", "--proses", "1", capsys=capsys)
    assert code == 1  # One zip could not be used.
    named = {one["folder"]: (one["status"], one["nama"]) for one in made["perangkat_daerah"]}
    assert set(named) == {"dinkes", "perikanan.zip"}
    assert named["perikanan.zip"] == ("dibuat", "Dinas Perikanan")
    assert Path("keluar/Renja-perikanan.zip.docx").is_file()
    assert any("rusak.zip tidak dipakai" in line for line in made["perhatian"])
    assert any("kosong.zip" in line and "tidak berisi folder isi" in line for line in made["perhatian"])
    assert not Path("keluar/.zip").exists()


def test_one_zip_of_all_offices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, "semua/a", "semua/b")
    (tmp_path / "semua" / "b" / "bab-4.json").write_text("{", "utf-8")
    pack(tmp_path / "semua.zip", tmp_path / "semua")
    code, made = run("semua.zip", "-o", "keluar", "--proses", "1", capsys=capsys)
    assert code == 1
    assert [(one["folder"], one["status"]) for one in made["perangkat_daerah"]] == [
        ("semua.zip/a", "dibuat"),
        ("semua.zip/b", "gagal"),
    ]
    [problem] = next(one for one in made["perangkat_daerah"] if one["status"] == "gagal")["masalah"][:1]
    assert ".zip/1" not in str(problem)
    assert "semua.zip/b" in str(problem)


@pytest.mark.parametrize("name", ["../luar.json", "/etc/passwd", "C:\\x.json", "a\\..\\..\\x"])
def test_no_file_of_a_zip_leaves_its_folder(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "{}")
    with open_zips([tmp_path / "a.zip"], tmp_path / "keluar") as zips:
        assert zips.opened == []
        assert "keluar dari foldernya" in zips.told[0]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "keluar"] or not list(
        tmp_path.rglob("luar.json")
    )


def test_backslashes_of_a_zip_are_folders_and_a_bomb_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(tmp_path / "a.zip", tmp_path / "tidak-ada", **{"isi\\dokumen.json": b"{}"})
    with open_zips([tmp_path / "a.zip"], tmp_path / "keluar") as zips:
        [(_, place)] = zips.opened
        assert (place / "isi" / "dokumen.json").read_bytes() == b"{}"
    monkeypatch.setattr("renjadoc.batch.archives._MOST_BYTES", 10)
    pack(tmp_path / "a.zip", tmp_path / "tidak-ada", besar=b"x" * 100)
    with open_zips([tmp_path / "a.zip"], tmp_path / "keluar") as zips:
        assert "terlalu besar" in zips.told[0]


def test_zips_of_results_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    for place in ("opd/a.zip", "opd/.cadangan/b.zip", "opd/keluar/c.zip", "opd/d/E.ZIP"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        pack(tmp_path / place, tmp_path / "tidak-ada", x=b"x")
    found = find_zips(tmp_path / "opd", tmp_path / "opd" / "keluar")
    assert [path.name for path in found] == ["a.zip", "E.ZIP"]


# Plafon


def _result(name: str, pagu: int) -> OfficeResult:
    return OfficeResult(name, "x.docx", Status.MADE, nama=name, pagu=pagu)


def test_a_list_of_plafon_names_offices_in_its_own_way(tmp_path: Path) -> None:
    path = tmp_path / "plafon.csv"
    path.write_text(
        "No;Nama Perangkat Daerah;Plafon (Rp)\n"
        "1;1.02.0.00 Dinas Kesehatan Kabupaten Contoh;1.000.000\n"
        "2;Dinas Koperasi & UKM;600.000\n3;Dinas Koperasi dan UKM;400.000\n"
        "4;Dinas Pekerjan Umum dan Penataan Ruang dan Perumahan Rakyat;5\n"
        ";Jumlah;2.000.005\n",
        "utf-8",
    )
    ceilings = read_ceilings(path)
    assert sum(ceilings.values()) == 2_000_005
    ours = [
        _result("Dinas Kesehatan", 1_000_000),
        _result("Dinas Koperasi dan UKM", 900_000),
        _result("Dinas Pekerjaan Umum dan Penataan Ruang dan Perumahan Rakyat", 5),
    ]
    assert list(compare_ceilings(ours, ceilings)) == [
        "Dinas Koperasi dan UKM: pagu Rp900.000 kurang dari plafon Rp1.000.000, selisih Rp100.000."
    ]


def test_offices_that_are_not_alike_stay_two(tmp_path: Path) -> None:
    path = tmp_path / "plafon.csv"
    path.write_text("Perangkat Daerah,Plafon\nKecamatan Bobotsari,10\n", "utf-8")
    told = list(compare_ceilings([_result("Kecamatan Bojongsari", 10)], read_ceilings(path)))
    assert told == [
        "Kecamatan Bojongsari tidak ada dalam daftar plafon.",
        "Kecamatan Bobotsari ada dalam daftar plafon, tetapi tidak mempunyai folder isi.",
    ]


def test_an_office_that_never_ends_is_waited_for_no_longer(tmp_path: Path) -> None:
    """On a cluster no process can be ended: the others go on, and this one is told."""
    import threading
    from concurrent.futures import ThreadPoolExecutor

    end = threading.Event()

    def work(task: Task) -> Any:
        if task.label == "macet":
            end.wait(20)
        return _result(task.label, 0)

    tasks = [Task(tmp_path / name, name, tmp_path / f"{name}.docx") for name in ("macet", "a", "b")]
    workers = Workers(lambda: ThreadPoolExecutor(2), 2, patience=0.5)
    found = {one.folder: one.status for one in work_through(tasks, workers, work)}
    end.set()
    assert found == {"macet": Status.FAILED, "a": Status.MADE, "b": Status.MADE}


def test_a_zip_that_is_locked_is_told(tmp_path: Path) -> None:
    data = bytearray(pack(tmp_path / "a.zip").read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:  # The flag of encryption, in the list of members.
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    (tmp_path / "a.zip").write_bytes(data)
    with open_zips([tmp_path / "a.zip"], tmp_path / "keluar") as zips:
        assert zips.opened == []
        assert "kata sandi" in zips.told[0]


def test_too_many_zips_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renjadoc.batch.archives._MOST_ZIPS", 1)
    for name in ("a", "b"):
        pack(tmp_path / f"{name}.zip", tmp_path / "tidak-ada", x=b"x")
    with pytest.raises(ProblemsFound):
        find_zips(tmp_path, tmp_path / "keluar")


@pytest.mark.parametrize("name", ["x" * 400, ""])
def test_a_name_that_no_disk_takes_is_told(tmp_path: Path, name: str) -> None:
    pack(tmp_path / "a.zip", tmp_path / "tidak-ada", **{name: b"x"})
    with open_zips([tmp_path / "a.zip"], tmp_path / "keluar") as zips:
        assert zips.opened == []
        assert "a.zip tidak dipakai" in zips.told[0]


def test_kecamatan_called_after_their_town_stay_two_and_a_changed_plan_is_its_office(tmp_path: Path) -> None:
    path = tmp_path / "plafon.csv"
    lines = [
        "Perangkat Daerah;Plafon",
        "Kecamatan Kota Timur;10",
        "Kecamatan Kota Barat;20",
        "Dinas Sosial Kota Contoh;3",
    ]
    path.write_text("\n".join(lines), "utf-8")
    results = [_result("Kecamatan Kota Timur", 10), _result("Dinas Sosial (Perubahan)", 3)]
    assert list(compare_ceilings(results, read_ceilings(path))) == [
        "Kecamatan Kota Barat ada dalam daftar plafon, tetapi tidak mempunyai folder isi."
    ]


@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.csv"])
@pytest.mark.parametrize("heads", [["No", "Nama Perangkat Daerah"], []])
def test_names_that_must_be_there_may_stand_in_a_table(tmp_path: Path, name: str, heads: list[str]) -> None:
    names = ["7.01.01 Kecamatan Kota", "Dinas Sosial", "RSUD Dr. Contoh"]
    rows = [heads, *([str(number), one] for number, one in enumerate(names, 1))] if heads else [[one] for one in names]
    path = tmp_path / name
    if path.suffix == ".csv":
        path.write_text("".join(";".join(row) + "\n" for row in rows), "utf-8")
    else:
        book = openpyxl.Workbook()
        for row in [["PEMERINTAH KABUPATEN CONTOH"], *rows, [None, "Jumlah"]] if heads else rows:
            book.worksheets[0].append(row)
        book.save(path)
    assert read_expected(path) == ["Kecamatan Kota", "Dinas Sosial", "RSUD Dr. Contoh"]
