"""Service performance (T-C.30) in both forms, and which indicator of the Renstra each of its own is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from renjadoc.adoption import words, years
from renjadoc.adoption.grids import TableGrid
from renjadoc.adoption.kinds import table
from renjadoc.adoption.kinds.table import Built, Cells, Data, Unfit, sel
from renjadoc.tables import capaian_kinerja, forms
from renjadoc.tables.quantities import tingkat


def read(grid: TableGrid) -> Built:
    """The table as data of kind capaian-kinerja. Raises Unfit."""
    if any(re.search(r"proyeksi", path, re.IGNORECASE) for path in grid.head_paths()):
        return _performance_86(grid)
    numbered = re.match(r"no\b", grid.head_paths()[0], re.IGNORECASE) is not None
    roles = table.in_order(
        grid, *([("nomor", r"^no\b")] if numbered else []), ("nama", r"indikator"), ("satuan", r"satuan"),
        ("n3", r"capaian|realisasi"), ("n2", r"capaian|realisasi"), ("t1", r"target"), ("n1", r"capaian|realisasi"),
        ("persen", r"%|persen|tingkat"), ("persen_renstra", r"renstra"),
    )  # fmt: skip
    data: Data = {"jenis": "capaian-kinerja", "indikator": []}
    built = Built("capaian-kinerja", data)
    for cells in table.rows(grid, roles):
        label = cells["nama"] or cells.get("nomor", "")
        if table.TOTAL.match(label):
            built.anew.append(label)
            for key in ("persen", "persen_renstra"):
                table.state(
                    built, data, key, cells[key], "rata-rata", "capaian" if key == "persen" else "akhir Renstra"
                )
            continue
        built.anew.append(cells.get("nomor", ""))
        _measured(built, cells)
    return built


def _measured(built: Built, cells: Cells) -> None:
    name, unit = table.line(cells["nama"]), table.line(cells["satuan"])
    if not name or not unit:
        raise Unfit("ada indikator tanpa nama atau satuan")
    indikator: Data = {"nama": name, "satuan": unit}
    indikator["capaian"] = {"n-3": sel(cells["n3"]), "n-2": sel(cells["n2"]), "n-1": sel(cells["n1"])}
    indikator["target"] = {"n-1": sel(cells["t1"])}
    indikator["indikator_renstra"] = None
    built.data["indikator"].append(indikator)
    table.state(built, indikator, "persen", cells["persen"], name, "capaian kinerja")
    table.state(built, indikator, "persen_renstra", cells["persen_renstra"], name, "capaian terhadap akhir Renstra")


_86 = (
    ("nomor", r"^no\b"), ("ikk", r"\bikk\b|kinerja kunci"), ("spm", r"\bspm\b|standar"), ("nama", r"^indikator"),
    ("catatan", r"catatan|analisis|keterangan"), ("target", r"target"), ("proyeksi", r"proyeksi"),
    ("capaian", r"realisasi|capaian"), ("nama", r"indikator"),
)  # fmt: skip


def _performance_86(grid: TableGrid) -> Built:
    """The form of Permendagri 86/2017: an indicator a row; columns of no figures may be missing."""
    roles = _by_years(grid)
    built = Built("capaian-kinerja", {"jenis": "capaian-kinerja", "bentuk": forms.PERMENDAGRI_86, "indikator": []})
    titles: list[str] = []
    for cells in table.rows(grid, roles):
        number, counted = len(built.data["indikator"]) + 1, cells.get("nomor", "").strip(". ")
        if counted != str(number) and not any(text for role, text in cells.items() if role not in {"nomor", "nama"}):
            # What has neither a figure nor the next number is the title of a group.
            titles.append(table.line(f"{cells.get('nomor', '')} {cells['nama']}").strip())
            continue
        if not cells["nama"] or counted not in {"", str(number)}:
            raise Unfit("barisnya tidak bernama dan bernomor urut satu per indikator")
        built.data["indikator"].append({**({"kelompok": titles} if titles else {}), **_dated(cells)})
        titles = []
    if titles:
        raise Unfit(f"sesudah baris “{words.shorten_text(titles[-1], 40)}” tidak ada indikator")
    return built


def _dated(cells: Cells) -> Data:
    """An indicator with its figures by years; what is not set for it is blank, what is not known is open."""
    indikator: Data = {"nama": table.line(cells["nama"])}
    indikator |= {key: _or_blank(cells.get(key, "")) for key in ("spm", "ikk")}
    for group, steps in capaian_kinerja.YEARS_86.items():
        indikator[group] = {step: sel(cells[f"{group} {step}"]) for step in steps}
    return {**indikator, "catatan": _or_blank(cells.get("catatan", ""))}


def _or_blank(text: str) -> Any:
    """A cell that may be left blank, and then is meant so."""
    value = sel(text)
    return "" if value is None else value


def _by_years(grid: TableGrid) -> list[str]:
    """The role of each column, for one of several years with its step: `target n-2`. Raises Unfit."""
    found: dict[str, list[int]] = {}
    for column, path in enumerate(grid.head_paths()):
        role = next((role for role, pattern in _86 if re.search(pattern, path, re.IGNORECASE)), "")
        if not role and any(grid.row_texts(row)[column] for row in grid.body):
            raise Unfit(f"kolom “{words.shorten_text(path, 50)}” tidak ada dalam bentuk baku")
        found.setdefault(role, []).append(column)
    roles = {column: f"kosong{column}" for column in range(grid.width)}
    for role, columns in found.items():
        names = [f"{role} {step}" for step in capaian_kinerja.YEARS_86.get(role, ())] or [role]
        if role and len(columns) != len(names):
            raise Unfit(f"mempunyai {len(columns)} kolom {role}, bentuk baku {len(names)}")
        roles |= dict(zip(columns, names, strict=False)) if role else {}
    if missing := {"nama", *capaian_kinerja.YEARS_86} - set(found):
        raise Unfit(f"kolom {sorted(missing)[0]} tidak ditemukan")
    _check_order(grid, [column for group in capaian_kinerja.YEARS_86 for column in found[group]])
    return [roles[column] for column in range(grid.width)]


def _check_order(grid: TableGrid, columns: Sequence[int]) -> None:
    """Raises Unfit where the years of the columns are not those of the form, n-2 to n+1, whichever year n is."""
    heads = [grid.head_paths()[column] for column in columns]
    steps = [int(step[1:] or 0) for steps in capaian_kinerja.YEARS_86.values() for step in steps]
    if not years.match_steps(heads, steps):
        shown = ", ".join(str(year) for head in heads for year in years.find_years(head)[-1:])
        raise Unfit(f"tahun kolomnya {shown or 'lain'}, bentuk baku n-2 sampai n+1 (n = tahun Renja)")


def link(tables: Sequence[Built]) -> None:
    """Name for each measured indicator the one of the Renstra that its stated percentage was computed with."""
    targets = {
        indicator["nama"]: indicator["target"][-1]
        for built in tables
        if built.kind == "target-renstra"
        for group in built.data["kelompok"]
        for item in group["isi"]
        for indicator in item["indikator"]
    }
    for built in tables:
        if built.kind == "capaian-kinerja" and not forms.is_86(built.data):
            stated = {id(s.node): s.value for s in built.stated if s.key == "persen_renstra"}
            for indicator in built.data["indikator"]:
                indicator["indikator_renstra"] = _twin(indicator, stated.get(id(indicator)), targets)


def _twin(indicator: Data, stated: Any, targets: dict[str, Any]) -> str | None:
    """The Renstra indicator of this name, or one of a like name whose final target gives the stated percentage."""
    if indicator["nama"] in targets:
        return str(indicator["nama"])
    wanted = set(words.split_tokens(indicator["nama"]))
    for name, target in targets.items():
        reached, final = (_bare(cell) for cell in (indicator["capaian"]["n-1"], target))
        percentage = tingkat(reached, final)
        common = wanted & set(words.split_tokens(name))
        if percentage is not None and len(common) * 2 >= len(wanted) and _near(percentage, stated):
            return name
    return None


def _bare(cell: Any) -> Any:
    return cell.removesuffix("%").strip() if isinstance(cell, str) else Decimal(str(cell)) if cell else cell


def _near(percentage: Decimal, stated: Any) -> bool:
    return isinstance(stated, int | float) and abs(percentage - Decimal(str(stated))) < Decimal("0.06")
