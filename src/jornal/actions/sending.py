"""What was sent home: a line that the family can read, their code that it arrived, and what sending it cost us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from jornal.actions.alone import alone
from jornal.actions.amounts import Minor
from jornal.actions.approving import found
from jornal.actions.office import Office
from jornal.actions.paying import ROLES, NotYetOut
from jornal.actions.standing import languages
from jornal.actions.verb import Row, Verb
from jornal.facts.family import TransferFee
from jornal.facts.organisation import Enterprise, Site
from jornal.facts.pay import Payment, PaymentReceived, PaymentReturned, Run
from jornal.journal import chain
from jornal.journal.vaultlog import Reader
from jornal.reads.pay import final
from jornal.reads.people import names
from jornal.reads.sent import arrival_code, sent, shown
from jornal.reads.transfers import beneficiaries
from jornal.units.said import Said


class NoSuchCode(Said):
    """A code of no payment that was sent from here."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "No payment was sent from here with the code {code}. Compare it with the family's paper.",
            code=code,
        )


class CameBack(Said):
    """A code of a payment that came back."""

    def __init__(self, code: str, day: date) -> None:
        super().__init__(
            "The payment with the code {code} came back on {day} and is owed again. "
            "If it arrived after all, ask the bank.",
            code=code, day=day,
        )  # fmt: skip


@dataclass(frozen=True)
class Home:
    """A payment as its family reads of it: from whom, how much, of which month, when it left; with names.

    `sender` is the enterprise where she wishes it to be named, else empty. Amount in minor units of `currency`.
    """

    worker: str
    name: str
    to: str
    language: str
    sender: str
    amount: int
    currency: str
    month: str
    day: date
    way: str
    code: str
    country: str


class Coded(Row):
    """A family's code, by which they say that the money arrived; on which day they said it."""

    code: Annotated[str, Field(min_length=8, max_length=20)]
    day: date


class Fee(Row):
    """What sending money cost, in minor units, as the bank's paper has it: the enterprise's, and nobody else's."""

    day: date
    amount: Annotated[Minor, Field(gt=0)]
    paper: Annotated[str, Field(min_length=1, max_length=100)]


def home(office: Office, month: str, workers: Sequence[str] = ()) -> list[Home]:
    """What left for families of a month and did not come back, of some workers or all.

    Raises NothingToApprove, Locked.
    """
    run, _ = found(office.site, month)
    keys = office.opened()
    reader = Reader(office.hand.by, f"what was sent home of {month}", office.hand.now())
    rows = [one for one in sent(run) if one.returned is None and (not workers or one.worker in workers)]
    senders = sorted({one.worker for one in rows})
    called, known = names(senders, keys, reader=reader), beneficiaries(senders, keys, reader)
    site = Site.objects.current().filter(site=office.site).first()
    ours = Enterprise.objects.current().filter(enterprise=site.enterprise if site else "").first()
    spoken = (languages(site) or ["en"])[0]
    found_ = []
    for one in rows:
        payee, name = known.get(one.payment.payee), called.get(one.worker)
        if payee is None or not isinstance(name, str):
            continue  # forgotten: nobody is there to write to
        language = payee.language or spoken
        found_.append(
            Home(
                worker=one.worker, name=name, to=payee.name, language=language,
                sender=ours.label if ours and payee.sender else "", amount=one.payment.amount,
                currency=run.currency, month=run.month, day=one.payment.day, way=one.payment.way,
                code=shown(arrival_code(one.payment.root)), country=site.jurisdiction if site else "",
            )
        )  # fmt: skip
    return found_


@alone("site")
def by_code(office: Office, rows: Sequence[Coded]) -> list[PaymentReceived]:
    """The payments that families say arrived, as recorded; said twice, or signed for already, nothing more is recorded.

    Raises NoSuchCode, CameBack, NotYetOut.
    """
    books = (office.site, f"hq.{office.site}")
    out = final(Payment).filter(book__in=books, part="instruction").values_list("root", flat=True)
    codes = {arrival_code(root): root for root in out}
    facts, standing = [], []
    for row in rows:
        code = chain.read(row.code)
        if row.day > office.day:
            raise NotYetOut(row.day, office.day)
        if code not in codes:
            raise NoSuchCode(row.code)
        back = final(PaymentReturned).filter(payment=codes[code]).first()
        if back is not None:
            raise CameBack(shown(code), back.day)
        there = final(PaymentReceived).filter(payment=codes[code]).first()
        if there is None:
            facts.append(PaymentReceived(payment=codes[code], day=row.day, proof=f"code {shown(code)}"))
        else:
            standing.append(there)
    return standing + office.put(facts)


@alone("site")
def fee(office: Office, rows: Sequence[Fee]) -> list[TransferFee]:
    """What sending cost, as recorded; the same day, sum and paper again is the same fee. Raises NotYetOut."""
    currency = (
        Site.objects.current().filter(site=office.site).values_list("currency", flat=True).first() or ""
    )
    facts: list[TransferFee] = []
    for row in rows:
        if row.day > office.day:
            raise NotYetOut(row.day, office.day)
        there = list(
            TransferFee.objects.filter(site=office.site, day=row.day, corrects=None).order_by("number")
        )
        there += [one for one in facts if one.day == row.day]
        same = [one.number for one in there if (one.amount, one.paper) == (row.amount, row.paper)]
        number = same[0] if same else len(there) + 1
        facts.append(
            TransferFee(
                site=office.site, day=row.day, number=number, amount=row.amount, currency=currency, paper=row.paper,
                borne_by="enterprise",
            )
        )  # fmt: skip
    return office.put(facts)


def fees(run: Run) -> int:
    """What sending money of a site cost from the day a run was due to begin leaving until the next, in minor units."""
    facts = TransferFee.objects.current().filter(site=run.site, day__gt=run.until)
    later = final(Run).filter(site=run.site, month__gt=run.month).order_by("month").first()
    if later is not None:
        facts = facts.filter(day__lte=later.until)
    return sum(facts.values_list("amount", flat=True))


VERBS: dict[str, Verb] = {
    "arrived-by-code": Verb(
        Coded, by_code, ROLES, "Record that a family says its money arrived, by their code."
    ),
    "transfer-fee": Verb(Fee, fee, ROLES, "Record what sending money cost; the enterprise bears it."),
}
