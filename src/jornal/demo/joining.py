"""How people come into the demo's registers: offered, consenting, enrolled, with all that pay has to know of them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from jornal.demo.cast import Cast
from jornal.demo.founding import ROOM
from jornal.demo.moneyout import account
from jornal.demo.people import Someone, sheet
from jornal.demo.stage import Row, Stage
from jornal.demo.world import Place, data
from jornal.units.periods import BUDDHIST_AHEAD

OFFERED_BEFORE = timedelta(days=8)
CONSENTED_BEFORE = timedelta(days=7)
A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=365)
READS = ("yes", "yes", "yes", "with_help", "no")

MANAGER, TRAINER = "site_manager", "trainer"
Rows = Callable[[Stage, Place, Someone], Iterable[Row]]


def offered(stage: Stage, here: Place, some: Sequence[Someone]) -> None:
    """Work offered to some people of a site, as long before they began as the thinking takes."""
    told = data("cast")
    rows = [
        {
            "worker": one.code, "name": one.cells["name"], "birth_year": _year(one), "language": here.language,
            "day": min(one.since - OFFERED_BEFORE, stage.day), "terms_version": told["text_version"],
            "alternatives": told["alternatives"],
        }
        for one in some
    ]  # fmt: skip
    stage.do("offer-work", MANAGER, here.site.id, rows)


def consented(stage: Stage, here: Place, some: Sequence[Someone]) -> None:
    """Their answers and their consent to work; where a year has passed since, it is given again today."""
    site = here.site.id
    days = {one.number: min(one.since - CONSENTED_BEFORE, stage.day) for one in some}
    stage.do("answer-offer", MANAGER, site, [
        {"worker": one.code, "answer": "accepted", "day": days[one.number]} for one in some
    ])  # fmt: skip
    first = [_consent(stage, here, one, days[one.number]) for one in some]
    again = [
        _consent(stage, here, one, stage.day)
        for one in some
        if days[one.number] + A_YEAR <= data("cast")["ends"]
    ]
    stage.do("give-consent", TRAINER, site, [*first, *again])


def enrolled(stage: Stage, here: Place, some: Sequence[Someone]) -> None:
    """Their enrolment, and what pay needs to know of them, each kind of fact in one set."""
    site = here.site.id
    steps: tuple[tuple[str, Rows], ...] = (
        ("enrol", _enrolment),
        ("set-custody", _custody),
        ("set-ratio", _ratio),
        ("sign-contract", _contract),
        ("set-account", _account),
        ("owe", _owes),
        ("name-beneficiary", _beneficiaries),
        ("give-consent", _consents),
        ("instruct", _instructions),
    )
    for verb, rows in steps:
        stage.do(verb, MANAGER, site, [row for one in some for row in rows(stage, here, one)])


def opening(stage: Stage, here: Place, some: Sequence[Someone]) -> None:
    """Where they stood before the first month of the register."""
    first = here.months[0]
    told = zip(some, sheet(here, first, list(some)), strict=True)
    rows = [_before(one, cells) for one, cells in told if "gross_so_far" in cells]
    stage.do("opening-balance", MANAGER, here.site.id, rows)


def _before(one: Someone, cells: dict[str, str]) -> Row:
    sums = {
        name: _minor(cells[f"{name}_so_far"])
        for name in ("gross", "deductions", "own", "instructions", "in_hand", "savings")
        if f"{name}_so_far" in cells
    }
    credit = {
        name: cells[name] for name in ("credit_rule", "days_carried", "credited_before") if cells.get(name)
    }
    return {"worker": one.code, **sums, **credit, "source": "the pay sheets of January to July 2026"}


def _consent(stage: Stage, here: Place, one: Someone, day: date) -> Row:
    """The consent to work: read to her by the trainer, seen by somebody from outside."""
    says = stage.cast.says
    return {
        "worker": one.code, "purpose": "work", "language": here.language,
        "read_by": stage.cast.who(TRAINER, here.site.id), "witness": stage.cast.at("witness", here.site.id),
        "witness_of": says["witness_of"], "given_on": day, "copy_given_on": day,
        "text_version": data("cast")["text_version"],
    }  # fmt: skip


def _enrolment(_: Stage, here: Place, one: Someone) -> Iterable[Row]:
    yield {
        "worker": one.code, "since": one.since, "workshop": ROOM, "language": here.language,
        "reads": here.chance("reads", one.number).choice(READS), "clock_number": one.cells.get("clock_number", ""),
    }  # fmt: skip


def _custody(_: Stage, __: Place, one: Someone) -> Iterable[Row]:
    yield {"worker": one.code, "status": "sentenced", "since": one.since}


def _ratio(stage: Stage, here: Place, one: Someone) -> Iterable[Row]:
    if one.cells.get("ratio_code"):
        digest = sha256(f"{here.at} {one.number} paper".encode()).hexdigest()
        on = min(_day(one.cells["ratio_date"]), stage.day)
        yield {"worker": one.code, "code": one.cells["ratio_code"], "paper_on": on, "digest": digest}


def _contract(_: Stage, here: Place, one: Someone) -> Iterable[Row]:
    agreed = here.contract(one.contract)
    since = max(one.since, agreed.since)
    yield {
        "worker": one.code, "contract": one.contract, "since": since, "grade": one.cells["grade"],
        "language": here.language, "weekly_minutes": sum(agreed.timetable.week) if agreed.timetable else None,
        "notice_days": 30, "announced_on": since - CONSENTED_BEFORE, "signed_on": since - A_DAY,
        "copy_given_on": since - A_DAY, "text_version": data("cast")["text_version"],
    }  # fmt: skip


def _account(_: Stage, here: Place, one: Someone) -> Iterable[Row]:
    allowed = "unknown" if one.cells.get("account_allowed") == "?" else "yes"
    number = f"{here.chance('account', one.number).randrange(10**10):010d}"
    yield {"worker": one.code, "allowed": allowed, "account": number, "bank": here.site.paid_by}


def _owes(stage: Stage, _: Place, one: Someone) -> Iterable[Row]:
    step, owes = _step(stage.cast), one.cells.get("reparation", "")
    if step and owes:
        amount: Any = "unknown" if owes == "?" else _minor(owes) if owes[0].isdigit() else 0
        yield {"worker": one.code, "step": step, "amount": amount, "paper": "court paper (invented)"}


def _beneficiaries(_: Stage, here: Place, one: Someone) -> Iterable[Row]:
    for number in _named(one):
        initials, last = one.cells[f"initials {number}"], one.cells[f"last_four {number}"]
        yield {
            "worker": one.code, "number": number, "name": initials, "initials": initials.replace(".", ""),
            "account": account(here.site.currency, last, one.number), "relation": "family",
        }  # fmt: skip


def _consents(stage: Stage, here: Place, one: Someone) -> Iterable[Row]:
    """To send a part home, and to save; none where her sheet has no day of it, and then nothing is taken."""
    for purpose in ("family", "savings"):
        if one.cells.get(f"{purpose}_consent"):
            yield {
                "worker": one.code, "purpose": purpose, "language": here.language,
                "read_by": stage.cast.who(TRAINER, here.site.id),
            }  # fmt: skip


def _instructions(_: Stage, __: Place, one: Someone) -> Iterable[Row]:
    if one.cells.get("family_share"):
        weights = [(number, one.cells.get(f"weight {number}") or "1") for number in _named(one)]
        to = "; ".join(f"{one.code}-{number}: {weight}" for number, weight in weights)
        yield {"worker": one.code, "purpose": "family", "share": one.cells["family_share"], "to": to}
    if one.cells.get("savings_share"):
        yield {"worker": one.code, "purpose": "savings", "share": one.cells["savings_share"]}


def _named(one: Someone) -> list[int]:
    return [number for number in (1, 2) if one.cells.get(f"initials {number}")]


def _step(cast: Cast) -> str:
    return str(cast.says.get("reparation", ""))


def _year(one: Someone) -> int:
    """Her year of birth; where her sheet has none, the one on her identity card, for nobody is enrolled without."""
    year = int(one.cells["birth_year"] or 1990)
    return year - BUDDHIST_AHEAD if year > BUDDHIST_AHEAD + 1900 else year


def _minor(text: str) -> int:
    whole, _, cents = text.partition(".")
    return int(whole) * 100 + int(cents or 0)


def _day(text: str) -> date:
    day, month, year = (int(part) for part in text.split("/"))
    return date(year - BUDDHIST_AHEAD if year > BUDDHIST_AHEAD + 1900 else year, month, day)
