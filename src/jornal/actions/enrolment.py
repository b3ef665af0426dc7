"""A worker takes up work at a site: once her offer is accepted and her consent thought over."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from jornal.actions.given import Code, Language, Languages, known_here, on, year_on
from jornal.actions.offers import OF_AGE, last_offers
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import SiteClosed, Workshop
from jornal.facts.people import CarriedOver, Consent, Enrolled, Left, Offer, OfferAnswered, Worker
from jornal.journal.fact import Fact
from jornal.journal.vaultlog import Reader
from jornal.reads.people import Enrolment, consents_in_force, enrolled_on
from jornal.units.parts import AND_MORE, Part, Several
from jornal.units.said import Said


class NotReady(Said):
    """Workers who cannot take up work yet, each with what is missing."""

    def __init__(self, missing: Mapping[str, Sequence[str]], site: str) -> None:
        workers = [
            Part("{worker}: {lacks}", worker=worker, lacks=Several(lacks, len(lacks), between=Part(", and ")))
            for worker, lacks in missing.items()
        ]
        super().__init__(
            "Nobody was enrolled at {site}. {workers}. Record what is missing, then enrol again.",
            site=site,
            workers=Several(workers, between="; ", more=AND_MORE),
        )
        self.missing = missing


class Taken(Row):
    """A worker at a site from a day on: her workshop, the language of her papers, every language she has, if she reads.

    `reads` stays "not_asked" until somebody asked her.
    """

    worker: Code
    since: date | None = None
    workshop: str = ""
    language: Language
    languages: Languages = Field(default_factory=list)
    reads: Literal["yes", "with_help", "no", "not_asked"] = "not_asked"
    clock_number: str = ""


def enrol(office: Office, rows: Sequence[Taken]) -> list[Fact]:
    """The enrolments as recorded, all or none. Raises NotReady with everything missing, NotKnownHere, NotYet."""
    known_here(office, [row.worker for row in rows])
    facts = [_enrolled(office, row) for row in rows]
    there = _there(office.site, [row.worker for row in rows])
    new = [fact for fact in facts if (fact.worker, fact.since) not in there]
    missing = _missing(office, new)
    if missing:
        raise NotReady(missing, office.site)
    return office.put(facts)


def _enrolled(office: Office, row: Taken) -> Enrolled:
    said = row.model_dump(exclude={"since", "languages"})
    languages = list(dict.fromkeys([row.language, *row.languages]))
    return Enrolled(**said, site=office.site, since=on(office, row.since), languages=languages)


def _there(site: str, workers: Sequence[str]) -> set[tuple[str, date]]:
    """The enrolments here that are recorded, so that sending one twice asks for nothing anew."""
    found = Enrolled.objects.current().filter(site=site, worker__in=workers)
    return set(found.values_list("worker", "since"))


def _missing(office: Office, facts: Sequence[Enrolled]) -> dict[str, list[str]]:
    """What each worker still needs, by worker; whoever needs nothing is not there."""
    found: dict[str, list[str]] = {}
    days: dict[date, list[Enrolled]] = {}
    for fact in facts:
        days.setdefault(fact.since, []).append(fact)
    always = _always(office, [fact.worker for fact in facts])
    for day, some in days.items():
        seen = _seen(always, day, some)
        for fact in some:
            found.setdefault(fact.worker, []).extend(_lacks(fact, seen))
    return {worker: lacks for worker, lacks in found.items() if lacks}


class _Always(NamedTuple):
    """What stands at a site for some workers, whatever the day."""

    site: str
    offers: Mapping[str, tuple[Offer, OfferAnswered | None]]
    of_age_on: Mapping[str, date | None]
    rooms: frozenset[str]
    closed_on: date | None


class _Seen(NamedTuple):
    """What stands at a site on a day for some workers."""

    day: date
    always: _Always
    consents: Mapping[str, Consent]
    there: Mapping[str, Enrolment]
    clocks: Counter[str]


def _always(office: Office, workers: Sequence[str]) -> _Always:
    site = office.site
    rooms = Workshop.objects.current().filter(site=site).values_list("workshop", flat=True)
    closed_on = SiteClosed.objects.current().filter(site=site).values_list("day", flat=True).first()
    return _Always(site, last_offers(site, workers), _of_age_on(office, workers), frozenset(rooms), closed_on)


def _seen(always: _Always, day: date, facts: Sequence[Enrolled]) -> _Seen:
    workers = [fact.worker for fact in facts]
    new = Counter(fact.clock_number for fact in facts if fact.clock_number)
    clocks = _clocks(always.site, day) + new if new else new
    return _Seen(day, always, consents_in_force(workers, "work", day), enrolled_on(workers, day), clocks)


def _lacks(fact: Enrolled, seen: _Seen) -> Iterator[str]:
    """Each thing that is still needed, as part of a sentence."""
    always = seen.always
    if always.closed_on is not None and always.closed_on <= seen.day:
        yield Part("the site is closed")
    if fact.worker in seen.there:
        there = seen.there[fact.worker]
        yield Part(
            "she is enrolled at {site} since {since} (`jornal do leave` ends that)",
            site=there.site,
            since=there.since,
        )
    _, answer = always.offers.get(fact.worker, (None, None))
    if answer is None or answer.answer != "accepted" or answer.day > seen.day:
        yield Part("she has accepted no offer of work here (`jornal do answer-offer`)")
    if fact.worker not in seen.consents:
        yield Part(
            "no consent of hers to work, thought over, holds on {day} (`jornal do give-consent`)",
            day=seen.day,
        )
    yield from _age(always.of_age_on.get(fact.worker), seen.day)
    if fact.workshop and fact.workshop not in always.rooms:
        yield Part('there is no workshop "{workshop}" (`jornal do open-workshop`)', workshop=fact.workshop)
    if seen.clocks[fact.clock_number] > 1:
        yield Part("clock number {number} is another worker's", number=fact.clock_number)


def _clocks(site: str, day: date) -> Counter[str]:
    """How many of those enrolled on a day have each clock number."""
    gone = Left.objects.current().filter(day__lt=day).values("enrolled")
    rows = Enrolled.objects.current().filter(site=site).exclude(clock_number="").exclude(root__in=gone)
    return Counter(rows.values_list("clock_number", flat=True))


def _of_age_on(office: Office, workers: Sequence[str]) -> dict[str, date | None]:
    """From which day each worker is surely of age; None where not even her year of birth is known.

    The date is opened for the young alone. Raises Locked where it is needed and the names are locked.
    """
    found: dict[str, date | None] = {}
    for kind in (CarriedOver, Worker):
        for one in kind.objects.current().filter(worker__in=list(workers)):
            found[one.worker] = _surely(office, one.worker, one.birth_year, one.born_on)
    return found


def _surely(office: Office, worker: str, year: int | None, born_on: str) -> date | None:
    if year is None:
        return None
    if not born_on or year + OF_AGE + 1 < office.day.year:
        return date(year + OF_AGE + 1, 1, 1)
    reader = Reader(office.hand.by, "her age at enrolment", office.hand.now())
    return year_on(
        date.fromisoformat(office.opened().opened(worker, "born_on", born_on, reader=reader)), OF_AGE
    )


def _age(of_age_on: date | None, day: date) -> Iterator[str]:
    """Why somebody may not be of age."""
    if of_age_on is None:
        yield Part(
            "her year of birth is not known, and nobody under {age} works (`jornal correct worker`)",
            age=OF_AGE,
        )
    elif of_age_on > day:
        yield Part(
            "she may be under {age} until {day} (`jornal correct worker` takes her day of birth)",
            age=OF_AGE,
            day=of_age_on,
        )


VERBS: dict[str, Verb] = {
    "enrol": Verb(
        Taken, enrol, ("site_manager",), "Enrol a worker whose offer is accepted and consent thought over."
    ),
}
