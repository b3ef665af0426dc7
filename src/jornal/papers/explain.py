"""One plain sentence for each line of a payslip, such as the person it pays would say it to a friend."""

from fractions import Fraction
from typing import Any

from jornal.papers.phrases import (
    capital,
    facts,
    is_time,
    kind_of_time,
    minor,
    months_of,
    name,
    named,
    quantity,
    rate,
    share_of,
    spoken,
)
from jornal.words.catalogue import Words
from jornal.words.numbers import Figures

Row = dict[str, Any]


def sentence(line: Row, words: Words, money: Figures) -> str:
    """What this line is, how it was counted and who decided it, in the language of `words`.

    `line` is a line of run.json. A line of a kind that is not known here is told by its name and amount.
    """
    say = _BY_PART.get(line["part"], _earning)
    told = say(line, words, money)
    if line.get("of"):
        told = _corrected(line, words, money) or told
    reason = because(line, words) if line["part"] in ("deduction", "top_up") else ""
    return f"{told} {reason}".strip()


def _corrected(line: Row, words: Words, money: Figures) -> str:
    """What an earlier month should have been and what was issued for it; empty where that is not recorded."""
    known = facts(line)
    due, issued = minor(known.get("due")), minor(known.get("issued"))
    if due is None or issued is None:
        return ""
    said = {"due": money.amount(due), "issued": money.amount(issued), "amount": money.amount(line["amount"])}
    told = words.say(_CORRECTED, month=capital(months_of(line["of"], words)), what=name(line, words), **said)
    return f"{told} {words.say(_KEPT)}" if line["part"] == "info" else told


_CORRECTED = (
    "{month} was computed again. {what}: {due} was due and {issued} was issued; the difference is {amount}."
)
_KEPT = "Nothing is taken for it; it is paid back only if you agree."
OWED_BACK = "{amount} too much was paid before. Nothing is taken; it is paid back only if you agree."


def because(line: Row, words: Words) -> str:
    """Who decided it, as a sentence with the place where it is written; empty where no layer is named."""
    asked = _BECAUSE.get(line.get("layer", ""), "")
    if not asked:
        return ""
    source = named(line.get("source") or "", words)
    return words.say(asked, source=source) if source else words.say(_BARE[line["layer"]])


_BECAUSE = {
    "law": "The law says so: {source}.",
    "authority": "The prison authority decided it: {source}.",
    "contract": "Your contract says so: {source}.",
    "house": "It is a rule of the workshop: {source}.",
    "standard": "The standard of fair work says so: {source}.",
}
_BARE = {
    "law": "The law says so.",
    "authority": "The prison authority decided it.",
    "contract": "Your contract says so.",
    "house": "It is a rule of the workshop.",
    "standard": "The standard of fair work says so.",
}

_TIMED = {
    "hourly": "You worked {time} at {rate} an hour: {amount}.",
    "overtime": "You worked {time} beyond the usual hours; {rate} an hour is added: {amount}.",
    "night": "You worked {time} at night; {rate} an hour is added: {amount}.",
    "sunday": "You worked {time} on a Sunday; {rate} an hour is added: {amount}.",
    "rest_day": "You worked {time} on your rest day; {rate} an hour is added: {amount}.",
    "holiday": "You worked {time} on a public holiday; {rate} an hour is added: {amount}.",
    "holiday_pay": "The public holiday is paid: {time} at {rate} an hour, {amount}.",
    "sunday_pay": "The Sunday is paid: {time} at {rate} an hour, {amount}.",
    "rest_day_pay": "The rest day is paid: {time} at {rate} an hour, {amount}.",
    "night_hour": "An hour of night counts for more: {time}, {rate} an hour added, {amount}.",
    "unused_leave": "Paid leave that you had not taken when you left: {time} at {rate} an hour, {amount}.",
    "accrued_pay": "{what}: for your part of the year {time} of pay at {rate} an hour, {amount}.",
}
_OWN_KIND = "{kind}: {time} paid at {rate} an hour, {amount}."
_COUNTED = {
    "piece": (
        "You made {number} piece of “{what}” at {rate}: {amount}.",
        "You made {number} pieces of “{what}” at {rate} each: {amount}.",
    ),
    "daily": (
        "You worked {number} day at {rate}: {amount}.",
        "You worked {number} days at {rate} a day: {amount}.",
    ),
    "monthly": (
        "{number} day of the month is paid at {rate}: {amount}.",
        "{number} days of the month are paid at {rate} a day: {amount}.",
    ),
    "rest_pay": (
        "Your rest day is paid too: {number} day worked gives {rate}, {amount}.",
        "Your rest day is paid too: {number} days worked give {rate} each, {amount}.",
    ),
}


def _earning(line: Row, words: Words, money: Figures) -> str:
    amount, kind = money.amount(line["amount"]), line["kind"]
    if line.get("rate") and line["unit"] == "min" and (kind in _TIMED or is_time(line)):
        of = capital(kind_of_time(kind, words))
        return words.say(
            _TIMED.get(kind, _OWN_KIND),
            kind=of,
            what=name(line, words),
            time=quantity(line, money),
            rate=money.rate(rate(line)),
            amount=amount,
        )
    if line.get("rate") and line["unit"] in ("piece", "day") and kind in _COUNTED:
        one, many = _COUNTED[kind]
        said = {"what": name(line, words), "rate": money.rate(rate(line)), "amount": amount}
        told = words.count(line["quantity"], one, many, number=money.whole(line["quantity"]), **said)
        return _week(line, words) + told
    return words.say(_ANY, what=name(line, words), amount=amount)


def _top_up(line: Row, words: Words, money: Figures) -> str:
    known = facts(line)
    floor = words.say(line.get("label") or "the minimum")
    due, base = minor(known.get("floor")), minor(known.get("base"))
    text = words.say("What you had earned was less than {floor}.", floor=floor)
    if due is not None and base is not None:
        said = {"due": money.amount(due), "base": money.amount(base), "floor": capital(floor)}
        text = words.say("{floor} asks for {due}; you had earned {base}.", **said)
    text = _week(line, words) + text
    added = words.say("So {amount} is added. It is never taken back.", amount=money.amount(line["amount"]))
    return f"{text} {added}"


def _week(line: Row, words: Words) -> str:
    """Which week a line is for, as the start of its sentence; empty for one of the whole period."""
    ends = facts(line).get("week_ends")
    return words.say("Week to {day}:", day=spoken(ends, words)) + " " if ends else ""


def _bonus(line: Row, words: Words, money: Figures) -> str:
    told = words.say(
        "{what}: {amount} is added.", what=name(line, words), amount=money.amount(line["amount"])
    )
    return _with_why(told, line, words)


def _deduction(line: Row, words: Words, money: Figures) -> str:
    amount = money.amount(abs(line["amount"]))
    payee = words.say(line.get("payee") or line.get("label") or line["code"])
    counted = share_of(line)
    if counted:
        said = {"share": money.share(counted[0]), "base": money.amount(counted[1])}
        told = words.say("{share} of {base} goes to {payee}: {amount}.", payee=payee, amount=amount, **said)
        if not _fits(line, counted):
            told += " " + words.say("A limit holds, so it is not exactly that share.")
    else:
        told = words.say("{amount} goes to {payee}.", amount=amount, payee=payee)
    left = minor(facts(line).get("balance_after"))
    if left is not None:
        told += " " + words.say("Still to pay after this: {left}.", left=money.amount(left))
    return _with_why(told, line, words)


def _fits(line: Row, counted: tuple[Fraction, int]) -> bool:
    """Whether the amount is that share of that base, up to rounding."""
    return bool(abs(counted[0] * counted[1] - abs(line["amount"])) <= 1)


def _own(line: Row, words: Words, money: Figures) -> str:
    return words.say("After the deductions {amount} is yours.", amount=money.amount(line["amount"]))


def _instruction(line: Row, words: Words, money: Figures) -> str:
    amount, payee = money.amount(abs(line["amount"])), line.get("payee") or name(line, words)
    saved, counted = line["kind"] == "savings", share_of(line)
    said = {"payee": payee, "amount": amount}
    if counted:
        said |= {"share": money.share(counted[0]), "base": money.amount(counted[1])}
        asked = _SAVED_SHARE if saved else _SENT_SHARE if _fits(line, counted) else _SENT_PART
    else:
        asked = "You asked to save {amount}." if saved else "You asked to send {amount} to {payee}."
    return words.say(asked, **said) + " " + words.say("You may change this whenever you wish.")


_SAVED_SHARE = "You asked to save {share} of your own portion of {base}: {amount}."
_SENT_SHARE = "You asked to send {share} of your own portion of {base} to {payee}: {amount}."
_SENT_PART = "Of the {share} of your own portion of {base} that you asked to send, {amount} goes to {payee}."


def _in_hand(line: Row, words: Words, money: Figures) -> str:
    asked = _IN_HAND.get(line["kind"])
    what, amount = name(line, words), money.amount(abs(line["amount"]))
    told = words.say(asked or _ANY, what=what, amount=amount)
    return _with_why(told, line, words)


_ANY = "{what}: {amount}."
_IN_HAND = {
    "in_hand": "After what you asked to send and save, {amount} is paid out to you.",
    "refund": "{what}: {amount} is paid back to you.",
    "advance": "{what}: {amount} was given to you before and is settled now.",
    "repayment": "{what}: you agreed to pay back {amount} now.",
    "cash_rounding": "There is no smaller coin, so the sum is rounded by {amount}.",
}


def _held(line: Row, words: Words, money: Figures) -> str:
    what = _held_name(line, words)
    told = words.say("{what} is held, not taken.", what=what)
    if line["amount"]:
        kept = words.say(
            "{amount} stays with you until it is settled.", amount=money.amount(abs(line["amount"]))
        )
    else:
        kept = words.say("How much it would be is not known; the money stays with you until it is settled.")
    return _with_why(told, line, words) + " " + kept


def _held_name(line: Row, words: Words) -> str:
    return words.say(line.get("label") or "") or name(line, words)


def _with_why(told: str, line: Row, words: Words) -> str:
    """The sentence with its reason: one of the rules' own, or what a person wrote, as written."""
    known = facts(line)
    if known.get("reason"):
        told += " " + words.say("Why: {reason}.", reason=str(known["reason"]).rstrip("."))
    if known.get("approver"):
        told += " " + words.say("Decided by {approver}.", approver=known["approver"])
    if not line.get("why"):
        return told
    why = str(line["why"])
    return f"{told} {words.say(_WHY.get(why, why))}"


_WHY = {
    "share_unknown": "How large the share is has not been confirmed.",
    "floor_unknown": "The minimum it is counted from has not been confirmed.",
    "balance_unknown": "How much is still owed is not known.",
    "amount_unknown": "The amount has not been recorded.",
    "owed_back": _KEPT,
    "no_consent": "No day is recorded on which you agreed to it.",
}


def _info(line: Row, words: Words, money: Figures) -> str:
    return _with_why(
        words.say(_ANY, what=name(line, words), amount=money.amount(line["amount"])), line, words
    )


_BY_PART = {
    "earning": _earning,
    "top_up": _top_up,
    "bonus": _bonus,
    "deduction": _deduction,
    "own": _own,
    "instruction": _instruction,
    "in_hand": _in_hand,
    "held": _held,
    "info": _info,
}
