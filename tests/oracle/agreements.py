"""Random agreements for random months: rates, timetable, kinds of time, bonus, and the clauses they name."""

from datetime import date
from random import Random

from oracle.chances import dated, money, percent
from oracle.clauses import floors, uses
from oracle.files import DAYS
from oracle.people import waterfall


def contract(chance: Random, decimals: int) -> tuple[dict, dict]:
    """A contract of any shape, with every row of law it names."""
    pays = chance.choice(("hourly", "hourly", "piece", "mixed", "training"))
    found: dict = {"pays": pays, "rate": rates(chance, pays, decimals)}
    if chance.random() < 0.8:
        found["timetable"] = timetable(chance)
    rules: dict = {}
    floors(chance, found, rules, decimals)
    uses(chance, found, rules)
    found["kind"] = kinds(chance, found)
    if chance.random() < 0.2:
        found["bonus"] = [bonus(chance, found, decimals)]
    if chance.random() < 0.6:
        waterfall(chance, found, rules, decimals)
    if chance.random() < 0.2:
        found["spendable_least"] = percent(chance, 5, 60)
    return found, rules


def pays_by_hour_or_piece(found: dict) -> bool:
    """Whether other kinds of time have a price of their own (a day or month rate pays the day whole)."""
    return not any(rate["per"] in ("day", "month") for rate in found["rate"])


def rates(chance: Random, pays: str, decimals: int) -> list[dict]:
    """Rates per hour, by grade or not, per day or month, and per piece."""
    found: list[dict] = []
    if pays in ("hourly", "mixed") or (pays == "training" and chance.random() < 0.5):
        per = chance.choice(("hour", "hour", "hour", "hour", "day")) if pays == "hourly" else "hour"
        most = {"hour": 12, "day": 90, "month": 1500}[per]
        for grade in ("", "first") if chance.random() < 0.2 and per == "hour" else ("",):
            rate: dict = {
                "per": per,
                "value": dated(chance, "amount", lambda: money(chance, 2, most, max(2, decimals))),
            }
            if grade:
                rate["grade"] = grade
            if chance.random() < 0.2:
                rate["change"] = "by_period_start"
            found.append(rate)
    if pays in ("piece", "mixed"):
        for operation in ("hat", "scarf")[: chance.randint(1, 2)]:
            value = dated(chance, "amount", lambda: money(chance, 1, 15, 2))
            found.append({"per": "piece", "operation": operation, "value": value})
    if found and chance.random() < 0.06:
        found[0]["value"][0]["since"] = date(2026, 6, 15)  # no rate in force before
        found[0]["value"] = found[0]["value"][:1]
    return found


def timetable(chance: Random) -> dict:
    """Five or six days of one length, the rest day mostly Sunday."""
    minutes = chance.choice((180, 240, 300, 360, 480))
    found: dict = dict.fromkeys(DAYS[: chance.choice((5, 5, 6))], minutes)
    if chance.random() < 0.15:
        found["rest_day"] = chance.choice(("monday", "saturday", ""))
    return found


def kinds(chance: Random, found: dict) -> list[dict]:
    """How some kinds of time are paid."""
    ways = ["nothing"]
    if found["pays"] != "piece" and found["rate"] and pays_by_hour_or_piece(found):
        ways.append("rate")
    if any(one["layer"] != "standard" for one in found["floor"]):
        ways.append("floor")
    if found["pays"] in ("piece", "mixed"):
        ways.append("piece_average")
    names = ["sick", "lockdown", "leave", "court"]
    if pays_by_hour_or_piece(found):
        names += ["training", "waiting", "cleaning"]
    rows = []
    for name in names:
        if chance.random() < 0.3:
            of = chance.choice(ways)
            row: dict = {"kind": name, "of": of}
            if of != "nothing":
                row["value"] = dated(
                    chance, "share", lambda: chance.choice(("100 %", "50 %", "2/3", "80 %")), 0.2
                )
            rows.append(row)
    return rows


def bonus(chance: Random, found: dict, decimals: int) -> dict:
    """A bonus per day, per period or per piece."""
    row = {
        "id": "care",
        "label": "Care",
        "per": chance.choice(("day", "period")),
        "amount": money(chance, 0, 5, decimals),
        "source": "invented",
    }
    if found["pays"] == "piece":
        row |= {"per": "piece", "operation": "hat"}
    return row
