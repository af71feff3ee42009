"""The heads of evaluations by quarters in old documents: which column is which of a pair, of which quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from renjadoc.problem import shorten_text
from renjadoc.tables import old

_QUARTER = re.compile(r"(?:triwulan|tribulan|\btw)[\s./]*(?:ke-?\s*)?(iv|iii|ii|i|[1-4])\b")
_UNTIL = re.compile(r"(?:s\.?\s*/?\s*d\b|sampai).*(?:triwulan|tribulan|\btw\b)")
_ALONE = re.compile(r"/ (?:triwulan |tw )?(iv|iii|ii|i|[1-4])(?: /|$)")
_SHARE = re.compile(r"tingkat|%|persen|serapan")
_AMOUNT = re.compile(r"(?:^|[/ (])(?:rp\.?|anggaran|keuangan|pagu)\W*$")
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, **{str(number): number for number in range(1, 5)}}
#: Columns of what is said of a row's figures; they may name those figures too (`Faktor Penghambat Pencapaian Kinerja`).
_REMARKS = (
    ("faktor", r"(?=.*(?:pendorong|pendukung)).*(?:penghambat|hambatan|kendala)"),
    ("faktor_pendorong", r".*faktor.*(?:pendorong|pendukung)|pendorong|pendukung"),
    ("faktor_penghambat", r".*faktor.*penghambat|penghambat|hambatan|kendala|permasalahan|masalah"),
    ("tindak_lanjut", r"(?:rencana )?tindak lanjut|rekomendasi|solusi|upaya"),
)
#: Columns that no pair is made of, by what their heads begin with.
_SINGLE = (
    ("nomor", r"no(?:mor)?\b\.?"), ("kode", r"kode"), ("sasaran", r"sasaran"),
    ("penanggung_jawab", r".*(?:penanggung\s*-?\s*jawab|unit)"), ("catatan", r"ket\b|keterangan|catatan"),
    ("satuan", r"satuan"), ("indikator", r".*indikator"), ("nama", r".*(?:program|kegiatan|uraian)"),
)  # fmt: skip
_BEFORE = (("target_renstra", "pagu_renstra"), ("realisasi_renstra", "anggaran_renstra"), ("target", "pagu"))
_REACHED, SINCE = ("realisasi", "realisasi_anggaran"), ("realisasi_renstra_sd", "anggaran_renstra_sd")
LEVEL = ("persen", "persen_anggaran")


def place_columns(heads: Sequence[str]) -> Iterator[str]:
    """What each column is: a single one by its head, a pair by its head and by what stands before it."""
    quarters, later, last = False, iter((_REACHED, SINCE)), (("", ""), "")
    heads = [head.casefold() for head in heads]
    counts_on, levels = is_cumulative(heads), _find_levels(heads)
    for column, head in enumerate(heads):
        top = head.rpartition(" / ")[0] or head
        if remark := next((id for id, pattern in _REMARKS if re.match(pattern, head)), ""):
            yield remark
            continue
        if column in levels:
            quarters = True
            yield levels[column]
            continue
        if (number := find_quarter(head, until=counts_on)) is not None:
            is_planned = _is_planned(head)
            quarters = quarters or not is_planned
            pair = (f"target_{number}", f"pagu_{number}") if is_planned else (f"kinerja_{number}", f"anggaran_{number}")
        elif not re.search(r"/ (?:k|rp)\b|realisasi|target|tingkat|capaian|anggaran|pagu|persen|%|serapan", head):
            yield next((id for id, pattern in _SINGLE if re.match(pattern, head)), "") or _refuse_head(head)
            continue
        elif _SHARE.search(head) and not re.fullmatch(r"target[^/]*", head):
            pair = LEVEL
        elif last[1] == top and last[0] != ("", ""):
            pair = last[0]
        elif quarters:
            pair = SINCE if "renstra" in head else next(later, ("", ""))
        else:
            pair = _find_pair_before(head)
        if pair == ("", ""):
            _refuse_head(head)
        last = pair, top
        yield pair[_is_amount(head)]


def _find_pair_before(head: str) -> tuple[str, str]:
    """What stands before the quarters: the Renstra's target, what was reached of it, the target of the Renja."""
    if re.search(r"realisasi|capaian", head) and not re.match(r"target", head):
        return _BEFORE[1]
    return _BEFORE[0] if "renstra" in head or "akhir periode" in head else _BEFORE[2]


def _is_planned(head: str) -> bool:
    """Whether the column of a quarter says what was to be reached in it."""
    named = re.findall(r"\b(?:target|rencana|pagu|realisasi|capaian)\b", head)
    return named[-1:] == ["target"] or ("realisasi" not in named and named[-1:] in (["pagu"], ["rencana"]))


def is_cumulative(heads: Sequence[str]) -> bool:
    """Whether every quarter whose figures the heads name is one since the year began."""
    heads = [head.casefold() for head in heads]
    figures = [head for head in heads if not _SHARE.search(head)]
    return not any(find_quarter(head) for head in (figures if any(map(_name_quarter, figures)) else heads))


def _find_levels(heads: Sequence[str]) -> dict[int, str]:
    """The columns that say how far a quarter came, in per cent, by their places.

    Each stands beside the figure of its quarter; the only one of a cumulated table says how far the year is.
    """
    counts_on = is_cumulative(heads)
    numbers = {column: number for column, head in enumerate(heads) if (number := _name_quarter(head))}
    reached = {column for column in numbers if not _is_planned(heads[column])}
    figures = {column for column in reached if not _is_level(heads[column])}
    found: dict[int, str] = {}
    for column in sorted(column for column in numbers if _is_level(heads[column])):
        is_amount = _is_of_amount(heads, numbers, column)
        beside = {one for one in figures if numbers[one] == numbers[column] and _is_amount(heads[one]) == is_amount}
        if beside and (counts_on or not _UNTIL.search(heads[column])):
            found[column] = f"{LEVEL[is_amount]}_{numbers[column]}"
    alone = {id for id in found.values() if sum(one[:-1] == id[:-1] for one in found.values()) == 1}
    has_more = any(_SHARE.search(head) and column not in numbers for column, head in enumerate(heads))
    return found if has_more or not counts_on else {k: id for k, id in found.items() if id not in alone}


def _is_level(head: str) -> bool:
    """Whether the column of a quarter states a percentage, or an achievement that is no figure of its own."""
    said = head.rpartition(" / ")[2]
    if re.match(r"target|rencana", said) or (re.match(r"target|rencana", head) and "realisasi" not in head):
        return False
    return bool(_SHARE.search(head) or re.fullmatch(r"capaian(?: kinerja| anggaran)?", said))


def _is_of_amount(heads: Sequence[str], numbers: Mapping[int, int], column: int) -> bool:
    """Whether a percentage is of rupiah: as it says, or as the column of its quarter before it."""
    said = heads[column].rpartition(" / ")[2]
    if re.search(r"\b(?:kinerja|fisik|k)\b", said):
        return False
    before = numbers.get(column - 1) == numbers[column] and _is_amount(heads[column - 1])
    return bool(re.search(r"\b(?:anggaran|keuangan|serapan|rp|dana)\b", said)) or before


def _is_amount(head: str) -> bool:
    """Whether a column of a pair holds rupiah: by what it ends in, or because it speaks of money alone."""
    said = head.rpartition(" / ")[2]
    is_money = re.search(r"\b(?:anggaran|keuangan|pagu|serapan|rp)\b", said) and not re.search(r"kinerja|fisik", said)
    return bool(_AMOUNT.search(head) or is_money)


def find_quarter(head: str, *, until: bool = False) -> int | None:
    """The quarter of a column that states what was reached in it, or with `until` since the year began."""
    is_until = bool(_UNTIL.search(head))
    if is_until != until or (is_until and ("renstra" in head or _SHARE.search(head))):
        return None
    return _name_quarter(head)


def _name_quarter(head: str) -> int | None:
    """The quarter that a head names."""
    if not re.search(r"triwulan|tribulan|\btw\b", head):
        return None
    match = _QUARTER.search(head) or _ALONE.search(head)
    return _NUMBERS[match[1]] if match else None


def _refuse_head(head: str) -> str:
    raise old.Unfit(f"kolom “{shorten_text(head, 50)}” tidak ada dalam bentuk baku")
