"""Tests of what comes back into the data."""
