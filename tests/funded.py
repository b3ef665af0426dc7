"""Money for tests: a site, somebody of finance, rows of verbs as they would be typed, and months of pay as issued."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import hands
from jornal.actions.office import Office
from jornal.facts.organisation import Staff
from jornal.facts.pay import Payment, Run, RunIssued, Slip
from jornal.facts.sales import Sale
from jornal.facts.terms import TermsAdopted
from jornal.journal.fact import Fact
from jornal.journal.record import record
from jornal.reads.sold import Sold
from offices import office
from peopled import do, opened

DAY = date(2026, 11, 13)
PAPER = "ab" * 32
CASES = Path(__file__).parent / "actions" / "years"


def finance(day: date = DAY, site: str = "") -> Office:
    """Somebody of headquarters' finance at work."""
    return office("hq_finance", "K1", site, day=day)


def began(site: str = "cusco") -> None:
    """A site with a manager and an elected representative on the list of staff."""
    opened(site)
    people = (("S1", "enterprise"), ("R1", "workers"))
    hand = hands.hand("H1", "hq_operations")
    record([Staff(staff=token, of=of, languages=["es"]) for token, of in people], "hq", hand)


def spent(verb: str, *rows: dict[str, Any], day: date = DAY) -> list[Fact]:
    """What finance recorded by a verb."""
    return do(finance(day), verb, *rows)


def case(name: str) -> dict[str, Any]:
    """A worked example: the rows of verbs in their order, sales, pay, and what they come to."""
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


def recorded(told: dict[str, Any], day: date = DAY) -> list[Fact]:
    """Every row of a worked example, recorded in its order, and its months of pay."""
    found = []
    for one in told.get("row", ()):
        row = {name: str(value) for name, value in one.items() if name != "verb"}
        found += spent(one["verb"], row, day=day)
    for one in told.get("pay", ()):
        issued(one["site"], one["month"], one["gross"], one.get("top_up", []), one.get("currency", "PEN"))
    return found


def sales(told: dict[str, Any]) -> list[Any]:
    """The sales of a worked example, as they are read from the books."""
    return [Sold(place="", **one) for one in told.get("sale", ())]


def issued(site: str, month: str, gross: list[int], top_up: list[int], currency: str = "PEN") -> None:
    """A month's pay as it was issued: one slip for each gross, the first of them with these top-ups."""
    hand = hands.hand("S1", "site_manager")
    terms = TermsAdopted.objects.first()
    if terms is None:
        adopted = TermsAdopted(
            enterprise="alpaca", number=1, files={}, digest="0" * 64, approver="K1", changes={}
        )
        (terms,) = record([adopted], "hq", hand)
    day = date.fromisoformat(f"{month}-28")
    run = Run(
        site=site, month=month, number=1, since=day, until=day, due_on=day, cursor={}, terms=terms.root,
        terms_digest="0" * 64, release="test", currency=currency,
    )  # fmt: skip
    (run,) = record([run], site, hand)
    ups = [*top_up, *([0] * (len(gross) - len(top_up)))]
    slips = [
        Slip(
            run=run.root, worker=f"{site}-{number}", status="ready", language="es", gross=one, deductions=0,
            instructions=0, held=0, in_hand=one, lines={"lines": []}, totals={"gross": one, "top_up": up},
            comparison={}, faults={}, carry={},
        )
        for number, (one, up) in enumerate(zip(gross, ups, strict=True))
    ]  # fmt: skip
    record(slips, site, hand)
    whole = RunIssued(
        run=run.root,
        slips=len(gross),
        gross=sum(gross),
        in_hand=sum(gross),
        total=sum(gross),
        digest="0" * 64,
    )
    record([whole], site, hand)


def sold(*rows: tuple[str, str, int, int, int]) -> None:
    """Sales as they are recorded: channel, day, price, tax within it and what the channel keeps; minor units of PEN."""
    facts = [
        Sale(
            channel=channel, order=str(number), line=1, day=date.fromisoformat(day), product="scarf", quantity=1,
            price=price, discount=0, tax=tax, tax_included=True, shipping=0, fee=fee, currency="PEN",
        )
        for number, (channel, day, price, tax, fee) in enumerate(rows)
    ]  # fmt: skip
    record(facts, "hq", hands.hand("V1", "seller"))


def paid(site: str, month: str, day: str) -> None:
    """Everybody's pay of a month, paid on a day."""
    run = Run.objects.get(site=site, month=month)
    facts = [
        Payment(
            slip=one.root, part="in_hand", payee="", number=1, amount=one.in_hand, day=date.fromisoformat(day),
            way="cash", paper="list",
        )
        for one in Slip.objects.filter(run=run.root)
    ]  # fmt: skip
    record(facts, site, hands.hand("S1", "site_manager"))
