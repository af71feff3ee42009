"""The head of the office as the text names him, against who signs the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_POST = r"(?:(?:Plt\.|Plh\.|Pj\.)\s+)?(?:Kepala|Direktur|Camat|Panewu|Mantri Pamong Praja|Inspektur|Sekretaris DPRD)"
_TITLE = r"(?:(?:[dD]r[asg]?|Ir|Prof|H|Hj|KH|R|Rr|Sdr|apt|Ns)\.,?\s+)"
_PERSON = r"(?P<nama>[A-Z][a-z’']+(?:\s+(?:bin|binti|[A-Z]\.|[A-Z][a-z’']+)){1,3})"
#: Letters behind a name that only people have.
_DEGREE = r"(?P<gelar>,\s+(?:S|M|A|Dr|Ph|Sp)\.\s?[A-Z][A-Za-z.]*)"
#: Words that stand behind a post and are no names.
_NO_NAMES = frozenset(
    """Bidang Seksi Bagian Dinas Badan Desa Kelurahan Kampung Puskesmas Sekolah Subbagian Sub Unit Balai UPTD Kabupaten
    Kota Provinsi Daerah Rumah Distrik Kecamatan Satuan Sekretariat Perangkat Pelaksana Kantor Instalasi Keuangan
    Umum""".split()  # noqa: SIM905
)

_FORMER = re.compile(r"\b(?:mantan|terdahulu|sebelumnya|periode|semula)\b")


@rule("RJ524", "Nama kepala perangkat daerah berbeda dari yang menandatangani")
def check_named_head(reading: Reading) -> Iterator[Finding]:
    """Kepala perangkat daerah yang disebut namanya dalam naskah adalah pejabat yang menandatangani.

    Diperiksa nama yang langsung mengikuti jabatannya, dengan gelar; kepala kantor lain dan pejabat terdahulu tidak.

    Mengapa: pejabatnya sudah berganti, atau naskahnya disalin dari dinas lain.
    Sumber: dokumen.json (pengesahan).

    Gagal:
        bab-5.json /isi/0 = "Kepala Dinas Koperasi dan Usaha Mikro, Drs. Bambang Sutejo, M.Si., bertanggung jawab atas
        Renja ini."
    Lolos:
        bab-5.json /isi/0 = "Kepala Dinas Koperasi dan Usaha Mikro bertanggung jawab atas Renja ini; rapat dibuka
        Kepala Desa Sukamaju, Bambang Sutejo, S.Sos."
    """
    facts = reading.folder.facts
    signed, office = facts["pengesahan"].get("nama") or "", facts["perangkat_daerah"]
    own = "|".join(re.escape(name) for name in (office["nama"], office["singkatan"], *office.get("sebutan", [])))
    region = rf"(?:\s+{facts['daerah']['jenis']}\s+{re.escape(facts['daerah']['nama'])})?"
    pattern = re.compile(
        rf"\b{_POST}(?:\s+(?i:{own}){region})?,?\s+(?:\(|(?:yaitu|yakni|adalah|atas nama|Bapak|Ibu)\s+)?"
        rf"(?P<sebutan>{_TITLE}*){_PERSON}{_DEGREE}?"
    )
    for passage in reading.passages.find_words(
        ("kepala", "direktur", "camat", "panewu", "inspektur", "sekretaris dprd")
    ):
        was = _FORMER.search(passage.text)
        for match in pattern.finditer(passage.text) if signed else ():
            name = match["nama"]
            is_person = (match["sebutan"] or match["gelar"]) and not _NO_NAMES & set(name.split())
            was_before = was is not None and was.end() <= match.end() + 60
            if is_person and not was_before and not _is_signer(name, signed) and passage.is_typed(*match.span("nama")):
                message = f"kepala disebut {shorten_text(name)}, yang menandatangani {signed}"
                yield Finding.of(passage, message, "Periksa namanya; lebih aman tulis jabatannya saja.", name)


def _is_signer(name: str, signed: str) -> bool:
    """Whether a name is that of who signs: one of its words, at least, is one of his."""
    return bool({word.casefold() for word in name.split()} & set(re.findall(r"[a-z’']{3,}", signed.casefold())))
