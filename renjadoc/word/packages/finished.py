"""A finished document looked at once more while it is packed: what a template may not hold, no document holds.

Tags of the template have said by now what stands in attributes and codes, and pictures, charts and notes have come
from elsewhere. It reads text, not trees, because a document has up to a hundred million characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.word.packages import relations
from renjadoc.word.packages.allowed import (
    ADDRESSES,
    ALLOWED_RELATION,
    ALLOWED_TYPE,
    BAD_NAME,
    CLICKED,
    EMBEDDED_RELATION,
    EMBEDDED_TYPE,
    FETCHING,
    RELATIONSHIPS,
    is_outside,
    refuse_relation,
    refuse_type,
)
from renjadoc.word.packages.fields import FieldCodes, explain_codes, find_written_fields
from renjadoc.word.packages.package import CONTENT_TYPES, DOCUMENT, FILLED_PART, Parts
from renjadoc.word.packages.relations import ContentTypes, Relation, list_attributes

_TYPE = re.compile(rb"<(?:[^\s<>/:]+:)?(Override|Default)\s([^<>]*)>")
_ELEMENT = re.compile(rb"<(?:[^\s<>/:]++:)?+([\w.-]+)([^<>]*)>")
#: Most elements are passed over by their first letter, and no prefix is read twice: it is every tag that is looked at.
_FIRST = "".join(sorted({name[0] for name in FETCHING.pattern.split("|")}))
_FETCHING_HERE = re.compile(rf"<(?:[^\s<>/:]++:)?+(?=[{_FIRST}])({FETCHING.pattern})[\s/>]".encode())
#: What a stretch must hold to be looked at closely; most hold none of it.
_FIELD_SIGNS = (b"fldChar", b"nstrText", b"fldSimple")
_ADDRESS_SIGNS = tuple(f"{name}=".encode() for name in sorted(ADDRESSES))
_CHART = re.compile(r"word/charts/[\w-]+\.xml")


class FinishedLook:
    """Looks at a document's parts as they are packed. Whatever it finds raises ProblemsFound; nothing is written then.

    `parts` are all of them but the body.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        found = [*self._check_names(), *self._check_types(), *self._check_relations()]
        for name, data in parts.items():
            if FILLED_PART.fullmatch(name):
                found += _PartLook(self._links(name)).look_at_all([data])
        _refuse(found)

    def watch_body(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The chunks of the body, each looked at before it is given on."""
        look = _PartLook(self._links(DOCUMENT))
        for chunk in chunks:
            _refuse(look.look(chunk))
            yield chunk
        _refuse(look.close())

    def _links(self, name: str) -> dict[str, str]:
        """The addresses that a part may lead to when somebody clicks, by their ids."""
        return {one.id: one.target for one in relations.relations_of(self._parts, name) if one.kind == "hyperlink"}

    def _check_names(self) -> list[str]:
        return [f"nama bagian “{name[:60]}” tidak dapat dipakai" for name in self._parts if BAD_NAME.search(name)]

    def _check_types(self) -> list[str]:
        stated = _TYPE.findall(self._parts[CONTENT_TYPES])
        types = ContentTypes((element.decode(), dict(list_attributes(tag))) for element, tag in stated)
        found = []
        for name in self._parts.keys() - {CONTENT_TYPES}:
            kind = types.find(name)
            is_known = ALLOWED_TYPE.fullmatch(kind) or (kind == EMBEDDED_TYPE and self._is_data_of_chart(name))
            if not is_known or (name.endswith(".rels") and kind != RELATIONSHIPS):
                found.append(refuse_type(name, kind))
        return sorted(found)

    def _check_relations(self) -> list[str]:
        said = (_explain_relation(one, owner, self._parts) for owner, one in relations.list_relations(self._parts))
        return list(filter(None, said))

    def _is_data_of_chart(self, name: str) -> bool:
        """Whether a workbook is the data behind a chart of this document."""
        charts = filter(_CHART.fullmatch, self._parts)
        return any(one.target == name for chart in charts for one in relations.relations_of(self._parts, chart))


def _explain_relation(one: Relation, owner: str, parts: Parts) -> str:
    """What is wrong with a relation of a part; empty where nothing is."""
    if one.kind == EMBEDDED_RELATION and _CHART.fullmatch(owner) and not one.outside and one.target in parts:
        return ""
    if not ALLOWED_RELATION.fullmatch(one.kind):
        return refuse_relation(one.kind)
    if one.kind != "hyperlink" and (one.outside or set(one.target) & set(":\\")):
        return f"mengambil {one.kind} dari luar ({one.target[:80]})"
    return ""


class _PartLook:
    """Looks at one filled part, stretch by stretch; `links` are its addresses by id."""

    def __init__(self, links: dict[str, str]) -> None:
        self._links = links
        self._codes = FieldCodes()
        self._rest = b""
        self._signs = (*_ADDRESS_SIGNS, *(f'"{id}"'.encode() for id in links))

    def look(self, chunk: bytes) -> list[str]:
        """What is wrong with what came so far."""
        text = self._rest + chunk
        # Before a closing tag every other tag is whole, and so is the text of every code.
        end = max(text.rfind(b"</"), 0)
        self._rest = text[end:]
        return self._look_closely(text[:end])

    def look_at_all(self, chunks: Iterable[bytes]) -> list[str]:
        """What is wrong with the whole part."""
        return [*(said for chunk in chunks for said in self.look(chunk)), *self.close()]

    def close(self) -> list[str]:
        """What is wrong with the last stretch, and with fields that never end."""
        return [*self._look_closely(self._rest), *explain_codes(self._codes.close())]

    def _look_closely(self, text: bytes) -> list[str]:
        found = [f"berisi <{kind.decode()}>, yang mengambil berkas lain" for kind in _FETCHING_HERE.findall(text)]
        if any(sign in text for sign in _FIELD_SIGNS):
            found += find_written_fields(self._codes, text)
        if any(sign in text for sign in self._signs):
            found += self._check_addresses(text)
        return found

    def _check_addresses(self, text: bytes) -> Iterator[str]:
        for name, stated in _ELEMENT.findall(text):
            kind = name.decode()
            if CLICKED.fullmatch(kind):
                continue
            for key, value in list_attributes(stated):
                attribute = key.rpartition(":")[2].casefold()
                if (attribute in ADDRESSES and is_outside(value)) or (value in self._links and ":" in key):
                    yield f"<{kind}> mengambil dari luar ({self._links.get(value, value)[:80]})"


def _refuse(found: list[str]) -> None:
    if found:
        hint = "Tidak ada yang ditulis. Kembali ke templat yang masih baik, atau keluarkan bagian itu dari templat."
        message = f"dokumen yang akan ditulis {'; '.join(dict.fromkeys(found))[:500]}"
        raise ProblemsFound([Problem("RJ041", Location("dokumen"), message, hint)])
