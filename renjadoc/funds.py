"""Sources of funds by their short and long names: `DAU` and `Dana Transfer Umum-Dana Alokasi Umum` are one."""

from __future__ import annotations

import re
from functools import cache

from renjadoc import resources
from renjadoc.matching import fold_name

#: `[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)`: the group in front is no part of a fund's name.
_GROUP = re.compile(r"^\s*\[[^\]]*\]\s*[-–:]?\s*")
_BRACKETED = re.compile(r"\(([^()]*)\)")
#: What names say in brackets of themselves; DAU (earmark) is another fund than DAU.
_BRACKETS = {"pad", "dau", "dak", "dbh", "did", "blud", "cht", "dif", "bok", "bos", "bosp", "silpa", "otsus", "danais"}
_BETWEEN = re.compile(r"\s*[;,/+&\n]\s*")
_AND = re.compile(r"\s+(?:dan|serta)\s+", re.IGNORECASE)


def drop_group(name: str) -> str:
    """A fund's name as the planning system has it, without the group in front."""
    return _GROUP.sub("", name)


def shorten_fund(name: str) -> str | None:
    """The short name of one fund, however it is written; None of what the list does not know."""
    return _read_shorts().get(_fold(name))


def identify_funds(stated: str) -> tuple[str, ...]:
    """The funds that a cell names, by their short names in order; of unknown ones the cell as it stands."""
    parts: list[str] = []
    for part in [stated] if shorten_fund(stated) else _BETWEEN.split(stated):
        parts += [part] if shorten_fund(part) else _AND.split(part)
    shorts = [shorten_fund(part) for part in parts]
    known = {short for short in shorts if short is not None}
    return tuple(sorted(known)) if all(shorts) else (fold_name(drop_group(stated)),)


def name_funds(funds: tuple[str, ...]) -> str:
    """How `identify_funds` is written in a cell; nothing for funds that the list does not know."""
    return ", ".join(funds) if all(fund in _read_names() for fund in funds) else ""


def is_same_fund(one: str, other: str) -> bool:
    """Whether two names mean the same funds, or one is a short name that the other says more of (DAK, DAK Fisik)."""
    if identify_funds(one) == identify_funds(other):
        return True
    folded = [_fold(name) for name in (one, other)]
    return any(_says_more(short, more) for short, more in (folded, folded[::-1]))


def _says_more(short: str, more: str) -> bool:
    """Whether `more` has the long name of the fund of which `short` is the short name."""
    known = _read_shorts().get(short)
    return (
        known is not None
        and _fold(known) == short
        and more.startswith(tuple(_fold(name) for name in list_names(known)[1:]))
    )


def list_names(short: str) -> tuple[str, ...]:
    """All names of a fund of the list, its short one first, in small letters."""
    return _read_names()[short]


def list_shorts() -> tuple[str, ...]:
    """The short names of all funds of the list."""
    return tuple(_read_names())


def _fold(name: str) -> str:
    """A name as such are compared: a short name in brackets only repeats it, `Non Fisik` is `Nonfisik`."""
    plain = fold_name(re.sub(r"[-–]", " ", drop_group(name)))
    plain = _BRACKETED.sub(lambda match: "" if match[1] in _BRACKETS else match[0], plain)
    return fold_name(plain.replace("non fisik", "nonfisik"))


@cache
def _read_names() -> dict[str, tuple[str, ...]]:
    listed = resources.read_data("sumber-dana.json")["dana"]
    return {one["singkat"]: tuple(fold_name(name) for name in (one["singkat"], *one["nama"])) for one in listed}


@cache
def _read_shorts() -> dict[str, str]:
    return {_fold(name): short for short, names in _read_names().items() for name in names}
