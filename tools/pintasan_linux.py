"""Writes the file that opens Renja by a double click on Linux: python tools/pintasan_linux.py [FOLDER]

FOLDER is the desktop where none is given.
"""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

PATTERN = Path(__file__).resolve().parent / "linux" / "Mulai Renja.desktop"


def write_launcher(folder: Path, command: Path) -> Path:
    """Write a .desktop file into `folder` that starts the `renjadoc` at `command`; its path."""
    target = folder / PATTERN.name
    text = PATTERN.read_text("utf-8").replace("Exec=renjadoc ", f"Exec={quote_argument(str(command))} ")
    target.write_text(text, "utf-8")
    # Desktops start only files that may be executed.
    target.chmod(0o755)
    return target


def quote_argument(argument: str) -> str:
    """`argument` as one word of an Exec line, by the rules of the Desktop Entry Specification."""
    for character in ("\\", '"', "`", "$"):
        argument = argument.replace(character, "\\" + character)
    # The file's own escapes come on top, and a percent sign would be a field.
    return '"' + argument.replace("\\", "\\\\").replace("%", "%%") + '"'


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(platformdirs.user_desktop_dir())
    print(write_launcher(chosen, Path(sys.executable).parent / "renjadoc"))
