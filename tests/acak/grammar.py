"""Tags of a template, drawn from the grammar of Jinja: what we allow, what we forbid, and what neither reads."""

from __future__ import annotations

import random

_NAMES = [
    "tahun", "judul", "isi", "blok", "baris", "blok.baris", "blok.xml", "blok.pola", "perangkat_daerah",
    "perangkat_daerah.nama", "daerah.lengkap", "renstra.periode", "pengesahan.tanggal", "daftar_isi", "logo",
    "tahun_renstra", "loop", "loop.index", "baris.target", "baris.nama", "contoh_gaya", "range", "lipsum", "cycler",
    "joiner", "namespace", "self", "caller", "varargs", "kwargs", "_", "tidak_ada", "x",
]  # fmt: skip
_FILTERS = [
    "sel", "angka", "rupiah", "persen", "persen_polos", "romawi", "terbilang", "bilangan", "judul", "kecil", "besar",
    "default('x')", "first", "join('-')", "last", "length", "lower", "replace('a', 'bb')", "title", "trim", "upper",
    "join(tahun)", "default", "replace", "format('%99999d')", "center(99999999)", "map('x')", "attr('__class__')",
    "safe", "tojson", "batch(2)", "xmlattr", "pprint", "urlize", "indent(9999999)", "sort", "list", "groupby('x')",
    "select", "sum", "random", "e", "forceescape", "string", "int", "float", "round(99)", "wordwrap", "slice(3)", "x",
]  # fmt: skip
_TESTS = ["defined", "none", "string", "number", "odd", "divisibleby(0)", "sameas(1)", "in (1, 2)", "x", "mapping"]
_VALUES = [
    "1", "0", "-1", "1.5", "1e308", "999999999999999", "1" * 30, "'a'", '"x"', "'<w:p/>'", "'</w:t>'", "'\\u0000'",
    "'\\ud800'", "'\\ufffe'", "'\\x08'", "'{{'", "true", "none", "[1, 2]", "[[1]]", "(1,)", "{'a': 1}", "[]", "''",
    "'inf'", "'nan'", "'1.000,5'", "'é\u0301'", "'\\N{BELL}'", "10 ** 9", "0.0", "1_000", "0x1f",
]  # fmt: skip
_SIGNS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or", "is", ","]
_ATTRIBUTES = [
    "nama", "__class__", "__init__", "mro()", "format", "append(1)", "keys()", "items()", "upper()", "0", "[0]",
    "['nama']", "[::-1]", "[:99999999]", "_TemplateReference__context", "gi_frame", "ljust(99999999)", "__globals__",
]  # fmt: skip
_KEYWORDS = [
    "set x = {0}", "set x, y = {0}, 1", "set x", "endset", "with x = {0}", "endwith", "macro m(x=1)", "endmacro",
    "call m()", "endcall", "filter upper", "endfilter", "include {0}", "import {0} as y", "from {0} import y",
    "extends {0}", "block b", "endblock", "raw", "endraw", "autoescape false", "endautoescape", "else", "elif {0}",
    "endif", "endfor", "break", "continue", "do {0}", "trans", "debug", "colspan {0}", "cellbg {0}", "vm", "hm", "x y",
]  # fmt: skip
_CLASSES = ["", "", "", "p", "tr", "tc", "r", "p", "x"]


def draw_tag(chance: random.Random) -> str:
    """One or more tags, mostly closed."""
    inner = draw_value(chance, chance.choice([0, 0, 1, 2]))
    tag = f"{{{{{chance.choice(_CLASSES)} {inner} }}}}" if chance.random() < 0.5 else _draw_block(inner, chance)
    match chance.randrange(24):
        case 0:
            at = chance.randrange(len(tag))
            return tag[:at] + tag[at + chance.choice([1, 2, 5]) :]
        case 1:
            return tag + draw_tag(chance)
        case 2:
            return f"{{# {tag} #}}" if chance.random() < 0.5 else f"{{# {tag}"
        case 3:
            return tag.replace("{{", "{{-").replace("%}", "-%}")
        case 4:
            return tag.replace(" ", chance.choice(["\u00a0", "\u200b", "\n", "\u2028", "  "]))
        case 5:
            return tag.replace("'", chance.choice(["’", "‘", "“"]))
    return tag


def draw_value(chance: random.Random, depth: int) -> str:
    """An expression, at times deeper or longer than anybody would write."""
    atom = chance.choice(_NAMES) if chance.random() < 0.6 else chance.choice(_VALUES)
    if depth <= 0:
        return atom
    inner = draw_value(chance, depth - 1)
    times = chance.choice([1, 1, 1, 1, 2, 60, 3000]) if chance.random() < 0.2 else 1
    match chance.randrange(9):
        case 0 | 1:
            return inner + f" | {chance.choice(_FILTERS)}" * times
        case 2:
            return inner + f" {chance.choice(_SIGNS)} {atom}" * times
        case 3:
            return "(" * times + inner + ")" * times
        case 4:
            attribute = chance.choice(_ATTRIBUTES)
            return inner + (attribute if attribute.startswith("[") else f".{attribute}") * times
        case 5:
            return f"{inner} if {atom} else {draw_value(chance, depth - 1)}"
        case 6:
            return f"{inner} is {chance.choice(_TESTS)}"
        case 7:
            return chance.choice(["-", "not ", "+"]) * times + inner
        case _:
            return f"{inner}({atom}, x={atom})" if chance.random() < 0.5 else f"{atom}[{inner}]"


def _draw_block(inner: str, chance: random.Random) -> str:
    times = chance.choice([1, 1, 1, 1, 3, 13, 40])
    kind = chance.choice(_CLASSES)
    match chance.randrange(5):
        case 0:
            return f"{{%{kind} for x in {inner} %}}" * times + "y" + f"{{%{kind} endfor %}}" * times
        case 1:
            return f"{{%{kind} if {inner} %}}" * times + "y" + f"{{%{kind} endif %}}" * times
        case 2:
            keyword = chance.choice(["for x in range(9)", f"for x in {inner} recursive", f"for x in isi if {inner}"])
            return f"{{%{kind} {keyword} %}}{{{{ x }}}}{{%{kind} endfor %}}"
        case _:
            return f"{{%{kind} {chance.choice(_KEYWORDS).format(inner)} %}}"
