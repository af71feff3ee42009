"""Starts the page where there is no console to speak to: what went wrong is shown in a box instead."""

from __future__ import annotations

import ctypes
import io
import sys
import traceback

TITLE = "Renja"
_STOP_SIGN = 0x10
#: A box shows no more than fits the screen; what is told last is what ended the page.
_LONGEST = 2000


def start_page(arguments: list[str]) -> int:
    """Run `renjadoc meja` until it is closed; the exit code of the command."""
    # Without a console there are no streams, and whatever is printed or logged would fail for that alone.
    sys.stdout = sys.stderr = output = io.StringIO()
    try:
        from renjadoc import cli

        code = cli.main(["meja", *arguments])
    except Exception:
        code = 3
        traceback.print_exc()
    if code:
        show_message("Renja tidak dapat dimulai.\n\n" + output.getvalue()[-_LONGEST:])
    return code


def show_message(text: str) -> None:
    """Show `text` in a box of Windows until it is clicked away."""
    ctypes.windll.user32.MessageBoxW(None, text, TITLE, _STOP_SIGN)  # type: ignore[attr-defined]


if __name__ == "__main__":
    raise SystemExit(start_page(sys.argv[1:]))
