"""Which words are right (the dictionary, the words of the field, places, affixes), and what a wrong one may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from renjadoc import resources
from renjadoc.checks.dictionary import Dictionary
from renjadoc.checks.regions import read_districts

#: No word of any language; the dictionary's search for it would take minutes.
_LONGEST_WORD = 100
_REMARK = re.compile("#.*")
load_dictionary = cache(Dictionary)


def _read_lists(*names: str) -> frozenset[str]:
    files = (resources.dictionary_folder() / name for name in names)
    return frozenset(word for path in files for word in _REMARK.sub("", path.read_text("utf-8")).casefold().split())


@cache
def read_terms() -> frozenset[str]:
    """The words of the field and of government, in small letters."""
    return _read_lists("renja.txt", "istilah.txt")


@cache
def read_field_words() -> frozenset[str]:
    """The words of the field, of government and of places, in small letters."""
    places = " ".join(name for names in read_districts().values() for name in names)
    return read_terms() | _read_lists("wilayah.txt") | frozenset(re.findall(r"[^\s()/,]+", places.casefold()))


@lru_cache(maxsize=8)
def read_known_words(own: frozenset[str]) -> frozenset[str]:
    """The words of the field, of government and of places, and those of one office."""
    return read_field_words() | own


@cache
def _read_pairs(name: str) -> dict[str, str]:
    """A list of words, each with what to write instead."""
    lines = (resources.dictionary_folder() / name).read_text("utf-8").splitlines()
    pairs = (line.partition("#")[0].partition(" ") for line in lines)
    return {word: right.strip().replace("_", " ") for word, _, right in pairs if word}


def read_standard_words() -> dict[str, str]:
    """Words that are not standard, or slips that the dictionary takes for words, with the standard form of each."""
    return _read_pairs("baku.txt")


_ENCLITICS = ("nya", "lah", "kah", "pun")


def find_standard(word: str, own: frozenset[str]) -> str:
    """What to write for a word that is not standard, with an ending or doubled too; empty for a right or own one."""
    forms, folded = read_standard_words(), word.casefold()
    if folded in own or (word.isupper() and is_shortened(word)):  # An abbreviation: KTR, SPT.
        return ""
    for ending in filter(folded.endswith, ("", *_ENCLITICS)):
        halves = folded.removesuffix(ending).split("-")
        if any(half in forms and half not in own for half in halves):
            return "-".join(forms.get(half, half) for half in halves) + ending
    return ""


def read_foreign_words() -> dict[str, str]:
    """Foreign words that stand in italics, with the Indonesian word for each."""
    return _read_pairs("asing.txt")


def is_right(word: str, known: frozenset[str]) -> bool:
    if len(word) > _LONGEST_WORD:
        return False
    folded, is_known = word.casefold(), load_dictionary().is_known
    if folded not in known and _lacks_k(folded):
        return False
    if len(word) < 3 or folded in known or is_known(folded) or is_known(word) or _is_acronym(word):
        return True
    if "-" in word:
        return all(is_right(part, known) for part in word.split("-"))
    bare = {folded.removesuffix(ending) for ending in _ENCLITICS} - {folded}
    if any(is_known(one) or (len(one) > 3 and one in known) for one in bare) or is_known(_SCIENTIFIC.sub("", folded)):
        return True
    is_made = any(stem in known or is_known(stem) for stem in _strip_affixes(folded) if len(stem) > 3)
    return is_made and not _is_swapped(folded) and not _find_near_verb(folded)


#: An adjective of a field of knowledge or an illness is right where the dictionary has its noun: `bakteriologi-s`.
_SCIENTIFIC = re.compile(r"(?:(?<=logi)|(?<=grafi)|(?<=metri)|(?<=nomi))s$|(?:(?<=iatri)|(?<=ragi))k$")
_VERB_WITHOUT_K = re.compile(r"(?:me|di)(?P<batang>\w{3,})an(?<!kan)(?:nya)?")


_VERB_ENDS = re.compile(r"an(nya)?$")


def _lacks_k(folded: str) -> bool:
    """Whether a verb ends in -an, which only nouns do: `mengalokasian`; in `menahan` and `disimpan` it is of the stem.

    The dictionary knows many such forms.
    """
    match = _VERB_WITHOUT_K.fullmatch(folded)
    stems = _strip_affixes(f"{folded[:2]}{match['batang']}") if match else ()
    return any(len(stem) > 3 and not folded.startswith(stem) and load_dictionary().is_known(stem) for stem in stems)


#: Verbs that every Renja has: what is one letter away from one and only made of affixes is a slip of it.
_VERBS = frozenset(
    """melampaui dilampaui terlampaui memfasilitasi difasilitasi menganggarkan dianggarkan mengelola dikelola
    menyiapkan disiapkan mengetahui diketahui menargetkan ditargetkan mengalokasikan dialokasikan merealisasikan
    direalisasikan memverifikasi diverifikasi mengevaluasi dievaluasi melaksanakan dilaksanakan menyelenggarakan
    diselenggarakan meningkatkan ditingkatkan mewujudkan diwujudkan menetapkan ditetapkan memprioritaskan
    diprioritaskan""".split()  # noqa: SIM905
)


def _cut_letters(word: str) -> set[str]:
    """A word, and what is left of it without each of its letters: of two words one letter apart they have one."""
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


@cache
def _list_near_verbs() -> dict[str, str]:
    return {cut: verb for verb in sorted(_VERBS) for cut in _cut_letters(verb)}


def _find_near_verb(folded: str) -> str:
    """The verb of `_VERBS` that a longer word is a slip of; empty for one of them and for all others."""
    if len(folded) < _SHORTEST_SWAPPED or folded in _VERBS:
        return ""
    near = _list_near_verbs()
    return next((near[cut] for cut in sorted(_cut_letters(folded)) if cut in near), "")


#: A shorter word with two letters changed round is another word as likely.
_SHORTEST_SWAPPED = 8


def _is_swapped(folded: str) -> bool:
    """Whether two letters changed round make a word of the dictionary: `perkianan`, where affixes would explain it."""
    if len(folded) < _SHORTEST_SWAPPED:
        return False
    is_known = load_dictionary().is_known
    swapped = (folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :] for at in range(1, len(folded) - 1))
    return any(one != folded and is_known(one) for one in swapped)


def _is_acronym(word: str) -> bool:
    """ASN, RPJMD, LKjIP, KUKM: two capitals or more in a short word."""
    return sum(letter.isupper() for letter in word) > 1 and len(word) <= 8


_PARTICLES = ("nya", "lah", "kah", "pun", "")
_PREFIXES = (
    "memper", "diper", "antar", "pasca", "multi", "meng", "meny", "peng", "peny", "mem", "men", "pem", "pen", "ter",
    "ber", "per", "pra", "non", "se", "sub", "intra", "inter", "anti", "kontra", "mono", "poli", "semi", "swa", "tuna",
    "dwi", "tri", "catur", "panca", "mikro", "makro", "bio", "eko", "geo", "hidro", "agro", "ekstra", "infra", "super",
    "ultra", "tele", "oto", "pseudo", "sosio", "etno", "kuasi", "nir", "adi", "maha", "alih", "ketidak",
)  # fmt: skip
#: Prefixes in which the first letter of a stem is lost, and that letter.
_LOST = {"meng": "k", "peng": "k", "mem": "p", "pem": "p", "men": "t", "pen": "t", "meny": "s", "peny": "s"}
#: Before these letters me- and pe- stay as they are.
_AFTER_BARE_PREFIX = tuple("lmnrwy")
#: Passages in which only single words are corrected: titles that the law gives, the words of others.
NOT_CORRECTED = frozenset({"judul_tabel", "kutipan"})
#: Places and times, from which di and ke stand apart: `dibawah` is a fault, `digabung` is none.
_PLACES = frozenset(
    """atas atasnya bawah bawahnya samping antara antaranya mana sini situ sana dalam dalamnya luar rumah depan
    belakang muka tengah sekitar seluruh setiap semua berbagai beberapa kantor sekolah desa kota kabupaten kecamatan
    kelurahan kampung provinsi daerah daratan wilayah tingkat pasar jalan lapangan bidang dinas tempat lokasi negara
    lingkungan hadapan tahun bulan akhir awal bagian sektor perangkat gampong nagari distrik kapanewon kalurahan
    puskesmas posyandu balai aula terminal pelabuhan bandara kawasan perbatasan pedalaman
    tepi ujung pinggir hulu hilir puncak lereng pegunungan halaman pendapa pendopo hotel rumah-rumah taman alun-alun
    padukuhan dusun banjar mukim mall kampus madrasah masjid klinik bengkel kebun ladang sawah kolam pabrik lahan tanah
    instansi unit pemerintah masyarakat pusat laut hutan sungai pesisir pulau gudang gedung ruang indonesia masing-
    masing""".split()  # noqa: SIM905
)
#: Words of their own: `keluar kota`, `kebagian tugas`.
_ONE_WORD = "keluar|kebagian|kemuka|kesemua|kemasyarakat"
JOINED_PLACE = re.compile(
    rf"(?<![\w-])(?!(?:{_ONE_WORD})\b)(?P<arah>di|ke)(?P<tempat>{'|'.join(sorted(_PLACES, key=len, reverse=True))})"
    r"(?![\w-])",
    re.IGNORECASE,
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
            if not bare.endswith(ending) or (ending == "i" and bare.endswith("ii")):
                continue
            stem = bare.removesuffix(ending)
            yield stem if ending else ""
            yield from (stem.removeprefix(prefix) for prefix in _PREFIXES if stem.startswith(prefix))
            yield from (first + stem.removeprefix(prefix) for prefix, first in _LOST.items() if stem.startswith(prefix))
            if stem.startswith(("me", "pe")) and stem[2:].startswith(_AFTER_BARE_PREFIX):
                yield stem[2:]
            if stem.startswith(("tere", "bere")):  # Of two r one is written: `terehabilitasi`, `berekening`.
                yield stem[2:]
            if stem.startswith("di") and stem[2:] not in _PLACES:
                yield from (stem[2:], stem[2:] + "i" * (ending == "i"))
            if stem.startswith("ke") and ending == "an":
                yield stem.removeprefix("ke")


#: Words that every Renja is full of: of two thoughts equally near, one of these is meant.
_FREQUENT = frozenset(
    """anggaran kegiatan pelaksanaan peningkatan perencanaan pembangunan masyarakat pelayanan daerah pemerintahan
    penyusunan
    penyelenggaraan pengembangan pemberdayaan pengelolaan pembinaan pengawasan pengendalian koordinasi indikator
    sasaran tujuan
    strategis prioritas kebijakan penyediaan pemeliharaan sarana prasarana dokumen laporan informasi pendapatan
    belanja target
    realisasi capaian persentase jumlah kepala sekretaris bidang jabatan pegawai aparatur perangkat peraturan
    berdasarkan sesuai
    dilaksanakan ditetapkan meningkatkan meningkatnya menjadi terhadap dengan untuk tahun triwulan pendidikan
    kesehatan pertanian
    koperasi pemasaran industri perdagangan infrastruktur jalan irigasi keuangan program evaluasi kebutuhan permasalahan
    rancangan musyawarah penduduk wilayah pertumbuhan ekonomi kemiskinan kesejahteraan lingkungan ketersediaan
    kualitas""".split()  # noqa: SIM905
)


def suggest_word(word: str, known: frozenset[str] = frozenset()) -> tuple[str, int]:
    """The likeliest word that may be meant, of the dictionary or of `known`, and how many letters it is away.

    `("", 99)` where none is near.
    """
    if not word.isascii() or len(word) > _LONGEST_WORD or is_shortened(word):
        return "", 99
    folded = word.casefold()
    if folded.startswith("di") and folded[2:] in _PLACES:
        return f"{word[:2]} {word[2:]}", 1
    if meant := _find_near_verb(folded) or (_VERB_ENDS.sub(r"kan\1", folded) if _lacks_k(folded) else ""):
        return meant.capitalize() if word[:1].isupper() else meant, 1
    unscanned = word.replace("rn", "m")  # What text recognition reads for m.
    if unscanned != word and load_dictionary().is_known(unscanned):
        return unscanned, 1
    from rapidfuzz import process  # Late: few words need it.
    from rapidfuzz.distance import OSA

    thoughts = [thought for thought in load_dictionary().suggest_words(word)[:8] if thought.isalpha()]
    ranked = [(OSA.distance(folded, thought.casefold()), number, thought) for number, thought in enumerate(thoughts, 1)]
    near = process.extract(folded, known | _FREQUENT, scorer=OSA.distance, score_cutoff=2, limit=None)
    ranked += [(int(distance), 0, thought) for thought, distance, _ in near]  # All: of a set any could come first.
    distance, _, best = min(ranked, default=(99, 0, ""))
    if distance > 1 and (meant := _suggest_passive(folded, known)):
        best, distance = meant, 1
    best = best.capitalize() if word[:1].isupper() else best
    return (best, distance) if distance <= 3 else ("", 99)


#: A shorter stem is one letter away from another by chance.
_SHORTEST_STEM = 8


def _suggest_passive(folded: str, known: frozenset[str]) -> str:
    """`direkonsiliasi` for `direkonsilasi`: the dictionary suggests the loaned word, but no form of it."""
    stem = folded.removeprefix("di")
    if stem == folded or len(stem) < _SHORTEST_STEM or not _LOANED.search(stem):
        return ""
    meant, distance = suggest_word(stem, known)
    return f"di{meant}" if distance == 1 else ""


#: Endings of words taken from other languages, of which no dictionary has all.
_LOANED = re.compile(
    r"(?:isasi|asi|itas|isme|ologi|ologis|al|is|er|or|if|ik|ika|ine?|ium|oid|grafi|metri|sis)(?:nya)?$"
)
#: What begins or ends as words made of affixes do; a name seldom does.
_AFFIXED = re.compile(r"^(?:[pm]e|[bdtks]e|di)|(?:an|nya)$", re.IGNORECASE)
#: Letters that stand together in no Indonesian word.
_STRANGE = re.compile(r"[^aeiou\W\d]{5}|(.)\1\1", re.IGNORECASE)
#: A word without its vowels, whichever it is: `hsl`, `stnk`.
_SHORTENED = re.compile(r"^[^aeiouy]+$", re.IGNORECASE)

_FOREIGN = re.compile(
    r"ck|sh|th|ph|wh|ee|oo|ou(?!m)|tion|[a-z]{3}ing$|ment$|ness$|ll|ss|tt|ff|pp|x|q|ght|cy$|gy$|ty$|ry$|ly$|ey$",
    re.IGNORECASE,
)


def looks_foreign(word: str) -> bool:
    """Whether the letters of an unknown word are those of another language."""
    return word.islower() and _FOREIGN.search(word) is not None


def is_shortened(word: str) -> bool:
    """Whether a word has no vowel: it is written short, and only who wrote it knows for what."""
    return _SHORTENED.search(word) is not None


def is_likely_slip(word: str, suggestion: str, distance: int, times: int) -> bool:
    """Whether an unknown word is a slip rather than a name or a term that no dictionary holds.

    A word with a capital is a name unless a long word is one letter away, two of one with affixes; one that stands
    three times is meant.
    """
    if word[:1].isupper():
        is_near = distance == 1 and (len(word) >= 8 or suggestion.casefold() in read_terms() | _FREQUENT)
        is_far = distance == 2 and len(word) >= 10 and _AFFIXED.search(word) and not _LOANED.search(word)
        return times < 3 and len(word) >= 7 and bool(is_near or is_far)
    if _STRANGE.search(word) or is_shortened(word):
        return True
    if not suggestion:
        return False
    return distance == 1 or (distance == 2 and len(word) >= 8 and not _LOANED.search(word))
