"""Which column of an export is which field: by the names that SIPD and others use, or by a mapping file."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from renjadoc.content import load
from renjadoc.matching import fold_name
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.sipd.changed_heads import take_changed
from renjadoc.sheets.sipd.grid import ExportLine

#: What an export says of a sub kegiatan beside its name and its money: field -> other names.
DETAILS: dict[str, tuple[str, ...]] = {
    "indikator": (
        "indikator_kinerja", "indikator_sub_kegiatan", "indikator_kinerja_program_kegiatan", "indikator_output",
        "indikator_kinerja_sub_kegiatan", "indikator_keluaran", "indikator_kegiatan", "tolok_ukur",
        "tolok_ukur_kinerja", "tolak_ukur", "tolak_ukur_kinerja",
        "outputteks", "indikator_kinerja_program_kegiatan_sub_kegiatan", "indikator_program",
    ),
    "target": (
        "target_capaian_kinerja", "target_kinerja", "target_output", "targetoutputteks", "target_sub_kegiatan",
        "target_tahun_n", "target_capaian", "targetoutput", "target_keluaran", "volume",
    ),
    "satuan": ("satuanoutput", "satuan_target", "satuan_output"),
    "lokasi": ("lokasi_sub_keg", "lokasi_kegiatan", "lokasi_pelaksanaan", "lokasi_sub_kegiatan", "detil_lokasi"),
    "sumber_dana": ("sumber_pendanaan", "nama_sumber_dana", "nama_dana", "sumber_dana_sub_kegiatan", "namadana"),
    "kelompok_sasaran": (
        "kelompok_sasaran_kegiatan", "kelompok_sasaran_sub_kegiatan", "penerima_manfaat", "sasaran_penerima_manfaat",
        "kelompok_penerima_manfaat",
    ),
    "prioritas_nasional": ("prioritas_pembangunan_nasional", "nama_prioritas_nasional", "prioritas_nasional_pn",
                           "label_pusat", "nama_label_pusat"),
    "prioritas_daerah": (
        "prioritas_pembangunan_daerah", "nama_prioritas_daerah", "prioritas_pembangunan", "prioritas_kabupaten",
        "prioritas_kota", "prioritas_kabupaten_kota", "prioritas_kab_kota", "prioritas_provinsi",
        "label_kokab", "nama_label_kokab",
    ),
    "penanggung_jawab": (
        "perangkat_daerah_penanggung_jawab", "penanggungjawab", "opd_penanggung_jawab", "pd_penanggung_jawab",
        "skpd_penanggung_jawab", "unit_penanggung_jawab", "perangkat_daerah_pelaksana", "bidang_penanggung_jawab",
    ),
    "tag": (
        "tags", "label", "tagging", "penandaan", "nama_label", "namalabel", "tematik", "penandaan_tematik",
        "label_sub_kegiatan", "tag_sub_kegiatan", "tagging_sub_kegiatan",
    ),
    "output": ("keluaran", "keluaran_sub_kegiatan"),
    "catatan": ("catatan_penting", "keterangan"),
    "target_maju": ("target_n_1", "target_prakiraan_maju", "prakiraan_maju_target", "target_n_depan"),
}  # fmt: skip
#: Field -> other names that people and programs give it, written as `plain_head` writes them.
FIELDS: dict[str, tuple[str, ...]] = {
    "kode_urusan": ("kd_urusan",),
    "nama_urusan": ("urusan",),
    "kode_bidang_urusan": ("kode_bidang", "kd_bidang"),
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
    **DETAILS,
    # Exports that look like the printed form: one column of codes and one of names for all levels.
    "kode": ("kode_rekening", "no_kode", "kode_nomenklatur"),
    "uraian": ("nomenklatur", "nama"),
}  # fmt: skip
ALIASES = {alias: field for field, aliases in FIELDS.items() for alias in (field, *aliases)}
#: A head over names of several levels says nothing but such words, and both of the first two.
_LEVEL_WORDS = {"program", "kegiatan"}
_NAMING_WORDS = _LEVEL_WORDS | {
    "urusan", "bidang", "pemerintahan", "daerah", "sub", "subkegiatan", "dan", "atau", "outcome", "output", "nama",
    "uraian", "hasil", "keluaran", "nomenklatur",
}  # fmt: skip
#: Field -> that of the year behind it.
_AHEAD = {"pagu": "pagu_n_depan", "target": "target_maju"}
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_TOP, _DEPTH = 60, 3
#: A row with fewer is a title.
_FEWEST_HEADS = 3
#: What else holds the money where no column is called so: the first of these, else the only one that begins so.
_LATE = (
    "pagu_validasi", "pagu_final", "pagu_verifikasi", "pagu_sub_kegiatan", "pagu_renja", "pagu_rancangan_akhir",
    "pagu_usulan", "jumlah_anggaran", "total_anggaran", "jumlah_pagu_indikatif", "nilai_anggaran", "jumlah",
    "total", "nilai",
)  # fmt: skip
_MONEY, _NO_RUPIAH = ("pagu", "anggaran"), re.compile(r"ribu|juta|miliar|persen|selisih")
_COUNTS = {"no", "nomor", "id", "no_urut"}


@dataclass(frozen=True)
class Heads:
    """The columns of the fields, the first row behind the heads, and the heads of columns that are no field."""

    columns: dict[str, int]
    body: int
    other: list[str]
    #: The columns of a code that stands in several, with its first.
    codes: tuple[int, ...] = ()
    #: The columns that only count rows.
    numbers: frozenset[int] = frozenset()
    #: The columns of `other`, as far as these stand in one.
    unknown: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many columns are known."""
        return len(self.columns) + len(self.codes)

    @property
    def missing(self) -> list[str]:
        """What is not there and must be: something to match by, and money to take."""
        wanted = {
            "kode atau nama sub kegiatan": {"kode_sub_giat", "nama_sub_giat", "kode", "uraian"},
            "pagu": {"pagu", "pagu_n_depan"},
        }
        return [said for said, fields in wanted.items() if not fields & self.columns.keys()]

    @property
    def usable(self) -> bool:
        return not self.missing


#: Field -> the heads that a user says mean it.
FieldNames = dict[str, list[str]]


def plain_head(head: str) -> str:
    """A head as the lists above write it: `Pagu Indikatif (Rp)` -> `pagu_indikatif`."""
    words = re.sub(r"[^0-9a-z]+", "_", head.casefold()).strip("_")
    return re.sub(r"_(?:rp|rupiah|tahun_20\d\d|20\d\d)$|^(?:no_)?_", "", re.sub(r"_rp$", "", words))


def find_heads(grid: list[ExportLine], mapping: FieldNames, year: int = 0) -> Heads:
    """Where the heads stand, over one to three rows, and what each is; `year` is that of the folder, if it is known."""
    best = Heads({}, 0, [])
    for start in range(min(_TOP, len(grid))):
        for depth in range(1, _DEPTH + 1):
            rows, left = take_changed(grid[start : start + depth])
            found = _read_heads(rows, start + depth, mapping, year, parted=True)
            if "nama_sub_giat" in found.columns:
                found = _read_heads(rows, start + depth, mapping, year, parted=False)
            if found.width > best.width:
                best = replace(found, other=[*found.other, *left])
    return best


def _read_heads(rows: list[ExportLine], body: int, mapping: FieldNames, wanted: int, *, parted: bool) -> Heads:
    """What the columns below `rows` are; `parted`: below a head for codes stand the parts of one, not a code each."""
    columns: dict[str, int] = {}
    years: dict[str, int] = {}
    dated: dict[str, dict[int, int]] = {}
    other = []
    unknown: dict[str, int] = {}
    codes: list[int] = []
    numbers: set[int] = set()
    field = ""
    for index in range(max(len(row.cells) for row in rows)):
        texts = _spread_heads(rows, index)
        path = list(dict.fromkeys(plain_head(text) for text in texts if text))
        if not path:
            # Of a head over several columns that is not merged, only the first says it.
            codes += [index] if field == "kode" else []
            continue
        if path[-1] in _COUNTS:
            numbers.add(index)
        is_part = parted and len(path) > 1 and path[0] == "kode"
        before, field = field, "kode" if is_part else _find_field(path, texts, mapping)
        year = next((int(match[0]) for text in texts if (match := _YEAR.search(text))), 0)
        if year and field in _AHEAD:
            dated.setdefault(field, {}).setdefault(year, index)
        if year and years.setdefault(field, year) == year - 1:
            field = _AHEAD.get(field, field)
        if field and field not in columns:
            columns[field] = index
        elif field == before == "kode":
            codes.append(index)
        else:
            other.append(path[-1])
            unknown.setdefault(path[-1], index)
    _choose_years(columns, dated, wanted)
    _choose_money(columns, unknown)
    _choose_targeted(columns, unknown, rows)
    taken = set(columns.values())
    other = [name for name in other if unknown.get(name) not in taken]
    several = (columns["kode"], *codes) if codes and "kode" in columns else ()
    return Heads(columns, body, other, several, frozenset(numbers), unknown)


def _spread_heads(rows: list[ExportLine], index: int) -> list[str]:
    """The heads of a column from the top; one that is blank above another is the one at its left, which spans it."""
    texts = [row.text(index) for row in rows]
    is_head = sum(1 for column in range(len(rows[0].cells)) if rows[0].text(column)) >= _FEWEST_HEADS
    if is_head and index and not texts[0] and any(texts[1:]):
        texts[0] = next((text for left in range(index - 1, -1, -1) if (text := rows[0].text(left))), "")
    return texts


def _choose_years(columns: dict[str, int], dated: dict[str, dict[int, int]], wanted: int) -> None:
    """Of several years those of the folder count, wherever they stand; `dated`: field -> year -> column."""
    for field, places in dated.items():
        if wanted not in places:
            continue
        columns[field], ahead = places[wanted], _AHEAD[field]
        if columns.get(ahead) in places.values():
            del columns[ahead]
        if wanted + 1 in places:
            columns.setdefault(ahead, places[wanted + 1])


def _choose_money(columns: dict[str, int], unknown: dict[str, int]) -> None:
    """Where no column is known to hold the money, one that says so in other words."""
    if columns.keys() & {"pagu", "pagu_n_depan"} or not columns.keys() - {"target", "satuan"}:
        return
    named = next((name for name in _LATE if name in unknown), None)
    begun = [name for name in unknown if name.startswith(_MONEY) and not _NO_RUPIAH.search(name)]
    chosen = named or (begun[0] if len(begun) == 1 else None)
    if chosen is not None:
        columns["pagu"] = unknown[chosen]


def _choose_targeted(columns: dict[str, int], unknown: dict[str, int], rows: list[ExportLine]) -> None:
    """What the system calls `sasaran` is for whom a sub kegiatan is; in a table of people it is an aim of the plan."""
    heads = {plain_head(row.text(index)) for row in rows for index in range(len(row.cells))}
    if "sasaran" in unknown and any("giat" in head.split("_") for head in heads):
        columns.setdefault("kelompok_sasaran", unknown["sasaran"])


def _find_field(path: list[str], texts: list[str], mapping: FieldNames) -> str:
    for field, names in mapping.items():
        if any(fold_name(text) in names for text in texts):
            return field
    own = _know_field(path[-1])
    if own in mapping:
        return ""
    joined = _know_field("_".join(path))
    field = joined if path[0] in {"kode", "nama"} and joined else own or joined
    # The printed form has `Pagu Indikatif` twice; the second stands below `Prakiraan Maju …`.
    above = "_".join(path[:-1])
    is_ahead = "maju" in above or above.endswith("n_1")
    return _AHEAD.get(field, field) if is_ahead else field


def _know_field(head: str) -> str:
    """The field that a head is; names of programs and what is below them stand under many words."""
    return ALIASES.get(head) or ("uraian" if _LEVEL_WORDS <= {*head.split("_")} <= _NAMING_WORDS else "")


def read_mapping(path: Path | None) -> FieldNames:
    """The mapping of a file: field -> the heads that mean it, in small letters. Raises ProblemsFound."""
    if path is None:
        return {}
    source, problems = load.load_source(path, str(path))
    if source is None or problems:
        raise ProblemsFound(problems)
    hint = f'Contoh: {{"kode_sub_giat": "Kode Sub", "pagu": ["Pagu", "Anggaran"]}}. Kunci: {", ".join(FIELDS)}.'
    if not isinstance(source.data, dict):
        raise ProblemsFound([Problem("RJ070", Location(str(path)), "pemetaan bukan objek { … }", hint)])
    mapping: FieldNames = {}
    for field, stated in source.data.items():
        names = stated if isinstance(stated, list) else [stated]
        if field not in FIELDS or not all(isinstance(name, str) for name in names):
            message = f"pemetaan “{field}” tidak dikenal" if field not in FIELDS else f"pemetaan “{field}” bukan teks"
            raise ProblemsFound([source.problem("RJ070", f"/{field}", message, hint)])
        mapping[field] = [fold_name(name) for name in names]
    return mapping
