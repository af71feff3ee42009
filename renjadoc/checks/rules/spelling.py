"""Indonesian spelling: Hunspell with the id_ID dictionary, the words of the field, and the office's own list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from renjadoc import resources
from renjadoc.checks import walk
from renjadoc.checks.dictionary import Dictionary
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.narrative.joined import BETWEEN, Searched
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[-’'][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
#: What follows these is the name of a place, which no dictionary holds.
_PLACE = re.compile(
    r"\b(?:Jalan|Jl\.|Desa|Kelurahan|Kecamatan|Kabupaten|Kab\.|Kota|Provinsi|Dusun|Dukuh|Nagari|Gampong|Pasar|Gunung|Sungai"
    r"|Pulau|Gedung|Taman|Alun-Alun)(?:\s+[A-Z][\w’'-]*){1,3}"
)
#: Addresses in the net are no words. Each starts at a blank and its names are as short as those of the net: a search
#: from every character of a long word would take minutes.
_ADDRESS = re.compile(
    r"(?<!\S)[^\s@]{1,200}@\S+|(?:https?://|www\.)\S+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,10}(?:id|com|org|net)\b\S*",
    re.IGNORECASE,
)
#: One of these stands in every address.
_ADDRESS_MARK = re.compile(r"@|://|www\.|\.(?:id|com|org|net)\b", re.IGNORECASE)
_REMARK = re.compile("#.*")
#: No word of any language; the dictionary's search for it would take minutes.
_LONGEST_WORD = 100
_TWICE = re.compile(r"\b([A-Za-z]{2,}+) (?i:\1)\b(?!-)")
_SPLIT_VERB = re.compile(r"\bdi ([a-z]{3,}kan)\b")
#: A word list suggests slowly; a document with more unknown words than this needs no more advice.
_MOST_SUGGESTIONS = 60
#: What these keys hold are names of places and people, or codes of units.
_NAMES = frozenset({"lokasi", "satuan"})
Judge = Callable[[str], bool]
_load_dictionary = cache(Dictionary)


@cache
def _read_field_words() -> frozenset[str]:
    files = (resources.dictionary_folder() / name for name in ("renja.txt", "wilayah.txt"))
    return frozenset(word for path in files for word in _REMARK.sub("", path.read_text("utf-8")).casefold().split())


@cache
def _read_standard_words() -> dict[str, str]:
    """Words that are not standard, or slips that the dictionary takes for words, with the standard form of each."""
    lines = (resources.dictionary_folder() / "baku.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("#")[0].split() for line in lines)
    return {pair[0]: pair[1] for pair in pairs if pair}


@rule("RJ509", "Ejaan")
def check_spelling(reading: Reading) -> Iterator[Finding]:
    """Semua kata ada dalam kamus bahasa Indonesia, kamus bidang Renja, atau kamus.txt kantor sendiri.

    Ditemukan juga bentuk tidak baku (resiko, analisa), kata yang tertulis dua kali (dan dan), dan kata kerja yang
    terpisah dari di- (di laksanakan). Kata asing di antara bintang (*online*), singkatan berhuruf besar, angka, alamat
    web, nama tempat dalam kolom lokasi, serta nama dan judul dalam dokumen.json tidak diperiksa. Satu temuan untuk tiap
    kata dalam satu berkas. Kata yang benar
    tetapi tidak dikenal ditambahkan ke kamus.txt dalam folder isi, satu kata satu baris.

    Mengapa: salah ketik adalah hal pertama yang terlihat oleh penelaah.
    Sumber: KBBI; naskah rujukan (Kopeasi, rnengembangkan, Penigkatan, Pemasran, infromasi).

    Gagal:
        bab-5.json /isi/0 = "Renja ini memuat infromasi Kopeasi."
    Lolos:
        bab-5.json /isi/0 = "Renja ini memuat informasi tentang *good governance* di Sirandu."
        kamus.txt + Sirandu
    """
    yield from _find_doubled_words(reading)
    yield from _find_split_verbs(reading)
    own = reading.folder.kamus | frozenset(_split_words(_list_own_names(reading)))
    known, wrong = _read_field_words() | own, _read_standard_words().keys() - own
    is_right = cache(lambda word: word.casefold() not in wrong and _is_right(word, known))
    advice = _MOST_SUGGESTIONS
    for source, texts in _find_suspects(reading, is_right):
        places: dict[str, tuple[str, int]] = {}
        for pointer, text in texts:
            for word in _WORD.findall(_PLACE.sub(" ", _without_addresses(text))):
                if not is_right(word):
                    first, count = places.get(word, (pointer, 0))
                    places[word] = first, count + 1
        for word, (pointer, count) in places.items():
            advice -= 1
            yield _report_word(source, pointer, word, count, _suggest_word(word) if advice >= 0 else "")
    _load_dictionary().store_answers()


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if _ADDRESS_MARK.search(text) else text


def _find_doubled_words(reading: Reading) -> Iterator[Finding]:
    for source, pointer, match in walk.typed_texts(reading, _TWICE, find=Searched.find_doubled):
        hint = f"Hapus salah satunya; kata ulang ditulis {match[0].replace(' ', '-')}."
        yield Finding(source, pointer, f"kata “{match[1]}” tertulis dua kali", hint, match[0])


def _find_split_verbs(reading: Reading) -> Iterator[Finding]:
    """`di laksanakan`: what ends in -kan is a verb, and di is written apart only before a place."""
    for source, pointer, match in walk.typed_texts(reading, _SPLIT_VERB, words=("di ",)):
        yield Finding(source, pointer, f"“{match[0]}” ditulis serangkai", f"Tulis di{match[1]}.", match[0])


def _report_word(source: Source, pointer: str, word: str, count: int, suggestion: str) -> Finding:
    times = f" ({count} kali)" if count > 1 else ""
    if word.casefold() in _read_standard_words():
        hint = f"Tulis {_read_standard_words()[word.casefold()]}; bila memang begitu, tambahkan “{word}” ke kamus.txt."
        return Finding(source, pointer, f"kata “{word}” tidak baku{times}", hint, word)
    meant = f"Mungkin maksudnya “{suggestion}”; " if suggestion else ""
    hint = f"{meant}bila sudah benar, tambahkan “{word}” ke kamus.txt."
    return Finding(source, pointer, f"kata “{word}” tidak ada dalam kamus{times}", hint[:1].upper() + hint[1:], word)


def _list_own_names(reading: Reading) -> Iterator[str]:
    """The texts whose words are right because the office says so: its name, its region, its signatory."""
    data = reading.folder.facts
    for part in (data["perangkat_daerah"], data["daerah"], data["pengesahan"]):
        yield from (value for value in part.values() if isinstance(value, str))
    yield from data["perangkat_daerah"].get("sebutan", [])
    for source in reading.folder.regulasi.values():
        yield from (entry.get("daerah", "") for entry in source.data["regulasi"])


def _find_suspects(reading: Reading, is_right: Judge) -> Iterator[tuple[Source, list[tuple[str, str]]]]:
    """For every file the (pointer, text) pairs that may hold an unknown word, without what is not Indonesian text."""
    found: dict[str, tuple[Source, list[tuple[str, str]]]] = {}
    for passage, text in _find_unknown_passages(reading, is_right):
        found.setdefault(passage.source.name, (passage.source, []))[1].append((passage.pointer, text))
    for name, cells in reading.cells.items():
        source = reading.folder.tabel[name]
        pairs = found.setdefault(source.name, (source, []))[1]
        unknown = _find_unknown_words(cells.joined, is_right)
        for text in cells.find_where(partial(_holds_any, unknown)) if unknown else ():
            pointer = next((p for p in cells.find_pointers(text) if not _NAMES.intersection(p.split("/"))), None)
            if pointer is not None:
                pairs.append((pointer, reading.typed(text)))
    return iter(found.values())


def _find_unknown_passages(reading: Reading, is_right: Judge) -> Iterator[tuple[Passage, str]]:
    """The passages in which an unknown word may stand, each with its typed Indonesian text."""
    typed = [("".join(" " if s.source or s.open or s.italic else s.text for s in p.spans), p) for p in reading.passages]
    unknown = _find_unknown_words(BETWEEN.join(text for text, _ in typed), is_right)
    return ((passage, text) for text, passage in typed if unknown and _holds_any(unknown, text))


def _find_unknown_words(joined: str, is_right: Judge) -> set[str]:
    """The unknown words of a long text: each is looked up once."""
    return {word for word in _split_roughly(joined) if not is_right(word)}


def _holds_any(words: set[str], text: str) -> bool:
    return not words.isdisjoint(_split_roughly(text))


def _split_roughly(text: str) -> set[str]:
    """The different words of a text, addresses and names of places among them: cut by the quickest means."""
    letters = text.encode("utf-8", "surrogatepass").translate(_TO_BLANKS).decode("utf-8", "surrogatepass")
    return {word for piece in set(letters.split()) for word in ([piece] if piece.isalpha() else _WORD.findall(piece))}


#: What turns every character into a blank but letters and what may stand within a word; other bytes are of letters.
_TO_BLANKS = bytes(code if code > 127 or chr(code).isalpha() or chr(code) in "-'" else 32 for code in range(256))


def _split_words(texts: Iterable[str]) -> Iterator[str]:
    return (word.casefold() for text in texts for word in _WORD.findall(text))


def _is_right(word: str, known: frozenset[str]) -> bool:
    if len(word) > _LONGEST_WORD:
        return False
    folded, is_known = word.casefold(), _load_dictionary().is_known
    if len(word) < 3 or folded in known or is_known(folded) or is_known(word) or _is_acronym(word):
        return True
    if "-" in word:
        return all(_is_right(part, known) for part in word.split("-"))
    return any(stem in known or is_known(stem) for stem in _strip_affixes(folded) if len(stem) > 3)


def _is_acronym(word: str) -> bool:
    """ASN, RPJMD, LKjIP, KUKM: two capitals or more in a short word."""
    return sum(letter.isupper() for letter in word) > 1 and len(word) <= 8


_PARTICLES = ("nya", "lah", "kah", "pun", "")
_PREFIXES = (
    "memper", "diper", "antar", "pasca", "multi", "meng", "meny", "peng", "peny", "mem", "men", "pem", "pen", "ter",
    "ber", "per", "pra", "non", "se",
)  # fmt: skip
#: Before these letters me- and pe- stay as they are.
_AFTER_BARE_PREFIX = tuple("lmnrwy")
#: What di stands apart from: `dibawah` is a fault, `digabung` is none.
_PLACES = frozenset(
    """atas bawah samping antara mana sini situ sana dalam luar rumah depan belakang muka tengah sekitar seluruh setiap
    semua berbagai beberapa kantor sekolah desa kota kabupaten kecamatan kelurahan provinsi daerah wilayah tingkat pasar
    jalan lapangan bidang dinas tempat negara lingkungan hadapan tahun bulan akhir awal bagian sektor""".split()  # noqa: SIM905
)


def _strip_affixes(word: str) -> Iterator[str]:
    """What is left of `word` without affixes: the dictionary gives many stems fewer of them than the language does.

    di- is not taken off places, ke- only with -an: `dibawah` and `kedepan` stay faults.
    """
    for particle in _PARTICLES:
        if not word.endswith(particle):
            continue
        bare = word.removesuffix(particle)
        yield bare
        for ending in ("kan", "an", "i", ""):
            if not bare.endswith(ending):
                continue
            stem = bare.removesuffix(ending)
            yield stem if ending else ""
            yield from (stem.removeprefix(prefix) for prefix in _PREFIXES if stem.startswith(prefix))
            if stem.startswith(("me", "pe")) and stem[2:].startswith(_AFTER_BARE_PREFIX):
                yield stem[2:]
            if stem.startswith("di") and stem[2:] not in _PLACES:
                yield from (stem[2:], stem[2:] + "i" * (ending == "i"))
            if stem.startswith("ke") and ending == "an":
                yield stem.removeprefix("ke")


def _suggest_word(word: str) -> str:
    """The likeliest of the dictionary's thoughts, if it is near enough to be one."""
    if not word.isascii() or len(word) > _LONGEST_WORD:
        return ""
    if word.casefold().startswith("di") and word[2:].casefold() in _PLACES:
        return f"{word[:2]} {word[2:]}"
    unscanned = word.replace("rn", "m")  # What text recognition reads for m.
    if unscanned != word and _load_dictionary().is_known(unscanned):
        return unscanned
    thoughts = [thought for thought in _load_dictionary().suggest_words(word)[:5] if thought.isalpha()]
    from rapidfuzz.fuzz import ratio  # Late: few words need it.

    likeness, best = max(((ratio(word.casefold(), s.casefold()), s) for s in thoughts), default=(0.0, ""))
    return best if likeness > 78 else ""
