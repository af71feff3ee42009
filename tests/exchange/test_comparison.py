"""Two folders compared: what is the same, what moved, what differs, in all three forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator

from renjadoc.cli import main
from renjadoc.exchange.comparison import compare, lines
from renjadoc.reading import Reading
from renjadoc.word import package
from tests.conftest import ROOT, read
from tests.word import lint

Edit = Callable[[str, Callable[[Any], Any]], None]
OLD = ROOT / "content" / "2021"


def _compared(isi: Path) -> Any:
    return compare(Reading(read(OLD)), Reading(read(isi)))


def _changed(isi: Path) -> list[tuple[str, str, str]]:
    return [(row.tingkat, row.nama, row.perubahan) for row in _compared(isi).program if row.perubahan != "tetap"]


def test_equal_folders_do_not_differ(isi: Path) -> None:
    found = _compared(isi)
    assert (found.naskah, found.isian, _changed(isi)) == ([], [], [])
    assert found.jumlah.lama == found.jumlah.baru == 5701420500
    assert len(found.program) == 7 + 10 + 36


def test_a_moved_sub_kegiatan_is_recognised(isi: Path, edit: Edit) -> None:
    def move(data: Any) -> None:
        kegiatan = data["program"][0]["kegiatan"]
        kegiatan[1]["sub_kegiatan"].append(kegiatan[0]["sub_kegiatan"][0] | {"pagu": 10000000})
        kegiatan[0]["sub_kegiatan"][0] = kegiatan[0]["sub_kegiatan"][0] | {"nama": "Yang Lain"}

    edit("tabel/rencana-program.json", move)
    row = next(r for r in _compared(isi).program if r.nama == "Penyusunan Renstra dan Renja Perangkat Daerah")
    assert row.perubahan == "pindah"
    assert row.keterangan == "dahulu di bawah Perencanaan dan Evaluasi Kinerja Perangkat Daerah"
    assert (row.lama, row.baru, row.selisih, row.persen) == (9368500, 10000000, 631500, "+6,74%")


def test_a_renamed_program_keeps_its_rows(isi: Path, edit: Edit) -> None:
    edit("tabel/rencana-program.json", lambda data: data["program"][1].update(nama="Program Baru"))
    assert _changed(isi) == [("program", "Program Baru", "berubah")]


def test_new_and_removed_rows(isi: Path, edit: Edit) -> None:
    def change(data: Any) -> None:
        subs = data["program"][6]["kegiatan"][0]["sub_kegiatan"]
        subs[0] = subs[0] | {"nama": "Bazar"}

    edit("tabel/rencana-program.json", change)
    kinds = [(level, kind) for level, _, kind in _changed(isi)]
    assert kinds == [("sub kegiatan", "baru"), ("sub kegiatan", "dihapus")]


def test_paragraphs_are_compared_as_they_are_written(isi: Path, edit: Edit) -> None:
    edit("dokumen.json", lambda data: data.update(tahun=2020))
    assert _compared(isi).naskah == []
    edit("bab-4.json", lambda data: data["isi"].append("Paragraf baru."))
    (change,) = _compared(isi).naskah
    assert (change.bagian, change.perubahan, change.lama, change.baru) == ("4 Penutup", "baru", "", "Paragraf baru.")


def test_other_values_are_named_by_row(isi: Path, edit: Edit) -> None:
    edit("tabel/capaian-kinerja.json", lambda data: data["indikator"][0]["target"].update({"n-1": 60}))
    edit("regulasi/landasan-hukum.json", lambda data: data["regulasi"].pop())
    said = "\n".join(lines(_compared(isi)))
    assert "tabel/capaian-kinerja.json: Koperasi sehat · target n-1: 55 → 60" in said
    assert "regulasi: perbup-91-2016: Peraturan Bupati Purbalingga Nomor 91 Tahun 2016" in said


def test_command_writes_text_json_and_word(
    isi: Path, edit: Edit, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    edit("tabel/rencana-program.json", lambda data: data["program"][1].update(nama="Program & Baru"))
    assert main(["banding", str(OLD), "isi", "-o", "banding.docx"]) == 0
    assert "Program & Baru" in capsys.readouterr().out
    parts = package.read(Path("banding.docx"))
    assert "Program &amp; Baru" in parts["word/document.xml"].decode()
    assert b"<w:tblHeader/>" in parts["word/document.xml"]
    assert OpenXmlValidator().validate("banding.docx").errors == []
    assert lint.faults(parts) == []
    first = Path("banding.docx").read_bytes()
    assert main(["banding", str(OLD), "isi", "-o", "banding.docx"]) == 1
    assert main(["banding", str(OLD), "isi", "-o", "banding.docx", "--timpa"]) == 0
    assert Path("banding.docx").read_bytes() == first
    capsys.readouterr()
    assert main(["banding", str(OLD), "isi", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {row["perubahan"] for row in data["program"]} == {"tetap", "berubah"}
