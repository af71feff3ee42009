"""What must hold of every spoilt content folder: of its JSON, and of the files, links and names in it."""

from __future__ import annotations

import random
from pathlib import Path

from renjadoc import pipeline
from renjadoc.examine import examine_folder
from renjadoc.problem import ProblemsFound
from tests.acak import bases, spoil, spoil_folder
from tests.acak.outcomes import check_document, list_codes


def spoilt_json_gives_problems(number: int) -> list[str]:
    """One or two files with other values: a document or problems, no crash of any rule; at times another command."""
    chance = random.Random(number)
    right = _choose_base(chance)
    with bases.copied(right) as root:
        files = sorted(root.rglob("*.json"))
        for path in chance.sample(files, chance.choice([1, 1, 1, 2])):
            path.write_bytes(spoil.of_json(path.read_bytes(), chance))
        codes = _make(root)
        return codes + (list_codes(lambda: bases.run_here(*_further(root, right, chance))) if number % 2 else [])


def spoilt_folders_give_problems(number: int) -> list[str]:
    """Links, pipes, foreign names, notes and repositories in a folder: every command ends in words, within it."""
    chance = random.Random(number)
    right = _choose_base(chance)
    with bases.copied(right) as root:
        spoil_folder.of_folder(root, chance)
        if chance.random() < 0.5:
            path = spoil_folder.pick_file(root, chance)
            if path.is_file() and not path.is_symlink() and path.suffix == ".json" and path.stat().st_size < 1 << 20:
                path.write_bytes(spoil.of_bytes(path.read_bytes(), chance))
        codes = list_codes(lambda: bases.run_here(*_further(root, right, chance)))
        return codes + (_make(root) if number % 3 == 0 else [])


def _choose_base(chance: random.Random) -> Path:
    """Mostly a small one; the first of all has every shape of content."""
    return chance.choice([bases.tiny()] * 5 + [bases.RIGHT] * 3 + [bases.folders()[0], chance.choice(bases.folders())])


def _make(root: Path) -> list[str]:
    """Make the document; a rule that crashed shows its traceback."""
    made = root.parent / "hasil.docx"
    codes = list_codes(lambda: _make_document(root, made))
    check_document(made)
    return codes


def _make_document(root: Path, made: Path) -> None:
    refused: ProblemsFound | None = None
    try:
        problems = pipeline.make_document(pipeline.DocumentOrder(root, made, page_numbers=False)).warnings
    except ProblemsFound as error:
        refused, problems = error, error.problems
    if any(problem.code == "RJ009" for problem in problems):
        raise AssertionError("\n".join(examine_folder(root)[1].crashes.values()))
    if refused is not None:
        raise refused


def _further(root: Path, right: Path, chance: random.Random) -> list[str | Path]:
    """A command that reads the spoilt folder, among them those that bring something into it."""
    word, sheet, rows = (root.parent / name for name in ("balik.docx", "balik.xlsx", "sipd.csv"))
    word.write_bytes(chance.choice(bases.small_documents()).raw)
    sheet.write_bytes(bases.small_workbooks()[0].raw)
    rows.write_bytes(bases.workbooks()[6].raw)
    out = root.parent / "keluar"
    commands: list[list[str | Path]] = [
        ["telaah", root, "-o", out / "telaah.docx"],
        ["telaah", root, "-o", out / "telaah.docx", "--banding", right],
        ["telaah", root, "-o", out / "telaah.docx", "--banding", "HEAD"],
        ["telaah", right, "-o", out / "telaah.docx", "--banding", root],
        ["banding", right, root, "-o", out / "banding.docx"],
        ["banding", root, right, "--format", "json"],
        ["gulir", root, root.parent / "baru", "--tandai"],
        ["gulir", root, "--status"],
        ["gulir", root, "--konfirmasi"],
        ["perubahan", root, root.parent / "baru"],
        ["urungkan", root],
        ["urungkan", root, "2027-01-02_120000"],
        ["bentuk", root, "rencana-program", "permendagri-86", "--ya"],
        ["excel", "ekspor", root, "-o", out / "kerja.xlsx"],
        ["excel", "impor", sheet, root, "--ya"],
        ["sipd", "impor", rows, root, "--ya"],
        ["serap", word, root, "--ya"],
        ["nomenklatur", "isi", root, "--ya"],
        ["massal", root.parent, "-o", out / "massal", "--proses", "1"],
        ["periksa", root, "--format", "json"],
        ["periksa", root],
    ]
    return chance.choice(commands)
