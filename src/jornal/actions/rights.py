"""Rights before commerce: nothing is promised, shipped or published past an open critical finding."""

from collections.abc import Collection, Sequence
from datetime import date

from jornal.facts.pay import Finding
from jornal.reads.findings import critical
from jornal.units.parts import Part, Several
from jornal.units.said import Said

ORDER = "Order {order}"
PASSPORT = "The passport of lot {code}"
SHIPMENT = "The shipment"
OPEN_AT = "{control} at {site} since {day}"


class RightsFirst(Said):
    """Something that would go past open critical findings."""

    def __init__(self, what: Part, found: Sequence[Finding]) -> None:
        super().__init__(
            "{what}: no, because a critical finding is open: {findings}. Put right what is wrong and close it, on the "
            "page of findings; nothing else opens the way. No wage waits for it.",
            what=what,
            findings=Several([told(one) for one in found], between="; "),
        )


def told(finding: Finding) -> Part:
    """A finding in a sentence that anybody may read: control, site and day, and nobody it is about."""
    return Part(OPEN_AT, control=finding.control, site=finding.site, day=finding.day)


def none_open(what: Part, day: date, sites: Collection[str]) -> None:
    """Raises RightsFirst where a critical finding is open on a day at one of the sites."""
    found = critical(day, sites)
    if found:
        raise RightsFirst(what, found)
