"""Copies by OneDrive, Dropbox and Windows, files of the system, and files that nobody reads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.content import strays
from renjadoc.content.load import Source
from tests.conftest import ROOT, problems_of, read

Edit = Callable[[str, Callable[[Any], Any]], None]
PLAN = "rencana-program"


@pytest.mark.parametrize(
    "name",
    ["rencana-program-LAPTOP-7F", "rencana-program-DESKTOP-AB12CD3", "rencana-program - Copy",
     "rencana-program - Copy (2)", "rencana-program (1)", "rencana-program(1)", "rencana-program - Salinan",
     "rencana-program copy 2", "rencana-program (Budi's conflicted copy 2026-01-02)",
     "rencana-program (salinan berkonflik Sari 2026-01-02)", "rencana-program (Konflik huruf besar)",
     "rencana-program.sync-conflict-20260102-101010-ABCDEFG", "Copy of rencana-program", "Salinan rencana-program"],
)  # fmt: skip
def test_a_copy_is_an_error_that_names_it(isi: Path, edit: Edit, name: str) -> None:
    shutil.copy(isi / "tabel" / f"{PLAN}.json", isi / "tabel" / f"{name}.json")
    # A copy stays one when the original was edited since.
    edit(f"tabel/{PLAN}.json", lambda data: data.update(program=data["program"][:1]))
    found = [problem for problem in problems_of(isi) if problem.code == "RJ036"]
    assert [problem.location.file for problem in found] == [f"isi/tabel/{name}.json"]
    assert found[0].is_error
    assert "salinan tabel/rencana-program.json" in found[0].message
    assert "hapus atau pindahkan" in found[0].hint


@pytest.mark.parametrize("name", ["rencana-program-BAPPEDA-01", "rencana-lama", "a"])
@pytest.mark.parametrize("kind", [PLAN, "evaluasi"])
def test_rows_that_would_count_twice_are_an_error(isi: Path, kind: str, name: str) -> None:
    shutil.copy(isi / "tabel" / f"{kind}.json", isi / "tabel" / f"{name}.json")
    found = [problem for problem in problems_of(isi) if problem.code == "RJ036"]
    assert [problem.location.file for problem in found] == [f"isi/tabel/{name}.json"]


def _change_figures(data: Any) -> Any:
    """The same rows with other figures, as a table from an earlier step of the planning has them."""
    if isinstance(data, dict):
        return {key: value if key == "lokasi" else _change_figures(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_change_figures(value) for value in data]
    if isinstance(data, str):
        return re.sub(r"^\d", "7", data)
    return data * 2 + 1 if isinstance(data, int) and not isinstance(data, bool) else data


@pytest.mark.parametrize("name", ["lama", "revisi", "pagu-2"])
@pytest.mark.parametrize("kind", [PLAN, "evaluasi"])
def test_an_earlier_version_with_other_figures_is_an_error_that_names_both(isi: Path, kind: str, name: str) -> None:
    data = json.loads((isi / "tabel" / f"{kind}.json").read_text("utf-8"))
    (isi / "tabel" / f"{kind}-{name}.json").write_text(json.dumps(_change_figures(data)), "utf-8")
    (found,) = [problem for problem in problems_of(isi) if problem.code == "RJ036"]
    assert (found.location.file, found.is_error) == (f"isi/tabel/{kind}-{name}.json", True)
    assert f"tabel/{kind}.json" in found.message
    assert f"Simpan yang berlaku dengan nama tabel/{kind}.json" in found.hint


@pytest.mark.parametrize("key", ["lokasi", "bidang"])
def test_the_same_work_of_two_units_is_no_version(isi: Path, key: str) -> None:
    data = _change_figures(json.loads((isi / "tabel" / f"{PLAN}.json").read_text("utf-8")))
    for program in data["program"]:
        for kegiatan in program["kegiatan"]:
            for sub in kegiatan["sub_kegiatan"]:
                sub[key] = "UPTD Pelatihan"
    (isi / "tabel" / f"{PLAN}-uptd.json").write_text(json.dumps(data), "utf-8")
    assert "RJ036" not in {problem.code for problem in problems_of(isi)}


def test_copies_of_lists_of_regulations_and_of_chapters(isi: Path) -> None:
    shutil.copy(isi / "regulasi" / "landasan-hukum.json", isi / "regulasi" / "landasan-hukum (1).json")
    shutil.copy(isi / "bab-1.json", isi / "bab-1 - Copy.json")
    found = [(problem.code, problem.location.file) for problem in problems_of(isi)]
    assert found == [("RJ036", "isi/bab-1 - Copy.json"), ("RJ036", "isi/regulasi/landasan-hukum (1).json")]


def _table(kind: str, *rows: str, title: str = "Judul") -> dict[str, Any]:
    return {"jenis": kind, "judul": title, "indikator": [{"nama": name, "target": [1, 2]} for name in rows]}


@pytest.mark.parametrize(
    ("first", "second", "name", "is_copy"),
    [
        (_table("target-renstra", "a", "b"), _table("target-renstra", "a", "b", "c"), "target-renstra-lama", True),
        (_table("target-renstra", "a", "b"), _table("target-renstra", "a", "c"), "target-renstra-lama", False),
        (_table("target-renstra", "a", "b"), _table("target-renstra", "a", "b"), "lama", False),
        (_table("target-renstra", "a", "b"), _table("target-renstra", "a", "b"), "target-renstra2", False),
        (_table("target-renstra", "a"), _table("target-renstra", "z"), "target-renstra (1)", True),
        (_table("target-renstra", "a"), _table("rekap", "a"), "target-renstra (1)", False),
        (_table("bebas", "a"), _table("bebas", "a"), "target-renstra-lama", True),
        (_table("bebas", "a"), _table("bebas", "a", title="Lain"), "target-renstra-lama", False),
        (_table("regulasi", "a"), _table("regulasi", "a"), "target-renstra-lama", False),
    ],
)
def test_a_copy_has_the_name_and_rows_of_another(first: Any, second: Any, name: str, is_copy: bool) -> None:
    data = {"target-renstra": first, name: second}
    sources = {stem: Source(Path(stem), f"isi/tabel/{stem}.json", "", one) for stem, one in data.items()}
    found = strays.find_copies(sources, "tabel")
    assert list(found) == [name] * is_copy
    assert all("salinan tabel/target-renstra.json" in problem.message for problem in found.values())


def test_several_tables_of_a_kind_are_right(isi: Path) -> None:
    adhoc = json.loads((ROOT / "tests" / "contoh" / "tabel" / "bebas.json").read_text("utf-8"))
    for name, title in (("sdm", "Pegawai"), ("sdm (1)", "Pegawai UPTD"), ("sdm-UPTD-2", "Pegawai Bidang")):
        (isi / "tabel" / f"{name}.json").write_text(json.dumps(adhoc | {"judul": title}), "utf-8")
    plan = json.loads((isi / "tabel" / f"{PLAN}.json").read_text("utf-8"))
    first, *others = plan["program"]
    (isi / "tabel" / f"{PLAN}.json").write_text(json.dumps(plan | {"program": others}), "utf-8")
    (isi / "tabel" / f"{PLAN}-uptd.json").write_text(json.dumps(plan | {"program": [first]}), "utf-8")
    assert [problem for problem in problems_of(isi) if problem.code in {"RJ036", "RJ037"}] == []


@pytest.mark.parametrize(
    "name", ["._evaluasi.json", "~$x.json", ".x.json", "Thumbs.db", "desktop.ini", ".DS_Store", "~$renja.docx"]
)
@pytest.mark.parametrize("place", [".", "tabel", "regulasi", "gambar"])
def test_files_of_the_system_are_none_of_ours(isi: Path, place: str, name: str) -> None:
    (isi / place / name).write_bytes(b"\x00\x05\x16\x07\xff")
    assert read(isi).broken == []


def test_a_hidden_chapter_is_none_of_ours(isi: Path) -> None:
    (isi / "._bab-1.json").write_bytes(b"\x00")
    assert problems_of(isi) == []


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        ("kata_pengatar.json", "Mungkin maksudnya “kata-pengantar.json”"),
        ("lampiran-1.json", "lampiran/"),
        ("bab-2.json.txt", "Ubah namanya menjadi “bab-2.json”"),
        ("tabel/evaluasi.json.txt", "Ubah namanya menjadi “evaluasi.json”"),
        ("telaah.jsn", "Ubah namanya menjadi “telaah.json”"),
        ("bab2.json", "Mungkin maksudnya “bab-2.json”"),
        ("Bab-5.json", "Mungkin maksudnya “bab-5.json”"),
        ("kamus.text", "Mungkin maksudnya “kamus.txt”"),
        ("peraturn.json", "Mungkin maksudnya “peraturan.json”"),
        ("evaluasi.json", "pindahkan ke folder tabel/"),
        ("tabel/lama/evaluasi.json", "pindahkan ke folder tabel/"),
        ("dokumen (1).json", "Tampaknya salinan dokumen.json"),
        ("lampiran/SK Tim.docx", "Lampiran ditulis sebagai .json"),
        ("tabel/Evaluasi.XLSX", "excel impor"),
    ],
)
def test_what_nobody_reads_is_told(isi: Path, file: str, advice: str) -> None:
    (isi / file).parent.mkdir(exist_ok=True)
    (isi / file).write_text("{}", "utf-8")
    (problem,) = problems_of(isi)
    assert (problem.code, problem.location.file, problem.is_error) == ("RJ037", f"isi/{file}", False)
    assert advice in problem.hint


@pytest.mark.parametrize(
    "file",
    [
        "gambar/BACA.txt",
        "catatan.docx",
        "regulasi/uu.pdf",
        "skema/bab.schema.json",
        ".cadangan/x/bab-1.json",
        "kerangka/lain.json",
    ],
)
def test_what_stands_beside_the_content_is_not_told(isi: Path, file: str) -> None:
    (isi / file).parent.mkdir(exist_ok=True, parents=True)
    (isi / file).write_text("{}", "utf-8")
    assert problems_of(isi) == []


def test_a_content_folder_within_another_is_a_matter_of_its_own(isi: Path) -> None:
    shutil.copytree(ROOT / "content" / "awal", isi / "2022")
    assert problems_of(isi) == []


def test_a_misspelt_dokumen_is_told_beside_the_missing_one(isi: Path) -> None:
    (isi / "dokumen.json").rename(isi / "dokumen.json.txt")
    assert {problem.code for problem in problems_of(isi)} == {"RJ004", "RJ037"}


def test_a_backslash_means_a_folder(isi: Path, edit: Edit) -> None:
    edit("dokumen.json", lambda data: data.update(logo="gambar\\logo.png"))
    assert problems_of(isi) == []
    edit("dokumen.json", lambda data: data.update(logo="..\\luar.png"))
    assert [problem.code for problem in problems_of(isi)] in (["RJ031"], ["RJ013"])


@pytest.mark.parametrize("folder", ["content/2021", "content/awal", "tests/contoh/kecamatan", "tests/contoh/provinsi"])
def test_what_comes_with_renjadoc_has_neither(folder: str) -> None:
    assert [problem for problem in problems_of(ROOT / folder) if problem.code in {"RJ036", "RJ037"}] == []


def test_names_of_copies() -> None:
    assert strays.find_original("sdm-uptd", ["sdm"]) == ""
    assert strays.find_original("bab-10 (1)", ["bab-1", "bab-10"]) == "bab-10"
    assert strays.find_original("sdm (2026)", ["kinerja"]) == ""
