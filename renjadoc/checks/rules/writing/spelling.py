"""Indonesian spelling: Hunspell with the id_ID dictionary, the words of the field, and the office's own list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import count

from renjadoc.checks import walk, words
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.narrative.joined import BETWEEN, Searched
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[-’'][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
#: What follows these is the name of a place or a person, which no dictionary holds.
_PLACE = re.compile(
    r"\b(?:Jalan|Jl\.|Desa|Kelurahan|Kecamatan|Kabupaten|Kab\.|Kota|Provinsi|Dusun|Dukuh|Nagari|Gampong|Pasar|Gunung|Sungai"
    r"|Pulau|Gedung|Taman|Alun-Alun|Danau|Waduk|Bendungan|Teluk|Bukit|Pantai|Kalurahan|Kapanewon|Distrik|Kerajaan"
    r"|Kesultanan|Stadion|Bandara|Bandar Udara|Universitas|Institut|Masjid|Gereja|Pura|Candi|Suku|PT|CV"
    r"|Padukuhan|Kemantren|Pekon|Tiyuh|Lembang|Ohoi|Bendung|Embung|Simpang|Ruas|RSUD|TPA|TPST|IPLT|Selat|Tanjung"
    r"|Jembatan Gantung|Daerah Irigasi|Mata Air|Air Terjun"
    r"|[Kk]awasan (?:[Ii]ndustri|[Ww]isata|[Ee]konomi [Kk]husus))"
    r"(?:\s+[A-Z][\w’'-]*){1,3}"
    r"|\b(?:Drs?|Dra|Ir|Hj?|Prof|Pdt|Tgk)\.(?:\s+[A-Z][\w.’'-]*){1,4}"
    r"|\b(?:[Dd]i|[Kk]e|[Dd]ari) [A-Z][\w’'-]*(?![\w’'-]| [A-Z])"
)
_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?"
_KIND = "(?:gerak|tetap|gantung|lingkar|induk|primer|sekunder|perikanan|penyeberangan|adat|wisata|lindung)"
#: Works and places behind small letters, of which only the name has a capital: `bendung gerak Masmambang`.
_WORKS = re.compile(
    r"\b(?:jalan|ruas|jembatan|bendung|bendungan|embung|waduk|situ|danau|telaga|irigasi|saluran|sungai|pelabuhan|dermaga"
    r"|terminal|stasiun|bandara|pasar|puskesmas|desa|kelurahan|kecamatan|kampung|dusun|padukuhan|pekon|tiyuh|nagari|gampong"
    r"|distrik|kalurahan|kapanewon|kemantren|lembang|ohoi|negeri|pulau|gunung|teluk|pantai|bukit|hutan|taman)"
    rf"(?: {_KIND})?(?: [A-Z][\w’'-]*){{1,3}}|\b[A-Z][a-z]+ {_KIND}(?: [A-Z][\w’'-]*){{1,3}}"
)
#: `Weda–Payahe`, `Tamblingan, Ranau, dan Batur`: names that stand together.
_LIST = re.compile(rf"(?<![\w’'-]){_NAME}(?:(?:, dan | dan |, | ?– ?){_NAME})+")
#: `di tiga desa, yaitu Klahang, Lemberang, dan Karangrau`
_PLACES = re.compile(
    r"\b(?i:desa|kelurahan|kecamatan|kabupaten|kota|provinsi|dusun|nagari|gampong|distrik|kapanewon|kalurahan|kampung|pulau|pasar|sentra|kawasan|sungai|pantai"
    r"|pekon|tiyuh|padukuhan|kemantren|lembang|ohoi|danau|gunung|waduk|bendung|embung|pelabuhan|terminal|stasiun|teluk)"
    rf"\w*(?:,? (?:yaitu|yakni|meliputi|adalah|di))?:? {_NAME}(?:, {_NAME}){{0,40}},? dan {_NAME}"
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
#: Three times is meant: `wa wa wa`, a greeting.
_TWICE = re.compile(r"\b([A-Za-z]{2,}+) (?i:\1)\b(?!-)(?! (?i:\1)\b)")
#: Verbs that no place is called by; those that end in -kan are always verbs.
_VERBS = frozenset(
    """lantik buat ambil susun bahas bangun kelola pimpin bantu dukung bagi bina beri terima kaji telaah ukur pantau
    awasi akhiri ikuti ketahui miliki penuhi setujui danai biayai hadiri layani ketuai sepakati tandatangani taati
    tangani atasi perbaiki perbarui lengkapi lindungi pengaruhi percayai sertai sahkan capai peroleh pakai jual beli
    olah rawat latih didik kirim tulis baca catat cetak hitung periksa ubah cabut atur muat rinci rujuk acu sebut
    tunjuk angkat berhentikan undang tolak terapkan pergunakan tinggal tinjau lapor bentuk pilih ajukan minta bayar
    dampingi kunjungi kuasai alami jumpai sukai lalui temui hubungi fasilitasi pandu tampung pasang simpan jaga tanam
    salur sepakat usul percepat perluas perkuat pertahankan perlukan bentang gelar ganti batasi lewati lunasi warnai
    tempati tandai naungi dasari latarbelakangi evaluasi verifikasi validasi revisi reviu
    mediasi identifikasi inventarisasi rekonsiliasi klarifikasi konfirmasi renovasi modifikasi adopsi integrasi inisiasi
    eksekusi standardisasi legalisasi
    topang tindaklanjuti raih picu gagas prakarsai galang gelontor rekam sebar sumbang""".split()  # noqa: SIM905
)
#: Nouns that end as verbs do: a place, or what something is about.
_NOUNS = frozenset(
    """perbankan pendidikan percetakan perbaikan perusakan pembentukan pemasukan kebijakan gerakan tindakan
    kebanyakan kerusakan""".split()  # noqa: SIM905
)
_APART = re.compile(r"\bdi ([a-z]{3,})\b(?=(?P<oleh> oleh\b)?)")
#: A word list suggests slowly; a document with more unknown words than this needs no more advice.
_MOST_SUGGESTIONS = 120
#: What these keys hold are names of places and people, or codes of units.
_NAMES = frozenset({"lokasi", "satuan"})
Judge = Callable[[str], bool]


@rule("RJ509", "Ejaan")
def check_spelling(reading: Reading) -> Iterator[Finding]:
    """Semua kata ada dalam kamus bahasa Indonesia, kamus bidang Renja, atau kamus.txt kantor sendiri.

    Ditemukan juga bentuk tidak baku (resiko, analisanya), kata yang tertulis dua kali (dan dan), dan kata kerja yang
    terpisah dari di- (di laksanakan). Nama orang dan tempat yang tidak ada dalam kamus ditegur hanya bila mirip
    sekali dengan kata lain. Kata asing di antara bintang (*online*), singkatan berhuruf besar, angka, alamat web, nama
    tempat dalam kolom lokasi, serta nama dan judul dalam dokumen.json tidak diperiksa. Satu temuan untuk tiap kata
    dalam satu berkas. Kata yang benar tetapi tidak dikenal ditambahkan ke kamus.txt dalam folder isi, satu kata satu
    baris.

    Mengapa: salah ketik adalah hal pertama yang terlihat oleh penelaah.
    Sumber: KBBI; naskah rujukan (Kopeasi, rnengembangkan, Penigkatan, Pemasran, infromasi).

    Gagal:
        bab-5.json /isi/0 = "Renja ini memuat infromasi Kopeasi; resiko-resikonya di mediasi dan direkonsilasi."
    Lolos:
        bab-5.json /isi/0 = "Di tiga desa, yaitu Klahang, Lemberang, dan Karangrau, Ir. Kurniawatie bersiniar."
    Lolos:
        bab-5.json /isi/0 = "Renja ini memuat informasi tentang *good governance* di Sirandu."
        kamus.txt + Sirandu
    """
    yield from _find_doubled_words(reading)
    yield from _find_split_verbs(reading)
    own = reading.folder.kamus | frozenset(_split_words(_list_own_names(reading)))
    known, standard = words.read_known_words(own), cache(lambda word: words.find_standard(word, own))
    told = words.read_foreign_words().keys()  # Another rule's.
    is_right = cache(lambda word: not standard(word) and (word in told or words.is_right(word, known)))
    suggest = _limit_suggestions(words.read_terms() | own)
    for source, texts in _find_suspects(reading, is_right):
        for word, (pointer, times) in _place_unknown(texts, is_right).items():
            if right := standard(word):
                if not _is_of_nomenclature(source, pointer):
                    yield _report_standard(source, pointer, word, right, times)
                continue
            meant, distance = suggest(word)
            if words.is_likely_slip(word, meant, distance, times):
                yield _report_word(source, pointer, word, times, meant)
            elif words.looks_foreign(word):
                yield _report_foreign(source, pointer, word)
    words.load_dictionary().store_answers()


_NOMENCLATURE = frozenset({"rencana-program", "evaluasi", "review-rkpd", "evaluasi-triwulan", "rekap"})


def _is_of_nomenclature(source: Source, pointer: str) -> bool:
    """Whether a text is the name of a program or kegiatan, which the ministry writes as it does."""
    return source.data.get("jenis") in _NOMENCLATURE and pointer.endswith(("/nama", "/indikator"))


def _limit_suggestions(known: frozenset[str]) -> Callable[[str], tuple[str, int]]:
    """What suggests a word, so often as is worth it; later every unknown word is a slip without advice."""
    left = count(_MOST_SUGGESTIONS, -1)
    return lambda word: words.suggest_word(word, known) if next(left) > 0 else ("…", 1)


def _place_unknown(texts: list[tuple[str, str]], is_right: Judge) -> dict[str, tuple[str, int]]:
    """The unknown words of a file's texts, each with where it stands first, and how often it does."""
    places: dict[str, tuple[str, int]] = {}
    for pointer, text in texts:
        for word in _WORD.findall(_without_names(text, is_right)):
            if not is_right(word):
                first, times = places.get(word, (pointer, 0))
                places[word] = first, times + 1
    return places


def _without_names(text: str, is_right: Judge) -> str:
    """A text without addresses and names: of what stands together two unknown words are no slips but names."""
    text = _without_addresses(text)
    for names in (_PLACES, _PLACE, _WORKS):
        text = names.sub(" ", text)
    return _LIST.sub(lambda match: " " if _holds_names(match[0], is_right) else match[0], text)


def _holds_names(listed: str, is_right: Judge) -> bool:
    return sum(not is_right(word) for word in _WORD.findall(listed)) > 1


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if _ADDRESS_MARK.search(text) else text


#: `ibu kota Kota Jantho`, `Kepala Daerah Daerah Istimewa`: the second begins a name.
_NAME_BEGINS = re.compile(r"(?:[a-z]+ [A-Z][a-z]+ [A-Z]|Daerah Daerah (?:Istimewa|Khusus))")


def _find_doubled_words(reading: Reading) -> Iterator[Finding]:
    for source, pointer, match in walk.typed_texts(reading, _TWICE, find=Searched.find_doubled):
        before = match.string[max(0, match.start() - len(match[1]) - 2) : match.start()]
        is_name = _NAME_BEGINS.match(match.string, match.start()) is not None
        if is_name or re.search(rf"\b{match[1]} $", before, re.IGNORECASE):
            continue
        again = match[1] if match[1].isupper() else match[1].lower()
        hint = f"Hapus salah satunya; kata ulang ditulis {match[1]}-{again}."
        yield Finding(source, pointer, f"kata “{match[1]}” tertulis dua kali", hint, match[0])


def _find_split_verbs(reading: Reading) -> Iterator[Finding]:
    """`di laksanakan`: before a verb di is written together, apart only before a place."""
    for source, pointer, match in walk.typed_texts(reading, _APART, words=("di ",)):
        if _is_verb(match[1], has_doer=match["oleh"] is not None):
            yield Finding(source, pointer, f"“{match[0]}” ditulis serangkai", f"Tulis di{match[1]}.", match[0])


def _is_verb(word: str, *, has_doer: bool) -> bool:
    """Whether a word behind `di` is a verb: one of the list, one in -kan, or one of which is said who does it.

    So are places, too (`di sekolah oleh guru`): then the dictionary must have the word with its di-.
    """
    if word in _VERBS or (word.endswith("kan") and len(word) > 5 and word not in _NOUNS):
        return True
    return has_doer and words.load_dictionary().is_known(f"di{word}")


def _report_word(source: Source, pointer: str, word: str, times: int, suggestion: str) -> Finding:
    meant = f"Mungkin maksudnya “{suggestion}”; " if suggestion not in {"", "…"} else ""
    if words.is_shortened(word):
        meant = f"Tulis lengkap, atau {word.upper()} bila singkatan; "
    hint = f"{meant}bila sudah benar, tambahkan “{word}” ke kamus.txt."
    message = f"kata “{word}” tidak ada dalam kamus{_say_times(times)}"
    return Finding(source, pointer, message, hint[:1].upper() + hint[1:], word)


def _report_standard(source: Source, pointer: str, word: str, right: str, times: int) -> Finding:
    hint = f"Tulis {right}; bila memang begitu, tambahkan “{word}” ke kamus.txt."
    return Finding(source, pointer, f"kata “{word}” tidak baku{_say_times(times)}", hint, word)


def _report_foreign(source: Source, pointer: str, word: str) -> Finding:
    hint = f"Tulis *{word}* agar tercetak miring, atau tambahkan ke kamus.txt bila sudah menjadi kata Indonesia."
    return Finding(source, pointer, f"kata asing “{word}” belum ditulis miring", hint, word)


def _say_times(times: int) -> str:
    return f" ({times} kali)" if times > 1 else ""


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
            if pointer is not None and not _PLACE_HEAD.match(walk.column_title(source, pointer)):
                pairs.append((pointer, reading.typed(text)))
    return iter(found.values())


#: Heads of columns of an ad-hoc table below which names of places stand.
_PLACE_HEAD = re.compile(
    r"(?:nama )?(?:kecamatan|distrik|kapanewon|kemantren|kelurahan|kalurahan|desa|kampung|gampong|nagari|mukim"
    r"|kabupaten|kota|padukuhan|dusun|lingkungan)\b",
    re.IGNORECASE,
)


def _find_unknown_passages(reading: Reading, is_right: Judge) -> Iterator[tuple[Passage, str]]:
    """The passages in which an unknown word may stand, each with its typed Indonesian text."""
    typed = [(_take_typed(passage), passage) for passage in reading.passages]
    unknown = _find_unknown_words(BETWEEN.join(text for text, _ in typed), is_right)
    return ((passage, text) for text, passage in typed if unknown and _holds_any(unknown, text))


def _take_typed(passage: Passage) -> str:
    """The typed Indonesian text of a passage, without what another rule tells of it."""
    typed = "".join(" " if span.source or span.open or span.italic else span.text for span in passage.spans)
    return typed if passage.kind in words.NOT_CORRECTED else words.JOINED_PLACE.sub(" ", typed)


def _find_unknown_words(joined: str, is_right: Judge) -> set[str]:
    """The unknown words of a long text: each is looked up once."""
    return {word for word in _split_roughly(joined) if not is_right(word)}


def _holds_any(unknown: set[str], text: str) -> bool:
    return not unknown.isdisjoint(_split_roughly(text))


def _split_roughly(text: str) -> set[str]:
    """The different words of a text, addresses and names of places among them: cut by the quickest means."""
    letters = text.encode("utf-8", "surrogatepass").translate(_TO_BLANKS).decode("utf-8", "surrogatepass")
    return {word for piece in set(letters.split()) for word in ([piece] if piece.isalpha() else _WORD.findall(piece))}


#: What turns every character into a blank but letters and what may stand within a word; other bytes are of letters.
_TO_BLANKS = bytes(code if code > 127 or chr(code).isalpha() or chr(code) in "-'" else 32 for code in range(256))


def _split_words(texts: Iterable[str]) -> Iterator[str]:
    return (word.casefold() for text in texts for word in _WORD.findall(text))
