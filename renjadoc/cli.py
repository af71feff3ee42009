"""The command line: reads arguments, runs one command, turns what happens into messages and exit codes."""

from __future__ import annotations

import gettext
import io
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from renjadoc import __version__, buglog, report
from renjadoc.problem import ProblemsFound, machine_problem
from renjadoc.terminal import say, say_lines, say_text

EXIT_PROBLEMS, EXIT_USAGE, EXIT_BUG = 1, 2, 3

#: Command -> what it does, so that `--help` need not import any of them.
COMMANDS = {
    "meja": "Membuka halaman kerja di peramban, tanpa perintah.",
    "buat": "Membuat dokumen Word dari folder isi.",
    "massal": "Membuat dokumen semua perangkat daerah sekaligus.",
    "baru": "Menyiapkan folder isi baru untuk mulai menulis.",
    "adopsi": "Mengambil alih Renja lama dari Word menjadi folder isi.",
    "gulir": "Menyiapkan folder isi tahun berikutnya dari tahun ini.",
    "bentuk": "Mengganti bentuk tabel, misalnya menjadi T-C.29 atau Tabel 4.1.",
    "perubahan": "Menyiapkan Renja Perubahan dari Renja tahun ini.",
    "banding": "Membandingkan dua folder isi.",
    "telaah": "Membuat naskah Word untuk ditelaah bagian hukum.",
    "excel": "Mengekspor tabel ke Excel untuk diisi, dan mengimpornya kembali.",
    "sipd": "Menarik baris SIPD ke dalam tabel rencana program.",
    "nomenklatur": "Memasang nomenklatur kementerian dan mencari kode di dalamnya.",
    "serap": "Menyerap suntingan dokumen Word ke dalam folder isi.",
    "urungkan": "Menampilkan riwayat folder isi dan mengembalikan keadaan sebelumnya.",
    "periksa": "Memeriksa folder isi sebelum diperiksa Bappeda.",
    "aturan": "Menjelaskan aturan pemeriksaan.",
}


_OPTIONS, _SUBCOMMAND = "[PILIHAN]", "PERINTAH …"


#: What an option takes, where it does not say so itself.
_METAVARS = (
    (click.types.IntParamType, "ANGKA"), (click.types.FloatParamType, "ANGKA"),
    (click.DateTime, "TANGGAL"), (click.Path, "BERKAS"), (click.types.StringParamType, "TEKS"),
)  # fmt: skip


#: In our own words: click asks its catalogue once, whenever a command happens to be used first.
_help_option = click.help_option("--help", "-h", help="Tampilkan bantuan ini.")


class _Commands(click.Group):
    """Imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"renjadoc.commands.{cmd_name}").command
        _name_metavars(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from rapidfuzz import process

            close = process.extractOne(args[0], COMMANDS.keys(), score_cutoff=50)
            ask = f"Mungkin maksudnya '{close[0]}'." if close else "Daftarnya: renjadoc --help"
            raise click.UsageError(f"Perintah {args[0]!r} tidak ada. {ask}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl(list(COMMANDS.items()))


def _name_metavars(command: click.Command) -> None:
    """Say in Indonesian what click's catalogue leaves in English."""
    command.options_metavar = _OPTIONS
    if command.add_help_option:
        command.add_help_option = False
        _help_option(command)
    for one in command.params:
        if isinstance(one, click.Option) and one.metavar is None and not isinstance(one.type, click.Choice):
            one.metavar = next((said for kind, said in _METAVARS if isinstance(one.type, kind)), None)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _SUBCOMMAND
        for below in command.commands.values():
            _name_metavars(below)


@click.group(
    cls=_Commands,
    add_help_option=False,
    options_metavar=_OPTIONS,
    subcommand_metavar=_SUBCOMMAND,
)
@click.version_option(
    __version__, prog_name="renjadoc", message="%(prog)s %(version)s", help="Tampilkan versi, lalu selesai."
)
@_help_option
def cli() -> None:
    """Membuat Renja (Rencana Kerja) Perangkat Daerah dari data."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code is 0, 1 (problems), 2 (wrong usage) or 3 (a fault of renjadoc)."""
    _speak_indonesian()
    try:
        result = cli.main(arguments, prog_name="renjadoc", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except ProblemsFound as error:
        say_lines(report.list_errors(error.problems), err=True)
        return EXIT_PROBLEMS
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)
        say_text(said.getvalue().rstrip("\n"), err=True)
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt) as error:
        # The library takes the end of a torn module for the end of what somebody types.
        if buglog.is_installation_fault(error.__cause__):
            return _tell_installation(error.__cause__)
        say("Dibatalkan.", err=True)
        return EXIT_PROBLEMS
    except BrokenPipeError:
        return EXIT_PROBLEMS
    except OSError as error:
        say_lines(report.list_errors([machine_problem(error)]), err=True)
        return EXIT_PROBLEMS
    except Exception as error:
        import traceback

        if buglog.is_installation_fault(error):
            return _tell_installation(error)
        say(buglog.write_log(traceback.format_exc()), err=True)
        return EXIT_BUG


def _tell_installation(error: BaseException | None) -> int:
    say_text(buglog.say_installation_fault(error), err=True)
    return EXIT_BUG


def _speak_indonesian() -> None:
    """Let the command-line library speak Indonesian, and the terminal of Windows print it."""
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain("renjadoc", Path(__file__).parent / "data" / "locale")
    gettext.textdomain("renjadoc")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
