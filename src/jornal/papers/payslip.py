"""What a payslip says: the front with every figure, the back with every line in plain sentences."""

from datetime import date
from typing import Any

from jornal.papers import bars, phrases
from jornal.papers.explain import OWED_BACK, sentence
from jornal.papers.heads import Issue, head, incomplete, model, notes
from jornal.papers.render import pdf
from jornal.papers.room import is_long
from jornal.words.dates import day_text

Row = dict[str, Any]


def payslip(paper: Issue, worker: Row) -> bytes:
    """The payslip of one worker of a run, in the language of `paper`: A4, explanation on its back."""
    return pdf("payslip", says(paper, worker), paper.day)


def says(paper: Issue, worker: Row) -> Row:
    """Every word and figure of a payslip, as its template wants them; `long`: may need smaller letters."""
    found = _both_sides(paper, worker)
    return {**found, "long": is_long(found)}


def _both_sides(paper: Issue, worker: Row) -> Row:
    return {
        **head(paper, "Payslip"),
        "name": worker["name"],
        "code": worker["code"],
        "about": _about(paper, worker),
        "banners": _banners(paper, worker),
        "figures": _figures(paper, worker),
        "ledgers": [part for part in _ledgers(paper, worker) if part["rows"]],
        "hours": _hours(paper, worker),
        "beside": beside(paper, worker),
        "paid": _paid(paper, worker),
        "year": _year(paper, worker),
        "notes": [
            *_savings(paper, worker), *_remarks(paper, worker), model(paper), *_marked(paper, worker), *notes(paper),
        ],
        "sign": _sign(paper),
        "back": _back(paper, worker),
    }  # fmt: skip


def _about(paper: Issue, worker: Row) -> list[list[str]]:
    site, words = paper.run["site"], paper.words
    contract = worker["contract"]
    rows = [
        ["Employer", phrases.named(site.get("legal_employer") or "", words)],
        ["Agreement with", phrases.named(site.get("authority") or "", words)],
        ["Contract", words.say(contract.get("label") or "")],
        ["Trade", words.say(contract.get("trade") or "")],
    ]
    return [[words.say(label), value] for label, value in rows if value]


def _banners(paper: Issue, worker: Row) -> list[str]:
    words, found = paper.words, incomplete(paper)
    if worker["status"] == "on_account":
        found.insert(
            0,
            words.say("On account, incomplete: rows of this month are still to be mended; the rest follows."),
        )
    stopped = _faults(paper, worker, stopping=True)
    return [*found, words.say("Still open: {faults}", faults=stopped)] if stopped else found


def _faults(paper: Issue, worker: Row, *, stopping: bool) -> str:
    """The sentences of faults that stop something, or of those that only remark something."""
    faults = [fault for fault in worker.get("faults") or [] if bool(fault.get("stops")) == stopping]
    return " ".join(dict.fromkeys(phrases.fault_sentence(fault, paper.words) for fault in faults))


def _remarks(paper: Issue, worker: Row) -> list[str]:
    told = _faults(paper, worker, stopping=False)
    return [paper.words.say("Remarks: {faults}", faults=told)] if told else []


def _figures(paper: Issue, worker: Row) -> list[Row]:
    """The five figures the eye meets first; the last is what she receives."""
    totals, words, money = worker["totals"], paper.words, paper.money
    rows = [
        ("Hours", money.time(bars.minutes(worker))),
        ("Earned, gross", money.amount(totals["gross"])),
        ("Taken off", money.amount(-totals["deductions"])),
        ("Your own, net", money.amount(totals["own"])),
        ("In hand", money.amount(totals["in_hand"])),
    ]
    return [{"label": words.say(label), "value": value} for label, value in rows]


def _ledgers(paper: Issue, worker: Row) -> list[Row]:
    lines, totals = worker["lines"], worker["totals"]
    by_part: dict[str, list[Row]] = {}
    for line in lines:
        by_part.setdefault(line["part"], []).append(line)
    earned = [*by_part.get("earning", []), *by_part.get("top_up", []), *by_part.get("bonus", [])]
    hand = [line for line in by_part.get("in_hand", []) if line["kind"] not in ("own", "in_hand")]
    return [
        _ledger(paper, "What you earned", earned, ("Earned, gross", totals["gross"])),
        _ledger(paper, "Taken off", by_part.get("deduction", []), ("Your own, net", totals["own"])),
        _ledger(paper, "Held, not taken", by_part.get("held", []), None),
        _ledger(paper, "Sent and saved as you asked", by_part.get("instruction", []), None),
        _ledger(paper, "Before it reaches your hand", hand, None),
    ]


def _ledger(paper: Issue, title: str, lines: list[Row], total: tuple[str, int] | None) -> Row:
    words, money = paper.words, paper.money
    return {
        "title": words.say(title),
        "rows": [_entry(paper, group) for group in _by_week(lines)],
        "total": [words.say(total[0]), money.plain(total[1])] if total else [],
    }


def _by_week(lines: list[Row]) -> list[list[Row]]:
    """Lines in groups of one, those that a rule gives week by week together; the back tells them apart."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for number, line in enumerate(lines):
        weekly = (
            line["part"] != "deduction" and (line["kind"] in ("rest_pay", "top_up")) and not line.get("of")
        )
        key = (line["part"], line["kind"], line["code"]) if weekly else (number,)
        groups.setdefault(key, []).append(line)
    return list(groups.values())


def _entry(paper: Issue, group: list[Row]) -> Row:
    words, money, line = paper.words, paper.money, group[0]
    named = phrases.name(line, words)
    if line.get("of"):
        named = words.say(
            "{what}, correction for {month}", what=named, month=phrases.months_of(line["of"], words)
        )
    amount = sum(one["amount"] for one in group)
    under = [phrases.counted(line, money)]
    if len(group) > 1:
        under = [
            words.count(len(group), "{number} time, each on the back", "{number} times, each on the back")
        ]
    if line["part"] == "deduction" and line.get("payee"):
        under.append(words.say("to {payee}", payee=words.say(line["payee"])))
    if line["part"] not in ("instruction", "bonus"):
        under.append(phrases.decided(line, words))
    unknown = line["part"] == "held" and not line["amount"]
    taken = line["part"] in ("deduction", "instruction") or line["kind"] in ("advance", "repayment")
    return {
        "name": named + phrases.marks(line),
        "under": " · ".join(part for part in under if part),
        "amount": words.say("not known") if unknown else money.plain(-abs(amount) if taken else amount),
    }


def _hours(paper: Issue, worker: Row) -> Row:
    words, money = paper.words, paper.money
    return {
        "title": words.say("Hours by kind"),
        "rows": [
            [
                phrases.capital(phrases.kind_of_time(row["kind"], words)),
                words.count(row["days"], "{number} day", "{number} days"),
                money.time(row["minutes"]) if row["minutes"] else "–",
            ]
            for row in worker["hours"]
        ],
    }


def beside(paper: Issue, worker: Row) -> Row:
    """Her pay beside the floor: a title, bars, the picture in words, its source and any declared gap."""
    words, money, compared = paper.words, paper.money, bars.compared(worker)
    source = " · ".join(
        part for part in (words.say(compared.get("label") or ""), phrases.decided(compared, words)) if part
    )
    gaps = [compared.get("declared_gap") or "", *(worker["contract"].get("declared_gaps") or [])]
    gap = " ".join(dict.fromkeys(words.say(one) for one in gaps if one))
    return {
        "title": words.say("An hour of yours, beside the minimum"),
        "rows": bars.beside(worker, words, money),
        "hour": words.say("an hour"),
        "words": bars.in_words(worker, words, money),
        "tick": words.say("The black line is the floor of this contract."),
        "source": source + phrases.marks(compared),
        "gap": words.say("Declared gap: {gap}", gap=gap) if gap else "",
    }


def _paid(paper: Issue, worker: Row) -> list[str]:
    words, money, site = paper.words, paper.money, paper.run["site"]
    held = worker.get("how_paid") or {}
    found = []
    if held.get("by"):
        found.append(words.say("How it is paid: {way}.", way=words.say(str(held["by"]))))
    if site.get("pay_day"):
        found.append(words.say("Pay day: {day}.", day=words.say(str(site["pay_day"]))))
    if worker["totals"].get("owed_back"):
        owed = money.amount(worker["totals"]["owed_back"])
        found.append(words.say(OWED_BACK, amount=owed))
    return found


def _year(paper: Issue, worker: Row) -> Row:
    words, money, held = paper.words, paper.money, worker.get("year_to_date") or {}
    names = {
        "gross": "Earned, gross",
        "deductions": "Taken off",
        "own": "Your own, net",
        "instructions": "Sent, saved",
        "in_hand": "In hand",
    }
    return {
        "title": words.say("This year so far"),
        "rows": [[words.say(label), money.plain(held[key])] for key, label in names.items() if key in held],
    }


def _savings(paper: Issue, worker: Row) -> list[str]:
    """Her balance of savings, where she has any."""
    held, money = worker.get("savings"), paper.money
    if not held:
        return []
    told = {name: money.amount(amount) for name, amount in held.items()}
    return [paper.words.say("Saved before this slip: {before}. With it: {after}.", **told)]


def _marked(paper: Issue, worker: Row) -> list[str]:
    rows = [*worker["lines"], bars.compared(worker)]
    if any(phrases.marks(row) for row in rows):
        return [paper.words.say("* From knowledge of the law, not confirmed against its text.")]
    return []


def _sign(paper: Issue) -> Row:
    words = paper.words
    return {
        "line": words.say("Signature or fingerprint"),
        "day": words.say("Received on"),
        "says": words.say("Signing says that I received this paper, not that I agree with it."),
    }


def _back(paper: Issue, worker: Row) -> Row:
    words = paper.words
    items = [
        _item(paper, worker, line) for line in worker["lines"] if line["part"] != "in_hand" or line["amount"]
    ]
    return {
        "title": words.say("Every line explained"),
        "lead": words.say("The same figures in sentences. Ask until each one is clear to you."),
        "items": items,
        "beside": _comparators(paper, bars.compared(worker)),
        "open": words.say(_ASK),
        "fold": words.say("Fold three times; only this stays outside."),
    }


_ASK = (
    "Is something not right? Tell the workshop, the workers’ representative or the authority. "
    "Nobody may hold it against you."
)


def _item(paper: Issue, worker: Row, line: Row) -> Row:
    days = phrases.days_under(line, worker.get("days") or [])
    return {
        "name": phrases.name({**line, "payee": ""}, paper.words),
        "text": sentence(line, paper.words, paper.money) + phrases.marks(line),
        "days": phrases.days_phrase(days, paper.words) if days and line["part"] == "earning" else "",
    }


def _comparators(paper: Issue, compared: Row) -> list[str]:
    words, money = paper.words, paper.money
    told = []
    for key, asked in _TOLD.items():
        found = compared.get(key)
        if found is not None:
            told.append(words.say(asked, amount=money.amount(found)))
    if compared.get("checked"):
        told.append(
            words.say(
                "Checked on {day}.",
                day=day_text(date.fromisoformat(str(compared["checked"])), paper.language),
            )
        )
    return told


_TOLD = {
    "guarantee": "The guarantee is what the minimum promises for your timetable: {amount} for these hours.",
    "paid_rest_hour": "Cut into hours with the paid rest day inside, the minimum would be {amount}.",
    "plain_hour": "Cut into plain hours it would be {amount}.",
}  # fmt: skip
