"""Pictures of a folder: their kinds and sizes, photos that lie on their side, points for print, landscape pages."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from tests.conftest import problems_of, read
from tests.word.lint import W, faults
from tests.word.templates import BODY

Edit = Callable[[str, Callable[[Any], Any]], None]
EMF = struct.pack("<II4i4i", 1, 108, 0, 0, 99, 49, 0, 0, 8000, 4000) + b" EMF" + bytes(64)


def painted(kind: str, size: tuple[int, int] = (900, 600), **more: Any) -> bytes:
    image = Image.new("RGB", size, "white")
    image.paste((200, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    made = io.BytesIO()
    image.save(made, kind, **more)
    return made.getvalue()


def place(isi: Path, edit: Edit, name: str, data: bytes, **more: Any) -> None:
    (isi / "gambar" / name).write_bytes(data)
    block = {"gambar": f"gambar/{name}", "alt": "Peta", **more}
    edit("bab-4.json", lambda chapter: chapter["isi"].append(block))


def built(isi: Path) -> package.Parts:
    make_document(DocumentOrder(isi, Path("hasil.docx"), page_numbers=False, overwrite=True))
    parts = package.unpack_file(Path("hasil.docx"))
    assert faults(parts) == []
    return parts


def extent(parts: package.Parts) -> tuple[int, int]:
    """Width and height of the picture that is called Peta, in EMU."""
    body = etree.fromstring(parts[BODY])
    drawing = next(one for one in body.iter(f"{W}drawing") if b'descr="Peta"' in etree.tostring(one))
    found = next(one for one in drawing.iter() if one.tag.endswith("}extent"))
    return int(found.get("cx")), int(found.get("cy"))


@pytest.mark.parametrize(
    ("name", "data", "printed"),
    [
        ("a.png", painted("PNG"), "PNG"), ("a.jpg", painted("JPEG"), "JPEG"), ("a.gif", painted("GIF"), "PNG"),
        ("a.bmp", painted("BMP"), "PNG"), ("a.tiff", painted("TIFF"), "PNG"),
    ],
)  # fmt: skip
def test_kinds_of_points(isi: Path, edit: Edit, name: str, data: bytes, printed: str) -> None:
    place(isi, edit, name, data, lebar_cm=9)
    parts = built(isi)
    assert extent(parts) == (9 * 360_000, 6 * 360_000)
    pictures = [Image.open(io.BytesIO(data)) for name, data in parts.items() if name.startswith("word/media/")]
    assert [one.format for one in pictures if one.size == (900, 600)] == [printed]


def test_pictures_of_lines_stay_lines(isi: Path, edit: Edit) -> None:
    place(isi, edit, "peta.emf", EMF, lebar_cm=8)
    parts = built(isi)
    assert extent(parts) == (8 * 360_000, 4 * 360_000)
    assert EMF in parts.values()
    assert b'Extension="emf" ContentType="image/x-emf"' in parts["[Content_Types].xml"]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(isi: Path, edit: Edit, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    place(isi, edit, "foto.jpg", painted("JPEG", exif=exif), lebar_cm=6)
    parts = built(isi)
    shown = next(
        image
        for name, data in parts.items()
        if name.endswith(".jpeg") and (image := Image.open(io.BytesIO(data))).size in {(900, 600), (600, 900)}
    )
    assert shown.getexif().get(0x0112, 1) == 1
    assert (shown.width > shown.height) == (orientation < 5)
    wide, high = extent(parts)
    assert abs(wide / high - shown.width / shown.height) < 0.01
    # The red quarter is where somebody who holds the camera right sees it.
    corner = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    red = shown.convert("RGB").getpixel((corner[0] * (shown.width - 20) + 10, corner[1] * (shown.height - 20) + 10))
    assert red[0] > 150 > red[1]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.gif", painted("GIF")[:300]), ("a.tiff", b"II*\0rusak"), ("a.emf", b"\x01\0\0\0"), ("a.bmp", b"BM")],
)
def test_broken_pictures_are_told(isi: Path, edit: Edit, name: str, data: bytes) -> None:
    place(isi, edit, name, data)
    assert [problem.code for problem in problems_of(isi)] == ["RJ031"]


@pytest.mark.parametrize(
    ("size", "more", "points"),
    [
        ((300, 200), {"lebar_cm": 12}, 64), ((300, 200), {"lebar_cm": 5}, None), ((300, 200), {"lebar_cm": 30}, 45),
        ((300, 900), {"lebar_cm": 12}, 95), ((800, 500), {"lanskap": True}, 85), ((1400, 800), {"lanskap": True}, None),
    ],
)  # fmt: skip
def test_too_few_points_for_print_are_told(
    isi: Path, edit: Edit, size: tuple[int, int], more: Any, points: int | None
) -> None:
    place(isi, edit, "peta.png", painted("PNG", size), **more)
    found = [problem for problem in problems_of(isi) if problem.code == "RJ039"]
    assert [f"hanya {points} titik per inci" in problem.message for problem in found] == [True] * (points is not None)
    assert not any(problem.is_error for problem in found)
    assert all("piksel (sekarang" in problem.hint for problem in found)


def test_a_landscape_picture_turns_its_page(isi: Path, edit: Edit) -> None:
    place(isi, edit, "peta.png", painted("PNG", (3000, 1500)), lanskap=True, judul="Peta wilayah", sumber="Bappeda")
    parts = built(isi)
    wide, high = extent(parts)
    assert wide > 22 * 360_000
    assert high < 16 * 360_000
    body, waiting = etree.fromstring(parts[BODY])[0], ""
    for block in body:
        waiting += "".join(block.itertext())
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            if "Sumber: Bappeda" in waiting:
                assert section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
                return
            waiting = ""
    raise AssertionError("no section holds the picture")


def test_pictures_in_appendices_and_lists_of_pictures(isi: Path) -> None:
    (isi / "gambar" / "peta.gif").write_bytes(painted("GIF"))
    (isi / "lampiran").mkdir()
    block = {"gambar": "gambar/peta.gif", "judul": "Peta", "alt": "Peta", "lebar_cm": 30}
    (isi / "lampiran" / "1-peta.json").write_text(json.dumps({"judul": "Peta", "isi": [block]}), "utf-8")
    assert Reading(read(isi)).outline.placed["gambar/peta.gif"].label == "Gambar L1.1"
    assert extent(built(isi))[0] <= 16.1 * 360_000
