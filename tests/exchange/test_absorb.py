"""serap: every kind of edit that a reviewer makes, and the JSON that it must give."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renjadoc.exchange.absorb import run
from renjadoc.pipeline import Order, make
from tests.conftest import ROOT
from tests.exchange.paper import Paper

Data = dict[str, Any]
LONG = "Kalimat kedua tetap sama seperti semula dan cukup panjang untuk dikenali."
ISI: list[Any] = [
    "Renja {{ perangkat_daerah.lengkap }} Tahun {{ tahun }} disusun bersama. Kalimat akhir paragraf pertama.",
    "Paragraf kedua memuat *istilah asing* dan **kata tebal** untuk diuji. " + LONG,
    "Paragraf ketiga pendek saja, tanpa sisipan apa pun di dalamnya.",
    {
        "daftar": "a.",
        "butir": [
            "butir pertama tentang koperasi;",
            {
                "teks": "butir kedua mempunyai rincian;",
                "isi": [{"daftar": "1)", "butir": ["rincian satu;", "rincian dua."]}],
            },
            "butir ketiga tentang usaha mikro.",
        ],
    },
    {"kutipan": "Maju bersama koperasi yang sehat."},
    "Paragraf keempat menutup bagian ini dengan [[pastikan angkanya]] di tengah kalimat.",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder `isi` and the draft `isi.docx` made from it."""
    place = tmp_path_factory.mktemp("serap")
    shutil.copytree(ROOT / "tests" / "contoh" / "dasar", place / "isi")
    path = place / "isi" / "bab-1.json"
    data = json.loads(path.read_text("utf-8"))
    data["bagian"][0]["isi"] = ISI
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    make(Order(place / "isi", place / "isi.docx", page_numbers=False), lambda text: None)
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "kerja")
    return tmp_path / "kerja"


def everything(root: Path) -> Data:
    return {path.relative_to(root).as_posix(): json.loads(path.read_text("utf-8")) for path in root.rglob("*.json")}


def isi(data: Data) -> list[Any]:
    found: list[Any] = data["bab-1.json"]["bagian"][0]["isi"]
    return found


def text(index: int, old: str, new: str) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        assert old in isi(data)[index]
        isi(data)[index] = isi(data)[index].replace(old, new)

    return change


def butir(data: Data) -> list[Any]:
    found: list[Any] = isi(data)[3]["butir"]
    return found


# Each edit: what is done on paper (tracked or not, where that makes a difference), and what it does to the content.


def _set(where: Callable[[Data], Any], key: Any, value: Any) -> Callable[[Data], None]:
    return lambda data: where(data).__setitem__(key, value)


BOTH: dict[str, tuple[Callable[[Paper, bool], None], Callable[[Data], None]]] = {
    "kata diganti": (
        lambda w, t: w.replace(w.p("disusun bersama"), "bersama", "serempak", tracked=t),
        text(0, "bersama", "serempak"),
    ),
    "kata ditambah di samping tahun": (
        lambda w, t: w.replace(w.p("disusun bersama"), " disusun", " ini disusun", tracked=t),
        text(0, " disusun", " ini disusun"),
    ),
    "kalimat dihapus": (
        lambda w, t: w.replace(w.p("disusun bersama"), " Kalimat akhir paragraf pertama.", "", tracked=t),
        text(0, " Kalimat akhir paragraf pertama.", ""),
    ),
    "kata pertama diganti": (
        lambda w, t: w.replace(w.p("Paragraf ketiga"), "Paragraf", "Alinea", tracked=t),
        text(2, "Paragraf", "Alinea"),
    ),
    "kalimat ditambah di akhir": (
        lambda w, t: w.replace(w.p("Paragraf ketiga"), "dalamnya.", "dalamnya. Tambahan penelaah.", tracked=t),
        text(2, "dalamnya.", "dalamnya. Tambahan penelaah."),
    ),
    "tanda baca": (
        lambda w, t: w.replace(w.p("Paragraf ketiga"), "saja,", "saja;", tracked=t),
        text(2, "saja,", "saja;"),
    ),
    "kata di dalam miring": (
        lambda w, t: w.replace(w.p("istilah asing"), "asing", "baku", tracked=t),
        text(1, "istilah asing", "istilah baku"),
    ),
    "kata di samping tebal": (
        lambda w, t: w.replace(w.p("kata tebal"), " untuk diuji", " untuk dicoba", tracked=t),
        text(1, "diuji", "dicoba"),
    ),
    "bintang diketik": (
        lambda w, t: w.replace(w.p("Paragraf ketiga"), "saja", "saja*", tracked=t),
        text(2, "saja", "saja\\*"),
    ),
    "paragraf baru": (
        lambda w, t: w.add(w.p("Paragraf ketiga"), "Paragraf sisipan dari hukum.", tracked=t),
        lambda data: isi(data).insert(3, "Paragraf sisipan dari hukum."),
    ),
    "paragraf baru paling atas": (
        lambda w, t: w.add(w.p("disusun bersama"), "Pembuka dari hukum.", tracked=t, before=True),
        lambda data: isi(data).insert(0, "Pembuka dari hukum."),
    ),
    "dua paragraf baru": (
        lambda w, t: (
            w.add(w.p("Paragraf ketiga"), "Sisipan kedua.", tracked=t),
            w.add(w.p("Paragraf ketiga"), "Sisipan pertama.", tracked=t),
        ),
        lambda data: isi(data).__setitem__(slice(3, 3), ["Sisipan pertama.", "Sisipan kedua."]),
    ),
    "paragraf dihapus": (
        lambda w, t: w.remove(w.p("Paragraf ketiga"), tracked=t),
        lambda data: isi(data).pop(2),
    ),
    "paragraf dipindah ke atas": (
        lambda w, t: w.move(w.p("Paragraf ketiga"), w.p("disusun bersama"), tracked=t),
        lambda data: isi(data).insert(1, isi(data).pop(2)),
    ),
    "paragraf dipindah ke bagian lain": (
        lambda w, t: w.move(w.p("Paragraf ketiga"), w.p("menjadi pedoman"), tracked=t),
        lambda data: data["bab-1.json"]["bagian"][2]["isi"].append(isi(data).pop(2)),
    ),
    "paragraf dipindah ke bab lain": (
        lambda w, t: w.move(w.p("Paragraf ketiga"), w.p("tugas bersama dilaksanakan"), tracked=t),
        lambda data: data["bab-5.json"]["isi"].insert(1, isi(data).pop(2)),
    ),
    "paragraf dibagi": (
        lambda w, t: w.split(w.p("Paragraf kedua"), LONG, tracked=t),
        lambda data: isi(data).__setitem__(
            slice(1, 2), ["Paragraf kedua memuat *istilah asing* dan **kata tebal** untuk diuji.", LONG]
        ),
    ),
    "paragraf dengan tahun dibagi": (
        lambda w, t: w.split(w.p("disusun bersama"), " Tahun ", tracked=t),
        lambda data: isi(data).__setitem__(
            slice(0, 1),
            [
                "Renja {{ perangkat_daerah.lengkap }}",
                "Tahun {{ tahun }} disusun bersama. Kalimat akhir paragraf pertama.",
            ],
        ),
    ),
    "paragraf digabung": (
        lambda w, t: w.join(w.p("Paragraf kedua"), tracked=t),
        lambda data: isi(data).__setitem__(slice(1, 3), [isi(data)[1] + isi(data)[2]]),
    ),
    "butir diubah": (
        lambda w, t: w.replace(w.p("butir pertama"), "koperasi", "perkoperasian", tracked=t),
        lambda data: _set(butir, 0, "butir pertama tentang perkoperasian;")(data),
    ),
    "butir baru": (
        lambda w, t: w.add(w.p("butir pertama"), "butir sisipan;", tracked=t),
        lambda data: butir(data).insert(1, "butir sisipan;"),
    ),
    "butir baru di akhir": (
        lambda w, t: w.add(w.p("butir ketiga"), "butir terakhir.", tracked=t),
        lambda data: butir(data).append("butir terakhir."),
    ),
    "butir dihapus": (lambda w, t: w.remove(w.p("butir pertama"), tracked=t), lambda data: butir(data).pop(0)),
    "butir terakhir dihapus": (lambda w, t: w.remove(w.p("butir ketiga"), tracked=t), lambda data: butir(data).pop()),
    "butir dipindah": (
        lambda w, t: w.move(w.p("butir ketiga"), w.p("butir pertama"), tracked=t),
        lambda data: butir(data).insert(1, butir(data).pop()),
    ),
    "rincian diubah": (
        lambda w, t: w.replace(w.p("rincian satu"), "satu", "kesatu", tracked=t),
        lambda data: _set(lambda d: butir(d)[1]["isi"][0]["butir"], 0, "rincian kesatu;")(data),
    ),
    "rincian baru": (
        lambda w, t: w.add(w.p("rincian satu"), "rincian sisipan;", tracked=t),
        lambda data: butir(data)[1]["isi"][0]["butir"].insert(1, "rincian sisipan;"),
    ),
    "rincian dihapus": (
        lambda w, t: w.remove(w.p("rincian satu"), tracked=t),
        lambda data: butir(data)[1]["isi"][0]["butir"].pop(0),
    ),
    "semua rincian dihapus": (
        lambda w, t: (w.remove(w.p("rincian satu"), tracked=t), w.remove(w.p("rincian dua"), tracked=t)),
        lambda data: _set(butir, 1, "butir kedua mempunyai rincian;")(data),
    ),
    "judul bagian diubah": (
        lambda w, t: w.replace(w.p("Latar Belakang"), "Belakang", "Belakang dan Dasar", tracked=t),
        lambda data: _set(lambda d: d["bab-1.json"]["bagian"][0], "judul", "Latar Belakang dan Dasar")(data),
    ),
    "judul bab diubah": (
        lambda w, t: w.replace(w.p("Pendahuluan"), "Pendahuluan", "Pengantar", tracked=t),
        lambda data: _set(lambda d: d["bab-1.json"], "judul", "Pengantar")(data),
    ),
    "bagian baru": (
        lambda w, t: w.add(w.p("menjadi pedoman"), "Ruang Lingkup", like=w.p("Latar Belakang"), tracked=t),
        lambda data: data["bab-1.json"]["bagian"].insert(3, {"judul": "Ruang Lingkup"}),
    ),
    "kutipan diubah": (
        lambda w, t: w.replace(w.p("Maju bersama"), "sehat", "kuat", tracked=t),
        lambda data: _set(lambda d: isi(d)[4], "kutipan", "Maju bersama koperasi yang kuat.")(data),
    ),
    "catatan terbuka diisi": (
        lambda w, t: w.replace(w.p("Paragraf keempat"), "[pastikan angkanya]", "24 koperasi", tracked=t),
        text(5, "[[pastikan angkanya]]", "24 koperasi"),
    ),
    "catatan terbuka diubah": (
        lambda w, t: w.replace(w.p("Paragraf keempat"), "angkanya", "jumlahnya", tracked=t),
        text(5, "angkanya", "jumlahnya"),
    ),
    "regulasi diubah": (
        lambda w, t: w.replace(w.p("Undang-Undang Nomor 25 Tahun 2004"), "Nomor 25", "Nomor 26", tracked=t),
        lambda data: data["regulasi/landasan-hukum.json"]["regulasi"][0].update(nomor=26),
    ),
    "regulasi dihapus": (
        lambda w, t: w.remove(w.p("Undang-Undang Nomor 25 Tahun 2004"), tracked=t),
        lambda data: data["regulasi/landasan-hukum.json"]["regulasi"].pop(0),
    ),
    "regulasi baru": (
        lambda w, t: w.add(
            w.p("Undang-Undang Nomor 25 Tahun 2004"),
            "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah (Lembaran Negara Republik "
            "Indonesia Tahun 2019 Nomor 42, Tambahan Lembaran Negara Republik Indonesia Nomor 6322);",
            tracked=t,
        ),
        lambda data: data["regulasi/landasan-hukum.json"]["regulasi"].insert(
            1,
            {
                "jenis": "PP",
                "nomor": 12,
                "tahun": 2019,
                "tentang": "Pengelolaan Keuangan Daerah",
                "lembaran": {"tahun": 2019, "nomor": 42},
                "tambahan": 6322,
            },
        ),
    ),
}

ONCE: dict[str, tuple[Callable[[Paper], None], Callable[[Data], None]]] = {
    "tidak ada": (lambda w: None, lambda data: None),
    "kata dimiringkan": (
        lambda w: w.look(w.p("Paragraf ketiga"), "pendek saja", "i"),
        text(2, "pendek saja", "*pendek saja*"),
    ),
    "kata ditebalkan dan dimiringkan": (
        lambda w: w.look(w.p("Paragraf ketiga"), "pendek", "b", "i"),
        text(2, "pendek", "***pendek***"),
    ),
    "paragraf dipindah tanpa tanda": (
        lambda w: w.move(w.p("Paragraf ketiga"), w.p("disusun bersama"), bare=True),
        lambda data: isi(data).insert(1, isi(data).pop(2)),
    ),
    "paragraf menjadi kutipan": (
        lambda w: w.style(w.p("Paragraf ketiga"), w.p("Maju bersama")),
        lambda data: _set(isi, 2, {"kutipan": isi(data)[2]})(data),
    ),
    "rincian naik menjadi butir": (
        lambda w: w.style(w.p("rincian dua"), w.p("butir ketiga")),
        lambda data: (butir(data)[1]["isi"][0]["butir"].pop(), butir(data).insert(2, "rincian dua.")),
    ),
    "paragraf menjadi butir": (
        lambda w: w.style(w.p("Maju bersama"), w.p("butir ketiga")),
        lambda data: butir(data).append(isi(data).pop(4)["kutipan"]),
    ),
    "seperti Word menyimpan": (lambda w: w.as_word_writes(), lambda data: None),
    "seperti Word menyimpan, dengan suntingan": (
        lambda w: (w.as_word_writes(), w.replace(w.p("disusun bersama"), "bersama", "serempak", tracked=True)),
        text(0, "bersama", "serempak"),
    ),
    "semua tanda hilang": (
        lambda w: (w.replace(w.p("Paragraf ketiga"), "pendek", "singkat"), w.strip_all()),
        text(2, "pendek", "singkat"),
    ),
}


def absorbed(place: Path, change: Callable[[Data], object]) -> run.Plan:
    """Absorb, and compare the whole folder with what it must be; a second time nothing may change."""
    expected = everything(place / "isi")
    change(expected)
    plan = run.plan(place / "isi.docx", place / "isi")
    run.write(plan, _NOW)
    shutil.rmtree(place / "isi" / run.BACKUPS, ignore_errors=True)
    assert everything(place / "isi") == expected
    again = run.plan(place / "isi.docx", place / "isi")
    assert (again.changes, again.files) == ([], {})
    return plan


_NOW = __import__("datetime").datetime(2026, 2, 3, 8, 0)


@pytest.mark.parametrize("tracked", [False, True], ids=["langsung", "terlacak"])
@pytest.mark.parametrize("name", BOTH)
def test_edit(place: Path, name: str, tracked: bool) -> None:
    edit, change = BOTH[name]
    paper = Paper(place / "isi.docx")
    edit(paper, tracked)
    paper.save()
    plan = absorbed(place, change)
    assert plan.whole
    assert not tracked or plan.pending


@pytest.mark.parametrize("name", ONCE)
def test_edit_once(place: Path, name: str) -> None:
    edit, change = ONCE[name]
    paper = Paper(place / "isi.docx")
    edit(paper)
    paper.save()
    assert absorbed(place, change).whole


@pytest.mark.parametrize("name", BOTH)
def test_pending_edits_can_wait(place: Path, name: str) -> None:
    paper = Paper(place / "isi.docx")
    BOTH[name][0](paper, True)
    paper.save()
    plan = run.plan(place / "isi.docx", place / "isi", take_pending=False)
    assert (plan.changes, plan.files, plan.whole) == ([], {}, True)
    assert plan.pending
