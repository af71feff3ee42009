"""Pictures, charts and diagrams of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renjadoc.word.names import CHART, DIAGRAM, A, R, V, read_whole
from renjadoc.word.packages.package import DOCUMENT, Parts
from renjadoc.word.packages.relations import relations_of
from renjadoc.word.reader import drawn_charts
from renjadoc.word.reader.document import WordPicture
from renjadoc.word.reader.elements import parse_part

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_CM = 360_000
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


#: Stands between the names and figures of a chart.
_BETWEEN = "; "


def split_chart(said: str) -> list[str]:
    """The names and figures of a chart, from what `read_charts` gives."""
    return said.split(_BETWEEN)


class Drawings:
    """Reads drawings, and numbers their pictures in the order in which they are asked for."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._relations = {relation.id: relation for relation in relations_of(parts, DOCUMENT)}
        self._count = 0

    def read_pictures(self, drawing: Any, boxes: list[Any]) -> Iterator[WordPicture]:
        """The pictures of a drawing but for those in its text boxes."""
        inside = {blip for box in boxes for blip in box.iter(f"{A}blip", f"{V}imagedata")}
        for blip in drawing.iter(f"{A}blip", f"{V}imagedata"):
            if blip not in inside:
                yield self._read_picture(drawing, blip)

    def _count_picture(self) -> str:
        self._count += 1
        return f"gambar-{self._count}"

    def _read_picture(self, drawing: Any, blip: Any) -> WordPicture:
        name = self._count_picture()
        extent = drawing.find(f".//{_WP}extent")
        width = read_whole(extent.get("cx")) / _EMU_CM if extent is not None else None
        alt = _read_alt(drawing)
        target = self._find(blip.get(f"{R}embed") or blip.get(f"{R}id") or blip.get(f"{R}link") or "")
        if target not in self._parts:
            return WordPicture(name, b"", width, alt, f"gambar di luar berkas ({target or 'tautannya rusak'})")
        suffix = Path(target).suffix.lower()
        # The name comes from outside, and becomes that of a file.
        name += suffix if _SUFFIX.fullmatch(suffix) else ""
        return WordPicture(name, self._parts[target], width or None, alt)

    def _find(self, relation: str) -> str:
        """The part that a relation points to, or the address outside the file."""
        return self._relations[relation].target if relation in self._relations else ""

    def read_art(self, drawing: Any) -> Iterator[str]:
        """The lines of WordArt."""
        for art in drawing.iter(f"{V}textpath"):
            yield from (art.get("string") or "").split("\n")

    def read_charts(self, drawing: Any, *, drawn: bool) -> tuple[list[WordPicture], list[str]]:
        """The charts of a drawing: those that we can draw as pictures to be painted, where `drawn` asks for them.

        Of the others what they say, as they kept it when Word drew them.
        """
        extent, alt = drawing.find(f".//{_WP}extent"), _read_alt(drawing)
        wide, high = (read_whole(extent.get(side)) / _EMU_CM if extent is not None else 0.0 for side in ("cx", "cy"))
        pictures, said = list[WordPicture](), list[str]()
        for chart in drawing.iter(f"{CHART}chart"):
            root = self._find_chart(chart)
            read = drawn_charts.read_chart(root, (wide, high), alt) if drawn and root is not None else None
            if read is None:
                said.append(_BETWEEN.join(drawn_charts.list_texts(root)))
            else:
                name = f"{self._count_picture()}.png"
                pictures.append(WordPicture(name, b"", read.shown.width_cm, alt or read.title, chart=read))
        return pictures, said

    def _find_chart(self, chart: Any) -> Any:
        """The root of a chart's part; None where there is none."""
        target = self._find(chart.get(f"{R}id") or "")
        return parse_part(self._parts, target) if target in self._parts else None

    def read_diagrams(self, drawing: Any) -> Iterator[list[str]]:
        """For each diagram of SmartArt that says something its lines."""
        for diagram in drawing.iter(f"{DIAGRAM}relIds"):
            target = self._find(diagram.get(f"{R}dm") or "")
            paragraphs = parse_part(self._parts, target).iter(f"{A}p") if target in self._parts else ()
            lines = ["".join(text.text or "" for text in paragraph.iter(f"{A}t")) for paragraph in paragraphs]
            if said := [line for line in lines if line.strip()]:
                yield said


def _read_alt(drawing: Any) -> str:
    """What a drawing says to those who do not see it."""
    stated = drawing.find(f".//{_WP}docPr")
    return (stated.get("descr") or stated.get("title") or "").strip() if stated is not None else ""
