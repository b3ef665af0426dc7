"""What is still missing for workers: a consent, a contract in hand, an answer; each with the day it is about."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from jornal.facts.pay import Finding, PayAnswer, PayQuery, Run, RunIssued, Slip, SlipHanded
from jornal.facts.people import Consent, ConsentWithdrawn, Custody, Enrolled, Offer, OfferAnswered
from jornal.facts.work import ContractVersion
from jornal.reads.pay import final
from jornal.reads.roster import Person
from jornal.reads.work import contracts_in_force
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)
SOON = timedelta(days=14)
"""So long before it ends a consent is named, that there is time to read it to her again."""


class Need(NamedTuple):
    """One thing that is missing or waits: what (a word of this module), since or until which day, and of what."""

    what: str
    on: date | None = None
    about: str = ""


@dataclass
class Papers:
    """What a worker has at a site on a day: her contract with its grade, her consent to work, her last offer."""

    contract: str = ""
    grade: str = ""
    contract_since: date | None = None
    copy_given_on: date | None = None
    custody: str = ""
    consent: Consent | None = None
    withdrawn_on: date | None = None
    offer: Offer | None = None
    answer: OfferAnswered | None = None

    def consent_is(self, day: date) -> str:
        """How her consent to work stands on a day: none, withdrawn, thinking, expired, soon or holds."""
        if self.consent is None:
            return "none"
        if self.withdrawn_on is not None and self.withdrawn_on <= day:
            return "withdrawn"
        if self.consent.cooling_off_until and self.consent.cooling_off_until > day:
            return "thinking"
        if self.consent.expires_on is None:
            return "holds"
        if self.consent.expires_on <= day:
            return "expired"
        return "soon" if self.consent.expires_on - SOON <= day else "holds"


def papers(site: str, workers: Collection[str], day: date) -> dict[str, Papers]:
    """What each of these workers has, by worker; for somebody who has nothing an empty one."""
    some = list(workers)
    found = {worker: Papers() for worker in some}
    for worker, (contract, grade) in contracts_in_force(
        site, Period(day, day + ONE_DAY), workers=some
    ).items():
        found[worker].contract, found[worker].grade = contract, grade
    rows = (
        ContractVersion.objects.current().filter(worker__in=some, site=site, since__lte=day).order_by("since")
    )
    for worker, since, copy_given_on in rows.values_list("worker", "since", "copy_given_on"):
        found[worker].contract_since, found[worker].copy_given_on = since, copy_given_on
    stands = Custody.objects.current().filter(worker__in=some, since__lte=day).order_by("since")
    for worker, status in stands.values_list("worker", "status"):
        found[worker].custody = status
    _add_consents(found, some, day)
    _add_offers(found, site, some)
    return found


def _add_consents(found: Mapping[str, Papers], some: Sequence[str], day: date) -> None:
    consents = Consent.objects.current().filter(worker__in=some, purpose="work", given_on__lte=day)
    for one in consents.order_by("given_on", "number"):
        found[one.worker].consent = one
    roots = [one.consent.root for one in found.values() if one.consent]
    ends: dict[Any, date] = dict(
        ConsentWithdrawn.objects.current().filter(consent__in=roots).values_list("consent", "day")
    )
    for mine in found.values():
        mine.withdrawn_on = ends.get(mine.consent.root) if mine.consent else None


def _add_offers(found: Mapping[str, Papers], site: str, some: Sequence[str]) -> None:
    for offer in Offer.objects.current().filter(worker__in=some, site=site).order_by("day", "number"):
        found[offer.worker].offer = offer
    by_offer = {one.offer.root: one for one in found.values() if one.offer}
    for answer in OfferAnswered.objects.current().filter(offer__in=list(by_offer)).order_by("number"):
        by_offer[answer.offer].answer = answer


def needs(person: Person, has: Papers, day: date) -> list[Need]:
    """What is missing for one worker on a day, the most pressing first; nothing for whoever left."""
    if person.standing == "left":
        return []
    return list(_of_offered(has, day) if person.standing == "offered" else _of_here(person, has, day))


def _of_here(person: Person, has: Papers, day: date) -> Iterator[Need]:
    stands, consent = has.consent_is(day), has.consent
    if stands in ("none", "withdrawn"):
        yield Need(f"consent_{stands}", has.withdrawn_on)
    elif stands in ("expired", "soon") and consent is not None:
        yield Need(f"consent_{stands}", consent.expires_on)
    if not has.contract:
        yield Need("contract")
    elif has.copy_given_on is None:
        yield Need("contract_copy", has.contract_since, has.contract)
    if not has.custody:
        yield Need("custody")
    if person.reads in ("", "not_asked"):
        yield Need("reads")


def _of_offered(has: Papers, day: date) -> Iterator[Need]:
    offer, answer, stands = has.offer, has.answer, has.consent_is(day)
    expired = offer is not None and offer.expires_on is not None and offer.expires_on < day
    if offer is None or (expired and (answer is None or answer.answer == "later")):
        yield Need("offer", offer.expires_on if offer else None)
    elif answer is None or answer.answer == "later":
        yield Need("answer", offer.expires_on)
    elif answer.answer == "refused":
        return
    elif stands == "thinking" and has.consent is not None:
        yield Need("thinking", has.consent.cooling_off_until)
    elif stands in ("holds", "soon"):
        yield Need("enrol", has.consent.cooling_off_until if has.consent else None)
    else:
        yield Need(f"consent_{stands}")


def ready(site: str, day: date) -> int:
    """How many said yes to an offer of a site, have thought it over and have not begun anywhere."""
    begun = Enrolled.objects.current().values("worker")
    offers = Offer.objects.current().filter(site=site).exclude(worker__in=begun)
    offered = set(offers.values_list("worker", flat=True))
    found = papers(site, offered, day).values() if offered else ()
    return sum(1 for has in found if [one.what for one in _of_offered(has, day)] == ["enrol"])


def waiting(site: str, worker: str) -> list[Need]:
    """What waits for an answer to her: questions about pay, slips nobody handed over, findings about her."""
    answered = PayAnswer.objects.current().values("query")
    asked = PayQuery.objects.current().filter(site=site, worker=worker).exclude(root__in=answered)
    found = [Need("question", one.day, str(one.number)) for one in asked.order_by("day", "number")]
    handed = final(SlipHanded).values("slip")
    slips = final(Slip).filter(worker=worker, book=site, run__in=final(RunIssued).values("run"))
    months = dict(final(Run).filter(site=site).values_list("root", "month"))
    unseen = slips.exclude(root__in=handed).values_list("run", flat=True)
    found += [Need("slip", about=month) for month in sorted(months[run] for run in unseen)]
    open_ones = Finding.objects.current().filter(site=site, about__startswith=f"{worker} ", closed_on=None)
    return found + [Need("finding", one.day, str(one.root)) for one in open_ones.order_by("day")]
