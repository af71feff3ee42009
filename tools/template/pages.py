"""The pages of the template: cover, front matter, chapters, signature, specimen, footers, comments."""

from __future__ import annotations

from template.measures import BINDING, FOOTER_DISTANCE, MARGIN, PAPER_LONG, PAPER_SHORT, PORTRAIT_WIDTH
from template.styles import all_styles
from template.tables import TABLES
from template.tables.drawing import pattern, row_xml, table_properties
from template.tables.layout import Cell, Table
from template.vocabulary import paragraph, right_tab, root, run, tabs, tag, w, when


def section(footer: str, *, landscape: bool = False, numbers: str = "", footer_distance: int = FOOTER_DISTANCE) -> str:
    """Page setup; `numbers` is how the section counts its pages. A landscape page is bound at its top."""
    wide, high = (PAPER_LONG, PAPER_SHORT) if landscape else (PAPER_SHORT, PAPER_LONG)
    turned = {"orient": "landscape"} if landscape else {}
    top, left = (BINDING, MARGIN) if landscape else (MARGIN, BINDING)
    return w(
        "sectPr", f'<w:footerReference w:type="default" r:id="{footer}"/>', w("pgSz", w=wide, h=high, **turned),
        w("pgMar", top=top, right=MARGIN, bottom=MARGIN, left=left, header=FOOTER_DISTANCE, footer=footer_distance,
          gutter=0),
        numbers, w("cols", space=708),
    )  # fmt: skip


COVER_FOOTER, PORTRAIT_FOOTER, LANDSCAPE_FOOTER = "rIdKakiSampul", "rIdKakiTegak", "rIdKakiLanskap"
ROMAN, ARABIC = w("pgNumType", fmt="lowerRoman", start=1), w("pgNumType", fmt="decimal")


def section_end(page_setup: str) -> str:
    return paragraph("AkhirBagian", extra=page_setup)


def cover() -> str:
    return "".join(
        (
            paragraph("SampulLogo", "{{p logo }}"),
            paragraph("SampulJudul", "{{ judul }}"),
            paragraph("SampulPerangkat", "{{ perangkat_daerah.nama }}"),
            paragraph("SampulDaerah", "{{ daerah.lengkap }}"),
            paragraph("SampulTahun", "Tahun {{ tahun }}"),
            section_end(section(COVER_FOOTER, footer_distance=MARGIN)),
        )
    )


def front_matter() -> str:
    return "".join((
        *(tag(f"{{{{p {name} }}}}") for name in ("lembar_pengesahan", "kata_pengantar", "ringkasan")),
        paragraph("JudulDaftar", "Daftar Isi"), tag("{{p daftar_isi }}"),
        when("daftar_tabel", paragraph("JudulDaftar", "Daftar Tabel"), tag("{{p daftar_tabel }}")),
        when("daftar_gambar", paragraph("JudulDaftar", "Daftar Gambar"), tag("{{p daftar_gambar }}")),
        when("daftar_lampiran", paragraph("JudulDaftar", "Daftar Lampiran"), tag("{{p daftar_lampiran }}")),
        section_end(section(PORTRAIT_FOOTER, numbers=ROMAN)),
    ))  # fmt: skip


def body() -> str:
    """The blocks of the chapters. A table's orientation is that of the section its pattern stands in."""
    upright = section(PORTRAIT_FOOTER, numbers=ARABIC)
    turned = section(LANDSCAPE_FOOTER, landscape=True, numbers=ARABIC)
    return "".join(
        (
            tag("{%p for blok in isi %}"),
            tag("{{p blok.xml }}"),
            when("blok.akhir_bab", signature()),
            *(pattern(table) for table in TABLES if not table.landscape),
            when("blok.awal_lanskap", section_end(upright)),
            tag("{{p blok.xml_lanskap }}"),
            *(pattern(table) for table in TABLES if table.landscape),
            when("blok.akhir_lanskap", section_end(turned)),
            tag("{%p endfor %}"),
        )
    )


def signature() -> str:
    return "".join(
        (
            paragraph("TandaTanganTempat", "{{ pengesahan.tempat_tanggal }}"),
            paragraph("TandaTangan", "{{ pengesahan.jabatan }}"),
            paragraph("TandaTanganGambar", "{{p tanda_tangan }}"),
            paragraph("TandaTanganNama", "{{ pengesahan.nama }}"),
            paragraph("TandaTangan", "{{ pengesahan.pangkat }}"),
            paragraph("TandaTangan", "NIP\u00a0{{ pengesahan.nip }}", w("keepNext", val=0)),
        )
    )


#: What is said of the tags that a newcomer meets, as comments of Word; no document gets them.
COMMENTS = {
    "{{ judul }}": "Nama dalam kurung kurawal diganti nilainya ketika dokumen dibuat; daftarnya dalam docs/templat.md.",
    "{{p daftar_isi }}": "{{p … }} menggantikan seluruh paragrafnya. Ia harus sendirian di paragraf itu.",
    "{%p for blok in isi %}": (
        "Dari sini sampai endfor: setiap bab, tabel, dan gambar. Tag kecil abu-abu tidak tercetak; jangan dihapus "
        "sebelah, setiap if dan for mempunyai penutupnya."
    ),
    "{%p if blok.pola == 'capaian_kinerja' %}": (
        "Pola sebuah tabel: kepala kolom, lalu baris-barisnya. Kata kepala kolom boleh diubah langsung; lebar, garis, "
        "dan warna lewat gaya tabel Tabel Renja."
    ),
    "{{k1}}": (
        "Tanda pendek untuk sel sempit: k1 kolom pertama, k2 kolom kedua, dan seterusnya; n tahun Renja, n1 tahun "
        "sebelumnya, maju tahun berikutnya. Arti tiap tabel ada dalam docs/templat.md; tanda panjang tetap boleh."
    ),
    "{%p if contoh_gaya %}": "Halaman contoh: setiap gaya seperti ia tercetak. Bagian ini tidak masuk ke dokumen.",
}


def commented(content: str) -> str:
    """Content with the marks of its comments around the tags that they speak of."""
    for number, words in enumerate(COMMENTS):
        tagged = run(words)
        assert tagged in content, words
        start, end = (w(f"commentRange{edge}", id=number) for edge in ("Start", "End"))
        content = content.replace(tagged, start + tagged + end + w("r", w("commentReference", id=number)), 1)
    return content


def comments_xml() -> str:
    """The comments, all of one time."""
    return root("comments", "".join(
        w("comment", w("p", run(said)), id=number, author="renjadoc", date="2021-01-01T00:00:00Z", initials="r")
        for number, said in enumerate(COMMENTS.values())
    ))  # fmt: skip


#: Styles of tags and of lines that Word makes, which say nothing by themselves.
UNSHOWN = ("Tag Templat", "Akhir Bagian", "header", "footer")
SPECIMEN = "contoh teks dengan gaya ini, cukup panjang untuk memperlihatkan takuk dan jarak barisnya."


def specimen() -> str:
    """Every style as it will look, for those who change the template; dropped when a document is made."""
    shown = [style for style in all_styles() if style.kind == "paragraph" and style.name not in UNSHOWN]
    cells = [style for style in shown if style.name.startswith("Tabel ")]
    lines = [paragraph(style.id, f"{style.name}: {SPECIMEN}") for style in shown if style not in cells]
    widths = (2300, PORTRAIT_WIDTH - 2300)
    rows = [row_xml([Cell("Gaya", "TabelKepala"), Cell("Contoh", "TabelKepala")], widths, head=True)]
    rows += [row_xml([Cell(style.name), Cell("Contoh isi sel 1.234,5", style.id)], widths) for style in cells]
    table = Table("contoh", "Contoh gaya tabel", "Setiap gaya sel", landscape=False, widths=widths, heads=(), rows=())
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    drawn = w("tbl", table_properties(table), grid, *rows)
    return when("contoh_gaya", paragraph("JudulDaftar", "Contoh gaya"), *lines, drawn, paragraph("Isi"))


def document_xml() -> str:
    last = section(PORTRAIT_FOOTER, numbers=ARABIC)
    return root("document", commented(w("body", cover(), front_matter(), body(), specimen(), last)))


def cover_footer_xml() -> str:
    """The line at the foot of the cover, a footer so that it stands at the bottom of any paper."""
    return root("ftr", paragraph("SampulKaki", "Pemerintah {{ daerah.lengkap }}"))


def footer_xml(stop: int) -> str:
    """Name of the document at the left, page at the right edge `stop`."""
    own = tabs(w("tab", val="clear", pos=PORTRAIT_WIDTH), right_tab(stop, "none")) if stop != PORTRAIT_WIDTH else ""
    page = field_xml("PAGE", "1")
    return root("ftr", w("p", w("pPr", w("pStyle", val="Footer"), own), run("{{ kaki }}"), w("r", w("tab")), page))


def field_xml(instruction: str, shown: str) -> str:
    mark = {kind: w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")}
    code = w("r", f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
    return mark["begin"] + code + mark["separate"] + run(shown) + mark["end"]
