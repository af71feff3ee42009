"""What the nomenclature says of one code, and what codes are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Levels of government as the ministry's export writes them; an entry without one fits both.
PROVINCE, REGENCY = "PROV", "KABKOT"
#: Parts of a code: urusan.bidang.program.kegiatan(d.dd).sub kegiatan.
BIDANG, PROGRAM, KEGIATAN, SUB = 2, 3, 5, 6
#: The lists of a plan, from the top, and how many parts the codes of their rows have.
DEPTHS = {"program": PROGRAM, "kegiatan": KEGIATAN, "sub_kegiatan": SUB}
LEVEL_NAMES = {BIDANG: "bidang urusan", PROGRAM: "program", KEGIATAN: "kegiatan", SUB: "sub kegiatan"}

_CODED = re.compile(r"\s*((?:\d+|[Xx]+)(?:\.(?:\d+|[Xx]+))+)\.?\s+(\S.*)", re.DOTALL)
_CODE = re.compile(r"(?:\d|X)\.(?:\d\d|XX)(?:\.\d\d(?:\.\d\.\d\d(?:\.\d{2,4})?)?)?")


class NomenclatureEntry(NamedTuple):
    """One row: code, name, and of a sub kegiatan what its output is, its indicator and unit.

    `tags` are those of the ministry, joined by "; "; `before` are the codes that it replaces, joined by blanks.
    """

    kode: str
    nama: str
    tingkat: str = ""
    kinerja: str = ""
    indikator: str = ""
    satuan: str = ""
    tags: str = ""
    before: str = ""


def level_of_government(jenis: str) -> str:
    """The level of a region of this kind (`daerah.jenis`)."""
    return PROVINCE if jenis == "Provinsi" else REGENCY


def is_code(text: str) -> bool:
    """Whether this is a code of the present form, of whichever level."""
    return _CODE.fullmatch(text) is not None


def depth_of(code: str) -> int:
    """How many parts a code has."""
    return code.count(".") + 1


def cut_code(code: str, depth: int) -> str:
    """The first parts of a code: the program or kegiatan that it stands below."""
    return ".".join(code.split(".")[:depth])


def as_general(code: str) -> str:
    """A code of the program penunjang, as the nomenclature has it for every bidang urusan: 2.17.01 -> X.XX.01."""
    parts = code.split(".")
    return ".".join(["X", "XX", *parts[2:]]) if len(parts) > 2 and parts[2] == "01" else code


def as_own(general: str, code: str) -> str:
    """A general code with the bidang urusan of `code`: X.XX.01.2.01 beside 2.17.01 -> 2.17.01.2.01."""
    bidang = code.split(".")[:BIDANG]
    return ".".join([*bidang, *general.split(".")[BIDANG:]]) if general.startswith("X.XX.") else general


def split_coded(text: str) -> tuple[str, str]:
    """ "KODE NAMA" as code and name, on one line; without a code the whole is the name.

    A second code, as the ministry has the one that was between the present one and the name, is no part of the name.
    """
    match = _CODED.fullmatch(text)
    code, name = (match[1].upper(), match[2]) if match else ("", text)
    before = _CODED.fullmatch(name)
    name = before[2] if before and code and is_code(before[1].upper()) else name
    return code, " ".join(name.split())


def fill_code(code: str, last: int) -> str:
    """A code with the zeros that a cell of numbers took from its parts: `2.17.8.2.1.5` -> `2.17.08.2.01.0005`.

    `last` is how wide that of a sub kegiatan is; two digits, as it had them at first, stay.
    """
    parts = code.split(".")
    if len(parts) > SUB or not all(part.isdecimal() for part in parts):
        return code
    widths = (1, 2, 2, 1, 2, 2 if len(parts[-1]) == 2 else last)
    return ".".join(part.zfill(width) for part, width in zip(parts, widths, strict=False))
