"""Agreements in a few words: rows of law and contract with what a test is about, and nothing else."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from jornal.terms.accruals import Accrual, AccrualValue, YearDays
from jornal.terms.agreed import Agreed
from jornal.terms.contracts import (
    Bonus,
    Contract,
    KindPay,
    KindPayValue,
    Rate,
    RateValue,
    Site,
    Timetable,
    UsedFloor,
)
from jornal.terms.credit import Credit
from jornal.terms.deductions import Step, StepValue, Waterfall
from jornal.terms.floors import Band, Floor, FloorValue
from jornal.terms.hours import (
    Break,
    BreakValue,
    Holiday,
    Limit,
    LimitValue,
    Night,
    NightValue,
    Overtime,
    OvertimeValue,
    Premium,
    PremiumValue,
    RestPay,
    RestPayValue,
    Tier,
)

START = date(2020, 1, 1)
FIVE_HOURS_FIVE_DAYS = Timetable(
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), 300)
)
EIGHT_HOURS_SIX_DAYS = Timetable(
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"), 480)
)
WHERE_KEPT = {
    Overtime: "overtime",
    Night: "night",
    Premium: "premium",
    RestPay: "rest_pay",
    Break: "breaks",
    Limit: "limits",
    Accrual: "accruals",
}
Kind = TypeVar("Kind")


def exact(text: str | None) -> Fraction | None:
    """ "5.00", "1/3" or "20 %" as a fraction; "unknown" and None are None."""
    if text is None or text == "unknown":
        return None
    return Fraction(text.rstrip(" %")) / (100 if text.endswith("%") else 1)


def dated(kind: type[Kind], since: str | date = START, **figures: Any) -> Kind:
    """A dated row; until is given as text too."""
    if "until" in figures:
        figures["until"] = date.fromisoformat(figures["until"])
    on = date.fromisoformat(since) if isinstance(since, str) else since
    return kind(since=on, source="agreement", confidence="V", **figures)


def changing(kind: type[Kind], name: str, amount: str | dict[str, str]) -> tuple[Kind, ...]:
    """One figure since ever, or by the day from which it holds."""
    by_day = amount if isinstance(amount, dict) else {START.isoformat(): amount}
    return tuple(dated(kind, since, **{name: exact(text)}) for since, text in by_day.items())


def rate(amount: str | dict[str, str], per: str = "hour", **more: Any) -> Rate:
    """A rate of pay: by the hour unless said."""
    return Rate(per=per, value=changing(RateValue, "amount", amount), **more)


def piece(operation: str, amount: str | dict[str, str]) -> Rate:
    """A piece rate."""
    return rate(amount, "piece", operation=operation)


def kind(name: str, of: str = "rate", share: str | dict[str, str] = "100 %") -> KindPay:
    """How a kind of time is paid."""
    return KindPay(kind=name, of=of, value=() if of == "nothing" else changing(KindPayValue, "share", share))


def floor(amount: str | dict[str, str], unit: str = "hour", **more: Any) -> Floor:
    """A floor of pay; hours as text."""
    for name in ("plain_hours", "rest_hours", "share"):
        more[name] = exact(more.get(name))
    more.setdefault("layer", "contract")
    return Floor(
        id=more.pop("id", "least"),
        label="Least",
        unit=unit,
        value=changing(FloorValue, "amount", amount),
        **more,
    )


def by_age(bands: dict[int, str], **more: Any) -> Floor:
    """A floor by the hour with age bands."""
    made = tuple(Band(age_from=age, amount=exact(amount)) for age, amount in bands.items())
    return replace(floor("1.00", **more), value=(dated(FloorValue, bands=made),))


def overtime(
    *tiers: tuple[str, int | None], day: int | None = None, week: int | None = None, **more: Any
) -> Overtime:
    """Premiums over so many minutes of a day or a week: ("25 %", 120), ("35 %", None)."""
    value = dated(
        OvertimeValue,
        over_day_minutes=day,
        over_week_minutes=week,
        tiers_per=more.pop("tiers_per", "day"),
        tiers=tuple(Tier(premium=exact(premium), minutes=minutes) for premium, minutes in tiers),
    )
    return Overtime(id=more.pop("id", "overtime"), label="Overtime", layer="law", value=(value,), **more)


def night(
    premium: str, works_as: str = "premium", hours: tuple[int, int] = (22, 6), hour_minutes: str | None = None
) -> Night:
    """A night from hour to hour."""
    start, end = (hour * 60 for hour in hours)
    value = dated(
        NightValue,
        start=start,
        end=end,
        works_as=works_as,
        premium=exact(premium),
        hour_minutes=exact(hour_minutes),
    )
    return Night(id="night", label="Night", layer="law", value=(value,))


def premium(on: str, share: str, *, paid_day: bool = False, counts: str = "minutes", **more: Any) -> Premium:
    """A premium for Sundays, rest days or holidays."""
    value = dated(PremiumValue, premium=exact(share), paid_day=paid_day, counts=counts)
    return Premium(id=on, label=on, layer="law", on=on, value=(value,), **more)


def rest_pay(per_days: int = 6, **more: Any) -> RestPay:
    """The paid weekly rest as a line of its own."""
    return RestPay(
        id="rest-pay", label="Rest", layer="law", value=(dated(RestPayValue, per_days=per_days, **more),)
    )


def pause(over: int, minutes: int, *, paid: bool = False) -> Break:
    """A break rule: so many minutes in shifts longer than so many."""
    value = dated(BreakValue, over_minutes=over, minutes=minutes, paid=paid)
    return Break(id=f"break-{over}", label="Break", layer="law", value=(value,))


def limit(**minutes: int) -> Limit:
    """A limit of hours: day_most_minutes, day_least_minutes, week_most_minutes."""
    return Limit(id="limit", label="Limit", layer="law", value=(dated(LimitValue, **minutes),))


def accrual(days: str | dict[str, str] = "30", years: dict[int, str] | None = None, **more: Any) -> Accrual:
    """Paid leave of so many working days a year, or what else grows with service; `years` by year of service."""
    tiers = tuple(YearDays(from_year=year, days=exact(text)) for year, text in (years or {}).items())
    values = tuple(
        replace(value, years=tiers, share=exact(more.get("share", "1")))
        for value in changing(AccrualValue, "days", days)
    )
    more.pop("share", None)
    return Accrual(
        id=more.pop("id", "leave"), label=more.pop("label", "Leave"), layer="law", value=values, **more
    )


def bonus(per: str, amount: str, operation: str = "") -> Bonus:
    """A bonus of the contract."""
    return Bonus(
        id=f"bonus-{per}",
        label="Bonus",
        per=per,
        operation=operation,
        amount=exact(amount),
        source="agreement",
    )


def step(name: str, share: str | dict[str, str] | None = None, **more: Any) -> Step:
    """A deduction; the figures of its value stand beside its own fields."""
    of_value = {one.name for one in fields(StepValue)} & set(more)
    figures = {key: more.pop(key) for key in of_value}
    figures |= {
        key: exact(text) for key, text in figures.items() if key not in ("least_base_floor", "over_floor")
    }
    more.setdefault("layer", "law")
    if more.get("takes", "share") == "share":
        more.setdefault("rounding", "half_up")
    values = changing(StepValue, "share", share) if share or figures else ()
    if share is None and figures:
        values = (dated(StepValue),)
    return Step(id=name, label=name, value=tuple(replace(value, **figures) for value in values), **more)


def hers(**more: Any) -> Step:
    """The step that takes the rest: the worker's own."""
    return Step(id="own", label="Own", layer="law", takes="remainder", **more)


def falls(**limits: str) -> Waterfall:
    """The limits over all deductions together."""
    made = {key: text if key == "protected_floor" else exact(text) for key, text in limits.items()}
    return Waterfall(id="falls", label="Split", steps=(), source="law", **made)


def holiday(*dates: str) -> Holiday:
    """Single days of rest."""
    return Holiday(
        id="day", label="Day", since=START, dates=tuple(map(date.fromisoformat, dates)), source="law"
    )


def credit(form: str = "ratio", num: int = 1, den: int = 1, **more: Any) -> Credit:
    """A credit rule; its code is R1 unless said."""
    more.setdefault("code", "R1")
    more.setdefault("since", START)
    return Credit(
        label="Credit",
        form=form,
        num=num,
        den=den,
        source="law",
        confidence=more.pop("confidence", "V"),
        **more,
    )


def agreement(
    *rows: Any,
    measure: str = "guarantee",
    scale: int = 100,
    site: dict[str, Any] | None = None,
    **contract: Any,
) -> Agreed:
    """What one contract at one site says, from its rows; floors are measured as `measure` says."""
    floors = _of(rows, Floor)
    used = tuple(UsedFloor(floor=one.id, measure=measure, layer=one.layer) for one in floors)
    by_id: dict[str, tuple[Floor, ...]] = {}
    for one in floors:
        by_id[one.id] = (*by_id.get(one.id, ()), one)
    contract = {"pays": "hourly", "floor": tuple(dict.fromkeys(used)), **contract}
    return Agreed(
        enterprise="invented",
        model="employment",
        site=Site(
            id="site", label="Site", jurisdiction="", currency="PEN", zone="America/Lima", **(site or {})
        ),
        contract=Contract(
            id="agreed",
            label="Agreed",
            since=START,
            source="agreement",
            rate=_of(rows, Rate),
            kind=_of(rows, KindPay),
            bonus=_of(rows, Bonus),
            **contract,
        ),
        scale=scale,
        every_floor=by_id,
        steps=_of(rows, Step),
        waterfall=next(iter(_of(rows, Waterfall)), None),
        credit=_by_code(_of(rows, Credit)),
        holidays=_of(rows, Holiday),
        **{kept: tuple((row, "contract") for row in _of(rows, of)) for of, kept in WHERE_KEPT.items()},
    )


def _of(rows: Iterable[Any], kind: type[Kind]) -> tuple[Kind, ...]:
    return tuple(row for row in rows if isinstance(row, kind))


def _by_code(rules: Iterable[Credit]) -> dict[str, tuple[Credit, ...]]:
    found: dict[str, tuple[Credit, ...]] = {}
    for rule in rules:
        found[rule.code] = (*found.get(rule.code, ()), rule)
    return found
