"""What a sentence says was reached of a target, against the tables that state that target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from renjadoc.checks import walk
from renjadoc.checks.figured import is_typed, walk_figured
from renjadoc.checks.rule import Finding
from renjadoc.checks.rules.tables.series import read_one
from renjadoc.checks.sentences import names_other_office
from renjadoc.indonesian import angka
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi
from renjadoc.tables.quantities import quantities

_OUT_OF = re.compile(
    r"\s*(?:\w+\s+){0,2}dari\s+(?:(?:target|rencana|yang ditargetkan|sasaran)\s+){1,2}(?:sebanyak\s+|sebesar\s+)?"
)


#: Right before what lies between a result and its target: `kurang 0,01 dari target 0,48`.
_OFF_TARGET = re.compile(r"\b(?:kurang|lebih(?: \w+)?|selisih|terpaut)(?:\s+(?:sebesar|sebanyak|hanya))?\s*$")


def find_other_results(reading: Reading) -> Iterator[Finding]:
    """`17 dari target 18 lembaga`, where a table has a target of 18 lembaga."""
    known = _list_results(reading)
    for passage, offset, sentence, figures, *_ in walk_figured(reading):
        if names_other_office(sentence, reading):
            continue
        for one, target in pairwise(figures):
            if not _OUT_OF.fullmatch(sentence[one.end : target.start]) or not is_typed(passage, offset, one, target):
                continue
            if _OFF_TARGET.search(sentence[: one.start]):
                continue
            results = known.get((target.value, target.unit.removesuffix("nya")))
            if results and one.unit in {"", target.unit} and not any(abs(r - one.value) < one.step for r in results):
                shown = " atau ".join(angka(result) for result in sorted(results)[:3])
                message = f"realisasi {one.text} dari target {target.text}; dalam tabel realisasinya {shown}"
                yield Finding.of(passage, message, "Samakan kalimat dan tabelnya.", one.text)


@lru_cache(maxsize=2)
def _list_results(reading: Reading) -> dict[tuple[Decimal, str], set[Decimal]]:
    """What was reached of every target that the tables of past years state, by target and unit."""
    found: dict[tuple[Decimal, str], set[Decimal]] = {}
    for _, _, node in walk.measured(reading):
        stated = evaluasi.figures_of(node)
        for year in ("renja_n-2", "renja_n-1"):
            targets, results = quantities(stated.get(f"{year}/target")), quantities(stated.get(f"{year}/realisasi"))
            for target, result in zip(targets or [], results or [], strict=False):
                if target[1] == result[1]:
                    found.setdefault((target[0], target[1].partition(" ")[0]), set()).add(result[0])
    for _, _, node in walk.rows_of(reading, "capaian-kinerja", "indikator"):
        for year in node["capaian"].keys() & node["target"].keys():
            target_, result_ = read_one(node["target"][year]), read_one(node["capaian"][year])
            if target_ and result_:
                unit = target_[1] or str(node.get("satuan", "")).casefold()
                found.setdefault((target_[0], unit), set()).add(result_[0])
    return found
