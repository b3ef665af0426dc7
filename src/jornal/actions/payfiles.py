"""Money out as a file for the bank: who can be paid by it, what of each cannot, and that the file has left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from jornal.actions.approving import approval_of, found
from jornal.actions.office import Office
from jornal.actions.paying import NotApproved, NotYetOut, Out, pay_out
from jornal.actions.recompute import closes
from jornal.actions.verb import Row, Verb
from jornal.facts.family import PaysFrom
from jornal.facts.organisation import Site
from jornal.facts.pay import Payment, Run
from jornal.journal.fact import Fact
from jornal.journal.vaultlog import Reader
from jornal.reads.money import Owed, owed
from jornal.reads.pay import final
from jornal.reads.people import names
from jornal.reads.transfers import (
    PURPOSES,
    Batch,
    Payee,
    Transfer,
    beneficiaries,
    message,
    own_accounts,
    reference,
)
from jornal.terms import accounts
from jornal.units.latin import latin
from jornal.units.said import Said

ROLES = ("site_manager", "hq_finance")
To = Literal["family", "worker"]
PARTS: dict[str, str] = {"family": "instruction", "worker": "in_hand"}
LONGEST_NAME = 140


class DoesNotAddUp(Said):
    """A run whose money does not close, so that no file may leave of it."""

    def __init__(self, month: str, says: str) -> None:
        super().__init__(
            "The money of {month} does not add up, and no file is made: {says} Run `jornal audit`.",
            month=month, says=says,
        )  # fmt: skip


class NoAccountToPayFrom(Said):
    """A site without an account that money leaves from."""

    def __init__(self, site: str, day: date) -> None:
        super().__init__(
            "No account is recorded from which {site} pays on {day}. Record it with `jornal do pays-from`.",
            site=site, day=day,
        )  # fmt: skip


class DayGone(Said):
    """A file that a bank should carry out on a day that is over."""

    def __init__(self, day: date) -> None:
        super().__init__("{day} is over. Say on which day the bank is to pay: `--on`.", day=day)


class NobodyByBank(Said):
    """A file without a single transfer."""

    def __init__(self, month: str) -> None:
        super().__init__(
            "Nothing of {month} is left to send by bank. Pay in cash who has no account.",
            month=month,
        )  # fmt: skip


class NotThatFile(Said):
    """A file that would come out otherwise now."""

    def __init__(self, wanted: str, now: str) -> None:
        super().__init__(
            "{wanted} is not the file that would be made now, which is {now}: something was paid or changed since. "
            "Record what left with `jornal do pay`, worker by worker.",
            wanted=wanted, now=now,
        )  # fmt: skip


class NoAccount(Said):
    """A payee of whom no account is recorded."""

    def __init__(self) -> None:
        super().__init__("No account is recorded. Record it, or pay in cash against a signed list.")


class NobodyKnown(Said):
    """A payee whose name cannot be opened."""

    def __init__(self) -> None:
        super().__init__("No name is recorded, or it was forgotten. Ask her to whom the money goes.")


class NameTooLong(Said):
    """A name that no payment message holds."""

    def __init__(self) -> None:
        super().__init__(
            "The name is longer than {most} letters, and a bank would cut it. Write it as the bank has it.",
            most=LONGEST_NAME,
        )


@dataclass(frozen=True)
class LeftOut:
    """A sum that is not in the file, and why; it stays owed and is paid in cash or in a later file."""

    of: Owed
    why: Said


@dataclass(frozen=True)
class Made:
    """A file's content, and who is not in it."""

    batch: Batch
    left_out: tuple[LeftOut, ...]


class From(Row):
    """The enterprise's own account that a site's money leaves from, from a day on."""

    holder: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    account: Annotated[str, Field(min_length=1, max_length=40)]
    since: date | None = None


class Left(Row):
    """A file that the bank has carried out: its message id, as the file and its name say, and the day it paid."""

    month: str
    message: Annotated[str, Field(min_length=1, max_length=35)]
    day: date
    to: To = "family"


def pays_from(office: Office, rows: Sequence[From]) -> list[Fact]:
    """The accounts, as recorded. Raises NoScheme, NotAnAccount, Mistyped, NotLatin, NameTooLong."""
    currency = (
        Site.objects.current().filter(site=office.site).values_list("currency", flat=True).first() or ""
    )
    facts = []
    for row in rows:
        account = accounts.read(row.account, currency)
        if len(latin(row.holder)) > LONGEST_NAME:
            raise NameTooLong
        since = row.since or office.day
        facts.append(
            PaysFrom(
                site=office.site, since=since, holder=row.holder, account=account.digits, currency=currency
            )
        )
    return office.put(facts)


def made(office: Office, month: str, to: To = "family", on: date | None = None) -> Made:
    """The file of a month as it would leave now, and who is not in it; nothing is recorded.

    The bank pays `on` that day, else on the day pay is due. One account that is missing or mistyped leaves that sum out
    and delays nobody else. Raises NothingToApprove, NotApproved, DoesNotAddUp, NoAccountToPayFrom, DayGone,
    NobodyByBank, Locked.
    """
    run, whole = found(office.site, month)
    approval = approval_of(run)
    if approval is None:
        raise NotApproved(run, PARTS[to])
    for fault in closes(run):
        if fault.fails:
            raise DoesNotAddUp(month, fault.says)
    day = on or run.due_on
    if day < office.day:
        raise DayGone(day)
    source = PaysFrom.objects.current().filter(site=office.site, since__lte=day).order_by("since").last()
    if source is None:
        raise NoAccountToPayFrom(office.site, day)
    transfers, left_out = _sorted_out(office, run, to)
    if not transfers:
        raise NobodyByBank(month)
    batch = Batch(
        message=message(run, transfers), made=max(whole.recorded_at, approval.recorded_at), on=day,
        currency=run.currency, purpose=PURPOSES[to], holder=latin(source.holder),
        account=accounts.read(source.account, run.currency), transfers=tuple(transfers),
    )  # fmt: skip
    return Made(batch, tuple(left_out))


def _sorted_out(office: Office, run: Run, to: To) -> tuple[list[Transfer], list[LeftOut]]:
    keys = office.opened()
    reader = Reader(office.hand.by, f"payments of {run.month}", office.hand.now())
    sums = [one for one in owed(run) if one.part == PARTS[to] and one.open > 0]
    workers = sorted({one.worker for one in sums})
    known = (
        beneficiaries(workers, keys, reader)
        if to == "family"
        else own_accounts(workers, run.due_on, keys, reader)
    )
    transfers, left_out = [], []
    for one in sums if to == "worker" else _to_families(sums):
        try:
            transfers.append(_transfer(run, one, known))
        except Said as fault:
            left_out.append(LeftOut(one, fault))
    return transfers, left_out


def _to_families(sums: Sequence[Owed]) -> list[Owed]:
    """The sums that go to somebody she named; what she saves goes to the trust account, not to a family."""
    return [one for one in sums if one.payee.startswith(f"{one.worker}-")]


def _transfer(run: Run, one: Owed, known: Mapping[str, Payee]) -> Transfer:
    """A sum as it stands in the file. Raises a sentence of why it cannot."""
    payee = known.get(one.payee or one.worker)
    if payee is None or not payee.name:
        raise NobodyKnown
    if not payee.account:
        raise NoAccount
    account = accounts.read(payee.account, run.currency)
    name = latin(payee.bank_name or payee.name)
    if not name:
        raise NobodyKnown
    if len(name) > LONGEST_NAME:
        raise NameTooLong
    said = reference(run, one)
    return Transfer(one, payee, account, name, said, f"{run.month} {said}")


def to_fetch(office: Office, month: str) -> list[tuple[str, str, str, str, int]]:
    """The sums of a month that families fetch in cash: worker, her name, whom she named, their name, minor units.

    Everything that is still open, with an account or without. Raises NothingToApprove, NotApproved, Locked.
    """
    run, _ = found(office.site, month)
    if approval_of(run) is None:
        raise NotApproved(run, "instruction")
    keys = office.opened()
    reader = Reader(office.hand.by, f"cash list of {run.month}", office.hand.now())
    sums = _to_families([one for one in owed(run) if one.part == "instruction" and one.open > 0])
    workers = sorted({one.worker for one in sums})
    called, known = names(workers, keys, reader=reader), beneficiaries(workers, keys, reader)
    found_ = []
    for one in sums:
        sender, payee = called.get(one.worker), known.get(one.payee)
        name = payee.name if payee else ""
        found_.append((one.worker, sender if isinstance(sender, str) else "", one.payee, name, one.open))
    return found_


def left(office: Office, rows: Sequence[Left]) -> list[Payment]:
    """The payments of the files, as recorded, each with the file's message id for paper; sent twice, none is doubled.

    Raises NotThatFile where the file would come out otherwise now, NotYetOut, and what `made` raises.
    """
    found_: list[Payment] = []
    for row in rows:
        if row.day > office.day:
            raise NotYetOut(row.day, office.day)
        found_ += _recorded(office, row) or _left(office, row)
    return found_


def _recorded(office: Office, row: Left) -> list[Payment]:
    run, _ = found(office.site, row.month)
    slips = [one.slip for one in owed(run)]
    found_ = final(Payment).filter(slip__in=slips, paper=row.message, way="bank", day=row.day)
    return list(found_.order_by("seq"))


def _left(office: Office, row: Left) -> list[Payment]:
    batch = made(office, row.month, row.to, office.day).batch
    if batch.message != row.message:
        raise NotThatFile(row.message, batch.message)
    outs = [
        Out(
            month=row.month, day=row.day, way="bank", worker=one.of.worker, part=PARTS[row.to],
            payee=one.of.payee, amount=one.amount, paper=row.message,
        )
        for one in batch.transfers
    ]  # fmt: skip
    return pay_out(office, outs)


VERBS: dict[str, Verb] = {
    "pays-from": Verb(From, pays_from, ROLES, "Record the enterprise's own account that money leaves from."),
    "file-left": Verb(Left, left, ROLES, "Record that the bank has carried out a file: every payment in it."),
}
