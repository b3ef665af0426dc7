"""Random splits, workers, standing instructions and sums decided by a person."""

from datetime import date, timedelta
from random import Random

from oracle.chances import LONG_AGO, ROUNDINGS, dated, known, money, percent


def waterfall(chance: Random, found: dict, rules: dict, decimals: int) -> None:
    """One to four steps and her own, with any of the caps."""
    steps = [step(chance, place, found, decimals) for place in range(chance.randint(1, 4))]
    own = {"id": "own", "label": "own", "layer": "law", "takes": "remainder"}
    rules["step"] = [*steps, own]
    fall: dict = {
        "id": "split",
        "label": "split",
        "steps": [row["id"] for row in rules["step"]],
        "source": "invented",
    }
    if chance.random() < 0.25:
        fall["most_of_gross"] = percent(chance, 20, 80)
    if chance.random() < 0.25:
        fall["protected_of_gross"] = percent(chance, 20, 80)
    if chance.random() < 0.2 and found["floor"]:
        fall["protected_floor"] = found["floor"][0]["floor"]
    rules["waterfall"], found["waterfall"] = [fall], "split"


def step(chance: Random, place: int, found: dict, decimals: int) -> dict:
    """A share of gross or net, or a sum given, with its own limits and needs."""
    row: dict = {
        "id": f"step-{place}",
        "label": f"step {place}",
        "layer": "law",
        "rounding": chance.choice(ROUNDINGS),
    }
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
    row["value"] = dated(
        chance, "share", lambda: chance.choice((percent(chance, 1, 40), "1/3", "12.5 %")), 0.2
    )
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
    balances = {
        row["id"]: chance.choice(("0.00", "unknown", money(chance, 1, 90, decimals)))
        for row in steps
        if row.get("needs") == "balance"
    }
    if balances:
        found["balances"] = {name: "0" if text == "0.00" else text for name, text in balances.items()}
    found["requests"] = [
        row["id"] for row in steps if row.get("needs") == "request" and chance.random() < 0.6
    ]
    found["instruction"] = [
        instruction(chance, place, decimals) for place in range(chance.choice((0, 0, 1, 2)))
    ]
    raw["given"] = {
        row["id"]: chance.choice(
            ("unknown" if "share" not in row["value"][0] else "1", *[money(chance, 0, 60, decimals)] * 5)
        )
        for row in steps
        if row.get("takes") == "given" and chance.random() < 0.8
    }
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
    people = (
        {"id": "b1", "initials": "A. B."},
        {"id": "b2", "initials": "C. D.", "weight": chance.choice(("1", "2", "1/3"))},
        {"id": "b3", "initials": "E. F."},
    )
    row["beneficiaries"] = list(people[: chance.choice((1, 1, 2, 3))])
    return row


def adjustments(chance: Random, raw: dict, decimals: int, last: date):
    """Bonuses, refunds, advances, agreed repayments and an officer's lower figure."""
    steps = [row["id"] for row in raw.get("rules", {}).get("step", [])]
    for place in range(chance.choice((0, 0, 0, 1, 2))):
        kind = chance.choice(("bonus", "refund", "advance", "repayment", "discretion"))
        row = {
            "id": f"sum-{place}",
            "day": last,
            "label": "Invented",
            "amount": money(chance, 0, 15, decimals),
            "reason": "invented",
            "payer": "enterprise",
            "approver": "manager",
            "kind": kind,
        }
        if kind == "repayment" and chance.random() < 0.8:
            row["agreed_on"] = last
        if kind == "discretion":
            if not steps:
                continue
            row["step"] = chance.choice(steps)
        yield row
