"""A case as data: one TOML table of what is agreed and what happened, read into terms and a month."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from jornal.actions.casekeys import CaseFault, check
from jornal.rules.hours import shifts_of
from jornal.rules.lines import Fault
from jornal.rules.rows import (
    Adjustment,
    Beneficiary,
    Carry,
    CreditCarry,
    Entry,
    Instruction,
    Month,
    Piece,
    Worker,
)
from jornal.terms import load
from jornal.terms.agreed import Agreed, agreed
from jornal.terms.contracts import Enterprise
from jornal.terms.packs import Pack
from jornal.terms.shapes import read_clock, read_ratio
from jornal.units.faults import shortened
from jornal.units.money import NO_CURRENCY, minor
from jornal.units.periods import WEEKDAYS, Period, month


@dataclass(frozen=True)
class Case:
    """A case ready to run: its terms, its month, and the row faults found on the way."""

    id: str
    title: str
    terms: Agreed
    month: Month | None
    faults: tuple[Fault, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)


def case(raw: Mapping[str, Any], name: str = "case") -> Case:
    """The case of a TOML table. Raises CaseFault, or the terms' own faults, each naming the key."""
    check(raw, name)
    terms = case_terms(raw, name)
    found, faults = (None, ()) if "period" not in raw else _month(raw, terms, name)
    return Case(str(raw.get("id", name)), str(raw.get("title", "")), terms, found, tuple(faults), raw)


def case_terms(raw: Mapping[str, Any], name: str) -> Agreed:
    """The pack, site, contract and rows of a case, gathered."""
    site = dict(raw.get("site", {}))
    pack = load.pack(raw["jurisdiction"]) if raw.get("jurisdiction") else None
    site.setdefault("currency", pack.currency if pack else NO_CURRENCY)
    site.setdefault("zone", pack.zone if pack else "UTC")
    site.setdefault("jurisdiction", raw.get("jurisdiction", ""))
    pack = pack or Pack(id="", label="", currency=site["currency"], zone=site["zone"])
    own = load.rules(raw.get("rules", {}), name, pack.rules)
    if raw.get("holiday"):
        rows = (*pack.holiday, *load.holiday_rows(list(raw["holiday"]), name))
        pack = replace(pack, holiday=rows)
    place = load.site(site, name)
    contract = load.contract({"pays": "training", **raw.get("contract", {})}, name)
    model = raw.get("enterprise", {}).get("model", "employment")
    whole = Enterprise(id="case", label="case", model=model, site=(place,), contract=(contract,), rules=own)
    return agreed(whole, place, contract, pack, load.currency_scale(place.currency))


def case_period(raw: Any, name: str) -> Period:
    """A month "2025-01", or both days inclusive as since and until."""
    if isinstance(raw, str):
        return month(raw)
    if isinstance(raw, Mapping) and isinstance(raw.get("since"), date) and isinstance(raw.get("until"), date):
        return Period.inclusive(raw["since"], raw["until"])
    raise CaseFault(
        f'{name}: period is a month such as "2025-01", or {{ since = 2025-01-01, until = 2025-01-07 }}.'
    )


def _month(raw: Mapping[str, Any], terms: Agreed, name: str) -> tuple[Month, list[Fault]]:
    period = case_period(raw["period"], name)
    entries = list(case_entries(raw.get("shift", []), name))
    pieces = tuple(_pieces(raw.get("pieces", [])))
    for day in (*(entry.day for entry in entries), *(piece.day for piece in pieces)):
        if day not in period:
            raise CaseFault(f"{name}: {day} is outside the period. What came before belongs under [carry].")
    shifts, faults = shifts_of(entries, terms.site.zone, breaks=terms.breaks)
    currency = terms.site.currency
    carry, more = _carry(raw.get("carry", {}), terms, currency, name)
    found = Month(
        worker=_worker(raw.get("worker", {}), terms),
        period=period,
        shifts=tuple(shifts),
        pieces=pieces,
        adjustments=tuple(_adjustments(raw.get("adjustment", []), currency, period)),
        given={step: _money(text, currency) for step, text in raw.get("given", {}).items()},
        carry=carry,
    )
    return found, faults + more


def _money(text: Any, currency: str) -> int | None:
    return None if text == "unknown" else minor(text, currency)


def days_of(row: Mapping[str, Any], name: str) -> list[date]:
    """The days a row is for: `day`, a list of `days`, or `days` from since to until on some weekdays."""
    if "day" in row:
        return [row["day"]]
    days = row.get("days")
    if isinstance(days, list):
        return days
    if isinstance(days, Mapping):
        on = days.get("on", WEEKDAYS)
        period = Period.inclusive(days["since"], days["until"])
        return [day for day in period if WEEKDAYS[day.weekday()] in on]
    raise CaseFault(f"{name}: a row needs day, or days.")


def hours_text(value: Any, name: str) -> int:
    """Minutes of "5", "5:30" or "5.5"."""
    hours, _, minutes = str(value).partition(":")
    if minutes and hours.isdecimal() and minutes.isdecimal() and int(minutes) < 60:
        found = Fraction(int(hours) * 60 + int(minutes))
    elif re.fullmatch(r"\d{1,4}(\.\d{1,9})?", str(value)) and not isinstance(value, float):
        found = Fraction(str(value)) * 60
    else:
        raise CaseFault(f'{name}: hours are written "5" or "5:30" or "5.5", not {shortened(value)}.')
    if found.denominator != 1:
        raise CaseFault(f"{name}: {shortened(value)} hours are not whole minutes. Write 5:30.")
    return int(found)


def case_entries(rows: list[Mapping[str, Any]], name: str) -> Iterator[Entry]:
    """The attendance rows of a case, one per day."""
    for number, row in enumerate(rows):
        for day in days_of(row, name):
            start, end = row.get("start"), row.get("end")
            yield Entry(
                id=f"{number}:{day}",
                worker="case",
                day=day,
                kind=row.get("kind", "work"),
                minutes=row.get("minutes", hours_text(row["hours"], name) if "hours" in row else None),
                start=None if start is None else read_clock(start),
                end=None if end is None else read_clock(end),
                pause=row.get("pause"),
                place=row.get("place", ""),
                trade=row.get("trade", ""),
                substitute=row.get("substitute", False),
            )


def _pieces(rows: list[Mapping[str, Any]]) -> Iterator[Piece]:
    for number, row in enumerate(rows):
        for day in days_of(row, "pieces"):
            yield Piece(
                f"p{number}:{day}",
                day,
                row["operation"],
                row.get("good", 0),
                row.get("rejected_paid", 0),
                row.get("rejected_unpaid", 0),
            )


def _adjustments(rows: list[Mapping[str, Any]], currency: str, period: Period) -> Iterator[Adjustment]:
    for number, row in enumerate(rows):
        yield Adjustment(
            id=row.get("id", f"a{number}"),
            day=row.get("day", period.start),
            label=row.get("label", ""),
            amount=minor(row["amount"], currency),
            reason=row.get("reason", ""),
            payer=row.get("payer", ""),
            approver=row.get("approver", ""),
            kind=row.get("kind", "bonus"),
            step=row.get("step", ""),
            agreed_on=row.get("agreed_on"),
        )


def _worker(row: Mapping[str, Any], terms: Agreed) -> Worker:
    currency = terms.site.currency
    plain = ("grade", "custody", "ratio_code", "conduct_class", "since", "left_on", "known_since")
    return Worker(
        code="case",
        contract=terms.contract.id,
        **{key: row[key] for key in plain if key in row},
        birth_year=row.get("birth_year"),
        leave_before=tuple((day, 0) for day in days_of({"days": row.get("leave_taken", [])}, "leave_taken")),
        months_served=row.get("months_served"),
        account_allowed=None if row.get("account_allowed") == "unknown" else row.get("account_allowed", True),
        gating_debt=_money(row["gating_debt"], currency) if "gating_debt" in row else 0,
        balances={step: _money(text, currency) for step, text in row.get("balances", {}).items()},
        requests=frozenset(row.get("requests", ())),
        authorised_rest_days=frozenset(row.get("authorised_rest_days", ())),
        instructions=tuple(_instruction(one, currency) for one in row.get("instruction", ())),
    )


def _instruction(row: Mapping[str, Any], currency: str) -> Instruction:
    people = tuple(
        Beneficiary(
            one["id"], one.get("initials", ""), one.get("last_four", ""), read_ratio(one.get("weight", "1"))
        )
        for one in row.get("beneficiaries", ())
    )
    share: Fraction | None = read_ratio(row["share"]) if "share" in row else None
    amount = minor(row["amount"], currency) if "amount" in row else None
    return Instruction(
        row["id"],
        row.get("purpose", "family"),
        share,
        amount,
        people,
        row.get("consent_on"),
        row.get("withdrawn_on"),
    )


def _carry(row: Mapping[str, Any], terms: Agreed, currency: str, name: str) -> tuple[Carry, list[Fault]]:
    """What came before: shifts and pieces of the straddling week, its top-up, credit brought forward; and faults."""
    entries = list(case_entries(row.get("shift", []), name))
    shifts, faults = shifts_of(entries, terms.site.zone, breaks=terms.breaks)
    credit = tuple(
        CreditCarry(one["code"], one.get("days", 0), one.get("minutes", 0), one.get("credited", 0))
        for one in row.get("credit", ())
    )
    carry = Carry(
        shifts=tuple(shift._replace(id=f"c{shift.id}") for shift in shifts),
        pieces=tuple(piece._replace(id=f"c{piece.id}") for piece in _pieces(row.get("pieces", []))),
        week_top_up=minor(row["week_top_up"], currency) if "week_top_up" in row else 0,
        credit=credit,
    )
    return carry, faults
