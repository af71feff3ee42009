"""Lays down the first templates/renja.docx; from then on Word is its editor and this script is not needed.

    python tools/susun_renja.py [FILE]        writes templates/renja.docx and data/tanda-pendek.json, or FILE alone

Measures, styles, lists, tables and pages stand in template/, each in its file. The package is written by hand, since
python-docx's default template drags 160 latent styles and a thumbnail along and every made document would carry them.
The same script always writes the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from template.package import faults, write_package
from template.tables import TABLES, check_widths
from template.tables.short import short_tags_json

ROOT = Path(__file__).parent.parent
SHORT_TAGS = ROOT / "renjadoc" / "data" / "tanda-pendek.json"


def main(arguments: Sequence[str]) -> int:
    path = Path(arguments[0]) if arguments else ROOT / "templates" / "renja.docx"
    check_widths()
    if not arguments:
        SHORT_TAGS.write_text(short_tags_json(TABLES), "utf-8", newline="\n")
    write_package(path)
    found = faults(path)
    print("\n".join([f"{path}: {len(found)} faults", *found]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
