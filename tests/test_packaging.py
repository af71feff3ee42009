"""What is installed: every room of the package is listed in setup.cfg, or `pip install .` would leave it out."""

from __future__ import annotations

from configparser import ConfigParser

from tests.conftest import ROOT


def test_every_package_is_listed() -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    listed = {name for name in config["options"]["packages"].split() if not name.startswith("renjadoc._")}
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "renjadoc").rglob("__init__.py")}
    assert listed == found
