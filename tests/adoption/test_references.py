"""“Lihat Tabel: 1.2”, “Grafik 1.5”, “Lampiran 2” in an old text: references to what is there, all others told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.adoption.paper import Taken, bold, centred, document, p, table, take
from tests.adoption.test_layout_habits import _URI, COVER, LONG, ROWS, _pictured, _png

BODY = (
    bold("Tabel 1.2 Pegawai")
    + table(*ROWS)
    + _pictured(1)
    + centred("Gambar 1.5 Peta Wilayah")
    + _pictured(2)
    + centred("Grafik 1.7 Jumlah Pegawai")
    + _pictured(3)
    + centred("Bagan 3. Susunan Organisasi")
)


def _take(tmp_path: Path, *said: str, behind: str = "") -> Taken:
    colours = ("red", "green", "blue")
    parts: dict[str, str | bytes] = {f"word/media/i{n}.png": _png(colours[n - 1]) for n in (1, 2, 3)}
    relations = "".join(f'<Relationship Id="rId{n}" Type="{_URI}" Target="media/i{n}.png"/>' for n in (1, 2, 3))
    text = "".join(map(p, said))
    whole = COVER + centred("BAB I PENDAHULUAN") + p(LONG) + BODY + text + centred("BAB II PENUTUP") + p(LONG) + behind
    return take(document(tmp_path / "a.docx", whole, parts, relations), tmp_path / "a")


def _last(made: Taken) -> str:
    said = json.loads((made.folder / "bab-1.json").read_text("utf-8"))["isi"][-1]
    assert isinstance(said, str)
    return said


@pytest.mark.parametrize(
    ("said", "name", "printed"),
    [
        ("Lihat Tabel: 1.2 di atas.", "pegawai", "Tabel 1.1"),
        ("Lihat tabel 1.2.", "pegawai", "Tabel 1.1"),
        ("Lihat Tabel No. 1.2 di atas.", "pegawai", "Tabel 1.1"),
        ("Lihat TABEL I.2 di atas.", "pegawai", "Tabel 1.1"),
        ("Lihat Gambar 1.5 di atas.", "gambar/.*", "Gambar 1.1"),
        ("Lihat Gbr. 1.5 di atas.", "gambar/.*", "Gambar 1.1"),
        ("Lihat Peta 1.5 di atas.", "gambar/.*", "Gambar 1.1"),
        ("Lihat Grafik 1.7 di atas.", "gambar/.*", "Gambar 1.2"),
        ("Lihat gambar 1.7 di atas.", "gambar/.*", "Gambar 1.2"),
        ("Lihat Bagan 3 di atas.", "gambar/.*", "Gambar 1.3"),
    ],
)
def test_a_reference_follows_what_it_names(tmp_path: Path, said: str, name: str, printed: str) -> None:
    made = _take(tmp_path, said)
    assert re.search(rf"\{{\{{ rujuk\('{name}'\) \}}\}}", _last(made))
    made.says(printed)
    assert made.adopted.missing == []


@pytest.mark.parametrize("said", ["Tabel 2.9", "Grafik 1.6", "Gambar 4.1"])
def test_what_names_nothing_stays_and_is_told(tmp_path: Path, said: str) -> None:
    made = _take(tmp_path, f"Lihat {said} di atas.")
    assert said in _last(made)
    assert [text for what, text in made.adopted.doubtful if "tetap ketikan" in what] == [said]


@pytest.mark.parametrize(
    "said",
    ["Peta skala 1 : 50.000 dipakai.", "Peta 1 : 50.000 dipakai.", "Ada gambar 3 dimensi.", "Lihat Lampiran 2.",
     "Sesuai Lampiran II Permendagri.", "Sesuai Tabel 2.4 Permendagri 86/2017."],
)  # fmt: skip
def test_what_is_no_reference_stays_unsaid(tmp_path: Path, said: str) -> None:
    made = _take(tmp_path, said)
    assert _last(made) == said
    assert not any("tetap ketikan" in what for what, _ in made.adopted.doubtful)


def test_an_appendix_of_its_own_is_told(tmp_path: Path) -> None:
    made = _take(tmp_path, "Lihat Lampiran 1.", behind=centred("LAMPIRAN 1") + centred("DAFTAR PEGAWAI") + p(LONG))
    assert [text for what, text in made.adopted.doubtful if "tetap ketikan" in what] == ["Lampiran 1"]


def test_numbers_that_change_are_told_for_pictures_too(tmp_path: Path) -> None:
    made = _take(tmp_path, "Selesai.")
    assert made.adopted.renumbered == [
        "Tabel 1.2 → Tabel 1.1",
        "Gambar 1.5 → Gambar 1.1",
        "Grafik 1.7 → Gambar 1.2",
        "Bagan 3 → Gambar 1.3",
    ]
