"""What is made in the demo: turns of making.toml, kits for cells, and the lots that daily counts are put on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jornal.demo.cast import Turn
from jornal.demo.made import Made
from jornal.demo.stage import Row, Stage
from jornal.demo.world import Place, data
from jornal.units.identifiers import with_check

MANAGER = "site_manager"


def told_elsewhere(here: Place, row: Made) -> bool:
    """Whether a turn tells what she made that day, so that chance does not."""
    return any(
        row.number in one["numbers"] and one["from"] <= row.day <= one["to"]
        for one in data("making")["instead"]
        if one["at"] == here.at
    )


def on_lots(stage: Stage, here: Place, rows: Sequence[Row]) -> list[Row]:
    """The counts of today on the lot of their operation while it has room; what is beyond it is a second count.

    Who is paid for what does not change.
    """
    return [count for row in rows for count in _on_its_lot(stage, here, row)]


def kits(at: str) -> Iterator[Turn]:
    """The kits of a site as turns: given out on one day, counted in halves on others, and paid with that."""
    for says in (one for one in data("making")["kits"] if one["at"] == at):
        codes = [with_check(f"K{says['lot'][1:3]}{number:03d}") for number in range(1, says["kits"] + 1)]
        numbers = says["numbers"]
        tools = "; ".join(f"{tool}: {count}" for tool, count in says["tools"].items())
        out: list[Row] = [
            {
                "worker": f"{{{numbers[place % len(numbers)]}}}", "lot": says["lot"], "pieces": 1,
                "tools": tools, "code": code,
            }
            for place, code in enumerate(codes)
        ]  # fmt: skip
        yield Turn(at, says["out"], "issue-kit", MANAGER, out, "", "")
        half = -(-len(codes) // len(says["back"]))
        for place, day in enumerate(says["back"]):
            back: list[Row] = [
                {"kit": code, "good": 1, "tools": _back(says, codes.index(code) + 1)}
                for code in codes[place * half : (place + 1) * half]
            ]
            yield Turn(at, day, "return-kit", MANAGER, back, "", "")


def _on_its_lot(stage: Stage, here: Place, row: Row) -> Iterator[Row]:
    for says in (one for one in data("making")["counted"] if one["at"] == here.at):
        key = (says["lot"], row["operation"])
        room = says["quantity"] - stage.made.get(key, 0)
        if room and row["operation"] in says["operations"] and says["from"] <= row["day"] <= says["to"]:
            first = min(room, row["good"])
            stage.made[key] = stage.made.get(key, 0) + first
            yield {**row, "good": first, "lot": says["lot"]}
            if first < row["good"]:
                yield {**row, "good": row["good"] - first, "number": 2}
            return
    yield row


def _back(says: Mapping[str, Any], number: int) -> str:
    """Every tool of a kit as it was counted, one less of what was lost from it."""
    lost = says["lost"].get(str(number))
    return "; ".join(f"{tool}: {count - (tool == lost)}" for tool, count in says["tools"].items())
