"""Sessions of courses among hours of work: what they must not overlap, and the time that is paid for them."""

from collections.abc import Iterable, Sequence
from datetime import date

from jornal.actions.attendance import next_numbers
from jornal.actions.hours import fit, wall_time
from jornal.actions.office import Office
from jornal.actions.planned import Hours, Planned
from jornal.actions.present import ONE_DAY, present
from jornal.facts.attendance import Shift
from jornal.facts.work import TrainingPlanned
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.reads.courses import TRAINING, held
from jornal.reads.people import enrolled
from jornal.terms.kinds import load
from jornal.units.parts import Several
from jornal.units.periods import Period
from jornal.units.said import Said

TOOK_ITS_PLACE = "a course took the place of work"


class InWorkingHours(Said):
    """A session planned in hours in which those who take part are to work."""

    def __init__(self, session: TrainingPlanned, workers: Sequence[str]) -> None:
        start = session.start or 0
        super().__init__(
            "The course {course} on {day} from {since} to {until} overlaps the shift of {workers}. Give it another "
            "start, or plan it in the place of work: it is paid as training, and their work that day is so much "
            "shorter.",
            course=session.course,
            day=session.day,
            since=wall_time(start),
            until=wall_time(start + session.minutes),
            workers=Several(list(workers)),
        )


class TwoCourses(Said):
    """Somebody in two sessions at one time."""

    def __init__(self, worker: str, session: TrainingPlanned, other: str) -> None:
        super().__init__(
            "{worker} takes part in {other} on {day} at the same time as in {course}. Give one of them another start, "
            "or leave her out.",
            worker=worker,
            other=other,
            course=session.course,
            day=session.day,
        )


class MarkedAsWork(Said):
    """Somebody whose hours of the session are recorded as work already."""

    def __init__(self, worker: str, session: TrainingPlanned) -> None:
        super().__init__(
            "{worker} is marked as at work on {day} in the hours of the course {course}, and nobody is paid twice for "
            "one hour. Correct her row of that day first, with `jornal correct shift`, so that the course fits beside "
            "it; then record the course as held again.",
            worker=worker,
            day=session.day,
            course=session.course,
        )


def check_planned(office: Office, session: TrainingPlanned) -> None:
    """Raises InWorkingHours and TwoCourses for a session that says when it begins."""
    if session.start is None:
        return
    others = TrainingPlanned.objects.current().filter(site=office.site, day=session.day, state="planned")
    for other in others.exclude(course=session.course, day=session.day).exclude(start=None):
        begins = other.start or 0
        if _overlap(session, begins, begins + other.minutes):
            for worker in sorted(set(session.workers) & set(other.workers)):
                raise TwoCourses(worker, session, other.course)
    if session.instead:
        return
    busy = {
        worker
        for worker, hours in _hours(office, session.day, session.workers).items()
        if hours.starts is not None and hours.ends is not None and _overlap(session, hours.starts, hours.ends)
    }
    busy |= {worker for worker, rows in _marked(office.site, session).items() if _at_work(session, rows)}
    if busy:
        raise InWorkingHours(session, sorted(busy))


def paid(office: Office, session: TrainingPlanned) -> list[Fact]:
    """The rows of training of whoever came to a session that was held, and rows of work that it shortened.

    Time marked as training by hand is not marked again. Raises NotPresent, MarkedAsWork, DoNotFit.
    """
    present(office, [(worker, session.day) for worker in session.workers])
    numbers = next_numbers(office.site, session.day)
    plans = _hours(office, session.day, session.workers)
    new: list[Shift] = []
    shorter: list[Shift] = []
    for worker, rows in _marked(office.site, session).items():
        if _trained(rows) >= _due(office.site, session, worker):
            continue
        shorter += _shortened(session, worker, rows, plans.get(worker, Hours(None)))
        new.append(
            Shift(
                worker=worker, day=session.day, number=numbers.get(worker, 1), site=office.site, what=TRAINING,
                minutes=session.minutes,
            )
        )  # fmt: skip
    fit(office, [*shorter, *new])
    return [*shorter, *new]


def _shortened(session: TrainingPlanned, worker: str, rows: Sequence[Shift], planned: Hours) -> list[Shift]:
    """Her row of work as the session leaves it; nothing where both fit into the day. Raises MarkedAsWork."""
    if session.start is not None and _at_work(session, rows):
        raise MarkedAsWork(worker, session)
    work = _worked(rows)
    plain = [one for one in work if one.minutes is not None]
    worked = sum(one.minutes or 0 for one in plain)
    if planned.minutes is None or worked + session.minutes <= planned.minutes or not plain:
        return []
    if not session.instead:
        if session.start is not None and planned.starts is not None:
            return []  # it was planned beside the hours of work
        raise MarkedAsWork(worker, session)
    (one, *others) = plain
    if others or worked <= session.minutes:
        raise MarkedAsWork(worker, session)
    return [corrected(one, TOOK_ITS_PLACE, minutes=worked - session.minutes)]


def _worked(rows: Sequence[Shift]) -> list[Shift]:
    return [one for one in rows if one.what != TRAINING and load().is_worked(one.what)]


def _at_work(session: TrainingPlanned, rows: Sequence[Shift]) -> bool:
    """Whether her rows of the day say that she was at work in the hours of the session."""
    timed = [one for one in _worked(rows) if one.start is not None and one.end is not None]
    return any(_overlap(session, one.start or 0, one.end or 0) for one in timed)


def _marked(site: str, session: TrainingPlanned) -> dict[str, list[Shift]]:
    """The rows of the day of everybody who came, by worker."""
    found: dict[str, list[Shift]] = {worker: [] for worker in session.workers}
    rows = Shift.objects.current().filter(site=site, day=session.day, worker__in=list(session.workers))
    for one in rows.order_by("worker", "number"):
        found[one.worker].append(one)
    return found


def _trained(rows: Iterable[Shift]) -> int:
    """Minutes of a day that are marked as training already."""
    return sum(
        one.minutes if one.minutes is not None else (one.end or 0) - (one.start or 0) - (one.pause or 0)
        for one in rows
        if one.what == TRAINING
    )


def _due(site: str, session: TrainingPlanned, worker: str) -> int:
    """Minutes of all sessions of the day in which she took part, this one too."""
    others = [one for one in held(site, session.day) if one.course != session.course]
    return session.minutes + sum(one.minutes for one in others if worker in one.workers)


def _hours(office: Office, day: date, workers: Iterable[str]) -> dict[str, Hours]:
    """The hours planned on a day for those of the workers who are enrolled."""
    span = Period(day, day + ONE_DAY)
    stays = enrolled(office.site, span, workers=list(workers))
    planned = Planned(office, span, [stay.worker for stay in stays])
    return {stay.worker: planned.hours(stay, day) for stay in stays}


def _overlap(session: TrainingPlanned, start: int, end: int) -> bool:
    begins = session.start or 0
    return begins < end and start < begins + session.minutes
