"""What a template may bring into a document: every way to fetch or run something, by whatever name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renjadoc.compose import compose_document
from renjadoc.problem import ProblemsFound
from renjadoc.reading import Reading
from renjadoc.word.packages import package
from renjadoc.word.packages.package import CONTENT_TYPES, Parts
from renjadoc.word.reader.made import read_made
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render
from tests.conftest import ROOT, read
from tests.word.templates import BODY, TEMPLATE

RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
Change = Callable[[Parts], object]


def put(part: str, old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[part]
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return change


def body(content: str) -> Change:
    return put(BODY, "<w:body>", f"<w:body>{content}")


def field(*codes: str, element: str = "instrText") -> str:
    runs = "".join(f'<w:r><w:{element} xml:space="preserve">{code}</w:{element}></w:r>' for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def simple(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'


def related(kind: str, target: str, mode: str = "") -> Change:
    said = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    return put(RELS, "</Relationships>", said)


EXTERNAL = ' TargetMode="External"'
IN_CAPITALS = ' TargetMode=" EXTERNAL"'


def all_of(*changes: Change) -> Change:
    return lambda parts: [change(parts) for change in changes]


def added(name: str, content: str, kind: str = "") -> Change:
    def change(parts: Parts) -> None:
        parts[name] = content.encode()
        if kind:
            override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
            put(CONTENT_TYPES, "</Types>", override)(parts)

    return change


HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
HOSTILE = f'<w:hdr xmlns:w="{W}"><w:p><w:fldSimple w:instr="DDEAUTO x"/></w:p></w:hdr>'
BLIP = '<w:p><a:blip xmlns:a="x" xmlns:r="{0}" r:{1}="rIdX"/></w:p>'
VML = '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="{}"/></w:pict></w:r></w:p>'
PICTURE = related(f"{OFFICE}/hyperlink", "http://x/y.png", EXTERNAL)
PICTURE_STRICT = related(f"{STRICT}/hyperlink", "http://x/y.png", EXTERNAL)
MERGE = put("word/settings.xml", "</w:settings>", "<w:mailMerge><w:query w:val='x'/></w:mailMerge></w:settings>")
SVG = '<svg xmlns:xlink="x"><image xlink:href="http://x/y.png"/></svg>'
BARE = "<w:r><w:instrText>DDE x</w:instrText></w:r>"
NESTED = "</w:instrText></w:r>" + field("PAGE")[5:-6]
SEVEN = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-<x/>'
CUT = field("PAGE ", "DDEAUTO x").replace(
    "</w:r><w:r><w:instrText", "</w:r><w:r><w:t>{%r if tahun %}</w:t></w:r><w:r><w:instrText", 1
)
HOVER = '<w:p><a:{} xmlns:a="x" xmlns:r="' + OFFICE + '" r:id="rIdX" {}/></w:p>'
STYLED = "<svg><style>{}</style></svg>"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART = f'<c:chartSpace xmlns:c="x"><c:externalData xmlns:r="{OFFICE}" r:id="rId1"/></c:chartSpace>'
WEB = "application/vnd.openxmlformats-officedocument.wordprocessingml.webSettings+xml"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
ATTACHED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="http://x/y.dotm"{EXTERNAL}/></Relationships>'
)
THUMBNAIL = f'<Relationship Id="rIdT" Type="x/thumbnail" Target="http://x/y.png"{EXTERNAL}/></Relationships>'
REFUSED: dict[str, tuple[Change, str]] = {
    "kode-dirakit": (body(field("{{ 'DDE' ~ 'AUTO x' }}")), "dirakit dengan tanda templat"),
    "kode-berkomentar": (body(field("DDE{# x #}AUTO x")), "dirakit dengan tanda templat"),
    "kode-bersyarat": (body(field("PAGE {% if tahun %}\\* x{% endif %}")), "dirakit dengan tanda templat"),
    "kode-sederhana-dirakit": (body(simple("{{ 'DDEAUTO x' }}")), "dirakit dengan tanda templat"),
    "kurung-terpotong": (body(field("PAGE {", "{ 'x' }}")), "dirakit dengan tanda templat"),
    "rd": (body(field('RD "x.docx"')), "bidang (field) RD"),
    "berkutip": (body(field('"DDEAUTO" x')), "bidang (field) \"DDEAUTO\""),
    "tanda-nol": (body(field("D\u200bDEAUTO x")), "bidang (field) D\u200bDEAUTO"),
    "tanda-nol-depan": (body(field("\u200bPAGE")), "bidang (field) \u200bPAGE"),
    "sesudah-perintah": (body(field("PAGE")[:-6] + field("DDE x") + "</w:p>"), "bidang (field) DDE"),
    "bersarang": (body(field(f"{NESTED}<w:r><w:instrText>DDE x")), "bidang (field) {"),
    "dihapus": (body(field("DDE x", element="delInstrText")), "bidang (field) DDE"),
    "tanpa-akhir": (body(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{BARE}</w:p>'), "(field) DDE"),
    "di-luar-bidang": (body(f"<w:p>{BARE}</w:p>"), "(field) DDE"),
    "ruang-nama-strict": (body(f'<s:p xmlns:s="{STRICT_W}"><s:fldSimple s:instr="DDE x"/></s:p>'), "(field) DDE"),
    "mailmerge": (MERGE, "<mailMerge>"),
    "altchunk": (body('<w:altChunk xmlns:r="x" r:id="y"/>'), "<altChunk>"),
    "subdoc": (body('<w:p><w:subDoc xmlns:r="x" r:id="y"/></w:p>'), "<subDoc>"),
    "luar-word": (added("lain/kepala.xml", HOSTILE, HEADER), "bidang (field) DDEAUTO"),
    "huruf-besar": (added("WORD/KEPALA.XML", HOSTILE, HEADER), "bidang (field) DDEAUTO"),
    "xml-tanpa-jenis-lain": (added("word/kepala.bin", HOSTILE, HEADER), "bidang (field) DDEAUTO"),
    "dua-nama": (added("word/DOCUMENT.xml", HOSTILE), "ada dua kali"),
    "nama-bagian": (added("word/../../x.xml", "<x/>"), "nama bagian"),
    "jenis-asing": (added("word/x.xml", "<x/>", "application/vnd.ms-word.keyMapCustomizations+xml"), "tidak termasuk"),
    "makro": (added("word/vbaProject.bin", "x", "application/vnd.ms-office.vbaProject"), "berisi makro"),
    "makro-dokumen": (
        added("word/x.xml", "<x/>", "application/vnd.ms-word.document.macroEnabled.main+xml"), "berisi makro",
    ),
    "tanpa-jenis": (added("word/x.exe", "MZ"), "berjenis tidak dikenal"),
    "blip-tautan": (all_of(PICTURE, body(BLIP.format(OFFICE, "link"))), "mengambil dari luar"),
    "blip-tertanam": (all_of(PICTURE, body(BLIP.format(OFFICE, "embed"))), "mengambil dari luar"),
    "blip-strict": (all_of(PICTURE_STRICT, body(BLIP.format(STRICT, "embed"))), "mengambil dari luar"),
    "gambar-strict": (related(f"{STRICT}/image", "http://x/y.png", EXTERNAL), "mengambil image dari luar"),
    "luar-huruf-besar": (related(f"{OFFICE}/image", "http://x/y.png", IN_CAPITALS), "mengambil image dari luar"),
    "luar-tanpa-mode": (related(f"{OFFICE}/image", "file:///etc/passwd"), "mengambil image dari luar"),
    "hubungan-asing": (related("http://x/subDocument", "x.docx"), "hubungan subDocument"),
    "vml": (body(VML.format("http://x/y.png")), "<imagedata> mengambil dari luar"),
    "vml-unc": (body(VML.format("\\\\server\\x.png")), "<imagedata> mengambil dari luar"),
    "svg": (added("word/media/a.svg", SVG, "image/svg+xml"), "<image> mengambil dari luar"),
    "tag-di-antara-kode": (body(CUT), "dirakit dengan tanda templat"),
    "di-dalam-hasil": (body(field("PAGE").replace("<w:t>x</w:t>", "<w:instrText>DDE x</w:instrText>")), "(field) DDE"),
    "gerak-tetikus": (all_of(PICTURE, body(HOVER.format("hlinkHover", ""))), "<hlinkHover> mengambil dari luar"),
    "klik-program": (body(HOVER.format("hlinkClick", 'action="ppaction://program"')), "ppaction://program"),
    "svg-gaya": (added("word/media/a.svg", STYLED.format("@import 'http://x'"), "image/svg+xml"), "<style> mengambil"),
    "svg-isian": (
        added("word/media/a.svg", '<svg><rect fill="url(http://x/y#z)"/></svg>', "image/svg+xml"),
        "<rect> mengambil",
    ),
    "svg-skrip": (added("word/media/a.svg", "<svg><script>x</script></svg>", "image/svg+xml"), "<script>"),
    "svg-html": (added("word/media/a.svg", "<svg><foreignObject/></svg>", "image/svg+xml"), "<foreignObject>"),
    "lembar-gaya": (added("word/x.xml", "<?xml-stylesheet href='http://x/y'?><x/>"), "lembar gaya"),
    "bagan-berdata": (added("word/charts/chart1.xml", CHART, CHART_TYPE), "<externalData>"),
    "data-bagan": (related(f"{OFFICE}/package", "embeddings/x.xlsx"), "benda tertanam (package)"),
    "cuplikan-luar": (
        put("_rels/.rels", "</Relationships>", THUMBNAIL), "mengambil thumbnail dari luar"
    ),
    "panel-tugas": (
        put("_rels/.rels", "</Relationships>", THUMBNAIL.replace("thumbnail", "webextensiontaskpanes")),
        "mengambil webextensiontaskpanes dari luar",
    ),
    "templat-melekat": (
        all_of(added("word/_rels/settings.xml.rels", ATTACHED)), "mengambil attachedTemplate dari luar"
    ),
    "bingkai": (
        added("word/webSettings.xml", f'<w:webSettings xmlns:w="{W}"><w:frameset/></w:webSettings>', WEB), "<frameset>"
    ),
    "komentar-dde": (added("word/comments.xml", HOSTILE.replace("hdr", "comments")), "(field) DDEAUTO"),
    "catatan-dde": (added("word/footnotes.xml", HOSTILE.replace("hdr", "footnotes"), FOOTNOTES), "(field) DDEAUTO"),
    "gambar-dari-web": (body(field('INCLUDEPICTURE "http://x/y.png" \\d')), "(field) INCLUDEPICTURE"),
    "utf-7": (lambda parts: parts.update({"word/settings.xml": SEVEN}), "UTF-7"),
}  # fmt: skip


def write(tmp_path: Path, change: Change) -> Path:
    parts = package.unpack_file(TEMPLATE)
    change(parts)
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes(parts))
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_a_template_that_fetches_or_runs_is_refused_by_whatever_name(tmp_path: Path, name: str) -> None:
    change, said = REFUSED[name]
    with pytest.raises(ProblemsFound) as refused:
        Template(write(tmp_path, change), "templat.docx")
    (problem,) = refused.value.problems
    assert problem.code == "RJ040"
    assert said in problem.message


ALLOWED: dict[str, Change] = {
    "halaman": body(field(" PAGE   \\* MERGEFORMAT ")),
    "huruf-kecil": body(field("numpages")),
    "rumus": body(field("=1+1")),
    "terpotong": body(field("PA", "GE")),
    "kosong": body(field("")),
    "bersarang": body(field("IF </w:instrText></w:r>" + field("PAGE")[5:-6] + '<w:r><w:instrText> = 1 "a" "b"')),
    "tautan": all_of(
        related(f"{OFFICE}/hyperlink", "https://contoh.id", EXTERNAL),
        body(f'<w:p><w:hyperlink xmlns:r="{OFFICE}" r:id="rIdX"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'),
    ),
    "font-tertanam": lambda parts: parts.update(
        {"word/fonts/font1.odttf": b"\x00\x01", CONTENT_TYPES: _with_font(parts)}
    ),
}


def _with_font(parts: Parts) -> bytes:
    kind = '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    return parts[CONTENT_TYPES].replace(b"</Types>", kind.encode() + b"</Types>")


@pytest.mark.lambat
@pytest.mark.parametrize("name", ALLOWED)
def test_what_offices_have_in_their_templates_is_taken(tmp_path: Path, name: str) -> None:
    assert Template(write(tmp_path, ALLOWED[name]), "templat.docx").body


@pytest.mark.lambat
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_template_that_carries_a_base_of_its_own_makes_a_document_with_one(tmp_path: Path, encoding: str) -> None:
    document = compose_document(Reading(read(ROOT / "content" / "2021")))
    forged = (
        '<dasar xmlns="urn:renjadoc:dasar:1" sidik="x"><p tanda="_rj1" berkas="bab-1.json" letak="/isi/0" '
        'bentuk="paragraf"><sumber>x</sumber><teks>tidak pernah ada</teks></p></dasar>'
    )

    def change(parts: Parts) -> None:
        head = "" if encoding == "utf-8" else '<?xml version="1.0" encoding="utf-16"?>'
        mark = codecs.BOM_UTF16_LE if encoding == "utf-16" else b""
        parts["customXml/item0.xml"] = mark + (head + forged).encode(encoding.replace("16", "16-le"))
        related(f"{OFFICE}/customXml", "../customXml/item0.xml")(parts)

    template = Template(write(tmp_path, change), "templat.docx")
    parts = package.unpack_word(render.pack_document(template, document, {}).data)
    assert "customXml/item0.xml" not in parts
    assert len(re.findall(rb"customXml/item\d+\.xml\"", parts[RELS])) == 1
    assert not any("tidak pernah ada" in entry.text for entry in read_made(parts, take_pending=True).base)
