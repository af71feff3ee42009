"""A Renja Perubahan: its folder, what it prints, what it knows of before, and the year that follows it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from renjadoc import cli, context
from renjadoc.adoption.adopt import adopt
from renjadoc.examine import examine_folder
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.years.amendment import amend_folder
from tests.adoption.paper import TODAY
from tests.checks.examples import BASE
from tests.conftest import read
from tests.sheets.excel.sheet import Workbook, table

PLAN = "rencana-program"
CHANGED = Path("2027-perubahan")
Change = Callable[[Any], Any]


@pytest.fixture(autouse=True)
def _amended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(BASE, "2027")
    amend_folder(Path("2027"), CHANGED)


def _edit(how: Change, file: str = f"tabel/{PLAN}.json", folder: Path = CHANGED) -> None:
    path = folder / file
    data = json.loads(path.read_text("utf-8"))
    how(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _sub(data: Any, program: int = 1, index: int = 0) -> Any:
    return data["program"][program]["kegiatan"][0]["sub_kegiatan"][index]


def _raise_training(data: Any) -> None:
    _sub(data).update(pagu=75_000_000, target="150 orang", alasan="Peserta bertambah")


def _codes(folder: Path = CHANGED) -> set[str]:
    return {problem.code for problem in examine_folder(folder)[1].problems}


def _rows(document: Path) -> list[list[str]]:
    """The texts of the plan's table, a merged cell once."""
    grid = next(one for one in docx.Document(str(document)).tables if "Alasan Perubahan" in one.rows[0].cells[-1].text)
    return [[cell.text for cell in dict.fromkeys(row.cells)] for row in grid.rows]


def _print() -> list[list[str]]:
    make_document(DocumentOrder(CHANGED, Path("hasil.docx"), page_numbers=False, overwrite=True))
    return _rows(Path("hasil.docx"))


def test_the_folder_is_right_and_keeps_the_plan_byte_for_byte() -> None:
    assert (CHANGED / "sebelum" / f"{PLAN}.json").read_bytes() == Path(f"2027/tabel/{PLAN}.json").read_bytes()
    folder = read(CHANGED)
    assert [source.path.name for source in folder.bab] == [f"bab-{number}.json" for number in (1, 2, 3, 4)]
    assert sorted(folder.tabel) == ["evaluasi-triwulan", PLAN]
    assert folder.facts["perubahan"] == {"triwulan": "II", "dari": "../2027"}
    assert folder.facts["pengesahan"]["tanggal"] is None


#: What Tabel 4.1 states of a row beside what every plan does.
_PRIORITIES = {
    "output": "Terlatihnya pelaku usaha", "target_renstra": "400 orang", "realisasi_n-2": "0 orang",
    "prakiraan_n-1": "90 orang", "prioritas_nasional": "PN 3", "prioritas_daerah": "PD 1",
    "kelompok_sasaran": "Pelaku usaha mikro", "penanggung_jawab": "Bidang Usaha Mikro",
}  # fmt: skip


def test_a_plan_of_the_form_of_priorities_prints_all_that_it_states() -> None:
    def say_more(data: Any) -> None:
        data["bentuk"] = "permendagri-14"
        _sub(data).update(_PRIORITIES)

    _edit(say_more, folder=Path("2027"))
    amend_folder(Path("2027"), Path("dengan"))
    drawn = Reading(read(Path("dengan"))).tables[PLAN].drawn
    assert drawn is not None
    widths = {sum(cell.span for cell in row) for row, _ in drawn.body}
    assert widths == {len(drawn.widths)} == {sum(cell.span for cell in drawn.head[0])}
    [row] = [cells for cells, _ in drawn.body if any(cell.value == "Terlatihnya pelaku usaha" for cell in cells)]
    assert set(_PRIORITIES.values()) <= {cell.value for cell in row if isinstance(cell.value, str)}


@pytest.mark.lambat
def test_a_printed_change_of_the_form_of_priorities_is_read_again(tmp_path: Path) -> None:
    def say_more(data: Any) -> None:
        data["bentuk"] = "permendagri-14"
        _sub(data).update(_PRIORITIES)

    _edit(say_more, folder=Path("2027"))
    amend_folder(Path("2027"), Path("dengan"))
    made = make_document(DocumentOrder(Path("dengan"), tmp_path / "lama.docx", page_numbers=False))
    adopted = adopt(made.docx, tmp_path / "lagi", TODAY)
    assert adopted.missing == []
    again = table(tmp_path / "lagi", PLAN)
    assert again["bentuk"] == "permendagri-14"
    assert _PRIORITIES.items() <= _sub(again).items()


def test_another_form_prints_none_of_it() -> None:
    def say_more(data: Any) -> None:
        _sub(data).update(_PRIORITIES)

    _edit(say_more, folder=Path("2027"))
    amend_folder(Path("2027"), Path("tanpa"))
    drawn = Reading(read(Path("tanpa"))).tables[PLAN].drawn
    assert drawn is not None
    assert not [cell for cells, _ in drawn.body for cell in cells if cell.value == "Pelaku usaha mikro"]


def test_the_old_folder_stays_as_it_is(tmp_path: Path) -> None:
    old, new = ({p.relative_to(r): p.read_bytes() for p in r.rglob("*.json")} for r in (BASE, Path("2027")))
    assert old == new


def test_nothing_but_what_is_to_be_filled_is_found_in_a_fresh_one() -> None:
    assert _codes() == {"RJ208", "RJ508"}


@pytest.mark.parametrize("target", ["2027/perubahan", "2027-perubahan"])
def test_a_place_within_the_folder_or_one_that_is_taken_is_refused(target: str) -> None:
    with pytest.raises(ProblemsFound):
        amend_folder(Path("2027"), Path(target))
    assert not Path("2027/perubahan").exists()


def test_before_after_difference_and_reason_are_printed() -> None:
    _edit(_raise_training)
    head, below, numbers, total, *rows = _print()
    assert head == [
        "Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Lokasi", "Target", "Pagu (Rp)", "Sumber Dana",
        "Prakiraan Maju Tahun 2028", "Alasan Perubahan",
    ]  # fmt: skip
    steps = ["Sebelum", "Sesudah", "Sebelum", "Sesudah", "Bertambah/ (Berkurang)", "Target", "Pagu (Rp)"]
    assert [text for text in below if text not in head or text in {"Target", "Pagu (Rp)"}] == steps
    assert numbers == [*map(str, range(1, 9)), "9 = 8 - 7", *map(str, range(10, 14))]
    assert total[:5] == ["Dinas Koperasi dan Usaha Mikro", "425.000.000", "450.000.000", "25.000.000", ""]
    [training] = [row for row in rows if "Pelatihan Usaha Mikro" in row]
    assert training == [
        "2.17.07.2.01.0001", "Pelatihan Usaha Mikro", "Jumlah peserta", "Kota Contoh", "100 orang", "150 orang",
        "50.000.000", "75.000.000", "25.000.000", "APBD", "120 orang", "60.000.000", "Peserta bertambah",
    ]  # fmt: skip
    [program] = [row for row in rows if "Program Pemberdayaan Usaha Mikro" in row]
    assert program[6:9] == ["50.000.000", "75.000.000", "25.000.000"]


def test_what_is_new_and_what_is_gone_are_printed_and_counted() -> None:
    def change(data: Any) -> None:
        new = {**_sub(data), "kode": "2.17.07.2.01.0009", "nama": "Kemitraan", "pagu": 10_000_000, "alasan": "Baru"}
        data["program"][1]["kegiatan"][0]["sub_kegiatan"].append(new)
        del data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]

    _edit(change)
    _, _, _, total, *rows = _print()
    assert total[1:4] == ["425.000.000", "210.000.000", "(215.000.000)"]
    [new] = [row for row in rows if "Kemitraan" in row]
    assert new[4:9] == ["-", "100 orang", "0", "10.000.000", "10.000.000"]
    [gone] = [row for row in rows if "Penyusunan Dokumen Perencanaan" in row]
    assert gone[4:9] == ["8 dokumen", "-", "225.000.000", "0", "(225.000.000)"]
    assert rows.index(gone) < next(i for i, row in enumerate(rows) if "Evaluasi Kinerja" in row)
    assert "RJ332" in _codes()


def test_cover_and_footer_say_what_it_is() -> None:
    names = context.template_names(Reading(read(CHANGED)).tables)
    assert names["judul"] == "Perubahan Rencana Kerja (Renja)"
    assert names["kaki"].startswith("Perubahan Renja 2027 ")


@pytest.mark.parametrize(
    ("pagu", "said"),
    [
        (75_000_000, "Rp425.000.000 Rp450.000.000 Rp25.000.000 bertambah Rp25.000.000"),
        (20_000_000, "Rp425.000.000 Rp395.000.000 -Rp30.000.000 berkurang Rp30.000.000"),
        (50_000_000, "Rp425.000.000 Rp425.000.000 Rp0 tidak berubah"),
    ],
)
def test_the_narrative_says_before_after_and_difference(pagu: int, said: str) -> None:
    _edit(lambda data: _sub(data).update(pagu=pagu))
    text = "{{ pagu.sebelum | rupiah }} {{ pagu.sesudah | rupiah }} {{ pagu.selisih | rupiah }} {{ pagu.perubahan }}"
    assert Reading(read(CHANGED)).printed(text) == said


def test_a_programme_says_so_too() -> None:
    _edit(_raise_training)
    reading = Reading(read(CHANGED))
    assert reading.printed("{{ program['2.17.07'].sebelum | rupiah }}") == "Rp50.000.000"
    assert reading.printed("{{ program['2.17.01'].perubahan }}") == "tidak berubah"


def test_a_renja_knows_no_before() -> None:
    assert Reading(read(Path("2027"))).printed("{{ pagu.sebelum | rupiah }}") == ""


def test_amounts_of_before_and_the_difference_may_be_typed() -> None:
    _edit(_raise_training)
    _edit(lambda data: data["isi"].append("Pagu semula Rp425.000.000; pagunya lalu Rp450.000.000."), "bab-4.json")
    assert "RJ108" not in _codes()
    _edit(lambda data: data["isi"].append("Pagu sesudah perubahan Rp451.000.000."), "bab-4.json")
    assert "RJ108" in _codes()


def test_a_reason_above_counts_for_all_below() -> None:
    _edit(lambda data: _sub(data).update(pagu=1))
    assert "RJ331" in _codes()
    _edit(lambda data: data["program"][1].update(alasan="Efisiensi"))
    assert "RJ331" not in _codes()


def test_the_origin_that_changed_is_told() -> None:
    assert "RJ334" not in _codes()
    _edit(lambda data: _sub(data).update(pagu=1), folder=Path("2027"))
    assert "RJ334" in _codes()


def test_excel_shows_before_and_takes_target_amount_and_reason() -> None:
    book = Workbook(CHANGED)
    assert book.cell(PLAN, "Pelatihan Usaha Mikro", "pagu_sebelum").value == 50_000_000
    assert book.cell(PLAN, "Pelatihan Usaha Mikro", "target_sebelum").value == "100 orang"
    assert book.cell(PLAN, "Program Pemberdayaan Usaha Mikro", "pagu_sebelum").value == 50_000_000
    assert str(book.cell(PLAN, "Pelatihan Usaha Mikro", "selisih").value).startswith("=IF(")
    book.set(PLAN, "Pelatihan Usaha Mikro", "pagu", 80_000_000)
    book.set(PLAN, "Pelatihan Usaha Mikro", "alasan", "Peserta bertambah")
    plan = book.take()
    assert (plan.faults, plan.conflicts) == ([], [])
    assert _sub(table(CHANGED, PLAN))["pagu"] == 80_000_000
    assert _sub(table(CHANGED, PLAN))["alasan"] == "Peserta bertambah"


def test_an_amount_typed_over_the_one_before_is_told() -> None:
    book = Workbook(CHANGED)
    book.set(PLAN, "Pelatihan Usaha Mikro", "pagu_sebelum", 60_000_000)
    plan = book.plan()
    assert plan.edits == []
    [note] = plan.notes
    assert "“60.000.000” tidak diambil; isian sebelum perubahan tetap." in note


def test_an_untouched_workbook_changes_nothing() -> None:
    assert Workbook(CHANGED).plan().edits == []


def test_next_year_begins_with_the_changed_plan_and_the_chapters_of_the_renja() -> None:
    _edit(_raise_training)
    _edit(lambda data: _sub(data).update(pagu_maju=90_000_000))
    assert cli.main(["gulir", "2027-perubahan", "2028"]) == 0
    folder = read(Path("2028"))
    assert "perubahan" not in folder.facts
    assert len(folder.bab) == 5
    assert sorted(folder.tabel) == sorted(read(Path("2027")).tabel)
    sub = _sub(folder.tabel[PLAN].data)
    assert (sub["pagu"], "alasan" in sub) == (90_000_000, False)
    assert folder.tabel[PLAN].data["judul"] == read(Path("2027")).tabel[PLAN].data["judul"]
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []


def test_next_year_without_the_renja_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree("2027")
    assert cli.main(["gulir", "2027-perubahan", "2028"]) == 1
    assert "folder Renja asal “../2027” tidak ditemukan" in capsys.readouterr().err
    assert not Path("2028").exists()


def test_a_second_change_begins_with_the_first() -> None:
    _edit(_raise_training)
    amend_folder(CHANGED, Path("2027-kedua"), "III")
    folder = read(Path("2027-kedua"))
    assert folder.facts["perubahan"] == {"triwulan": "III", "dari": "../2027", "ke": 2}
    assert _sub(folder.sebelum[PLAN].data)["pagu"] == 75_000_000
    assert "alasan" not in _sub(folder.tabel[PLAN].data)
    assert context.name_document(folder, "Renja") == "Perubahan Kedua Renja"
    assert not _codes(Path("2027-kedua")) & {"RJ331", "RJ332", "RJ333", "RJ334"}


def test_comparison_tells_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    _edit(_raise_training)
    assert cli.main(["banding", "2027", "2027-perubahan"]) == 0
    said = capsys.readouterr().out
    assert "50.000.000 → 75.000.000" in said
    assert "Peserta bertambah" in said


def test_a_review_copy_comes_back() -> None:
    assert cli.main(["telaah", "2027-perubahan", "-o", "telaah.docx"]) == 0
    assert cli.main(["serap", "telaah.docx", "2027-perubahan", "--coba"]) == 0


def test_several_plans_are_each_changed() -> None:
    shutil.copytree("2027", "dua")
    plan = json.loads(Path(f"dua/tabel/{PLAN}.json").read_text("utf-8"))
    for number, name in enumerate((PLAN, "rencana-bagian")):
        part = {**plan, "judul": [f"Rencana bagian {number}"], "program": [plan["program"][number]]}
        Path(f"dua/tabel/{name}.json").write_text(json.dumps(part), "utf-8")
    _edit(lambda data: data["isi"].append({"tabel": "rencana-bagian"}), "bab-4.json", Path("dua"))
    amended = amend_folder(Path("dua"), Path("dua-perubahan"))
    assert amended.plans == ["rencana-bagian", PLAN]
    reading = Reading(read(Path("dua-perubahan")))
    assert reading.problems == []
    assert reading.printed("{{ pagu.sebelum | rupiah }}") == "Rp425.000.000"


@pytest.mark.parametrize(
    "head",
    [
        "kode_sub_giat;nama_sub_giat;pagu murni;pagu setelah perubahan",
        "kode_sub_giat;nama_sub_giat;Pagu Sebelum Perubahan (Rp);Pagu Sesudah Perubahan (Rp)",
        "kode_sub_giat;nama_sub_giat;pagu;pagu_perubahan",
    ],
)
def test_sipd_gives_the_amount_afterwards(head: str) -> None:
    rows = "2.17.07.2.01.0001;Pelatihan Usaha Mikro;50000000;76000000\n"
    Path("sipd.csv").write_text(f"{head}\n{rows}", "utf-8")
    assert cli.main(["sipd", "impor", "sipd.csv", "2027-perubahan", "--ya"]) == 0
    assert _sub(table(CHANGED, PLAN))["pagu"] == 76_000_000


def test_what_speaks_of_the_renja_alone_stays_there(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree("2027", "lengkap")
    Path("lengkap/kata-pengantar.json").write_text('{"judul": "Kata Pengantar", "isi": ["Puji syukur."]}', "utf-8")
    Path("lengkap/lampiran").mkdir()
    appendix = {"judul": "Evaluasi", "isi": [{"tabel": "evaluasi"}]}
    Path(f"lengkap/lampiran/{PLAN}.json").write_text(json.dumps(appendix), "utf-8")
    chapter = json.loads(Path("lengkap/bab-2.json").read_text("utf-8"))
    text = json.dumps(chapter).replace('{"tabel": "evaluasi"}', '"Lihat lampiran."')
    Path("lengkap/bab-2.json").write_text(text, "utf-8")
    assert cli.main(["perubahan", "lengkap", "lengkap-perubahan"]) == 0
    assert f"kata-pengantar.json, lampiran/{PLAN}.json" in capsys.readouterr().out
    folder = read(Path("lengkap-perubahan"))
    assert (folder.depan, folder.lampiran) == ({}, [])
    assert list(folder.sebelum) == [PLAN]
    assert Reading(folder).problems == []


@pytest.mark.lambat
@pytest.mark.parametrize("form", ["permendagri-86", "permendagri-14"])
def test_every_form_of_the_plan_is_changed_alike(form: str) -> None:
    shutil.copytree("2027", "bentuk")
    assert cli.main(["bentuk", "bentuk", PLAN, form, "--ya"]) == 0
    amend_folder(Path("bentuk"), Path("bentuk-perubahan"))
    make_document(DocumentOrder(Path("bentuk-perubahan"), Path("bentuk.docx"), page_numbers=False))
    total = _rows(Path("bentuk.docx"))[3]
    assert read(Path("bentuk-perubahan")).tabel[PLAN].data["bentuk"] == form
    assert total[1:4] == ["425.000.000", "425.000.000", "0"]
    book = Workbook(Path("bentuk-perubahan"))
    assert book.column(PLAN, "pagu_sebelum") < book.column(PLAN, "pagu") < book.column(PLAN, "selisih")
    assert book.plan().edits == []


def test_a_plan_without_sub_kegiatan_is_changed_by_kegiatan() -> None:
    shutil.copytree("2027", "lama")

    def fold(data: Any) -> None:
        data["bentuk"] = "tanpa-sub-kegiatan"
        for program in data["program"]:
            program["kegiatan"] = [
                {**kegiatan["sub_kegiatan"][0], "kode": kegiatan["kode"]} for kegiatan in program["kegiatan"]
            ]

    _edit(fold, folder=Path("lama"))
    amend_folder(Path("lama"), Path("lama-perubahan"))
    _edit(lambda data: data["program"][1]["kegiatan"][0].update(pagu=51_000_000), folder=Path("lama-perubahan"))
    problems = examine_folder(Path("lama-perubahan"))[1].problems
    assert [problem.message for problem in problems if problem.code == "RJ331"] == [
        "“Pelatihan Usaha Mikro” bertambah Rp1.000.000, alasannya belum ditulis"
    ]
    make_document(DocumentOrder(Path("lama-perubahan"), Path("lama.docx"), page_numbers=False))
    assert _rows(Path("lama.docx"))[3][1:4] == ["275.000.000", "276.000.000", "1.000.000"]


def test_notes_and_what_is_planned_ahead_stand_in_columns_where_the_plan_says_them() -> None:
    def note(data: Any) -> None:
        _sub(data).update(catatan="Didukung provinsi", alasan="Peserta bertambah")

    _edit(note)
    head, _, _, total, *rows = _print()
    assert head[-3:] == ["Catatan Penting", "Prakiraan Maju Tahun 2028", "Alasan Perubahan"]
    assert total[-2:] == ["445.000.000", ""]
    [training] = [row for row in rows if "Pelatihan Usaha Mikro" in row]
    assert training[-4:] == ["Didukung provinsi", "120 orang", "60.000.000", "Peserta bertambah"]

    def forget(data: Any) -> None:
        for program in data["program"]:
            for kegiatan in program["kegiatan"]:
                for sub in kegiatan["sub_kegiatan"]:
                    sub.update(catatan="", target_maju="", pagu_maju=None)

    _edit(forget)
    assert _print()[0][-2:] == ["Sumber Dana", "Alasan Perubahan"]
