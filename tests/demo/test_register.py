from datetime import date

import pytest
from django.test import override_settings

import databases
from jornal.actions.audit import Asked, audited
from jornal.demo.cast import code
from jornal.demo.register import loaded
from jornal.demo.world import place
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked, Shift
from jornal.facts.organisation import Visit
from jornal.facts.pay import Run, Slip
from jornal.facts.people import ConsentWithdrawn, Enrolled, OfferAnswered
from jornal.facts.work import RateCard

CUSCO = place("qori/cusco")


def lines(worker: int, month: str) -> list[dict]:
    slip = Slip.objects.get(worker=code(CUSCO, worker), run=Run.objects.get(month=month).root)
    return list(slip.lines["lines"])


def test_the_full_audit_is_clean(cusco):
    assert cusco.full
    assert not cusco.faults
    assert sum(line.startswith("run cusco") for line in cusco.audit) == 3


def test_a_printed_head_is_found_again(register):
    checks = {one.name: one for one in audited(Asked(codes=(register.head,)))}
    assert checks["witness of cusco"].stands
    assert "are as they were" in checks["witness of cusco"].says[0]


def test_an_offer_is_refused_and_nothing_follows(register):
    (no,) = OfferAnswered.objects.filter(answer="refused")
    assert not Enrolled.objects.filter(worker=code(CUSCO, 16)).exists()
    assert no.day == date(2026, 8, 5)


def test_overtime_is_refused_and_costs_nothing(register):
    asked = OvertimeAsked.objects.get(root=OvertimeAnswered.objects.get(answer="no").asked)
    assert asked.worker == code(CUSCO, 7)
    assert Shift.objects.current().get(worker=asked.worker, day=asked.day).minutes == 300


def test_a_day_of_september_is_corrected_and_the_difference_comes_with_october(register):
    versions = list(Shift.objects.filter(worker=code(CUSCO, 8), day=date(2026, 9, 30)).order_by("seq"))
    assert [one.what for one in versions] == ["absent", "work"]
    assert any(line.get("of") == "2026-09" and line["amount"] > 0 for line in lines(8, "2026-10"))


def test_a_rate_rises_in_the_middle_of_a_month(register):
    rates = {line["rate"] for line in lines(10, "2026-10") if line["kind"] == "hourly" and not line.get("of")}
    assert len(rates) == 2


def test_a_rate_to_come_is_announced(register):
    card = RateCard.objects.current().get(per="hour")
    assert card.announced_on < card.since == date(2026, 11, 2)


def test_what_is_not_known_is_held_and_not_taken(register):
    assert [line["why"] for line in lines(6, "2026-08") if line["part"] == "held"] == ["balance_unknown"]


def test_a_consent_is_taken_back_and_a_mark_made_void(register):
    assert ConsentWithdrawn.objects.count() == 1
    assert Shift.objects.filter(void=True).count() == 1


def test_visits_are_planned_and_held(register):
    assert set(Visit.objects.current().values_list("state", flat=True)) == {"held"}
    assert Visit.objects.filter(state="planned").count() == 2


def test_october_is_paid_as_on_the_papers(register, run):
    papers = {one["code"]: one["totals"]["gross"] for one in run("qori/cusco/2026-10")["workers"]}
    ends = Slip.objects.raw(
        "SELECT s.* FROM jornal_slip s JOIN jornal_run r ON s.run = r.root WHERE r.month = '2026-10'"
    )
    unlike = {slip.worker for slip in ends if slip.gross != papers[slip.worker]}
    assert unlike == {code(CUSCO, 12)}  # on paper she waits for a cell that nobody can read


def test_the_same_story_gives_the_same_heads(cusco, tmp_path):
    with databases.fresh("sqlite", tmp_path / "qori"), override_settings(HOME=tmp_path / "qori"):
        again = loaded("qori", tmp_path / "qori", ["cusco"])
    assert (again.facts, again.head) == (cusco.facts, cusco.head)


@pytest.mark.slow
@pytest.mark.parametrize("enterprise", ["qori", "trazo", "paso", "thimble"])
def test_every_register_of_the_demo_stands_under_the_full_audit(enterprise, tmp_path):
    home = tmp_path / enterprise
    with databases.fresh("sqlite", home), override_settings(HOME=home):
        assert loaded(enterprise, home, full=True).faults == ()
