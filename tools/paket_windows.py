"""Builds renjadoc-windows.zip, which runs without installing: python tools/paket_windows.py --python EMBEDDABLE.zip

EMBEDDABLE is Python's embeddable distribution for 64-bit Windows, a file or an https address. Its version decides which
wheels are unpacked beside it; uv finds them, since pip would take those of the machine that it runs on. What the zip
holds:

    Mulai Renja.bat     starts the page by a double click
    BACA DULU.html      how that is done, with pictures in gambar/
    program/            Python, mulai.py that the .bat runs, and in Lib/site-packages renjadoc and all that it needs
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path, PurePosixPath

import uv

from renjadoc.problem import ProblemsFound
from renjadoc.report import list_errors
from renjadoc.save import write_file

ROOT = Path(__file__).resolve().parent.parent
LAUNCHER = Path(__file__).resolve().parent / "windows"
#: Where the pictures of the guide lie in `gambar/`; the instructions show some of them.
PICTURES = ROOT / "docs"
PROGRAM = "program"
SITE = f"{PROGRAM}/Lib/site-packages"
#: What a wheel of renjadoc is built from. A copy is built: what an earlier build left in the checkout stays out.
SOURCE = (
    "setup.py", "setup.cfg", "pyproject.toml", "README.md", "LICENSE",
    "renjadoc", "templates", "schema", "content/awal",
)  # fmt: skip
PLATFORM = "x86_64-pc-windows-msvc"
#: Packages without a wheel, whose source is Python alone and so the same for Windows.
WITHOUT_WHEEL = ("docopt", "renjadoc")
#: Where each package came from and how it was laid down here; of no use elsewhere, and not the same twice.
NOTES = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_build.json", "uv_cache.json"}
TEXTS = {".bat", ".html"}
AMD64 = 0x8664
LARGEST_DOWNLOAD = 100 * 2**20
#: The earliest date that a zip can say.
DATE = (1980, 1, 1, 0, 0, 0)

#: The files of a zip by their names in it.
Entries = dict[str, bytes]


class UnfitPython(Exception):
    """The file that was given is no embeddable Python for 64-bit Windows."""


def build_package(python: Path) -> bytes:
    """The zip with the embeddable Python of the file `python`. Raises UnfitPython, CalledProcessError of uv."""
    runtime = read_python(python)
    version = find_version(runtime)
    entries = {f"{PROGRAM}/{name}": data for name, data in runtime.items()}
    entries[f"{PROGRAM}/{name_path_file(version)}"] = list_import_paths(version)
    entries |= read_launcher()
    with tempfile.TemporaryDirectory() as folder:
        source, packages = Path(folder, "source"), Path(folder, "packages")
        copy_source(source)
        install_packages(source, version, packages)
        entries |= {f"{SITE}/{name}": data for name, data in read_packages(packages).items()}
    return write_zip(entries)


def read_python(path: Path) -> Entries:
    """The files of an embeddable Python."""
    try:
        with zipfile.ZipFile(path) as archive:
            runtime = {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    except zipfile.BadZipFile as error:
        raise UnfitPython(f"{path} is no zip") from error
    check_python(path, runtime)
    return runtime


def check_python(path: Path, runtime: Entries) -> None:
    """Raises UnfitPython where what the .bat starts is not there, or not for 64-bit Windows."""
    version = find_version(runtime)
    library = f"python{version.replace('.', '')}.zip"
    missing = {"python.exe", "pythonw.exe", library} - runtime.keys()
    if missing:
        raise UnfitPython(f"{path} holds no {', '.join(sorted(missing))}")
    if read_machine(runtime["pythonw.exe"]) != AMD64:
        raise UnfitPython(f"{path} is not for 64-bit Windows (amd64)")
    outside = [name for name in runtime if not is_inside(name)]
    if outside:
        raise UnfitPython(f"{path} holds {outside[0]}, which would lie outside")


def is_inside(name: str) -> bool:
    """Whether a file of this name is unpacked below the folder that it is unpacked into, on Windows too."""
    return not (name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts)


def find_version(runtime: Entries) -> str:
    """The version of an embeddable Python as “3.11”, which the name of its path file says."""
    for name in runtime:
        if found := re.fullmatch(r"python3(\d+)\._pth", name):
            return f"3.{found[1]}"
    raise UnfitPython("it holds no python3…._pth: what is wanted is the embeddable distribution")


def read_machine(program: bytes) -> int:
    """The kind of processor that a Windows program is for; 0 where it is no program."""
    header = program[int.from_bytes(program[0x3C:0x40], "little") :]
    return int.from_bytes(header[4:6], "little") if header.startswith(b"PE\0\0") else 0


def name_path_file(version: str) -> str:
    return f"python{version.replace('.', '')}._pth"


def list_import_paths(version: str) -> bytes:
    """The path file: where this Python imports from, and nowhere else, whatever else the computer has installed."""
    paths = (f"python{version.replace('.', '')}.zip", ".", "Lib\\site-packages")
    return "".join(f"{path}\r\n" for path in paths).encode("ascii")


def read_launcher() -> Entries:
    """What is started by hand, what it starts, and the instructions; texts have the line ends of Windows."""
    entries = {}
    for path in (path for path in LAUNCHER.iterdir() if path.is_file()):
        name = f"{PROGRAM}/{path.name}" if path.suffix == ".py" else path.name
        data = path.read_bytes()
        entries[name] = data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") if path.suffix in TEXTS else data
        entries |= {picture: (PICTURES / picture).read_bytes() for picture in find_pictures(data)}
    return entries


def find_pictures(page: bytes) -> list[str]:
    """The pictures that a page of instructions shows, by their names beside it."""
    return [name.decode() for name in re.findall(rb'src="(gambar/[\w-]+\.png)"', page)]


def copy_source(target: Path) -> None:
    """Copy to `target` what a wheel of renjadoc is built from."""
    for name in SOURCE:
        source, copied = ROOT / name, target / name
        copied.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copied, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copied)


def install_packages(source: Path, version: str, target: Path) -> None:
    """Unpack the wheels of renjadoc and of all that it needs on Windows into `target`."""
    command = [uv.find_uv_bin(), "pip", "install", "--quiet", "--target", str(target), str(source)]
    command += ["--python-platform", PLATFORM, "--python-version", version, "--only-binary", ":all:"]
    for name in WITHOUT_WHEEL:
        command += ["--no-binary", name]
    subprocess.run(command, check=True)


def read_packages(folder: Path) -> Entries:
    """The files of unpacked wheels, without commands for this machine and notes on how they came here."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {name.as_posix(): path.read_bytes() for path in paths if is_shipped(name := path.relative_to(folder))}


def is_shipped(name: Path) -> bool:
    """Whether a file of the unpacked wheels is of use on another machine."""
    if name.parts[0] in ("bin", ".lock") or "__pycache__" in name.parts:
        return False
    return not (name.parts[0].endswith(".dist-info") and name.name in NOTES)


def write_zip(entries: Entries) -> bytes:
    """The zip of `entries`; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(entries):
            one = zipfile.ZipInfo(name, DATE)
            one.compress_type, one.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(one, entries[name])
    return buffer.getvalue()


def download_python(address: str, folder: Path) -> Path:
    """The file that lies at an https address. Raises UnfitPython where it is too large for an embeddable Python."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        data = answer.read(LARGEST_DOWNLOAD + 1)
    if len(data) > LARGEST_DOWNLOAD:
        raise UnfitPython(f"{address} is larger than {LARGEST_DOWNLOAD} bytes")
    path = folder / "python.zip"
    path.write_bytes(data)
    return path


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", required=True, metavar="ZIP", help="embeddable Python, a file or an https address")
    parser.add_argument("-o", "--output", type=Path, default=Path("renjadoc-windows.zip"))
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        remote = given.python.startswith("https://")
        try:
            data = build_package(download_python(given.python, Path(folder)) if remote else Path(given.python))
            write_file(given.output, data)
        except (UnfitPython, OSError, subprocess.CalledProcessError) as error:
            print(error, file=sys.stderr)
            return 1
        except ProblemsFound as error:
            print("\n".join(list_errors(error.problems)), file=sys.stderr)
            return 1
    print(f"{given.output}: {len(data) / 2**20:.0f} MiB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
