"""The rules of markets read from their files: the packaged one and those beside the data, every fault at once."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jornal.terms.faults import TermsFaults
from jornal.terms.files import PACKAGED, places, shown, table
from jornal.terms.markets import CODE, Markets
from jornal.terms.parse import shaped

FILE = "markets.toml"


def markets(folder: Path | None = None) -> Markets:
    """The rules of every file found from here, joined: a nearer file adds rows and takes none away.

    Raises `TermsFaults` with all their faults.
    """
    return _joined(path for place in reversed(places(folder)) if (path := place / FILE).is_file())


@cache
def packaged() -> Markets:
    """The rules that ship with jornal."""
    return _joined([PACKAGED / FILE])


def _joined(paths: Iterable[Path]) -> Markets:
    found, faults = Markets(), []
    for path in paths:
        name = shown(path)
        read, wrong = shaped(Markets, table(path), lambda _place, name=name: name)  # type: ignore[misc]
        faults += wrong
        if read is not None:
            found = Markets(place=(*found.place, *read.place), market=(*found.market, *read.market))
            faults += [f"{name}: {says}" for says in _flaws(read)]
    if faults:
        raise TermsFaults(faults)
    return found


def _flaws(read: Markets) -> list[str]:
    """What no row of a file may be."""
    ids = [row.id for row in read.market]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    found = [f'the market "{one}" stands there twice. Give one another id.' for one in twice]
    for row in read.market:
        if not CODE.fullmatch(row.where):
            found.append(f'market {row.id}: "{row.where[:20]}" is no code of a place, such as DK.')
        if not row.law.strip() or not row.source.strip():
            found.append(f"market {row.id}: a rule without its law and source decides nothing. Add both.")
        if row.until is not None and row.until < row.since:
            found.append(f"market {row.id}: it ends before it begins. Correct since or until.")
        if not row.ways:
            found.append(f"market {row.id}: ways is empty. Write destination, transit or both.")
    return found
