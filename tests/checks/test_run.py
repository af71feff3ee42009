"""The run: nothing stops anything, what could not be checked is said, and rules can be switched off with a reason."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from renjadoc.checks.documentation import Example, read_documentation
from renjadoc.checks.registry import RULES
from renjadoc.checks.rule import Finding, Rule
from renjadoc.checks.run import MAX_FINDINGS, run_rules
from renjadoc.cli import main
from renjadoc.content.load import Source
from renjadoc.problem import Severity
from renjadoc.reading import Reading
from renjadoc.unbroken import as_seen
from tests.checks.examples import lay_down
from tests.conftest import read

Edit = Callable[[str, Callable[[Any], Any]], None]


@pytest.fixture
def dasar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Lays the base folder down as `isi`, changed by the given lines."""
    monkeypatch.chdir(tmp_path)
    return lambda *lines: lay_down(Example(lines), Path("isi"))


def _crashing(reading: Reading) -> Iterator[Finding]:
    yield Finding(reading.folder.dokumen, "/tahun", "sebelum jatuh")
    raise ZeroDivisionError("sengaja")


def test_crash_of_one_check_stops_no_other(dasar: Callable[..., Path]) -> None:
    folder = read(dasar("tabel/rencana-program.json /program/0/kegiatan/0/sub_kegiatan/0/target = null"))
    outcome = run_rules(Reading(folder), [Rule("RJ999", "Percobaan", Severity.ERROR, "", _crashing), *RULES])
    codes = [problem.code for problem in outcome.problems]
    assert codes.count("RJ009") == 1
    assert "RJ202" in codes
    assert "ZeroDivisionError: sengaja" in outcome.crashes["RJ999"]
    assert not any(problem.is_error for problem in outcome.problems if problem.code == "RJ009")


def test_what_a_rule_finds_without_end_is_cut_and_told(dasar: Callable[..., Path]) -> None:
    def find(reading: Reading) -> Iterator[Finding]:
        while True:
            yield Finding(reading.folder.dokumen, "/tahun", "lagi")

    outcome = run_rules(Reading(read(dasar())), [Rule("RJ999", "Percobaan", Severity.WARNING, "", find)])
    assert len(outcome.problems) == MAX_FINDINGS + 1
    assert "lebih dari 5000 hal" in outcome.problems[-1].message


def test_crash_is_logged_for_the_developers(
    dasar: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dasar()
    broken = Rule("RJ999", "Percobaan", Severity.ERROR, "", _crashing)
    monkeypatch.setattr("renjadoc.examine.RULES", (broken,))
    assert main(["periksa", "isi"]) == 1
    said = capsys.readouterr().out
    assert "aturan RJ999 (Percobaan) gagal dijalankan" in said
    assert "Traceback" not in said
    assert "sengaja" in next(Path().glob("renjadoc-galat-*.log")).read_text("utf-8")


def test_unreadable_table_says_how_many_rules_wait(dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    _, outcome = examine_folder(dasar("tabel/evaluasi.json := {", 'bab-5.json /isi/0 = "Serapan 9 %, TODO."'))
    waiting = next(problem for problem in outcome.problems if problem.code == "RJ008")
    assert waiting.location.file == "isi/tabel/evaluasi.json"
    assert re.match(r"\d\d aturan belum diperiksa karena berkas ini belum dapat dipakai$", waiting.message)
    assert {"RJ001", "RJ505", "RJ507"} <= {problem.code for problem in outcome.problems}
    assert "RJ110" not in {problem.code for problem in outcome.problems}


def test_broken_dokumen_is_the_only_thing_that_stops_all(dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    reading, outcome = examine_folder(dasar("dokumen.json := {"))
    assert reading is None
    assert [problem.code for problem in outcome.problems] == ["RJ001", "RJ008"]
    assert "semua aturan isi belum diperiksa" in outcome.problems[1].message


def test_rule_switched_off_is_reported(dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    dasar(
        'bab-5.json /isi/0 = "Serapan 98,25 %."',
        'dokumen.json /aturan_dimatikan = {"RJ505": "mengikuti pedoman lama"}',
    )
    assert main(["periksa", "isi", "--ketat"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Tidak ada temuan.",
        "Aturan RJ505 dimatikan (1 temuan tidak ditampilkan): mengikuti pedoman lama",
    ]


def test_rule_that_does_not_exist_cannot_be_switched_off(
    dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    dasar('dokumen.json /aturan_dimatikan = {"RJ599": "tidak ada aturannya"}')
    assert main(["periksa", "isi"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Harus diperbaiki (1)")
    assert "aturan RJ599 tidak ada" in said


def test_rule_needs_a_reason_to_be_switched_off(dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    _, outcome = examine_folder(dasar('dokumen.json /aturan_dimatikan = {"RJ505": ""}'))
    assert "RJ013" in {problem.code for problem in outcome.problems}


def test_json_report(dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    dasar('bab-5.json /isi/0 = "Serapan 98,25 %."')
    assert main(["periksa", "isi", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "kode": "RJ505",
            "tingkat": "peringatan",
            "berkas": "isi/bab-5.json",
            "baris": 4,
            "kolom": 18,
            "pointer": "/isi/0",
            "pesan": "ada spasi sebelum tanda persen",
            "saran": "Tulis rapat, misalnya 98,25%.",
            "tempat": "BAB V, paragraf 1",
        }
    ]


def test_json_report_stays_json_when_rules_are_off(
    dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    dasar('dokumen.json /aturan_dimatikan = {"RJ505": "mengikuti pedoman lama"}')
    assert main(["periksa", "isi", "--format", "json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert "RJ505 dimatikan" in said.err


@pytest.mark.parametrize(
    ("change", "strict", "code"),
    [
        ("kamus.txt + Sirandu", True, 0),
        ('bab-5.json /isi/0 = "Serapan 98,25 %."', False, 0),
        ('bab-5.json /isi/0 = "Serapan 98,25 %."', True, 1),
        ('bab-5.json /isi/0 = "Ada 5 (enam) bidang."', False, 1),
    ],
)
def test_exit_code(change: str, strict: bool, code: int, dasar: Callable[..., Path]) -> None:
    dasar(change)
    assert main(["periksa", "isi", *["--ketat"] * strict]) == code


def test_long_report_begins_with_a_summary_that_fits_on_a_screen(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "isi"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Ringkasan: 0 harus diperbaiki, ")
    assert "     33  Sub kegiatan tanpa target prakiraan maju (RJ206)" in said[:24]
    assert said.index("") < 24
    assert "    … dan 30 lagi" in said
    assert "--rinci" in said[-2]


def test_whole_report_names_every_finding(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "isi", "--rinci"]) == 0
    said = capsys.readouterr().out
    assert said.count("belum mempunyai target prakiraan maju") == 33
    assert "lagi" not in said.splitlines()[-2]


def test_place_is_told_as_a_reader_sees_it(dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    dasar(
        'bab-1.json /bagian/0/isi/0 = "Serapan 98,25 %."',
        "tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/target_maju = null",
        'dokumen.json /pengesahan/nip = "1972"',
        'tabel/anggaran.json /baris/2 = ["Jumlah", "1.169.190.750"]',
        'kata-pengantar.json := {"judul": "KATA PENGANTAR", "isi": ["Puji syukur.", "Serapan 98,25 %."]}',
        'lampiran/01-data.json := {"judul": "Data", "isi": ["Serapan 98,25 %."]}',
    )
    assert main(["periksa", "isi"]) == 1
    said = capsys.readouterr().out
    assert "    Kata Pengantar, paragraf 2: ada spasi" in said
    assert "    Lampiran I, paragraf 1: ada spasi" in said
    assert "    1.1, paragraf 1: ada spasi sebelum tanda persen  [bab-1.json:" in said
    assert "    Tabel 4.1, Pelatihan Usaha Mikro, kolom " in said
    assert "    Tanda tangan, NIP: " in said
    assert "    Tabel 4.2, baris 3: jumlah tertulis" in said
    # Words of programmers and keys of the files are behind, in brackets.
    assert not {"target_maju", "galat", "pointer", "larik"} & set(re.sub(r"\[[^]]*\]", "", said).split())


@pytest.mark.lambat
def test_findings_go_to_word_and_excel(dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    dasar('bab-5.json /isi/0 = "Serapan 98,25 %."', 'dokumen.json /pengesahan/nip = "1972"')
    made = ["--docx", "temuan.docx", "--xlsx", "temuan.xlsx", "--komentar", "naskah.docx"]
    assert main(["periksa", "isi", *made]) == 1
    document = Document("temuan.docx")
    assert [p.text for p in document.paragraphs if p.style.name == "Caption"] == [
        "BAB V Penutup",
        "Sampul, tanda tangan, dan lain-lain",
    ]
    assert as_seen(document.tables[0].cell(1, 0).text) == "BAB V, paragraf 1"
    sheet = load_workbook("temuan.xlsx").active
    assert [cell.value for cell in sheet[1]][:3] == ["Bab", "Di mana", "Yang ditemukan"]
    assert sheet.max_row == 3
    with zipfile.ZipFile("naskah.docx") as archive:
        assert "ada spasi sebelum tanda persen".capitalize() in archive.read("word/comments.xml").decode()
    capsys.readouterr()
    assert main(["periksa", "isi", "--docx", "temuan.docx"]) == 1
    assert "berkas ini sudah ada" in capsys.readouterr().err
    for name in ("temuan.docx", "temuan.xlsx", "naskah.docx"):
        Path(name).write_bytes(b"dengan catatan orang")
    assert main(["periksa", "isi", *made, "--timpa"]) == 1
    kept = list(Path(".cadangan").glob("*/*"))
    assert sorted(path.name for path in kept) == ["naskah.docx", "temuan.docx", "temuan.xlsx"]
    assert all(path.read_bytes() == b"dengan catatan orang" for path in kept)
    assert capsys.readouterr().out.count("Yang tadinya ada di sana disimpan di") == 3


def test_days_are_told_as_indonesian_dates() -> None:
    source = Source(Path("isi/x.json"), "isi/x.json", "{}", {})
    made = Rule("RJ607", "", Severity.WARNING, "")
    told = made.make_problem(Finding(source, "", "sudah dicabut (2019-10-02)", "Sejak 2019-13-01."))
    assert (told.message, told.hint) == ("sudah dicabut (2 Oktober 2019)", "Sejak 2019-13-01.")


def test_advice_is_given_once(dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    dasar('bab-5.json /isi = ["Serapan 98,25 %.", "Serapan 97 %."]')
    main(["periksa", "isi"])
    said = capsys.readouterr().out
    assert said.count("ada spasi sebelum tanda persen") == 2
    assert said.count("→ Tulis rapat") == 1


def test_buat_lists_warnings_and_makes_the_draft(
    dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    dasar('bab-5.json /isi/0 = "Serapan 98,25 %."')
    assert main(["buat", "isi", "--tanpa-halaman", "-o", "hasil.docx"]) == 0
    assert "BAB V, paragraf 1: ada spasi sebelum tanda persen" in capsys.readouterr().out
    assert Path("hasil.docx").exists()


def test_buat_stops_at_errors_of_the_checks(dasar: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    dasar('bab-5.json /isi/0 = "Ada 5 (enam) bidang."')
    assert main(["buat", "isi", "--tanpa-halaman", "-o", "hasil.docx"]) == 1
    assert "BAB V, paragraf 1: “5 (enam)”: angka dan kata tidak sama (RJ112)" in capsys.readouterr().err
    assert not Path("hasil.docx").exists()


def test_own_knowledge_of_the_legal_section_counts(dasar: Callable[..., Path]) -> None:
    """The office's peraturan.json adds to what renjadoc knows, and overrules it."""
    from renjadoc.examine import examine_folder

    own = {
        "peraturan": [
            {
                "jenis": "PP", "nomor": 12, "tahun": 2019, "sumber": "JDIH", "dikonfirmasi": True,
                "riwayat": [
                    {"status": "dicabut", "sejak": "2026-01-31", "oleh": {"jenis": "PP", "nomor": 1, "tahun": 2026}}
                ],
            }
        ]
    }  # fmt: skip
    _, outcome = examine_folder(dasar(f"peraturan.json := {json.dumps(own)}"))
    (found,) = outcome.problems
    assert found.code == "RJ607"
    assert found.message == "PP 12/2019 sudah dicabut (31 Januari 2026); penggantinya PP 1/2026"
    assert found.hint == "Ganti dengan peraturan yang berlaku."


def test_own_outline_is_data(dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    outline = {"nama": "Enam bab", "sumber": "Perwali", "bab": [{"judul": "Pengantar"}]}
    folder = dasar('dokumen.json /kerangka = "sendiri"')
    (folder / "kerangka").mkdir()
    (folder / "kerangka" / "sendiri.json").write_text(json.dumps(outline), "utf-8")
    _, outcome = examine_folder(folder)
    assert {problem.code for problem in outcome.problems} == {"RJ212"}
    assert len(outcome.problems) == 5


def test_documentation_is_read_from_docstrings() -> None:
    text = "Aturan.\n\nMengapa: sebab.\nSumber: UU.\n\nGagal:\n    a.json /x = [1,\n    2]\nLolos:\n    a.txt + b"
    doc = read_documentation(text)
    assert (doc.rule, doc.why, doc.source) == ("Aturan.", "sebab.", "UU.")
    assert doc.fails[0].list_changes()[0].value == "[1, 2]"
    assert doc.passes[0].list_changes()[0].how == "+"


@pytest.mark.parametrize("key", ["nama", "singkatan"])
def test_blank_office_is_a_fault_of_shape(key: str, dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    _, outcome = examine_folder(dasar(f'dokumen.json /perangkat_daerah/{key} = " "'))
    assert [problem.code for problem in outcome.problems] == ["RJ013", "RJ008"]
    assert outcome.crashes == {}


def test_outline_of_three_hundred_letters_is_unknown(dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    _, outcome = examine_folder(dasar(f'dokumen.json /kerangka = "{"a" * 300}"'))
    assert [problem.code for problem in outcome.problems] == ["RJ030"]


def test_what_is_too_long_for_the_rules_is_told_and_all_else_is_checked(dasar: Callable[..., Path]) -> None:
    from renjadoc.examine import examine_folder

    root = dasar('bab-5.json /isi/0 = "Serapan 9 %."')
    path = root / "bab-4.json"
    data = json.loads(path.read_text("utf-8"))
    data["isi"] += ["Serapan 8 %. " * 20_000, "Serapan 7 %. " * 20_000]
    path.write_text(json.dumps(data), "utf-8")
    reading, outcome = examine_folder(root)
    assert reading is not None
    assert len(list(reading.all_passages)) == len(list(reading.passages)) + 2
    (told,) = [problem for problem in outcome.problems if problem.code == "RJ014"]
    assert told.severity is Severity.WARNING
    assert told.location.file == "isi/bab-4.json"
    assert "200.000 huruf; kalimat di sini dan 1 teks lain belum diperiksa" in told.message
    assert {problem.location.file for problem in outcome.problems if problem.code == "RJ505"} == {"isi/bab-5.json"}
