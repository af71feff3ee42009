"""What must hold for every content: an export imported again changes nothing, and carries all that was in it."""

from __future__ import annotations

import tempfile
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from renjadoc.sheets.excel import run, sheets
from renjadoc.tables import forms, rencana_program
from tests.sheets.excel.sheet import lay_down, put, table

#: Texts that Excel would run, reckon or read otherwise, and those of every day.
_NASTY = (
    "=1+1", "+62 811", "-5", "@SUM(A1)", "-", "(kosong)", "007", "1.000", "85,58", "57%", "'x", "1e5", "TRUE", "#REF!",
    "2027-01-01", "1-2", 'a & <b> "c"', "_x0041_", "Rp1.000", "½ 🙂", '=HYPERLINK("http://x")',
)  # fmt: skip
_letters = st.text("abcXYZ 0189.,%=+-@'\"&<>/é🙂", min_size=1, max_size=12)
_text = st.one_of(st.sampled_from(_NASTY), _letters.map(lambda text: " ".join(text.split())).filter(bool))
_number = st.one_of(
    st.integers(-(10**14), 10**14), st.decimals(-(10**6), 10**6, places=2, allow_nan=False).map(lambda n: n.normalize())
)
_lines = st.lists(_text, min_size=2, max_size=3)
_cell = st.one_of(st.none(), st.just(""), _number, _text, _lines)
_money = st.one_of(st.none(), st.integers(0, 10**14))
_code = st.one_of(st.none(), st.sampled_from(["2.17.01", "2.17.01.2.10", "X.XX.01", "1", "2.10"]))


def _object(optional: dict[str, Any] | None = None, **keys: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(keys, optional=optional or {})


_entered = {
    "nama": _text, "indikator": _cell, "lokasi": _cell, "target": _cell, "pagu": _money,
    "sumber_dana": st.one_of(st.none(), st.just(""), _text), "target_maju": _cell, "pagu_maju": _money,
}  # fmt: skip
_may = {"kode": _code.filter(bool), "catatan": _cell.filter(lambda value: value is not None)}
_sub = _object(_may, **_entered)
_kegiatan = _object({"bidang": _text}, nama=_text, sub_kegiatan=st.lists(_sub, max_size=3))
_whole = _object({**_may, "bidang": _text}, **_entered)


def _plan(kegiatan: st.SearchStrategy[Any], **form: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    below = st.lists(kegiatan, max_size=2)
    programs = _object(kode=_code, nama=_text, indikator=st.one_of(st.none(), _text), kegiatan=below)
    return _object(**form, program=st.lists(programs, max_size=3))


_pair = _object(target=_cell, realisasi=_cell)
_stated = st.one_of(st.none(), _text)


def _figures(**before: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """What a row of the evaluation states."""
    years = {"renja_n-2": _pair, "renja_n-1": _pair}
    return {"indikator": _stated, "target_renstra": _cell, **before, **years}


def _evaluation(figures: dict[str, st.SearchStrategy[Any]], **form: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Programs with and without figures of their own, kegiatan with and without sub kegiatan."""
    named = {"kode": _code, "nama": _text}
    sub = _object(**named, **figures)
    kegiatan = _object({"sub_kegiatan": st.lists(sub, min_size=1, max_size=2)}, **named, **figures)
    below = st.lists(kegiatan, max_size=2)
    programs = st.one_of(_object(**named, kegiatan=below), _object(**named, **figures, kegiatan=below))
    return _object(**form, program=st.lists(programs, max_size=2))


_years = ("n-2", "n-1", "n", "n+1")
_measured = _object(
    {"bidang": _text}, nama=_text, satuan=_text, capaian=_object(**dict.fromkeys(("n-3", "n-2", "n-1"), _cell)),
    target=_object(**{"n-1": _cell}), indikator_renstra=st.none(),
)  # fmt: skip
_measured_86 = _object(
    {"bidang": _text}, nama=_text, spm=_cell, ikk=_cell, target=_object(**dict.fromkeys(_years, _cell)),
    capaian=_object(**dict.fromkeys(_years[:2], _cell)), proyeksi=_object(**dict.fromkeys(_years[2:], _cell)),
    catatan=_cell,
)  # fmt: skip
_86 = st.just(forms.PERMENDAGRI_86)
_indicator = _object(nama=_text, target=st.lists(_cell, min_size=6, max_size=6))
_item = _object(
    jenis=st.sampled_from(["tujuan", "sasaran", "program", "kegiatan"]), uraian=_text,
    indikator=st.lists(_indicator, max_size=2),
)  # fmt: skip
_row = st.one_of(
    st.lists(_cell, min_size=3, max_size=3),
    st.builds(
        lambda a, b, span, bold: {"sel": [{"teks": a, "gabung": span}, *([b] * (3 - span))], **bold},
        _cell, _cell, st.integers(1, 3), st.sampled_from([{}, {"tebal": True}, {"tebal": False}]),
    ),
)  # fmt: skip
_COLUMNS = [{"judul": "A"}, {"judul": "B", "kolom": [{"judul": "C"}, {"judul": "A"}]}]
_group = _object(bidang=st.one_of(st.just(""), _text), isi=st.lists(_item, max_size=2))
_proposal = _object({"bidang": _text}, usulan=_text, lokasi=_cell, volume=_cell, anggaran=_money)
TABLES = st.fixed_dictionaries(
    {
        "rencana-program": st.one_of(
            _plan(_kegiatan), _plan(_whole, bentuk=st.just(rencana_program.WITHOUT_SUB))
        ),
        "evaluasi": st.one_of(
            _evaluation(_figures(**{"target_n-2": _cell, "realisasi_sd_n-2": _cell})),
            _evaluation(_figures(**{"realisasi_sd_n-3": _cell}), bentuk=_86),
        ),
        "capaian-kinerja": st.one_of(
            _object(indikator=st.lists(_measured, max_size=2)),
            _object(indikator=st.lists(_measured_86, max_size=2), bentuk=_86),
        ),
        "target-renstra": _object(kelompok=st.lists(_group, max_size=2)),
        "usulan-masyarakat": _object(usulan=st.lists(_proposal, max_size=3)),
        "anggaran": st.builds(
            lambda rows: {"kolom": _COLUMNS, "baris": rows}, st.lists(_row, max_size=3)
        ),
    }
)  # fmt: skip
_FEW = settings(max_examples=12)


def _folder(place: str, tables: dict[str, Any]) -> Path:
    folder = lay_down(Path(place))
    for name, data in tables.items():
        put(folder, name, {**table(folder, name), **data})
    return folder


@_FEW
@given(TABLES)
def test_an_untouched_export_changes_nothing(tables: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = _folder(place, tables)
        path = Path(place, "x.xlsx")
        run.export_workbook(folder, path)
        plan = run.plan_import(path, folder)
        assert (plan.changes, plan.conflicts, plan.faults, plan.files) == ([], [], [], {})
        # Saved by another program, without the results of formulas.
        openpyxl.load_workbook(path).save(path)
        plan = run.plan_import(path, folder)
        assert (plan.changes, plan.conflicts, plan.faults, plan.files) == ([], [], [], {})


def _emptied(data: Any) -> Any:
    """The same rows with every cell open that may be."""
    if isinstance(data, list):
        return [_emptied(one) if isinstance(one, dict) else None for one in data]
    keep = {"nama", "uraian", "usulan", "jenis", "bidang", "bentuk", "satuan"}
    is_planned = "pagu" in data or ("sub_kegiatan" in data and "target_renstra" not in data)
    return {
        key: _emptied(value) if isinstance(value, dict) or _is_rows(value) else value if key in keep else _open(value)
        for key, value in data.items()
        if key not in {"catatan", "kode"} or not is_planned
    }


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _open(value: Any) -> Any:
    return [None] * len(value) if isinstance(value, list) and len(value) == 6 else None


#: A row whose name is the sign of an empty text: it is found by its name as the cell shows it.
_NAMED_AS_EMPTY: dict[str, Any] = {
    "capaian-kinerja": {
        "bentuk": forms.PERMENDAGRI_86,
        "indikator": [
            {
                "nama": "(kosong)", "spm": None, "ikk": None, "target": dict.fromkeys(_years),
                "capaian": dict.fromkeys(_years[:2]), "proyeksi": dict.fromkeys(_years[2:]), "catatan": None,
            }
        ],
    },
    "target-renstra": {"kelompok": [{"bidang": "", "isi": []}, {"bidang": "(kosong)", "isi": []}]},
}  # fmt: skip


@_FEW
@given(TABLES)
@example(_NAMED_AS_EMPTY)
def test_the_sheets_carry_every_value(tables: dict[str, Any]) -> None:
    """Without the hidden copy of the tables, into a folder whose cells are all open: the cells alone give them back."""
    with tempfile.TemporaryDirectory() as place:
        tables = {name: data for name, data in tables.items() if name != "anggaran"}
        folder = _folder(place, tables)
        path = Path(place, "x.xlsx")
        run.export_workbook(folder, path)
        book = openpyxl.load_workbook(path)
        del book[sheets.META]
        book.save(path)
        for name, data in tables.items():
            put(folder, name, {**table(folder, name), **_emptied(deepcopy(data))})
        plan = run.plan_import(path, folder)
        assert (plan.conflicts, plan.faults) == ([], [])
        files = plan.files
        for name, data in tables.items():
            text = files.get(f"tabel/{name}.json")
            if text is not None:
                (folder / "tabel" / f"{name}.json").write_text(text, "utf-8")
            assert {**table(folder, name), **data} == table(folder, name)
            assert all(
                type(a) is type(b)
                for a, b in zip(_scalars(data), _scalars_like(table(folder, name), data), strict=True)
            )


def _scalars(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return [one for key in sorted(data) for one in _scalars(data[key])]
    if isinstance(data, list):
        return [one for member in data for one in _scalars(member)]
    return [int(data) if isinstance(data, Decimal) and data == int(data) else data]


def _scalars_like(whole: Any, part: Any) -> list[Any]:
    return _scalars({key: whole[key] for key in part})
