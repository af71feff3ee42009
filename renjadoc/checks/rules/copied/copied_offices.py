"""What stayed in a text that was copied from another office: its name, its urusan, its vision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from renjadoc import resources
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.copied.other_regions import NAMED_ON_PURPOSE
from renjadoc.checks.sentences import walk_sentences
from renjadoc.checks.stated import read_number
from renjadoc.narrative.joined import BETWEEN
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import find_sentence
from renjadoc.problem import shorten_text
from renjadoc.reading import Reading

#: What is an office's own: the words before its name. Of others the work, the budget and the staff are spoken of.
_OWN_LEAD = (
    r"Renja|Rencana Kerja|Renstra|Rencana Strategis|[Tt]ugas(?: pokok)? dan fungsi|[Vv]isi|[Mm]isi|[Tt]ujuan|[Ss]asaran"
    r"|Indikator Kinerja Utama|IKU|[Ss]truktur organisasi|[Ss]usunan organisasi|Sekretariat|[Kk]eputusan Kepala"
    r"|[Pp]elaksanaan (?:program|kegiatan)|[Pp]rogram dan kegiatan|[Pp]agu indikatif"
    r"|[Kk]ebutuhan (?:dana|anggaran|pendanaan)|[Ss]eluruh (?:bidang|unit kerja|jajaran)(?: dan)?(?: UPTD| di| pada)?"
)
_NAME = r"[A-Z][\w-]+(?:(?:,? (?:dan )?)[A-Z][\w-]+){0,8}"
_OFFICE = re.compile(
    rf"\b(?:{_OWN_LEAD})\s+(?P<nama>(?:Dinas|Badan|Kecamatan|Kapanewon|Kemantren|Distrik|Inspektorat|Rumah Sakit"
    rf"|Satuan Polisi)\s+(?!Tahun|Perangkat|Daerah\b(?<!Inspektorat Daerah)){_NAME})"
)
#: What only the office of the document is called.
_AS_OWN = re.compile(
    rf"\b(?P<nama>(?:Dinas|Badan|Kecamatan|Kapanewon|Kemantren|Distrik|Inspektorat|Rumah Sakit|Satuan Polisi"
    rf"|Sekretariat)"
    rf"\s+{_NAME}),?\s+"
    r"(?:(?:sebagai|selaku) (?:perangkat daerah )?(?:penyusun|penanggung jawab|pelaksana) (?:dokumen|Renja"
    r"|Rencana Kerja)\b|(?:menyusun|menetapkan|menerbitkan) (?:dokumen )?(?:Renja|Rencana Kerja)"
    r"(?: Tahun 20\d\d)? ini\b)"
)
#: Other offices stand on purpose in a sentence that tells of work with them.
_WITH_OTHERS = re.compile(
    r"\b(?:mendukung|selaras|sinergi\w*|sinkron\w*|koordinasi|berkoordinasi|terkait|kewenangan|ditangani|diteruskan"
    r"|dialihkan|kolaborasi|dihadiri|narasumber|diundang|(?<!-)undangan|tembusan|rekomendasi|menurut|data|penghargaan"
    r"|surat|bantuan|usulan)\b",
    re.IGNORECASE,
)
#: Names of offices in short; of one's own the spelling is another rule's.
_SHORT_OFFICE = re.compile(
    rf"\b(?:{_OWN_LEAD})\s+(?P<nama>(?:Dis(?:[a-z]{{3,}}|P[A-Z]+)|Din(?:kes|sos|as[A-Z]\w+)|DLHK?|DPUPR|DPMD|DPMPTSP"
    r"|DP3A\w*|BPBD|BPKAD|BKPSDM|BKD|Bapenda|Bappeda\w*|Kesbangpol|Satpol PP|Setwan|RSUD|DKP|DPKP|Dukcapil)\b)"
)
#: What is said of the document itself; plans of others are told to hold something, or to cost it.
_PLAN = re.compile(r"Renja|Rencana|Renstra")
_SAID_OF_PLAN = re.compile(
    r"\b(?:(?:[Mm]aksud|[Tt]ujuan|[Kk]eberhasilan)\b[^.;]*\b(?:Renja|Rencana)|[Dd]emikian|pedoman|acuan|pegangan|dasar"
    r"|rujukan|melandasi|harus|wajib|mengikat|berlaku|di(?:tetapkan|sahkan|laksanakan|latarbelakangi)(?:nya)?|bergantung"
    r"|menjabarkan|penjabaran|Renja(?: (?:[A-Z]\S*|dan))+ ini)\b"
)
_HOLDS = re.compile(r"\s+(?:memuat|mencantumkan|menganggarkan|mengalokasikan)\b")
_SOME_OFFICE = re.compile(r"\b(?:Renja(?! Tahun)|Dinas|Badan|Inspektorat|Rumah Sakit|Satuan Polisi|Sekretariat) [A-Z]")
_UNIT_KINDS = ("Dinas", "Badan", "Kecamatan", "Kapanewon", "Distrik", "Inspektorat", "Rumah Sakit", "Satuan Polisi")


@rule("RJ512", "Nama perangkat daerah lain tertinggal")
def check_other_offices(reading: Reading) -> Iterator[Finding]:
    """Renja, Renstra, tugas, dan kepala yang disebut adalah milik perangkat daerah ini.

    Mengapa: nama dinas lain memperlihatkan bahwa naskahnya disalin.
    Sumber: dokumen.json (perangkat_daerah).

    Gagal:
        bab-5.json /isi/0 = "Renja Dinas Kesehatan menjadi pedoman seluruh unit kerja."
    Gagal:
        bab-5.json /isi/0 = "Dinas Kesehatan selaku penyusun Renja bertanggung jawab atas isinya."
    Gagal:
        bab-5.json /isi/0 = "Peraturan perundang-undangan itu melandasi Renja Dinas Kesehatan Tahun 2027."
    Lolos:
        bab-5.json /isi/0 = "Renja Dinas Koperasi dan Usaha Mikro disusun bersama Dinas Kesehatan dan Kepala Bidang."
    Lolos:
        bab-5.json /isi/0 = "Dinas memenuhi undangan pembahasan Renja Dinas Kesehatan."
    Lolos:
        bab-5.json /isi/0 = "Renja Dinas Pendidikan dan Dinas Kesehatan memuat belanja wajib, dan Renja Dinas
        Perhubungan memuat marka jalan. Pelanggan pasar naik seiring kinerja pelayanan Dinas Perhubungan; temuannya
        dilaporkan kepada Kepala Dinas Perdagangan."
    """
    own = _OwnNames(reading)
    yield from _find_near_twins(reading)
    for passage in reading.passages.find_pattern(_ANY_OFFICE):
        # In headings every word begins with a capital: `Mengapa Renja Disusun`.
        if passage.kind == "judul":
            continue
        for match in _find_named(passage.text):
            sentence = find_sentence(passage.text, match.start())
            before = sentence[: sentence.find(match[0])][-200:]
            if own.includes(match["nama"]) or _tells_of_others(before) or own.is_beside_others(sentence):
                continue
            is_subject = not before.strip() and not _HOLDS.match(passage.text, match.end())
            if _PLAN.match(match[0]) and not is_subject and not _SAID_OF_PLAN.search(sentence):
                continue
            if passage.is_typed(*match.span("nama")) and not own.other_region.match(passage.text, match.end()):
                message = f"“{match[0]}”; dokumen ini milik {own.office}"
                yield Finding.of(passage, message, "Tulis {{ perangkat_daerah.nama }}.", match["nama"])


#: An abbreviation that a text says does something, at its beginning (all texts are searched as one) or behind a time.
_ACTS = re.compile(
    rf"(?:(?<![^{BETWEEN}])|, |\b20\d\d )(?P<nama>[A-Z][A-Za-z0-9]{{3,10}}) "
    r"(?:(?:telah|sudah|akan|juga|terus|berhasil|mampu) )?(?:me[a-z]{4,}|ber[a-z]{4,}|wajib)\b"
)


def _find_near_twins(reading: Reading) -> Iterator[Finding]:
    """`BKPSDM melatih …` in the document of a BPSDM that names the other nowhere else."""
    from rapidfuzz.distance import OSA  # Late: few offices need it.

    facts = reading.folder.facts["perangkat_daerah"]
    own, known = facts["singkatan"], {facts["singkatan"], *facts.get("sebutan", [])}
    for passage in reading.passages.find_pattern(_ACTS) if len(own) > 3 and own[:2].isupper() else ():
        for match in _ACTS.finditer(passage.text):
            name = match["nama"]
            is_twin = name not in known and name[1:].upper() == name[1:] and OSA.distance(name, own) == 1
            if not is_twin or name in own or own in name or not passage.is_typed(*match.span("nama")):
                continue
            sentence = find_sentence(passage.text, match.start("nama"))
            if not _tells_of_others(sentence) and sum(one.text.count(name) for one in reading.passages) == 1:
                yield Finding.of(passage, f"“{name}”; dokumen ini milik {own}", "Periksa singkatannya.", name)


class _OwnNames:
    """What the office of the document is called, in full and in short, with its region and without."""

    def __init__(self, reading: Reading) -> None:
        facts, region = reading.folder.facts["perangkat_daerah"], reading.folder.facts["daerah"]
        short = (facts["singkatan"], *facts.get("sebutan", []))
        full_region = f"{region['jenis']} {region['nama']}"
        self.office: str = facts["nama"]
        #: Behind the name of an office, the name of another region.
        self.other_region = re.compile(rf"\s+(?!{re.escape(full_region)}\b)(?:Kabupaten|Kota|Provinsi)")
        names = [name.casefold() for name in (self.office, *short)]
        self._names = [*names, *(f"{name} {full_region}".casefold() for name in names)]
        self._named = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in (self.office, facts["singkatan"])))
        self._first_words = {name.split()[0].casefold() for name in short}

    def is_beside_others(self, sentence: str) -> bool:
        """Whether a sentence names the office itself, or several others: then it speaks of others on purpose."""
        return self._named.search(sentence) is not None or len(_SOME_OFFICE.findall(sentence)) > 1

    def includes(self, said: str) -> bool:
        """Whether a name that was found is the office's, or another spelling of it, which is another rule's."""
        name = said.casefold()
        if " " not in name and name in self._first_words:
            return True
        if any(re.match(rf"{re.escape(own)}(?:\s+(?:kabupaten|kota|provinsi|tahun)\b|$)", name) for own in self._names):
            return True
        # `dinas` alone begins the name of every other one.
        longer = [own for own in self._names if " " in own]
        return any(name.startswith(own) or own.startswith(name) for own in longer) or _shares_words(name, self.office)


def _find_named(text: str) -> Iterator[re.Match[str]]:
    """Offices that a text names as its own; the group `nama` is the name."""
    for pattern in (_OFFICE, _AS_OWN, _SHORT_OFFICE):
        yield from pattern.finditer(text)


_ANY_OFFICE = re.compile("|".join((*_UNIT_KINDS, r"\b(?:D|B|RSUD|Sat|Set|Kes)[A-Za-z]+")))


def _tells_of_others(before: str) -> bool:
    return NAMED_ON_PURPOSE.search(before) is not None or _WITH_OTHERS.search(before) is not None


def _shares_words(name: str, own: str) -> bool:
    """Whether two names begin alike: then it is another spelling, and another rule's."""
    return name.split()[:2] == own.casefold().replace(",", "").split()[:2]


_URUSAN_LEAD = re.compile(
    r"\b(?:melaksanakan|menyelenggarakan|membidangi|menangani|mengampu|pelaksana|penyelenggara"
    r"|tugas(?: dan fungsi)?(?: di)?)\s+(?:sebagian\s+)?(?:urusan(?: pemerintahan)?(?: (?:wajib|pilihan|konkuren))?"
    r"(?: (?:di )?bidang)?|bidang)\s+(?P<nama>[\w, ]+)",
    re.IGNORECASE,
)


@rule("RJ523", "Urusan lain tertinggal dalam naskah")
def check_other_urusan(reading: Reading) -> Iterator[Finding]:
    """Urusan yang disebut sebagai tugas perangkat daerah adalah urusan program dalam tabel rencana.

    Nama urusan dicocokkan dengan daftar urusan pemerintahan. Kecamatan, sekretariat, dan kantor lain yang tidak
    menjalankan satu urusan tidak diperiksa, begitu pula kalimat tentang kerja sama dan kalimat yang juga menyebut
    urusan sendiri.

    Mengapa: urusan lain memperlihatkan bahwa naskahnya disalin.
    Sumber: UU 23/2014 (Lampiran); renjadoc/data/urusan.json.

    Gagal:
        bab-5.json /isi/0 = "Dinas melaksanakan urusan pemerintahan bidang kesehatan."
    Lolos:
        bab-5.json /isi/0 = "Dinas bekerja sama dalam urusan pemerintahan bidang kesehatan."
    """
    names, own = (
        read_urusan_names(),
        {".".join(str(node["kode"]).split(".")[:2]) for *_, node in walk.programs(reading)},
    )
    right = {names[code] for code in own if code in names}
    others = {name for code, name in names.items() if code not in own}
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("urusan", "bidang")) if right else ()):
        folded = sentence.casefold()
        if any(name in folded for name in right) or _tells_of_others(sentence) or "undang" in folded:
            continue
        for match in _URUSAN_LEAD.finditer(sentence):
            start, said = match.start("nama"), match["nama"].casefold()
            name = max((name for name in others if re.match(rf"{name}\b", said)), key=len, default="")
            if name and passage.is_typed(offset + start, offset + start + len(name)):
                shown = " dan ".join(sorted(right))
                message = f"“urusan {name}”; program dokumen ini dari urusan {shown}"
                yield Finding.of(passage, message, "Periksa kalimatnya.", match["nama"][: len(name)])


@cache
def read_urusan_names() -> dict[str, str]:
    """The names of all urusan in small letters, without what all begin with, by code."""
    data = resources.read_data("urusan.json")["nama"]
    begins = "urusan pemerintahan bidang "
    found = {code: name.casefold() for code, name in data.items() if "." in code}
    return {code: name.removeprefix(begins) for code, name in found.items() if name.startswith(begins)}


_QUOTED = re.compile(r"\b(?P<apa>[Vv]isi|[Mm]isi)\b(?P<antara>[^“”\"]{0,120})[“\"](?P<isi>[^“”\"]{10,300})[”\"]")
_OTHER_VISION = re.compile(
    r"\b(?:Presiden|nasional|Indonesia|Kementerian|provinsi|Provinsi|RPJPD|RPJPN|RPJMN|sebelumnya|lama|Gubernur"
    r"|2045|Asta Cita)\b"
)


@rule("RJ513", "Visi atau misi berbeda dari data dokumen")
def check_vision(reading: Reading) -> Iterator[Finding]:
    """Visi dan misi yang dikutip dalam naskah sama, kata demi kata, dengan yang tercatat dalam dokumen.json.

    Mengapa: visi periode lalu atau visi daerah lain tertinggal; satu kata yang berubah pun ditegur bagian hukum.
    Sumber: dokumen.json (visi, misi).

    Gagal:
        bab-5.json /isi/0 = "Visi Kota Contoh, yaitu “Kota Contoh yang Sejahtera dan Beriman”, menjadi acuan."
    Gagal:
        dokumen.json /misi = {"nomor": 2, "teks": "Membangun ekonomi kerakyatan"}
        bab-5.json /isi/0 = "Renja ini mendukung misi kelima Wali Kota."
    Lolos:
        bab-5.json /isi/0 = "Visi Kota Contoh, yaitu “Kota Contoh yang maju”, menjadi acuan."
    """
    facts = reading.folder.facts
    known: dict[str, list[str]] = {
        "visi": [str(text) for text in facts["visi"].values() if text],
        "misi": [facts.get("misi", {}).get("teks") or ""],
    }
    own_province = facts["daerah"]["jenis"] == "Provinsi"
    yield from _check_quoted_blocks(reading, known)
    yield from _find_other_missions(reading)
    for passage in reading.passages.find_words(("visi", "misi")):
        for match in _QUOTED.finditer(passage.text):
            right = known[match["apa"].casefold()]
            around = match["antara"].replace("Provinsi", "") if own_province else match["antara"]
            if not any(right) or _OTHER_VISION.search(around) or not passage.is_typed(*match.span("isi")):
                continue
            if not any(_letters(match["isi"]) == _letters(text) for text in right):
                said = f"{match['apa'].casefold()} dikutip “{shorten_text(match['isi'], 80)}”"
                message = f"{said}, dalam dokumen.json “{shorten_text(right[0], 80)}”"
                yield Finding.of(passage, message, _advise(match["apa"]), match["isi"])


_ANNOUNCED = re.compile(r"\b(?P<apa>visi|misi)\b[^.]{0,120}:\s*$", re.IGNORECASE)


def _check_quoted_blocks(reading: Reading, known: dict[str, list[str]]) -> Iterator[Finding]:
    """A vision that stands as a quotation of its own, after a paragraph that ends with announcing it."""
    facts = reading.folder.facts
    for before, passage in pairwise(reading.passages):
        match = _ANNOUNCED.search(before.text) if before.kind == "paragraf" else None
        if match is None or before.source is not passage.source or not _is_quoted(passage):
            continue
        own = f"{facts['daerah']['jenis']} {facts['daerah']['nama']}"
        if _OTHER_VISION.search(find_sentence(before.text, match.start()).replace(own, "")):
            continue
        right, said = known[match["apa"].casefold()], passage.text
        if not any(right) or not passage.is_typed(0, len(said)):
            continue
        if not any(_letters(said) == _letters(text) for text in right):
            quoted, stated = shorten_text(said, 80), shorten_text(right[0], 80)
            message = f"{match['apa'].casefold()} dikutip “{quoted}”, dalam dokumen.json “{stated}”"
            yield Finding.of(passage, message, _advise(match["apa"]))


def _advise(what: str) -> str:
    name = "misi.teks" if what.casefold() == "misi" else "visi.daerah"
    return f"Tulis {{{{ {name} }}}}, atau perbaiki dokumen.json."


def _is_quoted(passage: Passage) -> bool:
    """Whether a passage is a quotation, by its kind or because it stands in quotation marks as a whole."""
    return passage.kind == "kutipan" or re.fullmatch(r'\s*[“"][^“”"]{10,300}[”"]\.?\s*', passage.text) is not None


_SUPPORTS = re.compile(
    r"\b(?:mendukung|mewujudkan|melaksanakan|mengemban|menjabarkan|menunjang|mengampu|selaras dengan|sesuai dengan)\s+"
    r"(?:pencapaian\s+)?misi\s+(?:(?:ke-?\s?|nomor\s+)?(?P<angka>\d)\b|(?P<kata>pertama|kesatu|ke(?:dua|tiga|empat|lima"
    r"|enam|tujuh|delapan|sembilan))\b)(?!\s*(?:,|dan|serta|sampai|hingga)\s+(?:dengan\s+)?(?:misi\s+)?(?:ke|\d))",
    re.IGNORECASE,
)


def _find_other_missions(reading: Reading) -> Iterator[Finding]:
    """`mendukung misi ke-3` where dokumen.json has the office's under another number."""
    number = reading.folder.facts.get("misi", {}).get("nomor")
    for passage, offset, sentence in walk_sentences(reading.passages.find_words(("misi",)) if number else ()):
        for match in () if _OTHER_VISION.search(sentence) else _SUPPORTS.finditer(sentence):
            word = (match["kata"] or "").casefold().removeprefix("ke")
            stated = (
                int(match["angka"]) if match["angka"] else 1 if word in {"pertama", "satu"} else int(read_number(word))
            )
            if stated != number and passage.is_typed(offset + match.start(), offset + match.end()):
                message = f"“{match[0]}”; dalam dokumen.json misi ke-{number}"
                yield Finding.of(
                    passage, message, "Tulis misi ke-{{ misi.nomor }}, atau perbaiki dokumen.json.", match[0]
                )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
