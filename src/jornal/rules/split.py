"""Her own portion by her standing instructions: family and savings, with several beneficiaries, the rest in hand."""

from datetime import date
from typing import NamedTuple

from jornal.rules.lines import Fault, Line, Part
from jornal.rules.rows import Instruction
from jornal.units.rounding import portion
from jornal.units.splits import largest_remainder

NO_CONSENT = (
    "The instruction {instruction} is held, not taken: no date of consent. Add it to the list of people."
)


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
        if instruction.consent_on is None or instruction.consent_on > until:
            lines.append(_line(instruction, wanted, own, part="held"))
            faults.append(
                Fault(
                    worker,
                    NO_CONSENT,
                    (("instruction", instruction.id),),
                    "",
                    f"instruction:{instruction.id}",
                )
            )
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


def _line(instruction: Instruction, amount: int, own: int, part: Part = "instruction") -> Line:
    rate = "" if instruction.share is None else str(instruction.share)
    return Line(
        part,
        instruction.purpose,
        instruction.id,
        own,
        "base",
        rate,
        amount,
        "house",
        "instruction",
        "",
        since=instruction.consent_on,
        why="no_consent" if part == "held" else "",
    )
