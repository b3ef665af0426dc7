"""Whether pay falls in the bands of docs/mission.md, over twelve such months, at a dated, invented rate."""

from datetime import date
from fractions import Fraction
from typing import Any

from jornal.demo.world import Place, Row, data

Run = dict[str, Any]


def outside(place: Place, run: Run) -> list[str]:
    """A sentence for each worker outside her enterprise's band in a full month, or below her floor."""
    return [told for worker in run["workers"] for told in _of(place, run, worker)]


def full_month(run: Run, worker: Run) -> bool:
    """Whether she was there for all of the month, and her slip is whole."""
    since, until = date.fromisoformat(run["period"]["since"]), date.fromisoformat(run["period"]["until"])
    person = worker["stored"]["worker"]
    came = person["since"] is None or date.fromisoformat(person["since"]) <= since
    stays = person["left_on"] is None or date.fromisoformat(person["left_on"]) >= until
    return worker["status"] == "ready" and came and stays


def equivalent(band: Row, run: Run, worker: Run) -> Fraction:
    """Her month, family's part included, as the band counts it: its months, in its currency's major units."""
    gross = Fraction(worker["totals"]["gross"], 10 ** run["site"]["exponent"])
    return gross * int(band["months"]) / _rate(band["currency"], run["site"]["currency"])


def band_of(place: Place) -> Row | None:
    """The band of an enterprise, or None where the mission names none."""
    return next((band for band in data("rates")["band"] if band["enterprise"] == place.enterprise.id), None)


def _of(place: Place, run: Run, worker: Run) -> list[str]:
    found = []
    band = band_of(place)
    if band is not None and full_month(run, worker):
        value = equivalent(band, run, worker)
        if not Fraction(band["least"]) <= value <= Fraction(band["most"]):
            found.append(f"{band['id']} {place.at} {worker['code']}: {float(value):.2f} {band['currency']}")
    if _below_floor(worker):
        found.append(f"{place.at} {worker['code']}: below the floor")
    return found


def _below_floor(worker: Run) -> bool:
    """Whether what counts towards her floor, with its top-up, is less than the guarantee she has."""
    beside = worker["comparison"] or {}
    guarantee = beside.get("guarantee")
    if not guarantee or beside["layer"] == "standard":
        return False
    return int(beside["base"] + worker["totals"]["top_up"]) < int(guarantee)


def _rate(of: str, in_: str) -> Fraction:
    if of == in_:
        return Fraction(1)
    return next(
        Fraction(row["amount"]) for row in data("rates")["rate"] if (row["of"], row["in"]) == (of, in_)
    )
