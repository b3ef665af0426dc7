"""Random agreements for random months: rates, floors, premiums, splits, people and sums decided by a person."""

from datetime import date, timedelta
from random import Random

from oracle.files import DAYS

LONG_AGO = date(2020, 1, 1)
ROUNDINGS = ("half_up", "half_up", "half_even", "half_down", "up", "down")
LAYERS = ("law", "authority", "contract", "house", "standard")


def money(chance: Random, least: int, most: int, decimals: int) -> str:
    """An amount between two whole ones, with the currency's decimals."""
    whole = chance.randint(least * 10**decimals, most * 10**decimals)
    return f"{whole // 10**decimals}.{whole % 10**decimals:0{decimals}d}" if decimals else str(whole)


def dated(chance: Random, key: str, draw, changes: float = 0.3) -> list[dict]:
    """One row in force since long ago, or two with a change somewhere in 2026."""
    rows = [{"since": LONG_AGO, key: draw(), "source": "invented", "confidence": "invented"}]
    if chance.random() < changes:
        since = date(2026, 1, 1) + timedelta(days=chance.randrange(365))
        rows.append({"since": since, key: draw(), "source": "invented", "confidence": "invented"})
    return rows


def percent(chance: Random, least: int, most: int) -> str:
    return f"{chance.randint(least, most)} %"


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
            rate: dict = {"per": per, "value": dated(chance, "amount", lambda: money(chance, 2, most, max(2, decimals)))}
            if grade:
                rate["grade"] = grade
            if chance.random() < 0.2:
                rate["change"] = "by_period_start"
            found.append(rate)
    if pays in ("piece", "mixed"):
        for operation in ("hat", "scarf")[: chance.randint(1, 2)]:
            value = dated(chance, "amount", lambda: money(chance, 1, 15, 2))
            found.append({"per": "piece", "operation": operation, "value": value})
    return found


def timetable(chance: Random) -> dict:
    """Five or six days of one length, the rest day mostly Sunday."""
    minutes = chance.choice((180, 240, 300, 360, 480))
    found: dict = {day: minutes for day in DAYS[: chance.choice((5, 5, 6))]}
    if chance.random() < 0.15:
        found["rest_day"] = chance.choice(("monday", "saturday", ""))
    return found


def floors(chance: Random, found: dict, rules: dict, decimals: int) -> None:
    """No floor, one or two, of any unit and measure."""
    found["floor"], rules["floor"] = [], []
    for place in range(chance.choice((0, 1, 1, 1, 2))):
        row = floor(chance, f"floor-{place}", "timetable" in found, decimals)
        rules["floor"].append(row)
        if chance.random() < 0.15:
            part = {"id": f"part-{place}", "label": "part", "layer": "law", "unit": "share", "share_of": row["id"],
                    "share": chance.choice(("1/2", "3/4", "2/3", "110 %")), "plain_hours": row["plain_hours"]}
            if "full_from_minutes" in row:
                part["full_from_minutes"] = row["full_from_minutes"]
            if "rest_hours" in row:
                part["rest_hours"] = row["rest_hours"]
            rules["floor"].append(part)
            row = part
        measures = ["guarantee", "plain_hour"] + (["paid_rest_hour"] if "rest_hours" in row else [])
        found["floor"].append({"floor": row["id"], "measure": chance.choice(measures), "layer": chance.choice(LAYERS),
                               "declared_gap": "invented"})


def floor(chance: Random, name: str, planned: bool, decimals: int) -> dict:
    """One floor with a unit, a threshold, hours that divide it, and bands or amounts."""
    unit = chance.choice(("hour", "day", "month", "week", "pays_14") if planned else ("hour", "day"))
    most, hours = {"hour": (9, "1"), "day": (70, "8"), "week": (300, "48")}.get(unit, (1300, "240"))
    row: dict = {"id": name, "label": name, "layer": "law", "unit": unit, "plain_hours": hours}
    if unit != "hour":
        row["full_from_minutes"] = chance.choice((1, 240, 360, 480))
        if chance.random() < 0.5:
            row["rest_hours"] = {"8": "7", "48": "40"}.get(hours, "208")
    if chance.random() < 0.2:
        row["rounding"] = chance.choice(ROUNDINGS)
    if chance.random() < 0.2:
        row["change"] = "by_period_start"
    if chance.random() < 0.2:
        def draw() -> list[dict]:
            return [{"age_from": age, "amount": money(chance, 1, most, decimals)} for age in (0, 18, 21)]

        row["value"] = dated(chance, "bands", draw)
    else:
        row["value"] = dated(chance, "amount", lambda: money(chance, 1, most, decimals))
    return row


def uses(chance: Random, found: dict, rules: dict) -> None:
    """Overtime, a night, premiums, a rest day's pay and a break: each used or not."""
    found["uses"] = []

    def use(kind: str, row: dict) -> None:
        rules.setdefault(kind, []).append({"label": row["id"], "layer": "law", **row})
        found["uses"].append({"rule": row["id"], "layer": "law"})

    if chance.random() < 0.4:
        use("overtime", overtime(chance, found["pays"] == "piece"))
    if chance.random() < 0.25:
        use("night", night(chance, found["pays"] == "piece"))
    if found["pays"] != "piece":
        for on in ("sunday", "rest_day", "holiday"):
            if chance.random() < 0.25:
                use("premium", premium(chance, on))
    if chance.random() < 0.25:
        value = {"per_days": chance.choice((5, 6)), "part_weeks": chance.choice(("in_part", "whole"))}
        use("rest_pay", {"id": "rest-pay", "value": [known(value)]})
    if chance.random() < 0.25:
        value = {"over_minutes": 300, "minutes": 45, "paid": chance.random() < 0.2}
        use("pause", {"id": "break", "value": [known(value)]})


def known(value: dict) -> dict:
    """A value in force since long ago."""
    return {"since": LONG_AGO, **value, "source": "invented", "confidence": "invented"}


def overtime(chance: Random, piece: bool) -> dict:
    """By the day, by the week or both; tiers by the day or by the week."""
    sort = "week" if piece else chance.choice(("day", "week", "both"))
    value: dict = {}
    if sort in ("day", "both"):
        value["over_day_minutes"] = chance.choice((300, 360, 480))
    if sort in ("week", "both"):
        value["over_week_minutes"] = chance.choice((1500, 2100, 2880))
    value["tiers_per"] = "week" if piece else chance.choice(("day", "week"))
    value["tiers"] = [{"minutes": chance.choice((60, 120, 540)), "premium": "25 %"}, {"premium": percent(chance, 35, 200)}]
    return {"id": "overtime", "value": [known(value)]}


def night(chance: Random, piece: bool) -> dict:
    """A premium, a reduced hour, or a higher floor."""
    works_as = "floor" if piece else chance.choice(("premium", "premium", "floor"))
    value = {"start": "22:00", "end": chance.choice(("05:00", "06:00")), "works_as": works_as, "premium": percent(chance, 10, 40)}
    if works_as == "premium" and chance.random() < 0.3:
        value["hour_minutes"] = "52.5"
    return {"id": "night", "value": [known(value)]}


def premium(chance: Random, on: str) -> dict:
    """A premium by the minute or by the day, the day itself paid or not."""
    value = {"premium": percent(chance, 0, 100), "counts": chance.choice(("minutes", "minutes", "day"))}
    if on == "holiday" and chance.random() < 0.5:
        value["paid_day"] = True
    return {"id": on, "on": on, "unless_substitute": chance.random() < 0.5, "value": [known(value)]}


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
                row["value"] = dated(chance, "share", lambda: chance.choice(("100 %", "50 %", "2/3", "80 %")), 0.2)
            rows.append(row)
    return rows


def bonus(chance: Random, found: dict, decimals: int) -> dict:
    """A bonus per day, per period or per piece."""
    row = {"id": "care", "label": "Care", "per": chance.choice(("day", "period")), "amount": money(chance, 0, 5, decimals),
           "source": "invented"}
    if found["pays"] == "piece":
        row |= {"per": "piece", "operation": "hat"}
    return row


def waterfall(chance: Random, found: dict, rules: dict, decimals: int) -> None:
    """One to four steps and her own, with any of the caps."""
    steps = [step(chance, place, found, decimals) for place in range(chance.randint(1, 4))]
    own = {"id": "own", "label": "own", "layer": "law", "takes": "remainder"}
    rules["step"] = [*steps, own]
    fall: dict = {"id": "split", "label": "split", "steps": [row["id"] for row in rules["step"]], "source": "invented"}
    if chance.random() < 0.25:
        fall["most_of_gross"] = percent(chance, 20, 80)
    if chance.random() < 0.25:
        fall["protected_of_gross"] = percent(chance, 20, 80)
    if chance.random() < 0.2 and found["floor"]:
        fall["protected_floor"] = found["floor"][0]["floor"]
    rules["waterfall"], found["waterfall"] = [fall], "split"


def step(chance: Random, place: int, found: dict, decimals: int) -> dict:
    """A share of gross or net, or a sum given, with its own limits and needs."""
    row: dict = {"id": f"step-{place}", "label": f"step {place}", "layer": "law", "rounding": chance.choice(ROUNDINGS)}
    if chance.random() < 0.25:
        return row | {"takes": "given", "value": [known({})], "counts_in_cap": chance.random() < 0.7}
    row["needs"] = chance.choice(("nothing", "nothing", "nothing", "balance", "request"))
    if row["needs"] == "balance" and chance.random() < 0.5:
        row["if_none"] = "others_equally_but_last"
    if chance.random() < 0.4:
        row["base"] = "net"
        if place and chance.random() < 0.5:
            row["net_of"] = [f"step-{chance.randrange(place)}"]
    row["counts_in_cap"], row["discretion"] = chance.random() < 0.8, chance.random() < 0.3
    row["value"] = dated(chance, "share", lambda: chance.choice((percent(chance, 1, 40), "1/3", "12.5 %")), 0.2)
    limits(chance, row["value"], found, decimals)
    return row


def limits(chance: Random, values: list[dict], found: dict, decimals: int) -> None:
    """A threshold, deemed income, or a least and a most, on some of a step's values."""
    for value in values:
        if chance.random() < 0.25:
            value["over"] = money(chance, 0, 60, decimals)
        if chance.random() < 0.15:
            value["most"] = money(chance, 5, 50, decimals)
        if chance.random() < 0.15:
            value["least"] = money(chance, 0, 5, decimals)
        if chance.random() < 0.1:
            value["most_of_gross"] = percent(chance, 10, 30)
        if chance.random() < 0.1 and found["floor"]:
            value |= {"least_base_share": "40 %", "least_base_floor": found["floor"][0]["floor"]}


def worker(chance: Random, raw: dict, decimals: int) -> dict:
    """A worker: age, grade, balances, requests, standing instructions."""
    found: dict = {}
    if chance.random() < 0.9:
        found["birth_year"] = chance.randint(1970, 2010)
    if any("grade" in rate for rate in raw["contract"]["rate"]) and chance.random() < 0.6:
        found["grade"] = "first"
    steps = raw["rules"].get("step", [])
    balances = {row["id"]: chance.choice(("0.00", "unknown", money(chance, 1, 90, decimals)))
                for row in steps if row.get("needs") == "balance"}
    if balances:
        found["balances"] = {name: "0" if text == "0.00" else text for name, text in balances.items()}
    found["requests"] = [row["id"] for row in steps if row.get("needs") == "request" and chance.random() < 0.6]
    found["instruction"] = [instruction(chance, place, decimals) for place in range(chance.choice((0, 0, 1, 2)))]
    raw["given"] = {row["id"]: chance.choice(("unknown" if "share" not in row["value"][0] else "1", *[money(chance, 0, 60, decimals)] * 5))
                    for row in steps if row.get("takes") == "given" and chance.random() < 0.8}
    return found


def instruction(chance: Random, place: int, decimals: int) -> dict:
    """A share or a sum to one or several people, with or without consent."""
    row: dict = {"id": f"to-{place}", "purpose": chance.choice(("family", "savings"))}
    if chance.random() < 0.7:
        row["share"] = percent(chance, 5, 60)
    else:
        row["amount"] = money(chance, 1, 40, decimals)
    if chance.random() < 0.9:
        row["consent_on"] = LONG_AGO
    if chance.random() < 0.1:
        row["withdrawn_on"] = date(2026, 1, 1) + timedelta(days=chance.randrange(400))
    people = ({"id": "b1", "initials": "A. B."}, {"id": "b2", "initials": "C. D.", "weight": chance.choice(("1", "2", "1/3"))},
              {"id": "b3", "initials": "E. F."})
    row["beneficiaries"] = list(people[: chance.choice((1, 1, 2, 3))])
    return row


def adjustments(chance: Random, raw: dict, decimals: int, last: date):
    """Bonuses, refunds, advances, agreed repayments and an officer's lower figure."""
    steps = [row["id"] for row in raw.get("rules", {}).get("step", [])]
    for place in range(chance.choice((0, 0, 0, 1, 2))):
        kind = chance.choice(("bonus", "refund", "advance", "repayment", "discretion"))
        row = {"id": f"sum-{place}", "day": last, "label": "Invented", "amount": money(chance, 0, 15, decimals),
               "reason": "invented", "payer": "enterprise", "approver": "manager", "kind": kind}
        if kind == "repayment" and chance.random() < 0.8:
            row["agreed_on"] = last
        if kind == "discretion":
            if not steps:
                continue
            row["step"] = chance.choice(steps)
        yield row
