"""Indicators of the plan: there, of their own, and something that can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.plan.completeness import is_nothing
from renjadoc.funds import list_names, list_shorts
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading
from renjadoc.tables.layout import Node


@rule("RJ214", "Program tanpa indikator")
def check_program_indicators(reading: Reading) -> Iterator[Finding]:
    """Setiap program dalam tabel rencana mempunyai indikator kinerja (hasil).

    Mengapa: indikator program menghubungkan pagu dengan Renstra; tanpanya hasil tidak dapat dinilai.
    Sumber: Permendagri 86/2017 (T-C.33).

    Gagal:
        tabel/rencana-program.json /program/1/indikator = null
    Lolos:
        tabel/rencana-program.json /program/1/indikator = "Persentase usaha mikro yang naik kelas"
    """
    for source, pointer, node in walk.programs(reading):
        below = [one.get("indikator") for one in node["kegiatan"]]
        if is_nothing(node.get("indikator")) and node["nama"][:1].isalnum() and not all(map(bool, below)):
            message = f"program “{shorten_text(reading.printed(node['nama']))}” belum mempunyai indikator"
            at = f"{pointer}/indikator" if "indikator" in node else pointer
            yield Finding(source, at, message, "Salin indikator program dari Renstra.")


#: How an indicator begins that says what is wanted instead of what is counted.
_WISH = re.compile(
    r"\s*(?:ter[a-z]{4,}nya|meningkatnya|terlaksananya|terwujudnya|tersedianya|terselenggaranya"
    r"|tercapainya|terpenuhinya|tersusunnya|terciptanya"
    r"|menurunnya|optimalnya|lancarnya|tertibnya|berjalannya|baiknya|terkelolanya|terfasilitasinya|terbinanya)\b",
    re.IGNORECASE,
)
#: What is done, where what comes of it should stand.
_ACTIVITY = re.compile(
    r"\s*(?:sosialisasi|pelatihan|pembinaan|pengadaan|penyusunan|pelaksanaan|penyelenggaraan|pendampingan|monitoring|rapat"
    r"|koordinasi|pemeliharaan|pembangunan|rehabilitasi|fasilitasi|bimbingan teknis|bimtek|penyediaan|pengelolaan)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:jumlah|banyaknya|persentase|prosentase|nilai|indeks|rasio|luas|panjang|kapasitas|angka|tingkat"
    r"|cakupan|skor|rata-rata"
    r"|volume|frekuensi|lama|waktu|besaran|proporsi)\b|%",
    re.IGNORECASE,
)


@rule("RJ215", "Indikator tidak dapat diukur")
def check_measurable(reading: Reading) -> Iterator[Finding]:
    """Indikator menyebut apa yang dihitung, dan bukan pengulangan nama kegiatannya.

    “Terlaksananya pembinaan koperasi” adalah harapan; yang diukur misalnya “Jumlah koperasi yang dibina”.

    Mengapa: indikator yang tidak dapat dihitung tidak dapat dievaluasi pada akhir tahun.
    Sumber: Permendagri 86/2017 (indikator kinerja terukur); PermenPANRB 88/2021 (kriteria SMART).

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Terlaksananya pelatihan dengan
        baik"
    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Pelatihan Usaha Mikro"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/indikator = "Meningkatnya jumlah peserta"
    """
    rows = walk.planned(reading)
    others_count = _mostly_counted([node.get("indikator") for *_, node in rows])
    for source, pointer, node in rows:
        stated = node.get("indikator")
        for line in stated if isinstance(stated, list) else [stated]:
            if (
                not isinstance(line, str)
                or (fault := _find_fault(line, node) or (_names_work(line) if others_count else None)) is None
            ):
                continue
            message = f"indikator “{shorten_text(reading.printed(line))}” {fault}"
            hint = "Tulis apa yang dihitung, misalnya Jumlah koperasi yang dibina."
            yield Finding(source, f"{pointer}/indikator", message, hint)
            break


#: Nouns of what is done, which nobody can count without saying what of it.
_WORK = re.compile(
    r"\s*(?:Sosialisasi|Pelatihan|Penyuluhan|Pembinaan|Penyusunan|Pengadaan|Pelaksanaan|Fasilitasi"
    r"|Monitoring|Koordinasi"
    r"|Rapat|Pembangunan|Pemeliharaan|Penyediaan|Pengembangan|Peningkatan|Penyelenggaraan|Pengelolaan|Bimbingan"
    r"|Rehabilitasi|Pengawasan|Pendataan|Pemberdayaan|Penataan|Kunjungan|Lomba|Festival|Pendampingan"
    r"|Penguatan|Evaluasi)\b"
)
#: Where less than this share of a plan's indicators begins with what is counted, the office writes outputs otherwise.
_MOST = 0.8


def _mostly_counted(stated: list[Any]) -> bool:
    lines = [line for line in stated if isinstance(line, str) and line.strip()]
    return bool(lines) and sum(_COUNTED.match(line.strip()) is not None for line in lines) >= _MOST * len(lines)


def _names_work(line: str) -> str | None:
    is_work = _WORK.match(line) and not _COUNTED.search(line)
    return "menyebut kegiatan, bukan apa yang diukur" if is_work else None


def _find_fault(line: str, node: Node) -> str | None:
    if _letters(line) == _letters(node["nama"]):
        return "hanya mengulang nama kegiatannya"
    if _ACTIVITY.match(line) and not _COUNTED.search(line):
        return "menyebut kegiatannya, bukan apa yang diukur"
    if _WISH.match(line) and not _COUNTED.search(line):
        return "tidak menyebut apa yang diukur"
    return None


def _letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", str(text)).casefold()


#: Further sources of funds that offices name; long names are known by their words.
_OTHER_FUNDS = ("dana", "insentif", "opsen", "swasta", "loan", "dak-fisik")


@cache
def _list_funds() -> list[str]:
    """The names of sources of funds that are one word, in small letters."""
    known = (name for short in list_shorts() for name in list_names(short))
    return [*(name for name in known if " " not in name), *_OTHER_FUNDS]


@rule("RJ216", "Sumber dana tidak dikenal")
def check_fund_names(reading: Reading) -> Iterator[Finding]:
    """Singkatan sumber dana adalah singkatan yang dikenal: APBD, PAD, DAU, DAK, DBH, DBHCHT, BLUD.

    Hanya yang mirip sekali dengan yang dikenal yang ditegur; begitu juga kata dalam nama lengkapnya (Dana Otus).

    Mengapa: APDB dan DUA tidak dapat dicocokkan dengan SIPD.
    Sumber: nama sumber dana dalam SIPD; Permendagri 90/2019.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/sumber_dana = "APDB"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/sumber_dana = "DBHCHT; PAD"
    """
    for source, pointer, node in walk.funded(reading):
        stated = node.get("sumber_dana")
        for written in re.findall(r"\b[A-Z]{3,7}\b|\b[A-Z]?[a-z]{3,}\b", stated) if isinstance(stated, str) else ():
            meant = _find_fund(written) if written.isupper() else _find_fund_word(written)
            if meant:
                message = f"sumber dana “{written}” tidak dikenal"
                yield Finding(source, f"{pointer}/sumber_dana", message, f"Mungkin maksudnya {meant}.", written)


#: Words of which names of funds are made.
_FUND_WORDS = frozenset(
    """dana alokasi umum khusus bagi hasil pajak rokok desa gampong kampung insentif fisik nonfisik pendapatan asli
    daerah otonomi otsus danais keistimewaan bantuan keuangan provinsi kabupaten kota hibah pusat cukai tembakau
    operasional kesehatan sekolah kapitasi pinjaman transfer kelurahan earmark reguler penugasan penerimaan tambahan
    infrastruktur swasta masyarakat retribusi pemerintah negara layanan badan sisa lebih perhitungan anggaran
    belanja""".split()  # noqa: SIM905
)


def _find_fund_word(written: str) -> str:
    """The word of a fund's name that is meant by one that is none, with one letter wrong; most words are others'."""
    from rapidfuzz.distance import OSA  # Late: few names need it.

    folded = written.casefold()
    if folded in _FUND_WORDS or len(folded) < 4:
        return ""
    near = [word for word in _FUND_WORDS if len(word) > 4 and OSA.distance(folded, word) == 1]
    return near[0].capitalize() if near else ""


def _find_fund(written: str) -> str:
    """The fund that is meant by a name that is none: with two letters in turn, or one letter wrong, more or less."""
    folded = written.casefold()
    funds = _list_funds()
    if folded in funds:
        return ""
    turned = [fund for fund in funds if sorted(fund) == sorted(folded)]
    if turned:
        return turned[0].upper()
    from rapidfuzz.distance import OSA  # Late: few names need it.

    near = [fund for fund in funds if len(fund) > 3 and OSA.distance(folded, fund) == 1]
    return near[0].upper() if near else ""


@rule("RJ217", "Bagian tanpa isi", needs=("bab",))
def check_empty_sections(reading: Reading) -> Iterator[Finding]:
    """Setiap bab dan bagian berisi paragraf, daftar, atau tabel.

    Mengapa: judul tanpa isi memperlihatkan bahwa bagian itu terlupa.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-3.json /bagian/0/isi = []
    Lolos:
        bab-3.json /bagian/0/isi = ["Kebijakan nasional mengutamakan koperasi."]
    """
    for section in reading.outline.sections:
        if not section.data.get("bagian") and not any(True for _ in section.blocks()):
            name = reading.printed(section.data["judul"])
            message = f"bagian {section.number} “{shorten_text(name)}” belum berisi apa-apa".replace("  ", " ")
            yield Finding(
                section.source, f"{section.pointer}/judul", message, "Isi bagiannya, atau tulis nihil dan alasannya."
            )
