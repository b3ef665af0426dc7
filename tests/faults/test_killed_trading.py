"""A computer that goes out while goods are sold, money is spent, a page is published: done again, it is there once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from django.db import connection

import drawn
import families
import funded
import labelled
import making
import stocked
from cutting import points
from exported import SHOPIFY, file, shopify
from jornal.actions import filed, payfiles
from jornal.actions.salesin import brought, opened, sources
from jornal.actions.soldrows import How
from lost import own
from peopled import do
from redone import again

ORDERED = {"order": "o1", "place": "store", "quantity": "4", "day": "2026-10-20"}
GRANT = {
    "grant": "looms", "funder": "A trust", "amount": "100000", "purpose": "Looms", "currency": "PEN",
    "since": "2026-01-01", "until": "2026-10-31",
}  # fmt: skip
SPENT = {
    "head": "tools", "label": "A loom", "supplier": "A mill", "amount": "900", "currency": "PEN", "day": "2026-09-01",
}  # fmt: skip
ADVANCE = {
    "advance": "a-1",
    "staff": "S1",
    "at": "cusco",
    "amount": "1000",
    "currency": "PEN",
    "purpose": "Wool",
}
PROMISE = {
    "since": "2026-01-01",
    "of_10000": "10000",
    "purposes": "training",
    "says": "All of it goes into training.",
}


@points(5)
def test_killed_at_every_step_of_an_export_every_line_is_sold_once(sqlite, tmp_path, most):
    stocked.begun()
    seller = own(stocked.seller())
    do(seller, "name-goods", {"channel": "shopify", "goods": "SHAWL", "product": "sweater"})
    two = [("SHAWL", 2, "45.00"), ("CAP", 1, "19.90")]
    rows = [
        *shopify("#1", two, Shipping="6.00"),
        *shopify("#2", [("SHAWL", 3, "33.35"), ("TIP", 1, "2.00")], Total="102.05"),
        *shopify(
            "#3", [("SHAWL", 1, "45.00")], **{"Refunded Amount": "45.00", "Financial Status": "refunded"}
        ),
    ]
    path = file(tmp_path, SHOPIFY, rows)

    def work(say):
        brought(seller, opened(path, sources(), ""), How("", ""))
        say("brought")

    again(sqlite, tmp_path, work, most)


@points(6)
def test_killed_at_every_step_of_an_order_it_is_promised_once(sqlite, tmp_path, most):
    making.at_three_quarters(making.begun())
    do(making.headquarters(), "set-cost", making.COST)
    hq, seller = own(making.headquarters()), own(stocked.seller())

    def work(say):
        do(seller, "place-order", {**making.ORDER, "placed_on": "2026-10-20"})
        do(seller, "add-line", making.LINE)
        do(hq, "confirm-order", {"order": "o1"})
        say("promised")
        do(seller, "set-milestones", {"order": "o1", "number": "1", "what": "deposit", "amount": "100000"})
        do(seller, "meet-milestone", {"order": "o1", "number": "1", "what": "paid", "day": "2026-10-21"})
        say("paid")

    again(sqlite, tmp_path, work, most)


@points(6)
def test_killed_at_every_step_of_a_delivery_its_goods_went_once(sqlite, tmp_path, most):
    lot = stocked.begun()
    do(making.headquarters(), "set-cost", making.COST)
    do(stocked.seller(), "place-order", making.ORDER)
    do(stocked.seller(), "add-line", making.LINE, {**making.LINE, "line": "2"})
    seller = own(stocked.seller())

    def work(say):
        lines = [{**ORDERED, "delivery": "d-1", "line": line, "lot": lot} for line in ("1", "2")]
        do(seller, "deliver", *lines)
        say("delivered")

    again(sqlite, tmp_path, work, most)


@points(6)
def test_killed_at_every_step_of_money_that_is_spent_it_is_spent_once(sqlite, tmp_path, most):
    funded.began()
    finance = own(funded.finance())

    def work(say):
        do(finance, "record-grant", GRANT)
        came = {"received": "r-1", "of": "grant", "source": "looms", "amount": "5000", "currency": "PEN"}
        do(finance, "receive-money", {**came, "day": "2026-08-01"})
        do(finance, "record-cost", {**SPENT, "cost": "c-1", "paid_from": "grant", "source": "looms"})
        do(finance, "give-advance", {**ADVANCE, "day": "2026-09-01"})
        receipt = {
            "advance": "a-1",
            "cost": "c-9",
            "head": "materials",
            "label": "Wool",
            "supplier": "A mill",
        }
        do(
            finance,
            "hand-in-receipt",
            {**receipt, "amount": "600", "day": "2026-09-02", "paper": funded.PAPER},
        )
        do(
            finance,
            "bring-back-advance",
            {"advance": "a-1", "number": "1", "amount": "400", "day": "2026-09-03"},
        )
        do(finance, "promise-profit", PROMISE)
        do(finance, "set-aside", {"year": "2025", "amount": "1000", "currency": "PEN", "day": "2026-09-04"})
        used = {
            "spending": "f-1",
            "purpose": "training",
            "label": "A course",
            "amount": "500",
            "currency": "PEN",
        }
        do(finance, "spend-fund", {**used, "day": "2026-09-05"})
        say("spent")

    again(sqlite, tmp_path, work, most)


@points(6)
def test_killed_at_every_step_of_a_design_no_version_is_without_its_file(sqlite, tmp_path, most):
    here = own(making.begun())

    def work(say):
        kept = filed.keep(Path(connection.settings_dict["NAME"]).parent, drawn.png())
        do(here, "begin-design", {"design": "wave", "label": "Wave", "day": "2026-10-05"})
        sketch = {"design": "wave", "number": "1", "what": "sketch", "made_by": "QC01", "day": "2026-10-05"}
        do(here, "add-version", {**sketch, **{name: str(value) for name, value in kept.row().items()}})
        say(kept.digest)

    again(sqlite, tmp_path, work, most)
    digest = filed.keep(tmp_path / "other", drawn.png()).digest
    homes = list(tmp_path.glob("b*"))
    assert homes
    assert [home for home in homes if filed.read(home, digest) is None] == []


@points(6)
def test_killed_at_every_step_of_a_passport_it_stands_or_is_withdrawn(sqlite, tmp_path, most):
    here = making.begun()
    code = labelled.judged(here)
    here = own(here)

    def published(say):
        do(here, "issue-passport", {"lot": code, "gtin": labelled.GTIN})
        say("issued")

    def gone(say):
        do(here, "withdraw-passport", {"lot": code})
        say("withdrawn")

    again(sqlite, tmp_path / "a", published, most)
    published(str)
    again(sqlite, tmp_path / "b", gone, most)


@points(6)
def test_killed_at_every_step_of_money_sent_home_no_family_is_paid_twice(sqlite, tmp_path, most):
    here = own(replace(families.issued(tmp_path), day=date(2026, 11, 20)))
    message = payfiles.made(here, families.OCTOBER, on=here.day).batch.message
    back = {
        "worker": "Q01",
        "month": families.OCTOBER,
        "part": "instruction",
        "payee": "Q01-1",
        "day": "2026-11-19",
    }

    def work(say):
        do(here, "file-left", {"month": families.OCTOBER, "message": message, "day": "2026-11-18"})
        say("left")
        do(here, "transfer-fee", {"day": "2026-11-18", "amount": "350", "paper": "statement 11"})
        do(here, "came-back", {**back, "reason": "account_closed"})
        do(here, "arrived", {**back, "worker": "Q02", "payee": "Q02-1"})
        say("told")

    again(sqlite, tmp_path, work, most)


@points(6)
def test_killed_at_every_step_of_a_release_her_papers_are_given_once(sqlite, tmp_path, most):
    here = own(making.begun())
    lot = making.opened(here)

    def work(say):
        told = {"worker": "QC01", "month": "2027-01", "source": "authority"}
        do(here, "expect-release", {**told, "told_on": "2026-10-05"})
        do(
            here,
            "offer-release-plan",
            {"worker": "QC01", "answer": "made", "work": "home", "day": "2026-10-06"},
        )
        do(
            here,
            "issue-kit",
            {"worker": "QC01", "lot": lot, "pieces": "2", "day": "2026-10-05", "code": "KQC001K"},
        )
        say("offered")
        do(here, "give-release-papers", {"worker": "QC01", "papers": "plan contract", "day": "2026-10-30"})
        do(here, "leave", {"worker": "QC01", "reason": "release", "day": "2026-10-30"})
        say("given")

    again(sqlite, tmp_path, work, most)
