"""How the document hangs together, and what it has to say."""
