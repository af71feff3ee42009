"""Habits of offices that an adoption once stumbled over: each is read as it was meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.adoption.paper import Taken, bold, cell, centred, document, p, row, rows, styles, table, take

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6


def taken(tmp_path: Path, body: str, **parts: str) -> Taken:
    files: dict[str, str | bytes] = {f"word/{name}.xml": text for name, text in parts.items()}
    return take(document(tmp_path / "a.docx", body, files), tmp_path / "a")


def load(made: Taken, name: str) -> Any:
    return json.loads((made.folder / name).read_text("utf-8"))


def indented(text: str, left: int) -> str:
    return p(text, properties=f'<w:ind w:left="{left}"/>')


def test_an_amending_law_is_cited_without_its_title(tmp_path: Path) -> None:
    laws = [
        "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;",
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali terakhir "
        "dengan Undang-Undang Nomor 9 Tahun 2015;",
        "Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan.",
    ]
    body = centred("BAB I AWAL") + p(LONG) + "".join(p(f"{n}. {law}") for n, law in enumerate(laws, 1))
    made = taken(tmp_path, body)
    entries = load(made, "regulasi/landasan-hukum.json")["regulasi"]
    assert entries[1]["diubah"] == {
        "frasa": "sebagaimana telah diubah beberapa kali terakhir dengan", "jenis": "UU", "nomor": 9, "tahun": 2015,
    }  # fmt: skip
    made.says(laws[1])


def test_a_dot_behind_the_number_of_a_chapter(tmp_path: Path) -> None:
    made = taken(tmp_path, centred("BAB I. PENDAHULUAN") + p(LONG) + centred("BAB II. PENUTUP") + p(LONG))
    assert [load(made, f"bab-{number}.json")["judul"] for number in (1, 2)] == ["PENDAHULUAN", "PENUTUP"]


def test_a_period_that_is_over_is_not_that_of_the_renstra(tmp_path: Path) -> None:
    body = centred("RENCANA KERJA TAHUN 2023") + centred("BAB I AWAL") + p(f"{LONG} RPJMD Tahun 2016-2021.")
    assert "periode Renstra (ditulis 2022–2026)" in taken(tmp_path, body).adopted.identity.guessed


def test_a_list_of_contents_with_one_entry(tmp_path: Path) -> None:
    one = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\c </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Tabel 1.1 Satu-satunya 5</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    made = taken(tmp_path, one + centred("BAB I AWAL") + p(LONG))
    assert load(made, "bab-1.json")["isi"] == [LONG.strip()]


def test_a_caption_below_its_table(tmp_path: Path) -> None:
    grid = table(*rows("Nama | Isi", "satu | dua"))
    body = centred("BAB I AWAL") + p(LONG) + grid + centred("Tabel 1.1 Di bawah") + p("Kalimat.") + grid
    made = taken(tmp_path, body + p("Kalimat lain.") + centred("Tabel 1.2 Di atas") + grid)
    assert [(one.number, one.title) for one in made.adopted.tables] == [
        ("1.1", ["Di bawah"]), ("", []), ("1.2", ["Di atas"]),
    ]  # fmt: skip


def test_bullets_come_back_out(tmp_path: Path) -> None:
    body = centred("BAB I AWAL") + p(LONG)
    body += "".join(
        indented(text, left) for text, left in (("• satu", 500), ("o rinci a", 900), ("o rinci b", 900), ("• dua", 500))
    )
    assert load(taken(tmp_path, body), "bab-1.json")["isi"][1] == {
        "daftar": "-",
        "butir": [{"teks": "satu", "isi": [{"daftar": "-", "butir": ["rinci a", "rinci b"]}]}, "dua"],
    }


PLAN = [
    row("Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", cell("Rencana Tahun 2023", span=4),
        cell("Prakiraan Maju 2024", span=2)),
    row("", "", "", "Lokasi", "Target", "Pagu", "Sumber Dana", "Target", "Pagu"),
]  # fmt: skip
HEALTH = [
    "1.02.02 | PROGRAM UPAYA KESEHATAN | Angka kematian | | 95 | 700.000 | | 90 | 750.000",
    "1.02.02.2.02 | Penyediaan Layanan | Persentase | | 100% | 700.000 | | 100% | 750.000",
    "1.02.02.2.02.01 | Kesehatan Ibu | Jumlah ibu | Puskesmas | 14.500 orang | 400.000 | DAK | 15.000 orang | 425.000",
    " | | Jumlah kelas | | 85 kelas | | | 90 kelas | ",
    " | | Jumlah kader | | 12 | | | 14 | ",
]  # fmt: skip
MORE = "1.02.02.2.02.02 | Kesehatan Balita | Jumlah balita | Puskesmas | 9 | 300.000 | DAU | 9 | 325.000"


def health(tmp_path: Path, body: str) -> Taken:
    front = centred("RENCANA KERJA") + centred("DINAS KESEHATAN") + centred("TAHUN 2023")
    return taken(tmp_path, front + centred("BAB I AWAL") + p(LONG) + centred("Tabel 1.1 Rencana") + body)


def test_several_indicators_in_rows_of_their_own(tmp_path: Path) -> None:
    made = health(tmp_path, table(*PLAN, *rows(*HEALTH, MORE)))
    subs = load(made, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert subs[0]["indikator"] == ["Jumlah ibu", "Jumlah kelas", "Jumlah kader"]
    assert subs[0]["target"] == ["14.500 orang", "85 kelas", "12"]
    assert len(subs) == 2


def test_a_table_that_says_it_continues(tmp_path: Path) -> None:
    split = table(*PLAN, *rows(*HEALTH)) + centred("Lanjutan Tabel 1.1") + table(*PLAN, *rows(MORE))
    made = health(tmp_path, split)
    assert [one.name for one in made.adopted.tables] == ["Tabel 1.1 (Rencana)"]
    subs = load(made, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert [sub["pagu"] for sub in subs] == [400_000, 300_000]


def test_two_who_sign_side_by_side(tmp_path: Path) -> None:
    block = table(*rows(
        "Dibuat oleh: | Disetujui oleh:", "Kasubag Program | Kepala Dinas Perhubungan,",
        "CONTOH A, S.T. | Drs. CONTOH B",
        "NIP. 19800101 200501 1 001 | NIP. 19700101 199501 1 001",
    ))  # fmt: skip
    made = taken(tmp_path, centred("BAB I AWAL") + p(LONG) + block)
    signed = load(made, "dokumen.json")["pengesahan"]
    assert [signed[key] for key in ("jabatan", "nama", "nip")] == [
        "Kepala Dinas Perhubungan", "Drs. CONTOH B", "19700101 199501 1 001",
    ]  # fmt: skip
    made.says("Kasubag Program", "CONTOH A, S.T.", "NIP. 19800101 200501 1 001")


def test_styled_headings_with_typed_letters(tmp_path: Path) -> None:
    def heading(text: str, level: int) -> str:
        return p(text, properties=f'<w:pStyle w:val="H{level}"/>')

    body = heading("BAB I AWAL", 1) + heading("1.1 Latar", 2) + p(LONG) + heading("a. Umum", 3) + p("Isi.")
    made = taken(
        tmp_path, body + heading("b. Khusus", 3) + p("Isi."), styles=styles("heading 1", "heading 2", "heading 3")
    )
    assert [one["judul"] for one in load(made, "bab-1.json")["bagian"][0]["bagian"]] == ["Umum", "Khusus"]


def test_a_chapter_with_one_lettered_section(tmp_path: Path) -> None:
    body = centred("BAB I AWAL") + bold("A. Latar") + p(LONG) + bold("B. Dasar") + p(LONG)
    made = taken(tmp_path, body + centred("BAB II RENCANA") + bold("A. Program") + p(LONG))
    assert load(made, "bab-2.json")["bagian"][0]["judul"] == "Program"


def test_a_kecamatan_that_is_called_kota(tmp_path: Path) -> None:
    body = centred("RENCANA KERJA KELURAHAN MELATI") + centred("KECAMATAN KOTA KOTA SEJAHTERA") + centred("TAHUN 2024")
    made = taken(tmp_path, body + centred("BAB I AWAL") + p(LONG))
    assert load(made, "dokumen.json")["daerah"]["nama"] == "Sejahtera"


def test_chapters_that_are_not_called_bab(tmp_path: Path) -> None:
    body = centred("RENCANA KERJA KECAMATAN BOJONG") + centred("TAHUN 2021")
    for number, title in (("I", "PENDAHULUAN"), ("II", "EVALUASI"), ("III", "PENUTUP")):
        body += bold(f"{number}. {title}") + bold("A. Pertama") + p(LONG) + bold("B. Kedua") + p(LONG)
    made = taken(tmp_path, body)
    assert [load(made, f"bab-{n}.json")["judul"] for n in (1, 2, 3)] == ["PENDAHULUAN", "EVALUASI", "PENUTUP"]
    assert [one["judul"] for one in load(made, "bab-2.json")["bagian"]] == ["Pertama", "Kedua"]
    assert made.adopted.identity.name == "Kecamatan Bojong"


def test_a_frame_around_the_heading_of_a_chapter(tmp_path: Path) -> None:
    frames = [table(row(cell(f"BAB {number}", title))) for number, title in (("I", "AWAL"), ("II", "AKHIR"))]
    made = taken(tmp_path, p(LONG).join(["", *frames, ""]))
    assert [load(made, f"bab-{number}.json")["judul"] for number in (1, 2)] == ["AWAL", "AKHIR"]


def test_items_broken_by_hand_within_one_paragraph(tmp_path: Path) -> None:
    lines = "<w:br/>".join(f"<w:t>{text}</w:t>" for text in ("Tugasnya:", "1. menyusun", "2. menilai"))
    made = taken(tmp_path, centred("BAB I AWAL") + p(LONG) + f"<w:p><w:r>{lines}</w:r></w:p>")
    assert load(made, "bab-1.json")["isi"][1:] == ["Tugasnya:", {"daftar": "1.", "butir": ["menyusun", "menilai"]}]
