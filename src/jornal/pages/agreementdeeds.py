"""What can be recorded of agreements, sites and visits: for each verb its words, its fields, what they offer."""

from jornal.facts.organisation import Authority, Enterprise, Site, Staff, Timetable, Workshop
from jornal.pages.acting import Family
from jornal.pages.choices import worded
from jornal.pages.deed import DAY_OF, SCAN, SHORT, SINCE, Deed
from jornal.pages.desk import Desk
from jornal.pages.forms import Asked
from jornal.pages.tradechoices import currencies, laws, zones
from jornal.units.periods import WEEKDAYS

MODELS = {"employment": "employment", "craft": "craft work", "training": "training"}
COMPUTERS = {
    "here": "On this computer",
    "elsewhere": "On a computer of its own, which begins its book itself",
}
PLACES = {"workshop": "workshop", "cell": "in the cell", "home": "at home"}
NAME = Asked("label", "What it is called", "", "text", (), True)
HOURS = "Hours such as 5:30, 0 on a day without."
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
LABELS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY)
VISITOR = Asked("visitor", "Who visits", "", "select", (), True)

AT_A_SITE = {
    "set-timetable": Deed(
        "Set the week of a workshop",
        "The week is recorded.",
        "",
        (
            Asked("workshop", "Workshop", "", "select", (), True),
            SINCE,
            Asked(
                "announced_on",
                "Announced on",
                "Before the week holds; the first of a workshop needs it not.",
                "day",
                seen=True,
            ),
            Asked("starts", "Work begins at", "As 08:00.", seen=True),
            *(
                Asked(day, label, HOURS if day == "monday" else "", "minutes", seen=True)
                for day, label in zip(WEEKDAYS, LABELS, strict=True)
            ),
        ),
        {"workshop": "workshops"},
        check=True,
    ),
    "open-workshop": Deed(
        "Open a workshop",
        "The workshop is recorded.",
        "",
        (
            NAME,
            Asked("place", "Where", "", "choice"),
            Asked("places", "Places", "How many can work there.", "number"),
            Asked("workshop", "Short name", SHORT, "short"),
        ),
        {"place": "places"},
    ),
    "plan-visit": Deed(
        "Plan a visit",
        "The visit is planned.",
        "",
        (VISITOR, DAY_OF, Asked("agenda", "What it is for")),
        {"visitor": "staff"},
    ),
    "hold-visit": Deed(
        "Record a visit that was held",
        "The visit is recorded.",
        "",
        (
            VISITOR,
            DAY_OF,
            Asked(
                "promises",
                "What was promised",
                "One a line with the day by which it is kept, as 2026-11-20: gloves.",
                "lines",
            ),
            Asked("notes", "Notes", "They are sealed; the names have to be open.", "long"),
        ),
        {"visitor": "staff"},
    ),
    "cancel-visit": Deed(
        "Record a visit that did not take place",
        "The visit is recorded as cancelled.",
        "",
        (VISITOR, DAY_OF, Asked("why", "Reason", "", "text", (), True)),
        {"visitor": "staff"},
    ),
    "close-site": Deed(
        "Close this site",
        "The site is recorded as closed.",
        "",
        (DAY_OF, Asked("reason", "Reason", "", "text", (), True)),
        hint="Nobody may be enrolled here any more. It cannot be undone.",
        check=True,
    ),
}

FOR_ALL = {
    "sign-agreement": Deed(
        "Record an agreement",
        "The agreement is recorded.",
        "",
        (
            Asked("agreement", "Short name", "The same name again is its next version.", "text", (), True),
            Asked("authority", "Authority", "", "select", (), True),
            Asked("parties", "Parties", "At least two, one a line.", "lines", (), True),
            Asked("clauses", "Clauses", "One a line: a name, a colon and what it says.", "lines", seen=True),
            Asked("model", "Declared model", "Once and in public, for all workers.", "choice", (), True),
            Asked(
                "model_signed_by",
                "Who signs for the model",
                "An outsider: nobody of the enterprise or the prison.",
                "text",
                (),
                True,
            ),
            Asked(
                "fee",
                "The authority's fee",
                "In words: what is paid, and how it is reckoned.",
                "text",
                (),
                True,
            ),
            Asked("signed_on", "Signed on", "", "day", seen=True),
            Asked(
                "holds_from",
                "Holds from",
                "Another model holds 30 days after signing at the earliest.",
                "day",
                seen=True,
            ),
            Asked("expires_on", "Until", "", "day", seen=True),
            Asked("digest", "The paper", SCAN, "paper", seen=True),
        ),
        {"authority": "authorities", "model": "models"},
        check=True,
    ),
    "name-authority": Deed(
        "Record an authority",
        "The authority is recorded.",
        "",
        (
            NAME,
            Asked("contact", "How it is reached", "An office, not a person."),
            Asked("authority", "Short name", SHORT, "short"),
        ),
    ),
    "name-employer": Deed(
        "Record who employs",
        "The employer is recorded.",
        "",
        (
            Asked("at", "Site", "", "select", (), True),
            SINCE,
            Asked("label", "Employer in law", "", "text", (), True),
            Asked("registration", "Registered as"),
        ),
        {"at": "sites"},
    ),
    "open-site": Deed(
        "Open a site",
        "The site is recorded.",
        "",
        (
            NAME,
            Asked("enterprise", "Enterprise", "", "select", (), True),
            Asked("authority", "Authority", "", "select", (), True),
            Asked("jurisdiction", "Law of", "", "select", (), True),
            Asked("currency", "Currency", "Three capital letters.", "text", (), True),
            Asked("zone", "Time zone", "As Europe/Copenhagen.", "text", (), True),
            Asked(
                "languages",
                "Languages",
                "One code a line, as es; the first is that of its papers.",
                "lines",
                (),
                True,
            ),
            Asked(
                "letters",
                "Codes begin with",
                "Two to four capital letters that no other site has.",
                "text",
                (),
                True,
            ),
            Asked("recorded", "Where its days are recorded", "", "select", (), True),
            Asked("opened_on", "Since", "Empty: today.", "day"),
            Asked("named", "Short name", SHORT, "short"),
        ),
        {
            "enterprise": "enterprises",
            "authority": "authorities",
            "recorded": "computers",
            "jurisdiction": "laws",
            "currency": "currencies",
            "zone": "zones",
        },
        check=True,
    ),
}


def _staff(desk: Desk) -> list[tuple[str, str]]:
    tokens = list(Staff.objects.current().order_by("staff").values_list("staff", flat=True))
    named = desk.called(tokens)
    return [(token, named[token]) for token in tokens]


def _rows(kind, *columns: str, **at: str) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    return list(kind.objects.current().filter(**at).order_by(columns[1]).values_list(*columns))


def _usual(desk: Desk, verb: str) -> dict[str, object]:
    """What stands in a form: the week of the only workshop, the enterprise's currency and its language."""
    if verb == "set-timetable":
        rows = list(Timetable.objects.current().filter(site=desk.place).order_by("since"))
        rooms = {one.workshop for one in rows}
        return (
            {"workshop": rows[-1].workshop, "starts": rows[-1].starts, **rows[-1].week}
            if len(rooms) == 1
            else {}
        )
    if verb == "open-site":
        only = Enterprise.objects.current().first()
        own = {"enterprise": only.enterprise, "currency": only.currency} if only else {}
        return {"recorded": "here", **own}
    return {"place": "workshop"} if verb == "open-workshop" else {}


SOURCES = {
    "workshops": lambda desk: _rows(Workshop, "workshop", "label", site=desk.place),
    "computers": worded(COMPUTERS),
    "currencies": currencies,
    "laws": laws,
    "zones": zones,
    "places": worded(PLACES),
    "models": worded(MODELS),
    "staff": _staff,
    "authorities": lambda _: _rows(Authority, "authority", "label"),
    "enterprises": lambda _: _rows(Enterprise, "enterprise", "label"),
    "sites": lambda _: _rows(Site, "site", "label"),
}
OF_A_SITE = Family("site.agreements", AT_A_SITE, SOURCES, usual=_usual)
HEADQUARTERS = Family("hq.agreements", FOR_ALL, SOURCES, usual=_usual)
