"""What every paper says about itself: who issues it, for which days, how complete and how certain it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jornal.papers.phrases import capital, named
from jornal.words.catalogue import Words
from jornal.words.dates import stretch
from jornal.words.numbers import Figures

Row = dict[str, Any]


@dataclass(frozen=True)
class Issue:
    """A run as one paper sees it: its facts, and the words and figures of the language it is written in."""

    run: Row
    words: Words
    money: Figures

    @property
    def language(self) -> str:
        """The language of this paper."""
        return self.words.language

    @property
    def day(self) -> date:
        """The day a paper is dated: the last of its period, so that the same input gives the same bytes."""
        return date.fromisoformat(self.run["period"]["until"])


def issue(run: Row, language: str) -> Issue:
    """The run in a language; the country's own word is preferred where one is listed."""
    site = run["site"]
    words = Words(language, str(site.get("jurisdiction") or ""))
    return Issue(run, words, Figures(words, site["currency"], site["exponent"]))


def first_language(run: Row) -> str:
    """The site's first language, in which its manager and authority read."""
    languages = run["site"].get("languages") or ["en"]
    return str(languages[0])


def period(paper: Issue) -> str:
    """First to last day of the period, in words."""
    held = paper.run["period"]
    return stretch(date.fromisoformat(held["since"]), date.fromisoformat(held["until"]), paper.language)


def head(paper: Issue, title: str) -> Row:
    """The language, title and issuer that stand at the top of a paper, and its foot."""
    run, site, words = paper.run, paper.run["site"], paper.words
    return {
        "lang": paper.language,
        "title": words.say(title),
        "enterprise": named(run["enterprise"]["label"], words),
        "site": named(site["label"], words),
        "period": capital(period(paper)),
        "currency": words.say("Amounts in {currency}", currency=site["currency"]),
        "foot": foot(paper),
    }


def foot(paper: Issue) -> str:
    """Release and terms, in small letters: what a later check needs to make this paper again.

    Before them, where the run is in a register, the ten characters of its book: who keeps the paper can prove with
    them that nothing before was rewritten.
    """
    run, words = paper.run, paper.words
    terms = str((run.get("terms") or {}).get("sha256") or "")[:10]
    release = run["release"]
    made = (
        words.say("jornal {release} · terms {terms}", release=release, terms=terms)
        if terms
        else f"jornal {release}"
    )
    record = run.get("head")
    return f"{words.say('Record {head}', head=record)} · {made}" if record else made


def model(paper: Issue) -> str:
    """The model the enterprise has declared, with its note, as one or two sentences."""
    held, words = paper.run["enterprise"], paper.words
    told = words.say("Declared model: {model}.", model=words.say(_MODELS.get(held["model"], held["model"])))
    return f"{told} {words.say(held.get('model_note') or '')}".strip()


_MODELS = {"employment": "employment", "craft": "craft work", "training": "training"}


def incomplete(paper: Issue) -> list[str]:
    """Why the run is not whole, said on every paper; empty where it is."""
    run, words = paper.run, paper.words
    if run.get("complete", True):
        return []
    rows = run.get("why_incomplete") or []
    places = ", ".join(
        f"{row.get('file', '')} {row.get('place') or row.get('row', '')}".strip() for row in rows
    )
    return [
        words.say("This run is not complete: whose these rows are cannot be read: {places}.", places=places)
    ]


def notes(paper: Issue) -> list[str]:
    """How certain a paper with figures of law is: not reviewed by a lawyer, and what `certain` says."""
    site, words = paper.run["site"], paper.words
    if site.get("reviewed_by"):
        return certain(paper)
    place = words.say(site.get("jurisdiction_label") or "")
    return [words.say("The terms for {place} were not reviewed by a lawyer.", place=place), *certain(paper)]


def certain(paper: Issue) -> list[str]:
    """How certain any paper is: invented figures, a translation nobody has checked."""
    words, found = paper.words, []
    if paper.run["enterprise"].get("invented"):
        found.append(
            words.say("Invented: this enterprise, its people and its figures show how the papers look.")
        )
    if words.draft:
        found.append(words.say("Draft translation: nobody has reviewed these words yet."))
    return found
