"""Arguments and options that several commands take in the same way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from renjadoc import nearby
from renjadoc.problem import Location, Problem, ProblemsFound

PATH = click.Path(path_type=Path)
#: A folder that is there, or will be made.
FOLDER = click.Path(path_type=Path, file_okay=False)

#: The parameter `form`: teks or json.
format_option = click.option(
    "--format", "form", type=click.Choice(["teks", "json"]), default="teks", help="Bentuk laporan.", show_default=True
)


class InputPath(click.Path):
    """The path of a file of certain kinds (`.xlsx`, …) that comes in.

    Where nothing stands there, that is a problem of this code, with the names of the files that do.
    """

    def __init__(self, code: str, *kinds: str) -> None:
        super().__init__(path_type=Path)
        self._code, self._kinds = code, kinds

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(str(super().convert(value, param, ctx)))
        if os.path.exists(path):
            return path
        hint = nearby.name_files(path, self._kinds)
        raise ProblemsFound([Problem(self._code, Location(path.as_posix()), "berkas tidak ditemukan", hint)])


class OutputPath(click.Path):
    """The path of a file of one kind that will be made."""

    def __init__(self, kind: str) -> None:
        super().__init__(path_type=Path)
        self._kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(str(super().convert(value, param, ctx)))
        if path.suffix.lower() != self._kind:
            self.fail(f"nama berkas hasil harus berakhiran {self._kind}", param, ctx)
        if os.path.isdir(path):
            self.fail(f"{path.as_posix()!r} sebuah folder; sebut nama berkas hasilnya", param, ctx)
        return path


class Between(click.types.IntParamType):
    """A whole number within bounds."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if not self._least <= number <= self._most:
            self.fail(f"{number} tidak terletak antara {self._least} dan {self._most}", param, ctx)
        return number


#: Years a Renja may be of.
YEAR = Between(2000, 2100)
