"""How numbers, percentages and amounts are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc import indonesian
from renjadoc.checks import walk
from renjadoc.checks.rule import Finding, rule
from renjadoc.content.load import Source
from renjadoc.content.pointers import follow_pointer
from renjadoc.reading import Reading

# Patterns start with what is searched for, a digit or a letter, so that long tables are passed over quickly; what must
# not stand before is looked at in the few places that match.
_UNDOTTED = re.compile(
    r"[1-9]\d{3,11}(?![\d/:]| H\b| Hijriah|\.\d|,\d{3}|-(?!\d{4,}(?![\d-]))\d)|[1-9]\d{0,2}\.\d+000(?![\d.])"
)
#: Four digits stand in a row in every one of these.
_LONG_NUMBER = re.compile(r"\d{4}")
#: Millions as in English; those of rupiah are another rule's.
_BY_COMMAS = re.compile(r"(?<![\d.,])(?<!Rp)(?<!Rp )(?<!Rp\.)(?<!Rp\. )[1-9]\d{0,2}(?:,\d{3}){2,}(?![\d,]*\d)")
#: Thousands as in English before what is counted whole; an average may have decimals, but not behind a comma of none.
_ONE_COMMA = re.compile(
    r"(?<![\d.,])(?<!Rp)(?<!Rp )[1-9]\d{0,2},\d{3}(?= (?:jiwa|orang|kepala keluarga|KK|keluarga|rumah tangga|penduduk"
    r"|kelahiran|warga|pegawai|ASN|PNS|PPPK|aparatur|peserta|siswa|murid|guru|pasien|pengunjung|wisatawan|pelanggan"
    r"|pemilih|petani|nelayan|anggota|tenaga kerja|pekerja|pencari kerja|balita|bayi|ekor|unit|buah|paket|dokumen"
    r"|laporan|berkas|surat|izin|eksemplar|judul buku|koperasi|UMKM|IKM|usaha mikro|pelaku usaha|perusahaan|kelompok"
    r"|sekolah|pulau|desa|gampong|kampung|rumah|bidang tanah|sambungan|dosis|batang|bibit|titik|kejadian|kasus"
    r"|kunjungan|layanan|permohonan|pengaduan|rekening|wajib pajak|kendaraan)\b(?! per\b|/))"
)
_AVERAGED = re.compile(
    r"\b(?:rata-rata(?:nya)?|rasio(?:nya)?|kepadatan(?:nya)?|indeks|rerata|per|tiap|setiap) [^.;]*$", re.IGNORECASE
)
_BEFORE_UNDOTTED = re.compile(
    r"(?:[\w.,/:–-]|\b(?:(?:Nomor|No\.?|Kode)(?: [a-z]+){0,2}|SNI(?: [a-z]+)?|Tahun|Pasal|Pos|Telp\.?|Telepon|Faks\.?"
    r"|NIP\.?|NIK|NIB|NPWP|KBLI|ISO|Rekening|Formulir):? |\(0\d{2,4}\) |\bRp\.? ?)$",
    re.IGNORECASE,
)
#: The birthday, the day of appointment, sex and number in a NIP, set apart by blanks.
_NIP = re.compile(r"\b\d{8}[ \xa0]\d{6}[ \xa0]\d[ \xa0]\d{3}\b")
_NIP_LENGTH = 21
#: Five digits behind a street are its postal code.
_BEFORE_POSTCODE = re.compile(r"\b(?:Jalan|Jln?\.?) [^.;]*$")
#: A number between 1900 and 2100 that these words stand around is no year.
_COUNTING = re.compile(r"(?:^|\b(?:sebanyak|sejumlah|sebesar|mencapai|terdapat|ada|kepada|bagi) )$", re.IGNORECASE)
_COUNTED = re.compile(r" (?:koperasi|orang|jiwa|unit|UMKM|usaha|pelaku|peserta|paket|desa|kelompok|dokumen|kg|ton)\b")
#: Columns of ad-hoc tables whose figures are no quantities.
_NO_QUANTITY = re.compile(r"\b(?:kode|no|nomor|nik|nib|nip|npwp|rekening|waktu|pukul|jam|jadwal)\b", re.IGNORECASE)


def _is_quantity(source: Source, pointer: str) -> bool:
    if pointer.endswith("/nama") and "kode" in follow_pointer(source.data, pointer.removesuffix("/nama")):
        return False  # The nomenclature writes `Luasnya di Bawah 1000 Ha`, and its names are kept to the letter.
    return _NO_QUANTITY.search(walk.column_title(source, pointer)) is None


@rule("RJ503", "Ribuan tanpa titik")
def check_thousands(reading: Reading) -> Iterator[Finding]:
    """Bilangan ribuan ditulis dengan titik: 1.000, bukan 1000; 1.250.000, bukan 1,250,000.

    Bilangan 1900 sampai 2100 dianggap tahun, kecuali yang jelas menghitung (sebanyak 2050 koperasi). Nomor, kode, NIP,
    dan kolom tabel bebas berjudul Nomor atau Kode tidak diperiksa. Angka dalam sel yang ditulis tanpa tanda kutip
    dicetak dengan titik secara otomatis.

    Mengapa: 1000 di samping 1.000 terlihat sebagai dua cara menghitung.
    Sumber: EYD edisi V; naskah rujukan (55701 di samping 61.331).

    Gagal:
        tabel/evaluasi.json /program/0/kegiatan/0/target_n-2 = "1000 koperasi"
    Gagal:
        bab-5.json /isi/0 = "Penduduk Kota Contoh sebanyak 1,250,000 jiwa."
    Gagal:
        bab-5.json /isi/0 = "Penduduk Kota Contoh 246,112 jiwa."
    Lolos:
        bab-5.json /isi/0 = "Rata-rata 3,125 orang tinggal di satu rumah."
    Lolos:
        tabel/evaluasi.json /program/0/kegiatan/0/target_n-2 = "1.000 koperasi sejak 2019"
        bab-5.json /isi/0 = "Kantor di Jalan Letjen Suprapto Nomor 4 Slawi 52412, NIP. 19680101 199003 1 001."
    """
    for source, pointer, match in walk.typed_texts(reading, _UNDOTTED, quick=_LONG_NUMBER):
        number = int(match[0].replace(".", ""))
        may_be_year = 1900 <= number <= 2100 and not (_is_preceded(match, _COUNTING) and _is_followed(match, _COUNTED))
        if may_be_year or _is_preceded(match, _BEFORE_UNDOTTED) or not _is_quantity(source, pointer):
            continue
        if _is_of_nip(match) or (len(match[0]) == 5 and _is_preceded(match, _BEFORE_POSTCODE)):
            continue
        right = indonesian.angka(number)
        yield Finding(source, pointer, f"“{match[0]}” ditulis tanpa titik ribuan", f"Tulis {right}.", match[0])
    for source, pointer, match in walk.typed_texts(reading, _BY_COMMAS, words=(",",)):
        right = match[0].replace(",", ".")
        yield Finding(source, pointer, f"“{match[0]}” memakai koma ribuan", f"Tulis {right}.", match[0])
    for source, pointer, match in walk.typed_texts(reading, _ONE_COMMA, words=(",",)):
        if match[0].endswith(",000") or not _is_preceded(match, _AVERAGED):
            right = match[0].replace(",", ".")
            yield Finding(source, pointer, f"“{match[0]}” memakai koma ribuan", f"Tulis {right}.", match[0])


def _is_of_nip(match: re.Match[str]) -> bool:
    around = max(0, match.start() - _NIP_LENGTH), match.end() + _NIP_LENGTH
    return any(nip.start() <= match.start() < nip.end() for nip in _NIP.finditer(match.string, *around))


def _is_preceded(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether `pattern` (which ends in $) matches right before a match."""
    return pattern.search(match.string[max(0, match.start() - 60) : match.start()]) is not None


def _is_followed(match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    return pattern.match(match.string, match.end()) is not None


_DECIMAL_POINT = re.compile(
    r"(?P<utuh>\d{1,3})\.(?P<pecahan>\d{1,2})(?!\d|\.\d)(?=\s*%|\s+(?:[a-z(]|Kategori\b|Persen\b)|\s*[-–—]\s*\d|[,;)]|\.?\s*$)"
)
#: What every decimal point looks like, thousands passed over.
_POINT = re.compile(r"\.\d{1,2}(?!\d)")
_BEFORE_DECIMAL = re.compile(
    r"(?:[\d.,]|\b[A-Za-z]{1,4}[-/]|\b(?:Tabel|Gambar|Bagian|Subbagian|Subbab|Bab|Butir|Poin|Lampiran|Versi|Nomor|Kode|Wilayah|Urusan|Bidang"
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
    return bool(_TIME.fullmatch(match[0])) and (_is_preceded(match, _BEFORE_TIME) or _is_followed(match, _AFTER_TIME))


@rule("RJ504", "Desimal dengan titik")
def check_decimals(reading: Reading) -> Iterator[Finding]:
    """Pecahan desimal ditulis dengan koma: 85,28, bukan 85.28.

    Nomor tabel, kode, pukul, dan kolom tabel bebas berjudul Nomor, Kode, atau Waktu tidak diperiksa.

    Mengapa: 85.28 di samping 85,58 dapat dibaca sebagai delapan ribu.
    Sumber: EYD edisi V; naskah rujukan.

    Gagal:
        bab-5.json /isi/0 = "Kontribusi UMKM mencapai 85.28 persen."
    Gagal:
        bab-5.json /isi/0 = "Luas wilayahnya 1.245.30 km²."
    Lolos:
        bab-5.json /isi/0 = "Kontribusi UMKM mencapai 85,28 persen sesuai bagian 2.17 dan pukul 08.30 pagi."
    """
    for source, pointer, match in walk.typed_texts(reading, _DECIMAL_POINT, quick=_POINT):
        if _is_time(match) or _is_preceded(match, _BEFORE_DECIMAL) or not _is_quantity(source, pointer):
            continue
        right = f"{match['utuh']},{match['pecahan']}"
        yield Finding(source, pointer, f"“{match[0]}” memakai titik desimal", f"Tulis {right}.", match[0])
    for source, pointer, match in walk.typed_texts(reading, _POINT_BEHIND_POINTS, quick=_POINT):
        right = ",".join(match[0].rsplit(".", 1))
        yield Finding(source, pointer, f"“{match[0]}” memakai titik desimal", f"Tulis {right}.", match[0])


#: Points for thousands and for decimals: `1.245.30 km²`.
_POINT_BEHIND_POINTS = re.compile(
    r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})+\.\d{1,2}"
    r"(?= ?%| (?:km|m|ha|hektare|ton|kg|kilogram|liter|jiwa|orang|unit|persen)\b| [km]+²)"
)


_SPACED_PERCENT = re.compile(r"\d\s+%")


@rule("RJ505", "Spasi sebelum tanda persen")
def check_percent_sign(reading: Reading) -> Iterator[Finding]:
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


@rule("RJ506", "Penulisan rupiah")
def check_rupiah_form(reading: Reading) -> Iterator[Finding]:
    """Rupiah ditulis Rp1.000.000: tanpa spasi, tanpa titik sesudah Rp, tanpa “,-”.

    Mengapa: satu cara menulis uang di seluruh dokumen.
    Sumber: EYD edisi V.

    Gagal:
        bab-5.json /isi/0 = "Modal usaha sebesar Rp. 5.000.000,- per kelompok."
    Lolos:
        bab-5.json /isi/0 = "Modal usaha sebesar Rp5.000.000 per kelompok."
    """
    for source, pointer, match in walk.typed_texts(reading, _RUPIAH, words=("rp",)):
        if not _is_right_rupiah(match):
            yield Finding(
                source, pointer, f"“{match[0]}” bukan cara menulis rupiah", _advise_rupiah(match["angka"]), match[0]
            )
    for source, pointer, match in walk.typed_texts(reading, _DASHED, words=(",-",)):
        yield Finding(
            source, pointer, f"“{match[0]}” bukan cara menulis rupiah", _advise_rupiah(match[0][:-2]), match[0]
        )


_SCALED = re.compile(r"Rp\d{1,3}(?:\.\d{3})*(?:,\d+)?")
_SCALE = re.compile(r"\s(?:ribu|juta|miliar|milyar|triliun)\b")


def _is_right_rupiah(match: re.Match[str]) -> bool:
    """Of millions and more an amount may have as many decimals as it likes: Rp3,165 miliar."""
    is_scaled = _SCALED.fullmatch(match[0]) and _SCALE.match(match.string, match.end())
    return bool(_RIGHT_RUPIAH.fullmatch(match[0]) or is_scaled)


def _advise_rupiah(written: str) -> str:
    """How to write an amount; where its groups are not of three digits, nobody knows which it is."""
    if not _GROUPED.fullmatch(written):
        return "Periksa angkanya; titik ditulis setiap tiga angka, misalnya Rp5.000.000."
    whole, _, cents = written.partition(",") if re.search(r",\d{1,2}$", written) else (written, "", "")
    return f"Tulis {indonesian.rupiah(int(re.sub(r'[.,]', '', whole)))}{',' * bool(cents)}{cents}."
