"""Random histories: days mended while month after month is issued, against a register that knew at once."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import payroll
from jornal.actions.recompute import closes, computed_again
from jornal.facts.pay import Run, Slip
from jornal.journal.vaultlog import Reader
from payroll import issued, mended

MONTHS = ("2026-09", "2026-10", "2026-11")
GROSS = ("earning", "top_up", "bonus")
PEOPLE = {"Q01": ("cusco-hourly", "maker"), "Q02": ("cusco-hourly", "learner")}
# Two weeks around a month's end, so that weeks straddle it, and a holiday (the 8th of October).
DAYS = [date(2026, 9, day) for day in (24, 28, 29, 30)] + [date(2026, 10, day) for day in (1, 2, 8, 9)]

edits = st.lists(
    st.tuples(
        st.sampled_from(sorted(PEOPLE)), st.sampled_from(DAYS), st.sampled_from((0, 120, 300, 480, 660))
    ),
    max_size=5,
)
histories = st.tuples(*(edits for _ in MONTHS))


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    return payroll.built(tmp_path_factory.mktemp("begun"), workers=PEOPLE)


@contextmanager
def register(begun) -> Iterator:
    folder = Path(tempfile.mkdtemp(prefix="history-"))
    try:
        with payroll.copied(begun, folder) as here:
            yield here
    finally:
        shutil.rmtree(folder)


def heads(of: str) -> Iterator[tuple[tuple[str, str], Slip, str]]:
    """Every slip, with its worker and each month that its lines are of."""
    for run in Run.objects.order_by("month"):
        for slip in Slip.objects.filter(run=run.root):
            yield (slip.worker, run.month), slip, run.month


def sums() -> Counter:
    """What was issued by worker, month, part, kind and code: in its own run and as corrections of it."""
    found: Counter = Counter()
    for (worker, _), slip, month in heads(""):
        for line in slip.lines["lines"]:
            if line["part"] in (*GROSS, "deduction"):
                key = (worker, line.get("of") or month, line["part"], line["kind"], line.get("code", ""))
                found[key] += line["amount"]
    return found


def last(worker: str) -> Slip:
    return Slip.objects.get(worker=worker, run=Run.objects.get(month=MONTHS[-1]).root)


def credited(here, worker: str) -> str:
    reader = Reader("S1", "test", here.hand.now())
    return here.opened().opened(worker, "credit", last(worker).credit, reader=reader).partition('"credit"')[0]


def at_once(begun, history) -> tuple[Counter, dict[str, str]]:
    """What comes to be issued, and credited, where everything was known before the first run."""
    final = {(worker, day): minutes for some in history for worker, day, minutes in some}
    with register(begun) as here:
        for (worker, day), minutes in final.items():
            if minutes:
                mended(here, worker, day, minutes)
        for month in MONTHS:
            issued(here, month)
        return sums(), {worker: credited(here, worker) for worker in PEOPLE}


def owed_back(due: Counter, paid: Counter, worker: str) -> int:
    """By the specification: the fall of each month's gross, a top-up never taken back."""
    total = 0
    for month in MONTHS:
        keys = {key for key in (*due, *paid) if key[:2] == (worker, month) and key[2] in GROSS}
        fall = sum(paid[key] - due[key] for key in keys if not (key[2] == "top_up" and paid[key] > due[key]))
        total += max(0, fall)
    return total


@settings(
    max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)  # fmt: skip
@given(history=histories)
def test_whatever_is_mended_when_everybody_is_paid_what_is_due_once(begun, history):
    with register(begun) as here:
        for some, month in zip(history, MONTHS, strict=True):
            for worker, day, minutes in some:
                if minutes or payroll.Shift.objects.filter(worker=worker, day=day).exists():
                    mended(here, worker, day, minutes)
            issued(here, month)
        paid = sums()
        shown = {worker: last(worker).totals["owed_back"] for worker in PEOPLE}
        tallies = {worker: credited(here, worker) for worker in PEOPLE}
        for run in Run.objects.all():
            assert not [one.says for one in (*computed_again(run), *closes(run))]
    due, credit = at_once(begun, history)
    for worker in PEOPLE:
        hers = [key for key in {*due, *paid} if key[0] == worker]
        for month in MONTHS:
            of = [key for key in hers if key[1] == month and key[2] in GROSS]
            assert sum(paid[key] for key in of) >= sum(due[key] for key in of)
        assert shown[worker] == owed_back(due, paid, worker)
        plain = [key for key in hers if key[2] != "top_up"]
        if not shown[worker]:
            assert {key: paid[key] for key in plain} == {key: due[key] for key in plain}
    assert tallies == credit
