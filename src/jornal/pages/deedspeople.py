"""What is recorded of a worker herself: her answer and consent, how she stands, whom she cares for, her leaving."""

from jornal.pages.deed import ABOUT, DAY_OF, LEAVING, LENGTH, OFFER, SCAN, SINCE, WHY, Deed
from jornal.pages.forms import Asked

AS_SHE_SAYS = "What she herself says is sealed under her own key."
NEVER = "Why anyone is inside, who was harmed and what illness somebody has are never written down here."

DEEDS: dict[str, Deed] = {
    "answer-offer": Deed(
        "Record her answer",
        "Her answer is recorded.",
        OFFER,
        (
            Asked(
                "answer",
                "What does she say?",
                "No costs her nothing and needs no reason.",
                "choice",
                (),
                True,
            ),
            DAY_OF,
        ),
        {"answer": "answers"},
    ),
    "give-consent": Deed(
        "Record a consent",
        "Her consent is recorded.",
        OFFER,
        (
            Asked("purpose", "What does she consent to?", "", "select", (), True),
            Asked(
                "scope",
                "Within which limits",
                "Labels or designs, which each ask for a consent of its own; or such as one shop. Empty is the purpose "
                "as a whole, but for these two.",
                "limits",
            ),
            Asked("language", "In which language was it read to her?", "", "select", (), True),
            Asked("read_by", "Who read it to her?", seen=True),
            Asked(
                "witness", "Witness from outside", "Neither of the enterprise nor of the prison.", seen=True
            ),
            Asked("witness_of", "Where the witness is from", "", "select", seen=True),
            Asked("given_on", "Given on", "", "day", (), True),
            Asked("copy_given_on", "Copy in her hand since", "", "day", seen=True),
            Asked("cooling_off_until", "She thinks it over until", "Empty is a week from the offer.", "day"),
            Asked("expires_on", "Ends on", "Empty is a year.", "day"),
            Asked("text_version", "Version of the text"),
        ),
        {"purpose": "purposes", "language": "languages", "witness_of": "witnesses", "read_by": "staff"},
        hint="It is read to her in a language she has, and it is hers to withdraw on any day.",
    ),
    "set-custody": Deed(
        "Record how she stands",
        "How she stands is recorded.",
        ABOUT,
        (
            Asked("status", "She is", "", "choice", (), True),
            SINCE,
            Asked(
                "conduct_class",
                "Class of conduct",
                "As the authority's list names it; only where a rule asks.",
            ),
            Asked("months_served", "Months served", "Only where a rule of credit asks.", "number"),
        ),
        {"status": "standings"},
        hint=NEVER,
    ),
    "set-ratio": Deed(
        "Record the credit code of her paper",
        "The code is sealed and recorded.",
        ABOUT,
        (
            Asked("code", "Code", "As the authority's paper gives it, such as PE-R5.", "text", (), True),
            Asked("paper_on", "Date of the paper", "", "day", (), True),
            Asked("digest", "The paper", SCAN, "paper", (), True),
            SINCE,
        ),
        hint=NEVER,
        sealed=True,
    ),
    "tell-dependants": Deed(
        "Record whom she cares for",
        "What she told is sealed and recorded.",
        ABOUT,
        (Asked("told", "In her own words", AS_SHE_SAYS, "long", (), True), DAY_OF),
        hint="She need not say. It is shown to nobody, and counted only among five or more.",
        sealed=True,
    ),
    "take-back-telling": Deed(
        "Delete what she told of herself",
        "It is deleted for good. What else is hers stays.",
        ABOUT,
        (Asked("subject", "What does she take back?", "", "choice", (), True),),
        {"subject": "tellings"},
        hint="At any time and without a reason. Its key is deleted, so that nobody can ever read it again.",
        check=True,
    ),
    "opening-balance": Deed(
        "Record where she stood before",
        "Where she stood is recorded.",
        ABOUT,
        (
            DAY_OF,
            Asked("gross", "Earned this year", "", "money", seen=True),
            Asked("deductions", "Deducted this year", "", "money", seen=True),
            Asked("own", "Her own portion this year", "", "money", seen=True),
            Asked("instructions", "Sent by her instructions this year", "", "money"),
            Asked("in_hand", "Paid in hand this year", "", "money", seen=True),
            Asked("savings", "Savings", "", "money", seen=True),
            Asked("owed_back", "Owed back", "It is shown again, and taken only with her agreement.", "money"),
            Asked("credit_rule", "Code of the credit rule", "As the authority's paper gives it."),
            Asked("days_carried", "Days that gave nothing yet", "", "number"),
            Asked("minutes_carried", "Time that gave nothing yet", LENGTH, "minutes"),
            Asked("credited_before", "Days credited before", "", "number"),
            Asked("source", "Source", "The paper or list this is from.", seen=True),
        ),
        hint="What the last slip before jornal said. Credit is sealed.",
        sealed=True,
    ),
    "correct-name": Deed(
        "Correct her name",
        "Her name is corrected.",
        ABOUT,
        (Asked("name", "Name", AS_SHE_SAYS, "text", (), True), WHY),
        corrects="worker",
        sealed=True,
    ),
    "correct-birth": Deed(
        "Correct her year of birth",
        "Her year of birth is corrected.",
        ABOUT,
        (
            Asked("birth_year", "Year of birth", "", "number", (), True),
            Asked("born_on", "Day of birth", "Only where her age is in doubt; it is sealed.", "day"),
            WHY,
        ),
        corrects="worker",
        sealed=True,
    ),
    "leave": Deed(
        "Record that she leaves",
        "Her leaving is recorded. What is owed to her is owed as before.",
        LEAVING,
        (
            Asked("day", "Last day here", "", "day", (), True),
            Asked("reason", "Why she leaves", "", "choice", (), True),
            Asked(
                "hearing_on",
                "She was heard on",
                "Whoever is sent away by the enterprise is heard first.",
                "day",
            ),
        ),
        {"reason": "reasons"},
        hint="She is on no roster from the next day on. Her last pay, statement and savings are due as ever.",
        check=True,
    ),
    "work-from-home": Deed(
        "Record that she works from home",
        "From that day on she works from home as a free worker.",
        LEAVING,
        (
            SINCE,
            Asked("jurisdiction", "Law of the place", "", "select", (), True),
            Asked("contract", "Contract", "", "select", (), True),
        ),
        {"jurisdiction": "jurisdictions", "contract": "contracts"},
        hint="She was released and goes on working: under the law of that place and another contract.",
        check=True,
    ),
    "transfer": Deed(
        "Carry her over into another site",
        "She is carried over. Her months here are settled here.",
        LEAVING,
        (
            Asked("into", "Into which site", "", "select", (), True),
            Asked("day", "First day there", "", "day", (), True),
        ),
        {"into": "other_sites"},
        hint="Her leaving here is recorded first. Savings, credit, grades and the year so far go with her "
        "as they were issued.",
        check=True,
    ),
    "forget": Deed(
        "Forget her",
        "She is forgotten. What was sealed can never be read again.",
        LEAVING,
        (Asked("asked_on", "Asked on", "", "day", (), True),),
        hint="Her key is deleted for good, wherever it is kept: her name, and all that was sealed under it. "
        "What was recorded stays under her code. It is refused while something is owed or has to be kept.",
        who="who",
        check=True,
        sealed=True,
    ),
}
