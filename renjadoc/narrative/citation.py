"""The one standard citation of an Indonesian regulation, from its structured entry.

Form: UU 12/2011 Lampiran II: "… Nomor N Tahun Y tentang … (Lembaran Negara Republik Indonesia Tahun Y Nomor a, Tambahan
Lembaran Negara Republik Indonesia Nomor b)".
"""

from __future__ import annotations

import re
from functools import cache

from renjadoc.narrative.regulation_entry import RegulationEntry, RegulationGazette, begin_entry
from renjadoc.narrative.regulation_kinds import STATE_GAZETTES, RegulationKind, fill_maker, read_kinds

#: Kinds that offices number with slashes, the year often among them.
NUMBERED_BY_YEAR = frozenset(
    kind for kind, known in read_kinds().items() if known.name.startswith(("Keputusan", "Instruksi", "Surat"))
)


def regulation_key(entry: RegulationEntry) -> str:
    """The name that a placeholder uses: `permendagri-54-2010`, `perda-kabupaten-12-2016`."""
    parts = [entry["jenis"], entry.get("nomor"), entry.get("tahun")]
    return "-".join(str(part) for part in parts if part is not None).lower().replace(" ", "-")


def regulation_name(entry: RegulationEntry) -> str:
    """`Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah`."""
    text = fill_maker(read_kinds()[entry["jenis"]].name, entry)
    if "nomor" in entry:
        text += f" Nomor {entry['nomor']}"
    if "nomor" in entry and "tahun" in entry and not _ends_in_year(entry):
        text += f" Tahun {entry['tahun']}"
    if "tentang" in entry:
        text += f" tentang {entry['tentang']}"
    return text


def _ends_in_year(entry: RegulationEntry) -> bool:
    """Whether the number of a decision says the year itself: 050/123/2025."""
    return entry["jenis"] in NUMBERED_BY_YEAR and str(entry["nomor"]).endswith(f"/{entry['tahun']}")


def write_citation(entry: RegulationEntry) -> str:
    """The whole citation, with gazette and the last amendment, without the closing semicolon."""
    text = regulation_name(entry) + _write_gazette(entry)
    chain = list_amendments(entry)
    if chain:
        changed = chain[-1]
        text += f" {_find_phrase(chain)} {regulation_name(changed)}{_write_gazette(changed)}"
    return text


def list_amendments(entry: RegulationEntry) -> list[RegulationEntry]:
    """The regulations that amend one, as far as its entry says them, the last one last."""
    changed = entry.get("diubah") or []
    return changed if isinstance(changed, list) else [changed]


def _find_phrase(chain: list[RegulationEntry]) -> str:
    """What leads over to the amendment: as the entry says it, else as UU 12/2011 Lampiran II does by their number."""
    if stated := chain[-1].get("frasa"):
        return str(stated)
    if len(chain) == 1:
        return "sebagaimana telah diubah dengan"
    return "sebagaimana telah beberapa kali diubah, terakhir dengan"


def _write_gazette(entry: RegulationEntry) -> str:
    if "lembaran" not in entry:
        return ""
    sheet = entry["lembaran"]
    main, supplement = (fill_maker(part, entry) for part in _find_gazettes(read_kinds()[entry["jenis"]], sheet))
    text = f"{main} Tahun {sheet['tahun']} Nomor {sheet['nomor']}"
    if "tambahan" in entry:
        text += f", {supplement} Nomor {entry['tambahan']}"
    return f" ({text})"


def _find_gazettes(kind: RegulationKind, sheet: RegulationGazette) -> tuple[str, str]:
    """The gazette and its supplement: those of the kind, unless the entry names others."""
    if stated := sheet.get("nama"):
        return STATE_GAZETTES[stated]
    return (kind.gazette, kind.supplement) if kind.gazette else STATE_GAZETTES["Lembaran Negara"]


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


#: No regulation is cited in more letters.
_LONGEST = 5_000


def read_citation(text: str) -> RegulationEntry | None:
    """The entry that `cite` prints as `text`; None if the text is no citation of the standard form."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    for match in _CHANGED.finditer(text):
        first, second = _read_one(text[: match.start()]), _read_one(text[match.end() :])
        if first and second:
            entry: RegulationEntry = {**first, "diubah": {"frasa": match[1], **second}}
            return entry if write_citation(entry) == text else None
    found = _read_one(text)
    return found if found and write_citation(found) == text else None


def _read_one(text: str) -> RegulationEntry | None:
    sheet = _SHEET.search(text)
    bare = text[: sheet.start()].rstrip() if sheet else text
    entry = _read_name(bare)
    if entry and sheet:
        entry["lembaran"] = {"tahun": int(sheet["tahun"]), "nomor": int(sheet["nomor"])}
        usual = _find_gazettes(read_kinds()[entry["jenis"]], {})[0]
        named = next((name for name, gazettes in STATE_GAZETTES.items() if gazettes[0] == sheet["main"]), None)
        if named and sheet["main"] != usual:
            entry["lembaran"]["nama"] = named
        if sheet["tambahan"]:
            entry["tambahan"] = int(sheet["tambahan"])
    return entry


def _read_name(text: str) -> RegulationEntry | None:
    match = _NUMBER.fullmatch(text)
    for kind, pattern in _name_patterns():
        named = pattern.fullmatch(match["head"] if match else text)
        if named is None:
            continue
        entry = begin_entry(kind, named.groupdict())
        if match:
            entry["nomor"] = int(match["nomor"]) if match["nomor"].isdecimal() else match["nomor"]
        if match and match["tahun"]:
            entry["tahun"] = int(match["tahun"])
        if match and match["tentang"]:
            entry["tentang"] = match["tentang"]
        if "tahun" not in entry and (year := re.search(r"/((?:19|20)\d\d)$", str(entry.get("nomor", "")))):
            entry["tahun"] = int(year[1])
        return entry
    return None


@cache
def _name_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Every kind with what its name looks like; fixed names first: the Minister of Home Affairs has kinds of its own.

    Of two kinds with one name (Perdasi is a province's Perda) the first is taken.
    """
    found = []
    for kind, known in sorted(read_kinds().items(), key=lambda item: ("{" in item[1].name, -len(item[1].name))):
        pattern = _HOLES.sub(r"(?P<\1>.+)", re.escape(known.name))
        # Regions whose name says what they are stand without the word.
        pattern = pattern.replace("Provinsi\\ (?P", "(?:Provinsi |(?=Daerah Istimewa|Aceh$))(?P")
        found.append((kind, re.compile(pattern)))
    return found
