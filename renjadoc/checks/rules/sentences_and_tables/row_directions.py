"""What a sentence says in words of rows of the table beside it: they rose, fell, met their target; and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.directions import is_named_falling
from renjadoc.checks.figured import NARRATIVE
from renjadoc.checks.indicator_names import read_stems
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.quoted_tables import QuotedRow, QuotedTable, key_of, list_quoted
from renjadoc.checks.sentences import find_years, is_match_typed, names_other_office, walk_sentences
from renjadoc.checks.stated import NUMBER_WORDS, read_number
from renjadoc.reading import Reading

_UP = r"naik|meningkat|bertambah|tumbuh|membesar|melonjak|mengalami (?:kenaikan|peningkatan|pertumbuhan|penambahan)"
_DOWN = r"turun|menurun|berkurang|menyusut|merosot|anjlok|mengalami (?:penurunan|pengurangan|penyusutan)"
_STATE = (
    rf"(?:(?P<naik>{_UP})|(?P<turun>{_DOWN})|(?P<lewat>(?:melampaui|melebihi)\s+target)"
    r"|(?P<gagal>(?:belum|tidak|gagal)\s+(?:dapat\s+|berhasil\s+)?(?:mencapai|memenuhi|melampaui)\s+target"
    r"|di bawah target)"
    r"|(?P<capai>(?:mencapai|memenuhi)\s+target))(?:nya)?\b"
)
_IN_STATE = re.compile(rf"\b{_STATE}", re.IGNORECASE)
_TELLS = re.compile(rf"{_IN_STATE.pattern}|\b(?:lebih|paling|ter)\s?[a-z]+", re.IGNORECASE)
#: What is wanted, or of a part or another time, says nothing of the rows.
_NOT_OF_ROWS = re.compile(
    r"\b(?:akan|ditargetkan|diharapkan|direncanakan|diproyeksikan|diperkirakan|perlu|agar|supaya|upaya|bertujuan|rangka"
    r"|apabila|jika|bila|semester|triwulan|bulan|nasional|global|sebagian|kecuali|selain|dapat|pernah|semula|sejak"
    r"|(?:makin|semakin)\s+(?:kecil|rendah)|tidak (?:naik|turun|meningkat|menurun|bertambah|berkurang))\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r";|\b(?:sedangkan|sementara|tetapi|namun|adapun|sebaliknya|karena|akibat|sehingga|walaupun|meskipun)\b"
)
_WORD = "|".join(sorted(NUMBER_WORDS[1:], key=len, reverse=True))
_NUMBER = rf"(?<![\w.,])(?P<berapa>\d{{1,2}}|(?:{_WORD})(?: belas)?)"
#: `dua jenis ternak mengalami penurunan`, `dari empat jenis vaksinasi, dua melampaui target`, `hanya satu yang naik`.
_SO_MANY = re.compile(
    rf"(?<!dari ){_NUMBER}(?:\s+dari\s+(?P<semua>\d{{1,2}}|(?:{_WORD})(?: belas)?))?\s+(?P<benda>(?:(?!dari\b"
    rf"|dan\b|atau\b|yang\b|tahun\b|kali\b)[a-z]+\s+){{0,3}}?)"
    rf"(?:(?:yang|di antaranya|lainnya|telah|sudah|berhasil|justru|populasinya|jumlahnya|capaiannya"
    rf"|realisasinya)\s+)*{_STATE}",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    rf"\b(?:dari|ke)\s*(?P<semua>{_WORD}|\d{{1,2}})\s+(?P<benda>[a-z]+(?:\s+[a-z]+){{0,2}})", re.IGNORECASE
)


@rule("RJ535", "Naik, turun, atau tercapainya baris tabel berlawanan dengan tabelnya", needs=("tabel",), yields=True)
def check_row_directions(reading: Reading) -> Iterator[Finding]:
    """Baris tabel bebas yang disebut naik, turun, melampaui, atau belum mencapai target memang demikian dalam tabelnya.

    Diperiksa kalimat di bagian tempat tabelnya berdiri atau dirujuk: nama baris (satu atau beberapa) bersama katanya,
    banyaknya baris yang demikian (“dua jenis ternak berkurang”), dan baris yang disebut terbanyak atau lebih tinggi
    daripada yang lain tanpa angkanya.

    Mengapa: kalimatnya ditulis sekali, lalu tabelnya diperbarui.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Kunjungan grosir dan eceran menurun ({{ rujuk('anggaran') }})."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Target"}, {"judul": "Realisasi"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Menurut {{ rujuk('anggaran') }}, dua jenis pasar melampaui target."
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Kunjungan terbanyak terjadi di pasar eceran ({{ rujuk('anggaran') }})."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar menurut Jenis"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Dua jenis pasar berkurang kunjungannya, yakni eceran dan keliling, sedangkan kunjungan
        grosir bertambah ({{ rujuk('anggaran') }})."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Pagu menurut Program"], "kolom": [{"judul": "Program"},
        {"judul": "Pagu murni"}, {"judul": "Pagu perubahan"}], "baris": [["Grosir", "240", "252"],
        ["Eceran", "125", "120"], ["Keliling", "90", "80"]]}
        bab-5.json /isi/0 = "Dua program mengalami pengurangan pagu ({{ rujuk('anggaran') }})."
    """
    return _check_quoted(reading)


def _check_quoted(reading: Reading) -> Iterator[Finding]:
    """The sentences in sections that quote a table of the office's own form, held against it."""
    quoted = list_quoted(reading)
    passages = reading.passages.find_pattern(_TELLS) if any(quoted.values()) else ()
    for passage, offset, sentence in walk_sentences(passages, NARRATIVE):
        tables = quoted.get(key_of(passage.section), []) if passage.section else []
        if not tables or _NOT_OF_ROWS.search(sentence) or names_other_office(sentence, reading):
            continue
        for match, message in _find_wrong(sentence, tables):
            if is_match_typed(passage, offset, match):
                yield Finding.of(passage, message, "Samakan kalimat dan tabelnya.", match[0])


def _find_wrong(sentence: str, tables: list[QuotedTable]) -> Iterator[tuple[re.Match[str], str]]:
    fitting = [table for table in tables if table.tells_of(find_years(sentence))]
    yield from _find_wrong_order(sentence, fitting)
    yield from _find_wrong_rank(sentence, fitting)
    counted = list(_SO_MANY.finditer(sentence))
    for match in counted:
        if message := _contradict_count(sentence, match, fitting):
            yield match, message
    for match, subject in _list_subjects(sentence):
        is_counted = any(one.start() <= match.start() < one.end() for one in counted)
        if not is_counted and (message := _contradict_rows(match, subject, fitting)):
            yield match, message


def _list_subjects(sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each word of a state with what is said to be in it: from the word before, or where the sentence turns, on."""
    start = 0
    for match in _IN_STATE.finditer(sentence):
        turns = [turn.end() for turn in _TURNS.finditer(sentence, start, match.start())]
        yield match, sentence[turns[-1] if turns else start : match.start()]
        start = match.end()


_MORE = r"tinggi|besar|banyak|luas|panjang"
_LESS = r"rendah|kecil|sedikit|sempit|pendek"
#: The row first: `Bima menerima cadangan paling sedikit`, `beras merupakan kelompok yang paling aman`.
_RANKED = re.compile(
    rf"\b(?P<kata>(?:paling\s+|ter)(?:(?P<paling>{_MORE}|aman|baik|tepat|cepat)|(?P<palingkurang>{_LESS}|buruk))\b)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    rf"\b(?:lebih\s+(?:(?P<lebih>{_MORE})|(?P<kurang>{_LESS}))\s+(?:dari(?:pada)?|dibanding\w*(?:\s+dengan)?)"
    rf"|(?P<kata>(?:ter(?P<paling>{_MORE})|ter(?P<palingkurang>{_LESS})))(?:\s+[a-z]+){{0,2}}?"
    r"\s+(?:ialah|adalah|yaitu|yakni|(?:terdapat|terjadi|berada|ditemukan|tercatat) (?:pada|di)|dimiliki|dicapai|diraih"
    r"|dialami)\b)",
    re.IGNORECASE,
)


def _find_wrong_order(sentence: str, tables: list[QuotedTable]) -> Iterator[tuple[re.Match[str], str]]:
    """`vaksinasi antraks lebih tinggi daripada ngorok`, `yang terbanyak ialah sapi`: so in no column of the table."""
    for match in _COMPARED.finditer(sentence):
        behind = _TURNS.split(sentence[match.end() :])[0]
        for table in tables:
            others = [row for row in table.name_rows(read_stems(re.split(r",(?!\d)", behind)[0])) if not row.is_total]
            before = [row for row in table.name_rows(read_stems(sentence[: match.start()])) if not row.is_total]
            if len(others) != 1 or (not match["kata"] and len(before) != 1):
                continue
            one, beside = (others[0], table.details) if match["kata"] else (before[0], others)
            is_more = bool(match["lebih"] or match["paling"])
            is_told = match["kata"] and _has_figure(behind)  # By its figure, which others look up.
            named = [column for column in table.name_columns(read_stems(sentence)) if column in one.numbers]
            if not is_told and not any(_is_beyond(one, beside, column, is_more=is_more) for column in named):
                yield match, f"“{one.name}” disebut {match[0]} …; dalam tabel tidak demikian"
            break


def _has_figure(text: str) -> bool:
    """Whether a text states a number besides those of tables and years."""
    return re.search(r"\d", re.sub(r"\b(?:Tabel|Gambar)\s+[\d.]+|\b20\d\d\b", "", text)) is not None


def _find_wrong_rank(sentence: str, tables: list[QuotedTable]) -> Iterator[tuple[re.Match[str], str]]:
    """`Kabupaten Bima menerima cadangan beras paling sedikit`: so in no column that is named, or in none at all."""
    for match in _RANKED.finditer(sentence):
        subject, behind = sentence[: match.start()], sentence[match.end() :]
        if _has_figure(sentence) or re.match(r"\s+(?:kedua|ketiga|keempat)\b", behind) or _COMPARED.search(sentence):
            continue  # By its figure, which others look up.
        for table in tables:
            rows = [row for row in table.name_rows(read_stems(_TURNS.split(subject)[-1])) if not row.is_total]
            if len(rows) == 1 and not table.name_rows(read_stems(behind)):
                clause = f"{_TURNS.split(subject)[-1]} {match[0]} {_TURNS.split(behind)[0]}"
                named = [column for column in table.name_columns(read_stems(clause)) if column in rows[0].numbers]
                is_more = bool(match["paling"])
                if named and not any(_is_beyond(rows[0], table.details, one, is_more=is_more) for one in named):
                    yield match, f"“{rows[0].name}” disebut {match[0]}; dalam tabel tidak demikian"
                break


def _is_beyond(one: QuotedRow, others: list[QuotedRow], column: int, *, is_more: bool) -> bool:
    """Whether a row has the most of some in a column, or the least; also where these leave it open."""
    numbers = [row.numbers[column] for row in others if column in row.numbers and row is not one]
    if len(numbers) < len([row for row in others if row is not one]):
        return True
    return all(one.numbers[column] >= number if is_more else one.numbers[column] <= number for number in numbers)


_TOLD_IN_FIGURES = re.compile(
    r"\s+(?:(?:sebesar|sebanyak|sekitar|hanya)\s+)?(?:\d|Rp)|[^.;]{0,40}?\b(?:dari|daripada)\s+(?:\d|Rp)"
)


def _contradict_rows(match: re.Match[str], subject: str, tables: list[QuotedTable]) -> str:
    """What a table says of rows that are told to be in a state; empty where it is so or nobody knows."""
    if _TOLD_IN_FIGURES.match(match.string, match.end()):
        return ""  # Others compare the figures with the table, and with each other.
    for table in tables:
        rows = table.name_rows(read_stems(subject))
        shown = [_is_in_state(match, row, table) for row in rows]
        if False in shown:
            row = rows[shown.index(False)]
            return f"“{row.name}” disebut {match[0]}; dalam tabel {_show(match, row, table)}"
        if shown:
            return ""
    return ""


def _is_in_state(match: re.Match[str], row: QuotedRow, table: QuotedTable) -> bool | None:
    """Whether a row is as a word says; None where the table does not tell."""
    if match["naik"] or match["turun"]:
        step = table.find_step(row)
        return None if not step else (step > 0) == bool(match["naik"])
    gap = table.find_gap(row)
    if gap is None or is_named_falling(f"{row.name} {table.source.data['judul']}"):
        return None
    if match["lewat"]:
        return gap > 0
    return gap < 0 if match["gagal"] else gap >= 0


def _show(match: re.Match[str], row: QuotedRow, table: QuotedTable) -> str:
    if match["naik"] or match["turun"]:
        return "turun" if match["naik"] else "naik"
    gap = table.find_gap(row) or 0
    return "di atas target" if gap > 0 else "di bawah target" if gap < 0 else "sama dengan target"


def _contradict_count(sentence: str, match: re.Match[str], tables: list[QuotedTable]) -> str:
    """What a table says of how many of its rows are in a state; empty where it is so, or other things are counted."""
    said = int(read_number(match["berapa"]))
    if _TOLD_IN_FIGURES.match(sentence, match.end()) or _OF_THEIR.search(sentence[: match.start()]):
        return ""  # `Nilai ekspor lima komoditas naik dari …`: what all of them come to.
    for table in tables:
        states = [_is_in_state(match, row, table) for row in table.details]
        if len(states) < 2 or None in states or not _counts_rows(sentence, match, table):
            continue
        right = states.count(True)
        return "" if said == right else f"“{match[0]}”; menurut tabelnya {right} dari {len(states)}"
    return ""


_OF_THEIR = re.compile(
    r"\b(?:[Nn]ilai|[Jj]umlah|[Tt]otal|[Rr]ata-rata|[Pp]roduksi|[Pp]opulasi|[Cc]apaian)\s+(?:[a-z]+\s+){0,2}$"
)
#: What rows are called whatever they are.
_ROWS = frozenset({"jenis", "kelompok", "komoditas", "kategori", "bidang", "unsur"})


def _counts_rows(sentence: str, match: re.Match[str], table: QuotedTable) -> bool:
    """Whether a count is of the rows of a table: it says what they are, or of how many it is one."""
    whole = _OF_ALL.search(sentence[: match.start()])
    words = match["benda"].split() or (whole["benda"].casefold().split() if whole else [])
    told = match["semua"] or (whole["semua"] if whole and not match["benda"].strip() else "")
    if told and int(read_number(told)) != len(table.details):
        return False
    named = read_stems(" ".join(word for word in words if word not in _ROWS))
    known = table.subject | read_stems(" ".join(table.words))
    return bool(words) and named <= known and (bool(named) or words[0] in table.words)
