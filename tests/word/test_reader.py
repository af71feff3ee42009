"""The reader of Word documents: views of tracked changes, fields, hidden letters, comments, names of parts."""

from __future__ import annotations

import pytest

from renjadoc.word.packages import package
from renjadoc.word.packages.package import PackageError, Parts
from renjadoc.word.packages.relations import relations_of, rename_parts
from renjadoc.word.reader.document import WordBlock, WordParagraph, WordTable
from renjadoc.word.reader.read import read_parts
from renjadoc.word.reader.stretches import View
from renjadoc.word.reader.walk import Walk

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ACCEPTED, REJECTED, MADE = View(), View(accepted=False, printed=False), View(printed=False)
VIEWS = pytest.mark.parametrize("view", [ACCEPTED, MADE, REJECTED])
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Standard"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rahasia"><w:name w:val="Rahasia"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Butir"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
    '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Samar"><w:name w:val="Samar"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Terbuka"><w:name w:val="Terbuka"/><w:rPr><w:b/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="12"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="12"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)
CODE = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (CODE.format(kind) for kind in ("begin", "separate", "end"))
DELETED_MARK = '<w:rPr><w:del w:id="9" w:author="Bu Sari"/></w:rPr>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def changed(kind: str, content: str) -> str:
    return f'<w:{kind} w:id="1" w:author="Bu Sari">{content}</w:{kind}>'


def table(text: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{p(run(text))}</w:tc></w:tr></w:tbl>"


def document(body: str, **others: str) -> Parts:
    parts = {
        "document": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "styles": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "numbering": f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>",
        **{name: f"<w:{name} {NAMES}>{content}</w:{name}>" for name, content in others.items()},
    }
    return {f"word/{name}.xml": data.encode() for name, data in parts.items()}


def read(body: str, view: View = ACCEPTED, **others: str) -> list[WordBlock]:
    return Walk(document(body, **others), view).blocks


def paragraphs(body: str, view: View = ACCEPTED, **others: str) -> list[WordParagraph]:
    return [block for block in read(body, view, **others) if isinstance(block, WordParagraph)]


def texts(body: str, view: View = ACCEPTED) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(body, view)]


# Names of parts


def related(kind: str, target: str) -> str:
    return f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>'


def package_of(folder: str, *targets: str) -> Parts:
    """A package as Word for the web writes it: a number behind every name, other folders allowed."""
    parts = document(p(run("Isi"), style("H1")))
    main, styles = (f"{folder}/{name}2.xml" for name in ("document", "styles"))
    relations = related("styles", "styles2.xml") + related("image", "../gambar/a.png")
    return {
        "[Content_Types].xml": f'<Types><Override PartName="/{main}" ContentType="x"/></Types>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{related("officeDocument", main)}</Relationships>'.encode(),
        f"{folder}/_rels/document2.xml.rels": f"<Relationships>{relations}</Relationships>".encode(),
        main: parts["word/document.xml"],
        styles: parts["word/styles.xml"],
        "gambar/a.png": b"png",
    }


@pytest.mark.parametrize("folder", ["word", "naskah/isi"])
def test_parts_are_found_by_their_relationship(folder: str) -> None:
    parts = package.unpack_word(package.to_bytes(package_of(folder)))
    (heading,) = Walk(parts, ACCEPTED).blocks
    assert isinstance(heading, WordParagraph)
    assert (heading.text, heading.style) == ("Isi", "heading 1")
    assert b'PartName="/word/document.xml"' in parts["[Content_Types].xml"]
    assert [one.target for one in relations_of(parts, "")] == ["word/document.xml"]
    found = {one.kind: one.target for one in relations_of(parts, "word/document.xml")}
    assert found["styles"] == "word/styles.xml"
    assert found["image"] == ("gambar/a.png" if folder == "word" else "naskah/gambar/a.png")
    assert not [name for name in parts if "2.xml" in name]


def test_parts_with_their_usual_names_stay_as_they_are() -> None:
    parts = {**document(""), "_rels/.rels": related("officeDocument", "/word/document.xml").encode()}
    assert rename_parts(parts) is parts


def test_a_workbook_is_no_document() -> None:
    workbook = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
    workbook["_rels/.rels"] = related("officeDocument", "xl/workbook.xml").encode()
    with pytest.raises(PackageError, match="bukan dokumen Word"):
        package.unpack_word(package.to_bytes(workbook))


@VIEWS
def test_strict_names_are_the_usual_ones(view: View) -> None:
    strict = {name: data.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
              for name, data in document(p(run("Isi", "<w:b/>"), style("Butir"))).items()}  # fmt: skip
    (paragraph,) = Walk(strict, view).blocks
    assert isinstance(paragraph, WordParagraph)
    assert (paragraph.text, paragraph.bold, paragraph.style, paragraph.form) == ("Isi", True, "list bullet", "-")


# Letters


@VIEWS
@pytest.mark.parametrize(
    ("run_properties", "paragraph_style", "is_seen"),
    [
        ("<w:vanish/>", "", False),
        ('<w:rStyle w:val="Samar"/>', "", False),
        ("", "Rahasia", False),
        ('<w:vanish w:val="0"/>', "Rahasia", True),
        ('<w:rStyle w:val="Samar"/><w:vanish w:val="false"/>', "", True),
        ("<w:webHidden/>", "", True),
    ],
)
def test_hidden_letters_are_not_there(view: View, run_properties: str, paragraph_style: str, is_seen: bool) -> None:
    properties = style(paragraph_style) if paragraph_style else ""
    [text] = texts(p(run("terlihat", '<w:vanish w:val="0"/>') + run(" samar", run_properties), properties), view)
    assert text == ("terlihat samar" if is_seen else "terlihat")


def test_hidden_letters_of_notes_and_comments_are_not_there() -> None:
    body = p(run("Isi") + '<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="3"/></w:r>')
    inside = p(run("terlihat") + run(" samar", "<w:vanish/>"))
    notes, comments = f'<w:footnote w:id="2">{inside}</w:footnote>', f'<w:comment w:id="3">{inside}</w:comment>'
    [paragraph] = paragraphs(body, footnotes=notes, comments=comments)
    assert (paragraph.notes, [comment.text for comment in paragraph.comments]) == (["terlihat"], ["terlihat"])


@VIEWS
def test_a_note_stands_at_its_mark_which_says_nothing_itself(view: View) -> None:
    body = p(run("Satu") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" dua"))
    [paragraph] = paragraphs(
        body, view, footnotes=f'<w:footnote w:id="2">{p(run(" catatan "))}{p(run("dua"))}</w:footnote>'
    )
    assert [(piece.text, "".join(one.text for one in piece.note)) for piece in paragraph.pieces] == [
        ("Satu", ""),
        ("", "catatan  dua"),
        (" dua", ""),
    ]


def test_a_hidden_field_leaves_what_follows() -> None:
    hidden = "".join(f"<w:r><w:rPr><w:vanish/></w:rPr>{mark[5:-6]}</w:r>" for mark in (BEGIN, END))
    assert texts(p(run("Satu") + hidden + run(" dua"))) == ["Satu dua"]


@VIEWS
def test_what_a_reader_does_not_see_is_not_read(view: View) -> None:
    assert texts(p(run("Rp\u00a01.000 peme\u00adrintah")), view) == ["Rp 1.000 pemerintah"]


def test_looks_are_as_printed_or_as_set() -> None:
    body = p(run("Judul"), style("H1")) + p(run("terbuka", '<w:rStyle w:val="Terbuka"/>'))
    assert [block.pieces[0].look[:] for block in paragraphs(body)] == [(True, False, False), (False, False, True)]
    assert [block.pieces[0].look[:] for block in paragraphs(body, MADE)] == [
        (False, False, False),
        (False, False, True),
    ]


def test_the_default_style_is_normal_whatever_it_is_called() -> None:
    assert [block.style for block in paragraphs(p("") + p("", style("Standard")))] == ["normal", "normal"]


# Fields


@VIEWS
def test_a_field_says_its_result(view: View) -> None:
    inner = BEGIN + run("kode") + SEPARATE + run("hasil dalam") + END
    assert texts(p(BEGIN + inner + run("sisa kode") + SEPARATE + run("hasil") + END + run(" selesai")), view) == [
        "hasil selesai"
    ]


@VIEWS
def test_a_code_that_never_ends_hides_nothing(view: View) -> None:
    broken = p(run("Satu ") + BEGIN + "<w:r><w:instrText>REF x</w:instrText></w:r>" + run("dua"))
    assert texts(broken + p(run("tiga")), view) == ["Satu dua", "tiga"]


def test_a_field_goes_on_over_paragraphs() -> None:
    body = p(
        BEGIN + "<w:r><w:instrText> TO</w:instrText><w:instrText>C \\o</w:instrText></w:r>" + SEPARATE + run("satu")
    )
    found = paragraphs(body + p(run("dua") + END) + p(run("tiga")))
    assert [(block.text, block.contents) for block in found] == [("satu", True), ("dua", True), ("tiga", False)]


# Tracked changes


def test_tracked_changes_are_accepted_or_never_proposed() -> None:
    body = p(run("a") + changed("ins", run("b")) + changed("del", "<w:r><w:delText>c</w:delText></w:r>"))
    assert (texts(body), texts(body, REJECTED)) == (["ab"], ["ac"])
    assert texts(body, REJECTED._replace(own="Bu Sari")) == ["ab"]
    walk = Walk(document(body), MADE)
    assert (walk.revisions.proposals, walk.blocks[0].authors) == (2, ["Bu Sari"])  # type: ignore[union-attr]


def test_a_deleted_row_is_no_row() -> None:
    body = f"<w:tbl><w:tr><w:trPr>{changed('del', '')}</w:trPr><w:tc>{p(run('x'))}</w:tc></w:tr></w:tbl>"
    assert [len(block.rows) for view in (MADE, REJECTED) for block in read(body, view)  # type: ignore[union-attr]
            ] == [0, 1]  # fmt: skip


def test_joined_paragraphs_are_the_first_unless_nothing_is_left_of_it() -> None:
    gone = changed("del", "<w:r><w:delText>lama</w:delText></w:r>")
    joined = p(run("Judul "), style("H1") + DELETED_MARK) + p(run("isi"))
    replaced = p(gone, style("H1") + DELETED_MARK) + p(run("isi"))
    assert [(block.text, block.style) for block in paragraphs(joined, MADE)] == [("Judul isi", "heading 1")]
    assert [(block.text, block.style) for block in paragraphs(replaced, MADE)] == [("isi", "normal")]


def test_a_deleted_item_is_not_counted() -> None:
    gone = p(changed("del", "<w:r><w:delText>satu</w:delText></w:r>"), NUMBERED + DELETED_MARK)
    body = gone + p(run("dua"), NUMBERED) + p(run("tiga"), NUMBERED)
    assert [block.label for block in paragraphs(body)] == ["1.", "2."]
    assert [block.label for block in paragraphs(body, REJECTED)] == ["1.", "2.", "3."]


@VIEWS
def test_a_deleted_mark_loses_no_text(view: View) -> None:
    body = p(run("sebelum"), DELETED_MARK) + table("sel") + p(run("akhir"), DELETED_MARK)
    assert texts(body, view) == ["sebelum", "akhir"]


def test_a_bookmark_ends_where_it_says_or_with_its_paragraph() -> None:
    start = '<w:bookmarkStart w:id="{0}" w:name="_rj{0}"/>'
    body = p(start.format(1) + run("a")) + p('<w:bookmarkEnd w:id="1"/>' + run("b") + start.format(2) + run("c"))
    body += p(run("d") + '<w:bookmarkStart w:id="3" w:name="lain"/>' + run("e"))
    pieces = [piece for block in paragraphs(body, MADE) for piece in block.pieces]
    assert [(piece.text, piece.anchors) for piece in pieces] == [
        ("a", ("_rj1",)),
        ("b", ()),
        ("c", ("_rj2",)),
        ("de", ()),
    ]


# Lists, comments, tables, drawings


@VIEWS
def test_lists_of_styles_are_lists(view: View) -> None:
    [item] = paragraphs(p(run("butir"), style("Butir")), view)
    assert (item.numbering, item.form, item.level, item.label) == ("2", "-", 0, "•")


def test_levels_that_no_list_has_number_nothing() -> None:
    deep = '<w:numPr><w:ilvl w:val="12"/><w:numId w:val="1"/></w:numPr>'
    assert [block.label for block in paragraphs(p("", deep) + p("", NUMBERED))] == ["", "1."]


def comment(number: int, text: str) -> str:
    return f'<w:comment w:id="{number}" w:author="Bu Sari" w:date="2026-02-03T08:00:00Z">{p(run(text))}</w:comment>'


def mark(kind: str, number: int) -> str:
    return f'<w:commentRange{kind} w:id="{number}"/>'


def refer(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


@VIEWS
def test_comments_stand_at_their_words(view: View) -> None:
    gone = changed("del", '<w:r><w:delText>dihapus</w:delText><w:commentReference w:id="2"/></w:r>')
    body = mark("Start", 1) + p(run("satu ")) + p(run("dua") + mark("End", 1) + run(" tiga") + refer(1))
    body += p(mark("Start", 2) + gone + mark("End", 2)) + p(run("empat") + refer(3))
    body += (
        p(run("Tabel 1.1")) + f"<w:tbl><w:tr><w:tc>{p(mark('Start', 4) + run('sel') + refer(4))}</w:tc></w:tr></w:tbl>"
    )
    comments = "".join(comment(number, f"kata {number}") for number in (5, 4, 3, 2, 1)) + comment(6, " ")
    found = Walk(document(body, comments=comments), view).comments.in_order()
    assert [(one.text, one.passage or one.struck, one.paragraph) for one in found] == [
        ("kata 1", "satu dua", 0),
        ("kata 2", "dihapus", 2),
        ("kata 3", "empat", 3),
        ("kata 4", "sel", 4),
        ("kata 5", "", -1),
    ]


def test_two_equal_comments_are_two() -> None:
    body = p(run("a") + refer(1) + run("b") + refer(2))
    [paragraph] = paragraphs(body, comments=comment(1, "sama") + comment(2, "sama"))
    assert [one.passage for one in paragraph.comments] == ["a", "ab"]


@pytest.mark.parametrize(
    ("stated", "date", "time"),
    [
        ("2026-02-03T08:05:09Z", "2026-02-03", "08:05"),
        ("2026-02-03T08:05:00+07:00", "2026-02-03", "08:05"),
        ("2026-02-03", "2026-02-03", ""),
        ("", "", ""),
    ],
)
def test_a_comment_says_when_it_was_made(stated: str, date: str, time: str) -> None:
    said = comment(1, "kata").replace("2026-02-03T08:00:00Z", stated)
    [found] = Walk(document(p(run("a") + refer(1)), comments=said), ACCEPTED).comments.in_order()
    assert (found.author, found.date, found.time) == ("Bu Sari", date, time)


def test_cells_are_as_wide_and_as_high_as_they_say() -> None:
    said = [
        "",
        '<w:gridSpan w:val="3"/>',
        '<w:gridSpan w:val="9999"/>',
        '<w:gridSpan w:val="x"/><w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    ]
    cells = "".join(f"<w:tc><w:tcPr>{one}</w:tcPr>{p(run('a'))}</w:tc>" for one in said) + f"<w:tc>{p('')}</w:tc>"
    [found] = read(f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/><w:tblHeader/></w:trPr>{cells}</w:tr></w:tbl>')
    assert isinstance(found, WordTable)
    [row] = found.rows
    assert (row.head, row.before) == (True, 2)
    assert [(cell.span, cell.down) for cell in row.cells] == [
        (1, None), (3, None), (63, None), (1, "restart"), (1, "continue"), (1, None),
    ]  # fmt: skip


def test_a_table_in_a_box_turns_no_other() -> None:
    turned = '<w:sectPr><w:pgSz w:w="200" w:h="100"/></w:sectPr>'
    box = f"<w:r><w:pict><w:txbxContent>{table('kotak')}</w:txbxContent></w:pict></w:r>"
    body = (
        p(box) + table("tegak") + p("", '<w:sectPr><w:pgSz w:w="100" w:h="200"/></w:sectPr>') + table("rebah") + turned
    )
    assert [block.landscape for block in read(body) if isinstance(block, WordTable)] == [False, False, True]


def test_a_chart_is_told() -> None:
    parts = document(p('<w:r><w:drawing><c:chart r:id="r1"/></w:drawing></w:r>'))
    parts["word/_rels/document.xml.rels"] = b'<Relationship Id="r1" Target="charts/a.xml"/>'
    parts["word/charts/a.xml"] = f"<c:chartSpace {NAMES}><a:t>Realisasi</a:t><c:v>85</c:v></c:chartSpace>".encode()
    assert Walk(parts, MADE).strange == [("grafik", "Realisasi; 85")]
    became = read_parts(parts)
    assert became.strange == [("grafik dijadikan teks; lebih baik tempel sebagai gambar", "Realisasi; 85")]
    assert [block.text for block in became.blocks if isinstance(block, WordParagraph)][1:] == ["Grafik: Realisasi; 85"]


def test_of_a_stretch_in_two_forms_the_one_that_is_shown_is_read() -> None:
    older = "<mc:Fallback><w:t>lama</w:t></mc:Fallback>"
    body = p(f"<w:r><mc:AlternateContent><mc:Choice><w:x/></mc:Choice>{older}</mc:AlternateContent></w:r>")
    assert texts(body) == ["lama"]
    hidden = body.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    assert texts(hidden) == [""]


def test_a_drawing_in_no_form_says_nothing() -> None:
    assert texts(p(run("a") + "<w:r><mc:AlternateContent/></w:r>")) == ["a"]
