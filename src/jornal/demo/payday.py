"""Pay in the demo's registers: issued, approved by a second person, paid out, received, answered; the month closed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from jornal.actions import approving, closing
from jornal.actions.issuing import issue
from jornal.demo import moneyout
from jornal.demo.cast import code
from jornal.demo.stage import Row, Stage
from jornal.demo.world import Place, period
from jornal.journal.entry import Head
from jornal.reads import pay
from jornal.reads.money import owed

MANAGER, TRAINER, FINANCE = "site_manager", "trainer", "hq_finance"
PARTS = ("in_hand", "deduction", "instruction")


@dataclass(frozen=True)
class Payday:
    """What is paid of a month at a site, and on which days which step is taken."""

    stage: Stage
    here: Place
    month: str

    @property
    def site(self) -> str:
        """The site."""
        return self.here.site.id

    @property
    def steps(self) -> dict[date, Callable[["Payday"], None]]:
        """Each step by its day; where approval comes late, pay goes out all the same on the day it is due."""
        late = self.rows("late")
        order = _LATE if late else _USUAL
        last = period(self.month).last or date.max
        return {last + timedelta(days=days + 1): step for days, step in order}

    def rows(self, name: str) -> list[Row]:
        """What the cast says of this month and site."""
        return [dict(row) for row in self.stage.cast.rows(name, self.site, self.month)]

    def do(self, verb: str, rows: list[Row], role: str = MANAGER) -> None:
        """A verb of this month, done today."""
        today = self.stage.day
        self.stage.do(verb, role, self.site, [{"month": self.month, "day": today, **row} for row in rows])

    def open_parts(self) -> list[str]:
        """The parts of which something has not left yet."""
        run, _ = approving.found(self.site, self.month)
        left = {one.part for one in owed(run) if one.open > 0}
        return [part for part in PARTS if part in left]


def _issued(at: Payday) -> None:
    issue(at.stage.office(MANAGER, at.site), at.month)


def _approved(at: Payday) -> None:
    """By headquarters finance, at some sites by its printed code; at some by the representative, totals only."""
    _, whole = approving.found(at.site, at.month)
    row = {"month": at.month, "head": approving.head_of(whole), "total": whole.total}
    if at.stage.cast.named("representative", at.site):
        at.stage.do("approve-for-workers", "representative", at.site, [row])
        return
    (approval,) = at.stage.do("approve", FINANCE, at.site, [row])
    if at.stage.cast.named("code", at.site):
        typed = {"month": at.month, "code": approving.printed(approval), "approver": approval.by}  # type: ignore[arg-type]
        at.stage.do("type-approval", MANAGER, at.site, [typed])


def _paid(at: Payday) -> None:
    if at.rows("files"):
        moneyout.sent(at.stage, at.site, at.month)
    way = at.stage.cast.says["way"]
    at.do("pay", [{"part": part, "way": way, "paper": f"list {at.month}"} for part in at.open_parts()])


def _paid_unapproved(at: Payday) -> None:
    """Nobody approved by the day pay is due: what is hers goes out in cash, against a list that each of them signs."""
    at.do("pay", [{"part": "in_hand", "way": "cash", "paper": f"cash list {at.month}"}])


def _arrived(at: Payday) -> None:
    """One comes back where the cast says so; the rest is shown to have arrived; slips are handed over."""
    for row in at.rows("returned"):
        at.do("came-back", [{"worker": code(at.here, row["number"]), "reason": row["reason"]}])
    if at.rows("files"):
        moneyout.said_arrived(at.stage, at.site, at.month)
    at.do("arrived", [{"part": part, "proof": f"list {at.month}"} for part in _under_way(at)])
    head = Head.objects.filter(book=at.site, why="issue").order_by("seq").last()
    at.do("hand-over", [{"head": head.code if head else ""}], TRAINER)


def _under_way(at: Payday) -> list[str]:
    run, _ = approving.found(at.site, at.month)
    parts = {one.part for one in owed(run) if one.in_transit}
    return [part for part in PARTS if part in parts]


def _said(at: Payday) -> None:
    """What workers say of their slips: most agree; one disputes and asks; what came back goes out again."""
    disputed = {code(at.here, row["number"]): row for row in at.rows("disputed")}
    run, _ = approving.found(at.site, at.month)
    rows: list[Row] = []
    for slip in pay.slips_of(run):
        row = disputed.get(slip.worker)
        drawn = at.here.chance("answer", at.month, slip.worker).randrange(10)
        answer = "disputed" if row and row["lines"] else "declined" if drawn == 0 else "agreed"
        rows.append({"worker": slip.worker, "answer": answer, **({"lines": row["lines"]} if row else {})})
    at.do("answer-slip", rows, TRAINER)
    at.stage.do("ask-about-pay", TRAINER, at.site, [
        {"worker": worker, "day": at.stage.day, "says": row["says"], "month": at.month}
        for worker, row in disputed.items()
    ])  # fmt: skip
    if at.rows("returned"):
        _paid(at)


def _closed(at: Payday) -> None:
    """The questions answered, what went out again received, and the month closed."""
    today = at.stage.day
    at.stage.do("answer-question", MANAGER, at.site, [
        {
            "worker": code(at.here, row["number"]), "asked_on": today - timedelta(days=2), "day": today,
            "outcome": row["outcome"], "says": row["answer"],
        }
        for row in at.rows("disputed")
    ])  # fmt: skip
    at.do("arrived", [{"part": part, "proof": "her signature"} for part in _under_way(at)])
    closing.close_month(at.stage.office(MANAGER, at.site), at.month)


_USUAL = ((0, _issued), (1, _approved), (2, _paid), (4, _arrived), (6, _said), (8, _closed))
_LATE = (
    (0, _issued), (6, _paid_unapproved), (7, _approved), (8, _paid), (9, _arrived), (10, _said), (12, _closed),
)  # fmt: skip
