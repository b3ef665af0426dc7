"""What is recorded of a worker's money: account, family, instructions, what she owes, slips, questions, payments."""

from jornal.pages.deed import DAY_OF, MONTH, PAY, SINCE, WHY, Deed
from jornal.pages.forms import Asked

STEP = Asked("step", "Deduction", "", "select", (), True)
STEPS = {"step": "steps"}
PART = Asked("part", "Which part", "Empty: hers in hand.", "select")
PAYEE = Asked("payee", "Payee", "Of a deduction or instruction, as it is on the slip.")
MONTHS = {"month": "months", "part": "parts", "payee": "beneficiaries"}

DEEDS: dict[str, Deed] = {
    "set-account": Deed(
        "Record her account",
        "It is recorded where her pay goes.",
        PAY,
        (
            Asked("allowed", "May she have an account?", "", "choice", (), True),
            SINCE,
            Asked("account", "Number of the account", "It is sealed."),
            Asked("bank", "Bank", "It is sealed."),
        ),
        {"allowed": "allowed"},
        sealed=True,
    ),
    "name-beneficiary": Deed(
        "Name somebody who receives for her",
        "Who receives is sealed and recorded.",
        PAY,
        (
            Asked("name", "Name", "Sealed under a key of their own.", "text", (), True),
            Asked("relation", "What they are to her", seen=True),
            Asked("account", "Number of the account", seen=True),
            Asked("initials", "Initials on papers", "Empty: those of the name."),
            Asked("number", "Number", "1 for the first, 2 for the second.", "number"),
            Asked(
                "bank_name",
                "Name at the bank",
                "In Latin letters, where the bank has another than the name above.",
            ),
            Asked("language", "Language they read", "", "select"),
            Asked(
                "sender",
                "Who is named to them",
                "She alone: no word of where she works.",
                "select",
            ),
        ),
        {"language": "languages", "sender": "senders"},
        hint="On papers stand initials and the last four digits alone.",
        sealed=True,
    ),
    "correct-account": Deed(
        "Correct an account",
        "The account is corrected. What stood there before stays readable.",
        PAY,
        (
            Asked("payee", "Whose account", "Nobody chosen: her own.", "select"),
            Asked(
                "account",
                "Number of the account",
                "As the bank's paper has it. It is sealed.",
                "text",
                (),
                True,
            ),
            WHY,
        ),
        {"payee": "beneficiaries"},
        sealed=True,
    ),
    "instruct": Deed(
        "Record her instruction",
        "Her instruction is recorded.",
        PAY,
        (
            Asked("purpose", "What for", "", "choice", (), True),
            SINCE,
            Asked("share", "Share of her own portion", "Such as 50 % or 1/2; or an amount.", seen=True),
            Asked("amount", "Amount", "", "money", seen=True),
            Asked(
                "to",
                "To whom",
                "",
                "lines",
                seen=True,
            ),
            Asked("instruction", "Name of the instruction", "Empty: what it is for."),
        ),
        {"purpose": "own_purposes", "to": "beneficiaries"},
        hint="Without her consent to this purpose it is recorded and held, and nothing is taken.",
    ),
    "end-instruction": Deed(
        "End her instruction",
        "Her instruction ends.",
        PAY,
        (
            Asked("instruction", "Instruction", "", "select", (), True),
            Asked("ends_on", "Last day", "", "day", (), True),
        ),
        {"instruction": "instructions"},
        hint="No reason is asked.",
    ),
    "move-savings": Deed(
        "Record savings paid out, or interest",
        "Her savings are recorded.",
        PAY,
        (
            Asked("what", "What", "", "choice", (), True),
            Asked("amount", "Amount", "", "money", (), True),
            DAY_OF,
            Asked(
                "paper", "Paper", "Her written wish, or the bank's paper of the interest.", "text", (), True
            ),
            Asked("asked_on", "Day on which she asked for it", "Of what is paid out.", "day", seen=True),
            Asked("payee", "To whom", "Nobody chosen: to herself.", "select", seen=True),
        ),
        {"what": "savings", "payee": "beneficiaries"},
    ),
    "owe": Deed(
        "Record what she owes",
        "What she owes is recorded.",
        PAY,
        (
            STEP,
            Asked("amount", "Amount", "Or the word unknown.", "money", (), True),
            DAY_OF,
            Asked("paper", "Number of the paper"),
        ),
        STEPS,
        hint="No more than this is taken. What pay takes later is reckoned off.",
    ),
    "request-deduction": Deed(
        "Record a deduction she asks for",
        "Her request is recorded.",
        PAY,
        (STEP, SINCE, Asked("until", "Last day", "Empty: until she ends it.", "day")),
        STEPS,
    ),
    "end-request": Deed(
        "End a deduction she asked for",
        "Her request ends.",
        PAY,
        (STEP, Asked("until", "Last day", "", "day", (), True)),
        {"step": "requests"},
    ),
    "decide-sum": Deed(
        "Record a bonus, refund, advance or repayment",
        "The sum is recorded. It is a line of its own on the next slip.",
        PAY,
        (
            Asked("what", "What it is", "", "select", (), True),
            Asked("amount", "Amount", "", "money", (), True),
            DAY_OF,
            Asked("label", "As it stands on her slip", "", "text", (), True),
            Asked("reason", "Reason", "", "text", (), True),
            Asked("payer", "Who pays it", "", "text", (), True),
            Asked("approver", "Approved by", "Somebody else than whoever records it.", "text", (), True),
            Asked("agreed_on", "She agreed on", "Of a repayment.", "day"),
            Asked("step", "Which deduction", "Of a repayment.", "select"),
            Asked("number", "Number", "2 for a second one of the day.", "number"),
        ),
        {"what": "sums", "step": "steps_or_owed", "approver": "staff"},
    ),
    "hand-over": Deed(
        "Hand over her payslip",
        "It is recorded that she has her payslip.",
        PAY,
        (
            MONTH,
            DAY_OF,
            Asked("read_aloud_by", "Read aloud by", "Where it was read to her."),
            Asked("language", "Language", "", "select"),
            Asked("head", "Ten characters printed on it", "They prove what she was given."),
        ),
        {"month": "months", "language": "languages", "read_aloud_by": "staff"},
    ),
    "answer-slip": Deed(
        "Record what she says of her payslip",
        "What she says is recorded.",
        PAY,
        (
            MONTH,
            DAY_OF,
            Asked("answer", "What does she say?", "", "choice", (), True),
            Asked("lines", "Lines she disputes", "Their numbers with spaces. The rest is paid on its day."),
        ),
        {"month": "months", "answer": "slip_answers"},
    ),
    "ask-about-pay": Deed(
        "Record her question about pay",
        "Her question is sealed and recorded.",
        PAY,
        (
            DAY_OF,
            Asked("says", "In her own words", "It is sealed.", "long", (), True),
            Asked("month", "Month", "", "select"),
        ),
        {"month": "months"},
        sealed=True,
    ),
    "answer-question": Deed(
        "Answer her question about pay",
        "The answer is recorded.",
        PAY,
        (
            Asked("asked_on", "Asked on", "", "select", (), True),
            Asked("number", "Number", "1 where she asked one that day.", "number"),
            DAY_OF,
            Asked("outcome", "Outcome", "", "choice", (), True),
            Asked("amount", "Amount", "Where pay was corrected.", "money", seen=True),
            Asked("says", "What she was told", "It is sealed.", "long", seen=True),
        ),
        {"asked_on": "questions", "outcome": "outcomes"},
        sealed=True,
    ),
    "pay": Deed(
        "Record a payment",
        "The payment is recorded.",
        PAY,
        (
            MONTH,
            DAY_OF,
            Asked("way", "How it was paid", "", "select", (), True),
            PART,
            PAYEE,
            Asked("amount", "Amount", "Empty: all that is open.", "money", seen=True),
            Asked("paper", "Paper", "The cash list, receipt or transfer it is proved with.", seen=True),
        ),
        {**MONTHS, "way": "ways"},
    ),
    "arrived": Deed(
        "Record a payment that arrived",
        "The payment is recorded as received.",
        PAY,
        (MONTH, DAY_OF, PART, PAYEE, Asked("proof", "Proof", "The signed list or the receipt.")),
        MONTHS,
    ),
    "came-back": Deed(
        "Record a payment that came back",
        "The payment is recorded as come back. It is owed again.",
        PAY,
        (MONTH, DAY_OF, PART, PAYEE, Asked("reason", "Why it came back", "", "select", (), True)),
        {**MONTHS, "reason": "returns"},
    ),
}
