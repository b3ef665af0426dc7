"""`jornal status`: where the register stands, as its first page says it."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from jornal.actions.standing import Standing, standing
from jornal.cli import register
from jornal.journal.chain import shown


def arguments(_: argparse.ArgumentParser) -> None:
    """The command takes none."""


@register.spoken()
def run(_: argparse.Namespace) -> int:
    """Prints it; 1 where something has to be seen to."""
    found = standing(register.home(), datetime.now(UTC))
    print("\n".join(_told(found)))
    return 1 if found.guards or found.clock else 0


def _told(found: Standing) -> Iterator[str]:
    yield f"{found.label or 'no site yet'}, in {register.home()}"
    width = max((len(book.book) for book in found.books), default=0)
    for book in found.books:
        last = f", last on {book.last:%Y-%m-%d %H:%M} UTC" if book.last else ""
        whose = "" if book.ours else " (written on another computer)"
        entries = "1 entry" if book.entries == 1 else f"{book.entries} entries"
        yield f"  {book.book.ljust(width)}  {shown(book.code)}  {entries}{last}{whose}"
    yield f"guards: {found.guards or 'all stand'}"
    yield f"names:  {'locked' if found.names else 'there is no vault here'}"
    late = f"it went back behind {found.clock:%Y-%m-%d %H:%M} UTC; set it" if found.clock else ""
    yield f"clock:  {late or 'goes on from the last record'}"
    made = f"{found.backup:%Y-%m-%d %H:%M} UTC" if found.backup else "none yet; make one with `jornal backup`"
    yield f"backup: {made}"
