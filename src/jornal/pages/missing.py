"""What is missing for a worker, in words, and where it is mended."""

from typing import NamedTuple
from urllib.parse import urlencode

from jornal.pages.deed import kept, roles_of
from jornal.pages.desk import Desk
from jornal.reads.needs import Need
from jornal.words.dates import day_text, month_named

SHORT = {
    "consent_none": "Consent",
    "consent_withdrawn": "consent withdrawn",
    "consent_expired": "consent expired",
    "consent_soon": "consent ends soon",
    "contract": "Contract",
    "contract_copy": "copy of the contract",
    "custody": "her standing",
    "reads": "whether she reads",
    "offer": "new offer",
    "answer": "her answer",
    "thinking": "she thinks it over",
    "enrol": "ready to begin",
}
"""One word or two, for a column."""

LONG = {
    "consent_none": "No consent to work of hers is recorded. Read it to her, with a witness from outside.",
    "consent_withdrawn": "She withdrew her consent to work on {day}. She is on no roster; what she earned is paid.",
    "consent_expired": "Her consent to work expired on {day}. Read it to her again before she works on.",
    "consent_soon": "Her consent to work ends on {day}. Read it to her again, with a witness from outside.",
    "contract": "No contract of hers is recorded. Until it is, her month cannot be computed.",
    "contract_copy": "No copy of her contract of {day} in her hand is recorded.",
    "custody": "How she stands (sentenced, or on remand) is not recorded. Rules of credit and deductions ask for it.",
    "reads": "Nobody asked her yet whether she reads. Who reads her papers to her depends on it.",
    "offer": "No offer to her is open. Make a new one, if there is work.",
    "answer": "She has not answered her offer yet. No costs her nothing.",
    "thinking": "She thinks it over until {day}. Nothing is asked of her before.",
    "enrol": "She accepted and has thought it over since {day}. She can begin.",
    "question": "Her question about pay of {day} waits for an answer.",
    "slip": "Her payslip of {about} was not handed over yet.",
    "finding": "A finding of {day} about her is open.",
}
"""The sentence, for her page."""

BAD = ("consent_none", "consent_withdrawn", "consent_expired", "contract")
CALM = ("thinking", "answer")
DONE_WITH = {
    "consent_none": "give-consent",
    "consent_withdrawn": "give-consent",
    "consent_expired": "give-consent",
    "consent_soon": "give-consent",
    "contract": "sign-contract",
    "contract_copy": "copy-given",
    "custody": "set-custody",
    "reads": "reading",
    "answer": "answer-offer",
    "question": "answer-question",
    "slip": "hand-over",
}
"""The verb that mends it, where a form of the person's page does."""


BADGES = {"bad": "Needed", "soon": "Soon", "": "Waits"}


class Missing(NamedTuple):
    """One thing that is missing: class and words of its badge, its word, sentence, where it is mended ("" nowhere)."""

    kind: str
    badge: str
    word: str
    says: str
    address: str


def _about(desk: Desk, need: Need) -> str:
    """What a need is of, in words; a payslip by its month."""
    return month_named(need.about, desk.words.language) if need.what == "slip" else need.about


def missing(desk: Desk, worker: str, need: Need) -> Missing:
    """A need in this person's language, with the page where she can mend it."""
    day = day_text(need.on, desk.words.language) if need.on else ""
    says = desk.say(LONG[need.what], day=day, about=_about(desk, need))
    kind = "bad" if need.what in BAD else "" if need.what in CALM else "soon"
    return Missing(
        kind, desk.say(BADGES[kind]), desk.say(SHORT.get(need.what, "")), says, _address(desk, worker, need)
    )


def _address(desk: Desk, worker: str, need: Need) -> str:
    if need.what == "finding":
        return desk.at_if_any("site.findings")
    name, captured = {
        "offer": ("site.people.offer", {}),
        "enrol": ("site.people.enrol", {"worker": worker}),
    }.get(need.what, ("site.people.do", {"worker": worker, "verb": DONE_WITH.get(need.what, "")}))
    verb = captured.get("verb")
    if verb == "" or (verb and not desk.roles & set(roles_of(verb))):
        return ""
    address = desk.at_if_any(name, **captured)
    query = urlencode(kept(desk) if captured else {"worker": worker})
    return f"{address}?{query}" if address and query else address
