"""The one standard citation of regulations."""

from __future__ import annotations

import json

import pytest

from renjadoc.narrative import citation
from renjadoc.narrative.regulation_kinds import read_kinds
from tests.conftest import ROOT, read

UU = {
    "jenis": "UU", "nomor": 23, "tahun": 2014, "tentang": "Pemerintahan Daerah",
    "lembaran": {"tahun": 2014, "nomor": 244}, "tambahan": 5587,
    "diubah": {
        "frasa": "sebagaimana telah diubah dengan", "jenis": "UU", "nomor": 9, "tahun": 2015, "tentang": "Perubahan",
        "lembaran": {"tahun": 2015, "nomor": 58},
    },
}  # fmt: skip


def test_citation_with_gazette_and_amendment() -> None:
    assert citation.write_citation(UU) == (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 "
        "Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah diubah dengan "
        "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 58)"
    )


def test_regional_and_ministerial_rules() -> None:
    perda = {"jenis": "Perda Kabupaten", "nomor": 1, "tahun": 2009, "tentang": "RPJPD", "daerah": "Purbalingga"}
    perda["lembaran"] = {"tahun": 2009, "nomor": 1}
    assert citation.write_citation(perda) == (
        "Peraturan Daerah Kabupaten Purbalingga Nomor 1 Tahun 2009 tentang RPJPD "
        "(Lembaran Daerah Kabupaten Purbalingga Tahun 2009 Nomor 1)"
    )
    permen = {"jenis": "Permen", "kementerian": "Keuangan", "nomor": 2, "tahun": 2020, "tentang": "X"}
    assert citation.write_citation(permen) == "Peraturan Menteri Keuangan Nomor 2 Tahun 2020 tentang X"
    assert citation.write_citation({"jenis": "UUD 1945"}) == "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"


def test_keys_name_every_regulation_of_2021() -> None:
    entries = read(ROOT / "content" / "2021").regulasi["landasan-hukum"].data["regulasi"]
    assert [citation.regulation_key(entry) for entry in entries] == [
        "uu-25-2004", "uu-23-2014", "pp-8-2008", "pp-18-2016", "perpres-2-2015", "permendagri-54-2010",
        "perda-provinsi-5-2014", "perda-kabupaten-1-2005", "perda-kabupaten-1-2009", "perda-kabupaten-10-2015",
        "perda-kabupaten-8-2016", "perda-kabupaten-12-2016", "perbup-91-2016",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Qanun Aceh Nomor 5 Tahun 2007 tentang Dinas (Lembaran Aceh Tahun 2007 Nomor 1)", "Qanun Aceh"),
        ("Qanun Kabupaten Aceh Besar Nomor 1 Tahun 2020 tentang RPJMK", "Qanun Kabupaten"),
        ("Peraturan Daerah Khusus Provinsi Papua Nomor 3 Tahun 2020 tentang Pangan", "Perdasus"),
        (
            "Peraturan Daerah Istimewa Daerah Istimewa Yogyakarta Nomor 1 Tahun 2018 tentang Kelembagaan "
            "(Lembaran Daerah Daerah Istimewa Yogyakarta Tahun 2018 Nomor 7)",
            "Perdais",
        ),
        ("Peraturan Daerah Daerah Istimewa Yogyakarta Nomor 5 Tahun 2019 tentang Tata Ruang", "Perda Provinsi"),
        ("Peraturan Gubernur Aceh Nomor 3 Tahun 2020 tentang X (Berita Daerah Aceh Tahun 2020 Nomor 3)", "Pergub"),
        ("Instruksi Menteri Dalam Negeri Nomor 2 Tahun 2025 tentang Pedoman", "Inmendagri"),
        ("Keputusan Menteri Keuangan Nomor 1 Tahun 2020 tentang Rincian", "Kepmen"),
        ("Surat Edaran Menteri Dalam Negeri Nomor 900/123/SJ Tahun 2025 tentang Efisiensi", "SE"),
        ("Surat Edaran Bupati Contoh Nomor 050/123/2025 tentang Pedoman Penyusunan Renja", "SE"),
        ("Keputusan Bupati Contoh Nomor 100.3.3.2/9/406.0013/2025 tentang Tim", "Kepbup"),
        ("Keputusan Kepala Dinas Koperasi Kabupaten Contoh Nomor 050/12/2026 tentang Tim Penyusun", "Keputusan Kepala"),
        ("Keputusan Direktur RSUD Contoh Nomor 7 Tahun 2026 tentang Standar Pelayanan", "Keputusan Direktur"),
        ("Keputusan Camat Karangmoncol Nomor 3 Tahun 2026 tentang Tim", "Keputusan Camat"),
        ("Peraturan Badan Pusat Statistik Nomor 2 Tahun 2020 tentang Klasifikasi", "Peraturan Badan"),
        ("Peraturan Kepala Badan Kepegawaian Negara Nomor 22 Tahun 2007 tentang NIP", "Peraturan Kepala"),
        ("Peraturan Dewan Perwakilan Rakyat Daerah Kota Batu Nomor 1 Tahun 2020 tentang Tata Tertib", "Peraturan DPRD"),
        ("Peraturan Desa Karanganyar Nomor 3 Tahun 2024 tentang APBDesa", "Perdes"),
        ("Peraturan Kampung Puay Nomor 4 Tahun 2016 tentang RKPK", "Peraturan Kampung"),
        (
            "Peraturan Kalurahan Sinduadi Nomor 2 Tahun 2025 tentang APBKal (Lembaran Kalurahan Sinduadi Tahun 2025 "
            "Nomor 2)",
            "Peraturan Kalurahan",
        ),
        ("Qanun Gampong Blang Crum Nomor 1 Tahun 2025 tentang APBG", "Qanun Gampong"),
        ("Peraturan Nagari Sungai Pinang Nomor 1 Tahun 2024 tentang RPJM Nagari", "Peraturan Nagari"),
        ("Peraturan Pekon Margodadi Nomor 4 Tahun 2023 tentang Pelayanan", "Peraturan Pekon"),
        (
            "Peraturan Kepala Desa Karanganyar Nomor 3 Tahun 2024 tentang Penjabaran APBDesa (Berita Desa "
            "Karanganyar Tahun 2024 Nomor 3)",
            "Perkades",
        ),
        ("Peraturan Kepala Kampung Puay Nomor 3 Tahun 2024 tentang Penjabaran", "Peraturan Kepala Kampung"),
        (
            "Undang-Undang Nomor 13 Tahun 1950 tentang Pembentukan Kabupaten "
            "(Berita Negara Republik Indonesia Tahun 1950 Nomor 42)",
            "UU",
        ),
    ],
)
def test_every_kind_is_read_and_printed(text: str, kind: str) -> None:
    entry = citation.read_citation(text)
    assert entry is not None
    assert entry["jenis"] == kind
    assert citation.write_citation(entry) == text


def test_only_the_last_of_a_chain_of_amendments_is_printed() -> None:
    law = {"jenis": "UU", "nomor": 6, "tahun": 2014, "tentang": "Desa"}
    first, last = ({"jenis": "UU", "nomor": number, "tahun": 2020 + number} for number in (1, 3))
    assert citation.write_citation({**law, "diubah": [first]}).endswith(
        " sebagaimana telah diubah dengan Undang-Undang Nomor 1 Tahun 2021"
    )
    assert citation.write_citation({**law, "diubah": [first, last]}).endswith(
        " sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 3 Tahun 2023"
    )


def test_a_schema_knows_every_kind_and_what_it_needs() -> None:
    for name in ("regulasi", "peraturan"):
        data = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8"))
        stated = data["$defs"][name]["properties"]["jenis"]["enum"]
        assert stated == list(read_kinds())
    conditions = json.loads((ROOT / "schema" / "regulasi.schema.json").read_text("utf-8"))["$defs"]["regulasi"]["allOf"]
    for maker in ("daerah", "kementerian", "lembaga"):
        [kinds] = [c["if"]["properties"]["jenis"]["enum"] for c in conditions if c.get("then") == {"required": [maker]}]
        assert kinds == [kind for kind, known in read_kinds().items() if maker in known.makers]
