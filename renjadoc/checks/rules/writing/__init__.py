"""How a text is written: spelling, marks, numbers, names, what is left unfinished."""
