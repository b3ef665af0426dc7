"""Two who do at the same moment what each may do alone and both may not: what one looked at still holds afterwards."""

import time
from dataclasses import replace
from datetime import date

import pytest

import crew
import families
import labelled
import making
import stocked
from cutting import finished, started
from jornal.actions import correcting, marks, payfiles
from jornal.actions.office import Office
from jornal.actions.passports import NoPassport, standing
from jornal.facts.labels import PassportIssued
from jornal.facts.lots import Lot, LotJudged
from jornal.facts.orders import OrderConfirmed
from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned
from jornal.facts.people import MarkChosen
from jornal.facts.products import DesignVersion, Recipe
from jornal.facts.sales import Milestone, MilestoneMet, Sale
from jornal.facts.stock import Movement
from jornal.facts.work import RateCard
from jornal.journal import record as journal
from jornal.rules.parts import ring
from jornal.units.said import Said
from lost import own, sound
from offices import office
from peopled import do

SLOWLY = 0.7
"""Seconds between what somebody looked at and what is recorded: more than the other needs to look too."""
PARTED = {"order": "c-1", "what": "deposit"}


@pytest.fixture
def at_once(monkeypatch):
    """Does each thing in a program of its own at the same time and gives what became of each: "done", or why not."""
    put, record = Office.put, journal.record

    def slowly(office_, facts, where="site"):
        wanted = list(facts)
        time.sleep(SLOWLY)
        return put(office_, wanted, where)

    def late(facts, book, hand):
        wanted = list(facts)
        time.sleep(SLOWLY)
        return record(wanted, book, hand)

    def together(*things):
        with monkeypatch.context() as slow:
            slow.setattr(Office, "put", slowly)
            for module in (correcting, marks):
                slow.setattr(module, "record", late)
            children = [started(working(thing)) for thing in things]
            said = [finished(*child).said[0] for child in children]
        assert sound()
        return said

    return together


def working(thing):
    def work(say):
        try:
            thing()
            say("done")
        except Said as fault:
            say(type(fault).__name__)

    return work


def doing(at, verb, *rows):
    """A verb done by a hand with chances of its own."""
    return lambda: do(own(at), verb, *rows)


@pytest.mark.usefixtures("database")
def test_no_two_products_become_parts_of_each_other(at_once):
    making.begun()
    hq = making.headquarters()
    do(hq, "name-product", {"product": "scarf", "label": "Scarf", "since": making.SINCE})
    both = [
        doing(
            hq, "set-recipe", {**making.RECIPE, "product": one, "since": "2026-10-02", "parts": f"{part}: 1"}
        )
        for one, part in (("sweater", "scarf"), ("scarf", "sweater"))
    ]
    assert sorted(at_once(*both)) == ["PartOfItself", "done"]
    parts = {one.product: [part["product"] for part in one.parts] for one in Recipe.objects.current()}
    assert ring(parts, "sweater") == []


@pytest.mark.usefixtures("database")
def test_no_rate_falls_below_the_floor_of_minutes_that_grow_at_the_same_moment(at_once):
    making.begun()
    crew.adopted()
    hq = making.headquarters()
    do(hq, "set-cost", {**making.COST, "price": "50000"})
    cheaper = {
        "per": "piece", "operation": "knit", "layer": "house", "since": "2026-12-15", "announced_on": "2026-10-30",
        "amount": "50.00",
    }  # fmt: skip
    longer = {**making.RECIPE, "since": "2026-12-15", "operations": "knit: 350; link: 90.5"}
    said = at_once(doing(crew.headquarters(), "set-rate", cheaper), doing(hq, "set-recipe", longer))
    assert sorted(said) == ["BelowTheFloor", "done"]
    lower = RateCard.objects.filter(operation="knit", since=date(2026, 12, 15)).count()
    assert lower + Recipe.objects.filter(since=date(2026, 12, 15)).count() == 1


@pytest.mark.usefixtures("database")
def test_the_hours_of_one_week_are_not_promised_to_two_orders(at_once):
    making.at_three_quarters(making.begun())
    do(making.headquarters(), "set-cost", making.COST)
    for order in ("o1", "o2", "o3"):
        soon = {**making.ORDER, "order": order, "wanted_on": "2026-11-15", "cutoff_on": "2026-11-06"}
        do(stocked.seller(), "place-order", soon)
        do(stocked.seller(), "add-line", {**making.LINE, "order": order})
    do(making.headquarters(), "confirm-order", {"order": "o1"})
    both = [doing(making.headquarters(), "confirm-order", {"order": order}) for order in ("o2", "o3")]
    assert sorted(at_once(*both)) == ["NoBecause", "done"]
    assert OrderConfirmed.objects.count() == 2


@pytest.mark.usefixtures("database")
def test_two_lines_of_an_order_delivered_at_once_are_both_delivered(at_once):
    code = stocked.begun()
    do(making.headquarters(), "set-cost", making.COST)
    do(stocked.seller(), "place-order", {**making.ORDER, "country": "DK"})
    for line in ("1", "2"):
        do(stocked.seller(), "add-line", {**making.LINE, "line": line})
    row = {"order": "o1", "place": "store", "lot": code, "quantity": "4", "day": "2026-10-20"}
    seller = stocked.seller()
    both = [doing(seller, "deliver", {**row, "delivery": f"d-{line}", "line": line}) for line in ("1", "2")]
    assert at_once(*both) == ["done", "done"]
    assert sorted(Sale.objects.values_list("line", "quantity")) == [(1, 4), (2, 4)]


@pytest.mark.usefixtures("database")
def test_a_line_of_an_order_is_not_delivered_beyond_its_pieces_by_two(at_once):
    code = stocked.begun()
    do(making.headquarters(), "set-cost", making.COST)
    do(stocked.seller(), "place-order", {**making.ORDER, "country": "DK"})
    do(stocked.seller(), "add-line", making.LINE)
    row = {"order": "o1", "line": "1", "place": "store", "lot": code, "quantity": "4", "day": "2026-10-20"}
    both = [doing(stocked.seller(), "deliver", {**row, "delivery": name}) for name in ("d-1", "d-2")]
    assert sorted(at_once(*both)) == ["MoreThanOrdered", "done"]
    assert Sale.objects.count() == 1


@pytest.mark.usefixtures("database")
def test_a_milestone_that_is_paid_is_not_parted_anew_meanwhile(at_once):
    making.begun()
    do(making.headquarters(), "set-cost", making.COST)
    do(stocked.seller(), "place-order", {**making.ORDER, "order": "c-1", "country": "PE"})
    do(stocked.seller(), "add-line", {**making.LINE, "order": "c-1", "quantity": "2"})
    one = {"order": "c-1", "what": "deposit", "number": "1", "amount": "40000"}
    do(stocked.seller(), "set-milestones", one)
    anew = [{**one, "amount": "100"}, {**one, "number": "2", "what": "delivered", "amount": "39900"}]
    paid = {"order": "c-1", "number": "1", "what": "paid", "day": "2026-10-20"}
    said = at_once(
        doing(stocked.seller(), "meet-milestone", paid), doing(stocked.seller(), "set-milestones", *anew)
    )
    met = MilestoneMet.objects.get()
    stands = Milestone.objects.current().get(root=met.milestone)
    before = Milestone.objects.filter(root=met.milestone, recorded_at__lte=met.recorded_at).count()
    assert (said[0], stands.amount) in {("done", 40000), ("done", 100)}
    assert said[1] == ("MetAlready" if stands.amount == 40000 else "done")
    assert Milestone.objects.filter(root=met.milestone).count() == before  # nothing came after it was paid


@pytest.mark.usefixtures("database")
def test_a_passport_withdrawn_while_it_is_issued_anew_is_shown_no_more(at_once):
    here = making.begun()
    code = labelled.judged(here)
    labelled.issued(here, code)
    later = replace(here, day=date(2026, 10, 31))
    again = doing(later, "issue-passport", {"lot": code, "gtin": labelled.GTIN})

    def withdrawn():
        time.sleep(SLOWLY / 3)
        do(own(later), "withdraw-passport", {"lot": code})

    at_once(doing(office("hq_operations", "H1"), "set-checklist", stocked.ASKS))
    at_once(again, withdrawn)
    with pytest.raises(NoPassport):
        standing(here, code)
    assert PassportIssued.objects.count() >= 1


@pytest.mark.usefixtures("database")
def test_money_that_came_back_is_not_said_to_have_arrived_at_the_same_moment(at_once, tmp_path):
    here = replace(families.issued(tmp_path), day=date(2026, 11, 20))
    message = payfiles.made(here, families.OCTOBER, on=here.day).batch.message
    do(here, "file-left", {"month": families.OCTOBER, "message": message, "day": "2026-11-18"})
    row = {
        "worker": "Q01",
        "month": families.OCTOBER,
        "part": "instruction",
        "payee": "Q01-1",
        "day": "2026-11-19",
    }
    said = at_once(doing(here, "came-back", row), doing(here, "arrived", row))
    assert said in (["done", "NoSuchPayment"], ["done", "done"])
    (payment,) = Payment.objects.filter(payee="Q01-1")
    back = PaymentReturned.objects.get(payment=payment.root)
    assert not PaymentReceived.objects.filter(payment=payment.root, seq__gt=back.seq).exists()


@pytest.mark.usefixtures("database")
def test_a_version_of_a_design_has_a_number_of_its_own(at_once):
    here = crew.begun()
    do(here, "begin-design", {"design": "wave", "label": "Wave"})
    sketch = {"design": "wave", "what": "sketch", "made_by": "QC01"}
    said = at_once(doing(here, "add-version", sketch), doing(making.headquarters(), "add-version", sketch))
    assert said == ["done", "done"]
    assert sorted(DesignVersion.objects.values_list("number", flat=True)) == [1, 2]


@pytest.mark.usefixtures("database")
def test_one_mark_is_never_chosen_by_two(at_once):
    here = crew.begun()
    pattern = str(marks.twelve("a")[0])
    both = [doing(here, "choose-mark", {"worker": worker, "pattern": pattern}) for worker in ("QC01", "QC02")]
    assert sorted(at_once(*both)) == ["MarkTaken", "done"]
    assert MarkChosen.objects.current().count() == 1


@pytest.mark.usefixtures("database")
def test_a_judgement_is_not_taken_back_while_its_goods_come_into_stock(at_once):
    here = making.begun()
    do(stocked.hq(), "set-checklist", stocked.ASKS)
    do(stocked.hq(), "name-place", stocked.STORE)
    code = stocked.judged(here)
    lot = Lot.objects.get(code=code)
    key = {"lot": str(lot.root), "number": "1"}
    into = {"what": "finished", "lot": code, "quantity": "10", "to_place": "store", "day": "2026-10-10"}
    said = at_once(
        doing(stocked.hq(), "move-goods", into),
        lambda: correcting.take_back(own(here), "lot_judged", key, "counted wrongly"),
    )
    assert sorted(said) != ["done", "done"]
    assert Movement.objects.count() == LotJudged.objects.current().count()


@pytest.mark.usefixtures("database")
def test_a_recipe_is_not_set_otherwise_while_a_lot_is_opened_by_it(at_once):
    here = making.begun()
    otherwise = {**making.RECIPE, "operations": "knit: 10; link: 90.5"}
    lot = {"product": "sweater", "quantity": "10", "opened_on": "2026-10-05"}
    said = at_once(doing(here, "open-lot", lot), doing(making.headquarters(), "set-recipe", otherwise))
    assert said[0] == "done"
    stands = Recipe.objects.current().get()
    opened = Lot.objects.get()
    assert said[1] == "NotCorrectable" or stands.recorded_at <= opened.recorded_at
