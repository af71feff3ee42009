"""Masuk dan keluar: tables out to Excel, the narrative out to Word, and what comes back, change by change."""

from __future__ import annotations
