"""Names of districts and villages that are none of those which the document's own tables list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regions import fold_name, read_districts
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.rules.tables.adhoc_tables import list_titles
from renjadoc.narrative.sentences import find_sentence
from renjadoc.reading import Reading
from renjadoc.tables.bebas import spread_cells

_KINDS = "kecamatan|distrik|kapanewon|kemantren|kelurahan|kalurahan|desa|kampung|gampong|nagari"
_HEAD = re.compile(rf"(?:nama )?(?P<jenis>{_KINDS})(?:/(?:{_KINDS}))?")
_NAMED = re.compile(
    rf"\b(?P<jenis>(?i:{_KINDS})) (?P<nama>(?!Rp\d)[A-Z][\w'’-]+(?: (?!Tahun\b|Pada\b)[A-Z][\w'’-]+){{0,2}})"
)
_DISTRICT_KINDS = frozenset(("kecamatan", "distrik", "kapanewon", "kemantren"))
#: A list of fewer names may be one of some.
_FEWEST = 4
#: Capital words behind a kind that are no name, and places that are another region's on purpose.
_NO_NAME = re.compile(
    r"(?:Dalam|Merah|Sehat|Layak|Tangguh|Bersih|Siaga|Cerdas|Mandiri|Maju|Digital|Wisata|Dan|Se|Yang|Adat)\b"
)
_ELSEWHERE = re.compile(r"\b(?:Kabupaten|Kota [A-Z]|Provinsi|berbatasan|batas|tetangga|asal|pindah\w*|rujukan|lain)\b")


@rule("RJ526", "Nama kecamatan atau desa tidak ada dalam daftar", needs=("tabel",))
def check_districts(reading: Reading) -> Iterator[Finding]:
    """Kecamatan, distrik, kapanewon, kelurahan, dan desa yang disebut dalam kalimat ada dalam daftar dokumen ini.

    Daftar itu adalah kolom tabel bebas yang berjudul begitu dan diakhiri baris jumlah; bagi sebuah kecamatan, distrik,
    atau kapanewon hanya namanya sendiri. Nama yang muncul di tempat lain
    dalam dokumen, dan kalimat yang menyebut daerah lain, tidak ditegur.

    Mengapa: nama tempat di daerah lain memperlihatkan bahwa kalimatnya disalin.
    Sumber: kebiasaan verifikasi Bappeda.

    Gagal:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Koperasi menurut Kecamatan"], "kolom": [
        {"judul": "Kecamatan"}, {"judul": "Koperasi"}], "baris": [["Awan", "10"], ["Bumi", "20"], ["Cahaya", "30"],
        ["Delima", "40"], ["Jumlah", "100"]]}
        bab-5.json /isi/0 = "Pendampingan dimulai dari Kecamatan Singosari."
    Lolos:
        tabel/anggaran.json := {"jenis": "bebas", "judul": ["Koperasi menurut Kecamatan"], "kolom": [
        {"judul": "Kecamatan"}, {"judul": "Koperasi"}], "baris": [["Awan", "10"], ["Bumi", "20"], ["Cahaya", "30"],
        ["Delima", "40"], ["Jumlah", "100"]]}
        bab-5.json /isi/0 = "Pendampingan dimulai dari Kecamatan Delima."
    """
    yield from _check_other_districts(reading)
    listed = _list_names(reading)
    for passage in reading.passages.find_words(tuple(listed)) if listed else ():
        for match in _NAMED.finditer(passage.text) if passage.kind in {"paragraf", "butir"} else ():
            names = listed.get(match["jenis"].casefold())
            if (
                names is None
                or _is_in_region(match, reading)
                or _NO_NAME.match(match["nama"])
                or not passage.is_typed(*match.span("nama"))
            ):
                continue
            around = _leave_out(find_sentence(passage.text, match.start()).replace(match[0], ""), reading)
            if _is_known(match["nama"], names) or _is_in_region(match, reading) or _ELSEWHERE.search(around):
                continue
            if not _stands_elsewhere(match["nama"], reading):
                listing = f"{len(names)} {match['jenis'].casefold()} dalam tabel dokumen ini"
                message = f"{match[0]} tidak ada di antara {listing}"
                yield Finding.of(passage, message, "Periksa namanya; mungkin tersalin dari daerah lain.", match[0])


#: Other districts stand on purpose beside one of these.
_BESIDE = re.compile(
    r"\b(?:berbatasan|perbatasan|batas|sebelah|tetangga|utara|selatan|timur|barat|antar\w*|bersama|kerja sama|serta|dan"
    r"|seperti|dibanding\w*|daripada|pemekaran|se-?\s?Kabupaten|jarak|menuju|jalur|ruas|asal|pindah\w*|rujukan|lain|camat"
    r"|peringkat|terbaik|studi|kunjungan|seluruh|setiap)\b",
    re.IGNORECASE,
)
#: What the plan of a district tells of its own; other things may well be elsewhere.
_OF_OWN = re.compile(
    r"\b(?:pelayanan|penduduk\w*|warga|masyarakat|Renja|Renstra|RKA|pagu|kebutuhan|luas|kinerja|indeks|pegawai|aparatur"
    r"|realisasi|capaian|usulan|musrenbang)\b",
    re.IGNORECASE,
)
_DISTRICT = re.compile(r"(?P<jenis>Kecamatan|Distrik|Kapanewon|Kemantren) (?P<nama>[A-Z][\w'’-]+)")


def _check_other_districts(reading: Reading) -> Iterator[Finding]:
    """In the plan of a district: the name of another one, told once, as if it were its own."""
    own = _DISTRICT.match(reading.folder.facts["perangkat_daerah"]["nama"])
    for passage in reading.passages.find_words((own["jenis"].casefold(),)) if own else ():
        for match in _NAMED.finditer(passage.text) if passage.kind in {"paragraf", "butir"} else ():
            is_other = own is not None and match["jenis"] == own["jenis"] and not match["nama"].startswith(own["nama"])
            around = _leave_out(find_sentence(passage.text, match.start()).replace(match[0], ""), reading)
            if not is_other or _NO_NAME.match(match["nama"]) or _ELSEWHERE.search(around) or _BESIDE.search(around):
                continue
            if not _OF_OWN.search(around):
                continue
            if passage.is_typed(*match.span("nama")) and not _stands_elsewhere(match["nama"], reading):
                message = f"{match[0]}; dokumen ini milik {reading.folder.facts['perangkat_daerah']['nama']}"
                yield Finding.of(passage, message, "Periksa namanya; mungkin tersalin dari kecamatan lain.", match[0])


def _list_names(reading: Reading) -> dict[str, set[str]]:
    """The names that complete lists of the document hold, by what they are names of."""
    found: dict[str, set[str]] = {}
    for head, _, names in walk_lists(reading):
        found.setdefault(head.removeprefix("nama ").partition("/")[0], set()).update(names)
    return found


def walk_lists(reading: Reading) -> Iterator[tuple[str, str, list[str]]]:
    """The columns that list all districts or villages: their heads (`kampung`, `desa/kelurahan`), the titles of their
    tables, the names."""
    for source in reading.folder.tables_of("bebas"):
        for column, title in enumerate(list_titles(source)):
            head = _HEAD.fullmatch(title.strip())
            rows = [spread_cells(row) for row in source.data["baris"]] if head else []
            cells = [str(cells[column]).strip("* ") for cells in rows if column < len(cells)]
            if head and len(cells) > _FEWEST and _closes_list(cells[-1], reading):
                yield head[0], reading.printed(" ".join(source.data["judul"])), [one.casefold() for one in cells[:-1]]


def _closes_list(last: str, reading: Reading) -> bool:
    """Whether the last row is one of all: a total, or named after the region."""
    region = reading.folder.facts["daerah"]
    return re.match(r"(?:jumlah|total|seluruh)\b", last.casefold()) is not None or last.casefold().endswith(
        region["nama"].casefold()
    )


def _is_known(name: str, names: set[str]) -> bool:
    words = name.casefold().split()
    return any(" ".join(words[:count]) in names for count in range(len(words), 0, -1))


def _is_in_region(match: re.Match[str], reading: Reading) -> bool:
    """Whether the country's list has a kecamatan of that name in the own region: the table may be of some."""
    region = reading.folder.facts["daerah"]
    own = {fold_name(name) for name in read_districts().get(f"{region['jenis']} {region['nama']}", ())}
    words = match["nama"].split()
    return match["jenis"].casefold() in _DISTRICT_KINDS and any(
        fold_name(" ".join(words[:count])) in own for count in range(1, len(words) + 1)
    )


def _leave_out(sentence: str, reading: Reading) -> str:
    region = reading.folder.facts["daerah"]
    return sentence.replace(f"{region['jenis']} {region['nama']}", "")


def _stands_elsewhere(name: str, reading: Reading) -> bool:
    """Whether a name stands twice in the narrative, or in a table: then the document means it."""
    first = name.split(" ")[0]
    places = [passage for passage in reading.passages if first in passage.text]
    return len(places) > 1 or sum(passage.text.count(first) for passage in places) > 1
