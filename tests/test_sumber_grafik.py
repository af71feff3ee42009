"""Source lines below tables and pictures, and charts from the columns of tables: in Word, and back from it."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from renjadoc import cli
from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.writing.holding import hold_last_rows
from tests.absorption.paper import Paper, W
from tests.conftest import needs_office, problems_of, read
from tests.word import lint
from tests.word.templates import BODY

Edit = Callable[[str, Callable[[Any], Any]], None]
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PICTURE = {"gambar": "gambar/logo.png", "judul": "Lambang", "alt": "Lambang", "lebar_cm": 3, "sumber": "Bagian Umum"}
CHART = {"grafik": "capaian-kinerja", "nilai": ["target", "n1"], "judul": "Target dan capaian", "sumber": "Dinas, 2020"}
TABLE = {"tabel": "capaian-kinerja", "sumber": "BPS^[Diolah.], {{ tahun - 1 }}"}


@pytest.fixture
def placed(isi: Path, edit: Edit) -> Path:
    """content/2021 with a source below a table, a picture and a chart."""

    def place(data: Any) -> None:
        blocks = data["bagian"][1]["isi"]
        blocks[blocks.index({"tabel": "capaian-kinerja"})] = TABLE
        blocks += ["Lihat {{ rujuk('grafik-capaian-kinerja') }}.", CHART, PICTURE]

    edit("bab-2.json", place)
    return isi


def built(isi: Path) -> package.Parts:
    make_document(DocumentOrder(isi, Path("hasil.docx"), page_numbers=False, overwrite=True))
    return package.unpack_file(Path("hasil.docx"))


def below(parts: package.Parts, text: str) -> list[str]:
    lines = [line for line in lint.text_of(parts).split("\n") if line]
    return lines[max(index for index, line in enumerate(lines) if text in line) :]


def absorbed(isi: Path) -> AbsorptionPlan:
    return plan_absorption(Path("hasil.docx"), isi)


def test_sources_stand_below_notes_and_captions(placed: Path) -> None:
    parts = built(placed)
    assert lint.faults(parts) == []
    assert OpenXmlValidator().validate("hasil.docx").errors == []
    text = lint.text_of(parts)
    assert "Sumber: BPS, 2020" in text
    assert below(parts, "Target dan capaian")[1] == "Sumber: Dinas, 2020"
    assert below(parts, "Lambang")[1] == "Sumber: Bagian Umum"
    styles = {
        lint.paragraph_text(p): p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in lint.root(parts).iter(f"{W}p")
    }
    assert styles["Sumber: BPS, 2020"] == "Sumber"
    assert styles["Sumber: Bagian Umum"] == "SumberGambar"


def test_what_says_itself_that_it_is_a_source_gets_no_second_word(placed: Path, edit: Edit) -> None:
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"][-1].update(sumber="Sumber data: SIPD"))
    parts = built(placed)
    assert below(parts, "Lambang")[1] == "Sumber data: SIPD"
    assert absorbed(placed).edits == []


def test_the_last_row_stays_with_what_stands_below(placed: Path) -> None:
    body = built(placed)[BODY].decode()
    source = body.index("Sumber: ")
    table = body.rindex("</w:tbl>", 0, source)
    row = body[body.rindex("<w:tr>", 0, table) if "<w:tr>" in body else 0 : table]
    assert "<w:keepNext/>" in row


@pytest.mark.parametrize("size", [1, 7, 50, 10_000])
def test_rows_are_held_however_the_body_is_cut(size: int) -> None:
    row = '<w:tr><w:trPr/><w:tc><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>x</w:p></w:tc></w:tr>'
    note = '\n<w:p><w:pPr><w:pStyle w:val="Sumber"/></w:pPr></w:p>'
    text = f"<w:tbl>{row * 9}</w:tbl>{note}{'y' * 500}<w:tbl>{row}</w:tbl><w:p/>{'y' * 700}"
    held = row.replace('<w:pStyle w:val="T"/>', '<w:pStyle w:val="T"/><w:keepNext/>')
    cut = [text[at : at + size] for at in range(0, len(text), size)]
    assert "".join(hold_last_rows(cut, {"Sumber"})) == text.replace(f"{row}</w:tbl>{note}", f"{held}</w:tbl>{note}")


def test_sources_come_back(placed: Path) -> None:
    built(placed)
    plan = absorbed(placed)
    assert (plan.edits, plan.conflicts, plan.unabsorbed) == ([], [], [])
    paper = Paper(Path("hasil.docx"))
    paper.replace(paper.p("Sumber: Bagian Umum"), "Bagian Umum", "Bagian Umum Setda")
    paper.replace(paper.p("Sumber: BPS"), "BPS", "Badan Pusat Statistik")
    paper.remove(paper.p("Sumber: Dinas, 2020"))
    paper.save()
    assert cli.main(["serap", "hasil.docx", str(placed), "--ya"]) == 0
    blocks = json.loads((placed / "bab-2.json").read_text("utf-8"))["bagian"][1]["isi"]
    assert [block["sumber"] for block in blocks if isinstance(block, dict) and "sumber" in block] == [
        "Badan Pusat Statistik^[Diolah.], {{ tahun - 1 }}", "Bagian Umum Setda",
    ]  # fmt: skip


@pytest.mark.parametrize("order", ["di atas", "di bawah"])
def test_a_table_that_is_moved_takes_its_source_along(placed: Path, order: str) -> None:
    built(placed)
    paper = Paper(Path("hasil.docx"))
    caption, source = paper.p("Pencapaian Kinerja"), paper.p("Sumber: BPS")
    moved = [caption, *caption.itersiblings()]
    moved = moved[: moved.index(source) + 1]
    assert any(one.tag == f"{W}tbl" for one in moved)
    target = paper.p("Perkembangan indikator" if order == "di bawah" else "diukur dengan membandingkan")
    if order == "di bawah":
        for one in reversed(moved):
            target.addnext(one)
    else:
        for one in moved:
            target.addprevious(one)
    paper.save()
    plan = absorbed(placed)
    assert (plan.conflicts, plan.unabsorbed) == ([], [])
    before = json.loads((placed / "bab-2.json").read_text("utf-8"))["bagian"][1]["isi"]
    assert cli.main(["serap", "hasil.docx", str(placed), "--ya"]) == 0
    after = json.loads((placed / "bab-2.json").read_text("utf-8"))["bagian"][1]["isi"]
    assert after != before
    assert sorted(map(str, after)) == sorted(map(str, before))
    built(placed)
    assert absorbed(placed).edits == []


def test_a_source_that_is_typed_in_word_belongs_to_its_table(isi: Path) -> None:
    built(isi)
    paper = Paper(Path("hasil.docx"))
    caption = paper.p("Target Rencana Strategis Dinas")
    table = next(one for one in caption.itersiblings() if one.tag == f"{W}tbl")
    last = table
    while "CatatanTabel" in etree.tostring(last.getnext()).decode():
        last = last.getnext()
    added = paper.add(last, "Sumber: Bappeda", like=paper.p("Target Rencana Strategis Dinas"))
    added.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Sumber")
    paper.save()
    (edit,) = absorbed(isi).edits
    assert (edit.pointer.rpartition("/")[2], edit.value) == ("sumber", "Bappeda")


def test_a_review_copy_and_next_year_have_them(placed: Path) -> None:
    assert cli.main(["telaah", str(placed), "-o", "telaah.docx"]) == 0
    parts = package.unpack_file(Path("telaah.docx"))
    assert "Sumber: Bagian Umum" in lint.text_of(parts)
    assert plan_absorption(Path("telaah.docx"), placed).edits == []
    assert cli.main(["gulir", str(placed), "isi-2022"]) == 0
    looks = json.loads(Path("isi-2022/tinjau.json").read_text("utf-8"))["tinjau"]
    assert "sumber data ini dari tahun lalu" in [look["alasan"] for look in looks]


# Charts


def test_a_chart_is_one_of_word_with_its_figures(placed: Path) -> None:
    parts = built(placed)
    chart = etree.fromstring(parts["word/charts/grafik1.xml"])
    assert [name.text for name in chart.iterfind(f".//{C}tx//{C}v")] == ["Target Tahun 2020", "Capaian Tahun 2020"]
    figures = [[float(v.text) for v in one.iter(f"{C}v")] for one in chart.iter(f"{C}val")]
    book = openpyxl.load_workbook(io.BytesIO(parts["word/embeddings/grafik1.xlsx"]))
    rows = list(book["Data"].iter_rows(values_only=True))
    assert [list(column) for column in zip(*(row[1:] for row in rows[1:]), strict=True)] == figures
    assert [row[0] for row in rows[1:]] == ["Koperasi sehat", "Jumlah UMKM naik kelas"]
    assert chart.find(f"{C}externalData") is not None
    picture = Image.open(io.BytesIO(parts["word/charts/grafik1.png"]))
    drawing = next(lint.root(parts).iter(f"{MC}Choice"))
    extent = next(one for one in drawing.iter() if one.tag.endswith("extent"))
    shape = int(extent.get("cx")) / int(extent.get("cy"))
    assert abs(picture.width / picture.height - shape) < 0.02
    # No wider than the text.
    assert int(extent.get("cx")) <= 16.1 * 360_000
    assert "Lihat Gambar 2.1." in lint.text_of(parts)
    assert built(placed) == parts


def test_a_chart_comes_back_untouched_and_its_changes_are_told(placed: Path) -> None:
    parts = built(placed)
    part = "word/charts/grafik1.xml"
    edited = {**parts, part: parts[part].replace(b"<c:v>25</c:v>", b"<c:v>99</c:v>")}
    assert edited != parts
    Path("hasil.docx").write_bytes(package.to_bytes(edited))
    (told,) = absorbed(placed).unabsorbed
    assert told[0] == "grafik"
    assert "99" in told[1]
    paper = Paper(Path("hasil.docx"))
    drawing = next(paper.body.iter(f"{MC}AlternateContent"))
    drawing.getparent().remove(drawing)
    paper.save()
    assert absorbed(placed).unabsorbed == [("grafik", "1 grafik dihapus")]


def test_a_chart_that_word_saved_again_is_still_the_same(placed: Path) -> None:
    built(placed)
    paper = Paper(Path("hasil.docx"))
    for wrapped in list(paper.body.iter(f"{MC}AlternateContent")):
        wrapped.getparent().replace(wrapped, wrapped.find(f"{MC}Choice")[0])
    paper.parts["word/charts/grafik1.xml"] = paper.parts["word/charts/grafik1.xml"].replace(b">25<", b">25.0<")
    del paper.parts["word/charts/grafik1.png"]
    rels = "word/_rels/document.xml.rels"
    with zipfile.ZipFile("hasil.docx") as archive:
        relation = next(one for one in archive.read(rels).decode().split("<") if "grafik1.png" in one)
    paper.parts[rels] = paper.parts[rels].replace(f"<{relation}".encode(), b"")
    paper.save()
    plan = absorbed(placed)
    assert (plan.edits, plan.unabsorbed) == ([], [])


def test_a_program_that_saves_the_picture_instead_changes_nothing(placed: Path) -> None:
    built(placed)
    paper = Paper(Path("hasil.docx"))
    for wrapped in list(paper.body.iter(f"{MC}AlternateContent")):
        wrapped.getparent().replace(wrapped, wrapped.find(f"{MC}Fallback")[0])
    paper.parts["word/media/image9.png"] = paper.parts.pop("word/charts/grafik1.png")
    rels = "word/_rels/document.xml.rels"
    paper.parts[rels] = paper.parts[rels].replace(b"charts/grafik1.png", b"media/image9.png")
    paper.save()
    plan = absorbed(placed)
    assert (plan.edits, plan.unabsorbed) == ([], [])


@needs_office
def test_libreoffice_prints_and_keeps_a_chart(placed: Path, tmp_path: Path) -> None:
    built(placed)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "docx"]
    subprocess.run([*command, "--outdir", "kembali", "hasil.docx"], check=True, capture_output=True, timeout=120)
    plan = plan_absorption(Path("kembali/hasil.docx"), placed)
    assert [one for one in plan.unabsorbed if one[0] in {"grafik", "gambar"}] == []


@pytest.mark.parametrize("form", ["kolom", "batang", "garis", "lingkaran"])
def test_every_form_is_valid(placed: Path, edit: Edit, form: str) -> None:
    plan = {"grafik": "rencana-program", "nilai": ["pagu", "pagu_maju"], "bentuk": form, "tinggi_cm": 9}
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].append(plan))
    parts = built(placed)
    assert lint.faults(parts) == []
    assert OpenXmlValidator().validate("hasil.docx").errors == []
    reading = Reading(read(placed))
    data = next(one for (_, pointer), one in reading.charts.items() if one.form == form and len(one.labels) > 2)
    assert data.series[0][0] == "Rencana Tahun 2021: Kebutuhan Dana/Pagu Indikatif (juta rupiah)"
    total = reading.tables["rencana-program"].total("", "pagu")
    assert abs(sum(data.series[0][1]) - Decimal(total) / 1_000_000) < 1


def test_rows_of_a_table_are_chosen_by_level_and_by_name(placed: Path, edit: Edit) -> None:
    name = "Program Pengembangan UMKM"
    chart = {"grafik": "rencana-program", "nilai": ["pagu"], "baris": "program", "hanya": [name]}
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].append(chart))
    reading = Reading(read(placed))
    assert [data.labels for data in reading.charts.values() if len(data.labels) == 1] == [[name]]


def test_a_chart_of_a_view_draws_the_rows_that_it_shows(placed: Path, edit: Edit) -> None:
    charts = [{"grafik": name, "nilai": ["pagu"], "baris": "program"} for name in ("rencana-program", "review-rkpd")]
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].extend(charts))
    *_, plan, review = Reading(read(placed)).charts.values()
    assert plan == review


def test_rows_that_a_free_table_counts_are_called_by_their_names(placed: Path, edit: Edit) -> None:
    columns = [{"judul": name} for name in ("No", "Komoditas", "Ton")]
    rows = [["1.", "Padi", "1.250"], ["2.", "Jagung", "98,7"], {"sel": ["", "Jumlah", "1.348,7"], "tebal": True}]
    table = {"jenis": "bebas", "judul": ["Produksi"], "kolom": columns, "baris": rows}
    (placed / "tabel" / "produksi.json").write_text(json.dumps(table), "utf-8")
    chart = {"grafik": "produksi", "nilai": ["Ton"]}
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].extend([chart, {**chart, "hanya": ["2."]}]))
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].append({"tabel": "produksi"}))
    *_, whole, one = Reading(read(placed)).charts.values()
    assert (whole.labels, whole.series) == (["Padi", "Jagung"], [("Ton", [Decimal(1250), Decimal("98.7")])])
    assert one.labels == ["Jagung"], "the count of a row names it too"


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ({"grafik": "tak-ada"}, "RJ030", "tabel “tak-ada” tidak ada"),
        ({"nilai": ["sasaran"]}, "RJ030", "kolom “sasaran” tidak ada dalam tabel itu"),
        ({"baris": "bidang"}, "RJ030", "baris “bidang” tidak ada dalam tabel itu"),
        ({"nilai": ["satuan"]}, "RJ038", "kolom yang dipilih tidak berisi satu angka pun"),
        ({"hanya": ["Lain"]}, "RJ038", "tidak ada baris yang dapat digambar"),
    ],
)
def test_what_cannot_be_drawn_is_told(placed: Path, edit: Edit, change: Any, code: str, said: str) -> None:
    edit("bab-2.json", lambda data: data["bagian"][1]["isi"].insert(0, {**CHART, "judul": "Lain", **change}))
    (problem,) = [one for one in problems_of(placed) if one.code == code]
    assert said in problem.message
    assert problem.location.pointer.startswith("/bagian/1/isi/0/")
