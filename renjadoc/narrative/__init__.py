"""What the narrative says: inline marks, placeholders, citations and the numbering of headings and tables."""
