"""What becomes of so many things: `dari delapan kendaraan, lima digunakan dan tiga rusak` are all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement, tell_mismatches
from renjadoc.checks.roles import PEOPLE, SHARES
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import WORDED, Figure, add_values
from renjadoc.reading import Reading


@rule("RJ532", "Yang sudah dan yang belum tidak sama dengan seluruhnya", yields=True)
def check_divided_counts(reading: Reading) -> Iterator[Finding]:
    """Banyaknya yang berfungsi dan yang rusak, yang selesai dan yang belum, bersama-sama sama dengan seluruhnya.

    Seluruhnya disebut dalam kalimat itu atau kalimat sebelumnya; bilangannya boleh tanpa kata benda (“lima digunakan,
    tiga rusak”). Yang kurang dari seluruhnya ditegur hanya bila disebut “sisanya”; kalimat dengan “sebagian” atau
    “keduanya” tidak diperiksa.

    Mengapa: satu bilangan diperbarui, dan yang lain tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Dari delapan kendaraan, lima digunakan setiap hari dan empat rusak berat."
    Gagal:
        bab-5.json /isi/0 = "Balai mempunyai sembilan pompa. Enam masih berfungsi, empat perlu diganti."
    Gagal:
        bab-5.json /isi/0 = "Dari 120 peserta, 78 lulus, 30 mengulang, dan 18 tidak hadir."
    Gagal:
        bab-5.json /isi/0 = "Pada tahun 2025 terdapat 14 rancangan; 12 di antaranya disahkan menjadi perda (85,71%) dan
        tiga rancangan dilanjutkan."
    Gagal:
        bab-5.json /isi/0 = "Dari 14 rancangan yang dibahas tahun 2025, 12 rancangan disahkan dan tiga rancangan
        dilanjutkan."
    Lolos:
        bab-5.json /isi/0 = "Pada tahun 2025 terdapat 14 rancangan; 12 di antaranya disahkan menjadi perda (85,71%) dan
        dua rancangan dilanjutkan. Kini terdapat 40 pasar; 30 di antaranya bersertifikat dan 15 pasar menarik
        retribusi. Sebanyak 12 dari 14 pasar mempunyai kantor dan tiga pasar belum mempunyai gudang."
    Lolos:
        bab-5.json /isi/0 = "Dari delapan kendaraan, lima digunakan setiap hari dan tiga rusak berat; dua di antaranya
        akan dihapus. Balai mempunyai sembilan pompa. Enam masih berfungsi, tiga perlu diganti. Dari 120 peserta, 78
        lulus, 30 mengulang, dan 12 tidak hadir."
    """
    return tell_mismatches(reading, (_find_divided,), "Periksa seluruhnya dan bagian-bagiannya.")


#: What is not done, not there or not right: with what was said before it, all there are.
_LACKS = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:(?:di antaranya|yang|masih|sudah|telah|perlu|harus|sedang|lagi)\s+)*"
    r"(?:tidak|belum|gagal|rusak|kosong|mangkrak|macet|tertunda|ditunda|ditolak|dialihkan|batal|dibatalkan|dikembalikan|diganti"
    r"|diperbaiki|dihapus|menunggu|absen|mengulang|mengering|kering|terlambat|hilang|mati|nonaktif|vakum|dilanjutkan"
    r"|(?<=masih )(?:diproses|ditangani|dikerjakan|dibahas|ditelaah|berjalan|berlangsung|disusun)"
    r"|(?<=sedang )(?:di[a-z]+|ber[a-z]+)|dalam (?:proses|pengerjaan|perbaikan|kondisi rusak)|proses|perlu"
    r"|kurang|lainnya|sisanya|selebihnya)\b"
)
#: What is done, there or right.
_HOLDS = re.compile(
    r"\s*(?:[a-z]+\s+)?(?:(?:di antaranya|yang|telah|sudah|masih|dapat|berhasil)\s+)*"
    r"(?:di[a-z]{3,}|ber[a-z]{3,}|ter[a-z]{3,}|me[a-z]{4,}|aktif|lulus|lolos|selesai|layak|siap|hadir|baik|sehat|tuntas"
    r"|permanen|rampung|sesuai|mantap|hidup|sudah|telah|mandiri|laik|normal|ada)\b"
)
#: With these a thing is counted twice, or not all are told.
_LOOSE = re.compile(
    r"\b(?:di antaranya|antara lain|juga|sekaligus|pula|sebagian|rangkap|keduanya|termasuk|terutama|rata-rata"
    r"|(?:se)?tiap(?! hari| minggu| pekan| bulan)|masing-masing|target\w*|naik|turun|meningkat|menurun"
    r"|bertambah|berkurang|selisih|sekitar|hampir"
    rf"|menjadi(?! (?!(?:{WORDED})\b)[a-z]{{4,}})"  # `ditetapkan menjadi perda` is no change of a number.
    r"|lebih|kurang dari|baru|tambahan|lalu|kemudian|selanjutnya)\b|(?:19|20)\d\d",
    re.IGNORECASE,
)
_TIMES = frozenset({"tahun", "bulan", "hari", "minggu", "triwulan", "semester", "kali", "jam", "menit"})
_NO_COUNT = SHARES | _TIMES | {"Rp"}
#: How a whole is told before its parts.
_OF = re.compile(r"\b[Dd]ari\s+(?:(?:total|jumlah|seluruh|sebanyak|antara)\s+)*$")
_HAS = re.compile(
    r"\b(?:memiliki|mempunyai|terdapat|ada|menerima|membina|mengelola|tercatat|tersedia|memeriksa"
    r"|memuat|membahas|mencakup|meliputi|mengajukan|menyepakati|menyusun|jumlah [a-z ]{3,30}|diajukan)"
    r"\s+(?:sebanyak\s+)?$",
    re.IGNORECASE,
)
_THEN_PARTS = re.compile(r"[^\d;.,:]{0,40}[;:,]\s+(?:yang\s+|sebanyak\s+)?")
#: What is left over is all the rest.
_REST = re.compile(r"\b(?:sisanya|selebihnya)\b")
_NEXT_PART = re.compile(r"[^\d;.]*(?:,|;|\b(?:dan|serta|sedangkan|sementara|tetapi)\b)\s*(?:sebanyak\s+|hanya\s+)?")
_MOST_PARTS = 5


def _find_divided(said: Statement) -> Mismatch | None:
    """`Dari delapan kendaraan, lima digunakan dan empat rusak berat`, the whole here or in the sentence before."""
    counts = tuple(one for one in said.figures if one.unit not in SHARES)
    whole, parts = _find_whole(said, counts)
    if whole is None or not 2 <= len(parts) <= _MOST_PARTS:
        return None
    is_rest = _REST.search(said.text[parts[-2].end : parts[-1].start]) is not None
    if _is_loose(said.text, is_among=is_rest or _AMONG.match(said.text, parts[0].start) is not None):
        return None
    if any(one.unit in _NO_COUNT or one.value >= whole.value for one in parts):
        return None
    if not all(_NEXT_PART.fullmatch(_between(said, one, other)) for one, other in pairwise(parts)):
        return None
    *done, last = (said.text[_end_of_number(said.text, one) :] for one in parts)
    summed = add_values(parts)
    passive = {_PASSIVE.match(tail) and tail.split()[0] for tail in (*done, last)}
    is_more = summed > whole.value and len(passive) == 1 and None not in passive
    denied = _DENIED.match(last)
    if denied is not None and parts[0].end == whole.end:
        return None  # `12 dari 14 desa mempunyai kantor, dan tiga belum mempunyai balai`: RJ139 compares the verbs.
    is_denied = denied is not None and done[-1].split()[:1] == [denied["apa"]]  # `288 aman dan 37 tidak aman`.
    is_told = (
        is_more or is_denied or (all(_HOLDS.match(tail) or _LACKS.match(tail) for tail in done) and _LACKS.match(last))
    )
    if not (is_rest or is_told) or _is_of_other(last) or all(_LACKS.match(tail) for tail in done):
        return None
    if summed == whole.value or (summed < whole.value and not is_rest):
        return None
    numbers = [one.show(one.value) for one in parts]
    together = f"{', '.join(numbers[:-1])} dan {numbers[-1]} berjumlah {whole.show(summed)}"
    return Mismatch(parts[-1], f"{together}, bukan {whole.text}")


def _find_whole(said: Statement, counts: tuple[Figure, ...]) -> tuple[Figure | None, tuple[Figure, ...]]:
    """The whole and its parts: `dari 8, 5 … 3 …`, `5 dari 8 … 3 …`, or the only count of the sentence before."""
    if len(counts) > 2 and _OF.search(said.text[: counts[0].start]) and counts[0].unit:
        return counts[0], counts[1:]
    if len(counts) > 2 and re.fullmatch(r"\s*(?:[a-z]+\s+)?dari\s+", said.text[counts[0].end : counts[1].start]):
        # What became of the part stands behind the whole.
        return counts[1], (counts[0]._replace(end=counts[1].end, unit=counts[1].unit), *counts[2:])
    if len(counts) > 2 and _HAS.search(said.text[: counts[0].start]) and _is_noun(counts[0]):
        is_told = _THEN_PARTS.fullmatch(said.between(counts[0], counts[1]))
        return (counts[0], counts[1:]) if is_told else (None, ())
    earlier = [one for one in said.earlier if one.unit not in SHARES | {"Rp"}]
    is_among = bool(counts) and _AMONG.match(said.text, counts[0].start) is not None
    is_next = len(earlier) == 1 and _is_noun(earlier[0]) and not _is_loose(said.before, is_among=is_among)
    return (earlier[0], counts) if is_next else (None, ())


#: The first part, right behind the whole: `14 rancangan; 12 di antaranya ditetapkan`.
_AMONG = re.compile(r"[\w.]+(?: (?!di\b)[a-z]+){0,2} di antaranya\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: The year of all: `rancangan tahun 2025`, not what became of some `pada tahun 2025`.
_YEAR_OF_ALL = re.compile(r"(?<!pada )(?<!akhir )(?<!hingga )(?<!sampai )(?<!sejak )\b[Tt]ahun (?:19|20)\d\d\b")


def _is_loose(text: str, *, is_among: bool) -> bool:
    """Whether not all are told, or some twice; what is told to be among a whole may be of several years."""
    if is_among:
        text = _YEAR.sub("", text.replace("di antaranya", "", 1))
    elif len(set(_YEAR.findall(text))) == 1:
        text = _YEAR_OF_ALL.sub("", text)
    return _LOOSE.search(text) is not None


def _is_noun(whole: Figure) -> bool:
    return bool(whole.unit) and whole.unit not in _NO_COUNT and not _HOLDS.match(f" {whole.unit}")


def _between(said: Statement, one: Figure, other: Figure) -> str:
    return re.sub(r"\([^()]*\)", "", said.text[one.end : other.start].replace("%", ""))


def _end_of_number(text: str, one: Figure) -> int:
    """Where the number of a part ends: what is taken for its noun may be what becomes of it."""
    number = re.match(r"[\d.,]*\d|[A-Za-z]+(?: belas| puluh(?: [a-z]+)?)?", one.text)
    is_noun = one.unit and (one.unit in PEOPLE or not (_HOLDS.match(f" {one.unit}") or _LACKS.match(f" {one.unit}")))
    return one.end if is_noun or number is None else one.start + number.end()


_DENIED = re.compile(r"\s*(?:tidak|belum)\s+(?P<apa>[a-z]+)\b")
#: What is done to each of them once: `lima didanai PAD, dua didanai DAU`.
_PASSIVE = re.compile(r"\s*di[a-z]{4,}\b")
_OF_WHAT = re.compile(r"\s*(?:[a-z]+\s+)?(?:tidak|belum)\s+[a-z]+\s+(?:soal|butir|tahap|seri|putaran)\b")


def _is_of_other(tail: str) -> bool:
    """Whether a part lacks something that the others were not asked for: `120 orang tidak menjawab soal kedua`."""
    return _OF_WHAT.match(tail) is not None
