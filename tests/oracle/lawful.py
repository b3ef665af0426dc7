"""Random agreements under the packs that come with jornal: their floors, hours rules, splits, credit."""

from random import Random

from oracle import agreements
from oracle.chances import LAYERS
from oracle.files import pack

NAMES = ("pe", "mx", "th", "uk")
WHERE = (
    {},
    {"region": "chiang-mai"},
    {"region": "chiang-mai", "district": "mueang-chiang-mai"},
    {"region": "bangkok"},
)


def agree(chance: Random, raw: dict) -> None:
    """A case's contract under a pack: rates of its own, everything else by name."""
    name = raw["jurisdiction"]
    rows, contract = pack(name), raw["contract"]
    if name == "th" and "site" in raw:
        raw["site"]["where"] = chance.choice(WHERE)
    names = sorted({row["id"] for row in rows["floor"]})
    contract["floor"] = [
        floor(chance, rows, one) for one in chance.sample(names, min(len(names), chance.choice((0, 1, 1, 2))))
    ]
    contract["uses"] = [
        {"rule": row["id"], "layer": "contract"}
        for kind in ("overtime", "night", "premium", "rest_pay", "pause")
        for row in rows.get(kind, [])
        if chance.random() < 0.35 and suits(contract, kind, row)
    ]
    contract["kind"] = agreements.kinds(chance, contract)
    falls = [row["id"] for row in rows.get("waterfall", []) if "until" not in row]
    contract.pop("waterfall", None)
    raw["rules"] = {"step": rows.get("step", [])}
    a_week = isinstance(raw["period"], dict) and (raw["period"]["until"] - raw["period"]["since"]).days == 6
    if name == "uk" and not (
        a_week and "week_start" not in raw["site"] and raw["period"]["since"].weekday() == 0
    ):
        return  # its levy is weekly: how recorded taxes of a month fall on weeks is not settled
    if falls and chance.random() < 0.8:
        contract["waterfall"] = chance.choice(falls)


def suits(contract: dict, kind: str, row: dict) -> bool:
    """Premiums by the minute have no price of their own on a piece contract until its week has ended."""
    if contract["pays"] != "piece":
        return True
    by_week = kind == "overtime" and all("over_week_minutes" in value for value in row["value"])
    return kind in ("rest_pay", "pause") or by_week


def floor(chance: Random, rows: dict, name: str) -> dict:
    """A floor of the pack by a measure it can give."""
    row = next(one for one in rows["floor"] if one["id"] == name)
    measures = ["guarantee", "plain_hour", *(["paid_rest_hour"] if "rest_hours" in row else [])]
    return {
        "floor": name,
        "measure": chance.choice(measures),
        "layer": chance.choice(LAYERS),
        "declared_gap": "invented",
    }


def credit_code(chance: Random, name: str) -> str:
    """A code that the authority's paper might give."""
    rows = [row for row in pack(name).get("credit", []) if row["form"] in ("ratio", "batch")]
    return chance.choice(["", *[row["code"] for row in rows if row.get("of", "work") == "work"]])
