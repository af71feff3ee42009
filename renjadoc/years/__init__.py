"""Next year from this year, and a Renja Perubahan from the Renja of the year; and how far a new folder is."""
