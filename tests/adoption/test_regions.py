"""Special regions on covers, recaps of funds, plans without codes, and the Renja that a Perubahan changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest

from renjadoc.adoption.adopt import Adopted, adopt
from renjadoc.examine import examine_folder
from renjadoc.tables import old
from renjadoc.tables.old import levels_by_amounts
from tests.adoption.paper import TODAY
from tests.checks.examples import BASE
from tests.sheets.excel.sheet import table as read_table

PLAN_HEADS = [
    "Kode", "Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Lokasi", "Target Capaian Kinerja",
    "Pagu Indikatif (Rp)", "Sumber Dana", "Catatan Penting", "Target n+1", "Pagu n+1 (Rp)",
]  # fmt: skip
PLAN = [
    ["", "Program Pangan", "Skor PPH", "", "90", "300.000.000", "", "", "91", "330.000.000"],
    ["", "Penyediaan Pangan Pokok", "", "", "", "300.000.000", "", "", "", "330.000.000"],
    ["", "Informasi Harga", "Jumlah", "Kota", "12 laporan", "200.000.000", "PAD", "", "12 laporan", "220.000.000"],
    ["", "Pemantauan Stok", "Jumlah", "Kota", "4 laporan", "100.000.000", "DAU", "", "4 laporan", "110.000.000"],
]  # fmt: skip
CONTOH = ("RENCANA KERJA", "DINAS PANGAN", "KABUPATEN CONTOH", "TAHUN 2026")


def adopt_document(place: Path, cover: tuple[str, ...], *tables: tuple[str, list[list[str]]]) -> tuple[Adopted, Path]:
    document = docx.Document()
    for line in cover:
        document.add_paragraph(line)
    document.add_heading("BAB I PENDAHULUAN", 1)
    document.add_paragraph("Isi pendahuluan.")
    document.add_heading("BAB II RENCANA KERJA", 1)
    for title, rows in tables:
        document.add_paragraph(title)
        made = document.add_table(len(rows), len(rows[0]), "Table Grid")
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                made.cell(at, column).text = text
    document.add_heading("BAB III PENUTUP", 1)
    document.add_paragraph("Demikian.")
    document.save(str(place / "lama.docx"))
    return adopt(place / "lama.docx", place / "2026", TODAY), place / "2026"


@pytest.mark.parametrize(
    ("cover", "office", "region"),
    [
        (("PEMERINTAH ACEH", "DINAS PENDIDIKAN ACEH"), "Dinas Pendidikan", ("Provinsi", "Aceh", "Aceh")),
        (("PEMERINTAH KABUPATEN ACEH BESAR", "KECAMATAN DARUL IMARAH"), "Kecamatan Darul Imarah",
         ("Kabupaten", "Aceh Besar", "Aceh")),
        (("PEMERINTAH DAERAH DAERAH ISTIMEWA YOGYAKARTA", "DINAS SOSIAL"), "Dinas Sosial",
         ("Provinsi", "Daerah Istimewa Yogyakarta", "Daerah Istimewa Yogyakarta")),
        (("DINAS KEBUDAYAAN (KUNDHA KABUDAYAN) DIY",), "Dinas Kebudayaan (Kundha Kabudayan)",
         ("Provinsi", "Daerah Istimewa Yogyakarta", "Daerah Istimewa Yogyakarta")),
        (("PEMERINTAH KABUPATEN SLEMAN", "KAPANEWON DEPOK"), "Kapanewon Depok",
         ("Kabupaten", "Sleman", "Daerah Istimewa Yogyakarta")),
        (("PEMERINTAH KOTA YOGYAKARTA", "KEMANTREN UMBULHARJO"), "Kemantren Umbulharjo",
         ("Kota", "Yogyakarta", "Daerah Istimewa Yogyakarta")),
        (("PEMERINTAH PROVINSI DKI JAKARTA", "DINAS SOSIAL"), "Dinas Sosial",
         ("Provinsi", "DKI Jakarta", "DKI Jakarta")),
        (("PEMERINTAH PROVINSI DAERAH KHUSUS JAKARTA", "SUKU DINAS SOSIAL", "KOTA ADMINISTRASI JAKARTA BARAT"),
         "Suku Dinas Sosial Kota Administrasi Jakarta Barat",
         ("Provinsi", "Daerah Khusus Jakarta", "Daerah Khusus Jakarta")),
        (("KELURAHAN MENTENG", "KOTA ADMINISTRASI JAKARTA PUSAT"), "Kelurahan Menteng",
         ("Provinsi", "DKI Jakarta", "DKI Jakarta")),
        (("PEMERINTAH PROVINSI PAPUA BARAT DAYA", "DINAS SOSIAL"), "Dinas Sosial",
         ("Provinsi", "Papua Barat Daya", "Papua Barat Daya")),
        (("PEMERINTAH KABUPATEN JAYAPURA", "DISTRIK SENTANI"), "Distrik Sentani", ("Kabupaten", "Jayapura", "Papua")),
        (("SEKRETARIAT DPRD KOTA BANDUNG",), "Sekretariat DPRD", ("Kota", "Bandung", "Jawa Barat")),
    ],
)  # fmt: skip
def test_who_and_where(cover: tuple[str, ...], office: str, region: tuple[str, ...], tmp_path: Path) -> None:
    adopted, folder = adopt_document(tmp_path, (*cover[:1], "RENCANA KERJA", *cover[1:], "TAHUN 2026"))
    facts = json.loads((folder / "dokumen.json").read_text("utf-8"))
    assert facts["perangkat_daerah"]["nama"] == office
    assert tuple(facts["daerah"].values()) == region
    assert adopted.missing == []


def test_a_plan_without_codes_is_tc33_with_its_codes_open(tmp_path: Path) -> None:
    adopted, folder = adopt_document(tmp_path, CONTOH, ("Tabel 2.1 Rencana Program", [PLAN_HEADS, *PLAN]))
    plan = read_table(folder, "rencana-program")
    assert (plan["jenis"], plan["bentuk"], adopted.missing) == ("rencana-program", "permendagri-86", [])
    [kegiatan] = plan["program"][0]["kegiatan"]
    assert [sub["nama"] for sub in kegiatan["sub_kegiatan"]] == ["Informasi Harga", "Pemantauan Stok"]
    assert {row["kode"] for row in (plan["program"][0], kegiatan, *kegiatan["sub_kegiatan"])} == {None}


@pytest.mark.parametrize(
    ("amounts", "levels"),
    [
        ([30, 30, 20, 10], ["program", "kegiatan", "sub", "sub"]),
        ([30, 20, 10], ["program", "kegiatan", "kegiatan"]),
        ([50, 30, 20, 10, 20, 20], ["program", "kegiatan", "sub", "sub", "kegiatan", "sub"]),
        ([50, 30, 20, 15], []),
        ([50, 30, 20], ["program", "kegiatan", "kegiatan"]),
    ],
)
def test_amounts_tell_levels_only_where_they_make_each_other_up(amounts: list[int], levels: list[str]) -> None:
    rows = [("Program A" if not index else f"Baris {index}", amount) for index, amount in enumerate(amounts)]
    assert levels_by_amounts(rows) == levels


def _recap(head: str, *names: str) -> list[list[str]]:
    heads = ["No.", head, "Jumlah Sub Kegiatan", "Pagu (Rp)", "Persen (%)", "Pagu Tahun 2027 (Rp)"]
    rows = [
        ["1", names[0], "1", "100.000.000", "33,33", "110.000.000"],
        ["2", names[1], "1", "200.000.000", "66,67", "220.000.000"],
        ["", "Jumlah", "2", "300.000.000", "100", "330.000.000"],
    ]
    return [heads, *rows]


@pytest.mark.parametrize(
    ("head", "names", "kind"),
    [("Sumber Dana", ("DAU", "PAD"), "rekap"), ("Uraian", ("DAU", "PAD"), "rekap"),
     ("Bidang", ("Bidang Distribusi", "Bidang Konsumsi"), "bebas"), ("Tag", ("SPM", "Stunting"), "bebas")],
)  # fmt: skip
def test_a_recap_of_what_the_plan_says_is_computed(
    head: str, names: tuple[str, str], kind: str, tmp_path: Path
) -> None:
    tables = ("Tabel 2.1 Rencana", [PLAN_HEADS, *PLAN]), ("Tabel 2.2 Rekapitulasi", _recap(head, *names))
    adopted, folder = adopt_document(tmp_path, CONTOH, *tables)
    assert adopted.missing == []
    kinds = [json.loads(path.read_text("utf-8"))["jenis"] for path in sorted((folder / "tabel").glob("rek*.json"))]
    assert kinds == [kind]
    reasons = " ".join(table.reason for table in adopted.tables)
    assert (kind == "rekap") or f"tidak menyebut {head.replace('Tag', 'tag')} tiap sub kegiatan" in reasons


_UNITS = ("Bidang Distribusi", "Bidang Konsumsi")


def _with_column(head: str, *cells: str) -> list[list[str]]:
    """The plan with one more column, blank in the rows above the sub kegiatan or kegiatan that it is of."""
    last = iter(cells)
    return [[*PLAN_HEADS, head], *([*line, next(last) if _is_lowest(line) else ""] for line in PLAN)]


def _is_lowest(line: list[str]) -> bool:
    return all(line[2:5])


@pytest.mark.parametrize(
    ("head", "cells", "recap"),
    [
        ("Bidang", _UNITS, _recap("Bidang", *_UNITS)),
        ("Bidang", _UNITS, [[row[1], row[3], row[4]] for row in _recap("Bidang Pelaksana", *_UNITS)]),
        ("Penanggung Jawab", _UNITS, _recap("Bidang", *_UNITS)),
        ("Tag", ("SPM", "Stunting"), _recap("Tag", "SPM", "Stunting")),
        ("Tagging", ("SPM", "Stunting"), _recap("Tema", "SPM", "Stunting")),
    ],
)
def test_a_recap_by_what_a_column_of_the_plan_says_is_computed(
    head: str, cells: tuple[str, str], recap: list[list[str]], tmp_path: Path
) -> None:
    tables = ("Tabel 2.1 Rencana", _with_column(head, *cells)), ("Tabel 2.2 Rekapitulasi", recap)
    adopted, folder = adopt_document(tmp_path, CONTOH, *tables)
    assert adopted.missing == []
    assert [table.reason for table in adopted.tables] == ["", ""]
    assert any(f"kolom “{head}” menjadi data" in what for what, _ in adopted.doubtful)
    [found] = [json.loads(path.read_text("utf-8")) for path in (folder / "tabel").glob("rek*.json")]
    assert found["menurut"] == ("tag" if "Bidang" not in cells[0] else "bidang")


def test_a_recap_that_states_other_amounts_stays_as_it_stood(tmp_path: Path) -> None:
    recap = _recap("Bidang", *_UNITS)
    recap[1][3] = "123.456.789"
    tables = ("Tabel 2.1 Rencana", _with_column("Bidang", *_UNITS)), ("Tabel 2.2 Rekapitulasi", recap)
    adopted, folder = adopt_document(tmp_path, CONTOH, *tables)
    [found] = [json.loads(path.read_text("utf-8")) for path in (folder / "tabel").glob("rek*.json")]
    assert found["jenis"] == "bebas"
    assert "123.456.789" in adopted.tables[1].reason


def _write_perubahan(place: Path, beside: bool) -> Any:
    """An adopted Renja Perubahan, with the Renja of its office and year beside it or without."""
    heads = [*PLAN_HEADS[:4], "Target Sebelum", "Target Sesudah", "Pagu Sebelum (Rp)", "Pagu Sesudah (Rp)", "Alasan"]
    rows = [
        ["2.09.03", "Program Pangan", "Skor", "", "90", "90", "100", "120", ""],
        ["2.09.03.2.01", "Penyediaan Pangan", "", "", "", "", "100", "120", ""],
        ["2.09.03.2.01.0001", "Informasi Harga", "Jumlah", "Kota", "2 unit", "3 unit", "100", "120", "Bertambah"],
    ]
    if beside:
        shutil.copytree(BASE, place / "semula")
        path = place / "semula" / "dokumen.json"
        facts = json.loads(path.read_text("utf-8"))
        facts["perangkat_daerah"]["nama"], facts["tahun"] = "Dinas Pangan", 2026
        path.write_text(json.dumps(facts), "utf-8")
    cover = ("RENCANA KERJA PERUBAHAN", *CONTOH[1:])
    return adopt_document(place, cover, ("Tabel 2.1 Perubahan Rencana", [heads, *rows]))


def test_an_adopted_perubahan_says_which_renja_it_changes_or_asks(tmp_path: Path) -> None:
    adopted, folder = _write_perubahan(tmp_path, beside=False)
    assert any("folder Renja yang diubah" in what for what in adopted.identity.guessed)
    assert "RJ335" in {problem.code for problem in examine_folder(folder)[1].problems}


def test_the_renja_beside_it_is_taken_and_told(tmp_path: Path) -> None:
    adopted, folder = _write_perubahan(tmp_path, beside=True)
    assert json.loads((folder / "dokumen.json").read_text("utf-8"))["perubahan"]["dari"] == "../semula"
    assert "Renja yang diubah: ../semula" in adopted.identity.inferred


def test_notes_beside_reasons_stay_notes() -> None:
    from renjadoc.tables.rencana_program.old_amended import read_amended

    heads = ["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target Sebelum", "Target Sesudah", "Pagu Sebelum",
             "Pagu Sesudah", "Catatan Penting", "Prakiraan Maju / Target", "Prakiraan Maju / Pagu",
             "Alasan"]  # fmt: skip
    rows = [
        ["2.09.03", "Program Pangan", "Skor", "", "", "", "10", "12", "", "", "13", ""],
        ["2.09.03.2.01", "Penyediaan", "", "", "", "", "10", "12", "", "", "13", ""],
        ["2.09.03.2.01.0001", "Harga", "Jumlah", "Kota", "2", "3", "10", "12", "Catat", "4", "13", "Naik"],
    ]
    built = read_amended(old.TextTable(heads, rows), "rencana-program")
    [sub] = built.data["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert (sub["catatan"], sub["target_maju"], sub["pagu_maju"], sub["alasan"]) == ("Catat", 4, 13, "Naik")
