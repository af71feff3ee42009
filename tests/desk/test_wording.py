"""Hints for people at a terminal as the page says them."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from renjadoc.desk.pages.frame import explain_failure
from renjadoc.desk.wording import say_on_page
from renjadoc.examine import examine_folder
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.sheets.completion import no_nomenclature
from tests.conftest import ROOT

_COMMAND = re.compile(r"\brenjadoc [a-z]+|(?<!\w)--[a-z]+|\bnull\b|\bjalankan\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (no_nomenclature(2027).hint, "Letakkan nomenklatur di Masuk dan keluar."),
        ("Tutup dokumen itu di Word, lalu jalankan lagi; atau pilih nama lain dengan -o.",
         "Tutup dokumen itu di Word, lalu coba lagi."),
        ("Tulis angka biasa, atau null bila belum ada.", "Tulis angka biasa, atau kosongkan bila belum ada."),
        ("Bila benar, tambahkan “sengkuyung” ke kamus.txt.",
         "Bila benar, tekan Tambah ke kamus bila “sengkuyung” memang benar."),
        ("Isi targetnya.", "Isi targetnya."),
        ("Periksa sisa ruang; lalu jalankan lagi.", "Periksa sisa ruang, lalu coba lagi."),
        ("Tabel 2.1, Rapat, kolom Target  [tabel/evaluasi.json:12:3]: 4", "Tabel 2.1, Rapat, kolom Target: 4"),
        ("Masukkan dahulu suntingannya ke dalam isi: renjadoc serap D:/Renja Kita/Renja.docx FOLDER. Atau simpan hasil "
         "suntingan itu dengan nama lain, atau jalankan dengan --timpa untuk menggantinya.",
         "Masukkan dahulu suntingannya di Masuk dan keluar, atau simpan hasil suntingan itu dengan nama lain."),
    ],
)  # fmt: skip
def test_commands_become_places_of_the_page(said: str, shown: str) -> None:
    assert say_on_page(said) == shown


@pytest.mark.parametrize("year", ["2021", "2027", "2027-perubahan"])
def test_no_finding_of_an_office_asks_for_a_terminal(year: str) -> None:
    _, outcome = examine_folder(Path(ROOT / "content" / year))
    shown = {say_on_page(f"{problem.message} {problem.hint}") for problem in outcome.problems}
    assert [text for text in shown if _COMMAND.search(text)] == []


def test_a_spoilt_file_is_told_without_words_of_programmers() -> None:
    said = say_on_page("bukan JSON yang sah: koma kurang. Perbaiki di tempat ini; editor seperti VS Code menandainya "
                       "dengan garis merah.")  # fmt: skip
    assert said.startswith("berkas ini rusak: koma kurang. Kembalikan keadaan sebelumnya di Riwayat")
    assert "JSON" not in said
    assert "VS Code" not in said


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "", "/rumah/Renja/Renja-2027.docx"),
         "Renja-2027.docx: tidak dapat dibaca atau ditulis (ruang penyimpanan penuh)."),
        (Problem("RJ050", Location("D:/Renja/Renja-2027.docx"), "berkas sedang terbuka di Word atau terkunci"),
         "Renja-2027.docx: berkas sedang terbuka di Word atau terkunci."),
        (Problem("RJ001", Location("renja/dokumen.json"), "bukan JSON yang sah: koma kurang"),
         "Sampul: berkas ini rusak: koma kurang."),
        (Problem("RJ200", Location("tabel/iku.json", seen="Tabel 2.2, kolom Target"), "bukan angka"),
         "Tabel 2.2, kolom Target: bukan angka."),
        (Problem("RJ071", Location("x.xlsx"), "lembar “A” tidak dikenal"), "Lembar “A” tidak dikenal."),
    ],
)  # fmt: skip
def test_what_stops_something_says_of_which_file_or_place(error: OSError | Problem, told: str) -> None:
    line = explain_failure(ProblemsFound([error]) if isinstance(error, Problem) else error)[0]
    assert line.startswith(told)
