"""The parts before and after the chapters that an outline asks for."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.document.structure import fits_outline
from renjadoc.content.folder import Folder
from renjadoc.reading import Reading


@rule("RJ219", "Bagian depan atau lampiran yang diminta kerangka belum ada")
def check_outline_parts(reading: Reading) -> Iterator[Finding]:
    """Kata pengantar, lembar pengesahan, ringkasan, dan lampiran yang diwajibkan kerangkanya ada.

    Hanya yang ditandai "wajib" dalam kerangka; kerangka bawaan menyebut bagian depan yang lazim tanpa mewajibkannya.

    Mengapa: Bappeda mengembalikan dokumen tanpa lembar pengesahan atau lampirannya.
    Sumber: kerangka yang dipakai folder ini.

    Gagal:
        kerangka/sendiri.json := {"nama": "Sendiri", "sumber": "Perbup", "bab": [],
        "depan": [{"berkas": "kata-pengantar", "judul": "Kata Pengantar", "wajib": true}]}
        dokumen.json /kerangka = "sendiri"
    Lolos:
        kerangka/sendiri.json := {"nama": "Sendiri", "sumber": "Perbup", "bab": [],
        "depan": [{"berkas": "kata-pengantar", "judul": "Kata Pengantar"}]}
        dokumen.json /kerangka = "sendiri"
    """
    name = reading.folder.kerangka.get("nama", "")
    for file, title in list_missing_parts(reading.folder):
        yield Finding(reading.folder.dokumen, "/kerangka", f"{name}: {title} belum ada", f"Buat berkas {file}.")


def list_missing_parts(folder: Folder) -> Iterator[tuple[str, str]]:
    """The parts before and after the chapters that the outline wants and the folder lacks: file and title."""
    for front in folder.kerangka.get("depan", []):
        if front.get("wajib") and front["berkas"] not in folder.depan:
            yield f"{front['berkas']}.json", front["judul"]
    for part in folder.kerangka.get("lampiran", []):
        if part.get("wajib") and not any(fits_outline(source.data["judul"], part) for source in folder.lampiran):
            yield f"lampiran/{part['berkas']}.json", part["judul"]
