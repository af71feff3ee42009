"""The rules as people read them: `renjadoc aturan` and docs/aturan.md, both made from the docstrings."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from inspect import getdoc

from renjadoc.checks.documentation import Documentation, Example, documentation
from renjadoc.checks.input_rules import INPUT_RULES
from renjadoc.checks.registry import CHECKS
from renjadoc.problem import CODES, Severity

_GROUPS = {
    "RJ0": "Berkas, bentuk, dan templat",
    "RJ1": "Uang dan angka",
    "RJ2": "Kelengkapan",
    "RJ3": "Susunan dan kode",
    "RJ4": "Tahun dan tanggal",
    "RJ5": "Bahasa",
    "RJ6": "Dasar hukum",
}


@dataclass(frozen=True)
class Rule:
    """One rule with its documentation; the severity of rules about files is always that of an error but one."""

    code: str
    severity: Severity
    title: str
    doc: Documentation
    is_check: bool


def _rules() -> dict[str, Rule]:
    told = {
        code: Rule(code, _input_severity(code), title, documentation(INPUT_RULES[code]), False)
        for code, title in CODES.items()
    }
    found = {c.code: Rule(c.code, c.severity, c.title, documentation(getdoc(c.function) or ""), True) for c in CHECKS}
    return told | found


def _input_severity(code: str) -> Severity:
    return Severity.WARNING if code in {"RJ008", "RJ009", "RJ072"} else Severity.ERROR


RULES = _rules()


def index() -> list[str]:
    """All rules, a line each, in groups."""
    lines: list[str] = []
    for prefix, group in _GROUPS.items():
        lines += ["", group] if lines else [group]
        lines += [f"  {r.code}  {r.severity.value:10}  {r.title}" for r in RULES.values() if r.code.startswith(prefix)]
    return [*lines, "", "Penjelasan satu aturan: renjadoc aturan RJ205"]


def explain(code: str) -> list[str]:
    """One rule for the terminal."""
    rule = RULES[code]
    lines = [f"{rule.code} · {rule.severity.value} · {rule.title}", "", *textwrap.wrap(rule.doc.rule, 100)]
    for head, text in (("Mengapa", rule.doc.why), ("Sumber", rule.doc.source)):
        lines += [""] * bool(text) + textwrap.wrap(f"{head}: {text}" if text else "", 100)
    lines += _examples("Contoh yang ditemukan:", rule.doc.fails, rule.doc.told_fails)
    lines += _examples("Contoh yang lolos:", rule.doc.passes, rule.doc.told_passes)
    if rule.is_check:
        lines += ["", f'Mematikan: "aturan_dimatikan": {{"{code}": "alasannya"}} dalam dokumen.json.']
    return lines


def _examples(head: str, examples: tuple[Example, ...], told: str) -> list[str]:
    lines = [f"  {line}" for line in _lines(examples)]
    return ["", head, *(lines or textwrap.wrap(told, 96, initial_indent="  "))]


def markdown() -> str:
    """All rules as one page."""
    parts = [
        "# Aturan pemeriksaan",
        "Halaman ini dibuat dari kode dengan `renjadoc aturan --markdown`; jangan disunting langsung. Contohnya "
        "dijalankan sebagai tes: `berkas /tempat = nilai` berarti nilai di tempat itu diganti, `+` berarti disisipkan, "
        "`:=` berarti seluruh berkas diganti, dalam folder isi yang selebihnya benar.",
    ]
    for prefix, group in _GROUPS.items():
        parts.append(f"## {group}")
        parts += [_section(rule) for rule in RULES.values() if rule.code.startswith(prefix)]
    return "\n\n".join(parts)


def _section(rule: Rule) -> str:
    doc = rule.doc
    why = [f"**Mengapa:** {doc.why}"] if doc.why else []
    source = [f"**Sumber:** {doc.source}"] if doc.source else []
    return "\n\n".join(
        [
            f"### {rule.code} · {rule.severity.value} · {rule.title}",
            doc.rule,
            *why,
            *source,
            _block("Ditemukan", doc.fails, doc.told_fails),
            _block("Lolos", doc.passes, doc.told_passes),
        ]
    )


def _block(head: str, examples: tuple[Example, ...], told: str) -> str:
    if not examples:
        return f"{head}: {told}"
    body = "\n".join(_lines(examples))
    return f"{head}:\n\n```\n{body}\n```"


def _lines(examples: tuple[Example, ...]) -> list[str]:
    """The lines of all examples, each of which stands alone."""
    lines: list[str] = []
    for example in examples:
        lines += [*(["atau"] if lines else []), *example.lines]
    return lines
