"""The kinds of tables of a Renja, one file each: columns, printed rows, a year's step; what is computed, once a run."""
