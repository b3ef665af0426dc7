"""The list of checks."""

import pytest

from jornal.actions import audit, recompute
from jornal.actions.audit import Asked, Checked, audited
from jornal.actions.recompute import Found
from offices import office


def names(asked: Asked) -> list[str]:
    return [found.name.split()[0] for found in audited(asked)]


@pytest.mark.usefixtures("sqlite")
def test_the_daily_audit_leaves_out_what_takes_long():
    office()
    assert "replay" not in names(Asked())
    assert set(names(Asked(full=True))) - set(names(Asked())) == {"replay"}


@pytest.mark.usefixtures("sqlite")
def test_a_check_more_is_one_line(monkeypatch):
    office()
    monkeypatch.setattr(
        audit, "DAILY", [*audit.DAILY, lambda _: [Checked("shoes", faults=["One is missing."])]]
    )
    last = list(audited(Asked()))[-1]
    assert (last.name, last.stands) == ("shoes", False)


@pytest.mark.usefixtures("sqlite")
def test_one_altered_row_that_stops_a_check_hides_no_other(monkeypatch):
    office()

    def stops(_):
        raise ValueError("non-hexadecimal number found")
        yield

    monkeypatch.setattr(audit, "DAILY", [stops, audit.guards])
    first, second = audited(Asked())
    assert (first.name, first.stands, second.name, second.stands) == ("stops", False, "guards", True)
    assert "non-hexadecimal" in first.faults[0]


@pytest.mark.parametrize("check", ["runs", "money"])
def test_a_run_that_was_altered_hides_no_other_run(monkeypatch, check):
    class October(September):
        month = "2026-10"

    def looked(run, *_):
        if run.month == "2026-09":
            raise KeyError("lines")
        return iter(()) if check == "runs" else recompute.Transit("cusco", run.month, "PEN", 0, 0, 0, 0)

    monkeypatch.setattr(recompute, "runs", lambda: [September(), October()])
    monkeypatch.setattr(recompute, {"runs": "computed_again", "money": "transit"}[check], looked)
    monkeypatch.setattr(recompute, "closes", lambda _: iter(()))
    found = list(getattr(audit, check)(Asked()))
    assert [(one.name[-7:], one.stands) for one in found] == [("2026-09", False), ("2026-10", True)]


class September:
    site, month = "cusco", "2026-09"


@pytest.mark.parametrize(
    ("found", "stands", "says"),
    [
        ([], True, ["the same slips come out again"]),
        ([Found("Another figure by a newer release.", False)], True, ["Another figure by a newer release."]),
        ([Found("The slips are others.")], False, ["the same slips come out again"]),
    ],
)
def test_what_a_newer_release_computes_otherwise_is_said_and_no_fault(monkeypatch, found, stands, says):
    monkeypatch.setattr(recompute, "runs", lambda: [September()])
    monkeypatch.setattr(recompute, "computed_again", lambda *_: iter(found))
    (checked,) = audit.runs(Asked())
    assert (checked.name, checked.stands, checked.says) == ("run cusco 2026-09", stands, says)


@pytest.mark.usefixtures("sqlite")
def test_money_says_where_it_is(monkeypatch):
    monkeypatch.setattr(recompute, "runs", lambda: [September()])
    monkeypatch.setattr(
        recompute, "transit", lambda _: recompute.Transit("cusco", "2026-09", "PEN", 100, 60, 30, 10)
    )
    monkeypatch.setattr(recompute, "closes", lambda _: iter(()))
    (checked,) = audit.money(Asked())
    assert checked.says == ["100 due = 60 received + 30 under way + 10 not yet out, in minor units of PEN"]
