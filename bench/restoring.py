"""A lost laptop: the backup at close of day, and the register restored, for 400 people over two years."""

import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import django
from clock import report, seconds

FOLDER = tempfile.TemporaryDirectory(prefix="jornal-restoring-")
HOME = Path(FOLDER.name)
os.environ.update(DJANGO_SETTINGS_MODULE="jornal.settings", JORNAL_HOME=FOLDER.name, DATABASE_URL="")
django.setup()

from django.core.management import call_command  # noqa: E402 (needs Django set up)

from jornal.actions import backupkey  # noqa: E402
from jornal.actions.backup import back_up, checked  # noqa: E402
from jornal.actions.restore import Asked, restore  # noqa: E402
from jornal.facts.attendance import Shift  # noqa: E402
from jornal.facts.pay import Adjustment  # noqa: E402
from jornal.facts.pieces import Pieces  # noqa: E402
from jornal.journal import books, node  # noqa: E402
from jornal.journal.fact import Fact  # noqa: E402
from jornal.journal.hand import Hand, utc_now  # noqa: E402
from jornal.journal.record import record  # noqa: E402

PEOPLE = [f"Q{number:03}" for number in range(400)]
BEGIN, WORKDAYS = date(2024, 11, 4), 520


def sets() -> Iterator[list[Fact]]:
    """Everybody's shift and pieces of each working day, and every fourth week a sum somebody decided."""
    for number in range(WORKDAYS):
        day = BEGIN + timedelta(weeks=number // 5, days=number % 5)
        of = {"day": day, "site": "cusco", "number": 1}
        yield [Shift(worker=one, what="work", start=480, end=780, **of) for one in PEOPLE]
        yield [Pieces(worker=one, operation="sew", good=40, rework=1, **of) for one in PEOPLE]
        if number % 20 == 0:
            sums = {
                "what": "bonus",
                "label": "attendance",
                "amount": 2500,
                "reason": "agreed",
                "payer": "enterprise",
            }
            yield [Adjustment(worker=one, **sums, **of) for one in PEOPLE]


def main() -> int:
    call_command("migrate", verbosity=0)
    hand = Hand("S1", "site_manager", node.made(HOME))
    books.opened("cusco", "hq", hand)
    recipient, secret = backupkey.new_identity()
    backupkey.keep(HOME, recipient)
    recorded = seconds(lambda: [record(some, "cusco", hand) for some in sets()], runs=1)
    report("400 people x 2 years, recorded in sets", recorded)
    backups = HOME / "backups"
    kept = [
        report("backup, opened again and read", seconds(lambda: back_up(HOME, backups, at=utc_now()), runs=3))
    ]
    (newest, *_) = sorted(backups.glob("*.backup"), reverse=True)
    register = HOME / "register.sqlite3"
    print(
        f"{'its size, and that of the register':<50} {megabytes(newest):8.1f} MB {megabytes(register):8.1f} MB"
    )
    identity = backupkey.identity(secret)
    kept.append(
        report("backup opened with its secret and read", seconds(lambda: checked(newest, identity), runs=3))
    )
    asked = Asked(newest, HOME / "again", secret, "S1")
    found = []
    kept.append(report("restored", seconds(lambda: found.append(restore(asked)), runs=1), must=600, aim=60))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'entries restored, and peak memory':<50} {found[0].contents.entries:8} {memory:11.0f} MB")
    FOLDER.cleanup()
    return 0 if all(kept) else 1


def megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    sys.exit(main())
