"""Words for how much of a whole a part is: half, most, nearly all; beside the figures that say it exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement, tell_mismatches
from renjadoc.checks.roles import DOWN, SHARES, UP, are_alike
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure
from renjadoc.indonesian import persen
from renjadoc.reading import Reading


@rule("RJ147", "Separuh, sebagian besar, dan sejenisnya tidak sesuai angkanya")
def check_portions(reading: Reading) -> Iterator[Finding]:
    """Separuh, sepertiga, sebagian besar, hampir seluruh, dan mayoritas sesuai dengan angka yang menyertainya.

    Kata seperti hampir dan sekitar memberi kelonggaran.

    Mengapa: angkanya diperbarui, dan kata yang menggambarkannya tertinggal.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Lebih dari separuh koperasi, yaitu 20 dari 60 koperasi, belum melapor."
    Gagal:
        bab-5.json /isi/0 = "Separuh dari anggaran Rp400.000.000, yaitu Rp300.000.000, dipakai untuk pelatihan."
    Gagal:
        bab-5.json /isi/0 = "Hasilnya 240 ton. Seperempatnya, yakni 80 ton, dijual."
    Gagal:
        bab-5.json /isi/0 = "Sepertiga dari 120 pendamping, yakni 60 orang, belum bersertifikat."
    Gagal:
        bab-5.json /isi/0 = "Anggota koperasi naik sepertiga, dari 48 menjadi 60 orang."
    Gagal:
        bab-5.json /isi/0 = "Sisa dana Rp407.560.000 sebagian besar, yaitu Rp176.600.000, berasal dari gaji."
    Gagal:
        bab-5.json /isi/0 = "Tunggakan 212 berkas pada tahun 2025 atau turun separuh dari 318 berkas pada tahun 2024."
    Gagal:
        bab-5.json /isi/0 = "Biayanya menyerap 38% dari omzet, nyaris empat kali rata-rata sebesar 20%."
    Lolos:
        bab-5.json /isi/0 = "Biayanya menyerap 38% dari omzet, nyaris dua kali rata-rata sebesar 20%. Tunggakan 212
        berkas pada tahun 2025 atau turun sepertiga dari 318 berkas pada tahun 2024."
    Lolos:
        bab-5.json /isi/0 = "Anggota koperasi naik seperempat, dari 48 menjadi 60 orang; koperasi sehat naik dua kali
        lipat, dari 15 menjadi 30 koperasi."
    Lolos:
        bab-5.json /isi/0 = "Lebih dari separuh koperasi, yaitu 40 dari 60 koperasi, belum melapor, dan sebagian besar
        anggota (85%) hadir; sepertiga lebih (36%) memberi suara."
    """
    return tell_mismatches(
        reading,
        (_find_fraction, _find_percent, _find_quantity, _find_most, _find_growth, _find_grown, _find_times),
        "Periksa kata dan angkanya.",
    )


_FRACTIONS = {
    "separuh": Decimal(1) / 2,
    "setengah": Decimal(1) / 2,
    "sepertiga": Decimal(1) / 3,
    "dua pertiga": Decimal(2) / 3,
    "seperempat": Decimal(1) / 4,
    "tiga perempat": Decimal(3) / 4,
    "seperlima": Decimal(1) / 5,
    "dua perlima": Decimal(2) / 5,
    "tiga perlima": Decimal(3) / 5,
    "empat perlima": Decimal(4) / 5,
    "seperenam": Decimal(1) / 6,
    "lima perenam": Decimal(5) / 6,
    "seperdelapan": Decimal(1) / 8,
    "sepersepuluh": Decimal(1) / 10,
}
_FRACTION = re.compile(
    r"(?P<kira>\b(?:hampir|sekitar|lebih dari|kurang dari|kurang lebih|lebih kurang)\s+)?"
    rf"\b(?P<bagian>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})(?:nya)?\b(?!\s+lebih\b)(?:\s+dari)?\b"
    r"(?P<sisa>[^\d;.:]*)$",
    re.IGNORECASE,
)


def _find_fraction(said: Statement) -> Mismatch | None:
    """`Separuh dari pagu, yaitu Rp1,1 miliar`, and `320 orang, tepat separuh dari target 640 orang`."""
    for index in range(len(said.figures)):
        match, pairs = _list_fraction_pairs(said, index)
        pairs = [(part, whole) for part, whole in pairs if _may_be_part(part, whole)]
        if match is None or not pairs or (_is_beyond(match) and not pairs[0][0].unit):
            continue
        slack = Decimal("0.2") if match["kira"] else Decimal("0.03")
        times = _FRACTIONS[match["bagian"].casefold()]
        if not any(abs(part.value / whole.value / times - 1) <= slack for part, whole in pairs):
            part, whole = pairs[0]
            right = persen(part.value * 100 / whole.value)
            return Mismatch(part, f"disebut {match['bagian'].casefold()}: {part.text} adalah {right} dari {whole.text}")
    return None


def _is_beyond(match: re.Match[str]) -> bool:
    """Whether it is more or less than the fraction, which `_find_quantity` asks."""
    return (match["kira"] or "").strip().casefold() in {"lebih dari", "kurang dari"}


def _may_be_part(part: Figure, whole: Figure) -> bool:
    """Whether one is less than the other and counts the same; persons are told as what they are, then as orang."""
    is_counted = whole.unit not in SHARES | {"Rp", ""}
    is_alike = part.unit == whole.unit or (part.unit in {"orang", ""} and is_counted)
    return is_alike and whole.value > part.value > 0


_THAT_IS = re.compile(r"(?:^|.*,)\s*(?:yaitu|yakni|atau)\s*(?:sebesar|sebanyak)?\s*$")


def _list_fraction_pairs(said: Statement, index: int) -> tuple[re.Match[str] | None, list[tuple[Figure, Figure]]]:
    """The words of a fraction around the figure at `index`, and what may be its part and its whole."""
    stated, start = said.figures[index], said.figures[index - 1].end if index else 0
    between = said.text[start : stated.start]
    if stated.unit in SHARES:
        return None, []
    match = _FRACTION.search(between)
    if match is not None and _THAT_IS.search(match["sisa"]):
        return match, [(stated, one) for one in (*said.earlier, *said.figures) if one != stated]
    if match is not None and index and between[: match.start()].strip() in {",", ", tepat", ", atau"}:
        return match, [(said.figures[index - 1], stated)]
    if match is None and index and _THAT_IS.fullmatch(between):
        first = said.figures[index - 1]
        before = said.figures[index - 2].end if index > 1 else 0
        return _FRACTION.search(said.text[before : first.start]), [(stated, first)]
    return None, []


#: What share each of these may be, in percent.
_QUANTITIES = {
    "lebih dari separuh": (50, 100),
    "lebih dari setengah": (50, 100),
    "kurang dari separuh": (0, 50),
    "kurang dari setengah": (0, 50),
    "hampir separuh": (35, 50),
    "hampir setengah": (35, 50),
    "sebagian besar": (50, 100),
    "mayoritas": (50, 100),
    "sebagian kecil": (0, 50),
    "hampir seluruh": (75, 100),
    "hampir semua": (75, 100),
    "lebih dari sepertiga": (33, 100),
    "lebih dari dua pertiga": (66, 100),
    "lebih dari tiga perempat": (75, 100),
    "lebih dari seperempat": (25, 100),
    "kurang dari sepertiga": (0, 33.4),
    "kurang dari seperempat": (0, 25),
    "kurang dari dua pertiga": (0, 66.7),
    "kurang dari tiga perempat": (0, 75),
}
_WORDS = "|".join(sorted(_QUANTITIES, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"\b(?P<kata>{_WORDS})\b(?:nya)?[^\d;.:,()]{{0,60}}?,?\s*(?:\(|yaitu|yakni)\s*(?:sebanyak\s+|sebesar\s+|mencapai\s+)?$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s*(?:[a-z]+\s+)?dari\s+(?:(?:total|seluruh|jumlah)\s+)*(?:[a-z]+\s+)?")


def _find_quantity(said: Statement) -> Mismatch | None:
    """`Lebih dari separuh desa, yaitu 20 dari 60 desa`, `mayoritas responden (35%)`."""
    for index, part in enumerate(said.figures):
        match = _QUANTITY.search(said.text[: part.start])
        percent = _measure_share(said, index) if match else None
        if match is None or percent is None:
            continue
        least, most = _QUANTITIES[match["kata"].casefold()]
        if not least <= percent <= most:
            return Mismatch(part, f"disebut {match['kata'].casefold()}, angkanya {persen(percent)}")
    return None


def _measure_share(said: Statement, index: int) -> Decimal | None:
    """What share in percent the figure at `index` is, by itself or of the one that it is told to be part of."""
    part, behind = said.figures[index], said.figures[index + 1 : index + 2]
    if part.unit == "%":
        return part.value
    if not behind or not _PART_OF.fullmatch(said.between(part, behind[0])):
        return None
    is_share = are_alike(part, behind[0]) and behind[0].value and behind[0].unit not in SHARES
    return part.value * 100 / behind[0].value if is_share else None


_PERCENT_OF = re.compile(
    rf"(?P<kira>\b(?:hampir|nyaris|sekitar|lebih dari|kurang dari|tidak sampai|mendekati"
    rf"|kurang lebih|lebih kurang)\s+)?"
    rf"\b(?P<bagian>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})(?:nya)?\b(?!\s+lebih\b)[^\d;.:,()]{{0,40}}"
    r"(?:,?\s*(?:yaitu|yakni|atau|tepatnya)\s+(?:sebesar\s+)?|\s*\()$",
    re.IGNORECASE,
)


def _find_percent(said: Statement) -> Mismatch | None:
    """`Dua pertiganya, yakni 48,78%`, `tiga perempat atau 75%`: a fraction and its percentage."""
    for one in said.figures:
        match = _PERCENT_OF.search(said.text[: one.start]) if one.unit == "%" else None
        if match is None or match["kira"]:
            continue
        right = _FRACTIONS[match["bagian"].casefold()] * 100
        if abs(one.value - right) > max(one.step, Decimal("1.5")):
            return Mismatch(one, f"disebut {match['bagian'].casefold()}, tertulis {one.text}")
    return None


_MOST = re.compile(
    r",?\s+(?P<kata>sebagian besar|sebagian kecil|hampir seluruhnya)(?:nya)?,?\s+(?:yaitu|yakni)\s+(?:sebesar\s+)?"
)


def _find_most(said: Statement) -> Mismatch | None:
    """`Sisa Rp407.560.000 sebagian besar, yaitu Rp176.600.000`: less than half of it."""
    for whole, part in pairwise(said.figures):
        match = _MOST.fullmatch(said.between(whole, part))
        if match is None or whole.unit != part.unit or whole.unit in SHARES | {""} or whole.value <= part.value:
            continue
        percent = part.value * 100 / whole.value
        least, most = {"sebagian kecil": (0, 50), "sebagian besar": (50, 100)}.get(match["kata"].casefold(), (75, 100))
        if not least <= percent <= most:
            return Mismatch(part, f"disebut {match['kata'].casefold()}, {part.text} adalah {persen(percent)}")
    return None


_NUMBERS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sepuluh": 10}
_TIMES = rf"(?P<kali>{'|'.join(_NUMBERS)}|\d{{1,2}})\s+kali"
_ROUGHLY = re.compile(
    r"\b(?:hampir|nyaris|sekitar|lebih dari|kurang dari|lebih kurang|kurang lebih|mendekati|setidaknya)\s+$",
    re.IGNORECASE,
)
_GREW = re.compile(
    rf"\b(?P<arah>{UP}|{DOWN})\s+(?:sebesar\s+|sebanyak\s+|menjadi\s+)?"
    rf"(?:(?P<bagian>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})|{_TIMES}\s+lipat)(?:nya)?,?\s+"
    r"(?:(?:yaitu|yakni)\s+)?dari\s+(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_BECAME = re.compile(r"(?:[^\d;.]|(?:19|20)\d\d){0,60}?\bmenjadi\s+(?:[a-z]+\s+)?")


def _find_growth(said: Statement) -> Mismatch | None:
    """`naik sepertiga, dari 48 menjadi 60`, `naik tiga kali lipat dari 15 menjadi 30`."""
    for before, after in pairwise(said.figures):
        match = _GREW.search(said.text[: before.start])
        if match is None or not before.value or not _BECAME.fullmatch(said.between(before, after)):
            continue
        if match["bagian"]:
            right = abs(after.value - before.value) / before.value
            told, fits = match["bagian"], abs(right / _FRACTIONS[match["bagian"].casefold()] - 1) <= _CLOSE
        else:
            number, times = match["kali"], max(after.value, before.value) / (min(after.value, before.value) or 1)
            told, fits = f"{number} kali lipat", abs(times / _count(number) - 1) <= _CLOSE
        if not fits:
            change = persen(abs(after.value - before.value) * 100 / before.value)
            return Mismatch(after, f"disebut {match['arah']} {told}; dari {before.text} ke {after.text} {change}")
    return None


_GROWN = re.compile(
    rf"(?:[^;\d]|\b(?:19|20)\d\d\b){{0,50}}?\b(?:{UP}|{DOWN})\s+"
    rf"(?P<bagian>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})(?:nya)?\s+(?:dari|dibanding\w*)\s+"
    r"(?:[a-z]+\s+)?"
    r"(?:tahun\s+\d{4}\s+(?:sebesar|sebanyak)\s+)?"
)


def _find_grown(said: Statement) -> Mismatch | None:
    """`212 ekor pada tahun 2025 atau turun separuh dari 318 ekor`: the figure now stands first."""
    for now, before in pairwise(said.figures):
        match = _GROWN.fullmatch(said.between(now, before))
        if match is None or not before.value or not are_alike(now, before) or now.unit in SHARES:
            continue
        right = abs(now.value - before.value) / before.value
        if abs(right / _FRACTIONS[match["bagian"].casefold()] - 1) > _CLOSE:
            return Mismatch(now, f"disebut {match['bagian']}; dari {before.text} ke {now.text} {persen(right * 100)}")
    return None


#: How far from a fraction or a multiple that is told without "sekitar" the figures may be.
_CLOSE = Decimal("0.05")


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


_TIMES_MORE = re.compile(
    rf"\b{_TIMES}(?:\s+(?:lipat|lebih\s+(?:banyak|besar|tinggi|luas)))?\b[^\d;.]{{0,60}}?(?:,|\()\s*(?:yaitu\s+|yakni\s+)?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}(?:dibanding\w*|berbanding|terhadap|melawan)(?:\s+dengan)?\s+(?:[a-z]+\s+)?"
)


def _find_times(said: Statement) -> Mismatch | None:
    """`tiga kali produksi jagung, yaitu 84.000 ton dibandingkan dengan 42.000 ton`, `38%, nyaris dua kali … 20%`."""
    for one, other in pairwise([one for one in said.figures if one.unit != "kali"]):
        match = _TIMES_MORE.search(said.text[: one.start])
        is_behind = match is not None and _AGAINST.fullmatch(said.between(one, other))
        match = match if is_behind else _TIMES_BETWEEN.fullmatch(said.between(one, other))
        if match is None or not are_alike(one, other) or not other.value or not one.unit:
            continue
        least, most = _list_bounds(match.string[: match.start("kali")], _count(match["kali"]))
        if not least <= one.value / other.value <= most:
            return Mismatch(one, f"disebut {match['kali']} kali: {one.text} dibandingkan dengan {other.text}")
    return None


_TIMES_BETWEEN = re.compile(
    rf"[^\d;.]*,\s+(?:atau\s+|yaitu\s+|[a-z]+\s+){{0,3}}{_TIMES}\s+(?:lipat\s+)?(?!(?:di|pada|dalam|oleh|untuk|ke)\b)[^\d;.,]{{0,60}}?(?:sebesar\s+|sebanyak\s+|\()",
    re.IGNORECASE,
)


def _list_bounds(lead: str, times: int) -> tuple[Decimal, Decimal]:
    """What `nyaris dua kali`, `lebih dari dua kali` and `dua kali` may be."""
    rough = _ROUGHLY.search(lead)
    word = rough[0].strip().casefold() if rough else ""
    if word in {"lebih dari", "setidaknya"}:
        return Decimal(times), Decimal(times + 1)
    if word in {"hampir", "nyaris", "mendekati", "kurang dari"}:
        return Decimal(times) - Decimal("0.5"), Decimal(times)
    slack = Decimal(times) / 5 if word else times * _CLOSE
    return times - slack, times + slack
