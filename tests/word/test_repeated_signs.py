"""Signs of tags and notes repeated through a text are read once, and not looked at anew from each of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys

from renjadoc import compose
from renjadoc.content.folder import read_folder
from renjadoc.narrative import spans
from renjadoc.word.templates import lint, short_tags
from renjadoc.word.trial import completeness
from renjadoc.years import stray_years
from tests.acak.bases import RIGHT

#: In a process of its own, which can be ended: a megabyte for each, a moment where time grows with the text and hours
#: where it grows with its square.
_SIZE = 1_000_000
_SEARCH = """
import json, re, sys
for pattern, flags, texts in json.load(sys.stdin):
    for text in texts:
        sum(1 for _ in re.compile(pattern, flags).finditer(text))
print("selesai")
"""


def _repeat(*signs: str) -> list[str]:
    return [sign * (_SIZE // len(sign)) for sign in signs]


def test_every_pattern_is_done_with_a_text_of_openings() -> None:
    folder, _ = read_folder(RIGHT)
    assert folder is not None
    texts: dict[re.Pattern[str], list[str]] = {
        lint._TAG: _repeat("{{", "{%", "{#"),
        short_tags._TAG: _repeat("{{", "{%"),
        short_tags._SHORT: [*_repeat("{{a|"), "{{a" + " " * _SIZE],
        short_tags._OWN: [*_repeat("{%for", "{%a%}", "{% for a "), "{% for a" + " " * _SIZE],
        completeness._LEFT_OUT: [*_repeat("{# tanpa "), "{# tanpa a" + " " * _SIZE],
        spans.PLACEHOLDER: _repeat("{{"),
        compose._NOTE: _repeat("[["),
        stray_years.match_fixed(folder): [*_repeat("{{", "[[", "^[", "Nomor."), "Nomor" + " " * _SIZE],
    }
    asked = json.dumps([(one.pattern, one.flags, repeated) for one, repeated in texts.items()])
    command = [sys.executable, "-c", _SEARCH]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout == "selesai\n"


def test_what_is_found_is_what_a_reader_takes_for_a_tag() -> None:
    assert lint._TAG.findall("a {{ b }} {% c %}{# d #} {{ e") == ["{{ b }}", "{% c %}", "{# d #}"]
    assert short_tags.spell_out("{% for n1 , x in y %}{{ n2 | sel }}{{n1}}") == (
        "{% for n1 , x in y %}{{ (tahun - 2)| sel }}{#n2| sel#}{{n1}}"
    )
    assert completeness._LEFT_OUT.findall("{#  tanpa a.b, c #}") == ["a.b, c "]
    assert compose._NOTE.findall("[[ a ]] b [[c]]") == [" a ", "c"]
