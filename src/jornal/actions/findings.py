"""Findings that come of what was recorded: they lie with somebody until closed, and never hold back a wage."""

from collections.abc import Iterable

from jornal.facts.pay import Finding
from jornal.words.catalogue import Words


def said(finding: Finding, words: Words) -> str:
    """What was found, as a sentence in the language of `words`."""
    return words.say(finding.says, **finding.facts)


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
