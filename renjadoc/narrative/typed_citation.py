"""Regulations as people cite them (`UU No. 23 Th 2014 tentang …;`) to structured entries, read with tolerance.

The standard form is read by citation.py; here what differs in spelling only is brought into it. An entry is
taken only if the standard citation still says every word of the old one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from renjadoc.narrative import citation, spans
from renjadoc.narrative.regulation_entry import RegulationEntry, begin_entry
from renjadoc.narrative.regulation_kinds import fill_maker, read_kinds

_REPUBLIC = r"(?:\s+Republik\s+Indonesia|\s+R\.?I\.?)?"
_DECISION = r"(?:Surat\s+Keputusan|Keputusan|SK)"
_PLACE = r"\s+(?P<daerah>[^\d]+?)"
#: What villages are called whose regulations no abbreviation is usual for.
_VILLAGES = ("Pekon", "Tiuh", "Negeri", "Lembang", "Kepenghuluan")
#: How kinds are written -> the kind; longer names before those that they begin with.
_KINDS = tuple(
    (re.compile(rf"(?:{pattern})\Z", re.IGNORECASE), kind)
    for pattern, kind in (
        (rf"(?:Ketetapan|Tap\.?)\s+(?:Majelis\s+Permusyawaratan\s+Rakyat|MPR){_REPUBLIC}", "Tap MPR"),
        (rf"Peraturan\s+Pemerintah\s+Pengganti\s+Undang\s*-?\s*Undang{_REPUBLIC}|Perpp?u", "Perppu"),
        (rf"Undang\s*-?\s*Undang{_REPUBLIC}|UU(?:\s+R\.?I\.?)?", "UU"),
        (rf"Peraturan\s+Pemerintah{_REPUBLIC}|PP(?:\s+R\.?I\.?)?", "PP"),
        (rf"Peraturan\s+Presiden{_REPUBLIC}|Perpres", "Perpres"),
        (rf"Keputusan\s+Presiden{_REPUBLIC}|Keppres", "Keppres"),
        (rf"Instruksi\s+Presiden{_REPUBLIC}|Inpres", "Inpres"),
        (rf"Peraturan\s+Menteri\s+Dalam\s+Negeri{_REPUBLIC}|Permendagri", "Permendagri"),
        (rf"Keputusan\s+Menteri\s+Dalam\s+Negeri{_REPUBLIC}|Kepmendagri", "Kepmendagri"),
        (rf"Instruksi\s+Menteri\s+Dalam\s+Negeri{_REPUBLIC}|Inmendagri", "Inmendagri"),
        (rf"(?:Peraturan\s+Menteri|Permen)\s+(?P<kementerian>[^\d]+?){_REPUBLIC}", "Permen"),
        (rf"(?:Keputusan\s+Menteri|Kepmen)\s+(?P<kementerian>[^\d]+?){_REPUBLIC}", "Kepmen"),
        (rf"(?:Instruksi\s+Menteri|Inmen)\s+(?P<kementerian>[^\d]+?){_REPUBLIC}", "Inmen"),
        (rf"(?:Surat\s+Edaran|SE)\s+(?P<lembaga>[^\d]+?){_REPUBLIC}", "SE"),
        (rf"(?:Peraturan\s+Kepala\s+Desa|Perkades){_PLACE}", "Perkades"),
        (rf"Peraturan\s+Kepala\s+Kampung{_PLACE}", "Peraturan Kepala Kampung"),
        (rf"(?:Peraturan\s+Kepala|Perka)\s+(?P<lembaga>[^\d]+?){_REPUBLIC}", "Peraturan Kepala"),
        (rf"Peraturan\s+Badan\s+(?P<lembaga>[^\d]+?){_REPUBLIC}", "Peraturan Badan"),
        (rf"Peraturan\s+Lembaga\s+(?P<lembaga>[^\d]+?){_REPUBLIC}", "Peraturan Lembaga"),
        (rf"(?:Peraturan\s+Daerah\s+Khusus|Perdasus)(?:\s+Provinsi)?{_PLACE}", "Perdasus"),
        (rf"Perdasi(?:\s+Provinsi)?{_PLACE}", "Perdasi"),
        (r"(?:Peraturan\s+Daerah\s+Istimewa|Perdais)\s+(?P<daerah>Daerah\s+Istimewa\s+[^\d]+?)", "Perdais"),
        (r"Qanun\s+Aceh", "Qanun Aceh"),
        (rf"Qanun\s+(?:Kabupaten|Kab\.?){_PLACE}", "Qanun Kabupaten"),
        (rf"Qanun\s+Kota{_PLACE}", "Qanun Kota"),
        (r"(?:Peraturan\s+Daerah|Perda)\s+(?P<daerah>Daerah\s+Istimewa\s+[^\d]+?)", "Perda Provinsi"),
        (rf"(?:Peraturan\s+Daerah|Perda)\s+(?:Provinsi|Propinsi|Prov\.?){_PLACE}", "Perda Provinsi"),
        (rf"(?:Peraturan\s+Daerah|Perda)\s+Kota{_PLACE}", "Perda Kota"),
        (rf"(?:Peraturan\s+Daerah|Perda)\s+(?:Kabupaten|Kab\.?){_PLACE}", "Perda Kabupaten"),
        (rf"(?:Peraturan\s+Gubernur|Pergub){_PLACE}", "Pergub"),
        (rf"(?:Peraturan\s+Bupati|Perbup){_PLACE}", "Perbup"),
        (rf"(?:Peraturan\s+Wali\s*kota|Perwali|Perwal){_PLACE}", "Perwali"),
        (rf"(?:{_DECISION}\s+Gubernur|Kepgub){_PLACE}", "Kepgub"),
        (rf"(?:{_DECISION}\s+Bupati|Kepbup){_PLACE}", "Kepbup"),
        (rf"(?:{_DECISION}\s+Wali\s*kota|Kepwali|Kepwal){_PLACE}", "Kepwali"),
        (rf"(?:Instruksi\s+Gubernur|Ingub){_PLACE}", "Ingub"),
        (rf"(?:Instruksi\s+Bupati|Inbup){_PLACE}", "Inbup"),
        (rf"(?:Instruksi\s+Wali\s*kota|Inwali){_PLACE}", "Inwali"),
        (rf"{_DECISION}\s+Kepala\s+(?P<lembaga>[^\d]+?)", "Keputusan Kepala"),
        (rf"{_DECISION}\s+Direktur\s+(?P<lembaga>[^\d]+?)", "Keputusan Direktur"),
        (rf"{_DECISION}\s+Sekretaris\s+(?P<lembaga>[^\d]+?)", "Keputusan Sekretaris"),
        (rf"{_DECISION}\s+Inspektur\s+(?P<lembaga>[^\d]+?)", "Keputusan Inspektur"),
        (rf"{_DECISION}\s+Camat\s+(?P<lembaga>[^\d]+?)", "Keputusan Camat"),
        (rf"{_DECISION}\s+Panewu\s+(?P<lembaga>[^\d]+?)", "Keputusan Panewu"),
        (rf"Peraturan\s+(?:Dewan\s+Perwakilan\s+Rakyat\s+Daerah|DPRD){_PLACE}", "Peraturan DPRD"),
        (rf"(?:Peraturan\s+Desa|Perdes){_PLACE}", "Perdes"),
        (rf"(?:Peraturan\s+Kalurahan|Perkal){_PLACE}", "Peraturan Kalurahan"),
        (rf"(?:Peraturan\s+Kampung|Perkam){_PLACE}", "Peraturan Kampung"),
        (rf"(?:Peraturan\s+Nagari|Pernag){_PLACE}", "Peraturan Nagari"),
        (rf"Peraturan\s+Lurah{_PLACE}", "Peraturan Lurah"),
        (rf"Peraturan\s+Keuchik{_PLACE}", "Peraturan Keuchik"),
        (rf"Peraturan\s+Wali\s+Nagari{_PLACE}", "Peraturan Wali Nagari"),
        *((rf"Peraturan\s+{village}{_PLACE}", f"Peraturan {village}") for village in _VILLAGES),
        *((rf"Qanun\s+{village}{_PLACE}", f"Qanun {village}") for village in ("Gampong", "Kampung")),
    )
)
#: What many write for a decision.
_WRITTEN_DECISION = re.compile(r"\b(?:Surat\s+Keputusan|SK)\b", re.IGNORECASE)
_CONSTITUTION = re.compile(
    r"(?:Undang\s*-?\s*Undang\s+Dasar|UUD)(?:\s+Negara)?(?:\s+Republik\s+Indonesia|\s+R\.?I\.?)?(?:\s+Tahun)?\s+1945",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<head>.*?)[\s,]*\b(?:Nomor|No\.?)\s*:?\s*(?P<nomor>[^\s,]+?)"
    r"(?:\s*/\s*|[\s,]*(?:Tahun|Thn?\.?)\s*)(?P<tahun>(?:19|20)\d\d)(?:[\s,]+(?:tentang|ttg\.?)\s+(?P<tentang>.+))?",
    re.IGNORECASE | re.DOTALL,
)
_SHEET = re.compile(
    r"\(\s*(?:Lembaran|Berita)[^()\d]*?(?:Tahun|Thn?\.?)\s*(?P<tahun>\d{4})[\s,]*(?:Nomor|No\.?)\s*(?P<nomor>\d+)"
    r"(?:[\s,;]*(?:dan\s+)?Tambahan[^()\d]*?(?:Nomor|No\.?)\s*(?P<tambahan>\d+))?\s*\)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"[\s,]+(?P<frasa>sebagaimana\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?diubah"
    r"(?:\s+(?:beberapa\s+kali|terakhir|dengan|dan))*)\s+",
    re.IGNORECASE,
)
_HEAD = re.compile(r"[^\d]+?(?=\s*\b(?:Nomor|No\.?)\b)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_END = re.compile(r"(?:[\s;.,]|;\s*dan)*$")
#: What the standard form spells out, so that both forms can be compared word by word.
_SPELT = {
    "no": "nomor", "th": "tahun", "thn": "tahun", "ttg": "tentang",
    "prov": "provinsi", "propinsi": "provinsi", "kab": "kabupaten",
    "uu": "undang undang", "uud": "undang undang dasar", "pp": "peraturan pemerintah", "perpres": "peraturan presiden",
    "perpu": "peraturan pemerintah pengganti undang undang", "perppu": "peraturan pemerintah pengganti undang undang",
    "keppres": "keputusan presiden", "inpres": "instruksi presiden", "permen": "peraturan menteri",
    "permendagri": "peraturan menteri dalam negeri", "kepmendagri": "keputusan menteri dalam negeri",
    "perda": "peraturan daerah", "pergub": "peraturan gubernur", "perbup": "peraturan bupati",
    "perwali": "peraturan wali kota", "perwal": "peraturan wali kota", "walikota": "wali kota", "tap": "ketetapan",
    "mpr": "majelis permusyawaratan rakyat", "ri": "republik indonesia", "se": "surat edaran",
    "perka": "peraturan kepala", "kepmen": "keputusan menteri", "inmen": "instruksi menteri",
    "inmendagri": "instruksi menteri dalam negeri", "perdasus": "peraturan daerah khusus",
    "perdasi": "peraturan daerah", "perdais": "peraturan daerah istimewa", "kepgub": "keputusan gubernur",
    "kepbup": "keputusan bupati", "kepwali": "keputusan wali kota", "kepwal": "keputusan wali kota",
    "ingub": "instruksi gubernur", "inbup": "instruksi bupati", "inwali": "instruksi wali kota",
    "dprd": "dewan perwakilan rakyat daerah", "perdes": "peraturan desa",
    "perkades": "peraturan kepala desa", "perkal": "peraturan kalurahan", "perkam": "peraturan kampung",
    "pernag": "peraturan nagari",
}  # fmt: skip


def read_entry(text: str) -> RegulationEntry | None:
    """The entry whose standard citation says what `text` says; None if it is no citation, or would lose a word."""
    text = bare_citation(text)
    if len(text) > 3000 or spans.has_marks(text):
        return None
    strict = citation.read_citation(text)
    entry = strict if strict and "tentang" in strict else _read_tolerantly(text)
    if entry is None or not _is_sound(entry) or any(spans.has_marks(part) for part in _entry_texts(entry)):
        return None
    return entry if not _spell_out(text) - _spell_out(citation.write_citation(entry)) else None


def read_any(text: str) -> RegulationEntry | None:
    """The entry of a citation in the standard form, or as people type it; None if it is neither."""
    return citation.read_citation(text) or read_entry(text)


def bare_citation(text: str) -> str:
    """A citation without what ends an item of a list: `;`, `.`, `; dan`."""
    return _END.sub("", " ".join(text.split()))


def is_citation(text: str) -> bool:
    """Whether a text begins like a regulation, and says which one."""
    if _CONSTITUTION.match(text.strip()):
        return True
    if re.search(r"\b(?:nomor|no|tahun|tentang)\b", text, re.IGNORECASE) is None:
        return False
    head = re.split(r"\b(?:Nomor|No\.?|Tahun)\s*:?\s", " ".join(text.split()), maxsplit=1, flags=re.IGNORECASE)[0]
    return _read_kind(head.strip(" ,")) is not None


def _spell_out(text: str) -> Counter[str]:
    """The words of a citation, abbreviations spelt out; the republic, which many leave out, does not count."""
    text = _WRITTEN_DECISION.sub("keputusan", text)
    found = Counter(_spell_words(text))
    for word in ("republik", "indonesia"):
        del found[word]
    return found


def _spell_words(text: str) -> list[str]:
    tokens = (token.lstrip("0") for token in _WORD.findall(text.casefold()))
    return [word for token in tokens for word in _SPELT.get(token, token).split()]


def _entry_texts(entry: RegulationEntry) -> list[str]:
    return [part for one in (entry, *citation.list_amendments(entry)) for part in one.values() if isinstance(part, str)]


def _is_sound(entry: RegulationEntry) -> bool:
    """Whether years and numbers are such as regulations have."""
    parts = [entry, *citation.list_amendments(entry)]
    sheets = [part["lembaran"] for part in parts if "lembaran" in part]
    years = [part["tahun"] for part in [*parts, *sheets] if "tahun" in part]
    counts = [part.get("nomor", 1) for part in [*parts, *sheets]] + [part.get("tambahan", 1) for part in parts]
    return all(1945 <= year <= 2100 for year in years) and all(count not in {0, ""} for count in counts)


def _read_tolerantly(text: str) -> RegulationEntry | None:
    for match in _CHANGED.finditer(text):
        first = _read_titled(text[: match.start()])
        second = _read_one(text[match.end() :]) or (first and _read_like(first, text[match.end() :]))
        if first and second:
            return {**first, "diubah": {"frasa": match["frasa"], **second}}
    return _read_titled(text)


def _read_like(first: RegulationEntry, text: str) -> RegulationEntry | None:
    """An amendment that says of whom it is no more than its kind: `Perda Nomor 5 Tahun 2021` of the same region."""
    name = fill_maker(read_kinds()[first["jenis"]].name, first)
    head = _HEAD.match(text)
    if head is None or not " ".join(_spell_words(name)).startswith(" ".join(_spell_words(head[0]))):
        return None
    return _read_one(f"{name} {text[head.end() :]}")


def _read_titled(text: str) -> RegulationEntry | None:
    """A regulation that says what it is about, as only one that amends another need not."""
    entry = _read_one(text)
    return entry if entry and ("tentang" in entry or "nomor" not in entry) else None


def _read_one(text: str) -> RegulationEntry | None:
    sheets = list(_SHEET.finditer(text))
    sheet = sheets[-1] if sheets and not text[sheets[-1].end() :].strip(" ;.,") else None
    bare = text[: sheet.start()].rstrip(" ,") if sheet else text
    if _CONSTITUTION.fullmatch(bare):
        return {"jenis": "UUD 1945"}
    match = _NUMBER.fullmatch(bare)
    named = _read_kind(match["head"]) if match else None
    if match is None or named is None:
        return None
    number = match["nomor"].rstrip(".")
    if named["jenis"] in citation.NUMBERED_BY_YEAR and f"{number}/{match['tahun']}" in bare:
        number = f"{number}/{match['tahun']}"
    named["nomor"] = int(number) if number.isdecimal() and int(number) else number
    entry: RegulationEntry = {**named, "tahun": int(match["tahun"])}
    if match["tentang"]:
        entry["tentang"] = match["tentang"].strip()
    if sheet:
        entry["lembaran"] = {"tahun": int(sheet["tahun"]), "nomor": int(sheet["nomor"])}
        if sheet["tambahan"]:
            entry["tambahan"] = int(sheet["tambahan"])
    return entry


def _read_kind(head: str) -> RegulationEntry | None:
    for pattern, kind in _KINDS:
        if match := pattern.match(head.strip()):
            return begin_entry(kind, match.groupdict())
    return None


def list_standardised(read: Sequence[tuple[str, RegulationEntry]]) -> list[tuple[str, str]]:
    """The citations (text, entry) that are printed otherwise than they stood, as (old, new)."""
    pairs = ((bare_citation(text), citation.write_citation(entry)) for text, entry in read)
    return [(old, new) for old, new in pairs if old != new]
