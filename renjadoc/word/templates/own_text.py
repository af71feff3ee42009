"""What people put into a template beside its tags and that documents would count wrongly, strike out or say anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from renjadoc.word.names import W, read_switch, read_value
from renjadoc.word.packages.fields import list_codes
from renjadoc.word.packages.package import DOCUMENT, FILLED_PART, Parts
from renjadoc.word.templates.facts import LOOP, Style
from renjadoc.word.templates.lint import TAKING, own_elements, read_text
from renjadoc.word.templates.mending import is_empty
from renjadoc.word.templates.page_losses import PageLoss

#: Styles that count by themselves, with what is to be used in the place of typing.
_COUNTED = {"heading 1": "bab", "heading 2": "bagian bab", "heading 3": "bagian bab", "caption": "judul_tabel"}
#: The page of looks, which no document has.
_SPECIMEN = re.compile(r"{%p\s+if\s+contoh_gaya\b")
_CONTENTS = re.compile(r"{{p\s+daftar_isi\b")
#: Fields that say something else whenever, or wherever, a document is opened or printed.
_PASSING = re.compile(
    r"\s*(DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|EDITTIME|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|REVNUM)\b",
    re.IGNORECASE,
)
#: Fields whose result is typed into a template once, and of which nobody says it anew for a document.
_COMPUTED = re.compile(r"\s*(=|(?:MERGEFIELD|DOCVARIABLE|IF|COMPARE)\b)", re.IGNORECASE)
_BLOCK = re.compile(r"\s*{%p\s+(if|for|endif|endfor)\b")


def find_own_losses(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    """What stands in the text, and fields of any part that tell of the day; `styles` are by name in small letters."""
    yield from _find_in_text(parts, styles)
    yield from _find_repeated(etree.fromstring(parts[DOCUMENT]).find(f"{W}body"))
    roots = (etree.fromstring(data) for name, data in sorted(parts.items()) if FILLED_PART.fullmatch(name))
    codes = [code for root in roots for code in list_codes(root)]
    for name in sorted({found[1].upper() for found in map(_COMPUTED.match, codes) if found}):
        said = f"bidang (field) {name} tidak dihitung untuk tiap dokumen: yang tercetak hasilnya yang lama"
        hint = "Hapus bidang itu; jumlah dan nama berasal dari isi dokumen atau diketik."
        yield said, hint, f"bidang.{name.replace('=', 'rumus')}"
    for name in sorted({found[1].upper() for found in map(_PASSING.match, codes) if found}):
        said = f"bidang (field) {name} berganti setiap kali dokumen dibuka atau dicetak, juga sesudah ditandatangani"
        hint = "Hapus bidang itu; tulis {{ pengesahan.tempat_tanggal }}, {{ tahun }}, atau teks biasa."
        yield said, hint, f"bidang.{name}"


def _find_repeated(body: Any) -> Iterator[PageLoss]:
    """What stands among the patterns and belongs to none: it is printed wherever the loop comes past it."""
    depth = -1
    for block in body:
        text = read_text(block) if block.tag == f"{W}p" else ""
        if found := _BLOCK.match(text):
            if depth >= 0 or LOOP.search(text):
                depth += -1 if found[1].startswith("end") else 1
        elif depth == 0 and not TAKING.search(text) and not is_empty(block) and block.find(f".//{W}sectPr") is None:
            shown = "".join(node.text or "" for node in block.iter(f"{W}t")).strip()[:60]
            said = f"“{shown}”" if shown else "ganti halaman, gambar, atau tabel"
            hint = "Hapus, atau pindahkan ke dalam polanya; penjelasan tentang templat ditulis sebagai komentar Word."
            yield f"{said} di antara pola-pola tercetak berulang, sesudah tiap uraian dan tabel", hint, "ulang.teks"


def _find_in_text(parts: Parts, styles: Mapping[str, Style]) -> Iterator[PageLoss]:
    """Headings that the contents do not list, breaks and strokes around tags."""
    counted = {styles[name].id: name for name in _COUNTED if name in styles}
    is_front = False
    for paragraph in etree.fromstring(parts[DOCUMENT]).iter(f"{W}p"):
        text = read_text(paragraph)
        if _SPECIMEN.search(text):
            return
        name = counted.get(read_value(paragraph.find(f"{W}pPr"), "pStyle"), "")
        if name and text.strip():
            said = f"“{text.strip()}” diketik di templat dengan gaya “{name.title()}”: ia ikut dihitung"
            hint = "Pakai gaya “Judul Daftar” atau “Isi” di templat; judul bab dan tabel berasal dari isi dokumen."
            yield f"{said}, tetapi tidak masuk daftar mana pun", hint, f"judul.{name.replace(' ', '_')}"
        yield from _find_around_tags(paragraph, text)
        if _CONTENTS.search(text):
            is_front = True
        elif paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            is_front = False
        elif is_front and LOOP.search(text):
            said = (
                "daftar-daftar dan bab I berada dalam satu bagian: halamannya tidak dihitung sendiri-sendiri (i dan 1)"
            )
            hint = "Tata Letak > Pemisah > Bagian Halaman Berikutnya, sesudah daftar terakhir."
            yield said, hint, "halaman.daftar"


def _find_around_tags(paragraph: Any, text: str) -> Iterator[PageLoss]:
    if "{" not in text:
        return
    breaks = [one for one in own_elements(paragraph, f"{W}br") if one.get(f"{W}type") in ("page", "column")]
    if TAKING.search(text) and (breaks or read_switch(paragraph.find(f"{W}pPr"), "pageBreakBefore")):
        hint = "Pindahkan ke paragraf lain, atau centang “Hentian halaman sebelum” pada gaya judulnya."
        yield f"ganti halaman hilang bersama tandanya, pada paragraf “{text}”", hint, "halaman.ganti"
    looks = [run.find(f"{W}rPr") for run in own_elements(paragraph, f"{W}r")]
    if any(read_switch(look, name) for look in looks for name in ("strike", "dstrike")):
        hint = "Hapus coretan huruf (Beranda > Font): isi yang dicoret dibaca sebagai usul penghapusan."
        yield f"tanda dicoret, sehingga isinya tercetak dicoret, pada paragraf “{text}”", hint, "gaya.coret"
