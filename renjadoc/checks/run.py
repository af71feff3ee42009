"""Runs every rule over one folder: none stops another, and what could not be checked is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from renjadoc.checks.rule import Rule
from renjadoc.content.folder import Folder
from renjadoc.indonesian import angka
from renjadoc.problem import Location, Problem, Severity
from renjadoc.reading import MAX_CHECKED, Reading

#: More codes than this are not named one by one: nobody reads them.
_MANY = 6
#: More of one rule nobody reads, and each of them takes memory.
MAX_FINDINGS = 5_000


class Examination:
    """What the rules found. `off` has for each code that is switched off its reason and how many findings it hid,

    `crashes` has for each rule that failed its traceback.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)
        self.off: dict[str, tuple[str, int]] = {}
        self.crashes: dict[str, str] = {}


def run_rules(reading: Reading, rules: Sequence[Rule]) -> Examination:
    """Every finding of `rules`; a crash is kept with its traceback and said as a problem of its own."""
    examination = Examination()
    folder = reading.folder
    reasons: dict[str, str] = folder.facts.get("aturan_dimatikan", {})
    examination.problems += _find_unknown_codes(folder, rules)
    waiting: dict[str, list[str]] = {}
    for rule in rules:
        if missing := _find_unreadable(rule, folder):
            waiting.setdefault(missing, []).append(rule.code)
            continue
        found = _find_problems(rule, reading, examination)
        if rule.code in reasons:
            examination.off[rule.code] = reasons[rule.code], len(found)
        else:
            examination.problems += found
    examination.problems = _leave_out_told(examination.problems, {rule.code for rule in rules if rule.yields})
    examination.problems += [_make_waiting_problem(folder.name, file, codes) for file, codes in waiting.items()]
    examination.problems += _tell_unchecked(reading)
    return examination


def _tell_unchecked(reading: Reading) -> list[Problem]:
    """That rules did not read all of a narrative longer than that of any plan."""
    if not reading.unchecked:
        return []
    first, count = reading.unchecked[0], len(reading.unchecked)
    more = f" dan {angka(count - 1)} teks lain" if count > 1 else ""
    message = f"naskah lebih dari {angka(MAX_CHECKED)} huruf; kalimat di sini{more} belum diperiksa"
    hint = "Hapus yang tersalin berulang kali, atau pindahkan daftar yang panjang ke tabel."
    return [Problem("RJ014", first.source.at(first.pointer), message, hint, Severity.WARNING)]


def _leave_out_told(problems: list[Problem], yielding: set[str]) -> list[Problem]:
    """The findings without those of rules that yield, where another rule speaks of the same text."""
    told = {(one.location.file, one.location.pointer) for one in problems if one.code not in yielding}
    return [
        one for one in problems if one.code not in yielding or (one.location.file, one.location.pointer) not in told
    ]


def report_blind(name: str, rules: Sequence[Rule]) -> Problem:
    """What is said when dokumen.json itself is unreadable, so that nothing could be checked."""
    return _make_waiting_problem(name, "dokumen.json", [rule.code for rule in rules])


def _find_unreadable(rule: Rule, folder: Folder) -> str:
    """The first unreadable file that `rule` needs."""
    groups = {"bab": "bab-", "tabel": "tabel/", "regulasi": "regulasi/"}
    prefixes = tuple(groups[need] for need in rule.needs)
    return next((file for file in folder.broken if file.startswith(prefixes)), "") if prefixes else ""


def _find_problems(rule: Rule, reading: Reading, examination: Examination) -> list[Problem]:
    found: list[Problem] = []
    try:
        findings = iter(rule.find(reading))
        found.extend(rule.make_problem(finding) for finding in islice(findings, MAX_FINDINGS))
        if next(findings, None) is not None:
            message = f"aturan {rule.code} menemukan lebih dari {MAX_FINDINGS} hal; selebihnya belum ditampilkan"
            hint = "Perbaiki yang sudah ditampilkan, lalu periksa lagi."
            found.append(Problem(rule.code, reading.folder.dokumen.at(), message, hint, rule.severity))
    except Exception:  # A fault of one rule must not hide what the others find.
        import traceback

        examination.crashes[rule.code] = traceback.format_exc()
        message = f"aturan {rule.code} ({rule.title}) gagal dijalankan karena kesalahan dalam renjadoc sendiri"
        hint = "Pemeriksaan lain tetap berjalan. Kirimkan catatan kesalahannya kepada pengembang."
        examination.problems.append(Problem("RJ009", reading.folder.dokumen.at(), message, hint, Severity.WARNING))
    return found


def _make_waiting_problem(name: str, file: str, codes: list[str]) -> Problem:
    which = "semua aturan isi" if file == "dokumen.json" else f"{len(codes)} aturan"
    named = f": {', '.join(codes)}" if len(codes) < _MANY else ""
    message = f"{which} belum diperiksa karena berkas ini belum dapat dipakai{named}"
    return Problem("RJ008", Location(f"{name}/{file}"), message, "Perbaiki dahulu berkas ini.", Severity.WARNING)


def _find_unknown_codes(folder: Folder, rules: Sequence[Rule]) -> list[Problem]:
    known = {rule.code for rule in rules}
    return [
        folder.dokumen.problem(
            "RJ030", f"/aturan_dimatikan/{code}", f"aturan {code} tidak ada", "Daftarnya: renjadoc aturan", key=True
        )
        for code in folder.facts.get("aturan_dimatikan", {})
        if code not in known
    ]
