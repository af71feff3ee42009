"""Years that the title of an ad-hoc table names, against those of its columns and the time of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regulations import document_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.adhoc_tables import list_titles
from renjadoc.reading import Reading

_YEAR = re.compile(r"\b(20\d\d)\b(?!\s*\))")
#: A title that names the columns one by one, or from the first to the last.
_OF_COLUMNS = re.compile(
    r"\b[Tt]ahun\s+(?P<awal>20\d\d)(?:,?\s+(?:dan|serta|sampai dengan|s\.d\.|hingga)"
    r"|\s*[-–—])\s*(?:[Tt]ahun\s+)?(?P<akhir>20\d\d)\b"
)
_REACHED = re.compile(
    r"\b(?:[Rr]ealisasi|[Cc]apaian|[Pp]encapaian|[Jj]umlah|[Pp]erkembangan|[Hh]asil|[Pp]opulasi|[Kk]ondisi)\b"
)
_WANTED = re.compile(
    r"\b(?:[Tt]arget|[Rr]encana|[Pp]royeksi|[Pp]rakiraan|[Kk]ebutuhan|[Pp]agu|[Aa]nggaran|[Uu]sulan|[Ss]asaran)\b"
)


@rule("RJ547", "Tahun dalam judul tabel tidak sesuai")
def check_caption_years(reading: Reading) -> Iterator[Finding]:
    """Tahun dalam judul tabel bebas adalah tahun kolomnya, dan realisasi tidak bertahun sesudah dokumen disahkan.

    Mengapa: judulnya tertinggal ketika kolomnya diperbarui, atau sebaliknya.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar Tahun 2014 dan Tahun 2025"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"]]}
    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Realisasi Kunjungan Pasar Tahun 2028"], "kolom": [
        {"judul": "Jenis"}, {"judul": "Kunjungan"}], "baris": [["Grosir", "240"]]}
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Kunjungan Pasar Tahun 2024 dan Tahun 2025"], "kolom": [
        {"judul": "Jenis"}, {"judul": "2024"}, {"judul": "2025"}], "baris": [["Grosir", "240", "252"]]}
    """
    for source in reading.folder.tables_of("bebas"):
        lines = source.data["judul"]
        title = reading.printed(" ".join(lines if isinstance(lines, list) else [lines]))
        columns = {int(year) for head in list_titles(source) for year in _YEAR.findall(reading.printed(head))}
        for year in _find_wrong(title, columns, document_date(reading).year):
            said = f"kolomnya {', '.join(map(str, sorted(columns)))}" if columns else "tahun itu belum berlalu"
            message = f"judul “{title}” menyebut {year}, padahal {said}"
            yield Finding(source, "/judul", message, "Samakan judul dan kolomnya.", str(year))


def _find_wrong(title: str, columns: set[int], now: int) -> Iterator[int]:
    span = _OF_COLUMNS.search(title)
    if span and len(columns) > 1:
        yield from (int(span[end]) for end in ("awal", "akhir") if int(span[end]) not in columns)
    elif not columns and _REACHED.search(title) and not _WANTED.search(title):
        yield from (int(year) for year in _YEAR.findall(title) if int(year) > now)
