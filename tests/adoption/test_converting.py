"""Pictures of an old document that no new one prints as they are: points and lines become PNG, or are kept and told."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from renjadoc.adoption.converting import as_printable, lend_painter
from renjadoc.content import pictures
from renjadoc.word.reader.document import WordPicture
from tests.conftest import needs_office


def emf() -> bytes:
    """A small picture of lines: one filled rectangle."""
    box = struct.pack("<4i", 0, 0, 100, 60)
    shape = struct.pack("<II4i", 43, 24, 5, 5, 90, 50)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    frame = struct.pack("<4i", 0, 0, 2646, 1587)
    size = 108 + len(shape) + len(end)
    head = (
        struct.pack("<II", 1, 108) + box + frame + b" EMF" + struct.pack("<IIIHHIII", 0x10000, size, 3, 1, 0, 0, 0, 0)
    )
    head += struct.pack("<4i", 1024, 768, 320, 240)
    return head.ljust(108, b"\0") + shape + end


def wmf() -> bytes:
    """The same in the older format, with the head of a placeable one."""
    body = struct.pack("<IH4h", 7, 0x041B, 50, 90, 5, 5) + struct.pack("<IH", 3, 0)
    records = struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 0, 7, 0) + body
    place = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 100, 60, 96, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", place):
        check ^= word
    return place + struct.pack("<H", check) + records


def _picture(name: str, data: bytes) -> WordPicture:
    return WordPicture(name, data, 5.0, "")


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_points_become_png(kind: str) -> None:
    made = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(made, kind)
    picture = as_printable(_picture(f"a.{kind.lower()}", made.getvalue()), None)
    assert picture.name == "a.png"
    assert pictures.is_usable(picture.data)
    assert Image.open(io.BytesIO(picture.data)).size == (20, 10)


@needs_office
@pytest.mark.parametrize(("name", "data"), [("a.emf", emf()), ("a.wmf", wmf())], ids=["emf", "wmf"])
def test_lines_are_drawn_where_libreoffice_is_there(name: str, data: bytes) -> None:
    with lend_painter() as office:
        picture = as_printable(_picture(name, data), office)
    assert picture.name == "a.png"
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.width > image.height > 0


def test_lines_are_kept_where_it_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENJADOC_SOFFICE", str(tmp_path / "tidak-ada"))
    with lend_painter() as office:
        assert office is None
        assert as_printable(_picture("a.emf", emf()), office) == _picture("a.emf", emf())
