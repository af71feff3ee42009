"""Values of a table that a template prints below another head or in another form than they have; captions astray."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from renjadoc.problem import Location, Problem, Severity
from renjadoc.word.templates.short_tags import find_column_tag
from renjadoc.word.trial.cells import BEHIND, BELOW, CAPTION, IN_CELL
from renjadoc.word.trial.facts import read_place, show_facts
from renjadoc.word.trial.heads import TableHead
from renjadoc.word.trial.trial import Trial

#: The filters that may stand in the place of one; of those that are not named, itself.
_NUMBER, _TEXT = {"angka", "sel", "persen_polos"}, {"sel", "judul", "kecil", "besar", "angka"}
_ALIKE = {"angka": {"angka", "sel"}, "persen": {"persen", "persen_polos"}, "persen_polos": {"persen", "persen_polos"}}
#: What is money may say so.
_MONEY = ("pagu", "anggaran")
#: Of these a plain tag prints the same as one with a filter.
_PLAIN = ("nomor", "kode")
#: How the facts begin that say a year of a head.
_YEAR = "tahun"
_TO_TURN_OFF = "Bila memang demikian: {{#p tanpa {} #}}."


def find_misplaced(name: str, trial: Trial, usual: Trial, left_out: set[str]) -> Iterator[Problem]:
    """Each told with its tag; `left_out` is what the template called `name` says that it means so (`kolom.rekap.pagu`).

    `usual` is what the template of renjadoc prints, and where.
    """
    where = Location(name)
    told: set[str] = set()
    for value in usual.cells:
        pattern, kind, cell = (*value.split("."), "", "")[:3]
        # What is printed twice is told for that.
        if not kind or trial.printed.get(value) != 1:
            continue
        tag = find_column_tag(pattern, kind, cell) or f"{{{{ baris.{cell} }}}}"
        row = f"pada baris {kind} tabel pola {pattern}"
        for key, message, hint in (*_compare_columns(value, trial, usual), *_compare_forms(value, trial, usual)):
            meant = f"{key}.{pattern}.{cell}"
            if meant not in left_out and f"{message}{tag}" not in told:
                told.add(f"{message}{tag}")
                said = f"“{cell}” ({tag}) {row} {message}"
                yield Problem("RJ045", where, said, f"{hint} {_TO_TURN_OFF.format(meant)}", Severity.WARNING)
    yield from _compare_signing(where, trial, usual, left_out)
    for value, place in trial.strayed.items():
        if usual.strayed.get(value) != place and f"letak.{value}" not in left_out:
            message, hint = _describe_strayed(value, place)
            yield Problem("RJ045", where, message, f"{hint} {_TO_TURN_OFF.format(f'letak.{value}')}", Severity.WARNING)


def _compare_columns(value: str, trial: Trial, usual: Trial) -> Iterator[tuple[str, str, str]]:
    """A value below a head that is that of another; who gave his columns other words is not asked."""
    pattern = value.partition(".")[0]
    heads, wanted = (_read_titles(one, pattern) for one in (trial, usual))
    stands, meant = _find_titles(heads, trial.cells[value]), _find_titles(wanted, usual.cells[value])
    known = set(wanted.values())
    is_other = not stands & meant and stands <= known and meant & set(heads.values())
    if stands and meant and (is_other or _is_of_other_year(stands, meant)):
        titles = (show_facts(" / ".join(sorted(one))) for one in (stands, meant))
        below, other = (f"“{title}”" for title in titles)
        yield "kolom", f"berdiri di bawah kepala {below}, bukan {other}", "Tukar kembali isi kedua sel, atau kepalanya."


def _is_of_other_year(stands: set[str], meant: set[str]) -> bool:
    """Whether heads, in whatever words, each say one year, and not the same."""
    years = [
        {fact for title in one for fact in read_place(title).facts if fact.partition(" ")[0] == _YEAR}
        for one in (stands, meant)
    ]
    return len(years[0]) == len(years[1]) == 1 and years[0] != years[1]


def _compare_signing(where: Location, trial: Trial, usual: Trial, left_out: set[str]) -> Iterator[Problem]:
    """Values of a signature behind the label of another (NIP), or before what stands above them on every letter.

    An office that labels each of them may list them in any order.
    """
    wrong = [
        (name, f"sesudah “{label.upper()}”") for name, label in trial.signing if label and name not in label.split()
    ]
    order = [name for name, label in trial.signing if not label]
    for above, below in pairwise(name for name, _ in usual.signing if name in order):
        if not wrong and below in order[: order.index(above)] and below not in order[order.index(above) :]:
            wrong.append((below, f"di atas “{above}”"))
    for name, place in wrong:
        if f"letak.pengesahan.{name}" not in left_out:
            message = f"“{name}” ({{{{ pengesahan.{name} }}}}) tercetak {place} pada blok tanda tangan"
            hint = f"Tukar kembali kedua tanda itu. {_TO_TURN_OFF.format(f'letak.pengesahan.{name}')}"
            yield Problem("RJ045", where, message, hint, Severity.WARNING)


def _read_titles(trial: Trial, pattern: str) -> dict[int, str]:
    stated = trial.columns.get(pattern)
    titles = [] if stated is None else TableHead(*stated).titles
    return {index: " ".join(title.casefold().split()) for index, title in enumerate(titles)}


def _find_titles(titles: dict[int, str], columns: list[int]) -> set[str]:
    return {title for index in columns if (title := titles.get(index, ""))}


def _compare_forms(value: str, trial: Trial, usual: Trial) -> Iterator[tuple[str, str, str]]:
    forms, wanted = trial.forms.get(value, []), usual.forms.get(value, [])
    cell = value.rpartition(".")[2]
    if not forms or wanted in ([], [""]):
        return
    may = set().union(*(_ALIKE.get(one, _TEXT if one == "sel" else {one}) for one in wanted))
    may |= {"rupiah"} if cell.startswith(_MONEY) and may & _NUMBER else set()
    may |= {""} if cell in _PLAIN else set()
    if wrong := [one for one in forms if one not in may and one not in wanted]:
        said = "dicetak tanpa saringan" if wrong == [""] else f"dicetak dengan saringan “{wrong[-1]}”"
        usually = f"|{wanted[0]}"
        yield "bentuk", f"{said}, padahal bentuknya “{wanted[0]}”", f"Tulis {usually} di dalam tandanya."


def _describe_strayed(value: str, place: str) -> tuple[str, str]:
    if place == BEHIND:
        hint = "Pindahkan blok itu ke dalam perulangan isi, di antara {%p if blok.akhir_bab %} dan {%p endif %}."
        return "blok tanda tangan tercetak sesudah lampiran, bukan sesudah bab terakhir", hint
    pattern, _, what = value.partition(".")
    said, tag = ("judul" if what == CAPTION else "catatan"), f"{{{{p blok.{what} }}}}"
    stands = {IN_CELL: "di dalam sebuah sel tabel", BELOW: "di bawah tabelnya"}.get(place, "di atas tabelnya")
    wanted = "di atas tabel itu" if what == CAPTION else "di bawah tabel itu"
    hint = f"Pindahkan {tag} ke paragraf sendiri {wanted}."
    return f"{said} tabel pola {pattern} ({tag}) tercetak {stands}", hint
