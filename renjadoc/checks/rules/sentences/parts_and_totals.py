"""Parts that sentences state with their whole: listed behind it, summed up before it, or what is so and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement, compare_figure, tell_mismatches
from renjadoc.checks.relations import hold_back
from renjadoc.checks.roles import JOINED, LISTED, PEOPLE, SHARES, Role, Told, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.shared_parts import find_bracketed, find_shared
from renjadoc.checks.stated import Figure, add_values, list_figures, take_in_row
from renjadoc.indonesian import persen
from renjadoc.reading import Reading

_NO_COUNTS = SHARES | {"Rp"}


@rule("RJ139", "Rincian tidak sama dengan jumlahnya")
@hold_back
def check_lists(reading: Reading) -> Iterator[Finding]:
    """Rincian di belakang titik dua atau titik koma berjumlah seperti yang disebut di depannya.

    Diperiksa: “98 perpustakaan: 74 perpustakaan sekolah, 16 …, dan 8 …”, “34 unit; 29 unit berfungsi dan 5 unit rusak”,
    “13 kabupaten/kota, yaitu 11 kabupaten dan 2 kota”, “184 orang: 101 dari 110 perempuan dan 83 dari 85 anak”,
    “empat usulan. Tiga diterima dan satu ditolak”, dan bagian yang disertai persentasenya.

    Mengapa: rincian yang tidak berjumlah adalah kesalahan hitung yang paling mudah ditemukan pembaca.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Terdapat 98 perpustakaan: 74 perpustakaan sekolah, 18 perpustakaan kelurahan, dan 8
        perpustakaan khusus."
    Gagal:
        bab-5.json /isi/0 = "Kunjungan daring 31.104 (36%) dan kunjungan langsung 55.296 (46%)."
    Gagal:
        bab-5.json /isi/0 = "Komposisi anggotanya adalah 55% perempuan dan 55% laki-laki."
    Gagal:
        bab-5.json /isi/0 = "Dari 320 koperasi, 200 koperasi memenuhi syarat dan 140 koperasi tidak memenuhi syarat."
    Gagal:
        bab-5.json /isi/0 = "Pasarnya didukung 412 pegawai. Sebanyak 103 orang (25%) bertugas di kantor, sedangkan 390
        orang lainnya bertugas di lapangan."
    Gagal:
        bab-5.json /isi/0 = "Wilayahnya mencakup 116 desa dan 5 kelurahan, atau seluruhnya 171 desa/kelurahan."
    Gagal:
        bab-5.json /isi/0 = "Pasarnya memiliki 46 pegawai, terdiri atas 19 laki-laki dan 27 perempuan (57,80%)."
    Gagal:
        bab-5.json /isi/0 = "Forum membahas tiga proposal dari pasar; dua proposal diterima dan dua proposal dialihkan."
    Lolos:
        bab-5.json /isi/0 = "Forum membahas tiga proposal dari pasar senilai Rp90 juta; dua proposal diterima dan satu
        proposal dialihkan."
    Lolos:
        bab-5.json /isi/0 = "Dari 320 koperasi, 200 koperasi memenuhi syarat dan 120 koperasi tidak memenuhi syarat.
        Sebanyak 82% perempuan dan 79% laki-laki menjadi anggotanya."
    Lolos:
        bab-5.json /isi/0 = "Terdapat 98 perpustakaan: 74 perpustakaan sekolah, 16 perpustakaan kelurahan, dan 8
        perpustakaan khusus; kunjungan daring 31.104 (36%) dan kunjungan langsung 55.296 (64%)."
    """
    return tell_mismatches(reading, _FINDERS, "Periksa jumlah dan rinciannya.")


def _compare_parts(whole: Figure, parts: tuple[Figure, ...]) -> Mismatch | None:
    summed = add_values(parts)
    if summed == whole.value:
        return None
    return Mismatch(parts[-1], f"bagian-bagiannya berjumlah {whole.show(summed)}, bukan {whole.text}")


def _are_parts(whole: Figure, parts: tuple[Figure, ...], text: str) -> bool:
    """Whether counts are the closed list of a whole: joined by dan, less than it, and near to it together."""
    units = {part.unit for part in parts}
    if len(parts) < 2 or (units | {whole.unit}) & _NO_COUNTS or not whole.unit:
        return False
    if not JOINED.search(text[parts[-2].end : parts[-1].start]) or any(part.value >= whole.value for part in parts):
        return False
    summed = add_values(parts)
    nearness = Decimal("0.3") if units <= {whole.unit, ""} else Decimal("0.1") if len(parts) > 2 else Decimal(0)
    return abs(summed - whole.value) <= nearness * whole.value


_COLON = re.compile(r"(?:\s+(?![^:]*\b(?:di antaranya|antara lain|terutama|sebagian)\b)[^\d:;.]{0,60})?:\s+")


def _find_listed(said: Statement) -> Mismatch | None:
    """`98 perpustakaan: 74 sekolah, 18 kelurahan, dan 8 khusus`."""
    for index, (whole, first) in enumerate(pairwise(said.figures)):
        between, parts = said.between(whole, first), said.figures[index + 1 :]
        if _COLON.fullmatch(between) and _are_parts(whole, parts, said.text):
            return _compare_parts(whole, parts)
    return None


_SLASH_LIST = re.compile(
    r"/(?P<lain>[a-z]+)\b[^\d;.]{0,20}(?:,\s*(?:yaitu|yakni)|\bterdiri (?:atas|dari)|\bmeliputi|:|\()\s*"
)


def _find_slashed(said: Statement) -> Mismatch | None:
    """`13 kabupaten/kota, yaitu 12 kabupaten dan 2 kota`."""
    for whole, one, other in take_in_row(said.figures, 3):
        match = _SLASH_LIST.fullmatch(said.between(whole, one))
        is_pair = match is not None and {one.unit, other.unit} == {whole.unit, match["lain"]}
        if is_pair and re.fullmatch(r"\s*(?:dan|serta)\s*", said.between(one, other)):
            return _compare_parts(whole, (one, other))
    return None


_PART_OF = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*) dari (\d{1,3}(?:\.\d{3})*) [a-z]+")


def _find_parts_of_parts(said: Statement) -> Mismatch | None:
    """`Dari 195 korban, 184 orang dilayani: 105 dari 110 perempuan dan 83 dari 85 anak`."""
    matches = list(_PART_OF.finditer(said.text))
    if len(matches) < 2 or not JOINED.search(said.text[matches[-2].end() : matches[-1].start()]):
        return None
    lead = said.text[: matches[0].start()]
    stated = [one for one in list_figures(lead) if one.unit not in _NO_COUNTS]
    some, all_ = (sum(int(match[part].replace(".", "")) for match in matches) for part in (1, 2))
    if ":" not in lead or len(stated) != 2 or {one.value for one in stated} & {Decimal(some)}:
        return None
    whole = next((one for one in stated if one.value == all_), None)
    if whole is None:
        return None
    part = next(one for one in stated if one is not whole)
    return Mismatch(part, f"bagian-bagiannya berjumlah {part.show(Decimal(some))}, bukan {part.text}")


#: What becomes of each of a number of things: together these are all of them.
_DONE = re.compile(
    r"\s+(?:telah\s+|dapat\s+)?(?:diterima|ditolak|disetujui|ditunda|ditampung|diakomodasi|dikabulkan|diteruskan|dialihkan|tercapai"
    r"|terlaksana)\b"
)
_COUNTED = re.compile(
    r"\b(?:berjumlah|jumlah\w*|seluruhnya|sebanyak|terdapat|memiliki|mempunyai|terdiri (?:atas|dari)|didukung)\s+$"
)
_RESULT = re.compile(r"(?:Hasilnya|Rinciannya|Perinciannya)(?::|,|\s+(?:adalah|yaitu))\s+")


def _find_next(said: Statement) -> Mismatch | None:
    """`enam usulan. Tiga diterima dan satu ditolak`, `34 unit; 29 unit berfungsi dan 6 unit rusak`."""
    wholes = [one for one in said.earlier if one.unit not in _NO_COUNTS]
    said = said._replace(figures=tuple(one for one in said.figures if one.unit not in SHARES))
    if len(wholes) != 1 or not 2 <= len(said.figures) <= 8 or not wholes[0].unit:
        return None
    whole, lead = wholes[0], said.text[: said.figures[0].start]
    if any(one.value >= whole.value for one in said.figures):
        return None
    if not JOINED.search(said.text[said.figures[-2].end : said.figures[-1].start]):
        return None
    is_list = said.before.endswith(";") and not lead.strip() and _COUNTED.search(said.before[: whole.start])
    if "di antaranya" in said.text:
        return None  # Not all are told; RJ532 asks.
    if is_list or _RESULT.fullmatch(lead):
        return _compare_parts(whole, said.figures) if _are_parts(whole, said.figures, said.text) else None
    verb = re.compile(rf"\w+(?: {whole.unit})?{_DONE.pattern}")
    is_done = all(verb.match(said.text, one.start) for one in said.figures)
    return _compare_parts(whole, said.figures) if is_done and not lead.strip() else None


_TOTAL = re.compile(
    r"\b(?:seluruhnya|keseluruhan(?:nya)?|total(?:nya)?|jumlahnya|berjumlah|jumlah (?:seluruh|keseluruhan)\w*)"
    r"(?: (?:adalah|menjadi|sebanyak|sebesar|mencapai|yaitu|sejumlah))?\s*$",
    re.IGNORECASE,
)
#: Of these, figures beside each other are no parts.
_NO_PARTS = re.compile(
    r"\b(?:target|realisasi|semula|menjadi|dari|sebelumnya|tahun lalu|dibanding\w*)\b", re.IGNORECASE
)


def _find_total(said: Statement) -> Mismatch | None:
    """`120 laki-laki dan 95 perempuan, seluruhnya 205 orang`: a total behind all its parts."""
    if len(said.figures) < 3:
        return None
    *parts, whole = said.figures
    if slashed := re.match(r"/([a-z]+)\b", said.text[whole.end :]):
        # `116 desa dan 5 kelurahan, seluruhnya 171 desa/kelurahan`.
        parts = [one._replace(unit=whole.unit) for one in parts if one.unit in {whole.unit, slashed[1]}]
    units = {one.unit for one in (*parts, whole)}
    if len(parts) < 2 or not (len(units) == 1 or units <= PEOPLE) or units & (SHARES | {""}):
        return None
    if not _TOTAL.search(said.between(parts[-1], whole)) or _NO_PARTS.search(said.text[: whole.start]):
        return None
    if not JOINED.search(said.between(parts[-2], parts[-1])):
        return None
    summed = add_values(parts)
    return compare_figure(whole, summed, "bagian-bagiannya berjumlah", parts)


_DEALT = re.compile(
    r"\b(?:[Ss]ebesar|[Ss]ebanyak) \S+ (?:dilaksanakan|dialokasikan|digunakan|disalurkan|ditempatkan|diperuntukkan"
    r"|berasal|berada|tinggal|bekerja)\b"
)


#: `Penduduk menurut agama: …`; what sums to more is how much of each group does something.
_GROUPED = re.compile(
    r"\b(?:[Pp]enduduk|[Pp]egawai|ASN|[Pp]emohon|[Pp]engunjung|[Ss]iswa|[Kk]epala keluarga|[Rr]umah tangga"
    r"|[Rr]esponden)(?:nya)? menurut [a-z ]{4,25}:"
)
_RATES = 130


def _find_dealt(said: Statement) -> Mismatch | None:
    """`Sebesar 60% dilaksanakan di kecamatan, 30% di desa, dan 20% di kelurahan`: more than all of it."""
    if len(said.figures) < 3 or {one.unit for one in said.figures} != {"%"}:
        return None
    summed = add_values(said.figures)
    if not _DEALT.search(said.text) and not (summed < _RATES and _GROUPED.search(f"{said.before} {said.text}")):
        return None
    is_closed = JOINED.search(said.text[said.figures[-2].end : said.figures[-1].start])
    if not is_closed or summed <= 101:
        return None
    return Mismatch(said.figures[-1], f"bagian-bagiannya berjumlah {persen(summed)}, lebih dari seluruhnya")


#: Who is not of the others: both together are all.
_OPPOSITES = [
    set(pair.split())
    for pair in (
        *("laki perempuan", "pria wanita", "putra putri", "pns pppk", "asn non"),
        *("negeri swasta", "kabupaten kota", "desa kelurahan"),
    )
]
_HALVES_JOINED = re.compile(r"\s+(?P<satu>[a-z]+)(?:-\w+)?,?\s+(?:dan|serta)\s+(?:sebesar\s+|sebanyak\s+)?")
_ALL_OF_THEM = re.compile(
    r"\b(?:komposisi|proporsi|perbandingan|susunan|terdiri (?:atas|dari)|terbagi|dengan rincian)\b", re.IGNORECASE
)
_HALF = re.compile(r"\s+(?P<lain>[a-z]+)")


def _find_halves(said: Statement) -> Mismatch | None:
    """`Komposisinya 55% perempuan dan 55% laki-laki`: shares of what together is all."""
    for one, other in pairwise(said.figures):
        first = _HALVES_JOINED.fullmatch(said.between(one, other))
        second = _HALF.match(said.text, other.end)
        is_pair = (
            first
            and second
            and _ALL_OF_THEM.search(said.text[: one.start])
            and {first["satu"], second["lain"]} in _OPPOSITES
        )
        if is_pair and one.unit == other.unit == "%" and abs(one.value + other.value - 100) > 1:
            return Mismatch(other, f"keduanya berjumlah {persen(one.value + other.value)}, bukan 100%")
    return None


_NOT = re.compile(r"\s*(?:[a-z]+\s+)?(?:yang\s+)?(?:masih\s+)?(?:belum|tidak)(?:\s+(?P<apa>[a-z]+))?\b")
_OTHERS = re.compile(r"\s*(?:[a-z]+\s+)?(?:lainnya|sisanya|selebihnya)\b")
#: Who is counted, right before the count: `laki-laki 27.000 jiwa`.
_LAST_WORD = re.compile(r"\b[a-zA-Z]+(?=\s+(?:sebanyak\s+|berjumlah\s+|sejumlah\s+)?$)")
_STEM = re.compile(r"^(?:me[mn]?[gy]?|di|ber|ter|se)|(?:kan|i|an|nya)$")
#: What a part may be told to be of, when it is not said.
_OF_THEM = frozenset({"orang", "jiwa", "pegawai", "personel", "aparatur", "asn", "peserta", "desa/kelurahan"})


#: More parts follow: `28 PNS, 28 PPPK, dan 8 tenaga kontrak`.
_GOES_ON = re.compile(r"[^;.\d]*,\s*(?:dan|serta)\s+\d")


def _find_opposites(said: Statement) -> Mismatch | None:
    """`dari 160 perumahan, 60 sudah menyerahkan dan 110 belum`, `14 dari 16 kecamatan melapor; tiga belum`."""
    told = [one for one in read_told(said) if one.unit not in SHARES]
    if len(told) in {1, 2} and said.before:
        earlier = read_told(Statement(said.passage, 0, said.before, said.earlier))
        counts = [one for one in earlier if one.unit not in SHARES]
        told = [*counts, *told] if len(counts) + len(told) == 3 else told
    counted = sum(one.unit not in SHARES for one in said.figures)
    # Up to a semicolon RJ114 asks after the others.
    is_across = len(told) > counted and said.before.endswith(".")
    if LISTED.search(said.text):
        return None  # RJ115 asks that of lists.
    for first, second, third in take_in_row(told, 3):
        units = {one.unit for one in (first, second, third)} - {""}
        if "Rp" in units or len({one.figure.step for one in (first, second, third)}) > 1:
            continue  # Of `2.031 desa dan 99 kelurahan, atau 1,95 desa/kelurahan` the last is a rate.
        for whole, one in ((first, second), (second, first)):
            is_whole = (
                whole.is_(Role.WHOLE) or (whole is second and re.search(r"\bdari\s+$", whole.lead)) or ":" in one.lead
            )
            if (
                is_whole
                and whole.figure.value > max(one.figure.value, third.figure.value)
                and not _GOES_ON.match(said.text, third.figure.end)
                and (_are_opposite(whole, one, third) or (is_across and _OTHERS.match(third.tail)))
            ):
                return _compare_parts(whole.figure, (one.figure, third.figure))
    return None


def _are_opposite(whole: Told, one: Told, other: Told) -> bool:
    """Whether what the first part is, the second is not, and nothing else is told of either."""
    pair = {one.unit, other.unit}
    named = {match[0].casefold() for item in (one, other) if (match := _LAST_WORD.search(item.lead))}
    if pair in _OPPOSITES or named in _OPPOSITES:
        return True
    if len({whole.unit, one.unit, other.unit} - {""}) > 1 and not (whole.unit in _OF_THEM and len(pair - {""}) < 2):
        return False
    match = _NOT.match(other.tail)
    if match is None or _NOT.match(one.tail):
        return False
    behind = other.tail[match.end() :]
    if match["apa"] and f"{match['apa']}{behind}".strip(" ,;.").casefold() in one.tail.casefold():
        return True  # `memenuhi syarat`, and word for word the same behind `tidak`.
    told_of = one.tail if one.tail.strip(" ,;.") and not one.tail.strip().startswith("dari") else whole.tail
    if match["apa"] is None:
        return re.match(r"\s*(?:[.,;)]|$)", behind) is not None
    stem = _STEM.sub("", match["apa"])
    return len(stem) > 2 and stem in told_of.casefold() and re.match(r"\s*(?:[.,;)]|$)", behind) is not None


_FINDERS = (
    _find_listed, _find_slashed, _find_parts_of_parts, find_shared, find_bracketed, _find_next, _find_total,
    _find_dealt, _find_opposites, _find_halves,
)  # fmt: skip
