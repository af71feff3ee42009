"""Odd Word files: each is taken over whole, or refused with a clear answer."""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path

import pytest

from renjadoc.pipeline import DocumentOrder, make_document
from renjadoc.problem import ProblemsFound
from tests.adoption.layout import PNG
from tests.adoption.paper import (
    NAMES,
    bold,
    cell,
    centred,
    document,
    p,
    row,
    rows,
    run,
    styles,
    table,
    take,
)

DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1440000" cy="720000"/><wp:docPr id="1" name="x" descr="{alt}"/>'
    '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:{how}="{id}"/></pic:blipFill></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def relation(name: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{name}" Type="{IMAGE}" Target="{target}"{mode}/>'


def load(folder: Path, name: str) -> dict:  # type: ignore[type-arg]
    data: dict = json.loads((folder / name).read_text("utf-8"))  # type: ignore[type-arg]
    return data


def test_no_heading_at_all(tmp_path: Path) -> None:
    made = take(
        document(tmp_path / "a.docx", p("Satu kalimat saja.") + p("Pagu Rp1.250.000 per tahun.")), tmp_path / "a"
    )
    made.says("Satu kalimat saja.", "Pagu Rp1.250.000 per tahun.")
    assert load(made.folder, "dokumen.json")["kerangka"] == "bebas"
    assert load(made.folder, "bab-1.json")["judul"] == "[[judul bab]]"


def test_an_empty_document(tmp_path: Path) -> None:
    take(document(tmp_path / "a.docx", p()), tmp_path / "a")


def test_a_document_of_one_table(tmp_path: Path) -> None:
    body = table(*rows("Nama | Jumlah", "Kursi | 12", "Meja | 7"))
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says("Nama", "Kursi", "12", "Meja", "7")
    (file,) = (made.folder / "tabel").iterdir()
    data = json.loads(file.read_text("utf-8"))
    assert [column["judul"] for column in data["kolom"]] == ["Nama", "Jumlah"]
    assert data["baris"] == [["Kursi", "12"], ["Meja", "7"]]


def test_nested_tables_are_kept_as_lines(tmp_path: Path) -> None:
    inner = table(*rows("dalam satu | 11", "dalam dua | 22"))
    body = table(row("Luar", "Isi"), row("A", cell(p("sebelum"), inner, p("sesudah"))))
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says("sebelum", "dalam satu | 11", "dalam dua | 22", "sesudah")
    assert ("tabel di dalam sel dijadikan baris teks", "tabel “tanpa judul”") in made.adopted.doubtful


def test_text_boxes_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('Dalam kotak 77 unit')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Di luar kotak.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says("Di luar kotak.")
    assert made.text.count("Dalam kotak 77 unit") == 1


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_footnotes_and_endnotes_are_footnotes(tmp_path: Path, kind: str) -> None:
    mark = f"<w:r><w:{kind}Reference w:id='2'/></w:r>"
    body = f"<w:p><w:r><w:t>Kalimat pertama</w:t></w:r>{mark}<w:r><w:t> selesai.</w:t></w:r></w:p>"
    notes = f'<w:{kind}s {NAMES}><w:{kind} w:id="2">{p("Sumber: BPS 2020 [a]") + p("Lanjutan.")}</w:{kind}></w:{kind}s>'
    made = take(document(tmp_path / "a.docx", body, {f"word/{kind}s.xml": notes}), tmp_path / "a")
    wanted = "Kalimat pertama^[Sumber: BPS 2020 [a] Lanjutan.] selesai."
    assert wanted in load(made.folder, "bab-1.json")["isi"]
    assert made.adopted.missing == []
    told = ("catatan akhir dijadikan catatan kaki", "Sumber: BPS 2020 [a] Lanjutan.")
    assert (told in made.adopted.doubtful) == (kind == "endnote")


def test_footnotes_and_pictures_of_headings_and_captions(tmp_path: Path) -> None:
    mark = "<w:r><w:footnoteReference w:id='{}'/></w:r></w:p>"
    body = centred("BAB I AWAL").replace("</w:p>", mark.format(1))
    body += bold("1.1 Latar").replace("</w:p>", DRAWING.format(alt="", how="embed", id="r1") + "</w:p>") + p("Isi.")
    body += centred("Tabel 1.1 Rincian").replace("</w:p>", mark.format(2)) + table(*rows("A | B", "satu | dua"))
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"kaki {n}")}</w:footnote>' for n in (1, 2))
    parts: dict[str, str | bytes] = {"word/footnotes.xml": f"<w:footnotes {NAMES}>{notes}</w:footnotes>"}
    parts["word/media/a.png"] = PNG
    made = take(document(tmp_path / "a.docx", body, parts, relation("r1", "media/a.png")), tmp_path / "a")
    chapter = load(made.folder, "bab-1.json")
    assert (chapter["judul"], chapter["isi"]) == ("AWAL", ["(Catatan kaki: kaki 1)"])
    assert chapter["bagian"][0]["isi"][0]["gambar"] == "gambar/gambar-1.png"
    assert load(made.folder, "tabel/rincian.json")["judul"] == ["Rincian^[kaki 2]"]
    assert made.adopted.missing == []


def test_formulas_are_text(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Rumus </w:t></w:r><m:oMath><m:r><m:t>a+b=42</m:t></m:r></m:oMath></w:p>"
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says("Rumus a+b=42")
    assert ("rumus dijadikan teks biasa", "a+b=42") in made.adopted.doubtful


def test_content_controls_links_and_fields(tmp_path: Path) -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Dalam kendali.')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>taut</w:t></w:r></w:hyperlink><w:r><w:t> dan </w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>kendali sebaris</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:fldSimple w:instr='DATE'><w:r><w:t> 5 Mei</w:t></w:r></w:fldSimple>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t> hasil</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> RUSAK </w:instrText></w:r></w:p>"
        + p("Sesudah isian yang rusak.")
    )
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says("Dalam kendali.", "taut dan kendali sebaris 5 Mei hasil", "Sesudah isian yang rusak.")
    assert "REF" not in made.text


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    gone = "<w:del w:author='B'><w:r><w:delText>lama </w:delText></w:r></w:del>"
    new = "<w:ins w:author='B'><w:r><w:t>baru </w:t></w:r></w:ins>"
    joined = "<w:p><w:pPr><w:rPr><w:del w:author='B'/></w:rPr></w:pPr><w:r><w:t>Satu paragraf </w:t></w:r></w:p>" + p(
        "yang disambung."
    )
    removed = "<w:tr><w:trPr><w:del w:author='B'/></w:trPr>" + cell("baris dihapus") + "</w:tr>"
    body = f"<w:p>{gone}{new}<w:r><w:t>kata</w:t></w:r></w:p>{joined}" + table(
        *rows("Kepala | Dua", "satu | dua"), removed
    )
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says("baru kata", "Satu paragraf yang disambung.")
    assert "lama" not in made.text
    assert "baris dihapus" not in made.text


def test_marks_in_old_text_are_text(tmp_path: Path) -> None:
    lines = ["a {{ tahun }} b", "**bukan tebal** dan *", "[[bukan catatan]]", "C:\\data\\*.xls", "]] }} {%", "\\"]
    body = "".join(map(p, lines)) + table(*rows("K*pala | {{x}}", "[[sel]] | **sel**"))
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    made.says(*lines, "K*pala", "{{x}}", "[[sel]]", "**sel**")


def test_looks_are_kept(tmp_path: Path) -> None:
    looks = "<w:r><w:rPr><w:b/></w:rPr><w:t>tebal</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t> miring</w:t></w:r>"
    body = f"<w:p><w:r><w:t>biasa </w:t></w:r>{looks}</w:p>"
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert load(made.folder, "bab-1.json")["isi"] == ["biasa **tebal** *miring*"]


def test_pictures(tmp_path: Path) -> None:
    body = (
        f"<w:p>{DRAWING.format(alt='Peta', how='embed', id='r1')}</w:p>" + p("Gambar 2.1 Peta wilayah")
        + f"<w:p>{DRAWING.format(alt='', how='embed', id='r2')}</w:p>"
        + f"<w:p>{DRAWING.format(alt='', how='link', id='r3')}</w:p>" + p("Penutup.")
    )  # fmt: skip
    emf = b"\x01\0\0\0" + b"\0" * 60
    relations = (
        relation("r1", "media/a.png") + relation("r2", "media/b.emf") + relation("r3", "http://x/y.png", outside=True)
    )
    made = take(
        document(tmp_path / "a.docx", body, {"word/media/a.png": PNG, "word/media/b.emf": emf}, relations),
        tmp_path / "a",
    )
    isi = load(made.folder, "bab-1.json")["isi"]
    assert isi[0] == {"gambar": "gambar/gambar-1.png", "judul": "Peta wilayah", "alt": "Peta", "lebar_cm": 4.0}
    assert (made.folder / "gambar" / "gambar-1.png").read_bytes() == PNG
    assert isi[1] == "[[gambar gambar-2.emf belum dapat dicetak]]"
    assert (made.folder / "gambar" / "gambar-2.emf").read_bytes() == emf
    assert "http://x/y.png" in dict(made.adopted.doubtful)["gambar tidak dapat dicetak"]
    made.says("Peta wilayah", "Penutup.")


def test_charts_are_text(tmp_path: Path) -> None:
    graphic = "<a:graphic><a:graphicData><c:chart r:id='r1'/></a:graphicData></a:graphic>"
    body = p("Lihat grafik.") + f"<w:p><w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r></w:p>"
    values = "".join(f"<c:v>{value}</c:v>" for value in ("Produksi", "1.250", "98,7"))
    parts: dict[str, str | bytes] = {"word/charts/c1.xml": f"<c:chartSpace {NAMES}>{values}</c:chartSpace>"}
    made = take(document(tmp_path / "a.docx", body, parts, relation("r1", "charts/c1.xml")), tmp_path / "a")
    made.says("Lihat grafik.", "Grafik: Produksi; 1.250; 98,7")


def test_what_cannot_be_read_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = document(tmp_path / "a.docx", p("Satu.") + "<w:altChunk r:id='r9'/>")
    assert run("adopsi", path, tmp_path / "isi") == 1
    said = capsys.readouterr().out
    assert "TIDAK TERBAWA" in said
    assert "berkas lain yang disisipkan (r9)" in said


def test_headers_and_footers_are_reported(tmp_path: Path) -> None:
    footer = f"<w:ftr {NAMES}>{p('Bidang Perencanaan, revisi kedua')}</w:ftr>"
    made = take(document(tmp_path / "a.docx", p("Satu."), {"word/footer1.xml": footer}), tmp_path / "a")
    assert [text for _, text in made.adopted.doubtful] == ["Bidang Perencanaan, revisi kedua"]


def test_a_broken_picture_is_reported(tmp_path: Path) -> None:
    body = f"<w:p>{DRAWING.format(alt='', how='embed', id='r1')}</w:p>"
    broken = PNG[:8] + b"\0" * 20
    made = take(
        document(tmp_path / "a.docx", body, {"word/media/a.png": broken}, relation("r1", "media/a.png")), tmp_path / "a"
    )
    assert [what for what, _ in made.adopted.doubtful] == ["gambar tidak dapat dicetak"]


def test_five_chapters_of_permendagri_86(tmp_path: Path) -> None:
    titles = ["PENDAHULUAN", "HASIL EVALUASI RENJA PERANGKAT DAERAH TAHUN LALU", "TUJUAN DAN SASARAN PERANGKAT DAERAH",
              "RENCANA KERJA DAN PENDANAAN PERANGKAT DAERAH", "PENUTUP"]  # fmt: skip
    numbers = ["I", "II", "III", "IV", "V"]
    body = "".join(centred(f"BAB {n}") + centred(t) + p("Isi bab ini.") for n, t in zip(numbers, titles, strict=True))
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert load(made.folder, "dokumen.json")["kerangka"] == "permendagri-86-2017"
    assert [load(made.folder, f"bab-{n}.json")["judul"] for n in range(1, 6)] == titles


def test_landscape_tables(tmp_path: Path) -> None:
    turned = '<w:sectPr><w:pgSz w:w="18709" w:h="12189" w:orient="landscape"/></w:sectPr>'
    body = (
        table(*rows("A | B", "satu | dua"))
        + f"<w:p><w:pPr>{turned}</w:pPr></w:p>"
        + p("x")
        + table(*rows("C | D", "tiga | empat"))
    )
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    tables = [json.loads(file.read_text("utf-8")) for file in sorted((made.folder / "tabel").iterdir())]
    assert [data.get("lanskap") for data in tables] == [True, None]


def test_strict_open_xml(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{p("Bentuk ketat.")}</w:body></w:document>'
        )
    take(path, tmp_path / "a").says("Bentuk ketat.")


def test_the_main_part_is_found_by_its_relationship(tmp_path: Path) -> None:
    made = document(tmp_path / "a.docx", p("Dari Word di peramban."))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(made) as archive:
        files = {name.replace("document.xml", "document2.xml"): archive.read(name) for name in archive.namelist()}
    main = f'<Relationship Id="r1" Type="{kind}" Target="/word/document2.xml"/>'
    files["_rels/.rels"] = f"<Relationships>{main}</Relationships>".encode()
    files["word/document2.xml"] = files["word/document2.xml"].replace(b"<w:body>", b"<!-- wordprocessingml --><w:body>")
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    take(made, tmp_path / "a").says("Dari Word di peramban.")


def test_hidden_text_stays_hidden(tmp_path: Path) -> None:
    hidden = p("Paragraf rahasia.").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    made = take(document(tmp_path / "a.docx", p("Terlihat.") + hidden), tmp_path / "a")
    assert "rahasia" not in "".join(file.read_text("utf-8") for file in made.folder.glob("*.json"))


def test_open_notes_stay_open(tmp_path: Path) -> None:
    style = '<w:style w:type="character" w:styleId="X"><w:name w:val="Terbuka"/></w:style>'
    note = '<w:r><w:rPr><w:rStyle w:val="X"/></w:rPr><w:t>[pastikan]</w:t></w:r>'
    body = p("Nilainya 85 ").replace("</w:p>", f"{note}</w:p>")
    parts: dict[str, str | bytes] = {"word/styles.xml": f"<w:styles {NAMES}>{style}</w:styles>"}
    made = take(document(tmp_path / "a.docx", body, parts), tmp_path / "a")
    assert load(made.folder, "bab-1.json")["isi"] == ["Nilainya 85 [[pastikan]]"]


def test_a_code_that_never_ends_hides_nothing(tmp_path: Path) -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    body = p("tampak semua.").replace("<w:r>", f"{code}<w:r>", 1) + p("Juga ini.")
    take(document(tmp_path / "a.docx", body), tmp_path / "a").says("tampak semua.", "Juga ini.")


# Refused


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kata sandi"),
        ("a.docx", b"bukan zip", "bukan dokumen Word"),
        ("a.docx", b"", "bukan dokumen Word"),
    ],
)
def test_what_is_no_word_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert run("adopsi", tmp_path / name, tmp_path / "isi") == 1
    error = capsys.readouterr().err
    assert "RJ062" in error
    assert said in error
    assert not (tmp_path / "isi").exists()


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("adopsi", tmp_path / "tiada.docx", tmp_path / "isi") == 1
    assert "berkas tidak ditemukan" in capsys.readouterr().err


def test_entities_are_refused(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    path = document(tmp_path / "a.docx", p("x"), {"word/styles.xml": f"{doctype}<d>&e;</d>"})
    with pytest.raises(ProblemsFound) as caught:
        take(path, tmp_path / "isi")
    assert "DOCTYPE" in caught.value.problems[0].message


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (97 * 1024 * 1024))
    with pytest.raises(ProblemsFound) as caught:
        take(path, tmp_path / "isi")
    assert "terlalu besar" in caught.value.problems[0].message


def test_a_stated_size_is_not_trusted(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", p("x" * 5000))
    raw = bytearray(path.read_bytes())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = struct.pack("<I", 10)
    path.write_bytes(raw)
    with pytest.raises(ProblemsFound):
        take(path, tmp_path / "isi")


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", "<w:p>")
    with pytest.raises(ProblemsFound) as caught:
        take(path, tmp_path / "isi")
    assert "word/document.xml rusak" in caught.value.problems[0].message


def test_an_existing_folder_is_never_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "catatan.txt").write_text("milik orang", "utf-8")
    path = document(tmp_path / "a.docx", p("x"))
    assert run("adopsi", path, tmp_path / "isi") == 1
    assert "sudah ada dan tidak kosong" in capsys.readouterr().err
    assert [file.name for file in (tmp_path / "isi").iterdir()] == ["catatan.txt"]


def test_headings_by_style_without_numbers(tmp_path: Path) -> None:
    def heading(level: int, text: str) -> str:
        return p(text, properties=f'<w:pStyle w:val="H{level}"/>')

    body = heading(1, "KATA PENGANTAR") + p("Puji syukur.") + heading(1, "Pendahuluan") + heading(2, "Latar Belakang")
    body += p("Isi latar.") + heading(3, "Umum") + p("Isi umum.") + heading(1, "Penutup") + p("Selesai.")
    names = ("heading 1", "heading 2", "heading 3")
    made = take(document(tmp_path / "a.docx", body, {"word/styles.xml": styles(*names)}), tmp_path / "a")
    first = load(made.folder, "bab-1.json")
    assert load(made.folder, "kata-pengantar.json")["isi"] == ["Puji syukur."]
    assert first["judul"] == "Pendahuluan"
    assert first["bagian"] == [
        {"judul": "Latar Belakang", "isi": ["Isi latar."], "bagian": [{"judul": "Umum", "isi": ["Isi umum."]}]}
    ]
    assert load(made.folder, "bab-2.json")["judul"] == "Penutup"


def test_a_bold_line_without_number_stays_bold_text(tmp_path: Path) -> None:
    made = take(
        document(tmp_path / "a.docx", centred("BAB I PENDAHULUAN") + bold("Catatan") + p("Isi.")), tmp_path / "a"
    )
    assert load(made.folder, "bab-1.json") == {
        "$schema": "skema/bab.schema.json", "judul": "PENDAHULUAN", "isi": ["**Catatan**", "Isi."],
    }  # fmt: skip


def test_names_keep_their_signs(tmp_path: Path) -> None:
    body = centred("BAB I AWAL") + p("Isi bab ini. " * 70) + p("Kota A, 2 Januari 2022") + p("Kepala Dinas Pertanian")
    body += p("Dr. [contoh] *PEJABAT* {x}") + p("Pembina (IV/a)") + p("NIP. 19700101 199501 1 001")
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    assert load(made.folder, "dokumen.json")["pengesahan"]["nama"] == "Dr. [contoh] *PEJABAT* {x}"
    made.says("Dr. [contoh] *PEJABAT* {x}")


def test_a_vision_that_is_not_stated_is_open(tmp_path: Path) -> None:
    made = take(document(tmp_path / "a.docx", centred("BAB I AWAL") + p("Isi.")), tmp_path / "a")
    assert load(made.folder, "dokumen.json")["visi"] == {"daerah": None, "perangkat_daerah": None}
    chapter = load(made.folder, "bab-1.json")
    chapter["isi"] = ["Visi: {{ visi.daerah }}"]
    (made.folder / "bab-1.json").write_text(json.dumps(chapter), "utf-8")
    again = make_document(DocumentOrder(made.folder, tmp_path / "b.docx", page_numbers=False))
    assert "1 isian belum ada (ditandai …)" in again.open


def test_word_art_and_drawings_of_a_kind_we_do_not_know(tmp_path: Path) -> None:
    art = "<w:p><w:r><w:pict><v:shape><v:textpath string='RENJA 2021&#10;EDISI KHUSUS'/></v:shape></w:pict></w:r></w:p>"
    older = f"<w:pict><v:textbox><w:txbxContent>{p('Bentuk lama 88 unit')}</w:txbxContent></v:textbox></w:pict>"
    strange = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='cx'><w:drawing><a:graphic/></w:drawing></mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    made = take(document(tmp_path / "a.docx", art + strange), tmp_path / "a")
    made.says("RENJA 2021", "EDISI KHUSUS", "Bentuk lama 88 unit")


def test_signs_of_symbol_fonts_keep_their_meaning(tmp_path: Path) -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    body = f"<w:p><w:r><w:t>Target </w:t></w:r>{sign('Symbol', 'F0B3')}<w:r><w:t> 85 </w:t></w:r>"
    body += f"{sign('Wingdings', 'F0FC')}</w:p>"
    take(document(tmp_path / "a.docx", body), tmp_path / "a").says("Target ≥ 85 ✓")


def test_fractions_have_a_slash(tmp_path: Path) -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    formula = f"<m:oMath><m:f>{part('num', 'Realisasi')}{part('den', 'Target')}</m:f></m:oMath>"
    body = f"<w:p>{formula}<w:r><w:t> x 100%</w:t></w:r></w:p>"
    take(document(tmp_path / "a.docx", body), tmp_path / "a").says("(Realisasi)/(Target) x 100%")


def test_a_source_below_a_table_or_picture_is_kept_with_it(tmp_path: Path) -> None:
    body = centred("Tabel 1.1 Rincian") + table(*rows("A | B", "satu | dua")) + p("Sumber : BPS [2020]") + p("Isi.")
    body += centred("Tabel 1.2 Lain") + table(*rows("C | D", "tiga | empat")) + p("Sumber data: SIPD, 2020")
    body += p("Sumber daya: manusia.")
    made = take(document(tmp_path / "a.docx", body), tmp_path / "a")
    content = load(made.folder, "bab-1.json")["isi"]
    assert content == [
        {"tabel": "rincian", "sumber": "BPS [2020]"}, "Isi.",
        {"tabel": "lain", "sumber": "Sumber data: SIPD, 2020"}, "Sumber daya: manusia.",
    ]  # fmt: skip
    assert made.adopted.missing == []
