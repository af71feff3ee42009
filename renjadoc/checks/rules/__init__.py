"""The rules of a good Renja: a folder a subject, a function a rule; whoever adds one edits no list."""
