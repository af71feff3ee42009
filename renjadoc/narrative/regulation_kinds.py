"""The kinds of regulations as data: what each is called, its place in the order, its gazette, who makes it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from renjadoc import resources
from renjadoc.narrative.regulation_entry import MAKERS, RegulationEntry


class RegulationKind(NamedTuple):
    """One kind (`jenis`). `name` and the gazettes name the maker in holes: {daerah}, {kementerian}, {lembaga}.

    `rank` orders lists (UU 12/2011 Pasal 7 and 8); `needed` says what of the gazette must be cited; `short` are its
    abbreviations, `spoken` other ways to write its name, in small letters.
    """

    name: str
    rank: int
    gazette: str = ""
    supplement: str = ""
    needed: str = "tidak"
    makers: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()

    @property
    def needs_gazette(self) -> bool:
        return self.needed != "tidak"

    @property
    def needs_supplement(self) -> bool:
        return self.needed == "lembaran dan tambahan"


@cache
def read_kinds() -> dict[str, RegulationKind]:
    """Every kind by its name, in the order of a list."""
    data = resources.read_data("jenis-peraturan.json")
    return {
        one["jenis"]: RegulationKind(
            one["nama"],
            one["urutan"],
            one.get("lembaran", ""),
            one.get("tambahan", ""),
            one["wajib"],
            tuple(one.get("perlu", ())),
            tuple(one["singkatan"]),
            tuple(one.get("sebutan", ())),
        )
        for one in data["jenis"]
    }


#: Gazettes of the state by the name that an entry may give where its kind usually stands in the other one.
STATE_GAZETTES = {
    "Lembaran Negara": ("Lembaran Negara Republik Indonesia", "Tambahan Lembaran Negara Republik Indonesia"),
    "Berita Negara": ("Berita Negara Republik Indonesia", "Tambahan Berita Negara Republik Indonesia"),
}
#: Regions whose name says already what they are.
_NAMED_ALONE = ("Daerah Istimewa", "Aceh")


def fill_maker(pattern: str, maker: RegulationEntry) -> str:
    """A name with who makes the regulation: `Peraturan Daerah Provinsi {daerah}` -> that of Jawa Tengah."""
    holes = {key: maker.get(key, "") for key in MAKERS}
    if holes["daerah"].startswith(_NAMED_ALONE[0]) or holes["daerah"] == _NAMED_ALONE[1]:
        pattern = pattern.replace("Provinsi {daerah}", "{daerah}")
    return pattern.format(**holes).strip()
