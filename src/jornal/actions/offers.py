"""Work offered and answered. An offer gives somebody new her code; a refusal is kept here and nowhere else."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from jornal.actions.given import Clauses, Code, Language, NotKnownHere, known_here, on, year_on
from jornal.actions.minting import new_codes
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Site
from jornal.facts.people import CarriedOver, Offer, OfferAnswered, Worker
from jornal.journal.fact import Fact
from jornal.units.parts import Part
from jornal.units.said import Said

OF_AGE = 18
WHO = {"worker", "name", "born_on", "birth_year", "day"}
"""What a row says of the person; the rest is what she is offered."""


class NoLetters(Said):
    """A site whose workers' codes have no beginning."""

    def __init__(self, site: str) -> None:
        super().__init__(
            "{site} has no letters for the codes of its workers. Headquarters opens the site with "
            "`jornal do open-site`, or corrects it.",
            site=site,
        )


class NoName(Said):
    """Somebody new without a name."""

    def __init__(self, row: int) -> None:
        super().__init__(
            "Row {row} offers work to somebody new and gives no name. Give name=, which is kept sealed.",
            row=row,
        )


class TooYoung(Said):
    """Work offered to somebody who is not of age."""

    def __init__(self, day: date, of_age_on: date) -> None:
        super().__init__(
            "Nobody under {age} works: on {day} she is not yet {age}. Offer it from {of_age_on} on.",
            age=OF_AGE,
            day=day,
            of_age_on=of_age_on,
        )


class OtherYear(Said):
    """A day of birth and a year of birth that do not agree."""

    def __init__(self, row: int) -> None:
        super().__init__(
            "Row {row}: born_on and birth_year are of different years. Give one of them.", row=row
        )


class NoOffer(Said):
    """An answer where nothing was offered."""

    def __init__(self, worker: str, site: str) -> None:
        super().__init__(
            "{worker} was offered no work at {site}. Record the offer first, with `jornal do offer-work`.",
            worker=worker,
            site=site,
        )


class Answered(Said):
    """A second answer to an offer."""

    def __init__(self, worker: str, answer: str, day: date) -> None:
        super().__init__(
            "{worker} answered on {day}: {answer}. If that has changed, make a new offer and record "
            "its answer.",
            worker=worker,
            day=day,
            answer=Part(answer),
        )


class NotOpen(Said):
    """An answer before an offer was made, or after it expired."""

    def __init__(self, worker: str, day: date, offer: Offer) -> None:
        says = (
            "The offer to {worker} stood from {first} until {last}, not on {day}. Correct the day, or offer again."
            if offer.expires_on
            else "The offer to {worker} stood from {first}, not on {day}. Correct the day, or offer again."
        )
        super().__init__(says, worker=worker, first=offer.day, last=offer.expires_on, day=day)


class Offered(Row):
    """Work offered to somebody, in her language; without a code she is new, gets one, and her name is sealed.

    `alternatives` says what else she may do and what each means for her, "none" among them:
    "none: nothing changes; school: unpaid, same privileges".
    """

    worker: Code | None = None
    name: str = ""
    born_on: date | None = None
    birth_year: int | None = None
    language: Language
    day: date | None = None
    terms_version: str = ""
    alternatives: Clauses
    expires_on: date | None = None
    job: Annotated[str, Field(max_length=60)] = ""
    workshop: Annotated[str, Field(max_length=60)] = ""
    contract: Annotated[str, Field(max_length=60)] = ""
    grade: Annotated[str, Field(max_length=40)] = ""
    weekly_minutes: Annotated[int, Field(ge=0, le=10080)] | None = None
    credit: Annotated[str, Field(max_length=500)] = ""

    @field_validator("alternatives")
    @classmethod
    def _has_none(cls, value: list[dict[str, str]]) -> list[dict[str, str]]:
        if "none" not in [one["name"].lower() for one in value]:
            raise Said('say what it means for her to take none of it, such as "none: nothing changes"')
        return value


class Answer(Row):
    """Her answer to the last offer. A refusal costs her nothing, asks no reason and is written down nowhere else."""

    worker: Code
    answer: Literal["accepted", "refused", "later"]
    day: date | None = None


def offer(office: Office, rows: Sequence[Offered]) -> list[Fact]:
    """The offers as recorded, each after the worker where she is new.

    Raises NoLetters, NoName, TooYoung, OtherYear, NotYet, NotKnownHere, Locked where somebody is new.
    """
    codes, counted = _codes(office, rows), Counter[str]()
    known = _known(office, codes)
    new: dict[str, Offered] = {}
    for number, (code, row) in enumerate(zip(codes, rows, strict=True), start=1):
        on(office, row.day)
        if code not in known and code not in new:
            _check_new(office, number, code, row)
            new[code] = row
    workers, facts = _workers(office, new), list[Fact]()
    for code, row in zip(codes, rows, strict=True):
        if code in workers:
            facts.append(workers.pop(code))
        day = on(office, row.day)
        facts.append(
            Offer(
                worker=code, number=(1 if code in new else _number(code, day)) + counted[code],
                site=office.site, day=day,
                **row.model_dump(exclude=WHO),
            )
        )  # fmt: skip
        counted[code] += 1
    return office.put(facts)


def _known(office: Office, codes: Sequence[str]) -> set[str]:
    """Those of the codes that somebody has already. Raises NotKnownHere for one of another site."""
    known = set(Worker.objects.filter(worker__in=codes).values_list("worker", flat=True))
    known |= set(CarriedOver.objects.filter(worker__in=codes).values_list("worker", flat=True))
    known_here(office, known)
    return known


def _codes(office: Office, rows: Sequence[Offered]) -> list[str]:
    """The code of each row's worker, a new one where none is given."""
    if all(row.worker for row in rows):
        return [row.worker for row in rows if row.worker]
    site = Site.objects.current().filter(site=office.site).first()
    if site is None or not site.letters:
        raise NoLetters(office.site)
    given = [row.worker for row in rows if row.worker]
    taken = Worker.objects.filter(worker__startswith=site.letters).values_list("worker", flat=True)
    new: Iterator[str] = new_codes(site.letters, [*taken, *given])
    return [row.worker or next(new) for row in rows]


def _check_new(office: Office, number: int, code: str, row: Offered) -> None:
    """Raises where somebody new has no name, or is not of age as far as her day of birth tells."""
    if not row.name:
        raise NoName(number) if row.worker is None else NotKnownHere([code], office.site)
    if row.born_on is None:
        return
    if row.birth_year not in (None, row.born_on.year):
        raise OtherYear(number)
    day, of_age_on = on(office, row.day), year_on(row.born_on, OF_AGE)
    if of_age_on > day:
        raise TooYoung(day, of_age_on)


def _workers(office: Office, new: Mapping[str, Offered]) -> dict[str, Worker]:
    """Those who are new, by code: a key for each, name and day of birth sealed under it."""
    if not new:
        return {}
    keys = office.opened()
    keys.mint(*new)
    texts = [(code, "name", row.name) for code, row in new.items()]
    texts += [(code, "born_on", row.born_on.isoformat()) for code, row in new.items() if row.born_on]
    sealed = {
        (code, field): text for (code, field, _), text in zip(texts, keys.seal_many(texts), strict=True)
    }
    return {
        code: Worker(
            worker=code,
            name=sealed[code, "name"],
            born_on=sealed.get((code, "born_on"), ""),
            birth_year=row.born_on.year if row.born_on else row.birth_year,
        )
        for code, row in new.items()
    }


def _number(worker: str, day: date) -> int:
    """The number of a worker's next offer; that of her last one where it is of the same day and not yet answered."""
    last = Offer.objects.filter(worker=worker).order_by("number").last()
    if last is None:
        return 1
    open_still = last.day == day and not OfferAnswered.objects.filter(offer=last.root).exists()
    return int(last.number) + (0 if open_still else 1)


def last_offers(site: str, workers: Sequence[str]) -> dict[str, tuple[Offer, OfferAnswered | None]]:
    """The last offer at a site to each worker, with the last answer to it; who was offered nothing is not there."""
    offers = Offer.objects.current().filter(site=site, worker__in=list(workers)).order_by("number")
    last = {one.worker: one for one in offers}
    answers = OfferAnswered.objects.filter(offer__in=[one.root for one in last.values()]).order_by("number")
    by_offer = {one.offer: one for one in answers}
    return {worker: (one, by_offer.get(one.root)) for worker, one in last.items()}


def answer(office: Office, rows: Sequence[Answer]) -> list[Fact]:
    """The answers as recorded. Raises NoOffer, Answered, NotOpen, NotYet."""
    offers = last_offers(office.site, [row.worker for row in rows])
    return office.put(_answer(office, row, offers) for row in rows)


def _answer(
    office: Office, row: Answer, offers: dict[str, tuple[Offer, OfferAnswered | None]]
) -> OfferAnswered:
    if row.worker not in offers:
        raise NoOffer(row.worker, office.site)
    offered, before = offers[row.worker]
    day = on(office, row.day)
    if day < offered.day or (offered.expires_on and day > offered.expires_on):
        raise NotOpen(row.worker, day, offered)
    again = before is not None and (before.answer, before.day) == (row.answer, day)
    if before is not None and before.answer != "later" and not again:
        raise Answered(row.worker, before.answer, before.day)
    number = (before.number if before else 0) + (0 if again else 1)
    return OfferAnswered(offer=offered.root, number=number, answer=row.answer, day=day)


VERBS: dict[str, Verb] = {
    "offer-work": Verb(Offered, offer, ("site_manager", "trainer"), "Offer work to somebody, new or known."),
    "answer-offer": Verb(
        Answer, answer, ("site_manager", "trainer"), "Record her answer: accepted, refused or later."
    ),
}
