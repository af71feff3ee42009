"""The figures of tables, row by row and year by year."""
