"""Those who were released before the demo's register began: taken up from paper, and asked again as the months pass."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from jornal.demo.cast import code
from jornal.demo.founding import ROOM
from jornal.demo.joining import CONSENTED_BEFORE, OFFERED_BEFORE
from jornal.demo.stage import Row, Stage
from jornal.demo.world import Place, data
from jornal.demo.world import Row as Data

MANAGER, TRAINER = "site_manager", "trainer"
SAID = ("months", "day", "work", "home", "inside")
CONSENTS = (("work", CONSENTED_BEFORE), ("contact_after", timedelta(0)))
"""The consents that stood on paper: to work before he began, to be asked after he left on his last day."""


def told(stage: Stage, here: Place) -> None:
    """What happens on a day of a site: all of them taken up on one; later whoever is asked that day."""
    told = _told()
    if here.at != told["at"] or stage.day < told["taken_up"]:
        return
    site, first = here.site.id, stage.day == told["taken_up"]
    if first:
        _taken_up(stage, here)
    stage.do("ask-after", TRAINER, site, [
        {"worker": code(here, one["number"]), **dict(zip(SAID, said, strict=True))}
        for one in told["released"] for said in one["said"]
        if said[1] == stage.day or (first and said[1] < stage.day)
    ])  # fmt: skip


def _taken_up(stage: Stage, here: Place) -> None:
    """What stood on paper of each: the offer, his consents, when he worked here, that he was released."""
    site = here.site.id
    some = [(code(here, one["number"]), one) for one in _told()["released"]]
    stage.do("offer-work", MANAGER, site, [_offer(here, worker, one) for worker, one in some])
    stage.do("answer-offer", MANAGER, site, [
        {"worker": worker, "answer": "accepted", "day": one["since"] - CONSENTED_BEFORE} for worker, one in some
    ])  # fmt: skip
    stage.do("give-consent", TRAINER, site, list(_consents(stage, here, some)))
    stage.do("enrol", MANAGER, site, [
        {"worker": worker, "since": one["since"], "workshop": ROOM, "language": here.language} for worker, one in some
    ])  # fmt: skip
    stage.do("leave", MANAGER, site, [
        {"worker": worker, "day": one["left_on"], "reason": "release"} for worker, one in some
    ])  # fmt: skip


def _offer(here: Place, worker: str, one: Row) -> Row:
    cast = data("cast")
    return {
        "worker": worker, "name": one["name"], "birth_year": one["birth_year"], "language": here.language,
        "day": one["since"] - OFFERED_BEFORE, "terms_version": cast["text_version"],
        "alternatives": cast["alternatives"],
    }  # fmt: skip


def _consents(stage: Stage, here: Place, some: Iterable[tuple[str, Row]]) -> Iterable[Row]:
    site = here.site.id
    for worker, one in some:
        for purpose, before in CONSENTS:
            day: date = (one["since"] if purpose == "work" else one["left_on"]) - before
            yield {
                "worker": worker, "purpose": purpose, "language": here.language,
                "read_by": stage.cast.who(TRAINER, site), "witness": stage.cast.at("witness", site),
                "witness_of": stage.cast.says["witness_of"], "given_on": day, "copy_given_on": day,
            }  # fmt: skip


@cache
def _told() -> Data:
    return data("afterwards")
