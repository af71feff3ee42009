"""Word documents, written and read: the only room that knows docx, docxtpl and lxml, and no table of a Renja."""
