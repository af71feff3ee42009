"""Masuk dan keluar: tables out to Excel, the narrative out to Word, and what comes back, change by change."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from nicegui import events, ui

from renjadoc.absorption import run as absorption
from renjadoc.desk.guard import MOST_BYTES
from renjadoc.desk.pages.frame import do, page_frame, show_message
from renjadoc.desk.shelf import find_folder
from renjadoc.problem import Location, Problem, ProblemsFound
from renjadoc.review import ReviewOrder
from renjadoc.review import make as make_review
from renjadoc.sheets.excel import run as excel
from renjadoc.sheets.sipd import run as sipd
