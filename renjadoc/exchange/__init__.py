"""What comes back into the data, and what leaves it for other hands: edits to content files, and comparisons."""
