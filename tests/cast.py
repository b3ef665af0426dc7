"""The people of the tests, each with a fixed role, and the agreements they work under."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from agreement import FIVE_HOURS_FIVE_DAYS, agreement, floor, hers, kind, piece, rate, rest_pay, step
from jornal.rules.rows import Beneficiary, Instruction, Worker

# Ana knits in Cusco, by the hour, with a family outside and a reparation to pay.
MOTHER = Beneficiary("mother", "M. Q.", "4411")
SON = Beneficiary("son", "J. Q.")
HALF_TO_HER_FAMILY = Instruction(
    "family", "family", share=Fraction(1, 2), beneficiaries=(MOTHER,), consent_on=date(2026, 1, 2)
)
ANA = Worker("Q01", "agreed", birth_year=1990, custody="sentenced", balances={"reparation": 500_000})
# Nok weaves in Chiang Mai, and is guaranteed the day however short.
NOK = Worker("Q21", "agreed", birth_year=1995, custody="sentenced")
# Lucía makes shoes at Paso, by the piece, and is guaranteed each day on the result.
LUCIA = Worker("P03", "agreed", birth_year=1988, custody="sentenced")
# Jo embroiders in her cell for Thimble, by the kit; nobody sets her hours, and she may have no account.
JO = Worker("T07", "agreed", custody="sentenced", account_allowed=False)
# Rosa waits for her trial; May has not said how old she is; Bea leaves on a Wednesday.
ROSA = replace(ANA, code="Q02", custody="remand", balances={})
MAY = replace(ANA, code="Q03", birth_year=None)
BEA = replace(ANA, code="Q04", left_on=date(2026, 10, 14))

A_TENTH = step("authority", "10 %", payee="prison authority")
REPARATION = step("reparation", "20 %", payee="reparation", needs="balance")

# 5.00 an hour.
BY_THE_HOUR = agreement(rate("5.00"), timetable=FIVE_HOURS_FIVE_DAYS)
# The same, split as the law says: a tenth to the authority, a fifth to reparation while any is owed.
SPLIT = agreement(rate("5.00"), A_TENTH, REPARATION, hers(), timetable=FIVE_HOURS_FIVE_DAYS)
# 300.00 a day.
BY_THE_DAY = agreement(
    rate("300.00", "day"),
    floor("380.00", "day", full_from_minutes=1, plain_hours="8"),
    timetable=FIVE_HOURS_FIVE_DAYS,
)
# Soles at 4.00, heels at 1.50, and the sixth part of the week's pieces for the rest day.
BY_THE_PIECE = agreement(piece("sole", "4.00"), piece("heel", "1.50"), rest_pay(6), pays="piece")
# Pieces held to 6.00 an hour; training pays the floor, waiting her own average.
PIECES_WITH_A_FLOOR = agreement(
    piece("sole", "4.00"),
    floor("6.00", plain_hours="1"),
    kind("training", "floor"),
    kind("waiting", "piece_average"),
    pays="piece",
)
# Kits at 12.00; hours are written down for information only.
IN_HER_CELL = agreement(
    piece("kit", "12.00"),
    step("levy", "40 %", over="20.00", rounding="down"),
    hers(payee="account", if_no_account="cash box"),
    pays="piece",
    hours="information",
)
