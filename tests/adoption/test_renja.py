"""Whole Renja laid out in two ways, with styles and by hand: taken over, made anew, and nothing of them missing."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from renjadoc.adoption.adopt import adopt
from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.word.packages import package
from tests.adoption.layout import Layout, Rows, parse
from tests.adoption.paper import TODAY, Taken, squeeze, take
from tests.conftest import ROOT, problems_of

OURS = ROOT / "tests" / "contoh" / "naskah-lama.txt"
#: A real Renja as text, for whoever has one: it is not ours to give away.
SEED = Path(os.environ.get("RENJADOC_NASKAH_RUJUKAN", "tidak-ada"))
NUMBER = re.compile(r"(?:\d+(?:\.\d+)*[.)]|[a-z][.)]|·|BAB [IVX]+|(?i:tabel) \d\.\d)\s+(?=\S)")
AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")


def laid_out(source: Path, target: Path, *, styled: bool) -> Path:
    text = source.read_text("utf-8")
    # What the export has of the footer stands in the middle of the text.
    text = re.sub(r"\n1\n\n\tRenja \d{4} [^\n]*\n\t\d+\n", "\n", text)
    layout = Layout(styled=styled)
    layout.text(text)
    return layout.save(target)


@pytest.fixture(scope="module", params=[True, False], ids=["bergaya", "ketikan"])
def ours(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    folder = tmp_path_factory.mktemp("naskah")
    return take(laid_out(OURS, folder / "lama.docx", styled=request.param), folder / "isi")


def data(taken: Taken, name: str) -> Any:
    return json.loads((taken.folder / name).read_text("utf-8"))


def lines_of(source: Path) -> list[str]:
    """Every paragraph and every line of a cell, without the heads of the tables."""
    found: list[str] = []
    for block in parse(source.read_text("utf-8")):
        if isinstance(block, Rows):
            found += [line for row in block.rows for cell in row for line in cell.split("\n")]
        else:
            found.append(block)
    return [line.strip() for line in found if line.strip() and not line.startswith("[image")]


def lost(source: Path, taken: Taken) -> list[str]:
    """The lines of a text that the new document does not print, numbers that are made anew apart."""
    joined = "\0".join(squeeze(text) for text in taken.printed)
    return [
        line
        for line in lines_of(source)
        if not {squeeze(line), squeeze(NUMBER.sub("", line, count=1))} & _in(joined, line)
    ]


def _in(joined: str, line: str) -> set[str]:
    return {text for text in (squeeze(line), squeeze(NUMBER.sub("", line, count=1))) if text in joined}


#: Heads of tables whose kind prints its own, what regulations and dates are in standard form, labels of totals.
MADE_ANEW = {
    "Target Renstra 2021 s/d 2026", "Target Renja Tahun 2021", "Realisasi s/d Tahun 2021", "Perkiraan Realisasi",
    "Target dan Realisasi Tahun Lalu 2021", "Target Renja 2022", "Realisasi s/d 2022", "Tahun 2022", "TW II", "TW III",
    "TW IV", "% Capaian Kinerja 2022", "% Akhir Renstra", "Urusan/Program/Kegiatan", "Prakiraan Maju Tahun 2024",
    "2. UU No. 23 Th 2014 tentang Pemerintahan Daerah (Lembaran Negara RI Tahun 2014 Nomor 244, Tambahan Lembaran "
    "Negara RI Nomor 5587);", "3. Permendagri No. 86/2017 tentang Tata Cara Perencanaan;", "Sukamaju, 05 Juli 2022",
    "4. Peraturan Bupati Sukamaju Nomor 12 tahun 2021 tentang Rencana Strategis; dan", "Rp. 75.000.000,-", "OPD",
    "TW I",
}  # fmt: skip


def test_nothing_is_lost(ours: Taken) -> None:
    assert set(lost(OURS, ours)) - MADE_ANEW == set()
    assert set(AMOUNT.findall(OURS.read_text("utf-8"))) <= set(AMOUNT.findall(ours.text))


def test_the_folder_is_in_order(ours: Taken) -> None:
    assert problems_of(ours.folder) == []


def test_kinds_are_known_by_their_heads(ours: Taken) -> None:
    found = {table.number: table.built.kind if table.built else "bebas" for table in ours.adopted.tables}
    assert found == {
        "2.1": "evaluasi", "2.2": "capaian-kinerja", "2.3": "indikator-program", "2.4": "target-renstra",
        "2.5": "review-rkpd", "2.6": "usulan-masyarakat", "3.1": "rencana-program", "3.2": "bebas",
    }  # fmt: skip
    assert ours.adopted.renumbered == []


def test_what_the_document_says_of_itself(ours: Taken) -> None:
    dokumen = data(ours, "dokumen.json")
    assert dokumen["tahun"] == 2023
    assert dokumen["kerangka"] == "permendagri-54-2010"
    assert dokumen["perangkat_daerah"] == {"nama": "Dinas Perikanan", "singkatan": "DISKAN"}
    assert dokumen["daerah"] == {"jenis": "Kabupaten", "nama": "Sukamaju", "provinsi": "Pulau Tengah"}
    assert dokumen["renstra"] == {"awal": 2021, "akhir": 2026}
    assert dokumen["visi"]["daerah"] == "Sukamaju yang makmur dari laut dan kolamnya"
    assert dokumen["pengesahan"] == {
        "tempat": "Sukamaju", "tanggal": "05 Juli 2022", "jabatan": "Kepala Dinas Perikanan Kabupaten Sukamaju",
        "nama": "Ir. CONTOH PEJABAT, M.Si.", "pangkat": "Pembina Tingkat I", "nip": "19700101 199501 1 001",
        "tanda_tangan": "gambar/tanda-tangan.png",
    }  # fmt: skip
    assert ours.adopted.identity.guessed == []


def test_regulations_become_entries(ours: Taken) -> None:
    entries = data(ours, "regulasi/landasan-hukum.json")["regulasi"]
    assert [(e["jenis"], e["nomor"], e["tahun"]) for e in entries] == [
        ("UU", 25, 2004), ("UU", 23, 2014), ("Permendagri", 86, 2017), ("Perbup", 12, 2021),
    ]  # fmt: skip
    assert (entries[1]["lembaran"], entries[1]["tambahan"]) == ({"tahun": 2014, "nomor": 244}, 5587)
    section = data(ours, "bab-1.json")["bagian"][1]
    assert section["isi"] == [{"regulasi": "landasan-hukum"}, "5. Surat edaran yang bukan peraturan."]


def test_lists_are_nested_as_they_were_meant(ours: Taken) -> None:
    assert data(ours, "bab-1.json")["bagian"][2]["isi"] == [
        "Maksud penyusunan:",
        {"daftar": "a)", "butir": ["menetapkan 2 (dua) program;", "menjaga mutu ikan \\* dan udang;"]},
        "Tujuannya:",
        {"daftar": "1)", "butir": ["satu;", "dua."]},
    ]
    assert data(ours, "bab-3.json")["bagian"][0]["isi"][1] == {
        "daftar": "a.",
        "butir": [
            {
                "teks": "Produksi naik.",
                "isi": ["Tujuan : Ikan cukup.", {"daftar": "1.", "butir": ["tangkap;", "budi daya."]}],
            },
            {"teks": "Konsumsi naik.", "isi": ["Tujuan : Gizi baik."]},
        ],
    }


def test_figures_that_differ_are_kept_twice(ours: Taken) -> None:
    """For comparison in the data, and in an open note in print."""
    (tpi,) = [k for k in data(ours, "tabel/evaluasi.json")["program"][0]["kegiatan"] if "TPI" in k["indikator"]]
    assert tpi["tercatat"] == {"renja_n-2_persen": 75, "renstra_persen": 100}
    ours.says(
        "[Naskah lama mencetak tingkat realisasi yang tidak sama dengan hitungan: Pengelolaan Tempat Pelelangan: 75]"
    )
    performance = data(ours, "tabel/capaian-kinerja.json")
    assert performance["indikator"][0]["indikator_renstra"] == "Produksi ikan"
    assert performance["indikator"][1]["tercatat"] == {"persen": 97.5}
    assert performance["tercatat"] == {"persen": 101.3}


def test_the_faults_of_the_old_text_are_found(ours: Taken) -> None:
    found = {problem.code for problem in ours.adopted.findings}
    assert {"RJ102", "RJ105", "RJ106", "RJ202", "RJ206", "RJ213", "RJ503", "RJ505"} <= found
    assert set(data(ours, "dokumen.json")["aturan_dimatikan"]) == {
        problem.code for problem in ours.adopted.findings if problem.is_error
    }


def test_typed_numbers_of_cells_stay_as_typed(ours: Taken) -> None:
    performance = data(ours, "tabel/capaian-kinerja.json")["indikator"]
    assert performance[0]["capaian"] == {"n-3": 1000, "n-2": "1100", "n-1": 1260}
    plan = data(ours, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]["sub_kegiatan"]
    assert (plan[1]["target"], plan[1]["pagu"], plan[0]["catatan"]) == ("1000 buah", 200000000, "rapat \\{\\{ x \\}\\}")


@pytest.mark.skipif(not SEED.is_file(), reason="naskah rujukan tidak ada di komputer ini")
@pytest.mark.parametrize("styled", [True, False], ids=["bergaya", "ketikan"])
def test_the_real_renja(tmp_path: Path, *, styled: bool) -> None:
    taken = take(laid_out(SEED, tmp_path / "lama.docx", styled=styled), tmp_path / "isi")
    text = SEED.read_text("utf-8")
    assert set(AMOUNT.findall(text)) <= set(AMOUNT.findall(taken.text))
    joined = "\0".join(squeeze(line) for line in taken.printed)
    narrative = [b for b in parse(text) if isinstance(b, str) and len(b.split()) > 4 and not b.startswith("[")]
    missing = [line for line in narrative if not _in(joined, line)]
    assert missing == []
    kinds = {table.built.kind for table in taken.adopted.tables if table.built}
    assert kinds == {
        "evaluasi", "capaian-kinerja", "indikator-program", "review-rkpd", "usulan-masyarakat", "rencana-program",
    }  # fmt: skip
    assert len(json.loads((taken.folder / "regulasi/landasan-hukum.json").read_text("utf-8"))["regulasi"]) == 12


def test_adopting_is_repeatable(tmp_path: Path) -> None:
    docx = laid_out(OURS, tmp_path / "lama.docx", styled=False)
    for name in ("satu", "dua"):
        adopt(docx, tmp_path / name, TODAY)
    files = [p.relative_to(tmp_path / "satu") for p in sorted((tmp_path / "satu").rglob("*")) if p.is_file()]
    assert [(tmp_path / "satu" / f).read_bytes() for f in files] == [(tmp_path / "dua" / f).read_bytes() for f in files]


def test_our_own_document_comes_back(tmp_path: Path) -> None:
    """What `buat` made, without the base text it carries: the same tables, lists and regulations as the content has."""
    make_document(
        DocumentOrder(ROOT / "content" / "2021", tmp_path / "asli.docx", page_numbers=False), lambda text: None
    )
    parts = {n: d for n, d in package.unpack_file(tmp_path / "asli.docx").items() if not n.startswith("customXml/")}
    (tmp_path / "polos.docx").write_bytes(package.to_bytes(parts))
    taken = take(tmp_path / "polos.docx", tmp_path / "isi")
    assert [table.built.kind if table.built else "bebas" for table in taken.adopted.tables] == [
        "evaluasi", "capaian-kinerja", "indikator-program", "target-renstra", "review-rkpd", "usulan-masyarakat",
        "rencana-program",
    ]  # fmt: skip
    was = json.loads((ROOT / "content" / "2021" / "regulasi" / "landasan-hukum.json").read_text("utf-8"))
    assert data(taken, "regulasi/landasan-hukum.json")["regulasi"] == was["regulasi"]
    plan = json.loads((ROOT / "content" / "2021" / "tabel" / "rencana-program.json").read_text("utf-8"))
    assert _amounts(data(taken, "tabel/rencana-program.json")) == _amounts(plan)
    assert taken.adopted.identity.guessed == []
    assert not any(problem.is_error for problem in taken.adopted.findings)


def _amounts(plan: Any) -> list[Any]:
    subs = [s for program in plan["program"] for k in program["kegiatan"] for s in k["sub_kegiatan"]]
    return [(sub["pagu"], sub["pagu_maju"]) for sub in subs]
