"""Accounts as they are typed: what is wrong with one is said at once, and one that was mistyped is corrected."""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from jornal.actions.correcting import correct
from jornal.actions.given import Code, known_here
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Site
from jornal.facts.work import Account, Beneficiary
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.journal.vaultlog import Reader
from jornal.terms import accounts
from jornal.terms.accounts import Mistyped, NotAnAccount
from jornal.units.parts import Part
from jornal.units.said import Said


class InNoFile(Said):
    """An account that no file for a bank can hold; it may be recorded, since a card or a telephone may be meant."""

    def __init__(self, wrong: Said) -> None:
        super().__init__(
            "{wrong} As it stands, no file for the bank holds what goes there, and it is paid in cash. If it is right "
            "on the paper, leave it so; what is recorded is set right with `jornal do correct-account`.",
            wrong=Part(wrong.says, **wrong.facts),
        )  # fmt: skip


class NoSuchAccount(Said):
    """Nobody of whom an account could be corrected."""

    def __init__(self, whose: str) -> None:
        super().__init__(
            "Of {whose} no account is recorded that could be corrected. Record it first: `jornal do set-account`, or "
            "`jornal do name-beneficiary`.",
            whose=whose,
        )  # fmt: skip


class Mended(Row):
    """The account as the bank's paper has it, in place of what was recorded, with the reason; it is sealed.

    `payee` is somebody she named, by code, such as QC014X-1; left out, it is her own account.
    """

    worker: Code
    payee: Annotated[str, Field(max_length=60)] = ""
    account: Annotated[str, Field(min_length=1, max_length=60)]
    why: Annotated[str, Field(min_length=1, max_length=200)]


def doubt(office: Office, row: Mapping[str, Any]) -> Said | None:
    """What is wrong with the account of a row in the currency of the site, None where nothing can be told of it.

    What begins with two letters (an IBAN, a service) is written by another scheme, and is not held against this one.
    """
    text = str(row.get("account") or "").strip()
    currency = Site.objects.current().filter(site=office.site).values_list("currency", flat=True).first()
    if not text or text[:2].isalpha() or currency not in accounts.schemes():
        return None
    try:
        accounts.read(text, currency)
    except (NotAnAccount, Mistyped) as wrong:
        return InNoFile(wrong)
    return None


def mend(office: Office, rows: Sequence[Mended]) -> list[Fact]:
    """The accounts as they stand now. Raises NotKnownHere, NoSuchAccount, Locked, and what `correct` raises."""
    known_here(office, [row.worker for row in rows])
    return [_mended(office, row) for row in rows]


def _mended(office: Office, row: Mended) -> Fact:
    owner = row.payee or row.worker
    if row.payee:
        mine = Beneficiary.objects.current().filter(worker=row.worker, beneficiary=row.payee)
        tip: Fact | None = mine.exclude(told="").first()
        key = {"beneficiary": owner}
    else:
        hers = Account.objects.current().filter(worker=row.worker, since__lte=office.day).exclude(told="")
        tip = hers.order_by("since").last()
        key = {"worker": owner, "since": str(getattr(tip, "since", ""))}
    if tip is None:
        raise NoSuchAccount(owner)
    reader = Reader(office.hand.by, "an account, to correct it", office.hand.now())
    told = json.loads(office.opened().opened(owner, "told", getattr(tip, "told", ""), reader=reader))
    told["account"] = row.account
    if "last_four" in told:
        told["last_four"] = "".join(letter for letter in row.account if letter.isdecimal())[-4:]
    return correct(office, tip.KIND, {**key, "told": canonical(told)}, row.why)


VERBS: dict[str, Verb] = {
    "correct-account": Verb(
        Mended, mend, ("site_manager",), "Correct an account that was mistyped; sealed.", doubt
    ),
}
