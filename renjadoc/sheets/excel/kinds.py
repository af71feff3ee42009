"""Every kind of table as a sheet, described in one place: heads as printed, entered and computed cells, levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from renjadoc.content.folder import Folder
from renjadoc.sheets.excel import adhoc
from renjadoc.tables import capaian_kinerja, forms, rencana_program, target_renstra
from renjadoc.tables.computed import Average, Name, Number, Ratio, RenstraRatio, Sum
from renjadoc.tables.layout import (
    ANGKA,
    BULAT,
    KODE,
    KODE_WAJIB,
    ROOT,
    SEL,
    SEL_BOLEH_KOSONG,
    TEKS,
    TEKS_ATAU_NULL,
    TEKS_BOLEH_KOSONG,
    UANG,
    CellKind,
    Column,
    Computed,
    Entry,
    Layout,
    Level,
    Root,
)

#: The column that says which Bidang fills a row; it is not printed in the document.
_OWNER = ("Bidang (tidak dicetak)",)


def _owner(*levels: str) -> Column:
    return Column("bidang", _OWNER, 18, {level: Entry(("bidang",), TEKS, optional=True) for level in levels})


# T-C.33 and its view T-C.31

_LEVELS = ("program", "kegiatan", "sub_kegiatan")
_PLAN_HEAD = "Rencana Tahun {{ tahun }}"
_NEXT_HEAD = "Prakiraan Maju Rencana Tahun {{ tahun + 1 }}"


def _money(column: str, levels: tuple[str, ...] = _LEVELS) -> dict[str, Entry | Computed]:
    """An amount of money: entered at the last of `levels`, summed for whatever holds it."""
    sums = {level: Sum(column, column, levels[depth:]) for depth, level in enumerate((ROOT, *levels[:-1]))}
    return {**sums, levels[-1]: Entry((column,), UANG)}


def _detail(key: str, kind: CellKind = SEL, *, optional: bool = False) -> dict[str, Entry | Computed]:
    """A cell of a sub kegiatan, which a program or a kegiatan may have for itself."""
    own = Entry((key,), kind, optional=True)
    return {"program": own, "kegiatan": own, "sub_kegiatan": Entry((key,), kind, optional)}


_CODE = Entry(("kode",), KODE, optional=True)
_NAME = Entry(("nama",), TEKS)

RENCANA_PROGRAM = Layout(
    levels=(
        Level("program", ("program",), "nama", "kode", parts=3),
        Level("kegiatan", ("kegiatan",), "nama", "kode", parts=5),
        Level("sub_kegiatan", ("sub kegiatan",), "sub", "kode", parts=6),
    ),
    columns=(
        Column("kode", ("Kode",), 17, {"program": Entry(("kode",), KODE), "kegiatan": _CODE, "sub_kegiatan": _CODE}),
        Column(
            "nama",
            ("Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",),
            28,
            {"program": _NAME, "kegiatan": _NAME},
        ),
        Column("sub", ("Sub Kegiatan",), 28, {"sub_kegiatan": _NAME}),
        Column(
            "indikator",
            ("Indikator Kinerja Program/Kegiatan",),
            28,
            {
                "program": Entry(("indikator",), TEKS_ATAU_NULL),
                "kegiatan": Entry(("indikator",), TEKS_ATAU_NULL, optional=True),
                "sub_kegiatan": Entry(("indikator",), SEL),
            },
        ),
        Column("lokasi", (_PLAN_HEAD, "Lokasi"), 16, _detail("lokasi")),
        Column("target", (_PLAN_HEAD, "Target Capaian Kinerja"), 14, _detail("target")),
        Column("pagu", (_PLAN_HEAD, "Kebutuhan Dana/Pagu Indikatif (Rp)"), 17, _money("pagu"), "kanan"),
        Column(
            "sumber_dana",
            (_PLAN_HEAD, "Sumber Dana"),
            11,
            _detail("sumber_dana", TEKS_ATAU_NULL),
            "tengah",
        ),
        Column("catatan", ("Catatan Penting",), 20, _detail("catatan", optional=True)),
        Column("target_maju", (_NEXT_HEAD, "Target Capaian Kinerja"), 14, _detail("target_maju")),
        Column("pagu_maju", (_NEXT_HEAD, "Kebutuhan Dana/Pagu Indikatif (Rp)"), 17, _money("pagu_maju"), "kanan"),
        _owner("program", "kegiatan"),
    ),
    root=Root("jumlah", "nama", "{{ perangkat_daerah.nama }}", at_top=True),
    frozen=3,
)


def _without_sub(column: Column) -> Column:
    """The column of a plan without sub kegiatan, whose cells the kegiatan have."""
    if column.id in {"pagu", "pagu_maju"}:
        return replace(column, cells=_money(column.id, _LEVELS[:2]))
    cells = {level: cell for level, cell in column.cells.items() if level != "sub_kegiatan"}
    return replace(column, cells={**cells, "kegiatan": column.cells.get("sub_kegiatan", cells["kegiatan"])})


# The codes of Permendagri 13/2006 have as many parts as an office has units: they tell no level.
RENCANA_TANPA_SUB = replace(
    RENCANA_PROGRAM,
    levels=tuple(replace(level, parts=0) for level in RENCANA_PROGRAM.levels[:2]),
    columns=tuple(_without_sub(column) for column in RENCANA_PROGRAM.columns if column.id != "sub"),
    frozen=2,
)


def _plan(data: dict[str, Any]) -> Layout:
    return RENCANA_TANPA_SUB if data.get("bentuk") == rencana_program.WITHOUT_SUB else RENCANA_PROGRAM


_SEEN = ("kode", "nama", "sub", "indikator", "lokasi", "target", "pagu", "sumber_dana")


def _review(plan: Layout) -> Layout:
    """The sheet that views a plan's."""
    return replace(plan, columns=tuple(column for column in plan.columns if column.id in _SEEN), view=True)


# T-C.29


def _evaluasi(*, is_86: bool) -> Layout:
    """Twelve columns, or the eleven of Permendagri 86/2017, which differ between the indicator and the last year.

    A program may state the same cells as a kegiatan for itself.
    """
    below = ("kegiatan", "sub_kegiatan")
    cells = {
        "target_renstra": Entry(("target_renstra",), SEL),
        "n2_target": Entry(("renja_n-2", "target"), SEL),
        "n2_realisasi": Entry(("renja_n-2", "realisasi"), SEL),
        "n1_realisasi": Entry(("renja_n-1", "realisasi"), SEL),
    }
    last = "Target dan Realisasi Kinerja Program dan Kegiatan Tahun {{ tahun - 2 }}"
    running = "Perkiraan Realisasi Capaian Target Renstra s.d. Tahun Berjalan"

    def entered(id: str, head: tuple[str, ...], entry: Entry, width: float = 14) -> Column:
        return Column(id, head, width, stated(entry), "tengah")

    def stated(entry: Entry) -> dict[str, Entry | Computed]:
        return {"program": replace(entry, own=True), **dict.fromkeys(below, entry)}

    def ratio(id: str, head: tuple[str, ...], reached: str, wanted: str) -> Column:
        computed = Ratio(reached, wanted, cells[reached], cells[wanted])
        return Column(id, head, 11, dict.fromkeys(("program", *below), computed), "tengah")

    def target(years: str) -> Column:
        return entered("target_renstra", (f"Target Renstra Perangkat Daerah Tahun {years}",), cells["target_renstra"])

    def reached(year: int) -> Column:
        """What was reached up to the year n - `year`."""
        head = f"Realisasi Kinerja Program dan Keluaran Kegiatan s.d. Tahun {{{{ tahun - {year} }}}}"
        return entered(f"sd_n{year}", (head,), Entry((f"realisasi_sd_n-{year}",), SEL))

    planned = ("Target Kinerja Renja Perangkat Daerah Tahun {{ tahun - 2 }}",)
    if is_86:
        before = [target("{{ renstra.akhir }}"), reached(3)]
    else:
        before = [target("{{ renstra.awal }} s.d. {{ renstra.akhir }}")]
        before += [entered("n2", planned, Entry(("target_n-2",), SEL)), reached(2)]
    return Layout(
        levels=(
            Level("program", ("program",), "nama", "kode"),
            Level("kegiatan", ("kegiatan",), "nama", "kode"),
            Level("sub_kegiatan", ("sub kegiatan",), "nama", "kode", optional=True),
        ),
        columns=(
            Column("kode", ("Kode",), 20, dict.fromkeys(("program", *below), Entry(("kode",), KODE))),
            Column("nama", ("Program/Kegiatan",), 30, dict.fromkeys(("program", *below), _NAME)),
            Column(
                "indikator",
                ("Indikator Kinerja Program (Outcome)/Kegiatan (Output)",),
                30,
                stated(Entry(("indikator",), TEKS_ATAU_NULL)),
            ),
            *before,
            entered("n2_target", (last, "Target Renja"), cells["n2_target"]),
            entered("n2_realisasi", (last, "Realisasi Renja"), cells["n2_realisasi"]),
            ratio("n2_persen", (last, "Tingkat Realisasi (%)"), "n2_realisasi", "n2_target"),
            entered(
                "n1_target",
                ("Target Renja Perangkat Daerah Tahun {{ tahun - 1 }}",),
                Entry(("renja_n-1", "target"), SEL),
            ),
            entered(
                "n1_realisasi", (running, "Realisasi Capaian s.d. Tahun {{ tahun - 1 }}"), cells["n1_realisasi"], 16
            ),
            ratio("renstra_persen", (running, "Tingkat Capaian (%)"), "n1_realisasi", "target_renstra"),
            _owner("program"),
        ),
        frozen=2,
    )


# T-C.30


def _capaian() -> Layout:
    def entered(id: str, head: str, keys: tuple[str, ...], width: float = 12) -> Column:
        return Column(id, (head,), width, {"indikator": Entry(keys, ANGKA)}, "tengah")

    reached, target = Entry(("capaian", "n-1"), ANGKA), Entry(("target", "n-1"), ANGKA)
    twin = Entry(("indikator_renstra",), TEKS_ATAU_NULL)
    percent = Ratio("n1", "target", reached, target)
    renstra = RenstraRatio("n1", reached, "indikator_renstra", twin)
    return Layout(
        levels=(Level("indikator", ("indikator",), "nama"),),
        columns=(
            Column("nama", ("Indikator Kinerja",), 36, {"indikator": _NAME}),
            Column("satuan", ("Satuan",), 10, {"indikator": Entry(("satuan",), TEKS)}, "tengah"),
            entered("n3", "Capaian Tahun {{ tahun - 3 }}", ("capaian", "n-3")),
            entered("n2", "Capaian Tahun {{ tahun - 2 }}", ("capaian", "n-2")),
            entered("target", "Target Tahun {{ tahun - 1 }}", target.keys),  # type: ignore[arg-type]
            entered("n1", "Capaian Tahun {{ tahun - 1 }}", reached.keys),  # type: ignore[arg-type]
            Column(
                "persen",
                ("Capaian Kinerja Tahun {{ tahun - 1 }} (%)",),
                14,
                {"indikator": percent, ROOT: Average("persen", "indikator", percent)},
                "tengah",
            ),
            Column(
                "persen_renstra",
                ("Capaian terhadap Akhir Renstra (%)",),
                14,
                {"indikator": renstra, ROOT: Average("persen_renstra", "indikator", renstra)},
                "tengah",
            ),
            Column(
                "indikator_renstra",
                ("Indikator Renstra yang sama (tidak dicetak)",),
                30,
                {"indikator": twin},
                choices="indikator_renstra",
            ),
            _owner("indikator"),
        ),
        root=Root("rata-rata", "nama", "Rata-rata Kinerja", at_top=False),
        frozen=1,
    )


def _capaian_86() -> Layout:
    """The thirteen columns of Permendagri 86/2017."""

    def entered(id: str, head: tuple[str, ...], width: float, *keys: str, kind: CellKind = ANGKA) -> Column:
        return Column(id, head, width, {"indikator": Entry(keys, kind)}, "tengah")

    def years(field: str, head: str) -> Iterator[Column]:
        for year in capaian_kinerja.YEARS_86[field]:
            step = year.removeprefix("n")
            shown = f"Tahun {{{{ tahun {step[0]} {step[1]} }}}}" if step else "Tahun {{ tahun }}"
            yield entered(f"{field}_{year}", (head, shown), 11, field, year)

    return Layout(
        levels=(Level("indikator", ("indikator",), "nama"),),
        columns=(
            Column("nomor", ("No.",), 6, {"indikator": Number("nama")}, "tengah"),
            Column("nama", ("Indikator",), 36, {"indikator": _NAME}),
            entered("spm", ("SPM/Standar Nasional",), 12, "spm", kind=SEL_BOLEH_KOSONG),
            entered("ikk", ("IKK",), 12, "ikk", kind=SEL_BOLEH_KOSONG),
            *years("target", "Target Renstra Perangkat Daerah"),
            *years("capaian", "Realisasi Capaian"),
            *years("proyeksi", "Proyeksi"),
            Column("catatan", ("Catatan Analisis",), 24, {"indikator": Entry(("catatan",), SEL_BOLEH_KOSONG)}),
            _owner("indikator"),
        ),
        frozen=2,
    )


# Program indicators


def _indikator() -> Layout:
    quarters = "Realisasi Tahun {{ tahun - 1 }}"

    def entered(id: str, head: tuple[str, ...], keys: tuple[str, ...]) -> Column:
        return Column(id, head, 12, {"indikator": Entry(keys, ANGKA)}, "kanan")

    return Layout(
        levels=(
            Level("urusan", ("urusan",), "nama", "nomor"),
            Level("program", ("program",), "nama"),
            Level("indikator", ("indikator",), "nama", "nomor"),
        ),
        columns=(
            Column(
                "nomor", ("No.",), 8, {"urusan": Entry(("kode",), KODE_WAJIB), "indikator": Entry(("nomor",), BULAT)}
            ),
            Column(
                "nama", ("Indikator Kinerja Program",), 48, dict.fromkeys(("urusan", "program", "indikator"), _NAME)
            ),
            Column("satuan", ("Satuan",), 10, {"indikator": Entry(("satuan",), TEKS)}, "tengah"),
            *(
                entered(f"n{back}", (f"Realisasi {{{{ tahun - {back} }}}}",), ("realisasi", f"n-{back}"))
                for back in (5, 4, 3, 2)
            ),
            *(entered(f"tw{q}", (quarters, f"Triwulan {q}"), ("triwulan_n-1", q)) for q in ("I", "II", "III", "IV")),
            Column("perangkat", ("Perangkat Daerah",), 14, {"program": Name("singkatan")}, "tengah"),
            _owner("program"),
        ),
        frozen=2,
    )


# Renstra targets


def _renstra(years: list[int]) -> Layout:
    heads = [("Data Terakhir", str(years[0])), *(("Target", str(year)) for year in years[1:])]
    return Layout(
        levels=(
            Level("kelompok", ("bidang",), "bidang"),
            Level("isi", ("tujuan", "sasaran", "program", "kegiatan"), "uraian", named_by="jenis"),
            Level("indikator", ("indikator",), "nama"),
        ),
        columns=(
            Column("bidang", ("Bidang",), 22, {"kelompok": Entry(("bidang",), TEKS_BOLEH_KOSONG)}),
            Column("uraian", ("Uraian",), 40, {"isi": Entry(("uraian",), TEKS)}),
            Column("nama", ("Indikator",), 40, {"indikator": _NAME}),
            *(
                Column(f"tahun{index}", head, 11, {"indikator": Entry(("target", index), ANGKA)}, "tengah")
                for index, head in enumerate(heads)
            ),
        ),
        frozen=3,
    )


# T-C.32

USULAN_MASYARAKAT = Layout(
    levels=(Level("usulan", ("usulan",), "usulan"),),
    columns=(
        Column("nomor", ("No.",), 6, {"usulan": Number("usulan")}, "tengah"),
        Column("usulan", ("Program/Kegiatan",), 44, {"usulan": Entry(("usulan",), TEKS)}),
        Column("lokasi", ("Lokasi",), 30, {"usulan": Entry(("lokasi",), SEL)}),
        Column("volume", ("Besaran/Volume",), 16, {"usulan": Entry(("volume",), SEL)}, "tengah"),
        Column(
            "anggaran",
            ("Anggaran (Rp)",),
            20,
            {"usulan": Entry(("anggaran",), UANG)},
            "kanan",
        ),
        _owner("usulan"),
    ),
    frozen=2,
)

_LAYOUTS: dict[str, Callable[[dict[str, Any], Folder], Layout]] = {
    "evaluasi": lambda data, folder: _evaluasi(is_86=forms.is_86(data)),
    "capaian-kinerja": lambda data, folder: _capaian_86() if forms.is_86(data) else _capaian(),
    "indikator-program": lambda data, folder: _indikator(),
    "target-renstra": lambda data, folder: _renstra(target_renstra.years(folder)),
    "rencana-program": lambda data, folder: _plan(data),
    "review-rkpd": lambda data, folder: _review(_plan(folder.tabel[data["sumber"]].data)),
    "usulan-masyarakat": lambda data, folder: USULAN_MASYARAKAT,
    "bebas": lambda data, folder: adhoc.layout(data),
}


def layout(data: dict[str, Any], folder: Folder) -> Layout:
    """The sheet of one table."""
    return _LAYOUTS[data["jenis"]](data, folder)
