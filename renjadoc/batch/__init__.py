"""The Renja of many offices in one run: what is found, made, kept in mind and reported."""
