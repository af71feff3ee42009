"""Templates tried: filled with marks in the place of content, and what comes out is counted."""
