"""What a region calls its parts, heads and regulations: Aceh, Papua, Yogyakarta and others have words of their own."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, NamedTuple

from renjadoc import resources

#: Head of the region by its kind.
HEADS = {"Kabupaten": "Bupati", "Kota": "Wali Kota", "Provinsi": "Gubernur"}


class RegionTerms(NamedTuple):
    """The words of one region. `words` is what the country says -> what this region says, in small letters.

    `full` is the name of the region itself; `kinds` are kinds of regulations that only regions like this one make,
    `instead` those that it makes in the place of others, since the year `since`.
    """

    full: str
    head: str
    words: dict[str, str]
    dprd: str
    regulation: str
    kinds: tuple[str, ...] = ()
    instead: dict[str, str] = {}  # noqa: RUF012  (never changed)
    since: int = 0


def find_terms(jenis: str, nama: str, provinsi: str) -> RegionTerms:
    """The words of a region (`daerah` in dokumen.json)."""
    data, special = _read_terms(), _find_special(provinsi)
    general = data["umum"]
    words = {**general["sebutan"], **{key: _of_kind(word, jenis) for key, word in special.get("sebutan", {}).items()}}
    named_alone = jenis == "Provinsi" and "lengkap" in special
    return RegionTerms(
        special["lengkap"] if named_alone else f"{jenis} {nama}",
        HEADS[jenis],
        words,
        _of_kind(special.get("dprd", general["dprd"]), jenis),
        special.get("peraturan", general["peraturan"]),
        tuple(special.get("jenis_peraturan", ())),
        special.get("pengganti", {}),
        special.get("sejak", 0),
    )


def list_own_words(key: str) -> dict[str, frozenset[str]]:
    """Every word that some region has for `key` (kecamatan), with the provinces of those regions; "" is the rest."""
    data = _read_terms()
    found: dict[str, set[str]] = {data["umum"]["sebutan"][key]: {""}}
    for special in data["daerah"]:
        stated = special.get("sebutan", {}).get(key, data["umum"]["sebutan"][key])
        for word in stated.values() if isinstance(stated, dict) else [stated]:
            found.setdefault(word, set()).update(special["provinsi"])
    return {word: frozenset(provinces) for word, provinces in found.items()}


def special_kinds() -> frozenset[str]:
    """The kinds of regulations that only some regions make."""
    return frozenset(kind for special in _read_terms()["daerah"] for kind in special.get("jenis_peraturan", ()))


def head_of_office(nama: str, lengkap: str) -> str:
    """Who signs for an office: `Camat Sukamaju`, `Inspektur Kabupaten Contoh`, `Kepala Dinas … Kabupaten …`."""
    for one in _read_terms()["pimpinan"]:
        if re.match(rf"{re.escape(one['awal'])}\b", nama, re.IGNORECASE):
            rest = (lengkap if one.get("daerah") else nama)[len(one["awal"]) :]
            return f"{one['jabatan']}{rest}"
    return f"Kepala {lengkap}"


def title_of_part(nama: str) -> str:
    """The title of the head of a kecamatan, kelurahan or the like, by the office's name; empty for other offices."""
    parts = (one for one in _read_terms()["pimpinan"] if not one.get("daerah"))
    return next((one["jabatan"] for one in parts if re.match(rf"{one['awal']}\b", nama, re.IGNORECASE)), "")


def _of_kind(word: Any, jenis: str) -> str:
    if isinstance(word, dict):
        return str(word.get(jenis) or word.get("lain", ""))
    return str(word)


def _find_special(provinsi: str) -> dict[str, Any]:
    plain = " ".join(provinsi.removeprefix("Provinsi ").split()).casefold()
    found = (one for one in _read_terms()["daerah"] if plain in {name.casefold() for name in one["provinsi"]})
    return next(found, {})


@cache
def _read_terms() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.region_terms_file().read_text("utf-8"))
    return data
