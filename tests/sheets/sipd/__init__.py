"""Tests of rows of the planning system."""
