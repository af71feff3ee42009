"""The first template, written by hand: measures, styles, lists, tables, pages and the package that holds them."""
