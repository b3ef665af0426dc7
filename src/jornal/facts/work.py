"""What is worked and on what terms: jobs, grades, rates, contracts, beneficiaries, instructions, what is owed."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Job(Fact):
    """A job of a site's trade, with the wage it is compared with outside."""

    KIND, KEY = "job", ("site", "job")

    site = columns.token()
    job = columns.token()
    label = columns.text()
    trade = columns.text(60)
    comparator_amount = columns.count_or_none()
    comparator_unit = columns.text(10)
    comparator_source = columns.text(300)
    comparator_on = columns.day_or_none()


class Graded(Fact):
    """A worker's grade in a trade from a day on, who assessed it, and the judged piece it rests on, if any."""

    KIND, KEY = "graded", ("worker", "trade", "since")
    VERSION = 2

    worker = columns.token()
    trade = columns.text(60)
    since = columns.day()
    grade = columns.text(40)
    assessor = columns.text(60)
    assessed = columns.ref_or_none("assessed")


class RateCard(Fact):
    """A rate from a day on, announced before it holds: by the hour, day or month and grade, or by the piece.

    `amount` is exact text of major units, as the terms write it, or "unknown".
    """

    KIND, KEY = "rate_card", ("site", "per", "operation", "grade", "since")

    site = columns.token()
    per = columns.choice("hour", "day", "month", "piece")
    operation = columns.text(60)
    grade = columns.text(40)
    since = columns.day()
    amount = columns.text(20)
    label = columns.text()
    layer = columns.choice("contract", "house", "authority")
    standard_minutes = columns.text(20)
    announced_on = columns.day_or_none()
    source = columns.text(300)


class ContractVersion(Fact):
    """The contract a worker works under from a day on, in her language, with the copy she was given."""

    KIND, KEY = "contract_version", ("worker", "since")

    worker = columns.token()
    since = columns.day()
    site = columns.token()
    contract = columns.token()
    grade = columns.text(40)
    language = columns.text(10)
    weekly_minutes = columns.count_or_none()
    notice_days = columns.count_or_none()
    announced_on = columns.day_or_none()
    signed_on = columns.day_or_none()
    copy_given_on = columns.day_or_none()
    text_version = columns.text(64)


class Account(Fact):
    """Whether an account may be opened for her, and where what is hers is paid; its number is sealed."""

    KIND, KEY = "account", ("worker", "since")

    worker = columns.token()
    since = columns.day()
    allowed = columns.choice("yes", "no", "unknown")
    told = columns.sealed()


class Beneficiary(Fact):
    """Who receives for her family, by a token with a key of its own; name and account are sealed."""

    KIND, KEY = "beneficiary", ("beneficiary",)

    beneficiary = columns.token()
    worker = columns.token()
    told = columns.sealed()


class Instruction(Fact):
    """Her standing instruction on her own portion: a share of it ("1/2") or an amount, to one or several.

    `to` lists beneficiaries with their weights. Without a consent it is held and nothing is taken.
    """

    KIND, KEY = "instruction", ("worker", "instruction", "since")

    worker = columns.token()
    instruction = columns.token()
    since = columns.day()
    purpose = columns.choice("family", "savings")
    share = columns.text(20)
    amount = columns.count_or_none()
    to = columns.table()
    consent = columns.ref_or_none("consent")
    ends_on = columns.day_or_none()


class Balance(Fact):
    """What she still owes of one deduction on a day, as its paper says; None is not known."""

    KIND, KEY = "balance", ("worker", "step", "day")

    worker = columns.token()
    step = columns.token()
    day = columns.day()
    amount = columns.count_or_none()
    paper = columns.text(64)


class Request(Fact):
    """A deduction that she asked for herself, from a day on until another."""

    KIND, KEY = "request", ("worker", "step", "since")

    worker = columns.token()
    step = columns.token()
    since = columns.day()
    until = columns.day_or_none()


class RestDayAuthorised(Fact):
    """A rest day on which the authority let her work, with another day off for it."""

    KIND, KEY = "rest_day_authorised", ("worker", "day")

    worker = columns.token()
    day = columns.day()
    substitute_on = columns.day_or_none()


class TrainingPlanned(Fact):
    """Training planned, and what became of it; `instead` says that it takes the place of work, `start` when it begins.

    `workers` are those who are to take part, and once it was held those who came.
    """

    KIND, KEY = "training_planned", ("site", "course", "day")
    VERSION = 2

    site = columns.token()
    course = columns.token()
    day = columns.day()
    minutes = columns.count()
    workers = columns.table()
    state = columns.choice("planned", "held", "cancelled", "moved")
    moved_to = columns.day_or_none()
    start = columns.count_or_none()
    place = columns.text(60)
    instead = columns.yes()
