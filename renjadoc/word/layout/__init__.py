"""Documents laid out on pages by LibreOffice: page numbers, PDF, files of other kinds."""
