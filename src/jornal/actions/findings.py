"""Findings that come of what was recorded: they lie with somebody until closed, and never hold back a wage."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from jornal.facts.pay import Finding
from jornal.words.catalogue import Words
from jornal.words.dates import day_text

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def said(finding: Finding, words: Words, called: Mapping[str, str] | None = None) -> str:
    """What was found, as a sentence in the language of `words`; `called` says how workers are called."""
    told = {name: _told(value, words, called or {}) for name, value in finding.facts.items()}
    return words.say(finding.says, **told)


def _told(value: object, words: Words, called: Mapping[str, str]) -> object:
    """A fact of a finding as it is read: a day in words, a worker by name."""
    if not isinstance(value, str):
        return value
    return (
        day_text(date.fromisoformat(value), words.language)
        if _DAY.fullmatch(value)
        else called.get(value, value)
    )


def new(findings: Iterable[Finding]) -> list[Finding]:
    """Those of the findings that nobody has noted yet, each once."""
    wanted = {(one.site, one.control, one.about, one.day): one for one in findings}
    if not wanted:
        return []
    about = [one.about for one in wanted.values()]
    rows = Finding.objects.filter(about__in=about).values_list("site", "control", "about", "day")
    for key in rows:
        wanted.pop(key, None)
    return list(wanted.values())
