"""Review copies: tracked changes from an older text, and comments."""
