"""Follows two values through the house and prints, as JSON, the functions that had them in hand.

One `pagu` from its file to the XML of a draft, and one sentence from a reviewed draft back into the data. A function
has a value in hand when it is given it or gives it on: as it is, printed within a text of a paragraph's length, or as a
member of a row or list; not when it lies somewhere deep in a whole file, table or document.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import renjadoc
from renjadoc import cli

PACKAGE = Path(renjadoc.__file__).parent
CONTENT = Path(__file__).resolve().parent.parent / "content" / "2021"
PAGU, PRINTED = 987654321, "987.654.321"
BEFORE, AFTER = "Kalimat penanda sebelum ditelaah.", "Kalimat penanda sesudah ditelaah."
LONGEST_TEXT, LONGEST_LIST = 2000, 60


def holds(value: Any, is_sought: Callable[[Any], bool], depth: int = 2) -> bool:
    """Whether the value is in hand in `value`."""
    if value is None or isinstance(value, bool | bytes):
        return False
    if isinstance(value, str | int):
        return is_sought(value)
    if depth == 0:
        return False
    return any(holds(part, is_sought, depth - 1) for part in _members(value))


def _members(value: Any) -> list[Any]:
    if isinstance(value, dict):
        members = list(value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        members = list(value)
    else:
        members = list(getattr(value, "__dict__", {}).values())
    return members if len(members) <= LONGEST_LIST else []


class Follower:
    """Notes every function of renjadoc that has a value in hand, in the order in which they get it."""

    def __init__(self, is_sought: Callable[[Any], bool]) -> None:
        self._is_sought = is_sought
        self.passed: dict[str, None] = {}
        self._names: dict[CodeType, str] = {}

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        if event not in {"call", "return"}:
            return
        name = self._names.get(frame.f_code)
        if name is None:
            name = self._names[frame.f_code] = _name_function(frame.f_code)
        if not name or name in self.passed:
            return
        given = list(frame.f_locals.values()) if event == "call" else [argument]
        if any(holds(value, self._is_sought) for value in given):
            self.passed[name] = None

    def run(self, *arguments: str) -> list[str]:
        """Run one command and say what the value went through."""
        threading.setprofile(self)
        sys.setprofile(self)
        try:
            run_quietly(*arguments)
        finally:
            sys.setprofile(None)
            threading.setprofile(None)  # type: ignore[arg-type]
        return list(self.passed)


def _name_function(code: CodeType) -> str:
    """`tables/evaluasi.py:rows`; what is written within a function is part of it. Empty for code of others."""
    path = Path(code.co_filename)
    if not path.is_relative_to(PACKAGE) or code.co_name == "<module>":
        return ""
    return f"{path.relative_to(PACKAGE).as_posix()}:{code.co_qualname.partition('.<locals>')[0]}"


def run_quietly(*arguments: str) -> None:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = cli.main(list(arguments))
    if code:
        raise SystemExit(said.getvalue())


def is_pagu(value: Any) -> bool:
    return PRINTED in value if isinstance(value, str) and len(value) <= LONGEST_TEXT else value == PAGU


def is_sentence(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and "sesudah ditelaah" in value


def lay_down(folder: Path) -> None:
    """content/2021 with one amount and one paragraph that stand nowhere else."""
    shutil.copytree(CONTENT, folder)
    plan = folder / "tabel" / "rencana-program.json"
    plan.write_text(re.sub(r'("pagu": )\d+', rf"\g<1>{PAGU}", plan.read_text("utf-8"), count=1), "utf-8")
    chapter = folder / "bab-4.json"
    data = json.loads(chapter.read_text("utf-8"))
    data["isi"].append(BEFORE)
    chapter.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def review(draft: Path, reviewed: Path) -> None:
    """The draft as it comes back with one word of the sentence changed."""
    with zipfile.ZipFile(draft) as before, zipfile.ZipFile(reviewed, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "word/document.xml":
                data = data.replace(BEFORE.encode(), AFTER.encode())
            after.writestr(entry, data)


def follow_all() -> Iterator[tuple[str, list[str]]]:
    with tempfile.TemporaryDirectory() as temporary:
        folder, draft, reviewed = (Path(temporary, name) for name in ("isi", "naskah.docx", "telaah.docx"))
        lay_down(folder)
        way = Follower(is_pagu).run("buat", str(folder), "-o", str(draft), "--tanpa-halaman")
        yield "one `pagu` from its file to the XML", way
        review(draft, reviewed)
        yield (
            "one reviewed sentence back into JSON",
            Follower(is_sentence).run("serap", str(reviewed), str(folder), "--ya"),
        )
        assert AFTER in (folder / "bab-4.json").read_text("utf-8")


if __name__ == "__main__":
    json.dump(dict(follow_all()), sys.stdout, indent=1)
