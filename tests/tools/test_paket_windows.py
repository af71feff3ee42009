"""The package for Windows, as far as it can be tried elsewhere: what is in it, and that it is whole."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from pathlib import Path

import pefile
import pytest
import uv

from tests.tools import windows
from tools import paket_windows
from tools.paket_windows import PROGRAM, SITE, UnfitPython

#: Of the 260 letters that a path may have on Windows, a hundred are left for the folder that people extract into.
_LONGEST_PATH = 160
#: Libraries of Windows 10 itself; those named api-ms-win-… are its too.
_SYSTEM_LIBRARIES = {
    "advapi32.dll", "bcrypt.dll", "bcryptprimitives.dll", "crypt32.dll", "gdi32.dll", "kernel32.dll", "ntdll.dll",
    "ole32.dll", "psapi.dll", "shell32.dll", "user32.dll", "userenv.dll", "ws2_32.dll",
}  # fmt: skip


@pytest.fixture(scope="session")
def workshop() -> Iterator[Path]:
    """A folder for what is large, which pytest would keep for three runs."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def package(workshop: Path) -> Path:
    """The whole zip, built from an embeddable Python of names only; skips where no registry of packages is reached."""
    _need_registry()
    python = windows.write_python(workshop / "python.zip", windows.list_files())
    target = workshop / "renjadoc-windows.zip"
    assert paket_windows.main(["--python", str(python), "-o", str(target)]) == 0
    return target


def _need_registry() -> None:
    command = [uv.find_uv_bin(), "pip", "compile", "--quiet", "--no-deps", "--refresh", "-"]
    quick = {**os.environ, "UV_HTTP_RETRIES": "0", "UV_HTTP_TIMEOUT": "10"}
    asked = subprocess.run(command, input=b"docopt", capture_output=True, env=quick)
    if asked.returncode and not os.environ.get("RENJADOC_WAJIB_PAKET"):
        pytest.skip("registri paket tidak terjangkau")


@pytest.fixture(scope="session")
def names(package: Path) -> set[str]:
    with zipfile.ZipFile(package) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="session")
def unpacked(package: Path, workshop: Path) -> Path:
    folder = workshop / "ekstrak"
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder


def _read_headers(unpacked: Path) -> dict[Path, tuple[str, str, list[str]]]:
    """Name, version and tags of each package in the zip, by its folder of metadata."""
    found = {}
    for folder in sorted((unpacked / SITE).glob("*.dist-info")):
        about = Parser().parsestr((folder / "METADATA").read_text("utf-8"))
        tags = Parser().parsestr((folder / "WHEEL").read_text("utf-8")).get_all("Tag", [])
        found[folder] = (about["Name"], about["Version"], tags)
    return found


def _is_pure(tags: list[str]) -> bool:
    return all(tag.endswith("-none-any") for tag in tags)


@pytest.mark.lambat
def test_every_package_has_a_wheel_for_windows(unpacked: Path) -> None:
    headers = _read_headers(unpacked)
    assert {"renjadoc", "nicegui", "lxml", "docopt"} <= {name for name, _, _ in headers.values()}
    for name, _, tags in headers.values():
        assert tags, name
        assert _is_pure(tags) or all(tag.endswith("-win_amd64") for tag in tags), name


@pytest.mark.lambat
def test_every_name_can_be_extracted_on_windows(names: set[str]) -> None:
    assert not [name for name in names if not paket_windows.is_inside(name)]
    assert not [name for name in names if re.search(r'[<>"|?*\x00-\x1f]|[ .](/|$)', name)]
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) <= _LONGEST_PATH


@pytest.mark.lambat
def test_what_the_bat_starts_is_there(package: Path, names: set[str]) -> None:
    with zipfile.ZipFile(package) as archive:
        text = archive.read("Mulai Renja.bat").decode("ascii")
    assert not re.search(r"(?<!\r)\n", text)
    named = {path.replace("\\", "/") for path in re.findall(r'"%~dp0([^"]+)"', text)}
    assert named == {f"{PROGRAM}/pythonw.exe", f"{PROGRAM}/mulai.py"}
    assert named <= names


@pytest.mark.lambat
def test_this_python_imports_from_the_zip_alone(package: Path, names: set[str]) -> None:
    with zipfile.ZipFile(package) as archive:
        lines = archive.read(f"{PROGRAM}/python{windows.SHORT}._pth").decode("ascii").split()
    assert lines == [f"python{windows.SHORT}.zip", ".", "Lib\\site-packages"]
    assert f"{PROGRAM}/{lines[0]}" in names
    assert f"{PROGRAM}/" + lines[2].replace("\\", "/") == SITE
    assert f"{SITE}/renjadoc/cli.py" in names


@pytest.mark.lambat
def test_renjadoc_is_whole_with_its_data(names: set[str]) -> None:
    for inside, beside in (("", "renjadoc"), ("_templates/", "templates"), ("_schema/", "schema")):
        for path in (paket_windows.ROOT / beside).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                name = path.relative_to(paket_windows.ROOT / beside).as_posix()
                assert f"{SITE}/renjadoc/{inside}{name}" in names
    assert f"{SITE}/renjadoc/_awal/dokumen.json" in names


@pytest.mark.lambat
def test_nothing_tells_of_the_machine_that_built_it(package: Path) -> None:
    told = [str(path).encode() for path in (paket_windows.ROOT, package.parent, Path(sys.prefix))]
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            assert not any(path in archive.read(name) for path in told), name


@pytest.mark.lambat
def test_the_same_packages_give_the_same_bytes(package: Path) -> None:
    python = package.parent / "python.zip"
    assert paket_windows.build_package(python) == package.read_bytes()


@pytest.mark.lambat
def test_every_library_is_in_the_zip_or_in_windows(unpacked: Path) -> None:
    compiled = [path for path in unpacked.rglob("*") if path.suffix in (".pyd", ".dll") and path.stat().st_size]
    brought = {path.name.lower() for path in compiled} | windows.RUNTIME_LIBRARIES | _SYSTEM_LIBRARIES
    for path in compiled:
        with pefile.PE(path, fast_load=True) as program:
            program.parse_data_directories(directories=[1, 13])
            assert program.FILE_HEADER.Machine == paket_windows.AMD64, path.name
            imports = [*getattr(program, "DIRECTORY_ENTRY_IMPORT", ())]
            imports += getattr(program, "DIRECTORY_ENTRY_DELAY_IMPORT", ())
            wanted = {one.dll.decode().lower() for one in imports}
        assert not {name for name in wanted - brought if not name.startswith("api-ms-win-")}, path.name


@pytest.fixture(scope="session")
def linux_wheels(unpacked: Path, workshop: Path) -> Path:
    """The compiled packages of the zip in the same versions, for this machine."""
    target = workshop / "setempat"
    wanted = [f"{name}=={version}" for name, version, tags in _read_headers(unpacked).values() if not _is_pure(tags)]
    command = [uv.find_uv_bin(), "pip", "install", "-q", "--no-deps", "--target", str(target), *wanted]
    subprocess.run([*command, "--python", sys.executable], check=True)
    return target


@pytest.mark.lambat
def test_every_compiled_module_is_there_for_windows(unpacked: Path, linux_wheels: Path) -> None:
    site = unpacked / SITE
    here = _list_modules(linux_wheels, "*.*.so")
    assert {"lxml/etree", "rapidfuzz/fuzz_cpp", "hunspell/hunspell"} <= here
    assert here <= _list_modules(site, "*.pyd")
    # The only library that is loaded without an extension module.
    assert (linux_wheels / "pypdfium2_raw" / "libpdfium.so").is_file()
    assert (site / "pypdfium2_raw" / "pdfium.dll").is_file()


def _list_modules(folder: Path, pattern: str) -> set[str]:
    """Extension modules below `folder`, by their path without what tells the platform."""
    inside = [path.relative_to(folder) for path in folder.rglob(pattern)]
    return {(path.parent / path.name.partition(".")[0]).as_posix() for path in inside if path.parts[0][-5:] != ".libs"}


@pytest.fixture(scope="session")
def pure(unpacked: Path, workshop: Path) -> Path:
    """The packages of the zip that hold Python alone, in a folder to import from."""
    folder = workshop / "murni"
    folder.mkdir()
    compiled = _list_compiled_folders(unpacked / SITE)
    for path in (unpacked / SITE).iterdir():
        if path.name not in compiled:
            (folder / path.name).symlink_to(path)
    return folder


def _list_compiled_folders(site: Path) -> set[str]:
    return {path.relative_to(site).parts[0] for path in site.rglob("*") if path.suffix in (".pyd", ".dll")}


_IMPORTER = """
import importlib, importlib.metadata, json, pkgutil, sys
pure, compiled, top = json.load(sys.stdin)
sys.path += [pure, compiled]
import renjadoc
for one in pkgutil.walk_packages(renjadoc.__path__, "renjadoc."):
    if one.name != "renjadoc.__main__":
        importlib.import_module(one.name)
for name in top:
    importlib.import_module(name)
from renjadoc import resources
assert resources.starter_folder().is_dir() and resources.schemas_folder().is_dir()
print(json.dumps({name: getattr(module, "__file__", None) for name, module in sys.modules.items()}))
"""


@pytest.mark.lambat
def test_its_modules_import_with_these_versions(pure: Path, linux_wheels: Path, tmp_path: Path) -> None:
    top = sorted(path.stem for path in pure.iterdir() if _is_importable(path))
    assert {"renjadoc", "nicegui", "fastapi", "openpyxl"} <= set(top)
    # Nothing but the zip, compiled modules of the same versions, and Python itself.
    given = json.dumps([str(pure), str(linux_wheels), top])
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _IMPORTER], input=given, cwd=tmp_path, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    files = json.loads(run.stdout.splitlines()[-1])
    assert all(files[name] is None or files[name].startswith(str(pure)) for name in top)


def _is_importable(path: Path) -> bool:
    return path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())


@pytest.mark.lambat
def test_the_page_starts_from_the_zip(
    unpacked: Path, pure: Path, linux_wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    with windows.start_without_console(unpacked / PROGRAM / "mulai.py", tmp_path, [pure, linux_wheels]) as running:
        assert windows.await_page(running, tmp_path)
        assert running.wait(60) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"pythonw.exe": None}, "holds no pythonw.exe"),
        ({f"python{windows.SHORT}.zip": None}, f"holds no python{windows.SHORT}.zip"),
        ({f"python{windows.SHORT}._pth": None}, "embeddable"),
        ({"pythonw.exe": windows.make_program(0x14C)}, "64-bit"),
        ({"pythonw.exe": b""}, "64-bit"),
        ({"../hosts": b""}, "outside"),
        ({"C:/hosts": b""}, "outside"),
        ({"/hosts": b""}, "outside"),
    ],
)
def test_a_python_that_is_unfit_is_refused(tmp_path: Path, change: dict[str, bytes | None], said: str) -> None:
    files = {name: data for name, data in (windows.list_files() | change).items() if data is not None}
    with pytest.raises(UnfitPython, match=said):
        paket_windows.read_python(windows.write_python(tmp_path / "python.zip", files))


def test_what_is_no_zip_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "python.zip").write_text("<html>")
    target = tmp_path / "hasil.zip"
    assert paket_windows.main(["--python", str(tmp_path / "python.zip"), "-o", str(target)]) == 1
    assert "is no zip" in capsys.readouterr().err
    assert not target.exists()


def test_a_target_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paket_windows, "build_package", lambda python: b"")
    (tmp_path / "berkas").touch()
    assert paket_windows.main(["--python", "python.zip", "-o", str(tmp_path / "berkas" / "hasil.zip")]) == 1
    assert "hasil.zip" in capsys.readouterr().err


def test_python_is_fetched_from_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(urllib.request, "urlopen", lambda address, timeout: asked.append(address) or io.BytesIO(b"zip"))
    assert paket_windows.download_python("https://tempat.invalid/python.zip", tmp_path).read_bytes() == b"zip"
    assert asked == ["https://tempat.invalid/python.zip"]
    monkeypatch.setattr(paket_windows, "LARGEST_DOWNLOAD", 2)
    with pytest.raises(UnfitPython, match="larger"):
        paket_windows.download_python("https://tempat.invalid/python.zip", tmp_path)


def test_a_fit_one_is_read_with_its_version(tmp_path: Path) -> None:
    files = windows.list_files()
    assert paket_windows.read_python(windows.write_python(tmp_path / "python.zip", files)) == files
    assert paket_windows.find_version(files) == windows.VERSION
    assert paket_windows.find_version({"python314._pth": b""}) == "3.14"


def test_a_zip_does_not_depend_on_order_or_day() -> None:
    files = {"b/c": b"1", "a": b"2"}
    data = paket_windows.write_zip(files)
    assert data == paket_windows.write_zip(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [(one.filename, one.date_time) for one in archive.infolist()] == [
            ("a", paket_windows.DATE), ("b/c", paket_windows.DATE),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "shipped"),
    [
        ("lxml/etree.pyd", True),
        ("lxml-6.dist-info/METADATA", True),
        ("lxml-6.dist-info/RECORD", False),
        ("renjadoc-0.dist-info/direct_url.json", False),
        ("renjadoc/RECORD", True),
        ("bin/pybabel", False),
        ("babel/__pycache__/core.cpython-311.pyc", False),
    ],
)
def test_notes_of_the_installer_stay_behind(name: str, shipped: bool) -> None:
    assert paket_windows.is_shipped(Path(name)) is shipped
