"""A Word template: what stands in it, read with docxtpl or kept since then; its patterns and its sections."""

from __future__ import annotations

import contextlib
import re
import sys
from functools import cached_property
from pathlib import Path

from renjadoc import cache, resources
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word.packages import package
from renjadoc.word.templates.facts import LOOP, Facts, Style

_KIND = "templat"
#: Whose change makes what was kept of a template worthless.
_READ_BY = (
    *cache.list_modules("renjadoc.word.packages", "renjadoc.word.templates", "renjadoc.word.trial"),
    *("jinja2.compiler", "docxtpl", "docx", "lxml"),
)

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_ROOT = re.compile(r"<w:document\b[^>]*>")
_PATTERN = re.compile(r"blok\.pola == ['\"](\w+)['\"]")
_NO_SECTION = "<w:sectPr></w:sectPr>"
#: One that states nothing within has no end to look for.
_SECTION = re.compile(r"<w:sectPr [^<>]*/>|<w:sectPr[ >].*?</w:sectPr>", re.DOTALL)


class Template:
    """A template ready to be filled. Constructing it raises ProblemsFound when it cannot be used.

    `cache_key` names what is kept of it between runs.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            raw = package.read_file(path)
            self.parts = package.unpack_word(raw)
            # What was kept depends on the template, and on the code that read it and the libraries behind that.
            short = resources.data_file("tanda-pendek.json").read_bytes()
            self.cache_key = cache.make_key(raw, short, cache.stamp_modules(_READ_BY), sys.version)
            self.facts = cache.read_entry(_KIND, self.cache_key, Facts.from_json) or self._read()
        except package.PackageError as error:
            hint = "Buka templat di Word, simpan ulang sebagai .docx, atau kembali ke templates/renja.docx."
            message = f"templat tidak dapat dipakai: {error}"
            raise ProblemsFound([Problem("RJ040", Location(self.name), message, hint)]) from error
        changed = {name: text.encode() for name, text in self.facts.changed.items()}
        self.parts = {name: data for name, data in self.parts.items() if name not in self.facts.dropped} | changed

    def _read(self) -> Facts:
        from renjadoc.word.packages import dangers
        from renjadoc.word.templates import reading  # Only here: they load docxtpl, python-docx and lxml.

        if found := list(dangers.find_dangers(self.parts)):
            # What a template holds goes into the document and to everybody who opens it.
            raise package.PackageError("; ".join(dict.fromkeys(found)))
        if _STRICT in self.parts[package.DOCUMENT]:
            raise package.PackageError("disimpan sebagai “Strict Open XML”, bukan .docx biasa")
        facts = reading.read_template(self.parts)
        cache.write_entry(_KIND, self.cache_key, facts.to_json())
        return facts

    @property
    def body(self) -> str:
        """The whole document as Jinja source."""
        return self.facts.body

    @property
    def front(self) -> str:
        """What stands before the loop over the document's blocks, as Jinja source."""
        loop = LOOP.search(self.body)
        return self.body[: loop.start()] if loop else ""

    @property
    def sources(self) -> dict[str, str]:
        """Body, headers and footers as Jinja source, by part name."""
        return {package.DOCUMENT: self.facts.body, **self.facts.sides}

    @property
    def styles(self) -> dict[str, Style]:
        """Styles by lower-case name."""
        return self.facts.styles

    @cached_property
    def patterns(self) -> dict[str, bool]:
        """The table patterns; True for one that stands in a landscape section of the template."""
        found = {}
        for match in _PATTERN.finditer(self.body):
            section = _SECTION.search(self.body, match.end())
            found[match[1]] = section is not None and 'w:orient="landscape"' in section[0]
        return found

    @cached_property
    def sections_before_body(self) -> int:
        """How many sections (cover, front matter) end before the loop over the document's blocks."""
        loop = LOOP.search(self.body)
        return len(_SECTION.findall(self.body, 0, loop.start())) if loop else 0

    def text_width(self, *, landscape: bool) -> int:
        """The width between the margins, in twentieths of a point, of the first section of that orientation."""
        return self.text_size(landscape=landscape)[0]

    def text_size(self, *, landscape: bool) -> tuple[int, int]:
        """Width and height between the margins, in twentieths of a point, of the first section of that orientation."""
        for section in _SECTION.findall(self.body):
            if ('w:orient="landscape"' in section) == landscape:
                size, margins = _read_attributes(section, "pgSz"), _read_attributes(section, "pgMar")
                with contextlib.suppress(KeyError, ValueError):  # A section that does not say it as Word does.
                    wide, high, left, right, top, bottom = (
                        int(said[name])
                        for said, names in ((size, "wh"), (margins, ("left", "right", "top", "bottom")))
                        for name in names
                    )
                    return wide - left - right - int(margins.get("gutter", "0")), high - abs(top) - abs(bottom)
        return 9000, 14000

    @property
    def root(self) -> str:
        """The opening tag of the document with its namespaces."""
        found = _ROOT.search(self.body)
        return found[0] if found else ""

    def upright_section(self) -> str:
        """The properties of the first upright section of the narrative."""
        return self._find_section(landscape=False)

    def turned_section(self) -> str:
        """The properties of the first landscape section of the narrative; where it has none, of the first upright."""
        found = self._find_section(landscape=True)
        return found if found != _NO_SECTION else self.upright_section()

    def _find_section(self, *, landscape: bool) -> str:
        loop = LOOP.search(self.body)
        for section in _SECTION.findall(self.body, loop.start() if loop else 0):
            if ('w:orient="landscape"' in section) == landscape:
                return str(section)
        return _NO_SECTION


def _read_attributes(section: str, element: str) -> dict[str, str]:
    match = re.search(rf"<w:{element} ([^>]*)/>", section)
    return dict(re.findall(r'w:(\w+)="([^"]*)"', match[1])) if match else {}
