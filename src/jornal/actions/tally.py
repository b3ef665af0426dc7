"""A day's pieces keyed in at once: new counts, and counts set right with one reason, all of them or none."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from jornal.actions.given import on
from jornal.actions.office import Office, check
from jornal.actions.onlot import on_their_lots
from jornal.actions.pieces import ROLES, Counted
from jornal.actions.present import present
from jornal.facts.pieces import Pieces
from jornal.journal.fact import Fact
from jornal.journal.place import locked
from jornal.journal.record import CorrectedMeanwhile, corrected
from jornal.units.listed import refuse


class Mended(NamedTuple):
    """A count that is set right: `upon` is the version that was looked at."""

    upon: UUID
    good: int
    rework: int


def tallied(
    office: Office, rows: Sequence[Counted], mended: Sequence[Mended] = (), why: str = ""
) -> list[Fact]:
    """The counts and corrections, as recorded.

    Raises what `count` raises; NotCorrectable without a reason, CorrectedMeanwhile where one of them is not the last
    version, ListedTerm for what the reason may not say.
    """
    check(office, "count", ROLES)
    present(office, ((row.worker, on(office, row.day)) for row in rows))
    facts = [Pieces(**row.model_dump(), site=office.site) for row in rows]
    tips = {
        one.id: one for one in Pieces.objects.filter(book=office.site, id__in=[one.upon for one in mended])
    }
    last = set(Pieces.objects.current().filter(id__in=tips).values_list("id", flat=True))
    for one in mended:
        if one.upon not in last:
            raise CorrectedMeanwhile(tips[one.upon])
        facts.append(corrected(tips[one.upon], refuse(why, "the reason"), good=one.good, rework=one.rework))
    with transaction.atomic():
        locked(office.book("site"))
        on_their_lots(office.site, facts)
        return office.put(facts)
