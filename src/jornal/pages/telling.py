"""What a worker tells of herself, one question a page with her at one's elbow; not to tell is always an answer."""

from collections.abc import Callable, Iterator, Sequence

from django.http import Http404, HttpResponse

from jornal.actions.telling import GROUPS, Groups, HowItWas, at_her_elbow
from jornal.journal.vaultlog import Reader
from jornal.pages.access import Page
from jornal.pages.choices import of_words
from jornal.pages.deed import kept
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked, Choice
from jornal.pages.people import BY_NAME
from jornal.pages.wizard import Said, Step, Walk, walked
from jornal.reads.bands import shown_to
from jornal.reads.people import role_holders
from jornal.reads.roster import person

SENDS = ("site_manager", "trainer")
TELLS = {"not_told": "She would rather not say", "told": "In her own words"}
AGREES = {"no": "No, or not now", "yes": "Yes"}
HOW = {
    "not_told": "She would rather not say", "very_good": "Very good", "good": "Good", "fair": "Fair",
    "hard": "Hard", "very_hard": "Very hard",
}  # fmt: skip
WRITE_IT = "Write what she says, or choose that she would rather not say."
LOCKED = "The names are locked. Open them on the side first: what she tells is sealed."
OF_GROUPS = (
    "Which gender she counts herself to, from which class she comes, which people she belongs to: each is hers to say "
    "or not. It is sealed, counted only where five say the same, and deleted when she takes it back."
)
DEPENDS = {
    "not_told": "She would rather not say", "nobody": "Nobody", "one": "One", "two": "Two",
    "three_or_more": "Three or more",
}  # fmt: skip
OF_DEPENDANTS = (
    "Children or others whom she cares for. Headquarters and funders read how many workers care for somebody, of five "
    "or more who told it, and never who or how many. It changes no pay, no work and no contract."
)
OF_WORK = (
    "Once a quarter, for a year. It is sealed: nobody reads it but somebody she chooses. It is counted among five or "
    "more, and never touches her pay or her credit. She may take it back at any time."
)


def groups(desk: Desk, worker: str) -> HttpResponse:
    """The next question about groups, or her page once it is recorded."""
    return walked(_walk(desk, worker, GROUP_STEPS, "Groups she counts herself to"), _record_groups)


def check_in(desk: Desk, worker: str) -> HttpResponse:
    """The next question about her quarter, or her page once it is recorded."""
    return walked(_walk(desk, worker, CHECK_STEPS, "How work is for her"), _record_check_in)


def shared(desk: Desk, worker: str) -> HttpResponse:
    """What of her quarters she wants whoever asks to read; nothing of anybody else."""
    walk = _walk(desk, worker, (), "What she wants you to read")
    told = []
    if desk.keys is not None:
        reader = Reader(desk.who, desk.shown, desk.now())
        told = [
            (one.quarter, desk.say(HOW[one.step]), one.says)
            for one in shown_to(desk.keys, reader, worker, desk.who)
        ]
    return desk.page("shared.html", told=told, locked=desk.keys is None, **walk.known)


def _walk(desk: Desk, worker: str, steps: Sequence[Step], what: str) -> Walk:
    if person(desk.place, worker, desk.day) is None:
        raise Http404
    name = desk.called([worker])[worker] if desk.roles & BY_NAME else worker
    back = desk.at("site.people.one", kept(desk), worker=worker)
    return Walk(
        desk, steps, known={"what": desk.say(what), "back": back, "back_label": name, "worker": worker}
    )


def _open(walk: Walk, name: str) -> Iterator[tuple[str, str]]:
    """What is wrong where the names are locked."""
    if walk.desk.keys is None:
        yield name, LOCKED


def _agrees(walk: Walk) -> Sequence[Asked]:
    return [Asked("agrees", "Does she want to tell?", "", "choice", of_words(walk.desk, AGREES), True)]


def _said_yes(said: Said) -> bool:
    return said.get("agrees", "yes") == "yes"


def _asks(name: str, label: str) -> Callable[[Walk], Sequence[Asked]]:
    def fields(walk: Walk) -> Sequence[Asked]:
        return [
            Asked(f"{name}_is", label, "", "choice", of_words(walk.desk, TELLS), True),
            Asked(name, "Her words"),
        ]

    return fields


def _unsaid(name: str) -> Callable[[Walk], Iterator[tuple[str, str]]]:
    def wrong(walk: Walk) -> Iterator[tuple[str, str]]:
        if walk.said.get(f"{name}_is") == "told" and not walk.said.get(name, "").strip():
            yield name, WRITE_IT

    return wrong


def _group(name: str, title: str) -> Step:
    return Step(name, title, _asks(name, title), Groups, when=_said_yes, wrong=_unsaid(name))


def _how(walk: Walk) -> Sequence[Asked]:
    return [Asked("step", "This quarter at work was", "", "choice", of_words(walk.desk, HOW), True)]


def _sentence(_: Walk) -> Sequence[Asked]:
    return [Asked("says", "Her words", "It may stay empty.", "long")]


def _reader(walk: Walk) -> Sequence[Asked]:
    """Whom she wants to read it: nobody, or somebody of those who work with her."""
    desk = walk.desk
    found = [one for role in SENDS for one in role_holders(role, desk.place, desk.day)]
    called = desk.called(found)
    nobody = Choice("", desk.say("Nobody"))
    listed = (nobody, *(Choice(one, called[one]) for one in dict.fromkeys(found)))
    return [Asked("shown_to", "Somebody may read it", "", "select", listed)]


def _goes_on(said: Said) -> bool:
    return _said_yes(said) and said.get("step", "") != "not_told"


def _depends(walk: Walk) -> Sequence[Asked]:
    return [
        Asked("dependants", "Does anybody depend on her?", "", "choice", of_words(walk.desk, DEPENDS), True)
    ]


GROUP_STEPS = (
    Step("agrees", "Does she want to tell which groups she counts herself to?", _agrees, hint=OF_GROUPS,
         wrong=lambda walk: _open(walk, "agrees")),
    _group("gender", "Which gender does she count herself to?"),
    _group("social_class", "From which class does she come?"),
    _group("ethnicity", "Which people or ethnicity does she belong to?"),
    Step("dependants", "Does anybody depend on her?", _depends, Groups, when=_said_yes, hint=OF_DEPENDANTS),
)  # fmt: skip
CHECK_STEPS = (
    Step("agrees", "Does she want to tell how work is for her?", _agrees, hint=OF_WORK,
         wrong=lambda walk: _open(walk, "agrees")),
    Step("how", "How was this quarter at work?", _how, HowItWas, when=_said_yes),
    Step("says", "Does she want to add something?", _sentence, HowItWas, when=_goes_on),
    Step("reader", "Does she want somebody to read it?", _reader, HowItWas, when=_goes_on,
         hint="Without a name here nobody reads it."),
)  # fmt: skip


def _record_groups(walk: Walk) -> HttpResponse:
    said = walk.said
    words = {name: said.get(name, "") for name in GROUPS if said.get(f"{name}_is") == "told"}
    words |= {"dependants": said["dependants"]} if said.get("dependants", "not_told") != "not_told" else {}
    return _recorded(walk, "tell-groups", words if said.get("agrees") == "yes" else {})


def _record_check_in(walk: Walk) -> HttpResponse:
    said = walk.said
    row = {"step": said.get("step", "")}
    row |= {name: said.get(name, "") for name in ("says", "shown_to")} if _goes_on(said) else {}
    return _recorded(walk, "check-in", row if said.get("agrees") == "yes" else {})


def _recorded(walk: Walk, verb: str, row: dict[str, str]) -> HttpResponse:
    """Her page, after what she told was recorded; where she told nothing, nothing is."""
    desk, worker = walk.desk, str(walk.known["worker"])
    if any(row.values()):
        at_her_elbow(desk.office(SENDS), verb, {"worker": worker, **row})
        desk.note("What she told is sealed and recorded.")
    else:
        desk.note("She tells nothing, so nothing is recorded.")
    return desk.to("site.people.one", kept(desk), worker=worker)


PAGES = [
    Page("site.people.groups", "<token:site>/people/<token:worker>/groups", groups, SENDS, SENDS),
    Page("site.people.shared", "<token:site>/people/<token:worker>/shared", shared, SENDS),
    Page("site.people.checkin", "<token:site>/people/<token:worker>/check-in", check_in, SENDS, SENDS),
]
