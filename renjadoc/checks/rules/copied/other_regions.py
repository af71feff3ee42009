"""Other regions that a text names in the place of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.regions import NamedRegion, find_regions, read_regions
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import RUNNING, walk_sentences
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.reading import Reading

_KINDS = re.compile(r"\b(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.|Sulawesi|Sumatera|Kalimantan|Jawa|Nusa Tenggara)\b")
#: `Pada tahun 2025 desa-desa …`, at the beginning of a sentence.
_VILLAGES = (
    r"^(?:(?:pada|hingga|sampai dengan) (?:akhir )?tahun 20\d\d,? )?(?:(?:seluruh|semua) )?"
    r"(?P<bagian>desa|gampong|kampung|nagari|kalurahan|kelurahan|kecamatan|distrik|kapanewon)-(?P=bagian)"
)
#: What a document says of its own region.
_OWN = re.compile(
    r"\b(?:(?:masyarakat|penduduk|warga)(?: (?:desa|kampung|gampong|nagari|distrik))?|visi|misi|RKPD"
    r"|RPJMD|RPJPD|APBD|PDRB|pertumbuhan ekonomi|perekonomian"
    r"|kemiskinan"
    r"|pembangunan|prioritas|seluruh|se-?|wilayah|perangkat daerah|pengangguran|IPM|tujuan|sasaran|Renja|Renstra"
    r"|Pemerintah(?:an)?|Sekretariat Daerah|DPRD|Bupati|Wali ?[Kk]ota|Gubernur|kabupaten/kota|luas"
    r"|angkatan kerja|tenaga kerja|angka \w+|tingkat \w+|jumlah \w+|indeks \w+|persentase \w+"
    rf"|luas wilayah|garis pantai|{_VILLAGES})\)?\s+(?:(?:di"
    r"|dari|pada|untuk)\s+)?$",
    re.IGNORECASE,
)
#: Others are named on purpose in a sentence with one of these.
NAMED_ON_PURPOSE = re.compile(
    r"\b(?:berbatasan|batas|perbatasan|sebelah|tetangga|kerja sama|bekerja sama"
    r"|dibanding\w* (?:dengan )?(?:Provinsi|Kabupaten|Kota|daerah|nasional|rata)|perbandingan|pembanding"
    r"|daripada|antara"
    r"|studi|kunjungan|kaji banding|bersama|menyalurkan|rujukan|luar daerah|pindah\w*|lintas|nasional|menuju"
    r"|jalur|ruas|asal|berasal"
    r"|pemekaran|tertinggi|terendah|peringkat|mencontoh|replikasi|mengadopsi|berkunjung|mengunjungi|mempelajari"
    r"|pernah|lain|delineasi|kawasan"
    r"|meliputi|serta|hibah|bantuan|mengirim\w*|sesuai dengan kesepakatan"
    r"|menerima(?=[^.;]*\b(?:dari|kunjungan|tamu|rombongan|utusan|delegasi|peserta|magang)))\b",
    re.IGNORECASE,
)


@rule("RJ510", "Daerah lain tertinggal dalam naskah")
def check_other_regions(reading: Reading) -> Iterator[Finding]:
    """Naskah berbicara tentang daerahnya sendiri: masyarakat, RKPD, visi, dan perekonomiannya bukan milik daerah lain.

    Nama daerah dicocokkan dengan daftar provinsi, kabupaten, dan kota. Daerah tetangga, kerja sama, perbandingan, dan
    kabupaten/kota dalam provinsi sendiri tidak ditegur; peringkat dihitung di provinsi sendiri.

    Mengapa: nama daerah lain memperlihatkan bahwa naskahnya disalin.
    Sumber: renjadoc/data/wilayah.json; kebiasaan verifikasi Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Renja ini bermanfaat bagi masyarakat Kabupaten Malang."
    Gagal:
        bab-5.json /isi/0 = "Pada tahun 2025 desa-desa di Kabupaten Malang menerima Dana Desa sebesar Rp5,4 miliar."
    Gagal:
        bab-5.json /isi/0 = "Angka pengangguran masih yang tertinggi ketiga di Kalimantan Selatan."
    Gagal:
        bab-5.json /isi/0 = "Pertumbuhan ekonomi Sulawesi Selatan mencapai 5,2%."
    Gagal:
        bab-5.json /isi/0 = "Kabupaten Malang beribu kota Kepanjen dan membawahi 33 kecamatan."
    Gagal:
        bab-5.json /isi/0 = "Benih padi dibagikan kepada petani Kota Kediri."
    Gagal:
        bab-5.json /isi/0 = "Musrenbang RKPD Kabupaten Malang telah ditelaah. Kabupaten Malang menyesuaikannya."
    Lolos:
        bab-5.json /isi/0 = "Inspektorat Kota Magelang menelaah sebagai mitra. Kini giliran Inspektorat Kota Tegal."
    Lolos:
        bab-5.json /isi/0 = "Petani mengikuti pelatihan di Kota Kediri. Benihnya diperoleh petani Kota Kediri."
    Lolos:
        bab-5.json /isi/0 = "Bersama Bappeda Kabupaten Tegal dan Bappeda Kabupaten Brebes disusun kajian pesisir. Daerah
        ini berbatasan dengan Kabupaten Malang; masyarakat Provinsi Jawa Tengah berkunjung. Pegawai yang mengikuti
        diklat di Kota Magelang berjumlah 12 orang. Petani di Kota Tegal dan Kota Magelang menanam padi."
    """
    yield from _check_ranks(reading)
    for passage in reading.passages.find_pattern(_KINDS):
        if passage.kind in {"judul_tabel", "catatan"} and passage.source in reading.folder.tabel.values():
            continue
        for written, before in _find_meant_as_own(passage, reading):
            own = reading.folder.facts["daerah"]
            message = f"“{last_words(before)}{written}”; daerah dokumen ini {own['jenis']} {own['nama']}"
            yield Finding.of(passage, message, "Ganti dengan {{ daerah.lengkap }}, atau hapus.", written)


def _find_meant_as_own(passage: Passage, reading: Reading) -> Iterator[tuple[str, str]]:
    """Other regions as a passage names them in the place of the own one, with what stands before each."""
    for offset, sentence in split_sentences(passage.text):
        told = passage.text[max(0, offset - _BEFORE) : offset + len(sentence)]
        for region in _find_others(sentence, reading):
            before, start = sentence[max(0, region.start - 80) : region.start], offset + region.start
            if (
                passage.is_typed(start, offset + region.end)
                and (not is_within(region, reading) or _OF_PLAN.search(before))
                and _is_meant_as_own(region, sentence, told, reading)
            ):
                yield sentence[region.start : region.end], before


def _is_meant_as_own(region: NamedRegion, sentence: str, told: str, reading: Reading) -> bool:
    """Whether a sentence says of another region what it says of its own; `told` is it with what stands before."""
    before = sentence[max(0, region.start - 80) : region.start]
    is_free = not NAMED_ON_PURPOSE.search(_NATIONAL.sub("", sentence))
    is_first = region.start == 0 or (is_free and _CLAUSE_BEGINS.search(before))
    is_subject = is_first and _TELLS_OF.match(sentence, region.end)
    is_certain = (
        is_subject or _is_behind_own_office(before, reading) or _is_foreign_part(region, sentence, told, reading)
    )
    is_visited = _VISITS.search(_NATIONAL.sub("", told)) is not None
    return bool((is_certain and not is_visited) or _OF_EVERYBODY.search(before) or (_OWN.search(before) and is_free))


#: Those for whom the plan is made, whoever else is named beside them.
_OF_EVERYBODY = re.compile(r"\b(?:seluruh|segenap) (?:lapisan )?(?:masyarakat|warga|penduduk)\s+(?:di\s+)?$")


#: More than so many regions in a sentence are a list of them, not a name that was left.
_FEW = 3
_TOGETHER = re.compile(r"\b(?:bersama|bekerja sama)\b", re.IGNORECASE)


def _find_others(sentence: str, reading: Reading) -> list[NamedRegion]:
    """The regions that a sentence names; none where the own one is among them, or several that work with it."""
    regions = find_regions(sentence)
    planned = [one for one in regions if not is_own(one, reading) and _OF_PLAN.search(sentence[: one.start])]
    if planned and any(is_own(one, reading) for one in regions) and not _VISITS.search(sentence):
        return planned  # `Renja Dinas Kabupaten Kaimana mengacu pada RKPD Kabupaten Fakfak`.
    is_shared = len(regions) > _FEW or (len(regions) > 1 and _TOGETHER.search(sentence))
    return [] if is_shared or any(is_own(region, reading) for region in regions) else regions


_OF_PLAN = re.compile(r"\b(?:RKPD|RPJMD|RPJPD|APBD)\s+$")
#: A place among those of a province, before its name.
_RANK = re.compile(
    r"\b(?:ter(?:tinggi|rendah|besar|kecil|banyak|baik|luas|padat|atas|bawah|cepat|sedikit)|(?:peringkat|urutan|posisi"
    r"|juara) [\w-]+)(?: (?:pertama|kedua|ketiga|keempat|kelima|ke-?\d+))?(?: dari [\w ]{1,30}"
    r"| (?:antar)?kabupaten(?:/kota)?| kota)? (?:di|se-?|tingkat)\s*(?:tingkat |wilayah |seluruh )?$"
)


def _check_ranks(reading: Reading) -> Iterator[Finding]:
    """`Tertinggi ketiga di Kalimantan Selatan` in a document of another province, where nobody else is spoken of."""
    for passage, offset, sentence in walk_sentences(reading.passages.find_pattern(_KINDS), RUNNING):
        others = [region for region in find_regions(sentence) if not is_own(region, reading)]
        if len(others) != 1 or others[0].kind != "Provinsi" or _VISITS.search(_NATIONAL.sub("", sentence)):
            continue
        start, end = others[0].start, others[0].end
        if _RANK.search(sentence[max(0, start - 80) : start]) and passage.is_typed(offset + start, offset + end):
            message = f"“{last_words(sentence[:start])}{sentence[start:end]}”; provinsi daerah ini"
            message = f"{message} {reading.folder.facts['daerah']['provinsi']}"
            yield Finding.of(passage, message, "Periksa provinsinya.", sentence[start:end])


#: A body or survey of the nation, whose name says nothing of a comparison.
_NATIONAL = re.compile(r"(?:[A-Z][a-z]+ )+Nasional\b")

#: Bodies and meetings of which each region has one: those of another are met on a visit only.
_BODY = re.compile(
    r"\b(?:(?:Keputusan|Peraturan|Instruksi) (?:Kepala|Camat|Direktur)(?: [A-Z][a-z]+,?| dan| [A-Z]{3,})+"
    r"|[Mm]usrenbang(?: RKPD| [Tt]ingkat)*|Bappeda\w*|Bapperida|Inspektorat|DPRD|Sekretariat Daerah|Setda)\s+$"
)
#: What a sentence tells of the region that it begins with.
_TELLS_OF = re.compile(
    r"\s+(?:\([^)]*\)\s+)?(?:memiliki|mempunyai|merupakan|adalah|terdiri|terbagi|terletak|berada|menghadapi|berpenduduk"
    r"|beribu ?kota|membawah(?:i|kan)|mencakup|meliputi|beriklim|berbukit"
    r"|dengan luas|sebagai|berkomitmen|menetapkan|memperoleh|meraih|berjumlah|mencapai|sebesar|sebanyak|tercatat|naik"
    r"|turun|meningkat|menurun|tumbuh|ditargetkan|(?:menyesuaikan|menindaklanjuti|menjabarkan)(?:nya)?"
    r"|mengalokasikan|menganggarkan|menargetkan)\b"
)
#: Where the subject of a clause stands.
_CLAUSE_BEGINS = re.compile(r"(?:[,;:]|\b(?:bahwa|maka|sehingga|karena|dan|itu|ini))\s+$")
#: So many characters before a sentence still tell of the visit that it goes on with.
_BEFORE = 200
_VISITS = re.compile(
    r"\b(?:kunjungan|berkunjung|mengunjungi|studi|kaji banding|kerja sama|bekerja sama|mitra|sejawat|mencontoh"
    r"|replikasi|berbatasan|nasional"
    r"|dibanding\w*|pembanding)\b",
    re.IGNORECASE,
)


def _is_behind_own_office(before: str, reading: Reading) -> bool:
    """Whether a region stands right behind the name of this office, or of a body that each region has."""
    office = reading.folder.facts["perangkat_daerah"]
    own = (office["nama"], office["singkatan"], f"({office['singkatan']})")
    return _BODY.search(before) is not None or before.rstrip().endswith(own)


#: What goes on beyond the border: rivers, roads, patients.
_ON_THE_WAY = re.compile(
    r"\b(?:ke|dari|melintasi|melewati|hulu|hilir|hingga|sampai|mengalir|bermuara|dirujuk|berobat|pasien|pengungsi)\b",
    re.IGNORECASE,
)


#: Where one goes to learn, and what is told of others to learn from it.
_ELSEWHERE = re.compile(
    r"\b(?:Provinsi|Undang-Undang|Peraturan|Qanun|Perda|praktik baik|pelatihan|diklat|bimbingan teknis|magang|lokakarya"
    r"|rapat|diselenggarakan|dilaksanakan|selisih\w*|terpaut|perbedaan|berbeda|sama dengan|seperti|pasar\w*"
    r"|dipasarkan|dijual|jarak\w*|kilometer|km|jam|juara|lomba|kejuaraan|di (?:atas|bawah)|lebih"
    r"|disusul|menyusul|sesudah|setelah)\b",
    re.IGNORECASE,
)


def _is_foreign_part(region: NamedRegion, sentence: str, told: str, reading: Reading) -> bool:
    """Whether a document names a region of its own kind, that of a province a part of another, without any reason."""
    own = reading.folder.facts["daerah"]["jenis"]
    if (
        region.kind == "Provinsi"
        or own not in {"Provinsi", region.kind}
        or _ON_THE_WAY.search(sentence[: region.start])
    ):
        return False
    # A neighbour is of one's own kind: what is there, or beside the own name, is told on purpose.
    is_beside = own != "Provinsi" and (_PLACED.search(sentence[: region.start]) or _names_own(sentence, reading))
    read = sentence if own == "Provinsi" else told
    return not (is_beside or NAMED_ON_PURPOSE.search(read) or _ELSEWHERE.search(read))


_PLACED = re.compile(r"\b(?:di|pada|dan|dengan|bagi)\s+$")


def _names_own(sentence: str, reading: Reading) -> bool:
    """Whether a sentence names the own region, with its kind or without."""
    return str(reading.folder.facts["daerah"]["nama"]) in sentence


def last_words(before: str) -> str:
    """The two words right before something that is told of."""
    return "".join(f"{word} " for word in before.split()[-2:])


def is_own(region: NamedRegion, reading: Reading) -> bool:
    own = reading.folder.facts["daerah"]
    same = region.name.casefold() == own["nama"].casefold() and region.kind == own["jenis"]
    return same or (region.kind == "Provinsi" and plain_name(region.name) == plain_name(own["provinsi"]))


def plain_name(name: str) -> str:
    """The name of a region in one spelling of those that are in use."""
    return (
        name.casefold()
        .replace("sumatra", "sumatera")
        .replace("dki jakarta", "daerah khusus jakarta")
        .replace("khusus ibukota", "khusus")
        .replace("khusus ibu kota", "khusus")
        .replace("d.i. ", "daerah istimewa ")
        .replace("di ", "daerah istimewa ")
    )


def is_within(region: NamedRegion, reading: Reading) -> bool:
    """Whether it lies within the province of a document of that province."""
    own = reading.folder.facts["daerah"]
    return own["jenis"] == "Provinsi" and f"{region.kind} {region.name}" in read_regions().get(own["nama"], ())
