"""Which indicator of the performance tables a phrase names, and what the tables state of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from renjadoc.checks import walk
from renjadoc.reading import Reading
from renjadoc.tables import target_renstra
from renjadoc.tables.quantities import Cell, quantities

#: Words of a name or a sentence that do not tell what is measured.
_GENERIC = frozenset(
    """nilai angka tingkat persentase prosentase jumlah capaian realisasi target indikator kinerja sasaran tujuan
    sebesar sebanyak
    adalah ialah yaitu yakni mencapai baru masih telah sudah juga pun pada di dalam dengan dari ke untuk dan atau
    yang tahun oleh
    naik turun meningkat menurun menjadi hingga sampai kondisi bahwa maka adapun sedangkan sementara serta sebaliknya
    akhir
    direncanakan ditargetkan tercatat rata ini itu tersebut luasnya hasil secara terhadap sebagai per dapat harus
    akan lalu
    membaik memburuk bertambah berkurang tercapai terealisasi belum tidak namun tetapi diukur terukur ditandai
    antara lain
    berupa meliputi tipis sedikit signifikan cukup jauh kembali terus makin semakin hanya sebelumnya kini dicapai
    berada terpaut
    diproyeksikan diperkirakan diprakirakan sebelum sesudah masing jika bila dibandingkan dibanding""".split()  # noqa: SIM905
)


#: Names of rows are made of the same few thousand words.
@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str:
    """A rough stem, the same for `kemantapan` and `mantap`, `menetapkan` and `penetapan`."""
    word = re.sub(r"(?:nya|lah|pun)$", "", word)
    if re.fullmatch(r"me\w{4,}kan", word):
        return word[2:-3]
    for prefix in ("ke", "pe", "per", "pem", "pen", "meng", "mem", "men", "me", "ber", "ter", "di"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 5:
            word = word[len(prefix) :]
            break
    return word[:-2] if word.endswith("an") and len(word) > 6 else word


def read_stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{3,}", text.casefold().replace("*", ""))
    words = [bare if (bare := word.removesuffix("nya")) in _GENERIC else word for word in words]
    return frozenset(_stem(word) for word in words if word not in _GENERIC)


class Indicator(NamedTuple):
    """An indicator of the tables: its stems, its abbreviation, the quantities that tables state of it."""

    name: str
    stems: frozenset[str]
    short: str
    values: set[Decimal]
    units: set[str]
    #: What is stated of each year, then what was reached and what was wanted of it alone.
    targets: dict[int, set[Decimal]]
    reached: dict[int, Decimal]
    wanted: dict[int, Decimal]


@lru_cache(maxsize=2)
def list_indicators(reading: Reading) -> list[Indicator]:
    own = read_stems(f"{reading.folder.facts['perangkat_daerah']['nama']} {reading.folder.facts['daerah']['nama']}")
    own |= read_stems(reading.folder.facts["daerah"]["jenis"])
    found: dict[str, Indicator] = {}
    for name, twin, unit, cells in _list_cells(reading):
        key = twin or name
        known = found.get(key) or Indicator(key, read_stems(key) - own, _find_short(key), set(), set(), {}, {}, {})
        found[key] = known
        found[name] = known._replace(name=name, stems=read_stems(name) - own, short=_find_short(name))
        for field, year, cell in cells:
            for number, written in quantities(cell) or []:
                apart = known.reached if field == "capaian" else known.wanted if field == "target" else {}
                apart.setdefault(year, number)
                known.values.add(number)
                known.units.add("%" if (written or unit) in {"%", "persen"} else (written or unit).partition(" ")[0])
                known.targets.setdefault(year, set()).add(number)
    return [one for one in found.values() if one.values]


def _find_short(name: str) -> str:
    """The abbreviation of a name: as it stands in brackets, else its initials, of three words or more."""
    match = re.search(r"\(([A-Z]{2,8})\)", name)
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]{4,}", name)).upper()
    return match[1] if match else initials if 3 <= len(initials) <= 5 else ""


#: The cells of `kinerja-urusan`: what each states, and how many years from that of the Renja.
_URUSAN = {
    "target_n-2": ("target", -2), "realisasi_n-2": ("capaian", -2), "prakiraan_n-1": ("proyeksi", -1),
    "target_n": ("target", 0), "target_n+1": ("target", 1),
}  # fmt: skip
#: Which field, of which year, what stands in it.
_Stated = tuple[str, int, Cell]


def _list_cells(reading: Reading) -> Iterator[tuple[str, str, str, list[_Stated]]]:
    """Every indicator of the performance tables: name, name in the Renstra, unit, cells with their years; 0 of none."""
    tahun = reading.folder.tahun
    for _, _, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        cells: list[_Stated] = [
            (field, tahun + int(year[1:] or 0), cell)
            for field in ("target", "capaian", "proyeksi")
            for year, cell in node.get(field, {}).items()
        ]
        extra: list[_Stated] = [("", 0, node.get("spm")), ("", 0, node.get("ikk"))]
        unit, twin = str(node.get("satuan", "")).casefold(), node.get("indikator_renstra") or ""
        yield node["nama"], twin, unit, [*cells, *extra]
    for _, _, node in walk.rows_of(reading, "kinerja-urusan", "indikator"):
        stated: list[_Stated] = [(field, tahun + step, node.get(key)) for key, (field, step) in _URUSAN.items()]
        unit = str(node.get("satuan", "")).casefold()
        last = reading.folder.facts["renstra"]["akhir"]
        yield node["nama"], "", unit, [*stated, ("target", last, node.get("target_renstra"))]
    for source in reading.folder.tables_of("target-renstra"):
        years = target_renstra.target_years(reading.folder)
        for _, one in target_renstra.walk_indicators(source.data):
            yield one["nama"], "", "", [("target", *pair) for pair in zip(years, one["target"], strict=False)]


def match_indicator(said: str, reading: Reading) -> Indicator | None:
    """The indicator of which all telling words of a phrase speak; None where it may be another thing."""
    own = read_stems(f"{reading.folder.facts['perangkat_daerah']['nama']} {reading.folder.facts['daerah']['nama']}")
    stems = (
        read_stems(re.sub(r"\b(?:19|20)\d\d\b|\([A-Z]+\)", "", said))
        - own
        - read_stems(reading.folder.facts["daerah"]["jenis"])
    )
    fitting = []
    for one in list_indicators(reading):
        if one.short and (named := re.search(rf"\b{one.short}\b", said)):
            # `BOR kelas III` is not the BOR of the table.
            return one if read_stems(said[named.end() :]) & stems <= one.stems else None
        if stems and stems <= one.stems and (len(stems) >= 2 or _names_only_word(said, one)):
            fitting.append(one)
    return fitting[0] if fitting and len({frozenset(one.values) for one in fitting}) == 1 else None


#: What stands before the thing that is measured, and is often left out: `stunting turun`, `koperasi sehat naik`.
_MEASURES = read_stems("cakupan indeks rasio prevalensi proporsi kontribusi rerata skor laju panjang luas volume")


def names_head(said: str, indicator: Indicator) -> bool:
    """Whether a phrase names what an indicator is of first: `waktu tunggu`, where it is that of `rawat jalan`."""
    if indicator.short and re.search(rf"\b{indicator.short}\b", said):
        return True
    words = (word for word in re.findall(r"[a-z]{3,}", indicator.name.casefold()) if read_stems(word))
    head = next((stems for word in words if (stems := read_stems(word)) <= indicator.stems - _MEASURES), frozenset())
    return head <= read_stems(said)


def _names_only_word(said: str, indicator: Indicator) -> bool:
    """Whether a phrase has the one telling word of an indicator as it is: `sehat`, not `kesehatan`."""
    words = frozenset(re.findall(r"\w+", said.casefold()))
    telling = (word for word in re.findall(r"\w+", indicator.name.casefold()) if read_stems(word) == indicator.stems)
    return len(indicator.stems) == 1 and not words.isdisjoint(telling)
