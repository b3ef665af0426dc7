"""Work stopped by the prison, or for want of material or orders: told once for everybody on the day's sheet."""

from datetime import date

from django.db.models import Max

from jornal.actions.stoppages import VERBS, Stopped
from jornal.actions.verb import done
from jornal.facts.attendance import Stoppage
from jornal.facts.organisation import Workshop
from jornal.pages import forms
from jornal.pages.access import ATTENDANCE
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice, Form, tried
from jornal.terms.kinds import load

FIRST = ("lockdown", "no_material", "order_gap", "block")
"""What stops a whole workshop most; the other kinds stop one person."""
PART = "Of part of a day mark below what each of them lost."
ALL_DAY = "Leave both empty for the whole day."
OFFICE = "An office, such as head of security; no name."


def blank(desk: Desk) -> Form:
    """The form that nobody has filled in."""
    return forms.blank(desk, _asked(desk), {"what": "lockdown"})


def recorded(desk: Desk, day: date) -> Form | None:
    """The form as it was sent where it cannot be recorded; None where it was."""
    workshop = desk.request.POST.get("workshop", "")
    given = Stoppage.objects.filter(site=desk.place, day=day, workshop=workshop, corrects=None)
    number = (given.aggregate(most=Max("number"))["most"] or 0) + 1
    told, form = forms.read(desk, _asked(desk), Stopped, {"day": day.isoformat(), "number": number})
    verb, office = VERBS["stop-work"], desk.office(ATTENDANCE)
    if told is None or not tried(desk, form, lambda: done("stop-work", verb, office, [told])):
        return form
    desk.note("Recorded for everybody who was planned and has no row of their own.")
    if told.get("start"):
        desk.note(PART)
    return None


def _asked(desk: Desk) -> list[Asked]:
    kinds = [kind for kind in (load().of(name) for name in FIRST) if kind]
    language = desk.words.language
    what = tuple(Choice(kind.id, f"{kind.code(language)} · {kind.word(language)}") for kind in kinds)
    rooms = Workshop.objects.current().filter(site=desk.place).order_by("workshop")
    where = tuple(Choice(token, label) for token, label in rooms.values_list("workshop", "label"))
    return [
        Asked("what", "What stopped it", kind="select", choices=what, wanted=True),
        *(
            [Asked("workshop", "Workshop", "Leave it empty for all.", "select", where)]
            if len(where) > 1
            else []
        ),
        Asked("ordered_by", "Ordered by", OFFICE, wanted=True),
        Asked("start", "From", ALL_DAY),
        Asked("end", "Until", ""),
    ]
