"""Tests of what the commands say and ask, without their work."""
