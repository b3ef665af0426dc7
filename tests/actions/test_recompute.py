"""What an audit asks of pay: issued runs computed again, and their money."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

import payroll
from jornal import __version__
from jornal.actions import paying, recompute
from jornal.actions.recompute import closes, computed_again, runs, transit
from jornal.actions.verb import done
from jornal.facts.pay import Payment, Slip
from jornal.journal.vaultlog import Reader

SEPTEMBER, OCTOBER = "2026-09", "2026-10"


@pytest.fixture
def here(two_months, tmp_path):
    with payroll.copied(two_months, tmp_path) as found:
        yield replace(found, day=date(2026, 12, 1))


def changed(statement: str, *values: object) -> None:
    """What somebody does who has the laptop's password: guards dropped, a row changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
        cursor.execute(statement, values)


def told(*months: str, **names) -> list[str]:
    return [
        one.says
        for run in runs()
        if run.month in months
        for one in (*computed_again(run, **names), *closes(run))
    ]


def test_every_run_comes_out_again_with_names_and_without(database, tmp_path):
    here = payroll.begun(tmp_path)
    for month in (SEPTEMBER, OCTOBER):
        payroll.month(here, month)
        payroll.issued(here, month)
    reader = Reader("S1", "audit", here.hand.now())
    assert told(SEPTEMBER, OCTOBER, keys=here.keys, reader=reader) == told(SEPTEMBER, OCTOBER) == []
    assert [run.month for run in runs("cusco")] == [SEPTEMBER, OCTOBER]
    assert runs("lima") == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE jornal_slip SET gross = gross + 1 WHERE worker = 'Q01'", "are not those of its lines"),
        ("UPDATE jornal_slip SET in_hand = in_hand + 1 WHERE worker = 'Q01'", "the slips are 3"),
        (
            "UPDATE jornal_slip SET status = 'idle' WHERE worker = 'Q01'",
            "status idle issued, ready computed again",
        ),
        ("UPDATE jornal_slip SET worker = 'Q09' WHERE worker = 'Q01'", "she was issued a slip, and has none"),
        ("DELETE FROM jornal_slip WHERE worker = 'Q01'", "was issued none"),
        ("UPDATE jornal_shift SET minutes = 60 WHERE worker = 'Q01'", "Q01: gross"),
        ("UPDATE jornal_runissued SET total = total + 1", "are 3, of"),
        (
            "UPDATE jornal_runissued SET digest = replace(digest, substr(digest, 1, 4), 'beef')",
            "are not those",
        ),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_changed_row_is_found_out(change, says):
    changed(change)
    assert any(says in one for one in told(OCTOBER))


@pytest.mark.usefixtures("here")
def test_a_changed_line_is_found_out_where_the_sums_are_the_same():
    slip = Slip.objects.filter(worker="Q01").last()
    lines = json.loads(json.dumps(slip.lines))
    lines["lines"][0]["source"] = "another agreement"
    changed("UPDATE jornal_slip SET lines = %s WHERE id = %s", json.dumps(lines), slip.id.hex)
    found = told(SEPTEMBER, OCTOBER)
    assert any("the slips are not those" in one for one in found)
    assert any("a line or its explanation is not" in one for one in found)


@pytest.mark.usefixtures("here")
def test_another_release_that_gives_another_figure_is_said_and_is_no_fault(monkeypatch):
    changed("UPDATE jornal_shift SET minutes = 60 WHERE worker = 'Q01' AND day = '2026-10-06'")
    monkeypatch.setattr(recompute, "__version__", "99")
    found = [one for run in runs() for one in computed_again(run) if run.month == OCTOBER]
    assert [one.fails for one in found] == [False]
    assert f"issued with jornal {__version__}, this is 99" in found[0].says


def pay(here, **row) -> list[Payment]:
    at = {"month": OCTOBER, "day": "2026-11-07", "way": "cash", "paper": "list 10"}
    return done("pay", paying.VERBS["pay"], here, [{**at, **row}])


def test_money_is_received_under_way_or_not_yet_out(here):
    pay(here, worker="Q01")
    (run,) = (one for one in runs() if one.month == OCTOBER)
    where = transit(run)
    assert where.due == where.received + where.in_transit + where.open == recompute.pay.issued(run).total
    assert (where.currency, where.received, where.in_transit > 0) == ("PEN", 0, True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE jornal_payment SET amount = amount + 700", "700 more was paid than is owed"),
        ("UPDATE jornal_payment SET part = 'instruction', payee = 'B9'", "that no slip owes"),
    ],
)
def test_a_payment_that_nothing_owes_is_found_out(change, says, here):
    pay(here, worker="Q01")
    changed(change)
    assert any(says in one for one in told(OCTOBER))
