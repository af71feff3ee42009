"""The one standard citation of regulations."""

from __future__ import annotations

from renjadoc.narrative import citation
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
