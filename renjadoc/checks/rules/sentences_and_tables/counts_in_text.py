"""Counts of programs, kegiatan and usulan in sentences, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from renjadoc.checks.mistyped import is_swapped
from renjadoc.checks.named_rows import find_named
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.sentences_and_tables.counts_of_kinds import find_wrong_together
from renjadoc.checks.rules.sentences_and_tables.planned_amounts import list_asked
from renjadoc.checks.sentences import find_sentences, find_years, is_match_typed
from renjadoc.checks.stated import NUMBER_WORDS, WORDED, list_figures, read_number
from renjadoc.context import counts
from renjadoc.narrative.passages import Passage
from renjadoc.reading import Reading


def read_count(match: re.Match[str]) -> int:
    """The number that a match of `COUNT` states."""
    return int(read_number(match["angka"] or match["huruf"]))


_NUMBER = r"(?P<angka>\d{1,3})(?:\s*\((?P<kata>[a-z ]+)\))?"
#: A number of things, in digits (group `angka`) or in words (group `huruf`).
COUNT = rf"(?<![\w.,/-])(?:{_NUMBER}|(?P<huruf>{WORDED}))"
_THING = r"\b(?P<benda>sub[ -]?kegiatan|program|kegiatan|usulan(?:\s+masyarakat)?)\b"
#: One of these stands in every match of `_THING`.
_THINGS = ("kegiatan", "program", "usulan")
_COUNTED = re.compile(rf"{COUNT}\s+(?:buah\s+)?{_THING}(?P<sifat>\s+[\w-]+)?", re.IGNORECASE)
#: The other way round; of `kegiatan sebanyak 5 kali` or `usulan sebanyak 2 paket` nothing is known.
_COUNTED_BEFORE = re.compile(
    rf"{_THING}(?:(?<!usulan)(?<!masyarakat)\s+(?:dalam|pada|di)\s[^\d.;,:]{{3,50}}?)?\s+(?:sebanyak"
    rf"|sejumlah|berjumlah|adalah|ialah|yaitu)"
    rf"\s+{COUNT}"
    rf"(?:\s+buah)?(?P<sifat>\s+[\w-]+)?(?![\d.,]*\d)",
    re.IGNORECASE,
)
#: After these, with nothing counted before, a part is counted.
_OF_A_PART = re.compile(
    r"\b(?:melalui|termasuk|di antaranya|khususnya|masing-masing|hanya|mendukung|dengan|dari|pada|dalam|untuk|kepada"
    r"|membiayai|mendanai)\s*$",
    re.IGNORECASE,
)
#: Bounds, and what each has, are no counts.
_NO_COUNT = re.compile(
    r"\b(?:rencana aksi|peta jalan|rencana induk|program legislasi|setiap|tiap|masing-masing|per"
    r"|paling (?:banyak|sedikit)|sekurang-kurangnya|sedikitnya|setidaknya|terbanyak|tersedikit|maksimal"
    r"|minimal|(?:lebih|kurang) dari|mengubah"
    r"|(?:naik|turun|bertambah|berkurang)(?=(?:\s+sebanyak)?\s*$)"
    r"|perubahan(?: ini)? (?:mencakup|meliputi|menyangkut|terjadi|dilakukan))\b",
    re.IGNORECASE,
)
#: What is counted after these is what one of many has: `dua program lainnya memuat 5 dan 4 sub kegiatan`.
_ONE_OF_MANY = re.compile(
    r"\b(?:[Pp]rogram|[Kk]egiatan|[Bb]idang|[Ss]eksi|UPTD?)\s+(?:ini|itu|tersebut|(?!Tahun|Kegiatan|Sub|Dinas)[A-Z]\w)"
    r"|\b[Pp]rogram\s+(?:penunjang|teknis|pendukung|rutin|utama|prioritas|strategis)\b[^.;]*$"
    rf"|\b(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS[2:10])}),?\s+(?:dan|serta)\s+$"
)
#: A unit of the office, which has its own programs: `Bidang Koperasi mengelola empat program`.
_OF_UNIT = re.compile(r"\b(?:Bidang|Seksi|Subbagian|Subbidang|UPTD?|Balai|Puskesmas)\s+[A-Z][^.;]*$")
_HOLDS = r"(?:terdiri|memuat|mencakup|meliputi|mempunyai|memiliki|terbagi|berisi|tercantum|terdapat|menetapkan)"
#: Another document or one program, by what it is called: `Renstra memuat empat program`, `program dukungan terdiri …`.
_OF_OTHER = re.compile(
    r"\b(?:Renstra|RKPD|DPA|RKA|APBD|[Rr]ancangan (?:[Aa]wal|[Aa]khir)|Renja (?:[Tt]ahun|[Ii]nduk|[Ss]emula|[Aa]wal)"
    r"|(?<!dua )(?<!tiga )(?<!empat )(?<!lima )(?<!seluruh )(?<!semua )[Pp]rogram (?!dan|serta|kerja|tahun|yang|dalam"
    rf"|pada|di|ini|{_HOLDS})[a-z]+)(?:(?!\bRenja\b)[^,;.\d])*?\b{_HOLDS}\b[^,;.\d]*$"
)
#: What may follow a count of all programs; others speak of some: `4 kegiatan pameran`, `2 program prioritas`.
_WHOLE = frozenset(
    """yang senilai dan serta dengan untuk pada dalam dari ini seluruhnya dilaksanakan direncanakan tahun atau
    sebagaimana melalui sebagai berikut terdiri meliputi yaitu telah akan harus dapat""".split()  # noqa: SIM905
)
_COUNTS = {
    "program": ("program", "program_evaluasi"),
    "kegiatan": ("kegiatan", "kegiatan_evaluasi"),
    "sub kegiatan": ("sub_kegiatan",),
    "usulan": ("usulan",),
}


def _counted_thing(written: str) -> str:
    """Which of `_COUNTS` a text names."""
    return "sub kegiatan" if (first := written.casefold().split()[0]).startswith("sub") else first


_OTHER_PLAN = re.compile(r"\b(?:Renja|RKPD|DPA|RKA|APBD|[Rr]encana|direncanakan|pagu|[Pp]erubahan|tahun berjalan)\b")


def _names_thing(sentence: str) -> bool:
    return any(thing in sentence.lower() for thing in _THINGS)


#: Of what came in only a part is taken up.
_OFFERED = re.compile(
    r"\b(?:menerima|masuk|terjaring|terkumpul|menjaring|menghimpun|diusulkan|menyampaikan|mengajukan)\b[^.;]{0,40}$"
)
#: What is said of all usulan of the table.
_TAKEN = re.compile(
    r"\s+(?:yang\s+)?(?:(?:dapat|telah|akan)\s+)?(?:(?P<nasib>diakomodasi|ditampung|ditolak|disetujui|ditindaklanjuti"
    r"|diterima|ditujukan|diteruskan)"
    r"|disepakati|dihasilkan|dicantumkan|dirangkum|disajikan|tercantum|berkaitan|terkait|relevan|dimuat|termuat"
    r"|prioritas|berikut|menjadi (?:kewenangan|prioritas))\b",
    re.IGNORECASE,
)


#: Those of all that were taken up, told once more: `Dari empat usulan yang ditampung, …`.
_OUT_OF = re.compile(r"\b[Dd]ari\s+$")
_THAT_WERE = re.compile(r"\s+yang\s+(?:di|ter)[a-z]+")
#: `Dengan 120 usulan, target 62% berarti …`: as many as came in, or as are thought of.
_GIVEN = re.compile(r"^Dengan\s+$")
#: What came in is what the table lists.
_AS_SHOWN = re.compile(r"\b(?:disajikan|tercantum|dimuat|termuat|dirinci|terlihat|tampak) (?:dalam|pada) Tabel\b")


#: `Dua usulan, yaitu ambulans dan rumah singgah, …`, `Tiga usulan senilai Rp…`: those of which a sentence goes on.
_WHICH = re.compile(r",?\s+(?:yaitu|yakni|masing-masing|bernilai|senilai|dengan nilai|didanai|dibiayai|berupa)\b")


def _names_some(match: re.Match[str]) -> bool:
    """Whether a sentence begins with a count, and says which they are or what becomes of them."""
    return not match.string[: match.start()].strip() and bool(_WHICH.match(match.string, match.end("benda")))


_OF_EACH = re.compile(r"\b(?:seluruh|semua)\s+$", re.IGNORECASE)
#: A share of all in brackets, less than all, or whose money it is: `empat usulan (80%)`, `6 sub kegiatan dari PAD`.
_OF_SOME = re.compile(r"\s*\((?!100(?:,0+)?\s?%)\d[\d,]*\s?%\)|\s+dari\s+(?:PAD|DAU|DAK|DBH|[Dd]ana)\b")


def _is_of_some(match: re.Match[str], right: set[int]) -> bool:
    """Whether what follows a count narrows it: `4 kegiatan pameran`, `9 usulan yang masuk`."""
    word = (match["sifat"] or "").strip().casefold()
    if _OF_EACH.search(match.string[: match.start()]):
        return False
    if _OUT_OF.search(match.string[: match.start()]) and _THAT_WERE.match(match.string, match.end("benda")):
        return True
    if _is_shared_out(match, right) or _OF_SOME.match(match.string, match.end("benda")):
        return True
    if _counted_thing(match["benda"]) == "usulan" and (taken := _TAKEN.match(match.string, match.end("benda"))):
        return bool(taken["nasib"]) and read_count(match) < max(right)  # The rest met with another fate.
    if word == "yang":
        return _counted_thing(match["benda"]) == "usulan" or not _ALL_THAT.match(match.string, match.end("benda"))
    return bool(word) and word not in _WHOLE


#: What is said of all rows of a plan; of those that `berubah` or `didanai Otsus` others are not.
_ALL_THAT = re.compile(
    r"\s+yang\s+(?:(?:telah|akan|harus|dapat|sudah|di)\s+)*(?:direncanakan|dilaksanakan|diusulkan|dimuat|termuat"
    r"|tercantum|dicantumkan|disajikan|disusun|ditetapkan|dianggarkan|dijalankan|diselenggarakan|menjadi tanggung"
    r"|terurai|dirinci|dijabarkan|terbagi"
    r"|ada\b|tersebar|terdiri)",
    re.IGNORECASE,
)


def _is_shared_out(match: re.Match[str], right: set[int]) -> bool:
    """Whether the counts of a sentence are the parts of the whole: `dua usulan ditampung, satu usulan tidak`."""
    thing = _counted_thing(match["benda"])
    alike = [read_count(one) for one in _COUNTED.finditer(match.string) if _counted_thing(one["benda"]) == thing]
    return sum(alike) - (max(alike) if max(alike, default=0) in right else 0) in right


@rule("RJ110", "Jumlah dalam kalimat berbeda dari tabel", needs=("tabel",))
def check_counts_in_text(reading: Reading) -> Iterator[Finding]:
    """Jumlah program, kegiatan, sub kegiatan, dan usulan dalam kalimat sama dengan jumlahnya dalam tabel.

    Bilangan yang diikuti kata pembatas (4 kegiatan pameran, 2 program prioritas), batas (paling banyak 5 kegiatan),
    rincian sebuah program, dan kalimat yang menyebut tahun atau instansi lain tidak diperiksa.

    Mengapa: 23 sub kegiatan di satu bab dan 19 di bab lain adalah alasan pengembalian yang nyata.
    Sumber: daftar periksa Bappeda; naskah rujukan (“4 Program”, tabelnya memuat tiga).

    Gagal:
        bab-5.json /isi/0 = "Tahun ini dilaksanakan 4 Program yang telah direncanakan."
    Lolos:
        bab-5.json /isi/0 = "Tahun ini dilaksanakan dua program, di antaranya 3 program prioritas. Usulan yang
        masuk naik 14 usulan."
    """
    known, tahun = counts(reading.tables), reading.folder.tahun
    left_out = {"judul", "judul_tabel", "kutipan"}
    passages = (one for one in reading.passages.find_words(_THINGS) if one.kind not in left_out)
    for passage, offset, sentence in find_sentences(passages, _names_thing, {tahun, tahun - 1}, reading):
        for match in [*_COUNTED.finditer(sentence), *_COUNTED_BEFORE.finditer(sentence)]:
            right = {known[key] for key in _COUNTS[_counted_thing(match["benda"])] if known[key]}
            if not right or _is_no_count_of_all(match, right, passage.text, reading):
                continue
            # “Satu program” is a way of speaking more often than a count.
            group = "angka" if match["angka"] else "huruf"
            is_asked = _counted_thing(match["benda"]) == "usulan" and _costs_all(sentence, reading)
            is_wrong = read_count(match) not in {1, *right} and (is_asked or _is_meant(match, right, known))
            if is_wrong and is_match_typed(passage, offset, match, group):
                yield _tell_count(passage, match, group, right)
    for passage, match, there in find_wrong_together(reading):
        yield Finding.of(passage, f"“{match[0]}”, padahal tabelnya memuat {there}", "Periksa bilangannya.", match[0])


def _is_no_count_of_all(match: re.Match[str], right: set[int], text: str, reading: Reading) -> bool:
    """Whether what is counted is not all of the table's, by what stands around it in its sentence or paragraph."""
    sentence = match.string
    thing, before = _counted_thing(match["benda"]), sentence[: match.start()]
    if _OF_UNIT.search(before) or _OF_OTHER.search(before) or _NO_COUNT.search(before) or _is_of_some(match, right):
        return True
    if thing == "usulan":
        is_of_all = _AS_SHOWN.search(sentence) or _costs_all(sentence, reading)
        is_offered = bool(_OFFERED.search(before)) and not is_of_all
        is_offered = is_offered or (read_count(match) < max(right) and _names_some(match))
        return is_offered or bool(_GIVEN.match(before)) or _adds_up(match, right, text)
    is_told = thing != "sub kegiatan" and not _OTHER_PLAN.search(sentence)
    if reading.folder.tahun - 1 in find_years(sentence) and not is_told:
        return True  # What was planned for that year, and its sub kegiatan, no table tells.
    if thing == "program":
        return False
    is_too_many = bool(_ALL.search(before)) and read_count(match) > max(right)  # More than all are no part.
    return bool(_ONE_OF_MANY.search(before)) or (not is_too_many and _is_part(before, sentence, reading))


#: Words that make a count that of all.
_ALL = re.compile(r"\b(?:seluruh\w*|semua\w*|total\w*|keseluruhan|berjumlah|jumlah\w*|sebanyak)\b", re.IGNORECASE)


def _is_meant(match: re.Match[str], right: set[int], known: dict[str, int]) -> bool:
    """Whether a count comes near to that of the table, is told of all, with all of another level, or by itself.

    Beside other figures one that is far from the table's is of some of them, or of what the table does not hold.
    """
    stated, sentence = read_count(match), match.string
    if any(abs(stated - one) <= max(1, one // 4) or is_swapped(Decimal(stated), Decimal(one)) for one in right):
        return True
    is_of_all = _ALL.search(sentence) or _ALL_THAT.match(sentence, match.end("benda"))
    return bool(is_of_all) or len(list_figures(sentence)) == 1 or _is_with_all(match, known)


def _costs_all(sentence: str, reading: Reading) -> bool:
    """Whether a sentence tells what all usulan of a table cost: `tiga usulan senilai Rp193.500.000`."""
    sums = {sum(asked) for asked in list_asked(reading)} - {0}
    return any(figure.unit == "Rp" and figure.value in sums for figure in list_figures(sentence))


def _is_with_all(match: re.Match[str], known: dict[str, int]) -> bool:
    """Whether a sentence counts all of another level: `dua program, tiga kegiatan, dan 6 sub kegiatan`."""
    others = [one for one in _COUNTED.finditer(match.string) if one["benda"] != match["benda"]]
    return any(
        read_count(one) > 1 and read_count(one) in {known[key] for key in _COUNTS[_counted_thing(one["benda"])]}
        for one in others
    )


def _tell_count(passage: Passage, match: re.Match[str], group: str, right: set[int]) -> Finding:
    all_right = " atau ".join(str(number) for number in sorted(right))
    message = f"“{match[group]} {match['benda']}” tidak sama dengan jumlahnya dalam tabel: {all_right}"
    hint = f"Lebih aman tulis {{{{ jumlah.{_COUNTS[_counted_thing(match['benda'])][0]} | bilangan }}}}."
    return Finding.of(passage, message, hint, match[group])


def _adds_up(match: re.Match[str], right: set[int], text: str) -> bool:
    """Whether a sentence deals out all usulan, or those it or its paragraph tells: `51 usulan disetujui` of 86."""
    stated = [read_count(one) for one in _COUNTED.finditer(match.string) if _counted_thing(one["benda"]) == "usulan"]
    before = text.partition(match.string)[0]
    if any(read_count(one) in right and read_count(match) < read_count(one) for one in _COUNTED.finditer(before)):
        return True
    whole = sum(stated) if re.search(rf"\b{sum(stated)} usulan", text) else max(stated, default=0)
    is_part = sum(stated) in {whole, 2 * whole} and read_count(match) < whole
    return len(stated) > 1 and (sum(stated) in right or is_part)


def _is_part(before: str, sentence: str, reading: Reading) -> bool:
    """Whether kegiatan are counted of one program, or of some: `dilaksanakan melalui dua sub kegiatan`."""
    return not _COUNTED.search(before) and bool(_OF_A_PART.search(before) or find_named(sentence, reading))
