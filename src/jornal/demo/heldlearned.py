"""What a register of the demo holds of what people learn: techniques, courses; and the certificates as papers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jornal.actions.monthwords import published, share_of
from jornal.demo.world import data
from jornal.facts.courses import Certificate, CourseFinished
from jornal.facts.skills import Assessed
from jornal.papers.certificate import certificate
from jornal.reads import courses, skills
from jornal.reads.outcomes import baseline, outcomes
from jornal.words.catalogue import Words

Cells = Sequence[object]
FOLDER = "certificates"
"""Where the certificates lie in the home of a register: without a name, for whoever it is to write."""


def tables() -> Iterator[tuple[str, Sequence[str], Iterable[Cells]]]:
    """Each table: its name, its headings, its rows."""
    yield (
        "Techniques",
        ("Trade", "Technique", "Looked for", "Pieces judged, by how far they show it"),
        _techniques(),
    )
    yield "Courses", ("Course", "Given by", "About", "Held", "Came", "Results", "Certificates"), _courses()
    yield "After release", AFTER, _after()


AFTER = (
    "Months after",
    "Released, at least",
    "Answered",
    "Inside again, of those",
    "By chance alone, 95 in a hundred",
)


def papers(home: Path) -> None:
    """A file for every certificate that was given."""
    for one in Certificate.objects.current().order_by("worker", "course"):
        said = {
            "name": "", "issuer": one.issuer, "language": one.language, "minutes": one.minutes, "told": one.told,
            "code": courses.code_of(one),
        }  # fmt: skip
        into = home / FOLDER
        into.mkdir(exist_ok=True)
        (into / f"{one.worker}-{one.course}.pdf").write_bytes(certificate(said, one.day))


def _techniques() -> Iterator[Cells]:
    for one in skills.catalogue():
        pieces = Assessed.objects.current().filter(technique=one.technique).values_list("reached", flat=True)
        yield one.trade, one.label, one.looked_for, _told(pieces)


def _courses() -> Iterator[Cells]:
    for one in courses.catalogue():
        sessions = [held for held in courses.held() if held.course == one.course]
        came = {worker for held in sessions for worker in held.workers}
        results = CourseFinished.objects.current().filter(course=one.course).values_list("result", flat=True)
        yield (
            one.label, one.partner or "us", one.about, ", ".join(str(held.day) for held in sessions) or "to come",
            len(came) or "–", _told(results), Certificate.objects.current().filter(course=one.course).count() or "–",
        )  # fmt: skip


def _after() -> Iterator[Cells]:
    """Bands of five people, never one; the published figure below them."""
    words = Words("en")
    for one in outcomes(data("cast")["ends"]):
        if one.answered:
            between = f"{share_of(words, one.low)} to {share_of(words, one.high)}"
            yield one.months, one.released, one.answered, f"{one.least} to {one.most}", between
    beside = baseline()
    if beside:
        yield "–", "–", "–", published(words, beside), "–"


def _told(words: Iterable[str]) -> str:
    counted = Counter(words)
    return ", ".join(f"{word.replace('_', ' ')} {counted[word]}" for word in sorted(counted)) or "–"
