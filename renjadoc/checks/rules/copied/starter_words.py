"""What the starter folder says and nobody changed, and figures that a name gives without a form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from renjadoc import resources
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.indonesian import persen, rupiah
from renjadoc.reading import Reading


@cache
def _read_starter() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((resources.starter_folder() / "dokumen.json").read_text("utf-8"))
    return data


#: The facts that every office has its own of, with how people call them.
_FACTS = {
    ("perangkat_daerah", "nama"): "nama perangkat daerah",
    ("perangkat_daerah", "singkatan"): "singkatan perangkat daerah",
    ("daerah", "provinsi"): "nama provinsi",
    ("pengesahan", "nama"): "nama pejabat",
    ("pengesahan", "nip"): "NIP",
}


@rule("RJ519", "Isian contoh belum diganti")
def check_starter_words(reading: Reading) -> Iterator[Finding]:
    """Isian contoh dari folder baru (Dinas Contoh, Nama Pejabat, kode X.XX.01) sudah diganti.

    Mengapa: isian contoh ikut tercetak di sampul, di tanda tangan, dan dalam tabel.
    Sumber: docs/isi.md (folder yang dibuat renjadoc baru).

    Gagal:
        dokumen.json /pengesahan/nama = "Nama Pejabat"
    Gagal:
        dokumen.json /perangkat_daerah/singkatan = "Dincontoh"
        tabel/evaluasi.json /program/0/kode = "X.XX.01"
        tabel/evaluasi.json /program/0/kegiatan/0/kode = "X.XX.01.2.01"
    Lolos:
        dokumen.json /pengesahan/nama = "Sri Rahayu, S.E."
    """
    facts, starter = reading.folder.facts, _read_starter()
    left = 0
    for (part, field), said in _FACTS.items():
        stated = facts[part].get(field)  # type: ignore[literal-required]
        if stated and stated == starter[part][field]:
            left += 1
            message = f"{said} masih isian contoh: “{stated}”"
            yield Finding(reading.folder.dokumen, f"/{part}/{field}", message, "Ganti dengan yang sebenarnya.")
    levels = ("program", "kegiatan", "sub_kegiatan")
    for kind in ("rencana-program", "evaluasi"):
        rows = [place for place in walk.rows_of(reading, kind, *levels) if "X" in (place[2].get("kode") or "")]
        # An office may leave codes open; with other words of the starter they are its own.
        for source, pointer, node in rows[:1] if left else ():
            message = f"kode {node['kode']} masih kode contoh" + (f" ({len(rows)} baris)" if len(rows) > 1 else "")
            hint = "Ganti X.XX dengan kode bidang urusan dinas, misalnya 2.17; salin dari SIPD."
            yield Finding(source, f"{pointer}/kode", message, hint)


#: As a name without a form prints them: no dots of thousands, or more decimals than anybody reads.
_RAW = re.compile(r"\d{5,}|-?\d+[.,]\d{4,}")


@rule("RJ522", "Bentuk angka dari nama belum ditentukan")
def check_raw_figures(reading: Reading) -> Iterator[Finding]:
    """Angka yang diambil dengan nama dicetak dengan bentuknya: {{ pagu.total | rupiah }}, {{ capaian.rata_rata |
    persen }}.

    Mengapa: tanpa bentuk, pagu tercetak 5701420500 dan rata-rata dengan dua puluh angka di belakang koma.
    Sumber: docs/isi.md; EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Pagu seluruhnya {{ pagu.total }}."
    Gagal:
        bab-5.json /isi/0 = "Rata-rata capaiannya {{ capaian.rata_rata }}."
    Lolos:
        bab-5.json /isi/0 = "Pagu seluruhnya {{ pagu.total | rupiah }} pada Tahun {{ tahun }}."
    """
    for passage in reading.passages:
        for span in passage.spans:
            if span.source and _RAW.fullmatch(span.text.strip()):
                number = Decimal(span.text.strip().replace(",", "."))
                form = "rupiah" if number == int(number) else "persen"
                shown = rupiah(int(number)) if form == "rupiah" else persen(number)
                message = f"{span.source} tercetak {span.text.strip()[:20]}, tanpa titik ribuan atau pembulatan"
                better = span.source.replace("}}", f"| {form} }}}}")
                hint = f"Tulis {better}; angkanya lalu tercetak {shown}."
                yield Finding.of(passage, message, hint, span.source)
