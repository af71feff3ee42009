"""Figures that sentences tell, against each other."""
