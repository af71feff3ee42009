"""`renjadoc buat` as a user calls it: exit codes, messages, what is written and what is left alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from renjadoc import cli, pipeline
from renjadoc.word.layout import pages
from tests.conftest import needs_office
from tests.word import lint


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RENJADOC_SOFFICE", "tidak-ada-program-ini")


def test_without_libreoffice_the_user_is_told(isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["buat", "isi"]) == 0
    said = capsys.readouterr().out
    assert f"\nSelesai: {Path.cwd() / 'Renja-2021-Dinkop-UKM.docx'}\n" in said
    assert "nama lama" not in said
    assert "LibreOffice tidak ada di komputer ini: nomor halaman dalam Daftar Isi dikosongkan" in said
    assert "  - 131 isian belum ada (ditandai …)" in said
    assert "naskah rujukan menyebut tujuh tonggak" in said
    assert said.count("  - apakah perlu honor tim\n") == 1
    assert Path("Renja-2021-Dinkop-UKM.docx").exists()


def test_a_document_of_an_old_name_is_told(isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Renja-2021-Dinas-Koperasi.docx", "Renja-2020-Dinkop-UKM.docx", "Renja-Perubahan-2021-Dinkop.docx"):
        Path(name).write_bytes(b"lama")
    assert cli.main(["buat", "isi", "--tanpa-halaman"]) == 0
    said = capsys.readouterr().out
    assert "Di tempat yang sama ada juga Renja-2021-Dinas-Koperasi.docx; hapus sendiri" in said
    assert Path("Renja-2021-Dinas-Koperasi.docx").read_bytes() == b"lama"


def test_problems_leave_what_stood_there(isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]) -> None:
    Path("hasil.docx").write_bytes(b"lama")
    (isi / "bab-4.json").write_text("{", "utf-8")
    (isi / "bab-3.json").write_text('{"judul": 1}', "utf-8")
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--timpa"]) == 1
    said = capsys.readouterr().err
    assert "isi/bab-4.json:1:2: bukan JSON" in said
    assert re.search(r"BAB III, judul: .*\(RJ012\)  \[isi/bab-3.json:1:11\]", said)
    assert "\n2 harus diperbaiki, " in said
    assert "Perlu dilihat" not in said
    assert Path("hasil.docx").read_bytes() == b"lama"


def test_a_doubled_key_and_a_forgotten_bracket_are_no_fault_of_ours(
    isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]
) -> None:
    (isi / "bab-4.json").write_text('{"judul": "a", "judul": "b", "isi": [{"daftar": "1.", "daftar": "1."}', "utf-8")
    assert cli.main(["buat", "isi"]) == 1
    assert "isi/bab-4.json:1:70: bukan JSON yang sah: kurung [ dari baris" in capsys.readouterr().err


def test_an_untouched_result_is_made_anew_and_an_edited_one_is_kept(
    isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman"]
    assert cli.main(arguments) == 0
    first = Path("hasil.docx").read_bytes()
    assert cli.main(arguments) == 0
    assert Path("hasil.docx").read_bytes() == first
    document = Document("hasil.docx")
    document.paragraphs[0].add_run("suntingan")
    document.save("hasil.docx")
    edited = Path("hasil.docx").read_bytes()
    capsys.readouterr()
    assert cli.main(arguments) == 1
    assert "sudah disunting orang" in capsys.readouterr().err
    assert Path("hasil.docx").read_bytes() == edited
    assert cli.main([*arguments, "--timpa"]) == 0
    assert Path("hasil.docx").read_bytes() == first
    (kept,) = Path(".cadangan").glob("*/hasil.docx")
    assert kept.read_bytes() == edited
    assert f"Yang tadinya ada di sana disimpan di {kept}." in capsys.readouterr().out
    assert cli.main([*arguments, "--timpa"]) == 0  # What we made ourselves is made again.
    assert len(list(Path(".cadangan").iterdir())) == 1


def test_an_edited_result_stays_where_its_copy_cannot_be_kept(
    isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("hasil.docx").write_bytes(b"punya orang")
    Path(".cadangan").write_text("bukan folder", "utf-8")
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--tanpa-halaman", "--timpa"]) == 1
    assert "RJ050" in capsys.readouterr().err
    assert Path("hasil.docx").read_bytes() == b"punya orang"


@pytest.mark.parametrize("lock", ["~$hasil.docx", ".~lock.hasil.docx#"])
def test_a_result_open_in_word_is_not_written(
    isi: Path, no_office: None, capsys: pytest.CaptureFixture[str], lock: str
) -> None:
    Path(lock).write_bytes(b"")
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--timpa"]) == 1
    assert "berkas sedang terbuka di Word" in capsys.readouterr().err
    assert not Path("hasil.docx").exists()


def test_a_place_that_cannot_be_written(isi: Path, no_office: None, capsys: pytest.CaptureFixture[str]) -> None:
    Path("berkas").write_text("bukan folder", "utf-8")
    assert cli.main(["buat", "isi", "-o", "berkas/hasil.docx"]) == 1
    assert ": berkas tidak dapat ditulis" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["buatt", "isi"], "Perintah 'buatt' tidak ada."),
        (["buat"], "Belum disebut: 'FOLDER'"),
        (["buat", "isi", "--tanpa"], "Pilihan '--tanpa' tidak ada."),
        (["buat", "isi", "-o", "hasil.pdf"], "nama berkas hasil harus berakhiran .docx"),
        (["buat", "isi", "lagi"], "Isian berlebih: lagi"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_bug_of_ours_is_logged_and_not_shown(
    isi: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("rusak")

    monkeypatch.setattr(pipeline, "make_document", broken)
    assert cli.main(["buat", "isi"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("Terjadi kesalahan dalam renjadoc sendiri.")
    assert "Traceback" not in said
    (log,) = Path().glob("renjadoc-galat-*.log")
    assert "KeyError: 'rusak'" in log.read_text("utf-8")


def test_help_is_indonesian_and_loads_no_document_library() -> None:
    code = (
        "import sys\nfrom renjadoc import cli\ncli.main(['--help'])\n"
        "heavy = {'docx', 'docxtpl', 'jsonschema', 'jsonschema_rs', 'lxml', 'jinja2', 'pypdf'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("Pemakaian: renjadoc")
    assert "Membuat dokumen Word dari folder isi." in done.stdout
    assert done.stdout.rstrip().endswith("[]")


def test_a_fresh_folder_makes_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_office: None) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["baru", "renja-2028", "--tahun", "2028"]) == 0
    assert cli.main(["buat", "renja-2028", "-o", "hasil.docx"]) == 0
    document = "\n".join(paragraph.text for paragraph in Document("hasil.docx").paragraphs)
    assert "Tahun 2028" in document
    for path in Path("renja-2028").rglob("*.json"):
        match = re.search(r'"\$schema": "([^"]+)"', path.read_text("utf-8"))
        if match and not match[1].startswith("http"):
            assert (path.parent / match[1]).is_file()


def test_a_folder_that_exists_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ada").mkdir()
    Path("ada", "isi.txt").write_text("x", "utf-8")
    assert cli.main(["baru", "ada"]) == 1
    assert os.listdir("ada") == ["isi.txt"]


@needs_office
def test_page_numbers_are_those_of_the_pdf(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["buat", "isi", "-o", "hasil.docx", "--pdf"]) == 0
    reader = PdfReader("hasil.pdf")
    texts = [page.extract_text() for page in reader.pages]
    assert f"Selesai: {Path.cwd() / 'hasil.docx'} ({len(texts)} halaman)" in capsys.readouterr().out
    first = next(n for n, text in enumerate(texts) if "BAB I" in text and "PENDAHULUAN" in text and "…" not in text)
    contents = texts[1]
    for title in ("PENDAHULUAN", "TUJUAN, SASARAN, PROGRAM DAN KEGIATAN", "PENUTUP"):
        page = next(n for n, text in enumerate(texts) if n >= first and re.search(rf"BAB [IV]+\s+{title}", text))
        shown = re.search(rf"{title.title().replace(' Dan ', ' dan ')}[ .]*(\d+)", contents)
        assert shown is not None, contents
        assert int(shown[1]) == page - first + 1


@needs_office
def test_a_second_layout_gives_the_same_numbers(isi: Path) -> None:
    assert cli.main(["buat", "isi", "-o", "hasil.docx"]) == 0
    program = pages.find_libreoffice()
    assert program is not None
    again = pages.lay_out(program, Path("hasil.docx").read_bytes())
    from renjadoc.word.packages import package

    tree = lint.root(package.unpack_file(Path("hasil.docx")))
    cached = {}
    for link in tree.iter(f"{lint.W}hyperlink"):
        texts = [t.text for t in link.iter(f"{lint.W}t")]
        cached[link.get(f"{lint.W}anchor")] = texts[-1]
    front = {name: again.bookmarks[name] for name in cached if name.startswith("_Tocdepan")}
    first = min(again.bookmarks[name] for name in cached if name not in front)
    printed = {name: str(again.bookmarks[name] - first + 1) for name in cached} | dict(
        zip(front, ["i", "ii"], strict=True)
    )
    assert list(front.values()) == [1, 2]  # Behind the cover.
    assert cached == printed
