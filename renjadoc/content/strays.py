"""Files that are not what they seem: copies made by OneDrive, Dropbox or Windows, and files that nobody reads."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from renjadoc.content import schema
from renjadoc.content.load import Source
from renjadoc.matching import find_near
from renjadoc.problem import Location, Problem, Severity

_WORDS = r"copy|salin(?:an)?|conflict\w*|(?:ber)?konflik"
#: What programs put behind the name of a file that they copy.
_SUFFIX = re.compile(
    rf"(?:[ _-]+(?:copy|salin(?:an)?)(?:[ _-]*\(?\d+\)?)?| ?\([^()]*\b(?:{_WORDS})\b[^()]*\)| ?\(\d+\)"
    r"|\.sync-conflict-.+|-(?:LAPTOP|DESKTOP|PC|WIN)-[\w-]+)+",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"(?:copy of|salinan(?: dari)?) +", re.IGNORECASE)
#: Kinds whose rows are summed over all their tables.
_SUMMED = ("rencana-program", "evaluasi")
#: Kinds of which a folder may hold many that look alike.
_MANY = ("bebas", "regulasi")

_DATA_NAME = re.compile(r"(.+\.)(?:json|jsn|jso)(\.txt)?", re.IGNORECASE)
_FIXED = (
    "kata-pengantar.json",
    "lembar-pengesahan.json",
    "ringkasan.json",
    "dokumen.json",
    "kamus.txt",
    "peraturan.json",
    "tinjau.json",
    "telaah.json",
)
_KNOWN = (*_FIXED, *(f"bab-{number}.json" for number in range(1, 10)))
#: Documents and workbooks that people lay where data is read, by folder, and what to do with them.
_LAID = {
    "tabel": (
        re.compile(r".+\.(?:xlsx?|xlsm|ods|csv|docx?)", re.IGNORECASE),
        "Isi tabel masuk dengan renjadoc excel impor atau sipd impor; simpan berkas ini di luar folder isi.",
    ),
    "lampiran": (
        re.compile(r".+\.(?:docx?|odt|pdf|xlsx?)", re.IGNORECASE),
        "Lampiran ditulis sebagai .json, seperti bab; isi dokumen lama diambil dengan renjadoc adopsi.",
    ),
}
#: Folders within folders within the content; what lies deeper was not meant for it.
_DEPTH = 2


def is_foreign(name: str) -> bool:
    """Whether a file belongs to the system or to another program: hidden, a lock of Word, a list of thumbnails."""
    return name.startswith((".", "~$")) or name.casefold() in {"thumbs.db", "desktop.ini"}


def find_original(stem: str, stems: Iterable[str]) -> str:
    """The one of `stems` that a name with the suffix of a copy stands for; empty if there is none."""
    for other in stems:
        if stem.startswith(other) and _SUFFIX.fullmatch(stem, len(other)):
            return other
        if (match := _PREFIX.match(stem)) and stem[match.end() :] == other:
            return other
    return ""


def make_copy_problem(place: str, original: str) -> Problem:
    """What is said of a copy by its whole name; `original` is the name within the folder."""
    message = f"berkas ini tampaknya salinan {original}, dan isinya akan terhitung dua kali"
    hint = "Bandingkan keduanya, simpan satu dengan nama aslinya, lalu hapus atau pindahkan yang lain dari folder isi."
    return Problem("RJ036", Location(place), message, hint)


def _make_version_problem(place: str, original: str) -> Problem:
    """What is said of a table that has the rows of another one with other figures."""
    message = f"baris-baris berkas ini ada juga dalam {original} dengan angka yang lain, dan akan terhitung dua kali"
    hint = (
        f"Simpan yang berlaku dengan nama {original}, lalu pindahkan yang lain dari folder isi. Bila keduanya memang "
        "berlaku, misalnya milik dua UPTD, bedakan barisnya dengan lokasi atau bidang."
    )
    return Problem("RJ036", Location(place), message, hint)


def find_copies(sources: Mapping[str, Source], subfolder: str) -> dict[str, Problem]:
    """The copies among the files of one subfolder, by name without `.json`; a copy is said once."""
    copies: dict[str, Problem] = {}
    by_rank = sorted(sources, key=lambda stem: (stem not in schema.table_kinds(), len(stem), stem))
    for original, stem in combinations(by_rank, 2):
        if copies.keys() & {original, stem}:
            continue
        if _is_copy(sources, original, stem):
            copies[stem] = make_copy_problem(sources[stem].name, f"{subfolder}/{original}.json")
        elif _is_version(sources, original, stem):
            copies[stem] = _make_version_problem(sources[stem].name, f"{subfolder}/{original}.json")
    return copies


def _is_copy(sources: Mapping[str, Source], original: str, stem: str) -> bool:
    first, second = sources[original].data, sources[stem].data
    kind = second.get("jenis", "regulasi")
    if first.get("jenis", "regulasi") != kind or (kind == "bebas" and first["judul"] != second["judul"]):
        return False
    if find_original(stem, [original]):
        return True
    extends = stem.startswith(original) and not stem[len(original)].isalnum()
    return (kind in _SUMMED or (extends and kind not in _MANY[1:])) and _share_rows(first, second)


def _is_version(sources: Mapping[str, Source], original: str, stem: str) -> bool:
    """Whether two tables of a kind that is summed plan or evaluate the same, whatever their figures are."""
    first, second = sources[original].data, sources[stem].data
    if first.get("jenis") != second.get("jenis") or second.get("jenis") not in _SUMMED:
        return False
    return _overlap(_list_works(first["program"]), _list_works(second["program"]))


def _share_rows(first: object, second: object) -> bool:
    """Whether more than half of the rows of the shorter table stand in the other too, word for word."""
    return _overlap(_list_rows(first), _list_rows(second))


def _overlap(first: Iterable[Hashable], second: Iterable[Hashable]) -> bool:
    ours, theirs = set(first), set(second)
    return 2 * len(ours & theirs) > min(len(ours), len(theirs))


def _list_works(rows: list[dict[str, Any]], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The lowest rows below programs: each by the names that lead to it, whose it is and where it is done."""
    for row in rows:
        said = " ".join(str(row.get(key) or "") for key in ("nama", "bidang", "lokasi"))
        path = (*above, " ".join(said.casefold().split()))
        below = row.get("kegiatan") or row.get("sub_kegiatan")
        if below:
            yield from _list_works(below, path)
        else:
            yield path


def _list_rows(data: Any) -> Iterator[str]:
    """Every row below a table, each without the rows below itself."""
    for rows in data.values():
        if not isinstance(rows, list):
            continue
        for row in rows:
            if isinstance(row, dict):
                own = {key: value for key, value in row.items() if not _holds_rows(value)}
                yield json.dumps(own, sort_keys=True, default=str)
                yield from _list_rows({key: value for key, value in row.items() if _holds_rows(value)})
            elif isinstance(row, list):
                yield json.dumps(row, default=str)


def _holds_rows(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def find_unread(root: Path, name: str, read: set[str], *, deep: bool) -> list[Problem]:
    """Warnings of files that look like content and that nobody reads; those below subfolders if `deep`."""
    files = _list_files(root, deep)
    return [_make_unread_problem(name, file) for file in files if file not in read and _looks_meant(file)]


def _list_files(root: Path, deep: bool) -> list[str]:
    """The files that may be content, relative to the folder; a content folder within it is another one's matter."""
    files: list[str] = []
    for place, folders, names in os.walk(root):
        relative = Path(place).relative_to(root)
        if not deep or len(relative.parts) >= _DEPTH:
            folders.clear()
        inner = [Path(place, folder) for folder in folders]
        folders[:] = [path.name for path in inner if not is_foreign(path.name) and not (path / "dokumen.json").exists()]
        files += [(relative / file).as_posix() for file in names if not is_foreign(file)]
    return sorted(files)


def _looks_meant(file: str) -> bool:
    folder, _, name = file.rpartition("/")
    if name.endswith(".schema.json") or (folder == "kerangka" and re.fullmatch(r"[a-z0-9-]{1,100}\.json", name)):
        return False
    is_laid = folder in _LAID and _LAID[folder][0].fullmatch(name) is not None
    return is_laid or _DATA_NAME.fullmatch(name) is not None or (not folder and _find_near_name(name) != "")


def _find_near_name(name: str) -> str:
    """The known name that a misspelt one stands for."""
    return find_near(name.casefold(), _KNOWN, 0.82)


def _make_unread_problem(name: str, file: str) -> Problem:
    message = "berkas ini tidak dibaca; isinya tidak ikut dalam dokumen"
    return Problem("RJ037", Location(f"{name}/{file}"), message, _advise(file), Severity.WARNING)


def _advise(file: str) -> str:
    """What to do with a file that nobody reads."""
    folder, _, name = file.rpartition("/")
    if folder in _LAID and _LAID[folder][0].fullmatch(name):
        return _LAID[folder][1]
    stem = name.rpartition(".")[0]
    match = _DATA_NAME.fullmatch(name)
    right = f"{match[1]}json" if match else name
    if right != name:
        return f"Ubah namanya menjadi “{right}”; di Windows, tampilkan dahulu akhirannya (View > File name extensions)."
    if original := find_original(stem, [known.rpartition(".")[0] for known in _KNOWN]):
        return f"Tampaknya salinan {original}.json: simpan yang benar dengan nama aslinya, lalu hapus yang lain."
    if folder != "tabel" and stem in schema.table_kinds():
        return "Ini nama tabel: pindahkan ke folder tabel/."
    if near := _find_near_name(name):
        return f"Mungkin maksudnya “{near}” di folder isi itu sendiri."
    hint = (
        "Yang dibaca: dokumen.json, bab-1.json dan seterusnya, kata-pengantar.json, lembar-pengesahan.json, "
        "ringkasan.json, serta .json dalam tabel/, regulasi/, dan lampiran/."
    )
    return f"{hint} Pindahkan isinya ke sana, atau hapus berkas ini."
