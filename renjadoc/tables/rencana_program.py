"""Programs and budget (T-C.33) and its narrower view, the review of the RKPD (T-C.31): one file, two tables.

Only the amounts of sub kegiatan are entered; every total is computed here. Before Permendagri 90/2019 there were none:
then (`bentuk`) the kegiatan are what is entered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.span import as_typed
from renjadoc.tables.steps import Step

Row = dict[str, Any]

#: The form (`bentuk`) whose kegiatan have no sub kegiatan, and their cells instead (Permendagri 13/2006).
WITHOUT_SUB = "tanpa-sub-kegiatan"


def total(node: Row, field: str) -> int | None:
    """The sum of `field` (pagu or pagu_maju, rupiah) below a kegiatan, a program or the whole file.

    None when no amount below is known; amounts still open count as nothing.
    """
    known = [amount for amount in _amounts(node, field) if amount is not None]
    return sum(known) if known else None


def _amounts(node: Row, field: str) -> list[int | None]:
    if "sub_kegiatan" in node:
        return [sub[field] for sub in node["sub_kegiatan"]]
    if "pagu" in node:
        return [node[field]]
    children = node["program" if "program" in node else "kegiatan"]
    return [amount for child in children for amount in _amounts(child, field)]


def rows(data: Row, folder: Folder) -> list[Row]:
    """Office total, then urusan, program and sub kegiatan; a kegiatan stands on its first row, or on one of its own."""
    office = as_typed(folder.dokumen.data["perangkat_daerah"]["nama"])
    named = _coded if data.get("cetak_kode") else _name
    below = _whole if data.get("bentuk") == WITHOUT_SUB else _kegiatan
    printed: list[Row] = [{"jenis": "jumlah", "uraian": office, **_totals(data)}]
    number = 0
    for index, program in enumerate(data["program"]):
        printed += _urusan(data["program"][index:], named)
        row = {"jenis": "program", "uraian": named(program), "indikator": program["indikator"], **_totals(program)}
        printed.append({**row, **_details(program)})
        for kegiatan in program["kegiatan"]:
            number += 1
            printed += below(kegiatan, number, named)
    return printed


def review_rows(data: Row, folder: Folder) -> list[Row]:
    """The same rows; the template's pattern leaves the columns of next year out."""
    return rows(folder.tabel[data["sumber"]].data, folder)


def step(data: Row) -> Iterator[Step]:
    """The prakiraan maju becomes the plan; the new prakiraan maju is open."""
    for pointer, node in _nodes(data):
        if "pagu_maju" in node:
            yield Step(f"{pointer}/pagu", f"{pointer}/pagu_maju", look="pagu ini berasal dari prakiraan maju")
            yield Step(f"{pointer}/target", f"{pointer}/target_maju", look="target ini berasal dari prakiraan maju")
            yield Step(f"{pointer}/pagu_maju")
            yield Step(f"{pointer}/target_maju")
        elif "target" in node and "target_maju" in node:
            yield Step(f"{pointer}/target", f"{pointer}/target_maju", look="target ini berasal dari prakiraan maju")
            yield Step(f"{pointer}/target_maju")
        if node.get("catatan"):
            yield Step(f"{pointer}/catatan", f"{pointer}/catatan", look="catatan ini dari tahun lalu")
        stated = node.get("tercatat", {})
        if "pagu" in stated:
            source = f"{pointer}/tercatat/pagu_maju" if "pagu_maju" in stated else None
            yield Step(f"{pointer}/tercatat/pagu", source)
        if "pagu_maju" in stated:
            yield Step(f"{pointer}/tercatat/pagu_maju")


def _nodes(data: Row, pointer: str = "") -> Iterator[tuple[str, Row]]:
    """The table, its programs, kegiatan and sub kegiatan with their pointers."""
    yield pointer, data
    for key in ("program", "kegiatan", "sub_kegiatan"):
        for index, child in enumerate(data.get(key, [])):
            yield from _nodes(child, f"{pointer}/{key}/{index}")


def _totals(node: Row) -> Row:
    return {"pagu": total(node, "pagu"), "pagu_maju": total(node, "pagu_maju")}


def _name(node: Row) -> str:
    name: str = node["nama"]
    return name


def _coded(node: Row) -> str:
    """The name behind its code, for offices whose tables show the codes."""
    return f"{node['kode']} {node['nama']}" if node.get("kode") else _name(node)


def _urusan(programs: list[Row], named: Callable[[Row], str]) -> Iterator[Row]:
    """The urusan that begin with the first of `programs`, each with the sums down to the next as wide as it."""
    for depth, urusan in enumerate(programs[0].get("urusan", [])):
        width = _width(programs[0], depth)
        end = next((i for i, p in enumerate(programs) if i and any(_width(p, d) <= width for d in _depths(p))), None)
        yield {"jenis": "jumlah", "uraian": named(urusan), **_totals({"program": programs[:end]})}


def _depths(program: Row) -> range:
    return range(len(program.get("urusan", [])))


def _width(program: Row, depth: int) -> int:
    """How wide an urusan is, 1 the widest: by the parts of its code, or else by its place in the list."""
    code = program["urusan"][depth]["kode"]
    return len(code.split(".")) if code else depth + 1


#: What a program or a kegiatan may say in the columns that belong to its sub kegiatan.
DETAILS = ("lokasi", "target", "sumber_dana", "catatan", "target_maju")


def _details(node: Row) -> Row:
    return {key: node.get(key, "") for key in DETAILS}


def _is_detailed(kegiatan: Row) -> bool:
    return any(key in kegiatan for key in ("indikator", *DETAILS))


def _kegiatan(kegiatan: Row, number: int, named: Callable[[Row], str]) -> Iterator[Row]:
    kind, below, name = "kegiatan", "sub", named(kegiatan)
    if _is_detailed(kegiatan):
        row = {"jenis": "kegiatan_rinci", "nomor": number, "uraian": name, **_totals(kegiatan)}
        yield {**row, "indikator": kegiatan.get("indikator", ""), **_details(kegiatan)}
        kind = below = "sub_rinci"
    for sub in kegiatan["sub_kegiatan"]:
        row = _entered(sub)
        row.update(jenis=kind, nomor=number, uraian=name, sub=named(sub))
        yield row
        kind = below


def _whole(kegiatan: Row, number: int, named: Callable[[Row], str]) -> Iterator[Row]:
    """The only row of a kegiatan without sub kegiatan."""
    yield {"jenis": "kegiatan", "nomor": number, "uraian": named(kegiatan), **_entered(kegiatan)}


def _entered(node: Row) -> Row:
    """The cells of what holds an amount of its own."""
    return {
        "indikator": node["indikator"],
        "lokasi": node["lokasi"],
        "target": node["target"],
        "pagu": node["pagu"],
        "sumber_dana": node["sumber_dana"],
        "catatan": node.get("catatan", ""),
        "target_maju": node["target_maju"],
        "pagu_maju": node["pagu_maju"],
    }
