"""The NIP of who signs: its form, and the days that it tells of its holder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from renjadoc.checks.regulations import document_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.problem import Severity
from renjadoc.reading import Reading

_NIP = re.compile(r"(\d{8}) ?(\d{6}) ?(\d) ?(\d{3})")
_PRINTED_NIP = re.compile(r"\d{8} \d{6} \d \d{3}")


@rule("RJ404", "Bentuk NIP salah", Severity.ERROR)
def check_nip_form(reading: Reading) -> Iterator[Finding]:
    """NIP terdiri atas 18 angka, dicetak 8-6-1-3 dengan spasi.

    NIP yang kosong atau masih catatan terbuka tidak diperiksa.

    Mengapa: NIP yang kurang satu angka membuat tanda tangan dipertanyakan.
    Sumber: Peraturan Kepala BKN 22/2007 (nomor identitas pegawai).

    Gagal:
        dokumen.json /pengesahan/nip = "1970010119950110001"
    Lolos:
        dokumen.json /pengesahan/nip = "19720514 199803 1 004"
    """
    nip = reading.folder.facts["pengesahan"]["nip"].strip()
    if nip.strip("-. …_") and "[[" not in nip and not _PRINTED_NIP.fullmatch(nip):
        digits = re.sub(r"\D", "", nip)
        message = f"NIP “{nip}” tidak berbentuk 18 angka 8-6-1-3"
        right = f"Tulis {digits[:8]} {digits[8:14]} {digits[14:15]} {digits[15:]}."
        hint = right if len(digits) == 18 else f"NIP mempunyai 18 angka; di sini {len(digits)}."
        yield Finding(reading.folder.dokumen, "/pengesahan/nip", message, hint)


@rule("RJ405", "Tanggal dalam NIP tidak mungkin", Severity.ERROR)
def check_nip_dates(reading: Reading) -> Iterator[Finding]:
    """Tanggal lahir, bulan pengangkatan, dan jenis kelamin dalam NIP mungkin terjadi.

    Delapan angka pertama adalah tanggal lahir, enam berikutnya tahun dan bulan pengangkatan, lalu 1 (pria) atau 2
    (wanita). Diangkat paling muda 18 tahun, dan menandatangani sebelum 66 tahun.

    Mengapa: angka yang tertukar tidak terlihat dengan mata.
    Sumber: Peraturan Kepala BKN 22/2007; UU 5/2014 dan UU 20/2023 (batas usia pensiun).

    Gagal:
        dokumen.json /pengesahan/nip = "19701301 199501 1 001"
    Lolos:
        dokumen.json /pengesahan/nip = "19700131 199501 1 001"
    """
    nip = reading.folder.facts["pengesahan"]["nip"].strip()
    match = _NIP.fullmatch(nip)
    faults = list(_find_nip_faults(match, document_date(reading))) if match else []
    for fault in faults:
        yield Finding(reading.folder.dokumen, "/pengesahan/nip", f"NIP “{nip}”: {fault}", "Cocokkan dengan SK pejabat.")


def _find_nip_faults(match: re.Match[str], signed: date) -> Iterator[str]:
    born = _read_day(match[1])
    begun = _read_day(match[2] + "01")
    if born is None:
        yield f"{match[1]} bukan tanggal lahir"
    if begun is None:
        yield f"{match[2]} bukan tahun dan bulan pengangkatan"
    if match[3] not in "12":
        yield f"angka ke-15 adalah {match[3]}, seharusnya 1 (pria) atau 2 (wanita)"
    if born and begun and begun.year - born.year < 18:
        yield f"diangkat {begun.year} pada usia {begun.year - born.year} tahun"
    if begun and begun > signed:
        yield f"diangkat {match[2][:4]}-{match[2][4:]}, sesudah dokumen ini"
    if born and signed.year - born.year > 66:
        yield f"lahir {born.year}, sudah {signed.year - born.year} tahun ketika menandatangani"


def _read_day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
