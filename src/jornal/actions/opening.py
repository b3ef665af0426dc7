"""People as a list and run folders have them, taken into a register that begins: where each stands on its first day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from jornal.actions import adopt, firstday, lastrun
from jornal.actions.firstday import Opening
from jornal.actions.office import Office
from jornal.actions.spelling import spelling
from jornal.actions.stored import Earlier, earlier
from jornal.facts.people import (
    Consent,
    ConsentWithdrawn,
    Custody,
    Enrolled,
    Left,
    Ratio,
    Worker,
)
from jornal.facts.work import (
    Account,
    Balance,
    Beneficiary,
    ContractVersion,
    Instruction,
    Request,
    RestDayAuthorised,
)
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.rules.rows import Carry
from jornal.sheets import people
from jornal.sheets.people import Person
from jornal.sheets.reading import Reading
from jornal.terms.contracts import Site
from jornal.units.listed import refuse
from jornal.units.parts import Part, Several
from jornal.units.periods import month
from jornal.units.said import Said

ALLOWED = {True: "yes", False: "no", None: "unknown"}


class NotTaken(Said):
    """A list of people that cannot be taken in as it is, with everything that is wrong in it."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(
            "Nobody was recorded. {faults}", faults=Several(faults, between=" ", more=" And {number} more.")
        )


@dataclass(frozen=True)
class Asked:
    """What is to be read: the list of people, the run folders before, and the first month that is kept here."""

    people: Path
    runs: tuple[Path, ...] = ()
    month: str = ""


@dataclass(frozen=True)
class Taken:
    """How many people were recorded, who was known before, and whose instructions are held for want of a consent.

    `completed` are those of the known to whom what a run leaves was added; of `refused` it was not taken, because the
    register knows where they stood, or has paid them.
    """

    people: int
    known: tuple[str, ...]
    held: tuple[str, ...]
    facts: list[Fact]
    completed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def letters_in(path: Path, day: date) -> str:
    """The letters with which the codes of a list of people begin, "" where they have none. Raises SheetFault."""
    return people.begin_with(path, Reading(month(f"{day:%Y-%m}")))


def take_in(office: Office, asked: Asked) -> Taken:
    """Everybody of the list as the site's book now has them, all or nobody; who is known already is left as they are.

    But what a run leaves is added for those who were taken in without one. Nothing is made up: consents to work,
    readers and witnesses are not in a list and stay unrecorded; an instruction without the day of its consent is
    recorded and held. Raises NotTaken, SheetFault, NotARun, NotAdopted, Locked.
    """
    site, reading, words = _reading(office, asked)
    runs = sorted((earlier(folder, office.site) for folder in asked.runs), key=lambda run: run.period.start)
    sheet = people.read(asked.people, reading)
    found = [words.person(person) for person in sheet.rows]
    listed = {one.worker.code for one in found}
    known = set(Worker.objects.filter(worker__in=listed).values_list("worker", flat=True))
    faults = [f"{row.place}: {row}" for row in sheet.listed]
    faults += [*_faults(found, site), *lastrun.faults(runs, reading.period)]
    faults += lastrun.missing(runs, listed | firstday.settled(office.site), asked.people.name)
    if faults:
        raise NotTaken(faults)
    carried = lastrun.left(runs, reading.period, site.week_start)
    source = ", ".join([asked.people.name, *(run.label for run in runs)])[:200]
    there = [_opening(office, one, reading.period.start, (runs, carried, source)) for one in found]
    new = [one for one in there if one.code not in known]
    old = [one for one in there if one.code in known]
    office.opened().mint(*_tokens([one.person for one in new]))
    with transaction.atomic():
        facts = [fact for one in new for fact in _recorded(one)]
        added = [fact for one in old for fact in firstday.added(one)]
    held = [
        one.code for one in new if any(told.consent_on is None for told in one.person.worker.instructions)
    ]
    return Taken(
        people=len(new),
        known=tuple(sorted(known)),
        held=tuple(held),
        facts=[*facts, *added],
        completed=tuple(fact.worker for fact in added),
        refused=tuple(one.code for one in old if firstday.is_refused(one)),
    )


def _opening(
    office: Office, person: Person, day: date, told: tuple[Sequence[Earlier], dict[str, Carry], str]
) -> Opening:
    runs, carried, source = told
    carry = carried.get(person.worker.code)
    leave = lastrun.leave(runs, person.worker.code) if carry is not None else {}
    return Opening(office, person, day, carry, source, leave)


def _reading(office: Office, asked: Asked) -> tuple[Site, Reading, Any]:
    """The site of the adopted terms, how its list is read, and how contracts are spelt."""
    enterprise, packs = adopt.terms_of(adopt.adopted(office.site))
    site = next((one for one in enterprise.site if one.id == office.site), None)
    if site is None:
        raise NotTaken([f"The adopted terms have no site {office.site}. Adopt the terms of this enterprise."])
    steps = (*packs[site.jurisdiction].rules.step, *enterprise.rules.step)
    balances = tuple(dict.fromkeys(step.id for step in steps if step.needs == "balance"))
    period = month(asked.month or f"{office.day:%Y-%m}")
    reading = Reading(period, site.languages, site.currency, None, zone=site.zone, balances=balances)
    return site, reading, spelling(enterprise.contract, ())


def _faults(found: Sequence[Person], site: Site) -> Iterator[str]:
    """Contracts that the site does not have."""
    for person in found:
        if person.worker.contract not in site.contracts:
            known = ", ".join(site.contracts) or "none"
            yield f"{person.id}: the site has no contract {person.worker.contract}; there are {known}."


def _tokens(found: Sequence[Person]) -> list[str]:
    """Everybody who needs a key: workers, and who receives for them."""
    return [
        token
        for person in found
        for token in (
            person.worker.code, *(one.id for told in person.worker.instructions for one in told.beneficiaries)
        )
    ]  # fmt: skip


def _recorded(at: Opening) -> list[Fact]:
    """The facts of one person: first what stands alone, then what refers to it."""
    alone = at.office.put(list(_alone(at)))
    return [*alone, *at.office.put(list(_resting(at, alone)))]


def _alone(at: Opening) -> Iterator[Fact]:
    worker, code, site = at.person.worker, at.code, at.office.site
    yield Worker(worker=code, name=at.sealed("name", at.person.name), birth_year=worker.birth_year)
    since = worker.since or min(at.day, worker.left_on or at.day)
    yield Enrolled(
        worker=code, site=site, since=since, language=at.person.language, languages=[at.person.language],
        reads="not_asked", clock_number=at.person.clock,
    )  # fmt: skip
    yield ContractVersion(
        worker=code,
        since=at.day,
        site=site,
        contract=worker.contract,
        grade=worker.grade,
        language=at.person.language,
    )
    yield Account(worker=code, since=at.day, allowed=ALLOWED[worker.account_allowed])
    if worker.custody:
        yield Custody(
            worker=code, since=at.day, status=worker.custody, months_served=worker.months_served,
            conduct_class=refuse(worker.conduct_class, Part("the class of conduct")),
        )  # fmt: skip
    if worker.ratio_code:
        yield Ratio(
            worker=code, since=at.day, told=at.sealed("told", _paper(worker.ratio_code, worker.ratio_paper))
        )
    owed = {**worker.balances, **({} if worker.gating_debt == 0 else {"gating_debt": worker.gating_debt})}
    for step, amount in owed.items():
        yield Balance(worker=code, step=step, day=at.day, amount=amount)
    for step in sorted(worker.requests):
        yield Request(worker=code, step=step, since=at.day)
    for day in sorted(worker.authorised_rest_days):
        yield RestDayAuthorised(worker=code, day=day)
    yield from _for_her_family(at)
    yield firstday.balance(at)


def _paper(code: str, paper: str) -> str:
    """The credit code with the date and the digest of its paper, as `jornal do set-ratio` seals them."""
    on = re.match(r"\d{4}-\d\d-\d\d", paper)
    return canonical(
        {"code": code, "digest": paper[on.end() if on else 0 :].strip(), "paper_on": on[0] if on else ""}
    )


def _for_her_family(at: Opening) -> Iterator[Fact]:
    """Who receives, by initials and last digits alone, and the consents whose day the list gives."""
    for told in at.person.worker.instructions:
        for one in told.beneficiaries:
            text = canonical(
                {
                    "account": "",
                    "initials": one.initials,
                    "last_four": one.last_four,
                    "name": "",
                    "relation": "",
                }
            )
            yield Beneficiary(beneficiary=one.id, worker=at.code, told=at.sealed("told", text, one.id))
        if told.consent_on is not None:
            yield Consent(
                worker=at.code, purpose=told.purpose, number=1, language=at.person.language, witness_of="none",
                given_on=told.consent_on,
            )  # fmt: skip


def _resting(at: Opening, alone: Sequence[Fact]) -> Iterator[Fact]:
    """Instructions with their consents, consents taken back, and her leaving."""
    consents = {fact.purpose: fact.root for fact in alone if isinstance(fact, Consent)}
    for told in at.person.worker.instructions:
        consent = consents.get(told.purpose)
        yield Instruction(
            worker=at.code, instruction=told.purpose, since=at.day, purpose=told.purpose, consent=consent,
            share=str(told.share) if told.share is not None else "", amount=told.amount,
            to=[{"beneficiary": one.id, "weight": str(one.weight)} for one in told.beneficiaries],
        )  # fmt: skip
        if told.withdrawn_on is not None and consent is not None:
            yield ConsentWithdrawn(consent=consent, day=told.withdrawn_on)
    if at.person.worker.left_on is not None:
        enrolled = next(fact.root for fact in alone if isinstance(fact, Enrolled))
        yield Left(
            enrolled=enrolled,
            worker=at.code,
            site=at.office.site,
            day=at.person.worker.left_on,
            reason="other",
        )
