"""What was recorded, set right through a form that carries the version that was looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from jornal.actions import correcting
from jornal.journal.columns import Sealed
from jornal.journal.fact import Fact, kinds
from jornal.journal.record import CorrectedMeanwhile
from jornal.pages import forms
from jornal.pages.desk import Desk
from jornal.pages.forms import Form
from jornal.units.said import Said

MEANWHILE = "Somebody corrected this meanwhile. Look at it again: your own words are kept below."
NO_SUCH_FACT = "Nothing of it is recorded yet, so there is nothing to correct."


def upon(desk: Desk) -> UUID | None:
    """The version that a form says was looked at; None where it says none, and no version at all where it is unread."""
    text = desk.request.POST.get("upon", "")
    return _read(text) if text else None


def _read(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def looked_at(desk: Desk) -> list[UUID] | None:
    """The versions that a form says were looked at, where it is of several; None where it says none."""
    return [_read(text) for text in desk.request.POST.getlist("upon") if text] or None


def set_right(desk: Desk, roles: Sequence[str], kind: str, values: Mapping[str, str], why: str) -> Fact:
    """The next version of a fact that its key finds among `values`. Raises as `correct` does."""
    return correcting.correct(desk.office(roles), kind, values, why, upon=upon(desk))


def refusal(desk: Desk, fault: ValueError) -> str:
    """What is said where something could not be set right and the page shows all its versions."""
    return desk.say(MEANWHILE) if isinstance(fault, CorrectedMeanwhile) else desk.told(fault)


class NothingToCorrect(Said):
    """A correction of what was never recorded."""

    def __init__(self) -> None:
        super().__init__(NO_SUCH_FACT)


def last(desk: Desk, kind: str, worker: str) -> Fact | None:
    """Her last fact of the kind in the book of this site; None where there is none."""
    model: Any = kinds()[kind]
    rows = model.objects.current().filter(worker=worker, book=desk.place)
    found: Fact | None = rows.order_by("since" if "since" in model.KEY else "seq").last()
    return found


def values(tip: Fact | None) -> dict[str, object]:
    """What a fact says by column, without what is sealed in it; nothing of no fact."""
    if tip is None:
        return {}
    return {one.name: getattr(tip, one.name) for one in tip.content() if not isinstance(one, Sealed)}


def mended(desk: Desk, tip: Fact | None, told: Mapping[str, Any]) -> Fact:
    """The next version of a fact, with the reason in `why`.

    Raises NothingToCorrect where there is no fact, and what `set_right` raises.
    """
    if tip is None:
        raise NothingToCorrect
    said = {name: str(getattr(tip, name)) for name in tip.KEY}
    said |= {name: str(text) for name, text in told.items() if name not in ("why", *tip.KEY)}
    return set_right(desk, correcting.AT_A_SITE, tip.KIND, said, str(told["why"]))


def stands(tip: Fact, form: Form, language: str) -> list[tuple[str, str]]:
    """What a fact says now of the fields of a form, by their labels and in words; nothing of what is sealed."""
    now = values(tip)
    return [
        (one.label, forms.said(replace(one, value=str(now[one.name])), language))
        for one in form.fields
        if now.get(one.name) not in (None, "")
    ]
