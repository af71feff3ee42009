"""Struck letters of a cell are told from the others; raised ones become the signs that look so."""

from __future__ import annotations

import pytest

from renjadoc.sheets.excel.letters import has_looks, rewrite_inline, rewrite_strings, split_struck

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _run(text: str, look: str = "") -> str:
    return f"<r><rPr>{look}</rPr><t>{text}</t></r>"


def _read(inside: str) -> tuple[str, str]:
    made = rewrite_inline(f"<is>{inside}</is>".encode()).decode()
    return tuple(split_struck(made.partition('preserve">')[2].removesuffix("</t></is>")))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("inside", "text", "struck"),
    [
        (_run("lama", "<strike/>") + _run("baru"), "baru", "lama"),
        (_run("satu ") + _run("dua", "<strike/>") + _run(" tiga"), "satu tiga", "dua"),
        (_run("a ") + _run("dua", "<strike/>") + _run("tiga", "<strike/>") + _run("\nb"), "a\nb", "duatiga"),
        (_run("satu") + _run("dua", '<strike val="0"/>') + _run("x", "<strike/>"), "satudua", "x"),
        (_run("m") + _run("2", '<vertAlign val="superscript"/>'), "m²", ""),
        (_run("CO") + _run("2", '<vertAlign val="subscript"/>'), "CO₂", ""),
        (_run("a") + _run("b2", '<vertAlign val="superscript"/>'), "ab2", ""),
        (_run("a") + _run("2", '<vertAlign val="baseline"/>') + _run("x", "<strike/>"), "a2", "x"),
        ("<t>polos</t><rPh><strike/></rPh>", "polos", ""),
        (_run("a &lt; b", "<strike val='false'/>"), "a &lt; b", ""),
    ],
)  # fmt: skip
def test_letters_are_read_as_they_look(inside: str, text: str, struck: str) -> None:
    assert _read(inside) == (text, struck)


def test_shared_strings_stay_in_their_order() -> None:
    items = f"<si><t>satu</t></si><si>{_run('dua', '<strike/>')}</si><si><t/></si>"
    made = rewrite_strings(f'<sst xmlns="{SPACE}">{items}</sst>'.encode()).decode()
    texts = [part.partition("</t>")[0] for part in made.split('<si><t xml:space="preserve">')[1:]]
    assert [split_struck(text) for text in texts] == [("satu", ""), ("", "dua"), ("", "")]
    assert f'<sst xmlns="{SPACE}">' in made


def test_what_has_no_looks_or_is_broken_stays() -> None:
    assert not has_looks(b"<is><t>a</t></is>")
    assert rewrite_inline(b"<is><t>a</t></is>") == b"<is><t>a</t></is>"
    assert rewrite_inline(b"<is><strike>") == b"<is><strike>"
