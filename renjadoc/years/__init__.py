"""Next year from this year: years that move, and how far a new folder is."""
