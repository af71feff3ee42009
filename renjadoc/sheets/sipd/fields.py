"""Which column of an export is which field: by the names that SIPD and others use, or by a mapping file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from renjadoc.content import load
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.sipd.grid import ExportLine

#: Field -> other names that people and programs give it, written as `plain_head` writes them.
FIELDS: dict[str, tuple[str, ...]] = {
    "kode_urusan": (),
    "nama_urusan": ("urusan",),
    "kode_bidang_urusan": (),
    "nama_bidang_urusan": ("bidang_urusan",),
    "kode_skpd": ("kode_opd", "kode_perangkat_daerah"),
    "nama_skpd": ("skpd", "opd", "nama_opd", "perangkat_daerah", "nama_perangkat_daerah"),
    "kode_program": ("kd_program",),
    "nama_program": ("program", "uraian_program"),
    "kode_giat": ("kode_kegiatan", "kd_kegiatan", "kd_giat"),
    "nama_giat": ("giat", "kegiatan", "nama_kegiatan", "uraian_kegiatan"),
    "kode_sub_giat": ("kode_sub_kegiatan", "kode_subkegiatan", "kode_subgiat", "kd_sub_kegiatan", "kd_sub_giat"),
    "nama_sub_giat": ("sub_giat", "subgiat", "sub_kegiatan", "subkegiatan", "nama_sub_kegiatan", "nama_subkegiatan"),
    "pagu": (
        "pagu_indikatif", "pagu_anggaran", "anggaran", "jumlah_pagu", "nilai_pagu", "pagu_tahun_n",
        "kebutuhan_dana_pagu_indikatif", "kebutuhan_dana", "pagu_murni", "total_pagu",
    ),
    "pagu_n_depan": (
        "pagu_n_1", "pagu_n1", "pagu_maju", "prakiraan_maju", "pagu_prakiraan_maju", "prakiraan_maju_n_1",
        "pagu_indikatif_n_1", "pagu_tahun_n_1", "pagu_tahun_depan", "prakiraan_maju_pagu_indikatif",
    ),
    # Exports that look like the printed form: one column of codes and one of names for all levels.
    "kode": ("kode_rekening", "no_kode", "kode_nomenklatur"),
    "uraian": (
        "nomenklatur", "nama", "program_kegiatan_sub_kegiatan", "urusan_bidang_urusan_program_kegiatan_sub_kegiatan",
        "program_kegiatan", "uraian_program_kegiatan_sub_kegiatan",
        "urusan_bidang_urusan_pemerintahan_daerah_dan_program_kegiatan",
    ),
}  # fmt: skip
_ALIASES = {alias: field for field, aliases in FIELDS.items() for alias in (field, *aliases)}
_TOP, _DEPTH = 60, 3


@dataclass(frozen=True)
class Heads:
    """The columns of the fields, the first row behind the heads, and the heads of columns that are no field."""

    columns: dict[str, int]
    body: int
    other: list[str]

    @property
    def usable(self) -> bool:
        """Whether there is something to match by, and money to take."""
        named = self.columns.keys() & {"kode_sub_giat", "nama_sub_giat", "kode", "uraian"}
        return bool(named) and bool(self.columns.keys() & {"pagu", "pagu_n_depan"})


Mapping = dict[str, list[str]]


def plain_head(head: str) -> str:
    """A head as the lists above write it: `Pagu Indikatif (Rp)` -> `pagu_indikatif`."""
    words = re.sub(r"[^0-9a-z]+", "_", head.casefold()).strip("_")
    return re.sub(r"_(?:rp|rupiah|tahun_20\d\d|20\d\d)$|^(?:no_)?_", "", re.sub(r"_rp$", "", words))


def find_heads(grid: list[ExportLine], mapping: Mapping) -> Heads:
    """Where the heads stand, over one to three rows, and what each is."""
    best = Heads({}, 0, [])
    for start in range(min(_TOP, len(grid))):
        for depth in range(1, _DEPTH + 1):
            found = _read_heads(grid[start : start + depth], start + depth, mapping)
            if len(found.columns) > len(best.columns):
                best = found
    return best


def _read_heads(rows: list[ExportLine], body: int, mapping: Mapping) -> Heads:
    columns: dict[str, int] = {}
    other = []
    is_amended = any(
        _AFTER.search(plain_head(cell)) for row in rows for i in range(len(row.cells)) if (cell := row.text(i))
    )
    for index in range(max(len(row.cells) for row in rows)):
        path = list(dict.fromkeys(plain_head(text) for row in rows if (text := row.text(index))))
        if not path:
            continue
        is_after = is_amended and any(_AFTER.search(head) for head in path)
        if is_amended and any(_BEFORE.search(head) for head in path):
            other.append(path[-1])
            continue
        path = _without_side(path) if is_after else path
        field = _find_field(path, [row.text(index) for row in rows], mapping)
        if field and (field not in columns or is_after):
            columns[field] = index
        else:
            other.append(path[-1])
    return Heads(columns, body, other)


#: Heads of an export of a changed plan: what was before is not taken, what is afterwards is the plan.
_BEFORE = re.compile(r"sebelum|semula|murni|bertambah|berkurang|selisih")
_AFTER = re.compile(r"_?(?:sesudah|setelah)(?:_perubahan)?_?|_?menjadi_?|(?<=pagu)_perubahan")


def _without_side(path: list[str]) -> list[str]:
    """The heads of a column without the words that say it is of the changed plan."""
    return [plain for head in path if (plain := _AFTER.sub("_", head).strip("_"))] or ["pagu"]


def _find_field(path: list[str], texts: list[str], mapping: Mapping) -> str:
    for field, names in mapping.items():
        if any(" ".join(text.split()).casefold() in names for text in texts):
            return field
    if mapping and any(name in mapping for name in (_ALIASES.get(path[-1], ""),)):
        return ""
    field = _ALIASES.get(path[-1], "") or _ALIASES.get("_".join(path), "")
    # The printed form has `Pagu Indikatif` twice; the second stands below `Prakiraan Maju …`.
    above = "_".join(path[:-1])
    return "pagu_n_depan" if field == "pagu" and ("maju" in above or above.endswith("n_1")) else field


def read_mapping(path: Path | None) -> Mapping:
    """The mapping of a file: field -> the heads that mean it, in small letters. Raises ProblemsFound."""
    if path is None:
        return {}
    source, problems = load.load_source(path, str(path))
    if source is None or problems:
        raise ProblemsFound(problems)
    hint = f'Contoh: {{"kode_sub_giat": "Kode Sub", "pagu": ["Pagu", "Anggaran"]}}. Kunci: {", ".join(FIELDS)}.'
    if not isinstance(source.data, dict):
        raise ProblemsFound([Problem("RJ070", Location(str(path)), "pemetaan bukan objek { … }", hint)])
    mapping: Mapping = {}
    for field, stated in source.data.items():
        names = stated if isinstance(stated, list) else [stated]
        if field not in FIELDS or not all(isinstance(name, str) for name in names):
            message = f"pemetaan “{field}” tidak dikenal" if field not in FIELDS else f"pemetaan “{field}” bukan teks"
            raise ProblemsFound([source.problem("RJ070", f"/{field}", message, hint)])
        mapping[field] = [" ".join(name.split()).casefold() for name in names]
    return mapping
