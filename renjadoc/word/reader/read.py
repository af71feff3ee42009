"""Reads any Word document, of whatever program, as it is printed: tracked changes accepted, numbers resolved."""

from __future__ import annotations

from renjadoc.word.names import R, W
from renjadoc.word.packages.package import Parts
from renjadoc.word.reader.aside import read_sides, read_title
from renjadoc.word.reader.document import WordDocument
from renjadoc.word.reader.stretches import View
from renjadoc.word.reader.walk import Walk

#: What became text or a picture, in the words of a report.
_BECAME = {
    "rumus": "rumus dijadikan teks biasa",
    "grafik": "grafik dijadikan teks; lebih baik tempel sebagai gambar",
    "bagan SmartArt": "bagan SmartArt dijadikan teks",
    "catatan akhir": "catatan akhir dijadikan catatan kaki",
    "objek tertanam": "objek tertanam (misalnya lembar Excel)",
}


def read_parts(parts: Parts) -> WordDocument:
    """The document made of `parts`. Raises PackageError."""
    walk = Walk(parts, View())
    comments = walk.comments.in_order()
    for comment in comments:
        comment.passage, comment.text = (" ".join(text.split()) for text in (comment.passage, comment.text))
    strange = [(_BECAME[what], text) for what, text in walk.strange]
    closed = [f"berkas lain yang disisipkan ({chunk.get(f'{R}id')})" for chunk in walk.body.iter(f"{W}altChunk")]
    return WordDocument(walk.blocks, comments, strange, closed, list(read_sides(parts)), read_title(parts))
