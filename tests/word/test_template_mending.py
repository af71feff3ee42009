"""What people leave in a template without wanting it: put right before documents are made of it."""

from __future__ import annotations

import pytest

from renjadoc.word.packages import package
from renjadoc.word.templates.mending import mend_template
from tests.word.templates import BODY, TEMPLATE, tag_paragraph

_STYLES = "word/styles.xml"
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="Isi"/></w:pPr><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>'


def _mended(part: str, old: str, new: str) -> str:
    """The part of the template after it was changed so and mended."""
    parts = package.unpack_file(TEMPLATE)
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new).encode()
    mend_template(parts)
    return parts[part].decode()


def test_our_own_template_needs_none() -> None:
    parts = package.unpack_file(TEMPLATE)
    before = dict(parts)
    mend_template(parts)
    assert parts == before


def test_pages_lie_as_they_are_wide() -> None:
    body = _mended(BODY, ' w:orient="landscape"', "")
    assert body.count('w:orient="landscape"') == package.unpack_file(TEMPLATE)[BODY].count(b'w:orient="landscape"')
    parts = package.unpack_file(TEMPLATE)
    parts[BODY] = parts[BODY].replace(b"<w:pgSz ", b'<w:pgSz w:orient="landscape" ', 1)
    mend_template(parts)
    assert b'w:orient="portrait"' in parts[BODY]


@pytest.mark.parametrize(
    ("tag", "is_before", "kept"),
    [
        (tag_paragraph("{%p if blok.pola == 'rekap' %}"), False, 0),
        (tag_paragraph("{{p blok.xml }}"), False, 0),
        (tag_paragraph("{{p ringkasan }}"), False, 0),
        (tag_paragraph("{%p if blok.akhir_bab %}"), False, 1),
        ('<w:p><w:pPr><w:pStyle w:val="SampulJudul"/>', True, 1),
        ('<w:p><w:pPr><w:pStyle w:val="TandaTanganNama"/>', True, 1),
    ],
    ids=["pola", "uraian", "sebelum-daftar-isi", "di-atas-tanda-tangan", "di-bawah-lambang", "di-bawah-gambar"],
)
def test_empty_paragraphs_between_tags_go_and_room_for_pictures_and_signatures_stays(
    tag: str, is_before: bool, kept: int
) -> None:
    body = _mended(BODY, tag, _EMPTY + tag if is_before else tag + _EMPTY)
    # The specimen shows each style once more.
    assert body.count(_EMPTY) in ((kept, kept + 1) if is_before else (kept,))


def test_a_size_of_the_usual_style_leaves_the_letters_of_tables_alone() -> None:
    name = '<w:name w:val="Normal"/>'
    styles = _mended(_STYLES, name, f'{name}<w:rPr><w:b/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>')
    defaults = styles[: styles.index("</w:docDefaults>")]
    assert '<w:sz w:val="26"/><w:szCs w:val="26"/>' in defaults
    assert f"{name}<w:rPr><w:b/></w:rPr>" in styles


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\u2060"])
def test_signs_that_nobody_sees_go_from_tags(sign: str) -> None:
    assert "{{ daerah.lengkap }}" in _mended(BODY, "{{ daerah.lengkap }}", f"{{{{ daerah.{sign}lengkap }}}}")
