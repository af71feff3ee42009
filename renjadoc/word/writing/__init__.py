"""Blocks become a document: its text, lists, tables, pictures, charts and parts."""
