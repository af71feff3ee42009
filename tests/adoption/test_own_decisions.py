"""Decisions of the office's own heads in an old list of laws are entries of their own kinds."""

from __future__ import annotations

import pytest

from renjadoc.adoption.body import Extracts, read_body
from renjadoc.narrative.citation import write_citation
from renjadoc.narrative.typed_citation import is_citation, read_entry
from tests.adoption.plain import line

_LAWS = (
    "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional;",
    "Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan Perencanaan;",
    "Keputusan Bupati Contoh Nomor 100/3 Tahun 2026 tentang Tim;",
    "Keputusan Kepala Dinas Koperasi Kabupaten Contoh Nomor: 050/12/2026 tentang Tim Penyusun Renja.",
)


@pytest.mark.parametrize(
    ("text", "kind", "maker"),
    [
        (_LAWS[-1], "Keputusan Kepala", "Dinas Koperasi Kabupaten Contoh"),
        ("SK Kepala Dinas Koperasi No. 188.4/15/2026 tentang Tim;", "Keputusan Kepala", "Dinas Koperasi"),
        ("Surat Keputusan Direktur RSUD Contoh Nomor 7 Tahun 2026 tentang SPM", "Keputusan Direktur", "RSUD Contoh"),
        (
            "Keputusan Sekretaris DPRD Kota Batu Nomor 4 Tahun 2026 tentang Tim",
            "Keputusan Sekretaris",
            "DPRD Kota Batu",
        ),
        ("Keputusan Inspektur Daerah Nomor 4 Tahun 2026 tentang Tim", "Keputusan Inspektur", "Daerah"),
        ("Keputusan Camat Karangmoncol Nomor 5 Tahun 2026 tentang IKU", "Keputusan Camat", "Karangmoncol"),
        ("Keputusan Panewu Ngaglik Nomor 5 Tahun 2026 tentang IKU", "Keputusan Panewu", "Ngaglik"),
    ],
)
def test_a_decision_of_the_head_is_an_entry(text: str, kind: str, maker: str) -> None:
    assert is_citation(text)
    entry = read_entry(text)
    assert entry is not None
    assert (entry["jenis"], entry["lembaga"]) == (kind, maker)


@pytest.mark.parametrize(
    ("text", "kind", "village"),
    [
        ("Perdes Karanganyar No. 3 Th 2024 tentang APBDesa;", "Perdes", "Karanganyar"),
        ("Peraturan Kampung Puay Nomor 04 Tahun 2016 tentang RKPK", "Peraturan Kampung", "Puay"),
        ("Perkal Sinduadi No. 2 Tahun 2025 tentang APBKal", "Peraturan Kalurahan", "Sinduadi"),
        ("Pernag Sungai Pinang Nomor 1 Tahun 2024 tentang RPJM Nagari", "Peraturan Nagari", "Sungai Pinang"),
        ("Peraturan Pekon Margodadi No. 04 Tahun 2023 tentang Pelayanan Publik", "Peraturan Pekon", "Margodadi"),
        ("Qanun Gampong Blang Crum Nomor 1 Tahun 2025 tentang APBG", "Qanun Gampong", "Blang Crum"),
        ("Perkades Karanganyar Nomor 4 Tahun 2024 tentang Penjabaran APBDesa", "Perkades", "Karanganyar"),
        ("Peraturan Wali Nagari Koto Nomor 4 Tahun 2024 tentang Penjabaran", "Peraturan Wali Nagari", "Koto"),
    ],
)  # fmt: skip
def test_a_regulation_of_a_village_is_an_entry_by_what_villages_are_called(text: str, kind: str, village: str) -> None:
    assert is_citation(text)
    entry = read_entry(text)
    assert entry is not None
    assert (entry["jenis"], entry["daerah"]) == (kind, village)


def test_a_decision_stays_in_the_list_of_laws() -> None:
    extracts = Extracts()
    body = read_body([line(f"{number}. {law}") for number, law in enumerate(_LAWS, 1)], extracts)
    assert body == [{"regulasi": "landasan-hukum"}]
    entries = extracts.regulations["landasan-hukum"]
    assert [entry["jenis"] for entry in entries] == ["UU", "PP", "Kepbup", "Keputusan Kepala"]
    assert write_citation(entries[-1]).endswith("Nomor 050/12/2026 tentang Tim Penyusun Renja")
