"""Next year from this year: the laws of the step, and every wrong way to ask for it."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renjadoc.cli import main
from renjadoc.examine import examine
from renjadoc.exchange.rollover import Rolled, roll
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from tests.checks.examples import BASE
from tests.conftest import ROOT, read

AMOUNTS = st.none() | st.integers(0, 10**12)
TARGETS = st.none() | st.sampled_from(["8 laporan", "-", 12, ["1 paket", "2 unit"]])
SUBS = st.lists(st.tuples(AMOUNTS, AMOUNTS, TARGETS, TARGETS), min_size=1, max_size=6)


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _subs(plan: Any) -> list[dict[str, Any]]:
    return [s for program in plan["program"] for kegiatan in program["kegiatan"] for s in kegiatan["sub_kegiatan"]]


def _waiting(root: Path) -> list[Problem]:
    return [problem for problem in examine(root)[1].problems if problem.code == "RJ406"]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(SUBS, st.sampled_from([None, 2, 3, "\t"]), st.booleans())
def test_what_stood_as_prakiraan_maju_stands_as_rencana(
    rows: list[tuple[Any, Any, Any, Any]], indent: Any, windows: bool
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        old, new = Path(temporary, "2027"), Path(temporary, "2028")
        shutil.copytree(BASE, old)
        path = old / "tabel" / "rencana-program.json"
        plan = _json(path)
        like = plan["program"][0]["kegiatan"][0]["sub_kegiatan"][0]
        plan["program"][0]["kegiatan"][0]["sub_kegiatan"] = [
            {**like, "kode": None, "pagu": a, "pagu_maju": b, "target": c, "target_maju": d} for a, b, c, d in rows
        ]
        text = json.dumps(plan, indent=indent, ensure_ascii=False)
        path.write_bytes(b"\xef\xbb\xbf" * windows + text.replace("\n", "\r\n" if windows else "\n").encode())
        roll(old, new)
        before, after = _subs(plan), _subs(json.loads((new / "tabel" / path.name).read_text("utf-8-sig")))
        assert [s["pagu"] for s in after] == [s["pagu_maju"] for s in before]
        assert [s["target"] for s in after] == [s["target_maju"] for s in before]
        assert {(s["pagu_maju"], s["target_maju"]) for s in after} == {(None, None)}
        changed = {"pagu", "pagu_maju", "target", "target_maju"}
        for one, other in zip(before, after, strict=True):
            assert {k: v for k, v in one.items() if k not in changed} == {
                k: v for k, v in other.items() if k not in changed
            }
        written = (new / "tabel" / path.name).read_bytes()
        assert written.startswith(b"\xef\xbb\xbf") == windows
        assert written.count(b"\r\n") == (written.count(b"\n") if windows else 0)


@pytest.fixture
def rolled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rolled:
    """content/2021 rolled to content/2022 in a working folder of its own."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "content" / "2021", "content/2021")
    return roll(Path("content/2021"), Path("content/2022"))


def test_only_lines_that_had_to_change_did(rolled: Rolled) -> None:
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
    assert not any(p.code == "RJ406" and "rencana" in p.location.file for p in examine(rolled.target)[1].problems)
    assert main(["gulir", "--konfirmasi", str(rolled.target)]) == 0
    assert waiting() == 0
    assert main(["gulir", "--status", str(rolled.target)]) == 0
    assert "(100%)" in capsys.readouterr().out


def test_the_new_year_builds_with_highlights(rolled: Rolled) -> None:
    assert main(["buat", str(rolled.target), "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    from renjadoc.word import package

    body = package.read(Path("hasil.docx"))["word/document.xml"].decode()
    amount = body.index("14.000.000")
    assert "w:rStyle" in body[amount - 200 : amount]
    assert main(["gulir", "--konfirmasi", str(rolled.target)]) == 0
    assert main(["buat", str(rolled.target), "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    body = package.read(Path("hasil.docx"))["word/document.xml"].decode()
    amount = body.index("14.000.000")
    assert "w:rStyle" not in body[amount - 200 : amount]


# Wrong ways


@pytest.fixture
def dasar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, "2027")
    return Path("2027")


def _files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("target", "said"),
    [("2029", "isi tahun 2027 digulir ke 2028, bukan ke 2029"), ("2027", "isi tahun 2027 digulir ke 2028")],
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
    assert "galat RJ112" in capsys.readouterr().err
    assert _files() == before


def test_a_failure_on_the_way_leaves_nothing(dasar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("renjadoc.exchange.rollover._looks_as_json", fail)
    before = _files()
    assert main(["gulir", "2027", "2028"]) == 1
    assert _files() == before
    assert [path.name for path in Path().iterdir()] == ["2027"]


def test_a_target_is_needed(dasar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gulir", "2027"]) == 2
    assert "folder tujuan" in capsys.readouterr().err


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
    roll(Path("content/2021"), Path("lain/jauh/2022"))
    stated = _json(Path("lain/jauh/2022/tabel/evaluasi.json"))["$schema"]
    assert Path("lain/jauh/2022/tabel", stated).resolve() == Path("schema/evaluasi.schema.json").resolve()
