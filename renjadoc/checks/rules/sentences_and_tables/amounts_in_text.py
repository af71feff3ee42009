"""Amounts and percentages in sentences, against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc import indonesian
from renjadoc.checks import named_rows as named
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.planned_amounts import (
    find_wrong_sum,
    is_near_whole,
    is_slip_of_amount,
    list_amounts,
)
from renjadoc.checks.rules.sentences_and_tables.told_amounts import (
    AMOUNT,
    follows_from_others,
    is_accounted_for,
    is_known,
    list_rests,
    read_amount,
)
from renjadoc.checks.sentences import find_years, is_match_typed, is_year_of_others, walk_sentences
from renjadoc.narrative.passages import Passage
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

#: One of these stands in every amount.
_MONEY = re.compile(r"Rp|rupiah|\.\d{3}\.\d{3}")
_BUDGET = re.compile(
    r"\b(?:pagu|anggaran|dianggarkan|alokasi|dialokasikan|prakiraan maju|belanja|pendanaan|kebutuhan (?:dana|biaya)"
    r"|total (?:biaya|dana)|jumlah (?:biaya|dana)|biaya seluruhnya|plafon"
    r"|usulan\b[^.;\d]{0,60}?\b(?:nilai|senilai|sebesar))\b",
    re.IGNORECASE,
)
_BUDGET_AFTER = re.compile(
    r"\s+(?:dianggarkan|dialokasikan|(?:merupakan|adalah|sebagai)\s+(?:pagu|anggaran))\b", re.IGNORECASE
)
#: What was spent, what one person or group gets, and what the whole region spends is not in the plan.
_OTHER_MONEY = re.compile(
    r"\b(?:realisasi|serapan|terserap|lalu|sebelumnya|tahun berjalan|omzet|bantuan|diperkirakan|ditaksir|estimasi"
    r"|memerlukan"
    r"|pagu indikatif (?:kecamatan|kelurahan|wilayah|kewilayahan|distrik|kapanewon|desa)"
    r"|belanja (?:pengadaan|melalui|pegawai"
    r"|modal|barang|operasi|hibah|tidak terduga|perjalanan dinas|jasa|gaji|pemeliharaan"
    r"|obat|bahan|alat|promosi|makan|listrik|sewa|wisatawan|terhadap|per kapita)"
    r"|(?:kebutuhan|pendanaan|anggaran|dana) (?:dana )?(?:selama )?(?:lima|5) tahun"
    r"|(?:alokasi )?dana (?:desa|gampong|kampung|nagari)|dana transfer|transfer ke daerah|APBN"
    r"|(?:ber)?kisar(?:an)?|rentang"
    r"|penyertaan modal|pembiayaan|pinjaman|(?:belanja|pendapatan) daerah"
    r"|(?:anggaran|belanja|dana) [a-z]+ (?:daerah|kabupaten|kota|provinsi)"
    r"|(?:total|jumlah|seluruh|besaran) (?:belanja )?APBD|APBD (?:Kabupaten|Kota|Provinsi)"
    r"|(?:tiap|setiap) [a-z]+ (?:memperoleh|menerima|mendapat)"
    r"|(?:per|tiap|setiap) (?:angkatan|orang|peserta|kelompok|unit|paket|bulan|koperasi|desa|kelurahan|kecamatan))\b",
    re.IGNORECASE,
)
#: A sentence with one of these tells of money spent, or of the changed budget of a year gone by.
_SPENT = re.compile(
    r"\b(?:realisasi\w*|terealisasi|terserap|menyerap|tersalur|disalurkan|menghabiskan|(?:peny|s)erapan|dibelanjakan"
    r"|telah dicairkan|menyisakan"
    r"|(?:anggaran|pagu|APBD) perubahan|sisa|setara dengan \d[\d,]*% APBD)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_COMPARED_YEAR = re.compile(r"\b(?:dibanding\w*|daripada|terhadap|dari|sejak)\b[^.;\d]{0,40}$", re.IGNORECASE)
#: Behind an amount that is of one of many, or of so many things that one of them costs so much.
_PER_HEAD = re.compile(
    r"\s*(?:se(?:tahun|bulan)\s+)?(?:/|per\b|setiap\b|tiap\b)|,?\s+atau\s+rata-rata\s+Rp[^;]*?\b(?:per|setiap|tiap)\b",
    re.IGNORECASE,
)
#: Right before what each gets, what was before a change, or the most that there is.
_EACH_OR_BEFORE = re.compile(
    r"\b(?:masing-masing|rata-rata|semula|awalnya|sampai|hingga)(?:\s+(?:sebesar|senilai))?\s*$", re.IGNORECASE
)
#: The year right behind an amount in a list of several: `Rp25 miliar pada 2027, Rp28 miliar pada 2028`.
_YEAR_BEHIND = re.compile(r"\s+(?:pada|untuk|di)?\s*(?:tahun\s+)?\(?(20\d\d)\b", re.IGNORECASE)
#: What stands right before a difference: `naik sebesar Rp25.000.000`, `turun 2,5%`.
DIFFERENCE = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|selisih"
    r"|lebih (?:tinggi|besar|banyak|rendah|kecil|sedikit))(?:,?\s+(?:sebesar|yaitu|yakni|sekitar))*\s*$",
    re.IGNORECASE,
)
#: `Kenaikan terbesar, Rp230.000.000, terdapat pada …`
_RISE = re.compile(r"\b(?:kenaikan|penurunan|tambahan|pengurangan|selisih)\b[^.;\d]{0,30}$", re.IGNORECASE)
#: Of these the amounts behind a name are steps, not pagu: `Tambahan itu terdiri atas …`, `Kenaikan terbesar …`.
_STEPS = re.compile(
    r"\b(?:[Tt]ambahan|[Pp]enambahan|[Kk]enaikan|[Pp]enurunan|[Pp]engurangan|[Ss]elisih)(?:nya)?\b"
    r"(?!(?:[^.;]*\bmenjadi\b))"
)
#: One village's part of an amount, which no plan holds by itself.
_OF_PLACE = re.compile(
    r"\b(?:Kelurahan|Desa|Kampung|Gampong|Nagari|Kalurahan|Puskesmas|UPTD) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2},?"
    r"\s*(?:(?:yakni|yaitu|sebesar|memperoleh|mendapat|senilai)\s*)*$"
)
#: What all rows of the plan need, whatever verb tells it: `Seluruh program memerlukan biaya Rp…`.
_OF_ALL_ROWS = re.compile(r"\b[Ss](?:eluruh|emua) (?:program|kegiatan|sub kegiatan)\b[^.;\d]{0,40}$")
_CLAUSE = re.compile(r"[^;]+")


@rule("RJ108", "Jumlah uang dalam kalimat tidak ada dalam data", needs=("tabel",))
def check_amounts_in_text(reading: Reading) -> Iterator[Finding]:
    """Jumlah uang dalam kalimat tentang pagu atau anggaran tahun ini ada dalam data.

    Cocok dengan jumlah seluruhnya, sebuah program, kegiatan, sub kegiatan, prakiraan majunya, atau beberapa usulan.
    “Rp5,7 miliar” cocok bila salah satunya membulat ke sana. Yang lain ditegur bila ia salah ketik dari salah satunya
    (angkanya tertukar, nolnya kurang), berdiri tepat di samping nama sebuah baris, atau disebut sebagai seluruh pagu.
    Kalimat tentang tahun lain, dan angka yang mengikuti dari angka lain di paragrafnya, tidak diperiksa.

    Mengapa: angka yang diketik dalam kalimat tertinggal ketika pagunya berubah.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Pagu anggaran dinas seluruhnya Rp1.234.567.000."
    Gagal:
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Pelatihan tata rias", "lokasi": "Kelurahan Makam",
        "volume": "1 paket", "anggaran": 35000000}
        bab-5.json /isi/0 = "Forum menyepakati dua usulan dengan perkiraan biaya Rp58.000.000."
    Gagal:
        tabel/usulan-masyarakat.json /usulan/- = {"usulan": "Pelatihan tata rias", "lokasi": "Kelurahan Makam",
        "volume": "1 paket", "anggaran": 35000000}
        bab-5.json /isi/0 = "Nilai kedua usulan itu Rp58.000.000."
    Lolos:
        bab-5.json /isi/0 = "Pagu anggaran dinas seluruhnya Rp425.000.000; omzet koperasi Rp9.000.000.000. Dari pagu
        itu dianggarkan untuk pelatihan Rp170.000.000 (40%). Buku dibeli dengan anggaran Rp127.500.000, atau rata-rata
        Rp85.000 per eksemplar. Pagu semula Rp451.500.000 dikurangi Rp29.500.000 menjadi Rp422.000.000."
    """
    years = {reading.folder.tahun, reading.folder.tahun + 1}
    for passage, offset, sentence in _find_monetary(reading):
        amounts = named.find_named(sentence, reading)
        misnamed = _find_wrong_asked(passage, offset, sentence, reading)
        misnamed += _find_misnamed(passage, offset, sentence, amounts) if find_years(sentence) <= years else []
        yield from misnamed
        if _SPENT.search(sentence):
            continue
        budgets = list(_find_budgets(sentence, is_planned=bool(amounts)))
        typed = [match for match in budgets if is_match_typed(passage, offset, match)]
        yield from _find_misdated(passage, sentence, typed, reading)
        unknown = _list_unknown(typed, budgets, passage, offset, reading)
        yield from _tell_unknown(passage, unknown, {finding.match for finding in misnamed})


def _list_unknown(
    typed: list[re.Match[str]], budgets: list[re.Match[str]], passage: Passage, offset: int, reading: Reading
) -> list[re.Match[str]]:
    """The amounts that the data should hold and does not; none where it holds them as one."""
    tahun = reading.folder.tahun
    told = _find_told_year(passage.text[:offset], tahun)
    stated = [match for match in typed if _find_year(match.string, match, told) in {tahun, tahun + 1}]
    unknown = [match for match in stated if not is_accounted_for(match, passage, budgets, reading)]
    if len(unknown) > 1 and sum(map(read_amount, unknown)) in list_amounts(reading):
        return []
    return [match for match in unknown if _is_meant(match, passage, reading)]


def _tell_unknown(passage: Passage, unknown: list[re.Match[str]], said: set[str]) -> Iterator[Finding]:
    """Each unknown amount, but for those of which something is said already."""
    hint = "Periksa angkanya; lebih aman tulis dengan nama, misalnya {{ pagu.total | rupiah }}."
    for amount in (match[0] for match in unknown if match[0] not in said):
        yield Finding.of(passage, f"{amount} tidak sama dengan pagu mana pun dalam tabel", hint, amount)


def _find_wrong_asked(passage: Passage, offset: int, sentence: str, reading: Reading) -> list[Finding]:
    """What a sentence says that all usulan cost, where the table sums up to another amount."""
    found = find_wrong_sum(sentence, reading)
    if found is None or not passage.is_typed(offset + found.stated.start, offset + found.stated.end):
        return []
    message = f"{found.stated.text} untuk usulan yang dalam tabel berjumlah {indonesian.rupiah(found.right)}"
    return [Finding.of(passage, message, "Periksa angkanya.", found.stated.text)]


#: Before an amount that is told as the plan's whole.
_WHOLE = re.compile(
    r"\b(?:seluruh\w*|total|(?:jumlah|besar\w*) (?:pagu|anggaran|kebutuhan)"
    r"|pagu(?: indikatif| anggaran)*(?: tahun \d+)?(?: untuk| bagi)? (?:dinas|badan|kantor|kecamatan|distrik|kapanewon"
    r"|sekretariat|inspektorat|rumah sakit|renja|perangkat daerah))\b",
    re.IGNORECASE,
)


#: More times larger or smaller than the plan an amount is that of something else.
_MOST_TIMES = 3


def _is_meant(match: re.Match[str], passage: Passage, reading: Reading) -> bool:
    """Whether an amount is told as that of the whole plan, or is one of the data's but for a slip.

    Any other may be of something that the data does not hold: a loan, a transfer, what one village gets; so is surely
    one that others of its paragraph make up.
    """
    unit = Decimal(10) ** indonesian.SCALES[match["satuan"]] if match["satuan"] else Decimal(1)
    totals = [table.total("", "pagu") or 0 for table in reading.tables.of_kind("rencana-program")]
    is_of_size = any(total <= _MOST_TIMES * read_amount(match) * unit <= _MOST_TIMES**2 * total for total in totals)
    if is_of_size and _WHOLE.search(match.string, max(0, match.start() - 100), match.start()):
        return True
    if follows_from_others(match, passage.text):
        return False
    amounts = list_amounts(reading) | list_rests(match, reading)
    return is_slip_of_amount(read_amount(match), unit, amounts) or is_near_whole(read_amount(match) * unit, reading)


def _find_monetary(reading: Reading) -> Iterator[tuple[Passage, int, str]]:
    """The sentences that state money, each with its passage and its place in it."""
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_MONEY)):
        if _MONEY.search(sentence):
            yield passage, offset, sentence


def _find_misdated(passage: Passage, sentence: str, stated: list[re.Match[str]], reading: Reading) -> Iterator[Finding]:
    """The whole pagu of this plan, told as that of a year gone by."""
    tahun = reading.folder.tahun
    totals = [table.total("", "pagu") for table in reading.tables.of_kind("rencana-program")]
    for match in stated:
        year = _find_year(sentence, match, tahun)
        if year < tahun and match["satuan"] is None and read_amount(match) in totals:
            message = f"{match[0]} adalah pagu tahun {tahun}, dalam kalimat tertulis tahun {year}"
            yield Finding.of(passage, message, "Tulis {{ tahun }}, agar ikut berubah tahun depan.", match[0])


def _find_year(sentence: str, amount: re.Match[str], tahun: int) -> int:
    """The year of which an amount is told: the last before it, else the first behind that nothing is compared with."""
    right_behind = _YEAR_BEHIND.match(sentence, amount.end())
    if right_behind:
        return int(right_behind[1])
    years = [year for year in _YEAR.finditer(sentence) if not is_year_of_others(sentence[: year.start()])]
    before = [year for year in years if year.start() < amount.start()]
    behind = [year for year in years if not _COMPARED_YEAR.search(sentence[: year.start()])]
    return int(before[-1][0]) if before else int(behind[0][0]) if behind else tahun


def _find_told_year(before: str, tahun: int) -> int:
    """The year of which the sentences before tell, where that is one gone by: `anggaran itu menjadi …` goes on."""
    years = {int(year[0]) for year in _YEAR.finditer(before) if not is_year_of_others(before[: year.start()])}
    return min(tahun, max(years, default=tahun))


def _find_misnamed(passage: Passage, offset: int, sentence: str, amounts: list[named.NamedRow]) -> Iterator[Finding]:
    """Amounts that stand right behind the name of a row of the plan and are another row's."""
    for row in amounts:
        match = _find_amount_of(sentence, row)
        if (
            match is None
            or _STEPS.search(sentence, 0, match.start())
            or _SPENT.search(sentence)
            or _PER_HEAD.match(sentence, match.end())
        ):
            continue
        if is_match_typed(passage, offset, match) and not is_known(match, row.amounts):
            right = " atau ".join(indonesian.rupiah(amount) for amount in sorted(row.amounts)[:3])
            message = f"{match[0]} bukan pagu “{shorten_text(row.name, 70)}”, yaitu {right}"
            hint = "Periksa nama atau angkanya; lebih aman tulis {{ program['kode program'].pagu | rupiah }}."
            yield Finding.of(passage, message, hint, match[0])


def _find_amount_of(sentence: str, row: named.NamedRow) -> re.Match[str] | None:
    """The amount right behind the name of a row, or right before it: `Rp2 miliar untuk Program …`."""
    behind = AMOUNT.search(sentence, row.end, row.until)
    if behind is not None and named.leads_to_amount(sentence[row.end : behind.start()]):
        return behind
    before = list(AMOUNT.finditer(sentence, max(0, row.start - 120), row.start))[-1:]
    return before[0] if before and named.is_amount_of(sentence[before[0].end() : row.start]) else None


def _find_budgets(sentence: str, *, is_planned: bool = False) -> Iterator[re.Match[str]]:
    """The amounts of which what stands around them says that they are of the plan; all, if a row of it is named."""
    for clause in _CLAUSE.finditer(sentence):
        stated = list(AMOUNT.finditer(sentence, *clause.span()))
        if not stated:
            continue
        # Sought once a clause: from every amount anew, a long list of them would take hours.
        budget, other = (pattern.search(sentence, *clause.span()) for pattern in (_BUDGET, _OTHER_MONEY))
        for match in stated:
            start, end = match.span()
            before = sentence[max(clause.start(), start - 60) : start]
            is_of_all = _OF_ALL_ROWS.search(sentence, clause.start(), start) is not None
            if other is not None and other.end() <= start and not is_of_all:
                break
            is_aside = any(one.search(before) for one in (DIFFERENCE, _RISE, _EACH_OR_BEFORE, _OF_PLACE))
            is_aside = is_aside or _STEPS.search(sentence, clause.start(), start) is not None
            if is_aside or _PER_HEAD.match(sentence, end):
                continue
            if (
                is_planned
                or is_of_all
                or (budget is not None and budget.end() <= start)
                or _BUDGET_AFTER.match(sentence, end)
            ):
                yield match
