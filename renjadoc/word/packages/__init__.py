"""Word packages as zipped parts: what may stand in them, opened with care, written the same way every time."""
