"""What must hold of every spoilt Word file, template and workbook: taken in or refused; the folder still reads."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from renjadoc import pipeline
from renjadoc.word.packages import package
from tests.acak import bases, spoil, spoil_files
from tests.acak.outcomes import check_document, check_folder, list_codes


def spoilt_documents_give_problems(number: int) -> list[str]:
    """Absorbed; at times adopted, compared, or used as a template too."""
    chance = random.Random(number)
    document = chance.choice(bases.small_documents() if number % 20 else bases.documents())
    with bases.copied(document.folder) as root:
        path = root.parent / "kembali.docx"
        path.write_bytes(spoil_files.of_docx(document.raw, chance))
        package.is_untouched(path)
        pending = chance.choice(["ambil", "tunggu"])
        codes = list_codes(lambda: bases.run("serap", path, root, "--ya", "--usulan", pending))
        check_folder(root, document.folder)
        # Each of these takes five times as long as to absorb it.
        match chance.randrange(12):
            case 0:
                codes += list_codes(lambda: bases.run("adopsi", path, root.parent / "adopsi"))
            case 1:
                out = root.parent / "telaah.docx"
                codes += list_codes(lambda: bases.run("telaah", root, "--banding", path, "-o", out))
                check_document(out)
            case 2:
                made = pipeline.DocumentOrder(root, root.parent / "baru.docx", path, page_numbers=False)
                codes += list_codes(lambda: pipeline.make_document(made))
                check_document(made.output)
        return codes


def spoilt_templates_give_problems(number: int) -> list[str]:
    """A document that holds nothing dangerous and can be opened, or problems."""
    chance = random.Random(number)
    is_small = bool(number % 20)
    with tempfile.TemporaryDirectory() as temporary:
        path, made = Path(temporary, "templat.docx"), Path(temporary, "hasil.docx")
        raw = bases.small_template() if is_small else bases.template()
        path.write_bytes(spoil_files.of_template(raw, chance))
        folder = bases.tiny() if is_small else chance.choice(bases.small())
        order = pipeline.DocumentOrder(folder, made, path, page_numbers=False)
        codes = list_codes(lambda: pipeline.make_document(order))
        check_document(made)
        return codes


def spoilt_workbooks_give_problems(number: int) -> list[str]:
    """A workbook of ours, taken in as such or as rows of SIPD."""
    chance = random.Random(number)
    rows, folder = bases.small_workbooks()[0], bases.tiny()
    if number % 20 == 0:
        rows, folder = chance.choice(bases.workbooks()[:5]), chance.choice(bases.small())
    raw = spoil_files.of_xlsx(rows.raw, chance)
    return _take_in(raw, ".xlsx", chance.choice(["excel"] * 9 + ["sipd"]), folder, chance)


def spoilt_rows_give_problems(number: int) -> list[str]:
    """Rows of SIPD in each of their forms."""
    chance = random.Random(number)
    rows = chance.choice(bases.workbooks()[5:])
    how = {".xlsx": spoil_files.of_xlsx, ".json": spoil.of_json}.get(rows.suffix, spoil.of_rows)
    folder = bases.RIGHT if chance.random() < 0.8 else bases.tiny()
    return _take_in(how(rows.raw, chance), rows.suffix, "sipd", folder, chance)


def _take_in(raw: bytes, suffix: str, command: str, folder: Path, chance: random.Random) -> list[str]:
    with bases.copied(folder) as root:
        path = root.parent / f"kembali{suffix}"
        path.write_bytes(raw)
        shape = ["--format", "json"] if chance.random() < 0.5 else []
        mode = chance.choice(["--ya", "--coba"])
        codes = list_codes(lambda: bases.run(command, "impor", path, root, mode, *shape))
        check_folder(root, folder)
        return codes
