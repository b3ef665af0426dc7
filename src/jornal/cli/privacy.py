"""`jornal privacy`: what the register keeps about whom, table by table, for whoever answers for people's data."""

import argparse

from jornal.actions.kept import form


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes none."""
    _ = parser


def run(_: argparse.Namespace) -> int:
    """Prints the form; it is the same on every computer with this release."""
    print(form())
    return 0
