"""The rules of the input rooms (files, shape, references, templates): no function of checks/ finds what breaks them.

Their titles and documentation are texts, in data/aturan-berkas.txt, in the form of a rule's docstring.
"""

from __future__ import annotations

import re
from functools import cache

from renjadoc import resources
from renjadoc.checks.rule import Rule
from renjadoc.problem import Severity

_HEAD = re.compile(r"^(RJ\d{3}) · (\w+) · (.+)\n", re.MULTILINE)


@cache
def read_input_rules() -> dict[str, Rule]:
    """Every rule of the input rooms by its code."""
    _, *pieces = _HEAD.split(resources.data_file("aturan-berkas.txt").read_text("utf-8"))
    heads = zip(pieces[::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=True)
    return {code: Rule(code, title, Severity(severity), doc) for code, severity, title, doc in heads}
