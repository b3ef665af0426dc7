"""Twelve marks to choose from."""

import pytest

import acquainted
import browsing
from jornal.actions.marks import twelve
from jornal.reads.marks import marks
from offices import office
from peopled import do, working


@pytest.fixture
def keys(sqlite, monkeypatch):
    return acquainted.opened(sqlite, monkeypatch)


def address(worker: str) -> str:
    return f"/cusco/people/{worker}/mark"


def offered(text: str) -> list[int]:
    return [int(one.split('"')[0]) for one in text.split('name="pattern" value="')[1:]]


def test_she_chooses_one_of_twelve_and_it_stands_beside_her_name(database, monkeypatch):
    keys = acquainted.opened(database, monkeypatch)
    worker, client = working(keys), acquainted.manager()
    found = offered(browsing.text(client.get(f"{address(worker)}?seed=a")))
    assert found == twelve("a")
    answer = client.post(address(worker), {"pattern": str(found[3])})
    assert "This is her mark from now on." in browsing.text(client.get(answer.url))
    assert marks() == {worker: found[3]}
    assert 'class="stitch"' in browsing.text(client.get("/cusco/people"))


def test_twelve_others_are_others(keys):
    worker, client = working(keys), acquainted.manager()
    text = browsing.text(client.get(address(worker)))
    others = text.split("?seed=")[1].split('"')[0]
    assert not set(offered(text)) & set(
        offered(browsing.text(client.get(f"{address(worker)}?seed={others}")))
    )


def test_she_takes_hers_back_at_will(keys):
    worker, client = working(keys), acquainted.manager()
    assert "She wants no mark any more" not in browsing.text(client.get(address(worker)))
    do(office(), "choose-mark", {"worker": worker, "pattern": str(twelve("a")[0])})
    text = browsing.text(client.get(address(worker)))
    assert "She wants no mark any more" in text
    answer = client.post(address(worker), {"take_back": "yes"})
    assert "She has no mark any more." in browsing.text(client.get(answer.url))
    assert marks() == {}


def test_what_is_anothers_is_refused_on_the_page(keys):
    one, other = working(keys), working(keys)
    pattern = str(twelve("a")[0])
    do(office(), "choose-mark", {"worker": one, "pattern": pattern})
    answer = acquainted.manager().post(address(other), {"pattern": pattern})
    assert (answer.status_code, "is another worker&#x27;s, or was once" in browsing.text(answer)) == (
        422,
        True,
    )


@pytest.mark.parametrize("pattern", ["", "0", "x"])
def test_what_is_no_mark_is_refused(keys, pattern):
    assert acquainted.manager().post(address(working(keys)), {"pattern": pattern}).status_code == 422


def test_others_choose_none_for_her(keys):
    worker = working(keys)
    assert browsing.member("X1", "hq_operations").get(address(worker)).status_code == 404
    assert acquainted.manager().get(address("QX9")).status_code == 404
