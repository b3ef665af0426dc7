"""What is recorded towards a worker's release: when it is expected, and the plan that is offered before it."""

from jornal.pages.deed import DAY_OF, LEAVING, Deed
from jornal.pages.forms import Asked

DEEDS: dict[str, Deed] = {
    "expect-release": Deed(
        "Record when her release is expected",
        "The month is recorded. A plan is offered ninety days before it.",
        LEAVING,
        (
            Asked("month", "Month", "Such as 2027-02. Empty: it is no longer known.", "month"),
            Asked("source", "Who says so?", "", "choice", (), True),
            Asked("told_on", "Told on", "", "day", (), True),
        ),
        {"source": "release_sources"},
        hint="Only what was told, never what somebody reckons. Where nothing is told, nothing is guessed.",
    ),
    "offer-release-plan": Deed(
        "Offer a plan for after release",
        "It is recorded that a plan was offered.",
        LEAVING,
        (
            Asked(
                "answer",
                "What does she say?",
                "No costs her nothing and needs no reason.",
                "choice",
                (),
                True,
            ),
            Asked("work", "Where does she want to work?", "", "select"),
            Asked("told", "Her plan, in her own words", "It is sealed.", "long"),
            Asked("copy_given_on", "Copy in her hand since", "", "day"),
            DAY_OF,
        ),
        {"answer": "plan_answers", "work": "plan_work"},
    ),
    "ask-after": Deed(
        "Record how she is after her release",
        "What she answered is recorded.",
        LEAVING,
        (
            Asked("months", "How long after her release?", "", "choice", (), True),
            Asked("work", "Does she have work?", "", "choice"),
            Asked("home", "Where does she live?", "", "choice"),
            Asked("inside", "Is she inside again?", "Nothing of why.", "choice"),
            DAY_OF,
        ),
        {"months": "months_after", "work": "work_after", "home": "home_after", "inside": "inside_after"},
        hint="Only by a consent of its own. She may leave out whatever she likes.",
    ),
}
