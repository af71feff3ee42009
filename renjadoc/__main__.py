"""Lets `python -m renjadoc` do what the `renjadoc` command does."""

from renjadoc.start import run

if __name__ == "__main__":
    raise SystemExit(run())
