"""What the tests share: content folders to break, and the check whether LibreOffice must be there."""

from __future__ import annotations

import copy
import json
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from renjadoc.content import folder as folders
from renjadoc.content.folder import Folder
from renjadoc.problem import Problem
from renjadoc.reading import Reading
from renjadoc.tables import evaluasi, forms
from renjadoc.tables.layout import walk_rows
from renjadoc.word.layout import pages
from tests import lines

ROOT = Path(__file__).resolve().parent.parent

# The first text that Hypothesis draws builds its table of characters; that is no fault of a test.
# Every run tries the same; what only chance finds is sought by `python -m tests.acak`.
settings.register_profile(
    "renjadoc", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None
)
# While one works, a quarter of what a law is tried on; one that says itself how many it needs keeps to it.
settings.register_profile("cepat", settings.get_profile("renjadoc"), max_examples=25)


def as_86(data: Any) -> Any:
    """A table of kind evaluasi or capaian-kinerja in the form of Permendagri 86/2017."""
    data = {**copy.deepcopy(data), "bentuk": forms.PERMENDAGRI_86}
    if data["jenis"] == "capaian-kinerja":
        data.pop("tercatat", None)
        data["indikator"] = [_measured_86(one) for one in data["indikator"]]
        return data
    for node in (row.node for row in walk_rows(evaluasi.LEVELS, data)):
        if "realisasi_sd_n-2" in node:
            del node["target_n-2"]
            node["realisasi_sd_n-3"] = node.pop("realisasi_sd_n-2")
    return data


def _measured_86(one: Any) -> Any:
    past, target = one["capaian"], one["target"]["n-1"]
    return {
        "kelompok": [f"Bidang {one['satuan']}"], "nama": one["nama"], "spm": "", "ikk": one["satuan"],
        "target": {"n-2": past["n-3"], "n-1": target, "n": 60, "n+1": "65%"},
        "capaian": {"n-2": past["n-2"], "n-1": past["n-1"]},
        "proyeksi": {"n": 61, "n+1": ["62", "atau lebih"]}, "catatan": "Naik",
    }  # fmt: skip


_skip_without_office = pytest.mark.skipif(
    pages.find_libreoffice() is None and not os.environ.get("RENJADOC_WAJIB_LIBREOFFICE"),
    reason="LibreOffice tidak ada",
)
Test = TypeVar("Test", bound=Callable[..., object])


def needs_office(test: Test) -> Test:
    """Marks a test that starts LibreOffice: a slow one too."""
    return pytest.mark.lambat(_skip_without_office(test))


#: Tests that make and read whole documents, start processes, draw many content folders or open the page: they take
#: more than a quarter of a second each, or many seconds together, and the quick suite has 60 of a processor for all.
_SLOW = (
    "absorption/", "acak/", "adoption/test_amended", "adoption/test_below", "adoption/test_cell",
    "adoption/test_charts", "adoption/test_comments", "adoption/test_counted", "adoption/test_forms",
    "adoption/test_guesses", "adoption/test_habits", "adoption/test_laws", "adoption/test_layout", "adoption/test_odd",
    "adoption/test_offices", "adoption/test_pi", "adoption/test_plans", "adoption/test_proof", "adoption/test_quarters",
    "adoption/test_re", "adoption/test_several", "adoption/test_untitled", "adoption/test_wide",
    "adoption/test_without_sub", "adoption/test_wrapped", "batch/test_archives", "batch/test_crew",
    "batch/test_folders", "batch/test_massal", "batch/test_notes", "batch/test_stopping", "batch/test_untrusted",
    "checks/test_blind", "checks/test_cell_comments", "checks/test_contents", "checks/test_planted",
    "checks/test_right", "checks/test_robust", "checks/test_run", "comparison/test_comparison", "content/test_pictures",
    "content/test_positions", "desk/test_actions", "desk/test_adding", "desk/test_document", "desk/test_dropping",
    "desk/test_every_key", "desk/test_from_nothing", "desk/test_grid_look", "desk/test_headings", "desk/test_incoming",
    "desk/test_inspection", "desk/test_isi", "desk/test_keyboard", "desk/test_moved_boxes", "desk/test_new_folders",
    "desk/test_new_tables", "desk/test_nowhere", "desk/test_running", "desk/test_screens", "desk/test_standing",
    "desk/test_story", "desk/test_untrusted", "desk/test_windows_above", "desk/test_wording", "edits/test_apply",
    "narrative/test_units", "nomenclature/test_use", "reshape/test_outlines", "reshape/test_ta", "reshape/test_th",
    "sheets/excel/test_edits", "sheets/excel/test_export", "sheets/excel/test_laws", "sheets/excel/test_looks",
    "sheets/excel/test_office", "sheets/excel/test_one", "sheets/excel/test_programs", "sheets/excel/test_regulations",
    "sheets/excel/test_typed", "sheets/excel/test_untrusted", "sheets/sipd/test_chosen", "sheets/sipd/test_more",
    "sheets/sipd/test_s", "sheets/sipd/test_web", "tables/test_evaluasi_triwulan", "tables/test_every_form",
    "tables/test_names", "tables/test_nothing", "word/test_charts", "word/test_completeness", "word/test_continued",
    "word/test_dangers", "word/test_document", "word/test_finished", "word/test_fonts", "word/test_golden",
    "word/test_grids", "word/test_office", "word/test_pages", "word/test_parts", "word/test_recounted",
    "word/test_redline", "word/test_repeated", "word/test_rivers", "word/test_short_tags", "word/test_stretches",
    "word/test_tags", "word/test_template", "years/test_amendment", "years/test_known", "years/test_rollover",
    "test_bagian", "test_beban", "test_buat", "test_cache", "test_catatan_kaki", "test_compose", "test_faults",
    "test_journal", "test_keamanan", "test_packaging", "test_pilih", "test_region_terms", "test_revisions", "test_save",
    "test_serap", "test_start", "test_sumber_grafik", "test_telaah", "test_terminal", "test_urungkan",
)  # fmt: skip


@cache
def _is_slow(path: Path) -> bool:
    return path.relative_to(ROOT / "tests").as_posix().startswith(_SLOW)


def _is_quick(config: pytest.Config) -> bool:
    return bool(config.getoption("markexpr") == "not lambat")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("cepat" if _is_quick(config) else "renjadoc")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick suite does not even import what it leaves out."""
    is_left_out = _is_quick(config) and _is_slow(collection_path)
    return (is_left_out and collection_path.suffix == ".py") or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _is_slow(item.path):
            item.add_marker(pytest.mark.lambat)


@pytest.fixture(scope="session", autouse=True)
def simpanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Folders of this run's own for what is kept: tests neither find what a user kept nor leave anything."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("simpanan")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--perbarui", action="store_true", help="tulis ulang berkas acuan dokumen")


@pytest.fixture
def isi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of content/2021 as `isi/` in the working folder, so that reports name it `isi/…`."""
    shutil.copytree(ROOT / "content" / "2021", tmp_path / "isi")
    monkeypatch.chdir(tmp_path)
    return Path("isi")


@pytest.fixture
def edit(isi: Path) -> Callable[[str, Callable[[Any], Any]], None]:
    """Changes the data of one file of the folder: edit("bab-1.json", lambda data: …)."""

    def change(file: str, how: Callable[[Any], Any]) -> None:
        path = isi / file
        data = json.loads(path.read_text("utf-8"))
        how(data)
        path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")

    return change


def read(root: Path) -> Folder:
    """The folder, which must be in order."""
    folder, problems = folders.read_folder(root)
    assert folder is not None, problems
    assert problems == []
    return folder


def problems_of(root: Path) -> list[Problem]:
    """Everything wrong with a folder's syntax, shape and references; what the checks find is not asked."""
    folder, problems = folders.read_folder(root)
    return problems if folder is None else [*problems, *Reading(folder).problems]


def report_of(root: Path) -> str:
    """The problems of a folder as the user reads them, without the closing count."""
    return "\n".join(lines.list_problems(problems_of(root))[:-1])
