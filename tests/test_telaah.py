"""The command telaah: the review copy whole, its findings as comments, redlines since every kind of older text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator

from renjadoc import cli
from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.problem import ProblemsFound
from renjadoc.review import ReviewOrder, make_review_copy
from renjadoc.unbroken import as_seen
from renjadoc.word.layout import pages
from renjadoc.word.packages import package
from tests.absorption.paper import NS, Paper
from tests.conftest import ROOT, needs_office
from tests.word import lint, verdict
from tests.word.templates import BODY, changed, replaced

Edit = Callable[[str, Callable[[Any], Any]], None]
#: The lines above the narrative say something else in a redline.
OPENING = 2


def telaah(*arguments: str) -> package.Parts:
    """The review copy that the command makes."""
    assert cli.main(["telaah", "isi", "-o", "telaah.docx", "--timpa", *arguments]) == 0
    return package.unpack_file(Path("telaah.docx"))


def seen(parts: package.Parts, *, accept: bool = True) -> list[verdict.Seen]:
    return verdict.read(parts, accept=accept)[OPENING:]


def texts(parts: package.Parts) -> str:
    return "\n".join("".join(text for text, *_ in line) for _, _, line in verdict.read(parts, accept=True))


def absorbed(document: str = "telaah.docx") -> AbsorptionPlan:
    return plan_absorption(Path(document), Path("isi"))


@pytest.fixture
def lama(isi: Path, edit: Edit) -> Path:
    """`isi` as it was, in `lama`; `isi` itself is edited in every way that a redline knows."""
    shutil.copytree(isi, "lama")

    def narrative(data: Any) -> None:
        isi = data["bagian"][0]["isi"]
        isi[0] = isi[0].replace("jangka waktu satu tahun", "jangka waktu *satu* tahun anggaran")
        isi.insert(1, "Paragraf baru menyebut {{ pagu.total | rupiah }} dan {{ rujuk('evaluasi') }}.")
        del isi[3]
        data["bagian"][2]["judul"] = "Maksud, Tujuan, dan Manfaat"

    edit("bab-1.json", narrative)
    edit("bab-3.json", lambda data: data.update(judul="Tujuan dan Program"))
    edit("regulasi/landasan-hukum.json", lambda data: data["regulasi"].pop(3))
    edit("tabel/evaluasi.json", lambda data: data["judul"].__setitem__(0, "Evaluasi Renja"))
    edit("tabel/rencana-program.json", lambda data: data["program"][0]["kegiatan"][0]["sub_kegiatan"][0].update(pagu=1))
    return Path("lama")


def test_the_whole_narrative_goes_out_valid_and_comes_back_unchanged(isi: Path) -> None:
    parts = telaah()
    said = as_seen(texts(parts))
    assert "\nPenutup\n" in said  # Its number is counted by Word.
    assert " Tabel dan gambar tidak disertakan. Kembalikan berkas ini" in said
    assert "[Tabel 2.1 tidak disertakan dalam naskah telaah]" in said
    assert b"<w:tbl>" not in parts["word/document.xml"]
    assert b"trackRevisions" in parts["word/settings.xml"]
    assert lint.faults(parts) == []
    assert [str(error) for error in OpenXmlValidator().validate(Path("telaah.docx")).errors] == []
    plan = absorbed()
    assert (plan.changes, plan.conflicts, plan.unabsorbed, plan.remarks, plan.files) == ([], [], [], [], {})


def test_findings_are_comments_on_their_passages(isi: Path, edit: Edit) -> None:
    edit("bab-4.json", lambda data: data["isi"].insert(0, "Anggaran terserap 98,25 % sampai akhir tahun."))
    paper = Paper(Path("telaah.docx")) if telaah() else None
    assert paper is not None
    passages = paper.passages()
    assert any("RJ505" in said for said in passages["Anggaran terserap 98,25 % sampai akhir tahun."])
    captions = next(said for text, said in passages.items() if "Rumusan Rencana Program" in text)
    assert any("RJ206" in said and "dan 32 temuan serupa di sini" in said for said in captions)


def test_a_remark_still_open_goes_out_again(isi: Path) -> None:
    remark = {"berkas": "bab-1.json", "letak": "/judul", "kutipan": "Pendahuluan", "penulis": "Bu Sari"}
    said = json.dumps({"catatan": [{**remark, "tanggal": "2026-02-03", "catatan": "Judulnya?"}]})
    (isi / "telaah.json").write_text(said, "utf-8")
    assert b"Catatan Bu Sari pada" in telaah()["word/comments.xml"]


def test_chapters_that_were_asked_for(isi: Path) -> None:
    said = texts(telaah("--bab", "1", "--bab", "3"))
    left_out = "Hasil Evaluasi Rencana Kerja Tahun Lalu\n[Isi bab ini tidak disertakan dalam naskah telaah]"
    assert f"\n{left_out}\n\nTujuan, Sasaran, Program dan Kegiatan\n" in said
    assert "Maksud dan Tujuan" in said
    assert "Isu-Isu Penting" not in said
    paper = Paper(Path("telaah.docx"))
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang", tracked=True)
    paper.save()
    plan = absorbed()
    assert [(change.kind, change.file, change.pointer) for change in plan.changes] == [
        ("ubah", "bab-1.json", "/bagian/0/isi/1")
    ]
    assert plan.whole


def test_a_chapter_that_is_not_there(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["telaah", "isi", "--bab", "7", "-o", "t.docx"]) == 1
    assert "BAB 7 tidak ada (RJ004)\n      → Folder ini mempunyai BAB 1 sampai 4." in capsys.readouterr().err
    assert not Path("t.docx").exists()


def test_a_copy_that_somebody_wrote_in_is_kept(lama: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("telaah.docx").write_bytes(b"tulisan bagian hukum")
    assert cli.main(["telaah", str(lama), "-o", "telaah.docx", "--timpa"]) == 0
    (kept,) = Path(".cadangan").glob("*/telaah.docx")
    assert kept.read_bytes() == b"tulisan bagian hukum"
    assert f"Yang tadinya ada di sana disimpan di {kept}." in capsys.readouterr().out


def test_redline_since_a_folder(lama: Path) -> None:
    older = telaah_of(lama)
    newer = seen(telaah())
    parts = telaah("--banding", "lama", "--penulis", "Bagian Perencanaan", "--tanggal", "2026-01-05")
    assert seen(parts) == newer
    assert seen(parts, accept=False) == older
    assert lint.faults(parts) == []
    assert [str(error) for error in OpenXmlValidator().validate(Path("telaah.docx")).errors] == []
    body = parts["word/document.xml"].decode()
    assert 'w:author="Bagian Perencanaan" w:date="2026-01-0' in body
    assert body.count("<w:ins ") + body.count("<w:del ") == body.count("Bagian Perencanaan")


def telaah_of(folder: Path) -> list[verdict.Seen]:
    assert cli.main(["telaah", str(folder), "-o", "lama-telaah.docx", "--timpa"]) == 0
    return seen(package.unpack_file(Path("lama-telaah.docx")))


def test_redline_since_a_document(lama: Path) -> None:
    older = telaah_of(lama)
    assert cli.main(["buat", "lama", "-o", "lama.docx", "--tanpa-halaman"]) == 0
    for document in ("lama.docx", "lama-telaah.docx"):
        assert seen(telaah("--banding", document), accept=False) == older


def test_redline_since_a_document_that_people_went_on_editing(lama: Path) -> None:
    telaah_of(lama)
    paper = Paper(Path("lama-telaah.docx"))
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang", tracked=False)
    paper.replace(paper.p("berjumlah"), "berjumlah", "sebesar", tracked=True)
    paper.save()
    said = "\n".join(
        "".join(text for text, *_ in line) for *_, line in seen(telaah("--banding", "lama-telaah.docx"), accept=False)
    )
    assert "Sepanjang tahun berjalan" in said
    assert "berjumlah" in said


def test_redline_since_a_git_revision(lama: Path) -> None:
    older = telaah_of(lama)
    newer = Path("isi")
    newer.rename("baru")
    shutil.copytree("lama", "isi")
    git = ["git", "-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "isi"], check=True)
    subprocess.run([*git, "commit", "-qm", "rancangan awal"], check=True)
    shutil.rmtree("isi")
    Path("baru").rename("isi")
    assert seen(telaah("--banding", "HEAD"), accept=False) == older


@pytest.mark.parametrize("stated", ["tidak-ada", "--output=x", "surat.docx", "kosong.docx"])
def test_what_cannot_be_compared(isi: Path, stated: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("kosong.docx").write_bytes(b"bukan zip")
    shutil.copy(ROOT / "templates" / "renja.docx", "surat.docx")
    assert cli.main(["telaah", "isi", f"--banding={stated}", "-o", "t.docx"]) == 1
    said = capsys.readouterr().err
    assert f"    {stated}: " in said
    assert "Yang dapat dibandingkan: folder isi, .docx buatan renjadoc, atau versi git" in said
    assert not Path("t.docx").exists()


def test_a_redline_comes_back_without_edits(lama: Path) -> None:
    telaah("--banding", "lama", "--penulis", "Bagian Perencanaan")
    plan = absorbed()
    assert (plan.changes, plan.conflicts, plan.unabsorbed, plan.remarks, plan.pending) == ([], [], [], [], 0)


def test_a_reviewer_rejects_one_of_our_changes(lama: Path) -> None:
    telaah("--banding", "lama")
    paper = Paper(Path("telaah.docx"))
    heading = next(
        p
        for p in paper.body
        if "Heading1" in str(p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces={"w": NS}))
        and "Tujuan" in paper.text(p)
    )
    paper.reject(heading)
    paper.save()
    [change] = absorbed().changes
    assert (change.file, change.pointer, change.new) == (
        "bab-3.json",
        "/judul",
        "Tujuan, Sasaran, Program dan Kegiatan",
    )


def test_an_edited_copy_is_not_written_over(isi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    telaah()
    paper = Paper(Path("telaah.docx"))
    paper.replace(paper.p("Selama tahun berjalan"), "Selama", "Sepanjang", tracked=True)
    paper.save()
    before = Path("telaah.docx").read_bytes()
    assert cli.main(["telaah", "isi", "-o", "telaah.docx"]) == 1
    assert "sudah disunting orang" in capsys.readouterr().err
    assert Path("telaah.docx").read_bytes() == before


def test_contradictions_do_not_keep_a_text_from_its_reviewers(isi: Path, edit: Edit) -> None:
    edit("bab-3.json", lambda data: data["bagian"].pop(0))
    assert cli.main(["periksa", "isi"]) == 1
    assert b"[RJ211]" in telaah()["word/comments.xml"]


@needs_office
@pytest.mark.parametrize("decision", ["terima", "tolak"])
def test_libreoffice_decides_the_same(lama: Path, decision: str) -> None:
    older = telaah_of(lama)
    newer = seen(telaah())
    telaah("--banding", "lama")
    _in_office("telaah.docx", "lo.docx", [[decision, ""]])
    said = [_blank(line) for *_, line in verdict.read(package.unpack_file(Path("lo.docx")), accept=True)[OPENING:]]
    wanted = newer if decision == "terima" else older
    assert [line for line in said if line] == [_blank(line) for *_, line in wanted if _blank(line)]


@needs_office
def test_a_review_copy_saved_by_libreoffice_comes_back_unchanged(lama: Path) -> None:
    telaah("--banding", "lama", "--penulis", "Bagian Perencanaan")
    _in_office("telaah.docx", "lo.docx", [])
    plan = absorbed("lo.docx")
    assert (plan.changes, plan.conflicts, plan.unabsorbed, plan.remarks) == ([], [], [], [])


def _blank(line: tuple[tuple[str, bool, bool, str], ...]) -> str:
    """The text of a paragraph; blanks apart, as programs write line breaks their own way.

    Numbers of captions apart too: LibreOffice counts them through the chapters, whatever their fields say.
    """
    return re.sub(r"\b(Tabel|Gambar) \d+\.\d+", r"\1", " ".join("".join(text for text, *_ in line).split()))


def _in_office(source: str, target: str, edits: list[list[str]]) -> None:
    assert pages.find_libreoffice()
    script = Path(__file__).parent / "absorption" / "office_edit.py"
    # LibreOffice speaks to the Python of the system.
    command = ["/usr/bin/python3", str(script), source, target, "langsung", json.dumps(edits)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def test_tables_are_shown_and_cannot_be_edited_on_request(tmp_path: Path) -> None:
    from renjadoc.word.reader.document import WordTable
    from renjadoc.word.reader.read import read_parts

    folder = tmp_path / "isi"
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", folder)
    copies = {}
    for with_tables in (False, True):
        output = tmp_path / f"telaah-{with_tables}.docx"
        make_review_copy(ReviewOrder(folder, datetime(2026, 2, 3), output, with_tables=with_tables))
        copies[with_tables] = output
    without, shown = (read_parts(package.unpack_file(copies[key])).blocks for key in (False, True))
    assert not any(isinstance(block, WordTable) for block in without)
    tables = [block for block in shown if isinstance(block, WordTable)]
    assert len(tables) == len(list((folder / "tabel").glob("*.json")))
    body = package.unpack_file(copies[True])["word/document.xml"].decode("utf-8")
    assert body.count('<w:lock w:val="sdtContentLocked"/>') == len(tables)
    assert "tidak disertakan dalam naskah telaah]" not in body.replace("Gambar", "")
    assert body.count("w:lnNumType") >= 1
    assert lint.faults(package.unpack_file(copies[True])) == []
    assert OpenXmlValidator().validate(str(copies[True])).is_valid
    plan = plan_absorption(copies[True], folder)
    assert (plan.changes, plan.unabsorbed, plan.conflicts) == ([], [], [])


def test_a_template_with_a_table_of_its_own_shows_none_of_the_content(tmp_path: Path) -> None:
    folder, output = tmp_path / "isi", tmp_path / "telaah.docx"
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", folder)
    cell = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    template = changed(tmp_path, BODY, replaced("<w:body>", f"<w:body>{cell}"))
    order = ReviewOrder(folder, datetime(2026, 2, 3), output, template=template, with_tables=True)
    with pytest.raises(ProblemsFound) as caught:
        make_review_copy(order)
    (problem,) = caught.value.problems
    assert (problem.code, problem.location.file) == ("RJ040", str(template))
    assert "mempunyai tabel sendiri" in problem.message
    assert not output.exists()
