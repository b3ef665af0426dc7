"""A desk: who asks for a page, at which site, with which roles and in which language; and what a page answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from jornal.actions.office import NotYourRole, Office
from jornal.facts.organisation import Enterprise, Site
from jornal.journal import node
from jornal.journal.hand import Hand
from jornal.journal.keys import Keys
from jornal.journal.vaultlog import Reader
from jornal.pages import ways
from jornal.reads.marks import marks
from jornal.reads.people import names
from jornal.units.money import Money, exponent
from jornal.units.parts import named
from jornal.units.said import Said
from jornal.words.catalogue import OWN_NAMES, Words
from jornal.words.dates import day_text
from jornal.words.numbers import Figures

WITH_NAMES = frozenset({"site_manager", "trainer", "quality", "hq_operations", "hq_finance"})
"""Roles that work with people by name; all others see codes and marks."""

DOORS: dict[str, frozenset[str]] = {}
"""Every page by name with the roles that may open it; filled where the addresses are made."""


@dataclass(frozen=True)
class Desk:
    """One request of one person. `site` is None at headquarters; `roles` are those that hold there today."""

    request: HttpRequest
    who: str
    roles: frozenset[str]
    site: Site | None
    words: Words
    day: date
    keys: Keys | None
    shown: str = ""
    """The page that is shown, by its name."""
    sites: tuple[Site, ...] = ()
    """Every site where this person has a role, for the switch."""
    kept: dict[str, Any] = field(default_factory=dict)
    """What was looked up for this request already, by whoever asked."""
    _called: dict[str, str] = field(default_factory=dict)
    _marks: dict[str, int | None] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """The site's token, "" at headquarters."""
        return self.site.site if self.site else ""

    @property
    def at_headquarters(self) -> bool:
        """Whether this person works at headquarters too."""
        return bool(self.roles & {"hq_operations", "hq_finance"})

    @property
    def works_with_names(self) -> bool:
        """Whether this person's roles here see names once they are open."""
        return bool(self.roles & WITH_NAMES)

    @property
    def languages(self) -> list[tuple[str, str]]:
        """The languages of the pages, each by its own name."""
        return list(OWN_NAMES.items())

    @property
    def posted(self) -> bool:
        """Whether something is to be recorded."""
        return self.request.method == "POST"

    @cached_property
    def figures(self) -> Figures:
        """Money as it is written here: in the currency of what is shown, else of the site, else of the enterprise."""
        if "currency" in self.kept:
            return self.figures_in(str(self.kept["currency"]))
        if self.site:
            return self.figures_in(self.site.currency)
        enterprise = Enterprise.objects.current().first()
        return self.figures_in(enterprise.currency if enterprise else "EUR")

    def figures_in(self, currency: str) -> Figures:
        """Money as it is written here, in another currency than that of the site."""
        return Figures(self.words, currency, exponent(currency))

    def office(self, roles: Sequence[str]) -> Office:
        """Where a verb works, in the first of these roles that this person has. Raises NotYourRole."""
        role = next((one for one in roles if one in self.roles), None)
        if role is None:
            raise NotYourRole("/".join(sorted(self.roles)), self.shown, roles)
        hand = Hand(self.who, role, node.kept(Path(settings.HOME)))
        return Office(hand, self.place, self.day, self.keys)

    def called(self, tokens: Iterable[str]) -> dict[str, str]:
        """What people are called, by token: the name where names are open to this person, else the token itself."""
        tokens = list(tokens)
        wanted = [token for token in set(tokens) if token not in self._called]
        if self.keys is not None and wanted:
            reader = Reader(self.who, self.shown or "page", self.now())
            found = names(wanted, self.keys, reader=reader)
            self._called.update({token: name for token, name in found.items() if isinstance(name, str)})
        return {token: self._called.get(token, token) for token in tokens}

    def marked(self, tokens: Iterable[str]) -> None:
        """Reads the stitch marks of these workers now, where a page shows a few of very many."""
        wanted = list(tokens)
        self._marks.update({**dict.fromkeys(wanted), **marks(wanted)})

    def mark(self, token: str) -> int | None:
        """The number of a worker's stitch mark, None where she has none; the first asked for reads everybody's."""
        if token not in self._marks and "" not in self._marks:
            self._marks.update({"": None, **marks()})
        return self._marks.get(token)

    def now(self) -> datetime:
        """This moment, by the clock of this computer."""
        return datetime.now(UTC)

    def say(self, key: str, /, **facts: object) -> str:
        """A sentence of the catalogue in this person's language."""
        return self.words.say(key, **facts)

    def page(self, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """A page."""
        return render(self.request, template, {"desk": self, "words": self.words, **context}, status=status)

    def again(self, template: str, faults: Sequence[Exception], **context: Any) -> HttpResponse:
        """The page once more with what is wrong on top, as a browser expects of a form that was refused."""
        said = [self.told(fault) for fault in faults]
        return self.page(template, status=422, faults=said, **context)

    def told(self, fault: Exception) -> str:
        """What a fault says, in this person's language; in English where it knows no other.

        Where it names a command it says the page that does the same.
        """
        if not isinstance(fault, Said):
            return ways.on_pages(str(fault), self.say, self.words.language)
        called = self.called(list(named(fault.facts, "worker", "workers")))
        text = fault.told(self.say, lambda name, value: self._written(name, value, called))
        return ways.on_pages(text, self.say, self.words.language)

    def _written(self, name: str, value: object, called: Mapping[str, str]) -> object:
        if isinstance(value, date):
            return day_text(value, self.words.language)
        if isinstance(value, Money):
            return self.figures_in(value.currency).amount(value.amount)
        return called.get(value, value) if isinstance(value, str) and name in ("worker", "workers") else value

    def note(self, key: str, /, **facts: object) -> None:
        """A sentence that the next page shows once."""
        self.note_said(self.say(key, **facts))

    def note_said(self, text: str, way: tuple[str, str] = ("", "")) -> None:
        """The same of a sentence that is said already, with a way on: its address and its words."""
        kept = self.request.session.get("notes", [])
        self.request.session["notes"] = [*kept, [text, *way]]

    def notes(self) -> list[tuple[str, str, str]]:
        """What this page shows, and no other: each a sentence, and the address and words of a way on or nothing."""
        found = self.request.session.pop("notes", [])
        return [(one, "", "") if isinstance(one, str) else (one[0], one[1], one[2]) for one in found]

    def at(self, name: str, _query: Mapping[str, object] | None = None, **captured: object) -> str:
        """The address of a page at this site."""
        if name.startswith("site."):
            captured.setdefault("site", self.place)
        address = reverse(name, kwargs=captured)
        return f"{address}?{urlencode(_query, doseq=True)}" if _query else address

    def at_if_any(self, name: str, **captured: object) -> str:
        """The address of a page at this site; "" where there is no such page, or it is not for this person."""
        roles = DOORS.get(name)
        return self.at(name, None, **captured) if roles is not None and self.roles & roles else ""

    def to(self, name: str, _query: Mapping[str, object] | None = None, **captured: object) -> HttpResponse:
        """The browser goes on to another page, by GET, so that reloading it sends nothing twice."""
        return HttpResponseRedirect(self.at(name, _query, **captured))
