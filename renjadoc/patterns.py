"""Regular expressions that are compiled once on a machine, not once a run: a seventh of the time of a short one."""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Self

from renjadoc import kept

_KIND = "pola"
#: Flags, code, number of groups, groups by name, names by group: what the engine wants beside the pattern's text.
_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Compile = Callable[..., "re.Pattern[Any]"]


class Patterns:
    """While it is entered, `re` finds what an earlier run compiled; what is new is kept for the next run on leaving.

    Python has no public way to keep a compiled pattern, so this goes by the inner one, which has not changed since
    Python 3.7. Where it is another, or what was kept does not fit it, patterns are compiled as ever.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[Any, int], _Compiled] = {}
        self._new: dict[tuple[Any, int], _Compiled] = {}
        self._compile: _Compile | None = None

    def __enter__(self) -> Self:
        with suppress(ImportError, AttributeError):
            import _sre  # type: ignore[import-not-found]
            from re import _compiler  # type: ignore[attr-defined]

            self._engine, self._compiler = _sre, _compiler
            self._name = kept.key("bita", sys.version, str(_sre.MAGIC))
            if data := kept.get(_KIND, self._name):
                self._known = marshal.loads(data)
            self._compile, _compiler.compile = _compiler.compile, self._find
        return self

    def __exit__(self, *error: object) -> None:
        if self._compile is None:
            return
        self._compiler.compile = self._compile
        if self._new:
            kept.put(_KIND, self._name, marshal.dumps(self._known | self._new))

    def _find(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if compiled := self._known.get((pattern, int(flags))):
            with suppress(TypeError, ValueError, RuntimeError, OverflowError):
                final, code, *groups = compiled
                known: re.Pattern[Any] = self._engine.compile(pattern, final, array("I", code).tolist(), *groups)
                return known
        assert self._compile is not None
        made = self._compile(pattern, flags)
        if _is_of_a_module(sys._getframe(1)):
            with suppress(AttributeError, TypeError):
                self._new[pattern, int(flags)] = self._taken_apart(made, pattern, flags)
        return made

    def _taken_apart(self, made: re.Pattern[Any], pattern: Any, flags: int) -> _Compiled:
        parsed = self._compiler._parser.parse(pattern, flags)
        names: list[str | None] = [None] * (made.groups + 1)
        for name, group in made.groupindex.items():
            names[group] = name
        code = array("I", self._compiler._code(parsed, flags))
        return made.flags, code.tobytes(), made.groups, dict(made.groupindex), tuple(names)


def _is_of_a_module(frame: FrameType | None) -> bool:
    """Whether a module asks, as it is imported: what functions compile may come from the content, and has no end."""
    while frame is not None and frame.f_globals.get("__name__") == "re":
        frame = frame.f_back
    return frame is not None and frame.f_code.co_name == "<module>"
