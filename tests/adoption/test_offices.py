"""Ways in which offices write their Renja: covers, typed contents, lettered sections, codes, tables cut by hand."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from renjadoc.word.layout import pages
from tests.adoption.layout import Layout
from tests.adoption.paper import NAMES, Taken, bold, cell, centred, document, p, row, rows, run, table, take
from tests.conftest import ROOT, needs_office

LONG = "Paragraf ini cukup panjang agar bab ini tampak sebagai bab yang sesungguhnya dan bukan sebuah daftar. " * 6


def load(taken: Taken, name: str) -> Any:
    return json.loads((taken.folder / name).read_text("utf-8"))


def outline(taken: Taken) -> list[Any]:
    """The titles of chapters and sections, as a tree."""
    return [_titles(json.loads(path.read_text("utf-8"))) for path in sorted(taken.folder.glob("bab-*.json"))]


def _titles(data: Any) -> Any:
    return [data["judul"], *map(_titles, data["bagian"])] if "bagian" in data else data["judul"]


COVER = "".join(map(centred, ["RENCANA KERJA", "(RENJA)", "DINAS PERTANIAN", "KABUPATEN MAJU JAYA", "TAHUN 2022"]))


def test_cover_preface_and_typed_contents(tmp_path: Path) -> None:
    entries = ["KATA PENGANTAR\ti", "DAFTAR ISI\tii", "BAB I PENDAHULUAN .......... 1", "1.1 Latar Belakang ....... 1",
               "BAB II HASIL EVALUASI", "2.1 Evaluasi ........ 4", "BAB III PENUTUP ........ 9"]  # fmt: skip
    body = COVER + p("Jalan Merdeka Nomor 45, Telepon (0281) 891234") + centred("KATA PENGANTAR")
    body += p("Puji syukur kami panjatkan.") + p("Maju Jaya, 2 Januari 2022") + p("Kepala Dinas Pertanian") + p("Ir. X")
    body += centred("DAFTAR ISI") + "".join(map(p, entries))
    body += centred("BAB I") + centred("PENDAHULUAN") + bold("1.1 Latar Belakang") + p(LONG)
    body += bold("1.2 Sistematika Penulisan") + p("Susunan:") + bold("BAB I PENDAHULUAN") + p("1.1 Latar Belakang")
    body += bold("BAB II HASIL EVALUASI") + p("2.1 Evaluasi") + bold("BAB III PENUTUP") + p("Bab ini menutup.")
    body += centred("BAB II. HASIL EVALUASI") + bold("2.1.\tEvaluasi") + p(LONG) + bold("2.1.1 Rinci") + p("Rincian.")
    body += centred("BAB III") + centred("PENUTUP") + p(LONG)
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert outline(made) == [
        ["PENDAHULUAN", "Latar Belakang", "Sistematika Penulisan"],
        ["HASIL EVALUASI", ["Evaluasi", "Rinci"]], "PENUTUP",
    ]  # fmt: skip
    assert load(made, "bab-1.json")["isi"] == ["Jalan Merdeka Nomor 45, Telepon (0281) 891234"]
    preface = load(made, "kata-pengantar.json")
    assert preface["judul"] == "KATA PENGANTAR"
    assert preface["isi"] == [
        "Puji syukur kami panjatkan.", "Maju Jaya, 2 Januari 2022", "Kepala Dinas Pertanian", "Ir. X",
    ]  # fmt: skip
    dokumen = load(made, "dokumen.json")
    assert (dokumen["tahun"], dokumen["perangkat_daerah"]["nama"]) == (2022, "Dinas Pertanian")
    assert dokumen["daerah"]["nama"] == "Maju Jaya"
    assert "......" not in made.text


def test_appendices_are_parts_of_their_own(tmp_path: Path) -> None:
    body = COVER + centred("BAB I PENDAHULUAN") + p(LONG) + centred("BAB II PENUTUP") + p(LONG)
    body += p("Rinciannya tercantum dalam Lampiran I.") + p("Maju Jaya, 2 Januari 2022") + p("Kepala Dinas Pertanian")
    body += p("Ir. X") + p("Pembina") + p("NIP 19700101 199501 1 001")
    body += centred("LAMPIRAN I") + centred("MATRIKS USULAN") + p("Usulan kecamatan.")
    body += centred("LAMPIRAN II: PETA") + p("Peta wilayah.")
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert outline(made) == ["PENDAHULUAN", "PENUTUP"]
    first, second = load(made, "lampiran/1.json"), load(made, "lampiran/2.json")
    assert (first["judul"], first["isi"]) == ("MATRIKS USULAN", ["Usulan kecamatan."])
    assert (second["judul"], second["isi"]) == ("PETA", ["Peta wilayah."])
    assert load(made, "bab-2.json")["isi"][-1] == "Rinciannya tercantum dalam Lampiran I."
    assert load(made, "dokumen.json")["pengesahan"]["nama"] == "Ir. X"


def test_contents_of_word_are_dropped(tmp_path: Path) -> None:
    field = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>BAB I AWAL 1</w:t></w:r></w:p>"
        + p("BAB II AKHIR 2") + "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )  # fmt: skip
    control = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('Isi dokumen')}{p('BAB I AWAL 1')}</w:sdtContent></w:sdt>"
    )
    body = field + control + centred("BAB I AWAL") + p("Satu.") + centred("BAB II AKHIR") + p("Dua.")
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert outline(made) == ["AWAL", "AKHIR"]
    assert "isi" in load(made, "bab-1.json")
    assert load(made, "bab-1.json")["isi"] == ["Satu."]


def test_lettered_sections(tmp_path: Path) -> None:
    body = (
        centred("BAB I") + centred("PENDAHULUAN") + bold("A. Latar Belakang") + p("Satu.") + bold("B. Landasan Hukum")
    )
    body += p("Dua.") + bold("C. Maksud") + p("A. bukan judul")
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert outline(made) == [["PENDAHULUAN", "Latar Belakang", "Landasan Hukum", "Maksud"]]
    made.says("A. bukan judul")


def test_headings_numbered_by_word(tmp_path: Path) -> None:
    def level(number: int, form: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:isLgl w:val="0"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        ).replace('<w:isLgl w:val="0"/>', "<w:isLgl/>" if number else "")

    def heading(number: int, text: str) -> str:
        return p(text, properties=f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>')

    numbering = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{level(0, "upperRoman", "BAB %1")}'
        f"{level(1, 'decimal', '%1.%2')}{level(2, 'decimal', '%1.%2.%3')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = heading(0, "PENDAHULUAN") + heading(1, "Latar") + p("Satu.") + heading(1, "Dasar") + p("Dua.")
    body += heading(0, "EVALUASI") + heading(1, "Hasil") + heading(2, "Rinci") + p("Tiga.")
    made = take(document(tmp_path / "a.docx", body, {"word/numbering.xml": numbering}), tmp_path / "a")
    assert outline(made) == [["PENDAHULUAN", "Latar", "Dasar"], ["EVALUASI", ["Hasil", "Rinci"]]]


def test_signature_in_a_table(tmp_path: Path) -> None:
    lines = ["Ditetapkan di Maju Jaya", "pada tanggal 4 Juli 2021", "PLT. KEPALA DINAS", "PERTANIAN",
             "SITI CONTOH, S.P.",
             "Penata Tk. I", "NIP 198001012005012001"]  # fmt: skip
    body = centred("BAB I PENUTUP") + p("Demikian.") + table(row("", cell(*lines)))
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    signed = load(made, "dokumen.json")["pengesahan"]
    assert (signed["tempat"], signed["tanggal"]) == ("Maju Jaya", "4 Juli 2021")
    assert (signed["jabatan"], signed["nama"]) == ("PLT. KEPALA DINAS PERTANIAN", "SITI CONTOH, S.P.")
    assert (signed["pangkat"], signed["nip"]) == ("Penata Tk. I", "19800101 200501 2 001")
    assert load(made, "bab-1.json")["isi"] == ["Demikian."]


def test_a_table_cut_over_pages_is_one(tmp_path: Path) -> None:
    head = row("No", "Uraian", "Jumlah", head=True)
    body = centred("Tabel 1.1 Rincian") + table(head, *rows("1 | satu | 10", "2 | dua | 20")) + p()
    body += (
        table(head, *rows("3 | tiga | 30", "No | Uraian | Jumlah", "4 | empat | 40"))
        + p()
        + table(*rows("5 | lima | 50"))
    )
    made = take(document(tmp_path / "a.docx", centred("BAB I ISI") + body), tmp_path / "a")
    data = load(made, "tabel/rincian.json")
    assert data["judul"] == ["Rincian"]
    assert [cells[2] for cells in data["baris"]] == ["10", "20", "30", "40", "50"]


def test_tables_without_caption_stay_apart(tmp_path: Path) -> None:
    one, two = table(*rows("Nama | Nilai", "a | 1")), table(*rows("Kode | Harga", "b | 2"))
    made = take(document(tmp_path / "a.docx", centred("BAB I ISI") + one + p() + two), tmp_path / "a")
    assert len(made.adopted.tables) == 2
    made.says("Nama", "Kode", "Harga")
    assert "judul tabel" not in made.text


def test_a_sentence_about_a_table_is_no_caption(tmp_path: Path) -> None:
    body = centred("BAB I ISI") + p("Tabel 1.1 menunjukkan capaian berikut:") + table(*rows("Nama | Nilai", "a | 1"))
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert load(made, "bab-1.json")["isi"][0] == "Tabel 1.1 menunjukkan capaian berikut:"


PLAN_HEAD = [
    row(cell("Kode", down="restart"), cell("Urusan/Bidang Urusan dan Program/Kegiatan/Sub Kegiatan", down="restart"),
        cell("Indikator Kinerja", down="restart"), cell("Rencana Tahun 2024", span=4),
        cell("Catatan Penting", down="restart"),
        cell("Prakiraan Maju Rencana Tahun 2025", span=2)),
    row(cell(down="continue"), cell(down="continue"), cell(down="continue"), "Lokasi", "Target Capaian",
        "Pagu Indikatif",
        "Sumber Dana", cell(down="continue"), "Target Capaian", "Pagu Indikatif"),
    row(*(f"({number})" for number in range(1, 11))),
]  # fmt: skip
PLAN = rows(
    "2 | URUSAN WAJIB | | | | 350.000.000 | | | | 400.000.000",
    "2.17 | BIDANG URUSAN KOPERASI | | | | Rp. 350.000.000,- | | | | 400.000.000,00",
    "2.17.01 | PROGRAM PENUNJANG | Nilai AKIP | Kab. Contoh | 72 | 300.000.000 | APBD | | 73 | 340.000.000",
    "2.17.01.2.01 | Perencanaan | Jumlah dokumen | Dinas | 8 dok | 300.000.000 | DAU | | 8 dok | 340.000.000",
    "2.17.01.2.01.0001 | Penyusunan | Jumlah | Dinas | 3 dok | Rp 60.000.000 | DAU | honor | 3 dok | 70.000.000",
    "2.17.01.2.01.0007 | Evaluasi | Jumlah | Dinas | 5 dok | 240.000.000,- | DAU | | 5 dok | 270.000.000",
    " | | | | | | | | | ",
    "2.17.05 | PROGRAM PENDIDIKAN | Persentase | Kab. | 60% | 50.000.000 | APBD | | 65% | 60.000.000",
    "2.17.05.2.01 | Pendidikan | Jumlah SDM | Kab. | 30 orang | 50.000.000 | APBD | | 35 orang | 60.000.000",
    "2.17.05.2.01.0001 | Pelatihan | Jumlah orang | Kab. | 30 orang | 50.000.000 | APBD | | 35 orang | 60.000.000",
)
TOTAL = row(cell("JUMLAH", span=5), "350.000.000", "", "", "", "400.000.000")


def plan(path: Path, *more: str, head: list[str] = PLAN_HEAD) -> Path:
    caption = centred("Tabel T-C.33") + centred("Rumusan Rencana Program dan Kegiatan")
    return document(
        path, COVER.replace("2022", "2024") + centred("BAB I RENCANA") + caption + table(*head, *PLAN, *more)
    )


def test_programs_with_codes_and_sums_at_every_level(tmp_path: Path) -> None:
    made = take(plan(tmp_path / "a.docx", TOTAL), tmp_path / "a")
    data = load(made, "tabel/rencana-program.json")
    assert data["judul"] == ["T-C.33", "Rumusan Rencana Program dan Kegiatan"]
    first, second = data["program"]
    assert first["urusan"] == [
        {"kode": "2", "nama": "URUSAN WAJIB"}, {"kode": "2.17", "nama": "BIDANG URUSAN KOPERASI"},
    ]  # fmt: skip
    assert (first["kode"], first["target"], second["target_maju"]) == ("2.17.01", 72, "65%")
    (kegiatan,) = first["kegiatan"]
    assert (kegiatan["kode"], kegiatan["indikator"]) == ("2.17.01.2.01", "Jumlah dokumen")
    assert [sub["pagu"] for sub in kegiatan["sub_kegiatan"]] == [60000000, 240000000]
    assert not any(problem.is_error for problem in made.adopted.findings)
    made.says("2.17.01.2.01.0007 Evaluasi", "2.17 BIDANG URUSAN KOPERASI", "2.17.05.2.01 Pendidikan")


def test_captions_numbered_by_a_list(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="Tabel 1.%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    caption = p("Rincian Belanja", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    body = centred("BAB I ISI") + p("Teks.") + caption + table(*rows("Nama | Nilai", "a | 1"))
    made = take(document(tmp_path / "a.docx", body, {"word/numbering.xml": numbering}), tmp_path / "a")
    assert load(made, "tabel/rincian-belanja.json")["judul"] == ["Rincian Belanja"]
    assert made.adopted.renumbered == ["Tabel 1.3 → Tabel 1.1"]


def test_codes_in_columns_of_their_own(tmp_path: Path) -> None:
    def spread(one: str) -> str:
        return re.sub(
            r"<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space=\"preserve\">(2[.\d]*)</w:t></w:r></w:p></w:tc>",
            lambda match: _parts(match[1]), one, count=1,
        )  # fmt: skip

    wider = [one.replace('<w:gridSpan w:val="1"/>', '<w:gridSpan w:val="6"/>', 1) for one in PLAN_HEAD]
    lines = [spread(one) for one in PLAN if "2" in one]
    total = TOTAL.replace('<w:gridSpan w:val="5"/>', '<w:gridSpan w:val="10"/>')
    caption = centred("Tabel T-C.33 Rumusan Rencana")
    body = COVER.replace("2022", "2024") + centred("BAB I RENCANA") + caption + table(*wider, *lines, total)
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    kegiatan = load(made, "tabel/rencana-program.json")["program"][0]["kegiatan"][0]
    assert kegiatan["kode"] == "2.17.01.2.01"
    made.says("2.17.01.2.01.0007 Evaluasi")


def _parts(code: str) -> str:
    """The cells that six columns of codes have for one code."""
    parts = code.split(".")
    return p(parts[0]) + "</w:tc>" + "".join(cell(part) for part in [*parts[1:], *[""] * (6 - len(parts))])


def test_a_wrong_total_is_kept_and_found(tmp_path: Path) -> None:
    wrong = row(cell("JUMLAH", span=5), "360.000.000", "", "", "", "400.000.000")
    made = take(plan(tmp_path / "a.docx", wrong), tmp_path / "a")
    assert load(made, "tabel/rencana-program.json")["tercatat"] == {"pagu": 360000000}
    made.says("[Naskah lama mencetak pagu yang tidak sama dengan hitungan: JUMLAH: 360.000.000]")
    assert "RJ101" in {problem.code for problem in made.adopted.findings}
    assert run("buat", made.folder, "-o", tmp_path / "b.docx", "--tanpa-halaman") == 0


def test_what_a_kind_cannot_hold_stays_as_it_was(tmp_path: Path) -> None:
    head = [one.replace("Pagu Indikatif", "Pagu Indikatif (Rp. 000)") for one in PLAN_HEAD]
    made = take(plan(tmp_path / "a.docx", TOTAL, head=head), tmp_path / "a")
    (kept,) = made.adopted.tables
    assert kept.built is None
    assert kept.reason == "dikenali sebagai rencana-program, tetapi uangnya dalam ribuan atau jutaan rupiah"
    made.says("(10)", "Rp. 350.000.000,-", "2.17.01.2.01.0007", "JUMLAH")


T_C_29 = [
    row(*(cell(head, down="restart") for head in (
            "Kode", "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan",
            "Indikator Kinerja Program (outcomes)/Kegiatan (output)",
            "Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun 2026",
            "Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun 2021")),
        cell("Target dan Realisasi Kinerja Program dan Kegiatan Tahun Lalu (2022)", span=3),
        cell("Target Program dan Kegiatan (Renja Perangkat Daerah Tahun 2023)", down="restart"),
        cell("Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun Berjalan", span=2)),
    row(*[cell(down="continue")] * 5, "Target Renja Tahun 2022", "Realisasi Renja Tahun 2022", "Tingkat Realisasi (%)",
        cell(down="continue"), "Realisasi Capaian s/d Tahun 2023", "Tingkat Capaian Realisasi Target Renstra (%)"),
    row(*["1", "2", "3", "4", "5", "6", "7", "8=7/6", "9", "10=5+7+9", "11=10/4"]),
    *rows(
        "2.17.01 | Program Penunjang | | | | | | | | |",
        "2.17.01.2.01 | Perencanaan | Jumlah dokumen | 40 dok | 8 dok | 8 dok | 6 dok | 75 | 8 dok | 22 dok | 55",
        "2.17.01.2.02 | Kepegawaian | Jumlah orang | 50 | 10 | 12 | 12 | 100 | 9 | 31 | 62",
    ),
]  # fmt: skip


def test_the_eleven_columns_of_permendagri_86(tmp_path: Path) -> None:
    office = p("Rencana Strategis Tahun 2021-2026")
    before = bold("BAB I PENDAHULUAN") + office + bold("BAB II HASIL EVALUASI") + p("Tabel 2.1 Rekapitulasi Evaluasi")
    made = take(document(tmp_path / "a.docx", before + table(*T_C_29)), tmp_path / "2024")
    data = load(made, "tabel/evaluasi.json")
    assert data["bentuk"] == "permendagri-86"
    assert [program["nama"] for program in data["program"]] == ["Program Penunjang"]
    assert data["program"][0]["kegiatan"][0] == {
        "kode": "2.17.01.2.01", "nama": "Perencanaan", "indikator": "Jumlah dokumen", "target_renstra": "40 dok",
        "realisasi_sd_n-3": "8 dok", "renja_n-2": {"target": "8 dok", "realisasi": "6 dok"},
        "renja_n-1": {"target": "8 dok", "realisasi": "22 dok"},
    }  # fmt: skip
    made.says("s.d. Tahun 2021", "75", "55", "62", "8 = 7/6", "11 = 10/4")


def test_figures_of_programs_are_theirs(tmp_path: Path) -> None:
    own = row("2.17.02", "Program Koperasi", "Persentase", "90", "70", "75", "75", "100", "80", "80", "88,9")
    made = take(document(tmp_path / "a.docx", bold("BAB I EVALUASI") + table(*T_C_29, own)), tmp_path / "2024")
    first, second = load(made, "tabel/evaluasi.json")["program"]
    assert set(first) == {"kode", "nama", "kegiatan"}
    assert (second["indikator"], second["realisasi_sd_n-3"], second["kegiatan"]) == ("Persentase", 70, [])
    # The form prints two decimals; what was typed is kept.
    assert second["tercatat"] == {"renstra_persen": 88.9}
    made.says("Program Koperasi: 88,9]", "88,89")


def test_eleven_columns_up_to_another_year_stay_as_they_were(tmp_path: Path) -> None:
    lines = [line.replace("Kegiatan s/d Tahun 2021", "Kegiatan s/d Tahun 2020") for line in T_C_29]
    made = take(document(tmp_path / "a.docx", bold("BAB I EVALUASI") + table(*lines)), tmp_path / "2024")
    reason = "dikenali sebagai evaluasi, tetapi realisasinya sampai dengan 2020, bentuk baku sampai dengan 2021"
    assert made.adopted.tables[0].reason == reason


def test_years_that_do_not_fit_keep_the_old_head(tmp_path: Path) -> None:
    head = [one.replace("Tahun 2025", "Tahun 2027") for one in PLAN_HEAD]
    made = take(plan(tmp_path / "a.docx", TOTAL, head=head), tmp_path / "a")
    assert "tahun 2027 dalam kepala tabel" in made.adopted.tables[0].reason
    made.says("Prakiraan Maju Rencana Tahun 2027")


def test_lists_of_word(tmp_path: Path) -> None:
    def abstract(number: int, form: str, text: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )

    def item(number: int, text: str, indent: int = 0) -> str:
        ind = f'<w:ind w:left="{indent}"/>' if indent else ""
        return p(text, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>{ind}')

    forms = [("decimal", "%1."), ("lowerLetter", "%1)"), ("bullet", "-"), ("lowerRoman", "%1.")]
    numbering = f"<w:numbering {NAMES}>" + "".join(abstract(n, *form) for n, form in enumerate(forms, start=1))
    numbering += (
        "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, 5)) + "</w:numbering>"
    )
    body = item(1, "satu", 300) + item(2, "anak", 600) + item(2, "anak lagi", 600) + item(3, "butir", 900)
    body += item(1, "dua", 300) + p("sela") + item(1, "tiga", 300) + p("Akhir.") + item(4, "romawi") + item(4, "kedua")
    made = take(document(tmp_path / "a.docx", body, {"word/numbering.xml": numbering}), tmp_path / "a")
    assert load(made, "bab-1.json")["isi"] == [
        {"daftar": "1.", "butir": [
            {"teks": "satu", "isi": [{"daftar": "a)", "butir": [
                "anak", {"teks": "anak lagi", "isi": [{"daftar": "-", "butir": ["butir"]}]}]}]},
            {"teks": "dua", "isi": ["sela"]}, "tiga"]},
        "Akhir.", {"daftar": "1.", "butir": ["romawi", "kedua"]},
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["3.", "c)", "IV."])
def test_a_list_that_does_not_begin_at_one_keeps_its_numbers(tmp_path: Path, first: str) -> None:
    made = take(document(tmp_path / "a.docx", p(f"{first} lanjutan dari halaman lain")), tmp_path / "a")
    made.says(f"{first} lanjutan dari halaman lain")


@needs_office
def test_a_document_saved_by_libreoffice(tmp_path: Path) -> None:
    layout = Layout(styled=False)
    layout.text((ROOT / "tests" / "contoh" / "naskah-lama.txt").read_text("utf-8"))
    layout.save(tmp_path / "lama.docx")
    program = pages.find_libreoffice()
    assert program is not None
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        tmp_path / "libre",
        tmp_path / "lama.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = take(tmp_path / "libre" / "lama.docx", tmp_path / "a")
    assert {table.built.kind for table in made.adopted.tables if table.built} == {
        "evaluasi", "capaian-kinerja", "indikator-program", "target-renstra", "review-rkpd", "usulan-masyarakat",
        "rencana-program",
    }  # fmt: skip
    assert load(made, "dokumen.json")["pengesahan"]["nip"] == "19700101 199501 1 001"


def test_the_command_ends_with_the_faults_of_the_old_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = row(cell("JUMLAH", span=5), "360.000.000", "", "", "", "400.000.000")
    assert run("adopsi", plan(tmp_path / "a.docx", wrong), tmp_path / "isi") == 0
    said = capsys.readouterr().out
    assert "Dinas Pertanian, Kabupaten Maju Jaya, Tahun 2024" in said
    assert "Semua kalimat dan angka naskah lama ada dalam isi baru" in said
    after = said.partition("Sudah keliru dalam naskah lama")[2]
    assert f"{tmp_path / 'isi'}/tabel/rencana-program.json" in after
    assert "1 RJ101 Jumlah pagu tercatat berbeda dari rinciannya" in after
    assert f"Lihat semua: renjadoc periksa {tmp_path / 'isi'}" in after
    assert run("periksa", tmp_path / "isi") == 0
    assert "Aturan RJ101 dimatikan (1 temuan tidak ditampilkan)" in capsys.readouterr().out


def test_what_was_taken_over_rolls_on(tmp_path: Path) -> None:
    take(plan(tmp_path / "a.docx", TOTAL), tmp_path / "2024")
    assert run("gulir", tmp_path / "2024", tmp_path / "2025", "--tandai") == 0
    data = json.loads((tmp_path / "2025" / "tabel" / "rencana-program.json").read_text("utf-8"))
    program = data["program"][0]
    assert (program["target"], program["target_maju"]) == (73, None)
    assert program["kegiatan"][0]["sub_kegiatan"][0]["pagu"] == 70000000
