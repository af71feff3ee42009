"""Tests of the adoption of old Word documents."""
