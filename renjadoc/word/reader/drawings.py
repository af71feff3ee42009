"""Pictures, charts and diagrams of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from renjadoc.word.package import DOCUMENT, Parts
from renjadoc.word.reader.document import WordPicture
from renjadoc.word.reader.elements import CHART, DIAGRAM, A, R, V, parse_part, read_whole
from renjadoc.word.relations import relations_of

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_CM = 360_000
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


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

    def _read_picture(self, drawing: Any, blip: Any) -> WordPicture:
        self._count += 1
        name = f"gambar-{self._count}"
        extent, stated = drawing.find(f".//{_WP}extent"), drawing.find(f".//{_WP}docPr")
        width = read_whole(extent.get("cx")) / _EMU_CM if extent is not None else None
        alt = (stated.get("descr") or stated.get("title") or "").strip() if stated is not None else ""
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

    def read_charts(self, drawing: Any) -> Iterator[str]:
        """For each chart its titles, names and figures, as it kept them when it was drawn."""
        for chart in drawing.iter(f"{CHART}chart"):
            target = self._find(chart.get(f"{R}id") or "")
            texts = parse_part(self._parts, target).iter(f"{A}t", f"{CHART}v") if target in self._parts else ()
            yield "; ".join(text.text for text in texts if text.text)

    def read_diagrams(self, drawing: Any) -> Iterator[list[str]]:
        """For each diagram of SmartArt that says something its lines."""
        for diagram in drawing.iter(f"{DIAGRAM}relIds"):
            target = self._find(diagram.get(f"{R}dm") or "")
            paragraphs = parse_part(self._parts, target).iter(f"{A}p") if target in self._parts else ()
            lines = ["".join(text.text or "" for text in paragraph.iter(f"{A}t")) for paragraph in paragraphs]
            if said := [line for line in lines if line.strip()]:
                yield said
