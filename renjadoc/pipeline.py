"""One run from a content folder to a Word file: load, check, compose, fill, lay out, write."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from renjadoc import resources, save
from renjadoc.compose import Composer, open_matters
from renjadoc.content.folder import Folder
from renjadoc.examine import examine_folder, list_notes
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.word import package, render, writer
from renjadoc.word.render import Document, Packed
from renjadoc.word.template import Template

if TYPE_CHECKING:
    from renjadoc.word.pages import Office

Say = Callable[[str], None]


class Made:
    """What a run made: the files, the number of pages (None when nothing could lay them out), what is still open."""

    def __init__(self, docx: Path, *, still_open: list[str], warnings: list[Problem], notes: list[str]) -> None:
        self.docx = docx
        self.pdf: Path | None = None
        self.page_count: int | None = None
        self.open = still_open
        self.warnings = warnings
        self.notes = notes


class Order(NamedTuple):
    """What is wanted: where from, where to, with which template, and whether page numbers and a PDF are made."""

    content: Path
    output: Path | None = None
    template: Path | None = None
    pdf: bool = False
    overwrite: bool = False
    page_numbers: bool = True


def make(order: Order, say: Say = lambda _: None, office: Office | None = None) -> Made:
    """Make the document. Raises ProblemsFound; then nothing was written and what stood there is untouched.

    `office` is a LibreOffice that is already running, for those who make many; without one it starts when it is needed.
    """
    reading, outcome = examine_folder(order.content)
    raise_on_errors(outcome.problems)
    if reading is None:  # Without dokumen.json there is always an error.
        raise ProblemsFound(outcome.problems)
    folder, document = reading.folder, Composer(reading).document()
    template = template_for(folder, document, order.template)
    output = order.output or Path(default_name(folder, "Renja"))
    if not order.overwrite:
        refuse_edited(output)
    still_open = open_matters(document, reading)
    made = Made(output, still_open=still_open, warnings=outcome.problems, notes=list_notes(outcome))
    fill = partial(render.pack, template, document)
    packed = fill({})
    if packed.open_marks:
        made.open.insert(0, f"{packed.open_marks} isian belum ada (ditandai …)")
    data = packed.data
    if order.page_numbers or order.pdf:
        data = _with_pages(order, made, packed, fill, writer.toc_bookmark(document.headings()[0]), say, office)
    save.write_file(output, data)
    return made


def template_for(folder: Folder, document: Document, stated: Path | None) -> Template:
    """The template that was asked for, or the one that the folder names. Raises ProblemsFound if it does not fit."""
    path = stated or _find_template(folder, str(folder.dokumen.data["templat"]))
    template = Template(path, path.as_posix())
    raise_on_errors(render.check(template, document))
    return template


def _find_template(folder: Folder, stated: str) -> Path:
    """A template beside the content wins over one that comes with renjadoc; both by plain file name."""
    for place in (folder.root, resources.templates_folder()):
        path = place / stated
        if path.is_file():
            return path
    hint = f"Templat yang ada: {', '.join(sorted(p.name for p in resources.templates_folder().glob('*.docx')))}."
    problem = folder.dokumen.problem("RJ040", "/templat", f"templat “{stated}” tidak ditemukan", hint)
    raise ProblemsFound([problem])


def default_name(folder: Folder, kind: str) -> str:
    """What a document is called if nobody says it: `Renja-2021-Dinkop-UKM.docx`."""
    short = re.sub(r"[^\w]+", "-", folder.dokumen.data["perangkat_daerah"]["singkatan"]).strip("-")
    return f"{kind}-{folder.tahun}-{short}.docx"


def refuse_edited(output: Path) -> None:
    """Raise ProblemsFound if a person edited what stands at `output`."""
    if output.exists() and not package.is_untouched(output):
        hint = "Simpan hasil suntingan itu dengan nama lain, atau jalankan dengan --timpa untuk menggantinya."
        message = "berkas ini sudah disunting orang, atau bukan buatan renjadoc, dan tidak ditimpa"
        raise ProblemsFound([Problem("RJ050", Location(str(output)), message, hint)])


def _with_pages(
    order: Order,
    made: Made,
    first: Packed,
    fill: Callable[[dict[str, str]], Packed],
    first_bookmark: str,
    say: Say,
    office: Office | None,
) -> bytes:
    """The document with page numbers in its contents; as it is, with a note, where nothing can lay it out.

    `first` is the document without them, `fill` makes it with page labels by bookmark; page 1 is that of
    `first_bookmark`.
    """
    from renjadoc.word import pages  # Late: it drives other programs.

    program = pages.office()
    if program is None:
        made.notes.append(
            "LibreOffice tidak ada di komputer ini: nomor halaman dalam Daftar Isi dikosongkan"
            + (" dan PDF tidak dibuat" if order.pdf else "")
            + ". Di Word: klik Daftar Isi, lalu tekan F9."
        )
        return first.data
    data = first.data
    try:
        with nullcontext(office) if office else pages.Office(program) as running:
            places = pages.known(program, first.fingerprint)
            if places is None:
                say("Menghitung nomor halaman …")
                places = running.lay_out([data])[0]
                pages.keep(program, first.fingerprint, places)
            data = fill(pages.labels(places, first_bookmark)).data
            made.page_count = places.page_count
            if order.pdf:
                say("Membuat PDF …")
                layout = running.lay_out([data])[0]
                made.pdf = made.docx.with_suffix(".pdf")
                save.write_file(made.pdf, layout.pdf)
    except pages.LayoutFailed as error:
        made.notes.append(f"{error}: nomor halaman dalam Daftar Isi dikosongkan. Di Word: klik Daftar Isi, tekan F9.")
    return data
