"""What the commands tell of plans, findings and comparisons, as text, as JSON and as tables of Word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from renjadoc import pipeline
from renjadoc.absorption.run import AbsorptionPlan
from renjadoc.batch import archives
from renjadoc.checks.reporting import HEADS, tell_findings
from renjadoc.commands import banding, bentuk, massal, periksa, serap
from renjadoc.comparison.differences import Comparison, PlanChange, TextChange
from renjadoc.content.file_types import TelaahEntri
from renjadoc.edits.edit import Change, Edit
from renjadoc.edits.plan import Conflict, Plan
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.reading import Reading
from tests.checks.examples import BASE
from tests.conftest import read

NEW = Change(
    "ubah", "bab-1.json", "/bagian/0/isi/0", "Selama ini", "Sepanjang ini", authors=("Bu Sari",), shape="butir"
)
REMARK: TelaahEntri = {
    "berkas": "bab-1.json", "letak": "/bagian/2/isi/0", "kutipan": "pedoman", "penulis": "Bu Sari",
    "tanggal": "2026-02-03", "waktu": "08:00", "catatan": "Mohon dirujuk.",
}  # fmt: skip
ANSWER: TelaahEntri = {**REMARK, "penulis": "Pak Budi", "menjawab": "Mohon dirujuk.", "catatan": "Ya.", "selesai": True}


@pytest.fixture
def plan() -> Iterator[AbsorptionPlan]:
    """An absorption of which something is written, something not, and something said; within a command."""
    plan = AbsorptionPlan(BASE, {})
    plan.edits = [Edit("bab-1.json", "/bagian/0/isi/0", "set", "Sepanjang ini", changes=(NEW,))]
    gone = Change("hapus", "bab-1.json", "/bagian/2/isi/0", "Kini.", "", authors=("Pak Budi",))
    plan.conflicts = [Conflict(gone, "disunting di kedua sisi", "Semula.")]
    plan.remarks, plan.unabsorbed, plan.pending, plan.notes = [REMARK, ANSWER], [("gambar", "Foto")], 2, ["Pesan."]
    with click.Context(click.Command("serap")):
        yield plan


def test_an_absorption_as_text(plan: AbsorptionPlan) -> None:
    assert list(serap._write_lines(plan, "tunggu")) == [
        "Pesan.",
        "~ ubah  1.1, paragraf 1  [bab-1.json] (Bu Sari)",
        "    - Selama ini",
        "    + Sepanjang ini",
        "    (kini butir)",
        "# catatan  1.3, paragraf 1  [bab-1.json] (Bu Sari, 2026-02-03 08:00)",
        "    pada “pedoman”: Mohon dirujuk.",
        "# catatan  1.3, paragraf 1  [bab-1.json] (Pak Budi, 2026-02-03 08:00, sudah selesai)",
        "    menjawab Bu Sari: “Mohon dirujuk.”",
        "    pada “pedoman”: Ya.",
        "! bentrok  1.3, paragraf 1  [bab-1.json] (Pak Budi)",
        "    disunting di kedua sisi; tidak ditulis",
        "    semula   Semula.",
        "    kini     Kini.",
        "    dokumen  (dihapus)",
        "! tidak dapat diserap (gambar): Foto",
        "1 perubahan, 2 catatan, 1 bentrok, 1 tidak dapat diserap, 2 usulan terlacak belum diputuskan di Word.",
    ]
    assert list(serap._write_lines(plan, "ambil"))[-1].endswith("1 tidak dapat diserap.")


def test_an_absorption_as_json(plan: AbsorptionPlan) -> None:
    said = json.loads(json.dumps(serap._as_json(plan)))
    assert said["perubahan"] == [
        {
            "jenis": "ubah", "berkas": "bab-1.json", "letak": "/bagian/0/isi/0", "lama": "Selama ini",
            "baru": "Sepanjang ini", "bentuk": "butir", "penulis": ["Bu Sari"],
        }
    ]  # fmt: skip
    assert said["bentrok"] == [
        {
            "alasan": "disunting di kedua sisi", "berkas": "bab-1.json", "letak": "/bagian/2/isi/0",
            "semula": "Semula.", "kini": "Kini.", "dokumen": "", "penulis": ["Pak Budi"],
        }
    ]  # fmt: skip
    assert said["tidak_diserap"] == [{"apa": "gambar", "teks": "Foto"}]
    assert (said["pesan"], said["usulan_tertunda"], len(said["catatan"])) == (["Pesan."], 2, 2)


def test_another_form_of_a_table(plan: AbsorptionPlan) -> None:
    made = Plan(BASE, {}, notes=["Periksa."])
    made.edits = [Edit("tabel/evaluasi.json", "/bentuk", "set", "x", changes=(NEW, Change("tambah", "b", "", new="1")))]
    said = bentuk._as_json(made)
    assert said["catatan"] == ["Periksa."]
    assert [change["baru"] for change in said["perubahan"]] == ["Sepanjang ini", "1"]
    lines = list(bentuk._write_lines(made))
    assert "    Selama ini → Sepanjang ini" in lines
    assert "    + 1" in lines
    assert lines[-2:] == ["2 perubahan, 1 di antaranya sel baru yang perlu diisi.", "Perhatian: Periksa."]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The last report of tables: its title and tables, for the bytes of a Word file take longer."""
    made: dict[str, Any] = {}

    def make_report(title: str, tables: Any, reading: Any) -> bytes:
        made.update(title=title, tables=tables)
        return b"laporan"

    monkeypatch.setattr(pipeline, "make_report", make_report)
    return made


def test_findings_as_json_and_in_word(made: dict[str, Any]) -> None:
    reading = Reading(read(BASE))
    file = next(source.name for source in reading.folder.bab)
    told = tell_findings([Problem("RJ108", Location(file, pointer="/bagian/0/isi/0"), "pesan", "saran")], reading)
    [said] = json.loads(periksa._write_json(told))
    assert (said["tempat"], said["kode"]) == ("1.1, paragraf 1", "RJ108")
    assert periksa._make_word_report(told, reading) == b"laporan"
    assert made["title"] == "Temuan pemeriksaan Renja Dinas Koperasi dan Usaha Mikro Tahun 2027"
    assert [table.title for table in made["tables"]] == ["BAB I Pendahuluan"]
    periksa._make_word_report([], None)
    [table] = made["tables"]
    assert (made["title"], table.title) == ("Temuan pemeriksaan", "Tidak ada temuan")
    assert (table.heads, table.rows, len(table.widths)) == (HEADS, [], len(HEADS))


def test_what_stood_where_a_copy_is_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periksa, "_make_commented_copy", lambda folder, output: tmp_path / "lama.docx")
    said = list(periksa._write_files([], None, BASE, None, None, tmp_path / "baru.docx"))
    assert said[0] == f"Selesai: {tmp_path / 'baru.docx'}"
    assert str(tmp_path / "lama.docx") in said[1]


def test_a_comparison_in_word(made: dict[str, Any], tmp_path: Path) -> None:
    total = PlanChange("jumlah", "", "Jumlah", "berubah", 10, 20, 10, "+100%", "")
    found = Comparison(
        "lama", "baru", naskah=[TextChange("1.1", "berubah", "lama", "baru")], isian=[], program=[], jumlah=total
    )
    both, output = (Reading(read(BASE)),) * 2, tmp_path / "banding.docx"
    assert banding._write_tables(found, both, output, False) is None
    assert output.read_bytes() == b"laporan"
    assert made["title"].startswith("Perbandingan ")
    plan, texts = made["tables"]
    assert (plan.title, texts.title) == ("Program dan pagu", "Naskah")
    assert [row[1:4] for row in plan.rows] == [("Jumlah", "10", "20")]
    assert all(len(table.widths) == len(table.heads) for table in made["tables"])
    with pytest.raises(ProblemsFound) as refused:
        banding._write_tables(found, both, output, False)
    assert "--timpa" in refused.value.problems[0].hint


def test_the_zips_below_a_folder_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "is_zip", lambda path: path.suffix == ".zip")
    monkeypatch.setattr(archives, "open_zips", lambda zips, output: zips)
    for name in ("dinas/isi.zip", "hasil/lama.zip"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"")
    opened: Any = massal._open_zips(tmp_path, None, tmp_path / "hasil")
    assert opened == [tmp_path / "dinas" / "isi.zip"]
    assert massal._open_zips(tmp_path / "tidak-ada", None, tmp_path) == []  # type: ignore[comparison-overlap]
