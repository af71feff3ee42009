"""Indicators of the plan: there, of their own, and something that can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.completeness import is_nothing
from renjadoc.reading import Reading


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
            message = f"program “{walk.short(reading.printed(node['nama']))}” belum mempunyai indikator"
            at = f"{pointer}/indikator" if "indikator" in node else pointer
            yield Finding(source, at, message, "Salin indikator program dari Renstra.")


#: How an indicator begins that says what is wanted instead of what is counted.
_WISH = re.compile(
    r"\s*(?:ter[a-z]{4,}nya|meningkatnya|terlaksananya|terwujudnya|tersedianya|terselenggaranya|tercapainya|terpenuhinya|tersusunnya|terciptanya"
    r"|menurunnya|optimalnya|lancarnya|tertibnya|berjalannya|baiknya|terkelolanya|terfasilitasinya|terbinanya)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:jumlah|banyaknya|persentase|prosentase|nilai|indeks|rasio|luas|panjang|kapasitas|angka|tingkat|cakupan|skor|rata-rata"
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
    for source, pointer, node in [*walk.programs(reading), *walk.kegiatan(reading), *walk.sub_kegiatan(reading)]:
        stated = node.get("indikator")
        for line in stated if isinstance(stated, list) else [stated]:
            if not isinstance(line, str) or (fault := _find_fault(line, node)) is None:
                continue
            message = f"indikator “{walk.short(reading.printed(line))}” {fault}"
            hint = "Tulis apa yang dihitung, misalnya Jumlah koperasi yang dibina."
            yield Finding(source, f"{pointer}/indikator", message, hint)
            break


def _find_fault(line: str, node: walk.Node) -> str | None:
    if _letters(line) == _letters(node["nama"]):
        return "hanya mengulang nama kegiatannya"
    if _WISH.match(line) and not _COUNTED.search(line):
        return "tidak menyebut apa yang diukur"
    return None


def _letters(text: Any) -> str:
    return re.sub(r"[\W_]+", "", str(text)).casefold()


#: Sources of funds as offices name them; short names, because long ones are known by their words.
_FUNDS = [
    "apbd",
    "apbn",
    "pad",
    "dau",
    "dak",
    "dbh",
    "did",
    "dbhcht",
    "dbhdr",
    "blud",
    "bok",
    "bos",
    "bosp",
    "otsus",
    "danais",
    "hibah",
    "silpa",
    "bankeu",
    "pinjaman",
    "dana",
    "dtu",
    "dtk",
    "dif",
    "insentif",
    "pkb",
    "bbnkb",
    "opsen",
    "csr",
    "swasta",
    "apbdes",
    "pnbp",
    "blu",
    "phln",
    "loan",
    "sbsn",
    "dekon",
    "tp",
    "dd",
    "add",
    "bkk",
    "bku",
    "dak-fisik",
]


@rule("RJ216", "Sumber dana tidak dikenal")
def check_fund_names(reading: Reading) -> Iterator[Finding]:
    """Singkatan sumber dana adalah singkatan yang dikenal: APBD, PAD, DAU, DAK, DBH, DBHCHT, BLUD.

    Hanya yang mirip sekali dengan singkatan yang dikenal yang ditegur.

    Mengapa: APDB dan DUA tidak dapat dicocokkan dengan SIPD.
    Sumber: nama sumber dana dalam SIPD; Permendagri 90/2019.

    Gagal:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/sumber_dana = "APDB"
    Lolos:
        tabel/rencana-program.json /program/1/kegiatan/0/sub_kegiatan/0/sumber_dana = "DBHCHT; PAD"
    """
    for source, pointer, node in walk.funded(reading):
        stated = node.get("sumber_dana")
        for written in re.findall(r"\b[A-Z]{3,7}\b", stated) if isinstance(stated, str) else ():
            meant = _find_fund(written)
            if meant:
                message = f"sumber dana “{written}” tidak dikenal"
                yield Finding(source, f"{pointer}/sumber_dana", message, f"Mungkin maksudnya {meant}.", written)


def _find_fund(written: str) -> str:
    """The fund that is meant by a name that is none: with two letters in turn, or one letter wrong, more or less."""
    folded = written.casefold()
    if folded in _FUNDS:
        return ""
    turned = [fund for fund in _FUNDS if sorted(fund) == sorted(folded)]
    if turned:
        return turned[0].upper()
    from rapidfuzz.distance import OSA  # Late: few names need it.

    near = [fund for fund in _FUNDS if len(fund) > 3 and OSA.distance(folded, fund) == 1]
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
            message = f"bagian {section.number} “{walk.short(name)}” belum berisi apa-apa".replace("  ", " ")
            yield Finding(
                section.source, f"{section.pointer}/judul", message, "Isi bagiannya, atau tulis nihil dan alasannya."
            )
