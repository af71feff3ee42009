"""What a sentence tells beside the amount of a row of the plan: how many it is for, and what changed in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from renjadoc.checks import walk
from renjadoc.checks.figured import Mismatch, Statement, tell_first, walk_figured
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.roles import BESIDE, CHANGED_BY, SHARES
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import names_other_office
from renjadoc.checks.stated import Figure, lies_in, share
from renjadoc.indonesian import persen
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.before import Pair
from renjadoc.tables.layout import Node
from renjadoc.tables.quantities import Quantity, quantities


class _Priced(NamedTuple):
    """A row of the plan by one of its amounts: its name, the words of it, what it is for in that year."""

    name: str
    stems: frozenset[str]
    targets: tuple[Quantity, ...]


class _Changed(NamedTuple):
    """A row that a Renja Perubahan changes: its name, the words of it, its amount and targets before and after."""

    name: str
    stems: frozenset[str]
    amounts: tuple[int, int]
    before: tuple[Quantity, ...]
    after: tuple[Quantity, ...]


@rule("RJ153", "Target atau persentase di samping pagu berbeda dari baris rencananya", needs=("tabel",))
def check_beside_amounts(reading: Reading) -> Iterator[Finding]:
    """Yang disebut bersama pagu sebuah sub kegiatan adalah targetnya; dalam Renja Perubahan juga perubahannya.

    “Sambungan bagi 1.600 keluarga Rp3.960.000.000” keliru bila sub kegiatan berpagu itu bertarget 1.800 keluarga.
    Dalam Renja Perubahan, “dari 12 laporan menjadi 18 laporan” dan “bertambah Rp410.000.000 (25%)” dicocokkan dengan
    rencana sebelum dan sesudahnya.

    Mengapa: target diubah bersama pagunya, dan kalimatnya menyebut target yang lama.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "150 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu = 123000000
        bab-5.json /isi/0 = "Pelatihan bagi 120 orang memerlukan Rp123.000.000."
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target = "150 orang"
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/pagu = 123000000
        bab-5.json /isi/0 = "Pelatihan bagi 150 orang memerlukan Rp123.000.000."
    """
    priced, changed = _index_rows(reading), _list_changed(reading)
    for said in walk_figured(reading):
        if names_other_office(said.text, reading):
            continue
        asked = (_find_target(said, priced), _find_changed_target(said, changed), _find_growth(said, changed))
        if found := tell_first(said, asked, "Samakan kalimat dan tabelnya."):
            yield found


def _read_row(node: Node, reading: Reading) -> tuple[str, frozenset[str]]:
    name = reading.printed(str(node.get("nama", "")))
    return name, read_stems(f"{name} {reading.printed(str(node.get('indikator') or ''))}")


def _index_rows(reading: Reading) -> dict[int, list[_Priced]]:
    """The rows of the plan by the amounts that are told, of this year and the next, each with its targets then."""
    told = {int(one.value) for said in walk_figured(reading) for one in said.figures if one.unit == "Rp"}
    found: dict[int, list[_Priced]] = defaultdict(list)
    for _, _, node in walk.funded(reading):
        for amount, target in (("pagu", "target"), ("pagu_maju", "target_maju")):
            if node.get(amount) and node[amount] in told:
                name, stems = _read_row(node, reading)
                found[node[amount]].append(_Priced(name, stems, tuple(quantities(node.get(target)) or ())))
    return found


@lru_cache(maxsize=2)
def _list_changed(reading: Reading) -> tuple[_Changed, ...]:
    """The rows that have an amount of their own in both plans of a Renja Perubahan."""
    tables = reading.tables.of_kind("rencana-program")
    return tuple(one for table in tables if table.amendment for one in _walk_pairs(table.amendment.pairs, reading))


def _walk_pairs(pairs: list[Pair], reading: Reading) -> Iterator[_Changed]:
    for pair in pairs:
        before, after = pair.before, pair.after
        if before and after and "pagu" in before and "pagu" in after:
            name, stems = _read_row(after, reading)
            targets = (tuple(quantities(node.get("target")) or ()) for node in (before, after))
            yield _Changed(name, stems, (int(before["pagu"] or 0), int(after["pagu"] or 0)), *targets)
        yield from _walk_pairs(pair.below, reading)


#: Between a count and the amount that is for it; and between an amount and what it is for.
_COSTS = re.compile(r"(?!.*\b(?:setiap|per|tiap|masing-masing|sisa\w*|realisasi\w*)\b)[^\d;.]{0,70}", re.DOTALL)
_FOR = re.compile(r"\s+(?:untuk|bagi)\s+(?:[a-z]+\s+){0,4}")
_EACH = re.compile(r"\s*(?:setiap|per|tiap)\b")
_PLACES = frozenset(
    {"kecamatan", "desa", "kelurahan", "kampung", "lokasi", "kabupaten", "tahun", "bulan", "hari", "kali"}
)


def _find_target(said: Statement, priced: dict[int, list[_Priced]]) -> Mismatch | None:
    """`sambungan listrik bagi 1.600 keluarga Rp3.960.000.000`, for which the plan has 1.800 keluarga."""
    for one, other in pairwise(said.figures):
        count, money = (other, one) if one.unit == "Rp" else (one, other)
        between = said.between(one, other)
        is_beside = (_FOR if one is money else _COSTS).fullmatch(between)
        if (
            money.unit != "Rp"
            or count.unit in SHARES | {"Rp", ""}
            or not is_beside
            or _EACH.match(said.text, money.end)
        ):
            continue
        rows = priced.get(int(money.value), [])
        if len(rows) != 1 or count.unit in _PLACES or not rows[0].stems & read_stems(said.text):
            continue
        known = [number for number, unit in rows[0].targets if unit.partition(" ")[0].partition("/")[0] == count.unit]
        if len(known) == 1 and abs(known[0] - count.value) >= count.step and _is_near(count, known[0]):
            name, right = shorten_text(rows[0].name), count.show(known[0])
            return Mismatch(count, f"{count.text} dengan {money.text}; dalam rencana “{name}” targetnya {right}")
    return None


def _is_near(count: Figure, number: Decimal) -> bool:
    """Whether a count may be that target, told wrong: a part or a multiple of it is of something else."""
    return number / 2 <= count.value <= number * 2


_FROM = re.compile(r"\bdari\s+(?:(?:target|semula)\s+)?$")
_INTO = re.compile(r"\s*(?:[a-z]+\s+){0,2}?menjadi\s+")


def _find_changed_target(said: Statement, changed: tuple[_Changed, ...]) -> Mismatch | None:
    """`operasi pasar dari 12 laporan menjadi 15 laporan`, which the changed plan raises to 18."""
    for one, other in pairwise(said.figures):
        lead = said.text[: one.start]
        if not _FROM.search(lead) or not _INTO.fullmatch(said.between(one, other)) or one.unit in SHARES | {"Rp", ""}:
            continue
        stems = read_stems(re.split(r"[;.]\s", lead)[-1])
        told = [row for row in changed if row.before != row.after and row.stems & stems]
        of_it = [row for row in told if _has(row.before, one) or _has(row.after, other)]
        if len(of_it) != 1 or other.unit not in {one.unit, ""}:
            continue
        wrong = other if not _has(of_it[0].after, other) else one if not _has(of_it[0].before, one) else None
        if wrong is not None:
            side, when = (of_it[0].after, "sesudah") if wrong is other else (of_it[0].before, "sebelum")
            shown = ", ".join(wrong.show(number) for number, _ in side) or "kosong"
            return Mismatch(
                wrong, f"“{shorten_text(of_it[0].name)}” tertulis {wrong.text}; target {when} perubahan {shown}"
            )
    return None


def _has(targets: tuple[Quantity, ...], figure: Figure) -> bool:
    units = {"", figure.unit}
    return any(
        number == figure.value and (unit.partition(" ")[0] in units or not figure.unit) for number, unit in targets
    )


def _find_growth(said: Statement, changed: tuple[_Changed, ...]) -> Mismatch | None:
    """`pagunya bertambah Rp410.000.000 (20%)`, of what the plan had before it was changed."""
    for by, stated in pairwise(said.figures):
        if by.unit != "Rp" or stated.unit != "%" or not CHANGED_BY.search(said.text[: by.start]):
            continue
        rows = [row for row in changed if abs(row.amounts[1] - row.amounts[0]) == by.value and by.value]
        if not BESIDE.fullmatch(said.between(by, stated)) or not rows or not all(row.amounts[0] for row in rows):
            continue
        right = [share(by, by._replace(value=Decimal(row.amounts[0]))) for row in rows]
        if len(rows) == 1 and not any(lies_in(stated, *limits) for limits in right):
            shown = persen(by.value * 100 / rows[0].amounts[0])
            return Mismatch(
                stated, f"{by.text} disebut {stated.text}; dari pagu “{shorten_text(rows[0].name)}” semula {shown}"
            )
    return None
