"""Correct or take back any fact, with a reason, as its own later version."""

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction

from jornal.actions import attendance, decided
from jornal.actions.agreedwith import guarded
from jornal.actions.decided import Sum
from jornal.actions.goodshold import may_be_sold
from jornal.actions.holds import corrected_holds, taken_back_holds
from jornal.actions.office import Office, check, owner_of
from jornal.actions.unplanned import unplanned
from jornal.actions.valueholds import at_its_site, unfit
from jornal.facts.attendance import Shift
from jornal.facts.pay import Adjustment
from jornal.facts.people import Left
from jornal.facts.sales import Sale
from jornal.journal.columns import Sealed
from jornal.journal.fact import Fact, kinds
from jornal.journal.place import locked
from jornal.journal.record import CorrectedMeanwhile, NotCorrectable, corrected, record, voided
from jornal.units.letters import unseen
from jornal.units.listed import refuse, refuse_public
from jornal.units.parts import Part
from jornal.units.periods import FIRST_YEAR, LAST_YEAR
from jornal.units.said import Said

AT_A_SITE = ("site_manager",)
OF_THE_DAY = ("site_manager", "trainer", "quality")
DAYS = frozenset(
    {"shift", "stoppage", "pieces", "rejected", "local_operation", "overtime_asked", "training_planned"}
)
"""What is recorded day by day, by whoever is there; who recorded it corrects it."""
AT_HEADQUARTERS = ("hq_operations", "hq_finance")
ROLES_OF = {
    "adjustment": ("site_manager", "hq_finance"),
    "balance": ("site_manager", "hq_finance"),
    "role_granted": ("hq_operations",),
    "role_ended": ("hq_operations",),
}
"""Kinds that other roles correct than is usual in their book: those whose verbs record them."""


class NoSuchFact(Said):
    """A key that leads to no fact."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(
            "There is no {kind} {key}. Look at its key again.", kind=Part(kind.replace("_", " ")), key=key
        )


class NoSuchKind(Said):
    """A kind of fact that there is not."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            'There is no kind of fact "{kind}". There are {known}.',
            kind=kind,
            known=", ".join(sorted(kinds())),
        )


class NotAValue(Said):
    """Text that is no value of a column."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(
            "{name} cannot be {text}. `jornal do VERB --help` tells what each field takes.",
            name=name,
            text=repr(text[:60]),
        )


def correct(
    office: Office, kind: str, values: Mapping[str, str], why: str, *, upon: UUID | None = None
) -> Fact:
    """The next version of a fact. `values` are its key, which finds it, and what is otherwise now, as text.

    A fact that was taken back stands again. Sealed text is sealed anew. `upon` is the version that was looked at:
    where it is no longer the last, CorrectedMeanwhile is raised. Raises NoSuchKind, NoSuchFact, NotAValue,
    NotYourRole, NotGranted, NotCorrectable, ListedTerm for the reason too, and what `record` raises; of a row of a day
    what marking it raises.
    """
    with transaction.atomic():
        tip, changes = _held(office, kind, values)
        if upon is not None and tip.id != upon:
            raise CorrectedMeanwhile(tip)
        _check(office, tip, "Correcting this")
        _check_sum(office, tip, changes)
        _check_holds(office, tip, changes)
        told = {name: text for name, text in changes.items() if isinstance(_field(type(tip), name), Sealed)}
        for name, text in told.items():
            changes[name] = office.opened().seal(_owner(tip), name, refuse(text, name)) if text else ""
        sealed = [
            (name, changes[name], getattr(tip, name)) for name in told if changes[name] != getattr(tip, name)
        ]
        like = all(getattr(tip, name) == value for name, value in changes.items() if name not in told)
        if like and office.alike(tip, sealed) and not tip.void:
            raise NotCorrectable(tip, Part("it says so already"))
        new = corrected(tip, refuse(why, Part("The reason")), **changes)
        besides: list[Fact] = []
        if isinstance(new, Shift):
            besides += attendance.mended(replace(office, site=new.site), new)
        if isinstance(new, Left):
            besides += unplanned([new])
        with guarded(tip, changes, office.latest):
            return record([new, *besides], tip.book, office.hand)[0]


def take_back(
    office: Office, kind: str, values: Mapping[str, str], why: str, *, upon: UUID | None = None
) -> Fact:
    """The version that makes a fact void. Raises as `correct` does, and StillNeeded where others rest on it."""
    return take_back_many(office, kind, [values], why, upon=[upon] if upon else None)[0]


def take_back_many(
    office: Office,
    kind: str,
    keys: Sequence[Mapping[str, str]],
    why: str,
    *,
    upon: Sequence[UUID] | None = None,
) -> list[Fact]:
    """The versions that make some facts of a kind void, all or none; they stand in one book. Raises as `take_back`.

    `upon` are the versions that were looked at: one that is no longer the last of its fact is not taken back unseen.
    """
    with transaction.atomic(), ExitStack() as around:
        found: list[Fact] = []
        for values in keys:
            tip, changes = _held(office, kind, values)
            if upon is not None and tip.id not in upon:
                raise CorrectedMeanwhile(tip)
            _check(office, tip, "Taking this back")
            if tip.void:
                raise NotCorrectable(tip, Part("it is taken back already"))
            if changes:
                raise NotCorrectable(tip, Part("taking back needs its key and nothing else"))
            if isinstance(tip, Adjustment):
                decided.check_open(tip.site, tip.what, tip.day)
            taken_back_holds(tip, office.latest)
            around.enter_context(guarded(tip, None, office.latest))
            found.append(voided(tip, refuse(why, Part("The reason"))))
        return record(found, found[0].book, office.hand) if found else []


def versions(kind: str, values: Mapping[str, str]) -> list[Fact]:
    """Every version of the fact that a key names, the oldest first. Raises NoSuchKind, NoSuchFact, NotAValue."""
    tip, _ = _found(kind, values)
    return list(type(tip).objects.all().versions(tip.root))


def _held(office: Office, kind: str, values: Mapping[str, str]) -> tuple[Fact, dict[str, Any]]:
    """As `_found`, with its book held until the transaction ends: what is looked at now stands until it is recorded.

    Headquarters' is held first: goods, rates and orders there rest on what stands in the books of sites.
    """
    locked("hq")
    locked(_found(kind, values, office.book("site"))[0].book)
    return _found(kind, values, office.book("site"))


def _found(kind: str, values: Mapping[str, str], book: str = "") -> tuple[Fact, dict[str, Any]]:
    """The last version of the fact that a key names, and the values beside the key."""
    model = kinds().get(kind)
    if model is None:
        raise NoSuchKind(kind)
    read = {name: _value(model, name, text) for name, text in values.items()}
    missing = [name for name in model.KEY if name not in read]
    if missing:
        raise NoSuchFact(kind, f"without {', '.join(missing)}")
    key = {name: read[name] for name in model.KEY}
    those = model.objects.filter(corrects__isnull=True, **key)
    first = those.filter(book=book).first() or those.first()
    if first is None:
        raise NoSuchFact(kind, ", ".join(str(value) for value in key.values()))
    tip = model.objects.all().versions(first.root).last() or first
    for name in read.keys() - set(model.KEY):
        if isinstance(_field(model, name), models.JSONField) and not _alike(getattr(tip, name), read[name]):
            raise NotAValue(name, values[name])
    return tip, {name: value for name, value in read.items() if name not in model.KEY}


def _alike(standing: Any, new: Any) -> bool:
    """Whether a table has the form of the one that stands: a list of the same rows, a table of the same columns."""
    if type(standing) is not type(new):
        return False
    if isinstance(new, dict):
        return standing.keys() == new.keys() and all(_alike(standing[name], new[name]) for name in new)
    if isinstance(new, list) and standing:
        return all(any(_alike(one, row) for one in standing) for row in new)
    return True


def _field(model: type[Fact], name: str) -> "models.Field[Any, Any]":
    found = next((field for field in model.content() if field.name == name), None)
    if found is None:
        raise NotAValue(name, f"a field of {model.KIND}")
    return found


def _value(model: type[Fact], name: str, text: str) -> Any:
    field = _field(model, name)
    if text == "" and field.null:
        return None
    if unseen(text):
        raise NotAValue(name, text)
    try:
        found = json.loads(text) if isinstance(field, models.JSONField) else field.to_python(text)
    except (ValidationError, ValueError):
        raise NotAValue(name, text) from None
    if isinstance(found, date) and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise NotAValue(name, text)
    return found


def _owner(fact: Fact) -> str:
    """Under whose key a fact's sealed text lies."""
    owner = owner_of(fact)
    if not owner:
        raise NotCorrectable(fact, Part("nobody's key seals it"))
    return owner


def _check(office: Office, tip: Fact, what: str) -> None:
    """Whoever corrects has, at the site whose book it stands in, a role that records such a thing."""
    headquarters = tip.book == "hq" or tip.book.startswith("hq.")
    usual = AT_HEADQUARTERS if headquarters else OF_THE_DAY if tip.KIND in DAYS else AT_A_SITE
    at = "" if tip.book == "hq" else tip.book.removeprefix("hq.")
    check(replace(office, site=at), what, ROLES_OF.get(tip.KIND, usual))


def _check_holds(office: Office, tip: Fact, changes: dict[str, Any]) -> None:
    """Raises what recording it would: a correction is no way round what a verb refuses."""
    at_its_site(tip, changes)
    corrected_holds(tip, changes, office.latest)
    for name in unfit(tip, changes):
        raise NotAValue(name, str(changes[name]))
    if isinstance(tip, Sale) and tip.void:
        may_be_sold(office, tip)
    if isinstance(label := changes.get("label"), str):
        refuse_public(label, Part("the label"))


def _check_sum(office: Office, tip: Fact, changes: Mapping[str, Any]) -> None:
    """A decided sum that is corrected has to be as one that is recorded anew."""
    if isinstance(tip, Adjustment):
        decided.check_sum(
            office, Sum(**{name: changes.get(name, getattr(tip, name)) for name in Sum._fields})
        )
