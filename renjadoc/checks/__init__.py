"""The rules of a good Renja, one function each; registry.py lists them all."""
