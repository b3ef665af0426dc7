"""Random months as case tables: the same seed gives the same month, on every machine."""

from datetime import date, timedelta
from random import Random

from oracle import agreements, lawful, people
from oracle.chances import dated, money
from oracle.files import DAYS, ONE_DAY, days_between, pack, period

PLACES = (
    ("PEN", "America/Lima", 2),
    ("GBP", "Europe/London", 2),
    ("EUR", "Europe/Madrid", 2),
    ("THB", "Asia/Bangkok", 2),
    ("JPY", "Asia/Tokyo", 0),
    ("KWD", "Asia/Kuwait", 3),
)
WORKED = ("training", "waiting", "cleaning", "meeting", "induction")
ABSENT = ("sick", "lockdown", "court", "leave", "no_material")


def month(seed: int) -> dict:
    """One invented worker's period, as a case file would say it."""
    chance = Random(seed)
    currency, zone, decimals = chance.choice(PLACES)
    raw: dict = {"id": f"random-{seed}", "title": "invented", "source": "invented", "period": span(chance)}
    raw["site"] = site(chance, currency, zone, decimals)
    raw["contract"], raw["rules"] = agreements.contract(chance, decimals)
    if chance.random() < 0.3:
        decimals = 2
        raw["jurisdiction"] = chance.choice(lawful.NAMES)
        raw["site"] = {key: value for key, value in raw["site"].items() if key == "week_start"}
        lawful.agree(chance, raw)
    raw["worker"] = people.worker(chance, raw, decimals)
    if "jurisdiction" in raw:
        raw["worker"]["ratio_code"] = lawful.credit_code(chance, raw["jurisdiction"])
        del raw["rules"]
    first, last = period(raw["period"])
    last = left_on(chance, raw, first, last)
    raw["shift"] = list(attendance(chance, raw, first, last))
    raw["pieces"] = list(tally(chance, raw, raw["shift"]))
    raw["adjustment"] = list(people.adjustments(chance, raw, decimals, last))
    raw["holiday"] = [holiday(chance, first, last)] if chance.random() < 0.4 else []
    carried(chance, raw, first, decimals)
    service(Random(seed + 1_000_000), raw, first)
    return raw


def span(chance: Random) -> str | dict:
    """A calendar month, a week or some days that begin anywhere."""
    sort = chance.random()
    if sort < 0.25:
        return f"{chance.choice((2025, 2026, 2027))}-{chance.randint(1, 12):02d}"
    since = date(2026, 1, 5) + timedelta(weeks=chance.randrange(60))
    if sort < 0.65:
        return {"since": since, "until": since + timedelta(days=6)}
    since += timedelta(days=chance.randrange(7))
    return {"since": since, "until": since + timedelta(days=chance.randrange(3, 16))}


def site(chance: Random, currency: str, zone: str, decimals: int) -> dict:
    """Where the work is done."""
    found: dict = {"currency": currency, "zone": zone}
    if chance.random() < 0.3:
        found["week_start"] = chance.choice(("monday", "sunday", "saturday"))
    if chance.random() < 0.15:
        found["cash_step"] = {0: "5", 2: "0.10", 3: "0.005"}[decimals]
        found["cash_rounding"] = chance.choice(("up", "half_up", "down", "half_even"))
    if chance.random() < 0.3:
        found["where"] = {"region": "north"}
    return found


def left_on(chance: Random, raw: dict, first: date, last: date) -> date:
    """Some leave within the period; nothing happens after that day."""
    if chance.random() < 0.12:
        last = first + timedelta(days=chance.randrange((last - first).days + 1))
        raw["worker"]["left_on"] = last
    return last


def holiday(chance: Random, first: date, last: date) -> dict:
    """One or two invented holidays."""
    days = days_between(first, last)
    dates = sorted(set(chance.choices(days, k=2)))
    return {
        "id": "invented",
        "label": "Invented",
        "since": date(2020, 1, 1),
        "dates": dates,
        "source": "invented",
    }


def service(chance: Random, raw: dict, first: date) -> None:
    """Some were there for a while and have a promise of leave or of a year-end bonus, by the law or their own."""
    if chance.random() < 0.6:
        return
    raw["worker"]["since"] = first - timedelta(days=chance.randrange(1500))
    raw["worker"]["leave_taken"] = sorted(
        {first - timedelta(days=chance.randrange(1, 900)) for _ in range(3)}
    )
    if chance.random() < 0.2:
        raw["worker"]["known_since"] = first - timedelta(days=chance.randrange(600))
    rows = [promise(chance, number) for number in range(chance.choice((1, 1, 2)))]
    if "jurisdiction" in raw and chance.random() < 0.6:
        rows = []
        names = [row["id"] for row in pack(raw["jurisdiction"]).get("accrual", [])]
    else:
        names = [row["id"] for row in rows]
    raw.setdefault("rules", {})["accrual"] = rows
    raw["contract"].setdefault("uses", []).extend({"rule": name, "layer": "contract"} for name in names)


def promise(chance: Random, number: int) -> dict:
    """So many days a year, of any sort; sometimes nobody knows how many."""
    row: dict = {"id": f"grows-{number}", "label": "invented", "layer": "house"}
    row["counts"] = chance.choice(("calendar_day", "work_day", "week"))
    if chance.random() < 0.4:
        row |= {"gives": "pay", "pays_on": chance.choice(("12-20", "06-15", ""))}
    if chance.random() < 0.3:
        row["after_months"] = chance.choice((1, 6, 12))
    row["value"] = dated(chance, "days", lambda: chance.choice(("6", "5.6", "12", "30", "unknown")))
    for value in row["value"]:
        if chance.random() < 0.3:
            value["years"] = [{"from_year": 2, "days": "14"}, {"from_year": 4, "days": "21"}]
        if chance.random() < 0.3:
            value["share"] = "125 %"
    return row


def attendance(chance: Random, raw: dict, first: date, last: date):
    """The rows of the sheet: most planned days worked, some absences, other kinds, nights and split days."""
    contract, busy = raw["contract"], chance.choice((0.3, 0.7, 0.95))
    clocked = chance.random() < (
        0.8 if any("night" in use["rule"] for use in contract.get("uses", [])) else 0.2
    )
    for day in days_between(first, last):
        planned = contract.get("timetable", {}).get(DAYS[day.weekday()], 0)
        if chance.random() > (busy if planned or "timetable" not in contract else 0.15):
            continue
        luck = chance.random()
        if luck < 0.1 and planned:
            yield {"day": day, "kind": chance.choice(ABSENT)}
        elif luck < 0.13:
            yield {"day": day, "kind": chance.choice(ABSENT), "hours": hours(chance)}
        elif luck < 0.25 and agreements.pays_by_hour_or_piece(contract):
            yield {"day": day, "kind": chance.choice(WORKED), "hours": hours(chance)}
        elif clocked:
            yield from clock_row(chance, day)
        else:
            yield {"day": day, "hours": hours(chance)}
            if chance.random() < 0.1 and agreements.pays_by_hour_or_piece(contract):
                yield {"day": day, "kind": chance.choice(WORKED), "hours": f"0:{chance.randint(1, 59):02d}"}


def hours(chance: Random) -> str:
    """Hours as a sheet has them: whole ones, halves, and odd minutes."""
    return f"{chance.randint(1, 10)}:{chance.choice((0, 0, 30, chance.randint(1, 59))):02d}"


def clock_row(chance: Random, day: date):
    """A row from-to: by day, or through the night."""
    row: dict = {"day": day}
    if chance.random() < 0.4:
        row |= {
            "start": f"{chance.randint(18, 23)}:{chance.randint(0, 59):02d}",
            "end": f"0{chance.randint(4, 6)}:30",
        }
    else:
        row |= {
            "start": f"0{chance.randint(7, 9)}:{chance.randint(0, 59):02d}",
            "end": f"{chance.randint(11, 17)}:15",
        }
    if chance.random() < 0.4:
        row["pause"] = chance.choice((0, 15, 30, 45, 60, 90))
    if chance.random() < 0.1:
        row["substitute"] = True
    yield row


def tally(chance: Random, raw: dict, rows: list[dict]):
    """Pieces on some of the days worked."""
    operations = [rate["operation"] for rate in raw["contract"]["rate"] if rate["per"] == "piece"]
    for row in rows:
        if operations and row.get("kind", "work") == "work" and chance.random() < 0.7:
            found = {"day": row["day"], "operation": chance.choice(operations), "good": chance.randint(0, 12)}
            if chance.random() < 0.2:
                found |= {"rejected_paid": chance.randint(0, 2), "rejected_unpaid": chance.randint(0, 2)}
            yield found


def carried(chance: Random, raw: dict, first: date, decimals: int) -> None:
    """Days of the straddling week before the period, sometimes with a top-up already paid to them."""
    start = DAYS.index(raw["site"].get("week_start", "monday"))
    before = (first.weekday() - start) % 7
    if not before or chance.random() < 0.3:
        return
    carry: dict = {"shift": list(attendance(chance, raw, first - timedelta(days=before), first - ONE_DAY))}
    carry["pieces"] = list(tally(chance, raw, carry["shift"]))
    if chance.random() < 0.5 and raw["contract"].get("floor") and carry["shift"]:
        carry["week_top_up"] = money(chance, 0, 20, decimals)
    raw["carry"] = carry
