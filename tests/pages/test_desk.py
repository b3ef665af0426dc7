"""A desk: who asks, where, in which roles and language; and what a page answers."""

from datetime import date

import pytest
from django.test import RequestFactory

import browsing
import peopled
from jornal.accounts.models import Account
from jornal.actions.office import NotYourRole
from jornal.actions.staff import OwnRole
from jornal.facts.people import Worker
from jornal.journal.record import record
from jornal.journal.vault import readings
from jornal.pages import names
from jornal.pages.access import desk_of
from jornal.units.money import Money
from jornal.units.said import Said
from vaulted import PASSPHRASE


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, vault=True)
    yield
    names.locked()


def desk(role="trainer", at="cusco", place="cusco", method="get", shown="site.today"):
    browsing.member("S3", role, at)
    request = getattr(RequestFactory(), method)("/x")
    request.user, request.session = Account.objects.get(staff="S3"), {}
    return desk_of(request, place, shown)


def test_it_knows_where_it_stands_and_what_was_asked():
    here = desk()
    assert (here.place, here.site.label, here.day, here.posted, here.at_headquarters) == (
        "cusco", "Workshop cusco", date(2026, 10, 1), False, False,
    )  # fmt: skip
    far = desk("hq_finance", "", "", "post")
    assert (far.place, far.site, far.posted, far.at_headquarters) == ("", None, True, True)


def test_money_is_written_in_the_currency_of_the_site_or_of_the_enterprise():
    assert (
        desk().figures.amount(123_456)
        == desk("hq_finance", "", "").figures.amount(123_456)
        == "S/\u00a01,234.56"
    )


def test_a_verb_works_in_the_first_of_its_roles_that_she_has():
    browsing.member("S3", "quality")
    office = desk().office(("site_manager", "quality", "trainer"))
    assert (office.hand.by, office.hand.role, office.site, office.day) == (
        "S3",
        "quality",
        "cusco",
        date(2026, 10, 1),
    )
    with pytest.raises(NotYourRole, match="this is done by site manager"):
        desk().office(("site_manager",))


def test_people_are_called_by_name_where_names_are_open_to_her_and_each_reading_is_noted(sqlite):
    names.opened(PASSPHRASE)
    keys = names.kept(frozenset(["trainer"]))
    keys.mint("Q01F")
    record(
        [Worker(worker="Q01F", name=keys.seal("Q01F", "name", "Rosa"), birth_year=1990)],
        "cusco",
        peopled.office().hand,
    )
    here = desk()
    assert here.called(["Q01F", "Q99X"]) == {"Q01F": "Rosa", "Q99X": "Q99X"}
    assert here.called(["Q01F"]) == {"Q01F": "Rosa"}
    (noted,) = readings(sqlite.home / "vault.sqlite3", of="Q01F")
    assert (noted.by, noted.why) == ("S3", "site.today")
    assert desk("auditor").called(["Q01F"]) == {"Q01F": "Rosa"}
    names.locked()
    assert desk().called(["Q01F"]) == {"Q01F": "Q01F"}


def test_faults_are_said_in_her_language_where_the_catalogue_knows_them_else_as_they_are():
    here = desk()
    Account.objects.update(language="es")
    assert desk().told(OwnRole("S3")).startswith("S3 no puede dar una función")
    assert (here.told(OwnRole("S3"))[:19], here.told(ValueError("As it is."))) == (
        "S3 cannot grant a r",
        "As it is.",
    )


def test_money_in_a_refusal_is_written_as_its_reader_writes_it():
    here = desk()
    told = here.told(Said("{amount} would be paid.", amount=Money(127440, "PEN")))
    assert told.replace("\u00a0", " ") == "S/ 1,274.40 would be paid."


def test_a_sentence_is_shown_once_on_the_next_page():
    here = desk()
    here.note("{staff} is taken on. Grant a role, then open an account.", staff="S9")
    here.note("Your passphrase is changed.")
    here.note_said("Recorded.", ("/cusco/today", "Today"))
    assert here.notes() == [
        ("S9 is taken on. Grant a role, then open an account.", "", ""), ("Your passphrase is changed.", "", ""),
        ("Recorded.", "/cusco/today", "Today"),
    ]  # fmt: skip
    assert here.notes() == []


def test_an_address_is_of_this_site_unless_another_is_named():
    here = desk()
    assert here.at("site.today") == "/cusco/today"
    assert (
        here.at("site.today", {"by": "name", "of": ["a", "b c"]}, site="lima")
        == "/lima/today?by=name&of=a&of=b+c"
    )
    assert here.to("site.today").headers["Location"] == "/cusco/today"


def test_an_address_is_offered_only_to_whoever_may_open_it():
    assert [desk().at_if_any(name) for name in ("site.today", "site.accounts", "site.nothing")] == [
        "/cusco/today",
        "",
        "",
    ]


def test_a_page_that_refuses_says_so_as_browsers_expect():
    answer = desk().again("today.html", [ValueError("No <b>.")])
    assert (answer.status_code, "No &lt;b&gt;." in browsing.text(answer)) == (422, True)
    assert desk().page("today.html", status=200).status_code == 200


def test_each_language_is_called_by_its_own_name():
    assert desk().languages == [("en", "English"), ("es", "Español"), ("th", "ไทย"), ("da", "Dansk")]
