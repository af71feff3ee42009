"""What is said of a picture of too few points is true of it: so wide it is sharp, so many points are enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from renjadoc.content import pictures
from renjadoc.content.load import Source
from renjadoc.problem import Problem

SOURCE = Source(Path("bab-1.json"), "bab-1.json", '{"isi": []}', {"isi": []})


def _find(pixels: tuple[int, int], width: float, name: str = "a.png", *, turned: bool = False) -> Problem | None:
    return pictures.find_blur(SOURCE, "/isi/0", Path(name), pixels, f"gambar/{name}", width, turned=turned)


@pytest.mark.parametrize(("pixels", "width", "turned"), [((300, 200), 12, False), ((500, 400), 27, True)])
def test_what_is_proposed_is_sharp(pixels: tuple[int, int], width: float, turned: bool) -> None:
    found = _find(pixels, width, turned=turned)
    assert found is not None
    needed, fitting = re.findall(r"sedikit (\d+) piksel .*menjadi ([\d.]+) cm", found.hint)[0]
    assert _find(pixels, float(fitting), turned=turned) is None
    assert _find(pixels, float(fitting) + 0.1, turned=turned) is not None
    assert _find((int(needed), int(needed) * pixels[1] // pixels[0]), width, turned=turned) is None


@pytest.mark.parametrize(
    ("pixels", "name", "is_told"),
    [
        ((8, 8), "a.png", True), ((7, 900), "a.png", False), ((900, 7), "a.png", False), ((60, 40), "peta.emf", False),
        # No wider than the text, no higher than a page: as it is printed.
        ((803, 803), "a.png", True), ((804, 804), "a.png", False), ((200, 1134), "a.png", False),
        ((200, 1133), "a.png", True),
    ],
)  # fmt: skip
def test_it_is_judged_as_it_is_printed(pixels: tuple[int, int], name: str, is_told: bool) -> None:
    found = _find(pixels, 99, name)
    assert (found is not None) == is_told


def test_a_picture_that_cannot_be_made_wide_enough_is_not_told_to_be_made_smaller() -> None:
    found = _find((40, 40), 10)
    assert found is not None
    assert "perkecil" not in found.hint
    assert not found.is_error


@pytest.mark.parametrize(("most", "is_whole"), [(2_400, True), (2_399, False)])
def test_a_picture_of_very_many_points_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, is_whole: bool
) -> None:
    monkeypatch.setattr(pictures, "_MOST_PIXELS", most)
    Image.new("RGB", (60, 40)).save(tmp_path / "a.gif")
    found, size, problems = pictures.find_picture(tmp_path, SOURCE, "/isi", "a.gif")
    assert (found is not None, size, bool(problems)) == (is_whole, (60, 40) if is_whole else (0, 0), not is_whole)
