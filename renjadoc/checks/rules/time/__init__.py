"""Days, years, spans, and what comes before what."""
