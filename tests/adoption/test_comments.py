"""Comments of an old document: told in the report, and open notes where they stood."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.adoption.paper import NAMES, bold, cell, centred, document, p, row, run, table, take

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6


def mark(number: int, inside: str = "") -> str:
    """`inside` as the passage of a comment, as Word writes it."""
    run_ = f'<w:r><w:t xml:space="preserve">{inside}</w:t></w:r>' if inside else ""
    start = f'<w:commentRangeStart w:id="{number}"/>{run_}<w:commentRangeEnd w:id="{number}"/>'
    return f'{start}<w:r><w:commentReference w:id="{number}"/></w:r>'


def with_mark(paragraph: str, number: int, inside: str = "") -> str:
    return paragraph.replace("</w:p>", f"{mark(number, inside)}</w:p>")


def comments(*said: tuple[str, str]) -> dict[str, str | bytes]:
    made = "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{p(text)}</w:comment>'
        for number, (author, text) in enumerate(said)
    )
    return {"word/comments.xml": f"<w:comments {NAMES}>{made}</w:comments>"}


def load(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def test_a_comment_is_an_open_note_behind_its_paragraph(tmp_path: Path) -> None:
    body = centred("BAB I AWAL") + p(LONG) + with_mark(p("Tim beranggota "), 0, "empat orang")
    body += with_mark(p("1. satu"), 1) + p("2. dua")
    parts = comments(("Bu Sari", "apa perlu honor [tim]?"), ("", "sebut tahunnya"))
    made = take(document(tmp_path / "a.docx", body, parts), tmp_path / "a")
    assert load(made.folder, "bab-1.json")["isi"][1:] == [
        "Tim beranggota empat orang [[Komentar Bu Sari pada “empat orang”: apa perlu honor (tim)?]]",
        {"daftar": "1.", "butir": ["satu [[Komentar penelaah pada “1. satu”: sebut tahunnya]]", "dua"]},
    ]
    said = [(remark.author, remark.passage, remark.text) for remark in made.adopted.remarks]
    assert said == [("Bu Sari", "empat orang", "apa perlu honor [tim]?"), ("", "1. satu", "sebut tahunnya")]


def test_comments_on_headings_tables_and_regulations(tmp_path: Path) -> None:
    body = centred("BAB I AWAL") + p(LONG) + with_mark(bold("1.1 Dasar Hukum"), 0)
    body += "".join(
        with_mark(p(f"{n}. Undang-Undang Nomor {n} Tahun 2014 tentang Urusan {n};"), 1)
        if n == 2
        else p(f"{n}. Undang-Undang Nomor {n} Tahun 2014 tentang Urusan {n};")
        for n in (1, 2, 3)
    )
    body += with_mark(centred("Tabel 1.1 Rincian"), 2)
    body += table(row("Nama", "Jumlah"), row("Kursi", cell(with_mark(p("12"), 3))))
    parts = comments(*((f"P{n}", f"catatan {n}") for n in range(4)))
    made = take(document(tmp_path / "a.docx", body, parts), tmp_path / "a")
    section = load(made.folder, "bab-1.json")["bagian"][0]
    assert section["judul"] == "Dasar Hukum"
    assert section["isi"][:3] == [
        "[[Komentar P0 pada “1.1 Dasar Hukum”: catatan 0]]",
        {"regulasi": "landasan-hukum"},
        "[[Komentar P1 pada “2. Undang-Undang Nomor 2 Tahun 2014 ten…”: catatan 1]]",
    ]
    (file,) = (made.folder / "tabel").iterdir()
    assert json.loads(file.read_text("utf-8"))["keterangan"] == [
        "[[Komentar P2 pada “Tabel 1.1 Rincian”: catatan 2]]",
        "[[Komentar P3 pada “12”: catatan 3]]",
    ]


def test_the_report_tells_comments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = centred("BAB I AWAL") + p(LONG) + with_mark(p("Pagu "), 0, "Rp5.000")
    path = document(tmp_path / "a.docx", body, comments(("Bagian Hukum", "cocokkan dengan RKA")))
    assert run("adopsi", path, tmp_path / "a") == 0
    assert "  - Bagian Hukum pada “Rp5.000”: cocokkan dengan RKA" in capsys.readouterr().out
