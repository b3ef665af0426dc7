"""What a passport says of its workshop beside pay: consent, who came to look, findings, and whom to complain to."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from jornal.actions.costing import wages_of
from jornal.actions.given import year_on
from jornal.facts.lots import Lot
from jornal.facts.orders import CostSheet
from jornal.facts.organisation import Agreement, Site, Staff, Visit
from jornal.facts.pay import Finding, Slip
from jornal.facts.people import Consent, ConsentWithdrawn, Left, Offer, OfferAnswered
from jornal.rules.published import LEAST_PEOPLE, SHARES, Part, at_least, split

COMPLAINTS = "complaints"
"""The clause of an agreement that says where anybody may complain, as it is to stand on a passport."""
MOST_FINDINGS = 20
OUTSIDE = "other"
KINDS = {"family": "family", "savings": "savings"}


def findings(site: str, day: date) -> dict[str, Any]:
    """How many findings are open, since when and with whom; not what they are about, which may be somebody."""
    rows = Finding.objects.current().filter(site=site, day__lte=day)
    found = list(rows.filter(closed_on=None).order_by("day").values_list("day", "lies_with"))
    closed = rows.filter(closed_on__gt=year_on(day, -1), closed_on__lte=day)
    return {
        "open": len(found),
        "oldest": found[0][0].isoformat() if found else "",
        "with": dict(sorted(Counter(who for _, who in found).items())),
        "dates": [{"day": one.isoformat(), "with": who} for one, who in found[:MOST_FINDINGS]],
        "closed_in_a_year": closed.count(),
        "asked_on": day.isoformat(),
    }


def parted(slips: Sequence[Slip]) -> dict[str, Any]:
    """How pay was split: in hand, to families, saved, taken off; in ten-thousandths of what these slips pay."""
    found = split(one for slip in slips for one in _parts(slip))
    return (
        {"shown": "few", "fewer_than": LEAST_PEOPLE}
        if found is None
        else {"shown": "shares", "shares": found}
    )


def wages(lot: Lot) -> dict[str, Any] | None:
    """The share of the price of a piece that is wages, by the cost sheet that held when the lot was opened.

    Rounded down to ten-thousandths. None where nobody had set what a piece costs.
    """
    rows = CostSheet.objects.current().filter(product=lot.product, site=lot.site, since__lte=lot.opened_on)
    sheet = rows.order_by("since").last()
    if sheet is None or not sheet.price:
        return None
    exact = wages_of(sheet) * SHARES
    return {"of_10000": exact.numerator // exact.denominator, "since": sheet.since.isoformat()}


def consent(site: str, day: date) -> dict[str, Any] | None:
    """Of a year's offers of work how many people were asked, and how many said no, took it back or left of their own.

    Who witnesses is said by kind. People are counted in whole fives, so that of two passports of one site taken from
    each other none says what one woman answered. None where nobody was offered work.
    """
    since = year_on(day, -1)
    offers = dict(
        Offer.objects.current().filter(site=site, day__gt=since, day__lte=day).values_list("root", "worker")
    )
    if not offers:
        return None
    answers = OfferAnswered.objects.current().filter(offer__in=list(offers), answer="refused")
    no = {offers[one] for one in answers.values_list("offer", flat=True)}
    given = Consent.objects.current().filter(book=site, purpose="work", given_on__lte=day)
    back = ConsentWithdrawn.objects.filter(consent__in=given.values("root"), day__gt=since, day__lte=day)
    left = Left.objects.current().filter(site=site, reason="own_choice", day__gt=since, day__lte=day)
    gone = set(given.filter(root__in=back.values("consent")).values_list("worker", flat=True))
    kinds = given.filter(given_on__gt=since).exclude(witness_of="none").values_list("witness_of", flat=True)
    return {
        "asked": at_least(len(set(offers.values()))),
        "no": at_least(len(no)),
        "stopped": at_least(len(gone | set(left.values_list("worker", flat=True)))),
        "fewer_than": LEAST_PEOPLE,
        "witnesses": sorted(set(kinds)),
        "since": since.isoformat(),
    }


def outsiders(site: str, day: date) -> dict[str, Any] | None:
    """Visits of a year by people of neither the enterprise nor the prison: how many and the last day; None for none."""
    since = year_on(day, -1)
    rows = Visit.objects.current().filter(site=site, state="held", day__gt=since, day__lte=day)
    who = Staff.objects.current().filter(of=OUTSIDE).values("staff")
    days = sorted(rows.filter(visitor__in=who).values_list("day", flat=True))
    return {"held": len(days), "last": days[-1].isoformat(), "since": since.isoformat()} if days else None


def contact(site: Site, day: date) -> str:
    """Where anybody may complain, as the agreement in force says it in its clause `complaints`; "" where none does."""
    rows = Agreement.objects.current().filter(authority=site.authority, holds_from__lte=day)
    held = [one for one in rows.order_by("number") if one.expires_on is None or day <= one.expires_on]
    says = [each["says"] for one in held for each in one.clauses if each["name"] == COMPLAINTS]
    return says[-1] if says else ""


def _parts(slip: Slip) -> list[Part]:
    """One worker's parts of pay, as her slip has them; what is held was not taken, so it is in hand already."""
    lines = [one for one in slip.lines["lines"] if one["part"] == "instruction"]
    found = [Part(slip.worker, KINDS[one["kind"]], one["amount"]) for one in lines if one["kind"] in KINDS]  # type: ignore[arg-type]
    return [
        *found,
        Part(slip.worker, "in_hand", slip.in_hand),
        Part(slip.worker, "taken", slip.deductions),
    ]
