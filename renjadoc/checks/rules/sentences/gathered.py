"""What is gathered from figures told before: sums over years and things, stocks, lists of numbers, parts of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from renjadoc.checks.figured import Mismatch, Statement
from renjadoc.checks.relations import tell_computed
from renjadoc.checks.roles import PEOPLE, SHARES, are_alike, read_told
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure, add_slack, add_values, lies_in, read_number, share, take_in_row
from renjadoc.reading import Reading


@rule("RJ157", "Angka yang dikumpulkan dari angka sebelumnya keliru", yields=True)
def check_gathered_figures(reading: Reading) -> Iterator[Finding]:
    """Jumlah beberapa tahun atau beberapa hal, stok akhir, dan rincian bilangan sama dengan angka yang menyusunnya.

    Diperiksa: “Ketiganya berjumlah …” dan “Selama tiga tahun terkumpul …” sesudah sebanyak itu angka, “67 desa dan
    kelurahan tersebut” sesudah “46 desa dan 21 kelurahan”, stok akhir dari
    stok awal, yang masuk, dan yang keluar, “terbagi dalam 3 regu: 8, 9, dan 7 orang”, “13 di antaranya … dan 11 …”
    atau “118 orang, termasuk 171 penyuluh” yang lebih dari seluruhnya, dan rasio jenis kelamin.

    Mengapa: satu angka diperbarui, dan jumlah yang berdiri di kalimat lain tertinggal.
    Sumber: kebiasaan verifikasi Bappeda dan reviu Inspektorat.

    Gagal:
        bab-5.json /isi/0 = "Pada tahun 2023, 2024, dan 2025 dilatih 120, 135, dan 150 orang. Selama tiga tahun
        terkumpul 415 orang."
    Gagal:
        bab-5.json /isi/0 = "Stok awal pupuk 340 ton, masuk 1.150 ton, dan keluar 1.275 ton sehingga stok akhir 225
        ton."
    Gagal:
        bab-5.json /isi/0 = "Relawan sebanyak 26 orang terbagi dalam 3 regu, yaitu 8, 9, dan 7 orang."
    Gagal:
        bab-5.json /isi/0 = "Tercatat 22 aduan, 13 di antaranya tentang layanan dan 11 tentang sarana."
    Gagal:
        bab-5.json /isi/0 = "Rasio jenis kelamin 98,4 dengan 25.410 laki-laki dan 24.120 perempuan."
    Gagal:
        bab-5.json /isi/0 = "Daerah ini terbagi atas 46 desa dan 22 kelurahan. Di 67 desa dan kelurahan tersebut
        terdapat 120 koperasi."
    Gagal:
        bab-5.json /isi/0 = "Kantor mempunyai 118 orang pegawai, termasuk 171 penyuluh pasar."
    Lolos:
        bab-5.json /isi/0 = "Pada tahun 2023, 2024, dan 2025 dilatih 120, 135, dan 150 orang. Selama tiga tahun
        terkumpul 405 orang. Daerah ini terbagi atas 46 desa dan 21 kelurahan. Di 67 desa dan kelurahan tersebut
        terdapat 120 koperasi; 12 desa dan kelurahan itu dekat. Stok awal pupuk 340 ton, masuk 1.150 ton, dan keluar
        1.275 ton sehingga stok akhir 215 ton. Relawan sebanyak 24 orang terbagi dalam 3 regu, yaitu 8, 9, dan 7
        orang. Tercatat 22 aduan, 13 di antaranya tentang layanan dan 9 tentang sarana. Rasio jenis kelamin 105,4
        dengan 25.410 laki-laki dan 24.120 perempuan. Kantor mempunyai 118 orang pegawai, termasuk 71 penyuluh pasar."
    """
    parts = (_find_listed, _find_some_of, _find_included, _find_sex_ratio)
    finders = (_find_sum_before, _find_both, _find_stock, *parts)
    return tell_computed(reading, finders, "Periksa angka-angka yang menyusunnya.")


_COUNTED = r"dua|tiga|empat|lima|enam"
_TOGETHER = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "keenamnya": 6}
#: How many figures before make up what follows: `Ketiganya berjumlah`, `Selama tiga tahun terkumpul`.
_GATHERS = re.compile(
    rf"(?:^|[;,]\s|\bjumlah\s)(?:(?P<semua>{'|'.join(_TOGETHER)})"
    rf"|(?:selama|dalam|untuk|kurun|total)\s+(?:kurun\s+|waktu\s+)*(?:ke)?(?P<banyak>{_COUNTED})"
    r"\s+(?:tahun|bulan|triwulan|semester|periode|wilayah|[a-z]+)(?:\s+(?:itu|tersebut|terakhir|ini))?)\b"
    r"[^\d;.]*?\b(?:berjumlah|jumlah|total\w*|seluruhnya|terkumpul|terhimpun|mencapai|sebanyak|sejumlah|tercatat"
    r"|terbangun|(?:di|ter)[a-z]{4,}|adalah)\b[^\d;.]*$",
    re.IGNORECASE,
)
_NO_SUM = re.compile(
    r"\b(?:rata-rata|per|setiap|tiap|sekitar|kira-kira|hampir|lebih|kurang|naik|turun|meningkat|menurun|bertambah"
    r"|berkurang|selisih\w*|sisa\w*|masing-masing|di antaranya|antara lain|terutama|termasuk|target\w*|maksimal|minimal"
    r"|paling|perubahan|tumbuh|pertumbuhan|dari)\b",
    re.IGNORECASE,
)
#: How long something took is no part of what it came to.
_TIMES = frozenset({"tahun", "bulan", "hari", "minggu", "triwulan", "semester", "kali", "jam", "periode"})
_JOINS = re.compile(r"[^;.]*\b(?:dan|serta)\b[^;.]*")


def _find_sum_before(said: Statement) -> Mismatch | None:
    """`… 120, 135, dan 150 orang. Selama tiga tahun terkumpul 415 orang`: the sum of so many figures before."""
    for index, stated in enumerate(said.figures):
        match = _GATHERS.search(said.text[: stated.start])
        if match is None or stated.unit in SHARES | _TIMES or _NO_SUM.search(match[0]):
            continue
        count = _TOGETHER.get((match["semua"] or "").casefold()) or int(read_number(match["banyak"] or "nol"))
        here = [one for one in said.figures[:index] if one.end <= match.start() + 1]
        text, near = (said.text, here) if here else (said.before, list(said.earlier))
        parts = [one for one in near if one.unit not in _TIMES]
        if len(parts) != count or not _are_parts(text, parts, stated):
            continue
        summed = add_values(parts)
        slack = add_slack(parts)
        if not lies_in(stated, summed - slack, summed + slack):
            return Mismatch(stated, f"tertulis {stated.text}, angka-angka sebelumnya berjumlah {stated.show(summed)}")
    return None


def _are_parts(text: str, parts: list[Figure], stated: Figure) -> bool:
    """Whether figures are told one after another and count what their sum does."""
    is_joined = bool(_JOINS.fullmatch(text[parts[-2].end : parts[-1].start]))
    units = {one.unit for one in parts} - {""}
    is_alike = are_alike(*parts, stated) or not units
    if "Rp" in units | {stated.unit} and {one.unit for one in (*parts, stated)} != {"Rp"}:
        return False
    return (
        is_joined and is_alike and not units & SHARES and not _NO_SUM.search(text) and stated.value >= parts[-1].value
    )


#: Two kinds that were told each by its own: `67 desa dan kelurahan tersebut`.
_BOTH = re.compile(r"(?:\s*/\s*|\s+(?:dan|serta|maupun)\s+)(?P<lain>[a-z]+)\s+(?:tersebut|itu)\b")


def _find_both(said: Statement) -> Mismatch | None:
    """`46 desa dan 22 kelurahan. Di 67 desa dan kelurahan tersebut …`: as many as both were told to be."""
    for index, stated in enumerate(said.figures):
        match = _BOTH.match(said.text, stated.end)
        told = (*said.earlier, *said.figures[:index]) if match else ()
        parts = [[one for one in told if one.unit == unit] for unit in (stated.unit, match["lain"] if match else "")]
        if [len(ones) for ones in parts] != [1, 1]:
            continue
        (one,), (other,) = parts
        summed = one.value + other.value
        if max(one.value, other.value) < stated.value != summed:
            said_of_both = f"{stated.text}{match[0] if match else ''}"
            return Mismatch(stated, f"{one.text} dan {other.text} berjumlah {one.show(summed)}, bukan {said_of_both}")
    return None


_STOCKS = {
    "awal": re.compile(r"\b(?:stok|persediaan|saldo|sisa)\s+(?:[a-z]+\s+)?awal\b[^\d;.]*$", re.IGNORECASE),
    "akhir": re.compile(r"\b(?:stok|persediaan|saldo)\s+(?:[a-z]+\s+)?akhir(?:nya)?\b[^\d;.]*$", re.IGNORECASE),
    "masuk": re.compile(
        r"\b(?:masuk|pemasukan|penerimaan|diterima|pengadaan|pembelian|datang|penambahan|bertambah)\b[^\d;.]*$",
        re.IGNORECASE,
    ),
    "keluar": re.compile(
        r"\b(?:keluar|pengeluaran|penyaluran|disalurkan|tersalur|penggunaan|dipakai|digunakan|berkurang|susut"
        r"|penyusutan|rusak)\b[^\d;.]*$",
        re.IGNORECASE,
    ),
}
_STOCK = re.compile(r"\b(?:stok|persediaan|saldo)\b", re.IGNORECASE)


def _find_stock(said: Statement) -> Mismatch | None:
    """`Stok awal 340 ton, masuk 1.150 ton, dan keluar 1.275 ton sehingga stok akhir 225 ton`."""
    if len(said.figures) < 3 or not _STOCK.search(said.text) or not are_alike(*said.figures):
        return None
    found: dict[str, list[Figure]] = {name: [] for name in _STOCKS}
    for told in read_told(said):
        names = [name for name, pattern in _STOCKS.items() if pattern.search(told.lead)]
        if len(names) != 1 or told.unit in SHARES:
            return None
        found[names[0]].append(told.figure)
    if len(found["awal"]) != 1 or len(found["akhir"]) != 1 or not (found["masuk"] and found["keluar"]):
        return None
    come, gone = (add_values(found[name]) for name in ("masuk", "keluar"))
    right = found["awal"][0].value + come - gone
    slack = add_slack(said.figures)
    last = found["akhir"][0]
    if lies_in(last, right - slack, right + slack):
        return None
    return Mismatch(last, f"tertulis {last.text}, dari yang awal, masuk, dan keluar hasilnya {last.show(right)}")


_ENUMERATES = re.compile(
    r"\b(?:terbagi|terdiri|dibagi|tersebar|masing-masing|berturut-turut|dengan rincian|dirinci)\b[^\d;.]*$|^\s*[:(]\s*$"
)
_BETWEEN_NUMBERS = re.compile(r",?\s*(?:(?:dan|serta)\s+)?")


def _find_listed(said: Statement) -> Mismatch | None:
    """`40 orang terbagi dalam 6 fraksi: 9, 8, 7, 6, 5, dan 4 orang`: a list of bare numbers and what they make up."""
    figures = said.figures
    first = next(
        (at for at in range(1, len(figures) - 2) if _runs_to_end(said, at) and len(figures) - at > 2),
        None,
    )
    if first is None or first > 2 or _NO_LIST.search(said.text):
        return None
    listed, before = figures[first:], figures[:first]
    if any(one.unit for one in listed[:-1]) or listed[-1].unit in SHARES | {"Rp"} | _TIMES:
        return None
    if not any(_ENUMERATES.search(said.between(before[0], one)) for one in (*before[1:], listed[0])):
        return None
    summed = add_values(listed)
    is_counted = first == 2 and before[1].value == len(listed)
    whole = before[0]
    is_alike = (
        whole.unit in {listed[-1].unit, ""}
        and whole.unit not in SHARES
        and whole.value > max(one.value for one in listed)
    )
    if not is_alike or whole.value == summed or not (is_counted or first == 1):
        return None
    return Mismatch(whole, f"tertulis {whole.text}, rinciannya berjumlah {whole.show(summed)}")


_NO_LIST = re.compile(
    r"\b(?:rata-rata|target\w*|naik|turun|menjadi|di antaranya|antara lain|terutama)\b", re.IGNORECASE
)


def _runs_to_end(said: Statement, first: int) -> bool:
    """Whether from a figure on nothing but numbers follows, one after another."""
    return all(_BETWEEN_NUMBERS.fullmatch(said.between(one, other)) for one, other in pairwise(said.figures[first:]))


_OF_THEM = re.compile(r"(?:\s+[a-z]+)?\s+di antaranya\b")
_AND = re.compile(r"[^\d;.]*\b(?:dan|sedangkan|sementara|serta)\s+(?:sebanyak\s+)?")
_OVERLAPS = re.compile(r"\b(?:juga|sekaligus|pula|sebagian|rangkap|keduanya)\b", re.IGNORECASE)


def _find_some_of(said: Statement) -> Mismatch | None:
    """`22 kejadian, 13 di antaranya di permukiman dan 11 di lahan kosong`: more than there are."""
    for whole, one, other in take_in_row(said.figures, 3):
        if not _OF_THEM.match(said.text, one.end) or _OVERLAPS.search(said.text):
            continue
        if not _AND.fullmatch(said.between(one, other)) or whole.unit in SHARES | {""}:
            continue
        if {one.unit, other.unit} & (SHARES | {"Rp"} | _TIMES):
            continue
        summed = one.value + other.value
        if max(one.value, other.value) <= whole.value < summed:
            return Mismatch(
                other, f"{_bare(one)} dan {_bare(other)} berjumlah {other.show(summed)}, lebih dari {whole.text}"
            )
    return None


_INCLUDES = re.compile(r"(?:\s+[a-z]+){0,3},?\s+(?:termasuk|di antaranya)\s+(?:terdapat\s+|sebanyak\s+)*")
#: People by what they do, who are some of any number of people.
_STAFF = PEOPLE | {"penyuluh", "guru", "dokter", "bidan", "perawat", "petugas", "pejabat", "staf", "auditor", "pns"}
_STAFF |= {"pppk", "honorer", "arsiparis", "pustakawan", "analis", "pengawas", "teknisi", "pelaksana", "lansia"}


def _find_included(said: Statement) -> Mismatch | None:
    """`118 orang pegawai, termasuk 171 penyuluh`: more than there are."""
    for whole, some in pairwise(said.figures):
        if whole.unit not in PEOPLE or some.unit not in _STAFF or some.value <= whole.value:
            continue
        if _INCLUDES.fullmatch(said.between(whole, some)):
            return Mismatch(some, f"{some.text} lebih banyak daripada {whole.text}")
    return None


def _bare(one: Figure) -> str:
    """A count without what happens to stand behind it."""
    return one.show(one.value)


_MEN_FIRST = re.compile(r"\b(?:[Rr]asio jenis kelamin|[Ss]ex ratio|[Ss]eks rasio)\b")
_MEN, _WOMEN = frozenset({"laki", "pria"}), frozenset({"perempuan", "wanita"})


def _find_sex_ratio(said: Statement) -> Mismatch | None:
    """`Rasio jenis kelamin 98,4 dengan 25.410 laki-laki dan 24.120 perempuan`: so many men for a hundred women."""
    match = _MEN_FIRST.search(said.text)
    if match is None:
        return None
    told = read_told(said)
    men = [one for one in told if one.unit in _MEN or re.search(r"\b(?:laki-laki|pria)\s+(?:\w+\s+)?$", one.lead)]
    women = [one for one in told if one.unit in _WOMEN or re.search(r"\b(?:perempuan|wanita)\s+(?:\w+\s+)?$", one.lead)]
    rates = [one for one in told if 50 < one.figure.value < 200 and one.unit in {"", "%"}]
    if len(men) != 1 or len(women) != 1 or len(rates) != 1 or not women[0].figure.value:
        return None
    if women[0].figure.value == 100 or men[0] in women or rates[0] in (*men, *women):
        return None
    least, most = share(men[0].figure, women[0].figure)
    if lies_in(rates[0].figure, least, most):
        return None
    right = rates[0].figure.show(round((least + most) / 2, 2))
    return Mismatch(rates[0].figure, f"tertulis {rates[0].figure.text}, hasil hitungannya {right}")
