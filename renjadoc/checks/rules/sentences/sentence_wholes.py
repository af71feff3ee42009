"""Parts that are more than their whole: `45 dari 40 halte`, `120% kendaraan telah lulus uji`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from renjadoc.checks.figured import is_typed, list_statements
from renjadoc.checks.roles import PEOPLE
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.stated import Figure
from renjadoc.reading import Reading

#: Of a target, a plan or an earlier figure more may be reached than there is.
_MAY_EXCEED = re.compile(
    r"\b(?:target\w*|rencana\w*|direncanakan|ditargetkan|kuota|alokasi|pagu|realisasi\w*|capaian|naik"
    r"|turun|menjadi|meningkat"
    r"|menurun|bertambah|berkurang|berubah|tumbuh|pertumbuhan|semula|sebelumnya|kapasitas|daya tampung"
    r"|kebutuhan|standar"
    r"|batas|ideal|lebih|kurang|skala|nilai|skor|indeks|peringkat|rasio|usia|umur|suku bunga|inflasi|kelipatan)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:penduduk|warga|masyarakat|pegawai|ASN|siswa|peserta|balita|anak|ibu|keluarga|rumah tangga|rumah|desa|kelurahan"
    r"|kecamatan|kampung|gampong|nagari|distrik|sekolah|puskesmas|koperasi|kendaraan|jalan|jembatan|lahan"
    r"|responden|petani"
    r"|nelayan|pelaku|usaha|perangkat daerah|arsip|dokumen|aset|pasien|pengguna|pelanggan|perpustakaan|halte|kelompok)"
)
_SHARE = re.compile(rf"\s+(?:dari\s+(?:seluruh\s+|total\s+|jumlah\s+)?)?(?P<benda>{_PEOPLE})\b", re.IGNORECASE)


@rule("RJ133", "Bagian lebih banyak daripada seluruhnya")
def check_parts_of_wholes(reading: Reading) -> Iterator[Finding]:
    """Bagian dari sejumlah orang atau barang tidak lebih banyak daripada jumlah itu, dan tidak lebih dari 100%.

    Target, rencana, dan kapasitas boleh terlampaui, jadi kalimat tentang itu tidak diperiksa.

    Mengapa: “45 dari 40 desa” adalah angka yang tertukar atau salah ketik.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Sebanyak 45 dari 40 koperasi telah diperiksa."
    Gagal:
        bab-5.json /isi/0 = "Sebanyak 120% koperasi telah melapor."
    Gagal:
        bab-5.json /isi/0 = "Realisasi keuangan mencapai 102,5% dari pagu."
    Lolos:
        bab-5.json /isi/0 = "Sebanyak 45 dari target 40 koperasi telah diperiksa; 36 dari 40 koperasi telah melapor."
    """
    for passage, offset, sentence, figures, *_ in list_statements(reading):
        if passage.kind not in {"paragraf", "butir"}:
            continue
        too_many = [] if _MAY_EXCEED.search(sentence) else list(_find_too_many(sentence, figures))
        for wrong, message in (*too_many, *_find_overspent(sentence, figures)):
            if is_typed(passage, offset, wrong):
                yield Finding.of(passage, message, "Periksa kedua angkanya.", wrong.text)


_OF_BUDGET = re.compile(r"\s*(?:dari|terhadap)\s+(?:total\s+|seluruh\s+)?(?:pagu|anggaran|alokasi)(?:nya)?\b")
_SPENT = re.compile(r"\b(?:realisasi|penyerapan|serapan|terserap|terealisasi|keuangan|belanja)\w*", re.IGNORECASE)


def _find_overspent(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, str]]:
    """`keuangan 102,5% dari pagu`: what is spent is no more than what may be."""
    for one in figures:
        if one.unit == "%" and one.value > 100 and _OF_BUDGET.match(sentence, one.end) and _SPENT.search(sentence):
            yield one, f"belanja {one.text} lebih dari seluruh pagunya"


def _find_too_many(sentence: str, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, str]]:
    for one in figures:
        if one.unit == "%" and one.value > 100 and (match := _SHARE.match(sentence, one.end)):
            yield one, f"{one.text} {match['benda']} lebih dari seluruhnya"
    for one, other in pairwise(figures):
        between = sentence[one.end : other.start]
        if {one.unit, other.unit} & {"%", "‰", "Rp", "poin"}:
            continue
        is_some_of = re.fullmatch(r"\s*dari\s+(?:(?:total|seluruh|jumlah)\s+)?", between) and other.unit
        if is_some_of and _counts_another(sentence[: one.start], other):
            continue
        if is_some_of and one.unit in {"", other.unit} and one.value > other.value:
            yield one, f"{one.text} dari {other.text} lebih dari seluruhnya"
        is_of_first = re.search(r"\b[Dd]ari\s+(?:(?:total|seluruh|jumlah)\s+)?$", sentence[: one.start])
        is_next = re.fullmatch(r",?\s+(?:yang ada|terdapat|sebanyak|baru|telah|sudah)?\s*", between)
        if is_of_first and is_next and one.unit == other.unit and one.unit and other.value > one.value:
            yield other, f"{other.text} dari {one.text} lebih dari seluruhnya"


_SO_MANY = re.compile(r"\b[a-z]+ (?:sebanyak|sejumlah|sebesar) $")
#: What anything is counted by.
_ANY_KIND = PEOPLE | {"unit", "buah", "paket"}


def _counts_another(lead: str, other: Figure) -> bool:
    """Whether the words before a number say that it counts another thing: `rekomendasi sebanyak 90 dari 40 temuan`."""
    is_named = _SO_MANY.search(lead) is not None and other.unit not in _ANY_KIND
    return is_named and other.unit not in lead.casefold()
