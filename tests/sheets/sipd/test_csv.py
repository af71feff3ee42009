"""Text files as Excel and others write them: whatever parts the cells, and in whatever letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc.problem import ProblemsFound
from renjadoc.sheets.sipd import run
from tests.sheets.excel.sheet import lay_down

ROWS = [
    ["Kode Sub Kegiatan", "Nama Sub Kegiatan", "Pagu", "Lokasi"],
    ["2.17.07.2.01.0001", "Pelatihan, magang, dan studi – tahap “dua”", "75.000.000,00", "Kota, Utara, Selatan"],
    ["2.17.07.2.01.0002", "Kemitraan, pendampingan", "1.500.000,00", "Kelurahan A, B"],
]


def _write(sign: str, *, quoted: bool = False) -> str:
    return "\r\n".join(sign.join(f'"{cell}"' if quoted else cell for cell in row) for row in ROWS) + "\r\n"


FILES = {
    "titik koma": (_write(";"), "cp1252"),
    "titik koma, UTF-8": (_write(";"), "utf-8-sig"),
    "koma": (_write(",", quoted=True), "cp1252"),
    "koma, UTF-8": (_write(",", quoted=True), "utf-8"),
    "teks Unicode": (_write("\t"), "utf-16"),
    "sep=": (f"sep=;\r\n{_write(';')}", "utf-8-sig"),
    "judul di atas": (f"DATA SIPD;;;\r\n;;;\r\n{_write(';')}", "cp1252"),
}


@pytest.mark.parametrize("name", FILES)
def test_cells_are_parted_as_they_were_written(tmp_path: Path, name: str) -> None:
    text, letters = FILES[name]
    path = tmp_path / "ekspor.csv"
    path.write_bytes(text.encode(letters))
    made = run.plan_import(path, lay_down(tmp_path))
    assert made.faults == []
    assert [change.new for change in made.changes] == [
        "Pelatihan, magang, dan studi – tahap “dua”",
        "75.000.000",
        "Kota, Utara, Selatan",
        "2.17.07.2.01.0002 Kemitraan, pendampingan | 1.500.000",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [("kosong.csv", "tidak ada baris sub kegiatan"), ("ekspor.pdf", "jenis berkas “.pdf” tidak dikenal")],
)
def test_what_is_no_export_is_refused_by_its_name(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / name
    path.write_text("Kode Sub Kegiatan;Nama Sub Kegiatan;Pagu\r\n;;\r\n", "utf-8")
    with pytest.raises(ProblemsFound) as refused:
        run.plan_import(path, lay_down(tmp_path))
    [problem] = refused.value.problems
    assert (problem.code, problem.location.file, bool(problem.hint)) == ("RJ070", str(path), True)
    assert said in problem.message
