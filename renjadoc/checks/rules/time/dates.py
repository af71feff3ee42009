"""Years and dates: what is left of last year, when the document was signed, and what a NIP says of its holder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from renjadoc import indonesian
from renjadoc.checks.regulations import document_date, signing_date
from renjadoc.checks.rule import Finding, rule
from renjadoc.checks.sentences import is_year_of_others, names_other_plan, write_year
from renjadoc.narrative.passages import Passage
from renjadoc.narrative.sentences import split_sentences
from renjadoc.problem import Severity
from renjadoc.reading import Reading
from renjadoc.tables.kinds import KINDS

_TO = r"\s*(?:[-–—]|s\.d\.|s/d|sampai dengan|hingga)\s*(?:tahun\s+)?"
_YEAR = rf"\b(?P<tahun>20\d\d)\b(?!{_TO}20\d\d)(?!\s*Nomor)"
_RENJA = re.compile(
    r"\b(?:(?:Renja|Rencana Kerja|RKPD|APBD|Tahun Anggaran|Pagu Indikatif|Prakiraan Maju|KUA|PPAS|RKA|DPA|(?-i:TA))\b"
    rf"|T\.A\.)(?P<antara>(?:[^.;:\d]|(?<=[A-Za-z])\d){{0,80}}?){_YEAR}",
    re.IGNORECASE,
)
#: A budget stands for every year gone by; only what plans has to be of this one.
_BUDGET = re.compile(r"APBD|Tahun Anggaran|KUA|PPAS|DPA|TA\b|T\.A\.", re.IGNORECASE)
_PLANS = re.compile(
    r"\b(?:Renja|Rencana Kerja|RKPD|RKA|pagu|rencana|(?:pe|me)ny?usun\w*|disusun|akan|untuk"
    r"|(?:meng|di)(?:anggarkan|usulkan|rencanakan)|dasar|pedoman|acuan|tahun (?:ke\w+|pertama))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(rf"\bberlaku\b[^.;]{{0,80}}?\b31 Desember {_YEAR}", re.IGNORECASE)
_OWN_RENJA = re.compile(r"\bRenja\b(?! (?:Tahun )?20)")
_PAST = re.compile(
    r"\b(?:lalu|sebelumnya|berjalan|perubahan|evaluasi|mengevaluasi|dievaluasi|menilai|penilaian"
    r"|realisasi|terealisasi|capaian|dicapai|terserap|dibanding\w*"
    r"|(?<!berlaku )(?:sampai dengan|s/d|s\.d\.) (?:akhir |bulan |tahun |triwulan |semester |desember )"
    r"|(?:pelaksanaan|hasil) (?:Renja|RKPD|APBD|program|kegiatan)"
    r"|(?:APBD|KUA|PPAS|RKA|DPA)\b[^.;]*\b(?:telah|mendapat|memperoleh|menyerap))\b",
    re.IGNORECASE,
)
#: What a Renja says of the next ones.
_NEXT = re.compile(
    r"\b(?:prakiraan maju|masukan bagi|bahan|dipakai dalam|digunakan dalam|menjadi dasar|ditindaklanjuti"
    r"|tindak lanjut\w*"
    r"|(?:dimuat|ditampung|diusulkan kembali|disampaikan kembali) dalam|berikutnya|mendatang)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?<!yang )(?:direncanakan|merencanakan|ditargetkan|diusulkan|dianggarkan"
    r"|akan (?:dilaksanakan|melaksanakan|diselenggarakan|menyelenggarakan|dilakukan|melakukan|disusun|menyusun))\b",
    re.IGNORECASE,
)
_TYPED_YEAR = re.compile(rf"(?<!sejak )(?<!dari )(?<!hingga )\btahun {_YEAR}", re.IGNORECASE)
_CAPTION_YEAR = re.compile(rf"(?:\b(?:tahun(?: anggaran)?|TA|RKPD|Renja|APBD)|\bT\.A\.) {_YEAR}", re.IGNORECASE)
_PLAN_YEAR = re.compile(
    rf"\b(?:Program(?: dan kegiatan)?|Kebutuhan (?:dana|pendanaan|anggaran)|Pendanaan|Pagu(?: indikatif)?"
    rf"|Rencana(?: program)?) tahun {_YEAR}",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"\b20\d\d\b")


@rule("RJ401", "Tahun lama tertinggal")
def check_stray_years(reading: Reading) -> Iterator[Finding]:
    """Tahun yang diketik adalah tahun yang benar, bukan sisa naskah tahun lalu.

    Diperiksa: tahun sesudah kata Renja, RKPD, APBD, Tahun Anggaran, atau Prakiraan Maju (tahun dokumen ini; dalam
    kalimat tentang evaluasi boleh satu atau dua tahun sebelumnya; prakiraan maju tahun berikutnya); tahun yang sudah
    lewat dalam kalimat tentang rencana, bila tahun dokumen ini tidak ikut disebut; dan tahun dalam judul tabel. Tahun
    dari {{ tahun }} selalu benar, tahun peraturan tidak diperiksa.

    Mengapa: tahun lama yang tertinggal setelah folder disalin adalah alasan pengembalian yang nyata.
    Sumber: daftar periksa Bappeda.

    Gagal:
        bab-5.json /isi/0 = "Renja Tahun 2025 menjadi pedoman seluruh unit kerja."
    Gagal:
        bab-5.json /isi/0 = "Pada tahun 2026 direncanakan pelatihan bagi usaha mikro."
    Gagal:
        bab-5.json /isi/0 = "Renja Tahun 2025 berlaku sampai dengan akhir tahun anggaran."
    Gagal:
        tabel/rencana-program.json /judul/0 = "Rencana Program dan Kegiatan Tahun 2026"
    Lolos:
        bab-5.json /isi/0 = "Evaluasi Renja Tahun 2025 menjadi dasar prakiraan maju Tahun 2028; berdiri Tahun 2016."
    Lolos:
        bab-5.json /isi/0 = "Pagu indikatif tahun 2027 naik 6,98% dari pagu tahun 2026."
    Lolos:
        bab-5.json /isi/0 = "Penghapusan kemiskinan ekstrem ditargetkan rampung pada tahun 2026 secara nasional."
    Lolos:
        bab-5.json /isi/0 = "Dalam APBD Tahun Anggaran 2026, belanja jalan mendapat porsi terbesar."
    """
    for passage in reading.passages.find_exact(("20",)):  # The years of this century.
        seen: set[int] = set()
        for start, end, year, right in _find_expected_years(passage, reading):
            if start in seen or year in right or not passage.is_typed(start, end):
                continue
            seen.add(start)
            name = write_year(right[0] - reading.folder.tahun)
            near = passage.text[max(0, start - 30) : end].partition(" ")[2] if start > 30 else passage.text[:end]
            message = f"“{near}”: tahun {year} bukan tahun yang seharusnya ({right[0]})"
            hint = f"Bila yang dimaksud {right[0]}, tulis {name}, agar ikut berubah tahun depan."
            yield Finding.of(passage, message, hint, str(year))


def _find_expected_years(passage: Passage, reading: Reading) -> Iterator[tuple[int, int, int, tuple[int, ...]]]:
    """The years of a passage of which it is known what they should be: where they stand, and the right ones."""
    tahun = reading.folder.tahun
    if passage.kind == "judul_tabel":
        kind = passage.source.data.get("jenis")
        steps = KINDS[kind].caption_years if kind else ()
        for match in _CAPTION_YEAR.finditer(passage.text) if steps else ():
            if not is_year_of_others(match.string[max(0, match.start("tahun") - 200) : match.start("tahun")]):
                yield *match.span("tahun"), int(match["tahun"]), tuple(tahun + step for step in steps)
        return
    for offset, sentence in split_sentences(passage.text):
        if "20" in sentence:
            for match, right in _find_in_sentence(sentence, tahun):
                start, end = match.span("tahun")
                past = (tahun - 1, tahun - 2) if _tells_of_past(passage) else ()
                yield offset + start, offset + end, int(match["tahun"]), (*right, *past)


_EVALUATION = re.compile(r"\b(?:evaluasi|hasil|kinerja|capaian|realisasi|tahun lalu)\b", re.IGNORECASE)


def _tells_of_past(passage: Passage) -> bool:
    """Whether the section of a passage is one about the years gone by."""
    section = passage.section
    return section is not None and section.level > 1 and _EVALUATION.search(str(section.data["judul"])) is not None


def _find_in_sentence(sentence: str, tahun: int) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
    """The years of a sentence, each with the right ones."""
    if _OWN_RENJA.search(sentence):
        yield from ((match, (tahun,)) for match in _UNTIL.finditer(sentence))
    for match in _RENJA.finditer(sentence):
        # A year to come behind `pada` is that of a rule or a goal: `belanja APBD paling tinggi 30% pada tahun 2029`.
        is_goal = int(match["tahun"]) > tahun and "pada" in match["antara"].split()
        is_past_budget = int(match["tahun"]) < tahun and _BUDGET.match(match[0]) and not _PLANS.search(sentence)
        if not is_goal and not is_past_budget and not is_year_of_others(sentence[: match.start("tahun")]):
            yield match, _allowed_years(match, sentence, tahun)
    for match in () if _PAST.search(sentence) else _PLAN_YEAR.finditer(sentence):
        is_compared = _SINCE.search(sentence[: match.start()]) and _is_grown(sentence, tahun)
        if int(match["tahun"]) < tahun and not is_compared and not is_year_of_others(sentence[: match.start("tahun")]):
            yield match, (tahun,)
    is_past = all(int(year) < tahun for year in _ANY_YEAR.findall(sentence))
    if is_past and _PLANNED.search(sentence) and not (_PAST.search(sentence) or _OF_NATION.search(sentence)):
        for match in _TYPED_YEAR.finditer(sentence):
            before = sentence[: match.start("tahun")]
            if not is_year_of_others(before) and not _FROM_ESTIMATE.search(before):
                yield match, (tahun,)


#: Right before what this year's is compared with: `naik 7% dari pagu tahun 2026`.
_SINCE = re.compile(r"\b(?:dari|daripada|terhadap)\s+$", re.IGNORECASE)
_GROWN = re.compile(r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|lebih)\b", re.IGNORECASE)


def _is_grown(sentence: str, tahun: int) -> bool:
    """Whether a sentence sets what it tells of the plan's year beside an earlier year."""
    return str(tahun) in _ANY_YEAR.findall(sentence) or _GROWN.search(sentence) is not None


#: A goal of the nation has years of its own.
_OF_NATION = re.compile(r"\bsecara nasional\b|\b(?:target|sasaran|pemerintah) (?:nasional|pusat)\b", re.IGNORECASE)
#: What this Renja leaves to those that follow: `menjadi masukan bagi Renja Tahun 2028`.
_HANDED_ON = re.compile(
    r"\b(?:hasil(?:nya)?|evaluasi\w*|catatan|pelaksanaan(?:nya)?|capaian|laporan|pengendalian)\b[^.;]*"
    r"\b(?:masukan|bahan|dasar|pertimbangan|umpan balik|dipakai|digunakan|dimanfaatkan|dimuat|rujukan|pijakan|acuan)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)


#: `Renja Tahun 2025 ini`: this document, whatever else the sentence tells.
_OWN_PLAN = re.compile(r"Renja|Rencana Kerja(?! Pemerintah)", re.IGNORECASE)
_THIS = re.compile(r"\s+ini\b")
#: What this year's target grows from: `naik dua poin dari prakiraan Tahun 2026`.
_FROM_ESTIMATE = re.compile(
    r"\b(?:dari|daripada|dibanding\w*|terhadap)\s+(?:prakiraan|perkiraan)\s+(?:tahun\s+)?$", re.IGNORECASE
)


def _allowed_years(match: re.Match[str], sentence: str, tahun: int) -> tuple[int, ...]:
    """The years that the word before may go with, the likeliest first."""
    if int(match["tahun"]) in {tahun + 1, tahun + 2} and _HANDED_ON.search(sentence[: match.start("tahun")]):
        return tahun, int(match["tahun"])
    if _FROM_ESTIMATE.search(sentence[: match.start("tahun")]):
        return tahun, int(match["tahun"])
    if _OWN_PLAN.match(match[0]) and _THIS.match(sentence, match.end()):
        return (tahun,)
    if match[0].casefold().startswith("prakiraan maju"):
        return (tahun + 1,)
    ahead = (tahun + 1, tahun + 2) if _NEXT.search(sentence) else ()
    past = (tahun - 1, tahun - 2) if _PAST.search(sentence) else ()
    return *past, tahun, *ahead


_PERIOD = re.compile(
    rf"\b(?:Renstra|Rencana Strategis)\b(?P<antara>[^.;:\d]{{0,80}}?)\b(?P<awal>20\d\d){_TO}(?P<akhir>20\d\d)\b",
    re.IGNORECASE,
)


#: What a sentence says that still goes by the plan of the years before.
_STILL_EARLIER = re.compile(r"\bmasih (?:mengacu|merujuk|memakai|menggunakan|berpedoman)\b|\bsebelum periode\b")


_OVER = re.compile(r"\s+(?:telah|sudah)\s+(?:berakhir|selesai|usai)\b")
_AT_ITS_END = re.compile(r"\b(?:[Pp]ada|[Hh]ingga|[Ss]ampai) akhir periode\s+$")


@rule("RJ402", "Periode Renstra tidak cocok")
def check_renstra_period(reading: Reading) -> Iterator[Finding]:
    """Tahun Renja berada dalam periode Renstra, dan periode yang diketik sama dengan periode itu.

    Mengapa: pada pergantian Renstra, periode lama tertinggal dalam naskah.
    Sumber: Permendagri 86/2017 (Renja berpedoman pada Renstra).

    Gagal:
        bab-5.json /isi/0 = "Renja ini menjabarkan Renstra Dinas Tahun 2021-2026."
    Lolos:
        bab-5.json /isi/0 = "Renja ini menjabarkan Renstra Tahun 2025–2029 dan Renstra Kementerian Tahun 2020–2024."
    """
    period, dokumen = reading.folder.facts["renstra"], reading.folder.dokumen
    awal, akhir, tahun = period["awal"], period["akhir"], reading.folder.tahun
    if not awal <= tahun <= akhir:
        message = f"tahun {tahun} di luar periode Renstra {awal}–{akhir}"
        yield Finding(dokumen, "/renstra", message, "Isi periode Renstra yang berlaku.")
    for passage in reading.passages.find_words(("renstra", "rencana strategis")):
        for match in _PERIOD.finditer(passage.text):
            around = match["antara"] + passage.text[match.end() : match.end() + 30].partition(",")[0]
            before = passage.text[max(0, match.start() - 90) : match.start()]
            is_over = int(match["akhir"]) < tahun and _OVER.match(passage.text, match.end())
            is_past = int(match["akhir"]) < awal and _AT_ITS_END.search(before)
            is_earlier = _STILL_EARLIER.search(before) or is_over or is_past
            if (
                is_earlier
                or names_other_plan(around, reading)
                or (int(match["awal"]), int(match["akhir"])) == (awal, akhir)
            ):
                continue
            message = f"periode Renstra tertulis {match['awal']}–{match['akhir']}, dalam dokumen.json {awal}–{akhir}"
            written = passage.text[match.start("awal") : match.end()]
            yield Finding.of(passage, message, "Tulis {{ renstra.periode }}.", written)


@rule("RJ403", "Tanggal pengesahan sesudah tahun dimulai")
def check_signing_date(reading: Reading) -> Iterator[Finding]:
    """Renja ditandatangani sebelum tahunnya mulai; Renja Perubahan di dalam tahunnya.

    Mengapa: Renja menjadi dasar RKA tahun itu, jadi harus sudah ditetapkan sebelum tahun anggaran.
    Sumber: Permendagri 86/2017 (penetapan Renja sesudah RKPD ditetapkan pada tahun sebelumnya).

    Gagal:
        dokumen.json /pengesahan/tanggal = "3 Januari {{ tahun }}"
    Lolos:
        dokumen.json /pengesahan/tanggal = "28 Juli {{ tahun - 1 }}"
    """
    signed = signing_date(reading)
    if signed is None:
        return
    if "perubahan" in reading.folder.facts:
        if signed.year != reading.folder.tahun:
            message = f"tanggal {indonesian.tanggal(signed)} tidak dalam Tahun {reading.folder.tahun}"
            hint = "Periksa tanggalnya; Renja Perubahan ditetapkan dalam tahun yang diubahnya."
            yield Finding(reading.folder.dokumen, "/pengesahan/tanggal", message, hint)
    elif signed >= date(reading.folder.tahun, 1, 1):
        message = f"tanggal {indonesian.tanggal(signed)} sesudah Tahun {reading.folder.tahun} dimulai"
        hint = "Periksa tanggalnya; Renja ditetapkan pada tahun sebelumnya."
        yield Finding(reading.folder.dokumen, "/pengesahan/tanggal", message, hint)


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
