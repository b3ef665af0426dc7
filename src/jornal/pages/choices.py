"""What a field offers to choose from: a few fixed words, or what the register and the adopted terms hold."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from jornal.actions import adopt
from jornal.actions.standing import languages
from jornal.facts.organisation import Site
from jornal.facts.pay import PayAnswer, PayQuery
from jornal.facts.people import Enrolled, Offer
from jornal.facts.pieces import LocalOperation
from jornal.facts.work import Graded, Instruction, Job, RateCard, Request
from jornal.pages import craftchoices, tradechoices, whochoices
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.reads.pay import runs_of
from jornal.terms.contracts import Contract, Enterprise, Rate
from jornal.terms.kinds import load
from jornal.terms.packs import Pack
from jornal.words.catalogue import OWN_NAMES
from jornal.words.dates import day_text, month_named

WORDS: dict[str, dict[str, str]] = {
    "tellings": {"groups": "Groups she counts herself to", "wellbeing": "How work is for her"},
    "answers": {"accepted": "She says yes", "refused": "She says no", "later": "She will say later"},
    "purposes": {
        "work": "To work", "family": "To send part of her pay to her family", "savings": "To save part of her pay",
        "image": "To be shown in pictures", "name": "To be named", "quote": "To be quoted",
        "data_share": "That data about her is passed on", "contact_after": "To be written to after she leaves",
    },
    "witnesses": {
        "ngo": "A non-governmental organisation", "lawyer": "A lawyer", "chaplain": "A chaplain",
        "ombudsman": "The ombudsman", "family": "Her family", "representative": "The workers' representative",
        "other": "Elsewhere", "none": "Nobody was there",
    },
    "levels": {"not_yet": "Not yet", "with_help": "With help", "alone": "Alone", "can_teach": "Can show others"},
    "givers": {"us": "We ourselves", "partner": "A partner"},
    "results": {"passed": "She passed", "took_part": "She took part", "not_yet": "Not yet"},
    "work_after": {
        "with_us": "With us", "elsewhere": "Elsewhere", "looking": "She is looking", "none": "None",
        "not_said": "She does not say",
    },
    "home_after": {
        "own": "A home of her own", "family": "With her family", "hostel": "A hostel", "none": "None",
        "not_said": "She does not say",
    },
    "inside_after": {"no": "No", "yes": "Yes", "not_said": "She does not say"},
    "months_after": {"3": "Three months", "6": "Six months", "12": "Twelve months"},
    "release_sources": {"authority": "The authority", "herself": "She herself"},
    "plan_answers": {"made": "She made a plan", "declined": "She wants none", "later": "She will say later"},
    "plan_work": {
        "home": "With us, from home", "elsewhere": "Elsewhere", "none": "Not at first", "not_known": "Not known",
    },
    "least": {"with_help": "With help", "alone": "Alone", "can_teach": "Can show others"},
    "standings": {"sentenced": "Sentenced", "remand": "On remand"},
    "reasons": {
        "release": "She is released", "transfer": "She is moved to another site", "own_choice": "She wants to",
        "agreement_ended": "The agreement ended", "health": "Her health", "authority": "The authority decided",
        "other": "The enterprise sends her away",
    },
    "reading": {"yes": "Yes", "with_help": "With help", "no": "No", "not_asked": "Nobody asked yet"},
    "yes_or_no": {"yes": "Yes", "no": "No"},
    "true_or_false": {"true": "Yes", "false": "No"},
    "days_are": {"right": "Right", "not_right": "Not right", "declined": "She will not say"},
    "causes": {
        "material": "Material", "machine": "Machine", "design": "Design", "worker": "Her own fault",
        "unknown": "Not known",
    },
    "heard": {"yes": "Yes", "no": "No", "declined": "She did not want to"},
    "allowed": {"yes": "Yes", "no": "No", "unknown": "Not known"},
    "credits": {
        "nothing": "Not at all", "mark": "By her mark", "chosen_name": "By a name she chooses",
        "first_name": "By her first name",
    },
    "own_purposes": {"family": "For her family", "savings": "For her savings"},
    "savings": {"paid_out": "Paid out at her wish", "interest": "Interest"},
    "senders": {"herself": "She alone", "enterprise": "The enterprise too"},
    "sums": {
        "bonus": "Bonus", "refund": "Refund", "advance": "Advance", "repayment": "Repayment",
        "given": "Figure of a deduction, as its paper gives it", "discretion": "Figure of a deduction, as was decided",
    },
    "slip_answers": {"agreed": "I agree", "disputed": "I disagree", "declined": "I will not sign"},
    "outcomes": {"explained": "It was explained", "corrected": "Pay is corrected", "refused": "It was refused"},
    "ways": {
        "cash": "Cash", "bank": "Bank transfer", "prison_account": "Account at the prison", "mobile": "Mobile money",
        "savings": "Into savings",
    },
    "parts": {"in_hand": "Hers in hand", "deduction": "A deduction", "instruction": "Her instruction"},
    "returns": {
        "account_closed": "The account is closed", "wrong_account": "Another account", "not_collected": "Not collected",
        "refused": "It was refused", "other": "Something else",
    },
}  # fmt: skip
"""Fixed words, by the name of the source: each value with the key of what is said of it."""


def choices(desk: Desk, source: str, worker: str = "") -> tuple[Choice, ...]:
    """What a source offers at this desk, of this worker where it is hers; nothing where nothing is recorded yet."""
    if source in WORDS:
        return of_words(desk, WORDS[source])
    return tuple(Choice(value, label or value) for value, label in FOUND[source](desk, worker))


Found = Iterable[tuple[str, str]]
Source = Callable[[Desk], Found]
"""What a field offers at a desk: values with what is said of them, in the reader's language already."""


def with_choices(desk: Desk, one: Asked, source: str, worker: str = "") -> Asked:
    """A field with what a source offers; typed where there is nothing."""
    return one.offering(choices(desk, source, worker))


def of_words(desk: Desk, table: Mapping[str, str]) -> tuple[Choice, ...]:
    """A few fixed words to choose from, by a table of values with the key of what is said of each."""
    return tuple(Choice(value, desk.say(key)) for value, key in table.items())


def worded(table: Mapping[str, str]) -> Source:
    """The same as a source."""
    return lambda desk: of_words(desk, table)


def of_worker(worker: str) -> dict[str, Source]:
    """Every source by its name, as it is for a worker."""
    return {name: partial(choices, source=name, worker=worker) for name in (*WORDS, *FOUND)}


def terms_of(desk: Desk) -> tuple[Enterprise, dict[str, Pack]] | None:
    """The terms that were adopted for this site, read once for a request; None where none were."""
    if "terms" not in desk.kept:
        fact = adopt.adopted_for(desk.place)
        desk.kept["terms"] = adopt.terms_of(fact) if fact else None
    found: tuple[Enterprise, dict[str, Pack]] | None = desk.kept["terms"]
    return found


def contracts_of(desk: Desk) -> list[Contract]:
    """The contracts that the adopted terms have at this site; none where nothing was adopted."""
    terms = terms_of(desk)
    if terms is None:
        return []
    enterprise, _ = terms
    names = [name for site in enterprise.site if site.id == desk.place for name in site.contracts]
    return [one for one in enterprise.contract if one.id in names]


def operations_called(desk: Desk) -> dict[str, str]:
    """What operations are called here by their tokens; at headquarters those that any site has a rate for."""
    if desk.site:
        return {token: label for token, label in _operations(desk, "") if label}
    rows = RateCard.objects.current().exclude(operation="").exclude(label="")
    return dict(rows.values_list("operation", "label"))


def language_name(code: str) -> str:
    """A language as its speakers call it; the code of one whose name is not known here."""
    return OWN_NAMES.get(code, code)


def _languages(desk: Desk, worker: str) -> Found:
    """Those of the site first, then hers, then all that pages and papers speak."""
    hers = Enrolled.objects.current().filter(worker=worker).values_list("language", "languages")
    offered = Offer.objects.current().filter(worker=worker).values_list("language", flat=True)
    own = [code for first, rest in hers for code in (first, *rest)]
    every = [*languages(desk.site), *own, *offered, *OWN_NAMES]
    return [(code, language_name(code)) for code in dict.fromkeys(every) if code]


def _contracts(desk: Desk, _: str) -> Found:
    return [(one.id, desk.say(one.label)) for one in contracts_of(desk)]


def _rates(desk: Desk) -> list[Rate]:
    return [rate for one in contracts_of(desk) for rate in one.rate]


def _grades(desk: Desk, worker: str) -> Found:
    found = {rate.grade: desk.say(rate.label) for rate in _rates(desk) if rate.grade}
    cards = RateCard.objects.current().filter(site=desk.place).exclude(grade="")
    known = Graded.objects.current().filter(worker=worker)
    for grade in (*cards.values_list("grade", flat=True), *known.values_list("grade", flat=True)):
        found.setdefault(grade, "")
    return found.items()


def _trades(desk: Desk, _: str) -> Found:
    jobs = Job.objects.current().filter(site=desk.place).values_list("trade", flat=True)
    found = dict.fromkeys([*(one.trade for one in contracts_of(desk)), *jobs])
    return [(trade, desk.say(trade)) for trade in found if trade]


def _steps(desk: Desk, _: str) -> Found:
    terms = terms_of(desk)
    if terms is None:
        return []
    enterprise, packs = terms
    laws = [packs[site.jurisdiction].rules.step for site in enterprise.site if site.id == desk.place]
    return {one.id: desk.say(one.label) for some in (*laws, enterprise.rules.step) for one in some}.items()


def _steps_or_owed(desk: Desk, worker: str) -> Found:
    """What a repayment is of: a deduction, or what her slip shows as owed back."""
    return [("owed_back", desk.say("What is owed back")), *_steps(desk, worker)]


def _jobs(desk: Desk, _: str) -> Found:
    rows = Job.objects.current().filter(site=desk.place).order_by("label").values_list("job", "label")
    return [(job, desk.say(label)) for job, label in rows]


def _operations(desk: Desk, _: str) -> Found:
    found = {rate.operation: desk.say(rate.label) for rate in _rates(desk) if rate.operation}
    for kind in (RateCard, LocalOperation):
        rows = kind.objects.current().filter(site=desk.place).exclude(operation="")
        found |= dict(rows.values_list("operation", "label"))
    return found.items()


def _kinds(desk: Desk, _: str) -> Found:
    language = desk.words.language
    return [(one.id, one.words[language][0] if language in one.words else one.label) for one in load().all]


def _jurisdictions(desk: Desk, _: str) -> Found:
    terms = terms_of(desk)
    return [(code, desk.say(pack.label)) for code, pack in terms[1].items()] if terms else []


def _other_sites(desk: Desk, _: str) -> Found:
    rows = Site.objects.current().exclude(site=desk.place).order_by("site").values_list("site", "label")
    return [(site, desk.say(label)) for site, label in rows]


def _months(desk: Desk, _: str) -> Found:
    months = sorted({run.month for run in runs_of(desk.place)}, reverse=True)
    return [(one, month_named(one, desk.words.language)) for one in months]


def _instructions(_: Desk, worker: str) -> Found:
    rows = Instruction.objects.current().filter(worker=worker, ends_on=None)
    return [(one, "") for one in dict.fromkeys(rows.order_by("since").values_list("instruction", flat=True))]


def _requests(desk: Desk, worker: str) -> Found:
    rows = Request.objects.current().filter(worker=worker, until=None)
    labels = dict(_steps(desk, worker))
    return [(step, labels.get(step, "")) for step in rows.values_list("step", flat=True)]


def _questions(desk: Desk, worker: str) -> Found:
    answered = PayAnswer.objects.current().values("query")
    rows = PayQuery.objects.current().filter(site=desk.place, worker=worker).exclude(root__in=answered)
    days = dict.fromkeys(rows.order_by("day").values_list("day", flat=True))
    return [(day.isoformat(), day_text(day, desk.words.language)) for day in days]


FOUND: Mapping[str, Callable[[Desk, str], Found]] = {
    **craftchoices.FOUND,
    **whochoices.FOUND,
    "contracts": _contracts,
    "grades": _grades,
    "instructions": _instructions,
    "jobs": _jobs,
    "jurisdictions": _jurisdictions,
    "kinds": _kinds,
    "languages": _languages,
    "months": _months,
    "operations": _operations,
    "orders": lambda desk, _: tradechoices.orders(desk),
    "other_sites": _other_sites,
    "questions": _questions,
    "requests": _requests,
    "steps": _steps,
    "steps_or_owed": _steps_or_owed,
    "trades": _trades,
    "workshops": lambda desk, _: tradechoices.workshops(desk),
}
"""What is looked up, by the name of the source."""
