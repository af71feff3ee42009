"""Content folders: read with positions, checked for shape, handed on as plain JSON data."""
