"""The one thing that setup.cfg cannot say: rooms of the package are found, and three folders beside it come with it."""

from setuptools import find_packages, setup

setup(
    packages=[
        *find_packages(include=["renjadoc", "renjadoc.*"]),
        "renjadoc._templates",
        "renjadoc._schema",
        "renjadoc._awal",
    ]
)
