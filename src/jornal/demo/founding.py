"""How the demo's registers begin: key, tables, vault, books, staff, agreements, sites, terms; each through its verb."""

from datetime import date
from pathlib import Path

from django.db import connection

from jornal.accounts import invented
from jornal.actions import adopt, staff
from jornal.actions.sites import DAYS
from jornal.actions.staff import FOR_A_TIME
from jornal.demo import homes
from jornal.demo.cast import AT_A_SITE, Somebody, cast
from jornal.demo.invented import seed
from jornal.demo.stage import Row, Stage, chance
from jornal.demo.world import PACKAGED, Place, data
from jornal.journal import books, guard, node, vault
from jornal.journal.seal import Cost
from jornal.journal.vaultfile import NAME as VAULT
from jornal.terms.contracts import Timetable

CHEAP = Cost(1, 8 * 1024 * 1024)
"""Opening the names of the demo costs little: everybody may read its passphrase."""

ROOM = "workshop"


def begun(here: list[Place], home: Path) -> Stage:
    """A register begun in a home that Django was set up on, its sites opened and its terms adopted.

    Raises NotThatHome where Django looks elsewhere.
    """
    if Path(str(connection.settings_dict["NAME"])) != home.absolute() / homes.REGISTER:
        raise homes.NotThatHome(home)
    guard.migrated("default")
    terms, told = here[0].enterprise, data("cast")
    some = chance(data("world")["seed"], terms.id, "register")
    key = node.made(home, seed(terms.id))
    vault.made(home / VAULT, told["passphrase"], random=some, cost=CHEAP)
    stage = Stage(terms, cast(terms.id), home, key, some, told["founded"])
    stage.keys = vault.unlocked(home / VAULT, told["passphrase"], random=some)
    _headquarters(stage, here)
    for place in here:
        _site(stage, place)
    adopt.adopt(stage.office("hq_finance"), terms.id, PACKAGED)
    _for_those_who_look(stage, here[0])
    return stage


def _headquarters(stage: Stage, here: list[Place]) -> None:
    """The book of headquarters, its first two people, the enterprise, authorities, sites, staff and agreements."""
    at = stage.office("hq_operations")
    books.opened("hq", here[0].site.id, at.hand)
    first = [one for one in stage.cast.staff if one.role.startswith("hq_")]
    staff.founded(at, [staff.First(one.token, one.name, ((one.role, ""),), ("en",)) for one in first])
    says, terms = stage.cast.says, stage.terms
    enterprise = {
        "enterprise": terms.id, "label": terms.label, "model": terms.model, "country": says["country"],
        "currency": says["currency"],
    }  # fmt: skip
    _hq(stage, "found-enterprise", [enterprise])
    labels = {site.id: site.authority for site in terms.site}
    _hq(stage, "name-authority", [
        {"authority": token, "label": labels[site]} for site, token in says["authority"].items()
    ])  # fmt: skip
    _hq(stage, "open-site", [_opened(stage, place) for place in here])
    _hq(stage, "name-employer", [
        {"at": place.site.id, "since": date(2025, 1, 1), "label": place.site.legal_employer} for place in here
    ])  # fmt: skip
    known = {place.site.id for place in here}
    others = [one for one in stage.cast.staff if one not in first and one.site in ("", *known)]
    _hq(stage, "take-on-staff", [{"staff": one.token, "of": one.of, "name": one.name} for one in others])
    _hq(stage, "grant-role", [_granted(one) for one in others])
    _hq(stage, "sign-agreement", _agreements(stage, known))


def _hq(stage: Stage, verb: str, rows: list[Row]) -> None:
    stage.do(verb, "hq_operations", "", rows)


def _opened(stage: Stage, place: Place) -> Row:
    site = place.site
    return {
        "named": site.id, "label": site.label, "enterprise": stage.terms.id,
        "authority": stage.cast.at("authority", site.id),
        "jurisdiction": site.jurisdiction, "currency": site.currency, "zone": site.zone,
        "languages": list(site.languages), "letters": place.says["code"], "opened_on": date(2025, 1, 2),
    }  # fmt: skip


def _granted(one: Somebody) -> Row:
    """A role at a site; that of an auditor or official ends."""
    until = {"until": date(2027, 7, 19)} if one.role in FOR_A_TIME else {}
    return {"staff": one.token, "what": one.role, "at": one.site, **until}


def _agreements(stage: Stage, known: set[str]) -> list[Row]:
    says = stage.cast.says
    rows = []
    for agreed in stage.terms.agreement:
        site = says["agreement"][agreed.id]
        if site not in known:
            continue
        clauses = [{"name": str(number), "says": text} for number, text in enumerate(agreed.clauses, start=1)]
        rows.append(
            {
                "agreement": agreed.id, "authority": says["authority"][site], "parties": list(agreed.parties),
                "clauses": [*clauses, {"name": "retention_years", "says": "12"}], "model": stage.terms.model,
                "model_signed_by": says["signed_by"], "fee": says["fee"], "signed_on": agreed.signed,
                "holds_from": agreed.signed, "expires_on": agreed.expires,
            }
        )  # fmt: skip
    return rows


def _site(stage: Stage, place: Place) -> None:
    """The workshop of a site and the timetable that was agreed."""
    site = place.site
    cell = site.place == "cell"
    room = {"workshop": ROOM, "label": site.label, "place": "cell" if cell else "workshop", "places": 40}
    stage.do("open-workshop", "site_manager", site.id, [room])
    agreed = _timetable(place)
    if agreed is not None and not cell:
        week = dict(zip(DAYS, agreed.week, strict=True))
        first = {"workshop": ROOM, "since": date(2025, 1, 2), "starts": "08:00", **week}
        stage.do("set-timetable", "site_manager", site.id, [first])


def _timetable(place: Place) -> Timetable | None:
    """The timetable of the contract that most of a site work under."""
    return place.contract(place.says["staff"][0][0]).timetable


def _for_those_who_look(stage: Stage, place: Place) -> None:
    """The passphrase in a file, and who sits at this computer: the demo's register may be opened and tried."""
    who = stage.cast.who(AT_A_SITE[0], place.site.id)
    passphrase = stage.home / homes.TO_OPEN
    passphrase.write_text(data("cast")["passphrase"] + "\n", encoding="utf-8")
    desk = f'by = "{who}"\nrole = "site_manager"\nsite = "{place.site.id}"\n'
    (stage.home / "desk.toml").write_text(desk, encoding="utf-8")
    secret = stage.home / homes.COOKIES
    secret.write_text(chance(data("world")["seed"], stage.terms.id, "cookies")(32).hex(), encoding="ascii")
    secret.chmod(0o600)
    invented.known(one.token for one in stage.cast.staff)
