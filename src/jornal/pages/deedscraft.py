"""What is recorded of a worker's craft: judged pieces, training and courses, her designs, her kits, her label."""

from jornal.pages.deed import COURSE, DAY_OF, MINUTES, ONE_A_LINE, WORK, Deed
from jornal.pages.forms import Asked

DEEDS: dict[str, Deed] = {
    "assess": Deed(
        "Record a judged piece",
        "The piece is recorded, and the grade that it earns.",
        WORK,
        (
            Asked("technique", "Technique", "", "select", (), True),
            Asked("reached", "How far is she?", "", "choice", (), True),
            DAY_OF,
            Asked("piece", "Which piece", "Such as the number of a sample or a lot."),
            Asked(
                "seen", "What was seen of it", "Of the piece, not of her. It is sealed.", "long", seen=True
            ),
            Asked("judge", "Judged by", "Empty: by whoever records it. Nobody judges her own piece."),
        ),
        {"technique": "techniques", "reached": "levels", "judge": "staff"},
        hint="A piece that shows less than an earlier one takes nothing away from her.",
    ),
    "finish-course": Deed(
        "Record what came of a course",
        "What came of the course is recorded.",
        WORK,
        (
            Asked("course", "Course", "", "select", (), True),
            Asked("result", "What came of it?", "", "choice", (), True),
            DAY_OF,
            Asked("judge", "Judged by", "Empty: by whoever records it."),
        ),
        {"course": "courses", "result": "results", "judge": "staff"},
    ),
    "give-certificate": Deed(
        "Give her a certificate",
        "The certificate is given. Print it from her page.",
        WORK,
        (
            Asked("course", "Of what", "A course is listed once her result is recorded.", "select", (), True),
            Asked("language", "Language", "English stands beside it.", "select"),
            DAY_OF,
        ),
        {"course": "certified", "language": "languages"},
        hint="It names the enterprise and no prison, and bears a code that can be checked.",
    ),
    "plan-training": Deed(
        "Plan training",
        "The training is planned.",
        WORK,
        (
            COURSE,
            DAY_OF,
            MINUTES,
            Asked("workers", "Who takes part", "", "several", (), True),
        ),
        {"course": "courses", "workers": "at_work"},
        who="",
    ),
    "hold-training": Deed(
        "Record training that was held",
        "The training is recorded as held.",
        WORK,
        (
            COURSE,
            DAY_OF,
            Asked("workers", "Who came", "Nobody ticked: all who were planned.", "several"),
        ),
        {"course": "courses", "workers": "at_work"},
        who="",
    ),
    "cancel-training": Deed(
        "Record training that was cancelled or moved",
        "What became of the training is recorded.",
        WORK,
        (
            COURSE,
            DAY_OF,
            Asked("why", "Reason", "", "text", (), True),
            Asked("moved_to", "Moved to", "Empty where it is cancelled.", "day"),
        ),
        {"course": "courses"},
        who="",
    ),
    "credit-design": Deed(
        "Credit her for a design",
        "Her credit is recorded.",
        WORK,
        (
            Asked("design", "Design", "", "select", (), True),
            Asked("shown", "How does she want to be credited?", "", "choice", (), True),
            Asked("line", "The name she chooses", "It is sealed, and shown only while she consents."),
            DAY_OF,
        ),
        {"design": "designs", "shown": "credits"},
        sealed=True,
    ),
    "issue-kit": Deed(
        "Give her a kit for her cell",
        "The kit is hers until it comes back.",
        WORK,
        (
            Asked("lot", "Lot", "", "select", (), True),
            Asked("pieces", "Pieces to make", "", "number", (), True),
            Asked("tools", "Tools with it", ONE_A_LINE, "lines"),
            DAY_OF,
        ),
        {"lot": "lots"},
        hint="It is counted once, with every tool, when it comes back, and paid then.",
    ),
    "show-maker": Deed(
        "Show her on labels as she wants",
        "How she is shown on labels is recorded.",
        WORK,
        (
            Asked("shown", "How does she want to be shown?", "", "choice", (), True),
            Asked(
                "line",
                "The name she chooses",
                "It is sealed, and shown only while her consent to a name, limited to labels, stands.",
            ),
            DAY_OF,
        ),
        {"shown": "credits"},
        hint="She changes her mind at will; the page of what she made follows within ten minutes.",
        sealed=True,
    ),
}
