"""The gate before a lot leaves: rights first, then finished, judged by its checklist, whole, of known origin."""

from collections.abc import Sequence
from datetime import date

from jornal.actions.issuing import DUE_AFTER
from jornal.actions.office import Office
from jornal.actions.onlot import LotNotKnown
from jornal.actions.rights import told
from jornal.reads.findings import critical
from jornal.reads.lots import Standing, Used, lots, used
from jornal.reads.unpaid import unpaid
from jornal.reads.willing import without_consent
from jornal.units.parts import Part, Several
from jornal.units.said import Said

KNOWN_OF_100 = 95
"""So much of what a lot holds must have its country known."""

CRITICAL = "a critical finding is open: {finding}"
NOT_FINISHED = "it is not finished"
NOT_JUDGED = "nobody has judged it"
FEWER = "it was finished with {finished} pieces, and {counted} are counted"
NO_CHECKLIST = "it was judged without a checklist"
SAID_NO = "{ask}: the answer was no"
TO_BE_DONE_AGAIN = "{number} of its pieces are to be done again"
NONE_GOOD = "none of its pieces is good"
NOT_ISSUED = "no {material} is issued to it"
NO_MATERIAL = "no material is issued to it"
ORIGIN = "where its {material} comes from is known for {known} % only"
NO_CONSENT = "no consent to work is on record of {number} of those who worked on it, first for {day} (VOL-01)"

NOT_PAID = (
    "the pay of {month} was due on {day}, and {number} of those who worked on it do not have it (PAY-04)"
)


class NotToLeave(Said):
    """A lot that may not leave yet."""

    def __init__(self, code: str, why: Sequence[Part]) -> None:
        super().__init__(
            "Lot {code} does not leave yet: {why}. No wage waits for it.",
            code=code,
            why=Several(why, len(why), between="; "),
        )


def may_leave(office: Office, code: str) -> Standing:
    """A lot of the site that may be shipped or put on sale, as it stands. Raises LotNotKnown, NotToLeave."""
    of = next(iter(lots(office.site, [code])), None)
    if of is None:
        raise LotNotKnown(code, office.site)
    why = reasons(of, used(of.lot), office.day)
    if why:
        raise NotToLeave(code, why)
    return of


def reasons(of: Standing, held: Sequence[Used], day: date) -> list[Part]:
    """Everything that keeps a lot from leaving on a day; nothing where it may."""
    found = [Part(CRITICAL, finding=told(one)) for one in critical(day, [of.lot.site])]
    return [*found, *_willing(of), *_paid(of, day), *_judged(of), *_issued(of, held), *_origin(held)]


def _willing(of: Standing) -> list[Part]:
    """Nothing that somebody made who is not known to have agreed to work leaves, whatever else is well."""
    missing = without_consent(of.lot.code)
    return [Part(NO_CONSENT, number=len(missing), day=min(missing.values()))] if missing else []


def _paid(of: Standing, day: date) -> list[Part]:
    """Nothing leaves while who made it waits for wages that were due: goods wait for pay, and never pay for goods."""
    late = unpaid(of.lot.site, of.lot.code, day, DUE_AFTER)
    return [Part(NOT_PAID, month=one.month, day=one.due_on, number=one.people) for one in late]


def _judged(of: Standing) -> list[Part]:
    if of.finished is None:
        return [Part(NOT_FINISHED)]
    if of.judged is None:
        return [Part(NOT_JUDGED)]
    found = []
    if of.whole < of.finished.quantity:
        found.append(Part(FEWER, counted=of.whole, finished=of.finished.quantity))
    found += [Part(SAID_NO, ask=one["ask"]) for one in of.judged.answers if one["answer"] == "no"]
    if not of.judged.answers:
        found.append(Part(NO_CHECKLIST))
    if of.judged.rework:
        found.append(Part(TO_BE_DONE_AGAIN, number=of.judged.rework))
    if not of.judged.good:
        found.append(Part(NONE_GOOD))
    return found


def _issued(of: Standing, held: Sequence[Used]) -> list[Part]:
    """What its recipe asks for and nobody issued has no origin that is known, however well known the rest is."""
    there = {one.material.material for one in held}
    return [Part(NOT_ISSUED, material=one) for one in of.materials if held and one not in there]


def _origin(held: Sequence[Used]) -> list[Part]:
    """Material is counted in its own units, so each lot of it is weighed by its share of its own material."""
    if not held:
        return [Part(NO_MATERIAL)]
    sums: dict[str, tuple[int, int]] = {}
    for one in held:
        known, every = sums.get(one.material.material, (0, 0))
        there = 0 if one.material.country == "unknown" else one.quantity
        sums[one.material.material] = (known + there, every + one.quantity)
    shares = {material: known * 100 // every for material, (known, every) in sums.items()}
    return [
        Part(ORIGIN, material=one, known=shares[one]) for one in sorted(shares) if shares[one] < KNOWN_OF_100
    ]
