"""The rows of run.json: what the rules and the sheets give back, as plain JSON values."""

from datetime import date
from fractions import Fraction
from typing import Any

from jornal.rules.credit import Tally
from jornal.rules.lines import Fault, Line
from jornal.rules.pay import Paid
from jornal.sheets.listed import Listed, Remark

Row = dict[str, Any]


def how_paid(outcome: Paid, by: str) -> dict[str, Any]:
    """How she is paid: by what, how much, and the difference that coins make."""
    difference = sum(line.amount for line in outcome.lines if line.kind == "cash_rounding")
    return {"by": by, "cash": outcome.totals["in_hand"], "difference": difference}


def contract_row(contract: Any) -> dict[str, Any]:
    """The contract as papers name it."""
    found = {name: getattr(contract, name) for name in ("id", "label", "pays", "trade", "hours", "source")}
    return found | {"declared_gaps": [use.declared_gap for use in contract.floor if use.declared_gap]}


def hours_rows(month: Any) -> list[dict[str, Any]]:
    """Minutes and days by kind, work first."""
    kinds: dict[str, list[Any]] = {}
    for shift in month.shifts:
        kinds.setdefault(shift.kind, []).append(shift)
    return [
        {
            "kind": kind,
            "minutes": sum(shift.minutes for shift in shifts),
            "days": len({shift.day for shift in shifts}),
        }
        for kind, shifts in sorted(kinds.items(), key=lambda item: (item[0] != "work", item[0]))
    ]


def comparison_row(found: dict[str, Any]) -> dict[str, Any]:
    """The comparators with their floor's row; hourly texts are exact minor units per hour."""
    one = found.get("floor")
    minutes = found["minutes"]
    table: dict[str, Any] = {
        **found,
        "effective": str(Fraction(found["base"] * 60, minutes)) if minutes else None,
        "floor": "",
        "label": "",
        "layer": "",
        "measure": "",
        "declared_gap": "",
        "source": "",
        "checked": None,
        "confidence": "",
    }
    if one is not None:
        value = one.value
        table |= {
            "floor": one.floor.id,
            "label": one.floor.label,
            "layer": one.use.layer,
            "measure": one.use.measure,
            "declared_gap": one.use.declared_gap,
            "source": value.source if value else "",
            "checked": day_text(value.checked) if value else None,
            "confidence": value.confidence if value else "",
        }
    return table


def credit_row(one: Tally) -> dict[str, Any]:
    """A credit tally."""
    rule = one.rule
    about = {
        name: getattr(rule, name) if rule else ""
        for name in ("label", "form", "decided_by", "source", "confidence")
    }
    return {
        "code": one.code,
        **about,
        "num": rule.num if rule else 0,
        "den": rule.den if rule else 0,
        "days": one.days,
        "minutes": one.minutes,
        "credited": one.credited,
        "credited_before": one.credited_before,
        "days_carried": one.days_carried,
        "minutes_carried": one.minutes_carried,
        "status": one.status,
        "why": one.why,
        "excluded": [
            {"row": left.row, "day": left.day.isoformat(), "why": left.why} for left in one.left_out
        ],
    }


def line_row(line: Line) -> dict[str, Any]:
    """A line as JSON values."""
    table = line._asdict()
    table["since"] = day_text(line.since)
    table["facts"] = says(line.facts)
    table["rests_on"] = list(line.rests_on)
    return table


def fault_row(fault: Fault) -> dict[str, Any]:
    """A fault as JSON values."""
    return {**fault._asdict(), "says": says(fault.says)}


def listed_row(row: Listed) -> dict[str, Any]:
    """A row that was not used, or only once."""
    return {**row._asdict(), "says": says(row.says), "headers": list(row.headers), "text": list(row.text)}


def remark_row(one: Remark) -> Row:
    """A remark on a file."""
    return {"file": one.file, "place": one.place, "key": one.key, "says": says(one.says)}


def says(facts: Any) -> list[list[Any]]:
    """What fills a sentence, as pairs of JSON values."""
    return [[name, value.isoformat() if isinstance(value, date) else value] for name, value in facts]


def day_text(day: date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()


def agreement_row(one: Any) -> dict[str, Any]:
    """The agreement with the authority."""
    return {
        "id": one.id,
        "parties": list(one.parties),
        "signed": day_text(one.signed),
        "expires": day_text(one.expires),
        "clauses": list(one.clauses),
        "invented": one.invented,
    }
