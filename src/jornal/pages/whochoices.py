"""Whom fields offer: those at work here, the staff, both of them, and those who receive for a worker."""

from collections.abc import Callable, Iterable, Mapping

from jornal.actions.present import ONE_DAY
from jornal.facts.organisation import Staff
from jornal.facts.work import Beneficiary
from jornal.pages.desk import Desk
from jornal.pages.forms import Choice
from jornal.pages.payrows import payees
from jornal.reads.people import who_is_enrolled
from jornal.units.letters import fold
from jornal.units.periods import Period

Found = Iterable[tuple[str, str]]
PEN = "prison"
"""An official judges no work and reads no paper of the enterprise."""


def at_work(desk: Desk) -> tuple[Choice, ...]:
    """Everybody at work here today, by name where names are open; at headquarters at every site."""
    today = Period(desk.day, desk.day + ONE_DAY)
    return _named(desk, who_is_enrolled(desk.place, today))


def staff(desk: Desk) -> tuple[Choice, ...]:
    """The staff and the elected representatives, by name where names are open; no official of the prison."""
    return _named(desk, Staff.objects.current().exclude(of=PEN).values_list("staff", flat=True))


def representatives(desk: Desk) -> tuple[Choice, ...]:
    """Those whom workers elected, by name where names are open."""
    return _named(desk, Staff.objects.current().filter(of="workers").values_list("staff", flat=True))


def people(desk: Desk) -> tuple[Choice, ...]:
    """Whoever may have made or proposed something here: those at work, then the staff."""
    return (*at_work(desk), *staff(desk))


def _beneficiaries(desk: Desk, worker: str) -> Found:
    """Those she named, by code, with initials and the last four digits where names are open."""
    rows = Beneficiary.objects.current().filter(worker=worker).order_by("beneficiary")
    called = payees(desk, [worker])
    return [
        (one, " · ".join(filter(None, (one, called.get(one)))))
        for one in rows.values_list("beneficiary", flat=True)
    ]


def _named(desk: Desk, tokens: Iterable[str]) -> tuple[Choice, ...]:
    called = desk.called(list(tokens))
    return tuple(
        Choice(token, name) for token, name in sorted(called.items(), key=lambda pair: fold(pair[1]))
    )


FOUND: Mapping[str, Callable[[Desk, str], Found]] = {
    "at_work": lambda desk, _: at_work(desk),
    "beneficiaries": _beneficiaries,
    "people": lambda desk, _: people(desk),
    "staff": lambda desk, _: staff(desk),
}
"""What is looked up, by the name of the source; the second argument is a worker, "" where it is nobody's form."""
