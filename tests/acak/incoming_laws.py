"""What must hold of other things that come in: zips of folders, web pages called workbooks, tables edited in Word."""

from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path

from renjadoc.absorption.run import plan_absorption
from renjadoc.batch import archives
from renjadoc.batch.office import Task, make_office
from renjadoc.problem import ProblemsFound
from renjadoc.word.packages import package
from tests.acak import bases, spoil, spoil_zip
from tests.acak.outcomes import check_folder, list_codes

#: What people and programs type into cells; no placeholder of ours stands in a printed table.
_TYPED = [
    "", "-", "…", "0", "12", "12,5%", "1.000.000", "1,000", "Rp5.000,-", "8 dokumen", "satu *dua* tiga", "**", "[[",
    "]]", "{{", "{{ tahun }}", "\\", "a" * 3000, "2.17.01", "1", "Program", "Jumlah", "٣", "e\u0301", "a & b < c",
]  # fmt: skip
_CELL_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_ROW = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_PAGE = (
    "<html><body><table><tr><th>KODE SUB KEGIATAN</th><th>NAMA SUB KEGIATAN</th><th colspan=2>PAGU 2027</th></tr>"
    "<tr><td rowspan=2>2.09.03.2.01.0001</td><td>Sub &amp; satu<br>dua</td><td>Rp 1.250.000,00</td><td>DAU</td></tr>"
    "<tr><td>x</td><td>2</td></tr></table></body></html>"
)


def spoilt_zips_give_problems(number: int) -> list[str]:
    """A zip of a content folder: its document, or a word on what is wrong; nothing beside the results is written."""
    chance = random.Random(number)
    root = bases.tiny()
    parts = {
        f"isi/{path.relative_to(root).as_posix()}": path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
    raw = spoil_zip.pack(parts, chance) if chance.random() < 0.7 else spoil.of_bytes(package.to_bytes(parts), chance)
    with tempfile.TemporaryDirectory() as temporary:
        place, output = Path(temporary, "opd"), Path(temporary, "keluar")
        place.mkdir()
        (place / "a.zip").write_bytes(raw)
        codes: list[str] = []
        with archives.open_zips(archives.find_zips(place, output), output) as zips:
            for found in zips.name_offices(place, []):
                task = Task(found.folder, found.label, output / f"{found.stem}.docx", page_numbers=False)
                result = zips.name_places(make_office(task), found.folder)
                codes += [str(one["kode"]) for one in result.masalah] or ["jadi"]
            codes += ["ditolak"] * len(zips.told)
        assert [path.name for path in sorted(Path(temporary).iterdir()) if path != output] == ["opd"]
        assert [path.name for path in place.iterdir()] == ["a.zip"]
        assert not (output / ".zip").exists()
        assert "RJ080" not in codes, "a fault of ours"
        return codes


def spoilt_pages_give_problems(number: int) -> list[str]:
    """A web page that calls itself a workbook."""
    chance = random.Random(number)
    with bases.copied(bases.RIGHT) as root:
        path = root.parent / "kembali.xls"
        path.write_bytes(spoil.of_bytes(_PAGE.encode(chance.choice(["utf-8", "utf-16"])), chance))
        codes = list_codes(lambda: bases.run("sipd", "impor", path, root, "--ya"))
        check_folder(root, bases.RIGHT)
        return codes


def edited_tables_come_in_once(number: int) -> list[str]:
    """Cells overwritten, rows moved at random: taken or told, not proposed again, and the folder still reads."""
    chance = random.Random(number)
    document = bases.documents()[0] if number % 10 == 0 else bases.small_documents()[0]
    parts = package.unpack_word(document.raw)
    body = parts[package.DOCUMENT].decode("utf-8")
    tables = list(_TABLE.finditer(body))
    chosen = chance.choice(tables)
    cells = list(_CELL_TEXT.finditer(chosen[0]))
    text = chosen[0]
    for cell in sorted(chance.sample(cells, min(len(cells), chance.randint(1, 4))), key=lambda one: -one.start()):
        typed = chance.choice(_TYPED).replace("&", "&amp;").replace("<", "&lt;")
        text = text[: cell.start(2)] + typed + text[cell.end(2) :]
    if number % 3 == 0:
        text = _move_rows(text, chance)
    parts[package.DOCUMENT] = (body[: chosen.start()] + text + body[chosen.end() :]).encode("utf-8")
    with bases.copied(document.folder) as root:
        path = root.parent / "kembali.docx"
        path.write_bytes(package.to_bytes(parts))
        try:
            before = plan_absorption(path, root)
        except ProblemsFound as error:
            return [problem.code for problem in error.problems]
        bases.run("serap", path, root, "--ya")
        check_folder(root, document.folder)
        again = plan_absorption(path, root)
        taken = {(change.file, change.pointer, change.new) for change in before.changes}
        assert not taken & {(change.file, change.pointer, change.new) for change in again.changes}
        return ["jadi"] if before.changes else ["tidak diserap"]


def _move_rows(table: str, chance: random.Random) -> str:
    """A stretch of rows below the first goes elsewhere in the table."""
    rows = list(_ROW.finditer(table))
    if len(rows) < 4:
        return table
    first = chance.randrange(1, len(rows) - 1)
    texts = [row[0] for row in rows]
    taken = texts[first : first + chance.randint(1, 4)]
    left = [*texts[:first], *texts[first + len(taken) :]]
    place = chance.randrange(1, len(left) + 1)
    return table[: rows[0].start()] + "".join([*left[:place], *taken, *left[place:]]) + table[rows[-1].end() :]
