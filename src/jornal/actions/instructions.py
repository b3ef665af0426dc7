"""Her own instructions on her own portion: who receives, what share or amount, until when."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from jornal.actions.amounts import Minor
from jornal.actions.given import Code, known_here
from jornal.actions.office import Office
from jornal.actions.typedaccounts import doubt
from jornal.actions.verb import Row, Verb
from jornal.facts.work import Beneficiary, Instruction
from jornal.journal.canon import canonical
from jornal.journal.fact import Fact
from jornal.journal.record import corrected
from jornal.reads.people import consents_in_force
from jornal.terms.shapes import read_ratio
from jornal.units.listed import refuse
from jornal.units.parts import Part
from jornal.units.said import Said

ROLES = ("site_manager", "trainer", "representative")
_INITIALS = re.compile(r"[^\W\d_]{1,5}")


class NotHers(Said):
    """A beneficiary whom she never named."""

    def __init__(self, worker: str, beneficiary: str) -> None:
        super().__init__(
            "{worker} has named no beneficiary {beneficiary}. Name them first, with `jornal do name-"
            "beneficiary`.",
            worker=worker,
            beneficiary=beneficiary,
        )


class NothingRuns(Said):
    """An instruction that does not run."""

    def __init__(self, worker: str, name: str) -> None:
        super().__init__(
            '{worker} has no instruction "{name}" that runs then. Look at its name and day.',
            worker=worker,
            name=name,
        )


def _to(value: Any) -> Any:
    """Text such as "QC014X-1; QC014X-2: 2" as beneficiaries with weights, 1 where none is given."""
    if not isinstance(value, str):
        return value
    pairs = [part.partition(":") for part in value.split(";") if part.strip()]
    return [{"beneficiary": name.strip(), "weight": weight.strip() or "1"} for name, _, weight in pairs]


def _weighed(value: list[dict[str, str]]) -> list[dict[str, str]]:
    for one in value:
        if read_ratio(one.get("weight", "1")) <= 0:
            raise Said("a weight is above zero")
    return value


def _share(text: str) -> str:
    """A share as exact text."""
    if not text:
        return ""
    share = read_ratio(text)
    if not 0 < share <= 1:
        raise Said("{text} is not a share of her portion; write such as 50 % or 1/2", text=text)
    return str(share)


class Receiving(Row):
    """Somebody who receives for her; name, account and relation are sealed under a key of their own.

    Their code is hers with a number. On papers stand initials and the last four digits of the account alone; initials
    not given are taken from the name. `bank_name` is the name the bank has for the account, in Latin letters;
    `language` the one the family reads; `sender` is named to them where she wishes it: the enterprise, else she alone.
    """

    worker: Code
    name: Annotated[str, Field(min_length=1, max_length=120)]
    number: Annotated[int, Field(ge=1, le=99)] = 1
    initials: str = ""
    account: Annotated[str, Field(max_length=60)] = ""
    relation: Annotated[str, Field(max_length=60)] = ""
    bank_name: Annotated[str, Field(max_length=140)] = ""
    language: Annotated[str, Field(max_length=10)] = ""
    sender: Literal["herself", "enterprise"] = "herself"

    @model_validator(mode="after")
    def _has_initials(self) -> "Receiving":
        if self.initials and not _INITIALS.fullmatch(self.initials):
            raise Said("initials are one to five letters")
        return self


class Instructed(Row):
    """Her standing instruction from a day on: a share of her own portion (50 %) or an amount in minor units.

    `to` names beneficiaries with semicolons between, with weights if they differ: "QC014X-1; QC014X-2: 2".
    It rests on her consent to the purpose; without one it is recorded and held, and nothing is taken. Said again, word
    for word, once she consented, it runs.
    """

    worker: Code
    purpose: Literal["family", "savings"]
    since: date | None = None
    instruction: Annotated[str, Field(max_length=60)] = ""
    share: Annotated[str, AfterValidator(_share)] = ""
    amount: Annotated[Minor, Field(gt=0)] | None = None
    to: Annotated[list[dict[str, str]], BeforeValidator(_to), AfterValidator(_weighed)] = Field(
        default_factory=list
    )

    @model_validator(mode="after")
    def _is_one(self) -> "Instructed":
        if bool(self.share) == (self.amount is not None):
            raise Said("give a share or an amount, one of them")
        return self

    @property
    def name(self) -> str:
        """Its name on her slip."""
        return self.instruction or self.purpose


class Ended(Row):
    """The last day of her instruction; no reason is asked."""

    worker: Code
    instruction: Annotated[str, Field(min_length=1, max_length=60)]
    ends_on: date | None = None


def name_beneficiary(office: Office, rows: Sequence[Receiving]) -> list[Fact]:
    """Those who receive, as recorded, each with a key of their own. Raises NotKnownHere, Locked, ListedTerm."""
    known_here(office, [row.worker for row in rows])
    keys = office.opened()
    texts = [(f"{row.worker}-{row.number}", "told", _told(row)) for row in rows]
    keys.mint(*(token for token, _, _ in texts))
    sealed = keys.seal_many(texts)
    return office.put(
        Beneficiary(beneficiary=token, worker=row.worker, told=text)
        for row, (token, _, _), text in zip(rows, texts, sealed, strict=True)
    )


def _told(row: Receiving) -> str:
    initials = row.initials or "".join(word[0] for word in row.name.split() if word[0].isalpha())[:5]
    digits = "".join(letter for letter in row.account if letter.isdecimal())
    more = {"bank_name": row.bank_name, "language": row.language, "sender": _sender(row)}
    return canonical(
        {
            "account": row.account,
            "initials": initials.upper(),
            "last_four": digits[-4:],
            "name": row.name,
            "relation": refuse(row.relation, Part("the relation")),
            **{name: text for name, text in more.items() if text},
        }
    )


def _sender(row: Receiving) -> str:
    """Whom her family may be told of beside her; "" is nobody, and stands in what is sealed only where it is more."""
    return "" if row.sender == "herself" else row.sender


def instruct(office: Office, rows: Sequence[Instructed]) -> list[Fact]:
    """Her instructions, as recorded, with the consent that is in force today. Raises NotKnownHere, NotHers."""
    known_here(office, [row.worker for row in rows])
    wanted = {one["beneficiary"] for row in rows for one in row.to}
    named = Beneficiary.objects.current().filter(beneficiary__in=wanted)
    owners = dict(named.values_list("beneficiary", "worker"))
    consents = {
        purpose: consents_in_force(
            [row.worker for row in rows if row.purpose == purpose], purpose, office.day
        )
        for purpose in {row.purpose for row in rows}
    }
    facts: list[Fact] = []
    for row in rows:
        for one in row.to:
            if owners.get(one["beneficiary"]) != row.worker:
                raise NotHers(row.worker, one["beneficiary"])
        consent = consents[row.purpose].get(row.worker)
        fact = Instruction(
            worker=row.worker, instruction=row.name, since=row.since or office.day, purpose=row.purpose,
            share=row.share, amount=row.amount, consent=consent.root if consent else None,
            to=[{**one, "weight": str(Fraction(read_ratio(one.get("weight", "1"))))} for one in row.to],
        )  # fmt: skip
        facts.append(_with_consent(fact))
    return office.put(facts)


def _with_consent(said: Instruction) -> Instruction:
    """What she says; where it was held word for word for want of a consent, that record with the one she gave since."""
    key = {"worker": said.worker, "instruction": said.instruction, "since": said.since}
    tip = Instruction.objects.current().filter(**key, consent=None).first()
    words = ("purpose", "share", "amount", "to")
    if tip is None or said.consent is None or any(getattr(tip, one) != getattr(said, one) for one in words):
        return said
    return corrected(tip, "she consented", consent=said.consent)


def end(office: Office, rows: Sequence[Ended]) -> list[Fact]:
    """Her instructions with their last day; one that ends then already stays as it is. Raises NothingRuns."""
    found: list[Fact] = []
    changed: list[Fact] = []
    for row in rows:
        last = row.ends_on or office.day
        rows_of_it = Instruction.objects.current().filter(worker=row.worker, instruction=row.instruction)
        tip = rows_of_it.filter(since__lte=last).order_by("since").last()
        if tip is None or (tip.ends_on is not None and tip.ends_on < last):
            raise NothingRuns(row.worker, row.instruction)
        if tip.ends_on != last:
            tip = corrected(tip, "she ended it", ends_on=last)
            changed.append(tip)
        found.append(tip)
    office.put(changed)
    return found


VERBS: dict[str, Verb] = {
    "name-beneficiary": Verb(
        Receiving, name_beneficiary, ("site_manager",), "Name who receives for her; sealed.", doubt
    ),
    "instruct": Verb(Instructed, instruct, ROLES, "Record her standing instruction on her own portion."),
    "end-instruction": Verb(Ended, end, ROLES, "End her standing instruction; no reason is asked."),
}
