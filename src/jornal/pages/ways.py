"""Where a page speaks of what is done: the page and the form, in place of the command that does the same."""

import re
from collections.abc import Callable
from typing import NamedTuple

Say = Callable[..., str]
MARKS = {"en": "“{form}”", "es": "«{form}»", "da": "»{form}«", "th": "“{form}”"}
COMMAND = re.compile(r"`jornal (?:do )?([a-z-]+)((?: [a-z-]+)?)[^`]*`")
"""A command as a sentence names it: its first word or its verb, and one word more."""
FIELD = re.compile(r" ?\([a-z_]+=[^()]*\)")
"""How a field is typed, in brackets behind the words for it."""


class Way(NamedTuple):
    """A page by the key of what the menu calls it, and what is chosen there, by the key of its words."""

    page: str
    form: str


VERBS = {
    "add-course": Way("Courses", "Add a course"),
    "add-line": Way("Orders", "Add or change a line"),
    "add-technique": Way("Skills", "Add a technique"),
    "answer-offer": Way("People", "Record her answer"),
    "answer-question": Way("People", "Answer her question about pay"),
    "agree-budget": Way("Money back", "Agree a budget with an authority"),
    "ask-about-pay": Way("People", "Record her question about pay"),
    "ask-overtime": Way("Planned", "Ask for overtime"),
    "assess": Way("People", "Record a judged piece"),
    "begin-design": Way("Catalogue", "Begin a design"),
    "confirm-order": Way("Orders", "Promise an order"),
    "correct-account": Way("People", "Correct an account"),
    "count": Way("Pieces", "Count pieces"),
    "count-stock": Way("Goods", "Count goods"),
    "count-tools": Way("Lots", "Count the tools of a shift"),
    "decide-sum": Way("People", "Record a bonus, refund, advance or repayment"),
    "end-role": Way("Roles and accounts", "End it today"),
    "enrol": Way("People", "Offer work"),
    "file-opinion": Way("Markets", "Put an opinion on file"),
    "finish-course": Way("People", "Record what came of a course"),
    "finish-lot": Way("Lots", "Finish a lot"),
    "give-advance": Way("Money back", "Give an advance to buy with"),
    "give-consent": Way("People", "Record a consent"),
    "grant-role": Way("Roles and accounts", "Grant a role"),
    "hold-training": Way("Planned", "Record training that was held"),
    "judge-lot": Way("Lots", "Judge a lot"),
    "leave": Way("People", "Record that she leaves"),
    "list-tools": Way("Lots", "List the tools of a workshop"),
    "move-goods": Way("Goods", "Move goods"),
    "name-authority": Way("Agreements", "Record an authority"),
    "name-beneficiary": Way("People", "Name somebody who receives for her"),
    "name-goods": Way("Sales", "Say which product goods are"),
    "name-material": Way("Catalogue", "Name a material"),
    "name-operation": Way("Pieces", "Name an operation"),
    "name-place": Way("Goods", "Name a place for goods"),
    "name-product": Way("Catalogue", "Name a product"),
    "offer-work": Way("People", "Offer work"),
    "open-lot": Way("Lots", "Open a lot"),
    "open-site": Way("Agreements", "Open a site"),
    "open-workshop": Way("Agreements", "Open a workshop"),
    "pay": Way("People", "Record a payment"),
    "pays-from": Way("Pay", "Pay from another account"),
    "place-order": Way("Orders", "Place an order"),
    "plan-head": Way("Money back", "Add a head to a budget"),
    "promise-profit": Way("Money back", "Promise a share of the profit"),
    "put-question": Way("Dialogue", "Ask a question"),
    "receive-material": Way("Lots", "Receive material"),
    "receive-money": Way("Money back", "Record money received"),
    "record-grant": Way("Money back", "Record a grant"),
    "return-kit": Way("Lots", "Count a kit that came back"),
    "sell": Way("Sales", "Record a sale"),
    "set-account": Way("People", "Record her account"),
    "set-cost": Way("Catalogue", "Set what it costs"),
    "set-exchange-rate": Way("Money back", "Record a rate of exchange"),
    "set-milestones": Way("Orders", "Part its sum into milestones"),
    "set-rate": Way("Rates", "Set a rate"),
    "set-recipe": Way("Catalogue", "Set a recipe"),
    "take-on-staff": Way("Roles and accounts", "Take somebody on"),
    "transfer": Way("People", "Carry her over into another site"),
    "type-approval": Way("Pay", "Record the approval"),
}
COMMANDS = {
    "attach": Way("Dialogue", "Add a photo"),
    "brief": Way("Dialogue", "Questions"),
    "correct shift": Way("Attendance", "Correct it"),
    "correct worker": Way("People", "Correct her year of birth"),
    "issue": Way("Pay", "Issue the pay"),
    "owed": Way("Pay", "Payments"),
    "savings": Way("Pay", "Savings"),
    "status": Way("Register", ""),
    "terms adopt": Way("Agreements", "Adopt terms"),
}
"""Commands that are no verbs. One that is in neither table has no page, and stays as it is typed."""


def on_pages(text: str, say: Say, language: str) -> str:
    """A sentence with the page and the form in place of each command that has one, in the reader's language.

    How a field is typed behind a verb is left out: a form asks it in words.
    """

    def said(found: re.Match[str]) -> str:
        first, second = found[1], found[2]
        way = COMMANDS.get(first + second) or COMMANDS.get(first)
        if found[0].startswith("`jornal do "):
            way = VERBS.get(first)
        if way is None:
            return found[0]
        return MARKS[language].format(form=": ".join(say(one) for one in way if one))

    return FIELD.sub("", COMMAND.sub(said, text))
