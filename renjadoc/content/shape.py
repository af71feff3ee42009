"""Says in Indonesian what is wrong with the shape of a file: each error of its JSON schema, at its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from renjadoc.content.bare_places import describe_bare_place
from renjadoc.content.load import Source
from renjadoc.content.pointers import join
from renjadoc.matching import find_near
from renjadoc.problem import Problem

_TYPES = {
    "string": "teks dalam tanda kutip",
    "integer": "bilangan bulat tanpa titik dan tanpa tanda kutip",
    "number": "angka tanpa tanda kutip",
    "array": "daftar dalam [ … ]",
    "object": "isian bernama dalam { … }",
    "boolean": "true atau false",
    "null": "null (belum diisi)",
}


def explain_faults(source: Source, schema: dict[str, Any]) -> Iterator[Problem]:
    """Every fault of shape of `source`, in the words of the secretariat; in the order of the keys."""
    errors = Draft202012Validator(schema).iter_errors(source.data)
    say = _Sayer(source, schema.get("$defs", {}))
    for error in sorted(errors, key=lambda e: [str(part) for part in e.absolute_path]):
        for deepest in _unfold_error(error):
            for problem in say(deepest):
                seen = describe_bare_place(source, problem.location.pointer)
                yield problem._replace(location=problem.location._replace(seen=seen))


def _unfold_error(error: ValidationError) -> Iterator[ValidationError]:
    """An error of a union becomes the errors of the branch that the writer meant."""
    if error.validator not in {"oneOf", "anyOf"} or not error.context:
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(int(inner.schema_path[0]), []).append(inner)
    meant = [errors for errors in branches.values() if not any(_is_other_branch(e) for e in errors)]
    if len(meant) != 1:
        yield error
        return
    for inner in meant[0]:
        yield from _unfold_error(inner)


def _is_other_branch(error: ValidationError) -> bool:
    """Whether the value is plainly no attempt at this branch: another type, or its leading key missing."""
    if len(error.path) > 0:
        return False
    if error.validator == "required" and isinstance(error.instance, dict):
        return error.validator_value[0] not in error.instance
    return error.validator in {"type", "const", "enum"}


class _Sayer:
    """Says the errors of one source in Indonesian; one method a keyword of JSON Schema."""

    def __init__(self, source: Source, definitions: dict[str, Any]) -> None:
        self._source = source
        self._definitions = definitions

    def __call__(self, error: ValidationError) -> Iterator[Problem]:
        method = getattr(self, f"_say_{error.validator}", self._say_rule)
        return iter(method(error, join("", *error.absolute_path), _name_subject(error)))

    def _say_additionalProperties(self, error: ValidationError, pointer: str, _: str) -> Iterator[Problem]:
        known = sorted(error.schema.get("properties", {}))
        for key in error.instance:
            if key in known:
                continue
            near = find_near(key, known)
            hint = f"Mungkin maksudnya “{near}”." if near else f"Nama isian yang dikenal: {', '.join(known)}."
            message = f"isian “{key}” tidak dikenal di sini"
            yield self._source.problem("RJ010", join(pointer, key), message, hint, key=True)

    def _say_required(self, error: ValidationError, pointer: str, _: str) -> Iterator[Problem]:
        key = next(k for k in error.validator_value if k not in error.instance and f"'{k}'" in error.message)
        title = error.schema.get("properties", {}).get(key, {}).get("title", "")
        hint = f"Tambahkan “{key}”" + (f" ({title})." if title else ".")
        yield self._source.problem("RJ011", pointer, f"isian “{key}” belum ada", hint)

    def _say_type(self, error: ValidationError, pointer: str, subject: str) -> Iterator[Problem]:
        kinds = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
        hint = f"Isi dengan {' atau '.join(_TYPES[kind] for kind in kinds)}."
        yield self._source.problem("RJ012", pointer, f"{subject} berisi {_shorten_value(error.instance)}", hint)

    def _say_enum(self, error: ValidationError, pointer: str, subject: str) -> Iterator[Problem]:
        allowed = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
        hint = f"Pilihan: {', '.join(_shorten_value(value) for value in allowed)}."
        yield self._source.problem("RJ013", pointer, f"{subject} berisi {_shorten_value(error.instance)}", hint)

    _say_const = _say_enum

    def _say_oneOf(self, error: ValidationError, pointer: str, subject: str) -> Iterator[Problem]:
        forms = [self._describe_branch(branch) for branch in error.validator_value]
        message = f"{subject} berisi {_shorten_value(error.instance)} yang bentuknya tidak dikenal"
        hint = f"Yang boleh di sini: {'; '.join(form for form in forms if form)}."
        yield self._source.problem("RJ012", pointer, message, hint)

    _say_anyOf = _say_oneOf

    def _say_rule(self, error: ValidationError, pointer: str, subject: str) -> Iterator[Problem]:
        rule = _RULES.get(str(error.validator), "tidak sesuai aturan “{}”").format(error.validator_value)
        message = f"{subject} berisi {_shorten_value(error.instance)}: {rule}"
        yield self._source.problem("RJ013", pointer, message, error.schema.get("description", ""))

    def _describe_branch(self, branch: dict[str, Any]) -> str:
        """What one branch of a union wants: its title, or its type."""
        reference = str(branch.get("$ref", ""))
        branch = self._definitions.get(reference.removeprefix("#/$defs/"), branch)
        return str(branch.get("title") or _TYPES.get(str(branch.get("type")), ""))


_RULES = {
    "minimum": "paling kecil {}",
    "maximum": "paling besar {}",
    "minLength": "teks tidak boleh kosong",
    "minItems": "paling sedikit {} unsur",
    "maxItems": "paling banyak {} unsur",
    "pattern": "bentuknya tidak sesuai",
    "uniqueItems": "ada unsur yang sama",
}


def _name_subject(error: ValidationError) -> str:
    if not error.absolute_path:
        return "isi berkas"
    last = error.absolute_path[-1]
    return f"unsur ke-{last + 1}" if isinstance(last, int) else f"“{last}”"


def _shorten_value(value: object) -> str:
    """A value as the user wrote it, cut to a readable length."""
    text = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"
