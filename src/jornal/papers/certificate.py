"""The certificate: what she learned, in her language and in English; it names no prison, and nothing of why."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jornal.papers.phrases import named
from jornal.papers.render import pdf
from jornal.words.catalogue import Words
from jornal.words.dates import day_text, stretch
from jornal.words.numbers import Figures

Row = dict[str, Any]
RESULTS = {"passed": "has passed the course", "took_part": "has taken part in the course"}
LEVELS = {"alone": "does it alone", "can_teach": "can teach it"}
MASTERS = "masters these techniques, each judged by a piece of her own work"
CHECK = "Whether this certificate is true, {issuer} says to whoever gives this code: {code}"


def certificate(said: Mapping[str, Any], day: date) -> bytes:
    """The certificate as PDF.

    `said` holds `name` ("" leaves a line to write it on), `issuer`, `language`, `minutes` and `told` as the fact has
    them, and the `code`.
    """
    return pdf("certificate", says(said, day), day)


def says(said: Mapping[str, Any], day: date) -> Row:
    """Every word of it, once in her language and once in English; once only where they are the same."""
    hers = Words(str(said["language"]))
    english = Words("en")
    halves = [_half(said, day, words) for words in ([hers] if hers.language == "en" else [hers, english])]
    return {
        "lang": hers.language,
        "title": halves[0]["title"],
        "enterprise": named(said["issuer"], hers),
        "name": said["name"],
        "halves": halves,
        "foot": halves[0]["draft"],
    }


def _half(said: Mapping[str, Any], day: date, words: Words) -> Row:
    told, issuer = said["told"], named(said["issuer"], words)
    techniques = told.get("techniques")
    return {
        "lang": words.language,
        "title": words.say("Certificate"),
        "name": words.say("Name"),
        "has": words.say(MASTERS) if techniques else words.say(RESULTS[told["result"]]),
        "course": "" if techniques else words.say(told["label"]),
        "lines": [_technique(one, words) for one in techniques] if techniques else _lines(said, words),
        "given": words.say("Given by {issuer} on {day}", issuer=issuer, day=day_text(day, words.language)),
        "check": words.say(CHECK, issuer=issuer, code=said["code"]),
        "sign": words.say("Signature"),
        "draft": words.say("Draft translation: nobody has reviewed these words yet.") if words.draft else "",
    }


def _technique(one: Mapping[str, str], words: Words) -> str:
    day = day_text(date.fromisoformat(one["since"]), words.language)
    return f"{words.say(one['label'])}: {words.say(LEVELS[one['level']])} ({day})"


def _lines(said: Mapping[str, Any], words: Words) -> list[str]:
    told = said["told"]
    found = [Figures(words, "", 0).time(said["minutes"])] if said["minutes"] else []
    if told.get("since"):
        since, until = date.fromisoformat(told["since"]), date.fromisoformat(told["until"])
        found.append(
            day_text(since, words.language) if since == until else stretch(since, until, words.language)
        )
    if told.get("partner"):
        found.append(words.say("together with {partner}", partner=named(told["partner"], words)))
    return found
