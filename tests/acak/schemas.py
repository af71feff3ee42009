"""Hypothesis strategies made from the schemas: whatever a schema allows, with texts that can be read and printed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import jsonschema_rs
from hypothesis import strategies as st

from renjadoc.content import schema as schemas

#: Lists in lists may stand four deep, which no schema says.
_DEEPEST = 3

#: Nothing that looks like a tag of a template, which lint could not tell from one that is left.
_PLAIN = (
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\u2028\u2029"),
        min_size=1,
        max_size=30,
    )
    .map(lambda text: re.sub(r"\{(?=[{%])", "{ ", text))
    .map(lambda text: re.sub(r"([*\\\[\]{}])", r"\\\1", text))
)
_MARKED = st.sampled_from(
    [
        "*asing*", "**tebal**", "***keduanya***", "[[periksa lagi]]", "{{ tahun }}", "{{ perangkat_daerah.lengkap }}",
        "{{ tahun - 1 }}", "{{ renstra.periode }}", "{{ daerah.kepala }}", "{{ visi.daerah }}", "{{ pagu.total_maju }}",
        "{{ jumlah.usulan | terbilang }}", "{{ capaian.rata_rata | persen }}", "{{ jumlah.program | bilangan }}",
        "{{ pagu.total | rupiah }}", "A & B <w:p> \"kutip\" 'satu'", "]\\]>", "%}",
    ]
)  # fmt: skip
_WORDS = st.sampled_from(["Renja", "Tahun", "2027", "Rp1.000", "85,5%", "dan", "program,", "10 (sepuluh)"])
#: A text of the content: words, marks, placeholders and any character that can be printed.
TEXTS = (
    st.lists(st.one_of(_WORDS, _PLAIN, _MARKED), min_size=1, max_size=5)
    .map(" ".join)
    .filter(lambda text: bool(text.strip()))
)


@cache
def of(name: str) -> st.SearchStrategy[Any]:
    """Values that the schema called `name` allows."""
    schema = schemas.read_schema(name)
    valid = jsonschema_rs.validator_for(schema)
    return _Builder(schema.get("$defs", {})).build(schema, 0).filter(valid.is_valid)


class _Builder:
    """Builds for the keywords that our schemas use; what `if`, `allOf` and patterns still forbid is filtered out."""

    def __init__(self, definitions: dict[str, Any]) -> None:
        self._definitions = definitions

    def build(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            deeper = depth + (name == "daftar")
            return st.deferred(lambda: self.build(self._definitions[name], deeper))
        if "const" in schema:
            return st.just(schema["const"])
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "oneOf" in schema:
            return st.one_of(self._branches(schema["oneOf"], depth))
        if "then" in schema:
            shapes = [schema["else"], schema["then"]][: 2 if depth < _DEEPEST else 1]
            return st.one_of([self.build(shape, depth + 1) for shape in shapes])
        kinds = schema.get("type", "object")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        return st.one_of([getattr(self, f"_{kind}")(schema, depth) for kind in kinds])

    def _branches(self, branches: list[dict[str, Any]], depth: int) -> list[st.SearchStrategy[Any]]:
        shallow = [one for one in branches if depth < _DEEPEST or one.get("$ref") != "#/$defs/daftar"]
        return [self.build(one, depth) for one in shallow]

    def _object(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        members = {
            key: self.build(member, depth) for key, member in schema.get("properties", {}).items() if key != "$schema"
        }
        needed = {key: members.pop(key) for key in schema.get("required", [])}
        return st.fixed_dictionaries(needed, optional=members)

    def _array(self, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
        least = schema.get("minItems", 0)
        return st.lists(self.build(schema["items"], depth), min_size=least, max_size=max(least, 3))

    def _string(self, schema: dict[str, Any], _: int) -> st.SearchStrategy[str]:
        pattern = schema.get("pattern", "")
        if not pattern or pattern == r"^(?!\s+$)":
            return TEXTS
        return st.from_regex(
            pattern.replace("$", r"\Z"), alphabet=st.characters(codec="ascii", categories=["L", "N", "P"])
        )

    def _integer(self, schema: dict[str, Any], _: int) -> st.SearchStrategy[int]:
        return st.integers(schema.get("minimum", -(10**9)), schema.get("maximum", 10**13))

    def _number(self, schema: dict[str, Any], _: int) -> st.SearchStrategy[Any]:
        least, most = schema.get("minimum", schema.get("exclusiveMinimum", -(10**6))), schema.get("maximum", 10**9)
        fractions = st.decimals(Decimal(least), Decimal(most), places=2).map(float)
        return st.one_of(st.integers(int(least) + 1, int(most)), fractions)

    def _boolean(self, _: dict[str, Any], __: int) -> st.SearchStrategy[bool]:
        return st.booleans()

    def _null(self, _: dict[str, Any], __: int) -> st.SearchStrategy[None]:
        return st.none()
