"""The list of people, as each role sees it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import acquainted
import browsing
from jornal.pages import names
from jornal.pages.people import AT_ONCE, Asked
from offices import DAY, office
from peopled import do, offered, working

ADDRESS = "/cusco/people"


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def seen(client, query: str = "", address: str = ADDRESS) -> str:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 200
    return browsing.text(answer)


def listed(client, query: str = "") -> list[str]:
    """The codes in the list, in its order."""
    rows = seen(client, query).split("<tbody>")[-1].split('<th scope="row">')[1:]
    return [row.split("/people/")[1].split('"')[0].split("?")[0] for row in rows]


def test_the_manager_sees_everybody_who_is_here_by_name(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    worker = working(keys, workshop="knitting")
    text = seen(acquainted.manager())
    assert ("Ana Quispe" in text, worker in text, "1 person" in text) == (True, True, True)
    assert '<span class="badge bad">Contract</span>' in text
    assert "24 September 2027" in text


def test_while_names_are_locked_people_are_called_by_their_codes(keys):
    worker = working(keys)
    names.locked()
    text = seen(acquainted.manager())
    assert ("Ana Quispe" in text, worker in text, "Code or clock number" in text) == (False, True, True)


@pytest.mark.parametrize(
    ("role", "called", "contract"),
    [
        ("trainer", True, True),
        ("hq_finance", True, True),
        ("auditor", False, True),
        ("quality", False, False),
    ],
)
def test_each_role_sees_what_its_work_asks_for(keys, role, called, contract):
    working(keys)
    text = seen(browsing.member("X1", role))
    assert ("Ana Quispe" in text, "Consent until" in text) == (called, contract)


@pytest.mark.parametrize("role", ["representative", "seller", "authority"])
def test_others_find_no_list(keys, role):
    assert browsing.member("X1", role).get(ADDRESS).status_code == 404


def test_somebody_is_found_by_part_of_her_name_her_code_or_clock_number(keys):
    worker = working(keys, clock_number="7")
    other = offered(keys, name="Béatriz Ñahui")
    client = acquainted.manager()
    for words, standing, found in (
        ("quis", "here", [worker]), ("nahui", "all", [other]), (worker[:5].lower(), "here", [worker]),
        ("7", "here", [worker]), ("nobody", "all", []), ("nahui", "here", []),
    ):  # fmt: skip
        assert listed(client, f"search={words}&standing={standing}") == found, words


def test_who_left_and_who_was_offered_work_stand_apart(keys):
    here, left, waiting = working(keys), working(keys), offered(keys)
    do(
        office(),
        "leave",
        {"worker": left, "day": DAY.isoformat(), "reason": "health"},
    )
    client = acquainted.manager()
    assert listed(client) == [here, left]  # until her last day is over
    assert listed(client, "standing=offered") == [waiting]
    assert listed(client, "standing=all") == [here, left, waiting]
    assert listed(client, "standing=nonsense&page=x&sort=name") == [here, left]


def test_sort_and_filters_stay_in_every_address(keys):
    working(keys)
    text = seen(acquainted.manager(), "search=ana&standing=all&sort=since")
    assert "standing=all&amp;search=ana" in text  # the heads keep what was looked for
    assert "list=standing%3Dall%26search%3Dana%26sort%3Dsince" in text  # and so does the way to her page


def test_fifty_stand_on_a_page(keys):
    workers = sorted(offered(keys, name=f"N{number:03d}") for number in range(AT_ONCE + 3))
    client = acquainted.manager()
    first, second = (listed(client, f"standing=offered&page={page}") for page in (1, 2))
    assert (first, second) == (workers[:AT_ONCE], workers[AT_ONCE:])
    assert listed(client, "standing=offered&page=99") == second
    assert "51 to 53 of 53" in seen(client, "standing=offered&page=2")


def test_the_queries_do_not_grow_with_the_people(keys):
    client = acquainted.manager()
    numbers = []
    for more in (5, 40):
        for _ in range(more):
            offered(keys)
        listed(client, "standing=offered")
        with CaptureQueriesContext(connection) as queries:
            listed(client, "standing=offered")
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] < 30


def test_before_anybody_works_here_the_page_says_how_one_begins(keys):
    assert "Nobody works here yet." in seen(acquainted.manager())
    assert "Nobody like this is here." in seen(acquainted.manager(), "search=zzz")


def test_a_search_is_said_back_and_brings_nothing_into_the_page(keys):
    text = seen(acquainted.manager(), "search=%3Cscript%3E%7B%7B1%7D%7D")
    assert 'value="&lt;script&gt;{{1}}"' in text


def test_an_address_leaves_out_what_is_as_usual():
    assert Asked().query() == {}
    assert Asked.of({"standing": "left", "page": "2", "sort": "nothing"}).query(page=1) == {
        "standing": "left"
    }


def test_women_who_were_offered_work_are_not_lost_while_nobody_works_here(keys):
    worker = offered(keys)
    page = seen(acquainted.manager())
    assert ("1 person was offered work" in page, '"?standing=offered"' in page) == (True, True)
    assert worker in seen(acquainted.manager(), "standing=offered")
