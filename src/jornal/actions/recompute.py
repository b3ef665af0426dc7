"""Issued runs computed again, and their money: what an audit asks of pay."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jornal import __version__
from jornal.actions.approving import approval_of, head_of, is_signed
from jornal.actions.gathering import everybody
from jornal.actions.issuing import parts, slips_for
from jornal.actions.registered import Asked
from jornal.actions.slips import Whole, says
from jornal.facts.pay import Approval, Run, RunIssued, Slip
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads import pay
from jornal.reads.changed import past_of
from jornal.reads.money import Owed, owed
from jornal.reads.pay import final


@dataclass(frozen=True)
class Found:
    """One thing that an audit found of pay; `fails` tells a fault from what is only said."""

    says: str
    fails: bool = True


@dataclass(frozen=True)
class Transit:
    """Money of a run in minor units: owed, received, under way, and not yet out."""

    site: str
    month: str
    currency: str
    due: int
    received: int
    in_transit: int
    open: int


def runs(site: str = "") -> list[Run]:
    """Every run that was issued, of one site or all."""
    found = final(Run).filter(root__in=final(RunIssued).values("run"))
    return list((found.filter(site=site) if site else found).order_by("site", "month"))


def computed_again(run: Run, keys: Keys | None = None, reader: Reader | None = None) -> Iterator[Found]:
    """Differences between a run as issued and as computed again from its cursor and its terms.

    The same release has to give the same bytes. A newer one that gives another figure is said, and not a failure.
    Without keys the tallies, which are sealed, are not compared.
    """
    issued = pay.issued(run)
    if issued is None:
        return
    standing = Whole()
    for slip in pay.slips_one_by_one(run):
        standing.add(slip)
    whole = standing.issued(run)
    if whole.digest != issued.digest:
        yield Found(f"{run.site} {run.month}: the slips are not those that the run was issued with.")
    past = past_of(run)
    asked = Asked(run, (), keys, reader, past)
    again = set(everybody(run, past))
    everyone = sorted(again | set(pay.slip_workers(run)))
    for some in parts(everyone):
        there = {slip.worker: slip for slip in pay.slips_of(run, some)}
        ours = tuple(worker for worker in some if worker in again)
        fresh = {slip.worker: slip for slip in slips_for(replace(asked, workers=ours))}
        for worker in some:
            yield from _compared(run, worker, there.get(worker), fresh.get(worker))


def _compared(run: Run, worker: str, issued: Slip | None, again: Slip | None) -> Iterator[Found]:
    """What tells a slip from the one that is computed again; either may be missing."""
    says_why = ""
    if issued is None:
        says_why = f"{_at(run, worker)}: she has a slip when computed again, and was issued none."
    elif again is None:
        says_why = f"{_at(run, worker)}: she was issued a slip, and has none when computed again."
    elif says(issued) != says(again):
        says_why = _differs(run, issued, again)
    elif _columns(issued) != _columns(again):
        says_why = f"{_at(run, worker)}: the figures of her slip are not those of its lines."
    if says_why:
        yield Found(says_why, fails=run.release == __version__)


def _at(run: Run, worker: str) -> str:
    return f"{run.site} {run.month}, {worker}"


def _columns(slip: Slip) -> tuple[object, ...]:
    """What stands in columns of its own beside the totals."""
    return (
        slip.gross, slip.deductions, slip.instructions, slip.held, slip.in_hand, slip.language, slip.contract,
    )  # fmt: skip


def _differs(run: Run, issued: Slip, again: Slip) -> str:
    figures = [
        f"{name.replace('_', ' ')} {getattr(issued, name)} issued, {getattr(again, name)} computed again"
        for name in ("gross", "deductions", "instructions", "held", "in_hand", "status")
        if getattr(issued, name) != getattr(again, name)
    ]
    what = "; ".join(figures) or "the sums are the same, a line or its explanation is not"
    other = f" (issued with jornal {run.release}, this is {__version__})"
    return f"{_at(run, issued.worker)}: {what}{'' if run.release == __version__ else other}."


def closes(run: Run) -> Iterator[Found]:
    """What does not add up between a run's slips, its total, its approvals and its payments, in both books."""
    issued = pay.issued(run)
    if issued is None:
        return
    whole = Whole()
    for slip in pay.slips_one_by_one(run):
        whole.add(slip)
    if (whole.slips, whole.gross, whole.in_hand, whole.total) != (
        issued.slips, issued.gross, issued.in_hand, issued.total,
    ):  # fmt: skip
        yield Found(
            f"{run.site} {run.month}: {issued.slips} slips of {issued.gross} and {issued.total} out were issued; "
            f"the slips are {whole.slips}, of {whole.gross} and {whole.total} out."
        )
    for one in owed(run):
        yield from _paid_too_much(run, one)
    yield from _strange_approvals(run, issued)


def _paid_too_much(run: Run, one: Owed) -> Iterator[Found]:
    whom = one.worker or one.payee or "a worker"
    too_much = one.received + one.in_transit - max(one.due, 0)
    if not one.known:
        yield Found(
            f"{_at(run, whom)}: a payment of {one.part} to {one.payee or 'her'} was made that no slip owes."
        )
    elif too_much > 0:
        yield Found(f"{_at(run, whom)}: {too_much} more was paid than is owed ({one.part} {one.payee}).")


def _strange_approvals(run: Run, issued: RunIssued) -> Iterator[Found]:
    """Approvals that let nothing out: of other figures, or signed by nobody who may."""
    stands = approval_of(run) is not None
    for one in final(Approval).filter(site=run.site, month=run.month, run_number=run.number):
        if one.total != issued.total or one.code != head_of(issued):
            what = f"there is an approval of other figures than were issued: {one.code}, {one.total}"
        elif one.approver == run.by:
            what = f"{one.approver} approved what the same hand had issued"
        elif not is_signed(one):
            what = f"the approval by {one.approver} bears no signature of a computer that may approve"
        else:
            continue
        yield Found(f"{run.site} {run.month}: {what}.", fails=not stands)


def transit(run: Run) -> Transit:
    """Where a run's money is."""
    sums = owed(run)
    return Transit(
        run.site, run.month, run.currency, sum(one.due for one in sums), sum(one.received for one in sums),
        sum(one.in_transit for one in sums), sum(one.open for one in sums),
    )  # fmt: skip
