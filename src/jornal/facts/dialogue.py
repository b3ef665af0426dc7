"""What a site and headquarters say to each other: questions, answers, photos, meetings, promises, findings looked at.

Each side writes in its own book, so that both can go on while there is no network. What is asked and answered is about
work, stands in the open and names nobody; what was said in a meeting is sealed.
"""

from jornal.journal import columns
from jornal.journal.fact import Fact


class Question(Fact):
    """A question about work, by its code: whom it is put to, what it is about (`which` names it), by when, who asks."""

    KIND, KEY = "question", ("site", "question")

    site = columns.token()
    question = columns.token()
    put_to = columns.choice("headquarters", "site", "team")
    about = columns.choice("general", "order", "lot", "design", "group")
    which = columns.text(60)
    day = columns.day()
    due_on = columns.day_or_none()
    staff = columns.token()
    says = columns.text(1000)


class Answer(Fact):
    """An answer to a question, one of several: who gives it, and how many of the team were heard before."""

    KIND, KEY = "answer", ("site", "question", "number")

    site = columns.token()
    question = columns.token()
    number = columns.count()
    day = columns.day()
    staff = columns.token()
    heard = columns.count_or_none()
    says = columns.text(1000)


class QuestionSeen(Fact):
    """Somebody to whom a question is put has read it."""

    KIND, KEY = "question_seen", ("site", "question", "staff")
    FINAL = True

    site = columns.token()
    question = columns.token()
    staff = columns.token()
    day = columns.day()


class QuestionClosed(Fact):
    """The end of a question, said by the side that asked: it is answered, or no answer is needed any more."""

    KIND, KEY = "question_closed", ("site", "question")

    site = columns.token()
    question = columns.token()
    day = columns.day()
    outcome = columns.choice("answered", "not_needed")
    note = columns.text(300)


class Photo(Fact):
    """A photo to a question, by the digest, type and size of its file, which says nothing of where it was taken.

    Nobody is in it, or those in `workers` are, each of whom consents to be shown.
    """

    KIND, KEY = "photo", ("site", "question", "number")

    site = columns.token()
    question = columns.token()
    number = columns.count()
    day = columns.day()
    staff = columns.token()
    file_digest = columns.text(64)
    file_type = columns.text(40)
    file_size = columns.count()
    people = columns.choice("none", "consented")
    workers = columns.table()
    says = columns.text(300)


class Meeting(Fact):
    """A meeting with the team: who led it, how many were there, what they said (sealed), what was decided."""

    KIND, KEY = "meeting", ("site", "day", "number")

    site = columns.token()
    day = columns.day()
    number = columns.count()
    staff = columns.token()
    present = columns.count()
    told = columns.sealed()
    decided = columns.text(1000)


class MeetingAnswered(Fact):
    """What headquarters answers to a meeting."""

    KIND, KEY = "meeting_answered", ("site", "held_on", "meeting", "number")

    site = columns.token()
    held_on = columns.day()
    meeting = columns.count()
    number = columns.count()
    day = columns.day()
    staff = columns.token()
    says = columns.text(1000)


class Promise(Fact):
    """What was promised at a visit, in a meeting or between them, by its code: by which side, and by when."""

    KIND, KEY = "promise", ("site", "promise")

    site = columns.token()
    promise = columns.token()
    made_at = columns.choice("visit", "meeting", "between")
    day = columns.day()
    staff = columns.token()
    lies_with = columns.choice("headquarters", "site", "authority")
    due_on = columns.day()
    says = columns.text(300)


class PromiseLookedAt(Fact):
    """Whether a promise was kept when somebody looked; it is open until it was, or until it is let go with a reason."""

    KIND, KEY = "promise_looked_at", ("site", "promise", "number")

    site = columns.token()
    promise = columns.token()
    number = columns.count()
    day = columns.day()
    staff = columns.token()
    outcome = columns.choice("kept", "not_kept", "let_go")
    note = columns.text(300)


class FindingLookedAt(Fact):
    """A finding, by its control, what it is about and its day, as a visitor found it: mended, or open still."""

    KIND, KEY = "finding_looked_at", ("site", "control", "about", "found_on", "day", "visitor")

    site = columns.token()
    control = columns.text(40)
    about = columns.text(100)
    found_on = columns.day()
    day = columns.day()
    visitor = columns.token()
    state = columns.choice("mended", "open")
    note = columns.text(300)
