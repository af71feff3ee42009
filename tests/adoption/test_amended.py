"""Plans of old Renja Perubahan, in the ways that offices print them: target and amount before and after."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from renjadoc import cli
from renjadoc.pipeline import DocumentOrder, make_document

_PROGRAM = ["2.17.07", "PROGRAM PEMBERDAYAAN USAHA MIKRO", "Persentase", ""]
_KEGIATAN = ["2.17.07.2.01", "Pembinaan Usaha Mikro", "", ""]
_TRAINING = ["2.17.07.2.01.0001", "Pelatihan Usaha Mikro", "Jumlah peserta", "Kota Contoh"]
_NEW = ["2.17.07.2.01.0009", "Fasilitasi Kemitraan", "Jumlah usaha", "Kota Contoh"]
_ENDED = ["2.17.07.2.01.0010", "Temu Usaha", "Jumlah kegiatan", "Kota Contoh"]
_HEAD = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Lokasi"]

#: Heads of the changed columns, and what stands in them and behind them in each row.
FLAT = (
    [[*_HEAD, "Target Sebelum Perubahan", "Target Setelah Perubahan", "Pagu Sebelum Perubahan (Rp)",
      "Pagu Setelah Perubahan (Rp)", "Bertambah/(Berkurang)", "Sumber Dana", "Alasan"]],
    (4, 5, 6, 7),
)  # fmt: skip
GROUPED = (
    [[*_HEAD, "Sebelum Perubahan", "Sebelum Perubahan", "Setelah Perubahan", "Setelah Perubahan", "Tambah/Kurang",
      "Sumber Dana", "Keterangan"],
     [*_HEAD, "Target", "Kebutuhan Dana (Rp)", "Target", "Kebutuhan Dana (Rp)", "Tambah/Kurang", "Sumber Dana",
      "Keterangan"]],
    (4, 6, 5, 7),
)  # fmt: skip
OLD_WORDS = (
    [[*_HEAD, "Target Semula", "Target Menjadi", "Anggaran Semula", "Anggaran Menjadi", "Selisih", "Sumber Dana",
      "Catatan"]],
    (4, 5, 6, 7),
)  # fmt: skip
#: Target before and after, amount before and after, difference, fund, reason.
BODY = [
    [*_PROGRAM, "", "", "70.000.000", "90.000.000", "20.000.000", "", ""],
    [*_KEGIATAN, "", "", "70.000.000", "90.000.000", "20.000.000", "", ""],
    [*_TRAINING, "100 orang", "150 orang", "50.000.000", "75.000.000", "25.000.000", "PAD", "Peserta bertambah"],
    [*_NEW, "-", "10 usaha", "0", "15.000.000", "15.000.000", "PAD", "Pergeseran"],
    [*_ENDED, "2 kegiatan", "-", "20.000.000", "0", "(20.000.000)", "PAD", "Ditunda"],
]


def _write(path: Path, heads: list[list[str]], places: tuple[int, ...]) -> Path:
    document = docx.Document()
    for text in ("RENCANA KERJA PERUBAHAN", "DINAS KOPERASI", "KOTA CONTOH", "TAHUN 2026"):
        document.add_paragraph(text)
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_paragraph("Evaluasi sampai dengan Triwulan III menjadi dasar perubahan.")
    document.add_heading("BAB II RENCANA KERJA PERUBAHAN", 1)
    document.add_paragraph("Tabel 2.1 Perubahan Rencana Program dan Kegiatan")
    rows = [*heads, *(_place(row, places) for row in BODY)]
    table = document.add_table(len(rows), len(heads[0]), "Table Grid")
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    if len(heads) == 2:
        for column in range(len(heads[0])):
            if heads[0][column] == heads[1][column]:
                _merge(table, heads[0][column], (0, column), (1, column))
        for first in (4, 6):
            _merge(table, heads[0][first], (0, first), (0, first + 1))
    document.add_heading("BAB III PENUTUP", 1)
    document.add_paragraph("Demikian.")
    document.save(str(path))
    return path


def _merge(table: Any, text: str, one: tuple[int, int], other: tuple[int, int]) -> None:
    table.cell(*one).merge(table.cell(*other)).text = text


def _place(row: list[str], places: tuple[int, ...]) -> list[str]:
    """A row with target before, target after, amount before, amount after in these columns."""
    made = list(row)
    for value, column in zip(row[4:8], places, strict=True):
        made[column] = value
    return made


@pytest.mark.parametrize("form", [FLAT, GROUPED, OLD_WORDS], ids=["rata", "berkelompok", "semula"])
def test_both_plans_are_read_and_printed(
    form: tuple[list[list[str]], tuple[int, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["adopsi", str(_write(tmp_path / "lama.docx", *form)), "2026-perubahan"]) == 0
    folder = Path("2026-perubahan")
    facts = json.loads((folder / "dokumen.json").read_text("utf-8"))
    assert facts["perubahan"] == {"triwulan": "III"}
    assert "triwulan perubahan: III" in capsys.readouterr().out
    before, after = (
        json.loads((folder / place / "rencana-program.json").read_text("utf-8"))["program"][0]["kegiatan"][0]
        for place in ("sebelum", "tabel")
    )
    assert [(sub["nama"], sub["target"], sub["pagu"]) for sub in before["sub_kegiatan"]] == [
        ("Pelatihan Usaha Mikro", "100 orang", 50_000_000), ("Temu Usaha", "2 kegiatan", 20_000_000),
    ]  # fmt: skip
    assert [(sub["nama"], sub["target"], sub["pagu"], sub["alasan"]) for sub in after["sub_kegiatan"]] == [
        ("Pelatihan Usaha Mikro", "150 orang", 75_000_000, "Peserta bertambah"),
        ("Fasilitasi Kemitraan", "10 usaha", 15_000_000, "Pergeseran"),
        ("Temu Usaha", "-", 0, "Ditunda"),
    ]
    make_document(DocumentOrder(folder, Path("baru.docx"), page_numbers=False))
    printed = {cell.text for table in docx.Document("baru.docx").tables for row in table.rows for cell in row.cells}
    assert {"70.000.000", "90.000.000", "20.000.000", "(20.000.000)", "Peserta bertambah"} <= printed
