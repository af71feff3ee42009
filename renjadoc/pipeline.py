"""One run from a content folder to a Word file: load, check, compose, fill, lay out, write."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from renjadoc import journal, opening, resources, save
from renjadoc.checks.places import name_places
from renjadoc.compose import compose_document, list_open_matters
from renjadoc.content.folder import Folder
from renjadoc.examine import examine_folder, list_notes
from renjadoc.problem import Location, Problem, ProblemsFound, raise_on_errors
from renjadoc.word.packages import fonts, package
from renjadoc.word.templates.template import Template
from renjadoc.word.writing import render, writer
from renjadoc.word.writing.render import Document, PackedDocument

if TYPE_CHECKING:
    from renjadoc.checks.run import Examination
    from renjadoc.reading import Reading
    from renjadoc.word.layout.pages import BookmarkPages, LibreOffice
    from renjadoc.word.writing.tables_document import ReportTable

Say = Callable[[str], None]


_Fill = Callable[[Mapping[str, str]], PackedDocument]


@dataclass
class MadeFiles:
    """What a run made: the files, the number of pages (None when nothing could lay them out), what is still open."""

    docx: Path
    open: list[str]
    warnings: list[Problem]
    notes: list[str]
    reading: Reading | None = None
    pdf: Path | None = None
    page_count: int | None = None
    #: How many cells and texts are marked as open.
    open_cells: int = 0
    #: The page numbers that stand in its contents, by bookmark.
    page_labels: Mapping[str, str] = field(default_factory=dict)


class DocumentOrder(NamedTuple):
    """What is wanted: where from, where to, with which template, and whether page numbers and a PDF are made.

    `page_labels` are those of an earlier run: where they still hold, a PDF takes one layout in the place of two.
    """

    content: Path
    output: Path | None = None
    template: Path | None = None
    pdf: bool = False
    overwrite: bool = False
    page_numbers: bool = True
    page_labels: Mapping[str, str] = MappingProxyType({})


def make_document(
    order: DocumentOrder,
    say: Say = lambda _: None,
    office: LibreOffice | None = None,
    examined: tuple[Reading | None, Examination] | None = None,
) -> MadeFiles:
    """Make the document. Raises ProblemsFound; then nothing was written and what stood there is untouched.

    `office` is a LibreOffice that is already running, for those who make many; without one it starts when it is needed.
    `examined` is what `examine_folder` said of the folder, for those who have asked it already.
    """
    reading, outcome = examined or examine_folder(order.content)
    raise_on_errors(name_places(reading, outcome.problems))
    if reading is None:  # Without dokumen.json there is always an error.
        raise ProblemsFound(outcome.problems)
    folder, document = reading.folder, compose_document(reading)
    template, warnings = find_template(folder, document, order.template)
    output = order.output or Path(name_file(folder, "Renja"))
    if not order.overwrite:
        refuse_edited_file(output)
    told = [*outcome.problems, *warnings]
    made = MadeFiles(output, list_open_matters(document, reading), told, list_notes(outcome), reading)
    fill = partial(render.pack_document, template, document)
    # Filled with the right numbers at once, a document needs no second layout for its PDF.
    guess = order.page_labels if order.pdf else {}
    packed = fill(guess)
    if packed.open_marks:
        made.open_cells = packed.open_marks
        made.open.insert(0, f"{packed.open_marks} isian belum ada (ditandai …)")
    data = packed.data
    if order.page_numbers or order.pdf:
        first = writer.toc_bookmark(document.headings()[0])
        wanted = fonts.find_fonts(template.parts)
        data = _Pages(order, made, fill, first, wanted, say).number(packed, guess, office)
    made.notes += journal.say_kept(write_result(output, data))
    return made


def write_result(output: Path, data: bytes) -> Path | None:
    """Write a document; where the one lies that somebody edited and that it replaces. Raises ProblemsFound."""
    if _is_edited(output):
        return journal.replace_file(output, data)
    save.write_file(output, data)
    return None


def find_template(folder: Folder, document: Document, stated: Path | None) -> tuple[Template, list[Problem]]:
    """The template that was asked for, or the one that the folder names, and what has to be told of it.

    Raises ProblemsFound if it does not fit.
    """
    path = stated or _find_template(folder, str(folder.facts["templat"]))
    template = Template(path, path.as_posix())
    problems = render.find_problems(template, document)
    raise_on_errors(problems)
    return template, problems


def _find_template(folder: Folder, stated: str) -> Path:
    """A template beside the content wins over one that comes with renjadoc; both by plain file name.

    One that came with an earlier version and was never changed gives way to that of this version.
    """
    own = folder.root / stated
    if os.path.lexists(own):
        if opening.is_plain(own, folder.root):
            return resources.templates_folder() / "renja.docx" if _came_with_us(own) else own
        hint = "Salin templat itu sendiri ke dalam folder isi."
        message = f"templat “{stated}” bukan berkas biasa di dalam folder ini"
        raise ProblemsFound([folder.dokumen.problem("RJ040", "/templat", message, hint)])
    known = resources.templates_folder() / stated
    if known.is_file():
        return known
    hint = f"Templat yang ada: {', '.join(sorted(p.name for p in resources.templates_folder().glob('*.docx')))}."
    problem = folder.dokumen.problem("RJ040", "/templat", f"templat “{stated}” tidak ditemukan", hint)
    raise ProblemsFound([problem])


def make_report(title: str, tables: Sequence[ReportTable], reading: Reading | None) -> bytes:
    """A report of tables in Word, in the look of the folder's own documents.

    A folder with faults may have no document yet: its report is made all the same, in our own template.
    """
    from renjadoc.word.writing.tables_document import make_tables_document

    if reading is not None:
        with suppress(Exception):
            document = compose_document(reading)
            template, _ = find_template(reading.folder, document, None)
            return make_tables_document(template, document, title, tables)
    path = resources.templates_folder() / "renja.docx"
    plain = Document([], {"kaki": title, "daerah": {"lengkap": ""}}, None, None, title, "renjadoc")
    return make_tables_document(Template(path, path.as_posix()), plain, title, tables)


def _came_with_us(path: Path) -> bool:
    known = resources.data_file("templat-lama.txt").read_text("ascii").split()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() in known


def name_file(folder: Folder, kind: str) -> str:
    """What a document is called if nobody says it: `Renja-2021-Dinkop-UKM.docx`."""
    short = re.sub(r"[^\w]+", "-", folder.facts["perangkat_daerah"]["singkatan"]).strip("-")
    change = "Perubahan-" if "perubahan" in folder.facts else ""
    return f"{kind}-{change}{folder.tahun}-{short}.docx"


def _is_edited(output: Path) -> bool:
    """Whether something stands at `output` that is not as we made it."""
    return output.exists() and not package.is_untouched(output)


def refuse_edited_file(output: Path) -> None:
    """Raise ProblemsFound if a person edited what stands at `output`."""
    if _is_edited(output):
        hint = (
            f"Masukkan dahulu suntingannya ke dalam isi: renjadoc serap {output} FOLDER. Atau simpan hasil suntingan "
            "itu dengan nama lain, atau jalankan dengan --timpa untuk menggantinya."
        )
        message = "berkas ini sudah disunting orang, atau bukan buatan renjadoc, dan tidak ditimpa"
        raise ProblemsFound([Problem("RJ050", Location(str(output)), message, hint)])


class _Pages:
    """Gives a document page numbers, and the order's PDF; without either, and with a note, where nothing lays it out.

    `fill` makes the document with page labels by bookmark; page 1 is that of `first_bookmark`. `wanted` are the fonts
    of the template.
    """

    def __init__(
        self, order: DocumentOrder, made: MadeFiles, fill: _Fill, first_bookmark: str, wanted: list[str], say: Say
    ) -> None:
        self._order, self._made, self._fill, self._say = order, made, fill, say
        self._first_bookmark, self._fonts = first_bookmark, wanted

    def number(self, first: PackedDocument, guess: Mapping[str, str], office: LibreOffice | None) -> bytes:
        """The document with page numbers in its contents; `first` is the one with those of `guess`."""
        from renjadoc.word.layout import pages  # Late: not every run lays its document out.

        program = pages.find_libreoffice()
        if program is None:
            pdf = " dan PDF tidak dibuat" if self._order.pdf else ""
            missing = f"LibreOffice tidak ada di komputer ini: nomor halaman dalam Daftar Isi dikosongkan{pdf}."
            self._made.notes.append(f"{missing} Di Word: klik Daftar Isi, lalu tekan F9.")
            return self._fill({}).data if guess else first.data
        try:
            with nullcontext(office) if office else pages.LibreOffice(program) as running:
                return self._number_with(program, first, guess, running)
        except pages.LayoutFailed as error:
            todo = "nomor halaman dalam Daftar Isi dikosongkan. Di Word: klik Daftar Isi, tekan F9."
            self._made.notes.append(f"{error}: {todo}")
        return self._fill({}).data if guess else first.data

    def _number_with(
        self, program: str, first: PackedDocument, guess: Mapping[str, str], running: LibreOffice
    ) -> bytes:
        """Pages of an earlier run are taken where nothing changed; else the document is laid out."""
        from renjadoc.word.layout import pages

        places: BookmarkPages | None = pages.recall_pages(program, first.fingerprint)
        pdf = b""
        if places is None:
            self._say("Menghitung nomor halaman …")
            places = layout = running.lay_out([first.data])[0]
            pdf = layout.pdf
            pages.remember_pages(program, first.fingerprint, places)
        self._tell_pages(places)
        self._made.page_labels = pages.label_pages(places, self._first_bookmark)
        data = first.data if self._made.page_labels == guess else self._fill(self._made.page_labels).data
        if self._order.pdf:
            self._say("Membuat PDF …")
            self._write_pdf(pdf if pdf and data == first.data else running.lay_out([data])[0].pdf)
        return data

    def _tell_pages(self, places: BookmarkPages) -> None:
        """What must be known of how the pages were laid out."""
        from renjadoc.word.layout import pages

        self._made.page_count = places.page_count
        if places.is_outdated:
            newest = ".".join(map(str, pages.OLDEST_OFFICE))
            self._made.notes.append(
                f"{places.producer.partition(' (')[0]} memotong baris lain daripada Word: nomor halaman dalam "
                f"Daftar Isi dapat meleset. Pasang LibreOffice {newest} atau lebih baru, lalu buat lagi; "
                "atau tekan F9 di Word."
            )
        if missing := fonts.find_missing(self._fonts, places.fonts):
            self._made.notes.append(
                f"Fonta {' dan '.join(f'“{name}”' for name in missing)} tidak ada di komputer ini: "
                "nomor halaman dihitung dengan fonta lain dan dapat meleset. "
                "Pasang fonta itu, lalu buat lagi; atau tekan F9 di Word."
            )

    def _write_pdf(self, pdf: bytes) -> None:
        self._made.pdf = target = self._made.docx.with_suffix(".pdf")
        if not target.exists() or _is_plain_print(target):
            save.write_file(target, pdf)
        else:
            self._made.notes += journal.say_kept(journal.replace_file(target, pdf))


def _is_plain_print(pdf: Path) -> bool:
    """Whether a PDF is as LibreOffice prints it: one that was signed, scanned or written upon is not."""
    if not opening.is_plain(pdf):
        return False
    data = pdf.read_bytes()
    return b"<pdf:Producer>LibreOffice" in data and data.count(b"%%EOF") == 1
