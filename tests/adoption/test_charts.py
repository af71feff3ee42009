"""Charts and pictures in cells of an old document: drawn from the table that has the figures, or kept and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc import pipeline
from renjadoc.adoption.adopt import adopt
from renjadoc.word.packages import package
from tests.acak import bases
from tests.adoption.layout import PNG
from tests.adoption.paper import NAMES, TODAY, Taken, bold, cell, document, p, row, rows, table, take

_GRAPHIC = (
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='4320000' cy='2160000'/><wp:docPr id='{id}' name='x' descr='{alt}'/>"
    "<a:graphic><a:graphicData><c:chart r:id='c{id}'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='1440000' cy='720000'/><wp:docPr id='9' name='x' descr=''/>"
    "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='g1'/></pic:blipFill></pic:pic></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CROPS = ["No | Komoditas | Tahun 2023 | Tahun 2024", "1 | Padi sawah | 1.250 | 1.300,5",
         "2 | Jagung | 98,7 | 101", "3 | Kedelai | 12 | -"]  # fmt: skip


def _series(labels: list[str], figures: list[str | None], name: str, look: str) -> str:
    points = "".join(f"<c:pt idx='{index}'><c:v>{label}</c:v></c:pt>" for index, label in enumerate(labels))
    values = "".join(f"<c:pt idx='{i}'><c:v>{v}</c:v></c:pt>" for i, v in enumerate(figures) if v is not None)
    return (
        f"<c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        f"<c:cat><c:strRef><c:strCache>{points}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>"
        f"<c:formatCode>{look}</c:formatCode>{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def chart(
    labels: list[str], series: dict[str, list[str | None]], *, plot: str = "barChart", look: str = "General",
    title: str = "", inside: str = "",
) -> str:  # fmt: skip
    """The part of a chart as Word keeps it."""
    shown = "".join(_series(labels, figures, name, look) for name, figures in series.items())
    head = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>" if title else ""
    area = f"<c:plotArea><c:{plot}>{inside}{shown}</c:{plot}></c:plotArea>"
    return f"<c:chartSpace {NAMES}><c:chart>{head}{area}</c:chart></c:chartSpace>"


def _document(path: Path, body: str, *charts: str) -> Path:
    parts: dict[str, str | bytes] = {f"word/charts/c{n}.xml": one for n, one in enumerate(charts, start=1)}
    parts["word/media/g1.png"] = PNG
    relations = f'<Relationship Id="g1" Type="{_OFFICE}/image" Target="media/g1.png"/>'
    for number in range(1, len(charts) + 1):
        relations += f'<Relationship Id="c{number}" Type="{_OFFICE}/chart" Target="charts/c{number}.xml"/>'
    return document(path, p("BAB I PENDAHULUAN") + body, parts, relations)


def _take(tmp_path: Path, body: str, *charts: str) -> tuple[Taken, list[Any]]:
    made = take(_document(tmp_path / "a.docx", body, *charts), tmp_path / "a")
    return made, json.loads((made.folder / "bab-1.json").read_text("utf-8"))["isi"]


_CROPS = bold("Tabel 1.1 Produksi") + table(*rows(*CROPS))
_NAMES = ["Padi sawah", "Jagung", "Kedelai"]
_DRAWN = _CROPS + _GRAPHIC.format(id=1, alt="") + p("Gambar 1.1 Produksi dua tahun") + p("Penutup.")


def test_a_chart_is_drawn_from_the_table_that_has_its_figures(tmp_path: Path) -> None:
    part = chart(_NAMES, {"2023": ["1250", "98.700000000000003", "12"], "2024": ["1300.5", "101", None]})
    made, isi = _take(tmp_path, _DRAWN, part)
    assert isi[1] == {
        "grafik": "produksi", "nilai": ["kolom2", "kolom3"], "judul": "Produksi dua tahun", "bentuk": "kolom",
        "lebar_cm": 12.0, "tinggi_cm": 6.0,
    }  # fmt: skip
    assert not list((made.folder / "gambar").glob("gambar-*")), "its picture is not needed any more"
    printed = package.unpack_file(made.folder.with_suffix(".docx"))["word/charts/grafik1.xml"].decode()
    assert all(f">{said}<" in printed for said in (*_NAMES, "1300.5", "98.7", "Tahun 2023"))
    assert [what for what, _ in made.adopted.doubtful] == [
        "grafik digambar dari tabelnya, angkanya mengikuti tabel itu"
    ]
    assert "kolomnya dahulu bernama “2023”, “2024”" in made.adopted.doubtful[0][1]


def test_some_rows_and_lying_bars_and_a_title_that_is_not_printed(tmp_path: Path) -> None:
    part = chart(["Jagung", "Kedelai"], {"2023": ["98.7", "12"]}, title="Palawija", inside="<c:barDir val='bar'/>")
    made, isi = _take(tmp_path, _DRAWN, part)
    assert isi[1]["hanya"] == ["Jagung", "Kedelai"]
    assert isi[1]["nilai"] == ["kolom2"]
    assert isi[1]["bentuk"] == "batang"
    assert "“Palawija” tidak tercetak" not in made.adopted.doubtful[0][1], "it is what those hear who do not see it"
    assert isi[1]["alt"] == "Palawija"


def test_parts_of_one_are_the_per_cents_of_the_table(tmp_path: Path) -> None:
    body = bold("Tabel 1.1 Capaian") + table(*rows("Indikator | Capaian (%)", "Akses | 97,3", "Mutu | 100"))
    part = chart(["Akses", "Mutu"], {"Capaian": ["0.973", "1"]}, plot="lineChart", look="0.0%")
    _, isi = _take(tmp_path, body + _GRAPHIC.format(id=1, alt="Capaian"), part)
    assert isi[1]["grafik"] == "capaian"
    assert (isi[1]["bentuk"], isi[1]["alt"]) == ("garis", "Capaian")


@pytest.mark.parametrize(
    ("labels", "figures"),
    [
        (_NAMES, ["1250", "98.7", "13"]),
        (["Padi", "Jagung", "Kedelai"], ["1250", "98.7", "12"]),
        (["Jagung", "Padi sawah", "Kedelai"], ["98.7", "1250", "12"]),
    ],
)
def test_a_chart_of_other_figures_is_a_picture_that_says_them_and_is_told(
    tmp_path: Path, labels: list[str], figures: list[str]
) -> None:
    made, isi = _take(tmp_path, _DRAWN, chart(labels, {"Ton": list(figures)}, inside="<c:grouping val='stacked'/>"))
    assert isi[1]["gambar"] == "gambar/gambar-1.png"
    assert (made.folder / isi[1]["gambar"]).read_bytes().startswith(b"\x89PNG")
    assert all(said in isi[1]["alt"] for said in (*labels, "Ton", "1.250", "98,7"))
    what = dict(made.adopted.doubtful)
    told = what["grafik menjadi gambar, angkanya dalam teks penggantinya: tidak ada tabel yang berisi angka-angka itu"]
    assert told == "Produksi dua tahun (aslinya bertumpuk)"


def test_of_two_tables_with_the_same_figures_the_nearer_is_drawn(tmp_path: Path) -> None:
    again = bold("Tabel 1.2 Ulangan") + table(*rows(*CROPS))
    body = _CROPS + p("Antara.") + again + _GRAPHIC.format(id=1, alt="")
    _, isi = _take(tmp_path, body, chart(_NAMES, {"Ton": ["1250", "98.7", "12"]}))
    assert isi[-1]["grafik"] == "ulangan"


@pytest.mark.parametrize("plot", ["scatterChart", "radarChart"])
def test_a_chart_of_a_form_that_nobody_draws_is_text(tmp_path: Path, plot: str) -> None:
    made, _ = _take(tmp_path, _DRAWN, chart(_NAMES, {"2023": ["1250", "98.7", "12"]}, plot=plot))
    made.says("Grafik: 2023; Padi sawah; Jagung; Kedelai; General; 1250; 98.7; 12".replace("General; ", ""))


def test_a_chart_that_was_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from renjadoc.adoption import body as bodies

    monkeypatch.setattr(bodies._BodyReader, "_read_pictures", lambda *_: None)
    docx = _document(tmp_path / "a.docx", _DRAWN, chart(_NAMES, {"2023": ["1250", "98.7", "12"]}))
    assert "1 gambar" in adopt(docx, tmp_path / "a", TODAY).missing


def test_a_chart_of_ours_comes_back_as_what_it_was(tmp_path: Path) -> None:
    with bases.copied(bases.RIGHT) as root:
        chapter = json.loads((root / "bab-2.json").read_bytes())
        chapter["isi"] = [*chapter.get("isi", []), {"grafik": "rencana-program", "nilai": ["pagu"], "baris": "program"}]
        (root / "bab-2.json").write_text(json.dumps(chapter), "utf-8")
        made = tmp_path / "lama.docx"
        pipeline.make_document(pipeline.DocumentOrder(root, made, page_numbers=False))
    adopt(made, tmp_path / "baru", TODAY)
    found = [path.read_text("utf-8") for path in sorted((tmp_path / "baru").glob("bab-*.json"))]
    said = "".join(found)
    assert '"grafik": "rencana-program"' in said or '"grafik": "review-rkpd"' in said, "the view has the same figures"


# Pictures in cells


def test_photos_set_side_by_side_stand_each_above_its_own_words(tmp_path: Path) -> None:
    photos = table(row(cell(_PICTURE), cell(_PICTURE)), row("Panen raya", "Penyuluhan"))
    _, isi = _take(tmp_path, p("Foto kegiatan:") + photos + p("Penutup."))
    assert [one if isinstance(one, str) else one["alt"] for one in isi] == [
        "Foto kegiatan:", "Panen raya", "Panen raya", "Penyuluhan", "Penyuluhan", "Penutup.",
    ]  # fmt: skip


def test_pictures_alone_in_a_table_stay_where_they_were(tmp_path: Path) -> None:
    _, isi = _take(tmp_path, p("Awal.") + table(row(cell(_PICTURE), cell(_PICTURE))) + p("Akhir."))
    assert [isinstance(one, str) for one in isi] == [True, False, False, True]


def test_captions_in_cells_are_those_of_their_pictures(tmp_path: Path) -> None:
    photos = table(row(cell(_PICTURE), cell(_PICTURE)), row("Gambar 1.1 Panen", "Gambar 1.2 Tanam"))
    _, isi = _take(tmp_path, p("Awal.") + photos)
    assert [one["judul"] for one in isi[1:]] == ["Panen", "Tanam"]


def test_a_picture_in_a_cell_stands_below_its_table_says_its_row_and_is_told(tmp_path: Path) -> None:
    body = bold("Tabel 1.1 Dokumentasi") + table(
        row("No", "Uraian", "Foto"), row("1", "Panen raya", cell(_PICTURE)), row("2", "Penyuluhan", cell(_PICTURE))
    )
    made, isi = _take(tmp_path, body)
    assert [one.get("alt") for one in isi] == [None, "1 Panen raya", "2 Penyuluhan"]
    assert "gambar dalam sel ditaruh di bawah tabelnya" in made.adopted.doubtful[0][0]


def test_the_emblem_of_a_letterhead_stands_behind_it_not_behind_what_follows(tmp_path: Path) -> None:
    head = table(row(cell(_PICTURE), cell("PEMERINTAH KABUPATEN MAJU")))
    _, isi = _take(tmp_path, p("Awal.") + head + p("Akhir."))
    assert isi[1] == "PEMERINTAH KABUPATEN MAJU"
    assert isi[2]["gambar"]
    assert isi[3] == "Akhir."
