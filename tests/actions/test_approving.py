"""A second person lets the money out."""

from dataclasses import replace
from datetime import date

import pytest

import payroll
from hands import HEADQUARTERS
from jornal.actions import approving
from jornal.actions.approving import (
    CodeNotOurs,
    NoHead,
    NotAlone,
    NothingToApprove,
    OfTooFew,
    OtherFigures,
    SamePerson,
    approval_of,
    head_of,
    printed,
)
from jornal.actions.office import NotGranted
from jornal.actions.recompute import closes
from jornal.actions.verb import BadRows, done
from jornal.facts.organisation import RoleGranted
from jornal.facts.pay import Approval
from jornal.journal.node import Node
from jornal.journal.record import record
from jornal.journal.typed import Mistyped
from jornal.reads import pay
from jornal.units.money import exponent
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures
from offices import office

OCTOBER = "2026-10"


@pytest.fixture(scope="module")
def october(tmp_path_factory):
    return payroll.built(
        tmp_path_factory.mktemp("october"), OCTOBER, workers={"Q01": ("cusco-hourly", "maker")}
    )


@pytest.fixture
def here(october, tmp_path):
    with payroll.copied(october, tmp_path) as found:
        yield replace(found, day=date(2026, 11, 2))


@pytest.fixture
def issued(here):
    run = pay.begun("cusco", OCTOBER)
    return run, pay.issued(run)


@pytest.fixture
def enough(monkeypatch):
    monkeypatch.setattr(approving, "LEAST_PEOPLE", 1)


def finance(by: str = "F1", site: str = "cusco"):
    return replace(office("hq_finance", by, day=date(2026, 11, 2)), site=site)


def row(issued, **more) -> dict:
    return {"month": OCTOBER, "head": head_of(issued[1]), "total": str(issued[1].total), **more}


def say(verb: str, at, *rows: dict) -> list:
    return done(verb, approving.VERBS[verb], at, rows)


def test_headquarters_finance_approves_this_run_with_this_total(database, tmp_path):
    here = payroll.begun(tmp_path)
    payroll.month(here)
    whole = payroll.issued(here, OCTOBER)
    (fact,) = say("approve", finance(), row((whole.run, whole.whole)))
    assert (fact.book, fact.way, fact.total) == ("hq.cusco", "headquarters", whole.whole.total)
    assert approval_of(whole.run) == fact


def test_it_is_approved_from_headquarters_own_desk_for_the_site_that_is_named(issued):
    (fact,) = say("approve", finance(site=""), row(issued, site="cusco"))
    assert (fact.book, fact.site) == ("hq.cusco", "cusco")


@pytest.mark.usefixtures("here")
def test_finance_of_one_site_does_not_approve_another(issued):
    key = {"staff": "F7", "what": "hq_finance", "site": "lima", "since": date(2026, 1, 1)}
    record([RoleGranted(**key)], "hq", office("hq_operations", "H1").hand)
    other = replace(office("hq_operations", "H1"), site="lima", day=date(2026, 11, 2))
    with pytest.raises(NotGranted, match="at cusco"):
        say(
            "approve",
            replace(other, hand=replace(other.hand, by="F7", role="hq_finance")),
            row(issued, site="cusco"),
        )


@pytest.mark.parametrize("symbol", ["amount", "plain"])
def test_the_total_is_typed_as_it_is_printed(symbol, issued):
    run, whole = issued
    money = Figures(Words("en", ""), run.currency, exponent(run.currency))
    (fact,) = say("approve", finance(), row(issued, total=getattr(money, symbol)(whole.total)))
    assert fact.total == whole.total


@pytest.mark.parametrize("text", ["many", "12.3.4", "-5.00x", ""])
def test_a_total_that_is_none_is_refused(text, issued):
    with pytest.raises(BadRows, match="total"):
        say("approve", finance(), row(issued, total=text))


def test_approving_twice_changes_nothing(issued):
    first = say("approve", finance(), row(issued))
    assert say("approve", finance(), row(issued)) == first
    assert Approval.objects.count() == 1


@pytest.mark.usefixtures("enough")
@pytest.mark.parametrize("verb", ["approve", "approve-for-workers"])
def test_whoever_issued_a_run_does_not_approve_it(verb, issued):
    role = "hq_finance" if verb == "approve" else "representative"
    with pytest.raises(SamePerson, match="second person"):
        say(verb, office(role, "S1", day=date(2026, 11, 2)), row(issued))


@pytest.mark.parametrize(
    ("wrong", "fault", "says"),
    [
        ({"total": 1}, OtherFigures, "total"),
        ({"head": "0000000000"}, OtherFigures, "head"),
        ({"head": "7K2Q9"}, NoHead, "ten characters"),
        ({"run_number": 2}, OtherFigures, "number"),
    ],
)
def test_other_figures_are_not_approved(issued, wrong, fault, says):
    with pytest.raises(fault, match=says):
        say("approve", finance(), row(issued, **wrong))


def test_what_was_misread_where_the_run_was_not_known_does_not_stand_in_the_way(issued, here):
    """Headquarters approves by telephone, before the site's book is there, and mishears a figure."""
    run, whole = issued
    wrong = Approval(
        site="cusco", month=OCTOBER, run_number=1, way="headquarters", number=1, code=head_of(whole),
        total=whole.total + 1, approver="F1", public_key=here.hand.node.public,
    )  # fmt: skip
    wrong.signature = here.hand.node.sign(approving.text_of(wrong))
    here.put([wrong], "hq_site")
    assert [one.fails for one in closes(run)] == [True]
    (right,) = say("approve", finance(), row(issued))
    assert (right.number, approval_of(run)) == (2, right)
    assert [one.fails for one in closes(run)] == [False]


def test_a_month_that_is_not_issued_has_nothing_to_approve_for_the_workers(issued):
    with pytest.raises(NothingToApprove, match="2026-11 is not issued"):
        say("approve-for-workers", office("representative", "R1"), row(issued, month="2026-11"))


def test_totals_that_would_tell_the_representative_what_each_earns_are_neither_approved_nor_told(issued):
    with pytest.raises(OfTooFew, match="Fewer than 5 people") as told:
        say("approve-for-workers", office("representative", "R1"), row(issued, total="1.00"))
    assert str(issued[1].total) not in str(told.value)


@pytest.mark.usefixtures("enough")
def test_the_representative_approves_totals_where_one_manager_is_alone(issued):
    (fact,) = say("approve-for-workers", office("representative", "R1"), row(issued))
    assert (fact.book, approval_of(issued[0])) == ("cusco", fact)


def test_where_two_manage_the_representative_is_not_asked(issued):
    office("site_manager", "S2")
    with pytest.raises(NotAlone, match="S1, S2 manage"):
        say("approve-for-workers", office("representative", "R1"), row(issued))


def test_a_code_printed_at_headquarters_is_typed_at_the_site(issued, here):
    (fact,) = say("approve", finance(), row(issued))
    (typed,) = say("type-approval", here, {"month": OCTOBER, "code": printed(fact), "approver": "F1"})
    assert (typed.book, typed.way, typed.signature) == ("cusco", "code", fact.signature)
    assert say("type-approval", here, {"month": OCTOBER, "code": printed(fact), "approver": "F1"}) == [typed]


def test_a_slip_of_the_pen_in_a_typed_code_is_located(issued, here):
    (fact,) = say("approve", finance(), row(issued))
    groups = printed(fact).split()
    groups[6] = groups[6][:3] + ("A" if groups[6][3] != "A" else "B") + groups[6][4:]
    with pytest.raises(Mistyped, match="Group 7"):
        say("type-approval", here, {"month": OCTOBER, "code": " ".join(groups), "approver": "F1"})


def signed(issued, node, **more) -> Approval:
    fact = Approval(
        site="cusco", month=OCTOBER, run_number=1, code=head_of(issued[1]), approver="F1",
        **{"total": issued[1].total, **more},
    )  # fmt: skip
    fact.signature = node.sign(approving.text_of(fact))
    return fact


@pytest.mark.parametrize(
    "what", ["another computer", "another total", "another approver", "the issuer as the approver"]
)
def test_a_code_that_is_not_headquarters_of_this_run_is_refused(what, issued, here):
    node = Node(HEADQUARTERS.key) if what == "another computer" else finance().hand.node
    fact = signed(issued, node, total=issued[1].total + (what == "another total"))
    approver = {"another approver": "F2", "the issuer as the approver": "S1"}.get(what, "F1")
    with pytest.raises((CodeNotOurs, SamePerson)):
        say("type-approval", here, {"month": OCTOBER, "code": printed(fact), "approver": approver})
    assert approval_of(issued[0]) is None


def test_an_approval_with_an_unknown_key_lets_nothing_out(issued, here):
    fact = signed(issued, HEADQUARTERS, way="headquarters", number=1, public_key=HEADQUARTERS.public)
    here.put([fact], "hq_site")
    assert approval_of(issued[0]) is None
    assert ["no signature" in one.says for one in closes(issued[0])] == [True]
