"""serap: every kind of edit that a reviewer makes, and the JSON that it must give."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from renjadoc import journal, save
from renjadoc.absorption.run import AbsorptionPlan, plan_absorption
from renjadoc.edits import changeset
from renjadoc.edits.shown import ShownPlaces
from renjadoc.problem import ProblemsFound
from renjadoc.unbroken import bind_words
from renjadoc.word.layout import pages
from renjadoc.word.packages import package
from renjadoc.word.reader import walk
from renjadoc.word.reader.made import read_made
from tests.absorption.paper import NS, Paper, W, make
from tests.conftest import ROOT, needs_office

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


def regulasi(data: Data) -> list[Any]:
    found: list[Any] = data["regulasi/landasan-hukum.json"]["regulasi"]
    return found


def _move_all(w: Paper, names: list[str], after: str, tracked: bool) -> None:
    """Cut a stretch of paragraphs and paste it behind another."""
    place = w.p(after)
    for paragraph in reversed([w.p(name) for name in names]):
        w.move(paragraph, place, tracked=tracked)


def written(plan: AbsorptionPlan) -> Path | None:
    """Write a plan; where the old files are kept."""
    return changeset.write_files(plan.root, plan.files, plan.read, _NOW)


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
        lambda w, t: w.move(w.p("Paragraf ketiga"), w.p("pedoman seluruh unit"), tracked=t),
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
    "bagian dipindah utuh": (
        lambda w, t: _move_all(w, ["Maksud dan Tujuan", "menjadi pedoman kerja"], "Paragraf keempat", t),
        lambda data: data["bab-1.json"]["bagian"].insert(1, data["bab-1.json"]["bagian"].pop(2)),
    ),
    "butir pendek dengan rinciannya dipindah": (
        lambda w, t: _move_all(w, ["butir kedua", "rincian satu", "rincian dua"], "butir ketiga", t),
        lambda data: butir(data).append(butir(data).pop(1)),
    ),
    "dua paragraf baru yang sama": (
        lambda w, t: [w.add(w.p("Paragraf ketiga"), "Sisipan yang sama.", tracked=t) for _ in range(2)],
        lambda data: isi(data).__setitem__(slice(3, 3), ["Sisipan yang sama."] * 2),
    ),
    "tiga paragraf digabung": (
        lambda w, t: (w.join(w.p("Paragraf kedua"), tracked=t), w.join(w.p("disusun bersama"), tracked=t)),
        lambda data: isi(data).__setitem__(slice(0, 3), ["".join(isi(data)[:3])]),
    ),
    "kalimat dengan tahun pindah paragraf": (
        lambda w, t: (
            w.replace(w.p("disusun bersama"), " Tahun 2027 disusun bersama.", "", tracked=t),
            w.replace(w.p("Paragraf ketiga"), "dalamnya.", "dalamnya. Tahun 2027 disusun bersama.", tracked=t),
        ),
        lambda data: (
            text(0, " Tahun {{ tahun }} disusun bersama.", "")(data),
            text(2, "dalamnya.", "dalamnya. Tahun {{ tahun }} disusun bersama.")(data),
        ),
    ),
    "tanda isian diketik": (
        lambda w, t: w.replace(w.p("Paragraf ketiga"), "saja", "{{ tahun }} **saja** [[x]]", tracked=t),
        text(2, "saja", "\\{{ tahun }} \\*\\*saja\\*\\* \\[\\[x\\]\\]"),
    ),
    "spasi keras dan kutip Word": (
        lambda w, t: w.replace(w.p("Paragraf ketiga"), "apa pun", "“siapa\u00a0pun”", tracked=t),
        text(2, "apa pun", "“siapa pun”"),
    ),
    "spasi keras saja": (
        lambda w, t: w.replace(w.p("disusun bersama"), "Tahun ", "Tahun\u00a0", tracked=t),
        lambda data: None,
    ),
    "regulasi dipindah": (
        lambda w, t: w.move(w.p("Nomor 12 Tahun 2019"), w.p("Undang-Undang Nomor 25"), tracked=t),
        lambda data: regulasi(data).insert(1, regulasi(data).pop(3)),
    ),
    "regulasi dipindah paling atas": (
        lambda w, t: w.move(w.p("Nomor 12 Tahun 2019"), w.p("disusun berdasarkan"), tracked=t),
        lambda data: regulasi(data).insert(0, regulasi(data).pop(3)),
    ),
    "regulasi baru paling atas": (
        lambda w, t: w.add(
            w.p("Undang-Undang Nomor 25 Tahun 2004"),
            "Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara;",
            tracked=t,
            before=True,
        ),
        lambda data: regulasi(data).insert(
            0, {"jenis": "UU", "nomor": 17, "tahun": 2003, "tentang": "Keuangan Negara"}
        ),
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

_BY = 'w:id="1" w:author="Bu Sari" w:date="2026-02-03T08:00:00Z"'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'

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
    "paragraf dinomori dengan tombol": (
        lambda w: w.number(w.p("Maju bersama"), w.numbered(w.p("butir ketiga"))),
        lambda data: butir(data).append(isi(data).pop(4)["kutipan"]),
    ),
    "nomor butir dimatikan": (
        lambda w: w.number(w.p("butir ketiga"), "0"),
        lambda data: (butir(data)[1]["isi"].append(butir(data).pop()),),
    ),
    "tanda hubung tersembunyi": (
        lambda w: w.replace(w.p("Paragraf ketiga"), "sisipan", "sisi\u00adpan"),
        lambda data: None,
    ),
    "kolom di dalam kolom": (
        lambda w: w.p("Paragraf ketiga").append(
            make(
                f"<w:ins {_BY}>{_FIELD.format('begin')}{_FIELD.format('begin')}{_FIELD.format('separate')}"
                f"<w:r><w:t>7</w:t></w:r>{_FIELD.format('end')}{_FIELD.format('separate')}"
                f"<w:r><w:t> Hasil.</w:t></w:r>{_FIELD.format('end')}</w:ins>"
            )
        ),
        text(2, "dalamnya.", "dalamnya. Hasil."),
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


def absorbed(place: Path, change: Callable[[Data], object]) -> AbsorptionPlan:
    """Absorb, and compare the whole folder with what it must be; a second time nothing may change."""
    expected = everything(place / "isi")
    change(expected)
    plan = plan_absorption(place / "isi.docx", place / "isi")
    written(plan)
    shutil.rmtree(place / "isi" / journal.BACKUPS, ignore_errors=True)
    assert everything(place / "isi") == expected
    again = plan_absorption(place / "isi.docx", place / "isi")
    assert (again.changes, again.files) == ([], {})
    return plan


_NOW = datetime(2026, 2, 3, 8, 0)


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
    plan = plan_absorption(place / "isi.docx", place / "isi", take_pending=False)
    assert (plan.changes, plan.files, plan.whole) == ([], {}, True)
    assert plan.pending


# What must not be written over


def test_a_figure_that_renjadoc_computed_is_a_conflict(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("disusun bersama"), "2027", "2028", tracked=True)
    paper.replace(paper.p("disusun bersama"), "bersama", "serempak", tracked=True)
    paper.save()
    expected = everything(place / "isi")
    text(0, "bersama", "serempak")(expected)
    plan = plan_absorption(place / "isi.docx", place / "isi")
    [conflict] = plan.conflicts
    assert "“2027” dihitung dari data; di dokumen ditulis “2028”" in conflict.reason
    assert (conflict.change.file, conflict.change.pointer, conflict.change.authors) == (
        "bab-1.json",
        "/bagian/0/isi/0",
        ("Bu Sari",),
    )
    written(plan)
    shutil.rmtree(place / "isi" / journal.BACKUPS)
    assert everything(place / "isi") == expected


def test_both_sides_are_merged_where_they_do_not_meet(place: Path) -> None:
    path = place / "isi" / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("Kalimat akhir paragraf", "Ujung paragraf"), "utf-8")
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("disusun bersama"), "bersama", "serempak")
    paper.save()
    plan = absorbed(place, text(0, "bersama", "serempak"))
    assert plan.whole


def test_both_sides_changing_the_same_words_is_a_conflict(place: Path) -> None:
    path = place / "isi" / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("disusun bersama", "disusun berdua"), "utf-8")
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("disusun bersama"), "bersama", "serempak")
    paper.save()
    plan = plan_absorption(place / "isi.docx", place / "isi")
    [conflict] = plan.conflicts
    assert ("bersama" in conflict.base, "berdua" in conflict.change.old, "serempak" in conflict.change.new) == (
        True,
    ) * 3
    assert plan.files == {}


def test_deleted_there_and_changed_here_is_a_conflict(place: Path) -> None:
    path = place / "isi" / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("pendek saja", "singkat saja"), "utf-8")
    paper = Paper(place / "isi.docx")
    paper.remove(paper.p("Paragraf ketiga"))
    paper.save()
    plan = plan_absorption(place / "isi.docx", place / "isi")
    assert [conflict.reason for conflict in plan.conflicts] == ["dihapus, sedangkan isinya sudah berubah"]
    assert plan.files == {}


def test_two_reviewers_one_after_the_other(place: Path) -> None:
    shutil.copy(place / "isi.docx", place / "dua.docx")
    first, second = Paper(place / "isi.docx"), Paper(place / "dua.docx")
    first.replace(first.p("disusun bersama"), "bersama", "serempak", tracked=True)
    first.add(first.p("Paragraf ketiga"), "Sisipan penelaah pertama.", tracked=True)
    second.replace(second.p("Paragraf kedua"), "diuji", "dicoba", tracked=True)
    second.remove(second.p("butir pertama"), tracked=True)
    second.add(second.p("Paragraf keempat"), "Sisipan penelaah kedua.")
    first.save()
    second.save()
    expected = everything(place / "isi")
    text(0, "bersama", "serempak")(expected)
    text(1, "diuji", "dicoba")(expected)
    butir(expected).pop(0)
    isi(expected).append("Sisipan penelaah kedua.")
    isi(expected).insert(3, "Sisipan penelaah pertama.")
    for name in ("isi.docx", "dua.docx", "isi.docx", "dua.docx"):
        plan = plan_absorption(place / name, place / "isi")
        assert plan.whole
        written(plan)
    shutil.rmtree(place / "isi" / journal.BACKUPS)
    assert everything(place / "isi") == expected


def test_only_what_changed_is_written(place: Path) -> None:
    before = (place / "isi" / "bab-1.json").read_text("utf-8")
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Paragraf ketiga"), "pendek", "singkat")
    paper.save()
    plan = plan_absorption(place / "isi.docx", place / "isi")
    assert plan.files == {"bab-1.json": before.replace("pendek saja", "singkat saja")}
    kept = written(plan)
    assert kept is not None
    assert (kept / "bab-1.json").read_text("utf-8") == before


def test_remarks_are_kept_once_and_ours_are_not(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.comment(paper.p("Paragraf ketiga"), "pendek saja", "Mohon diperjelas.")
    paper.save()
    plan = plan_absorption(place / "isi.docx", place / "isi")
    assert plan.text_changes == []
    assert plan.remarks == [
        {
            "berkas": "bab-1.json",
            "letak": "/bagian/0/isi/2",
            "paragraf": ISI[2],
            "kutipan": "pendek saja",
            "penulis": "Bu Sari",
            "tanggal": "2026-02-03",
            "waktu": "08:00",
            "catatan": "Mohon diperjelas.",
        }
    ]
    written(plan)
    assert plan_absorption(place / "isi.docx", place / "isi").remarks == []
    paper.comment(paper.p("Paragraf kedua"), "kata", "RJ509", author="renjadoc")
    paper.save()
    assert plan_absorption(place / "isi.docx", place / "isi").remarks == []


# What cannot be absorbed is said


def test_text_in_a_table_is_said(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    cell = next(paper.body.iter(f"{W}tbl")).findall(f".//{W}p")[-1]
    cell.append(make("<w:r><w:t>angka dari penelaah</w:t></w:r>"))
    paper.save()
    plan = plan_absorption(place / "isi.docx", place / "isi")
    assert [what for what, said in plan.unabsorbed if "angka dari penelaah" in said] == ["tabel"]
    assert not plan.whole


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "kotak teks",
        ),
        (
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:t>kotak</m:t></m:oMath>',
            "rumus",
        ),
    ],
)
def test_what_is_no_text_is_said(place: Path, markup: str, what: str) -> None:
    paper = Paper(place / "isi.docx")
    paper.p("Paragraf ketiga").append(make(markup))
    paper.save()
    assert plan_absorption(place / "isi.docx", place / "isi").unabsorbed == [(what, "kotak")]


def test_a_picture_and_a_footnote_are_said(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.parts["word/media/image9.png"] = b"\x89PNG..."
    note = "<w:footnote><w:p><w:r><w:t>Lihat UU.</w:t></w:r></w:p></w:footnote>"
    paper.parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{NS}">{note}</w:footnotes>'.encode()
    paper.save()
    assert plan_absorption(place / "isi.docx", place / "isi").unabsorbed == [
        ("catatan kaki", "Lihat UU."),
        ("gambar", "image9.png"),
    ]


def test_text_on_the_cover_is_said(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.body[0].addprevious(make("<w:p><w:r><w:t>DRAF HUKUM</w:t></w:r></w:p>"))
    paper.save()
    assert plan_absorption(place / "isi.docx", place / "isi").unabsorbed == [("bagian templat", "DRAF HUKUM")]


def renamed(data: bytes) -> bytes:
    """Names of parts as Word for the web writes them."""
    for name in (b"document", b"styles", b"numbering"):
        data = data.replace(b"%s.xml" % name, b"%s2.xml" % name)
    return data


def strict(data: bytes) -> bytes:
    names = (b"wordprocessingml/main", b"officeDocument/relationships")
    usual = (b"wordprocessingml/2006/main", b"officeDocument/2006/relationships")
    for old, new in zip(usual, names, strict=True):
        data = data.replace(b"http://schemas.openxmlformats.org/" + old, b"http://purl.oclc.org/ooxml/" + new)
    return data


@pytest.mark.parametrize("spell", [renamed, strict])
def test_what_other_programs_of_word_write_is_read(place: Path, spell: Callable[[bytes], bytes]) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Paragraf ketiga"), "pendek", "singkat", tracked=True)
    paper.save()
    others = {spell(name.encode()).decode(): spell(data) for name, data in paper.parts.items()}
    paper.path.write_bytes(package.to_bytes(others))
    plan = plan_absorption(paper.path, place / "isi")
    assert [change.new for change in plan.changes] == [
        "Paragraf ketiga singkat saja, tanpa sisipan apa pun di dalamnya."
    ]
    assert (plan.unabsorbed, plan.pending) == ([], 2)


def test_hidden_text_never_comes_into_the_content(place: Path) -> None:
    def hide(w: Paper) -> None:
        w.p("Paragraf ketiga").append(make("<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>"))
        hidden = make("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>paragraf rahasia</w:t></w:r></w:p>")
        w.p("Paragraf ketiga").addnext(hidden)

    plan = _plan(place, hide)
    assert (plan.changes, plan.unabsorbed, plan.files) == ([], [], {})
    # What somebody hides is there no more, as for every reader of the document.
    plan = _plan(place, lambda w: w.look(w.p("Paragraf ketiga"), " saja", "vanish"))
    assert [change.new[:24] for change in plan.changes] == ["Paragraf ketiga pendek, "]


def test_a_new_item_may_be_numbered_by_its_style(place: Path) -> None:
    def add(w: Paper) -> None:
        bullet = '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId '
        bullet += 'w:val="6"/></w:numPr></w:pPr></w:style></w:styles>'
        w.parts["word/styles.xml"] = w.parts["word/styles.xml"].replace(b"</w:styles>", bullet.encode())
        item = make('<w:p><w:pPr><w:pStyle w:val="LB"/></w:pPr><w:r><w:t>butir baru</w:t></w:r></w:p>')
        w.p("Paragraf ketiga").addnext(item)

    [text] = [text for name, text in _plan(place, add).files.items() if name == "bab-1.json"]
    assert isi({"bab-1.json": json.loads(text)})[3] == {"daftar": "-", "butir": ["butir baru"]}


def test_a_chart_is_said(place: Path) -> None:
    chart = (
        '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'
    )
    assert [what for what, _ in _plan(place, lambda w: w.p("Paragraf ketiga").append(make(chart))).unabsorbed] == [
        "grafik"
    ]


def test_a_regulation_that_cannot_be_read_is_a_conflict(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Undang-Undang Nomor 25"), "Undang-Undang Nomor 25 Tahun 2004", "UU yang baru itu")
    paper.save()
    plan = plan_absorption(place / "isi.docx", place / "isi")
    assert [conflict.change.file for conflict in plan.conflicts] == ["regulasi/landasan-hukum.json"]
    assert plan.files == {}


def test_a_paragraph_typed_below_a_table_comes_in(place: Path) -> None:
    """Where pages turn behind a table there is an empty paragraph, in which one can type."""
    paper = Paper(place / "isi.docx")
    below = next(
        one
        for one in paper.body.iterfind(f"{W}tbl/../{W}p")
        if one.find(f"{W}pPr/{W}sectPr") is not None and one.getprevious().tag == f"{W}tbl"
    )
    below.append(make("<w:r><w:t>Data dinas bertambah.</w:t></w:r>"))
    plan = plan_absorption(paper.save(), place / "isi")
    assert plan.unabsorbed == []
    assert [edit.value for edit in plan.edits] == ["Data dinas bertambah."]


def test_tab_makes_an_item_count_as_its_new_level_does(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.level(paper.p("butir ketiga"), 1)
    plan = plan_absorption(paper.save(), place / "isi")
    written(plan)
    assert butir(everything(place / "isi"))[1]["isi"][0] == {
        "daftar": "1)", "butir": ["rincian satu;", "rincian dua.", "butir ketiga tentang usaha mikro."],
    }  # fmt: skip


def test_what_the_schema_refuses_is_not_written(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Undang-Undang Nomor 25 Tahun 2004"), "Nomor 25 Tahun 2004", "Nomor 25 Tahun 1004")
    paper.save()
    before = everything(place / "isi")
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "isi.docx", place / "isi")
    assert "1004" in caught.value.problems[0].message
    assert everything(place / "isi") == before


def _plan(place: Path, *edits: Callable[[Paper], object], take: bool = True) -> AbsorptionPlan:
    paper = Paper(place / "isi.docx")
    for edit in edits:
        edit(paper)
    paper.save()
    return plan_absorption(place / "isi.docx", place / "isi", take_pending=take)


def _reasons(plan: AbsorptionPlan) -> list[str]:
    return [conflict.reason for conflict in plan.conflicts]


def test_the_last_line_of_a_caption_or_list_stays(place: Path) -> None:
    anchors = {
        base.anchor
        for base in read_made(package.unpack_file(place / "isi.docx"), take_pending=True).base
        if base.kind == "regulasi"
    }
    plan = _plan(
        place,
        lambda w: w.replace(w.p("Ringkasan Anggaran"), "Ringkasan Anggaran", "", tracked=True),
        lambda w: [
            w.remove(mark.getparent())
            for mark in list(w.body.iter(f"{W}bookmarkStart"))
            if mark.get(f"{W}name") in anchors
        ],
    )
    assert sorted(set(_reasons(plan))) == [
        "judul tabel dihapus seluruhnya; tabel beserta judulnya tetap, hapus dari babnya bila dimaksud",
        "regulasi terakhir tidak dapat dihapus dari dokumen",
    ]
    written(plan)
    assert len(regulasi(everything(place / "isi"))) == 1


def test_a_table_moves_with_its_caption(place: Path) -> None:
    def move(w: Paper) -> None:
        table, caption = list(w.body.iter(f"{W}tbl"))[-1], w.p("Ringkasan Anggaran")
        for element in (table, caption):
            w.p("Paragraf ketiga").addnext(element)

    plan = _plan(place, move)
    assert plan.whole
    written(plan)
    data = everything(place / "isi")
    assert isi(data)[3] == {"tabel": "anggaran"}
    assert {"tabel": "anggaran"} not in data["bab-4.json"]["isi"]


def test_a_number_typed_over_a_caption_is_told_and_no_paragraph(place: Path) -> None:
    def retype(w: Paper) -> None:
        caption = w.p("Ringkasan Anggaran")
        w.replace(caption, w.text(caption).partition("Ringkasan")[0], "Lihat tabel 7")

    plan = _plan(place, retype)
    assert (plan.text_changes, plan.conflicts) == ([], [])
    assert plan.unabsorbed == [("nomor tabel atau gambar, dibuat otomatis", "Lihat tabel 7")]


def test_what_left_a_list_since_is_told_with_its_list(place: Path) -> None:
    """A document may be older than the folder, which has fewer regulations now."""
    shown = ShownPlaces(place / "isi")
    file = "regulasi/landasan-hukum.json"
    assert shown.describe(file, "/regulasi/0").startswith("Dasar hukum nomor 1 (")
    assert shown.describe(file, "/regulasi/9/diubah/0") == f"Dasar hukum  [{file}]"


def test_a_regulation_out_of_its_list_is_a_conflict(place: Path) -> None:
    plan = _plan(place, lambda w: w.move(w.p("Nomor 12 Tahun 2019"), w.p("Paragraf ketiga"), tracked=True))
    assert _reasons(plan) == ["dipindah keluar dari daftar atau tabelnya"]
    assert plan.files == {}


def test_tables_that_are_gone_copied_or_emptied_are_said(place: Path) -> None:
    def tables(w: Paper) -> list[Any]:
        return list(w.body.iter(f"{W}tbl"))

    shutil.copy(place / "isi.docx", place / "asli.docx")
    [(what, said)] = _plan(place, lambda w: w.body.remove(tables(w)[1])).unabsorbed
    assert what == "tabel"
    assert said.startswith("Tabel 2.2 dihapus, judulnya atau catatannya tidak; tabelnya tetap")
    shutil.copy(place / "asli.docx", place / "isi.docx")
    plan = _plan(place, lambda w: w.p("Paragraf ketiga").addnext(copy.deepcopy(tables(w)[1])))
    assert plan.unabsorbed == [("tabel", "1 tabel disalin")]
    shutil.copy(place / "asli.docx", place / "isi.docx")
    cell = "Koperasi sehat"
    plan = _plan(place, lambda w: w.remove(next(p for p in tables(w)[2].iter(f"{W}p") if w.text(p)), tracked=True))
    assert [what for what, _ in plan.unabsorbed] == ["tabel"], cell
    assert plan_absorption(place / "isi.docx", place / "isi", take_pending=False).whole


def test_a_symbol_is_said(place: Path) -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    plan = _plan(place, lambda w: w.p("Paragraf ketiga").append(make(sign)))
    assert [what for what, said in plan.unabsorbed if "F04A" in said] == ["simbol"]


def test_a_symbol_that_says_something_is_text(place: Path) -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    plan = _plan(place, lambda w: w.p("Paragraf ketiga").append(make(sign)))
    assert plan.unabsorbed == []
    assert [change.new for change in plan.changes] == [
        "Paragraf ketiga pendek saja, tanpa sisipan apa pun di dalamnya.≥"
    ]


def test_a_change_of_format_can_wait(place: Path) -> None:
    def format_changed(w: Paper) -> None:
        paragraph, quote = w.p("Paragraf ketiga"), w.p("Maju bersama").find(f"{W}pPr")
        old, new = paragraph.find(f"{W}pPr"), copy.deepcopy(quote)
        change = make(f"<w:pPrChange {_BY}/>")
        change.append(copy.deepcopy(old))
        new.append(change)
        paragraph.replace(old, new)

    assert _plan(place, format_changed, take=False).changes == []
    [change] = plan_absorption(place / "isi.docx", place / "isi").changes
    assert (change.shape, change.authors) == ("kutipan", ("Bu Sari",))


# Split and joined on one side, changed on the other


@pytest.mark.parametrize(
    "edit",
    [lambda w: w.split(w.p("Paragraf ketiga"), " tanpa"), lambda w: w.join(w.p("Paragraf kedua"))],
    ids=["dibagi", "digabung"],
)
def test_split_or_joined_there_and_changed_here_is_a_conflict_as_a_whole(
    place: Path, edit: Callable[[Paper], object]
) -> None:
    path = place / "isi" / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace("ketiga pendek", "ketiga agak pendek"), "utf-8")
    plan = _plan(place, edit)
    assert set(_reasons(plan)) == {"dibagi atau digabung dalam dokumen, sedangkan isinya sudah berubah"}
    assert plan.files == {}


def test_a_joined_paragraph_with_a_wrong_figure_loses_nothing(place: Path) -> None:
    plan = _plan(
        place,
        lambda w: w.replace(w.p("disusun bersama"), "Tahun 2027 disusun", "pada 2028 dibuat"),
        lambda w: w.join(w.p("2028 dibuat")),
    )
    assert len(plan.conflicts) == 1
    written(plan)
    assert "Paragraf kedua" in "".join(filter(lambda block: isinstance(block, str), isi(everything(place / "isi"))))


def test_written_anew_here_and_changed_there_is_shown_side_by_side(place: Path) -> None:
    path = place / "isi" / "bab-1.json"
    path.write_text(path.read_text("utf-8").replace(str(ISI[2]), "Kalimat lain sama sekali."), "utf-8")
    [conflict] = _plan(place, lambda w: w.replace(w.p("Paragraf ketiga"), "pendek", "singkat")).conflicts
    assert (conflict.change.old, "singkat" in conflict.change.new) == ("Kalimat lain sama sekali.", True)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (["kedua"], ["ubah", "pindah"]),
        (["kedua", "memuat", "istilah"], ["ubah", "pindah"]),
        (["kedua", "memuat", "istilah", "semula"], ["tambah", "hapus"]),
    ],
)
def test_what_lost_its_mark_was_moved_only_if_it_is_nearly_the_same(
    place: Path, words: list[str], kinds: list[str]
) -> None:
    """Of the twenty words of a paragraph three may be others; with four it is another one."""
    rewrite = [lambda w, word=word: w.replace(w.p("untuk diuji"), word, f"{word}x") for word in words]
    plan = _plan(place, lambda w: w.move(w.p("untuk diuji"), w.p("menutup bagian ini"), bare=True), *rewrite)
    assert [change.kind for change in plan.changes] == kinds


def test_two_reviewers_move_one_paragraph_to_two_places(place: Path) -> None:
    shutil.copy(place / "isi.docx", place / "dua.docx")
    written(_plan(place, lambda w: w.move(w.p("Paragraf ketiga"), w.p("menjadi pedoman"), tracked=True)))
    (place / "dua.docx").replace(place / "isi.docx")
    plan = _plan(place, lambda w: w.move(w.p("Paragraf ketiga"), w.p("pedoman seluruh unit"), tracked=True))
    assert _reasons(plan) == ["dipindah di kedua sisi ke tempat yang berbeda"]
    assert plan.files == {}


def test_two_reviewers_of_one_regulation(place: Path) -> None:
    shutil.copy(place / "isi.docx", place / "dua.docx")
    written(_plan(place, lambda w: w.replace(w.p("Undang-Undang Nomor 25"), "Nomor 25", "Nomor 26")))
    (place / "dua.docx").replace(place / "isi.docx")
    plan = _plan(place, lambda w: w.replace(w.p("Undang-Undang Nomor 25"), "Nasional", "Negara"))
    written(plan)
    first = regulasi(everything(place / "isi"))[0]
    assert (first["nomor"], first["tentang"]) == (26, "Sistem Perencanaan Pembangunan Negara")


# Remarks where they are


def test_a_remark_on_a_cell_belongs_to_the_caption(place: Path) -> None:
    def remark(w: Paper) -> None:
        cell = list(list(w.body.iter(f"{W}tbl"))[-1].iter(f"{W}p"))[-1]
        w.comment(cell, w.text(cell), "Mohon dicek.")

    [entry] = _plan(place, remark).remarks
    assert (entry["berkas"], entry["letak"], entry["kutipan"]) == ("tabel/anggaran.json", "/judul/0", "1.176.518.230")


def test_a_remark_on_struck_words_says_them(place: Path) -> None:
    plan = _plan(
        place,
        lambda w: w.comment(w.p("Paragraf ketiga"), "pendek saja", "Tidak perlu."),
        lambda w: w.remove(w.p("Paragraf ketiga"), tracked=True),
    )
    assert [entry["kutipan"] for entry in plan.remarks] == ["pendek saja"]


def test_an_answer_to_a_settled_remark_is_settled(place: Path) -> None:
    def talk(w: Paper) -> None:
        w.comment(w.p("Paragraf ketiga"), "pendek saja", "Induk.")
        w14, w15 = (f"http://schemas.microsoft.com/office/word/{part}/wordml" for part in ("2010", "2012"))
        said = "".join(
            f'<w:comment w:id="{number}" w:author="Bu Sari"><w:p w14:paraId="{number}">'
            f"<w:r><w:t>Kata {number}</w:t></w:r></w:p></w:comment>"
            for number in (7, 8)
        )
        w.parts["word/comments.xml"] = f'<w:comments xmlns:w="{NS}" xmlns:w14="{w14}">{said}</w:comments>'.encode()
        w.parts["word/commentsExtended.xml"] = (
            f'<x xmlns:w15="{w15}"><w15:commentEx w15:paraId="7" w15:done="1"/>'
            '<w15:commentEx w15:paraId="8" w15:paraIdParent="7" w15:done="0"/></x>'
        ).encode()

    assert [entry.get("selesai") for entry in _plan(place, talk).remarks] == [True, True]


# All files or none


def test_what_cannot_be_written_whole_is_not_written(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = _plan(
        place,
        lambda w: w.replace(w.p("Paragraf ketiga"), "pendek", "singkat"),
        lambda w: w.replace(w.p("pedoman seluruh unit"), "seluruh", "semua"),
    )
    before, write = everything(place / "isi"), save.write_file

    def fails(path: Path, data: bytes) -> None:
        if path == place / "isi" / "bab-5.json":
            raise ProblemsFound([])
        write(path, data)

    monkeypatch.setattr(save, "write_file", fails)
    with pytest.raises(ProblemsFound):
        written(plan)
    shutil.rmtree(place / "isi" / journal.BACKUPS)
    assert everything(place / "isi") == before


def test_two_absorptions_in_one_second_keep_both_old_files(place: Path) -> None:
    first = written(_plan(place, lambda w: w.replace(w.p("Paragraf ketiga"), "pendek", "singkat")))
    second = written(_plan(place, lambda w: w.replace(w.p("Paragraf ketiga"), "saja", "sekali")))
    assert first is not None
    assert second is not None
    assert "pendek saja" in (first / "bab-1.json").read_text("utf-8")
    assert "singkat saja" in (second / "bab-1.json").read_text("utf-8")


# The wrong folder


def test_last_years_copy_is_told(place: Path) -> None:
    path = place / "isi" / "dokumen.json"
    path.write_text(path.read_text("utf-8").replace("2027", "2028"), "utf-8")
    plan = _plan(place, lambda w: w.replace(w.p("Paragraf ketiga"), "pendek", "singkat"))
    assert plan.notes == ["Perhatian: dokumen ini dibuat untuk Tahun 2027, folder ini untuk Tahun 2028."]


def test_the_copy_of_another_folder_is_refused(place: Path) -> None:
    shutil.rmtree(place / "isi")
    shutil.copytree(ROOT / "content" / "2021", place / "isi")
    with pytest.raises(ProblemsFound) as caught:
        _plan(place)
    assert "bukan dari folder" in caught.value.problems[0].message


def test_too_many_paragraphs_are_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MAX_PARAGRAPHS", 10)
    with pytest.raises(ProblemsFound) as caught:
        _plan(place)
    assert "lebih dari 10 paragraf di luar tabel" in caught.value.problems[0].message


def test_a_folder_that_cannot_be_read_is_told_as_such(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    paper.replace(paper.p("Paragraf ketiga"), "pendek", "singkat")
    paper.save()
    path = place / "isi" / "bab-5.json"
    path.write_text(path.read_text("utf-8").replace("seluruh unit", "{{ tidak_ada }} unit"), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "isi.docx", place / "isi")
    assert [problem.code for problem in caught.value.problems if problem.is_error] == ["RJ020"]


# Files of others


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"halo", "bukan dokumen Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "kata sandi"),
        (b"", "bukan dokumen Word"),
    ],
)
def test_no_docx(place: Path, data: bytes, said: str) -> None:
    (place / "x.docx").write_bytes(data)
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "x.docx", place / "isi")
    [problem] = caught.value.problems
    assert problem.code == "RJ060"
    assert said in problem.message


def _spoilt(place: Path, part: str, data: bytes | None) -> str:
    paper = Paper(place / "isi.docx")
    paper.save()
    if data is None:
        del paper.parts[part]
    else:
        paper.parts[part] = data
    (place / "x.docx").write_bytes(package.to_bytes(paper.parts))
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "x.docx", place / "isi")
    [problem] = caught.value.problems
    assert problem.code == "RJ060"
    return problem.message


def test_strange_packages(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "naskah dasarnya tidak ada" in _spoilt(place, package.BASE_PART, None)
    assert "rusak" in _spoilt(place, "word/document.xml", b"<w:document")
    entity = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    assert "DOCTYPE" in _spoilt(place, "word/document.xml", entity)
    assert "DOCTYPE" in _spoilt(place, "word/document.xml", entity.decode().encode("utf-16"))
    assert "naskah" in _spoilt(place, "word/document.xml", b"<x/>")
    monkeypatch.setattr(package, "MAX_UNPACKED", 1000)
    with pytest.raises(ProblemsFound) as caught:
        plan_absorption(place / "isi.docx", place / "isi")
    assert "terlalu besar" in caught.value.problems[0].message


@needs_office
def test_libreoffice_opens_and_saves_without_an_edit(place: Path) -> None:
    office = pages.find_libreoffice()
    assert office is not None
    out = place / "lo"
    profile = f"-env:UserInstallation={(place / 'profil').as_uri()}"
    command = [
        str(office),
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(out),
        str(place / "isi.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    plan = plan_absorption(out / "isi.docx", place / "isi")
    assert (plan.changes, plan.conflicts, plan.unabsorbed, plan.files) == ([], [], [], {})


# Edited in LibreOffice, through its own interface

OFFICE: dict[str, tuple[list[list[str]], Callable[[Data], object]]] = {
    "kata": ([["ganti", "disusun bersama", "disusun serempak"]], text(0, "bersama", "serempak")),
    "dua tempat": (
        [["ganti", "pendek saja", "singkat saja"], ["ganti", "rincian satu", "rincian kesatu"]],
        lambda data: (
            text(2, "pendek", "singkat")(data),
            _set(lambda d: butir(d)[1]["isi"][0]["butir"], 0, "rincian kesatu;")(data),
        ),
    ),
    "paragraf dihapus": ([["hapus", "Paragraf ketiga"]], lambda data: isi(data).pop(2)),
    "paragraf baru": (
        [["sisip", "Paragraf ketiga", "Sisipan dari hukum."]],
        lambda data: isi(data).insert(3, "Sisipan dari hukum."),
    ),
    "butir baru": (
        [["sisip", "butir pertama", "butir sisipan;"]],
        lambda data: butir(data).insert(1, "butir sisipan;"),
    ),
    "butir dihapus": ([["hapus", "butir pertama"]], lambda data: butir(data).pop(0)),
    "dibagi": (
        [["bagi", LONG]],
        lambda data: isi(data).__setitem__(
            slice(1, 2), ["Paragraf kedua memuat *istilah asing* dan **kata tebal** untuk diuji.", LONG]
        ),
    ),
    "digabung": (
        [["gabung", "Paragraf kedua"]],
        lambda data: isi(data).__setitem__(slice(1, 3), [isi(data)[1] + isi(data)[2]]),
    ),
    "judul": (
        [["ganti", "Maksud dan Tujuan", "Maksud, Tujuan, dan Manfaat"]],
        lambda data: _set(lambda d: d["bab-1.json"]["bagian"][2], "judul", "Maksud, Tujuan, dan Manfaat")(data),
    ),
    "regulasi": (
        [["ganti", "Undang-Undang Nomor 25 Tahun 2004", "Undang-Undang Nomor 26 Tahun 2004"]],
        lambda data: data["regulasi/landasan-hukum.json"]["regulasi"][0].update(nomor=26),
    ),
}


@needs_office
@pytest.mark.parametrize("mode", ["langsung", "lacak"])
@pytest.mark.parametrize("name", OFFICE)
def test_edited_in_libreoffice(place: Path, name: str, mode: str) -> None:
    edits, change = OFFICE[name]
    script = Path(__file__).with_name("office_edit.py")
    edited = place / "lo.docx"
    # LibreOffice finds what is printed, and speaks to the Python of the system.
    bound = json.dumps([[kind, *map(bind_words, texts)] for kind, *texts in edits])
    command = ["/usr/bin/python3", str(script), str(place / "isi.docx"), str(edited), mode, bound]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    edited.replace(place / "isi.docx")
    assert absorbed(place, change).whole


def test_what_is_typed_into_a_footer_is_told(place: Path) -> None:
    paper = Paper(place / "isi.docx")
    name = next(name for name in sorted(paper.parts) if name.startswith("word/footer") and b"PAGE" in paper.parts[name])
    run_typed = b"<w:r><w:t>RANCANGAN</w:t></w:r></w:p></w:ftr>"
    paper.parts[name] = paper.parts[name].replace(b"</w:p></w:ftr>", run_typed)
    paper.save()
    [(what, text)] = plan_absorption(place / "isi.docx", place / "isi").unabsorbed
    assert what == "kepala atau kaki halaman"
    assert "RANCANGAN" in text
