"""What differs between two content folders: compared, and told as text, data and a Word table."""
