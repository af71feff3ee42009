"""Measures and colours: lengths in twips (567 a centimetre), borders in eighths of a point, as WordprocessingML has."""

from __future__ import annotations

FONT = "Arial"
PAPER_SHORT, PAPER_LONG = 12189, 18709  # F4, 215 x 330 mm
MARGIN, BINDING = 1417, 1701  # 2,5 cm, and 3 cm on the side that is bound
PORTRAIT_WIDTH = PAPER_SHORT - MARGIN - BINDING
LANDSCAPE_WIDTH = PAPER_LONG - 2 * MARGIN
FOOTER_DISTANCE = 709
PAGE_NUMBER_ROOM = 567  # behind the entries of a table of contents

BODY_LINE = 360  # one and a half lines, never an exact height: a picture or a formula that is put in shows whole
LIST_STEP = 425  # 0,75 cm a level
LIST_LEVELS = 4

HEAD_SHADE = "DCE6F1"
RULE, TAG_GREY, REPEATED_GREY, OPEN_YELLOW = "404040", "7F7F7F", "595959", "FFF176"
