"""Words that join or mean twice: `walaupun …, tetapi`, `para pegawai-pegawai`, `berdasarkan hasil … menunjukkan`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, is_match_typed, walk_sentences
from renjadoc.reading import Reading


class _Slip(NamedTuple):
    """How it looks, and what to do."""

    pattern: re.Pattern[str]
    hint: str


#: What is doubled and means one, or has no other form.
_SINGLE = (
    "undang-undang|laki-laki|anak-anak|orang-orang|kupu-kupu|alun-alun|rata-rata|sama-sama|masing-masing|cita-cita|oleh-oleh"
    "|sehari-hari|paru-paru|umbi-umbian|biri-biri|kura-kura|ubur-ubur|agar-agar|gado-gado|layang-layang|kisi-kisi|tiba-tiba"
)
#: What a sentence cannot rest on: these words make an adverb of what follows.
_EVIDENCE = (
    "hasil|data|tabel|grafik|gambar|evaluasi|analisis|uraian|kondisi|capaian|perhitungan|survei|laporan|pengamatan"
    "|pemantauan|penjelasan|penelitian|rekapitulasi|identifikasi|pemetaan|perbandingan"
)
_ANY_END = r"\b(?:dll|dsb|dst|dan lain-lain|dan sebagainya|dan seterusnya)\b"
_SLIPS = (
    _Slip(
        re.compile(
            r"\b(?:[Ww]alau(?:pun)?|[Mm]eski(?:pun)?|[Kk]endati(?:pun)?|[Ss]ekalipun)\b(?:[^,.;:]|[,.](?=\d)){3,160}?"
            r",\s(?:tetapi|namun|akan tetapi)\b"
        ),
        "Pakai satu kata sambung saja: hapus yang di tengah kalimat.",
    ),
    _Slip(
        re.compile(
            r"^(?:[Kk]arena|[Oo]leh karena(?! itu)|[Ss]ebab)\b(?:[^,.;:]|[,.](?=\d)){3,160}?,\s(?:maka|sehingga)\b"
        ),
        "Pakai satu kata sambung saja: hapus “maka” atau “sehingga”.",
    ),
    _Slip(
        re.compile(
            rf"^(?:Berdasarkan|Dari|Menurut|Pada|Dalam)\s(?i:{_EVIDENCE})\b"
            r"(?:(?!\byang\b)[^,.;:A-Z]|[A-Z](?=\w*\s[\dIVX]+)|\.(?=\d)){0,80}?"
            r"\b(?:menunjukkan|memperlihatkan|menggambarkan|menjelaskan|menyebutkan|menyatakan)\b"
        ),
        "Kalimat ini tidak bersubjek: hapus kata pertama, atau tulis koma dan subjeknya.",
    ),
    _Slip(
        re.compile(
            rf"\b(?i:para|beberapa|berbagai|banyak|sejumlah)\s(?!(?:{_SINGLE})\b)(?P<kata>[a-z]{{3,}})-(?P=kata)\b"
        ),
        "Kata itu sudah jamak: tulis tanpa pengulangan.",
    ),
    _Slip(
        re.compile(rf"\b(?i:salah satu|suatu|sebuah)\s(?!(?:{_SINGLE})\b)(?P<kata>[a-z]{{4,}})-(?P=kata)\b"),
        "Kata itu tunggal: tulis tanpa pengulangan.",
    ),
    _Slip(
        re.compile(
            r"^(?:Dalam|Pada|Melalui|Dengan)\s(?:(?!\b(?:yang|agar|guna)\b)[^,.;:()\d]){3,60}?\b(?:tersebut|ini|itu)\s"
            r"(?:membahas|menghasilkan|menunjukkan|menyepakati|memutuskan|menetapkan|membutuhkan|mengharuskan)\b"
        ),
        "Kalimat ini tidak bersubjek: hapus kata pertama, atau tulis koma dan subjeknya.",
    ),
    _Slip(
        re.compile(r"^(?:Bagi|Kepada)\s[^,.;:]{3,80}?\sagar\s(?:segera\s)?(?:me|ber)[a-z]{4,}\b"),
        "Kalimat ini tidak bersubjek: hapus kata pertama.",
    ),
    _Slip(
        re.compile(r"\b(?i:tidak hanya)\b[^.;]{3,120}?\b(?:melainkan|tetapi)\b(?![^.;]{0,80}\b(?:juga|pula|pun)\b)"),
        "Pasangannya: tidak hanya …, tetapi juga ….",
    ),
    _Slip(
        re.compile(
            r"\b(?i:baik) (?:secara|di|oleh|melalui|dalam|dari|pada)\s[^,.;]{3,40}?\s(?:atau|ataupun)\s"
            r"(?:tidak|secara|di|oleh|melalui|dalam|dari|pada)\b"
        ),
        "Pasangannya: baik … maupun ….",
    ),
    _Slip(re.compile(r"\b(?i:sangat|amat|terlalu)\s\w+\ssekali\b"), "Pakai salah satu: sangat, atau sekali."),
    _Slip(
        re.compile(r"\b(?i:paling|sangat)\ster(?:baik|tinggi|besar|kecil|banyak|rendah|penting|luas|dekat|jauh)\b"),
        "Hapus kata yang pertama.",
    ),
    _Slip(re.compile(r"\b(?i:hanya)\s(?:[\w.,%-]+\s){1,4}saja\b"), "Pakai salah satu: hanya, atau saja."),
    _Slip(
        re.compile(
            rf"\b(?i:antara lain|di antaranya|seperti|misalnya|contohnya|yaitu|yakni)\b[^.;]{{3,200}}?{_ANY_END}"
        ),
        "Sesudah kata itu tidak ditulis lagi dan lain-lain atau dan sebagainya.",
    ),
)


@rule("RJ528", "Kata sambung ganda atau kata mubazir")
def check_doubled_joints(reading: Reading) -> Iterator[Finding]:
    """Sebuah kalimat memakai satu kata sambung, mempunyai subjek, dan tidak mengatakan jamak dua kali.

    Yang ditegur: “walaupun …, tetapi …”, “karena …, maka …”, “berdasarkan hasil evaluasi menunjukkan …”, “para
    pegawai-pegawai”, “sangat penting sekali”, “hanya … saja”, “antara lain …, dan lain-lain”.

    Mengapa: setiap katanya benar, sehingga kamus tidak menemukannya, tetapi bagian hukum selalu mencoretnya.
    Sumber: Buku Praktis Bahasa Indonesia (Badan Bahasa).

    Gagal:
        bab-5.json /isi/0 = "Walaupun anggaran terbatas, tetapi target tercapai."
    Gagal:
        bab-5.json /isi/0 = "Berdasarkan hasil evaluasi menunjukkan bahwa target tercapai."
    Gagal:
        bab-5.json /isi/0 = "Dalam rapat tersebut membahas salah satu program-program prioritas."
    Gagal:
        bab-5.json /isi/0 = "Pengawasan dilakukan baik secara langsung atau tidak langsung."
    Lolos:
        bab-5.json /isi/0 = "Walaupun anggaran terbatas, target tercapai. Hasil evaluasi menunjukkan hal itu; berbagai
        undang-undang mengaturnya."
    """
    for passage, offset, sentence in walk_sentences(reading.passages, RUNNING):
        for slip in _SLIPS:
            match = slip.pattern.search(sentence)
            if match and is_match_typed(passage, offset, match):
                shown = match[0] if len(match[0]) < 60 else f"{match[0][:30]}…{match[0][-25:]}"
                yield Finding.of(passage, f"“{shown}” tidak baku", slip.hint, match[0])
