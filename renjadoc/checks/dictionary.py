"""The Indonesian dictionary: Hunspell, asked once for each word; its answers are kept between runs."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from renjadoc import cache, resources

if TYPE_CHECKING:
    from hunspell import Hunspell

_KIND = "ejaan"
#: Words whose answers are kept; a document has some thousands of different ones.
MAX_ANSWERS = 20_000


class Dictionary:
    """Loads the dictionary only for words that were never asked."""

    def __init__(self) -> None:
        self._key = cache.make_key(
            *(_describe_file(name) for name in ("id_ID.dic", "id_ID.aff")),
            cache.stamp_modules(["hunspell"]),
        )
        self._answers = cache.read_entry(_KIND, self._key, _decode_answers) or {}
        self._known = len(self._answers)

    @cached_property
    def _hunspell(self) -> Hunspell:
        from hunspell import Hunspell

        return Hunspell("id_ID", hunspell_data_dir=str(resources.dictionary_folder()))

    def is_known(self, word: str) -> bool:
        """Whether the dictionary knows a word; it knows only Western letters, and another is no Indonesian."""
        answer = self._answers.get(word)
        if answer is None:
            answer = self._answers[word] = word.isascii() and self._hunspell.spell(word) is True
        return answer

    def suggest_words(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first."""
        return list(self._hunspell.suggest(word))

    def store_answers(self) -> None:
        """Keep what was answered until now."""
        if self._known < len(self._answers) <= MAX_ANSWERS:
            cache.write_entry(_KIND, self._key, json.dumps(self._answers).encode())
            self._known = len(self._answers)


def _decode_answers(data: bytes) -> dict[str, bool]:
    answers: dict[str, bool] = json.loads(data)
    cache.check_shape(answers, dict[str, bool])
    return answers


def _describe_file(name: str) -> str:
    status = (resources.dictionary_folder() / name).stat()
    return f"{status.st_size} {status.st_mtime_ns}"
