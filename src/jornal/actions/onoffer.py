"""What a site has to offer, each contract and grade with its pay beside the floor; and an offer recorded whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from django.db import transaction

from jornal.actions import adopt
from jornal.actions.office import Office
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.facts.people import Offer
from jornal.journal.fact import Fact
from jornal.reads.work import rate_cards, together
from jornal.rules.exact import whole
from jornal.rules.floors import floor_minute
from jornal.rules.plan import Plan, laid_out
from jornal.rules.rates import minute_rate
from jornal.terms.agreed import agreed
from jornal.terms.load import currency_scale
from jornal.units.periods import Period

ONE_DAY = timedelta(days=1)


class OnOffer(NamedTuple):
    """A contract with a grade, as it may be offered: what an hour pays, exact, beside the floor, both in minor units.

    None is not known. `pays` says how time and pieces are paid; `weekly_minutes` are those of its timetable, if any.
    """

    contract: str
    label: str
    grade: str
    grade_label: str
    pays: str
    hourly: Fraction | None
    floor: int | None
    weekly_minutes: int | None


def on_offer(site: str, day: date) -> list[OnOffer]:
    """Everything a site may offer on a day, in the order of its terms; nothing where none were adopted."""
    fact = adopt.adopted_for(site)
    if fact is None:
        return []
    enterprise, packs = adopt.terms_of(fact)
    place = next((one for one in enterprise.site if one.id == site), None)
    if place is None:
        return []
    cards, found = rate_cards(site), []
    scale = currency_scale(place.currency)
    for one in enterprise.contract:
        if one.id not in place.contracts:
            continue
        contract = replace(one, rate=together(one.rate, cards) if cards else one.rate)
        plan = laid_out(
            agreed(enterprise, place, contract, packs[place.jurisdiction], scale), Period(day, day + ONE_DAY)
        )
        grades = {rate.grade: rate.label for rate in contract.rate if rate.per != "piece"} or {"": ""}
        found += [_offered(plan, grade, label, day) for grade, label in grades.items()]
    return found


def _offered(plan: Plan, grade: str, label: str, day: date) -> OnOffer:
    contract = plan.agreed.contract
    minutes = sum(contract.timetable.week) if contract.timetable else None
    rate, floor = minute_rate(plan, grade, day), floor_minute(plan, None, day)
    return OnOffer(
        contract.id, contract.label, grade, label, contract.pays,
        None if rate is None else Fraction(rate) * 60 / plan.parts,
        None if floor is None else whole(floor * 60, plan.parts), minutes,
    )  # fmt: skip


def offered(
    office: Callable[[str], Office],
    offer: Mapping[str, Any],
    answer: Mapping[str, Any] | None = None,
    consent: Mapping[str, Any] | None = None,
) -> Sequence[Fact]:
    """An offer with the answer given at once and, after a yes, the consent: all recorded, or nothing.

    `office` gives the desk at which each verb is done. Raises what the verbs raise.
    """
    with transaction.atomic():
        facts = list(done("offer-work", VERBS["offer-work"], office("offer-work"), [offer]))
        worker = next(one.worker for one in facts if isinstance(one, Offer))
        for verb, said in (("answer-offer", answer), ("give-consent", consent)):
            if said is not None:
                facts += done(verb, VERBS[verb], office(verb), [{**said, "worker": worker}])
    return facts
