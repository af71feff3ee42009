"""What edits content: edits to JSON text, files written whole, old ones kept."""
