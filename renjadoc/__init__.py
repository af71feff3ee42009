"""renjadoc: makes the Renja of an Indonesian government agency from data."""

__version__ = "0.1.0"
