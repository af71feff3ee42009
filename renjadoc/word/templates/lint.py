"""Tags of a template that would be lost or printed raw, found where they stand before docxtpl reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from renjadoc.word.names import W
from renjadoc.word.packages.package import DOCUMENT, FILLED_PART, PackageError, Parts

#: No further than the next opening: of many that do not close each would be read to the end.
_TAG = re.compile(r"{{(?:(?!{{).)*?}}|{%(?:(?!{%).)*?%}|{#(?:(?!{#).)*?#}", re.DOTALL)
#: A tag that takes its paragraph, row or cell away.
TAKING = re.compile(r"{[{%#](p|tr|tc) ")
_BRACES = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
#: Parts that Word shows or keeps beside the text; what stands in them is not filled. The others never show.
_SHOWN_PART = re.compile(r"word/(?:diagrams|charts|drawings)/.*\.xml|word/numbering\.xml|docProps/custom\.xml")
_PLACES = {"diagrams": "diagram SmartArt", "charts": "grafik", "drawings": "gambar", "custom": "properti dokumen"}
_CHANGES = [
    f"{W}{name}"
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "tblPrChange",
        "sectPrChange",
        "cellIns",
        "cellDel",
        "cellMerge",
        "tcPrChange",
        "trPrChange",
        "tblGridChange",
        "tblPrExChange",
        "numberingChange",
    )
]
_HOLDERS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_WORDS = {"p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}
#: What is printed over many pages, and the part of it that holds tables itself.
_FLOWING = re.compile(
    r"{{p (?:blok\.\w+|daftar_(?:isi|tabel|gambar|lampiran)|lembar_pengesahan|kata_pengantar|ringkasan)\b"
    r"|{%\w* for blok in isi"
)
_CHAPTERS = re.compile(r"{{p blok\.xml(?:_lanskap)?\b")
#: What stands in a paragraph beside text and would go with the tag.
_LOST = {
    "sectPr": "pemisah bagian", "drawing": "gambar", "pict": "gambar", "object": "objek",
    "footnoteReference": "catatan kaki", "endnoteReference": "catatan akhir", "fldChar": "bidang (field)",
    "fldSimple": "bidang (field)",
}  # fmt: skip


class TemplateFault(NamedTuple):
    """What is wrong, the text of the paragraph that it stands in, and what to do; all in Indonesian."""

    message: str
    text: str
    hint: str


def find_faults(parts: Parts) -> Iterator[TemplateFault]:
    """Every such tag of a template, in reading order, the body first."""
    names = sorted((name for name in parts if FILLED_PART.fullmatch(name)), key=lambda name: (name != DOCUMENT, name))
    for name in names:
        root = parse_part(name, parts[name])
        yield from _find_changes(root)
        for paragraph in root.iter(f"{W}p"):
            yield from _check_paragraph(paragraph)
    for name in sorted(filter(_SHOWN_PART.fullmatch, parts)):
        yield from _find_unfilled(name, parse_part(name, parts[name]))


def parse_part(name: str, data: bytes) -> Any:
    """The root of a part. Raises PackageError."""
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise PackageError(f"bagian {name} rusak") from error


def _find_changes(root: Any) -> Iterator[TemplateFault]:
    """The first tracked change of a part: it would reach every document as a proposal of somebody."""
    if (change := next(root.iter(*_CHANGES), None)) is not None:
        paragraph = next((one for one in change.iterancestors(f"{W}p")), None)
        text = "" if paragraph is None else read_text(paragraph)
        hint = "Di Word: Tinjau > Terima Semua Perubahan, matikan Lacak Perubahan, lalu simpan."
        yield TemplateFault("templat masih memuat perubahan terlacak", text, hint)


def read_text(paragraph: object) -> str:
    """The text of a paragraph, without the text boxes in it."""
    return "".join(node.text or "" for node in own_elements(paragraph, f"{W}t"))


def own_elements(paragraph: Any, *tags: str) -> Iterator[Any]:
    """The elements of a paragraph that are not within a paragraph of a text box."""
    for node in paragraph.iter(*tags):
        if next(node.iterancestors(f"{W}p"), None) is paragraph:
            yield node


def _check_paragraph(paragraph: object) -> Iterator[TemplateFault]:
    text = read_text(paragraph)
    if "{" not in text and "}" not in text:
        return
    hint = "Hapus tanda itu seluruhnya, lalu ketik ulang sekali jalan; setiap for/if perlu endfor/endif."
    if any(text.count(opening) != text.count(closing) for opening, closing in _BRACES):
        yield TemplateFault("tanda templat rusak (kurung tidak berpasangan)", text, hint)
        return
    if set("{}") & set(_TAG.sub("", text)):
        said = "kurung kurawal terpisah atau hanya satu; ia akan tercetak apa adanya"
        yield TemplateFault(said, text, "Tulis {{ nama }} atau {% … %} tanpa spasi di antara kedua kurungnya.")
    yield from _check_room(paragraph, text)
    if found := TAKING.search(text):
        yield from _check_taking(paragraph, text, found[1])


def _check_taking(paragraph: Any, text: str, kind: str) -> Iterator[TemplateFault]:
    """A tag that takes its paragraph, row or cell away: what else stands there would be gone without a word."""
    holder = paragraph if kind == "p" else next(paragraph.iterancestors(_HOLDERS[kind]), None)
    mark = f"{{{{{kind} … }}}}/{{%{kind} … %}}"
    if holder is None:
        yield TemplateFault(f"tanda {mark} hanya untuk tabel", text, "Pindahkan ke dalam tabel, atau pakai {%p … %}.")
        return
    paragraphs = [holder] if kind == "p" else list(holder.iter(f"{W}p"))
    said = "".join(map(read_text, paragraphs))
    where = f"Pindahkan ke {_WORDS[kind]} lain; tanda {mark} harus sendirian di {_WORDS[kind]}nya."
    if len(_TAG.findall(said)) > 1 or _TAG.sub("", said).strip():
        yield TemplateFault(f"{_WORDS[kind]} ini hilang bersama tandanya, padahal memuat isi lain", said, where)
    lost = [_LOST[etree.QName(node).localname] for one in paragraphs for node in own_elements(one, *_lost_tags())]
    if lost:
        yield TemplateFault(
            f"{', '.join(dict.fromkeys(lost))} hilang bersama tanda di {_WORDS[kind]} yang sama", text, where
        )


def _check_room(paragraph: Any, text: str) -> Iterator[TemplateFault]:
    """The text of the document where it cannot go on over pages: in a text box, or its chapters in a cell."""
    is_boxed = next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None
    in_cell = next(paragraph.iterancestors(f"{W}tc"), None) is not None
    if not (_FLOWING if is_boxed else _CHAPTERS).search(text) or not (is_boxed or in_cell):
        return
    said = (
        "kotak teks, yang tidak berlanjut ke halaman berikutnya" if is_boxed else "sel tabel, padahal ia memuat tabel"
    )
    where = "Pindahkan ke paragraf biasa di luar kotak dan tabel."
    yield TemplateFault(f"isi dokumen berada di dalam {said}", text, where)


def _lost_tags() -> list[str]:
    return [f"{W}{name}" for name in _LOST]


def _find_unfilled(name: str, root: Any) -> Iterator[TemplateFault]:
    """Tags in a part that is not filled."""
    texts = ["".join(one.itertext()) for one in root.iter("{*}p", "{*}v", "{*}lpwstr")]
    texts += [value for one in root.iter() for value in one.attrib.values()]
    if text := next((one for one in texts if "{{" in one or "{%" in one), None):
        place = next((said for key, said in _PLACES.items() if key in name), "penomoran daftar")
        hint = "Pindahkan tanda itu ke paragraf, kotak teks, atau kaki halaman; atau ketik nilainya di sana."
        yield TemplateFault(f"tanda dalam {place} tidak diisi dan akan tercetak apa adanya", text, hint)
