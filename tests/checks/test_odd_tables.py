"""Tables that people made odd: what is told of them, and that no rule fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from renjadoc.examine import examine_folder
from tests.checks.examples import Example, lay_down


def _tell(folder: Path, name: str, change: dict[str, Any]) -> list[tuple[str, str]]:
    path = folder / "tabel" / f"{name}.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change), "utf-8")
    return [(problem.code, problem.message) for problem in examine_folder(folder)[1].problems]


@pytest.mark.parametrize("source", ["review-rkpd", "evaluasi"])
def test_a_view_of_itself_or_of_another_kind_is_told(tmp_path: Path, source: str) -> None:
    folder = lay_down(Example(()), tmp_path / "isi")
    told = _tell(folder, "review-rkpd", {"jenis": "review-rkpd", "sumber": source})
    assert "RJ030" in {code for code, _ in told}
    assert "RJ009" not in {code for code, _ in told}
    reading, _ = examine_folder(folder)
    assert reading is not None
    assert reading.tables["review-rkpd"].printed == []


def test_an_open_name_of_an_indicator_is_told(tmp_path: Path) -> None:
    folder = lay_down(Example(()), tmp_path / "isi")
    path = folder / "tabel" / "target-renstra.json"
    text = path.read_text("utf-8")
    first = text.index('"nama":')
    end = text.index("\n", first)
    path.write_text(f'{text[:first]}"nama": "…",{text[end:]}', "utf-8")
    told = [(problem.code, problem.message) for problem in examine_folder(folder)[1].problems]
    assert any(code == "RJ208" and "1 sel belum diisi (Indikator)" in message for code, message in told), told
    assert "RJ009" not in {code for code, _ in told}


@pytest.mark.parametrize(("stated", "is_told"), [("150%", False), ("50%", False), ("200%", True)])
def test_a_percentage_of_a_target_below_zero_may_go_either_way(tmp_path: Path, stated: str, is_told: bool) -> None:
    """What an ad-hoc table measures may be better when higher (growth) or when lower; it cannot say which."""
    folder = lay_down(Example(()), tmp_path / "isi")
    columns = [{"judul": name} for name in ("Indikator", "Target", "Realisasi", "Capaian (%)")]
    table = {"jenis": "bebas", "judul": ["A"], "kolom": columns, "baris": [["Laju", "-2%", "-1%", stated]]}
    (folder / "tabel" / "laju.json").write_text(json.dumps(table), "utf-8")
    chapter = json.loads((folder / "bab-2.json").read_text("utf-8"))
    chapter["bagian"][0]["isi"].append({"tabel": "laju"})
    (folder / "bab-2.json").write_text(json.dumps(chapter), "utf-8")
    messages = [problem.message for problem in examine_folder(folder)[1].problems]
    assert any("hasil hitungannya 150%" in message for message in messages) is is_told
