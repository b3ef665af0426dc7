"""What the tally of sentence credit says to the worker: rule, days, carry; and that it is no promise."""

from datetime import date
from typing import Any

from jornal.papers import phrases
from jornal.papers.heads import Issue, head, incomplete, model, notes
from jornal.papers.render import pdf
from jornal.words.dates import short_day

Row = dict[str, Any]


def tally(paper: Issue, worker: Row) -> bytes:
    """The tally of one worker, in her language."""
    return pdf("tally", says(paper, worker), paper.day)


def says(paper: Issue, worker: Row) -> Row:
    """Every word of a tally; a rule that is not known, or waits for something, is said plainly."""
    words = paper.words
    found = rules(paper, worker)
    on_account = [
        words.say("On account, incomplete: rows of this month are still to be mended; the rest follows.")
    ]
    return {
        **head(paper, "Tally of sentence credit"),
        "name": worker["name"],
        "code": worker["code"],
        "banners": (on_account if worker["status"] == "on_account" else []) + incomplete(paper),
        "promise": words.say(
            "This is not an entitlement; the authority decides. Keep it as evidence of your work."
        ),
        "rules": found,
        "none": "" if found else words.say(NONE),
        "notes": [model(paper), *notes(paper)],
    }


NONE = "No rule of credit is set for you. Your hours are stated on a paper of their own."


def rules(paper: Issue, worker: Row) -> list[Row]:
    """What a tally says of each rule of a worker; of the paper only its words and figures are asked."""
    return [_rule(paper, rule) for rule in worker.get("credit") or []]


def _rule(paper: Issue, rule: Row) -> Row:
    words = paper.words
    counted = rule["status"] == "counted"
    after = rule["credited_before"] + rule["credited"]
    figures = [("This period", _days(paper, rule["credited"])), ("In all so far", _days(paper, after))]
    known = counted or rule["credited_before"]
    source = " · ".join(
        part for part in (rule["code"], phrases.named(rule.get("source") or "", words)) if part
    )
    return {
        "label": words.say(rule.get("label") or "") or rule["code"] or words.say("Rule not known"),
        "source": source,
        "figures": [{"label": words.say(label), "value": value} for label, value in figures] if known else [],
        "told": [_how(paper, rule), *_basis(paper, rule), *_state(paper, rule), *_decided(paper, rule)],
        "left": [
            [
                short_day(date.fromisoformat(one["day"]), paper.language),
                words.say(_LEFT[one["why"]])
                if one["why"] in _LEFT
                else phrases.kind_of_time(one["why"], words),
            ]
            for one in rule.get("excluded") or []
        ],
        "left_title": words.say("Days that do not count"),
        "strip": _strip(rule),
    }


def _days(paper: Issue, days: int) -> str:
    return paper.words.count(days, "{number} day", "{number} days", number=paper.money.whole(days))


def _how(paper: Issue, rule: Row) -> str:
    """The rule as a sentence."""
    words = paper.words
    asked = _HOW.get(rule["form"], "")
    return words.say(asked, num=rule.get("num"), den=rule.get("den")) if asked else ""


_HOW = {
    "ratio": "The rule: {num} of credit for every {den} counted.",
    "batch": "The rule: {num} of credit for each full {den} counted.",
    "per_month": "The rule: so many days for each month, by the class the authority gives.",
    "per_semester": "The rule: {num} of credit for each {den} full months.",
    "tiers": "The rule: so many days for each month, more with the years served.",
}


def _basis(paper: Issue, rule: Row) -> list[str]:
    words, money = paper.words, paper.money
    found = [
        words.say(
            "Counted now: {days}, {time}.", days=_days(paper, rule["days"]), time=money.time(rule["minutes"])
        )
    ]
    if rule["status"] == "counted" and (rule["days_carried"] or rule["minutes_carried"]):
        carried = [_days(paper, rule["days_carried"])] if rule["days_carried"] else []
        carried += [money.time(rule["minutes_carried"])] if rule["minutes_carried"] else []
        found.append(
            words.say("Carried to the next period, not lost: {carried}.", carried=", ".join(carried))
        )
    return found


def _state(paper: Issue, rule: Row) -> list[str]:
    """What stands in the way, if anything does."""
    words = paper.words
    why = words.say(WHY.get(rule.get("why") or "", rule.get("why") or ""))
    asked = _STATES.get(rule["status"])
    return [f"{words.say(asked)} {why}".strip()] if asked else [why] if why else []


_STATES = {
    "unknown": "Which rule holds for you is not known. Your days are kept, and none is lost.",
    "gated": "Your days are kept, but they count only once something else is settled.",
    "none": "No credit is given for this work. Your hours are evidence all the same.",
}


WHY = {
    "no_code": "No paper of the authority with a rule has been recorded.",
    "no_rule": "The rule the authority names is not in the terms.",
    "rule_undefined": "The law or the agreement does not say how it is counted.",
    "no_credit_rule": "",
    "custody_unknown": "Whether you are sentenced or on remand has not been recorded.",
    "custody_excluded": "The rule does not hold for how you are held now.",
    "debt_unknown": "Whether something is still owed has not been recorded.",
    "debt_unpaid": "A sum named by the rule is still owed.",
    "class_unknown": "The class the authority gives each month has not been recorded.",
    "months_served_unknown": "The months served have not been recorded.",
}
_LEFT = {
    "place_excluded": "Work in this place does not count",
    "place_not_counted": "Work in this place does not count",
    "kind_excluded": "This kind of time does not count",
    "work_counted_that_day": "The day counts already as work",
    "rest_day_not_authorised": "A rest day counts only if authorised",
    "short_day": "Fewer hours than the rule asks",
}


def _decided(paper: Issue, rule: Row) -> list[str]:
    by = rule.get("decided_by") or ""
    return [paper.words.say("Who decides: {by}.", by=phrases.named(by, paper.words))] if by else []


def _strip(rule: Row) -> list[str]:
    """Days carried beside those the next credit needs, for a strip of squares; empty where none fits."""
    need = rule.get("den") or 0
    if rule["status"] != "counted" or rule["form"] not in ("ratio", "batch") or not 1 < need <= 31:
        return []
    return ["full" if at < rule["days_carried"] else "" for at in range(need)]
