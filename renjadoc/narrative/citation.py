"""The one standard citation of an Indonesian regulation, from its structured entry.

Form: UU 12/2011 Lampiran II: "… Nomor N Tahun Y tentang … (Lembaran Negara Republik Indonesia Tahun Y Nomor a, Tambahan
Lembaran Negara Republik Indonesia Nomor b)".
"""

from __future__ import annotations

import re
from typing import Any

Entry = dict[str, Any]

_NAMES = {
    "UUD 1945": "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Tap MPR": "Ketetapan Majelis Permusyawaratan Rakyat Republik Indonesia",
    "UU": "Undang-Undang",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Keppres": "Keputusan Presiden",
    "Inpres": "Instruksi Presiden",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "Kepmendagri": "Keputusan Menteri Dalam Negeri",
    "Permen": "Peraturan Menteri {kementerian}",
    "Perda Provinsi": "Peraturan Daerah Provinsi {daerah}",
    "Perda Kabupaten": "Peraturan Daerah Kabupaten {daerah}",
    "Perda Kota": "Peraturan Daerah Kota {daerah}",
    "Pergub": "Peraturan Gubernur {daerah}",
    "Perbup": "Peraturan Bupati {daerah}",
    "Perwali": "Peraturan Wali Kota {daerah}",
}

_STATE = ("Lembaran Negara Republik Indonesia", "Tambahan Lembaran Negara Republik Indonesia")
_NEWS = ("Berita Negara Republik Indonesia", "Tambahan Berita Negara Republik Indonesia")
_GAZETTES = {
    "UU": _STATE,
    "Perppu": _STATE,
    "PP": _STATE,
    "Perpres": _STATE,
    "Permendagri": _NEWS,
    "Kepmendagri": _NEWS,
    "Permen": _NEWS,
    "Perda Provinsi": ("Lembaran Daerah Provinsi {daerah}", "Tambahan Lembaran Daerah Provinsi {daerah}"),
    "Perda Kabupaten": ("Lembaran Daerah Kabupaten {daerah}", "Tambahan Lembaran Daerah Kabupaten {daerah}"),
    "Perda Kota": ("Lembaran Daerah Kota {daerah}", "Tambahan Lembaran Daerah Kota {daerah}"),
    "Pergub": ("Berita Daerah Provinsi {daerah}", "Tambahan Berita Daerah Provinsi {daerah}"),
    "Perbup": ("Berita Daerah Kabupaten {daerah}", "Tambahan Berita Daerah Kabupaten {daerah}"),
    "Perwali": ("Berita Daerah Kota {daerah}", "Tambahan Berita Daerah Kota {daerah}"),
}


def regulation_key(entry: Entry) -> str:
    """The name that a placeholder uses: `permendagri-54-2010`, `perda-kabupaten-12-2016`."""
    parts = [entry["jenis"], entry.get("nomor"), entry.get("tahun")]
    return "-".join(str(part) for part in parts if part is not None).lower().replace(" ", "-")


def regulation_name(entry: Entry) -> str:
    """`Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah`."""
    text = _with_region(_NAMES[entry["jenis"]], entry)
    if "nomor" in entry:
        text += f" Nomor {entry['nomor']}"
    if "nomor" in entry and "tahun" in entry:
        text += f" Tahun {entry['tahun']}"
    if "tentang" in entry:
        text += f" tentang {entry['tentang']}"
    return text


def write_citation(entry: Entry) -> str:
    """The whole citation, with gazette and amendment, without the closing semicolon."""
    text = regulation_name(entry) + _write_gazette(entry)
    if changed := entry.get("diubah"):
        text += f" {changed['frasa']} {regulation_name(changed)}{_write_gazette(changed)}"
    return text


def _write_gazette(entry: Entry) -> str:
    if "lembaran" not in entry:
        return ""
    main, supplement = (_with_region(part, entry) for part in _GAZETTES.get(entry["jenis"], _STATE))
    sheet = entry["lembaran"]
    text = f"{main} Tahun {sheet['tahun']} Nomor {sheet['nomor']}"
    if "tambahan" in entry:
        text += f", {supplement} Nomor {entry['tambahan']}"
    return f" ({text})"


def _with_region(pattern: str, entry: Entry) -> str:
    filled = pattern.format(daerah=entry.get("daerah", ""), kementerian=entry.get("kementerian", ""))
    return filled.strip()


# From text


_HOLES = re.compile(r"\\{(\w+)\\}")
_NUMBER = re.compile(r"(?P<head>.*?) Nomor (?P<nomor>\S+)(?: Tahun (?P<tahun>\d{4}))?(?: tentang (?P<tentang>.+))?")
_SHEET = re.compile(
    r"\((?P<main>[^()]+?) Tahun (?P<tahun>\d{4}) Nomor (?P<nomor>\d+)"
    r"(?:, (?P<more>Tambahan [^()]+?) Nomor (?P<tambahan>\d+))?\)"
)
_CHANGED = re.compile(
    r" ((?:sebagaimana telah (?:beberapa kali )?diubah|sebagaimana diubah)[^()]*?(?:dengan|terakhir dengan)) "
)


def read_citation(text: str) -> Entry | None:
    """The entry that `cite` prints as `text`; None if the text is no citation of the standard form."""
    text = " ".join(text.split())
    for match in _CHANGED.finditer(text):
        first, second = _read_one(text[: match.start()]), _read_one(text[match.end() :])
        if first and second:
            entry = {**first, "diubah": {"frasa": match[1], **second}}
            return entry if write_citation(entry) == text else None
    found = _read_one(text)
    return found if found and write_citation(found) == text else None


def _read_one(text: str) -> Entry | None:
    sheet = _SHEET.search(text)
    bare = text[: sheet.start()].rstrip() if sheet else text
    entry = _read_name(bare)
    if entry and sheet:
        entry["lembaran"] = {"tahun": int(sheet["tahun"]), "nomor": int(sheet["nomor"])}
        if sheet["tambahan"]:
            entry["tambahan"] = int(sheet["tambahan"])
    return entry


def _read_name(text: str) -> Entry | None:
    match = _NUMBER.fullmatch(text)
    # Fixed names first: the Minister of Home Affairs has kinds of its own.
    for kind, pattern in sorted(_NAMES.items(), key=lambda item: "{" in item[1]):
        named = re.fullmatch(_HOLES.sub(r"(?P<\1>.+)", re.escape(pattern)), match["head"] if match else text)
        if named is None:
            continue
        entry: Entry = {"jenis": kind, **named.groupdict()}
        for key in ("nomor", "tahun", "tentang"):
            if match and match[key]:
                entry[key] = int(match[key]) if match[key].isdecimal() else match[key]
        return entry
    return None
