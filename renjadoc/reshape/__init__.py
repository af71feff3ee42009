"""A folder in another shape: its tables in other forms, its chapters in another outline; nothing is lost."""
