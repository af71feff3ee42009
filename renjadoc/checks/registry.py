"""Every rule of what a document says, by code: each is found in the folders of rules/, none is listed."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from renjadoc.checks import rules
from renjadoc.checks.input_rules import read_input_rules
from renjadoc.checks.rule import Rule, list_registered

for _module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
    import_module(_module.name)

RULES: tuple[Rule, ...] = list_registered()


def titles_by_code() -> dict[str, str]:
    """The title of every rule, those of the input rooms included."""
    return {rule.code: rule.title for rule in (*read_input_rules().values(), *RULES)}
