"""Techniques, what grades ask for, and pieces that are judged: from them, and from nothing else, a grade follows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from django.db import transaction
from pydantic import Field

from jornal.actions.given import Code, Printed, Token, on, on_the_staff
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS
from jornal.actions.planned import adopted_terms
from jornal.actions.present import ONE_DAY, present
from jornal.actions.verb import Row, Verb
from jornal.facts.skills import Assessed, GradeNeeds, Technique
from jornal.facts.work import Graded
from jornal.journal.fact import Fact
from jornal.reads.skills import catalogue, earned, lacking, ladder, reached
from jornal.reads.work import contracts_in_force
from jornal.units.faults import near
from jornal.units.listed import refuse
from jornal.units.parts import Part, Several
from jornal.units.periods import Period
from jornal.units.said import Said

JUDGES = ("site_manager", "trainer", "quality")
Level = Literal["not_yet", "with_help", "alone", "can_teach"]


class NoSuchTechnique(Said):
    """A technique that the enterprise does not teach."""

    def __init__(self, technique: str, known: Sequence[str]) -> None:
        super().__init__(
            'There is no technique "{technique}".{near} Headquarters adds one with `jornal do add-technique`.',
            technique=technique,
            near=near(technique, known),
        )


class NotAJudge(Said):
    """A piece judged by somebody who may not: the maker herself, or somebody of the prison."""

    def __init__(self, judge: str, worker: str) -> None:
        super().__init__(
            "{judge} made the piece of {worker} or is of the prison, so does not judge it. Ask the trainer or "
            "somebody of quality.",
            judge=judge,
            worker=worker,
        )


class NotAssessed(Said):
    """A grade that no judged pieces carry."""

    def __init__(self, worker: str, grade: str, missing: Iterable[str]) -> None:
        found = list(missing)
        super().__init__(
            "{worker}: the grade {grade} follows from judged pieces, and these techniques are not reached yet: "
            "{missing}. Record the pieces with `jornal do assess`; the grade then follows by itself.",
            worker=worker,
            grade=grade,
            missing=Several(found, len(found)),
        )


class Taught(Row):
    """A technique of the enterprise, its place in the order in which it is learned, and what a judge looks at."""

    technique: Token
    label: Annotated[Printed, Field(min_length=1, max_length=200)]
    trade: Annotated[str, Field(max_length=60)] = ""
    number: Annotated[int, Field(ge=1, le=999)]
    looked_for: Annotated[str, Field(max_length=300)] = ""


class Needs(Row):
    """What a grade asks for: techniques with spaces between, each at least so far; `number` 1 is the lowest grade."""

    trade: Annotated[str, Field(min_length=1, max_length=60)]
    grade: Annotated[str, Field(min_length=1, max_length=40)]
    number: Annotated[int, Field(ge=1, le=99)]
    techniques: Annotated[str, Field(min_length=1)]
    least: Literal["with_help", "alone", "can_teach"] = "alone"


class Judged(Row):
    """A piece that was judged: how far she is with the technique, by whom; `seen` is what was seen of it, sealed."""

    worker: Code
    technique: Token
    day: date | None = None
    reached: Level
    judge: Annotated[str, Field(max_length=60)] = ""
    piece: Annotated[str, Field(max_length=100)] = ""
    seen: Annotated[str, Field(max_length=1000)] = ""


def add(office: Office, rows: Sequence[Taught]) -> list[Fact]:
    """The techniques, as recorded for every site."""
    return office.put((Technique(**row.model_dump()) for row in rows), "hq")


def set_needs(office: Office, rows: Sequence[Needs]) -> list[Fact]:
    """What the grades ask for, as recorded for every site. Raises NoSuchTechnique."""
    facts = []
    for row in rows:
        techniques = row.techniques.replace(",", " ").replace(";", " ").split()
        _check_known(techniques)
        facts.append(GradeNeeds(**row.model_dump(exclude={"techniques"}), techniques=techniques))
    return office.put(facts, "hq")


def assess(office: Office, rows: Sequence[Judged]) -> list[Fact]:
    """The pieces as judged, and the grades that follow from them; a grade is never lost by a piece.

    A grade that follows holds from the first day of the next pay month, or from today where that is a first. Raises
    NotPresent, NoSuchTechnique, NotAJudge, NotYet, ListedTerm, and Locked where there is something seen.
    """
    days = [on(office, row.day) for row in rows]
    present(office, [(row.worker, day) for row, day in zip(rows, days, strict=True)])
    _check_known([row.technique for row in rows])
    _check_judges(office, rows)
    told = [
        (row.worker, "seen", refuse(row.seen, Part("what was seen of the piece"))) for row in rows if row.seen
    ]
    sealed = iter(office.opened().seal_many(told) if told else [])
    facts = [
        Assessed(
            worker=row.worker, technique=row.technique, day=day, site=office.site, reached=row.reached,
            judge=row.judge or office.hand.by, piece=refuse(row.piece, Part("the piece")),
            seen=next(sealed) if row.seen else "",
        )
        for row, day in zip(rows, days, strict=True)
    ]  # fmt: skip
    with transaction.atomic():
        found = office.put(facts)
        return [*found, *office.put(_grades(office, found))]


def check_assessed(office: Office, grades: Iterable[tuple[str, str, str, date]]) -> None:
    """Raises NotAssessed for a (worker, trade, grade, day) that judged pieces do not carry.

    Where a trade's grades ask for no pieces, or she has that grade already, everything passes.
    """
    for worker, trade, grade, day in grades:
        rungs = ladder(trade or _trade(office, worker, day))
        wanted = next((one for one in rungs if one.grade == grade), None)
        if wanted is None or wanted.number <= _stands(office, worker, rungs, day):
            continue
        has = reached([worker], day).get(worker, {})
        missing = [one for rung in rungs if rung.number <= wanted.number for one in lacking(rung, has)]
        if missing:
            raise NotAssessed(worker, grade, dict.fromkeys(missing))


def _grades(office: Office, pieces: Sequence[Assessed]) -> list[Graded]:
    """The grade that follows for each worker, resting on the last of these pieces."""
    found: dict[tuple[str, str], Graded] = {}
    trades = GradeNeeds.objects.current().values_list("trade", flat=True).distinct()
    ladders = {trade: ladder(trade) for trade in trades}
    for piece in pieces:
        has = reached([piece.worker], piece.day).get(piece.worker, {})
        for trade, rungs in ladders.items():
            if not any(piece.technique in rung.techniques for rung in rungs):
                continue
            rung = earned(rungs, has)
            if rung is not None and rung.number > _stands(office, piece.worker, rungs, piece.day):
                found[piece.worker, trade] = _graded(piece, trade, rung.grade)
    return list(found.values())


def _graded(piece: Assessed, trade: str, grade: str) -> Graded:
    said = {"worker": piece.worker, "trade": trade, "grade": grade, "assessor": piece.judge}
    return Graded(**said, since=_month_after(piece.day), assessed=piece.root)


def _month_after(day: date) -> date:
    """The first day of a pay month on which a grade may change: that day itself, or the next one."""
    if day.day == 1:
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _stands(office: Office, worker: str, rungs: Sequence[GradeNeeds], day: date) -> int:
    """The number of the grade that she has in a trade by contract or grading, one still to come too; 0 is none."""
    trade = rungs[0].trade if rungs else ""
    terms = adopted_terms(office.site)
    trades = {one.id: one.trade for one in terms.contract} if terms else {}
    contract, grade = _contract(office, worker, day, trades)
    held = {grade} if trades.get(contract, trade) == trade else set()
    held |= set(Graded.objects.current().filter(worker=worker, trade=trade).values_list("grade", flat=True))
    return max((one.number for one in rungs if one.grade in held), default=0)


def _contract(office: Office, worker: str, day: date, trades: Mapping[str, str]) -> tuple[str, str]:
    found = contracts_in_force(office.site, Period(day, day + ONE_DAY), workers=[worker], trades=trades)
    return found.get(worker, ("", ""))


def _trade(office: Office, worker: str, day: date) -> str:
    """The trade of the contract she works under; "" where none is known."""
    terms = adopted_terms(office.site)
    trades = {one.id: one.trade for one in terms.contract} if terms else {}
    return trades.get(_contract(office, worker, day, trades)[0], "")


def _check_known(wanted: Sequence[str]) -> None:
    known = [one.technique for one in catalogue()]
    for technique in wanted:
        if technique not in known:
            raise NoSuchTechnique(technique, known)


def _check_judges(office: Office, rows: Sequence[Judged]) -> None:
    prison = on_the_staff({row.judge for row in rows if row.judge}, ("prison",))
    for row in rows:
        judge = row.judge or office.hand.by
        if judge == row.worker or judge in prison:
            raise NotAJudge(judge, row.worker)


VERBS: dict[str, Verb] = {
    "add-technique": Verb(Taught, add, HEADQUARTERS, "Add a technique that everybody of a trade learns."),
    "set-grade-needs": Verb(Needs, set_needs, HEADQUARTERS, "Say which techniques a grade asks for."),
    "assess": Verb(Judged, assess, JUDGES, "Record a judged piece; the grade that it earns follows."),
}
