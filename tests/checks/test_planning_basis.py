"""What the Renja of a year must cite, and what is known of it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from renjadoc import resources
from renjadoc.checks.planning_basis import list_basis
from renjadoc.checks.regulations import identify_regulation
from renjadoc.content import schema
from renjadoc.content.load import load_source

_REGISTER = resources.read_data("peraturan.json")["peraturan"]


@pytest.mark.parametrize(
    ("tahun", "role", "regulation"),
    [
        (2021, "RPJPN", ("UU", 17, 2007)),
        (2027, "RPJPN", ("UU", 59, 2024)),
        (2024, "RPJMN", ("Perpres", 18, 2020)),
        (2027, "RPJMN", ("Perpres", 12, 2025)),
        (2019, "pedoman RKPD", ("Permendagri", 22, 2018)),
        (2020, "pedoman RKPD", ("Permendagri", 31, 2019)),
        (2021, "pedoman RKPD", ("Permendagri", 40, 2020)),
        (2022, "pedoman RKPD", ("Permendagri", 17, 2021)),
        (2023, "pedoman RKPD", ("Permendagri", 81, 2022)),
        (2024, "pedoman RKPD", ("Permendagri", 10, 2023)),
        (2026, "pedoman RKPD", ("Permendagri", 10, 2025)),
        (2027, "pedoman RKPD", ("Permendagri", 14, 2026)),
        (2027, "nomenklatur", ("Kepmendagri", "050-5889", 2021)),
    ],
)
def test_what_is_known_of_a_year(tahun: int, role: str, regulation: tuple[Any, ...]) -> None:
    [basis] = [one for one in list_basis(tahun) if one.role == role]
    entry = dict(zip(("jenis", "nomor", "tahun"), regulation, strict=True))
    assert basis.is_met_by({**entry, "tentang": "apa pun"}, tahun)
    assert not basis.is_met_by({**entry, "tahun": 1999}, tahun)


def test_what_nobody_knows_of_a_year_is_left_out() -> None:
    assert "pedoman RKPD" not in {one.role for one in list_basis(2025)}


@pytest.mark.parametrize(
    ("role", "kind", "title", "met"),
    [
        ("RPJMD", "Perda Kota", "Rencana Pembangunan Jangka Menengah Daerah Tahun 2025-2029", True),
        ("RPJMD", "Perda Kota", "Rencana Tata Ruang Wilayah", False),
        ("RPJMD", "Perwali", "Rencana Pembangunan Jangka Menengah Daerah", False),
        ("RPJMD", "Qanun Kabupaten", "Rencana Pembangunan Jangka Menengah Kabupaten", True),
        ("RKPD", "Perbup", "Rencana Kerja Pemerintah Daerah Tahun 2027", True),
        ("RKPD", "Perbup", "Rencana Kerja Pemerintah Daerah Tahun 2026", False),
        ("Renstra", "Perbup", "Rencana Strategis Perangkat Daerah Tahun 2025-2029", True),
    ],
)
def test_a_regions_own_are_known_by_their_words(role: str, kind: str, title: str, met: bool) -> None:
    [basis] = [one for one in list_basis(2027) if one.role == role]
    listed = {"jenis": kind, "nomor": 3, "tahun": 2025, "daerah": "Contoh", "tentang": title}
    assert basis.is_met_by(listed, 2027) is met


def test_every_known_one_stands_in_the_register() -> None:
    known = {identify_regulation(entry) for entry in _REGISTER}
    for tahun in range(2015, 2035):
        for basis in list_basis(tahun):
            assert basis.entry is None or identify_regulation(basis.entry) in known, basis


def test_the_register_has_its_form_and_says_how_sure_each_entry_is() -> None:
    source, problems = load_source(resources.data_file("peraturan.json"), "peraturan.json")
    assert source is not None
    assert [*problems, *schema.check_schema(source, "peraturan")] == []
    assert {entry["keyakinan"] for entry in _REGISTER} <= {"dilihat", "disimpulkan", "ingatan"}


def test_no_entry_stands_twice_and_what_ended_says_when() -> None:
    names = [identify_regulation(entry) for entry in _REGISTER]
    assert len(names) == len(set(names))
    for entry in _REGISTER:
        events = [event["status"] for event in entry.get("riwayat", [])]
        assert (entry["status"] == "berlaku") == (not events), entry
        assert not events or entry["status"] == events[-1], entry


def test_what_a_title_says_that_it_changes_knows_of_it() -> None:
    """“Perubahan atas Undang-Undang Nomor 31 Tahun 2004 …” stands in the history of UU 31/2004."""
    named = re.compile(r"Perubahan(?: \w+)? atas (?P<kind>.+?) Nomor (?P<number>\S+) Tahun (?P<year>\d{4})\b")
    kinds = {"Undang-Undang": "UU", "Peraturan Pemerintah": "PP", "Peraturan Presiden": "Perpres"}
    kinds |= {
        f"{form} Menteri Dalam Negeri": kind
        for form, kind in (("Peraturan", "Permendagri"), ("Keputusan", "Kepmendagri"))
    }
    known = {(entry["jenis"], str(entry["nomor"]), entry["tahun"]): entry for entry in _REGISTER}
    changes = [(entry, match) for entry in _REGISTER if (match := named.match(entry.get("tentang", "")))]
    assert len(changes) > 5
    for entry, match in changes:
        changed = known.get((kinds[match["kind"]], match["number"], int(match["year"])))
        events = [identify_regulation(event["oleh"]) for event in (changed or {}).get("riwayat", [])]
        assert changed is None or identify_regulation(entry) in events, entry
