"""Every kind of bad content: the whole report compared, file, line, column, message and hint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.compose import compose_document
from renjadoc.content import pointers
from renjadoc.reading import Reading
from renjadoc.word import blocks
from tests.conftest import problems_of, read, report_of

Edit = Callable[[str, Callable[[Any], Any]], None]

BAB = '{\n  "judul": "Penutup",\n  "isi": [\n    %s\n  ]\n}\n'

#: name -> (what stands in bab-4.json, the report)
CASES: dict[str, tuple[bytes, str]] = {
    "koma_kurang": (
        b'{\n  "judul": "Penutup"\n  "isi": []\n}',
        "isi/bab-4.json:2:21: galat RJ001: bukan JSON yang sah: tanda koma (,) kurang di sini; "
        'di sini: { "judul": "Penutup"▶ "isi": [] }',
    ),
    "bukan_json": (
        b"judul: Penutup",
        "isi/bab-4.json:1:1: galat RJ001: bukan JSON yang sah: "
        'tanda kutip (") kurang di sini, sebelum “judul”; di sini: ▶judul: Penutup',
    ),
    "kutip_tidak_ditutup": (
        b'{"judul": "Penutup}',
        "isi/bab-4.json:1:11: galat RJ001: bukan JSON yang sah: "
        'teks yang dibuka di sini tidak ditutup dengan tanda kutip ganda; di sini: {"judul": ▶"Penutup}',
    ),
    "ganti_baris_dalam_teks": (
        b'{"judul": "Pen\nutup"}',
        "isi/bab-4.json:1:15: galat RJ001: bukan JSON yang sah: "
        'ada ganti baris atau tab di tengah teks; tulis teks dalam satu baris; di sini: {"judul": "Pen▶ utup"}',
    ),
    "latin1": (
        '{\n "judul": "Pénutup"}'.encode("latin-1"),
        "isi/bab-4.json:2:13: galat RJ002: berkas tidak disimpan sebagai UTF-8\n"
        "    → Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8.",
    ),
    "utf16": (
        '{"judul": "Penutup"}'.encode("utf-16"),
        "isi/bab-4.json:1:1: galat RJ002: berkas tidak disimpan sebagai UTF-8\n"
        "    → Di Notepad: Simpan Sebagai, lalu pilih Pengodean UTF-8.",
    ),
    "kunci_ganda": (
        b'{\n  "judul": "Penutup",\n  "judul": "Akhir"\n}',
        "isi/bab-4.json:3:3: galat RJ003: isian “judul” tertulis dua kali di antara kurung yang sama\n"
        "    → Hapus salah satunya; komputer hanya akan memakai yang terakhir.",
    ),
    "kontrol": (
        (BAB % '"a\\u0001b"').encode(),
        "isi/bab-4.json:4:5: galat RJ005: teks memuat karakter yang tidak dapat dicetak (U+0001)\n"
        "    → Hapus karakter itu; letaknya sesudah “a”.",
    ),
    "pengganti_tunggal": (
        (BAB % '"ab\\ud800"').encode(),
        "isi/bab-4.json:4:5: galat RJ005: teks memuat karakter yang tidak dapat dicetak (U+D800)\n"
        "    → Hapus karakter itu; letaknya sesudah “ab”.",
    ),
    "nan": (
        (BAB % "NaN").encode(),
        "isi/bab-4.json:4:5: galat RJ006: angka ini bukan angka yang sah\n"
        "    → Tulis angka biasa, atau null bila belum ada.",
    ),
    "kunci_tidak_dikenal": (
        b'{\n  "judl": "x",\n  "judul": "Penutup"\n}',
        "isi/bab-4.json:2:3: galat RJ010: isian “judl” tidak dikenal di sini\n    → Mungkin maksudnya “judul”.",
    ),
    "kunci_wajib": (
        b'{\n  "isi": []\n}',
        "isi/bab-4.json:1:1: galat RJ011: isian “judul” belum ada\n    → Tambahkan “judul” (Judul bab).",
    ),
    "jenis_salah": (
        b'{\n  "judul": 7\n}',
        "isi/bab-4.json:2:12: galat RJ012: “judul” berisi 7\n    → Isi dengan teks dalam tanda kutip.",
    ),
    "bentuk_daftar_salah": (
        (BAB % '{"daftar": "I.", "butir": ["x"]}').encode(),
        'isi/bab-4.json:4:16: galat RJ013: “daftar” berisi "I."\n    → Pilihan: "1.", "a.", "1)", "a)", "-".',
    ),
    "nama_tidak_dikenal": (
        (BAB % '"Tahun {{ tahum }}"').encode(),
        "isi/bab-4.json:4:5: galat RJ020: nama “tahum” tidak dikenal\n    → Mungkin maksudnya “tahun”.",
    ),
    "bagian_tidak_dikenal": (
        (BAB % '"{{ perangkat_daerah.namaa }}"').encode(),
        "isi/bab-4.json:4:5: galat RJ020: nama “perangkat_daerah.namaa” tidak dikenal\n    → Mungkin maksudnya “nama”.",
    ),
    "isi_rusak": (
        (BAB % '"{{ tahun + }}"').encode(),
        "isi/bab-4.json:4:5: galat RJ021: {{ tahun + }} tidak dapat dibaca\n    → Yang boleh: nama, nama.bagian, "
        "nama['kunci'], + dan - dengan bilangan bulat, saringan seperti | rupiah.",
    ),
    "terbuka_tidak_ditutup": (
        (BAB % '"[[periksa lagi"').encode(),
        "isi/bab-4.json:4:5: galat RJ022: tanda [[ belum ditutup dengan ]]\n"
        "    → Catatan terbuka ditulis [[seperti ini]].",
    ),
    "bintang_tidak_ditutup": (
        (BAB % '"*pro poor"').encode(),
        "isi/bab-4.json:4:5: galat RJ022: tanda * atau ** belum ditutup\n"
        "    → Tutup dengan tanda yang sama, atau tulis \\* untuk bintang biasa.",
    ),
    "regulasi_tidak_ada": (
        (BAB % '{"regulasi": "hukum"}').encode(),
        "isi/bab-4.json:4:18: galat RJ030: daftar regulasi “hukum” tidak ada\n    → Yang ada: landasan-hukum.",
    ),
    "gambar_di_luar_folder": (
        (BAB % '{"gambar": "gambar/ada.png", "alt": "x"}').encode(),
        "isi/bab-4.json:4:16: galat RJ031: gambar “gambar/ada.png”: letaknya di luar folder isi\n"
        "    → Simpan gambar sebagai PNG atau JPEG di dalam folder gambar/ milik folder isi ini.",
    ),
    "tabel_dua_kali": (
        (BAB % '{"tabel": "evaluasi"}').encode(),
        "isi/bab-4.json:4:15: galat RJ033: tabel “evaluasi” sudah ditempatkan sebelumnya\n"
        "    → Tempatkan satu kali, lalu rujuk dengan {{ rujuk('evaluasi') }}.",
    ),
    "gambar_berjudul_dua_kali": (
        (BAB % ", ".join(['{"gambar": "gambar/logo.png", "judul": "Lambang", "alt": "Lambang"}'] * 2)).encode(),
        "isi/bab-4.json:4:85: galat RJ033: gambar “gambar/logo.png” sudah ditempatkan dengan judul sebelumnya\n"
        "    → Rujuk dengan {{ rujuk('gambar/logo.png') }}, atau hapus judulnya di sini.",
    ),
    "regulasi_dua_kali": (
        (BAB % '{"regulasi": "landasan-hukum"}').encode(),
        "isi/bab-4.json:4:18: galat RJ033: daftar regulasi “landasan-hukum” sudah ditempatkan sebelumnya\n"
        "    → Tempatkan satu kali; sebut peraturannya dengan {{ regulasi['pp-18-2016'] }}.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_chapter(isi: Path, name: str) -> None:
    content, expected = CASES[name]
    outside = isi.resolve().parent / "ada.png"
    outside.write_bytes((isi / "gambar" / "logo.png").read_bytes())
    (isi / "gambar" / "ada.png").symlink_to(outside)
    (isi / "bab-4.json").write_bytes(content)
    found = report_of(isi)
    if "RJ001" in expected:
        expected += "\n    → Perbaiki di tempat ini; editor seperti VS Code menandainya dengan garis merah."
    assert found == expected


def test_a_picture_that_is_a_link_to_itself(isi: Path) -> None:
    (isi / "bab-4.json").write_text(BAB % '{"gambar": "gambar/ada.png", "alt": "x"}', "utf-8")
    (isi / "gambar" / "ada.png").symlink_to("ada.png")
    assert "galat RJ031: gambar “gambar/ada.png”: tidak dapat dibaca (tautan yang berputar)" in report_of(isi)


@pytest.mark.parametrize(
    ("file", "pointer"),
    [("dokumen.json", "/pengesahan/tempat"), ("dokumen.json", "/daerah/nama"),
     ("regulasi/landasan-hukum.json", "/regulasi/1/tentang")],
)  # fmt: skip
def test_nothing_is_computed_in_names(isi: Path, edit: Edit, file: str, pointer: str) -> None:
    def change(data: Any) -> None:
        container, key = pointers.find_parent(data, pointer)
        container[key] = "Rencana {{ tahun }}"

    edit(file, change)
    (problem,) = problems_of(isi)
    assert (problem.code, problem.location.pointer) == ("RJ021", pointer)


def test_marks_in_names_are_letters(isi: Path, edit: Edit) -> None:
    edit("regulasi/landasan-hukum.json", lambda data: data["regulasi"][1].update(tentang="Pajak * [[dan Bea"))
    assert problems_of(isi) == []
    content = compose_document(Reading(read(isi))).content
    printed = [block.line[0].text for block in content if isinstance(block, blocks.ListItem)]
    assert any("tentang Pajak * [[dan Bea" in text for text in printed)


def test_what_is_printed_through_others_is_read_too(isi: Path, edit: Edit) -> None:
    """The name of a program where a placeholder prints it, and the alternative text of a picture."""
    edit("tabel/rencana-program.json", lambda data: data["program"][0].update(nama="Program {{ daerah.nama }} *baru*"))
    picture = {"gambar": "gambar/logo.png", "alt": "Lambang {{ daerah.nama }}"}
    edit("bab-4.json", lambda data: data.update(isi=["{{ program['2.17.01'].nama }}", picture]))
    paragraph, shown = compose_document(Reading(read(isi))).content[-2:]
    assert isinstance(paragraph, blocks.Paragraph)
    assert isinstance(shown, blocks.Picture)
    assert (paragraph.line[0].text, shown.alt) == ("Program Purbalingga baru", "Lambang Purbalingga")


def test_problems_of_all_files_are_said_at_once(isi: Path) -> None:
    (isi / "bab-1.json").write_text("{", "utf-8")
    (isi / "bab-4.json").write_text('{"judul": 1}', "utf-8")
    (isi / "tabel" / "evaluasi.json").write_text('{"jenis": "apa"}', "utf-8")
    assert {problem.location.file for problem in problems_of(isi)} == {
        "isi/bab-1.json",
        "isi/bab-4.json",
        "isi/tabel/evaluasi.json",
    }


def test_absurd_nesting_is_a_problem(isi: Path) -> None:
    (isi / "bab-4.json").write_text("[" * 100_000 + "]" * 100_000, "utf-8")
    assert "RJ007" in report_of(isi)


def test_schema_conform_but_absurd_list_nesting_is_a_problem(isi: Path) -> None:
    deep = '{"daftar": "1.", "butir": [{"teks": "x", "isi": [' * 60 + '"y"' + "]}]}" * 60
    (isi / "bab-4.json").write_text(BAB % deep, "utf-8")
    found = report_of(isi)
    assert "RJ032" in found or "RJ007" in found


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_carry_is_a_problem(isi: Path, character: str) -> None:
    (isi / "bab-4.json").write_text(BAB % f'"satu{character}dua"', "utf-8")
    assert f"karakter yang tidak dapat dicetak (U+{ord(character):04X})" in report_of(isi)


def test_a_list_of_five_levels_is_a_problem(isi: Path) -> None:
    deep = '{"daftar": "1.", "butir": [{"teks": "x", "isi": [' * 5 + '"y"' + "]}]}" * 5
    (isi / "bab-4.json").write_text(BAB % deep, "utf-8")
    assert "galat RJ032: daftar bertingkat lebih dari 4 tingkat" in report_of(isi)


def test_a_number_of_thousands_of_digits_is_a_problem(isi: Path) -> None:
    (isi / "bab-4.json").write_text('{"judul": ' + "9" * 5000 + "}", "utf-8")
    assert "isi/bab-4.json: galat RJ006: ada angka yang terlalu panjang" in report_of(isi)


def test_a_text_file_called_png_is_a_problem(isi: Path) -> None:
    (isi / "gambar" / "logo.png").write_text("bukan gambar", "utf-8")
    assert "gambar “gambar/logo.png”: isinya bukan gambar PNG atau JPEG" in report_of(isi)


def test_missing_files_are_named(isi: Path) -> None:
    (isi / "bab-3.json").unlink()
    (isi / "regulasi" / "landasan-hukum.json").unlink()
    found = report_of(isi)
    assert "berkas bab-3.json belum ada" in found
    assert "BAB ini: Tujuan, Sasaran, Program dan Kegiatan." in found


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "tidak-ada")
    assert problem.message == "folder isi tidak ditemukan"
    assert "renjadoc baru" in problem.hint


def test_byte_order_mark_and_windows_line_ends_are_fine(isi: Path) -> None:
    path = isi / "bab-4.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems_of(isi) == []


def test_content_2021_has_no_problem(isi: Path) -> None:
    assert problems_of(isi) == []
