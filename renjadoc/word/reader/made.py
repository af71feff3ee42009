"""Reads a Word document that came back: every paragraph as it reads, with its tracked changes taken or left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from renjadoc.word.blocks import ANCHOR
from renjadoc.word.package import PackageError, Parts
from renjadoc.word.parts import BASE_NAMESPACE
from renjadoc.word.reader import made_changes
from renjadoc.word.reader.document import Comment, Look, Piece, WordParagraph, as_seen
from renjadoc.word.reader.ooxml import ADDED as _ADDED
from renjadoc.word.reader.ooxml import MATH as _MATH
from renjadoc.word.reader.ooxml import MC as _MC
from renjadoc.word.reader.ooxml import REVISIONS as _REVISIONS
from renjadoc.word.reader.ooxml import SIGNS as _SIGNS
from renjadoc.word.reader.ooxml import W as _W
from renjadoc.word.reader.ooxml import on as _on
from renjadoc.word.reader.ooxml import root as _root
from renjadoc.word.reader.ooxml import value as _value
from renjadoc.word.reader.ooxml import whole as _whole

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
#: A document of a hundred pages has some fifteen hundred.
MAX_PARAGRAPHS = 20_000
#: Elements whose text is no text of the paragraph around them.
_ASIDE = {f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_W}delInstrText", f"{_MC}Fallback"}
_BOOKMARKS = {f"{_W}bookmarkStart", f"{_W}bookmarkEnd"}
_RANGES = {f"{_W}commentRangeStart", f"{_W}commentRangeEnd"}
_TEXT = {f"{_W}t", f"{_W}delText"}


@dataclass(frozen=True)
class BaseParagraph:
    """One paragraph as it was made: its anchor, where it comes from, its source, and its printed pieces.

    A piece is (text, whether it was computed).
    """

    anchor: str
    file: str
    pointer: str
    kind: str
    source: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass
class MadeDocument:
    """A document that came back. `strange` are (what, text) of things that no paragraph holds; `pending` counts."""

    paragraphs: list[WordParagraph]
    base: list[BaseParagraph]
    comments: list[Comment]
    strange: list[tuple[str, str]]
    pending: int
    fixed: frozenset[str]


def read_made(parts: Parts, *, take_pending: bool) -> MadeDocument:
    """The document with its pending changes taken, or as if they had not been proposed. Raises PackageError."""
    root = _root(parts, "word/document.xml")
    base = _find_base(parts)
    own = (base.get("penulis") or "") if base is not None else ""
    body = root.find(f"{_W}body")
    if body is None:
        raise PackageError("bagian utama berkas ini tidak berisi naskah")
    reader = _Reader(parts, take_pending, own)
    reader.ends = {end.get(f"{_W}id") or "" for end in body.iter(f"{_W}bookmarkEnd")}
    reader.body(body)
    if len(reader.paragraphs) > MAX_PARAGRAPHS:
        raise PackageError("berkas ini berisi terlalu banyak paragraf untuk sebuah Renja")
    strange = [*reader.strange, *made_changes.changes(parts, body, base, take_pending)]
    comments, fixed = list(reader.comments.values()), frozenset(made_changes.stated(base, "tetap"))
    return MadeDocument(reader.paragraphs, _base(base), comments, strange, reader.pending, fixed)


def _find_base(parts: Parts) -> Any:
    """The base text, wherever the program that saved the document put it; None if it is lost."""
    for name, data in sorted(parts.items()):
        if name.startswith("customXml/") and BASE_NAMESPACE.encode() in data and name.endswith(".xml"):
            root = _root(parts, name)
            if root.tag == f"{{{BASE_NAMESPACE}}}dasar":
                return root
    return None


def _base(root: Any) -> list[BaseParagraph]:
    return [_base_text(entry) for entry in root if entry.tag.endswith("}p")] if root is not None else []


def _base_text(entry: Any) -> BaseParagraph:
    try:
        source, shown = entry[0].text or "", entry[1]
    except IndexError as error:
        raise PackageError("naskah dasar di dalam berkas rusak") from error
    pieces = [(shown.text or "", False)]
    for value in shown:
        pieces += [(value.text or "", True), (value.tail or "", False)]
    anchor, file, pointer, kind = (entry.get(key) or "" for key in ("tanda", "berkas", "letak", "bentuk"))
    return BaseParagraph(anchor, file, pointer, kind, source, tuple(piece for piece in pieces if piece[0]))


class _Reader:
    """Walks the body once; `_here` is the paragraph being read, which a removed mark joins with the next."""

    def __init__(self, parts: Parts, take_pending: bool, own: str) -> None:
        self._take, self._own = take_pending, own
        self._styles = _names(parts, "word/styles.xml")
        self._forms = _forms(parts)
        self._open: dict[str, str] = {}
        self.ends: set[str] = set()
        self._fields: list[bool] = []
        self._here: WordParagraph | None = None
        self._after_table = False
        self._commenting: set[str] = set()
        self.comments = _comments(parts)
        self.paragraphs: list[WordParagraph] = []
        self.strange: list[tuple[str, str]] = []
        self.pending = 0

    def body(self, container: Any) -> None:
        """Every paragraph below, through content controls and the wrappers of moved text."""
        for element in container:
            if element.tag == f"{_W}p":
                self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                self._after_table = True
                self._table(element)
            elif element.tag in _BOOKMARKS:
                self._bookmark(element)
            elif isinstance(element.tag, str) and element.tag != f"{_W}sectPr":
                self.body(element)

    def _paragraph(self, element: Any) -> None:
        before, here = self._here, self._here or WordParagraph()
        joined_style, self._here = here.style, here
        properties = element.find(f"{_W}pPr")
        self._properties(here, self._decided(properties, here))
        here.doubtful = before is not None and here.style == joined_style
        if self._after_table:
            here.after_table, self._after_table = True, False
        self._content(element, here)
        # LibreOffice leaves the bookmark of a split paragraph without its end: then it is that of its paragraph.
        self._open = {number: name for number, name in self._open.items() if number in self.ends}
        # What a broken field opened ends with its paragraph; contents that go on are past their instructions.
        self._fields = [past for past in self._fields if past]
        if not self._joins_next(here, properties):
            self.paragraphs.append(here)
            self._here = None

    def _decided(self, properties: Any, here: WordParagraph) -> Any:
        """A paragraph's properties; where a change of them waits, those that it had."""
        change = properties.find(f"{_W}pPrChange") if properties is not None else None
        if change is None or self._shows(change, here, added=True):
            return properties
        return change.find(f"{_W}pPr")

    def _properties(self, here: WordParagraph, properties: Any) -> None:
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        name = style.get(f"{_W}val") if style is not None else ""
        here.style = self._styles.get(name, name.lower() or "normal")
        numbering = properties.find(f"{_W}numPr") if properties is not None else None
        here.numbering, here.level, here.form = "", 0, ""
        if numbering is not None:
            here.numbering, here.level = _value(numbering, "numId"), _whole(_value(numbering, "ilvl"))
            here.form = self._forms.get((here.numbering, here.level), "")

    def _joins_next(self, here: WordParagraph, properties: Any) -> bool:
        """Whether the paragraph's mark is one that this view does not have."""
        marks = properties.find(f"{_W}rPr") if properties is not None else None
        return marks is not None and any(not self._shows(mark, here) for mark in marks if mark.tag in _REVISIONS)

    def _shows(self, revision: Any, here: WordParagraph, *, added: bool | None = None) -> bool:
        """Whether this view has what a revision (of text, or `added` for another kind) brings."""
        author = revision.get(f"{_W}author") or ""
        taken = self._take
        if self._own and author == self._own:
            taken = True
        else:
            self.pending += 1
            if author and author not in here.authors:
                here.authors.append(author)
        return (revision.tag in _ADDED if added is None else added) == taken

    def _content(self, element: Any, here: WordParagraph) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _ASIDE:
                continue
            if tag in _REVISIONS:
                if self._shows(child, here):
                    self._content(child, here)
                else:
                    self._strike(child)
            elif tag == f"{_W}r":
                self._run(child, here)
            elif tag in _BOOKMARKS:
                self._bookmark(child)
            elif tag in _RANGES:
                self._comment_range(child, len(self.paragraphs))
            elif tag.startswith(_MATH):
                self.strange.append(("rumus", "".join(child.itertext())))
            else:
                self._content(child, here)

    def _strike(self, revision: Any) -> None:
        for number in self._commenting:
            self.comments[number].struck += "".join(text.text or "" for text in revision.iter(*_TEXT))

    def _run(self, run: Any, here: WordParagraph) -> None:
        look = self._look(run.find(f"{_W}rPr"), here)
        for child in run:
            if child.tag == f"{_W}fldChar":
                self._field(child.get(f"{_W}fldCharType"))
            elif child.tag == f"{_W}commentReference":
                self._refer(child.get(f"{_W}id"), here)
            elif child.tag in _TEXT:
                self._add(child.text or "", look, here)
            elif child.tag == f"{_W}sym":
                self.strange.append(("simbol", f"{child.get(f'{_W}font')} {child.get(f'{_W}char')} pada “{here.text}”"))
            elif child.tag in _SIGNS and child.get(f"{_W}type") not in {"page", "column"}:
                self._add(_SIGNS[child.tag], look, here)
            elif boxes := list(child.iter(f"{_W}txbxContent")) if isinstance(child.tag, str) else []:
                text = " ".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in boxes[0].iter(f"{_W}p"))
                self.strange.append(("kotak teks", text))

    def _look(self, properties: Any, here: WordParagraph) -> Look:
        if properties is None:
            return Look()
        change = properties.find(f"{_W}rPrChange")
        if change is not None and not self._shows(change, here, added=True):
            properties = change.find(f"{_W}rPr")
        style = self._styles.get(_value(properties, "rStyle"), "")
        return Look(
            _on(properties, "b") or style == "strong",
            _on(properties, "i") or style == "emphasis",
            style == "terbuka",
        )

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str, look: Look, here: WordParagraph) -> None:
        if not all(self._fields[:-1]):
            return  # A field within the instructions of another.
        text = as_seen(text)
        anchors = tuple(dict.fromkeys(self._open.values()))
        last = here.pieces[-1] if here.pieces else None
        if last and last.look == look and last.anchors == anchors:
            here.pieces[-1] = Piece(last.text + text, look, anchors)
        elif text:
            here.pieces.append(Piece(text, look, anchors))
        for number in self._commenting:
            self.comments[number].passage += text

    def _bookmark(self, element: Any) -> None:
        number = element.get(f"{_W}id") or ""
        name = element.get(f"{_W}name") or ""
        if element.tag == f"{_W}bookmarkEnd":
            self._open.pop(number, None)
        elif name.startswith(ANCHOR):
            self._open[number] = name

    def _table(self, table: Any) -> None:
        """What of a table concerns the text around it: bookmarks, and remarks on cells, which are its caption's."""
        for element in table.iter(*_BOOKMARKS, *_RANGES, *_TEXT):
            if element.tag in _BOOKMARKS:
                self._bookmark(element)
            elif element.tag in _RANGES:
                self._comment_range(element, len(self.paragraphs) - 1)
            else:
                for number in self._commenting:
                    self.comments[number].passage += element.text or ""

    def _comment_range(self, element: Any, paragraph: int) -> None:
        number = element.get(f"{_W}id") or ""
        if number in self.comments and element.tag == f"{_W}commentRangeStart":
            self._commenting.add(number)
            self.comments[number].paragraph = paragraph
        self._commenting.discard(number if element.tag == f"{_W}commentRangeEnd" else "")

    def _refer(self, number: str | None, here: WordParagraph) -> None:
        comment = self.comments.get(number or "")
        if comment is not None and comment.paragraph < 0:
            comment.paragraph, comment.passage = len(self.paragraphs), here.text


def _names(parts: Parts, part: str) -> dict[str, str]:
    """Style id -> its name in small letters."""
    if part not in parts:
        return {}
    styles = _root(parts, part).iter(f"{_W}style")
    return {style.get(f"{_W}styleId") or "": _value(style, "name").lower() for style in styles}


def _forms(parts: Parts) -> dict[tuple[str, int], str]:
    """(numId, level) -> the form of the numbers, as content says it: `1.`, `a)`, `-`."""
    if "word/numbering.xml" not in parts:
        return {}
    root = _root(parts, "word/numbering.xml")
    levels = {
        (abstract.get(f"{_W}abstractNumId"), _whole(level.get(f"{_W}ilvl") or "0")): _form(level)
        for abstract in root.iter(f"{_W}abstractNum")
        for level in abstract.iter(f"{_W}lvl")
    }
    forms = {}
    for number in root.findall(f"{_W}num"):
        for (abstract, level), form in levels.items():
            if abstract == _value(number, "abstractNumId"):
                forms[number.get(f"{_W}numId") or "", level] = form
    return forms


def _form(level: Any) -> str:
    kind, text = _value(level, "numFmt"), _value(level, "lvlText")
    letter = "a" if kind.endswith("Letter") else "1"
    if kind in {"bullet", "none", ""}:
        return "-"
    return letter + (")" if text.endswith(")") else ".")


def _comments(parts: Parts) -> dict[str, Comment]:
    if "word/comments.xml" not in parts:
        return {}
    done = _done(parts)
    found = {}
    for element in _root(parts, "word/comments.xml").iter(f"{_W}comment"):
        lines = ["".join(t.text or "" for t in p.iter(f"{_W}t")) for p in element.iter(f"{_W}p")]
        marks = {p.get(f"{_W14}paraId") for p in element.iter(f"{_W}p")}
        text = "\n".join(line for line in lines if line.strip())
        author, date = element.get(f"{_W}author") or "", (element.get(f"{_W}date") or "")[:10]
        found[element.get(f"{_W}id") or ""] = Comment(author, date, text, bool(marks & done))
    return found


def _done(parts: Parts) -> set[str | None]:
    if "word/commentsExtended.xml" not in parts:
        return set()
    entries = list(_root(parts, "word/commentsExtended.xml").iter(f"{_W15}commentEx"))
    done = {entry.get(f"{_W15}paraId") for entry in entries if entry.get(f"{_W15}done") in {"1", "true"}}
    # What settles a remark settles the answers to it.
    return done | {entry.get(f"{_W15}paraId") for entry in entries if entry.get(f"{_W15}paraIdParent") in done}
