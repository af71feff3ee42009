"""Reads Word documents, of whatever program, as plain data."""
