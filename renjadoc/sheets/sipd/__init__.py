"""Rows that the planning system (SIPD) exports, merged into the plan."""
