"""What waits for somebody at a site: days not marked, consents that end, findings, questions, pay that is due."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from django.db.models import Exists, Max, OuterRef, Sum

from jornal.actions import findings
from jornal.actions.adopt import adopted_for
from jornal.actions.agreedon import ending
from jornal.actions.approving import approval_of
from jornal.actions.monthdays import unmarked
from jornal.actions.office import Office
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked
from jornal.facts.organisation import Site, Visit
from jornal.facts.pay import (
    Finding,
    MonthClosed,
    PayAnswer,
    Payment,
    PaymentReturned,
    PayQuery,
    Run,
    Slip,
)
from jornal.facts.people import Consent, ConsentWithdrawn, Enrolled, Left
from jornal.reads.dialogue import promises, threads
from jornal.reads.needs import SOON, ready
from jornal.reads.outcomes import to_ask
from jornal.reads.pay import final, issued, runs_of
from jornal.reads.people import Stay
from jornal.reads.release import due
from jornal.units.periods import Period
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, month_text

How = Literal["bad", "soon", "calm"]
About = Literal[
    "day", "person", "people", "pay", "month", "finding", "calendar", "dialogue", "visits", "agreement"
]
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """One matter: how pressing, by when, the catalogue key of its sentence with what fills it, and what it is about.

    `about` with `which` says where it is done: a day, a worker, a month of pay.
    """

    how: How
    until: date | None
    says: str
    about: About
    which: str = ""
    facts: dict[str, object] = field(default_factory=dict)

    def said(self, words: Words, called: Mapping[str, str] | None = None) -> str:
        """The sentence, its days as the language writes them; `called` says how workers are called."""
        return words.say(
            self.says, **{name: _told(name, one, words, called or {}) for name, one in self.facts.items()}
        )

    @property
    def workers(self) -> list[str]:
        """The workers that the sentence names, by token."""
        found = [self.facts.get("worker")]
        found += [one.facts.get("worker") for one in self.facts.values() if isinstance(one, Finding)]
        return [one for one in found if isinstance(one, str)]


def _told(name: str, value: object, words: Words, called: Mapping[str, str]) -> object:
    if isinstance(value, Finding):
        return findings.said(value, words, called).rstrip(".")
    if isinstance(value, date):
        return month_text(value, words.language) if name == "month" else day_text(value, words.language)
    return called.get(value, value) if isinstance(value, str) else value


def waiting(office: Office, there: Sequence[Stay] | None = None) -> list[Waiting]:
    """Everything that waits at the site, the most pressing first.

    `there` is who is enrolled on a day of the week past, where they were read already.
    """
    order = {"bad": 0, "soon": 1, "calm": 2}
    found = [*_unmarked(office, there), *(one for look in LOOKS for one in look(office))]
    return sorted(found, key=lambda one: (order[one.how], one.until or date.max))


def _unmarked(office: Office, there: Sequence[Stay] | None) -> Iterator[Waiting]:
    """Days of the week past on which somebody was due and nothing is recorded; today is not late yet."""
    for day, missing in unmarked(office, Period(office.day - A_WEEK, office.day), there).items():
        if missing:
            yield Waiting("bad", day, NOT_MARKED, "day", day.isoformat(), {"number": missing, "day": day})


def _beginning(office: Office) -> Iterator[Waiting]:
    """What a workshop begins with: its terms, somebody who is offered work, and those who may begin."""
    if number := ready(office.site, office.day):
        yield Waiting("soon", None, READY, "people", "offered", {"number": number})
    if Enrolled.objects.filter(site=office.site).exists():
        return
    if adopted_for(office.site) is None:
        yield Waiting("soon", None, NO_TERMS, "agreement")
    if not number:
        yield Waiting("calm", None, NOBODY, "people", "offered")


def _consents(office: Office) -> Iterator[Waiting]:
    """Consents to work that ended, or end soon, of workers who are here, and those that nobody recorded."""
    gone = Left.objects.current().values("enrolled")
    here = Enrolled.objects.current().filter(site=office.site).exclude(root__in=gone).values("worker")
    withdrawn = ConsentWithdrawn.objects.current().values("consent")
    rows = Consent.objects.current().filter(purpose="work", worker__in=here).exclude(root__in=withdrawn)
    last = dict(rows.values_list("worker").annotate(ends=Max("expires_on")))
    for worker in sorted(
        set(here.filter(since__lte=office.day).values_list("worker", flat=True)) - set(last)
    ):
        yield Waiting("bad", None, NO_CONSENT, "person", worker, {"worker": worker})
    for worker, ends in sorted((one, day) for one, day in last.items() if day and day <= office.day + SOON):
        if ends <= office.day:
            yield Waiting("bad", ends, CONSENT_ENDED, "person", worker, {"worker": worker, "day": ends})
        else:
            yield Waiting("soon", ends, CONSENT_ENDS, "person", worker, {"worker": worker, "day": ends})


def _findings(office: Office) -> Iterator[Waiting]:
    """Findings that lie with the site and are open, those of one control together."""
    rows = Finding.objects.current().filter(
        site=office.site, lies_with="site", closed_on=None, day__lte=office.day
    )
    by_control: dict[str, list[Finding]] = {}
    for one in rows.order_by("day"):
        by_control.setdefault(one.control, []).append(one)
    for control, found in by_control.items():
        first = found[0]
        told: dict[str, object] = {"number": len(found), "first": first}
        yield Waiting("soon", first.day, FINDINGS if len(found) > 1 else FINDING, "finding", control, told)


def _questions(office: Office) -> Iterator[Waiting]:
    """Questions about pay without an answer, and slips that are disputed."""
    answered = PayAnswer.objects.current().values("query")
    asked = PayQuery.objects.current().filter(site=office.site).exclude(root__in=answered).order_by("day")
    for one in asked:
        yield Waiting("soon", one.day, ASKED, "person", one.worker, {"worker": one.worker, "day": one.day})


def _overtime(office: Office) -> Iterator[Waiting]:
    answered = OvertimeAnswered.objects.current().values("asked")
    rows = OvertimeAsked.objects.current().filter(site=office.site, day__gte=office.day)
    asked = rows.exclude(root__in=answered).order_by("day").values_list("worker", "day")
    for worker, day in asked:
        yield Waiting("soon", day, OVERTIME, "person", worker, {"worker": worker, "day": day})


def _pay(office: Office) -> Iterator[Waiting]:
    """The month that ended and is not issued; runs that wait for approval, or whose money has not left."""
    last = office.day.replace(day=1) - timedelta(days=1)
    runs = runs_of(office.site)
    month = f"{last:%Y-%m}"
    begun = Enrolled.objects.current().filter(site=office.site, since__lte=last).exists()
    if begun and all(run.month != month for run in runs):
        yield Waiting("soon", None, TO_ISSUE, "month", month, {"month": last})
    closed = set(final(MonthClosed).filter(site=office.site).values_list("month", flat=True))
    for run in runs:
        if run.month not in closed:
            yield from _of_run(run, office.day)


def _of_run(run: Run, today: date) -> Iterator[Waiting]:
    told = {"month": run.since}
    late: How = "bad" if run.due_on < today else "soon"
    whole = issued(run)
    if whole is None:
        return
    if approval_of(run) is None:
        yield Waiting(late, run.due_on, TO_APPROVE, "month", run.month, told)
    if whole.total > _left(run):
        yield Waiting(late, run.due_on, TO_PAY, "month", run.month, told)


def _left(run: Run) -> int:
    """What left for a run and did not come back, in minor units."""
    back = final(PaymentReturned).values("payment")
    # A slip is never corrected, so that its root is its id, which is found at once.
    of_run = Exists(Slip.objects.filter(id=OuterRef("slip"), run=run.root))
    found = final(Payment).filter(of_run).exclude(root__in=back).aggregate(sum=Sum("amount"))
    return int(found["sum"] or 0)


def _releases(office: Office) -> Iterator[Waiting]:
    """Workers whose release comes near, as it was told, and to whom no plan was offered."""
    for one in due(office.site, office.day):
        told: dict[str, object] = {"worker": one.worker, "month": one.first}
        yield Waiting("soon", one.first, RELEASE, "person", one.worker, told)


def _asking(office: Office) -> Iterator[Waiting]:
    """Those who were released, consent to be asked, and whose time has come."""
    for one in to_ask(office.site, office.day):
        told: dict[str, object] = {"worker": one.worker, "number": one.months}
        yield Waiting("calm", one.since, ASK, "person", one.worker, told)


def _visits(office: Office) -> Iterator[Waiting]:
    rows = Visit.objects.current().filter(
        site=office.site, state="planned", day__gte=office.day, day__lte=office.day + A_WEEK
    )
    for one in rows.order_by("day"):
        yield Waiting("calm", one.day, VISIT, "calendar", one.day.isoformat(), {"day": one.day})


def _dialogue(office: Office) -> Iterator[Waiting]:
    """Questions that nobody answered yet, whoever they are put to."""
    for one in threads([office.site], office.day):
        if one.state == "open":
            asked = one.asked
            told: dict[str, object] = {"question": asked.question, "day": asked.day}
            late: How = "bad" if one.late(office.day) else "soon"
            yield Waiting(late, asked.due_on, TO_ANSWER[asked.put_to], "dialogue", asked.question, told)


def _promises(office: Office) -> Iterator[Waiting]:
    """Promises that are not kept yet, until they are."""
    for one in promises([office.site], office.day):
        if one.open:
            soon: How = "soon" if one.of.due_on <= office.day + SOON else "calm"
            told: dict[str, object] = {"what": one.of.says, "day": one.of.due_on}
            late = one.late(office.day)
            says = (LATE if late else PROMISED)[one.of.lies_with]
            yield Waiting("bad" if late else soon, one.of.due_on, says, "visits", one.of.promise, told)


def _agreements(office: Office) -> Iterator[Waiting]:
    """An agreement that ends soon, or whose notice has to be given, and that no other follows."""
    authority = Site.objects.current().filter(site=office.site).values_list("authority", flat=True)
    for one in ending(authority, office.day):
        last = one.of.expires_on
        told: dict[str, object] = {"number": one.days, "day": last, "agreement": one.of.agreement}
        if one.days < 0:
            yield Waiting("bad", last, AGREEMENT_ENDED, "agreement", one.of.agreement, told)
        elif one.notice_by is not None and one.notice_by >= office.day:
            told |= {"notice": one.notice_by}
            yield Waiting("soon", one.notice_by, AGREEMENT_NOTICE, "agreement", one.of.agreement, told)
        else:
            yield Waiting("soon", last, AGREEMENT_ENDS, "agreement", one.of.agreement, told)


TO_ANSWER = {
    "headquarters": "Question {question} of {day} waits for headquarters",
    "site": "Question {question} of {day} waits for an answer",
    "team": "Question {question} of {day} to the team waits for an answer",
}
PROMISED = {
    "headquarters": "Headquarters promised by {day}: {what}",
    "site": "Promised here by {day}: {what}",
    "authority": "The authority promised by {day}: {what}",
}
LATE = {
    "headquarters": "Not kept by headquarters, due {day}: {what}",
    "site": "Not kept here, due {day}: {what}",
    "authority": "Not kept by the authority, due {day}: {what}",
}
AGREEMENT_ENDS = "The agreement {agreement} ends on {day}, in {number} days"
AGREEMENT_NOTICE = "The agreement {agreement} ends on {day}, in {number} days; notice is given by {notice}"
AGREEMENT_ENDED = "The agreement {agreement} ended on {day} and no other follows it"
NO_TERMS = "No terms are adopted for this site; headquarters adopts them. Until then no pay can be computed"
READY = "{number} said yes to work and thought it over. They can begin"
NOBODY = "Nobody works here yet. Work is offered first"
NOT_MARKED = "{number} without a mark on {day}"
NO_CONSENT = "No consent of {worker} to work is recorded"
CONSENT_ENDED = "The consent of {worker} ended on {day}"
CONSENT_ENDS = "The consent of {worker} ends on {day}"
FINDING = "Open since then: {first}"
FINDINGS = "{number} findings are open, the first: {first}"
ASKED = "{worker} asked about her pay on {day}"
OVERTIME = "{worker} has not said whether she works longer on {day}"
TO_ISSUE = "The pay of {month} is not issued yet"
TO_APPROVE = "The pay of {month} waits for a second person"
TO_PAY = "Not all pay of {month} has left yet"
RELEASE = "{worker} is to be released in {month}; offer her a plan"
ASK = "{worker} left {number} months ago and may be asked how she is"
VISIT = "A visit is planned on {day}"

LOOKS: tuple[Callable[[Office], Iterator[Waiting]], ...] = (
    _beginning, _consents, _findings, _questions, _overtime, _pay, _releases, _asking, _visits,
    _dialogue, _promises, _agreements,
)  # fmt: skip
