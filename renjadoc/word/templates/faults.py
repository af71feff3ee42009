"""What is wrong with a template, said with the paragraph that it stands in: before it is filled, and while it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError, nodes

from renjadoc import cache
from renjadoc.matching import find_near
from renjadoc.problem import Location, Problem, Severity, shorten_text
from renjadoc.word.templates import nesting, paper, tags
from renjadoc.word.templates.budget import TooMuch
from renjadoc.word.templates.environment import TemplateEnvironment
from renjadoc.word.templates.facts import LOOP
from renjadoc.word.templates.short_tags import show_short
from renjadoc.word.templates.template import Template
from renjadoc.word.templates.words import ValueUnfit, explain_message, hide_rooms

_KIND = "templat"
_GOOD = b"baik"
_TAG_HINT = "Tulis ulang tanda itu tanpa spasi atau format di tengahnya; setiap for/if perlu endfor/endif."
#: Word begins a paragraph with a capital by itself.
_CAPITAL = re.compile(r"{%\w{0,2}\s*(?:If|For|Else|Elif|Endif|Endfor|IF|FOR|ELSE|ENDIF|ENDFOR)\b")
_LETTER_HINT = "Tulis if, for, else, endif, dan endfor dengan huruf kecil; tekan Ctrl+Z bila Word membesarkannya."
#: The tags of lists before the chapters, and of parts that a document may have there.
LISTS = ("daftar_isi", "daftar_tabel", "daftar_gambar", "daftar_lampiran")
FRONT_TAGS = ("lembar_pengesahan", "kata_pengantar", "ringkasan")
#: What is a paragraph or more, and takes the place of one.
BLOCK_NAMES = frozenset(
    ["blok.xml", "blok.xml_lanskap", "blok.judul_tabel", "blok.catatan", "logo", "tanda_tangan", *LISTS, *FRONT_TAGS]
)
_BLOCK_ROOTS = frozenset(name.partition(".")[0] for name in BLOCK_NAMES)
#: What is meant as the short tag of a column.
_COLUMN = re.compile(r"k\d+", re.IGNORECASE)
#: Without a form these print `Rp1.000.000` and `85,58%`.
_DOUBLED_UNIT = re.compile(
    r"Rp\.?\s*{{\s*(?:pagu\.\w+|program\[[^\]{}]{1,30}\]\.(?!nama)\w+)\s*}}|{{\s*capaian\.\w+\s*}}\s*%"
)
_ATTRIBUTE = re.compile(r"has no attribute '(\w+)'")


def find_problems(template: Template, environment: TemplateEnvironment, names: set[str]) -> list[Problem]:
    """Broken tags, names that nothing fills, and a missing loop over the document's blocks."""
    if template.facts.faults:
        return [
            Problem("RJ041", Location(template.name), f"{message}, pada paragraf “{shorten_text(text, 120)}”", hint)
            for message, text, hint in template.facts.faults
        ]
    # A template that was found good for these names and filters is good for them.
    verdict = cache.make_key(template.cache_key, *sorted(names), "|", *sorted(environment.filters))
    if cache.read_entry(_KIND, verdict, bytes) == _GOOD:
        return []
    problems: list[Problem] = []
    for source in template.sources.values():
        problems += _find_in_source(template, environment, source, names)
    if not LOOP.search(template.body):
        hint = "Tambahkan {%p for blok in isi %} … {%p endfor %}; lihat docs/templat.md."
        problems.append(Problem("RJ041", Location(template.name), "perulangan “for blok in isi” tidak ada", hint))
    if (width := template.text_width(landscape=False)) < paper.NARROWEST:
        problems.append(Problem("RJ041", Location(template.name), paper.describe_width(width), paper.ADVICE))
    if not problems:
        cache.write_entry(_KIND, verdict, _GOOD)
    return problems


def list_repairs(template: Template) -> list[Problem]:
    """What was put right in a template for this document only; the template itself stays as it is."""
    said = "pemisah bagian berada di paragraf tanda “{}”, dan dibaca sebagai paragraf sesudahnya"
    hint = "Di Word: letakkan kursor sesudah tanda itu, tekan Enter, lalu simpan; Tata Letak > Pemisah."
    return [
        Problem("RJ041", Location(template.name), said.format(shorten_text(text, 120)), hint, Severity.WARNING)
        for text in template.facts.repaired
    ]


def list_doubled_units(template: Template) -> list[Problem]:
    """Names that print their unit themselves, beside the same unit as it was typed."""
    hint = "Hapus satuannya yang diketik, atau tulis {{ … | angka }}."
    return [
        Problem("RJ041", Location(template.name), f"satuan tercetak dua kali: “{found[0]}”", hint, Severity.WARNING)
        for source in template.sources.values()
        for found in _DOUBLED_UNIT.finditer(source)
    ]


def _find_in_source(
    template: Template, environment: TemplateEnvironment, source: str, names: set[str]
) -> Iterator[Problem]:
    if bad := tags.find_bad_text(source):
        yield _tag_problem(template, source, *bad)
        return
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield _tag_problem(template, source, error.lineno, explain_message(error.message))
        return
    except RecursionError:
        yield _tag_problem(template, source, 1, tags.TOO_DEEP)
        return
    unknown = sorted(_free_names(tree) - names - {"loop"})
    yield from (_unknown_name(template, source, name, names) for name in unknown)
    if bad := tags.find_bad_tag(tree):
        yield _tag_problem(template, source, *bad)
        return
    if (line := nesting.find_broken_block(tree)) is not None:
        said = "for/if mulai dan berakhir di sel, baris, atau kotak yang berbeda"
        yield _tag_problem(template, source, line, said)
        return
    yield from (_misplaced(template, source, one) for one in nesting.find_misplaced(tree, BLOCK_NAMES))
    for node in tree.find_all(nodes.Filter):
        if node.name not in environment.filters:
            said = f"saringan “{node.name}” tidak dikenal, pada paragraf “{_paragraph_text(source, node.lineno)}”"
            hint = "Saringan yang boleh dipakai ada dalam docs/templat.md."
            yield Problem("RJ042", Location(template.name), said, hint)


def _free_names(tree: nodes.Template) -> set[str]:
    """The names that a template reads and does not set itself."""
    found = list(tree.find_all(nodes.Name))
    return {node.name for node in found if node.ctx == "load"} - {node.name for node in found if node.ctx != "load"}


def _tag_problem(template: Template, source: str, line: int, message: str) -> Problem:
    text = _paragraph_text(source, line)
    said = f"tanda templat rusak ({message}) pada paragraf “{text}”"
    hint = _LETTER_HINT if _CAPITAL.search(text) else _TAG_HINT
    return Problem("RJ041", Location(template.name), said, hint)


def _misplaced(template: Template, source: str, value: nesting.Misplaced) -> Problem:
    said = f"“{value.name or 'nilai ini'}” menggantikan satu paragraf penuh, tetapi ditulis di dalam teks"
    hint = f"Tulis {{{{p {value.name} }}}}, sendirian di paragrafnya."
    if not value.is_block:
        said = f"“{value.name or 'nilai ini'}” adalah teks biasa dan tidak dapat menggantikan satu paragraf penuh"
        hint = f"Tulis {{{{ {value.name or '…'} }}}}, tanpa p."
    shown = f"{said}, pada paragraf “{_paragraph_text(source, value.line)}”"
    return Problem("RJ041", Location(template.name), shown, hint)


def _unknown_name(template: Template, source: str, name: str, names: set[str]) -> Problem:
    pattern = re.compile(rf"{{[{{%][^{{}}]*\b{re.escape(name)}\b")
    line = next((n for n, text in enumerate(source.split("\n"), 1) if pattern.search(text)), 1)
    said = f"nama “{name}” tidak dikenal, pada paragraf “{_paragraph_text(source, line)}”"
    hint = f"Nama yang boleh dipakai: {', '.join(sorted(names))}."
    if name.removeprefix("p") in _BLOCK_ROOTS:  # {{pdaftar_isi }}
        hint = f"Maksudnya {{{{p {name.removeprefix('p')} … }}}}: sesudah p ada satu spasi, bukan tab."
    elif meant := find_near(name.lower(), names):
        hint = f"Maksudnya “{meant}”? {hint}"
    if _COLUMN.fullmatch(name):
        hint = (
            "Tanda pendek k1, k2, … (huruf kecil) hanya dikenal di baris isi sebuah pola tabel, sampai kolom terakhir "
            "pola itu; daftarnya dalam docs/templat.md."
        )
    return Problem("RJ042", Location(template.name), said, hint)


def explain_error(template: Template, error: Exception, source: str) -> Problem:
    """The problem behind an error of filling `source`: every paragraph has a line of its own there."""
    code = "RJ042" if isinstance(error, UndefinedError) else "RJ041"
    missing = _ATTRIBUTE.search(str(error))
    if missing:
        what = f"bagian “{missing[1]}” tidak dikenal"
    elif isinstance(error, ValueUnfit):
        what = str(error)
    else:
        reason = _explain_filling(error)
        what = f"templat tidak dapat diisi ({reason})"
    said = f"{what}, pada paragraf “{_paragraph_text(source, _find_template_line(error))}”"
    return Problem(
        code, Location(template.name), said, "Nama dan saringan yang boleh dipakai ada dalam docs/templat.md."
    )


def _explain_filling(error: Exception) -> str:
    if isinstance(error, TooMuch):
        return str(error)
    return explain_message(error.message) if isinstance(error, TemplateError) else "hitungannya tidak mungkin"


def _paragraph_text(lined: str, line: int) -> str:
    lines = lined.split("\n")
    text = show_short(hide_rooms(re.sub(r"<[^>]+>", "", lines[min(max(line, 1), len(lines)) - 1]).strip()))
    return text if len(text) <= 120 else text[:117] + "…"


def _find_template_line(error: Exception) -> int:
    """The innermost line of template code in a traceback."""
    line = getattr(error, "lineno", None) or 0
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
