"""Whole content folders from the schemas, with what no schema says put right: names that exist, rows that fit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from renjadoc.content import schema as schemas
from tests.acak import schemas as random_schemas
from tests.conftest import ROOT

Files = dict[str, Any]


@st.composite
def folders(draw: st.DrawFn) -> Files:
    """The files of a folder that can be made: path below it -> data."""
    files: Files = {"dokumen.json": _document(draw(random_schemas.of("dokumen")), draw)}
    years = files["dokumen.json"]["renstra"]
    kinds = draw(st.lists(st.sampled_from(schemas.table_kinds()), unique=True, max_size=4))
    if {"review-rkpd", "rekap"} & set(kinds) and "rencana-program" not in kinds:
        kinds.append("rencana-program")
    for kind in kinds:
        files[f"tabel/{kind}.json"] = _table(draw(random_schemas.of(kind)), years["akhir"] - years["awal"] + 2)
    files["regulasi/dasar.json"] = _as_names(draw(random_schemas.of("regulasi")))
    chapters = draw(st.lists(random_schemas.of("bab"), min_size=1, max_size=3))
    for number, chapter in enumerate(chapters, 1):
        _put_right(chapter)
        files[f"bab-{number}.json"] = chapter
    _place_once(chapters, set())
    for kind in kinds:
        draw(st.sampled_from(chapters)).setdefault("isi", []).append({"tabel": kind})
    return files


def lay_down(files: Files, root: Path) -> None:
    """Write the files, with the one picture that they use."""
    (root / "gambar").mkdir(parents=True)
    shutil.copy(ROOT / "content" / "2021" / "gambar" / "logo.png", root / "gambar")
    for name, data in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _document(data: Any, draw: st.DrawFn) -> Any:
    position = data["pengesahan"]["jabatan"]
    data = _as_names(data)
    data["pengesahan"]["jabatan"] = position
    data |= {"kerangka": "bebas", "templat": "renja.docx"}
    data["renstra"]["akhir"] = min(2100, data["renstra"]["awal"] + draw(st.integers(0, 9)))
    data.pop("aturan_dimatikan", None)
    if data.get("logo"):
        data["logo"] = "gambar/logo.png"
    if data["pengesahan"].get("tanda_tangan"):
        data["pengesahan"]["tanda_tangan"] = "gambar/logo.png"
    if data["pengesahan"]["tanggal"] is not None:
        data["pengesahan"]["tanggal"] = "3 Januari {{ tahun }}"
    return data


def _as_names(data: Any) -> Any:
    """The same without placeholders, which names may not have."""
    if isinstance(data, dict):
        return {key: _as_names(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_names(value) for value in data]
    return data.replace("{{", "(").replace("}}", ")") if isinstance(data, str) else data


def _table(data: Any, years: int) -> Any:
    if data["jenis"] in {"review-rkpd", "rekap"}:
        data["sumber"] = "rencana-program"
    elif data["jenis"] == "capaian-kinerja":
        for entry in data["indikator"]:
            entry |= {"indikator_renstra": None} if "indikator_renstra" in entry else {}
    elif data["jenis"] == "target-renstra":
        for group in data["kelompok"]:
            for item in group["isi"]:
                for entry in item["indikator"]:
                    entry["target"] = ((entry["target"] or [None]) * years)[:years]
    elif data["jenis"] == "bebas":
        _fit_rows(data)
    return data


def _fit_rows(data: Any) -> None:
    """As many cells in a row as there are columns; a merged cell becomes its text."""
    columns = _leaves(data["kolom"])
    for index, row in enumerate(data["baris"]):
        cells = row["sel"] if isinstance(row, dict) else row
        plain = [cell["teks"] if isinstance(cell, dict) else cell for cell in cells] or [None]
        fitted = (plain * columns)[:columns]
        data["baris"][index] = {**row, "sel": fitted} if isinstance(row, dict) else fitted


def _leaves(columns: list[Any]) -> int:
    return sum(_leaves(column["kolom"]) if "kolom" in column else 1 for column in columns)


def _put_right(section: Any) -> None:
    blocks = [block for block in section.get("isi", []) if not (isinstance(block, dict) and "tabel" in block)]
    for block in blocks:
        if isinstance(block, dict) and "gambar" in block:
            block["gambar"] = "gambar/logo.png"
        if isinstance(block, dict) and "regulasi" in block:
            block["regulasi"] = "dasar"
    if "isi" in section:
        section["isi"] = blocks
    for below in section.get("bagian", []):
        _put_right(below)


def _place_once(sections: list[Any], placed: set[str]) -> None:
    """Takes away every list of regulations, and every caption of the picture, but the first."""
    for section in sections:
        for block in [block for block in section.get("isi", []) if isinstance(block, dict)]:
            what = "regulasi" if "regulasi" in block else "judul" if block.get("judul") else ""
            if what in placed and what == "judul":
                del block["judul"]
            elif what in placed:
                section["isi"] = [one for one in section["isi"] if one is not block]
            placed |= {what} - {""}
        _place_once(section.get("bagian", []), placed)
