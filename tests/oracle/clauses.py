"""Random floors and hours rules of a contract."""

from random import Random

from oracle.chances import LAYERS, ROUNDINGS, dated, known, money, percent


def floors(chance: Random, found: dict, rules: dict, decimals: int) -> None:
    """No floor, one or two, of any unit and measure."""
    found["floor"], rules["floor"] = [], []
    for place in range(chance.choice((0, 1, 1, 1, 2))):
        row = floor(chance, f"floor-{place}", "timetable" in found, decimals)
        rules["floor"].append(row)
        if chance.random() < 0.15:
            part = {
                "id": f"part-{place}",
                "label": "part",
                "layer": "law",
                "unit": "share",
                "share_of": row["id"],
                "share": chance.choice(("1/2", "3/4", "2/3", "110 %")),
                "plain_hours": row["plain_hours"],
            }
            if "full_from_minutes" in row:
                part["full_from_minutes"] = row["full_from_minutes"]
            if "rest_hours" in row:
                part["rest_hours"] = row["rest_hours"]
            rules["floor"].append(part)
            row = part
        measures = ["guarantee", "plain_hour"] + (["paid_rest_hour"] if "rest_hours" in row else [])
        found["floor"].append(
            {
                "floor": row["id"],
                "measure": chance.choice(measures),
                "layer": chance.choice(LAYERS),
                "declared_gap": "invented",
            }
        )


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


def overtime(chance: Random, piece: bool) -> dict:
    """By the day, by the week or both; tiers by the day or by the week."""
    sort = "week" if piece else chance.choice(("day", "week", "both"))
    value: dict = {}
    if sort in ("day", "both"):
        value["over_day_minutes"] = chance.choice((300, 360, 480))
    if sort in ("week", "both"):
        value["over_week_minutes"] = chance.choice((1500, 2100, 2880))
    value["tiers_per"] = "week" if piece else chance.choice(("day", "week"))
    value["tiers"] = [
        {"minutes": chance.choice((60, 120, 540)), "premium": "25 %"},
        {"premium": percent(chance, 35, 200)},
    ]
    if chance.random() < 0.2:
        value["hour"] = "week_average"
    return {"id": "overtime", "value": [known(value)]}


def night(chance: Random, piece: bool) -> dict:
    """A premium, a reduced hour, or a higher floor."""
    works_as = "floor" if piece else chance.choice(("premium", "premium", "floor"))
    value = {
        "start": "22:00",
        "end": chance.choice(("05:00", "06:00")),
        "works_as": works_as,
        "premium": percent(chance, 10, 40),
    }
    if works_as == "premium" and chance.random() < 0.3:
        value["hour_minutes"] = "52.5"
    return {"id": "night", "value": [known(value)]}


def premium(chance: Random, on: str) -> dict:
    """A premium by the minute or by the day, the day itself paid or not."""
    value = {"premium": percent(chance, 0, 100), "counts": chance.choice(("minutes", "minutes", "day"))}
    if on == "holiday" and chance.random() < 0.5:
        value["paid_day"] = True
    return {"id": on, "on": on, "unless_substitute": chance.random() < 0.5, "value": [known(value)]}
