"""Templates that are changed as people change them, for tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from renjadoc.word.packages import package
from renjadoc.word.templates import short_tags
from tests.conftest import ROOT

TEMPLATE = ROOT / "templates" / "renja.docx"
BODY = "word/document.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def changed(tmp_path: Path, part: str, how: Callable[[str], str]) -> Path:
    """The template with one part changed."""
    parts = package.unpack_file(TEMPLATE)
    before = parts[part].decode()
    parts[part] = how(before).encode()
    assert parts[part] != before.encode()
    path = tmp_path / "templat.docx"
    path.write_bytes(package.to_bytes(parts))
    return path


def spelt_out(part: bytes) -> bytes:
    """A part of the template with long tags where it has short ones, as templates of earlier versions have them."""
    return re.sub(r"{#[\w|]+#}", "", short_tags.spell_out(part.decode())).encode()


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def replaced_in(pattern: str, old: str, new: str) -> Callable[[str], str]:
    """The first `old` of a pattern replaced."""

    def replace(text: str) -> str:
        at = text.index(f"blok.pola == '{pattern}'")
        return text[:at] + text[at:].replace(old, new, 1)

    return replace


def tag_paragraph(words: str) -> str:
    """A tag alone in its paragraph, as the template has it."""
    return f'<w:p><w:pPr><w:pStyle w:val="TagTemplat"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def add_part(tmp_path: Path, kind: str, content: str, reference: str) -> Path:
    """The template with a part of notes or comments, referred to from the cover."""
    parts = package.unpack_file(TEMPLATE)
    name = f"word/{kind}.xml"
    parts[name] = f'<w:{kind} xmlns:w="{_W}">{content}</w:{kind}>'.encode()
    for part, end, added in (
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/{name}" ContentType="{_MAIN}.{kind}+xml"/>'),
        ("word/_rels/document.xml.rels", "</Relationships>",
         f'<Relationship Id="rIdX" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'),
        (BODY, "{{ judul }}</w:t></w:r>", ""),
    ):  # fmt: skip
        assert end in parts[part].decode()
        text = parts[part].decode()
        parts[part] = (text.replace(end, end + reference) if not added else text.replace(end, added + end)).encode()
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(package.to_bytes(parts))
    return path


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def only_pattern(parts: package.Parts, wanted: str) -> package.Parts:
    """The template with one pattern alone, so that it is soon read."""
    body = parts[BODY].decode()
    end = re.escape(tag_paragraph("{{p blok.catatan }}") + tag_paragraph("{%p endif %}"))
    for name in re.findall(r"{%p if blok\.pola == '(\w+)' %}", body):
        if name != wanted:
            start = re.escape(f"{{%p if blok.pola == '{name}' %}}")
            body = re.sub(rf"<w:p>(?:(?!<w:p>).)*?{start}.*?{end}", "", body, count=1, flags=re.DOTALL)
    return {**parts, BODY: body.encode()}
