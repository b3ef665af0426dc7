"""Forgetting somebody: the fact first, then the key; and again wherever a copy of the key comes back."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Q

from jornal.actions.given import Code, on, year_on
from jornal.actions.office import Office
from jornal.actions.organisation import HEADQUARTERS
from jornal.actions.verb import Row, Verb
from jornal.facts.organisation import Agreement, RoleEnded, RoleGranted, Site, Staff
from jornal.facts.pay import PayAnswer, Payment, PayQuery, Run, Slip
from jornal.facts.people import CarriedOver, Enrolled, Forgotten, Left, Worker
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.reads.money import owed
from jornal.reads.people import voices
from jornal.units.parts import Part
from jornal.units.said import Said


class NobodyOfThatCode(Said):
    """A code of no worker, beneficiary or member of staff."""

    def __init__(self, who: str) -> None:
        super().__init__(
            "{who} is no worker, beneficiary or member of staff here. Look at the code again.", who=who
        )


class StillNeeded(Said):
    """Somebody who is here and cannot be forgotten."""

    def __init__(self, who: str, why: str) -> None:
        super().__init__("{who} cannot be forgotten: {why}.", who=who, why=why)


class KeptUntil(Said):
    """Somebody whose pay and credit have to stay provable."""

    def __init__(self, who: str, until: date, source: str) -> None:
        self.until = until
        super().__init__(
            "{who} can be forgotten after {until}, not before. {source} Ask again then.",
            who=who,
            until=until,
            source=source,
        )


class ToForget(Row):
    """Somebody whose key is deleted for good. What was recorded stays; what was sealed can never be read again."""

    who: Code
    asked_on: date | None = None


def forget(office: Office, rows: Sequence[ToForget]) -> list[Fact]:
    """That they were forgotten, as recorded; their keys are deleted here after that, elsewhere when the fact arrives.

    Raises NobodyOfThatCode, StillNeeded, KeptUntil, NotYet and Locked; then nobody is forgotten.
    """
    keys = office.opened()
    facts: list[Fact] = []
    for row in rows:
        asked = on(office, row.asked_on)
        there = Forgotten.objects.filter(who=row.who).first()
        until, source = (None, "") if there else _kept(row.who, office.day)
        if until is not None and until >= office.day:
            raise KeptUntil(row.who, until, source)
        facts.append(there or Forgotten(who=row.who, asked_on=asked, retention_ended_on=until or asked))
    done = office.put(facts, "hq")
    whose = [row.who for row in rows]
    keys.forget(*whose, *voices(whose))
    return done


def _kept(who: str, day: date) -> tuple[date | None, str]:
    """The last day on which somebody's records are kept, with the source; None where there is nothing to keep."""
    if Worker.objects.filter(worker=who).exists() or CarriedOver.objects.filter(worker=who).exists():
        ends = _of_worker(who)
    elif Beneficiary.objects.filter(beneficiary=who).exists():
        ends = _of_beneficiary(who, day)
    elif Staff.objects.filter(staff=who).exists():
        ends = _of_staff(who, day)
    else:
        raise NobodyOfThatCode(who)
    if not ends:
        return None, ""
    rules = [rule(site, day) for _, site in ends]
    return max((year_on(last, years), source) for (last, _), (years, source) in zip(ends, rules, strict=True))


def _of_worker(who: str) -> list[tuple[date, str]]:
    """Her last days and the ends of her months, each with the site. Raises StillNeeded."""
    left = Left.objects.current().filter(worker=who)
    there = Enrolled.objects.current().filter(worker=who).exclude(root__in=left.values("enrolled")).first()
    if there is not None:
        raise StillNeeded(
            who,
            Part(
                "she is enrolled at {site}. Record her leaving first, with `jornal do leave`",
                site=there.site,
            ),
        )
    months = Run.objects.filter(root__in=Slip.objects.filter(worker=who).values("run"))
    if any(one.open > 0 or one.in_transit > 0 for run in months for one in owed(run, [who])):
        raise StillNeeded(who, Part("money is still owed to her or on her slips. `jornal owed` shows it"))
    answered = PayAnswer.objects.current().values("query")
    if PayQuery.objects.current().filter(worker=who).exclude(root__in=answered).exists():
        raise StillNeeded(
            who, Part("a question of hers is open. Answer it first, with `jornal do answer-question`")
        )
    return [*left.values_list("day", "site"), *months.values_list("until", "site")]


def _of_beneficiary(who: str, day: date) -> list[tuple[date, str]]:
    """The days on which money went there, each with the site. Raises StillNeeded."""
    worker = Beneficiary.objects.filter(beneficiary=who).values("worker")[:1]
    running = Instruction.objects.current().filter(Q(ends_on=None) | Q(ends_on__gte=day), worker__in=worker)
    if any(who in canonical({"to": one.to}) for one in running):
        raise StillNeeded(who, Part("an instruction still sends money there. End that first"))
    slips = dict(Payment.objects.filter(payee=who).order_by("day").values_list("slip", "day"))
    runs = dict(Slip.objects.filter(root__in=list(slips)).values_list("root", "run"))
    sites = dict(Run.objects.filter(root__in=set(runs.values())).values_list("root", "site"))
    return [(last, sites[runs[slip]]) for slip, last in slips.items()]


def _of_staff(who: str, day: date) -> list[tuple[date, str]]:
    """The days on which their roles ended. Raises StillNeeded."""
    ended = RoleEnded.objects.current().filter(day__lte=day)
    roles = RoleGranted.objects.current().filter(staff=who)
    held = roles.exclude(root__in=ended.values("granted")).filter(Q(until=None) | Q(until__gte=day)).first()
    if held is not None:
        raise StillNeeded(
            who,
            Part(
                "the role {role} is held. End it first, with `jornal do end-role`",
                role=Part(held.what.replace("_", " ")),
            ),
        )
    ends = ended.filter(granted__in=roles.values("root")).values_list("day", flat=True)
    return [(last, "") for last in [*ends, *roles.exclude(until=None).values_list("until", flat=True)]]


def rule(site: str, day: date) -> tuple[int, str]:
    """For how many years records of a site are kept, and the source: its agreement's clause, else the rule in force."""
    authority = Site.objects.current().filter(site=site).values("authority")[:1]
    agreements = Agreement.objects.current().filter(authority__in=authority, holds_from__lte=day)
    for one in agreements.order_by("-holds_from", "-number"):
        for clause in one.clauses:
            if clause["name"] == "retention_years":
                return int(clause["says"]), Part(
                    "The agreement {agreement} of {day} says so.", agreement=one.agreement, day=one.signed_on
                )
    rows = [row for row in _rules() if row["since"] <= day]
    row = max(rows or _rules(), key=lambda one: one["since"])
    return row["years"], row["source"]


@cache
def _rules() -> list[dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("retention.toml").read_text(encoding="utf-8"))["keep"]  # type: ignore[no-any-return]


VERBS: dict[str, Verb] = {
    "forget": Verb(
        ToForget, forget, HEADQUARTERS, "Delete somebody's key for good, once nothing has to be kept."
    ),
}
