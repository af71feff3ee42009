"""Amounts that a sentence states by source of funds, against the plan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, find_years, walk_sentences
from renjadoc.checks.stated import Figure, list_figures
from renjadoc.funds import identify_funds, list_names, name_funds, shorten_fund
from renjadoc.indonesian import rupiah
from renjadoc.reading import Reading

#: A sentence of what was received, spent or will be asked for tells of other money.
_OTHER_MONEY = re.compile(
    r"\b(?:realisasi\w*|terserap|serapan|penerimaan|pendapatan(?! asli)|tahun lalu|sebelumnya|perubahan|sisa"
    r"|kabupaten/kota|selisih\w*|APB(?:Kam|Des|Desa|G|Kal|Nag)"
    r"|APBD (?:Kab|Kota|Prov|Per)\w+"
    r"|seluruh perangkat daerah|salur\w*|tersalur\w*|per (?:orang|desa|unit|kapita)|setiap|tiap"
    r"|naik\w*|turun\w*|kenaikan|penurunan|(?:ber|pe)?(?:tambah|kurang)\w*)\b",
    re.IGNORECASE,
)
_SOURCED = re.compile(
    r"\b(?:bersumber|berasal|dibiayai|didanai|sumber|dari|terdiri|yaitu|yakni|melalui)", re.IGNORECASE
)
#: What may stand between an amount and its source, and between a source and its amount.
_BEHIND = re.compile(
    r"\s*(?:,?\s*di antaranya\s+)?(?:\(?(?:yang\s+)?(?:berasal|bersumber|dibiayai|didanai)\s+)?(?:dari|melalui|oleh)"
    r"\s+(?:(?:sumber\s+)?dana\s+)?"
)
_BEFORE = re.compile(r"\s*(?:\([A-Z]+\)\s*)?(?:sebesar|senilai|sejumlah|berjumlah|tercatat|adalah|ialah|:|\()?\s*")


@rule("RJ127", "Jumlah menurut sumber dana berbeda dari tabel", needs=("tabel",))
def check_amounts_by_source(reading: Reading) -> Iterator[Finding]:
    """Jumlah yang disebut bersama sumber dananya sama dengan jumlah sumber dana itu dalam tabel rencana.

    Nama pendek dan panjang sumber dana yang sama (DAU, Dana Alokasi Umum) dianggap satu. Cocok dengan pagu atau
    prakiraan maju seluruhnya, atau salah satu sub kegiatan, dari sumber dana itu. Kalimat tentang realisasi,
    penerimaan, dan tahun lain tidak diperiksa.

    Mengapa: rincian menurut sumber dana dihitung sekali, lalu tertinggal ketika pagunya bergeser.
    Sumber: kebiasaan verifikasi Bappeda dan BPKAD.

    Gagal:
        bab-5.json /isi/0 = "Pagu itu bersumber dari APBD sebesar Rp99.000.000."
    Gagal:
        bab-5.json /isi/0 = "Pagu itu bersumber dari Anggaran Pendapatan dan Belanja Daerah sebesar Rp99.000.000."
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/sumber_dana = "DAK"
        bab-5.json /isi/0 = "Kebutuhan Rp425.000.000 bersumber dari APBD (88,24%) dan DAK (11,76%)."
    Lolos:
        bab-5.json /isi/0 = "Pagu itu bersumber dari APBD sebesar Rp425.000.000; penerimaan DAU daerah Rp99.000.000."
    """
    known, years = sum_by_source(reading), {reading.folder.tahun, reading.folder.tahun + 1}
    if not known:
        return
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    source = re.compile(rf"(?<![\w-])(?i:{names})(?![\w-])(?!\s+(?:[A-Z]|dan\s+(?!Rp)[A-Z]))")
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("rp",)), RUNNING):
        # Long names of funds have words that tell of other money elsewhere (Pendapatan Asli Daerah).
        if (
            _OTHER_MONEY.search(source.sub("", sentence))
            or not _SOURCED.search(sentence)
            or not find_years(sentence) <= years
        ):
            continue
        if _shares_out_other(sentence, source, reading):
            continue
        for figure, name in _find_sourced(sentence, source):
            right = [*known[name], *sum_within_rows(reading)[name]]
            if passage.is_typed(offset + figure.start, offset + figure.end) and not _is_stated(figure, right):
                message = f"{figure.text} dari {name.upper()}; dalam tabel rencana {rupiah(right[0])}"
                yield Finding.of(passage, message, "Samakan kalimat dan tabelnya.", figure.text)


@lru_cache(maxsize=2)
def sum_by_source(reading: Reading) -> dict[str, list[int]]:
    """By every name of each source of funds, in small letters: its total, that of the next year, its single amounts."""
    totals: dict[str, list[int]] = {}
    single: dict[str, list[int]] = defaultdict(list)
    unknown = ""
    for _, _, node in walk.funded(reading):
        name = _read_source(node.get("sumber_dana"))
        if not name:
            unknown += f" {node.get('sumber_dana')} {_name_parts(node.get('sumber_dana'))}".casefold()
            continue
        total = totals.setdefault(name, [0, 0])
        for place, field in enumerate(("pagu", "pagu_maju")):
            amount = int(node.get(field) or 0)
            total[place] += amount
            single[name].append(amount)
    # Of several sources of one row nobody knows the shares.
    known = {name: [*total, *single[name]] for name, total in totals.items() if name not in unknown}
    return {each: sums for name, sums in known.items() for each in (name, *_list_other_names(name))}


@lru_cache(maxsize=2)
def sum_within_rows(reading: Reading) -> dict[str, set[int]]:
    """By every name of each source of funds: what each program and kegiatan has from it, this year and the next."""
    sums: Counter[tuple[str, int, str, str]] = Counter()
    for source, pointer, node in walk.funded(reading):
        keys, name = pointer.split("/"), _read_source(node.get("sumber_dana"))
        for above in ("/".join(keys[:3]), "/".join(keys[:5])):
            for field in ("pagu", "pagu_maju"):
                sums[name, id(source), above, field] += int(node.get(field) or 0)
    found: dict[str, set[int]] = defaultdict(set)
    for (name, *_), amount in sums.items():
        for each in (name, *_list_other_names(name)):
            found[each].add(amount)
    return found


def _read_source(value: object) -> str:
    """The one source of a cell in small letters, by its short name where that is known."""
    name = value.casefold().strip() if isinstance(value, str) else ""
    short = shorten_fund(name) or ""
    return short.casefold() or (name if re.fullmatch(r"[a-z][a-z ()-]{1,40}", name) else "")


def _name_parts(value: object) -> str:
    return name_funds(identify_funds(value)) if isinstance(value, str) else ""


def _list_other_names(name: str) -> tuple[str, ...]:
    short = shorten_fund(name)
    return list_names(short) if short else ()


#: What is shared out: `Nilai seluruhnya Rp8,9 miliar, terdiri atas Dana Desa …`.
_SHARED_OUT = re.compile(r"\s*(?:\([^()]*\))?,?\s*(?:yang\s+)?(?:terdiri|meliputi|mencakup|yakni|yaitu|berasal)\b")


def _shares_out_other(sentence: str, source: re.Pattern[str], reading: Reading) -> bool:
    """Whether a sentence shares out a whole that is no amount of the plan: the budgets of the villages, a programme of
    the centre."""
    sourced = {figure.start for figure, _ in _find_sourced(sentence, source)}
    wholes = [one for one in list_figures(sentence) if one.unit == "Rp" and _SHARED_OUT.match(sentence, one.end)]
    plans = reading.tables.of_kind("rencana-program") if wholes else ()
    rows = [(table, pointer) for table in plans for pointer in ("", *(row.pointer for row in table.rows))]
    known = [table.total(pointer, field) or 0 for table, pointer in rows for field in ("pagu", "pagu_maju")]
    return any(one.start not in sourced and not _is_stated(one, known) for one in wholes)


def _find_sourced(sentence: str, source: re.Pattern[str]) -> Iterator[tuple[Figure, str]]:
    """The amounts of a sentence that stand right beside the name of a source, each with it."""
    taken: set[int] = set()
    for figure in list_figures(sentence):
        if figure.unit != "Rp":
            continue
        end = figure.end
        lead = _BEHIND.match(sentence, end)
        behind = source.match(sentence, lead.end()) if lead else None
        if behind is not None:
            taken.add(behind.start())
            if not _is_shared(sentence, behind, source):
                yield figure, behind[0].casefold()
            continue
        before = [match for match in source.finditer(sentence, 0, figure.start) if match.start() not in taken]
        is_source = before and _LEADS_TO_SOURCE.search(sentence, 0, before[-1].start())
        if is_source and _BEFORE.fullmatch(sentence[before[-1].end() : figure.start]):
            yield figure, before[-1][0].casefold()


#: Before a source; `pelayanan BLUD (Rp…)` is what is done, not what pays for it.
_LEADS_TO_SOURCE = re.compile(
    r"(?:^|[,:;(.]|\b(?:dari|dan|serta|atas|yaitu|yakni|adalah|ialah|melalui|oleh|dana|sumber|sedangkan|sementara"
    r"|maupun|atau|bersumber|adapun|antara lain|meliputi|mencakup|dengan|dalam|alokasi|pagu))\s*\**$",
    re.IGNORECASE,
)
_AND_FROM = re.compile(r"\s*(?:\([^()]*\))?(?:,|\s+(?:dan|serta))\s+")


def _is_shared(sentence: str, first: re.Match[str], source: re.Pattern[str]) -> bool:
    """Whether an amount comes from several sources together: `Rp14 miliar bersumber dari DAU (81%) dan PAD (19%)`."""
    further = _AND_FROM.match(sentence, first.end())
    second = source.match(sentence, further.end()) if further else None
    own = _BEFORE.match(sentence, second.end()) if second else None
    return own is not None and not sentence.startswith("Rp", own.end())


def _is_stated(figure: Figure, right: list[int]) -> bool:
    return any(abs(amount - figure.value) <= figure.slack for amount in right)
