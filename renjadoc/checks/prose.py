"""Figures in sentences: amounts, percentages and counts against the data and against the lists that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from renjadoc import indonesian
from renjadoc.checks.figures import agrees
from renjadoc.checks.rule import Finding
from renjadoc.context import counts
from renjadoc.narrative.outline import Section
from renjadoc.reading import Reading
from renjadoc.tables import capaian_kinerja, rencana_program

_SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z“])|(?<=;)\s+")
_AMOUNT = re.compile(
    r"(?:Rp\.?\s?(?P<angka>\d+(?:\.\d{3})*(?:,\d+)?)|(?<![\d.,])(?P<tanpa_rp>\d{1,3}(?:\.\d{3}){2,})"
    r"|(?<![\d.,])(?P<terbilang>\d+(?:,\d+)?)(?=\s(?:juta|miliar|triliun)\srupiah))"
    r"(?:\s(?P<satuan>juta|miliar|triliun)\b)?(?:,-)?(?![\d.]\d)"
)
#: One of these stands in every amount.
_MONEY = re.compile(r"Rp|rupiah|\.\d{3}\.\d{3}")
_UNITS = {"juta": 6, "miliar": 9, "triliun": 12}
_BUDGET = re.compile(
    r"\b(?:pagu|anggaran|dianggarkan|alokasi|dialokasikan|prakiraan maju|belanja|pendanaan)\b", re.IGNORECASE
)
_BUDGET_AFTER = re.compile(
    r"\s+(?:dianggarkan|dialokasikan|(?:merupakan|adalah|sebagai)\s+(?:pagu|anggaran))\b", re.IGNORECASE
)
#: What was spent, what one person or group gets, and what the whole region spends is not in the plan.
_OTHER_MONEY = re.compile(
    r"\b(?:realisasi|serapan|terserap|lalu|sebelumnya|omzet|bantuan|(?:belanja|pendapatan) daerah"
    r"|(?:total|jumlah|seluruh|besaran) (?:belanja )?APBD|APBD (?:Kabupaten|Kota|Provinsi)"
    r"|(?:per|tiap|setiap) (?:angkatan|orang|peserta|kelompok|unit|paket|bulan|koperasi|desa|kelurahan|kecamatan))\b",
    re.IGNORECASE,
)
_PER_HEAD = re.compile(r"\s*(?:/|per\b|setiap\b|tiap\b)", re.IGNORECASE)
#: What stands right before a difference: `naik sebesar Rp25.000.000`, `turun 2,5%`.
_DIFFERENCE = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|selisih)(?:\s+sebesar)?\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^;]+")
_YEAR = re.compile(r"\b(20\d\d)\b")
_OTHERS = re.compile(r"\b(?:Kementerian|Bappenas|RPJM[DN]|RPJPD|Nasional|Provinsi|(?:Dinas|Badan)\s+[A-Z])")


@lru_cache(maxsize=2048)
def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text with their offsets."""
    gaps = [match.span() for match in _SENTENCE.finditer(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _is_of_others(sentence: str, reading: Reading) -> bool:
    """Whether a sentence names another office, another level of government or another plan."""
    data = reading.folder.dokumen.data
    office, region = data["perangkat_daerah"], data["daerah"]
    for own in (office["nama"], office["singkatan"], f"{region['jenis']} {region['nama']}"):
        sentence = sentence.replace(own, "")
    return _OTHERS.search(sentence) is not None


def _years(sentence: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(sentence)}


def amounts(reading: Reading) -> Iterator[Finding]:
    """Jumlah uang dalam kalimat tentang pagu atau anggaran tahun ini ada dalam data.

    Cocok dengan jumlah seluruhnya, sebuah program, kegiatan, sub kegiatan, prakiraan majunya, atau sebuah usulan.
    “Rp5,7 miliar” cocok bila salah satunya membulat ke sana. Kalimat yang menyebut tahun lain tidak diperiksa.

    Mengapa: angka yang diketik dalam kalimat tertinggal ketika pagunya berubah.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Pagu anggaran dinas seluruhnya Rp1.234.567.000."
    Lolos:
        bab-5.json /isi/0 = "Pagu anggaran dinas seluruhnya Rp425.000.000; omzet koperasi mencapai Rp9.000.000.000."
    """
    known = cache(lambda: _amounts(reading))
    tahun = reading.folder.tahun
    for passage in reading.passages.matching(_MONEY):
        for offset, sentence in sentences(passage.text):
            if not _MONEY.search(sentence) or not _years(sentence) <= {tahun, tahun + 1}:
                continue
            stated = [
                match for match in _budgets(sentence) if passage.is_typed(offset + match.start(), offset + match.end())
            ]
            unknown = [match for match in stated if not _is_known(match, known())]
            if len(unknown) > 1 and sum(map(_stated, unknown)) in known():
                continue  # The parts of an amount that the data holds as one.
            for match in unknown:
                message = f"{match[0]} tidak sama dengan pagu mana pun dalam tabel"
                hint = "Periksa angkanya; lebih aman tulis dengan nama, misalnya {{ pagu.total | rupiah }}."
                yield Finding(passage.source, passage.pointer, message, hint, match[0])


def _budgets(sentence: str) -> Iterator[re.Match[str]]:
    """The amounts of which what stands around them says that they are of the plan."""
    for clause in _CLAUSE.finditer(sentence):
        stated = list(_AMOUNT.finditer(sentence, *clause.span()))
        if not stated:
            continue
        # Sought once a clause: from every amount anew, a long list of them would take hours.
        budget, other = (pattern.search(sentence, *clause.span()) for pattern in (_BUDGET, _OTHER_MONEY))
        for match in stated:
            start, end = match.span()
            before = sentence[max(clause.start(), start - 60) : start]
            if other is not None and other.end() <= start:
                break
            if _DIFFERENCE.search(before) or _PER_HEAD.match(sentence, end):
                continue
            if (budget is not None and budget.end() <= start) or _BUDGET_AFTER.match(sentence, end):
                yield match


def _stated(match: re.Match[str]) -> Decimal:
    """The number of an amount, without its unit."""
    written = match["angka"] or match["tanpa_rp"] or match["terbilang"]
    return Decimal(written.replace(".", "").replace(",", "."))


def _is_known(match: re.Match[str], known: set[int]) -> bool:
    """Whether an amount is one of the data's; in millions or more, whether one of them rounds to it."""
    if match["satuan"] is None:
        return _stated(match) in known
    unit = Decimal(10) ** _UNITS[match["satuan"]]
    return any(agrees(_stated(match), amount / unit) for amount in known)


def _amounts(reading: Reading) -> set[int]:
    """Every amount that the data holds or that is a sum of it."""
    found: set[int | None] = set()
    for source in reading.folder.tables_of("rencana-program"):
        nodes: list[Any] = [source.data]
        for program in source.data["program"]:
            nodes += [program, *program["kegiatan"]]
            nodes += [sub for kegiatan in program["kegiatan"] for sub in kegiatan.get("sub_kegiatan", [])]
        for node in nodes:
            for field in ("pagu", "pagu_maju"):
                found.add(node[field] if field in node else rencana_program.total(node, field))
    for source in reading.folder.tables_of("usulan-masyarakat"):
        asked = [usulan["anggaran"] for usulan in source.data["usulan"]]
        found |= {*asked, sum(amount or 0 for amount in asked)}
    return {amount for amount in found if amount is not None}


_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|persen\b)")
_SUBJECT = re.compile(
    r"\b(?:(?P<rata>(?:rata-rata|rerata) (?:capaian|tingkat capaian|kinerja)|capaian (?:kinerja )?(?:rata-rata|rerata)"
    r"|capaian fisik|keseluruhan capaian)"
    r"|keuangan|anggaran|serapan|pertumbuhan|inflasi|indeks)\b",
    re.IGNORECASE,
)


def percentages(reading: Reading) -> Iterator[Finding]:
    """Rata-rata capaian yang disebut dalam kalimat sama dengan hasil hitungan tabel capaian kinerja.

    Diperiksa hanya persentase sesudah kata rata-rata capaian, capaian fisik, atau keseluruhan capaian. Kalimat yang
    menyebut tahun atau instansi lain tidak diperiksa.

    Mengapa: kalimat mengulang angka tabel yang sudah berubah.
    Sumber: naskah rujukan (kalimat mengulang rata-rata 102,5 yang seharusnya 102,36).

    Gagal:
        bab-5.json /isi/0 = "Rata-rata capaian kinerja tahun lalu adalah 102,5%."
    Lolos:
        bab-5.json /isi/0 = "Rata-rata capaian kinerja tahun lalu 102,08%, dengan realisasi keuangan 98,25%."
    """
    computed, tahun = _percentages(reading), reading.folder.tahun
    if not computed:
        return
    for passage in reading.passages.holding(("%", "persen")):
        if passage.kind == "judul_tabel":
            continue
        for offset, sentence in sentences(passage.text):
            if not _years(sentence) <= {tahun, tahun - 1} or _is_of_others(sentence, reading):
                continue
            for match in _PERCENT.finditer(sentence):
                before = sentence[: match.start()]
                *_, subject = [None, *_SUBJECT.finditer(before)]
                if subject is None or subject["rata"] is None or _DIFFERENCE.search(before):
                    continue
                if not passage.is_typed(offset + match.start(), offset + match.end()):
                    continue
                if not any(agrees(Decimal(match[1].replace(",", ".")), value) for value in computed):
                    shown = " atau ".join(indonesian.persen(value) for value in computed[-2:])
                    message = f"“{match[0]}” tidak sama dengan hasil hitungan tabel: {shown}"
                    hint = "Lebih aman tulis {{ capaian.rata_rata | persen }}."
                    yield Finding(passage.source, passage.pointer, message, hint, match[0])


def _percentages(reading: Reading) -> list[Decimal]:
    """Every percentage of the performance tables; the averages last."""
    found: list[Decimal | None] = []
    for source in reading.folder.tables_of("capaian-kinerja"):
        rows = capaian_kinerja.rows(source.data, reading.folder)
        found += [row.get(key) for row in rows for key in ("persen", "persen_renstra")]
        found += capaian_kinerja.averages(rows)
    return [value for value in found if value is not None]


_WORDS = {indonesian.terbilang(n): n for n in range(1, 100)}


def _count(match: re.Match[str]) -> int:
    return int(match["angka"]) if match["angka"] else _WORDS[match["huruf"].casefold()]


_NUMBER = r"(?P<angka>\d{1,3})(?:\s*\((?P<kata>[a-z ]+)\))?"
_FROM_TWO = "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
#: The words of `_WORDS`, the longest first: by their build, because a list of all takes long to compile.
_WORD_ALTERNATIVES = (
    rf"sepuluh|sebelas|(?:{_FROM_TWO}) belas|(?:{_FROM_TWO}) puluh(?: (?:satu|{_FROM_TWO}))?|satu|{_FROM_TWO}"
)
_COUNT = rf"(?<![\w.,/-])(?:{_NUMBER}|(?P<huruf>{_WORD_ALTERNATIVES}))"
_THING = r"\b(?P<benda>sub[ -]?kegiatan|program|kegiatan|usulan(?:\s+masyarakat)?)\b"
#: One of these stands in every match of `_THING`.
_THINGS = ("kegiatan", "program", "usulan")
_COUNTED = re.compile(rf"{_COUNT}\s+(?:buah\s+)?{_THING}(?P<sifat>\s+[\w-]+)?", re.IGNORECASE)
#: The other way round; of `kegiatan sebanyak 5 kali` or `usulan sebanyak 2 paket` nothing is known.
_COUNTED_BEFORE = re.compile(
    rf"{_THING}\s+(?:sebanyak|sejumlah|berjumlah)\s+{_COUNT}(?:\s+buah)?(?P<sifat>\s+[\w-]+)?(?![\d.,]*\d)",
    re.IGNORECASE,
)
#: Bounds, and what each has, are no counts.
_NO_COUNT = re.compile(
    r"\b(?:setiap|tiap|masing-masing|per|paling (?:banyak|sedikit)|maksimal|minimal|(?:lebih|kurang) dari)\b",
    re.IGNORECASE,
)
#: What is counted after these is what one of many has.
_ONE_OF_MANY = re.compile(
    r"\b(?:[Pp]rogram|[Kk]egiatan|[Bb]idang|[Ss]eksi|UPTD?)\s+(?:ini|itu|tersebut|(?!Tahun|Kegiatan|Sub|Dinas)[A-Z]\w)"
)
#: What may follow a count of all programs; `4 kegiatan pameran` or `2 program prioritas` speak of others or of some.
_WHOLE = frozenset(
    """yang dan serta dengan untuk pada dalam dari tersebut ini itu seluruhnya dilaksanakan direncanakan tahun atau
    sebagaimana melalui sebagai berikut terdiri meliputi yaitu telah akan harus dapat""".split()  # noqa: SIM905
)
_COUNTS = {
    "program": ("program", "program_evaluasi"),
    "kegiatan": ("kegiatan", "kegiatan_evaluasi"),
    "sub kegiatan": ("sub_kegiatan",),
    "usulan": ("usulan",),
}


def _thing(written: str) -> str:
    """Which of `_COUNTS` a text names."""
    first = written.casefold().split()[0]
    return "sub kegiatan" if first.startswith("sub") else first


def _names_thing(sentence: str) -> bool:
    lowered = sentence.lower()
    return any(thing in lowered for thing in _THINGS)


def _is_of_some(match: re.Match[str]) -> bool:
    """Whether what follows a count narrows it: `4 kegiatan pameran`, `9 usulan yang masuk`."""
    word = (match["sifat"] or "").strip().casefold()
    return bool(word) and (word not in _WHOLE or (word == "yang" and _thing(match["benda"]) == "usulan"))


def data_counts(reading: Reading) -> Iterator[Finding]:
    """Banyaknya program, kegiatan, sub kegiatan, dan usulan dalam kalimat sama dengan banyaknya dalam tabel.

    Bilangan yang diikuti kata pembatas (4 kegiatan pameran, 2 program prioritas), batas (paling banyak 5 kegiatan),
    rincian sebuah program, dan kalimat yang menyebut tahun atau instansi lain tidak diperiksa.

    Mengapa: 23 sub kegiatan di satu bab dan 19 di bab lain adalah alasan pengembalian yang nyata.
    Sumber: daftar periksa Bappeda; naskah rujukan (“4 Program”, tabelnya memuat tiga).

    Gagal:
        bab-5.json /isi/0 = "Tahun ini dilaksanakan 4 Program yang telah direncanakan."
    Lolos:
        bab-5.json /isi/0 = "Tahun ini dilaksanakan dua program, di antaranya 3 program prioritas."
    """
    known, tahun = counts(reading.folder), reading.folder.tahun
    for passage in reading.passages.holding(_THINGS):
        if passage.kind in {"judul", "judul_tabel", "kutipan"}:
            continue
        for offset, sentence in sentences(passage.text):
            if not _names_thing(sentence) or not _years(sentence) <= {tahun, tahun - 1}:
                continue
            if _is_of_others(sentence, reading):
                continue
            for match in [*_COUNTED.finditer(sentence), *_COUNTED_BEFORE.finditer(sentence)]:
                counted = _COUNTS[_thing(match["benda"])]
                right = {known[key] for key in counted if known[key]}
                before = sentence[: match.start()]
                # “Satu program” is a way of speaking more often than a count.
                if not right or _is_of_some(match) or _count(match) in {1, *right}:
                    continue
                below = _thing(match["benda"]) in {"kegiatan", "sub kegiatan"}
                if _NO_COUNT.search(before) or (below and _ONE_OF_MANY.search(before)):
                    continue
                written = match["angka"] or match["huruf"]
                start = offset + match.start("angka" if match["angka"] else "huruf")
                if passage.is_typed(start, start + len(written)):
                    there = " atau ".join(str(number) for number in sorted(right))
                    message = f"“{written} {match['benda']}” tidak sama dengan banyaknya dalam tabel: {there}"
                    hint = f"Lebih aman tulis {{{{ jumlah.{counted[0]} | bilangan }}}}."
                    yield Finding(passage.source, passage.pointer, message, hint, written)


_LEADS = (
    "adalah", "yaitu", "yakni", "sebagai berikut", "berikut ini", "berikut", "meliputi", "terdiri atas", "terdiri dari",
)  # fmt: skip
_LEAD = rf"(?:{'|'.join(_LEADS)})"
#: A full stop announces a list only after a word that does.
_ANNOUNCED = re.compile(
    rf"{_COUNT}(?P<benda>\s+(?!persen|tahun|bulan|minggu|hari|jam|kali|orang|peserta|juta|ribu|miliar)"
    r"[^\W\d][\w*-]*(?:\s+(?!adalah|yaitu|yakni|sebagai|berikut|meliputi|antara)[\w*()-]+){0,8}?)?"
    rf",?\s*(?:(?:{_LEAD}\s*)+[:.]|:)$",
    re.IGNORECASE,
)
_COUNT_WITHIN = re.compile(_COUNT, re.IGNORECASE)
_NOT_ANNOUNCED = re.compile(r"(?:target|sasaran|nomor|\b(?:minimal|maksimal|paling \w+))\s*$", re.IGNORECASE)


def list_counts(reading: Reading) -> Iterator[Finding]:
    """Banyaknya yang disebut tepat sebelum sebuah daftar sama dengan banyaknya butir daftar itu.

    Mengapa: “7 tonggak, yaitu:” yang diikuti enam butir menimbulkan pertanyaan mana yang hilang.
    Sumber: naskah rujukan (“7 Key Development Milestones” memuat enam).

    Gagal:
        bab-5.json /isi = ["Arah kebijakan memuat 7 (tujuh) tonggak pembangunan, yaitu:",
        {"daftar": "1.", "butir": ["satu;", "dua; dan", "tiga."]}]
    Lolos:
        bab-5.json /isi = ["Arah kebijakan memuat tiga tonggak pembangunan, yaitu:",
        {"daftar": "1.", "butir": ["satu;", "dua; dan", "tiga."]}]
    """
    for section in reading.outline.sections:
        for pointer, text, items in _before_lists(list(section.blocks())):
            yield from _announced(reading, section, pointer, text, items)


def _before_lists(blocks: list[tuple[str, Any]]) -> Iterator[tuple[str, str, int]]:
    """Every text right before a list, nested ones too, with its pointer and the number of items."""
    for (pointer, block), (_, following) in pairwise([("", None), *blocks]):
        if not isinstance(following, dict) or "daftar" not in following:
            continue
        if isinstance(block, str):
            yield pointer, block, len(following["butir"])
    for pointer, block in blocks:
        if isinstance(block, dict) and "daftar" in block:
            for index, item in enumerate(block["butir"]):
                if isinstance(item, dict):
                    at = f"{pointer}/butir/{index}"
                    below = [(f"{at}/isi/{number}", inner) for number, inner in enumerate(item.get("isi", []))]
                    yield from _before_lists([(f"{at}/teks", item["teks"]), *below])


def _announced(reading: Reading, section: Section, pointer: str, text: str, items: int) -> Iterator[Finding]:
    printed = reading.printed(text).strip()
    if not printed.endswith(":") and not printed.rstrip(" .").casefold().endswith(_LEADS):
        return
    match = _ANNOUNCED.search(printed)
    if match is None or _NOT_ANNOUNCED.search(printed[: match.start()]):
        return
    thing = match["benda"] or ""
    # A bare figure may be the number of an article; `satu sekretariat dan dua bidang` are counted together.
    if (not thing and not (match["kata"] or match["huruf"])) or _COUNT_WITHIN.search(thing):
        return
    stated = _count(match)
    if stated != items:
        message = f"disebut {stated}{thing}, padahal daftar sesudahnya memuat {items} butir"
        hint = "Lengkapi daftarnya atau perbaiki bilangannya."
        yield Finding(section.source, pointer, message, hint, match["angka"] or match["huruf"])


_BOTH = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*)(?:,00|,-)?\s*\(\s*([a-z]+(?:\s+[a-z]+)*?)(?:\s+rupiah)?\s*\)", re.IGNORECASE
)
_NUMBER_WORD = re.compile(
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|belas|ratus|ribu)|puluh|belas|ratus|ribu|juta"
    r"|miliar|triliun)+"
)


def digits_and_words(reading: Reading) -> Iterator[Finding]:
    """Angka dan kata bilangan di belakangnya menyebut bilangan yang sama.

    Mengapa: bila “5 (enam)” tercetak, hukum tidak tahu mana yang berlaku.
    Sumber: tata naskah peraturan (UU 12/2011, Lampiran II).

    Gagal:
        bab-5.json /isi/0 = "Dinas mempunyai 5 (enam) bidang."
    Lolos:
        bab-5.json /isi/0 = "Dinas mempunyai 5 (lima) bidang dan 12 (dua belas) seksi."
    """
    for passage in reading.passages.holding(("(",)):
        for match in _BOTH.finditer(passage.text):
            words = match[2].casefold().split()
            if not all(_NUMBER_WORD.fullmatch(word) for word in words):
                continue
            number = int(match[1].replace(".", ""))
            if indonesian.terbilang(number) != " ".join(words):
                message = f"“{match[0]}”: angka dan kata tidak sama"
                hint = f"{match[1]} ditulis {indonesian.terbilang(number)}; atau pakai saringan | bilangan."
                yield Finding(passage.source, passage.pointer, message, hint, match[0])
