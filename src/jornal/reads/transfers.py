"""Whom money goes to beyond the slip: those she named and herself, with name and account, while the names are open."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jornal.facts.pay import Run
from jornal.facts.work import Account, Beneficiary
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads.money import Owed
from jornal.reads.people import names
from jornal.terms.accounts import BankAccount

PURPOSES = {"family": "FAMI", "worker": "SALA"}
"""What a bank is told the money is for (ISO 20022 external purpose codes): family maintenance, salary."""


@dataclass(frozen=True)
class Payee:
    """Somebody money goes to, as it was sealed; `bank_name` is the name the bank has, "" where it was not given.

    `language` is the one a family reads, `sender` whether the enterprise may be named to them.
    """

    token: str
    worker: str
    name: str
    account: str
    bank_name: str = ""
    language: str = ""
    sender: str = ""


@dataclass(frozen=True)
class Transfer:
    """One sum in a file for the bank: which sum of which slip, to whom, where to; amount in minor units."""

    of: Owed
    payee: Payee
    account: BankAccount
    name: str
    reference: str
    text: str

    @property
    def amount(self) -> int:
        """What is sent, in minor units: what is still open."""
        return self.of.open


@dataclass(frozen=True)
class Batch:
    """A file for the bank before it is written: from whom, when, and every transfer; made twice it is the same."""

    message: str
    made: datetime
    on: date
    currency: str
    purpose: str
    holder: str
    account: BankAccount
    transfers: tuple[Transfer, ...]

    @property
    def total(self) -> int:
        """What all transfers come to, in minor units."""
        return sum(one.amount for one in self.transfers)


def beneficiaries(workers: Collection[str], keys: Keys, reader: Reader) -> dict[str, Payee]:
    """Those whom these workers named, by token; who cannot be opened, being forgotten, is not there. Raises Locked."""
    rows = Beneficiary.objects.current().filter(worker__in=list(workers)).exclude(told="")
    sealed = {
        token: (worker, told) for token, worker, told in rows.values_list("beneficiary", "worker", "told")
    }
    opened = keys.opened_many([(token, "told", told) for token, (_, told) in sealed.items()], reader=reader)
    found = {}
    for (token, (worker, _)), text in zip(sealed.items(), opened, strict=True):
        if isinstance(text, str):
            said = json.loads(text)
            more = {name: said.get(name, "") for name in ("bank_name", "language", "sender")}
            found[token] = Payee(token, worker, said.get("name", ""), said.get("account", ""), **more)
    return found


def own_accounts(workers: Collection[str], day: date, keys: Keys, reader: Reader) -> dict[str, Payee]:
    """Workers with the account that what is hers may go to, by token; without one where none is allowed."""
    rows = Account.objects.current().filter(worker__in=list(workers), since__lte=day).order_by("since")
    latest = {
        worker: (allowed, told) for worker, allowed, told in rows.values_list("worker", "allowed", "told")
    }
    sealed = [
        (worker, "told", told) for worker, (allowed, told) in latest.items() if told and allowed == "yes"
    ]
    opened = keys.opened_many(sealed, reader=reader)
    accounts = {
        worker: json.loads(text).get("account", "")
        for (worker, _, _), text in zip(sealed, opened, strict=True)
        if isinstance(text, str)
    }
    called = names(workers, keys, reader=reader)
    return {
        worker: Payee(worker, worker, name if isinstance(name, str) else "", accounts.get(worker, ""))
        for worker, name in ((worker, called.get(worker)) for worker in workers)
    }


def reference(run: Run, one: Owed) -> str:
    """The end-to-end reference of a sum's next payment: the same whenever it is asked for, another after a return."""
    parts = (run.root, one.slip, one.part, one.payee, len(one.payments) + 1)
    return f"J{run.month.replace('-', '')}-{_digest(map(str, parts))}"


def message(run: Run, transfers: Iterable[Transfer]) -> str:
    """The message id of a file: of its run and everything it holds, and nothing else."""
    rows = (f"{one.reference} {one.account.digits} {one.amount}" for one in transfers)
    return f"J{run.month.replace('-', '')}-{_digest((str(run.root), *rows))}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24].upper()
