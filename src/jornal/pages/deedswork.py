"""What is recorded of a worker's work: contract, grade, overtime, her days and pieces."""

from jornal.pages.deed import DAY, DAY_OF, LENGTH, MINUTES, WHY, WORK, Deed
from jornal.pages.forms import Asked

OPERATION = Asked("operation", "Operation", "", "select", (), True)
OPERATIONS = {"operation": "operations"}
OF_COUNT = Asked("of", "Number of the count", "1 where there was one that day.", "number")

DEEDS: dict[str, Deed] = {
    "sign-contract": Deed(
        "Record her contract",
        "Her contract is recorded.",
        WORK,
        (
            Asked("contract", "Contract", "", "select", (), True),
            Asked("grade", "Grade", "Empty: as she was graded last.", "select", seen=True),
            Asked(
                "since",
                "Since",
                "Her first begins on any day, a later one on the first of a month.",
                "day",
                (),
                True,
            ),
            Asked("language", "Language of her copy", "", "select", (), True),
            Asked(
                "copy_given_on",
                "Copy in her hand since",
                "Before she begins, or a finding is noted.",
                "day",
                seen=True,
            ),
            Asked("signed_on", "Signed on", "", "day"),
            Asked("announced_on", "Announced to her on", "", "day"),
            Asked("weekly_minutes", "Time a week", LENGTH, "minutes"),
            Asked("notice_days", "Days of notice", "", "number"),
            Asked("text_version", "Version of the text"),
        ),
        {"contract": "contracts", "grade": "grades", "language": "languages"},
    ),
    "copy-given": Deed(
        "Record her copy of the contract",
        "Her copy is recorded.",
        WORK,
        (Asked("copy_given_on", "Copy in her hand since", "", "day", (), True), WHY),
        corrects="contract_version",
    ),
    "grade": Deed(
        "Record her grade",
        "Her grade is recorded.",
        WORK,
        (
            Asked("grade", "Grade", "", "select", (), True),
            Asked("trade", "Trade", "", "select"),
            Asked("since", "Since", "The first of a month, once she works here.", "day", (), True),
            Asked("assessor", "Assessed by", "Empty: by whoever records it."),
        ),
        {"grade": "grades", "trade": "trades", "assessor": "staff"},
    ),
    "move-workshop": Deed(
        "Record another workshop",
        "Her workshop is recorded.",
        WORK,
        (Asked("workshop", "Workshop", "", "select", (), True), WHY),
        {"workshop": "workshops"},
        corrects="enrolled",
    ),
    "clock-number": Deed(
        "Record her clock number",
        "Her clock number is recorded.",
        WORK,
        (Asked("clock_number", "Clock number", "", "text", (), True), WHY),
        corrects="enrolled",
    ),
    "reading": Deed(
        "Record whether she reads",
        "It is recorded whether she reads.",
        WORK,
        (Asked("reads", "Does she read her papers herself?", "", "choice", (), True), WHY),
        {"reads": "reading"},
        corrects="enrolled",
    ),
    "authorise-rest-day": Deed(
        "Record a rest day the authority let her work",
        "The rest day is recorded.",
        WORK,
        (Asked("day", "Rest day", "", "day", (), True), Asked("substitute_on", "Day off for it", "", "day")),
    ),
    "ask-overtime": Deed(
        "Ask her for overtime",
        "It is recorded that she was asked.",
        DAY,
        (
            DAY_OF,
            MINUTES,
            Asked("asked_on", "Asked on", "Beforehand, or it is not overtime she agreed to.", "day"),
            Asked("order", "For which order"),
        ),
        {"order": "orders"},
    ),
    "answer-overtime": Deed(
        "Record her answer to overtime",
        "Her answer is recorded.",
        DAY,
        (
            DAY_OF,
            Asked("answer", "What does she say?", "No is an answer like any other.", "choice", (), True),
            Asked("answered_on", "Answered on", "", "day"),
        ),
        {"answer": "yes_or_no"},
    ),
    "confirm-days": Deed(
        "Record what she says of her days",
        "What she says of her days is recorded.",
        DAY,
        (
            Asked("since", "From", "", "day", (), True),
            Asked("until", "Until", "", "day", (), True),
            Asked("answer", "She says they are", "", "choice", (), True),
            Asked("note", "What is not right, in her words", "It is sealed.", "long"),
            Asked("number", "Number", "2 where she is asked again of the same days.", "number"),
        ),
        {"answer": "days_are"},
    ),
    "mark": Deed(
        "Mark a day",
        "The day is marked.",
        DAY,
        (
            DAY_OF,
            Asked("what", "What it was", "", "select", (), True),
            Asked(
                "minutes",
                "How long",
                "Hours such as 5:30, or minutes such as 330; or start and end.",
                "minutes",
                seen=True,
            ),
            Asked("start", "Start", "As 08:00.", seen=True),
            Asked("end", "End", "As 13:00; at or before the start it is the next day's.", seen=True),
            Asked("pause", "Break in minutes", "", "number"),
            Asked("place", "Place", "Empty: the workshop."),
            Asked("trade", "Trade", "", "select"),
            Asked("substitute", "Another day off is given for this one", "", "choice"),
            Asked("note", "Note", "What happened at work; it is sealed.", "long"),
            Asked("number", "Row of that day", "2 for a second one.", "number"),
        ),
        {"what": "kinds", "trade": "trades", "substitute": "true_or_false"},
    ),
    "count": Deed(
        "Count pieces",
        "The pieces are counted.",
        DAY,
        (
            DAY_OF,
            OPERATION,
            Asked("good", "Good pieces", "", "number", (), True),
            Asked("rework", "To be done again", "", "number", seen=True),
            Asked("lot", "Lot", seen=True),
            Asked("tally", "Tally sheet"),
            Asked("number", "Count of that day", "2 for a second one.", "number"),
        ),
        {**OPERATIONS, "lot": "lots"},
    ),
    "reject": Deed(
        "Reject pieces",
        "The rejection is recorded.",
        DAY,
        (
            DAY_OF,
            OPERATION,
            Asked("count", "Rejected pieces", "", "number", (), True),
            Asked(
                "cause", "Cause", "Only her own fault, after hearing her, goes unpaid.", "choice", (), True
            ),
            Asked("heard", "Was she heard?", "", "choice", (), True),
            Asked("out_of_good", "They were counted as good before", "", "choice", seen=True),
            Asked("decided_by", "Decided by", "Empty: by whoever records it; nobody who is paid by output."),
            OF_COUNT,
            Asked("number", "Number of the rejection", "2 for a second one.", "number"),
        ),
        {
            **OPERATIONS,
            "cause": "causes",
            "heard": "heard",
            "out_of_good": "true_or_false",
            "decided_by": "staff",
        },
    ),
    "later-sold": Deed(
        "Pay rejected pieces that were sold",
        "The pieces are paid after all.",
        DAY,
        (
            DAY_OF,
            OPERATION,
            OF_COUNT,
            Asked("number", "Number of the rejection", "1 where there was one.", "number"),
            Asked("why", "Reason"),
        ),
        OPERATIONS,
    ),
}
