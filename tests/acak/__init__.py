"""Random content and spoilt files: what may be written gives a good document, and what may not gives problems."""
