"""What a row of a day leaves to be followed up: first aid, who ordered a stoppage, whether she was heard."""

from collections.abc import Sequence

from jornal.actions.office import Office
from jornal.facts.attendance import Shift, Stoppage
from jornal.facts.pay import Finding
from jornal.terms.kinds import Kinds, load

ASKED = {
    "first_aid": (
        "OHS-04",
        "{worker} was hurt at work on {day}: record who gave first aid and what was done.",
    ),
    "ordered_by": ("PAY-09", "{worker} was kept from work on {day}: record which authority ordered it."),
    "hearing": (
        "CON-06",
        "{worker} was kept from work on {day} as discipline: record whether she was heard.",
    ),
}
"""By what a kind asks, the control it belongs to and what is open."""


def left_open(office: Office, facts: Sequence[Shift]) -> list[Finding]:
    """What these rows leave to be followed up: nothing where a note says it, or a stoppage says who ordered it."""
    kinds: Kinds = load()
    open_rows = [
        (one, kind.asks) for one in facts if not one.note and (kind := kinds.of(one.what)) and kind.asks
    ]
    if not open_rows:
        return []
    ordered = set(
        Stoppage.objects.current()
        .filter(site=office.site, day__in={one.day for one, _ in open_rows})
        .exclude(ordered_by="")
        .values_list("day", flat=True)
    )
    found = []
    for one, asks in open_rows:
        if asks == "ordered_by" and one.day in ordered:
            continue
        control, says = ASKED[asks]
        found.append(
            Finding(
                site=office.site, control=control, about=f"{one.worker} {one.what}", day=one.day, lies_with="site",
                says=says, facts={"worker": one.worker, "day": one.day.isoformat()},
            )
        )  # fmt: skip
    return found
