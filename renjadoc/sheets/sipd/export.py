"""An export's rows as one record a sub kegiatan; rows of other offices stand apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from renjadoc import indonesian
from renjadoc.funds import identify_funds
from renjadoc.matching import fold_name
from renjadoc.nomenclature.entry import fill_code
from renjadoc.sheets.sipd.fields import Heads
from renjadoc.sheets.sipd.grid import ExportLine
from renjadoc.sheets.sipd.records import MONEY, SUB, Export, Part, Record, code_order, level_key, split_code
from renjadoc.sheets.sipd.row_readers import choose_reader
from renjadoc.tables.computed import add_known

#: How wide the last part of a code is: two digits at first, four since.
_SUB_WIDTHS = (2, 4)


def read_export(grid: list[ExportLine], heads: Heads, office: str, bidang: str = "") -> Export:
    """The sub kegiatan of an export; rows of other offices than `office` are left out where the export names them.

    `bidang` (`2.17`) is what stands for the X.XX of codes that hold for every office.
    """
    export = Export()
    rows = list(_select_own(grid[heads.body :], heads, office, export))
    reader = choose_reader(heads, export, bidang)
    found = [record for row in rows if (record := reader.read_record(row)) is not None]
    export.notes += reader.accounts.settle()
    _fill_zeros(found)
    export.records = sorted(_join_records(found, export), key=lambda record: code_order(record.sub.code))
    return export


def _fill_zeros(records: list[Record]) -> None:
    """Give codes that went through cells of numbers their zeros back; how wide the last part is the others say."""
    widths = [len(parts[-1]) for record in records if len(parts := record.sub.code.split(".")) == SUB]
    whole = [width for width in widths if width in _SUB_WIDTHS]
    width = max(set(whole), key=whole.count) if whole else max(_SUB_WIDTHS)
    for record in records:
        record.program, record.kegiatan, record.sub = (
            Part(fill_code(part.code, width), part.name) for part in (record.program, record.kegiatan, record.sub)
        )


def _select_own(rows: list[ExportLine], heads: Heads, office: str, export: Export) -> Iterator[ExportLine]:
    column = heads.columns.get("nama_skpd")
    names = {fold_name(split_code(row.text(column))[1]) for row in rows} if column is not None else set()
    ours = fold_name(office)
    some = any(_is_office(name, ours) for name in names)
    for row in rows:
        if not any(row.text(index) for index in range(len(row.cells))) or _is_numbers(row):
            continue
        export.rows += 1
        name = fold_name(split_code(row.text(column))[1]) if column is not None else ""
        if some and name and not _is_office(name, ours):
            export.left.append((row.place, f"milik {row.text(column or 0)}"))
        else:
            yield row
    if names - {""} and not some:
        count, first = len(names - {""}), next(text for row in rows if (text := row.text(column or 0)))
        whose = f"Ada {count} perangkat daerah" if count > 1 else f"Berkas ini milik {first}"
        export.notes.append(f"{whose}, dan tidak satu pun bernama {office}; periksa apakah ini berkasnya.")


def _is_office(name: str, ours: str) -> bool:
    return bool(name) and (name == ours or name.startswith(ours + " ") or ours.startswith(name + " "))


def _is_numbers(row: ExportLine) -> bool:
    """Whether this is the row of column numbers that stands below printed heads."""
    texts = [row.text(index).strip("()") for index in range(len(row.cells)) if row.text(index)]
    return len(texts) > 2 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _join_records(found: list[Record], export: Export) -> Iterator[Record]:
    """One record a sub kegiatan: rows that differ are added, the same row twice is one; both are said."""
    groups: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in found:
        key = (
            level_key(record.sub.code)
            if record.sub.code
            else (fold_name(record.kegiatan.name), fold_name(record.sub.name))
        )
        groups[key].append(record)
    for records in groups.values():
        yield _add_up(records, export) if len(records) > 1 else records[0]


def _add_up(records: list[Record], export: Export) -> Record:
    first, name = records[0], records[0].sub.code or records[0].sub.name
    distinct = list({record.row: record for record in records}.values())
    places = ", ".join(record.places[0] for record in records)
    paid = [record for record in distinct if any(amount is not None for amount in record.amounts.values())]
    if len(distinct) == 1:
        export.notes.append(f"{name} ada di {len(records)} baris ({places}); pagunya sama, dihitung satu kali.")
    elif len(paid) > 1:  # Else they are further indicators of one amount: nothing was added.
        parts = " + ".join(_say_part(record) for record in distinct)
        total = add_known(record.amounts["pagu"] for record in distinct)
        shown = f": {parts} = {indonesian.angka(total)}" if total is not None else ""
        export.notes.append(f"{name} ada di {len(records)} baris ({places}); pagunya dijumlahkan{shown}.")
    for key in MONEY:
        every = add_known(record.amounts[key] for record in records)
        once = add_known(record.amounts[key] for record in distinct)
        export.doubled[key] = export.doubled.get(key, 0) + (every or 0) - (once or 0)
        first.amounts = {**first.amounts, key: once}
    first.texts = _join_texts(records)
    first.places = [record.places[0] for record in records]
    return first


def _say_part(record: Record) -> str:
    amount = record.amounts["pagu"]
    fund = ", ".join(record.texts.get("sumber_dana", []))
    return f"{indonesian.angka(amount) if amount is not None else '-'}{f' ({fund})' if fund else ''}"


def _join_texts(records: list[Record]) -> dict[str, list[str]]:
    """The lines of all rows; an indicator with its target once, though its row stands there for each fund."""
    joined: dict[str, list[str]] = {key: [] for record in records for key in record.texts}
    seen = set()
    for record in records:
        pair = tuple(record.texts.get("indikator", [])), tuple(record.texts.get("target", []))
        for key, lines in record.texts.items():
            if key in {"indikator", "target", "target_maju"}:
                joined[key] += lines if pair not in seen else []
            elif key == "sumber_dana":
                known = {identify_funds(line) for line in joined[key]}
                joined[key] += [line for line in lines if identify_funds(line) not in known]
            else:
                joined[key] += [line for line in lines if line not in joined[key]]
        seen.add(pair)
    return joined
