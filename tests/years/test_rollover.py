"""Next year from this year: the laws of the step, and every wrong way to ask for it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from renjadoc.cli import main
from renjadoc.content.pointers import value_at
from renjadoc.edits.history import list_actions
from renjadoc.examine import examine_folder
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.years.rollover import Rolled, roll_folder
from tests.checks.examples import BASE
from tests.conftest import ROOT, read
from tests.years.new_rows import take_new_rows_out


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _waiting(root: Path) -> list[Problem]:
    return [problem for problem in examine_folder(root)[1].problems if problem.code == "RJ406"]


@pytest.fixture
def dasar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, "2027")
    return Path("2027")


@pytest.fixture
def rolled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rolled:
    """content/2021 rolled to content/2022 in a working folder of its own."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content" / "2021", "content/2021")
    return roll_folder(Path("content/2021"), Path("content/2022"))


def test_only_lines_that_had_to_change_did(rolled: Rolled) -> None:
    take_new_rows_out(rolled)
    for old in Path("content/2021").rglob("*.json"):
        new = rolled.target / old.relative_to("content/2021")
        before, after = old.read_text("utf-8").splitlines(), new.read_text("utf-8").splitlines()
        if old.name == "usulan-masyarakat.json":
            continue
        assert len(before) == len(after), old
        names = {line.split(":")[0].strip() for line, other in zip(before, after, strict=True) if line != other}
        allowed = {
            '"tahun"', '"tanggal"', '"pagu"', '"target"', '"pagu_maju"', '"target_maju"', '"capaian"', '"realisasi"',
            '"triwulan_n-1"', '"target_n-2"', '"realisasi_sd_n-2"', '"renja_n-2"', '"renja_n-1"',
        }  # fmt: skip
        assert names <= allowed, old


def test_cells_that_move_and_cells_that_lose_their_value_are_counted(rolled: Rolled) -> None:
    """An open cell that stays open is not counted."""
    old, new = read(Path("content/2021")), read(rolled.target)
    steps = [edit for edit in rolled.edits if edit.file.startswith("tabel/") and edit.action != "insert"]
    tables = [(edit, *(folder.tabel[Path(edit.file).stem].data for folder in (old, new))) for edit in steps]
    cells = [(value_at(before, edit.pointer), value_at(after, edit.pointer)) for edit, before, after in tables]
    assert (rolled.moved, rolled.opened) == (118, 123)
    assert sum(edit.action == "copy" for edit in steps) == rolled.moved
    assert sum(before is not None and after is None for before, after in cells) == rolled.opened
    assert sum(after is None for _, after in cells) > rolled.opened


def test_each_kind_moves_its_years(rolled: Rolled) -> None:
    old, new = read(Path("content/2021")), read(rolled.target)
    assert new.tahun == 2022
    assert new.dokumen.data["pengesahan"]["tanggal"] is None
    for before, after in zip(
        old.tabel["capaian-kinerja"].data["indikator"], new.tabel["capaian-kinerja"].data["indikator"], strict=True
    ):
        assert after["capaian"] == {"n-3": before["capaian"]["n-2"], "n-2": before["capaian"]["n-1"], "n-1": None}
        assert after["target"] == {"n-1": None}
    before, after = (f.tabel["evaluasi"].data["program"][0]["kegiatan"][1] for f in (old, new))
    assert after["renja_n-2"] == {"target": before["renja_n-1"]["target"], "realisasi": None}
    assert after["target_n-2"] == before["renja_n-1"]["target"]
    assert after["renja_n-1"] == {"target": None, "realisasi": None}
    before, after = (f.tabel["indikator-program"].data["urusan"][0]["program"][0]["indikator"][0] for f in (old, new))
    assert after["realisasi"] == {
        "n-5": before["realisasi"]["n-4"],
        "n-4": before["realisasi"]["n-3"],
        "n-3": before["realisasi"]["n-2"],
        "n-2": before["triwulan_n-1"]["IV"],
    }
    assert new.tabel["usulan-masyarakat"].data["usulan"] == []
    assert new.tabel["target-renstra"].data == old.tabel["target-renstra"].data


def test_no_typed_2021_is_left_in_the_narrative(rolled: Rolled) -> None:
    for passage in Reading(read(rolled.target)).passages:
        start = passage.text.find("2021")
        while start >= 0:
            assert not passage.is_typed(start, start + 4), passage.text
            start = passage.text.find("2021", start + 1)


def test_the_end_of_a_renstra_warns_and_marks(rolled: Rolled) -> None:
    assert "Renstra 2016–2021 berakhir" in rolled.warnings[0]
    places = {(look["berkas"], look["letak"]) for look in rolled.looks}
    assert ("dokumen.json", "/renstra/akhir") in places
    assert {("dokumen.json", "/misi/teks"), ("dokumen.json", "/visi/perangkat_daerah")} <= places
    targets = [name for name, pointer in places if name == "tabel/target-renstra.json" and pointer.endswith("/target")]
    assert len(targets) == 30


def test_marks_are_found_until_confirmed_or_changed(rolled: Rolled, capsys: pytest.CaptureFixture[str]) -> None:
    def waiting() -> int:
        return len(_waiting(rolled.target))

    total = waiting()
    assert total == len(rolled.looks)
    path = rolled.target / "tabel" / "rencana-program.json"
    plan = _json(path)
    first = plan["program"][0]["kegiatan"][0]["sub_kegiatan"]
    first[0]["pagu"] += 1
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    assert waiting() == total - 1
    # A row that moved keeps its marks; a row that is gone has none.
    second = plan["program"][0]["kegiatan"][1]["sub_kegiatan"]
    second.append(second.pop(0))
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    assert waiting() == total - 1
    second.pop()
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    assert waiting() < total - 1
    assert main(["gulir", "--konfirmasi", str(rolled.target), "tabel/rencana-program.json"]) == 0
    assert not any(
        p.code == "RJ406" and "rencana" in p.location.file for p in examine_folder(rolled.target)[1].problems
    )
    assert main(["gulir", "--konfirmasi", str(rolled.target)]) == 0
    assert waiting() == 0
    assert main(["gulir", "--status", str(rolled.target)]) == 0
    assert "(100%)" in capsys.readouterr().out


def test_the_new_year_builds_with_highlights(rolled: Rolled) -> None:
    assert main(["buat", str(rolled.target), "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    body = package.unpack_file(Path("hasil.docx"))["word/document.xml"].decode()
    amount = body.index("14.000.000")
    assert "w:rStyle" in body[amount - 200 : amount]
    assert main(["gulir", "--konfirmasi", str(rolled.target)]) == 0
    assert main(["buat", str(rolled.target), "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    body = package.unpack_file(Path("hasil.docx"))["word/document.xml"].decode()
    amount = body.index("14.000.000")
    assert "w:rStyle" not in body[amount - 200 : amount]


# Wrong ways


def _files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("2029", "isi tahun 2027 digulir ke 2028, bukan ke 2029"),
        ("2027", "isi tahun 2027 digulir ke 2028"),
        ("renja-2029-awal", "Pakai nama folder renja-2028-awal"),
        ("2027/2028", "folder tujuan berada di dalam 2027"),
    ],
)
def test_another_year_is_refused(dasar: Path, target: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files()
    assert main(["gulir", "2027", target]) == 1
    assert said in capsys.readouterr().err
    assert _files() == before


def test_rolling_twice_is_refused(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gulir", "2027", "2028"]) == 0
    before = _files()
    assert main(["gulir", "2027", "2028"]) == 1
    assert "folder itu sudah ada dan tidak kosong" in capsys.readouterr().err
    assert _files() == before


def test_a_folder_with_errors_is_refused(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dasar / "bab-5.json").write_text('{"judul": "Penutup", "isi": ["Ada 5 (enam) bidang."]}', "utf-8")
    before = _files()
    assert main(["gulir", "2027", "2028"]) == 1
    assert "(RJ112)" in capsys.readouterr().err
    assert _files() == before


def test_a_failure_on_the_way_leaves_nothing(dasar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("renjadoc.years.rollover.write_file", fail)
    before = _files()
    assert main(["gulir", "2027", "2028"]) == 1
    assert _files() == before
    assert [path.name for path in Path().iterdir()] == ["2027"]


@pytest.mark.parametrize("moment", ["rollover.write_file", "save.move"])
def test_a_run_that_is_killed_leaves_nothing_half_made(dasar: Path, moment: str) -> None:
    """While the folder is filled, and when all that is left is to put it in its place."""
    before = _files()
    needed = "import os; from renjadoc import save; from renjadoc.years import rollover; from renjadoc.cli import main"
    code = f"{needed}; {moment} = lambda *_: os._exit(9); main(['gulir', '2027', '2028'])"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert not Path("2028").exists()
    assert {name: data for name, data in _files().items() if name.startswith("2027/")} == before
    assert main(["gulir", "2027", "2028"]) == 0
    assert main(["periksa", "2028"]) == 0


def test_a_target_is_needed(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gulir", "2027"]) == 2
    assert "folder tujuan" in capsys.readouterr().err


# What has to be looked at


def _places(root: Path, file: str) -> set[str]:
    return {look["letak"] for look in _json(root / "tinjau.json")["tinjau"] if look["berkas"] == file}


def test_signer_and_signature_are_looked_at(rolled: Rolled) -> None:
    assert {"/pengesahan/nama", "/pengesahan/tanda_tangan"} <= _places(rolled.target, "dokumen.json")


def test_nothing_that_is_not_there_is_marked(dasar: Path) -> None:
    """Neither a signature nor a mission in this folder; its period lasts until 2029, then 2028, then 2027."""
    roll_folder(dasar, Path("2028"))
    assert _places(Path("2028"), "dokumen.json") == {"/pengesahan/nama"}
    for last, is_over in ((2028, False), (2027, True)):
        office = _json(dasar / "dokumen.json") | {"renstra": {"awal": last - 4, "akhir": last}}
        (dasar / "dokumen.json").write_text(json.dumps(office), "utf-8")
        shutil.rmtree("2028")
        assert ("berakhir" in "".join(roll_folder(dasar, Path("2028")).warnings)) == is_over
    assert _places(Path("2028"), "dokumen.json") == {
        "/pengesahan/nama", "/renstra/awal", "/renstra/akhir", "/visi/daerah", "/visi/perangkat_daerah"
    }  # fmt: skip


def test_sentences_with_figures_and_notes_of_tables_are_looked_at(dasar: Path) -> None:
    sentences = ["Serapan 98%.", "Menurut Pasal 14 PP Nomor 12 Tahun 2019 tentang Uji.", "Tahun {{ tahun }}.", "Tiga."]
    (dasar / "bab-5.json").write_text(json.dumps({"judul": "Penutup", "isi": sentences}), "utf-8")
    path = dasar / "tabel" / "evaluasi.json"
    path.write_text(json.dumps(_json(path) | {"keterangan": ["Angka sementara."]}), "utf-8")
    roll_folder(dasar, Path("2028"))
    assert _places(Path("2028"), "bab-5.json") == {"/isi/0"}
    assert "/keterangan/0" in _places(Path("2028"), "tabel/evaluasi.json")


def _free_table(dasar: Path, rows: list[Any]) -> Path:
    path = dasar / "tabel" / "anggaran.json"
    path.write_text(json.dumps(_json(path) | {"kolom": [{"judul": "A"}, {"judul": "B"}], "baris": rows}), "utf-8")
    return path


def test_rows_of_free_tables_are_looked_at_wherever_they_move(dasar: Path) -> None:
    rows = [["Usaha mikro", 97130], ["Uraian", "-"], {"sel": [{"teks": "12 unit", "gabung": 2}], "tebal": True}]
    _free_table(dasar, rows)
    roll_folder(dasar, Path("2028"))
    assert _places(Path("2028"), "tabel/anggaran.json") == {"/baris/0", "/baris/2"}
    assert main(["buat", "2028", "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    body = package.unpack_file(Path("hasil.docx"))["word/document.xml"].decode()
    for shown in ("97.130", "12 unit"):
        assert "w:rStyle" in body[body.index(shown) - 120 : body.index(shown)]
    _free_table(Path("2028"), [["Baris baru", 1], *rows])
    assert [p.location.pointer for p in _waiting(Path("2028")) if "anggaran" in p.location.file] == [
        "/baris/1", "/baris/3"
    ]  # fmt: skip


def test_what_placeholders_print_is_highlighted_too(rolled: Rolled) -> None:
    assert main(["buat", str(rolled.target), "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    body = package.unpack_file(Path("hasil.docx"))["word/document.xml"].decode()
    for shown in (">2016–2021<", ">Purbalingga yang mandiri", ">keenam<", ">Mempercepat pertumbuhan", ">Drs. Contoh"):
        for at in (match.start() for match in re.finditer(shown, body)):
            assert "w:rStyle" in body[at - 150 : at], body[at - 150 : at + 40]


def test_remarks_that_stay_behind_are_told(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remark = {"berkas": "bab-1.json", "letak": "/judul", "kutipan": "", "penulis": "A", "catatan": "Periksa."}
    (dasar / "telaah.json").write_text(json.dumps({"catatan": [remark]}), "utf-8")
    assert main(["gulir", "2027", "2028"]) == 0
    assert "1 catatan penelaah yang belum selesai" in capsys.readouterr().out
    assert not Path("2028/telaah.json").exists()


# How far it is


def test_confirming_settles_what_waits_and_nothing_else(rolled: Rolled, capsys: pytest.CaptureFixture[str]) -> None:
    path = rolled.target / "tabel" / "rencana-program.json"
    plan = _json(path)
    changed = [
        sub for program in plan["program"] for kegiatan in program["kegiatan"] for sub in kegiatan["sub_kegiatan"]
    ]
    for sub in changed[1:]:
        sub.update(pagu=1, target="1 unit", catatan="")
    path.write_text(json.dumps(plan), "utf-8")
    capsys.readouterr()
    assert main(["gulir", "--konfirmasi", str(rolled.target), "tabel\\rencana-program.json"]) == 0
    assert "3 isian dikonfirmasi." in capsys.readouterr().out
    confirmed = [look for look in _json(rolled.target / "tinjau.json")["tinjau"] if look.get("dikonfirmasi")]
    assert {look["baris"] for look in confirmed} == {changed[0]["nama"]}


def test_confirming_writes_only_that(rolled: Rolled) -> None:
    path = rolled.target / "tinjau.json"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert main(["gulir", "--konfirmasi", str(rolled.target), f"{rolled.target}/bab-2.json"]) == 0
    after = path.read_bytes()
    assert after.replace(b',\r\n      "dikonfirmasi": true', b"") == before
    assert after.count(b'"dikonfirmasi": true') == 1


def test_a_confirmation_can_be_taken_back(rolled: Rolled) -> None:
    marks = rolled.target / "tinjau.json"
    before = marks.read_bytes()
    assert main(["gulir", "--konfirmasi", str(rolled.target)]) == 0
    assert marks.read_bytes() != before
    [action] = list_actions(rolled.target)
    assert action.action == "gulir --konfirmasi"
    assert main(["urungkan", str(rolled.target), action.name]) == 0
    assert marks.read_bytes() == before


@pytest.mark.parametrize(("file", "said"), [("tabel/rencana.json", "tabel/rencana-program.json"), ("x", "bab-1.json")])
def test_a_file_that_is_not_there_confirms_nothing(
    rolled: Rolled, file: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (rolled.target / "tinjau.json").read_bytes()
    assert main(["gulir", "--konfirmasi", str(rolled.target), file]) == 1
    error = capsys.readouterr().err
    assert "berkas itu tidak ada" in error
    assert said in error
    assert (rolled.target / "tinjau.json").read_bytes() == before


def test_proposals_not_yet_entered_are_open(rolled: Rolled, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gulir", "--status", str(rolled.target)]) == 0
    assert "1 kosong          content/2022/tabel/usulan-masyarakat.json" in capsys.readouterr().out


# Wrong years and links


def test_typed_years_are_offered_and_written_when_asked(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "Pada tahun 2027 serapan anggaran Tahun 2026 naik – 98,25%; Renstra ‘Tahun 2025-2029’ {{ tahun }}."
    text = json.dumps({"judul": "Penutup", "isi": [sentence, "Tetap sama."]}, indent="\t")
    assert "\\u2018" in text  # Escapes look like years.
    written = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    (dasar / "bab-5.json").write_bytes(written)
    assert main(["gulir", "2027", "2028"]) == 0
    said = capsys.readouterr().out
    assert "bab-5.json:4: 2027 → {{ tahun }}\n  bab-5.json:4: 2026 → {{ tahun - 1 }}" in said
    assert Path("2028/bab-5.json").read_bytes() == written
    shutil.rmtree("2028")
    assert main(["gulir", "2027", "2028", "--tandai"]) == 0
    for typed, placeholder in ((b"2027", b"{{ tahun }}"), (b"2026", b"{{ tahun - 1 }}")):
        written = written.replace(typed, placeholder)
    assert Path("2028/bab-5.json").read_bytes() == written.replace(b"2025-2029", b"{{ renstra.periode }}")
    # The sentence still states a figure of last year, and still waits for a look.
    assert [p.location.line for p in _waiting(Path("2028")) if p.location.file == "2028/bab-5.json"] == [4]


def test_links_to_schemas_follow_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content" / "2021", "content/2021")
    shutil.copytree(ROOT / "schema", "schema")
    roll_folder(Path("content/2021"), Path("lain/jauh/2022"))
    stated = _json(Path("lain/jauh/2022/tabel/evaluasi.json"))["$schema"]
    assert Path("lain/jauh/2022/tabel", stated).resolve() == Path("schema/evaluasi.schema.json").resolve()


def test_what_the_new_year_must_cite_is_told(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gulir", "2027", "2028"]) == 0
    said = capsys.readouterr().out
    [line] = [line for line in said.splitlines() if line.startswith("Landasan hukum Tahun 2028")]
    assert "RPJMN: Perpres 12/2025" in line
    assert "RKPD 2028" in line
    path = dasar / "regulasi" / "landasan-hukum.json"
    data = _json(path)
    entry = {"jenis": "Perwali", "nomor": 9, "tahun": 2027, "daerah": "Contoh"}
    data["regulasi"].append({**entry, "tentang": "Rencana Kerja Pemerintah Daerah Tahun 2028"})
    path.write_text(json.dumps(data), "utf-8")
    assert main(["gulir", "2027", "lagi-2028"]) == 0
    assert "RKPD 2028" not in capsys.readouterr().out
