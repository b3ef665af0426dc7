"""A lot's passport: what is true of it gathered from the register, signed, issued, and withdrawn."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from jornal.actions.alone import alone
from jornal.actions.given import Code
from jornal.actions.makers import lot_of
from jornal.actions.office import Office
from jornal.actions.public import consent, contact, findings, outsiders, parted, wages
from jornal.actions.rights import PASSPORT, none_open
from jornal.actions.verb import Row, Verb
from jornal.facts.labels import PassportIssued, PassportWithdrawn
from jornal.facts.lots import Lot
from jornal.facts.organisation import Enterprise, Site
from jornal.facts.pay import Slip
from jornal.facts.products import Material, Product
from jornal.journal import jws
from jornal.journal.fact import Fact
from jornal.reads import pay
from jornal.reads.lots import Standing, lots, used
from jornal.reads.willing import without_consent
from jornal.reads.workdays import days_of
from jornal.rules.published import COMPARED, LEAST_PEOPLE, Hourly, Worked, hourly
from jornal.terms.marketfiles import packaged
from jornal.units.itemcode import Item, item_number, path
from jornal.units.listed import refuse_public
from jornal.units.parts import Part
from jornal.units.said import Said

PAID = ("ready", "on_account")
FORM = "passport"
VERSION = 2
"""What a passport says of its workshop grew; one of the first version is shown and verified as it was."""
ISSUE = ("site_manager", "hq_operations")


class NotFinished(Said):
    """A passport of a lot that is still being made."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "Lot {code} is not judged yet, so nothing is said of it. Finish it with `jornal do finish-lot` and judge "
            "it with `jornal do judge-lot`.",
            code=code,
        )


class NotAgreed(Said):
    """A passport of what somebody made who is not known to have agreed to work."""

    def __init__(self, code: str, number: int, day: date) -> None:
        super().__init__(
            "Lot {code} gets no passport: no consent to work is on record of {number} of those who worked on it, "
            "first for {day} (VOL-01). Record each as it was given, with `jornal do give-consent`.",
            code=code,
            number=number,
            day=day,
        )


class NoNumber(Said):
    """A product without a number of its own."""

    def __init__(self, product: str) -> None:
        super().__init__(
            "{product} has no number of a trade item, which its label needs. Give gtin, as GS1 gave it to you.",
            product=product,
        )


class NoPassport(Said):
    """A passport withdrawn that was never issued."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "Lot {code} has no passport that stands. Look at its code letter by letter.", code=code
        )


class Issued(Row):
    """The passport of a judged lot. Without `gtin` the number of its product."""

    lot: Code
    gtin: str = ""


class Withdrawn(Row):
    """The passport of a lot, to be shown no more; no reason is asked."""

    lot: Code


@alone("site")
def issue(office: Office, rows: Sequence[Issued]) -> list[Fact]:
    """The passports as issued; the same words again are not issued anew.

    Raises NoSuchLot, NotFinished, NoNumber, NotAnItem, RightsFirst, NotAgreed, SellsPeople, ListedTerm.
    """
    found: list[Fact] = []
    for row in rows:
        lot = lot_of(office.site, row.lot)
        body = told(lot, office.day, row.gtin)
        refuse_public("\n".join(_words(body)), Part("the passport"))
        last = PassportIssued.objects.filter(lot=lot.root).order_by("number").last()
        gone = last is not None and PassportWithdrawn.objects.filter(passport=last.root).exists()
        if last is not None and not gone and {**last.body, "issued_on": ""} == {**body, "issued_on": ""}:
            found.append(last)
            continue
        none_open(Part(PASSPORT, code=lot.code), office.day, [lot.site])
        if missing := without_consent(lot.code):
            raise NotAgreed(lot.code, len(missing), min(missing.values()))
        found += office.put([
            PassportIssued(
                lot=lot.root, number=last.number + 1 if last else 1, code=lot.code, gtin=body["gtin"],
                day=office.day, body=body, signature=jws.signed(body, office.hand.node), public=office.hand.node.public,
            )
        ])  # fmt: skip
    return found


@alone("site")
def withdraw(office: Office, rows: Sequence[Withdrawn]) -> list[Fact]:
    """The passports as withdrawn; withdrawn twice is once. Raises NoSuchLot, NoPassport."""
    facts = []
    for row in rows:
        last = _last(office.site, row.lot)
        before = PassportWithdrawn.objects.filter(passport=last.root).first()
        facts.append(before or office.put([PassportWithdrawn(passport=last.root, day=office.day)])[0])
    return list(facts)


def standing(office: Office, code: str) -> PassportIssued:
    """The passport of a lot that stands. Raises NoSuchLot, NoPassport."""
    last = _last(office.site, code)
    if PassportWithdrawn.objects.filter(passport=last.root).exists():
        raise NoPassport(code)
    return last


def _last(site: str, code: str) -> PassportIssued:
    found = PassportIssued.objects.filter(lot=lot_of(site, code).root).order_by("number").last()
    if found is None:
        raise NoPassport(code)
    return found


def told(lot: Lot, day: date, gtin: str = "") -> dict[str, Any]:
    """Everything that is published of a lot, which names nobody: text, whole numbers, yes and no.

    Raises NotFinished, NoNumber, NotAnItem.
    """
    (made,) = lots(lot.site, [lot.code])
    if made.finished is None or made.judged is None:
        raise NotFinished(lot.code)
    product = Product.objects.current().filter(product=lot.product).first()
    number = gtin or (product.gtin if product else "")
    if not number:
        raise NoNumber(lot.product)
    site = Site.objects.current().get(site=lot.site)
    enterprise = Enterprise.objects.current().get(enterprise=site.enterprise)
    item = Item(item_number(number), lot.code)
    return {
        "v": VERSION,
        "form": FORM,
        "path": path(item),
        "gtin": item.gtin,
        "lot": lot.code,
        "product": made.label,
        "enterprise": enterprise.label,
        "model": enterprise.model,
        "place": site.label,
        "country": packaged().code(site.jurisdiction),
        "made_in_prison": True,
        "weeks": [_week(lot.opened_on), _week(made.finished.day)],
        "techniques": list(made.techniques),
        "standard_minutes": _minutes(made),
        "materials": _materials(lot),
        "wages": wages(lot),
        "pay": pay_of(site.site),
        "consent": consent(site.site, day),
        "outsiders": outsiders(site.site, day),
        "findings": findings(site.site, day),
        "complaints": contact(site, day),
        "issued_on": day.isoformat(),
    }


def _words(said: Any) -> Iterator[str]:
    """Every text of a passport, a line each."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for value in said.values():
            yield from _words(value)
    elif isinstance(said, Sequence):
        for value in said:
            yield from _words(value)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _minutes(made: Standing) -> int:
    """The standard time of one piece, rounded up; nought where the recipe says none."""
    exact = sum((Fraction(step.minutes) for step in made.steps), Fraction(0))
    return -(-exact.numerator // exact.denominator)


def _materials(lot: Lot) -> list[dict[str, str]]:
    """Each material with where it comes from, once."""
    labels = dict(Material.objects.current().values_list("material", "label"))
    rows = [(one.material.material, one.material.country, one.material.origin) for one in used(lot)]
    return [
        {"material": labels.get(what, what), "country": country, "origin": origin}
        for what, country, origin in dict.fromkeys(rows)
    ]


def pay_of(site: str) -> dict[str, Any]:
    """The pay of the site's last issued month; without figures where fewer than five people have hours in it."""
    runs = pay.runs_of(site)
    if not runs:
        return {"shown": "none"}
    run = runs[-1]
    slips = [one for one in pay.looked_at(run) if one.status in PAID and one.comparison]
    days = days_of(run)
    found = hourly(
        (_worked(one, days.get(one.worker)) for one in slips),
        (run.until - run.since + timedelta(days=1)).days,
    )
    if found is None:
        return {"shown": "few", "fewer_than": LEAST_PEOPLE, "month": run.month}
    return (
        _figures(found)
        | {"shown": "figures", "month": run.month, "until": run.until.isoformat(), "currency": run.currency}
        | {"split": parted(slips)}
        | _floor(slips)
    )


def _worked(slip: Slip, days: int | None) -> Worked:
    # What stands against the floor is what she is paid for these hours: her base and what was added to reach it.
    comparison = slip.comparison
    paid = comparison["base"] + slip.totals.get("top_up", 0)
    return Worked(comparison["minutes"], paid, {name: comparison.get(name) for name in COMPARED}, days)


def _figures(found: Hourly) -> dict[str, Any]:
    """Medians and what is least and most; no sum, which a month's report of other people could be taken from."""
    return {
        "people": found.people,
        "hour_median": found.median,
        "hour_lowest": found.lowest,
        "week_minutes_median": found.week_median,
        "week_minutes_most": found.week_most,
        "compared": found.compared,
    }


def _floor(slips: Sequence[Slip]) -> dict[str, Any]:
    """What pay is compared with, by its own citation, and a gap that the agreement declares."""
    rows = [slip.comparison for slip in slips]
    return {
        "floors": list(dict.fromkeys(row["label"] for row in rows if row.get("label"))),
        "sources": list(dict.fromkeys(row["source"] for row in rows if row.get("source"))),
        "declared_gaps": list(dict.fromkeys(row["declared_gap"] for row in rows if row.get("declared_gap"))),
    }


VERBS: dict[str, Verb] = {
    "issue-passport": Verb(Issued, issue, ISSUE, "Issue the passport of a judged lot, signed."),
    "withdraw-passport": Verb(Withdrawn, withdraw, ISSUE, "Show the passport of a lot no more."),
}
