"""Two folders compared: what is the same, what moved, what differs, in all three forms."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator

from renjadoc.cli import main
from renjadoc.comparison.differences import Comparison, PlanChange, TextChange
from renjadoc.comparison.report import changed_words, strong_rows, write_lines
from renjadoc.comparison.run import compare
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.years.rollover import roll_folder
from tests.conftest import ROOT, as_86, read
from tests.word import lint
from tests.word.lint import W

Edit = Callable[[str, Callable[[Any], Any]], None]
OLD = ROOT / "content" / "2021"


def _compared(isi: Path, old: Path = OLD) -> Any:
    return compare(Reading(read(old)), Reading(read(isi)))


def _changed(isi: Path) -> list[tuple[str, str, str]]:
    return [(row.tingkat, row.nama, row.perubahan) for row in _compared(isi).program if row.perubahan != "tetap"]


def _first_sub(data: Any) -> Any:
    return data["program"][0]["kegiatan"][0]["sub_kegiatan"][0]


def test_equal_folders_do_not_differ(isi: Path) -> None:
    found = _compared(isi)
    assert (found.naskah, found.isian, _changed(isi)) == ([], [], [])
    assert found.jumlah.lama == found.jumlah.baru == 5701420500
    assert (found.jumlah.selisih, found.jumlah.persen) == (0, "0%")
    assert len(found.program) == 7 + 10 + 36


def test_a_moved_sub_kegiatan_is_recognised(isi: Path, edit: Edit) -> None:
    def move(data: Any) -> None:
        kegiatan = data["program"][0]["kegiatan"]
        kegiatan[1]["sub_kegiatan"].append(kegiatan[0]["sub_kegiatan"][0] | {"pagu": 10000000})
        kegiatan[0]["sub_kegiatan"][0] = kegiatan[0]["sub_kegiatan"][0] | {"nama": "Yang Lain"}

    edit("tabel/rencana-program.json", move)
    row = next(r for r in _compared(isi).program if r.nama == "Penyusunan Renstra dan Renja Perangkat Daerah")
    assert row.perubahan == "pindah"
    assert row.keterangan == "dahulu di bawah Perencanaan dan Evaluasi Kinerja Perangkat Daerah"
    assert (row.lama, row.baru, row.selisih, row.persen) == (9368500, 10000000, 631500, "+6,74%")


def test_rows_of_one_name_are_told_apart_by_where_they_stand(isi: Path, edit: Edit) -> None:
    def twice(data: Any) -> None:
        first, second = data["program"][0]["kegiatan"][:2]
        second["sub_kegiatan"][0]["nama"] = first["sub_kegiatan"][0]["nama"]

    edit("tabel/rencana-program.json", twice)
    old = Reading(read(isi))
    edit("tabel/rencana-program.json", lambda data: data["program"][0]["kegiatan"].reverse())
    assert {row.perubahan for row in compare(old, Reading(read(isi))).program} == {"tetap"}


def test_a_row_of_the_first_program_is_told_from_one_of_its_name_in_another(isi: Path, edit: Edit) -> None:
    def name(data: Any) -> None:
        for program in data["program"][:2]:
            program["kegiatan"][0]["nama"] = "Tata Usaha"

    def drop(data: Any) -> None:
        data["program"][:2] = reversed(data["program"][:2])
        data["program"][1]["kegiatan"].pop(0)

    edit("tabel/rencana-program.json", name)
    old = Reading(read(isi))
    edit("tabel/rencana-program.json", drop)
    found = [row for row in compare(old, Reading(read(isi))).program if row.nama == "Tata Usaha"]
    assert [row.perubahan for row in found] == ["tetap", "dihapus"]


def test_a_renamed_program_keeps_its_rows(isi: Path, edit: Edit) -> None:
    edit("tabel/rencana-program.json", lambda data: data["program"][1].update(nama="Program Baru"))
    assert _changed(isi) == [("program", "Program Baru", "berubah")]


def test_a_row_that_was_moved_and_renamed_is_known_by_its_code(isi: Path, edit: Edit) -> None:
    code = {"kode": "2.17.01.2.01.0001"}

    def move(data: Any) -> None:
        first, second = data["program"][0]["kegiatan"][:2]
        second["sub_kegiatan"].append(first["sub_kegiatan"].pop(0) | {**code, "nama": "Bazar"})

    edit("tabel/rencana-program.json", lambda data: _first_sub(data).update(code))
    before = Reading(read(isi))
    edit("tabel/rencana-program.json", move)
    row = next(row for row in compare(before, Reading(read(isi))).program if row.nama == "Bazar")
    assert row.perubahan == "pindah"
    assert row.keterangan.endswith("; dahulu bernama Penyusunan Renstra dan Renja Perangkat Daerah")


def test_a_code_that_is_not_yet_given_tells_nothing(isi: Path, edit: Edit) -> None:
    def rename(name: str) -> Callable[[Any], Any]:
        return lambda data: _first_sub(data).update(kode="2.17.01.2.01.XXXX", nama=name)

    edit("tabel/rencana-program.json", rename("Pasar"))
    before = Reading(read(isi))
    edit("tabel/rencana-program.json", rename("Bazar"))
    rows = [row for row in compare(before, Reading(read(isi))).program if row.perubahan != "tetap"]
    assert [(row.nama, row.perubahan) for row in rows] == [("Bazar", "baru"), ("Pasar", "dihapus")]
    said = write_lines(compare(before, Reading(read(isi))))
    assert "  baru     sub kegiatan 2.17.01.2.01.XXXX Bazar: - → 9.368.500" in said
    assert "  dihapus  sub kegiatan 2.17.01.2.01.XXXX Pasar: 9.368.500 → -" in said


def test_new_and_removed_rows(isi: Path, edit: Edit) -> None:
    def change(data: Any) -> None:
        subs = data["program"][6]["kegiatan"][0]["sub_kegiatan"]
        subs[0] = subs[0] | {"nama": "Bazar"}

    edit("tabel/rencana-program.json", change)
    kinds = [(level, kind) for level, _, kind in _changed(isi)]
    assert kinds == [("sub kegiatan", "baru"), ("sub kegiatan", "dihapus")]


def test_paragraphs_are_compared_as_they_are_written(isi: Path, edit: Edit) -> None:
    edit("dokumen.json", lambda data: data.update(tahun=2020))
    assert _compared(isi).naskah == []
    edit("bab-4.json", lambda data: data["isi"].append("Paragraf baru."))
    (change,) = _compared(isi).naskah
    assert (change.bagian, change.perubahan, change.lama, change.baru) == (
        "BAB IV Penutup",
        "baru",
        "",
        "Paragraf baru.",
    )


def test_other_values_are_named_by_row(isi: Path, edit: Edit) -> None:
    edit("tabel/capaian-kinerja.json", lambda data: data["indikator"][0]["target"].update({"n-1": 60}))
    edit("regulasi/landasan-hukum.json", lambda data: data["regulasi"].pop())
    said = "\n".join(write_lines(_compared(isi)))
    assert "tabel/capaian-kinerja.json: Koperasi sehat · target 2020: 55 → 60" in said
    assert "regulasi: perbup-91-2016: Peraturan Bupati Purbalingga Nomor 91 Tahun 2016" in said
    assert next(line for line in said.splitlines() if "perbup-91-2016" in line).endswith(" → -")


def test_years_ahead_are_named_too(isi: Path, tmp_path: Path) -> None:
    path = isi / "tabel" / "capaian-kinerja.json"
    data = as_86(json.loads(path.read_text("utf-8")))
    data["indikator"] = [{**one, "spm": "-"} for one in data["indikator"]]
    path.write_text(json.dumps(data), "utf-8")
    shutil.copytree(isi, tmp_path / "lama")
    data["indikator"][0]["proyeksi"]["n+1"] = 70
    data["indikator"][0]["target"]["n"] = 66
    path.write_text(json.dumps(data), "utf-8")
    said = write_lines(_compared(isi, tmp_path / "lama"))
    assert "  tabel/capaian-kinerja.json: Koperasi sehat · target 2021: 60 → 66" in said
    assert "  tabel/capaian-kinerja.json: Koperasi sehat · proyeksi 2022: 62, atau lebih → 70" in said


def test_a_text_that_cannot_be_read_is_not_told_as_gone(
    isi: Path, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("bab-4.json", lambda data: data["isi"].__setitem__(0, "Renja {{ tahum }}."))
    assert main(["banding", str(OLD), "isi"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "isi/bab-4.json" in err
    assert "tahum" in err


def _chapter(isi: Path, edit: Edit, how: Callable[[list[Any]], Any]) -> list[tuple[str, str, str, str]]:
    """What is found when the sections of chapter 2 are changed."""
    edit("bab-2.json", lambda data: how(data["bagian"]))
    return [(c.bagian.partition(" ")[0], c.perubahan, c.lama, c.baru) for c in _compared(isi).naskah]


def test_a_renamed_section_keeps_its_paragraphs(isi: Path, edit: Edit) -> None:
    old = "Analisis Kinerja Pelayanan Perangkat Daerah"
    changes = _chapter(isi, edit, lambda sections: sections[1].update(judul="Kinerja"))
    assert changes == [("2.2.", "berubah", old, "Kinerja")]


def test_a_paragraph_put_before_a_changed_one_does_not_take_its_place(isi: Path, edit: Edit) -> None:
    def change(sections: list[Any]) -> None:
        texts = sections[0]["isi"]
        texts[4] = texts[4].replace("98,25%", "97,10%")
        texts.insert(4, "Anggaran triwulan terakhir cair terlambat.")

    (_, added, _, text), (_, changed, old, new) = _chapter(isi, edit, change)
    assert (added, text, changed) == ("baru", "Anggaran triwulan terakhir cair terlambat.", "berubah")
    assert old.endswith("98,25%.")
    assert new.endswith("97,10%.")


def test_a_paragraph_in_another_section_was_moved(isi: Path, edit: Edit) -> None:
    ((section, kind, old, new),) = _chapter(isi, edit, lambda parts: parts[0]["isi"].append(parts[1]["isi"].pop(2)))
    assert (section, kind, old == new) == ("2.1.", "pindah", True)
    assert _compared(isi).naskah[0].bagian.endswith("(dahulu 2.2. Analisis Kinerja Pelayanan Perangkat Daerah)")


def test_captions_and_notes_of_every_table_are_compared(isi: Path, edit: Edit) -> None:
    edit("tabel/rencana-program.json", lambda data: data["judul"].__setitem__(0, "Rencana"))
    edit("tabel/capaian-kinerja.json", lambda data: data["keterangan"].append("Sementara."))
    found = _compared(isi)
    assert {(c.perubahan, c.baru) for c in found.naskah} == {("berubah", "Rencana"), ("baru", "Sementara.")}
    assert found.isian == []


def test_the_office_is_compared_by_its_own_names(isi: Path, edit: Edit) -> None:
    edit("dokumen.json", lambda data: data["pengesahan"].update(nama="Dra. Baru", tanggal=None))
    cells = [(c.baris, c.kolom, c.lama, c.baru) for c in _compared(isi).isian]
    assert cells == [
        ("", "pengesahan tanggal", "3 Januari 2021", "…"),
        ("", "pengesahan nama", "Drs. Contoh Pejabat, M.Si.", "Dra. Baru"),
    ]


def test_rows_of_tables_are_found_by_code_and_gone_ones_told_once(isi: Path, edit: Edit) -> None:
    edit("tabel/evaluasi.json", lambda data: data["program"][0]["kegiatan"][0].update(nama="Koperasi Desa"))
    edit("tabel/usulan-masyarakat.json", lambda data: data.update(usulan=data["usulan"][1:3]))
    said = write_lines(_compared(isi))
    assert "  tabel/evaluasi.json: Pengembangan Koperasi · nama: Pengembangan Koperasi → Koperasi Desa" in said
    gone = (
        "Pelatihan Kewirausahaan bagi UMKM · seluruh baris: lokasi Desa Tangkisan; volume 1 paket; anggaran 100.000.000"
    )
    assert f"  tabel/usulan-masyarakat.json: {gone} → -" in said
    assert sum("Kewirausahaan" in line for line in said) == 1
    (twice,) = (line for line in said if "Tata Boga" in line)
    assert "Desa Sirandu" in twice
    assert "Desa Makam" in twice


def test_what_is_ahead_is_compared_within_a_year(isi: Path, edit: Edit) -> None:
    def change(data: Any) -> None:
        data["program"][0]["kegiatan"][0]["sub_kegiatan"][0].update(pagu_maju=15000000, catatan="Baru")

    edit("tabel/rencana-program.json", change)
    row = next(row for row in _compared(isi).program if row.perubahan == "berubah")
    assert row.keterangan.endswith("→ Baru; pagu maju: 14.000.000 → 15.000.000")


def test_tags_and_priorities_are_compared(isi: Path, edit: Edit) -> None:
    def change(data: Any) -> None:
        data["program"][0]["kegiatan"][0]["sub_kegiatan"][0].update(tag=["SPM", "Gender"], prioritas_nasional="PN 3")

    edit("tabel/rencana-program.json", change)
    row = next(row for row in _compared(isi).program if row.perubahan == "berubah")
    assert row.keterangan == "prioritas nasional: … → PN 3; tag: … → SPM, Gender"


def test_year_against_year_compares_the_same_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only stands in another column now is the same; what another year's table no longer shows is no change."""
    monkeypatch.chdir(tmp_path)
    roll_folder(OLD, Path("2022"))
    found = compare(Reading(read(OLD)), Reading(read(Path("2022"))))
    cells = [(c.kolom, c.lama, c.baru) for c in found.isian if c.baris == "Koperasi sehat"]
    assert cells == []
    assert not any("renja 2020 target" in c.kolom or "2018" in c.kolom for c in found.isian)
    assert ("renja 2020 realisasi", "1.000 masyarakat", "…") in [(c.kolom, c.lama, c.baru) for c in found.isian]
    assert found.naskah == []
    assert "maju" not in " ".join(row.keterangan for row in found.program)
    assert found.jumlah.baru == 7093602100


def test_long_paragraphs_are_shown_around_what_differs() -> None:
    words = [f"kata{number}" for number in range(40)]
    changed = [*words[:20], "lain", *words[21:]]
    old, new = changed_words(" ".join(words), " ".join(changed))
    assert [text for text, differs in old if differs] == [" kata20"]
    assert "".join(text for text, _ in new) == " ".join(changed)
    change = TextChange("1 A", "berubah", " ".join(words), " ".join(changed))
    total = PlanChange("jumlah", "", "", "tetap", 1, 1, 0, "", "")
    said = write_lines(Comparison("a", "b", total, [change]))
    around = "kata14 kata15 kata16 kata17 kata18 kata19 {} kata21 kata22 kata23 kata24 kata25 kata26"
    assert f"    - … {around.format('kata20')} …" in said
    assert f"    + … {around.format('lain')} …" in said


@pytest.mark.lambat
def test_command_writes_text_json_and_word(
    isi: Path, edit: Edit, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    edit("tabel/rencana-program.json", lambda data: data["program"][1].update(nama="Program & Baru"))
    edit("bab-4.json", lambda data: data["isi"].__setitem__(0, data["isi"][0].replace("Renja", "Bab", 1)))
    assert main(["banding", str(OLD), "isi", "-o", "banding.docx"]) == 0
    assert "Program & Baru" in capsys.readouterr().out
    parts = package.unpack_file(Path("banding.docx"))
    assert "Program &amp; Baru" in parts["word/document.xml"].decode()
    assert b"<w:tblHeader/>" in parts["word/document.xml"]
    assert b'"preserve"></w:t>' not in parts["word/document.xml"]
    # What differs stands out.
    changed = next(run for run in lint.root(parts).iter(f"{W}r") if "".join(run.itertext()).startswith("Bab"))
    assert changed.find(f"{W}rPr/{W}b") is not None
    # It is a document of the office like the Renja: its styles, language, pages, properties.
    assert b'w:val="id-ID"' in parts["word/styles.xml"]
    assert b'w:name="compatibilityMode"' in parts["word/settings.xml"]
    # Its title names the documents, and the folders only where both documents are called the same.
    title = b"<dc:title>Perbandingan %b (2021) dengan %b (isi)</dc:title>"
    name = b"Renja 2021 Dinas Koperasi dan Usaha Kecil Menengah"
    assert title % (name, name) in parts["docProps/core.xml"]
    assert b"python-docx" not in b"".join(parts.values())
    assert b" PAGE " in b"".join(data for name, data in parts.items() if "footer" in name)
    assert OpenXmlValidator().validate("banding.docx").errors == []
    assert lint.faults(parts) == []
    first = Path("banding.docx").read_bytes()
    Path("banding.docx").write_bytes(b"dengan catatan orang")
    assert main(["banding", str(OLD), "isi", "-o", "banding.docx"]) == 1
    assert main(["banding", str(OLD), "isi", "-o", "banding.docx", "--timpa"]) == 0
    assert Path("banding.docx").read_bytes() == first
    assert [path.read_bytes() for path in Path(".cadangan").glob("*/banding.docx")] == [b"dengan catatan orang"]
    capsys.readouterr()
    assert main(["banding", str(OLD), "isi", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {row["perubahan"] for row in data["program"]} == {"tetap", "berubah"}


def test_the_total_and_the_programs_stand_out_in_the_table() -> None:
    rows = [PlanChange(level, "", level, "tetap", 1, 1, 0, "", "") for level in ("program", "kegiatan", "sub kegiatan")]
    total = PlanChange("jumlah", "", "", "tetap", 1, 1, 0, "", "")
    assert strong_rows(Comparison("a", "b", total, program=rows)) == {0, 1}
