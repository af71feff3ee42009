"""The rules as people read them: on the terminal and as the page in docs."""

from __future__ import annotations

import json

import jsonschema
import pytest

from renjadoc import resources
from renjadoc.checks import manual
from renjadoc.checks.registry import RULES
from renjadoc.cli import main
from renjadoc.content.folder import read_known_outline
from renjadoc.problem import Severity
from tests.conftest import ROOT


def test_docs_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "aturan.md"
    if request.config.getoption("--perbarui"):
        page.write_text(manual.write_page() + "\n", "utf-8")
    assert page.read_text("utf-8") == manual.write_page() + "\n"


def test_index_names_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aturan"]) == 0
    said = capsys.readouterr().out
    for check in RULES:
        assert f"{check.code}  {'harus diperbaiki' if check.severity is Severity.ERROR else 'perlu dilihat'}" in said
        assert check.title in said


def test_one_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aturan", "rj505"]) == 0
    assert capsys.readouterr().out == (
        "RJ505 · perlu dilihat · Spasi sebelum tanda persen\n\n"
        "Tanda persen ditulis rapat: 102,5%, bukan 102,5 %.\n\n"
        "Mengapa: kedua cara bercampur dalam naskah rujukan, dan yang renggang terpisah di ujung baris.\n\n"
        "Sumber: EYD edisi V.\n\n"
        "Contoh yang ditemukan:\n"
        '  bab-5.json /isi/0 = "Serapan tahun lalu 98,25 %."\n\n'
        "Contoh yang lolos:\n"
        '  bab-5.json /isi/0 = "Serapan tahun lalu 98,25%."\n\n'
        'Mematikan: "aturan_dimatikan": {"RJ505": "alasannya"} dalam dokumen.json.\n'
    )


def test_unknown_rule_suggests_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["aturan", "RJ55"]) == 2
    assert "Daftarnya: renjadoc aturan" in capsys.readouterr().err


def test_knowledge_of_regulations_has_its_shape() -> None:
    schema = json.loads((resources.schemas_folder() / "peraturan.schema.json").read_text("utf-8"))
    data = resources.read_data("peraturan.json")
    jsonschema.validate(data, schema)
    keys = [(e["jenis"], e["nomor"], e["tahun"], e.get("daerah")) for e in data["peraturan"]]
    assert len(set(keys)) == len(keys)


def test_outlines_have_their_shape() -> None:
    schema = json.loads((resources.schemas_folder() / "kerangka.schema.json").read_text("utf-8"))
    for path in resources.outlines_folder().glob("*.json"):
        jsonschema.validate(json.loads(path.read_text("utf-8")), schema)


def test_every_outline_can_ask_for_substance() -> None:
    schema = json.loads((resources.schemas_folder() / "kerangka.schema.json").read_text("utf-8"))
    for path in resources.outlines_folder().glob("*.json"):
        outline = read_known_outline(f"{path.stem}-muatan")
        jsonschema.validate(outline, schema)
        assert outline is not None
        assert {content["apa"] for content in outline["muatan"]} >= {"kaidah pelaksanaan", "rencana tindak lanjut"}


#: Every regulation that domain knowledge names: kind, number, year.
NAMED = (
    ("UU", 12, 2011), ("UU", 25, 2004), ("UU", 23, 2014), ("UU", 9, 2015), ("UU", 11, 2020), ("UU", 6, 2023),
    ("PP", 8, 2008), ("PP", 18, 2016), ("PP", 72, 2019), ("PP", 12, 2019), ("Perpres", 2, 2015), ("Perpres", 18, 2020),
    ("Permendagri", 54, 2010), ("Permendagri", 86, 2017), ("Permendagri", 70, 2019), ("Permendagri", 90, 2019),
    ("Kepmendagri", "900.1.15.5-1317", 2023), ("Perda Provinsi", 5, 2014), ("Perda Provinsi", 5, 2019),
    ("Perda Kabupaten", 8, 2016), ("Perda Kabupaten", 5, 2021), ("Perbup", 91, 2016), ("Perda Kabupaten", 1, 2005),
    ("Perda Kabupaten", 1, 2009), ("Perda Kabupaten", 10, 2015), ("Perda Kabupaten", 12, 2016),
)  # fmt: skip


def test_knowledge_covers_what_the_domain_names() -> None:
    data = resources.read_data("peraturan.json")
    known = {(e["jenis"], e["nomor"], e["tahun"]) for e in data["peraturan"]}
    assert set(NAMED) <= known
