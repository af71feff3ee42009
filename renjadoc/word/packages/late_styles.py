"""Styles that a template of an earlier version lacks: its documents get them as our template has them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from functools import lru_cache

from renjadoc import resources
from renjadoc.word.packages.package import Parts

#: By lower-case name, with their ids.
LATE = {
    "sumber": "Sumber",
    "sumber gambar": "SumberGambar",
    "tabel nomor kolom": "TabelNomorKolom",
    "tabel isi tebal": "TabelIsiTebal",
    "tabel tengah tebal": "TabelTengahTebal",
    "tabel angka tebal": "TabelAngkaTebal",
    "footnote text": "FootnoteText",
    "footnote reference": "FootnoteReference",
}
#: A style that another is made on, by its id.
_MADE_ON = {"SumberGambar": "Sumber"}
_STYLES = "word/styles.xml"
_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)"[^>]*(?<!/)>.*?</w:style>', re.DOTALL)
_OTHERS = re.compile(r'<w:(?:basedOn|next) w:val="([^"]+)"/>')


def add_styles(parts: Parts, wanted: Iterable[str]) -> None:
    """Add styles by id to the parts of a document; where they name others that it lacks, these are left out."""
    text = parts[_STYLES].decode()
    for identity in sorted({*wanted} | {_MADE_ON[one] for one in wanted if one in _MADE_ON}):
        known = {found[1] for found in _STYLE.finditer(text)}
        if identity not in known:
            text = text.replace("</w:styles>", f"{_leave_out_others(_read_ours()[identity], known)}</w:styles>")
    parts[_STYLES] = text.encode()


def _leave_out_others(style: str, known: set[str]) -> str:
    """A style that names no others than those that are known."""
    return _OTHERS.sub(lambda found: found[0] if found[1] in known else "", style)


@lru_cache(maxsize=1)
def _read_ours() -> dict[str, str]:
    """The styles of our template by id."""
    with zipfile.ZipFile(resources.templates_folder() / "renja.docx") as archive:
        text = archive.read(_STYLES).decode()
    return {found[1]: found[0] for found in _STYLE.finditer(text)}
