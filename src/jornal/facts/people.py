"""Workers: offered work, consenting, enrolled, moved, released, leaving. Names and what is free text are sealed."""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Worker(Fact):
    """A worker by the token that was minted for her once; she keeps it through every site and after release."""

    KIND, KEY = "worker", ("worker",)

    worker = columns.token()
    name = columns.sealed()
    born_on = columns.sealed()
    birth_year = columns.count_or_none()


class MarkChosen(Fact):
    """The stitch mark that a worker chose: the number of its pattern; void where she took it back.

    It stands for her where a name must not. A pattern is chosen once in a book, and never given to anybody else.
    """

    KIND, KEY = "mark_chosen", ("pattern",)

    pattern = columns.count()
    worker = columns.token()
    day = columns.day()

    class Meta:
        indexes = [columns.index("mark_chosen_worker", "worker")]


class Offer(Fact):
    """Work offered, in her language: which job where, on which terms, what else she may do, what is said of credit.

    What it pays follows from contract, grade and `terms_version`, the digest of the terms adopted then.
    """

    KIND, KEY = "offer", ("worker", "number")
    VERSION = 2

    worker = columns.token()
    number = columns.count()
    site = columns.token()
    day = columns.day()
    language = columns.text(10)
    terms_version = columns.text(64)
    alternatives = columns.table()
    expires_on = columns.day_or_none()
    job = columns.text(60)
    workshop = columns.text(60)
    contract = columns.text(60)
    grade = columns.text(40)
    weekly_minutes = columns.count_or_none()
    credit = columns.text(500)


class OfferAnswered(Fact):
    """Her answer to an offer; a refusal costs her nothing and asks no reason. After "later" another may follow."""

    KIND, KEY = "offer_answered", ("offer", "number")
    FINAL = True

    offer = columns.ref("offer")
    number = columns.count()
    answer = columns.choice("accepted", "refused", "later")
    day = columns.day()


class Consent(Fact):
    """A consent of its own: in which language it was read to her by whom, with which witness from outside.

    Work may begin `cooling_off_until` at the earliest; the consent ends on `expires_on` unless given again.
    """

    KIND, KEY = "consent", ("worker", "purpose", "scope", "number")

    worker = columns.token()
    purpose = columns.choice(
        "work", "family", "savings", "image", "name", "quote", "data_share", "contact_after"
    )
    scope = columns.text(100)
    number = columns.count()
    offer = columns.ref_or_none("offer")
    language = columns.text(10)
    read_by = columns.text(60)
    witness = columns.text(60)
    witness_of = columns.choice(
        "none", "ngo", "lawyer", "chaplain", "ombudsman", "family", "representative", "other"
    )
    given_on = columns.day()
    copy_given_on = columns.day_or_none()
    cooling_off_until = columns.day_or_none()
    expires_on = columns.day_or_none()
    text_version = columns.text(64)


class ConsentWithdrawn(Fact):
    """A consent taken back, at any time and without a reason; it holds from this day on."""

    KIND, KEY = "consent_withdrawn", ("consent",)
    FINAL = True

    consent = columns.ref("consent")
    day = columns.day()


class Enrolled(Fact):
    """A worker takes up work at a site."""

    KIND, KEY = "enrolled", ("worker", "site", "since")

    worker = columns.token()
    site = columns.token()
    since = columns.day()
    workshop = columns.text(60)
    language = columns.text(10)
    languages = columns.table()
    reads = columns.choice("yes", "with_help", "no", "not_asked")
    clock_number = columns.text(20)


class Dependants(Fact):
    """Whom she cares for, as she told it herself; sealed, and shown only among five or more."""

    KIND, KEY = "dependants", ("worker", "day")

    worker = columns.token()
    day = columns.day()
    told = columns.sealed()


class Custody(Fact):
    """Where she stands, from a day on: sentenced, on remand, or at home; nothing about why."""

    KIND, KEY = "custody", ("worker", "since")

    worker = columns.token()
    since = columns.day()
    status = columns.choice("sentenced", "remand", "home")
    conduct_class = columns.text(20)
    months_served = columns.count_or_none()


class Ratio(Fact):
    """The code of a credit rule that the authority's paper gives; paper's date and digest, all sealed like a name."""

    KIND, KEY = "ratio", ("worker", "since")

    worker = columns.token()
    since = columns.day()
    told = columns.sealed()


class Left(Fact):
    """A worker leaves a site."""

    KIND, KEY = "left", ("enrolled",)

    enrolled = columns.ref("enrolled")
    worker = columns.token()
    site = columns.token()
    day = columns.day()
    reason = columns.choice(
        "release", "transfer", "own_choice", "agreement_ended", "health", "authority", "other"
    )
    hearing_on = columns.day_or_none()


class WorksFromHome(Fact):
    """Released, she goes on working from home: a free worker under the law of that place from this day on."""

    KIND, KEY = "works_from_home", ("worker", "since")

    worker = columns.token()
    since = columns.day()
    jurisdiction = columns.text(20)
    contract = columns.text(60)
    site = columns.token()


class CarriedOver(Fact):
    """What headquarters writes in the new book at a transfer or release: where she stands, and the head it rests on.

    What is sealed is copied as it is, so that nobody has to open it.
    """

    KIND, KEY = "carried_over", ("worker", "into_site", "day")
    FINAL = True

    worker = columns.token()
    from_site = columns.token()
    into_site = columns.token()
    day = columns.day()
    name = columns.sealed()
    born_on = columns.sealed()
    birth_year = columns.count_or_none()
    carry = columns.table()
    credit = columns.sealed()
    grades = columns.table()
    savings = columns.count_or_none()
    open_adjustments = columns.table()
    source_book = columns.text(40)
    source_seq = columns.count()
    source_digest = columns.text(64)


class OpeningBalance(Fact):
    """Where she stood before the first month kept here: the year, the open week, what is owed back; credit sealed.

    `week` is what a run folder leaves of the week that ends in that month: its `shifts` and `pieces` as they were paid,
    the `top_up` paid to it, and the `leave` she took in the runs that were read; an empty table where none was. It
    is in the open as her days are, because pay is computed while the names are locked.
    """

    KIND, KEY = "opening_balance", ("worker", "day")
    VERSION = 2

    worker = columns.token()
    day = columns.day()
    site = columns.token()
    year_to_date = columns.table()
    credit = columns.sealed()
    savings = columns.count_or_none()
    source = columns.text(200)
    owed_back = columns.amount_or_nought()
    week = columns.table()


class Forgotten(Fact):
    """Her key is deleted wherever it is kept; what was sealed under it can never be read again."""

    KIND, KEY = "forgotten", ("who",)
    FINAL = True

    who = columns.token()
    asked_on = columns.day()
    retention_ended_on = columns.day()
