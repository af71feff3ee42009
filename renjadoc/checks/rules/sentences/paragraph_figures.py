"""Figures that follow from those of several sentences before: totals, stocks, changes, what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.figured import Mismatch, Statement, list_statements, tell_first
from renjadoc.checks.mistyped import is_mistyped
from renjadoc.checks.relations import is_explained, measure_growth
from renjadoc.checks.roles import BESIDE, BY, DOWN, RANKED, SHARES, UP, are_alike
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, add_values, lies_in, read_number, take_in_row
from renjadoc.reading import Reading

#: So many sentences before may hold what a figure follows from.
_SENTENCES = 4
#: More figures of one kind make up any sum by chance.
_MOST_PARTS = 10


@rule("RJ159", "Angka tidak cocok dengan beberapa kalimat sebelumnya", yields=True)
def check_paragraph_figures(reading: Reading) -> Iterator[Finding]:
    """Jumlah, stok akhir, kenaikan, dan sisa cocok dengan angka dalam kalimat-kalimat sebelumnya di paragraf itu.

    Diperiksa: “Jumlah seluruhnya …” dan “Selama tiga tahun …” sesudah angka yang dijumlahkan, stok akhir yang
    pengeluarannya disebut lebih dulu, “Tahun ini 75 unit, bertambah …” sesudah angka tahun lalu, dan “… keluarga harus
    ditangani tahun berikutnya” sesudah target dan realisasinya.

    Mengapa: angka yang diubah dalam satu kalimat sering tertinggal beberapa kalimat sesudahnya.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Pelatih PNS sebanyak 12 orang, pelatih kontrak 8 orang, dan pelatih lepas 5 orang. Jumlah
        seluruhnya 26 orang."
    Gagal:
        bab-5.json /isi/0 = "Tahun lalu diusulkan 60 kios. Tahun ini diusulkan 75 kios, bertambah 25 kios."
    Gagal:
        bab-5.json /isi/0 = "Sepanjang tahun disalurkan 180 ton beras. Dengan stok awal 210 ton dan pengadaan 252 ton,
        stok akhir menjadi 292 ton."
    Gagal:
        bab-5.json /isi/0 = "Target pembinaan 800 pedagang. Yang dibina baru 736 pedagang. Karena itu, 74 pedagang harus
        dibina pada tahun berikutnya."
    Lolos:
        bab-5.json /isi/0 = "Pelatih PNS sebanyak 12 orang, pelatih kontrak 8 orang, dan pelatih lepas 5 orang. Jumlah
        seluruhnya 25 orang. Tahun lalu diusulkan 60 kios. Tahun ini diusulkan 75 kios, bertambah 15 kios. Sepanjang
        tahun disalurkan 180 ton beras. Dengan stok awal 210 ton dan pengadaan 252 ton, stok akhir menjadi 282 ton."
    Lolos:
        bab-5.json /isi/0 = "Target pembinaan 800 pedagang. Yang dibina baru 736 pedagang. Karena itu, 64 pedagang harus
        dibina pada tahun berikutnya."
    """
    before: list[Statement] = []
    for said in list_statements(reading):
        before = [one for one in before[-_SENTENCES:] if one.passage is said.passage]
        finders = (_find_total, _find_stock, _find_change, _find_growth, _find_left) if before else ()
        hint = "Periksa angka ini dan angka dalam kalimat-kalimat sebelumnya."
        if found := tell_first(said, (find(said, before) for find in finders), hint):
            yield found
        before.append(said)


_TIMES = frozenset({"tahun", "bulan", "hari", "minggu", "pekan", "triwulan", "semester", "kali", "jam", "periode"})
_COUNTED = r"dua|tiga|empat|lima|enam"
_TOTAL = re.compile(
    r"(?:^|[;,]\s+)(?:(?:Dengan demikian|Jadi|Secara keseluruhan|Secara total),?\s+)?"
    r"(?:(?:[Jj]umlah|[Tt]otal)(?:nya)?\s+(?:\w+\s+)?(?:seluruhnya|keseluruhan(?:nya)?|semuanya)|[Jj]umlahnya|[Tt]otalnya"
    rf"|[Ss]eluruhnya|[Ss]ecara (?:keseluruhan|total)|[Kk]eseluruhannya"
    rf"|(?:[Ss]elama|[Dd]alam|[Ss]epanjang)\s+(?:kurun\s+|waktu\s+)*(?P<banyak>{_COUNTED})\s+(?:tahun|bulan|triwulan"
    r"|periode)(?:\s+(?:itu|tersebut|terakhir|ini))?)\b(?P<antara>[^\d;.]*)$"
)
_LOOSE = re.compile(
    r"\b(?:rata-rata|per|setiap|tiap|sekitar|kira-kira|hampir|lebih|kurang|minimal|maksimal|paling|target\w*"
    r"|di antaranya|antara lain|termasuk|naik|turun|meningkat|menurun|bertambah|berkurang|selisih\w*|sisa\w*|belum"
    r"|tidak|menjadi|kebutuhan\w*|dibutuhkan|ideal)\b",
    re.IGNORECASE,
)


def _find_total(said: Statement, before: list[Statement]) -> Mismatch | None:
    """`… 12 orang, … 8 orang, dan … 5 orang. Jumlah seluruhnya 26 orang`: no run of figures before adds up to it."""
    stated = said.figures[0] if said.figures else None
    if stated is not None and stated.unit == "tahun" and len(said.figures) > 1:
        stated = said.figures[1]  # `Selama tiga tahun terkumpul 307 keping`.
    match = _TOTAL.search(said.text[: stated.start]) if stated else None
    match = match or (_TOTAL_WITH_TIME.search(said.text[: stated.start]) if stated else None)
    if stated is None or match is None or stated.unit in SHARES | _TIMES | {""} or _LOOSE.search(match["antara"]):
        return None
    runs = [run for run in _list_runs(before, stated) if not (match["banyak"] and len(run) != _read(match["banyak"]))]
    sums = [add_values(run) for run in runs]
    slack = sum((one.step / 2 for run in runs for one in run if one.is_rounded), Decimal(0))
    if not runs or any(lies_in(stated, one - slack, one + slack) for one in sums):
        return None
    near = [one for one, run in zip(sums, runs, strict=True) if _is_near(stated, one, run)]
    earlier = [figure for one in before for figure in one.figures]
    if not near or is_explained(stated, earlier):
        return None
    return Mismatch(stated, f"tertulis {stated.text}, angka-angka sebelumnya berjumlah {stated.show(near[-1])}")


#: The same with how long it took told as a figure of its own.
_TOTAL_WITH_TIME = re.compile(
    rf"(?:^|[;,]\s+)(?:[Ss]elama|[Dd]alam|[Ss]epanjang)\s+(?:kurun\s+|waktu\s+)*(?P<banyak>{_COUNTED}|\d)\s+"
    r"(?:tahun|bulan|triwulan|periode)\b(?P<antara>[^\d;.]*)$"
)


def _read(word: str) -> int:
    return int(read_number(word))


def _is_near(stated: Figure, summed: Decimal, run: list[Figure]) -> bool:
    """Whether a total may be meant to be this sum: no less than a part, about as much or a slip of the fingers."""
    is_about = abs(stated.value - summed) <= summed / 4 or is_mistyped(stated.value, summed)
    return is_about and stated.value > max(one.value for one in run)


def _list_runs(before: list[Statement], stated: Figure) -> list[list[Figure]]:
    """The figures of one sentence, and those of all sentences one after another, that may make up a total."""
    parts = [[one for one in sentence.figures if _may_be_part(one, stated)] for sentence in before]
    plain = [
        run if not _LOOSE.search(sentence.text) or len(run) > 2 else []
        for run, sentence in zip(parts, before, strict=True)
    ]
    runs = [run for run in plain if len(run) > 1]
    single = [run[0] for run in plain[_count_others(plain) :] if len(run) == 1]
    runs += [single] if len(single) > 1 else []
    joined = [one for run in plain for one in run]
    return runs if len(joined) <= _MOST_PARTS else []


def _count_others(runs: list[list[Figure]]) -> int:
    """How many sentences stand before the last ones that tell one figure each."""
    count = len(runs)
    while count and len(runs[count - 1]) == 1:
        count -= 1
    return count


def _may_be_part(one: Figure, stated: Figure) -> bool:
    if one.unit in SHARES | _TIMES or (one.unit == "Rp") != (stated.unit == "Rp"):
        return False
    return bool(one.unit) and are_alike(one, stated)


_STOCK_END = re.compile(r"\b(?:stok|persediaan|saldo)\s+(?:[a-z]+\s+)?akhir(?:nya)?\b[^\d;.]*$", re.IGNORECASE)
_STOCK_START = re.compile(r"\b(?:stok|persediaan|saldo|sisa)\s+(?:[a-z]+\s+)?awal\b[^\d;.]*$", re.IGNORECASE)
_IN = re.compile(r"\b(?:masuk|pemasukan|penerimaan|diterima|pengadaan|pembelian|diadakan|dibeli)\b[^\d;.]*$", re.I)
_OUT = re.compile(
    r"\b(?:keluar|pengeluaran|penyaluran|disalurkan|tersalur|penggunaan|dipakai|digunakan|didistribusikan)\b[^\d;.]*$",
    re.IGNORECASE,
)


def _find_stock(said: Statement, before: list[Statement]) -> Mismatch | None:
    """`Disalurkan 180 ton. … Dengan stok awal 210 ton dan pengadaan 252 ton, stok akhir menjadi 292 ton`."""
    last = next((one for one in said.figures if _STOCK_END.search(said.text[: one.start])), None)
    if last is None or last.unit in SHARES:
        return None
    found: dict[str, list[Figure]] = {"awal": [], "masuk": [], "keluar": []}
    for sentence in (*before, said):
        for index, one in enumerate(sentence.figures):
            lead = sentence.text[sentence.figures[index - 1].end if index else 0 : one.start]
            for name, pattern in (("awal", _STOCK_START), ("masuk", _IN), ("keluar", _OUT)):
                if one is not last and one.unit == last.unit and pattern.search(lead):
                    found[name].append(one)
                    break
    if len(found["awal"]) != 1 or len(found["keluar"]) != 1 or len(found["masuk"]) > 1:
        return None
    right = found["awal"][0].value + sum(one.value for one in found["masuk"]) - found["keluar"][0].value
    if lies_in(last, right, right) or right < 0:
        return None
    return Mismatch(last, f"tertulis {last.text}, dari yang awal, masuk, dan keluar hasilnya {last.show(right)}")


_CHANGED = re.compile(
    rf"(?:\b(?:atau|yaitu|yakni|sehingga|berarti)\s+|[,(]\s*)(?:(?P<naik>{UP})|(?P<turun>{DOWN})){BY}$"
)
_EARLIER = re.compile(r"\b(?:[Tt]ahun (?:lalu|sebelumnya)|[Ss]ebelumnya|[Ss]emula|(?:19|20)\d\d)\b")
_LATER = re.compile(r"\b(?:[Tt]ahun (?:ini|berikutnya)|[Ss]etahun kemudian|[Kk]ini|[Ss]ekarang|(?:19|20)\d\d)\b")
_OF_OTHER = re.compile(r"\s*(?:\)\s*)?(?:dari|daripada|dibanding\w*|terhadap)\b")


def _find_change(said: Statement, before: list[Statement]) -> Mismatch | None:
    """`Tahun lalu 60 unit. Tahun ini 75 unit, bertambah 25 unit`: not by how much it changed, or the other way."""
    if len(said.figures) == 2 and (found := _find_became(said)):
        return found
    if len(said.figures) != 2 or not _LATER.search(said.text) or not _EARLIER.search(said.before):
        return None
    now, by = said.figures
    word = _CHANGED.search(said.between(now, by))
    bases = [one for one in said.earlier if one.unit == now.unit]
    is_plain = word and len(bases) == 1 and len(said.earlier) == 1 and now.unit not in SHARES | {""} | _TIMES
    if word is None or not is_plain or by.unit not in {now.unit, "%"} or _OF_OTHER.match(said.text, by.end):
        return None
    base = bases[0]
    if not base.value or RANKED.search(said.text) or now.value == base.value:
        return None
    if (now.value > base.value) != bool(word["naik"]):
        went = "naik" if now.value > base.value else "turun"
        return Mismatch(by, f"“{word[0].strip(' ,(')} {by.text}”: dari {base.text} ke {now.text} angkanya {went}")
    slack = sum((one.step / 2 for one in (base, now) if one.is_rounded), Decimal(0))
    gap = abs(now.value - base.value)
    limits = measure_growth(base, now) if by.unit == "%" else (gap - slack, gap + slack)
    if lies_in(by, *limits):
        return None
    return Mismatch(
        by, f"tertulis {by.text}, dari {base.text} ke {now.text} hasilnya {by.show(sum(limits, Decimal(0)) / 2)}"
    )


_BECAME = re.compile(r"[^\d;.]{0,30}\b(?:menjadi|sehingga (?:menjadi|seluruhnya))\s+(?:[a-z]+\s+)?")


def _find_became(said: Statement) -> Mismatch | None:
    """`Tahun 2024 ada 1.250 orang. Setahun kemudian jumlahnya bertambah 250 orang menjadi 1.600 orang`."""
    by, now = said.figures
    word = _GREW.search(said.text[: by.start])
    bases = [one for one in said.earlier if one.unit == now.unit]
    if word is None or len(said.earlier) != 1 or len(bases) != 1 or by.unit != now.unit or now.unit in SHARES | {""}:
        return None
    if not _BECAME.fullmatch(said.between(by, now)) or not (_LATER.search(said.text) or "itu" in said.text):
        return None
    right = bases[0].value + (by.value if word["naik"] else -by.value)
    if lies_in(now, right, right) or right <= 0 or any(one.is_rounded for one in (bases[0], by)):
        return None
    return Mismatch(now, f"tertulis {now.text}, dari {bases[0].text} hasilnya {now.show(right)}")


_GREW = re.compile(
    rf"\b(?:(?P<naik>{UP}|lebih (?:besar|banyak|tinggi))|(?P<turun>{DOWN}|lebih (?:kecil|sedikit|rendah))){BY}$"
)


def _find_growth(said: Statement, before: list[Statement]) -> Mismatch | None:
    """`… Rp14,4 miliar. … diperlukan Rp14,887 miliar, bertambah Rp487 juta (3,27%)`: of the amount before."""
    for now, by, stated in take_in_row(said.figures, 3):
        word = _GREW.search(said.between(now, by))
        if word is None or stated.unit != "%" or now.unit != by.unit or by.unit in SHARES | {""}:
            continue
        base = now.value - by.value if word["naik"] else now.value + by.value
        known = any(one.value == base and one.unit == now.unit for sentence in before for one in sentence.figures)
        if not known or not base or not BESIDE.fullmatch(said.between(by, stated)):
            continue
        limits = measure_growth(now._replace(value=base), now)
        if not lies_in(stated, *limits):
            right = stated.show(round(sum(limits, Decimal(0)) / 2, 2))
            return Mismatch(stated, f"{by.text} disebut {stated.text}, hasil hitungannya dari {now.show(base)} {right}")
    return None


_LEFT = re.compile(
    r"\b(?:implikasi\w*|akibatnya|karena itu|oleh sebab itu|dengan demikian|artinya|berarti|sehingga)\b"
    r"[^\d;.]*$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:harus|masih|belum|akan|perlu|tertunda|dilanjutkan|ditangani)\b")
_WANTED = re.compile(
    r"\b(?:target\w*|ditargetkan|dari|rencana\w*|direncanakan|sasaran\w*|kebutuhan\w*)\b", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:baru|hanya|realisasi\w*|terealisasi|tercapai|mencapai|menjangkau|telah|dibina|terlayani)\b", re.I
)


def _find_left(said: Statement, before: list[Statement]) -> Mismatch | None:
    """`Target 800 keluarga. Dibina baru 736 keluarga. Karena itu 74 keluarga …`: a slip for the difference of both."""
    for stated in said.figures:
        behind = said.text[stated.end : stated.end + 60]
        if stated.unit in SHARES | _TIMES | {""} or not (
            _LEFT.search(said.text[: stated.start]) and _NEXT.search(behind)
        ):
            continue
        near = [one for sentence in before for one in sentence.figures if one.unit == stated.unit]
        texts = " ".join(sentence.text for sentence in before)
        if len(near) != 2 or not (_WANTED.search(texts) and _DONE.search(texts)):
            continue
        gap = abs(near[0].value - near[1].value)
        alike = str(gap), str(stated.value)
        is_slip = len(alike[0]) == len(alike[1]) and sum(a != b for a, b in zip(*alike, strict=True)) <= 2
        if gap and stated.value != gap and is_slip and stated.value not in {one.value for one in near}:
            return Mismatch(
                stated, f"tertulis {stated.text}, selisih {near[0].text} dan {near[1].text} {stated.show(gap)}"
            )
    return None
