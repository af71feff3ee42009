"""Tests of `renjadoc/batch`."""
