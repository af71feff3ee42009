"""Texts of other kinds (.doc, .rtf, .odt) as .docx: LibreOffice converts them, runs no macro and asks no network."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from renjadoc import resources
from renjadoc.problem import say_refusal
from renjadoc.word.layout.pages import LayoutFailed, convert_once
from renjadoc.word.packages.package import OLE

#: How they begin. What begins as .doc may be a .docx with a password, too.
_SIGNS = ((".doc", OLE), (".rtf", b"{\\rtf"))
#: An .odt is a zip whose first member says what it is.
_ODT, _ODT_AT = b"mimetypeapplication/vnd.oasis.opendocument.text", 30
_MOST_SECONDS = 180
_FORM = "docx:MS Word 2007 XML"


def find_suffix(raw: bytes) -> str:
    """`.doc`, `.rtf` or `.odt`, by what stands in the file; nothing for what is none of them."""
    if raw[_ODT_AT : _ODT_AT + len(_ODT)] == _ODT:
        return ".odt"
    return next((suffix for suffix, sign in _SIGNS if raw.startswith(sign)), "")


def convert_file(raw: bytes, suffix: str, program: str) -> bytes:
    """The file as .docx, by the LibreOffice `program`. Raises LayoutFailed, also for one with a password."""
    try:
        with tempfile.TemporaryDirectory(prefix="renjadoc-", ignore_cleanup_errors=True) as temporary:
            folder = Path(temporary)
            shutil.copytree(resources.office_profile_folder(), folder / "profil" / "user")
            path = folder / f"lama{suffix}"
            path.write_bytes(raw)
            convert_once(program, path, _MOST_SECONDS, _FORM)
            made = path.with_suffix(".docx")
            if not made.is_file():
                raise LayoutFailed("LibreOffice tidak dapat membacanya; mungkin terkunci dengan kata sandi")
            return made.read_bytes()
    except OSError as error:
        raise LayoutFailed(f"LibreOffice tidak dapat dijalankan ({say_refusal(error)})") from error
