"""Parts before and after the chapters: kata pengantar, lembar pengesahan, ringkasan, lampiran; there and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from renjadoc import cli
from renjadoc.content import folder as folders
from renjadoc.examine import examine_folder
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.reader.made import read_made
from renjadoc.years.rollover import roll_folder
from tests.absorption.paper import Paper
from tests.conftest import ROOT, needs_office
from tests.word.lint import W, faults, text_of
from tests.word.templates import BODY, changed, replaced, tag_paragraph


def write(isi: Path, name: str, data: Any) -> None:
    path = isi / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


@pytest.fixture
def whole(isi: Path) -> Path:
    """content/2021 with every part there may be."""
    write(isi, "kata-pengantar", {"judul": "Kata Pengantar", "isi": ["Puji syukur atas selesainya Renja ini."]})
    write(isi, "lembar-pengesahan", {"judul": "Lembar Pengesahan", "isi": ["Disahkan untuk Tahun {{ tahun }}."]})
    write(isi, "ringkasan", {"judul": "Ringkasan", "isi": ["Pokoknya.", {"daftar": "1.", "butir": ["Satu.", "Dua."]}]})
    rows = {"kolom": [{"judul": "Uraian"}, {"judul": "Nilai"}], "baris": [["Modal", "5"], ["Aset", "6"]]}
    for name in ("rinci", "lebar"):
        write(isi, f"tabel/{name}", {"jenis": "bebas", "judul": [f"Tabel {name}"], **rows})
    write(isi, "lampiran/10-peta", {"judul": "Peta", "isi": ["Peta wilayah.", {"tabel": "lebar"}]})
    first = ["Rincian, lihat {{ rujuk('lebar') }}.", {"tabel": "rinci"}]
    write(isi, "lampiran/2-rincian", {"judul": "Rincian", "lanskap": True, "isi": first})
    return isi


def make(isi: Path, **more: Any) -> package.Parts:
    make_document(DocumentOrder(isi, Path("hasil.docx"), page_numbers=False, overwrite=True, **more))
    return package.unpack_file(Path("hasil.docx"))


def test_a_part_is_signed_on_a_day_of_its_own(whole: Path) -> None:
    preface = {"judul": "Kata Pengantar", "isi": ["Puji syukur."], "tanda_tangan": True, "tanggal": "9 Januari 2021"}
    write(whole, "kata-pengantar", preface)
    body = etree.fromstring(make(whole)[BODY])[0]
    texts = [
        "".join(node.text or "" for node in one.iter(f"{W}t")).replace("\u00a0", " ") for one in body.iter(f"{W}p")
    ]
    dated = [text for text in texts if text.endswith("Januari 2021")]
    assert dated == ["Purbalingga, 3 Januari 2021", "Purbalingga, 9 Januari 2021", "Purbalingga, 3 Januari 2021"]
    rolled = roll_folder(whole, whole.with_name("2022"))
    assert "tanggal" not in json.loads((rolled.target / "kata-pengantar.json").read_text("utf-8"))


@pytest.mark.parametrize("turned", [True, False])
def test_no_empty_page_follows_the_last_appendix(whole: Path, turned: bool) -> None:
    write(whole, "lampiran/11-akhir", {"judul": "Akhir", "lanskap": turned, "isi": ["Kalimat terakhir."]})
    *above, last = etree.fromstring(make(whole)[BODY])[0]
    assert (last.find(f"{W}pgSz").get(f"{W}orient") == "landscape") == turned
    assert above[-1].find(f".//{W}sectPr") is None


def test_they_are_printed_in_their_places(whole: Path) -> None:
    parts = make(whole)
    assert faults(parts) == []
    body = etree.fromstring(parts[BODY])[0]
    texts = ["".join(node.text or "" for node in one.iter(f"{W}t")) for one in body.iter(f"{W}p")]
    wanted = (
        "Lembar Pengesahan", "Disahkan untuk Tahun 2021.", "Kata Pengantar", "Ringkasan", "Daftar Isi",
        "Daftar Lampiran", "Peta wilayah.",
    )  # fmt: skip
    places = [texts.index(text) for text in wanted]
    assert places == sorted(places)
    signed = [at for at, text in enumerate(texts) if text.startswith("NIP\u00a0")]
    # The page of approval is signed, and so are the chapters, before the first appendix.
    assert len(signed) == 2
    assert places[1] < signed[0] < places[2]
    assert signed[1] < texts.index("Rincian, lihat Tabel L2.1.")
    assert texts.index("Rincian, lihat Tabel L2.1.") < texts.index("Peta wilayah.")
    listed = [text for text in texts if text.startswith("LAMPIRAN I")]
    # Once in the contents, once in the list of appendices.
    assert listed == ["LAMPIRAN I Rincian", "LAMPIRAN II Peta"] * 2


def test_an_appendix_may_lie_on_its_side(whole: Path) -> None:
    body = etree.fromstring(make(whole)[BODY])[0]
    turned, waiting = {}, []
    for block in body:
        waiting.append("".join(block.itertext()))
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            turned |= dict.fromkeys(waiting, section.find(f"{W}pgSz").get(f"{W}orient"))
            waiting = []
    assert turned["Rincian, lihat  REF " + _reference(body) + " \\h Tabel L2.1."] == "landscape"
    assert turned["Peta wilayah."] is None


def _reference(body: Any) -> str:
    codes = [node.text for node in body.iter(f"{W}instrText")]
    return next(code.split()[1] for code in reversed(codes) if code.startswith(" REF "))


def test_without_them_nothing_changes(isi: Path) -> None:
    assert "Daftar Lampiran" not in "".join(etree.fromstring(make(isi)[BODY]).itertext())


def test_a_template_must_print_them(whole: Path, tmp_path: Path) -> None:
    template = changed(tmp_path, BODY, replaced(tag_paragraph("{{p kata_pengantar }}"), ""))
    with pytest.raises(ProblemsFound) as found:
        make(whole, template=template)
    assert [problem.message for problem in found.value.problems] == ["templat tidak mencetak Kata Pengantar"]
    assert "{{p kata_pengantar }}" in found.value.problems[0].hint


def test_they_come_back(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(whole)
    before = {path: path.read_bytes() for path in whole.rglob("*.json")}
    assert cli.main(["serap", "hasil.docx", str(whole), "--ya"]) == 0
    assert {path: path.read_bytes() for path in whole.rglob("*.json")} == before
    paper = Paper(Path("hasil.docx"))
    paper.replace(paper.p("Puji syukur"), "selesainya", "tersusunnya")
    paper.replace(paper.p("Peta wilayah."), "wilayah", "wilayah kerja")
    paper.replace(paper.p("Satu."), "Satu", "Kesatu")
    paper.save()
    assert cli.main(["serap", "hasil.docx", str(whole), "--ya"]) == 0
    said = capsys.readouterr().out
    assert "3 perubahan, 0 catatan, 0 bentrok, 0 tidak dapat diserap." in said
    assert "tersusunnya Renja" in (whole / "kata-pengantar.json").read_text("utf-8")
    assert "Peta wilayah kerja." in (whole / "lampiran" / "10-peta.json").read_text("utf-8")
    assert "Kesatu." in (whole / "ringkasan.json").read_text("utf-8")


def test_they_are_read_checked_and_reviewed(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(whole, "kata-pengantar", {"judul": "Kata Pengantar", "isi": ["Ini [[lengkapi]] dan 85.28 persen."]})
    _, outcome = examine_folder(whole)
    codes = {problem.code for problem in outcome.problems if problem.location.file.endswith("kata-pengantar.json")}
    assert codes >= {"RJ508", "RJ504"}
    assert cli.main(["telaah", str(whole), "-o", "telaah.docx"]) == 0
    texts = [
        paragraph.text
        for paragraph in read_made(package.unpack_file(Path("telaah.docx")), take_pending=True).paragraphs
    ]
    assert any("85.28" in text for text in texts)
    assert any("Peta wilayah." in text for text in texts)
    assert cli.main(["gulir", str(whole), "isi-2022"]) == 0
    assert (Path("isi-2022") / "lampiran" / "2-rincian.json").exists()
    write(Path("isi-2022"), "kata-pengantar", {"judul": "Kata Pengantar", "isi": ["Ini lain sama sekali."]})
    cli.main(["banding", str(whole), "isi-2022"])
    assert "Kata Pengantar" in capsys.readouterr().out


def test_an_older_document_is_compared_with_its_parts(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(whole)
    assert cli.main(["telaah", str(whole), "--banding", "hasil.docx", "-o", "telaah.docx"]) == 0
    body = etree.fromstring(package.unpack_file(Path("telaah.docx"))[BODY])
    assert [*body.iter(f"{W}ins"), *body.iter(f"{W}del")] == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"judul": "Kata Pengantar", "isi": [{"tabel": "rinci"}]}, "RJ033"),
        ({"judul": "Kata Pengantar", "bagian": []}, "RJ01"),
    ],
)
def test_what_cannot_stand_there_is_said(whole: Path, data: Any, code: str) -> None:
    write(whole, "kata-pengantar", data)
    folder, problems = folders.read_folder(whole)
    found = [*problems, *(Reading(folder).problems if folder else [])]
    assert [problem.code for problem in found if problem.is_error and problem.code.startswith(code)]


def test_schemas_share_what_stands_in_them() -> None:
    def read(name: str) -> Any:
        return json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))

    chapter = {key: value for key, value in read("bab")["$defs"].items() if key not in ("bagian", "subbagian")}
    assert read("bagian-depan")["$defs"] == chapter
    assert read("lampiran")["$defs"] == chapter


@needs_office
def test_page_numbers_of_appendices_stand_in_their_list(whole: Path) -> None:
    make_document(DocumentOrder(whole, Path("hasil.docx"), overwrite=True))
    text = "".join(etree.fromstring(package.unpack_file(Path("hasil.docx"))[BODY]).itertext())
    assert len(re.findall(r"LAMPIRAN I Rincian PAGEREF \S+ \\h \d+", text)) == 2


def test_a_small_table_without_a_title_may_stand_before_the_chapters(whole: Path) -> None:
    rows = {"kolom": [{"judul": "Nama"}, {"judul": "Jabatan"}], "baris": [["Tim A", "Ketua"], ["Tim B", "Anggota"]]}
    write(whole, "tabel/tim", {"jenis": "bebas", "judul": [], **rows})
    said = ["Tim penyusun:", {"tabel": "tim"}, "Terima kasih."]
    write(whole, "kata-pengantar", {"judul": "Kata Pengantar", "isi": said})
    parts = make(whole)
    assert faults(parts) == []
    texts = [line for line in text_of(parts).split("\n") if line]
    assert texts[(start := texts.index("Tim penyusun:")) : start + 8] == [
        "Tim penyusun:", "Nama", "Jabatan", "Tim A", "Ketua", "Tim B", "Anggota", "Terima kasih.",
    ]  # fmt: skip
    before = {path: path.read_bytes() for path in whole.rglob("*.json")}
    assert cli.main(["serap", "hasil.docx", str(whole), "--ya"]) == 0
    assert {path: path.read_bytes() for path in whole.rglob("*.json")} == before
