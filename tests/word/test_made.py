"""A document of ours that came back, beside what it was made with: only what is not as it was made is strange."""

from __future__ import annotations

from hashlib import sha256

import pytest

from renjadoc.word.packages.package import PackageError, Parts
from renjadoc.word.packages.text_hashes import TABLE_CUT, hash_chart, hash_row, hash_text
from renjadoc.word.reader.made import BaseParagraph, MadeDocument, read_made, with_base
from renjadoc.word.writing.parts import BASE_NAMESPACE
from tests.word.test_reader import NAMES, R, changed, document, p, run

TABLES = [["Nama | Pagu", "Arsip | 10"], ["Nama | Pagu", "Gedung | 20"]]
PICTURE = b"gambar kita"
CHART = ["Realisasi", "85"]


def table(rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{p(run(cell))}</w:tc>" for cell in row.split(" | ")) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def bare(row: str) -> str:
    return row.replace(" | ", "")


def picture_mark(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]


def base(inside: str = "", **more: str) -> bytes:
    """The base text of a document with the tables, one picture, one chart, one line of the template, one footer."""
    said = {
        "penulis": "renjadoc",
        "tabel": " ".join(hash_text("".join(map(bare, rows))) for rows in TABLES),
        "urutan": " ".join(f"{TABLE_CUT} {' '.join(hash_row(bare(row)) for row in rows)}" for rows in TABLES),
        "gambar": picture_mark(PICTURE),
        "grafik": f"{hash_chart(CHART)}:{picture_mark(b'grafik')}",
        "tetap": hash_text("Baris templat"),
        "sisi": hash_text("Dinas kita"),
        **more,
    }
    stated = " ".join(f'{name}="{text}"' for name, text in said.items())
    return f'<dasar xmlns="{BASE_NAMESPACE}" {stated}>{inside}</dasar>'.encode()


DRAWN = f'<w:r><w:drawing><c:chart xmlns:r="{R}" r:id="r1"/></w:drawing></w:r>'
BODY = p(run("Awal")) + "".join(map(table, TABLES)) + p(DRAWN)


def parts_of(body: str = BODY, made: bytes | None = base(), **others: str) -> Parts:
    parts = document(body, **others)
    figures = f"<a:t>{CHART[0]}</a:t><c:v>{CHART[1]}</c:v>"
    parts["word/_rels/document.xml.rels"] = b'<Relationship Id="r1" Target="charts/a.xml"/>'
    parts["word/charts/a.xml"] = f"<c:chartSpace {NAMES}>{figures}</c:chartSpace>".encode()
    parts["word/media/a.png"] = PICTURE
    return parts if made is None else {**parts, "customXml/item7.xml": made}


def read(parts: Parts, *, take_pending: bool = True) -> MadeDocument:
    return read_made(parts, take_pending=take_pending)


def strange(parts: Parts) -> list[tuple[str, str]]:
    return read(parts).strange


def test_what_is_as_it_was_made_is_not_strange() -> None:
    found = read(parts_of(footer1=p(run("Dinas kita")), footer2=p("")))
    assert found.strange == []
    assert (len(found.tables), len(found.blocks), found.pending) == (2, 4, 0)
    marks = [[hash_row(bare(row)) for row in rows] for rows in TABLES]
    assert (found.row_order, found.rows) == (marks, frozenset(mark for rows in marks for mark in rows))
    assert found.fixed == {hash_text("Baris templat")}


def test_base_paragraphs_say_what_was_printed_and_what_of_it_was_computed() -> None:
    told = "<s>Pagu {{ pagu }}^[Lihat {{ t }}]</s><t>Pagu <n>Rp5</n><c>Lihat <n>Tabel 1</n></c> saja</t>"
    entry = f'<p tanda="_rj1" berkas="bab-1.json" letak="/isi/0" bentuk="paragraf">{told}</p>'
    [found] = read(parts_of(made=base(entry + "<lain/>"))).base
    pieces = (("Pagu ", False), ("Rp5", True), (" saja", False))
    source, values = "Pagu {{ pagu }}^[Lihat {{ t }}]", ("Rp5", "Tabel 1")
    assert found == BaseParagraph("_rj1", "bab-1.json", "/isi/0", "paragraf", source, pieces, values)
    assert found.text == "Pagu Rp5 saja"


def test_a_spoilt_base_text_is_told() -> None:
    with pytest.raises(PackageError, match="naskah dasar"):
        read(parts_of(made=base("<p><s>satu</s></p>")))


def _replaced(body: str, old: str, new: str) -> str:
    assert old in body
    return body.replace(old, new, 1)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (_replaced(BODY, ">20<", ">21<"), ["Gedung | 21"]),
        (_replaced(BODY, table(TABLES[0]), table([*TABLES[0], "Baru | 5"])), ["Baru | 5"]),
        (_replaced(BODY, table(TABLES[0]), table(TABLES[0][:1])), ["baris dihapus atau dipindah"]),
        (_replaced(BODY, table(TABLES[0]), table(TABLES[0][::-1])), ["baris dihapus atau dipindah"]),
        (_replaced(BODY, table(TABLES[0]), ""), ["1 tabel dihapus"]),
        (_replaced(BODY, table(TABLES[0]), table(TABLES[0]) * 3), ["2 tabel disalin"]),
        (_replaced(BODY, table(TABLES[0]), table(["Lain | 1"])), ["Lain | 1"]),
    ],
)
def test_tables_that_are_not_as_they_were_made_are_told(body: str, said: list[str]) -> None:
    assert strange(parts_of(body)) == [("tabel", one) for one in said]


def test_of_pending_changes_in_tables_the_wanted_side_is_read() -> None:
    proposed = _replaced(
        BODY, run("20"), changed("del", "<w:r><w:delText>20</w:delText></w:r>") + changed("ins", run("25"))
    )
    assert strange(parts_of(proposed)) == [("tabel", "Gedung | 25")]
    assert read(parts_of(proposed), take_pending=False).strange == []


def test_pictures_and_charts_that_came_or_went_are_told() -> None:
    parts = parts_of()
    assert strange({**parts, "word/media/b.png": b"lain"}) == [("gambar", "b.png")]
    assert strange({name: data for name, data in parts.items() if "media" not in name}) == [
        ("gambar", "1 gambar dihapus")
    ]
    # A program that draws no charts saves the picture instead.
    without = _replaced(BODY, DRAWN, "")
    assert strange(parts_of(without)) == [("grafik", "1 grafik dihapus")]
    assert strange({**parts_of(without), "word/media/b.png": b"grafik"}) == []
    other = {**parts, "word/charts/a.xml": parts["word/charts/a.xml"].replace(b"85", b"86")}
    assert strange(other) == [("grafik", "Realisasi; 86")]


def test_notes_boxes_and_sides_that_were_typed_are_told() -> None:
    note = f'<w:footnote w:id="3">{p(run("lepas"))}</w:footnote>'
    box = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
    assert strange(parts_of(footnotes=note)) == [("catatan kaki", "lepas")]
    assert strange(parts_of(made=base("<p><s/><t><c>lepas</c></t></p>"), footnotes=note)) == []
    assert strange(parts_of(BODY + p(box.format(p(run("ketikan")))))) == [("kotak teks", "ketikan")]
    assert strange(parts_of(BODY + p(box.format(p(run("Baris templat")))))) == []
    side = p(run("Dinas lain") + '<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>")
    assert strange(parts_of(header1=side)) == [("kepala atau kaki halaman", "Dinas lain")]
    assert strange(parts_of(made=base().replace(b" sisi=", b" lain="), header1=side)) == []


def test_a_document_that_lost_its_base_takes_that_of_the_one_that_was_sent() -> None:
    sent, back = parts_of(), {**parts_of(made=None), "customXml/item9.xml": b"<x/>"}
    restored = with_base(back, sent)
    assert restored["customXml/item7.xml"] == sent["customXml/item7.xml"]
    assert "customXml/item9.xml" not in restored
    assert restored["word/document.xml"] == back["word/document.xml"]
    assert with_base(sent, back) is sent
    with pytest.raises(PackageError, match="bukan buatan renjadoc"):
        with_base(back, back)
