"""Word documents, written and read: the only room that knows docx, docxtpl and OOXML, and no table of a Renja."""
