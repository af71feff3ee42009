"""A finished document holds nothing that fetches or runs, whatever its template's tags made, and whoever brought it."""

from __future__ import annotations

from pathlib import Path

import pytest

from renjadoc import pipeline
from renjadoc.problem import ProblemsFound
from renjadoc.word.packages import package
from renjadoc.word.packages.finished import FinishedLook
from renjadoc.word.packages.package import Parts
from tests.acak import bases
from tests.word.test_dangers import (
    CHART,
    CHART_TYPE,
    EXTERNAL,
    HOSTILE,
    OFFICE,
    PICTURE,
    RELS,
    Change,
    added,
    all_of,
    body,
    field,
    put,
    related,
    write,
)

BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DRAWN = '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="{}"/></w:pict></w:r></w:p>'
BLIP = '<w:p><a:blip xmlns:a="x" xmlns:r="{}" r:embed="{}"/></w:p>'

#: What no tag says before it is filled.
MADE_BY_TAGS: dict[str, tuple[Change, str]] = {
    "alamat": (body(DRAWN.format("{{ 'http' ~ '://x/y.png' }}")), "<imagedata> mengambil dari luar"),
    "alamat-terpisah": (body(DRAWN.format("ht{{ 'tp' }}://x/y.png")), "<imagedata> mengambil dari luar"),
    "alamat-unc": (body(DRAWN.format("{{ '//peladen' }}/x.png")), "<imagedata> mengambil dari luar"),
    "hubungan": (all_of(PICTURE, body(BLIP.format(OFFICE, "rId{{ 'X' }}"))), "<blip> mengambil dari luar"),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE_BY_TAGS)
def test_what_tags_put_together_is_seen_in_the_finished_document(tmp_path: Path, name: str) -> None:
    change, said = MADE_BY_TAGS[name]
    made = tmp_path / "hasil.docx"
    order = pipeline.DocumentOrder(bases.RIGHT, made, write(tmp_path, change), page_numbers=False)
    with pytest.raises(ProblemsFound) as refused:
        pipeline.make_document(order)
    assert said in "; ".join(problem.message for problem in refused.value.problems)
    assert not made.exists()


def _draft() -> Parts:
    return dict(package.unpack_word(bases.draft().raw))


def _chart(owner: str = "word/charts/chart1.xml") -> Change:
    rels = f"{owner.rpartition('/')[0]}/_rels/{owner.rpartition('/')[2]}.rels"
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/package" Target="../embeddings/data1.xlsx"/></Relationships>'
    )
    return all_of(
        added("word/charts/chart1.xml", CHART, CHART_TYPE), added("word/embeddings/data1.xlsx", "PK", BOOK),
        added(rels, relation), related(f"{OFFICE}/chart", "charts/chart1.xml"),
    )  # fmt: skip


def _refusal(change: Change) -> str:
    parts = _draft()
    change(parts)
    try:
        list(FinishedLook({name: data for name, data in parts.items() if name != package.DOCUMENT}).watch_body(
            [parts[package.DOCUMENT][at : at + 999] for at in range(0, len(parts[package.DOCUMENT]), 999)]
        ))  # fmt: skip
    except ProblemsFound as refused:
        return refused.problems[0].message
    return ""


def test_a_document_of_ours_is_let_through_and_a_chart_with_its_data() -> None:
    assert _refusal(lambda parts: None) == ""
    assert _refusal(_chart()) == ""


CODE = "<w:instrText>RD x</w:instrText>"
PREFIXED = f'<r-\u00e9:Relationship xmlns:r-\u00e9="x" Type="{OFFICE}/image" Target="//x/y"{EXTERNAL}/>'
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
REFUSED: dict[str, tuple[Change, str]] = {
    "dde": (body(field("DDEAUTO x")), "(field) DDEAUTO"),
    "dde-terpotong": (body(field("D", "DE", "AUTO x")), "(field) DDEAUTO"),
    "dde-sederhana": (body('<w:p><w:fldSimple w:instr=" DDE x"/></w:p>'), "(field) DDE"),
    "dde-entitas": (body(field("&#68;DE x")), "(field) DDE"),
    "dde-tanpa-akhir": (body(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/>{CODE}</w:r></w:p>'), "(field) RD"),
    "awalan-lain": (body('<s:p xmlns:s="x"><s:fldSimple s:instr=\'LINK x\'/></s:p>'), "(field) LINK"),
    "catatan-kaki": (added("word/footnotes.xml", HOSTILE.replace("hdr", "footnotes"), FOOTNOTES), "(field) DDEAUTO"),
    "altchunk": (body('<w:altChunk xmlns:r="x" r:id="y"/>'), "<altChunk>"),
    "altchunk-berawalan": (body('<\u00e9:altChunk xmlns:\u00e9="x"/>'), "<altChunk>"),
    "bidang-berawalan": (body('<\u00e9:fldSimple xmlns:\u00e9="x" \u00e9:instr="LINK x"/>'), "(field) LINK"),
    "gambar-luar": (related(f"{OFFICE}/image", "http://x/y.png", EXTERNAL), "mengambil image dari luar"),
    "gambar-tanpa-mode": (related(f"{OFFICE}/image", "file:///etc/passwd"), "mengambil image dari luar"),
    "luar-di-balik-kurung": (related(f"{OFFICE}/image", "//x/y>.png", EXTERNAL), "mengambil image dari luar"),
    "hubungan-berawalan": (put(RELS, "</Relationships>", f"{PREFIXED}</Relationships>"), "mengambil image dari luar"),
    "blip-tautan": (all_of(PICTURE, body(BLIP.format(OFFICE, "rIdX"))), "<blip> mengambil dari luar"),
    "ole": (related(f"{OFFICE}/oleObject", "embeddings/x.bin"), "hubungan oleObject"),
    "data-tanpa-bagan": (_chart("word/document2.xml"), "hubungan package"),
    "data-bagan-luar": (
        all_of(_chart(), put("word/charts/_rels/chart1.xml.rels", '"/></Rel', f'"{EXTERNAL}/></Rel')),
        "hubungan package",
    ),
    "buku-lepas": (added("word/embeddings/x.xlsx", "PK", BOOK), f"berjenis {BOOK}"),
    "makro": (added("word/vbaProject.bin", "x", "application/vnd.ms-office.vbaProject"), "berjenis"),
    "tanpa-jenis": (added("word/x.exe", "MZ"), "berjenis tidak dikenal"),
    "nama": (added("word/../x.xml", "<x/>"), "nama bagian"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_fetches_or_runs_is_not_written(name: str) -> None:
    change, said = REFUSED[name]
    assert said in _refusal(change)
