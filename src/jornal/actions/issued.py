"""An issued run as the papers take it: computed again to the same bytes, with names and the printed head."""

import json
from collections.abc import Iterable
from typing import Any

from jornal.actions.answers import NoSlip
from jornal.actions.approving import found
from jornal.actions.gathering import everybody, gathered
from jornal.actions.issuing import to_draft
from jornal.actions.office import Office
from jornal.actions.registered import Asked
from jornal.actions.run import run as paid_run
from jornal.actions.slips import says, slips_from
from jornal.facts.pay import Run
from jornal.facts.work import Beneficiary
from jornal.journal import books, chain
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads import pay, people
from jornal.reads.changed import past_of
from jornal.reads.savings import balances, moves
from jornal.units.parts import Several
from jornal.units.said import Said

Row = dict[str, Any]


class IssuedOtherwise(Said):
    """A run that does not come out as it was issued, so that no paper of it would be true."""

    def __init__(self, run: Run, workers: Iterable[str]) -> None:
        super().__init__(
            "The run of {month} was issued with jornal {release} and comes out otherwise now for {workers}. "
            "Print it with that release, and run `jornal audit --full`.",
            month=run.month,
            release=run.release,
            workers=Several(found := list(workers), len(found)),
        )


def body(office: Office, month: str, workers: Iterable[str] = ()) -> Row:
    """The table of an issued month for the papers (docs/run.md), with names and the head; of some workers or all.

    Every slip is compared with the one that was recorded. Raises NothingToApprove, NoSlip, Locked, IssuedOtherwise.
    """
    keys = office.opened()
    run, _ = found(office.site, month)
    reader = Reader(office.hand.by, f"papers of {month}", office.hand.now())
    standing = pay.slip_workers(run)
    wanted = tuple(sorted(set(workers))) or tuple(standing)
    for worker in sorted(set(wanted) - set(standing)):
        raise NoSlip(worker, month)
    table = paid_run(gathered(Asked(run, wanted, keys, reader)))
    issued = {slip.worker: says(slip) for slip in pay.slips_of(run, wanted)}
    again = {slip.worker: says(slip) for slip in slips_from(run, table["workers"], None)}
    unlike = [worker for worker in wanted if again.get(worker) != issued.get(worker)]
    if unlike:
        raise IssuedOtherwise(run, unlike)
    head = books.signed(office.book("site"), "issue", office.hand)
    table = with_savings(table, run)
    return named(table, keys, reader) | {"head": chain.shown(head.code)}


def with_savings(table: Row, run: Run) -> Row:
    """The table with what each worker had saved as the books stood when the month was issued, and has with this slip.

    Minor units. Who saved nothing yet and saves nothing now has no such row.
    """
    workers = [row["code"] for row in table["workers"]]
    before = balances(moves(run.site, run.until, workers, run.cursor))
    rows = []
    for row in table["workers"]:
        adds = sum(line["amount"] for line in row["lines"] if _saved(line))
        has = before.get(row["code"], 0)
        rows.append({**row, "savings": {"before": has, "after": has + adds}} if has or adds else row)
    return {**table, "workers": rows}


def _saved(line: Row) -> bool:
    """Whether a line saves: an instruction that names nobody."""
    return bool(line["part"] == "instruction" and not line.get("payee"))


def drafted(office: Office, month: str) -> Row:
    """The table of a month as it would be issued now, without names; nothing is recorded.

    A run that was cut off is drafted as it was begun. The tallies stand in it only where the names are open.
    """
    run = to_draft(office, month)
    reader = Reader(office.hand.by, f"draft of {month}", office.hand.now()) if office.keys else None
    past = past_of(run)
    return paid_run(gathered(Asked(run, tuple(everybody(run, past)), office.keys, reader, past)))


def named(table: Row, keys: Keys, reader: Reader) -> Row:
    """A run's table with the names of its workers, and of their beneficiaries as initials and last four digits."""
    codes = [row["code"] for row in table["workers"]]
    names = people.names(codes, keys, reader=reader)
    told = beneficiaries(codes, keys, reader)
    rows = []
    for row in table["workers"]:
        name = names.get(row["code"], "")
        lines = [{**line, "payee": told.get(line["payee"], line["payee"])} for line in row["lines"]]
        rows.append({**row, "name": name if isinstance(name, str) else row["code"], "lines": lines})
    return {**table, "workers": rows}


def beneficiaries(workers: list[str], keys: Keys, reader: Reader) -> dict[str, str]:
    """What is said of each beneficiary, by token: initials and the last four digits. The names must be open."""
    sealed = dict(
        Beneficiary.objects.current()
        .filter(worker__in=workers)
        .exclude(told="")
        .values_list("beneficiary", "told")
    )
    opened = keys.opened_many([(token, "told", text) for token, text in sealed.items()], reader=reader)
    found: dict[str, str] = {}
    for token, text in zip(sealed, opened, strict=True):
        if isinstance(text, str):
            said = json.loads(text)
            last = said.get("last_four", "")
            found[token] = f"{said.get('initials', token)} …{last}" if last else said.get("initials", token)
    return found
