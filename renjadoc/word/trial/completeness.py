"""Whether a template prints everything of a document once, and what it leaves out or prints twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, get_type_hints

from renjadoc import cache, resources
from renjadoc.problem import Location, Problem, Severity, shorten_text
from renjadoc.word import blocks
from renjadoc.word.templates.faults import LISTS
from renjadoc.word.templates.short_tags import find_column_tag
from renjadoc.word.templates.template import Template
from renjadoc.word.trial import stated_facts, stated_values, stated_words
from renjadoc.word.trial.trial import Shape, Trial, run_trial

_KIND = "templat"
#: What a template says that it leaves out on purpose: {#p tanpa evaluasi.kode #}.
_LEFT_OUT = re.compile(r"{#\s*+tanpa\s([\w.,\s]*+)#}")
#: May stand more than once: on the cover and on a page of its own.
_OFTEN = ("logo", "tanda_tangan", "pengesahan.")
#: Yet no more often than these times: behind every block of a chapter it was not meant.
_MOST_OFTEN = 3
#: Beside a cell "sub" they are the kegiatan's, which its first row says: templates may merge them downwards.
_OF_KEGIATAN = ("nomor", "uraian")
_WORDS = {
    "blok.xml": "uraian bab", "blok.xml_lanskap": "uraian dan tabel bebas di halaman lanskap", "logo": "lambang daerah",
    "tanda_tangan": "gambar tanda tangan",
}  # fmt: skip


def read_shape(content: Iterable[blocks.Block], places: Iterable[str], *, is_turned: bool) -> Shape:
    """The shape of a document; `is_turned` tells whether any of it stands on landscape pages."""
    patterns: dict[str, dict[str, dict[str, str]]] = {}
    noted = set()
    for block in content:
        if isinstance(block, blocks.PatternTable):
            kinds = patterns.setdefault(block.pattern, {})
            for row in block.rows:
                if row["jenis"] not in kinds:
                    kinds[row["jenis"]] = {name: type(value).__name__ for name, value in row.items()}
            if block.notes:
                noted.add(block.pattern)
    return Shape(patterns, sorted(noted), sorted(places), is_turned)


def try_template(template: Template, shape: Shape, names: Mapping[str, Any]) -> Trial | None:
    """What a template makes of a document of that shape; None where it cannot be filled at all. Kept between runs.

    `names` are those of the document: a template may do something else by them.
    """
    known = {name: value for name, value in names.items() if name != "pengesahan"}
    key = cache.make_key(template.cache_key, "cetak", json.dumps(shape), json.dumps(known, default=str, sort_keys=True))
    if (kept := cache.read_entry(_KIND, key, _decode_trial)) is not None:
        return kept[0]
    trial = run_trial(template, shape, known)
    cache.write_entry(_KIND, key, json.dumps(trial).encode())
    return trial


def _decode_trial(data: bytes) -> tuple[Trial | None]:
    """In a tuple, because that a template cannot be tried is kept too."""
    stated = json.loads(data)
    if stated is None:
        return (None,)
    trial = Trial(*stated)
    for name, shape in get_type_hints(Trial).items():
        cache.check_shape(getattr(trial, name), shape)
    return (trial,)


def find_losses(template: Template, shape: Shape, names: Mapping[str, Any]) -> list[Problem]:
    """What a template leaves out or prints twice. What the template of renjadoc leaves out may be left out."""
    trial = try_template(template, shape, names)
    if trial is None:
        return []  # Filling it for good says why.
    usual = try_template(_find_usual(template), shape, names)
    left_out = {name for found in _LEFT_OUT.findall(template.body) for name in re.split(r"[,\s]+", found.strip())}
    problems = [
        _make_problem(template, name, times, is_hidden=name in trial.hidden)
        for name, times in trial.printed.items()
        if (_is_loss(name, trial, usual) or name in trial.twice) and not ("." in name and _drop_kind(name) in left_out)
    ]
    problems += [_make_turned_problem(template, name) for name in trial.misplaced]
    problems += [_make_page_problem(template, *loss) for loss in template.facts.losses if loss[2] not in left_out]
    if usual is not None and usual is not trial:
        problems += stated_facts.find_unsaid(template.name, trial, usual, names, left_out)
        problems += stated_words.find_lost_words(template.name, trial, usual, left_out)
        problems += stated_values.find_misplaced(template.name, trial, usual, left_out)
    return problems


def _find_usual(template: Template) -> Template:
    path = resources.templates_folder() / "renja.docx"
    return template if template.name == path.as_posix() else Template(path, path.as_posix())


def _drop_kind(name: str) -> str:
    """The name of a cell whatever the kind of its row: `evaluasi.kegiatan.kode` -> `evaluasi.kode`."""
    pattern, _, cell = name.partition(".")
    return f"{pattern}.{cell.rpartition('.')[2]}" if pattern != "blok" else ""


def _is_repeated(name: str, trial: Trial) -> bool:
    """Whether a row above says the same: a template may leave it out."""
    row, _, cell = name.rpartition(".")
    of_kegiatan = cell in _OF_KEGIATAN and row.endswith((".sub", ".sub_rinci")) and f"{row}.sub" in trial.printed
    return cell == "ulangan" or of_kegiatan


def _is_loss(name: str, trial: Trial, usual: Trial | None) -> bool:
    times, is_repeated = trial.printed[name], _is_repeated(name, trial)
    wanted = 1 if usual is None or is_repeated else usual.printed.get(name, 0)
    if not times and is_repeated:
        return False
    most = _MOST_OFTEN if name.startswith(_OFTEN) else 1
    return wanted > 0 if not times else times > max(wanted, most)


def _make_problem(template: Template, name: str, times: int, *, is_hidden: bool) -> Problem:
    what, tag = _describe(name)
    where = Location(template.name)
    if not times and is_hidden:
        message = f"templat mencetak {what} dengan huruf atau di tempat yang tidak terlihat"
        hint = f"Pada {tag}: hapus huruf tersembunyi, sewarna latarnya, di bawah 3 pt, berhimpitan, atau berupa lambang"
        hint += (
            " (Wingdings), tinggi dan spasi baris yang terlalu kecil, gabungan sel ke atas, atau letak di luar kertas."
        )
        return Problem("RJ045", where, message, hint)
    if times:
        message = f"templat mencetak {what} {times} kali"
        return Problem("RJ045", where, message, f"Hapus {tag} yang berlebih dari templat.")
    hint = f"Tambahkan {tag} di templat"
    if name.count(".") == 2 or name.startswith("pengesahan."):
        hint += f", atau nyatakan bahwa ia sengaja tidak dicetak: {{#p tanpa {_drop_kind(name)} #}}"
    severity = Severity.WARNING if name in LISTS else Severity.ERROR
    return Problem("RJ045", where, f"templat tidak mencetak {what}", f"{hint}; lihat docs/templat.md.", severity)


def _describe(name: str) -> tuple[str, str]:
    """What is printed under a name, and the tag that prints it."""
    first, _, rest = name.partition(".")
    if name in _WORDS or not rest or first == "blok":
        return _WORDS.get(name, first.replace("_", " ").title()), f"{{{{p {name} }}}}"
    if first == "pengesahan":
        return f"“{rest}” pada blok tanda tangan", f"{{{{ {name} }}}}"
    if rest in ("judul_tabel", "catatan"):
        said = "judul" if rest == "judul_tabel" else "catatan di bawah"
        return f"{said} tabel pola {first}", f"{{{{p blok.{rest} }}}}"
    kind, _, cell = rest.partition(".")
    short, tag = find_column_tag(first, kind, cell), f"{{{{ baris.{cell}|sel }}}}"
    return f"“{cell}” pada baris {kind} tabel pola {first}", f"{short} (atau {tag})" if short else tag


def _make_turned_problem(template: Template, name: str) -> Problem:
    pattern, _, what = name.partition(".")
    is_turned = name == "blok.xml_lanskap" or template.patterns.get(pattern, False)
    lies, wanted = ("tegak", "lanskap") if is_turned else ("lanskap", "tegak")
    of_table = f" (tabel pola {pattern})" if pattern in template.patterns else ""
    message = f"{{{{p blok.{what} }}}}{of_table} tercetak di halaman {lies}, bukan {wanted}"
    hint = (
        "Letakkan di dalam polanya, sesudah {%p if blok.pola == … %}."
        if of_table
        else (
            "Pemisah bagian hilang atau berpindah: letakkan kembali di antara {%p if blok.awal_lanskap %} dan "
            "{%p endif %}, dan di antara {%p if blok.akhir_lanskap %} dan {%p endif %}."
        )
    )
    return Problem("RJ045", Location(template.name), message, hint)


def _make_page_problem(template: Template, message: str, hint: str, name: str) -> Problem:
    meant = f"Bila memang demikian: {{#p tanpa {name} #}}."
    return Problem("RJ045", Location(template.name), message, f"{hint} {meant}", Severity.WARNING)


def count_rows(content: Iterable[blocks.Block], trial: Trial) -> int | None:
    """How many rows of Word a document has when it is filled; None where the trial does not tell."""
    total = trial.own
    for block in content:
        if isinstance(block, blocks.GridTable):
            total += len(block.head) + len(block.body)
        elif isinstance(block, blocks.PatternTable):
            kinds = Counter(row["jenis"] for row in block.rows)
            counts = [(times, trial.rows.get(f"{block.pattern}.{kind}", 0)) for kind, times in kinds.items()]
            if any(not each for _, each in counts):
                return None
            total += trial.heads.get(block.pattern, 0) + sum(times * each for times, each in counts)
    return total


def make_rows_problem(template: Template, printed: int, wanted: int) -> Problem:
    """A problem of a template that passes over some rows, or prints some twice, by what stands in them."""
    message = f"templat mencetak {printed} baris tabel, padahal seharusnya {wanted}"
    hint = "Periksa {%tr if … %} dalam templat: setiap baris isi harus tercetak satu kali."
    return Problem("RJ045", Location(template.name), message, hint)


def prints_all_texts(trial: Trial) -> bool:
    """Whether every place of texts was printed once, so that each paragraph of a document has to stand in it once."""
    rows = {name for name in trial.printed if name.count(".") == 2}
    return all(times == 1 for name, times in trial.printed.items() if name not in rows and not name.startswith(_OFTEN))


def make_texts_problem(template: Template, texts: list[str]) -> Problem:
    """A problem of a template that passes over some paragraphs, or prints some twice, by what stands in them."""
    first = next((text for text in texts if text.strip()), "")
    message = f"templat menghilangkan atau menggandakan {len(texts)} paragraf, yang pertama “{shorten_text(first, 80)}”"
    hint = "Periksa {%p if … %} dalam templat: setiap {{p blok.… }} harus tercetak satu kali, apa pun isinya."
    return Problem("RJ045", Location(template.name), message, hint)


def make_notes_problem(template: Template, count: int) -> Problem:
    """A problem of a template that prints texts with footnotes not once."""
    message = f"templat menghilangkan atau menggandakan {count} catatan kaki"
    hint = "Setiap {{p … }} yang mencetak naskah harus ada tepat satu kali; lihat docs/templat.md."
    return Problem("RJ045", Location(template.name), message, hint)
