"""Pay: sums decided by a person, runs and their slips, approval, payments, what the worker says of it, the close."""

from django.db import models

from jornal.journal import columns
from jornal.journal.fact import Fact


class Adjustment(Fact):
    """A sum decided by a person, with reason, payer and approver; never counted towards the floor."""

    KIND, KEY = "adjustment", ("worker", "day", "what", "number")

    worker = columns.token()
    day = columns.day()
    what = columns.choice("bonus", "refund", "advance", "repayment", "given", "discretion")
    number = columns.count()
    site = columns.token()
    label = columns.text()
    amount = columns.amount()
    reason = columns.text(500)
    payer = columns.text()
    approver = columns.text(60)
    step = columns.text(60)
    agreed_on = columns.day_or_none()


class Run(Fact):
    """A pay run begun for a site and month: what of each book it reads, its terms and release, and when pay is due."""

    KIND, KEY = "run", ("site", "month", "number")
    FINAL = True

    site = columns.token()
    month = columns.text(7)
    number = columns.count()
    since = columns.day()
    until = columns.day()
    due_on = columns.day()
    cursor = columns.table()
    terms = columns.ref("terms_adopted")
    terms_digest = models.CharField(max_length=64)
    release = columns.text(20)
    currency = columns.text(3)


class Slip(Fact):
    """One worker's pay of a run: every line with quantity, rate, layer, rule and source, the totals, what goes on.

    `credit` is the tally, sealed like a name.
    """

    KIND, KEY = "slip", ("run", "worker")
    FINAL = True

    run = columns.ref("run")
    worker = columns.token()
    status = columns.choice("ready", "on_account", "none", "idle")
    language = columns.text(10)
    contract = columns.text(60)
    gross = columns.amount()
    deductions = columns.amount()
    instructions = columns.amount()
    held = columns.amount()
    in_hand = columns.amount()
    lines = columns.table()
    totals = columns.table()
    comparison = columns.table()
    faults = columns.table()
    carry = columns.table()
    credit = columns.sealed()


class RunIssued(Fact):
    """A run is whole: from here on it is owed."""

    KIND, KEY = "run_issued", ("run",)
    FINAL = True

    run = columns.ref("run")
    slips = columns.count()
    gross = columns.amount()
    in_hand = columns.amount()
    total = columns.amount()
    digest = models.CharField(max_length=64)


class Approval(Fact):
    """A second person lets the money of a run out: this run with this head and total, and no other.

    In headquarters' book for the site, signed by its computer; or at the site, by a printed code that carries that
    signature, or by the elected representative, for totals only. `code` is the run's digest as it is printed.
    """

    KIND, KEY = "approval", ("site", "month", "run_number", "way", "number")
    FINAL = True

    site = columns.token()
    month = columns.text(7)
    run_number = columns.count()
    way = columns.choice("headquarters", "code", "representative")
    number = columns.count()
    code = columns.text(10)
    total = columns.amount()
    approver = columns.token()
    public_key = columns.text(64)
    signature = columns.text(128)


class Payment(Fact):
    """Money that left: to the worker, or to somebody on her slip; undisputed pay may go without approval, late."""

    KIND, KEY = "payment", ("slip", "part", "payee", "number")
    FINAL = True

    slip = columns.ref("slip")
    part = columns.choice("in_hand", "deduction", "instruction")
    payee = columns.text()
    number = columns.count()
    amount = columns.amount()
    day = columns.day()
    way = columns.choice("cash", "bank", "prison_account", "mobile", "savings")
    paper = columns.text(100)
    approval = columns.ref_or_none("approval")
    late = columns.yes()


class PaymentReceived(Fact):
    """A payment arrived: signed on the cash list, or shown by the bank or the payee's receipt."""

    KIND, KEY = "payment_received", ("payment",)
    FINAL = True

    payment = columns.ref("payment")
    day = columns.day()
    proof = columns.text(100)


class PaymentReturned(Fact):
    """A payment came back; it is owed again."""

    KIND, KEY = "payment_returned", ("payment",)
    FINAL = True

    payment = columns.ref("payment")
    day = columns.day()
    reason = columns.choice("account_closed", "wrong_account", "not_collected", "refused", "other")


class SlipHanded(Fact):
    """A payslip was handed over or read aloud, in her language; `head` is what is printed on it."""

    KIND, KEY = "slip_handed", ("slip",)
    FINAL = True

    slip = columns.ref("slip")
    day = columns.day()
    language = columns.text(10)
    head = columns.text(10)
    read_aloud_by = columns.text(60)


class SlipAnswered(Fact):
    """What she says of her payslip. What she disputes stays open; the rest is paid on its day."""

    KIND, KEY = "slip_answered", ("slip", "number")
    FINAL = True

    slip = columns.ref("slip")
    number = columns.count()
    answer = columns.choice("agreed", "disputed", "declined")
    disputed_lines = columns.table()
    day = columns.day()


class PayQuery(Fact):
    """A question about pay; what she says is sealed."""

    KIND, KEY = "pay_query", ("worker", "day", "number")

    worker = columns.token()
    day = columns.day()
    number = columns.count()
    site = columns.token()
    slip = columns.ref_or_none("slip")
    told = columns.sealed()


class PayAnswer(Fact):
    """The answer to a question about pay, and what follows from it."""

    KIND, KEY = "pay_answer", ("query",)

    query = columns.ref("pay_query")
    day = columns.day()
    outcome = columns.choice("explained", "corrected", "refused")
    amount = columns.count_or_none()
    told = columns.sealed()


class Finding(Fact):
    """What is found wrong, with whom it lies, until somebody closes it; it never delays a wage.

    `says` is a sentence of the catalogue, which `facts` fill: whoever reads it reads it in her language.
    """

    KIND, KEY = "finding", ("site", "control", "about", "day")

    site = columns.token()
    control = columns.text(40)
    about = columns.text(100)
    day = columns.day()
    lies_with = columns.choice("site", "headquarters", "authority")
    says = columns.text(500)
    facts = columns.table()
    closed_on = columns.day_or_none()


class MonthClosed(Fact):
    """A month of a site is closed: its run, the money of both books, and the head that was printed."""

    KIND, KEY = "month_closed", ("site", "month")
    FINAL = True

    site = columns.token()
    month = columns.text(7)
    run = columns.ref("run")
    day = columns.day()
    open_questions = columns.count()
    unpaid = columns.amount()
    in_transit = columns.amount()
