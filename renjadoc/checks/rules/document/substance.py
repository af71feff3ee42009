"""What verifiers ask a chapter to say, where the outline lists it (`muatan`) or the text itself calls for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from renjadoc import resources
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

_Content = Mapping[str, Any]


@rule("RJ218", "Muatan yang diminta belum disebut", needs=("bab",))
def check_substance(reading: Reading) -> Iterator[Finding]:
    """Bab dan bagian memuat hal-hal yang didaftar kerangkanya: faktor penyebab, implikasi, tindak lanjut, kaidah
    pelaksanaan.

    Diperiksa seluruhnya bila diminta: dengan -muatan di belakang nama kerangka mana pun (permendagri-86-2017-muatan),
    atau dengan “muatan” dalam kerangka sendiri. Setiap muatan menyebut di bab atau bagian mana, dan kata-kata yang
    menandakannya. Tanpa diminta, Penutup yang memuat dua dari ketiga hal penutup (catatan penting, kaidah pelaksanaan,
    rencana tindak lanjut) ditegur bila kaidah atau tindak lanjutnya tidak ada, begitu juga Penutup yang hanya berisi
    kalimat penutup surat (Demikian …, Semoga …).

    Mengapa: verifikator mengembalikan Renja yang evaluasinya tanpa faktor penyebab atau penutupnya tanpa tindak lanjut.
    Sumber: permintaan Bappeda dalam verifikasi Renja 2027; Permendagri 86/2017.

    Gagal:
        dokumen.json /kerangka = "permendagri-86-2017-muatan"
        bab-2.json /bagian/0/isi = ["Capaian tinggi karena dukungan koperasi; implikasinya ringan dan upaya berlanjut.",
        {"tabel": "evaluasi"}]
        bab-5.json /isi/0 = "Renja ini selesai disusun."
    Gagal:
        bab-5.json /isi = ["Demikian Renja ini disusun agar dapat dipergunakan sebagaimana mestinya."]
    Gagal:
        bab-5.json /isi/0 = "Catatan penting: data diperbarui. Rencana tindak lanjutnya adalah penyusunan RKA."
    Lolos:
        dokumen.json /kerangka = "permendagri-86-2017-muatan"
        bab-2.json /bagian/0/isi = ["Capaian tinggi karena dukungan koperasi; implikasinya ringan dan upaya berlanjut.",
        {"tabel": "evaluasi"}]
        bab-5.json /isi/0 = "RPJPD, RPJMD, kaidah pelaksanaan, dan catatan penting menjadi pedoman; ditindaklanjuti."
    """
    wanted = reading.folder.kerangka.get("muatan", [])
    for content in wanted or _list_closing(reading):
        passages = [passage for section in list_sections(reading, content["di"]) for passage in section]
        if passages and not _says(passages, content):
            yield tell_section(
                reading, passages, f"belum menyebut {content['apa']}", "Tambahkan satu atau dua kalimat."
            )
    for passages in () if wanted else list_sections(reading, ["penutup"])[:1]:
        if _is_mere_courtesy(passages):
            message = "hanya berisi kalimat penutup surat, tanpa kaidah pelaksanaan dan rencana tindak lanjut"
            yield tell_section(reading, passages, message, "Tambahkan keduanya, masing-masing satu atau dua kalimat.")


#: How letters end; a document that ends so alone says nothing of what follows.
_COURTESY = re.compile(
    r"\s*(?:Akhirnya,? |Akhir kata,? |Oleh karena itu,? )?(?:Demikian(?:lah)?|Semoga|Mudah-mudahan|Besar harapan"
    r"|Atas (?:segala |semua )?(?:perhatian|kerja sama|dukungan|partisipasi|bantuan|perkenan)"
    r"|Kami (?:mengucapkan|menyampaikan terima|menyadari|berharap|menghaturkan)|Kepada semua pihak|Terima kasih"
    r"|Kritik|Saran|Untuk itu,? (?:kritik|saran|kami)|Tidak lupa)\b"
    r"|[^.;]{0,200}\b(?:sebagaimana mestinya|terima kasih|kritik dan saran|saran dan (?:kritik|masukan)|dimaklumi"
    r"|(?:bermanfaat|berguna) bagi (?:kita )?(?:semua|seluruh|para) (?:pihak|pemangku))\b",
    re.IGNORECASE,
)


#: Fewer words keep the place of a chapter that is still to be written.
_FEWEST_WORDS = 8


def _is_mere_courtesy(passages: list[Passage]) -> bool:
    """Whether each sentence of a closing chapter is one that letters end with, and none says what a Renja asks."""
    if any(passage.kind not in {"judul", "paragraf"} for passage in passages):
        return False
    said = [one for passage in passages if passage.kind != "judul" for _, one in split_sentences(passage.text)]
    closing = [content for content in read_asked() if content["di"] == ["penutup"]]
    is_written = sum(len(one.split()) for one in said) >= _FEWEST_WORDS
    return is_written and all(map(_COURTESY.match, said)) and not any(_says(passages, one) for one in closing)


#: What came of asking: proposals, with a figure or by name, or none.
_OUTCOME = re.compile(
    r"\b(?:nihil|tidak (?:ada|terdapat|menerima|memperoleh|mendapat|mengajukan|mengusulkan)|belum (?:ada|terdapat"
    r"|menerima)|tanpa usulan|pokir|aspirasi|permintaan|ditampung|diakomodasi|diakomodir|ditindaklanjuti|menghasilkan"
    r"|menerima|mengusulkan|mengajukan|menyampaikan|diusulkan|diajukan|disampaikan|disepakati|tertuang|tercantum"
    r"|disajikan|berupa|meliputi|antara lain|yaitu|yakni|mengenai|berkaitan)\b|\b(?:usulan|usul|pokok pikiran)\b",
    re.IGNORECASE,
)


@rule("RJ541", "Bagian usulan tidak menyebut usulannya", needs=("bab",))
def check_proposals(reading: Reading) -> Iterator[Finding]:
    """Bagian tentang usulan masyarakat atau pokok-pokok pikiran menyebut usulannya, atau bahwa usulannya nihil.

    Bagian yang memuat tabel, daftar, atau gambar tidak diperiksa.

    Mengapa: verifikator tidak dapat membedakan usulan yang nihil dari bagian yang terlupa.
    Sumber: Permendagri 86/2017, Lampiran (penelaahan usulan program dan kegiatan masyarakat).

    Gagal:
        bab-2.json /bagian/- = {"judul": "Penelaahan Usulan Program dan Kegiatan Masyarakat", "isi": ["Forum perangkat
        daerah dihadiri 41 undangan."]}
    Gagal:
        tabel/usulan-masyarakat.json /usulan = []
        bab-2.json /bagian/- = {"judul": "Penelaahan Usulan Program dan Kegiatan Masyarakat", "isi": ["Usulannya
        disajikan dalam tabel.", {"tabel": "usulan-masyarakat"}]}
    Lolos:
        bab-2.json /bagian/- = {"judul": "Penelaahan Usulan Program dan Kegiatan Masyarakat", "isi": ["Forum perangkat
        daerah dihadiri 41 undangan; tidak ada usulan masyarakat."]}
    """
    for passages in list_sections(reading, ["usulan", "pokok-pokok pikiran", "pokok pikiran"]):
        section = passages[0].section
        blocks = [] if section is None else [block for _, block in section.blocks()]
        if _lists_nothing(blocks, reading) and not any(_NONE.search(passage.text) for passage in passages):
            message = "memuat tabel usulan yang kosong, dan tidak menyebut bahwa usulannya nihil"
            yield tell_section(reading, passages, message, "Isi tabelnya, atau tulis bahwa tidak ada usulan.")
        if not blocks or not all(isinstance(block, str) for block in blocks):
            continue
        if not any(_OUTCOME.search(passage.text) for passage in passages if passage.kind != "judul"):
            message = "tidak menyebut usulan, dan tidak pula bahwa usulannya nihil"
            yield tell_section(reading, passages, message, "Tulis usulannya, atau bahwa tidak ada usulan.")


_NONE = re.compile(
    r"\b(?:nihil|tanpa|(?:tidak|belum) (?:ada|terdapat|menerima|memperoleh|mendapat|mengusulkan))\b", re.I
)


def _lists_nothing(blocks: list[Any], reading: Reading) -> bool:
    """Whether a section has a table of usulan in which there are none."""
    names = [block["tabel"] for block in blocks if isinstance(block, dict) and "tabel" in block]
    tables = [reading.folder.tabel[name] for name in names if name in reading.folder.tabel]
    return any(table.data["jenis"] == "usulan-masyarakat" and not table.data["usulan"] for table in tables)


#: What a section would hold, put off instead of told.
_PUT_OFF = re.compile(
    r"\s*(?:\w+[ -]){0,4}?(?:bagian|subbab|bab|uraian|isu\w*|data|tabel|analisis|rincian|pembahasan|penjelasan|narasi"
    r"|materi|isi|hasil|evaluasi|telaah\w*|penelaahan|rumusan|reviu|usulan|tujuan|sasaran|permasalahan)\b[^.;]{0,80}?"
    r"\b(?:akan|segera|masih|sedang|menunggu)\b[^.;]{0,40}?\b(?:di)?(?:urai|jelas|jabar|papar|saji|lengkap|tambah|tulis"
    r"|rinci|susun|kumpul|himpun|proses|perbarui|finalisasi|tuang|isi\b|sesuai|konfirmasi|rekap|bahas)\w*",
    re.IGNORECASE,
)
#: Where it says where, or what of, it is told.
_TOLD_WHERE = re.compile(r"\b(?:Bab|Tabel|Lampiran|Bagian|Subbab|Gambar|berikut|di bawah)\b|\d")
#: Longer ones tell something besides.
_FEW_WORDS = 25


@rule("RJ542", "Bagian hanya berisi janji", needs=("bab",))
def check_promises(reading: Reading) -> Iterator[Finding]:
    """Bagian yang hanya terdiri atas satu kalimat tidak hanya mengatakan bahwa isinya akan diuraikan kemudian.

    Kalimat yang menyebut di mana uraiannya (Bab, Tabel, Lampiran) atau memuat angka tidak ditegur.

    Mengapa: bagian yang ditunda tercetak seolah-olah sudah selesai.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        bab-3.json /bagian/0/isi = ["Uraian tentang isu strategis masih disusun bersama bidang."]
    Lolos:
        bab-3.json /bagian/0/isi = ["Uraian tentang isu strategis akan disajikan dalam Bab IV."]
    """
    for section in reading.outline.sections:
        blocks = [block for _, block in section.blocks()]
        if section.data.get("bagian") or len(blocks) != 1 or not isinstance(blocks[0], str):
            continue
        said = reading.printed(blocks[0])
        if len(said.split()) <= _FEW_WORDS and _PUT_OFF.match(said) and not _TOLD_WHERE.search(said):
            name = shorten_text(reading.printed(section.data["judul"]))
            message = f"“{name}” hanya berisi janji: “{shorten_text(said)}”"
            pointer = next(pointer for pointer, _ in section.blocks())
            yield Finding(section.source, pointer, message, "Tulis isinya, atau bahwa tidak ada yang perlu diuraikan.")


@cache
def read_asked() -> list[_Content]:
    """What `-muatan` asks for, with the sections and the words."""
    asked: list[_Content] = resources.read_data("muatan.json")["muatan"]
    return asked


def _list_closing(reading: Reading) -> Iterator[_Content]:
    """What a closing chapter lacks that says the two other things that close a Renja; a note is never asked for."""
    closing = [content for content in read_asked() if content["di"] == ["penutup"]]
    for passages in list_sections(reading, ["penutup"])[:1]:
        missing = [content for content in closing if not _says(passages, content)]
        yield from (content for content in missing if len(missing) == 1 and not content["apa"].startswith("catatan"))


def list_sections(reading: Reading, words: list[str]) -> list[list[Passage]]:
    """The passages of each section whose title has one of the words."""
    sections: dict[tuple[str, str], list[Passage]] = {}
    for passage in reading.passages:
        if passage.section is not None and _is_headed(passage, words):
            sections.setdefault((passage.section.source.name, passage.section.pointer), []).append(passage)
    return list(sections.values())


def _is_headed(passage: Passage, words: list[str]) -> bool:
    title = str(passage.section.data["judul"]).casefold() if passage.section else ""
    return any(word.casefold() in title for word in words)


def _says(passages: list[Passage], content: _Content) -> bool:
    said = " ".join(passage.text for passage in passages if passage.kind != "judul").casefold()
    return any(word.casefold() in said for word in content["kata"])


def tell_section(reading: Reading, passages: list[Passage], message: str, hint: str) -> Finding:
    """What is said of a section as such, at its title."""
    section = passages[0].section
    source, pointer = (section.source, section.pointer) if section else (passages[0].source, "")
    title = reading.printed(section.data["judul"]) if section else ""
    return Finding(source, f"{pointer}/judul", f"“{title}” {message}", hint)
