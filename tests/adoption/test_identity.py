"""What an old document says of itself: who signs, whose it is, which year and period."""

from __future__ import annotations

import pytest

from renjadoc.adoption.headings import OldOutline, OldSection
from renjadoc.adoption.identity import UNKNOWN, Identity, read_identity
from renjadoc.adoption.signature import Signature, drop_signature, take_signature
from renjadoc.word.reader.document import WordBlock, WordPicture
from tests.adoption.plain import cell, line, row, table

NIP = "NIP. 19700101 199501 1 001"
SIGNED = ["Purbalingga, 3 Januari 2021", "KEPALA DINAS", "SULIS", "Pembina Tk. I", NIP]


def signed(*blocks: WordBlock) -> tuple[Signature | None, list[WordBlock]]:
    section = OldSection("Penutup", "", 1, list(blocks))
    return take_signature(OldOutline([], [section])), section.body


def identity(*text: str, cover: tuple[str, ...] = (), hints: tuple[str, ...] = (), year: int = 2030) -> Identity:
    outline = OldOutline([line(one) for one in cover], [OldSection("Awal", "I", 1, [line(one) for one in text])])
    return read_identity(outline, None, [], list(hints), year)


# The signature


def test_the_signature_is_taken_out_of_the_text() -> None:
    signature, rest = signed(line("Demikian."), *map(line, SIGNED))
    assert signature == Signature(
        "Purbalingga", "3 Januari 2021", "KEPALA DINAS", "SULIS", "Pembina Tk. I", "19700101 199501 1 001"
    )
    assert rest == [line("Demikian.")]


def test_place_and_date_may_stand_on_two_lines_or_nowhere() -> None:
    two, _ = signed(*map(line, ["Ditetapkan di Bobotsari", "pada tanggal 5 Mei 2021", "CAMAT", "SULIS", NIP]))
    assert two is not None
    assert (two.place, two.date, two.rank) == ("Bobotsari", "5 Mei 2021", "")
    none, rest = signed(*map(line, ["Demikian.", "KEPALA DINAS", "KOPERASI", "SULIS", NIP]))
    assert none is not None
    assert (none.place, none.post, len(rest)) == ("", "KEPALA DINAS KOPERASI", 1)


@pytest.mark.parametrize("typed", ["NIP. 197001011995011001", "NIP: 19700101.199501.1.001", NIP])
def test_an_nip_is_kept_as_it_is_printed(typed: str) -> None:
    found, _ = signed(*map(line, [*SIGNED[:-1], typed]))
    assert found is not None
    assert found.number == "19700101 199501 1 001"


@pytest.mark.parametrize("lines", [SIGNED[3:], ["Purbalingga, 3 Januari 2021", "Yang mengetahui", "SULIS", NIP]])
def test_a_number_without_a_post_is_no_signature(lines: list[str]) -> None:
    assert signed(*map(line, lines)) == (None, [line(one) for one in lines])


def test_a_paragraph_that_says_more_than_the_signature_stays_whole() -> None:
    joined = line("\n".join(["Demikian.", *SIGNED]))
    assert signed(joined) == (None, [joined])


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("3 Januari 2021", {"tanda_tangan": True}),
        ("5 Januari 2021", {"tanda_tangan": True, "tanggal": "5 Januari 2021"}),
        ("Januari 2021", {}),
    ],
)
def test_the_same_signature_before_the_chapters_is_printed_anew(day: str, says: dict[str, object]) -> None:
    signature, _ = signed(*map(line, SIGNED))
    lines = [line("Puji syukur."), *map(line, [f"Purbalingga, {day}", *SIGNED[1:]])]
    preface = OldSection("Kata Pengantar", "", 1, list(lines))
    assert drop_signature(preface, signature) == says
    assert preface.body == (lines[:1] if says else lines), "one without a day stays as it is"


@pytest.mark.parametrize(("behind", "taken"), [(199, True), (200, False)])
def test_the_signature_is_near_the_end(behind: int, taken: bool) -> None:
    signature, _ = signed(*map(line, SIGNED), *(line("Lampiran") for _ in range(behind)))
    assert (signature is not None) == taken


@pytest.mark.parametrize(("rows", "lines", "taken"), [(1, 0, True), (7, 0, False), (1, 20, False)])
def test_two_who_sign_side_by_side_in_a_small_table(rows: int, lines: int, taken: bool) -> None:
    right = cell("\n".join(["x"] * lines))
    right.blocks += map(line, SIGNED)
    signature, _ = signed(table(row("Mengetahui", right), *(row("", "") for _ in range(rows - 1))))
    assert (signature is not None) == taken


def test_the_picture_within_is_the_signature_itself() -> None:
    lines = [line(one) for one in SIGNED]
    broken, good, more = (WordPicture(name, b"", None, "", fault) for name, fault in [("a", "x"), ("b", ""), ("c", "")])
    lines[1].pictures, lines[2].pictures = [broken], [good, more]
    signature, rest = signed(*lines)
    assert signature is not None
    assert signature.picture == good
    assert [one.pictures for one in rest if not isinstance(one, type(table()))] == [[broken], [more]]


# Year and period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (["Renstra 2021-2026 berlaku."], (2021, 2026)), (["2021 s.d. 2026"], (2021, 2026)),
        (["Jangka 2021-2023"], None), (["Jangka 2022-2024 2022-2025"], (2022, 2025)), (["Jangka 2019-2026"], None),
        (["Jangka 2016-2021"], None), (["RPJMD 2021-2026.", "x" * 150, "2020-2025", "2020-2025"], (2021, 2026)),
        (["RPJMD 2021-2026.", "x" * 150, *["2020-2025 "] * 4], (2020, 2025)),
    ],
)  # fmt: skip
def test_the_period_of_the_renstra(text: list[str], period: tuple[int, int] | None) -> None:
    made = identity(*text, cover=("RENJA TAHUN 2023",))
    assert ("periode Renstra" in made.guessed) == (period is None)
    assert made.period == (period or (2022, 2026))


def test_the_year_of_the_cover_goes_before_that_of_the_text() -> None:
    text = "Renja Dinas Tahun 2025 disusun."
    assert identity(text, cover=("RENJA TAHUN 2023",)).year == 2023
    assert identity(text, hints=("renja 2024",)).year == 2024
    assert identity(text, cover=("Renstra 2021-2026",)).year == 2025
    assert identity(text, cover=("RENCANA KERJA TAHUN 2021-2026",)).year == 2025
    assert identity("Tanpa tahun.").year == 2030
    assert "tahun Renja (2030)" in identity("Tanpa tahun.").guessed


# Office and region


def test_a_cover_in_capitals_takes_the_letters_of_the_text() -> None:
    made = identity("Dinas KOPERASI dan UMKM melayani.", cover=("DINAS KOPERASI DAN UMKM", "KABUPATEN PURBALINGGA"))
    assert made.name == "Dinas KOPERASI dan UMKM"
    assert identity("Apa saja.", cover=("DINAS KOPERASI DAN UMKM",)).name == "Dinas Koperasi dan UMKM"


@pytest.mark.parametrize(
    ("cover", "name"),
    [
        (("RSUD dr. SOEDIRMAN", "KABUPATEN KEBUMEN"), "RSUD dr. SOEDIRMAN"),
        (("BPKAD KABUPATEN ARUNIKA",), "BPKAD"),
        (("BAPPERIDA KOTA ARUNIKA",), "Bapperida"),
        (("DISDUKCAPIL", "KABUPATEN ARUNIKA"), "Disdukcapil"),
    ],
)
def test_an_office_by_its_abbreviation_goes_before_those_that_the_text_names(cover: tuple[str, ...], name: str) -> None:
    assert identity("Renja berpedoman pada RKPD yang disusun Bappeda Kabupaten Arunika.", cover=cover).name == name


def test_an_office_over_two_lines() -> None:
    assert (
        identity("x", cover=("DINAS KOPERASI", "DAN PERDAGANGAN", "TAHUN 2023")).name
        == "Dinas Koperasi dan Perdagangan"
    )
    assert identity("x", cover=("DINAS KOPERASI", "KABUPATEN MALANG")).name == "Dinas Koperasi"
    assert identity("x", cover=("DINAS KOPERASI DAN", "P" * 81)).name == "Dinas Koperasi dan"


@pytest.mark.parametrize(
    ("cover", "text", "region"),
    [
        ("DINAS X KOTA MALANG", "Provinsi Jawa Timur", ("Kota", "Malang", "Jawa Timur")),
        ("DINAS X PROVINSI BANTEN", "Kabupaten Lebak", ("Provinsi", "Banten", "Banten")),
        ("DINAS X", "Kabupaten Lebak di Provinsi Banten", ("Kabupaten", "Lebak", "Banten")),
        ("DINAS X", "Provinsi Banten", ("Provinsi", "Banten", "Banten")),
        ("DINAS X", "apa saja", ("Kabupaten", UNKNOWN, UNKNOWN)),
    ],
)
def test_the_region(cover: str, text: str, region: tuple[str, str, str]) -> None:
    made = identity(text, cover=(cover,))
    assert tuple(made.region[key] for key in ("jenis", "nama", "provinsi")) == region
    assert ("nama daerah" in made.guessed) == (region[1] == UNKNOWN)


def test_short_name_and_vision() -> None:
    made = identity(
        "Dinas Koperasi Kabupaten Malang (Dinkop) melayani.", "Visi bupati: “Malang yang maju dan sejahtera”.",
        cover=("DINAS KOPERASI",),
    )  # fmt: skip
    assert (made.short, made.vision) == ("Dinkop", "Malang yang maju dan sejahtera")


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("Dinas Pangan bersama Badan Pemeriksa Keuangan (BPK) hadir.", "Dinas Pangan"),
        ("Dinas Pangan menyusun Rencana Kerja (Renja) setiap tahun.", "Dinas Pangan"),
        ("Dinas Pangan dan Dinas Perikanan (Diskan) bekerja sama.", "Dinas Pangan"),
        ("Rencana Kerja Dinas Pangan Kabupaten Tegal (Renja) disusun.", "Dinas Pangan"),
        ("Dinas Pangan Kabupaten Ogan Komering Ulu Selatan (Dispangan) melayani.", "Dispangan"),
        ("Dinas Pangan Kabupaten Tegal yang selanjutnya disebut (Dispangan) melayani.", "Dispangan"),
    ],
)
def test_a_bracket_abbreviates_the_words_in_front_of_it(said: str, short: str) -> None:
    assert identity(said, cover=("DINAS PANGAN",)).short == short


def test_a_number_in_words_is_no_short_name() -> None:
    made = identity(
        "Dinas Pangan mempunyai 3 (tiga) program.", "Dinas Pangan (dinas) ini besar.", cover=("DINAS PANGAN",)
    )
    assert made.short == made.name
    told = identity("Dinas Pangan mempunyai 3 (Tiga) program. Dinas Pangan (Dispangan).", cover=("DINAS PANGAN",))
    assert told.short == "Dispangan"
