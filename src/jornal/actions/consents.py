"""Consents given and taken back: read to her in her language, witnessed from outside, thought over, for a year."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal

from jornal.actions.given import Code, Language, known_here, on, on_the_staff, year_on
from jornal.actions.offers import last_offers
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.people import Consent, ConsentWithdrawn, Enrolled, Offer, OfferAnswered
from jornal.journal.fact import Fact
from jornal.units.parts import Part
from jornal.units.said import Said

THINKING = timedelta(days=7)
LEAST_THINKING = timedelta(days=4)  # 72 hours from whatever hour of the first day
YEARS = {"contact_after": 2}
"""A consent ends after a year unless it is given again; to be asked after release after two, for it is given inside and
the last question comes a year after she left."""

WITNESSED = ("work", "image", "name", "quote")
OUTSIDERS = ("ngo", "lawyer", "chaplain", "ombudsman", "family", "representative")
APART = {"image", "name", "quote"}
DAYS_APART = timedelta(days=30)
"""A consent to show somebody is asked for so long after the one to work, that the one is not given for the other."""

Purpose = Literal["work", "family", "savings", "image", "name", "quote", "data_share", "contact_after"]


class NotAConsent(Said):
    """A consent that was not freely given or cannot be shown to have been."""

    def __init__(self, row: "Given", why: str) -> None:
        super().__init__(
            "{worker}, consent to {purpose}: {why}.",
            worker=row.worker,
            purpose=Part(row.purpose.replace("_", " ")),
            why=why,
        )


class NoConsent(Said):
    """Nothing to take back."""

    def __init__(self, worker: str, purpose: str, scope: str) -> None:
        what = Part(purpose.replace("_", " "))
        super().__init__(
            "{worker} gave no consent to {what}, so there is none to take back. Look at the purpose and scope.",
            worker=worker,
            what=Part("{what} ({scope})", what=what, scope=scope) if scope else what,
        )


class NotBefore(Said):
    """A consent taken back before it was given."""

    def __init__(self, worker: str, day: date, given_on: date) -> None:
        super().__init__(
            "{worker} gave this consent on {given_on}; not to be taken back on {day}. Correct the day.",
            worker=worker,
            given_on=given_on,
            day=day,
        )


class Given(Row):
    """A consent of its own: read to her by somebody in a language she has, with a witness from outside the enterprise.

    To begin work she has a week to think from the day of the offer, or until `cooling_off_until`, never less than
    72 hours. It ends after a year, to be written to after she leaves after two, or on `expires_on` before that; given
    again it is a new one.
    """

    worker: Code
    purpose: Purpose
    scope: str = ""
    language: Language
    read_by: str = ""
    witness: str = ""
    witness_of: Literal[
        "none", "ngo", "lawyer", "chaplain", "ombudsman", "family", "representative", "other"
    ] = "none"
    given_on: date | None = None
    copy_given_on: date | None = None
    cooling_off_until: date | None = None
    expires_on: date | None = None
    text_version: str = ""


class Withdrawn(Row):
    """A consent taken back, at any time, by word of mouth, to anybody and without a reason.

    Without a consent to work nobody is put on a roster from that day on; what she has earned is paid as ever.
    """

    worker: Code
    purpose: Purpose
    scope: str = ""
    day: date | None = None


def give(office: Office, rows: Sequence[Given]) -> list[Fact]:
    """The consents as recorded. Raises NotAConsent, NotKnownHere, NotYet."""
    workers = [row.worker for row in rows]
    known_here(office, workers)
    offers = last_offers(office.site, workers)
    inside = on_the_staff([row.witness for row in rows], ("enterprise", "prison"))
    before = _last(workers)
    facts: list[Consent] = []
    for row in rows:
        given_on = on(office, row.given_on)
        if row.purpose in WITNESSED:
            _check_witness(row, office, inside)
        offer = _offer(row, given_on, offers) if row.purpose == "work" else None
        if row.purpose in APART:
            _check_apart(row, given_on)
        facts.append(_consent(row, given_on, offer))
        facts[-1].number = _number(facts[-1], before)
        facts[-1].number += sum(_same(facts[-1], one) for one in facts[:-1])
    return office.put(facts)


def _check_witness(row: Given, office: Office, inside: set[str]) -> None:
    """Raises NotAConsent where nobody read it to her, or nobody from outside saw her give it."""
    if not row.read_by:
        raise NotAConsent(row, Part("it says not who read it to her. Give read_by"))
    if not row.witness or row.witness_of not in OUTSIDERS:
        raise NotAConsent(
            row,
            Part(
                "it needs a witness from outside the enterprise and the prison. "
                "Give witness, and witness_of as one of {known}",
                known=", ".join(OUTSIDERS),
            ),
        )
    if row.witness in {*inside, row.read_by, row.worker, office.hand.by}:
        raise NotAConsent(
            row,
            Part(
                "{witness} reads it, records it or works for the enterprise or the prison, so is no witness. "
                "Ask somebody from outside",
                witness=row.witness,
            ),
        )


def _offer(row: Given, given_on: date, offers: dict[str, tuple[Offer, OfferAnswered | None]]) -> Offer:
    """The offer that a consent to work rests on. Raises NotAConsent."""
    offer, answer = offers.get(row.worker, (None, None))
    if offer is None or answer is None or answer.answer != "accepted" or answer.day > given_on:
        raise NotAConsent(
            row,
            Part("no offer of work here was accepted by {day}. Record her answer first", day=given_on),
        )
    spoken = {offer.language}
    if row.language not in spoken:
        for enrolled in Enrolled.objects.current().filter(worker=row.worker):
            spoken |= {enrolled.language, *enrolled.languages}
    if row.language not in spoken:
        raise NotAConsent(
            row,
            Part(
                "{language} is not a language she has ({languages}). "
                "Have it read in one of hers, or offer the work again in this one",
                language=row.language,
                languages=", ".join(sorted(spoken)),
            ),
        )
    if row.copy_given_on is None:
        raise NotAConsent(row, Part("she has no copy of it. Give her one, and copy_given_on"))
    least = offer.day + LEAST_THINKING
    if row.cooling_off_until is not None and row.cooling_off_until < least:
        raise NotAConsent(
            row,
            Part(
                "she has at least 72 hours from the offer of {day} to think. Give {least} or a later day",
                day=offer.day,
                least=least,
            ),
        )
    return offer


def _check_apart(row: Given, given_on: date) -> None:
    """Raises NotAConsent where it was asked for together with the consent to work."""
    first = Consent.objects.current().filter(worker=row.worker, purpose="work").order_by("given_on").first()
    if first is not None and given_on < first.given_on + DAYS_APART:
        raise NotAConsent(
            row,
            Part(
                "it is asked for apart from the consent to work of {first}. Ask again from {day} on",
                first=first.given_on,
                day=first.given_on + DAYS_APART,
            ),
        )


def _consent(row: Given, given_on: date, offer: Offer | None) -> Consent:
    ends, most = row.expires_on, year_on(given_on, YEARS.get(row.purpose, 1))
    if ends is not None and not given_on < ends <= most:
        raise NotAConsent(
            row,
            Part(
                "it ends after {day} and by {most} at the latest. Correct expires_on",
                day=given_on,
                most=most,
            ),
        )
    if row.copy_given_on is not None and row.copy_given_on < given_on:
        raise NotAConsent(row, Part("no copy can be given before {day}. Correct copy_given_on", day=given_on))
    thought = row.cooling_off_until
    if offer is not None:
        thought = max(thought or offer.day + THINKING, given_on)
    said = row.model_dump(exclude={"given_on", "cooling_off_until", "expires_on"})
    return Consent(
        **said, number=1, offer=offer.root if offer else None, given_on=given_on,
        cooling_off_until=thought, expires_on=ends or most,
    )  # fmt: skip


def _of(row: Withdrawn) -> Any:
    """Her consents to it in their order, at whichever site she gave them: she takes them back where she is now."""
    found = Consent.objects.current().filter(worker=row.worker, purpose=row.purpose, scope=row.scope)
    return found.order_by("given_on", "number")


def _last(workers: Sequence[str]) -> dict[tuple[str, str, str], Consent]:
    """The last consent of each worker, purpose and scope."""
    found = Consent.objects.current().filter(worker__in=set(workers)).order_by("number")
    return {(one.worker, one.purpose, one.scope): one for one in found}


def _number(fact: Consent, before: dict[tuple[str, str, str], Consent]) -> int:
    """The number of a consent: the next, or that of the last where it is of the same day and stands."""
    last = before.get((fact.worker, fact.purpose, fact.scope))
    if last is None:
        return 1
    stands = (
        last.given_on == fact.given_on and not ConsentWithdrawn.objects.filter(consent=last.root).exists()
    )
    return int(last.number) + (0 if stands else 1)


def _same(one: Consent, other: Consent) -> bool:
    return (one.worker, one.purpose, one.scope) == (other.worker, other.purpose, other.scope)


def withdraw(office: Office, rows: Sequence[Withdrawn]) -> list[Fact]:
    """The consents taken back, as recorded; from its day on each holds no more. Raises NoConsent, NotBefore, NotYet."""
    facts = []
    for row in rows:
        last, day = _of(row).last(), on(office, row.day)
        if last is None:
            raise NoConsent(row.worker, row.purpose, row.scope)
        if day < last.given_on:
            raise NotBefore(row.worker, day, last.given_on)
        facts.append(ConsentWithdrawn(consent=last.root, day=day))
    return office.put(facts)


VERBS: dict[str, Verb] = {
    "give-consent": Verb(Given, give, ("site_manager", "trainer"), "Record a consent, with its reader and witness."),
    "withdraw-consent": Verb(
        Withdrawn, withdraw, ("site_manager", "trainer", "quality", "representative"),
        "Take a consent back, from a day on.",
    ),
}  # fmt: skip
