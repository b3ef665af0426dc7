"""A second person lets money out: at headquarters, by a printed code, or the elected representative for totals only."""

import re
from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from pydantic import field_validator

from jornal.actions.office import Office, check
from jornal.actions.verb import Row, Verb
from jornal.facts.pay import Approval, Run, RunIssued
from jornal.journal import chain, typed
from jornal.journal.node import stands
from jornal.journal.opening import Opening
from jornal.reads import pay
from jornal.reads.pay import final
from jornal.reads.people import role_holders
from jornal.rules.published import LEAST_PEOPLE
from jornal.units.parts import Part
from jornal.units.said import Said

HEADQUARTERS = ("hq_finance",)
AT_THE_SITE = ("site_manager", "hq_finance")
REPRESENTATIVE = ("representative",)
HEAD = 10


class NothingToApprove(Said):
    """A month without a run that is whole."""

    def __init__(self, month: str, site: str) -> None:
        super().__init__(
            "{month} is not issued at {site}. Issue it first: `jornal issue {month}`.", month=month, site=site
        )


class SamePerson(Said):
    """Somebody who approves what was issued by the same hand."""

    def __init__(self, by: str) -> None:
        super().__init__(
            "{by} issued this run and cannot approve it too. A second person does: headquarters finance.",
            by=by,
        )


class OtherFigures(Said):
    """An approval of other figures than the run has."""

    def __init__(self, what: str, run: object, said: object) -> None:
        super().__init__(
            "The run has {what} {run}, and the approval says {said}. Read both again, character by "
            "character.",
            what=what,
            run=run,
            said=said,
        )


class CodeNotOurs(Said):
    """A typed code that is not headquarters' signature of this run."""

    def __init__(self) -> None:
        super().__init__(
            "This code is not headquarters' signature of this run by this approver. Check the month, "
            "the total and the approver with them, and type it again."
        )


class NotAlone(Said):
    """An approval by the representative where a second member of staff could be asked."""

    def __init__(self, managers: Sequence[str]) -> None:
        super().__init__(
            "{managers} manage this site together; the representative approves only where one is alone. "
            "Headquarters finance approves, also by a printed code: `jornal do type-approval`.",
            managers=", ".join(managers),
        )


class NoHead(Said):
    """A printed head that has not ten characters."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "A head has ten characters, and {text} has not. Read it again from the paper.", text=repr(text)
        )


class OfTooFew(Said):
    """Totals of so few people that they would tell the representative what each earns."""

    def __init__(self, month: str) -> None:
        super().__init__(
            "Fewer than {number} people have a slip of {month}, so its totals would tell of each. "
            "Headquarters finance approves it.",
            number=LEAST_PEOPLE,
            month=month,
        )


class ToApprove(Row):
    """What is approved: the site and month, the run's head, and its total as it is printed ("S/ 1,234.50").

    A total without its decimals is taken as minor units (123450).
    """

    month: str
    head: str
    total: int
    site: str = ""
    run_number: int = 1

    @field_validator("total", mode="before")
    @classmethod
    def _as_printed(cls, value: object) -> object:
        """The minor units of a printed total: currencies are printed with all their decimals."""
        if not isinstance(value, str) or not _PRINTED.fullmatch(value.strip()):
            return value
        return re.sub(r"\D", "", value)


class Typed(Row):
    """The month and the code that headquarters printed; who at headquarters approved."""

    month: str
    code: str
    approver: str


_PRINTED = re.compile(r"[^\d.,-]*\d{1,3}(?:[., \u00a0]?\d{3})*(?:[.,]\d{2,3})?[^\d.,-]*")


def text_of(approval: Approval) -> str:
    """What the signature of an approval is of."""
    return (
        f"jornal approval {approval.site} {approval.month} {approval.run_number} {approval.code} {approval.total} "
        f"{approval.approver}"
    )


def head_of(whole: RunIssued) -> str:
    """The ten characters that stand for a run's figures on paper."""
    return chain.code(whole.digest)


def found(site: str, month: str) -> tuple[Run, RunIssued]:
    """The issued run of a month. Raises NothingToApprove."""
    run = pay.begun(site, month)
    whole = pay.issued(run) if run else None
    if run is None or whole is None:
        raise NothingToApprove(month, site)
    return run, whole


def approve(office: Office, rows: Sequence[ToApprove]) -> list[Approval]:
    """Headquarters' approvals, signed by its computer, in its book for each site.

    Where the run is known here its figures must be the same, and its issuer somebody else; where it is not, the site
    compares them. Raises NoHead, OtherFigures, SamePerson, NotGranted.
    """
    found = []
    with transaction.atomic():
        for row in sorted(rows, key=lambda row: row.site or office.site):
            at = replace(office, site=row.site or office.site)
            check(at, "Approving", HEADQUARTERS)
            found += at.put([_approval(at, row, "headquarters")], "hq_site")
    return found


def represent(office: Office, rows: Sequence[ToApprove]) -> list[Approval]:
    """The elected representative's approvals of totals, where one manager is alone at the site.

    Raises NotAlone, NothingToApprove, OfTooFew, NoHead, OtherFigures, SamePerson.
    """
    managers = role_holders("site_manager", office.site, office.day)
    if len(managers) > 1:
        raise NotAlone(managers)
    for row in rows:
        _, whole = found(office.site, row.month)
        if whole.slips < LEAST_PEOPLE:
            raise OfTooFew(row.month)
    here = [row.model_copy(update={"site": office.site}) for row in rows]
    return office.put([_approval(office, row, "representative") for row in here])


def type_code(office: Office, rows: Sequence[Typed]) -> list[Approval]:
    """Approvals by a printed code: headquarters' signature, checked with the key that opened its book.

    Raises NothingToApprove, CodeNotOurs, SamePerson, and `typed.Mistyped` naming the group that is wrong.
    """
    facts = []
    for row in rows:
        run, whole = found(office.site, row.month)
        fact = Approval(
            site=office.site, month=row.month, run_number=run.number, way="code", code=head_of(whole),
            total=whole.total, approver=row.approver, signature=typed.read(row.code).hex(),
        )  # fmt: skip
        keys = final(Opening).filter(opened="hq").order_by("-epoch").values_list("public_key", flat=True)
        fact.public_key = next((key for key in keys if stands(key, text_of(fact), fact.signature)), "")
        if not fact.public_key:
            raise CodeNotOurs
        if row.approver == run.by:
            raise SamePerson(run.by)
        facts.append(_numbered(fact, office.book("site")))
    return office.put(facts)


def printed(approval: Approval) -> str:
    """The signature as it is printed and typed: groups with a check each."""
    return typed.shown(bytes.fromhex(approval.signature))


def _approval(office: Office, row: ToApprove, way: str) -> Approval:
    head = chain.read(row.head)
    if len(head) != HEAD:
        raise NoHead(row.head)
    node = office.hand.node
    fact = Approval(
        site=office.site, month=row.month, run_number=row.run_number, way=way, code=head,
        total=row.total, approver=office.hand.by, public_key=node.public,
    )  # fmt: skip
    fact.signature = node.sign(text_of(fact))
    _check_figures(fact)
    return _numbered(fact, office.book("site" if way == "representative" else "hq_site"))


def _numbered(fact: Approval, book: str) -> Approval:
    """The approval with its number: that of one that says the same, else the next.

    An approval of figures that were misread cannot be taken back, and must not stand in the way of the right one.
    """
    others = list(
        final(Approval).filter(
            book=book, site=fact.site, month=fact.month, run_number=fact.run_number, way=fact.way
        )
    )
    same = (
        one.number for one in others if (one.signature, one.public_key) == (fact.signature, fact.public_key)
    )
    fact.number = next(same, len(others) + 1)
    return fact


def _check_figures(fact: Approval) -> None:
    """Raises where the run is known here and is another, or was issued by the one who approves."""
    run = pay.begun(fact.site, fact.month)
    whole = pay.issued(run) if run else None
    if run is None or whole is None:
        return  # headquarters may not have the site's book yet
    if run.by == fact.approver:
        raise SamePerson(run.by)
    if fact.code != head_of(whole):
        raise OtherFigures(Part("the head"), head_of(whole), fact.code)
    if fact.total != whole.total:
        raise OtherFigures(Part("the total"), whole.total, fact.total)
    if fact.run_number != run.number:
        raise OtherFigures(Part("the number"), run.number, fact.run_number)


def approval_of(run: Run) -> Approval | None:
    """The approval that lets this run's money out: same head, same total, a signature that stands, another person."""
    whole = pay.issued(run)
    if whole is None:
        return None
    fits = final(Approval).filter(
        site=run.site, month=run.month, run_number=run.number, code=head_of(whole), total=whole.total
    )
    return next(
        (one for one in fits.order_by("recorded_at", "id") if one.approver != run.by and is_signed(one)), None
    )


def is_signed(approval: Approval) -> bool:
    """Whether the signature stands under a key that opened headquarters' book, or the site's for a representative."""
    opened = (approval.site,) if approval.way == "representative" else ("hq", f"hq.{approval.site}")
    known = final(Opening).filter(opened__in=opened, public_key=approval.public_key).exists()
    return known and stands(approval.public_key, text_of(approval), approval.signature)


VERBS: dict[str, Verb] = {
    "approve": Verb(
        ToApprove, approve, HEADQUARTERS, "Let the money of an issued run out, as a second person."
    ),
    "approve-for-workers": Verb(
        ToApprove, represent, REPRESENTATIVE, "The elected representative approves the totals of a run."
    ),
    "type-approval": Verb(
        Typed, type_code, AT_THE_SITE, "Record headquarters' approval from its printed code."
    ),
}
