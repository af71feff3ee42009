"""How the document writes: the office's name, terms, numbers, and notes left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from renjadoc import indonesian
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding
from renjadoc.content.load import Source
from renjadoc.reading import Reading

_REGION = re.compile(
    r"\s+(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.|Tahun|Republik|Pada|Dalam|Yang|Sebagai|Untuk)(?!\w)", re.IGNORECASE
)
_OTHER_OFFICE = re.compile(r"\b(?:Nasional|Pusat)\b")
_JOINERS = frozenset({"dan", "&", "serta"})
#: A field of government (UU 23/2014) right after a name makes it that of another office, or a longer spelling of this.
_LONGER = re.compile(
    r"\s+(?:(?:dan|&)\s+)?(?:Pendidikan|Kebudayaan|Kesehatan|Pekerjaan\s+Umum|Penataan\s+Ruang|Perumahan|Sosial"
    r"|Tenaga\s+Kerja|Transmigrasi|Pemberdayaan|Perlindungan|Pangan|Pertanahan|Lingkungan\s+Hidup|Kependudukan"
    r"|Pengendalian\s+Penduduk|Keluarga\s+Berencana|Perhubungan|Komunikasi|Informatika|Statistik|Persandian|Koperasi"
    r"|Usaha|Kecil|Menengah|UKM|UMKM|Penanaman\s+Modal|Kepemudaan|Olahraga|Perpustakaan|Kearsipan|Kelautan|Perikanan"
    r"|Pariwisata|Pertanian|Peternakan|Perkebunan|Kehutanan|Energi|Perdagangan|Perindustrian)\b"
)


def office_name(reading: Reading) -> Iterator[Finding]:
    """Nama perangkat daerah selalu ditulis sama: nama resmi, singkatan, atau sebutan yang didaftarkan.

    Ejaan lain dikenali dari kata pertama dan kedua nama resmi, atau dari awal singkatannya. Huruf besar semua boleh.
    Perangkat daerah provinsi atau daerah lain tidak diperiksa.

    Mengapa: naskah rujukan menulis nama dinasnya dengan sepuluh ejaan.
    Sumber: dokumen.json (perangkat_daerah: nama, singkatan, sebutan).

    Gagal:
        bab-5.json /isi/0 = "Dinas Koperasi, Usaha Mikro dan UKM melaksanakan Renja ini."
    Lolos:
        bab-5.json /isi/0 = "Dinas Koperasi dan Usaha Mikro Kota Contoh bersama Dinas Perdagangan menyusunnya."
    """
    office = reading.folder.dokumen.data["perangkat_daerah"]
    for passage in reading.passages.find_words(_beginnings(office["nama"], office["singkatan"])):
        for start, written in _other_spellings(passage.text, reading) if passage.kind != "kutipan" else ():
            if passage.is_typed(start, start + len(written)):
                message = f"nama perangkat daerah ditulis “{written}”, nama resminya “{office['nama']}”"
                hint = "Tulis {{ perangkat_daerah.nama }}, atau daftarkan sebagai “sebutan” dalam dokumen.json."
                yield Finding(passage.source, passage.pointer, message, hint, written)


def _other_spellings(text: str, reading: Reading) -> Iterator[tuple[int, str]]:
    """The stretches of a text, with their places, that mean the office and are written otherwise than declared."""
    data = reading.folder.dokumen.data
    office, region = data["perangkat_daerah"], data["daerah"]["nama"]
    allowed = sorted({office["nama"], office["singkatan"], *office.get("sebutan", [])}, key=len, reverse=True)
    for start, written in [*_long_names(text, office["nama"]), *_short_names(text, office["singkatan"])]:
        if _allowed_at(text, start, allowed) or _OTHER_OFFICE.search(written):
            continue
        after = text[start + len(written) :].lstrip()
        if not after.startswith(("Provinsi", "Kabupaten", "Kota")) or region in after[:60]:
            yield start, written


def _beginnings(name: str, short: str) -> tuple[str, str]:
    """How every spelling of a name or its abbreviation begins, in small letters."""
    return _parts(name)[0].lower(), short.split()[0].lower()[:5]


def _parts(name: str) -> list[str]:
    """The words of a name without their commas."""
    return name.replace(",", "").split() or [name]


def _long_names(text: str, name: str) -> Iterator[tuple[int, str]]:
    """What starts with the first two words of the name, the second of them a name and no common word."""
    for match in _long_name(name).finditer(text):
        if match[1] and match[1][0].isupper():
            yield match.start(), _name_from(text[match.start() :])


@lru_cache(maxsize=1)
def _long_name(name: str) -> re.Pattern[str]:
    """The first two words of a name; of one word nothing is a longer spelling."""
    first, *rest = map(re.escape, _parts(name))
    return re.compile(rf"\b{first}\s+({rest[0]})\b" if rest else "()(?!)", re.IGNORECASE)


def _short_names(text: str, short: str) -> Iterator[tuple[int, str]]:
    """What is shorter than the abbreviation, or longer: `Dinkop` and `Dinkopukm` for `Dinkopuk`."""
    stem = short.split()[0].casefold()
    for match in _short_name(stem[:5]).finditer(text):
        word = match[1].casefold()
        if len(stem) >= 5 and (word.startswith(stem) or stem.startswith(word)):
            yield match.start(), match[0]


@lru_cache(maxsize=1)
def _short_name(beginning: str) -> re.Pattern[str]:
    return re.compile(rf"\b({re.escape(beginning)}\w*)(?-i:\s+(?:dan\s+)?[A-Z]{{2,}})*", re.IGNORECASE)


def _allowed_at(text: str, start: int, allowed: list[str]) -> bool:
    """Whether one of the declared names stands there whole, and is not the beginning of a longer name."""
    for name in allowed:
        if text[start : start + len(name)].casefold() == name.casefold():
            after = text[start + len(name) :]
            return re.match(r"\w", after) is None and _LONGER.match(after) is None
    return False


def _name_from(text: str) -> str:
    """As much of the beginning of `text` as looks like one name: capital words, joined by dan or a comma."""
    region = _REGION.search(text)
    words = (text[: region.start()] if region else text).split()
    taken: list[str] = []
    for index, word in enumerate(words):
        follows = index + 1 < len(words) and words[index + 1][:1].isupper()
        if not (word[:1].isupper() or (word in _JOINERS and follows)):
            break
        taken.append(word)
        if word.endswith((".", ";", ":", ")")) or (word.endswith(",") and not follows):
            break
    return " ".join(taken).rstrip('.,;:)”"')


_TERMS = re.compile(
    r"(?<!RKA[- ])(?<!DPA[- ])(?<!PPK[- ])\b(?:OPD|SKPD|(?:Organisasi|Satuan Kerja)\s+Perangkat\s+Daerah)\b"
)


#: What every one of these terms holds.
_TERM = re.compile("PD|Perangkat")


def mixed_terms(reading: Reading) -> Iterator[Finding]:
    """Naskah memakai satu istilah: Perangkat Daerah, bukan OPD atau SKPD.

    Judul peraturan yang dikutip dan sel tabel (nama kegiatan lama) tidak diperiksa.

    Mengapa: ketiga istilah bercampur dalam naskah rujukan, dan SKPD hanya berlaku dalam pengelolaan keuangan.
    Sumber: PP 18/2016 (Perangkat Daerah).

    Gagal:
        bab-5.json /isi/0 = "Renja OPD menjadi pedoman seluruh unit kerja."
    Lolos:
        bab-5.json /isi/0 = "Renja Perangkat Daerah menjadi pedoman seluruh unit kerja."
    """
    for passage in reading.passages.find_pattern(_TERM):
        for match in _TERMS.finditer(passage.text):
            if (
                passage.is_typed(*match.span())
                and "tentang" not in passage.text[max(0, match.start() - 80) : match.start()]
            ):
                message = f"istilah “{match[0]}”; naskah memakai Perangkat Daerah"
                yield Finding(passage.source, passage.pointer, message, "Ganti dengan Perangkat Daerah.", match[0])


# Patterns start with what is searched for, a digit or a letter, so that long tables are passed over quickly; what must
# not stand before is looked at in the few places that match.
_UNDOTTED = re.compile(r"[1-9]\d{3,11}(?![\d/:]|\.\d|,\d{3}|-(?!\d{4,}(?![\d-]))\d)|[1-9]\d{0,2}\.\d+000(?![\d.])")
#: Four digits stand in a row in every one of these.
_LONG_NUMBER = re.compile(r"\d{4}")
_BEFORE_UNDOTTED = re.compile(
    r"(?:[\d.,/:–-]|\b(?:(?:Nomor|No\.?|Kode)(?: [a-z]+){0,2}|SNI(?: [a-z]+)?|Pasal|Pos|Telp\.?|Telepon|Faks\.?|NIP|NIK"
    r"|NIB|NPWP|KBLI|ISO|Rekening|Formulir):? |\(0\d{2,4}\) |\bRp\.? ?)$",
    re.IGNORECASE,
)
#: A number between 1900 and 2100 that these words stand around is no year.
_COUNTING = re.compile(r"(?:^|\b(?:sebanyak|sejumlah|sebesar|mencapai|terdapat|ada|kepada|bagi) )$", re.IGNORECASE)
_COUNTED = re.compile(r" (?:koperasi|orang|jiwa|unit|UMKM|usaha|pelaku|peserta|paket|desa|kelompok|dokumen|kg|ton)\b")
#: Columns of ad-hoc tables whose figures are no quantities.
_NO_QUANTITY = re.compile(r"\b(?:kode|no|nomor|nik|nib|nip|npwp|rekening|waktu|pukul|jam|jadwal)\b", re.IGNORECASE)


def _is_quantity(source: Source, pointer: str) -> bool:
    return _NO_QUANTITY.search(walk.column_title(source, pointer)) is None


def thousands(reading: Reading) -> Iterator[Finding]:
    """Bilangan ribuan ditulis dengan titik: 1.000, bukan 1000.

    Bilangan 1900 sampai 2100 dianggap tahun, kecuali yang jelas menghitung (sebanyak 2050 koperasi). Nomor, kode, NIP,
    dan kolom tabel bebas berjudul Nomor atau Kode tidak diperiksa. Angka dalam sel yang ditulis tanpa tanda kutip
    dicetak dengan titik secara otomatis.

    Mengapa: 1000 di samping 1.000 terlihat sebagai dua cara menghitung.
    Sumber: EYD edisi V; naskah rujukan (55701 di samping 61.331).

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/target_n-2 = "1000 masyarakat"
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/target_n-2 = "1.000 masyarakat sejak 2019"
    """
    for source, pointer, match in walk.typed_texts(reading, _UNDOTTED, quick=_LONG_NUMBER):
        number = int(match[0].replace(".", ""))
        may_be_year = 1900 <= number <= 2100 and not (_preceded(match, _COUNTING) and _followed(match, _COUNTED))
        if may_be_year or _preceded(match, _BEFORE_UNDOTTED) or not _is_quantity(source, pointer):
            continue
        right = indonesian.angka(number)
        yield Finding(source, pointer, f"“{match[0]}” ditulis tanpa titik ribuan", f"Tulis {right}.", match[0])


def _preceded(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether `pattern` (which ends in $) matches right before a match."""
    return pattern.search(match.string[max(0, match.start() - 60) : match.start()]) is not None


def _followed(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return pattern.match(match.string, match.end()) is not None


_DECIMAL_POINT = re.compile(
    r"(?P<utuh>\d{1,3})\.(?P<pecahan>\d{1,2})(?!\d|\.\d)(?=\s*%|\s+(?:[a-z(]|Kategori\b|Persen\b)|\s*[-–—]\s*\d|[,;)]|\.?\s*$)"
)
#: What every decimal point looks like, thousands passed over.
_POINT = re.compile(r"\.\d{1,2}(?!\d)")
_BEFORE_DECIMAL = re.compile(
    r"(?:[\d.,]|\b(?:Tabel|Gambar|Bagian|Subbagian|Subbab|Bab|Butir|Poin|Lampiran|Versi|Nomor|Kode|Wilayah|Urusan|Bidang"
    r"|Angka|Pasal|SDGs?|TPB|(?-i:Sasaran|Tujuan|Misi|Strategi)) (?:\d[\d.]*(?:, | dan |, dan |[-–—]| s\.d\. ))*)$",
    re.IGNORECASE,
)
_CLOCK = r"(?:[01]\d|2[0-4])\.[0-5]\d"
_BEFORE_TIME = re.compile(
    rf"(?:\b(?:pukul|jam|jadwal)\b.{{0,40}}|{_CLOCK}\s*(?:[-–—]|s\.d\.|sampai)\s*)$", re.IGNORECASE
)
_AFTER_TIME = re.compile(rf"\s*(?:WIB|WITA|WIT\b|(?:[-–—]|s\.d\.|sampai)\s*{_CLOCK})")
_TIME = re.compile(_CLOCK)


def _is_time(match: re.Match[str]) -> bool:
    return bool(_TIME.fullmatch(match[0])) and (_preceded(match, _BEFORE_TIME) or _followed(match, _AFTER_TIME))


def decimals(reading: Reading) -> Iterator[Finding]:
    """Pecahan desimal ditulis dengan koma: 85,28, bukan 85.28.

    Nomor tabel, kode, pukul, dan kolom tabel bebas berjudul Nomor, Kode, atau Waktu tidak diperiksa.

    Mengapa: 85.28 di samping 85,58 dapat dibaca sebagai delapan ribu.
    Sumber: EYD edisi V; naskah rujukan.

    Gagal:
        bab-5.json /isi/0 = "Kontribusi UMKM mencapai 85.28 persen."
    Lolos:
        bab-5.json /isi/0 = "Kontribusi UMKM mencapai 85,28 persen sesuai bagian 2.17 dan pukul 08.30 pagi."
    """
    for source, pointer, match in walk.typed_texts(reading, _DECIMAL_POINT, quick=_POINT):
        if _is_time(match) or _preceded(match, _BEFORE_DECIMAL) or not _is_quantity(source, pointer):
            continue
        right = f"{match['utuh']},{match['pecahan']}"
        yield Finding(source, pointer, f"“{match[0]}” memakai titik desimal", f"Tulis {right}.", match[0])


_SPACED_PERCENT = re.compile(r"\d\s+%")


def percent_sign(reading: Reading) -> Iterator[Finding]:
    """Tanda persen ditulis rapat: 102,5%, bukan 102,5 %.

    Mengapa: kedua cara bercampur dalam naskah rujukan, dan yang renggang terpisah di ujung baris.
    Sumber: EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Serapan tahun lalu 98,25 %."
    Lolos:
        bab-5.json /isi/0 = "Serapan tahun lalu 98,25%."
    """
    for source, pointer, match in walk.typed_texts(reading, _SPACED_PERCENT, words=("%",)):
        yield Finding(source, pointer, "ada spasi sebelum tanda persen", "Tulis rapat, misalnya 98,25%.", match[0])


_RUPIAH = re.compile(r"\b[Rr][Pp]\.?\s*(?P<angka>\d(?:[\d.,]*\d)?)(?:[.,]-)?")
_RIGHT_RUPIAH = re.compile(r"Rp(?:\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?|\d{1,3}\.\d{1,2})")  # Rp5.7 is of `decimals`.
_GROUPED = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})*,\d{1,2}")
_DASHED = re.compile(r"(?<!Rp)(?<!Rp )(?<!Rp. )(?<![\w.])\d{1,3}(?:\.\d{3})+,-")


def rupiah_form(reading: Reading) -> Iterator[Finding]:
    """Rupiah ditulis Rp1.000.000: tanpa spasi, tanpa titik sesudah Rp, tanpa “,-”.

    Mengapa: satu cara menulis uang di seluruh dokumen.
    Sumber: EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Modal usaha sebesar Rp. 5.000.000,- per kelompok."
    Lolos:
        bab-5.json /isi/0 = "Modal usaha sebesar Rp5.000.000 per kelompok."
    """
    for source, pointer, match in walk.typed_texts(reading, _RUPIAH, words=("rp",)):
        if not _RIGHT_RUPIAH.fullmatch(match[0]):
            yield Finding(source, pointer, f"“{match[0]}” bukan cara menulis rupiah", _rupiah(match["angka"]), match[0])
    for source, pointer, match in walk.typed_texts(reading, _DASHED, words=(",-",)):
        yield Finding(source, pointer, f"“{match[0]}” bukan cara menulis rupiah", _rupiah(match[0][:-2]), match[0])


def _rupiah(written: str) -> str:
    """How to write an amount; where its groups are not of three digits, nobody knows which it is."""
    if not _GROUPED.fullmatch(written):
        return "Periksa angkanya; titik ditulis setiap tiga angka, misalnya Rp5.000.000."
    whole, _, cents = written.partition(",") if re.search(r",\d{1,2}$", written) else (written, "", "")
    return f"Tulis {indonesian.rupiah(int(re.sub(r'[.,]', '', whole)))}{',' * bool(cents)}{cents}."


_NOTE = re.compile(
    r"\b(?:TODO|FIXME|TBD|XXX+)\b|\?\?+|\((?:\s*|\.{2,}|…)\)|\[(?:\s*|\.{2,}|…)\]|(?<!\.)\.{4,}|…{2,}|_{2,}"
    r"|\b(?:apa|apakah) perlu\b[^.?]{0,60}\??|\b(?:cek|konfirmasi|tanya(?:kan)?) (?:lagi|dulu)\b|\btanya(?:kan)? ke\b"
    r"|\blorem ipsum\b|\bbelum ada data\b|\b20xx\b|\((?:belum|akan|mohon|harap) (?:diisi|dilengkapi)[^)]*\)"
    r"|\(diisi (?:oleh )?(?:bidang|sekretariat|bappeda)[^)]*\)|\b(?:data|angka|target|pagu|rincian|lampiran) menyusul\b"
    r"|\(menyusul\)|^menyusul\.?$",
    re.IGNORECASE,
)


#: One of these stands in every text that `_NOTE` matches.
_NOTE_WORDS = (
    "todo", "fixme", "tbd", "xxx", "??", "()", "( ", "(.", "(…", "[]", "[ ", "[.", "[…", "....", "……", "__",
    "apa perlu", "apakah perlu", "cek ", "konfirmasi ", "tanya", "lorem", "belum ada data", "20xx", "menyusul",
    "(belum ", "(akan ", "(mohon ", "(harap ", "(diisi ",
)  # fmt: skip


def leftovers(reading: Reading) -> Iterator[Finding]:
    """Tidak ada catatan kerja yang tertinggal: TODO, ???, kurung kosong, titik-titik, “apa perlu …?”.

    Catatan yang sengaja dibuka ditulis [[seperti ini]] dan mempunyai aturannya sendiri.

    Mengapa: catatan antarstaf ikut tercetak.
    Sumber: naskah rujukan (“apa perlu honor Tim”).

    Gagal:
        bab-5.json /isi/0 = "Honor tim penyusun (apa perlu honor tim?) dianggarkan."
    Lolos:
        bab-5.json /isi/0 = "Honor tim penyusun (empat orang) dianggarkan."
    """
    for source, pointer, match in walk.typed_texts(reading, _NOTE, words=_NOTE_WORDS):
        hint = "Hapus, atau tulis [[sebagai catatan terbuka]] bila masih harus diputuskan."
        yield Finding(source, pointer, f"catatan kerja tertinggal: “{match[0].strip()}”", hint, match[0])


#: One that is not closed (a fault of its own) is taken to its end, or every further bracket would be tried so.
_OPEN = re.compile(r"\[\[(.*?)(?P<tutup>\]\]|\Z)", re.DOTALL)


def open_notes(reading: Reading) -> Iterator[Finding]:
    """Semua catatan terbuka [[…]] sudah diputuskan.

    Mengapa: catatan terbuka tercetak berwarna; dokumen yang memuatnya belum siap ditandatangani.
    Sumber: docs/isi.md.

    Gagal:
        bab-5.json /isi/0 = "Renja ini ditetapkan dengan [[keputusan siapa]]."
    Lolos:
        bab-5.json /isi/0 = "Renja ini ditetapkan dengan keputusan kepala dinas."
    """
    for source in [reading.folder.dokumen, *reading.folder.bab, *reading.folder.tabel.values()]:
        for pointer, text in reading.marked(source):
            for match in _OPEN.finditer(text):
                if not match["tutup"]:
                    continue
                note = match[1].strip() or "…"
                hint = "Putuskan, lalu hapus kurung sikunya."
                yield Finding(source, pointer, f"masih terbuka: {walk.short(note, 80)}", hint, match[0])
