"""Regulations: the list, how they are cited, and what a Renja rests on."""
