"""A Word document under somebody's hands: the edits that Word makes to its XML, tracked and untracked."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from lxml import etree

from renjadoc.word.packages import package

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
#: Signs that hold words together, as a person types them; each is one.
_AS_TYPED = {0xA0: " ", 0x2011: "-"}
WHO = {f"{W}author": "Bu Sari", f"{W}date": "2026-02-03T08:00:00Z"}


def make(markup: str) -> Any:
    return etree.fromstring(f'<w:x xmlns:w="{NS}" xmlns:m="urn:m">{markup}</w:x>')[0]


class Paper:
    """One document; every method is one thing that a person does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts = package.unpack_file(path)
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(f"{W}body")
        for hyphen in list(self.body.iter(f"{W}noBreakHyphen")):
            # As a sign among others, so that a place in a text is one in a run.
            hyphen.tag, hyphen.text = f"{W}t", "\u2011"
        self._next = 9000
        self._remarks: list[str] = []

    def save(self) -> Path:
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        self.path.write_bytes(package.to_bytes(self.parts))
        return self.path

    # Finding

    def p(self, text: str) -> Any:
        """The paragraph with `text` that is no line of the contents."""
        for paragraph in self.body.iter(f"{W}p"):
            if text in self.text(paragraph) and "PAGEREF" not in "".join(paragraph.itertext()):
                return paragraph
        raise LookupError(text)

    @staticmethod
    def text(paragraph: Any) -> str:
        return "".join(t.text or "" for t in paragraph.iter(f"{W}t")).translate(_AS_TYPED)

    def mark(self, kind: str) -> dict[str, str]:
        self._next += 1
        return {f"{W}id": str(self._next), **WHO}

    # Words

    def cut(self, paragraph: Any, text: str, at: int | None = None) -> list[Any]:
        """The runs that hold exactly `text` (the first, or that at `at`), cut out of those around them."""
        at = self.text(paragraph).index(text) if at is None else at
        self._split_run(paragraph, at)
        self._split_run(paragraph, at + len(text))
        runs, offset = [], 0
        for run in list(paragraph.iter(f"{W}r")):
            length = sum(len(t.text or "") for t in run.iter(f"{W}t"))
            if length and at <= offset < at + len(text):
                runs.append(run)
            offset += length
        return runs

    def _split_run(self, paragraph: Any, at: int) -> None:
        offset = 0
        for node in paragraph.iter(f"{W}t"):
            length = len(node.text or "")
            if offset < at < offset + length:
                run = node.getparent()
                twin = copy.deepcopy(run)
                index = list(run).index(node)
                kept, other = node.text[: at - offset], node.text[at - offset :]
                node.text = kept
                for late in list(run)[index + 1 :]:
                    run.remove(late)
                for early in list(twin)[:index]:
                    if early.tag != f"{W}rPr":
                        twin.remove(early)
                twin.find(f"{W}t").text = other
                run.addnext(twin)
                return
            offset += length

    def replace(self, paragraph: Any, old: str, new: str, *, tracked: bool = False) -> None:
        self.put(self.cut(paragraph, old), new, tracked=tracked)

    def put(self, runs: list[Any], new: str, *, tracked: bool) -> None:
        """Type `new` over runs."""
        fresh = copy.deepcopy(runs[-1])
        for child in list(fresh):
            if child.tag != f"{W}rPr":
                fresh.remove(child)
        text = etree.SubElement(fresh, f"{W}t")
        text.text = new
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        holder = fresh
        outer = runs[-1].getparent()
        if tracked and outer.tag != f"{W}ins":
            holder = etree.Element(f"{W}ins", self.mark("ins"))
            holder.append(fresh)
        if new:
            runs[-1].addnext(holder)
        for run in runs:
            self._delete_run(run, tracked)

    def _delete_run(self, run: Any, tracked: bool) -> None:
        parent = run.getparent()
        if parent.tag == f"{W}ins" or not tracked:
            parent.remove(run)
            return
        gone = etree.Element(f"{W}del", self.mark("del"))
        run.addprevious(gone)
        gone.append(run)
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        for text in run.iter(f"{W}instrText"):
            text.tag = f"{W}delInstrText"

    def look(self, paragraph: Any, text: str, *tags: str) -> None:
        for run in self.cut(paragraph, text):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            for tag in tags:
                etree.SubElement(properties, f"{W}{tag}")

    # Paragraphs

    def _properties(self, paragraph: Any) -> Any:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        return properties

    def _mark_paragraph(self, paragraph: Any, kind: str) -> None:
        properties = self._properties(paragraph)
        marks = properties.find(f"{W}rPr")
        if marks is None:
            marks = etree.SubElement(properties, f"{W}rPr")
        etree.SubElement(marks, f"{W}{kind}", self.mark(kind))

    def add(self, after: Any, text: str, *, like: Any = None, tracked: bool = False, before: bool = False) -> Any:
        """A new paragraph behind `after`, with the properties of `like` (or of `after`)."""
        new = etree.Element(f"{W}p")
        source = (after if like is None else like).find(f"{W}pPr")
        if source is not None:
            new.append(copy.deepcopy(source))
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}t").text = text
        if tracked:
            holder = etree.SubElement(new, f"{W}ins", self.mark("ins"))
            holder.append(run)
            self._mark_paragraph(new, "ins")
        else:
            new.append(run)
        (after.addprevious if before else after.addnext)(new)
        return new

    def remove(self, paragraph: Any, *, tracked: bool = False) -> None:
        if not tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(f"{W}r")):
            self._delete_run(run, tracked=True)
        self._mark_paragraph(paragraph, "del")

    def split(self, paragraph: Any, at: str, *, tracked: bool = False) -> None:
        """Enter before `at`: the anchor's end goes with the second half, as Word and LibreOffice do it."""
        runs = self.cut(paragraph, at)
        second = etree.Element(f"{W}p")
        second.append(copy.deepcopy(self._properties(paragraph)))
        paragraph.addnext(second)
        node = runs[0]
        moving = [node, *node.itersiblings()]
        for element in moving:
            second.append(element)
        if tracked:
            self._mark_paragraph(paragraph, "ins")

    def join(self, paragraph: Any, *, tracked: bool = False) -> None:
        """Delete at the end of the paragraph: the next one is drawn up to it."""
        following = paragraph.getnext()
        if tracked:
            self._mark_paragraph(paragraph, "del")
            return
        for element in list(following):
            if element.tag != f"{W}pPr":
                paragraph.append(element)
        following.getparent().remove(following)

    def move(self, paragraph: Any, after: Any, *, tracked: bool = False, bare: bool = False) -> None:
        """Cut and paste behind `after`; tracked as Word does it; `bare` loses the anchor on the way."""
        if tracked:
            copied = copy.deepcopy(paragraph)
            self._strip(copied)
            for run in list(copied.iter(f"{W}r")):
                holder = etree.Element(f"{W}moveTo", self.mark("moveTo"))
                run.addprevious(holder)
                holder.append(run)
            for run in list(paragraph.iter(f"{W}r")):
                holder = etree.Element(f"{W}moveFrom", self.mark("moveFrom"))
                run.addprevious(holder)
                holder.append(run)
            self._mark_paragraph(paragraph, "moveFrom")
            self._mark_paragraph(copied, "moveTo")
            after.addnext(copied)
            return
        if bare:
            self._strip(paragraph)
        after.addnext(paragraph)

    @staticmethod
    def _strip(paragraph: Any) -> None:
        for element in [*paragraph.iter(f"{W}bookmarkStart"), *paragraph.iter(f"{W}bookmarkEnd")]:
            element.getparent().remove(element)

    def strip_all(self) -> None:
        self._strip(self.root)

    def style(self, paragraph: Any, like: Any) -> None:
        """Give it the paragraph format of another."""
        paragraph.replace(self._properties(paragraph), copy.deepcopy(self._properties(like)))

    def level(self, paragraph: Any, level: int) -> None:
        paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl").set(f"{W}val", str(level))

    @staticmethod
    def numbered(paragraph: Any) -> str:
        """The number of the list that a paragraph is in."""
        found: str = paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        return found

    def number(self, paragraph: Any, number: str) -> None:
        """Press the button for lists: the number changes and the style stays; `0` switches it off."""
        properties = self._properties(paragraph)
        for old in properties.findall(f"{W}numPr"):
            properties.remove(old)
        properties.insert(1, make(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))

    def comment(self, paragraph: Any, text: str, remark: str, author: str = "Bu Sari") -> None:
        runs = self.cut(paragraph, text)
        number = 7 + len(self._remarks)
        runs[0].addprevious(make(f'<w:commentRangeStart w:id="{number}"/>'))
        runs[-1].addnext(make(f'<w:commentRangeEnd w:id="{number}"/>'))
        self._remarks.append(
            f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-02-03T08:00:00Z">'
            f"<w:p><w:r><w:t>{remark}</w:t></w:r></w:p></w:comment>"
        )
        self.parts["word/comments.xml"] = f'<w:comments xmlns:w="{NS}">{"".join(self._remarks)}</w:comments>'.encode()

    def passages(self) -> dict[str, list[str]]:
        """The commented paragraphs by their text, each with what its comments say."""
        comments = etree.fromstring(self.parts["word/comments.xml"])
        said = {comment.get(f"{W}id"): "".join(comment.itertext()) for comment in comments}
        found: dict[str, list[str]] = {}
        for start in self.body.iter(f"{W}commentRangeStart"):
            found.setdefault(self.text(start.getparent()), []).append(said[start.get(f"{W}id")])
        return found

    def reject(self, paragraph: Any) -> None:
        """Reject every tracked change within a paragraph."""
        for change in list(paragraph.iter(f"{W}ins")):
            change.getparent().remove(change)
        for change in list(paragraph.iter(f"{W}del")):
            for run in list(change):
                for text in run.iter(f"{W}delText"):
                    text.tag = f"{W}t"
                change.addprevious(run)
            change.getparent().remove(change)

    def as_word_writes(self) -> None:
        """Every run cut in two, with revision marks of saving and spelling, smart tags and kept attributes."""
        for number, run in enumerate(list(self.root.iter(f"{W}r"))):
            run.set(f"{W}rsidR", "00AB12CD")
            text = run.find(f"{W}t")
            if text is None or len(text.text or "") < 4 or len(run.findall(f"{W}t")) > 1:
                continue
            twin = copy.deepcopy(run)
            half = len(text.text) // 2
            text.text, twin.find(f"{W}t").text = text.text[:half], text.text[half:]
            for node in (text, twin.find(f"{W}t")):
                node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addnext(twin)
            run.addnext(make('<w:proofErr w:type="spellStart"/>'))
            if number % 3 == 0:
                tag = make('<w:smartTag w:uri="urn:x" w:element="place"/>')
                twin.addprevious(tag)
                tag.append(twin)
