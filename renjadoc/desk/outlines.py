"""The outlines that a folder can have, as they name themselves; and the names of regions, to be chosen from."""

from __future__ import annotations

import json
import re
from pathlib import Path

from renjadoc import resources
from renjadoc.checks.regions import read_regions
from renjadoc.questions import Question

_NAME, _PROVINCE = "/daerah/nama", "/daerah/provinsi"


def list_outlines() -> dict[str, str]:
    """The outlines of regulations, the newest first."""
    paths = sorted(resources.outlines_folder().glob("permendagri-*.json"), key=_age_outline)
    return {path.stem: json.loads(path.read_text("utf-8"))["nama"] for path in paths}


def name_regions(question: Question) -> Question:
    """A question for a region has the names that there are as choices; others may be typed."""
    regions = read_regions()
    if question.pointer == _PROVINCE:
        return question._replace(choices=tuple(regions))
    if question.pointer == _NAME:
        names = {name.partition(" ")[2] for members in regions.values() for name in members}
        return question._replace(choices=tuple(sorted(names | set(regions))))
    return question


def _age_outline(path: Path) -> tuple[int, str]:
    """The younger its regulation, the earlier; of one regulation the plain outline first."""
    year = re.search(r"-(\d{4})\b", path.stem)
    return -int(year[1]) if year else 0, path.stem
