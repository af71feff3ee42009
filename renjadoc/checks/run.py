"""Runs every check over one folder: none stops another, and what could not be checked is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from renjadoc.checks.rule import Check
from renjadoc.content.folder import Folder
from renjadoc.problem import Location, Problem, Severity
from renjadoc.reading import Reading

#: More codes than this are not named one by one: only a broken dokumen.json keeps so many from running.
_MANY = 40


class Outcome:
    """What the checks found. `off` has for each code that is switched off its reason and how many findings it hid,

    `crashes` has for each rule that failed its traceback.
    """

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)
        self.off: dict[str, tuple[str, int]] = {}
        self.crashes: dict[str, str] = {}


def run(reading: Reading, checks: Sequence[Check]) -> Outcome:
    """Every finding of `checks`; a crash is kept with its traceback and said as a problem of its own."""
    outcome = Outcome()
    folder = reading.folder
    reasons: dict[str, str] = folder.dokumen.data.get("aturan_dimatikan", {})
    outcome.problems += _unknown_codes(folder, checks)
    waiting: dict[str, list[str]] = {}
    for check in checks:
        if missing := _missing(check, folder):
            waiting.setdefault(missing, []).append(check.code)
            continue
        found = _findings(check, reading, outcome)
        if check.code in reasons:
            outcome.off[check.code] = reasons[check.code], len(found)
        else:
            outcome.problems += found
    outcome.problems += [_not_run(folder.name, file, codes) for file, codes in waiting.items()]
    return outcome


def not_run(name: str, checks: Sequence[Check]) -> Problem:
    """What is said when dokumen.json itself is unreadable, so that nothing could be checked."""
    return _not_run(name, "dokumen.json", [check.code for check in checks])


def _missing(check: Check, folder: Folder) -> str:
    """The first unreadable file that `check` needs."""
    groups = {"bab": "bab-", "tabel": "tabel/", "regulasi": "regulasi/"}
    prefixes = tuple(groups[need] for need in check.needs)
    return next((file for file in folder.broken if file.startswith(prefixes)), "") if prefixes else ""


def _findings(check: Check, reading: Reading, outcome: Outcome) -> list[Problem]:
    found: list[Problem] = []
    try:
        found.extend(check.problem(finding) for finding in check.function(reading))
    except Exception:  # A fault of one check must not hide what the others find.
        import traceback

        outcome.crashes[check.code] = traceback.format_exc()
        message = f"aturan {check.code} ({check.title}) gagal dijalankan karena kesalahan dalam renjadoc sendiri"
        hint = "Pemeriksaan lain tetap berjalan. Kirimkan catatan kesalahannya kepada pengembang."
        outcome.problems.append(Problem("RJ009", reading.folder.dokumen.at(), message, hint, Severity.WARNING))
    return found


def _not_run(name: str, file: str, codes: list[str]) -> Problem:
    which = f"{len(codes)} aturan" if len(codes) < _MANY else "semua aturan isi"
    named = f": {', '.join(codes)}" if len(codes) < _MANY else ""
    message = f"{which} belum diperiksa karena berkas ini belum dapat dipakai{named}"
    return Problem("RJ008", Location(f"{name}/{file}"), message, "Perbaiki dahulu berkas ini.", Severity.WARNING)


def _unknown_codes(folder: Folder, checks: Sequence[Check]) -> list[Problem]:
    known = {check.code for check in checks}
    return [
        folder.dokumen.problem(
            "RJ030", f"/aturan_dimatikan/{code}", f"aturan {code} tidak ada", "Daftarnya: renjadoc aturan", key=True
        )
        for code in folder.dokumen.data.get("aturan_dimatikan", {})
        if code not in known
    ]
