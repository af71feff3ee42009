"""Arguments and options that several commands take in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

PATH = click.Path(path_type=Path)

#: The parameter `form`: teks or json.
format_option = click.option(
    "--format", "form", type=click.Choice(["teks", "json"]), default="teks", help="Bentuk laporan.", show_default=True
)


class DocxPath(click.Path):
    """The path of a document to be made."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(str(super().convert(value, param, ctx)))
        if path.suffix.lower() != ".docx":
            raise click.BadParameter("nama berkas hasil harus berakhiran .docx", param_hint="-o")
        return path
