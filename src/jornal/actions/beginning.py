"""A register begun: folder, tables, books, vault, first facts, terms; each once, however often it is cut off."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from jornal.actions import adopt, backupkey, organisation, sites
from jornal.actions.firstterms import first_terms
from jornal.actions.intake import FINISHED, keep, kept
from jornal.actions.office import Office
from jornal.actions.questions import Answers, country_of, week_of
from jornal.actions.restore import NoOwner
from jornal.actions.staff import First, founded
from jornal.actions.verb import Verb, done
from jornal.facts.organisation import Authority, Employer, Enterprise, RoleGranted, Site, Timetable, Workshop
from jornal.journal import books, guard, node, place, vault
from jornal.journal.hand import Hand, utc_now
from jornal.journal.seal import Cost
from jornal.journal.vaultfile import NAME as VAULT
from jornal.journal.vaultfile import VaultExists
from jornal.terms.copied import copy

DESK = "desk.toml"
WORKSHOP = "workshop"
"""The first workshop of a site, whose timetable was asked for; others are opened with `jornal do open-workshop`."""


class Secrets(NamedTuple):
    """What is never written down: the passphrase of the names, and the first names, which go into the vault."""

    passphrase: str
    manager_name: str
    second_name: str


@dataclass(frozen=True)
class Begun:
    """What was made this time, as sentences; and the two secrets of the recovery sheet."""

    names: str
    backups: str
    says: tuple[str, ...]


@dataclass
class _Making:
    """One beginning on its way."""

    home: Path
    answers: Answers
    secrets: Secrets
    clock: Callable[[], datetime]
    cost: Cost | None
    says: list[str] = field(default_factory=list)

    @property
    def site(self) -> str:
        return self.answers["site"]

    @property
    def day(self) -> date:
        return self.clock().astimezone(ZoneInfo(self.answers["zone"])).date()

    def office(self, role: str, *, at_site: bool = False) -> Office:
        """The desk of the first person who has a role, at the site or at headquarters."""
        own = role in self.answers["manager_roles"].split(", ")
        by = self.answers["manager" if own else "second"]
        hand = Hand(by, role, node.kept(self.home), self.clock)
        return Office(hand, self.site if at_site else "", self.day)


def is_finished(home: Path) -> bool:
    """Whether a register was begun in this folder to the end, or restored into it."""
    answers = kept(home)
    return answers.get(FINISHED) == "yes" or (not answers and (home / "node.key").exists())


def tables() -> bool:
    """Whether tables were missing or older; they are made, and bear their guards. Raises NoOwner on PostgreSQL."""
    alias = "owner" if "owner" in connections.settings else "default"
    executor = MigrationExecutor(connections[alias])
    missing = bool(executor.migration_plan(executor.loader.graph.leaf_nodes("jornal")))
    if missing:
        if alias == "default" and connection.vendor == "postgresql":
            raise NoOwner
        guard.migrated(alias, _writer())
    return missing


def guards() -> None:
    """Puts every guard on again. Raises NoOwner on PostgreSQL where its owner is not known."""
    alias = "owner" if "owner" in connections.settings else "default"
    if alias == "default" and connection.vendor == "postgresql":
        raise NoOwner
    guard.install(connections[alias])
    if _writer():
        guard.grant(connections[alias], _writer())


def _writer() -> str:
    """The user of PostgreSQL who may only read and add rows; none on SQLite."""
    return str(connections.settings["default"]["USER"]) if connection.vendor == "postgresql" else ""


def begin(
    home: Path,
    answers: Answers,
    secrets: Secrets,
    *,
    clock: Callable[[], datetime] = utc_now,
    cost: Cost | None = None,
) -> Begun:
    """The register begun, all but the note that it is finished: that is written once the sheet is printed.

    What an earlier try made is kept; the secrets of the sheet are made anew. Raises WeakPassphrase, WrongPassphrase
    where an earlier try had another, NoOwner, the faults of the terms, and what the verbs raise.
    """
    making = _Making(home, answers, secrets, clock, cost)
    private(home)
    if tables():
        making.says.append("The tables are made, each with its guard.")
    names, backups = _vault(making), _backups(home)
    _books(making)
    _people(making)
    _organisation(making)
    _terms(making)
    return Begun(names, backups, tuple(making.says))


def finish(home: Path, answers: Answers) -> None:
    """Notes that the register is begun, and who usually sits at this computer."""
    desk = f'by = "{answers["manager"]}"\nrole = "site_manager"\nsite = "{answers["site"]}"\n'
    (home / DESK).write_text(
        f"# Who records on this computer unless something else is said.\n{desk}", encoding="utf-8"
    )
    keep(home, {**answers, FINISHED: "yes"})


def private(home: Path) -> None:
    """The folder, for its owner alone, with the computer's key and the key that signs cookies."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    home.chmod(0o700)
    node.made(home)
    signing_key(home)


def signing_key(home: Path) -> str:
    """The key that signs cookies, made where there is none."""
    path = home / "secret.key"
    if not path.exists():
        part = home / "secret.key.part"
        with os.fdopen(
            os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii"
        ) as file:
            file.write(os.urandom(32).hex())
        part.replace(path)
    return path.read_text(encoding="ascii")


def _vault(making: _Making) -> str:
    """The recovery code of the vault; of one that an earlier try made to the end, a new code."""
    path, passphrase = making.home / VAULT, making.secrets.passphrase
    try:
        code = vault.made(path, passphrase, cost=making.cost)
    except VaultExists:
        return vault.unlocked(path, passphrase).new_recovery(passphrase, cost=making.cost)
    making.says.append("The vault of the names is made.")
    return code


def _backups(home: Path) -> str:
    """The secret that opens backups; there is none yet that an older one would have to open."""
    recipient, secret = backupkey.new_identity()
    backupkey.keep(home, recipient)
    return secret


def _books(making: _Making) -> None:
    """Headquarters' book for all and the site's own; that of headquarters for the site is opened with the site."""
    there = place.books()
    for book, reader in (("hq", making.site), (making.site, "hq")):
        if book not in there:
            books.opened(book, reader, making.office("hq_operations").hand)
            making.says.append(f"The book {book} is opened.")


def _people(making: _Making) -> None:
    if RoleGranted.objects.exists():
        return
    answers, languages = making.answers, tuple(making.answers["languages"].split(", "))
    keys = vault.unlocked(making.home / VAULT, making.secrets.passphrase)
    people = [
        First(answers[who], getattr(making.secrets, f"{who}_name"), tuple(_roles(making, who)), languages)
        for who in ("manager", "second")
    ]
    founded(replace(making.office("hq_operations"), keys=keys), people)
    keys.lock()
    making.says.append(f"{people[0].staff} and {people[1].staff} have their roles.")


def _roles(making: _Making, who: str) -> Iterator[tuple[str, str]]:
    """Each role with where it holds: those of headquarters everywhere, others at the site."""
    for role in making.answers[f"{who}_roles"].split(", "):
        yield role, "" if role.startswith("hq_") else making.site


def _organisation(making: _Making) -> None:
    """The enterprise, authority, site, employer, workshop and timetable, through their verbs."""
    said, site = making.answers, making.site
    authority = short(said["authority"])
    at_headquarters, at_site = making.office("hq_operations"), making.office("site_manager", at_site=True)
    enterprise = {
        "enterprise": said["enterprise"], "label": said["enterprise_label"], "model": said["model"],
        "country": country_of(said["zone"]), "currency": said["currency"],
    }  # fmt: skip
    place_of_work = {
        "named": site, "label": said["site_label"], "enterprise": said["enterprise"], "authority": authority,
        "jurisdiction": said["country"], "currency": said["currency"], "zone": said["zone"],
        "languages": said["languages"], "letters": said["letters"],
    }  # fmt: skip
    room = {
        "workshop": WORKSHOP,
        "label": said["site_label"],
        "place": "cell" if said["model"] == "craft" else "workshop",
    }
    steps = (
        (Enterprise, organisation.VERBS, "found-enterprise", enterprise),
        (
            Authority,
            organisation.VERBS,
            "name-authority",
            {"authority": authority, "label": said["authority"]},
        ),
        (Site, sites.VERBS, "open-site", place_of_work),
        (Employer, organisation.VERBS, "name-employer", {"at": site, "label": said["employer"]}),
        (Workshop, sites.VERBS, "open-workshop", room),
    )
    for kind, verbs, name, row in steps:
        at = at_site if kind is Workshop else at_headquarters
        if not kind.objects.exists():
            done(name, verbs[name], at, [row])
    _timetable(making, at_site, sites.VERBS["set-timetable"])


def _timetable(making: _Making, at: Office, verb: Verb) -> None:
    week = week_of(making.answers["timetable"])
    if any(week.values()) and not Timetable.objects.exists():
        done("set-timetable", verb, at, [{"workshop": WORKSHOP, "since": making.day, **week}])


def short(label: str) -> str:
    """A label as a short name: small plain letters, digits and dashes."""
    return re.sub("[^a-z0-9]+", "-", label.lower()).strip("-")[:38].strip("-") or "authority"


def _terms(making: _Making) -> None:
    """The terms adopted by the second person; where there are none yet, the packs and a first file to fill in."""
    said = making.answers
    if said["terms"] != "new":
        if adopt.latest() is None:
            terms = said["terms"]
            adopt.adopt(making.office("hq_finance"), Path(terms) if terms.endswith(".toml") else terms)
            making.says.append(f"The terms of {said['enterprise']} are adopted.")
        return
    folder = making.home / "terms"
    copy(folder)
    path = folder / "enterprises" / f"{said['enterprise']}.toml"
    if not path.exists():
        path.write_text(first_terms(said), encoding="utf-8")
    making.says.append(
        f"No terms are adopted yet. Write contracts and rates into {path}, then `jornal terms adopt {path}`."
    )
