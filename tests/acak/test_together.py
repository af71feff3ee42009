"""A short run of pairs, kills and full disks over everything that writes; the long one is `tests.acak.together`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.acak.actions import ACTIONS, Place, prepare
from tests.acak.together import fill_disk, kill_action, run_pair
from tests.alone import run_alone

pytestmark = [
    pytest.mark.lambat,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="tidak ada fork"),
]
#: Pairs that write the same file, different ones, the same new folder, the same store.
PAIRS = [
    ("serap", "serap"), ("serap", "excel"), ("excel", "sipd"), ("terima", "bentuk"), ("ketik", "urungkan"),
    ("kata", "kata"), ("gulir", "gulir"), ("gulir", "perubahan"), ("gulir", "serap"), ("pasang", "pasang"),
    ("bentuk", "bentuk"), ("buat", "buat"),
]  # fmt: skip

#: The long run tries the others too, which only make a document or a folder beside it and take longer.
SHORT = sorted(ACTIONS.keys() - {"adopsi", "telaah", "ekspor", "banding"})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return prepare(tmp_path_factory.mktemp("bersama") / "asal")


def _do_both(kept: Place, base: Path, pair: tuple[str, str]) -> None:
    ends = run_pair(kept, base, *pair)
    if pair[0] == pair[1] in {"gulir"}:
        assert sorted(ends) == ["RJ050", "jadi"]


def _kill_twice(kept: Place, base: Path, name: str) -> None:
    for seconds in (0.02, 0.15):
        kill_action(kept, base, name, seconds)


def _fill_thrice(kept: Place, base: Path, name: str) -> None:
    assert not fill_disk(kept, base, name, 0)
    fill_disk(kept, base, name, 3_000)
    assert fill_disk(kept, base, name, 50_000_000)


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_of_two_at_once_both_are_done_or_one_is_told(kept: Place, tmp_path: Path, pair: tuple[str, str]) -> None:
    run_alone(_do_both, kept, tmp_path / "coba", pair)


@pytest.mark.parametrize("name", SHORT)
def test_killed_half_way_all_is_old_or_new(kept: Place, tmp_path: Path, name: str) -> None:
    run_alone(_kill_twice, kept, tmp_path / "coba", name)


@pytest.mark.parametrize("name", SHORT)
def test_a_disk_that_is_full_leaves_all_as_it_was(kept: Place, tmp_path: Path, name: str) -> None:
    run_alone(_fill_thrice, kept, tmp_path / "coba", name)
