"""`jornal verify-passport`: whether a passport is as it was signed; no register, network or trust in us is needed."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jornal.journal.jws import checked, fingerprint
from jornal.units.said import Said

LARGEST = 1_000_000


class TooLarge(Said):
    """A file that is no passport."""

    def __init__(self, path: Path) -> None:
        super().__init__("{path} is too large for a passport. Name its .json file.", path=path)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path, help="the passport's .json file; its .jws lies beside it")
    parser.add_argument("--jws", type=Path, help="the signature, where it lies elsewhere")
    parser.add_argument(
        "--key",
        default="",
        metavar="CODE",
        help="the twenty characters printed on the label: the maker's key",
    )


def run(told: argparse.Namespace) -> int:
    """Prints what was signed; 0 where the key is the one named, 1 where none was named."""
    found = checked(_text(told.file), _text(told.jws or told.file.with_suffix(".jws")), told.key)
    code = fingerprint(found.public)
    print("\n".join(_lines(found.content)))
    if told.key:
        print(f"\nThis is what was signed, word for word, by the key {code}.")
        return 0
    print(f"\nThis is what was signed, word for word. Compare its key with the label: {code}.")
    print("The same characters: nobody has changed it. Others: trust nothing that it says.")
    return 1


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise TooLarge(path)
    return path.read_bytes().decode("utf-8", errors="replace")


def _lines(content: Any, deep: int = 0) -> Iterator[str]:
    """Every key with its value, so that nothing signed goes unread."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content, start=1)
    for key, value in pairs:
        if isinstance(value, dict | list) and value:
            yield f"{'  ' * deep}{key}:"
            yield from _lines(value, deep + 1)
        else:
            yield f"{'  ' * deep}{key}: {_plain(value)}"


def _plain(value: Any) -> str:
    """A value on one line, without signs that a terminal would obey."""
    said = (
        {True: "yes", False: "no", None: "not known"}.get(value) if isinstance(value, bool | None) else None
    )
    text = said or ("none" if value in ({}, []) else str(value))
    return "".join(letter if letter.isprintable() else "?" for letter in text)
