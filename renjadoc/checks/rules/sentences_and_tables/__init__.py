"""Figures that sentences tell, against the tables."""
