"""Tests, in the rooms of the code."""
