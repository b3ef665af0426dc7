"""What a register of the demo holds, table by table: agreements, staff, contracts, who moved, what was paid."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Count

from jornal.actions.findings import said
from jornal.demo import heldlearned, heldmade, heldsold
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked, Stoppage
from jornal.facts.dialogue import Promise
from jornal.facts.organisation import (
    Agreement,
    Authority,
    Employer,
    RoleGranted,
    Site,
    Staff,
    Visit,
    Workshop,
)
from jornal.facts.pay import (
    Approval,
    Finding,
    MonthClosed,
    Payment,
    PaymentReturned,
    Run,
    RunIssued,
    Slip,
    SlipAnswered,
)
from jornal.facts.people import (
    CarriedOver,
    Consent,
    ConsentWithdrawn,
    Enrolled,
    Left,
    Offer,
    OfferAnswered,
    WorksFromHome,
)
from jornal.facts.work import ContractVersion
from jornal.journal.entry import Entry
from jornal.journal.fact import kinds
from jornal.reads.dialogue import meetings, promises, threads
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Cells = Sequence[object]
"""One row of a table, as it is shown."""

FEW = 40
"""Workers of whom each has a row of her own; of more, each site has one."""


def tables() -> Iterator[tuple[str, Sequence[str], Iterable[Cells]]]:
    """Each table of the page: its name, its headings, its rows."""
    yield (
        "Agreements",
        ("Agreement", "Parties", "Clauses", "Fee", "Model", "Signed", "Holds until"),
        _agreements(),
    )
    yield "Sites", ("Site", "Authority", "Legal employer", "Workshops", "Workers", "Languages"), _sites()
    yield "Staff and roles", ("Token", "Of", "Role", "At", "Since", "Until"), _roles()
    yield "Visits", ("Site", "Day", "Visitor", "State", "About", "Promised"), _visits()
    yield (
        "Questions and answers",
        ("Site", "Code", "To", "About", "Question", "Answers", "State"),
        _dialogue(),
    )
    yield "Promises", ("Site", "Code", "Who keeps it", "What", "Due", "State"), _promises()
    yield "Meetings with the team", ("Site", "Day", "There", "Decided", "Headquarters answered"), _meetings()
    yield "Contracts and consents", *_contracts()
    yield "Moved, released, left", ("Day", "Worker", "What", "Where"), _moved()
    yield (
        "Pay",
        ("Site", "Month", "Payslips", "Earned", "Out", "Approved", "Late", "Back", "Disputed", "Closed"),
        _pay(),
    )
    yield from heldmade.tables()
    yield from heldsold.tables()
    yield from heldlearned.tables()
    yield "What was said no to, and taken back", ("Day", "What"), _refused()
    yield "Stopped by the prison", ("Site", "Day", "Ordered by"), _stopped()
    yield "Corrected and taken back", ("What", "Book", "Why"), _corrected()
    yield "What was recorded", ("Kind", "Facts"), _counted()
    yield "Findings", ("Site", "Control", "Lies with", "What"), _findings()


def _agreements() -> Iterator[Cells]:
    for one in Agreement.objects.current().order_by("agreement", "number"):
        clauses = "; ".join(f"{clause['name']}: {clause['says'].rstrip('.')}" for clause in one.clauses)
        model = f"{one.model}, signed for by {one.model_signed_by}"
        yield (
            one.agreement,
            "; ".join(one.parties),
            clauses,
            one.fee,
            model,
            one.signed_on,
            one.expires_on or "–",
        )


def _sites() -> Iterator[Cells]:
    authorities = dict(Authority.objects.current().values_list("authority", "label"))
    employers = dict(Employer.objects.current().order_by("since").values_list("site", "label"))
    for one in Site.objects.current().order_by("site"):
        rooms = (
            Workshop.objects.current().filter(site=one.site).order_by("seq").values_list("place", flat=True)
        )
        named = ", ".join(rooms)
        workers = _there(one.site)
        yield (
            one.label, authorities.get(one.authority, ""), employers.get(one.site, ""), named, workers,
            ", ".join(one.languages),
        )  # fmt: skip


def _there(site: str) -> int:
    """How many workers a site ever enrolled in these books."""
    return Enrolled.objects.current().filter(site=site).values("worker").distinct().count()


def _roles() -> Iterator[Cells]:
    parties = dict(Staff.objects.current().values_list("staff", "of"))
    for one in RoleGranted.objects.current().order_by("staff", "since"):
        yield (
            one.staff, parties.get(one.staff, ""), one.what.replace("_", " "), one.site or "headquarters", one.since,
            one.until or "–",
        )  # fmt: skip


def _visits() -> Iterator[Cells]:
    made: dict[tuple[str, date], list[str]] = {}
    for each in Promise.objects.current().filter(made_at="visit").order_by("due_on"):
        made.setdefault((each.site, each.day), []).append(f"{each.says} ({each.due_on})")
    for one in Visit.objects.current().order_by("day"):
        promised = "; ".join(made.get((one.site, one.day), ()) if one.state == "held" else ())
        yield one.site, one.day, one.visitor, one.state, one.agenda, promised


def _dialogue() -> Iterator[Cells]:
    for one in reversed(threads(_all_sites(), date.max)):
        asked, said_ = one.asked, "; ".join(answer.says for answer in one.answers)
        about = f"{asked.about} {asked.which}".strip()
        yield asked.site, asked.question, asked.put_to, about, asked.says, said_, one.state


def _promises() -> Iterator[Cells]:
    for one in promises(_all_sites(), date.max):
        state = one.looks[-1].outcome.replace("_", " ") if one.looks else "open"
        yield one.of.site, one.of.promise, one.of.lies_with, one.of.says, one.of.due_on, state


def _meetings() -> Iterator[Cells]:
    for site in _all_sites():
        for one in reversed(meetings(site, date.max)):
            answered = "; ".join(answer.says for answer in one.answers)
            yield site, one.of.day, one.of.present, one.of.decided, answered


def _all_sites() -> list[str]:
    return list(Site.objects.current().order_by("site").values_list("site", flat=True))


def _contracts() -> tuple[Sequence[str], Iterable[Cells]]:
    """Each worker's paper, where there are few of them; else what it comes to at each site."""
    contracts = list(ContractVersion.objects.current().order_by("site", "worker", "since"))
    consents = {
        one.worker: one for one in Consent.objects.current().filter(purpose="work").order_by("number")
    }
    since = dict(Enrolled.objects.current().order_by("-since").values_list("worker", "since"))
    if len(since) <= FEW:
        heads = (
            "Worker", "At work since", "Contract", "A week", "Language", "Signed", "Copy given", "Consent",
            "Read by", "Witness",
        )  # fmt: skip
        return heads, (
            (
                one.worker, since[one.worker], f"{one.contract} {one.grade}", _hours(one.weekly_minutes), one.language,
                one.signed_on, one.copy_given_on, consents[one.worker].given_on, consents[one.worker].read_by,
                f"{consents[one.worker].witness} ({consents[one.worker].witness_of})",
            )
            for one in contracts
        )  # fmt: skip
    return ("Site", "Contracts", "With a copy before work", "Languages", "Consents witnessed from outside"), (
        (
            site, len(some), sum(one.copy_given_on is not None and one.copy_given_on <= one.since for one in some),
            ", ".join(sorted({one.language for one in some})),
            sum(consents[one.worker].witness_of != "none" for one in some if one.worker in consents),
        )
        for site in sorted({one.site for one in contracts})
        for some in [[one for one in contracts if one.site == site]]
    )  # fmt: skip


def _hours(minutes: int | None) -> str:
    return f"{minutes // 60} h" if minutes else "–"


def _moved() -> Iterator[Cells]:
    rows: list[Cells] = [
        (one.day, one.worker, f"leaves: {one.reason.replace('_', ' ')}", one.site)
        for one in Left.objects.current()
    ]
    rows += [
        (
            one.day, one.worker,
            f"carried over{_brings(one.carry, one.into_site)}, on entry {one.source_seq} of {one.source_book}",
            f"{one.from_site} to {one.into_site}",
        )
        for one in CarriedOver.objects.current()
    ]  # fmt: skip
    rows += [
        (
            one.since, one.worker,
            f"works from home: {one.contract}, law of {one.jurisdiction}{_brings(_last_carry(one.worker), one.site)}",
            one.site,
        )
        for one in WorksFromHome.objects.current()
    ]  # fmt: skip
    return iter(sorted(rows, key=lambda row: (str(row[0]), str(row[1]))))


def _brings(carry: dict[str, Any], site: str) -> str:
    """What she earned in the year so far, which went on with her."""
    gross = carry.get("year_to_date", {}).get("gross")
    currency = Site.objects.current().get(site=site).currency
    return (
        f"; the year so far goes on: {Figures(Words('en', ''), currency, 2).amount(gross)}" if gross else ""
    )


def _last_carry(worker: str) -> dict[str, Any]:
    slip = Slip.objects.filter(worker=worker).order_by("recorded_at").last()
    return dict(slip.carry) if slip is not None else {}


def _pay() -> Iterator[Cells]:
    closed = set(MonthClosed.objects.values_list("site", "month"))
    for run in Run.objects.order_by("site", "month"):
        whole = RunIssued.objects.get(run=run.root)
        money = Figures(Words("en", ""), run.currency, 2)
        ways = Approval.objects.filter(site=run.site, month=run.month).values_list("way", flat=True)
        slips = Slip.objects.filter(run=run.root).values("root")
        paid = Payment.objects.filter(slip__in=slips)
        back = PaymentReturned.objects.filter(payment__in=paid.values("root")).count()
        disputed = SlipAnswered.objects.filter(slip__in=slips, answer="disputed").count()
        yield (
            run.site, run.month, whole.slips, money.amount(whole.gross), money.amount(whole.total),
            " and ".join(sorted(ways)), paid.filter(late=True).count() or "–", back or "–", disputed or "–",
            "closed" if (run.site, run.month) in closed else "open",
        )  # fmt: skip


def _refused() -> Iterator[Cells]:
    offers = dict(Offer.objects.values_list("root", "worker"))
    for one in OfferAnswered.objects.filter(answer="refused"):
        yield one.day, f"{offers[one.offer]} was offered work and refused; nothing follows from it"
    asked = {one.root: one for one in OvertimeAsked.objects.current()}
    for no in OvertimeAnswered.objects.filter(answer="no"):
        yield no.day, f"{asked[no.asked].worker} was asked for overtime on {asked[no.asked].day} and said no"
    given = {one.root: one for one in Consent.objects.current()}
    for back in ConsentWithdrawn.objects.all():
        yield back.day, f"{given[back.consent].worker} took the consent to {given[back.consent].purpose} back"


def _stopped() -> Iterator[Cells]:
    for one in Stoppage.objects.current().order_by("day", "site"):
        yield one.site, one.day, one.ordered_by


def _corrected() -> Iterator[Cells]:
    for name, kind in sorted(kinds().items()):
        for one in kind.objects.filter(corrects__isnull=False).order_by("book", "seq"):
            yield f"{name.replace('_', ' ')}{' (void)' if one.void else ''}", one.book, one.why


def _counted() -> Iterator[Cells]:
    found = Entry.objects.values_list("kind").annotate(number=Count("*")).order_by("-number", "kind")
    for kind, number in found:
        yield kind.replace("_", " "), f"{number:,}"


def _findings() -> Iterator[Cells]:
    for one in Finding.objects.current().order_by("day", "site"):
        yield one.site, one.control, one.lies_with, said(one, Words("en", ""))
