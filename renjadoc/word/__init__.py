"""Word documents: the only room that knows docx, docxtpl and OOXML; it knows no Renja."""
