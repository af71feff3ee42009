"""Takes the edits of a Word document that came back into the content: read, match, merge, write."""
