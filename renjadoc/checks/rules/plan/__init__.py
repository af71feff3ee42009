"""The plan and what it is made of: codes, names, indicators, cells that stand open, forms of the law."""
