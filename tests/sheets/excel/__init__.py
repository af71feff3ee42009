"""Tests of tables out to Excel and back."""
