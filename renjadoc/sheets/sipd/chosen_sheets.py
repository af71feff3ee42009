"""Which sheets of a file hold the rows: those with the same columns are read as one, all others are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.sipd import columns, fields, grid
from renjadoc.sheets.sipd.fields import Heads
from renjadoc.sheets.sipd.grid import ExportLine, ExportSheet

_Found = list[tuple[ExportSheet, Heads]]


def choose_rows(path: Path, mapping: fields.FieldNames, year: int) -> tuple[list[ExportLine], Heads, list[str]]:
    """The rows of a file with their heads, and what is told of its sheets. Raises ProblemsFound."""
    found = [(sheet, fields.find_heads(sheet.lines, mapping, year)) for sheet in grid.read_sheets(path)]
    usable = [one for one in found if one[1].usable]
    seen = [one for one in usable if not one[0].is_hidden]
    if not usable:
        raise _refuse_columns(path, found)
    best, heads = max(seen or usable, key=lambda one: len(one[1].columns))
    alike = [one for one in seen if one[0] is not best and _has_same_columns(one[1], heads)]
    rows = [*best.lines, *(line for sheet, own in alike for line in sheet.lines[own.body :])]
    body = rows[heads.body :]
    heads, body = columns.find_parted_codes(heads, body)
    heads = columns.leave_out_known(heads, body)
    told = [
        *_tell_sheets(found, best, [sheet for sheet, _ in alike]),
        *(note for sheet, _ in found for note in sheet.told),
    ]
    return [*rows[: heads.body], *columns.read_english(heads, body)], heads, told


def _has_same_columns(one: Heads, other: Heads) -> bool:
    return one.columns == other.columns and one.codes == other.codes


def _tell_sheets(found: _Found, best: ExportSheet, alike: list[ExportSheet]) -> Iterator[str]:
    if alike:
        names = ", ".join(sheet.name for sheet in (best, *alike))
        yield f"Lembar {names} dibaca bersama, karena kolomnya sama."
    if best.is_hidden:
        yield f"Lembar {best.name} tersembunyi, tetapi dibaca: hanya lembar itu yang memuat sub kegiatan."
    for sheet, heads in found:
        if sheet is best or sheet in alike or not sheet.lines:
            continue
        if sheet.is_hidden:
            yield f"Lembar {sheet.name} tersembunyi; tidak dibaca."
        elif heads.usable:
            hint = "simpan lembar itu sebagai berkas sendiri, lalu impor, bila dimaksud"
            yield f"Lembar {sheet.name} tidak dibaca: kolomnya lain dari kolom lembar {best.name}; {hint}."
        else:
            yield f"Lembar {sheet.name} tidak dibaca: kolom sub kegiatan dan pagu tidak ada di dalamnya."


def _refuse_columns(path: Path, found: _Found) -> ProblemsFound:
    heads = max((one[1] for one in found), key=lambda one: len(one.columns), default=Heads({}, 0, []))
    seen = ", ".join([*heads.columns, *heads.other][:12]) or "tidak ada"
    hint = f"Yang terbaca: {seen}. Sebutkan artinya dalam berkas pemetaan: --pemetaan map.json."
    if any("ribu" in head or "juta" in head for head in heads.other):
        hint = f"Pagunya dalam ribuan atau jutaan: tulis dalam rupiah penuh dahulu. {hint}"
    message = f"kolom {' dan kolom '.join(heads.missing)} tidak ada atau tidak dikenal"
    return ProblemsFound([Problem("RJ070", Location(str(path)), message, hint)])
