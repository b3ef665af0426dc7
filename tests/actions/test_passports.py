"""A lot's passport: gathered from the register, signed, naming nobody; issued anew when something changed."""

import json
from datetime import timedelta

import pytest

import labelled
import making
import payroll
from hands import LAPTOP
from jornal.actions import correcting, passports
from jornal.actions.makers import NoSuchLot
from jornal.actions.passports import NoNumber, NoPassport, NotFinished, standing
from jornal.actions.verb import BadRows
from jornal.facts.labels import PassportIssued
from jornal.facts.pay import Finding, Slip
from jornal.facts.people import Consent, ConsentWithdrawn
from jornal.facts.products import Product
from jornal.journal import jws
from jornal.journal.record import corrected, record
from jornal.units.itemcode import NotAnItem
from jornal.units.listed import SellsPeople
from labelled import GTIN
from peopled import do


@pytest.fixture
def here(sqlite):
    return making.begun()


def test_a_passport_says_what_is_recorded_of_the_lot_and_is_signed(database):
    here = making.begun()
    code = labelled.judged(here)
    issued = labelled.issued(here, code)
    body = issued.body
    assert (body["lot"], body["gtin"], body["product"], body["made_in_prison"]) == (
        code,
        GTIN,
        "Sweater",
        True,
    )
    assert (body["place"], body["country"], body["weeks"]) == ("Cusco", "PE", ["2026-W41", "2026-W41"])
    assert (body["techniques"], body["standard_minutes"]) == (["knitting", "linking"], 391)
    assert body["materials"] == [{"material": "Alpaca yarn", "country": "PE", "origin": "Arequipa"}]
    assert (body["pay"], body["findings"]["open"]) == ({"shown": "none"}, 0)
    assert (body["v"], body["wages"], body["consent"], body["outsiders"], body["complaints"]) == (
        2,
        None,
        None,
        None,
        "",
    )
    found = jws.checked(jws.canonical(body), issued.signature, jws.fingerprint(LAPTOP.public))
    assert found.content == body


def test_a_passport_names_nobody_however_she_chose(here):
    code = labelled.judged(here)
    labelled.consented(here, "QC01")
    labelled.marked(here, "QC01")
    do(here, "show-maker", {"worker": "QC01", "shown": "mark"})
    do(here, "label-pieces", {"lot": code, "count": "10", "maker": "QC01"})
    text = json.dumps(labelled.issued(here, code).body)
    assert "QC01" not in text.replace(code, "")
    assert "123456789" not in text


def test_the_same_words_are_not_issued_anew_and_others_are(here):
    code = labelled.judged(here)
    first, again = labelled.issued(here, code), labelled.issued(here, code)
    found = Finding(
        site="cusco", control="PAY-09", about="QC01", day=here.day - timedelta(days=1), lies_with="headquarters",
        says="x", facts={"worker": "QC01"}, closed_on=None,
    )  # fmt: skip
    record([found], "cusco", here.hand)
    other = labelled.issued(here, code)
    assert (again.id, other.number, PassportIssued.objects.count()) == (first.id, 2, 2)
    assert (other.body["findings"]["open"], other.body["findings"]["with"]) == (1, {"headquarters": 1})
    assert "QC01" not in json.dumps(other.body["findings"])


def test_what_is_not_judged_has_no_number_or_is_no_lot_has_no_passport(here):
    code = making.opened(here)
    with pytest.raises(NotFinished):
        labelled.issued(here, code)
    judged = labelled.judged(here)
    with pytest.raises(NoNumber):
        do(here, "issue-passport", {"lot": judged})
    with pytest.raises(NotAnItem):
        do(here, "issue-passport", {"lot": judged, "gtin": "4006381333932"})
    with pytest.raises(NoSuchLot):
        do(here, "issue-passport", {"lot": "LQC999X", "gtin": GTIN})
    assert not PassportIssued.objects.exists()


def test_a_withdrawn_passport_stands_no_more_and_withdrawn_twice_is_once(here):
    code = labelled.judged(here)
    with pytest.raises(NoPassport):
        standing(here, code)
    issued = labelled.issued(here, code)
    assert standing(here, code).id == issued.id
    gone, again = (do(here, "withdraw-passport", {"lot": code})[0] for _ in range(2))
    assert gone.id == again.id
    with pytest.raises(NoPassport):
        standing(here, code)
    assert labelled.issued(here, code).number == 2


def crowd(number: int) -> dict[str, tuple[str, str]]:
    return {f"QC{one:02}": next(iter(payroll.WORKERS.values())) for one in range(1, number + 1)}


@pytest.mark.parametrize(("people", "shown"), [(4, "few"), (5, "figures")])
def test_pay_is_that_of_the_last_month_issued_and_of_five_people_or_more(sqlite, people: int, shown: str):
    here = payroll.begun(sqlite.home, crowd(people))
    payroll.month(here)
    payroll.issued(here, "2026-10")
    found = passports.pay_of("cusco")
    assert (found["shown"], found["month"]) == (shown, "2026-10")
    assert ("hour_median" in found) == (shown == "figures")
    slips = Slip.objects.all()
    own = {
        (slip.comparison["base"] + slip.totals["top_up"]) * 60 // slip.comparison["minutes"] for slip in slips
    }
    assert shown == "few" or (found["people"], found["hour_lowest"]) == (people, min(own))
    assert shown == "few" or (found["currency"], bool(found["sources"])) == ("PEN", True)
    if shown == "figures":
        assert (sum(found["split"]["shares"].values()), found["until"]) == (10_000, "2026-10-31")
        assert "minutes" not in found, "all minutes less those of a month's report are a newcomer's"


def test_who_was_brought_up_to_the_floor_is_not_published_below_it(sqlite, monkeypatch):
    here = payroll.begun(sqlite.home, crowd(5))
    payroll.month(here)
    payroll.issued(here, "2026-10")
    slips = list(Slip.objects.all())
    for slip in slips:
        slip.comparison |= {"minutes": 6000, "base": 109000, "guarantee": 102000}
    slips[0].comparison |= {"base": 98000}
    slips[0].totals |= {"top_up": 4000}
    monkeypatch.setattr(passports.pay, "looked_at", lambda _: slips)
    found = passports.pay_of("cusco")
    assert (found["hour_lowest"], found["compared"]["guarantee"]) == (1020, 1020)


@pytest.mark.usefixtures("sqlite")
def test_nothing_is_published_of_what_somebody_made_who_is_not_known_to_have_agreed():
    here = making.begun()
    code = labelled.judged(here)
    consent = Consent.objects.current().get(worker="QC01", purpose="work")
    here.put([ConsentWithdrawn(consent=consent.root, day=consent.given_on)])
    with pytest.raises(
        passports.NotAgreed, match="no consent to work is on record of 1 of those who worked on it"
    ):
        labelled.issued(here, code)


@pytest.mark.usefixtures("sqlite")
def test_a_passport_is_not_issued_with_words_that_sell_who_made_it():
    here = making.begun()
    code = labelled.judged(here)
    product = Product.objects.current().get(product="sweater")
    record([corrected(product, "a campaign", label="Guilt-free sweater")], "hq", here.hand)
    with pytest.raises(SellsPeople, match='the passport says "guilt free"'):
        labelled.issued(here, code)


@pytest.mark.usefixtures("sqlite")
def test_no_product_is_named_so_and_none_is_renamed_so():
    making.begun()
    with pytest.raises(BadRows, match="sells nobody"):
        do(
            making.headquarters(),
            "name-product",
            {"product": "cap", "label": "Ex-con cap", "since": "2026-09-01"},
        )
    with pytest.raises(SellsPeople):
        correcting.correct(
            making.headquarters(), "product", {"product": "sweater", "label": "Ex-con cap"}, "x"
        )
