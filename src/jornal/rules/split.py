"""Her own portion by her standing instructions: family and savings, with several beneficiaries, the rest in hand."""

from datetime import date
from typing import NamedTuple

from jornal.rules.lines import Fault, Line
from jornal.rules.rows import Instruction
from jornal.units.rounding import portion
from jornal.units.splits import largest_remainder

HELD = {
    "no_consent": "The instruction {instruction} is held, not taken: no date of consent. "
    "Record the day on which she agreed to it.",
    "no_beneficiary": "The instruction {instruction} is held, not taken: nobody is named to receive it. "
    "Record who receives it.",
}


class Shared(NamedTuple):
    """Instruction and held lines, faults, and what is left in hand before cash rounding."""

    lines: list[Line]
    faults: list[Fault]
    left: int


def shared(
    own: int, instructions: tuple[Instruction, ...], until: date, *, least: int = 0, worker: str = ""
) -> Shared:
    """Instructions in the order listed, each on the whole own portion, never leaving less than `least` in hand.

    Without consent by the last day of the period an instruction is held; once withdrawn it does not run. Beneficiaries
    of one instruction share by largest remainder, ties to the first listed.
    """
    lines: list[Line] = []
    faults: list[Fault] = []
    left = own
    for instruction in instructions:
        if instruction.withdrawn_on is not None and instruction.withdrawn_on <= until:
            continue
        wanted = _wanted(own, instruction)
        why = _why_held(instruction, until)
        if why:
            lines.append(_line(instruction, wanted, own)._replace(part="held", why=why))
            says = (("instruction", instruction.id),)
            faults.append(Fault(worker, HELD[why], says, "", f"instruction:{instruction.id}"))
            continue
        amount = max(0, min(wanted, left - least))
        left -= amount
        lines += _to_each(instruction, amount, own)
    return Shared(lines, faults, left)


def _wanted(own: int, instruction: Instruction) -> int:
    if instruction.amount is not None:
        return instruction.amount
    share = instruction.share
    return 0 if share is None else portion(own, share.numerator, share.denominator)


def _to_each(instruction: Instruction, amount: int, own: int) -> list[Line]:
    """One line per beneficiary; savings without a beneficiary are one line."""
    people = instruction.beneficiaries
    if not people:
        return [_line(instruction, amount, own)]
    amounts = (
        [amount] if len(people) == 1 else largest_remainder(amount, [person.weight for person in people])
    )
    return [
        _line(instruction, part, own)._replace(
            code=f"{instruction.id}:{person.id}",
            payee=f"{person.initials} …{person.last_four}" if person.last_four else person.initials,
        )
        for person, part in zip(people, amounts, strict=True)
    ]


def _line(instruction: Instruction, amount: int, own: int) -> Line:
    rate = "" if instruction.share is None else str(instruction.share)
    return Line(
        "instruction", instruction.purpose, instruction.id, own, "base", rate, amount, "house", "instruction", "",
        since=instruction.consent_on,
    )  # fmt: skip


def _why_held(instruction: Instruction, until: date) -> str:
    """Why an instruction is held, as a key; empty where it runs."""
    if instruction.consent_on is None or instruction.consent_on > until:
        return "no_consent"
    return "no_beneficiary" if instruction.purpose == "family" and not instruction.beneficiaries else ""
