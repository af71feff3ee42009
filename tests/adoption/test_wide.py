"""T-C.29 and T-C.30 of Permendagri 86/2017 as offices have them: adopted by their heads, printed whole, rolled on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.adoption import wide
from tests.adoption.paper import Taken, run, squeeze, take


def load(folder: Path, name: str) -> Any:
    return json.loads((folder / "tabel" / f"{name}.json").read_text("utf-8"))


def says_all(made: Taken, rows: list[str]) -> None:
    """Every cell of `rows` is printed as a cell of its own, letter by letter but for blanks.

    A percentage that is computed has as many decimals as its column: `90` is printed `90,00`.
    """
    printed = {squeeze(text) for text in made.printed}
    printed |= {squeeze(text.removesuffix(",00")) for text in made.printed}
    cells = {cell.strip() for row in rows for cell in row.split("|")}
    assert {cell for cell in cells if squeeze(cell) not in printed} == set()


def kinds(made: Taken) -> list[str]:
    return [table.built.kind if table.built else table.reason for table in made.adopted.tables]


@pytest.mark.parametrize("deep", [False, True])
def test_both_tables_are_known_by_their_heads_and_no_figure_is_lost(tmp_path: Path, deep: bool) -> None:
    made = take(wide.renja(deep=deep).save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["evaluasi", "capaian-kinerja"]
    says_all(made, [*wide.EVALUATION, *wide.SERVICE])
    made.says("Tahun 2022", "Tahun 2025", "Daerah Tahun 2026", "s.d. Tahun 2021", "8 = 7/6")
    assert {load(made.folder, name)["bentuk"] for name in ("evaluasi", "capaian-kinerja")} == {"permendagri-86"}


def test_service_figures_stand_by_relative_years(tmp_path: Path) -> None:
    made = take(wide.renja().save(tmp_path / "lama.docx"), tmp_path / "2024")
    first, second, third = load(made.folder, "capaian-kinerja")["indikator"]
    assert first["target"] == {"n-2": "71,5%", "n-1": "73%", "n": "75%", "n+1": "77%"}
    assert (second["capaian"], second["proyeksi"]) == ({"n-2": 1.98, "n-1": 2.35}, {"n": 2.6, "n+1": 2.9})
    assert (second["spm"], second["ikk"], second["catatan"]) == ("", "", "")
    assert (third["spm"], third["ikk"]) == ("SPM 100", 1250)
    assert not re.search(r"20\d\d", (made.folder / "tabel" / "capaian-kinerja.json").read_text("utf-8"))


def test_programs_and_kegiatan_state_figures_of_their_own(tmp_path: Path) -> None:
    made = take(wide.renja().save(tmp_path / "lama.docx"), tmp_path / "2024")
    first, second = load(made.folder, "evaluasi")["program"]
    assert (first["indikator"], first["target_renstra"], first["realisasi_sd_n-3"]) == ("Nilai AKIP", 80, 68.5)
    assert second["renja_n-2"] == {"target": "48%", "realisasi": "45,6%"}
    stated, heading = first["kegiatan"]
    assert [sub["kode"] for sub in stated["sub_kegiatan"]] == ["2.17.01.2.01.0001", "2.17.01.2.01.0007"]
    assert (stated["target_renstra"], heading["target_renstra"]) == ("100%", None)
    # What the kegiatan without figures leaves blank is no open matter.
    assert made.adopted.missing == []
    assert "RJ208" not in {problem.code for problem in made.adopted.findings}


def test_twelve_columns_state_figures_of_programs_too(tmp_path: Path) -> None:
    """The form of before 86/2017: one more column, the target of n-2 before what was realised up to n-2."""
    head = [(text, top, bottom, left + (left > 3), right + (right > 3))
            for text, top, bottom, left, right in wide.evaluation_head(2024, "2021 s.d. 2026")]  # fmt: skip
    head = [(text.replace("s/d Tahun 2021", "s/d Tahun 2022"), *place) for text, *place in head]
    head.append(("Target Kinerja Renja Perangkat Daerah Tahun 2022", 0, 1, 4, 4))
    parts = [row.split("|") for row in wide.EVALUATION]
    rows = ["|".join([*cells[:4], cells[5], *cells[4:]]) for cells in parts]
    old = wide.Old(2024, " 2021-2026")
    old.table("Tabel 2.1 Evaluasi", head, rows)
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["evaluasi"]
    data = load(made.folder, "evaluasi")
    assert "bentuk" not in data
    program = data["program"][0]
    assert (program["target_n-2"], program["realisasi_sd_n-2"]) == (70, 68.5)
    assert program["kegiatan"][0]["sub_kegiatan"][1]["target_n-2"] == "12 laporan"
    says_all(made, rows)
    made.says("Tahun 2021 s.d. 2026", "12 = 11/4")


def test_a_blank_cell_of_a_program_stays_blank_and_a_wrong_percentage_is_kept(tmp_path: Path) -> None:
    old = wide.Old(2024)
    own = "2.17.06 | PROGRAM PEMBERDAYAAN | Persentase usaha mandiri | 40% | | 20% | 15% | 80 | 25% | |"
    old.table("Tabel 2.1 Evaluasi", wide.evaluation_head(2024, 2026), [*wide.EVALUATION, own], numbers="")
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    program = load(made.folder, "evaluasi")["program"][-1]
    assert (program["realisasi_sd_n-3"], program["renja_n-1"]) == ("", {"target": "25%", "realisasi": ""})
    assert program["tercatat"] == {"renja_n-2_persen": 80}
    found = [(problem.code, problem.location.pointer) for problem in made.adopted.findings if problem.code < "RJ3"]
    assert found == [("RJ105", "/program/2/tercatat/renja_n-2_persen")]
    assert "…" not in made.text.partition("Tabel 2.1")[2].partition("Naskah lama mencetak")[0]


@pytest.mark.parametrize(
    ("years", "label"), [(["(n-2)", "(n-1)", "(n)", "(n+1)"], "{}"), ([2022, 2023, 2024, 2025], "Th. {}")]
)
def test_years_in_one_row_of_heads_without_merged_cells(tmp_path: Path, years: list[Any], label: str) -> None:
    plain = [("No.", 0), ("Indikator Kinerja", 1)]
    named = [
        *(f"Target Renstra {label.format(year)}" for year in years),
        *(f"Realisasi {label.format(year)}" for year in years[:2]),
        *(f"Proyeksi {label.format(year)}" for year in years[2:]),
    ]
    heads = [(text, 0, 0, at, at) for text, at in [*plain, *((text, at) for at, text in enumerate(named, 2))]]
    rows = ["1. | Koperasi aktif | 70 | 71 | 72 | 73 | 69,5 | 70,5 | 72 | 73"]
    old = wide.Old(2024)
    old.table("Tabel 2.2 Pencapaian Kinerja", heads, rows, numbers="")
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["capaian-kinerja"]
    (one,) = load(made.folder, "capaian-kinerja")["indikator"]
    assert (one["target"]["n+1"], one["capaian"]["n-2"], one["spm"]) == (73, 69.5, "")


@pytest.mark.parametrize(
    ("years", "reason"),
    [
        ([2021, 2022, 2023, 2024], "“tahun 2021 dalam kepala tabel” tidak tercetak oleh bentuk bakunya"),
        ([2022, 2024, 2023, 2025], "tahun kolomnya 2022, 2024, 2023, 2025, 2022, 2024, 2023, 2025, bentuk baku n-2"),
        (["n-1", "n", "n+1", "n+2"], "bentuk baku n-2 sampai n+1 (n = tahun Renja)"),
    ],
)
def test_other_years_keep_the_old_table(tmp_path: Path, years: list[Any], reason: str) -> None:
    old = wide.Old(2024)
    old.table("Tabel 2.2 Pencapaian Kinerja", wide.service_head(years), wide.numbered(wide.SERVICE))
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made)[0].startswith("dikenali sebagai capaian-kinerja, tetapi ")
    assert reason in kinds(made)[0]
    says_all(made, wide.SERVICE)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A | Bidang Koperasi | | | | | | | | | | |", "sesudah baris “A Bidang Koperasi” tidak ada indikator"),
        (
            "9 | Ekspor | | | 1 | 2 | 3 | 4 | 1 | 2 | 3 | 4 |",
            "barisnya tidak bernama dan bernomor urut satu per indikator",
        ),
    ],
)
def test_rows_that_the_form_cannot_hold_keep_the_old_table(tmp_path: Path, row: str, reason: str) -> None:
    old = wide.Old(2024)
    head = wide.service_head([2022, 2023, 2024, 2025])
    old.table("Tabel 2.2 Pencapaian Kinerja", head, [*wide.numbered(wide.SERVICE), row])
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == [f"dikenali sebagai capaian-kinerja, tetapi {reason}"]
    says_all(made, [row])


def test_titles_of_groups_stand_above_their_first_indicator(tmp_path: Path) -> None:
    old = wide.Old(2024)
    first, *others = wide.numbered(wide.SERVICE)
    empty = "4 | Jumlah ekspor | | | | | | | | | | |"
    titles = ["I | Sasaran: meningkatnya koperasi | | | | | | | | | | |", " | Bidang Koperasi | | | | | | | | | | |"]
    rows = [*titles, first, titles[1].replace("Koperasi", "Usaha Mikro"), *others, empty]
    old.table("Tabel 2.2 Pencapaian Kinerja", wide.service_head([2022, 2023, 2024, 2025]), rows)
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["capaian-kinerja"]
    data = load(made.folder, "capaian-kinerja")["indikator"]
    assert [one.get("kelompok") for one in data] == [
        ["I Sasaran: meningkatnya koperasi", "Bidang Koperasi"], ["Bidang Usaha Mikro"], None, None,
    ]  # fmt: skip
    assert (data[3]["nama"], data[3]["proyeksi"]) == ("Jumlah ekspor", {"n": None, "n+1": None})
    made.says("I Sasaran: meningkatnya koperasi", "Bidang Usaha Mikro")


@pytest.mark.parametrize(
    ("period", "target", "renstra"),
    [
        ("", 2026, (2022, 2026)),
        ("", "2021-2026", (2021, 2026)),
        (" Tahun 2021-2026", 2026, (2021, 2026)),
        (" Tahun 2021-2026", "2021 s.d. 2026", (2021, 2026)),
    ],
)
def test_the_year_of_the_renstra_in_a_head_is_that_of_the_document(
    tmp_path: Path, period: str, target: object, renstra: tuple[int, int]
) -> None:
    old = wide.Old(2024, period)
    old.table("Tabel 2.1 Evaluasi", wide.evaluation_head(2024, target), wide.EVALUATION)
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["evaluasi"]
    dokumen = json.loads((made.folder / "dokumen.json").read_text("utf-8"))
    assert (dokumen["renstra"]["awal"], dokumen["renstra"]["akhir"]) == renstra
    assert ("awal periode Renstra (ditulis 2022)" in made.adopted.identity.guessed) == (renstra[0] == 2022)
    made.says("Target Renstra Perangkat Daerah Tahun 2026")


def test_a_target_of_another_year_than_the_last_of_the_renstra_keeps_the_old_table(tmp_path: Path) -> None:
    """The form would print 2026 where the old head says 2023, which another head says too."""
    old = wide.Old(2024, " Tahun 2021-2026")
    old.table("Tabel 2.1 Evaluasi", wide.evaluation_head(2024, 2023), wide.EVALUATION)
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["tahunnya 2023, bukan periode Renstra 2021–2026"]
    made.says("(Renstra Perangkat Daerah) Tahun 2023")


def test_taken_over_through_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = wide.renja().save(tmp_path / "Renja 2024.docx")
    assert run("adopsi", old, tmp_path / "2024") == 0
    assert "Semua kalimat dan angka naskah lama ada dalam isi baru" in capsys.readouterr().out
    assert run("buat", tmp_path / "2024", "-o", tmp_path / "baru.docx", "--tanpa-halaman") == 0
    assert run("gulir", tmp_path / "2024", tmp_path / "2025", "--tandai") == 0
    evaluation, service = (load(tmp_path / "2025", name) for name in ("evaluasi", "capaian-kinerja"))
    program = evaluation["program"][0]
    assert (program["target_renstra"], program["renja_n-2"]) == (80, {"target": 72, "realisasi": None})
    assert program["kegiatan"][1]["target_renstra"] is None
    sub = program["kegiatan"][0]["sub_kegiatan"][0]
    assert (sub["renja_n-2"]["target"], sub["realisasi_sd_n-3"]) == ("8 dokumen", "24 dokumen"), "16 and 8 of the last"
    first = service["indikator"][0]
    assert first["target"] == {"n-2": "73%", "n-1": "75%", "n": "77%", "n+1": None}
    assert (first["capaian"], first["proyeksi"]) == ({"n-2": "72,8%", "n-1": None}, {"n": "77%", "n+1": None})
    looks = json.loads((tmp_path / "2025" / "tinjau.json").read_text("utf-8"))["tinjau"]
    places = {look["letak"] for look in looks if look["berkas"] == "tabel/capaian-kinerja.json"}
    assert {"/indikator/0/proyeksi/n", "/indikator/0/catatan"} <= places
    assert "/indikator/1/catatan" not in places
    assert run("buat", tmp_path / "2025", "-o", tmp_path / "depan.docx", "--tanpa-halaman") == 0


def _insert(at: int, text: str, *, rows: list[str] = wide.EVALUATION) -> list[str]:
    """The rows with one more cell, in those that are not blank."""
    parts = [row.split("|") for row in rows]
    return ["|".join([*cells[:at], text if any(c.strip() for c in cells) else "", *cells[at:]]) for cells in parts]


def _head(at: int, text: str = "") -> list[wide.Head]:
    """The head of eleven columns with one more."""
    moved = [
        (said, top, bottom, left + (left >= at), right + (right >= at))
        for said, top, bottom, left, right in wide.evaluation_head(2024, 2026)
    ]
    return [*moved, (text, 0, 1, at, at)]


@pytest.mark.parametrize(
    ("at", "head", "text", "form"),
    [
        (0, "No.", "7", "permendagri-86"),
        (11, "Catatan", "Perlu pendampingan", "permendagri-86"),
        (11, "Perangkat Daerah Penanggung Jawab", "", "permendagri-86"),
        (8, "Realisasi Kinerja s.d. Tahun 2022", "81 dokumen", "permendagri-86"),
    ],
)
def test_a_column_more_than_the_form_has_is_said_below_the_table(
    tmp_path: Path, at: int, head: str, text: str, form: str
) -> None:
    old = wide.Old(2024)
    old.table("Tabel 2.1 Evaluasi", _head(at, head), _insert(at, text), numbers="")
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    assert kinds(made) == ["evaluasi"]
    data = load(made.folder, "evaluasi")
    said = [f"{head}: {text}"] if text and at else []
    assert (data["bentuk"], data.get("keterangan", [])) == (form, said)
    assert [head for _, head in made.adopted.doubtful] == ([head] if said else [])
    made.says(*said)


def test_notes_of_some_rows_name_them_and_leave_room_for_figures_that_differ(tmp_path: Path) -> None:
    rows = [row.replace("101,71", "101,17") for row in _insert(11, "")]
    rows[0] += "Terkendala"
    old = wide.Old(2024)
    old.table("Tabel 2.1 Evaluasi", _head(11, "Keterangan"), rows, numbers="")
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    name = rows[0].split("|")[1].strip()
    first, second = load(made.folder, "evaluasi")["keterangan"]
    assert first == f"Keterangan ({name}): Terkendala"
    assert "101,17" in second
    assert load(made.folder, "evaluasi")["program"][0]["tercatat"] == {"renja_n-2_persen": 101.17}


def test_what_was_reached_up_to_last_year_makes_it_twelve_columns(tmp_path: Path) -> None:
    head = [(text.replace("s/d Tahun 2021", "s/d Tahun 2022"), *at) for text, *at in wide.evaluation_head(2024, 2026)]
    old = wide.Old(2024, " 2021-2026")
    old.table("Tabel 2.1 Evaluasi", head, wide.EVALUATION)
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    data = load(made.folder, "evaluasi")
    assert "bentuk" not in data
    program = data["program"][0]
    assert (program["realisasi_sd_n-2"], program["target_n-2"], program["renja_n-2"]["target"]) == (68.5, 70, 70)
    assert any("dua belas kolom" in what for what, _ in made.adopted.doubtful)
    says_all(made, wide.EVALUATION)


def test_of_twelve_columns_what_was_reached_may_stand_before_what_was_planned(tmp_path: Path) -> None:
    head = [
        (text.replace("s/d Tahun 2021", "s/d Tahun 2022"), *at) for text, *at in _head(5, "Target Renja Tahun 2022")
    ]
    old = wide.Old(2024, " 2021-2026")
    old.table("Tabel 2.1 Evaluasi", head, _insert(5, "9 dokumen"))
    made = take(old.save(tmp_path / "lama.docx"), tmp_path / "2024")
    program = load(made.folder, "evaluasi")["program"][0]
    assert (program["realisasi_sd_n-2"], program["target_n-2"]) == (68.5, "9 dokumen")
