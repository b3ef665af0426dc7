"""What is learned: the techniques of the enterprise, what a grade asks for, and pieces judged one by one."""

from jornal.journal import columns
from jornal.journal.fact import Fact

LEVELS = ("not_yet", "with_help", "alone", "can_teach")
"""How far somebody is with a technique, the least first."""


class Technique(Fact):
    """A technique that everybody of a trade ("" is every trade) reaches in turn; `number` is its place in the order."""

    KIND, KEY = "technique", ("technique",)

    technique = columns.token()
    label = columns.text()
    trade = columns.text(60)
    number = columns.count()
    looked_for = columns.text(300)


class GradeNeeds(Fact):
    """What a grade of a trade asks for: these techniques, each at least so far; and all that the grades below ask."""

    KIND, KEY = "grade_needs", ("trade", "grade")

    trade = columns.text(60)
    grade = columns.text(40)
    number = columns.count()
    techniques = columns.table()
    least = columns.choice("with_help", "alone", "can_teach")


class Assessed(Fact):
    """A piece of hers that was judged: in which technique, by whom, how far she is; what was seen of it is sealed."""

    KIND, KEY = "assessed", ("worker", "technique", "day")

    worker = columns.token()
    technique = columns.token()
    day = columns.day()
    site = columns.token()
    reached = columns.choice(*LEVELS)
    judge = columns.token()
    piece = columns.text(100)
    seen = columns.sealed()

    class Meta:
        indexes = [columns.index("assessed_worker", "worker")]
