"""Curly brackets that are printed: a name was meant, and its brackets are single, apart or not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

#: From the first bracket to the last one near it.
_CURLY = re.compile(r"[{}](?:[^{}]{0,40}[{}])*")


@rule("RJ540", "Kurung kurawal tercetak")
def check_curly_brackets(reading: Reading) -> Iterator[Finding]:
    """Tidak ada kurung kurawal yang tercetak: nama yang diganti nilainya ditulis dengan dua kurung rapat, {{ tahun }}.

    Mengapa: { { tahun } } dan {{ tahun } tercetak apa adanya, dan angkanya tidak pernah muncul.
    Sumber: bentuk isi renjadoc.

    Gagal:
        bab-5.json /isi/0 = "Renja Tahun { { tahun } } menjadi pedoman."
    Gagal:
        bab-5.json /isi/0 = "Renja Tahun {{ tahun} menjadi pedoman."
    Lolos:
        bab-5.json /isi/0 = "Renja Tahun {{ tahun }} menjadi pedoman."
    """
    hint = "Tulis dua kurung kurawal rapat di depan dan di belakang namanya, misalnya {{ tahun }}."
    for source, pointer, match in walk.typed_texts(reading, _CURLY, words=("{", "}")):
        yield Finding(source, pointer, f"“{shorten_text(match[0])}” tercetak apa adanya", hint, match[0])
