"""What verifiers ask a chapter to say, where the outline lists it (`muatan`)."""

from __future__ import annotations

from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading


@rule("RJ218", "Muatan yang diminta belum disebut", needs=("bab",))
def check_substance(reading: Reading) -> Iterator[Finding]:
    """Bab dan bagian memuat hal-hal yang didaftar kerangkanya: faktor penyebab, implikasi, tindak lanjut, kaidah
    pelaksanaan.

    Hanya diperiksa bila kerangkanya mempunyai “muatan”: kerangka permendagri-86-2017-muatan, atau kerangka sendiri.
    Setiap muatan menyebut di bab atau bagian mana, dan kata-kata yang menandakannya.

    Mengapa: verifikator mengembalikan Renja yang evaluasinya tanpa faktor penyebab atau penutupnya tanpa tindak lanjut.
    Sumber: permintaan Bappeda dalam verifikasi Renja 2027; Permendagri 86/2017.

    Gagal:
        dokumen.json /kerangka = "permendagri-86-2017-muatan"
        bab-2.json /bagian/0/isi = ["Capaian tinggi karena dukungan koperasi; implikasinya ringan dan upaya berlanjut.",
        {"tabel": "evaluasi"}]
        bab-5.json /isi/0 = "Renja ini selesai disusun."
    Lolos:
        dokumen.json /kerangka = "permendagri-86-2017-muatan"
        bab-2.json /bagian/0/isi = ["Capaian tinggi karena dukungan koperasi; implikasinya ringan dan upaya berlanjut.",
        {"tabel": "evaluasi"}]
        bab-5.json /isi/0 = "Kaidah pelaksanaan dan catatan penting menjadi pedoman; hasilnya ditindaklanjuti."
    """
    wanted = reading.folder.kerangka.get("muatan", [])
    for content in wanted:
        sections: dict[tuple[str, str], list[Passage]] = {}
        for passage in reading.passages:
            if passage.section is not None and _is_headed(passage, content["di"]):
                sections.setdefault((passage.section.source.name, passage.section.pointer), []).append(passage)
        if not sections:
            continue
        said = " ".join(passage.text for found in sections.values() for passage in found if passage.kind != "judul")
        if not any(word.casefold() in said.casefold() for word in content["kata"]):
            section = next(iter(sections.values()))[0].section
            if section is not None:
                title = reading.printed(section.data["judul"])
                message = f"“{title}” belum menyebut {content['apa']}"
                yield Finding(section.source, f"{section.pointer}/judul", message, "Tambahkan satu atau dua kalimat.")


def _is_headed(passage: Passage, words: list[str]) -> bool:
    title = str(passage.section.data["judul"]).casefold() if passage.section else ""
    return any(word.casefold() in title for word in words)
