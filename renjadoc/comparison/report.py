"""A comparison as people read it: as text, and as the rows of a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renjadoc import context, indonesian
from renjadoc.comparison.differences import CHANGED, MOVED, SAME, Comparison, PlanChange, TextChange, write_value
from renjadoc.reading import Reading
from renjadoc.words import Stretch, changed_words, shorten_unchanged


def write_title(old: Reading, new: Reading) -> str:
    """What the documents are called that are compared, not where they lie; their folders' names where both are one."""
    older, newer = (str(context.template_names(one.tables)["kaki"]) for one in (old, new))
    if older == newer:
        older, newer = (f"{newer} ({one.folder.root.resolve().name})" for one in (old, new))
    return f"Perbandingan {older} dengan {newer}"


def write_lines(found: Comparison) -> list[str]:
    """The comparison as text: changed rows only."""
    said = [
        f"{found.dari} → {found.ke}",
        f"Pagu seluruhnya: {_write_amounts(found.jumlah)}",
        "",
        "Program dan kegiatan:",
    ]
    said += [f"  {_write_plan_change(row)}" for row in found.program if row.perubahan != SAME] or ["  tidak berubah"]
    said += ["", "Naskah:"]
    said += list(_write_text_changes(found.naskah)) or ["  tidak berubah"]
    said += ["", "Isian lain:"]
    said += [
        f"  {c.berkas}: {' · '.join(filter(None, (c.baris, c.kolom)))}: {c.lama or '-'} → {c.baru or '-'}"
        for c in found.isian
    ] or ["  tidak berubah"]
    return said


def _write_plan_change(row: PlanChange) -> str:
    name = " ".join(filter(None, (row.kode, row.nama)))
    remark = f" ({row.keterangan})" if row.keterangan else ""
    return f"{row.perubahan:8} {row.tingkat} {name}: {_write_amounts(row)}{remark}"


def _write_amounts(row: PlanChange) -> str:
    old, new = (write_value(amount) if amount is not None else "-" for amount in (row.lama, row.baru))
    if row.selisih is None:
        return f"{old} → {new}"
    sign = "+" if row.selisih > 0 else ""
    return f"{old} → {new} (selisih {sign}{indonesian.angka(row.selisih)}{', ' + row.persen if row.persen else ''})"


def _write_text_changes(changes: Iterable[TextChange]) -> Iterator[str]:
    section = ""
    for change in changes:
        if change.bagian != section:
            section = change.bagian
            yield f"  {section}"
        old, new = changed_words(change.lama, change.baru)
        if change.perubahan == MOVED:
            yield f"    pindah: {change.baru}"
            continue
        if change.lama:
            yield f"    - {shorten_unchanged(old)}"
        if change.baru:
            yield f"    + {shorten_unchanged(new)}"


PROGRAM_HEADS = ("Kode", "Program, Kegiatan, Sub Kegiatan", "Lama (Rp)", "Baru (Rp)", "Selisih (Rp)", "%", "Keterangan")
TEXT_HEADS = ("Bagian", "Perubahan", "Lama", "Baru")
CELL_HEADS = ("Berkas", "Baris", "Isian", "Lama", "Baru")


def strong_rows(found: Comparison) -> frozenset[int]:
    """Which rows of the Word table are the total and the programs."""
    rows = enumerate((found.jumlah, *found.program))
    return frozenset(index for index, row in rows if row.tingkat in {"jumlah", "program"})


def text_rows(found: Comparison) -> list[tuple[str | list[Stretch], ...]]:
    """The rows of the Word table: what differs in a changed text stands apart."""
    return [(change.bagian, change.perubahan, *changed_words(change.lama, change.baru)) for change in found.naskah]


_STEPS_IN = {"kegiatan": "\u2003", "sub kegiatan": "\u2003\u2003"}


def program_rows(found: Comparison) -> list[tuple[str, ...]]:
    """The rows of the Word table, the total first."""
    return [
        (
            row.kode,
            _STEPS_IN.get(row.tingkat, "") + row.nama,
            *("" if amount is None else indonesian.angka(amount) for amount in (row.lama, row.baru, row.selisih)),
            row.persen,
            "; ".join(filter(None, ("" if row.perubahan in {SAME, CHANGED} else row.perubahan, row.keterangan))),
        )
        for row in (found.jumlah, *found.program)
    ]
