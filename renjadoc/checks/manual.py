"""The rules as people read them: `renjadoc aturan` and docs/aturan.md, both made from the docstrings."""

from __future__ import annotations

import textwrap

from renjadoc.checks.documentation import Example, read_documentation
from renjadoc.checks.input_rules import read_input_rules
from renjadoc.checks.registry import RULES
from renjadoc.checks.rule import Rule
from renjadoc.problem import Severity

_GROUPS = {
    "RJ0": "Berkas, bentuk, dan templat",
    "RJ1": "Uang dan angka",
    "RJ2": "Kelengkapan",
    "RJ3": "Susunan dan kode",
    "RJ4": "Tahun dan tanggal",
    "RJ5": "Bahasa",
    "RJ6": "Dasar hukum",
}
_SAID = {Severity.ERROR: "harus diperbaiki", Severity.WARNING: "perlu dilihat"}
#: Every rule by its code, those of the input rooms first.
EXPLAINED: dict[str, Rule] = read_input_rules() | {rule.code: rule for rule in RULES}


def list_rules() -> list[str]:
    """All rules, a line each, in groups."""
    lines: list[str] = []
    for prefix, group in _GROUPS.items():
        lines += ["", group] if lines else [group]
        lines += [f"  {rule.code}  {_SAID[rule.severity]:16}  {rule.title}" for rule in _list_group(prefix)]
    return [*lines, "", "Penjelasan satu aturan: renjadoc aturan RJ205"]


def _list_group(prefix: str) -> list[Rule]:
    return [rule for code, rule in EXPLAINED.items() if code.startswith(prefix)]


def explain_rule(code: str) -> list[str]:
    """One rule for the terminal."""
    rule = EXPLAINED[code]
    doc = read_documentation(rule.doc)
    lines = [f"{rule.code} · {_SAID[rule.severity]} · {rule.title}", "", *textwrap.wrap(doc.rule, 100)]
    for head, text in (("Mengapa", doc.why), ("Sumber", doc.source)):
        lines += [""] * bool(text) + textwrap.wrap(f"{head}: {text}" if text else "", 100)
    lines += _show_examples("Contoh yang ditemukan:", doc.fails, doc.told_fails)
    lines += _show_examples("Contoh yang lolos:", doc.passes, doc.told_passes)
    if rule in RULES:
        lines += ["", f'Mematikan: "aturan_dimatikan": {{"{code}": "alasannya"}} dalam dokumen.json.']
    return lines


def _show_examples(head: str, examples: tuple[Example, ...], told: str) -> list[str]:
    lines = [f"  {line}" for line in _list_lines(examples)]
    return ["", head, *(lines or textwrap.wrap(told, 96, initial_indent="  "))]


def write_page() -> str:
    """All rules as one page."""
    parts = [
        "# Aturan pemeriksaan",
        "Halaman ini dibuat dari kode dengan `renjadoc aturan --markdown`; jangan disunting langsung. Contohnya "
        "dijalankan sebagai tes: `berkas /tempat = nilai` berarti nilai di tempat itu diganti, `+` berarti disisipkan, "
        "`:=` berarti seluruh berkas diganti, `salin` berarti disalin dari berkas itu, dalam folder isi yang "
        "selebihnya benar.",
    ]
    for prefix, group in _GROUPS.items():
        parts.append(f"## {group}")
        parts += map(_write_section, _list_group(prefix))
    return "\n\n".join(parts)


def _write_section(rule: Rule) -> str:
    doc = read_documentation(rule.doc)
    why = [f"**Mengapa:** {doc.why}"] if doc.why else []
    source = [f"**Sumber:** {doc.source}"] if doc.source else []
    return "\n\n".join(
        [
            f"### {rule.code} · {_SAID[rule.severity]} · {rule.title}",
            doc.rule,
            *why,
            *source,
            _write_block("Ditemukan", doc.fails, doc.told_fails),
            _write_block("Lolos", doc.passes, doc.told_passes),
        ]
    )


def _write_block(head: str, examples: tuple[Example, ...], told: str) -> str:
    if not examples:
        return f"{head}: {told}"
    body = "\n".join(_list_lines(examples))
    return f"{head}:\n\n```\n{body}\n```"


def _list_lines(examples: tuple[Example, ...]) -> list[str]:
    """The lines of all examples, each of which stands alone."""
    lines: list[str] = []
    for example in examples:
        lines += [*(["atau"] if lines else []), *example.lines]
    return lines
