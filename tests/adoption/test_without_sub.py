"""Plans from before Permendagri 90/2019: programs and kegiatan, the money on the kegiatan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.adoption.paper import Taken, bold, cell, centred, document, p, row, rows, run, table, take

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6
HEAD = [
    row("Kode", "Urusan/Bidang Urusan dan Program/Kegiatan", "Indikator Kinerja",
        cell("Rencana Tahun 2020", span=4), "Catatan Penting", cell("Prakiraan Maju Tahun 2021", span=2)),
    row("", "", "", "Lokasi", "Target", "Pagu Indikatif (Rp)", "Sumber Dana", "", "Target", "Pagu (Rp)"),
]  # fmt: skip
CODED = [
    "1.02 | URUSAN KESEHATAN | | | | 300.000.000 | | | | 330.000.000",
    "1.02.01 | Program Administrasi | Cakupan | | 100% | 175.000.000 | | | 100% | 190.000.000",
    "1.02.01.01 | Jasa surat | Jumlah surat | Puskesmas | 12 bulan | 25.000.000 | APBD | | 12 bulan | 30.000.000",
    "1.02.01.02 | Alat tulis | Jumlah paket | Puskesmas | 4 paket | 150.000.000 | APBD | rutin | 4 paket | 160.000.000",
    "1.02.02 | Program Kesehatan Masyarakat | Kunjungan | | 90% | 125.000.000 | | | 92% | 140.000.000",
    "1.02.02.01 | Layanan lansia | Lansia | 18 desa | 600 orang | 125.000.000 | DAK | | 650 orang | 140.000.000",
]


def plan(tmp_path: Path, head: list[str], lines: list[str], also: str = "") -> Taken:
    body = centred("RENCANA KERJA DINAS KESEHATAN") + centred("KABUPATEN MAJU") + centred("TAHUN 2020")
    body += centred("BAB I PENDAHULUAN") + p(LONG) + centred("BAB II PROGRAM") + bold("2.1 Rencana") + p(LONG) + also
    body += centred("Tabel 2.1 Rencana Program") + table(*head, *rows(*lines))
    return take(document(tmp_path / "a.docx", body), tmp_path / "a")


def data(made: Taken, name: str = "rencana-program") -> Any:
    return json.loads((made.folder / "tabel" / f"{name}.json").read_text("utf-8"))


def test_codes_tell_programs_and_kegiatan(tmp_path: Path) -> None:
    table = data(plan(tmp_path, HEAD, CODED))
    assert (table["jenis"], table["bentuk"]) == ("rencana-program", "tanpa-sub-kegiatan")
    assert [len(program["kegiatan"]) for program in table["program"]] == [2, 1]
    assert table["program"][0]["kegiatan"][1] == {
        "kode": "1.02.01.02", "nama": "Alat tulis", "indikator": "Jumlah paket",
        "lokasi": "Puskesmas", "target": "4 paket", "pagu": 150_000_000, "sumber_dana": "APBD", "catatan": "rutin",
        "target_maju": "4 paket", "pagu_maju": 160_000_000,
    }  # fmt: skip
    assert "tercatat" not in json.dumps(table)


def test_numbers_or_nothing_at_all_tell_them(tmp_path: Path) -> None:
    head = [HEAD[0].replace("Kode", "No"), HEAD[1]]
    for place, signs in enumerate((["I", "1", "2", "II", "1"], [""] * 5)):
        folder = tmp_path / str(place)
        folder.mkdir()
        lines = [f"{sign} | {line.split('|', 1)[1]}" for sign, line in zip(signs, CODED[1:], strict=True)]
        made = plan(folder, head, [*lines, " | JUMLAH | | | | 300.000.000 | | | | 330.000.000"])
        assert [len(program["kegiatan"]) for program in data(made)["program"]] == [2, 1], made.adopted.tables[0].reason


def test_numbers_with_dots(tmp_path: Path) -> None:
    head = [HEAD[0].replace("Kode", "Nomor"), HEAD[1]]
    signs = ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"]
    lines = [f"{sign} | {line.split('|', 1)[1]}" for sign, line in zip(signs, CODED, strict=True)]
    programs = data(plan(tmp_path, head, lines))["program"]
    assert [len(program["kegiatan"]) for program in programs] == [2, 1]
    assert programs[0]["urusan"] == [{"kode": None, "nama": "URUSAN KESEHATAN"}]


def test_rows_of_three_levels_without_codes_stay_as_they_were(tmp_path: Path) -> None:
    lines = [
        "| Program A | x | | 1 | 30.000.000 | | | 1 | 30.000.000",
        "| Kerja satu | x | | 1 | 30.000.000 | | | 1 | 30.000.000",
        "| Rincian satu | x | | 1 | 10.000.000 | | | 1 | 10.000.000",
        "| Rincian dua | x | | 1 | 20.000.000 | | | 1 | 20.000.000",
        "| Program B | x | | 1 | 40.000.000 | | | 1 | 40.000.000",
        "| Kerja dua | x | | 1 | 40.000.000 | | | 1 | 40.000.000",
        "| Rincian tiga | x | | 1 | 40.000.000 | | | 1 | 40.000.000",
    ]
    made = plan(tmp_path, [HEAD[0].replace("Kode", "No"), HEAD[1]], lines)
    assert made.adopted.tables[0].built is None
    assert "bukan jumlah baris di bawahnya" in made.adopted.tables[0].reason


def test_the_review_of_the_rkpd_is_a_view_of_it(tmp_path: Path) -> None:
    head = [row(*["Kode", "Program/Kegiatan", "Indikator Kinerja", cell("Rancangan Awal RKPD", span=4)]),
            row("", "", "", "Lokasi", "Target", "Pagu Indikatif", "Sumber Dana")]  # fmt: skip
    lines = ["|".join(line.split("|")[:7]) for line in CODED]
    also = centred("Tabel 2.1 Review") + table(*head, *rows(*lines)) + p("Kalimat di antara kedua tabel.")
    made = plan(tmp_path, HEAD, CODED, also)
    assert [one.built.kind if one.built else one.reason for one in made.adopted.tables] == [
        "review-rkpd", "rencana-program",
    ]  # fmt: skip
    assert made.text.count("Sub Kegiatan") == 0


def test_the_folder_goes_on_to_the_next_year(tmp_path: Path) -> None:
    made = plan(tmp_path, HEAD, CODED)
    assert run("gulir", made.folder, tmp_path / "b") == 0
    kegiatan = json.loads((tmp_path / "b" / "tabel" / "rencana-program.json").read_text("utf-8"))["program"][0][
        "kegiatan"
    ]
    assert (kegiatan[0]["pagu"], kegiatan[0]["pagu_maju"]) == (30_000_000, None)
    assert run("banding", made.folder, tmp_path / "b") == 0
    assert run("periksa", made.folder) == 0
