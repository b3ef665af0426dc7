"""What a worker says of her pay: the slip handed over, agreed or disputed; her questions, answered."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from jornal.actions.approving import found
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.facts.pay import PayAnswer, PayQuery, Slip, SlipAnswered, SlipHanded
from jornal.journal import chain
from jornal.journal.entry import Head
from jornal.reads import pay
from jornal.reads.pay import final
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer")


class NoSlip(Said):
    """A worker without a slip in a month."""

    def __init__(self, worker: str, month: str) -> None:
        super().__init__(
            "{worker} has no payslip of {month}. Look at the code; what came later comes next month.",
            worker=worker,
            month=month,
        )


class NotThisHead(Said):
    """A printed head that no issue of this book has."""

    def __init__(self, head: str) -> None:
        super().__init__(
            "No head {head} was printed at an issue of this site. Read the ten characters on the "
            "payslip again.",
            head=head,
        )


class NoSuchQuestion(Said):
    """An answer to a question that was not asked."""

    def __init__(self, worker: str, day: date, number: int) -> None:
        super().__init__(
            "{worker} asked no question {number} on {day}. Record it first: `jornal do ask-about-pay`.",
            worker=worker,
            number=number,
            day=day,
        )


class NoSuchLine(Said):
    """A line of a payslip that it does not have."""

    def __init__(self, text: str, lines: int) -> None:
        super().__init__(
            "The payslip has lines 1 to {lines}, and {text} is none. Give their numbers with spaces.",
            lines=lines,
            text=repr(text),
        )


class Handed(Row):
    """A payslip handed over, or read aloud by somebody; "" is everybody of the month. `head` as printed on it."""

    month: str
    day: date
    worker: str = ""
    language: str = ""
    head: str = ""
    read_aloud_by: str = ""


class Answered(Row):
    """What she says of her payslip; `lines` are the numbers of those she disputes, with spaces."""

    month: str
    worker: str
    day: date
    answer: Literal["agreed", "disputed", "declined"]
    lines: str = ""


class Question(Row):
    """A question about pay, in her words; they are sealed. Another one of the same day has the next number."""

    worker: str
    day: date
    says: str
    number: int | None = None
    month: str = ""


class Reply(Row):
    """The answer to a question, and what follows from it; `amount` in minor units where pay was corrected."""

    worker: str
    asked_on: date
    day: date
    outcome: Literal["explained", "corrected", "refused"]
    number: int = 1
    amount: int | None = None
    says: str = ""


def hand_over(office: Office, rows: Sequence[Handed]) -> list[SlipHanded]:
    """Payslips handed over; one that was handed over already is not recorded again. Raises NoSlip, NotThisHead."""
    facts = []
    for row in rows:
        slips = _slips(office, row.month, row.worker)
        roots = [slip.root for slip in slips]
        done = set(final(SlipHanded).filter(slip__in=roots).values_list("slip", flat=True))
        head = chain.read(row.head)
        if head and not Head.objects.filter(book=office.book("site"), code=head).exists():
            raise NotThisHead(row.head)
        facts += [
            SlipHanded(
                slip=slip.root, day=row.day, language=row.language or slip.language, head=head,
                read_aloud_by=row.read_aloud_by,
            )
            for slip in slips
            if slip.root not in done
        ]  # fmt: skip
    return office.put(facts)


def answer(office: Office, rows: Sequence[Answered]) -> list[SlipAnswered]:
    """What workers say of their payslips, each after what she said before; the same again changes nothing.

    A dispute is kept beside the slip and delays no payment. Raises NoSlip, NoSuchLine.
    """
    slips = {
        (month, slip.worker): slip
        for month in {row.month for row in rows}
        for slip in pay.slips_of(
            found(office.site, month)[0], {row.worker for row in rows if row.month == month}
        )
    }
    roots = [slip.root for slip in slips.values()]
    last = {one.slip: one for one in final(SlipAnswered).filter(slip__in=roots).order_by("number")}
    facts = []
    for row in rows:
        slip = slips.get((row.month, row.worker))
        if slip is None:
            raise NoSlip(row.worker, row.month)
        fact = SlipAnswered(
            slip=slip.root, answer=row.answer, disputed_lines={"lines": _lines(row.lines, slip)}, day=row.day
        )
        fact.number = _number(fact, last.get(slip.root))
        last[slip.root] = fact
        facts.append(fact)
    return office.put(facts)


def _number(fact: SlipAnswered, last: SlipAnswered | None) -> int:
    """The number of what she says of a slip: that of the last where it is the same again, else the next."""
    if last is None:
        return 1
    same = all(getattr(last, name) == getattr(fact, name) for name in ("answer", "disputed_lines", "day"))
    return int(last.number) + (not same)


def _lines(text: str, slip: Slip) -> list[int]:
    """The numbers of disputed lines, as they are counted on the slip from 1."""
    most = len(slip.lines["lines"])
    for part in text.split():
        if not part.isascii() or not part.isdigit() or not 1 <= int(part) <= most:
            raise NoSuchLine(part, most)
    return sorted({int(part) for part in text.split()})


def ask(office: Office, rows: Sequence[Question]) -> list[PayQuery]:
    """Questions about pay, what she says sealed under her key; the same again changes nothing.

    Raises Locked, NoSlip, and ListedTerm for what is never kept of a person.
    """
    facts = []
    for row in rows:
        text = refuse(row.says, Part("The question"))
        fact = PayQuery(
            worker=row.worker, day=row.day, number=row.number or 1, site=office.site,
            slip=_slips(office, row.month, row.worker)[0].root if row.month else None,
            told=office.opened().seal(row.worker, "told", text),
        )  # fmt: skip
        if row.number is None:
            fact.number = _next_number(office, fact)
        facts.append(fact)
    return office.put(facts)


def _next_number(office: Office, fact: PayQuery) -> int:
    """The number of a question: that of the same one of the day, else the next."""
    asked = PayQuery.objects.filter(corrects__isnull=True, worker=fact.worker, day=fact.day).order_by(
        "number"
    )
    for one in asked:
        if office.alike(fact, [("told", fact.told, one.told)]):
            return one.number
    return max((one.number for one in asked), default=0) + 1


def reply(office: Office, rows: Sequence[Reply]) -> list[PayAnswer]:
    """Answers to questions about pay. Raises NoSuchQuestion, and Locked where words go with one."""
    facts = []
    for row in rows:
        asked = (
            PayQuery.objects.current().filter(worker=row.worker, day=row.asked_on, number=row.number).first()
        )
        if asked is None:
            raise NoSuchQuestion(row.worker, row.asked_on, row.number)
        text = refuse(row.says, Part("The answer"))
        told = office.opened().seal(row.worker, "told", text) if text else ""
        facts.append(
            PayAnswer(query=asked.root, day=row.day, outcome=row.outcome, amount=row.amount, told=told)
        )
    return office.put(facts)


def _slips(office: Office, month: str, worker: str) -> list[Slip]:
    run, _ = found(office.site, month)
    slips = pay.slips_of(run, [worker] if worker else None)
    if not slips:
        raise NoSlip(worker or "nobody", month)
    return slips


VERBS: dict[str, Verb] = {
    "hand-over": Verb(Handed, hand_over, ROLES, "Record payslips handed over or read aloud."),
    "answer-slip": Verb(Answered, answer, ROLES, "Record what a worker says of her payslip."),
    "ask-about-pay": Verb(Question, ask, ROLES, "Record a worker's question about her pay."),
    "answer-question": Verb(Reply, reply, ROLES, "Record the answer to a question about pay."),
}
