"""The mission, line by line: which file of the demo shows it today, and which lines nothing shows yet."""

from pathlib import Path
from string import Formatter
from typing import NamedTuple

from jornal.demo.people import people
from jornal.demo.world import data, place


class Shown(NamedTuple):
    """One line of the mission: the file that shows it, or none; `missing` where a promise is not kept."""

    id: str
    says: str
    path: str
    limits: str
    missing: bool


def table(out: Path) -> list[Shown]:
    """Every line of the mission, each promised file looked for in the folder of the demo."""
    found = []
    for row in data("mission")["line"]:
        path = promised(row.get("shown", ""))
        found.append(
            Shown(
                row["id"], row["says"], path, row.get("limits", ""), bool(path) and not (out / path).is_file()
            )
        )
    return found


def open_first() -> list[str]:
    """The three paths to open first."""
    return [promised(path) for path in data("mission")["open_first"]]


def told(line: Shown, out: Path) -> str:
    """The line as the demo prints it."""
    if not line.path or line.missing:
        return f"{line.id:<4} not yet"
    return f"{line.id:<4} shown by {out / line.path}" + (f" ({line.limits})" if line.limits else "")


def promised(pattern: str) -> str:
    """The path with workers' codes in place of their numbers: "{1}" is the first of the site it names."""
    numbers = [name for _, name, _, _ in Formatter().parse(pattern) if name]
    if not numbers:
        return pattern
    everyone = people(place("/".join(pattern.split("/")[:2])))
    for number in numbers:
        pattern = pattern.replace("{" + number + "}", everyone[int(number) - 1].code)
    return pattern
