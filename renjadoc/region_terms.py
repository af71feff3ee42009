"""What a region calls its parts, heads and regulations: Aceh, Papua, Yogyakarta and others have words of their own."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from renjadoc import resources
from renjadoc.matching import fold_name

#: Head of the region by its kind.
HEADS = {"Kabupaten": "Bupati", "Kota": "Wali Kota", "Provinsi": "Gubernur"}


class RegionTerms(NamedTuple):
    """The words of one region. `words` is what the country says -> what this region says, in small letters.

    `full` is the name of the region itself; `kinds` are kinds of regulations that only regions like this one make,
    `instead` those that it makes in the place of others, since the year `since`; `never` those that its parts do not
    make, with what stands for them.
    """

    full: str
    head: str
    words: dict[str, str]
    dprd: str
    regulation: str
    kinds: tuple[str, ...] = ()
    instead: dict[str, str] = {}  # noqa: RUF012  (never changed)
    since: int = 0
    never: dict[str, str] = {}  # noqa: RUF012  (never changed)


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
        special.get("bukan", {}),
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


def find_special_law(provinsi: str) -> dict[str, Any]:
    """The law that makes a province special, as an entry of a list of regulations; empty for the others."""
    law: dict[str, Any] = _find_special(provinsi).get("undang_undang", {})
    return law


def special_kinds() -> frozenset[str]:
    """The kinds of regulations that only some regions make."""
    return frozenset(kind for special in _read_terms()["daerah"] for kind in special.get("jenis_peraturan", ()))


def head_of_office(nama: str, lengkap: str) -> str:
    """Who signs for an office: `Camat Sukamaju`, `Inspektur Kabupaten Contoh`, `Kepala Dinas … Kabupaten …`."""
    for one in _read_terms()["pimpinan"]:
        if begun := re.match(rf"{one['awal']}\b", nama, re.IGNORECASE):
            rest = (lengkap if one.get("daerah") else nama)[begun.end() :].strip()
            return f"{one['jabatan']} {rest}".strip()
    return f"Kepala {lengkap}"


def title_of_part(nama: str) -> str:
    """The title of the head of a kecamatan, kelurahan or the like, by the office's name; empty for other offices."""
    parts = (one for one in _read_terms()["pimpinan"] if not one.get("daerah"))
    return next((one["jabatan"] for one in parts if re.match(rf"{one['awal']}\b", nama, re.IGNORECASE)), "")


def describe_position(nama: str, jenis: str, provinsi: str) -> str | None:
    """What an office is and to whom its head answers, in the words of the region; None for offices of no known kind."""
    known = _read_terms()["kedudukan"]
    sentence = next((one["kalimat"] for one in known if re.match(one["awal"], nama, re.IGNORECASE)), None)
    if sentence is None:
        return None
    terms, special = find_terms(jenis, nama, provinsi), _find_special(provinsi)
    words = terms.words
    below = words["kelurahan"] if _is_without_villages(words, jenis) else f"{words['desa']} dan {words['kelurahan']}"
    above = special.get("atasan_camat", f"{terms.head} melalui Sekretaris Daerah")
    return str(sentence).format(
        nama=nama, kepala=terms.head, dprd=terms.dprd, kecamatan=words["kecamatan"], camat=words["camat"],
        Camat=words["camat"].title(), bawahan=below, jabatan=title_of_part(nama), atasan_camat=above,
        suku=" ".join(nama.split()[:2]), satuan=nama.split()[0], dilayani=" ".join(nama.split()[1:]),
        peraturan=terms.regulation.lower(),
    )  # fmt: skip


def _is_without_villages(words: dict[str, str], jenis: str) -> bool:
    """Whether a region's kecamatan have kelurahan alone: those of a kota that has no word of its own for desa."""
    return words["desa"] == words["kelurahan"] or (jenis == "Kota" and words["desa"] == "desa")


def _of_kind(word: object, jenis: str) -> str:
    if isinstance(word, dict):
        return str(word.get(jenis) or word.get("lain", ""))
    return str(word)


def _find_special(provinsi: str) -> dict[str, Any]:
    plain = fold_name(provinsi.removeprefix("Provinsi "))
    found = (one for one in _read_terms()["daerah"] if plain in {name.casefold() for name in one["provinsi"]})
    return next(found, {})


@cache
def _read_terms() -> dict[str, Any]:
    data: dict[str, Any] = resources.read_data("kekhususan.json")
    return data
