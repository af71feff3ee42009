"""Every command with wrong arguments: a file that is missing, a folder instead of one, no rights, wrong options.

Whoever meets these messages reads Indonesian; none of them may be one of the machine's or of a library's own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

from renjadoc import cli

#: Words of English messages that Indonesian does not have.
_ENGLISH = re.compile(
    r"\b(the|is|are|not|no such|files?|directory|missing|invalid|expected|unexpected|options?|arguments?|value|"
    r"integer|float|path|text|usage|errors?|denied|permission|required|try|does|exists?|cannot|must|range|choose|"
    r"one of|with|without|default|unknown|commands?|got|extra|show|message|exit|failed|bad|read|write|traceback)\b",
    re.IGNORECASE,
)
#: What is shown as it is: names of our options and files, and of programs.
_NAMES = re.compile(r"--[\w-]+|\S*[/\\]\S*|\b[\w-]+\.(?:json|docx|xlsx|csv|zip|txt)\b|“[^”]*”|Dask|JSON|renjadoc\b.*")


def _walk(command: click.Command, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if isinstance(command, click.Group):
        yield words, command
        for name, below in command.commands.items():
            yield from _walk(below, (*words, name))
    else:
        yield words, command


COMMANDS = {
    words: command
    for name in cli.COMMANDS
    for words, command in _walk(import_module(f"renjadoc.commands.{name}").command, (name,))
}
#: The page has no end of its own, and is tried in its own tests.
_RUN = [words for words in COMMANDS if words != ("meja",)]


def _said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = cli.main(list(arguments))
    out = capsys.readouterr()
    return code, out.out + out.err


def _assert_indonesian(said: str) -> None:
    found = {match[0] for line in said.splitlines() for match in _ENGLISH.finditer(_NAMES.sub(" ", line))}
    assert not found, said


def _arguments(words: tuple[str, ...], value: str) -> list[str]:
    """A value for each argument that the command must have."""
    wanted = [one for one in COMMANDS[words].params if isinstance(one, click.Argument)]
    more = ["-o", "keluar"] if words == ("massal",) else []
    return [*words, *(value for one in wanted if one.required or words[0] in {"massal", "urungkan"}), *more]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("words", list(COMMANDS), ids=" ".join)
def test_help(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _said(capsys, *words, "--help")
    assert code == 0
    _assert_indonesian(said)


@pytest.mark.parametrize("words", list(COMMANDS), ids=" ".join)
def test_a_wrong_option(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _said(capsys, *words, "--tidak-ada")
    assert code == cli.EXIT_USAGE
    _assert_indonesian(said)


@pytest.mark.parametrize("words", _RUN, ids=" ".join)
def test_nothing_at_all(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _said(capsys, *words)
    assert code in {0, cli.EXIT_PROBLEMS, cli.EXIT_USAGE}
    _assert_indonesian(said)


@pytest.mark.parametrize("words", _RUN, ids=" ".join)
def test_too_much(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _said(capsys, *words, *[f"a{number}" for number in range(5)])
    assert code in {cli.EXIT_PROBLEMS, cli.EXIT_USAGE} or words[0] in {"nomenklatur"}
    _assert_indonesian(said)


@pytest.mark.parametrize("words", _RUN, ids=" ".join)
def test_what_is_not_there(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _said(capsys, *_arguments(words, "tidak-ada.docx"))
    assert code in {cli.EXIT_PROBLEMS, cli.EXIT_USAGE} or words[0] in {"nomenklatur", "baru", "aturan"}
    _assert_indonesian(said)


@pytest.mark.parametrize("words", _RUN, ids=" ".join)
def test_a_folder_for_a_file_and_a_file_for_a_folder(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("folder.docx").mkdir()
    Path("berkas").write_text("x", "utf-8")
    for value in ("folder.docx", "berkas"):
        code, said = _said(capsys, *_arguments(words, value))
        assert code != cli.EXIT_BUG
        _assert_indonesian(said)


@pytest.mark.parametrize("words", _RUN, ids=" ".join)
def test_every_choice_and_number_of_an_option(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    for option in COMMANDS[words].params:
        if isinstance(option, click.Option) and not option.is_flag:
            code, said = _said(capsys, *_arguments(words, "tidak-ada"), option.opts[0], "salah?")
            assert code != cli.EXIT_BUG
            _assert_indonesian(said)
            code, said = _said(capsys, *_arguments(words, "tidak-ada"), option.opts[0])
            assert code != cli.EXIT_BUG
            _assert_indonesian(said)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("words", _RUN, ids=" ".join)
def test_no_right_to_read(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    Path("tertutup.docx").write_bytes(b"x")
    Path("tertutup.docx").chmod(0)
    Path("tutup").mkdir(mode=0)
    for value in ("tertutup.docx", "tutup"):
        code, said = _said(capsys, *_arguments(words, value))
        assert code != cli.EXIT_BUG
        _assert_indonesian(said)


def test_the_whole_program(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["--help"], ["tidak-ada"], ["--salah"], ["buat", "--help"]):
        _assert_indonesian(_said(capsys, *arguments)[1])


# What lies there is said


def _lay_down_folder(name: str) -> None:
    Path(name).mkdir(parents=True)
    Path(name, "dokumen.json").write_text("{}", "utf-8")


@pytest.mark.parametrize(
    ("arguments", "lies", "other"),
    [
        (["excel", "impor", "renja-2027.xlsx", "isi"], "Renja-2027 (1).xlsx", "naskah.docx"),
        (["sipd", "impor", "cetak renja.csv", "isi"], "Cetak Renja.xls", "naskah.docx"),
        (["serap", "Naskah.docx", "isi"], "naskah.docx", "Cetak Renja.xls"),
        (["serap", "naskah.docx", "isi", "--dasar", "telah.docx"], "telaah.docx", "Cetak Renja.xls"),
        (["adopsi", "naskh.docx", "baru"], "naskah.docx", "Cetak Renja.xls"),
        (["buat", "isi", "--templat", "templat.docx"], "telaah.docx", "Cetak Renja.xls"),
    ],
)
def test_a_name_that_is_not_there(
    arguments: list[str], lies: str, other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Renja-2027 (1).xlsx", "Cetak Renja.xls", "naskah.docx", "telaah.docx", "~$naskah.docx"):
        Path(name).write_bytes(b"x")
    _lay_down_folder("isi")
    code, said = _said(capsys, *arguments)
    assert code == cli.EXIT_PROBLEMS
    assert "berkas tidak ditemukan" in said
    assert lies in said
    assert other not in said
    assert "~$" not in said


def test_nothing_of_its_kind_lies_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        "Berkas .xlsx atau .xlsm tidak ada satu pun di folder ini" in _said(capsys, "excel", "impor", "a.xlsx", "b")[1]
    )
    assert "Folder kiriman tidak ada" in _said(capsys, "excel", "impor", "kiriman/a.xlsx", "b")[1]


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    _lay_down_folder("content/2027")
    _lay_down_folder("renja-2026")
    Path("foto").mkdir()
    said = _said(capsys, "periksa", "renja-2027")[1]
    assert "Yang ada: renja-2026, content/2027." in said
    Path("naskah.docx").write_bytes(b"x")
    assert "ini sebuah berkas, bukan folder isi" in _said(capsys, "serap", "naskah.docx", "naskah.docx")[1]


def test_a_command_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Mungkin maksudnya 'buat'." in _said(capsys, "buta", "isi")[1]
    assert "Daftarnya: renjadoc --help" in _said(capsys, "xyz")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["excel", "ekspor", "isi", "-o", "a.xls"], "'-o' tidak sah: nama berkas hasil harus berakhiran .xlsx"),
        (["periksa", "isi", "--komentar", "a.pdf"], "'--komentar' tidak sah: nama berkas hasil harus berakhiran .docx"),
        (["buat", "isi", "-o", "lama.docx"], "'lama.docx' sebuah folder; sebut nama berkas hasilnya"),
        (["baru", "isi2", "--tahun", "20277"], "20277 tidak terletak antara 2000 dan 2100"),
        (["massal", "isi", "-o", "berkas"], "'berkas' berkas, bukan folder"),
        (["massal", "berkas", "-o", "keluar"], "ini sebuah berkas, bukan folder atau zip"),
        (["baru", "berkas"], "sudah ada berkas dengan nama itu"),
        (["baru", "isi2", "--kerangka", "permendagri"], "kerangka: kerangka “permendagri” tidak dikenal"),
    ],
)
def test_what_cannot_be_meant(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    _lay_down_folder("isi")
    Path("lama.docx").mkdir()
    Path("berkas").write_text("x", "utf-8")
    assert said in _said(capsys, *arguments)[1]


def test_a_quarter_by_its_other_number(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "perubahan", "tidak-ada", "baru", "--triwulan", "2")[1]
    assert "folder isi tidak ditemukan" in said
    assert "bukan salah satu" in _said(capsys, "perubahan", "tidak-ada", "baru", "--triwulan", "5")[1]
