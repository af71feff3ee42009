"""The chapters of a folder as the list that they are: where one comes in or goes, those behind it get other numbers.

What names their files (remarks of reviewers, what waits for a look) follows them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from renjadoc.content.folder import CHAPTER_FILE
from renjadoc.content.pointers import join
from renjadoc.edits.apply import apply_edits, read_text, write_texts
from renjadoc.edits.edit import Edit
from renjadoc.edits.json_text import write_text
from renjadoc.edits.stamps import Stamps

#: Files whose entries name the file that they speak of, and the list that holds them.
_NAMING = {"telaah.json": "catatan", "tinjau.json": "tinjau"}


def chapter_number(file: str) -> int | None:
    """`bab-3.json` -> 3; None for what is no chapter's file."""
    match = CHAPTER_FILE.fullmatch(file)
    return int(match[1]) if match else None


def name_chapter(number: int) -> str:
    """3 -> `bab-3.json`."""
    return f"bab-{number}.json"


def write_folder(root: Path, edits: Iterable[Edit], read: Stamps | None = None) -> dict[str, str | None]:
    """What `write_texts` writes, with chapters that come in or go: None for a file that is no more.

    Raises ProblemsFound, ValueError.
    """
    edits = list(edits)
    moving = [edit for edit in edits if edit.pointer == "" and edit.action in {"insert", "remove"}]
    texts = write_texts(root, (edit for edit in edits if edit not in moving), read)
    return _Chapters(root, read, texts).place(moving) if moving else dict(texts)


class _Chapters:
    """The chapters of one folder; `texts` are the files that other edits change, as these leave them."""

    def __init__(self, root: Path, read: Stamps | None, texts: dict[str, str]) -> None:
        self._root, self._read, self._texts = root, read, texts

    def place(self, moving: list[Edit]) -> dict[str, str | None]:
        """All texts that change, chapters under their new numbers."""
        count = 0
        while (self._root / name_chapter(count + 1)).exists():
            count += 1
        after = list(self._list_after(moving, count))
        placed: dict[str, str | None] = {file: text for file, text in self._texts.items() if not chapter_number(file)}
        named: dict[str, str] = {}
        for number, (before, text) in enumerate(after, 1):
            if before != number or name_chapter(number) in self._texts:
                placed[name_chapter(number)] = text
            if before:
                named[name_chapter(before)] = name_chapter(number)
        placed |= {name_chapter(number): None for number in range(len(after) + 1, count + 1)}
        for file, key in _NAMING.items():
            if (self._root / file).exists() or file in self._texts:
                text = self._text_of(file)
                if renamed := list(_rename(file, key, json.loads(text.removeprefix("\ufeff")), named)):
                    placed[file] = apply_edits(text, renamed)
        return placed

    def _list_after(self, moving: list[Edit], count: int) -> Iterator[tuple[int, str]]:
        """Every chapter there will be, in order: its number before (0 for a new one) and its text."""
        coming: dict[int, list[Edit]] = defaultdict(list)
        gone: set[int] = set()
        for edit in moving:
            number = chapter_number(edit.file)
            if number is None or number > count + (edit.action == "insert"):
                raise ValueError(f"{edit.file}: {edit.action} finds no chapter")
            if edit.action == "remove":
                gone.add(number)
            else:
                coming[number].append(edit)
        for number in range(1, count + 2):
            yield from ((0, write_text(edit.value)) for edit in coming[number])
            if number <= count and number not in gone:
                yield number, self._text_of(name_chapter(number))

    def _text_of(self, file: str) -> str:
        return self._texts[file] if file in self._texts else read_text(self._root, file, self._read)


def _rename(file: str, key: str, data: Any, named: dict[str, str]) -> Iterator[Edit]:
    for index, entry in enumerate(data[key]):
        new = named.get(entry["berkas"], entry["berkas"])
        if new != entry["berkas"]:
            yield Edit(file, join("", key, index, "berkas"), "set", new)
