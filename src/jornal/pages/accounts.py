"""Who may do what, and who signs in: the staff with their roles and accounts; a site reads, headquarters changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone

from jornal.accounts import members
from jornal.accounts.models import Account, Change
from jornal.actions import staff
from jornal.actions.verb import done
from jornal.facts.organisation import Site, Staff
from jornal.pages import forms, reaches, sheets
from jornal.pages.access import Page
from jornal.pages.choices import of_words
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.pages.roles import ROLES
from jornal.reads.people import Held, roles_held

HQ = ("hq_operations",)
SHOWN = 12
"""Of the last reaches and changes, so many are shown."""

CHANGES = {
    "opened": "Account opened",
    "reset": "Account reset",
    "codes": "New codes given",
    "closed": "Account closed",
    "passphrase": "Own passphrase chosen",
    "sheet": "Own sheet printed",
    "app on": "App set up",
    "app off": "App taken away",
    "key on": "Key added",
    "key off": "Key removed",
}

OF = {
    "enterprise": "The enterprise",
    "prison": "The prison",
    "workers": "The workers",
    "other": "Somebody else",
}


@dataclass
class Member:
    """One of the staff as a row: what she is called, her roles, and how her account stands."""

    staff: str
    name: str
    state: str
    left: int | None
    last: Any
    roles: list[tuple[Held, str, str]] = field(default_factory=list)


def listed(desk: Desk) -> HttpResponse:
    """All staff at headquarters; at a site those who have a role there."""
    held = [one for one in roles_held(desk.day) if desk.site is None or one.site in ("", desk.place)]
    tokens = sorted({one.staff for one in held})
    if desk.site is None:
        tokens = sorted({*tokens, *Staff.objects.current().values_list("staff", flat=True)})
    asked = desk.request.GET.get("find", "").strip()
    found = [one for one in _members(desk, tokens, held) if _fits(one, asked)]
    return desk.page(
        "accounts/list.html", members=found, find=asked, reached=_reached() if desk.site is None else (),
        changes=_changes(desk, Change.objects.all()) if desk.site is None else (),
    )  # fmt: skip


def one(desk: Desk, token: str) -> HttpResponse:
    """One of the staff: roles granted and ended, the account opened, given codes, closed."""
    if not Staff.objects.current().filter(staff=token).exists():
        raise Http404
    if not desk.posted:
        return _one(desk, token, forms.blank(desk, _asked(desk)))
    what = desk.request.POST.get("do", "")
    if what == "grant":
        return _granted(desk, token)
    if what == "end":
        return _ended(desk, token)
    if what in _TO_ACCOUNT:
        return _account(desk, token, what)
    raise Http404


def new(desk: Desk) -> HttpResponse:
    """Somebody taken on: her name, which is sealed, and whose side she is on."""
    asked = _of_new(desk)
    if not desk.posted:
        return desk.page("accounts/new.html", form=forms.blank(desk, asked, {"of": "enterprise"}))
    told, form = forms.read(desk, asked, staff.TakenOn)
    if told is None:
        return desk.page("accounts/new.html", form=form, status=422)
    try:
        (made,) = _done(desk, "take-on-staff", told)
    except ValueError as fault:
        return desk.again("accounts/new.html", [fault], form=form)
    desk.note("{staff} is taken on. Grant a role, then open an account.", staff=made.staff)
    return desk.to("hq.accounts.one", token=made.staff)


def slip(desk: Desk, token: str) -> HttpResponse:
    """What somebody starts with, to print and hand over; ten minutes later it is nowhere but on paper."""
    start = sheets.shown(desk.who, token)
    if not isinstance(start, members.Start):
        raise Http404
    codes = [f"{code[:4]} {code[4:]}" for code in start.codes]
    return desk.page("accounts/slip.html", start=start, codes=codes)


def _granted(desk: Desk, token: str) -> HttpResponse:
    told, form = forms.read(desk, _asked(desk), staff.Granted, {"staff": token})
    if told is None:
        return _one(desk, token, form, status=422)
    return _recorded(desk, token, form, lambda: _done(desk, "grant-role", told), "The role is granted.")


def _ended(desk: Desk, token: str) -> HttpResponse:
    posted = desk.request.POST
    told = {"staff": token, "what": posted.get("what", ""), "at": posted.get("at", "")}
    form = forms.blank(desk, _asked(desk))
    return _recorded(
        desk, token, form, lambda: _done(desk, "end-role", told), "The role is ended from today on."
    )


def _recorded(desk: Desk, token: str, form: forms.Form, work: Callable[[], Any], says: str) -> HttpResponse:
    try:
        work()
    except ValueError as fault:
        return _one(desk, token, form, _placed(desk, form, fault), status=422)
    desk.note(says)
    return desk.to("hq.accounts.one", token=token)


_TO_ACCOUNT = ("open", "codes", "close")


def _account(desk: Desk, token: str, what: str) -> HttpResponse:
    """The account opened or given codes, on to the slip; or closed. Nobody does it to her own."""
    now = timezone.now()
    if token == desk.who:
        raise Http404
    try:
        if what == "close":
            members.closed(token, desk.who, now)
            desk.note("The account of {staff} is closed, and it is signed out everywhere.", staff=token)
            return desk.to("hq.accounts.one", token=token)
        start = (members.opened if what == "open" else members.codes_again)(token, desk.who, now)
    except ValueError as fault:
        return _one(desk, token, forms.blank(desk, _asked(desk)), [desk.told(fault)], status=422)
    return desk.to("hq.accounts.slip", token=sheets.put(desk.who, start))


def _placed(desk: Desk, form: forms.Form, fault: ValueError) -> list[str]:
    """What a fault says, beside the field that it is about; else for the top of the page."""
    if type(fault) not in _FIELDS:
        return [desk.told(fault)]
    form.by(_FIELDS[type(fault)]).fault = desk.told(fault)
    return []


_FIELDS: dict[type[ValueError], str] = {staff.NoEnd: "until", staff.OneSiteOnly: "at"}


def _done(desk: Desk, verb: str, told: dict[str, Any]) -> Sequence[Any]:
    return done(verb, staff.VERBS[verb], desk.office(HQ), [told])


def _one(
    desk: Desk, token: str, form: forms.Form, faults: Sequence[str] = (), status: int = 200
) -> HttpResponse:
    held = [each for each in roles_held(desk.day) if each.staff == token]
    (member,) = _members(desk, [token], held)
    return desk.page(
        "accounts/one.html", member=member, form=form, faults=faults,
        own=token == desk.who, changes=_changes(desk, Change.objects.filter(staff=token)), status=status,
    )  # fmt: skip


def _members(desk: Desk, tokens: Sequence[str], held: Sequence[Held]) -> list[Member]:
    """The rows, in a fixed number of queries."""
    accounts = {one.staff: one for one in Account.objects.filter(staff__in=tokens)}
    left, names = members.left(accounts.values()), desk.called(tokens)
    labels = dict(Site.objects.current().values_list("site", "label"))
    rows = {token: _member(token, names[token], accounts.get(token), left) for token in tokens}
    for one in held:
        if one.staff in rows:
            where = desk.say(labels.get(one.site, one.site) if one.site else "Everywhere")
            rows[one.staff].roles.append((one, desk.say(ROLES.get(one.what, one.what)), where))
    return list(rows.values())


def _member(token: str, name: str, account: Account | None, left: dict[str, int]) -> Member:
    if account is None or not account.is_open:
        state = "none" if account is None or account.is_active else "closed"
        return Member(token, name, state, None, None)
    return Member(token, name, "begun" if account.wants else "open", left.get(token, 0), account.last_login)


def _fits(one: Member, asked: str) -> bool:
    return asked.casefold() in f"{one.staff} {one.name}".casefold()


def _reached() -> list[tuple[str, str, str, datetime]]:
    rows = reaches.last(SHOWN)
    return [(row["who"], row["method"], row["address"], datetime.fromisoformat(row["at"])) for row in rows]


def _changes(desk: Desk, found: Any) -> list[tuple[Any, str, str, str]]:
    rows = found.order_by("-at")[:SHOWN]
    console = desk.say("the recovery sheet, at the console")
    return [
        (
            row.at,
            row.staff,
            desk.say(CHANGES.get(row.what, row.what)),
            console if row.by == "console" else row.by,
        )
        for row in rows
    ]


def _asked(desk: Desk) -> tuple[Asked, ...]:
    what = of_words(desk, ROLES)
    sites = tuple(
        Choice(*row) for row in Site.objects.current().order_by("label").values_list("site", "label")
    )
    return (
        Asked("what", label="Role", kind="select", choices=what, wanted=True),
        Asked(
            "at",
            label="At",
            hint="Leave it empty for everywhere, as for headquarters.",
            kind="select",
            choices=sites,
        ),
        Asked("since", label="From", hint="Leave it empty for today.", kind="day"),
        Asked("until", label="Until", hint="Auditors and officials need a last day.", kind="day"),
    )


def _of_new(desk: Desk) -> tuple[Asked, ...]:
    sides = of_words(desk, OF)
    return (
        Asked("name", label="Name", hint="It is sealed: only who works with names reads it.", wanted=True),
        Asked("of", label="Whose side", kind="choice", choices=sides, wanted=True),
        Asked("languages", label="Languages", hint='The first one is that of her pages, as "es, en".'),
    )


PAGES = [
    Page("site.accounts", "<token:site>/accounts", listed, ("site_manager",), label="Roles and accounts"),
    Page("hq.accounts", "hq/accounts", listed, HQ, label="Roles and accounts"),
    Page("hq.accounts.new", "hq/accounts/new", new, HQ, HQ),
    Page("hq.accounts.slip", "hq/accounts/slip/<str:token>", slip, HQ),
    Page("hq.accounts.one", "hq/accounts/<token:token>", one, HQ, HQ),
]
