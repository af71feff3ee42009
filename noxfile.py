"""What a developer does by command, in the environment of the README: `nox -l` lists it, `nox -s quick` runs one."""

from __future__ import annotations

import sys

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["quick", "check"]


def _python(session: nox.Session, *arguments: str) -> None:
    session.run(sys.executable, *arguments, *session.posargs)


@nox.session
def test(session: nox.Session) -> None:
    """Every test, on two processes."""
    _python(session, "-m", "pytest", "-n", "2")


@nox.session
def quick(session: nox.Session) -> None:
    """The tests that take no quarter of a second each and need no LibreOffice."""
    _python(session, "-m", "pytest", "-n", "2", "-m", "not lambat")


@nox.session
def check(session: nox.Session) -> None:
    """Lint, form, types, the import contract and the bounds of the house."""
    for arguments in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]):
        session.run(sys.executable, "-m", *arguments)
    session.run(sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())")
    session.run(sys.executable, "-m", "pytest", "tests/tools/test_ukuran.py")


@nox.session
def bench(session: nox.Session) -> None:
    """The table of docs/kecepatan.md; the other files of benchmarks/ are run by their names."""
    _python(session, "benchmarks/tabel.py")


@nox.session
def docs(session: nox.Session) -> None:
    """What is written from the code and the schemas: docs/aturan.md and the types in renjadoc/content."""
    with open("docs/aturan.md", "wb") as page:
        session.run(sys.executable, "-m", "renjadoc", "aturan", "--markdown", stdout=page)
    session.run(sys.executable, "tools/jenis_isi.py")


@nox.session
def ukuran(session: nox.Session) -> None:
    """The measures of docs/ukuran.md."""
    _python(session, "tools/ukuran.py")


@nox.session
def mutasi(session: nox.Session) -> None:
    """Breaks a room's code a little, many times, and says what its tests do not notice: `nox -s mutasi -- edits`."""
    session.run(sys.executable, "-m", "pip", "install", "-q", "-e", ".[mutasi]")
    _python(session, "tools/mutasi.py")


@nox.session
def paket(session: nox.Session) -> None:
    """renjadoc-windows.zip: `nox -s paket -- --python python-3.11.9-embed-amd64.zip`."""
    _python(session, "tools/paket_windows.py")
