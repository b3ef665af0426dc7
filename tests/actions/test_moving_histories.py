"""Random histories of workers who may move: whatever the order, both sites together pay what is due, once."""

import json
import os
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import moved
from jornal.actions.audit import Asked, audited
from jornal.facts.pay import Run
from jornal.facts.pay import Slip as Issued
from jornal.facts.people import CarriedOver
from jornal.journal.vaultlog import Reader
from moved import NEW, OLD, SITES, WORKERS, desk, last_of
from reckoned import MONEY, YEAR, Site, Slip, Standing

AUTUMN, NEW_YEAR = SPANS = (
    ("2026-09", "2026-10", "2026-11", "2026-12"),
    ("2026-11", "2026-12", "2027-01", "2027-02"),
)
READER = Reader("S1", "test", moved.NOON)
PIECES = "Q21"
# Days by the number of their month: around the ends of two months, so that weeks straddle them, and holidays.
DAYS = [(0, 24), (0, 28), (0, 29), (0, 30), (1, 1), (1, 2), (1, 7), (1, 8), (1, 9), (1, 12), (1, 29), (1, 30)]
DAYS += [(2, 1), (2, 2), (2, 3)]
LEFT = [(0, 28), (0, 30), (1, 1), (1, 8), (1, 30), (1, 31)]


marks = st.tuples(
    st.sampled_from(sorted(WORKERS)),
    st.sampled_from(DAYS),
    st.sampled_from(("work", "work", "work", "sick")),
    st.sampled_from((0, 120, 300, 480, 660)),
)
counts = st.tuples(
    st.just(PIECES), st.sampled_from(DAYS), st.sampled_from(("scarf", "hat")), st.sampled_from((0, 1, 6))
)
edits = st.lists(marks | counts, max_size=6)


@dataclass(frozen=True)
class Move:
    """She leaves, and begins elsewhere some days later; it is recorded so many months late, at a moment of that month.

    The moments: before the first site issues, between the two, after both. A month later it may turn out that she had
    left some days earlier.
    """

    left: tuple[int, int]
    after: int
    late: int
    moment: int
    earlier: int

    def days(self, months: tuple[str, ...]) -> tuple[date, date]:
        """Her last day at the old site and her first at the new."""
        left = on(months, self.left)
        return left, left + timedelta(days=self.after)

    def told(self, months: tuple[str, ...]) -> tuple[int, int]:
        """When it is recorded: the number of the month, and the moment."""
        _, came = self.days(months)
        return min(months.index(f"{came:%Y-%m}") + self.late, len(months) - 2), self.moment


def on(months: tuple[str, ...], day: tuple[int, int]) -> date:
    """A day by the number of its month."""
    return date.fromisoformat(f"{months[day[0]]}-{day[1]:02d}")


@dataclass(frozen=True)
class Month:
    """What is recorded before each of the two issues, and which site issues first."""

    edits: tuple[list, list]
    first: str


moves = st.one_of(
    st.builds(
        Move,
        left=st.sampled_from(LEFT),
        after=st.sampled_from((1, 3, 12)),
        late=st.integers(0, 1),
        moment=st.integers(0, 2),
        earlier=st.sampled_from((0, 0, 1, 4)),
    ),
    st.none(),
)
months = st.builds(Month, edits=st.tuples(edits, edits), first=st.sampled_from(SITES))
histories = st.tuples(
    st.fixed_dictionaries(dict.fromkeys(WORKERS, moves)), st.tuples(*(months for _ in AUTUMN[:-1]))
)


@dataclass
class History:
    """One history as it goes on: the desk, who moves, and what was issued to each at both sites as it is reckoned."""

    at: moved.Desk
    months: tuple[str, ...]
    moves: dict[str, Move | None]
    accounts: dict = field(
        default_factory=lambda: {(worker, site): Site(site, worker) for worker in WORKERS for site in SITES}
    )

    def month(self, number: int, story: Month) -> None:
        month = self.months[number]
        self.at.today = last_of(month)
        sites = (story.first, next(site for site in SITES if site != story.first))
        for moment, (some, site) in enumerate(zip(story.edits, sites, strict=True)):
            self.movings(number, moment)
            for worker, day, what, much in some:
                (self.at.counted if what in ("scarf", "hat") else self.at.marked)(
                    worker, on(self.months, day), what, much
                )
            self.issue(site, month)
        self.movings(number, 2)

    def movings(self, number: int, moment: int) -> None:
        """Whoever moves and of whom it is recorded now."""
        for worker, move in self.moves.items():
            if move is not None and move.told(self.months) == (number, moment):
                left, came = move.days(self.months)
                self.at.left(worker, left)
                self.carry(worker, came)
                self.at.began(worker, came)
            elif move is not None and move.earlier and move.told(self.months) == (number - 1, moment):
                self.at.left(worker, move.days(self.months)[0] - timedelta(days=move.earlier))

    def carry(self, worker: str, on: date) -> None:
        """She is carried over with what stands on her last slip at the old site."""
        opening = self.accounts[worker, OLD].stood
        assert self.standing(self.at.carried(worker, on)) == opening
        self.accounts[worker, NEW].opening = opening

    def issue(self, site: str, month: str) -> None:
        """A month issued, each slip held against what it has to say."""
        self.at.issued(site, month)
        run = Run.objects.get(site=site, month=month)
        for worker in WORKERS:
            account, where = self.accounts[worker, site], f"{worker} at {site} in {month}"
            told = account.slip(month, self.at.told)
            slip = Issued.objects.filter(worker=worker, run=run.root).first()
            if slip is None:
                assert not told.lines, where
            else:
                account.stood = account.standing(month, self.at.told)
                assert said(slip, month) == told, where
                assert self.standing(slip) == account.stood, where

    def settled(self) -> None:
        """The last month: the old site settles, she is carried over with that, the new site settles.

        Then her last slip at the new site says what both issued to her, and counts every day of both.
        """
        self.at.today = last_of(self.months[-1])
        for moment in range(3):
            self.movings(len(self.months) - 1, moment)
        self.issue(OLD, self.months[-1])
        gone = [worker for worker, move in self.moves.items() if move is not None]
        for worker in gone:
            self.carry(worker, self.at.today)
        self.issue(NEW, self.months[-1])
        for worker in gone:
            old, new = (self.accounts[worker, site] for site in SITES)
            both = [*old.slips.items(), *new.slips.items()]
            year = [slip for month, slip in both if month[:4] == self.months[-1][:4]]
            assert [getattr(new.stood, name) for name in YEAR] == [
                sum(getattr(slip, name) for slip in year) for name in YEAR
            ]
        for account in self.accounts.values():
            assert account.apart(self.at.told) == account.stood.owed_back - account.opening.owed_back

    def standing(self, fact: Issued | CarriedOver) -> Standing:
        """Where a slip, or what is carried over, says that she stands."""
        carry, year = fact.carry, fact.carry.get("year_to_date", {})
        found = Standing(
            carry.get("year", 0), *(year.get(name, 0) for name in YEAR), carry.get("owed_back", 0)
        )
        if not fact.credit:
            return found
        text = self.at.here.opened().opened(fact.worker, "credit", fact.credit, reader=READER)
        ((_, left, minutes, credited),) = json.loads(text)["carry"]
        return replace(found, days=left, minutes=minutes, credited=credited)


def said(slip: Issued, month: str) -> Slip:
    """What a slip says, in the words of the reckoning."""
    lines: Counter = Counter()
    for line in slip.lines["lines"]:
        if line["part"] in MONEY:
            lines[line.get("of") or month, line["part"], line["kind"], line.get("code", "")] += line["amount"]
    figures = (slip.totals[name] for name in (*YEAR, "owed_back"))
    return Slip(Counter({key: amount for key, amount in lines.items() if amount}), *figures)


@pytest.fixture(scope="module", params=SPANS, ids=["autumn", "new year"])
def begun(request, tmp_path_factory):
    first = date.fromisoformat(f"{request.param[0]}-01")
    return request.param, moved.built(tmp_path_factory.mktemp("begun"), first)


def holds(months, whole, history) -> None:
    folder = Path(tempfile.mkdtemp(prefix="moved-"))
    try:
        with desk(whole, folder) as at:
            found = History(at, months, history[0])
            for number, story in enumerate(history[1]):
                found.month(number, story)
            found.settled()
            asked = Asked(full=True, keys=at.here.keys, reader=READER)
            assert [one for one in audited(asked) if one.faults] == []
    finally:
        shutil.rmtree(folder)


FEW = settings(
    max_examples=2, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)  # fmt: skip
MANY = settings(
    FEW, max_examples=int(os.environ.get("JORNAL_HISTORIES", "60")), phases=[Phase.generate, Phase.shrink]
)


@pytest.mark.parametrize("how", [FEW, pytest.param(MANY, marks=pytest.mark.slow)], ids=["few", "many"])
def test_whatever_the_order_both_sites_pay_what_is_due_once(begun, how):
    how(given(history=histories)(lambda history: holds(*begun, history)))()
