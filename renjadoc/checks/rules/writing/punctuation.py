"""Marks and ends of sentences: what is left open, doubled, or breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from renjadoc.checks import walk
from renjadoc.checks.abbreviations import list_explained
from renjadoc.checks.rule import Finding, rule
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

#: No sentence ends with one of these.
_JOINING = re.compile(
    r"\b(?:dalam|dan|atau|yang|untuk|dengan|dari|pada|di|ke|oleh|serta|sebagai|adalah|ialah|bahwa|karena|agar|supaya|kepada"
    r"|bagi|tentang|antara|secara|hingga|sehingga|melalui|maupun|merupakan|terhadap|yaitu|yakni|menjadi|telah|akan|masih|dapat"
    r"|sebesar|sebanyak|mencapai|adanya|suatu|sebuah|para|setiap|tiap|guna|tanpa|meskipun|apabila|jika|ketika|namun|tetapi)"
    r"\s*\.?$"
)
#: Nor, where no mark follows, with what somebody does to something that is not told.
_TRANSITIVE = re.compile(r"\b(?:me[a-z]{4,}kan|rangka|upaya|berupa|meliputi|mencakup)$")
#: What only begins a sentence, where it is all of the last one.
_BEGUN = re.compile(
    r"(?:^|\.\s)(?:Selain itu|Oleh karena itu|Oleh sebab itu|Dengan demikian|Namun demikian"
    r"|Sehubungan dengan (?:itu|hal tersebut)|Di samping itu|Adapun|Sementara itu|Untuk itu|Selanjutnya"
    r"|Berkaitan dengan (?:itu|hal tersebut)),?\s*\.?$"
)
_ENDED = re.compile(r"[.!?:;…”\"’)\]]\s*$|[–—]\s*$")
#: Here `dalam` is deep.
_DEEP = re.compile(r"\b(?:sumur(?:-sumur)?|lebih|paling|cukup|sangat|laut|kedalaman) dalam\s*\.?$")
_CHAPTER = re.compile(r"\s*bab\s+[ivxl]+\b", re.IGNORECASE)
#: A paragraph of fewer words may be a heading or a label.
_FEW_WORDS = 8


@rule("RJ515", "Kalimat belum selesai")
def check_unfinished_sentences(reading: Reading) -> Iterator[Finding]:
    """Setiap paragraf berakhir dengan kalimat yang selesai.

    Yang ditegur: paragraf atau butir yang berakhir dengan kata sambung (dalam, dan, yang), dan paragraf panjang tanpa
    tanda baca akhir. Judul, label pendek, dan daftar bab tidak diperiksa.

    Mengapa: kalimat yang terpotong ketika disalin mengubah makna seluruh paragraf.
    Sumber: kebiasaan penelaahan bagian hukum.

    Gagal:
        bab-5.json /isi/0 = "Renja ini dapat diubah satu kali dalam"
    Gagal:
        bab-5.json /isi/0 = "Pengendalian dan evaluasi dilaksanakan oleh sekretariat bersama seluruh bidang setiap
        triwulan"
    Lolos:
        bab-5.json /isi/0 = "Renja ini dapat diubah satu kali dalam satu tahun anggaran."
    """
    for passage in reading.passages:
        if passage.kind not in {"paragraf", "butir", "kutipan"}:
            continue
        text = passage.text.strip()
        if text and (fault := _find_end(passage, text)) and passage.is_typed(len(passage.text) - 1, len(passage.text)):
            yield Finding.of(passage, f"{fault}: “…{text[-50:].lstrip()}”", "Lengkapi kalimatnya.", text[-20:])


def _find_end(passage: Passage, text: str) -> str:
    """What is wrong with how a text ends; empty if nothing is."""
    if _BEGUN.search(text):
        return "kalimat terpotong"
    if (match := _JOINING.search(text)) and not _DEEP.search(text):
        is_last_word = passage.kind == "butir" and match[0].strip() in {"dan", "serta", "atau"}
        return "" if is_last_word else "kalimat terpotong"
    if passage.kind == "paragraf" and _TRANSITIVE.search(text):
        return "kalimat terpotong"
    if passage.kind != "paragraf" or text.isupper() or _ENDED.search(text) or _CHAPTER.match(text):
        return ""
    return "kalimat tanpa tanda baca akhir" if len(text.split()) >= _FEW_WORDS else ""


_BRACKET = re.compile(r"[()“”\"]")
#: Plain marks that open or close; one behind a figure tells inches.
_PLAIN_QUOTE = re.compile(r"(?<!\d)\"")
#: `a)` and `2)` number; `:)` and the like are none.
_OPENED = re.compile(r"\([^()]{0,80}[\w%]\s$")
_BEFORE_ITEM = re.compile(r"\b(?:dan|serta|atau|yaitu|yakni|adalah|ialah|meliputi|mencakup|atas)\s$")
_NUMBERING = re.compile(r"(?:(?<=[^\d%]\s)|^)(?:[a-z]{1,2}|(?<!dari )\d{1,2}|[ivx]+)\)")


@rule("RJ516", "Kurung atau tanda petik tidak berpasangan")
def check_pairs(reading: Reading) -> Iterator[Finding]:
    """Setiap kurung dan tanda petik yang dibuka ditutup.

    Nomor butir seperti a) dan 2) tidak dihitung.

    Mengapa: kurung yang tertinggal memperlihatkan kalimat yang diubah setengah jalan.
    Sumber: EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Dinas mempunyai 5 (lima bidang dan satu sekretariat."
    Gagal:
        bab-5.json /isi/0 = "Semboyannya “Koperasi Maju dipakai sejak 2020."
    Gagal:
        bab-5.json /isi/0 = "Semboyannya \\"Koperasi Maju dipakai sejak 2020."
    Lolos:
        bab-5.json /isi/0 = "Dinas mempunyai: a) 5 (lima) bidang (5 dari 12), dan b) satu sekretariat (“induk”)."
    """
    for passage in reading.passages.find_pattern(_BRACKET):
        if fault := _find_unpaired(passage.text):
            yield Finding.of(passage, fault, "Tutup atau hapus tandanya.", fault.split("“")[1][:1])
    for name, cells in reading.cells.items():
        for text in cells.find_pattern(_BRACKET):
            if fault := _find_unpaired(reading.typed(text)):
                for pointer in cells.find_pointers(text):
                    yield Finding(reading.folder.tabel[name], pointer, fault, "Tutup atau hapus tandanya.")


def _is_closing(text: str, mark: re.Match[str]) -> bool:
    """Whether what looks like a number of an item closes the words in a bracket: `(level 3)`, `(25 kg per ha)`."""
    is_within = _OPENED.search(text, 0, mark.start()) is not None
    return is_within and _BEFORE_ITEM.search(text, 0, mark.start()) is None


def _find_unpaired(text: str) -> str:
    """What stands alone in a text; empty if all is paired."""
    bare = _NUMBERING.sub(lambda found: found[0] if _is_closing(text, found) else " ", text)
    for opening, closing, said in (("(", ")", "kurung"), ("“", "”", "tanda petik")):
        opened, closed = bare.count(opening), bare.count(closing)
        if opened != closed and closing + opening not in text:
            lonely = opening if opened > closed else closing
            return f"{said} “{lonely}” tidak berpasangan dalam “{_around(bare, lonely)}”"
    if bare.count('"') % 2 and len(_PLAIN_QUOTE.findall(bare)) % 2:
        around = _around(bare, '"')
        return f'tanda petik “"” tidak berpasangan dalam “{around}”'
    return ""


def _around(text: str, mark: str) -> str:
    at = text.rfind(mark) if mark in "(“" else text.find(mark)
    return text[max(0, at - 20) : at + 30].strip()


_DOUBLED = re.compile(
    r"(?<=\w),,|(?<=\w);;|(?<=\w)::|(?<![.])\.\.(?![.])|(?<=[a-z0-9])(?:,\.|;\.|\.;|:\.|,;)|\?\?|!!"
    r"|(?<=[\w)”%]) +[,;](?!\s*[,;])|(?<=[a-z]{3}) +:(?=\s*$)|(?<=[\w)”%]) +\.(?=\s*$|\s+[A-Z])|\( +\w|(?<=\w) +\)"
    r"|(?<=[a-z\d)”%]),(?=[A-Za-z]{2})|(?<=[a-z]{3})\.(?=[A-Z][a-z]{2})|(?<=[a-z]{2})\((?=[a-z]{3})"
)
#: One of these stands in every match.
_MARKS = re.compile(r"[,;:.!?]{2}| [,;.:)]|\( |[a-z][,.(][A-Za-z]|[\d)”%],[A-Za-z]")
_ADVICE = {
    " ": "Hapus spasi sebelum tanda baca.",
    "(": "Hapus spasi di dalam kurung.",
}


@rule("RJ517", "Tanda baca ganda atau salah tempat")
def check_marks(reading: Reading) -> Iterator[Finding]:
    """Tanda baca ditulis satu kali, menempel pada kata di depannya, dan diikuti spasi.

    Titik-titik (…) yang sengaja dibuka, gelar (S.T., M.T.), dan alamat web tidak diperiksa.

    Mengapa: sisa penyuntingan yang langsung terlihat oleh penelaah.
    Sumber: EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Renja ini ditetapkan oleh kepala dinas.."
    Gagal:
        bab-5.json /isi/0 = "Dinas membina koperasi , usaha mikro,dan pasar."
    Lolos:
        bab-5.json /isi/0 = "Dinas dipimpin Dra. Sri, M.Si., dan membina koperasi, usaha mikro, dll. di 5,5 ha."
    """
    for source, pointer, match in walk.typed_texts(reading, _DOUBLED, quick=_MARKS):
        word = _word_around(match)
        if _is_address(word):
            continue
        mark = match[0]
        hint = _ADVICE.get(mark[0]) or ("Hapus spasi di dalam kurung." if mark.endswith(")") else _advise_mark(mark))
        yield Finding(source, pointer, f"tanda baca “{mark.strip() or mark}” dalam “{word}”", hint, mark)


def _advise_mark(mark: str) -> str:
    return "Tulis satu tanda baca." if len(mark) > 1 else "Beri spasi di antara tanda baca dan kata."


#: So far around a mark its word is looked for: longer ones are no words, and were read anew for each of their marks.
_LONGEST_WORD = 120


def _word_around(match: re.Match[str]) -> str:
    start, end = match.span()
    before, after = match.string[max(0, start - _LONGEST_WORD) : start], match.string[end : end + _LONGEST_WORD]
    return (before.split(" ")[-1] + match[0] + after.split(" ")[0]).strip()


_NET = re.compile(r"@|://|www\.|\.(?:id|com|org|net|go)\b|\.(?:pdf|xlsx?|docx?|json)\b", re.IGNORECASE)


def _is_address(word: str) -> bool:
    return _NET.search(word) is not None


_SMALL = frozenset(
    {"dan", "di", "ke", "atas", "pada", "untuk", "bagi", "serta", "dalam", "yang", "of", "the", "and", "dari"}
)


@rule("RJ518", "Satu singkatan dengan dua kepanjangan")
def check_abbreviations(reading: Reading) -> Iterator[Finding]:
    """Sebuah singkatan mempunyai satu kepanjangan dalam seluruh naskah.

    Mengapa: UKM sebagai upaya kesehatan masyarakat di satu bab dan usaha kecil menengah di bab lain menyesatkan.
    Sumber: UU 12/2011 Lampiran II (singkatan dan akronim didefinisikan satu kali).

    Gagal:
        bab-5.json /isi/0 = "Dinas membina usaha kecil menengah (UKM) dan upaya kesehatan masyarakat (UKM)."
    Lolos:
        bab-5.json /isi/0 = "Dinas membina usaha kecil dan menengah (UKM); Usaha Kecil Menengah (UKM) menyerap tenaga
        kerja."
    """
    seen: dict[str, tuple[str, ...]] = {}
    for one in list_explained(reading):
        words = _read_expansion(one.words, one.short)
        known = seen.setdefault(one.short, words) if words else ()
        if known != words and not _are_alike(known, words):
            message = f"{one.short} dijelaskan sebagai “{' '.join(words)}”, sebelumnya “{' '.join(known)}”"
            yield Finding.of(one.passage, message, "Pakai satu kepanjangan, atau singkatan lain.", one.short)


def _read_expansion(before: str, short: str) -> tuple[str, ...]:
    """The words in front of an abbreviation whose initials it is; nothing where it is no abbreviation of initials."""
    words = [word.strip(",").casefold() for word in re.split(r"[\s/-]+", before.strip())]
    capitals = [letter.casefold() for letter in short if letter.isupper()]
    for told in ([word for word in words if word and word not in _SMALL], [word for word in words if word]):
        taken = told[-len(capitals) :]
        if [word[:1] for word in taken] == capitals:
            return tuple(taken)
    return ()


def _are_alike(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether two expansions differ in their endings only: `standar pelayanan minimal` and `… minimum`."""
    return all(a[:4] == b[:4] for a, b in zip(one, other, strict=True))
