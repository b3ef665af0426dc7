"""Asking after release, by a consent of its own and in codes alone; and figures of others to stand beside ours."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from jornal.actions.given import Code, known_here, on
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS
from jornal.actions.verb import Row, Verb
from jornal.facts.afterwards import AskedAfter, Baseline
from jornal.journal.fact import Fact
from jornal.reads.outcomes import months_after, released_on
from jornal.reads.people import consents_in_force
from jornal.units.said import Said


class NotReleased(Said):
    """Somebody asked who was not released, or not so long ago."""

    def __init__(self, worker: str, months: int, since: date | None) -> None:
        says = (
            "{worker} is asked about {months} months after her release from {since} on. Ask her then."
            if since
            else "No release of {worker} is recorded, so there is nothing to ask yet. Record her leaving first."
        )
        super().__init__(says, worker=worker, months=months, since=since or "")


class NotConsented(Said):
    """Somebody asked who did not consent to it."""

    def __init__(self, worker: str, day: date) -> None:
        super().__init__(
            "{worker} has no consent that holds on {day} to be written to after she leaves. Ask for it first, apart "
            "from everything else, with `jornal do give-consent`; without it she is asked nothing.",
            worker=worker,
            day=day,
        )


def _number(value: Any) -> Any:
    """Typed text as a number, which one of few numbers has to be."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() else value


class Answered(Row):
    """What she answered so many months after her release, in codes; what she does not say is "not_said"."""

    worker: Code
    months: Annotated[Literal[3, 6, 12], BeforeValidator(_number)]
    day: date | None = None
    work: Literal["with_us", "elsewhere", "looking", "none", "not_said"] = "not_said"
    home: Literal["own", "family", "hostel", "none", "not_said"] = "not_said"
    inside: Literal["no", "yes", "not_said"] = "not_said"


class Published(Row):
    """A figure that others published: how many of ten thousand (44 % is 4400), where, who says so, on which day."""

    published_on: date
    of_10000: Annotated[int, Field(ge=0, le=10_000)]
    place: Annotated[str, Field(max_length=200)] = ""
    source: Annotated[str, Field(min_length=1, max_length=300)]


def ask(office: Office, rows: Sequence[Answered]) -> list[Fact]:
    """The answers, as recorded. Raises NotReleased, NotConsented, NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    facts = []
    for row in rows:
        day, left_on = on(office, row.day), released_on(row.worker)
        since = months_after(left_on, row.months) if left_on else None
        if since is None or since > day:
            raise NotReleased(row.worker, row.months, since)
        consent = consents_in_force([row.worker], "contact_after", day).get(row.worker)
        if consent is None:
            raise NotConsented(row.worker, day)
        said = row.model_dump(exclude={"day"})
        facts.append(AskedAfter(**said, day=day, site=office.site, consent=consent.root))
    return office.put(facts)


def publish(office: Office, rows: Sequence[Published]) -> list[Fact]:
    """The figures of others, as recorded. Raises NotYet."""
    for row in rows:
        on(office, row.published_on)
    return office.put((Baseline(**row.model_dump(), measure="inside_again") for row in rows), "hq")


VERBS: dict[str, Verb] = {
    "ask-after": Verb(
        Answered, ask, ("site_manager", "trainer"), "Record what somebody answered after her release."
    ),
    "set-baseline": Verb(
        Published, publish, HEADQUARTERS, "Record a published figure to stand beside our own."
    ),
}
