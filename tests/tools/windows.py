"""Windows as far as the tests of its package need it: an embeddable Python of names only, a start without a console."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from renjadoc.desk.running import RunningDesk, find_running
from tools.paket_windows import AMD64

VERSION = f"3.{sys.version_info.minor}"
SHORT = VERSION.replace(".", "")
#: What Python's embeddable distribution for Windows brings of the libraries that wheels ask for.
RUNTIME_LIBRARIES = {f"python{SHORT}.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll"}


def make_program(machine: int = AMD64) -> bytes:
    """As much of a Windows program as says which processor it is for."""
    return b"MZ".ljust(0x3C, b"\0") + (0x40).to_bytes(4, "little") + b"PE\0\0" + machine.to_bytes(2, "little")


def list_files() -> dict[str, bytes]:
    """The files of a fit one, by name."""
    programs = dict.fromkeys(("python.exe", "pythonw.exe"), make_program())
    return programs | {f"python{SHORT}._pth": b"", f"python{SHORT}.zip": b"", **dict.fromkeys(RUNTIME_LIBRARIES, b"")}


def write_python(path: Path, files: dict[str, bytes]) -> Path:
    """Write the zip of such a distribution to `path`."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


_WITHOUT_CONSOLE = """
import runpy, sys
script, root, *paths = sys.argv[1:]
sys.path += paths
sys.argv = [script, root, "--tanpa-peramban", "--diam", "3"]
sys.stdin = sys.stdout = sys.stderr = None
runpy.run_path(script, run_name="__main__")
"""


def start_without_console(script: Path, root: Path, paths: list[Path]) -> subprocess.Popen[bytes]:
    """Run the launcher for `root` as pythonw does, which has no streams; it imports from `paths` alone where given."""
    alone = ["-I", "-S"] if paths else []
    # NiceGUI behaves otherwise below pytest, and this page is to run as it does for people.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, *alone, "-c", _WITHOUT_CONSOLE, script, root, *paths]
    return subprocess.Popen(command, cwd=root, env=inherited)


def await_page(running: subprocess.Popen[bytes], root: Path, seconds: float = 60) -> RunningDesk | None:
    """The page for `root` once it answers; None where its process ended or nothing answers for so long."""
    until = time.monotonic() + seconds
    while running.poll() is None and time.monotonic() < until:
        if desk := find_running(root):
            return desk
        time.sleep(0.2)
    return None
