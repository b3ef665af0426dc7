"""Days marked: row by row, or a whole workshop's day with its exceptions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, NamedTuple

from django.db.models import Max
from pydantic import Field, ValidationError, model_validator

from jornal.actions import findings, overtime
from jornal.actions.alone import alone
from jornal.actions.followup import left_open
from jornal.actions.given import Clauses, Code, on
from jornal.actions.hours import KindOfTime, Minutes, WallTime, fit, wall_time
from jornal.actions.office import Office
from jornal.actions.planned import Hours, Planned
from jornal.actions.present import ONE_DAY, NotPresent, present
from jornal.actions.verb import Row, Verb, faults_of
from jornal.facts.attendance import Shift
from jornal.facts.pay import Finding
from jornal.journal.fact import Fact
from jornal.reads.attendance import stopped
from jornal.reads.courses import instead_of_work
from jornal.reads.people import Enrolment, enrolled
from jornal.terms.kinds import load
from jornal.units.identifiers import tidy
from jornal.units.listed import refuse
from jornal.units.parts import Part, Several
from jornal.units.periods import Period
from jornal.units.said import Said

Stays = Mapping[tuple[str, date], Enrolment]
ROLES = ("site_manager", "trainer")


class NobodyThere(Said):
    """A day marked for a workshop in which nobody is, or nobody is planned."""

    def __init__(self, site: str, workshop: str, day: date, why: str) -> None:
        super().__init__(
            "{where}: {why} on {day}. Correct the day or the workshop, or give the minutes.",
            where=f"{site}, {workshop}" if workshop else site,
            why=why,
            day=day,
        )


class NoTimetable(Said):
    """Workers of whom no timetable says how long they were to work."""

    def __init__(self, workers: Sequence[str], day: date) -> None:
        super().__init__(
            "No timetable plans {day} for {workers}. Give the minutes, or record the timetable of the "
            "workshop first.",
            day=day,
            workers=Several(workers),
        )
        self.workers = list(workers)


class MarkedOtherwise(Said):
    """An exception for somebody whose day says something else already."""

    def __init__(self, worker: str, day: date) -> None:
        super().__init__(
            "{worker} is marked on {day} already, and otherwise. Correct that row with a reason, with"
            " `jornal correct shift`.",
            worker=worker,
            day=day,
        )


class NotAnException(Said):
    """An exception that is neither a kind of time nor minutes."""

    def __init__(self, worker: str, says: str) -> None:
        super().__init__(
            '{worker}: "{says}" is neither a kind of time nor minutes. Write such as "sick" or "court 120".',
            worker=worker,
            says=says[:40],
        )


class NotARow(Said):
    """A row corrected into something that no row says."""

    def __init__(self, one: Shift, faults: Sequence[str]) -> None:
        super().__init__(
            "{worker} on {day} cannot say so: {faults}.",
            worker=one.worker,
            day=one.day,
            faults=Several(faults, between="; "),
        )


class Marked(Row):
    """A row of a worker's day: a kind of time with minutes, or start and end as 08:00; an absence may be a kind alone.

    A second row of a day is number 2. An end before its start is the next day's. `note` is sealed. `substitute` says
    that another day off is given for this one.
    """

    worker: Code
    day: date
    number: Annotated[int, Field(ge=1, le=99)] = 1
    what: KindOfTime = "work"
    minutes: Minutes | None = None
    start: WallTime | None = None
    end: WallTime | None = None
    pause: Minutes | None = None
    place: Annotated[str, Field(max_length=40)] = ""
    trade: Annotated[str, Field(max_length=60)] = ""
    substitute: bool = False
    note: str = ""

    @model_validator(mode="after")
    def _has_hours(self) -> "Marked":
        if self.end is not None and (self.start is None or self.minutes is not None):
            raise Said("give minutes, or start and end, not more and not less")
        timed = self.minutes is not None or self.end is not None
        if not timed and (self.start is not None or load().is_worked(self.what)):
            raise Said("{what} needs minutes, or start and end", what=self.what)
        return self


class Everybody(Row):
    """A whole day of everybody planned, at the site or in one workshop, with exceptions.

    Whoever has a row that day keeps it, and so does whoever a stoppage of the whole day kept from work. Minutes are
    those planned, unless given. `but` names the exceptions with
    semicolons between: a kind of time, minutes, or both, as in "QC014X: sick; QC015A: 120; QC016B: court 120".
    """

    day: date
    workshop: str = ""
    what: KindOfTime = "work"
    minutes: Minutes | None = None
    trade: Annotated[str, Field(max_length=60)] = ""
    but: Clauses = Field(default_factory=list)


class _Exception(NamedTuple):
    what: str
    minutes: int | None


@alone("site")
def mark(office: Office, rows: Sequence[Marked]) -> list[Fact]:
    """The rows as recorded, and findings that come of them: overtime without a yes, an injury without first aid.

    Findings never hold a row back. Raises NotPresent, DoNotFit, NotYet, Locked, ListedTerm.
    """
    days = [on(office, row.day) for row in rows]
    stays = present(office, zip((row.worker for row in rows), days, strict=True))
    noted = [(row.worker, "note", refuse(row.note, Part("the note"))) for row in rows if row.note]
    sealed = iter(office.opened().seal_many(noted) if noted else [])
    facts = [
        Shift(**row.model_dump(exclude={"note"}), site=office.site, note=next(sealed) if row.note else "")
        for row in rows
    ]
    return _recorded(office, facts, stays)


@alone("site")
def mark_all(office: Office, rows: Sequence[Everybody]) -> list[Fact]:
    """The rows of everybody who had none that day, as recorded, with the findings that come of them.

    Raises NobodyThere, NoTimetable, NotPresent for an exception who is not there, MarkedOtherwise, DoNotFit, NotYet.
    """
    facts: list[Shift] = []
    stays: dict[tuple[str, date], Enrolment] = {}
    for row in rows:
        there = _there(office, row)
        stays |= {(stay.worker, row.day): stay for stay in there}
        facts += _of_day(office, row, there)
    return _recorded(office, facts, stays)


def _there(office: Office, row: Everybody) -> list[Enrolment]:
    """Who is enrolled on the day, in the workshop where one is named."""
    day = on(office, row.day)
    found = enrolled(office.site, Period(day, day + ONE_DAY))
    found = [stay for stay in found if row.workshop in ("", stay.workshop)]
    if not found:
        raise NobodyThere(office.site, row.workshop, day, Part("nobody is enrolled"))
    return found


def _of_day(office: Office, row: Everybody, there: Sequence[Enrolment]) -> list[Shift]:
    """One row for everybody planned who has none yet."""
    but = _exceptions(row)
    missing = but.keys() - {stay.worker for stay in there}
    if missing:
        raise NotPresent(office.site, [(worker, row.day) for worker in missing])
    marked = _marked(office, row, but)
    plan = Planned(office, Period(row.day, row.day + ONE_DAY), [stay.worker for stay in there])
    numbers, taken = next_numbers(office.site, row.day), instead_of_work(office.site, row.day)
    facts, unplanned = [], []
    for stay in there:
        if stay.worker in marked and stay.worker not in taken:
            continue
        hours = plan.hours(stay, row.day)
        said = but.get(stay.worker)
        what, minutes = said or (row.what, row.minutes)
        if minutes is None and said is None and stay.worker in taken and hours.minutes is not None:
            minutes = max(0, hours.minutes - taken[stay.worker])  # what a course left of her day
        if minutes is None:
            minutes = hours.minutes if row.minutes is None else row.minutes
        if minutes is None and load().is_worked(what):
            unplanned.append(stay.worker)
        if minutes or said is not None:
            facts.append(
                Shift(
                    worker=stay.worker, day=row.day, number=numbers.get(stay.worker, 1), site=office.site, what=what,
                    trade=row.trade, **_hours(hours, what, minutes),
                )
            )  # fmt: skip
    if unplanned:
        raise NoTimetable(unplanned, row.day)
    if not facts and not marked:
        raise NobodyThere(office.site, row.workshop, row.day, Part("the timetable plans nothing"))
    return facts


def _hours(planned: Hours, what: str, minutes: int | None) -> dict[str, int | None]:
    """The columns of her hours: past midnight from when to when, if she worked as planned."""
    as_planned = load().is_worked(what) and minutes == planned.minutes
    return planned.columns() if as_planned else {"minutes": minutes}


def next_numbers(site: str, day: date) -> dict[str, int]:
    """The number of a further row for each worker who has or had rows that day: one taken back is not given again."""
    given = Shift.objects.filter(site=site, day=day, corrects=None)
    return {worker: most + 1 for worker, most in given.values_list("worker").annotate(Max("number"))}


def _exceptions(row: Everybody) -> dict[str, _Exception]:
    """Kind and minutes of each exception."""
    found = {}
    for pair in row.but:
        words = pair["says"].split()
        numbers = [word for word in words if word.isdecimal()]
        kinds = [word for word in words if not word.isdecimal()]
        if len(numbers) > 1 or len(kinds) > 1:
            raise NotAnException(pair["name"], pair["says"])
        if kinds and load().of(kinds[0]) is None:
            raise NotAnException(pair["name"], pair["says"])
        found[tidy(pair["name"])] = _Exception(
            kinds[0] if kinds else row.what, int(numbers[0]) if numbers else None
        )
    return found


def _marked(office: Office, row: Everybody, but: Mapping[str, _Exception]) -> set[str]:
    """Who has a row that day, of her own or by a stoppage of the whole day.

    Raises MarkedOtherwise for an exception whose own row says something else.
    """
    one_day = Period(row.day, row.day + ONE_DAY)
    found = {entry.worker for entry in stopped(office.site, one_day, None, lambda *_: None)} - but.keys()
    there = Shift.objects.current().filter(site=office.site, day=row.day)
    for worker, what, minutes in there.values_list("worker", "what", "minutes"):
        found.add(worker)
        said = but.get(worker)
        if said and (said.what != what or said.minutes not in (None, minutes)):
            raise MarkedOtherwise(worker, row.day)
    return found


def _recorded(office: Office, facts: Sequence[Shift], stays: Stays) -> list[Fact]:
    return office.put([*facts, *_found(office, facts, stays)])


def _found(office: Office, facts: Sequence[Shift], stays: Stays) -> list[Finding]:
    """The findings that come of rows and that nobody has noted yet. Raises DoNotFit."""
    worked = {key: minutes for key, minutes in fit(office, facts).items() if key in stays}
    return findings.new([*left_open(office, facts), *overtime.without_a_yes(office, worked, stays)])


def mended(office: Office, one: Shift) -> list[Finding]:
    """The findings that come of a row as it is to stand once it is corrected. Raises NotARow, DoNotFit."""
    said = {name: getattr(one, name) for name in Marked.model_fields if name != "note"}
    said |= {name: wall_time(said[name]) for name in ("start", "end") if said[name] is not None}
    try:
        Marked(**said)
    except ValidationError as wrong:
        raise NotARow(one, faults_of(wrong)) from None
    here = enrolled(office.site, Period(one.day, one.day + ONE_DAY), workers=[one.worker])
    return _found(office, [one], {(stay.worker, one.day): stay for stay in here})


VERBS: dict[str, Verb] = {
    "mark": Verb(Marked, mark, ROLES, "Mark days of workers: time worked, or an absence with its kind."),
    "mark-all": Verb(Everybody, mark_all, ROLES, "Mark a day of everybody planned, with exceptions."),
}
