"""The tags of the templates: words, days, times and money as the reader's language writes them; addresses; marks."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from jornal.pages.menu import Entry, sections
from jornal.pages.once import FIELD, minted
from jornal.pages.stitch import drawn
from jornal.pages.wrong import of
from jornal.sheets.written import FORMS
from jornal.terms.marketfiles import markets
from jornal.words import channels, dates

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Any, key: str, **facts: object) -> str:
    """A sentence of the catalogue; a day in it is written as she says it."""
    return str(context["words"].say(key, **_written(context, facts)))


@register.simple_tag(takes_context=True)
def count(context: Any, number: int, one: str, many: str, **facts: object) -> str:
    """`one` or `many` by the grammar of the language."""
    return str(context["words"].count(number, one, many, **_written(context, facts)))


def _written(context: Any, facts: dict[str, object]) -> dict[str, object]:
    """Facts as they stand in a sentence: no day as programs write it."""
    language = context["words"].language
    return {
        name: dates.day_text(value, language)
        if isinstance(value, date) and not isinstance(value, datetime)
        else value
        for name, value in facts.items()
    }


@register.simple_tag(takes_context=True)
def day(context: Any, value: date | None, form: str = "text") -> str:
    """A day: "text" 6 October 2026, "words" with its weekday, "short" 6 Oct, "month" October 2026, "weekday"."""
    if not value:  # a template gives "" for what is not there
        return "–"
    write: Any = {
        "text": dates.day_text, "words": dates.day_in_words, "short": dates.short_day, "month": dates.month_text,
        "weekday": dates.weekday_name,
    }[form]  # fmt: skip
    return str(write(value, context["words"].language))


@register.simple_tag(takes_context=True)
def in_words(context: Any, text: str) -> str:
    """A day that a form holds, with its weekday, as she says it; "" for what is no day."""
    try:
        return str(dates.day_in_words(date.fromisoformat(text), context["words"].language))
    except ValueError:
        return ""


@register.simple_tag(takes_context=True)
def when(context: Any, at: datetime | None, form: str = "text") -> str:
    """A moment by the clock of the site: "6 October 2026, 14:05"; "short" gives its day alone, "6 Oct"."""
    if not at:
        return "–"
    desk, language = context["desk"], context["words"].language
    here = at.astimezone(ZoneInfo(desk.site.zone) if desk.site else None)
    if form == "short":
        return dates.short_day(here.date(), language)
    return f"{dates.day_text(here.date(), language)}, {here:%H:%M}"


@register.simple_tag(takes_context=True)
def land(context: Any, code: str) -> str:
    """A country by its name, its code where it has none here; what is not known or not told is said so."""
    if not code:
        return "–"
    return str(context["words"].say("Not known" if code == "unknown" else markets().label(code)))


@register.simple_tag(takes_context=True)
def channel(context: Any, name: str) -> str:
    """A channel of sales in the reader's words; one that somebody named is as it was typed."""
    return channels.said(name, context["words"])


@register.simple_tag(takes_context=True)
def hours(context: Any, minutes: int | None) -> str:
    """A length of time: "5 h 30 min"; a dash where there is none."""
    return "–" if minutes is None else str(context["desk"].figures.time(minutes))


@register.simple_tag(takes_context=True)
def money(context: Any, amount: Any) -> str:
    """An amount with its symbol; a dash where there is none."""
    return "–" if amount in (None, "") else str(context["desk"].figures.amount(amount))


@register.simple_tag(takes_context=True)
def plain(context: Any, amount: Any) -> str:
    """An amount without its symbol; a dash where there is none."""
    return "–" if amount in (None, "") else str(context["desk"].figures.plain(amount))


@register.simple_tag(takes_context=True)
def at(context: Any, name: str, **captured: object) -> str:
    """The address of a page at this site."""
    desk = context.get("desk")
    return str(desk.at(name, **captured) if desk else reverse(name, kwargs=captured))


@register.simple_tag(takes_context=True)
def at_if_any(context: Any, name: str, **captured: object) -> str:
    """The address of a page; "" where there is no such page, or it is not for this person."""
    return str(context["desk"].at_if_any(name, **captured))


@register.simple_tag(takes_context=True)
def called(context: Any, token: str) -> str:
    """What somebody is called: her name where names are open to who looks, else her token."""
    return str(context["desk"].called([token])[token])


@register.filter
def named(token: str, labels: dict[str, str]) -> str:
    """What something is called by those labels; its token where nobody named it."""
    return labels.get(token) or token


@register.simple_tag(takes_context=True)
def mark(context: Any, token: str, size: str = "") -> SafeString:
    """The stitch mark of a worker as a picture ("large" with crosses); nothing where she has none."""
    desk = context["desk"]
    number = desk.mark(token)
    if number is None:
        return SafeString("")
    return drawn(number, desk.say("Stitch mark of {code}", code=token), large=size == "large")


@register.simple_tag(takes_context=True)
def once(context: Any) -> SafeString:
    """A hidden field that tells one sending of a form from another, and for whom; sent twice, it is done once."""
    user = context["request"].user
    token = minted(str(user) if user.is_authenticated else "")
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, token)


@register.simple_tag(takes_context=True)
def notes(context: Any) -> list[str]:
    """The sentences that are shown once, on a page without a desk."""
    found = context["request"].session.pop("notes", [])
    return [one if isinstance(one, str) else one[0] for one in found]


@register.simple_tag(takes_context=True)
def wrong(context: Any, field: Any) -> str:
    """What is wrong with a field of the sign-in; "" where nothing is."""
    return of(field, context["words"])


@register.simple_tag(takes_context=True)
def menu(context: Any) -> list[tuple[str, list[Entry]]]:
    """The entries of the menu that this person may open here, by section."""
    return sections(context["desk"])


@register.inclusion_tag("take.html", takes_context=True)
def take(context: Any, what: str, month: str | date, says: str) -> dict[str, Any]:
    """The links to a list as a file in each form; nothing for whom it is not. `month` is "" for people."""
    desk = context["desk"]
    of = {"month": f"{month}"[:7]} if month else {}
    files = [(f".{form}", desk.at_if_any(f"site.lists.{what}", **of, form=form)) for form in FORMS]
    return {"says": says, "files": [one for one in files if one[1]]}
