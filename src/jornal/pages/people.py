"""The list of people: who is here, who left, who was offered work; found by name, code or clock number."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.http import HttpResponse

from jornal.actions.issuing import uncollected
from jornal.pages.access import Page
from jornal.pages.choices import choices, of_words
from jornal.pages.desk import Desk
from jornal.pages.forms import Choice
from jornal.pages.missing import Missing, missing
from jornal.reads.needs import Papers, needs, papers
from jornal.reads.roster import STANDINGS, Person, roster
from jornal.units.identifiers import tidy
from jornal.units.letters import sought

READS = ("site_manager", "trainer", "hq_operations", "hq_finance", "auditor")
"""Who may open a person's page."""
BY_NAME = frozenset(READS) - {"auditor"}
OFFERS = ("site_manager", "trainer")
EVERYBODY_IS = {"here": "Here now", "left": "Left", "offered": "Offered work", "all": "Everybody"}
SORTS = {"name": "Person", "workshop": "Workshop", "since": "Since"}
AT_ONCE = 50
CONSENTS = {
    "none": ("bad", "None"), "withdrawn": ("bad", "Withdrawn"), "thinking": ("", "She thinks it over"),
    "expired": ("bad", "Expired"), "soon": ("soon", "Soon"), "holds": ("", ""),
}  # fmt: skip
"""How a consent stands: the class of its badge and its word."""


class Row(NamedTuple):
    """One line of the list."""

    worker: str
    name: str
    workshop: str
    since: date | None
    left_on: date | None
    contract: str
    consent_until: date | None
    consent: tuple[str, str]
    missing: list[Missing]


@dataclass(frozen=True)
class Asked:
    """What somebody looks for, as the address says it."""

    standing: str = "here"
    workshop: str = ""
    search: str = ""
    sort: str = "name"
    page: int = 1

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Asked":
        """From the address; what makes no sense there is left out."""
        standing, sort, page = said.get("standing", ""), said.get("sort", ""), said.get("page", "")
        return cls(
            standing if standing in STANDINGS else "here",
            said.get("workshop", "")[:60],
            said.get("search", "").strip()[:100],
            sort if sort in SORTS else "name",
            int(page) if page.isascii() and page.isdecimal() and 0 < int(page) < 10**6 else 1,
        )

    def query(self, **other: Any) -> dict[str, object]:
        """For an address: what is not as usual, with these changes."""
        usual = Asked()
        said = {**self.__dict__, **other}
        return {name: value for name, value in said.items() if value != getattr(usual, name)}


@uncollected()
def page(desk: Desk) -> HttpResponse:
    """The list."""
    asked = Asked.of(desk.request.GET.dict())
    everybody = roster(desk.place, desk.day, asked.standing)
    rooms = dict(choices(desk, "workshops"))
    found = [one for one in everybody if asked.workshop in ("", one.workshop)]
    names = _Names(desk, found, few=len(found) <= AT_ONCE)
    found = sorted(_matching(found, asked.search, names), key=_order(asked.sort, names, rooms))
    pages = max(1, -(-len(found) // AT_ONCE))
    number = min(asked.page, pages)
    shown = found[(number - 1) * AT_ONCE : number * AT_ONCE]
    return desk.page(
        "people.html",
        asked=asked, standings=of_words(desk, EVERYBODY_IS), rooms=[Choice(*room) for room in rooms.items()],
        rows=_rows(desk, shown, rooms), total=len(found), nobody=not everybody, known=bool(names), pages=pages,
        offered=_offered(desk, everybody, asked),
        heads=_heads(desk, asked), turns=_turns(desk, asked, pages, len(found)), here=desk.at("site.people"),
        wide=bool(desk.roles & set(READS)), offers=bool(desk.roles & set(OFFERS)), back=_query(desk, asked),
    )  # fmt: skip


def _offered(desk: Desk, everybody: list[Person], asked: Asked) -> int:
    """How many were offered work, where nobody works here yet: they are in another list."""
    return 0 if everybody or asked.standing != "here" else len(roster(desk.place, desk.day, "offered"))


class _Names:
    """How people are called, opened when they are first needed: of a few at once, of all where one is sought."""

    def __init__(self, desk: Desk, people: Iterable[Person], *, few: bool) -> None:
        self._desk, self._all = desk, [one.worker for one in people]
        self._few = few

    def __bool__(self) -> bool:
        """Whether this person sees names now."""
        return self._desk.keys is not None and bool(self._desk.roles & BY_NAME)

    def of(self, tokens: Iterable[str]) -> dict[str, str]:
        """By code, the name where it is open, else the code."""
        return self._desk.called(tokens) if self else {token: token for token in tokens}

    def all(self) -> dict[str, str]:
        """Of everybody who is looked through."""
        return self.of(self._all)

    def sorted_by(self) -> dict[str, str]:
        """What people are sorted by: their names, unless there are so many that none is opened for that alone."""
        return self.all() if self._few else {}


def _matching(people: list[Person], search: str, names: _Names) -> Iterator[Person]:
    """Those whose name holds the words, whose code begins so or whose clock number it is."""
    if not search:
        yield from people
        return
    wanted, code = sought(search), tidy(search).upper()
    called = names.all() if names else {}
    for one in people:
        name = sought(called[one.worker]) if called else ""
        by_code = bool(code) and one.worker.upper().startswith(code)
        if (wanted and wanted in name) or by_code or one.clock_number == search:
            yield one


def _order(sort: str, names: _Names, rooms: Mapping[str, str]) -> Callable[[Person], tuple[str, ...]]:
    called = names.sorted_by() if names else {}

    def by_name(one: Person) -> tuple[str, ...]:
        return (sought(called.get(one.worker, "")), one.worker)

    if sort == "since":
        return lambda one: (one.since.isoformat() if one.since else "", one.worker)
    if sort == "workshop":
        return lambda one: (sought(rooms.get(one.workshop, one.workshop)), *by_name(one))
    return by_name


def _rows(desk: Desk, people: list[Person], rooms: Mapping[str, str]) -> list[Row]:
    """What the list says of those shown; a number of queries that does not grow with them."""
    workers = [one.worker for one in people]
    desk.marked(workers)
    called = _Names(desk, people, few=True).all()
    wide = bool(desk.roles & set(READS))
    have = papers(desk.place, workers, desk.day) if wide else {worker: Papers() for worker in workers}
    labels = _Labels(rooms, *(dict(choices(desk, source)) for source in ("contracts", "grades") if wide))
    return [_row(desk, one, called[one.worker], have[one.worker], labels) for one in people]


class _Labels(NamedTuple):
    """What the site calls its workshops, contracts and grades."""

    rooms: Mapping[str, str]
    contracts: Mapping[str, str] = {}
    grades: Mapping[str, str] = {}


def _row(desk: Desk, one: Person, name: str, has: Papers, labels: _Labels) -> Row:
    kind, word = CONSENTS[has.consent_is(desk.day)]
    terms = (labels.contracts.get(has.contract, has.contract), labels.grades.get(has.grade, has.grade))
    return Row(
        one.worker, name, labels.rooms.get(one.workshop, one.workshop), one.since, one.left_on,
        " · ".join(filter(None, terms)), has.consent.expires_on if has.consent else None, (kind, desk.say(word)),
        [missing(desk, one.worker, need) for need in needs(one, has, desk.day)],
    )  # fmt: skip


class Head(NamedTuple):
    """A column by which the list is sorted: its words, the address that sorts by it, whether it does, if of rooms."""

    label: str
    address: str
    here: bool
    rooms: bool = False


def _heads(desk: Desk, asked: Asked) -> list[Head]:
    return [
        Head(
            desk.say(key),
            desk.at("site.people", asked.query(sort=name, page=1)),
            asked.sort == name,
            name == "workshop",
        )
        for name, key in SORTS.items()
    ]


def _turns(desk: Desk, asked: Asked, pages: int, total: int) -> dict[str, object]:
    """The addresses of the pages before and after, and which lines are shown."""
    number = min(asked.page, pages)
    first = (number - 1) * AT_ONCE + 1
    return {
        "before": desk.at("site.people", asked.query(page=number - 1)) if number > 1 else "",
        "after": desk.at("site.people", asked.query(page=number + 1)) if number < pages else "",
        "first": first,
        "last": min(first + AT_ONCE - 1, total),
    }


def _query(desk: Desk, asked: Asked) -> str:
    """What a person's page keeps of this list, so that its way back leads here."""
    return desk.at("site.people", asked.query()).partition("?")[2]


PAGES = [Page("site.people", "<token:site>/people", page, (*READS, "quality"), label="People")]
