"""Everything that is recorded about one worker: each kind of fact has its section, or is said to be about nobody."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from jornal.facts.organisation import Employer, Site
from jornal.facts.pay import Run
from jornal.journal.columns import Sealed
from jornal.journal.fact import kinds
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.reads.people import languages

Section = Literal[
    "person", "agreements", "days", "pay", "payments", "savings", "instructions", "skills", "courses", "products",
    "dialogue", "consents", "told", "release",
]  # fmt: skip
"""The parts of her statement, in their order."""


class Hers(NamedTuple):
    """Where a kind stands, and by which column it is hers: her token, a list that names her, or another fact of hers.

    `also` is a second column of her token.
    """

    section: Section
    by: str = "worker"
    of: tuple[str, ...] = ()
    lists: bool = False
    also: str = ""


HERS: dict[str, Hers] = {
    "worker": Hers("person"), "custody": Hers("person"), "ratio": Hers("person"), "mark_chosen": Hers("person"),
    "dependants": Hers("person"), "opening_balance": Hers("person"), "carried_over": Hers("person"),
    "forgotten": Hers("person", "who"),
    "offer": Hers("agreements"), "offer_answered": Hers("agreements", "offer", ("offer",)),
    "enrolled": Hers("agreements"), "contract_version": Hers("agreements"),
    "overtime_asked": Hers("agreements"), "overtime_answered": Hers("agreements", "asked", ("overtime_asked",)),
    "rest_day_authorised": Hers("agreements"),
    "shift": Hers("days"), "pieces": Hers("days"), "rejected": Hers("days", "pieces", ("pieces",)),
    "days_confirmed": Hers("days"), "kit": Hers("days"), "kit_returned": Hers("days", "kit", ("kit",)),
    "slip": Hers("pay"), "slip_handed": Hers("pay", "slip", ("slip",)),
    "slip_answered": Hers("pay", "slip", ("slip",)), "adjustment": Hers("pay"), "pay_query": Hers("pay"),
    "pay_answer": Hers("pay", "query", ("pay_query",)), "balance": Hers("pay"), "request": Hers("pay"),
    "payment": Hers("payments", "slip", ("slip",)),
    "payment_received": Hers("payments", "payment", ("payment", "slip")),
    "payment_returned": Hers("payments", "payment", ("payment", "slip")),
    "savings_moved": Hers("savings"),
    "instruction": Hers("instructions"), "beneficiary": Hers("instructions"), "account": Hers("instructions"),
    "assessed": Hers("skills"), "graded": Hers("skills"),
    "training_planned": Hers("courses", "workers", lists=True), "course_finished": Hers("courses"),
    "certificate": Hers("courses"),
    "design": Hers("products", "proposed_by"),
    "design_version": Hers("products", "made_by", lists=True, also="proposed_by"),
    "design_credit": Hers("products"), "maker_shown": Hers("products"), "item": Hers("products"),
    "photo": Hers("dialogue", "workers", lists=True), "fund_spent": Hers("dialogue", "heard", lists=True),
    "finding": Hers("dialogue", "facts", lists=True),
    "consent": Hers("consents"), "consent_withdrawn": Hers("consents", "consent", ("consent",)),
    "telling_agreed": Hers("told"), "telling_withdrawn": Hers("told"), "groups_told": Hers("told"),
    "checked_in": Hers("told"),
    "release_expected": Hers("release"), "release_plan": Hers("release"), "release_papers": Hers("release"),
    "left": Hers("release"), "works_from_home": Hers("release"), "asked_after": Hers("release"),
}  # fmt: skip
"""Every kind that tells something of a worker."""

_OF_NOBODY = """
    advance advance_returned agreement answer approval authority baseline budget budget_head checklist clock_set
    cost cost_sheet course employer enterprise exchange_rate finding_looked_at goods_named grade_needs grant held
    job local_operation lot lot_finished lot_judged material material_issued material_lot meeting meeting_answered
    milestone milestone_met money_received month_closed movement opening operation_adopted opinion_filed order
    order_confirmed order_line passport_issued passport_withdrawn pays_from product product_customs profit_promised
    promise promise_looked_at question question_closed question_seen rate_card recipe refund role_ended role_granted
    run run_issued sale set_aside settlement shipment_checked site site_closed staff stock_count stock_place
    stoppage technique terms_adopted texts_put_away timetable tool_count tool_list transfer_fee trust_balance visit
    wages_funded workshop year_stated
    """
OF_NOBODY = frozenset(_OF_NOBODY.split())
"""Kinds about the house, its staff, goods and money: no row of them is one worker's."""
DAY_OF = ("day", "since", "given_on", "told_on", "signed_on", "until", "asked_on")
"""The columns that say of which day a fact is, the first that it has."""


class Recorded(NamedTuple):
    """One fact about her: its kind and section, its day, its columns with what was sealed opened, who keyed it when.

    `hidden` are the columns that stay shut. `was` says "corrected" or "void" where it holds no more.
    """

    kind: str
    section: Section
    day: date
    says: dict[str, Any]
    hidden: frozenset[str]
    by: str
    role: str
    at: datetime
    was: str


class About(NamedTuple):
    """What her statement says of the place: her language, the site's name and currency, who employs her there."""

    language: str
    site: str
    currency: str
    employer: str


def about(site: str, worker: str, day: date) -> About:
    """Where a worker's statement is made. Raises Site.DoesNotExist."""
    here = Site.objects.current().get(site=site)
    employer = Employer.objects.current().filter(site=site, since__lte=day).order_by("since").last()
    spoken = list(here.languages.get("languages", ()) if isinstance(here.languages, dict) else here.languages)
    language = languages(site, workers=[worker]).get(worker) or (spoken or ["en"])[0]
    return About(language, here.label, here.currency, employer.label if employer else "")


def recorded(
    worker: str, keys: Keys | None = None, reader: Reader | None = None, *, site: str = ""
) -> list[Recorded]:
    """Every version of every fact about a worker, by section and day; one reading is noted.

    With `site` without what stands in other sites' books. Without keys what is sealed stays shut; what somebody
    else's key seals (whom she pays to) stays shut always.
    """
    known = kinds()
    others = set(Site.objects.values_list("site", flat=True)) - {site} if site else set()
    facts = [fact for name in HERS for fact in _of(name, worker, known) if fact.book not in others]
    months = dict(Run.objects.values_list("root", "month"))
    opened = _opened(facts, worker, keys, reader)
    gone = {fact.corrects for fact in facts if fact.corrects}
    order = {
        section: place for place, section in enumerate(dict.fromkeys(one.section for one in HERS.values()))
    }
    found = [_told(fact, opened, months, gone=fact.pk in gone) for fact in facts]
    return sorted(found, key=lambda one: (order[one.section], one.day, one.at, one.kind))


def _of(name: str, worker: str, known: Any) -> Iterator[Any]:
    """The facts of a kind that are hers, every version of them, the oldest first."""
    hers, rows = HERS[name], known[name].objects.order_by("seq")
    if hers.of:
        yield from rows.filter(**{f"{hers.by}__in": _parents(hers.of, worker, known)})
    elif hers.lists:
        named = rows.annotate(named=Cast(hers.by, TextField()))
        asked = Q(named__contains=f'"{worker}"') | (Q(**{hers.also: worker}) if hers.also else Q())
        yield from (
            one
            for one in named.filter(asked)
            if worker in [*_names(getattr(one, hers.by)), getattr(one, hers.also, "") if hers.also else ""]
        )
    else:
        yield from rows.filter(**{hers.by: worker})


def _parents(of: tuple[str, ...], worker: str, known: Any) -> Any:
    """The roots of the facts of hers that others rest on."""
    first, *rest = of
    rows = known[first].objects
    found = rows.filter(slip__in=_parents(tuple(rest), worker, known)) if rest else rows.filter(worker=worker)
    return found.values("root")


def _names(held: Any) -> Collection[Any]:
    """The tokens of a list, also where it stands in a table under its own name."""
    if isinstance(held, dict):
        return [one for each in held.values() for one in (each if isinstance(each, list) else [each])]
    return held if isinstance(held, list) else []


def _opened(
    facts: list[Any], worker: str, keys: Keys | None, reader: Reader | None
) -> dict[tuple[Any, str], str]:
    """What is sealed under her key, or under that of what she told, by fact and column."""
    if keys is None or reader is None:
        return {}
    asked = [
        (fact, column.name, getattr(fact, "voice", "") or worker)
        for fact in facts
        for column in fact.content()
        if isinstance(column, Sealed)
        and getattr(fact, column.name)
        and fact.KIND not in ("beneficiary", "meeting")
    ]
    texts = keys.opened_many(
        [(token, name, getattr(fact, name)) for fact, name, token in asked], reader=reader
    )
    return {
        (fact.pk, name): text
        for (fact, name, _), text in zip(asked, texts, strict=True)
        if isinstance(text, str)
    }


def _told(fact: Any, opened: dict[tuple[Any, str], str], months: dict[Any, str], *, gone: bool) -> Recorded:
    says: dict[str, Any] = {"month": months.get(fact.run)} if fact.KIND == "slip" else {}
    hidden: set[str] = set()
    for column in fact.content():
        held = getattr(fact, column.name)
        if isinstance(column, Sealed):
            if held and (fact.pk, column.name) not in opened:
                hidden.add(column.name)
                continue
            held = opened.get((fact.pk, column.name), "")
        says[column.name] = held
    days = (says[name] for name in DAY_OF if isinstance(says.get(name), date))
    was = "void" if fact.void else "corrected" if gone else ""
    return Recorded(
        fact.KIND, HERS[fact.KIND].section, next(days, fact.recorded_at.date()), says, frozenset(hidden),
        fact.by, fact.role, fact.recorded_at, was,
    )  # fmt: skip
