"""What was sent to families: payment by payment, when it left, whether it arrived or came back, and its code."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned, Run, Slip
from jornal.facts.work import Beneficiary
from jornal.journal.chain import ALPHABET
from jornal.reads.pay import final


class Sent(NamedTuple):
    """A payment to somebody a worker named; amount in minor units, `arrived` and `returned` the days of it or None."""

    payment: Payment
    worker: str
    arrived: date | None
    returned: date | None


def sent(run: Run) -> list[Sent]:
    """The payments of a run to families, by worker and in the order they left; as many queries for many as for few."""
    # A slip is never corrected, so that its root is its id, which is found at once.
    slip = Slip.objects.filter(id=OuterRef("slip"), run=run.root)
    named = Beneficiary.objects.filter(corrects=None).values("beneficiary")
    out = final(Payment).filter(Exists(slip), part="instruction", payee__in=named)
    payments = list(out.annotate(worker=Subquery(slip.values("worker"))))
    here, back = _days(PaymentReceived, payments), _days(PaymentReturned, payments)
    found = [Sent(one, one.worker, here.get(one.root), back.get(one.root)) for one in payments]
    return sorted(found, key=lambda one: (one.worker, one.payment.payee, one.payment.number))


def _days(
    kind: type[PaymentReceived] | type[PaymentReturned], payments: Iterable[Payment]
) -> dict[UUID, date]:
    roots = [one.root for one in payments]
    return dict(final(kind).filter(payment__in=roots).values_list("payment", "day"))


def arrival_code(payment: UUID) -> str:
    """The eight characters with which a family says that a payment arrived: nobody finds them without its paper."""
    digest = hashlib.sha256(b"jornal arrival 1" + payment.bytes).digest()
    bits = int.from_bytes(digest[:5], "big")
    return "".join(ALPHABET[(bits >> 5 * place) & 31] for place in reversed(range(8)))


def shown(code: str) -> str:
    """A code as it is printed, in two halves: "7K2Q 9XM4"."""
    return f"{code[:4]} {code[4:]}"
