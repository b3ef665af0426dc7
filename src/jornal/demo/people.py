"""The people of a site: names, contracts, standing instructions; and the list of them a manager keeps."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from jornal.demo.world import Place, data, period
from jornal.units.identifiers import with_check
from jornal.units.periods import BUDDHIST_AHEAD

Cells = dict[str, str]


@dataclass
class Someone:
    """One invented worker: what the sheets say of her, and her speed (100: a piece in its measured time)."""

    number: int
    code: str
    contract: str
    since: date
    speed: int
    ways: tuple[str, ...] = ()
    left_on: date | None = None
    cells: Cells = field(default_factory=dict)

    def there(self, day: date) -> bool:
        """Whether she works here on a day."""
        return self.since <= day and (self.left_on is None or day <= self.left_on)


def people(place: Place) -> list[Someone]:
    """Everyone of a site, in the order the manager writes them down."""
    names = _names(place)
    staff = [(contract, grade) for contract, grade, count in place.says["staff"] for _ in range(count)]
    return [
        _someone(place, number, names[number - 1], staff[number - 1])
        for number in range(1, place.says["people"] + 1)
    ]


def sheet(place: Place, of_month: str, everyone: list[Someone]) -> list[Cells]:
    """The rows of people.csv for a month, by the names of the columns."""
    return [{**one.cells, **_opening(place, of_month, one)} for one in everyone]


def day_text(place: Place, day: date | None) -> str:
    """A day as the manager writes it: day first, in Buddhist years where those are kept."""
    if day is None:
        return ""
    year = day.year + (BUDDHIST_AHEAD if place.says.get("buddhist") else 0)
    return f"{day.day:02d}/{day.month:02d}/{year}"


def money(minor: int) -> str:
    """Minor units as people type them: 123450 is 1234.50."""
    return f"{minor // 100}.{minor % 100:02d}"


def _names(place: Place) -> list[str]:
    """Different names for everyone of a site."""
    pool, chance = data("names")[place.says["names"]], place.chance("names")
    found: list[str] = []
    while len(found) < place.says["people"]:
        parts = [chance.choice(pool[part]) for part in pool["order"].split()]
        name = " ".join(parts)
        if (
            len(set(parts)) == len(parts)
            and name not in found
            and not _given_before(parts[0], found, pool["given"])
        ):
            found.append(name)
    return found


def _given_before(given: str, found: list[str], known: list[str]) -> bool:
    """Whether a first name is taken again although others are still free."""
    return len(found) < len(known) and any(name.startswith(given + " ") for name in found)


def _someone(place: Place, number: int, name: str, staff: tuple[str, str]) -> Someone:
    chance = place.chance("worker", number)
    own = next((dict(row) for row in place.rows("worker") if row["number"] == number), {})
    first, last = place.says["since"]
    since = own.pop("since", first + timedelta(days=chance.randrange((last - first).days)))
    left_on = own.pop("left_on", None)
    ways = place.says.get("ways", [[]])
    one = Someone(
        number,
        with_check(f"{place.says['code']}{number:03d}"),
        staff[0],
        since,
        own.pop("speed", chance.randint(94, 122)),
        tuple(ways[number % len(ways)]),
        left_on,
    )
    year = 2026 - chance.randint(23, 51) + (BUDDHIST_AHEAD if place.says.get("buddhist") else 0)
    one.cells = {
        "code": one.code,
        "name": name,
        "language": place.language,
        "contract": staff[0],
        "grade": staff[1],
        "birth_year": str(year),
        "since": day_text(place, since),
        "left_on": day_text(place, left_on),
        "clock_number": str(number) if place.says["sheet"].startswith("attlog") else "",
        **place.says.get("everyone", {}),
        **_ratio(place, number, chance),
        **_shares(place, since, chance),
    }
    if "credit" in place.says:
        one.cells["credit_rule"] = place.says["credit"]["rule"]
    own.pop("number", None)
    one.cells.update(own)
    return one


def _ratio(place: Place, number: int, chance: Random) -> Cells:
    """The authority's paper with her ratio: a code, the day and the digest of the paper."""
    codes = place.says.get("ratio_codes")
    if not codes:
        return {}
    day = date(2026, chance.randint(1, 8), chance.randint(1, 28))
    digest = sha256(f"{place.at} {number} paper".encode()).hexdigest()[:10]
    return {
        "ratio_code": codes[number % len(codes)],
        "ratio_date": day_text(place, day),
        "ratio_digest": digest,
    }


def _shares(place: Place, since: date, chance: Random) -> Cells:
    """Her standing instructions: a part for the family, to one or two people, and savings where offered."""
    family, savings, cells = place.says["family"], place.says.get("savings"), {}
    letters = data("names")[place.says["names"]]["initials"]
    consent = day_text(place, max(since, date(2025, 2, 3)) + timedelta(days=chance.randint(0, 20)))
    if chance.randrange(1000) < family["of_1000"]:
        cells = {"family_share": family["share"], "family_consent": consent}
        two = chance.randrange(1000) < family["two_of_1000"]
        for number in range(1, 3 if two else 2):
            cells[f"initials {number}"] = f"{chance.choice(letters)}.{chance.choice(letters)}."
            cells[f"last_four {number}"] = f"{chance.randrange(10_000):04d}"
            cells[f"weight {number}"] = ("2" if number == 1 else "1") if two else ""
    if savings and chance.randrange(1000) < savings["of_1000"]:
        cells |= {"savings_share": savings["share"], "savings_consent": consent}
    return cells


def _opening(place: Place, of_month: str, one: Someone) -> Cells:
    """The year so far in the first month that is kept here; later months carry it themselves."""
    start, opening = period(of_month).start, place.says["opening"]
    months = start.month - 1 if one.since.year < start.year else max(0, start.month - one.since.month - 1)
    if of_month != place.months[0] or not months:
        return {}
    chance = place.chance("opening", one.number)
    gross = months * opening["month_gross"] * chance.randint(92, 108)
    owes = opening.get("reparation", 0) if one.cells.get("reparation", "").replace(".", "").isdigit() else 0
    taken = gross * (opening["deductions"] + owes) // 100
    own = gross - taken
    shares = sum(
        int(one.cells[name].rstrip(" %")) for name in ("family_share", "savings_share") if one.cells.get(name)
    )
    told = {"gross": gross, "deductions": taken, "own": own, "instructions": own * shares // 100}
    told["in_hand"] = own - told["instructions"]
    cells = {f"{name}_so_far": money(minor) for name, minor in told.items()}
    if "credit" in place.says:
        days = months * chance.randint(19, 22)
        cells |= {"days_carried": str(days % 10), "credited_before": str(days // 10 * 5)}
    return cells | _savings_so_far(one, own)


def _savings_so_far(one: Someone, own: int) -> Cells:
    share = one.cells.get("savings_share", "").rstrip(" %")
    return {"savings_so_far": money(own * int(share) // 100)} if share else {}
