"""Spoils XML as XML: elements deleted, doubled, moved, swapped, wrapped and renamed, attributes and texts exchanged."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=False)
#: A part that grew to more elements is left alone.
_MOST = 20_000
_OTHER_SPACES = ["http://purl.oclc.org/ooxml/wordprocessingml/main", "urn:x", "", "http://www.w3.org/2000/svg"]


def of_tree(data: bytes, chance: random.Random, values: Sequence[str], pieces: Sequence[str]) -> bytes | None:
    """The part with one to eight changes; None for what is no XML. `values` replace texts, `pieces` are put in."""
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None
    for _ in range(chance.choice([1, 1, 1, 2, 3, 8])):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        if len(elements) > _MOST:
            break
        _change(chance.choice(elements), elements, chance, values, pieces)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _change(one: Any, all_of: list[Any], chance: random.Random, values: Sequence[str], pieces: Sequence[str]) -> None:
    """One change to an element: of where it stands or of what it says."""
    other = chance.choice(all_of)
    if chance.random() < 0.5 and one.getparent() is not None:
        _change_place(one, other, one.getparent(), chance)
    else:
        _change_value(one, other, chance, values, pieces)


def _change_place(one: Any, other: Any, parent: Any, chance: random.Random) -> None:
    is_within = other is one or one in other.iterancestors()
    match chance.randrange(6):
        case 0:
            parent.remove(one)
        case 1:
            for _ in range(chance.choice([1, 1, 3, 60])):
                parent.insert(parent.index(one), copy.deepcopy(one))
        case 2 if not is_within:
            other.insert(chance.randrange(len(other) + 1), one)
        case 3 if not is_within:
            parent.replace(one, copy.deepcopy(other))
        case 4:
            _wrap(one, other.tag, chance.choice([1, 1, 2, 30]))
        case _:
            at = parent.index(one)
            for child in reversed(list(one)):
                parent.insert(at, child)
            parent.remove(one)


def _change_value(one: Any, other: Any, chance: random.Random, values: Sequence[str], pieces: Sequence[str]) -> None:
    match chance.randrange(8):
        case 0:
            one.tag = other.tag if chance.random() < 0.7 else _rename(one.tag, chance)
        case 1 | 2:
            _change_attribute(one, other, chance, values)
        case 3 | 4:
            one.text = fit_text(chance.choice(values))
        case 5:
            one.tail = fit_text(chance.choice([*values[:5], "x", " "]))
        case 6 if pieces:
            _put_in(one, chance.choice(pieces), chance)
        case _:
            strange = [etree.Comment("x"), etree.ProcessingInstruction("xml-stylesheet", "href='x'")]
            one.insert(0, chance.choice(strange))


def _wrap(one: Any, tag: str, times: int) -> None:
    parent = one.getparent()
    if parent is None:
        return
    at = parent.index(one)
    inner = one
    for _ in range(times):
        around = etree.Element(tag)
        around.append(inner)
        inner = around
    parent.insert(at, inner)


def _rename(tag: str, chance: random.Random) -> str:
    local = tag.rpartition("}")[2]
    space = chance.choice(_OTHER_SPACES)
    return f"{{{space}}}{local}" if space else local


def _change_attribute(one: Any, other: Any, chance: random.Random, values: Sequence[str]) -> None:
    keys = list(one.attrib)
    match chance.randrange(5):
        case 0 if keys:
            del one.attrib[chance.choice(keys)]
        case 1 if other.attrib:
            key = chance.choice(list(other.attrib))
            one.set(key, other.get(key))
        case 2 if keys and other.attrib:
            one.set(chance.choice(keys), chance.choice(list(other.attrib.values())))
        case _ if keys:
            one.set(chance.choice(keys), fit_text(chance.choice(values)))


def _put_in(one: Any, piece: str, chance: random.Random) -> None:
    try:
        made = etree.fromstring(piece, _PARSER)
    except etree.XMLSyntaxError:
        return
    one.insert(chance.randrange(len(one) + 1), made)


def fit_text(text: str) -> str:
    """What of a text lxml takes; the rest is spoilt as bytes elsewhere."""
    return _UNFIT.sub("", text)


_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
