"""The faulty twin: content/2021 with the faults of the reference document and of Bappeda's checklist put in again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Fault:
    """One fault: how it gets in, and the findings (code, file, part of the message) that must report it.

    Some stand in content/2021 already, visibly open, because the right figure is not known.
    """

    name: str
    put: Callable[[Path], None]
    findings: tuple[tuple[str, str, str], ...]
    stands_in_2021: bool = False


def _edit(root: Path, file: str, how: Callable[[Any], None]) -> None:
    path = root / file
    data = json.loads(path.read_text("utf-8"))
    how(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")


def _say(text: str) -> Callable[[Path], None]:
    """A sentence more in the last chapter."""
    return lambda root: _edit(root, "bab-4.json", lambda data: data["isi"].append(text))


def _already(_: Path) -> None:
    """Stands in content/2021 as it is."""


def _kegiatan_without_name(root: Path) -> None:
    def change(data: Any) -> None:
        data["program"][5]["kegiatan"][0]["nama"] = "-"

    _edit(root, "tabel/rencana-program.json", change)


def _figures(root: Path) -> None:
    def change(data: Any) -> None:
        first, second = data["indikator"]
        first["tercatat"] = {"persen": 100.5, "persen_renstra": "100,7%"}
        second["tercatat"] = {"persen": 104.5, "persen_renstra": "108,7%"}
        data["tercatat"] = {"persen": "102,5%", "persen_renstra": "104,7%"}

    _edit(root, "tabel/capaian-kinerja.json", change)


def _hundred_without_target(root: Path) -> None:
    def change(data: Any) -> None:
        for program in data["program"]:
            for kegiatan in program["kegiatan"]:
                kegiatan["tercatat"] = {"renstra_persen": 100}

    _edit(root, "tabel/evaluasi.json", change)


def _milestones(root: Path) -> None:
    def change(data: Any) -> None:
        blocks = data["bagian"][0]["isi"]
        place = next(i for i, b in enumerate(blocks) if isinstance(b, str) and "tonggak" in b)
        blocks[place] = "Kementerian menetapkan 7 *Key Development Milestones* sebagai berikut:"
        blocks[place + 1]["butir"].pop()

    _edit(root, "bab-3.json", change)


def _heading_twice(root: Path) -> None:
    _edit(root, "bab-3.json", lambda data: data["bagian"].append({"judul": "Program dan Kegiatan", "isi": ["Lihat."]}))


def _typed_chapters(root: Path) -> None:
    def change(data: Any) -> None:
        data["bagian"][3]["isi"] = [
            "Bab I \t: Pendahuluan",
            "Bab II \t: Hasil Evaluasi Rencana Kerja Perangkat Daerah Tahun Lalu",
            "Bab III \t: Rencana, Program, dan Kegiatan",
            "Bab IV\t: Penutup",
        ]

    _edit(root, "bab-1.json", change)


_NAMES = (
    "DinkopUKM",
    "Dinas Koperasi, Usaha Kecil dan Menengah",
    "Dinas Koperasi Usaha Kecil Dan Menengah",
    "DINAS KOPERASI UKM",
    "Dinas Koperasi dan UKM",
)


def _names(root: Path) -> None:
    for name in _NAMES:
        _say(f"Renja ini disusun {name} Kabupaten Purbalingga.")(root)


def _law(root: Path) -> None:
    def change(data: Any) -> None:
        entries = data["regulasi"]
        presidential = next(e for e in entries if e["jenis"] == "Perpres")
        presidential["tentang"] = "Rencana Pembangunan Jangka Menengah Nasional Tahun 2015-2020"
        entries.remove(presidential)
        entries.insert(3, presidential)
        del presidential["lembaran"]
        entries[0].pop("lembaran")
        entries[0].pop("tambahan")
        entries.pop()

    _edit(root, "regulasi/landasan-hukum.json", change)
    path = root / "bab-3.json"
    typed = "Peraturan Bupati Purbalingga Nomor 91 Tahun 2016"
    path.write_text(path.read_text("utf-8").replace("{{ regulasi['perbup-91-2016'] }}", typed), "utf-8")


def _evaluation_cells(root: Path) -> None:
    def change(data: Any) -> None:
        kegiatan = data["program"][0]["kegiatan"]
        kegiatan[0]["target_n-2"] = "1000 masyarakat"
        kegiatan[1]["renja_n-2"]["realisasi"] = None

    _edit(root, "tabel/evaluasi.json", change)


def _plan_cells(root: Path) -> None:
    def change(data: Any) -> None:
        subs = data["program"][0]["kegiatan"][0]["sub_kegiatan"]
        subs[0]["catatan"] = "Tambahan dokumen RTP, apa perlu honor Tim"
        data["program"][2]["kegiatan"][0]["sub_kegiatan"][0]["nama"] += " Kewenangan Provinsi"
        data["program"][1]["nama"] = "Program Penigkatan Kopeasi"
        data["tercatat"] = {"pagu": 5701420000}

    _edit(root, "tabel/rencana-program.json", change)


def _number_as_text(root: Path) -> None:
    def change(data: Any) -> None:
        indikator = data["urusan"][0]["program"][0]["indikator"][1]
        indikator["triwulan_n-1"]["I"] = "55701"

    _edit(root, "tabel/indikator-program.json", change)


def _adhoc_total(root: Path) -> None:
    table = {
        "jenis": "bebas",
        "judul": ["Ringkasan Belanja"],
        "kolom": [{"judul": "Uraian"}, {"judul": "Jumlah"}],
        "baris": [["Belanja operasi", "806.441.230"], ["Belanja modal", "370.077.000"], ["Jumlah", "1.169.190.750"]],
    }
    (root / "tabel" / "ringkasan.json").write_text(json.dumps(table), "utf-8")
    _edit(root, "bab-4.json", lambda data: data["isi"].append({"tabel": "ringkasan"}))


def _wrong_chapters(root: Path) -> None:
    _edit(root, "bab-2.json", lambda data: data["bagian"].pop(3))


_EVALUASI, _RENCANA, _CAPAIAN = "tabel/evaluasi.json", "tabel/rencana-program.json", "tabel/capaian-kinerja.json"

FAULTS = (
    Fault("1 kegiatan tanpa nama", _kegiatan_without_name, (("RJ209", _RENCANA, "nama belum diisi"),)),
    Fault(
        "2 sub kegiatan belum lengkap",
        _already,
        (
            ("RJ201", _RENCANA, "indikator"),
            ("RJ202", _RENCANA, "target tahun ini"),
            ("RJ204", _RENCANA, "pagu"),
            ("RJ205", _RENCANA, "sumber dana"),
            ("RJ206", _RENCANA, "target prakiraan maju"),
        ),
        stands_in_2021=True,
    ),
    Fault(
        "3 persentase dan rata-rata",
        _figures,
        (
            ("RJ105", _CAPAIAN, "104,5, hasil hitungannya 104,17%"),
            ("RJ105", _CAPAIAN, "100,7%, hasil hitungannya 97,02%"),
            ("RJ106", _CAPAIAN, "102,5%, hasil hitungannya 102,36%"),
            ("RJ106", _CAPAIAN, "104,7%, hasil hitungannya 102,86%"),
        ),
    ),
    Fault(
        "3 kalimat mengulang rata-rata",
        _say("Secara keseluruhan capaian fisik mencapai 102,5 % dengan capaian realisasi keuangan sebesar 98,25 %."),
        (("RJ109", "bab-4.json", "102,5 %"), ("RJ505", "bab-4.json", "tanda persen")),
    ),
    Fault("4 target berbeda antartabel", _already, (("RJ103", _CAPAIAN, "di sini 24"),), stands_in_2021=True),
    Fault("5 seratus tanpa target", _hundred_without_target, (("RJ105", _EVALUASI, "targetnya tidak ada"),)),
    Fault("5 realisasi tanpa target", _already, (("RJ104", _EVALUASI, "tanpa target Renstra"),), stands_in_2021=True),
    Fault("6 tujuh tonggak, enam butir", _milestones, (("RJ111", "bab-3.json", "disebut 7"),)),
    Fault(
        "6 empat program",
        _say("Pada tahun 2020 terdapat 4 Program yang dilaksanakan dinas."),
        (("RJ110", "bab-4.json", "“4 Program” tidak sama dengan jumlahnya dalam tabel: 3 atau 7"),),
    ),
    Fault("7 judul dua kali", _heading_twice, (("RJ301", "bab-3.json", "Program dan Kegiatan"),)),
    Fault(
        "7 rujukan yang diketik",
        _say("Rinciannya tercantum dalam Tabel 3.3."),
        (("RJ304", "bab-4.json", "Tabel 3.3 tidak ada"),),
    ),
    Fault("8 sistematika", _typed_chapters, (("RJ213", "bab-1.json", "BAB II"), ("RJ213", "bab-1.json", "BAB III"))),
    Fault("9 ejaan nama dinas", _names, tuple(("RJ501", "bab-4.json", f"“{name}”") for name in _NAMES)),
    Fault(
        "9 OPD dan SKPD",
        _say("Renja OPD menjabarkan Renstra SKPD dan memuat Organisasi Perangkat Daerah."),
        (
            ("RJ502", "bab-4.json", "“OPD”"),
            ("RJ502", "bab-4.json", "“SKPD”"),
            ("RJ502", "bab-4.json", "“Organisasi Perangkat Daerah”"),
        ),
    ),
    Fault(
        "10 dasar hukum",
        _law,
        (
            ("RJ601", "landasan-hukum.json", "PP 18/2016 ditulis sesudah Perpres 2/2015"),
            ("RJ603", "landasan-hukum.json", "UU 25/2004 belum menyebut Lembaran Negara"),
            ("RJ606", "landasan-hukum.json", "Tahun 2015-2019"),
        ),
    ),
    Fault(
        "10 Perbup dipakai tanpa dicantumkan",
        _law,
        (("RJ605", "bab-3.json", "Peraturan Bupati Purbalingga Nomor 91 Tahun 2016"),),
    ),
    Fault("11 ribuan tanpa titik", _evaluation_cells, (("RJ503", _EVALUASI, "“1000”"),)),
    Fault("11 angka sebagai teks", _number_as_text, (("RJ503", "tabel/indikator-program.json", "“55701”"),)),
    Fault("11 titik desimal", _say("Kontribusi UMKM 85,58 menjadi 85.28 persen."), (("RJ504", "bab-4.json", "85.28"),)),
    Fault(
        "12 catatan kerja, kewenangan, salah ketik, jumlah",
        _plan_cells,
        (
            ("RJ507", _RENCANA, "apa perlu honor Tim"),
            ("RJ310", _RENCANA, "Kewenangan Provinsi"),
            ("RJ509", _RENCANA, "Penigkatan"),
            ("RJ509", _RENCANA, "Kopeasi"),
            ("RJ101", _RENCANA, "5.701.420.000"),
        ),
    ),
    Fault("12 kode di satu tabel saja", _already, (("RJ309", _RENCANA, "belum mempunyai kode"),), stands_in_2021=True),
    Fault(
        "12 salah ketik",
        _say("Peraturan Pemerintah Nomor 8 Tahun 2008 tantang tahapan rnengembangkan infromasi Pemasran."),
        (
            ("RJ604", "bab-4.json", "“tantang” seharusnya “tentang”"),
            ("RJ509", "bab-4.json", "rnengembangkan"),
            ("RJ509", "bab-4.json", "infromasi"),
            ("RJ509", "bab-4.json", "Pemasran"),
        ),
    ),
    Fault(
        "Bappeda: peraturan kedaluwarsa",
        _already,
        (
            ("RJ607", "landasan-hukum.json", "Permendagri 54/2010 sudah dicabut"),
            ("RJ607", "landasan-hukum.json", "Perpres 2/2015 sudah habis"),
            ("RJ607", "landasan-hukum.json", "Perda Provinsi Jawa Tengah 5/2014"),
            ("RJ608", "landasan-hukum.json", "PP 18/2016 terakhir diubah dengan PP 72/2019"),
            ("RJ608", "landasan-hukum.json", "UU 23/2014 terakhir diubah dengan UU 11/2020"),
            ("RJ609", "landasan-hukum.json", "Permendagri 86/2017"),
            ("RJ609", "landasan-hukum.json", "Permendagri 70/2019"),
            ("RJ609", "landasan-hukum.json", "Permendagri 90/2019"),
            ("RJ609", "landasan-hukum.json", "PP 12/2019"),
        ),
        stands_in_2021=True,
    ),
    Fault("Bappeda: 19 sub kegiatan", _say("Renja ini memuat 19 sub kegiatan."), (("RJ110", "bab-4.json", "19 sub"),)),
    Fault("Bappeda: jumlah keliru", _adhoc_total, (("RJ102", "tabel/ringkasan.json", "1.176.518.230"),)),
    Fault(
        "Bappeda: tahun lama",
        _say("Renja Tahun 2018 menjadi pedoman seluruh bidang."),
        (("RJ401", "bab-4.json", "tahun 2018"),),
    ),
    Fault(
        "Bappeda: sel kosong",
        _evaluation_cells,
        (("RJ208", _EVALUASI, "“Pengendalian dan Pengawasan Usaha Koperasi”: 1 sel"),),
    ),
    Fault("Bappeda: bab keliru", _wrong_chapters, (("RJ211", "bab-2.json", "Rancangan Awal RKPD"),)),
    Fault(
        "tanggal pengesahan", _already, (("RJ403", "dokumen.json", "sesudah Tahun 2021 dimulai"),), stands_in_2021=True
    ),
)


def lay_down_twin(root: Path) -> None:
    """Put every fault into a copy of content/2021."""
    for put in dict.fromkeys(fault.put for fault in FAULTS):
        put(root)
