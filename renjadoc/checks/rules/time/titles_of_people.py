"""What the title before the name of who signs says of him, against his NIP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renjadoc.checks.rule import Finding, rule
from renjadoc.reading import Reading

_MALE, _FEMALE = re.compile(r"(?<![\w.])(?:Drs|H)\.(?!\w)"), re.compile(r"(?<![\w.])(?:Dra|Hj)\.(?!\w)")
_NIP = re.compile(r"\d{8} ?\d{6} ?(?P<jenis>[12]) ?\d{3}")


@rule("RJ422", "Gelar tidak cocok dengan jenis kelamin dalam NIP")
def check_title_and_nip(reading: Reading) -> Iterator[Finding]:
    """Drs. dan H. adalah gelar dan sebutan pria (angka ke-15 NIP 1), Dra. dan Hj. wanita (2).

    Mengapa: NIP pejabat lama tertinggal ketika namanya diganti.
    Sumber: Peraturan Kepala BKN 22/2007 (nomor identitas pegawai).

    Gagal:
        dokumen.json /pengesahan/nama = "Dra. Hj. Contoh Sari, M.Si."
        dokumen.json /pengesahan/nip = "19720514 199803 1 004"
    Lolos:
        dokumen.json /pengesahan/nama = "Dra. Hj. Contoh Sari, M.Si."
        dokumen.json /pengesahan/nip = "19720514 199803 2 004"
    """
    signing = reading.folder.facts["pengesahan"]
    match, written = _NIP.fullmatch(signing["nip"].strip()), (signing.get("nama") or "").partition(",")[0]
    for pattern, right, said in ((_MALE, "1", "pria"), (_FEMALE, "2", "wanita")):
        title = pattern.search(written)
        if match and title and match["jenis"] != right:
            message = f"angka ke-15 NIP adalah {match['jenis']}, padahal {title[0]} dipakai {said} ({right})"
            hint = "Cocokkan nama dan NIP dengan SK pejabat."
            yield Finding(reading.folder.dokumen, "/pengesahan/nip", message, hint)
