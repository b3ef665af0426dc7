"""Tools counted through a form: where more or fewer are there than there should be, the reason is asked for first."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.journal.fact import Fact
from jornal.pages.acting import Act
from jornal.reads.kits import unlike
from jornal.units.parts import Begun, Several
from jornal.units.said import Said

COUNTS = ("return-kit", "count-tools")


class WhyDiffers(Said):
    """Tools of which more or fewer were counted than there should be, and no reason is given."""

    def __init__(self, tools: Sequence[tuple[str, int, int, str]]) -> None:
        told = [
            Begun(
                "{tool}: {should} should be there, {counted} were counted",
                tool=tool,
                should=should,
                counted=counted,
            )
            for tool, should, counted, _ in tools
        ]
        super().__init__(
            "{tools}. What was counted is kept as it is, and no pay waits for it. Write the reason, or that nobody "
            "knows.",
            tools=Several(told, len(told), between="; "),
        )


def counted(act: Act, told: Mapping[str, Any]) -> Sequence[Fact]:
    """What the verb records; with a reason where a number differs. Raises WhyDiffers and what the verb raises."""
    with transaction.atomic():
        facts = done(act.verb, VERBS[act.verb], act.office, [dict(told)])
        found = unlike(facts[0].tools)  # type: ignore[attr-defined]
        if found and not told.get("why", "").strip():
            raise WhyDiffers(found)
    return facts
