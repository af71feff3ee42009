"""What must hold of every random folder and every spoilt file; a law that breaks raises AssertionError."""

from __future__ import annotations

import contextlib
import random
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import assume
from lxml import etree
from openxml_audit import OpenXmlValidator

from renjadoc import pipeline, resources
from renjadoc.compose import compose_document
from renjadoc.content import folder as folders
from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound, machine_problem
from renjadoc.reading import Reading
from renjadoc.span import plain_text
from renjadoc.unbroken import as_seen
from renjadoc.word import blocks, package, render
from renjadoc.word.template import Template
from tests.acak import bases, spoil, spoil_package
from tests.acak.folders import Files, lay_down
from tests.word import lint

#: What a row holds for the template to decide by, and whose row it is.
_NOT_PRINTED = {"jenis", "bidang"}
#: Columns that the plan of a Renja Perubahan does not have; the review of the RKPD holds their cells, and prints none.
_NOT_AMENDED = {"catatan", "target_maju"}
_BLANK = re.compile(r"\s+")


def valid_content_is_printed_whole(files: Files) -> None:
    """A folder without errors gives a document that is valid, clean, and says every text of chapters and tables."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary, "isi")
        lay_down(files, root)
        folder, problems = folders.read_folder(root)
        assert folder is not None, problems
        assert problems == []
        reading = Reading(folder)
        assume(reading.problems == [])
        _, outcome = examine_folder(root)
        assert outcome.crashes == {}, "\n".join(outcome.crashes.values())
        template = Template(resources.templates_folder() / "renja.docx", "renja.docx")
        document = compose_document(reading)
        made = Path(temporary, "hasil.docx")
        made.write_bytes(render.pack_document(template, document, {}).data)
        parts = package.unpack_file(made)
        assert (errors := [str(error) for error in _validator().validate(made).errors]) == [], errors
        assert (faults := lint.faults(parts)) == [], faults
        assert package.is_untouched(made)
        printed = _joined(lint.text_of(parts))
        missing = [text for text in _texts(reading, document) if _joined(text) not in printed]
        assert missing == [], missing


@cache
def _validator() -> OpenXmlValidator:
    """Reading its schemas takes seconds."""
    return OpenXmlValidator()


def _texts(reading: Reading, document: render.Document) -> list[str]:
    found = [passage.text for passage in reading.passages]
    is_amended = "perubahan" in reading.folder.dokumen.data
    for block in document.content:
        if isinstance(block, blocks.PatternTable):
            is_view = is_amended and block.pattern.startswith("review_rkpd")
            left_out = _NOT_PRINTED | (_NOT_AMENDED if is_view else set())
            cells = (cell for row in block.rows for key, cell in row.items() if key not in left_out)
            found += [reading.printed(line) for cell in cells for line in _lines(cell)]
        elif isinstance(block, blocks.GridTable):
            rows = [*block.head, *(row for row, _ in block.body)]
            found += [plain_text(line) for row in rows for cell in row for line in cell.lines]
    return found


def _lines(cell: object) -> list[str]:
    return [line for line in (cell if isinstance(cell, list) else [cell]) if isinstance(line, str)]


def _joined(text: str) -> str:
    return _BLANK.sub("", as_seen(text))


def spoilt_content_gives_problems(number: int) -> list[str]:
    """Files of a right folder spoilt: a document or problems, no crash of any rule, and so in the other commands."""
    chance = random.Random(number)
    right = chance.choice(bases.folders())
    with bases.copied(right) as root:
        files = sorted(path for path in root.rglob("*.*") if path.is_file())
        for path in chance.sample(files, chance.choice([1, 1, 1, 2, 4])):
            _spoil_file(path, chance)
        made = root.parent / "hasil.docx"
        codes = _codes(lambda: _made(root, made))
        if made.exists():
            faults = [fault for fault in lint.faults(package.unpack_file(made)) if "tag of the template" not in fault]
            assert faults == [], faults
        return codes + _codes(lambda: bases.run(*_further(root, right, chance)))


def _made(root: Path, made: Path) -> None:
    """Make the document; a rule that crashed shows its traceback."""
    refused: ProblemsFound | None = None
    try:
        problems = pipeline.make_document(pipeline.DocumentOrder(root, made, page_numbers=False)).warnings
    except ProblemsFound as error:
        refused, problems = error, error.problems
    if any(problem.code == "RJ009" for problem in problems):
        raise AssertionError("\n".join(examine_folder(root)[1].crashes.values()))
    if refused is not None:
        raise refused


def _spoil_file(path: Path, chance: random.Random) -> None:
    raw, kind = path.read_bytes(), chance.randrange(40)
    if kind == 0:
        path.unlink()
        path.mkdir()
    elif kind == 1:
        others = sorted(other for other in path.parent.glob(f"*{path.suffix}") if other.is_file())
        path.write_bytes(chance.choice(others).read_bytes())
    elif kind == 2:
        path.rename(path.with_name(chance.choice(["bab-99.json", "bab-0.json", "BAB-1.JSON", "x y é.json", "-.json"])))
    elif kind == 3:
        path.unlink()
        with contextlib.suppress(OSError):  # Windows lets few make links.
            path.symlink_to(chance.choice([path.name, "/dev/null", "/etc/passwd", ".."]))
    elif path.suffix == ".json":
        path.write_bytes(spoil.of_json(raw, chance))
    else:
        path.write_bytes(spoil.of_bytes(raw, chance))


def _further(root: Path, right: Path, chance: random.Random) -> list[str | Path]:
    """A command that reads the spoilt folder, among them those that bring something into it."""
    word, sheet, rows = (root.parent / name for name in ("balik.docx", "balik.xlsx", "sipd.csv"))
    word.write_bytes(chance.choice(bases.documents()).raw)
    sheet.write_bytes(bases.workbooks()[4].raw)
    rows.write_bytes(bases.workbooks()[6].raw)
    commands: list[list[str | Path]] = [
        ["telaah", root, "-o", root.parent / "telaah.docx"],
        ["telaah", root, "-o", root.parent / "telaah.docx", "--banding", right],
        ["telaah", right, "-o", root.parent / "telaah.docx", "--banding", root],
        ["banding", right, root, "-o", root.parent / "banding.docx"],
        ["banding", root, right, "--format", "json"],
        ["gulir", root, root.parent / "baru", "--tandai"],
        ["gulir", root, "--status"],
        ["gulir", root, "--konfirmasi"],
        ["excel", "ekspor", root, "-o", root.parent / "kerja.xlsx"],
        ["excel", "impor", sheet, root, "--ya"],
        ["sipd", "impor", rows, root, "--ya"],
        ["serap", word, root, "--ya"],
        ["periksa", root, "--format", "json"],
    ]
    return chance.choice(commands)


def spoilt_documents_give_problems(number: int) -> list[str]:
    """A spoilt Word file: absorbed, adopted, compared, used as a template, or refused; the folder still reads."""
    chance = random.Random(number)
    document = chance.choice(bases.documents())
    with bases.copied(document.folder) as root:
        path = root.parent / "kembali.docx"
        path.write_bytes(spoil_package.of_docx(document.raw, chance))
        package.is_untouched(path)
        pending = chance.choice(["ambil", "tunggu"])
        codes = _codes(lambda: bases.run("serap", path, root, "--ya", "--usulan", pending))
        _still_reads(root, document.folder)
        # Each of these takes five times as long as to absorb it.
        match chance.randrange(24):
            case 0:
                codes += _codes(lambda: bases.run("adopsi", path, root.parent / "adopsi"))
            case 1:
                codes += _codes(lambda: bases.run("telaah", root, "--banding", path, "-o", root.parent / "telaah.docx"))
            case 2:
                made = pipeline.DocumentOrder(root, root.parent / "baru.docx", path, page_numbers=False)
                codes += _codes(lambda: pipeline.make_document(made))
        return codes


def spoilt_templates_give_problems(number: int) -> list[str]:
    """The template spoilt: a document of well-formed parts, or problems."""
    chance = random.Random(number)
    with tempfile.TemporaryDirectory() as temporary:
        path, made = Path(temporary, "templat.docx"), Path(temporary, "hasil.docx")
        path.write_bytes(spoil_package.of_docx(bases.template(), chance))
        order = pipeline.DocumentOrder(chance.choice(bases.small()), made, path, page_numbers=False)
        codes = _codes(lambda: pipeline.make_document(order))
        if made.exists():
            for name, part in package.unpack_file(made).items():
                assert not name.startswith("word/") or not name.endswith(".xml") or etree.fromstring(part) is not None
        return codes


def spoilt_workbooks_give_problems(number: int) -> list[str]:
    """A spoilt workbook of ours, or of rows of SIPD: imported or refused in words, and what is written can be read."""
    chance = random.Random(number)
    rows = chance.choice(bases.workbooks())
    folder = chance.choice(bases.small())
    with bases.copied(folder) as root:
        path = root.parent / f"kembali{rows.suffix}"
        how = {".xlsx": spoil_package.of_xlsx, ".json": spoil.of_json}.get(rows.suffix, spoil.of_bytes)
        path.write_bytes(how(rows.raw, chance))
        shape = ["--format", "json"] if chance.random() < 0.5 else []
        mode = chance.choice(["--ya", "--coba"])
        codes = _codes(lambda: bases.run(rows.command, "impor", path, root, mode, *shape))
        _still_reads(root, folder)
        return codes


def _still_reads(root: Path, before: Path) -> None:
    """What was written into the copy of a folder can be read; mostly nothing was."""
    names = sorted(path.relative_to(root) for path in root.rglob("*.json"))
    if all((before / name).is_file() and (before / name).read_bytes() == (root / name).read_bytes() for name in names):
        return
    folder, problems = folders.read_folder(root)
    assert folder is not None
    assert Reading(folder).problems == problems == []


def _codes(attempt: Callable[[], object]) -> list[str]:
    """What became of an attempt: the codes of the problems that refused it, which name what is wrong, or `jadi`."""
    try:
        attempt()
    except ProblemsFound as error:
        if not all(problem.message for problem in error.problems):
            raise AssertionError("sebuah masalah tanpa pesan") from error
        return sorted({problem.code for problem in error.problems if problem.is_error})
    except OSError as error:
        return [machine_problem(error).code]
    return ["jadi"]
