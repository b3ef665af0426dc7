"""Months that were paid, as bare facts, for tests of what follows from them."""

from datetime import date
from typing import Any

import hands
from jornal.facts.pay import Run, RunIssued, Slip
from jornal.facts.terms import TermsAdopted
from jornal.journal.record import record
from jornal.units.periods import month

HEX = "0" * 64


def run(label: str, site: str = "cusco", cursor: dict[str, int] | None = None) -> Run:
    """A run of a month that was begun."""
    hand, period = hands.hand(), month(label)
    terms = TermsAdopted.objects.first() or record(
        [TermsAdopted(enterprise="alpaca", number=1, digest=HEX, approver="H1")], "hq", hand
    )[0]  # fmt: skip
    fact = Run(
        site=site, month=label, number=1, since=period.start, until=period.last, due_on=date(2026, 12, 31),
        cursor=cursor or {}, terms=terms.root, terms_digest=HEX, currency="PEN",
    )  # fmt: skip
    return record([fact], site, hand)[0]


def slip(of: Run, worker: str, **more: Any) -> Slip:
    """A worker's slip of a run."""
    money: dict[str, Any] = dict.fromkeys(("gross", "deductions", "instructions", "held", "in_hand"), 0)
    money["lines"] = {"lines": []}
    return record(
        [Slip(run=of.root, worker=worker, status="ready", **{**money, **more})], of.site, hands.hand()
    )[0]


def issued(of: Run) -> None:
    """Makes a run whole."""
    record([RunIssued(run=of.root, slips=1, gross=0, in_hand=0, total=0, digest=HEX)], of.site, hands.hand())
