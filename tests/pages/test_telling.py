"""What a worker tells of herself is asked one question a page, and not to tell is always an answer."""

import pytest

import browsing
import crowd
import hands
import vaulted
from jornal.facts.organisation import Staff
from jornal.facts.told import CheckedIn, GroupsTold, TellingAgreed
from jornal.journal.record import record
from jornal.pages import names

AT = "/cusco/people/QX01"
SAYS_NOTHING = {
    "gender_is": "not_told", "social_class_is": "not_told", "ethnicity_is": "not_told", "dependants": "not_told",
}  # fmt: skip


@pytest.fixture
def client(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, vault=True)
    crowd.begun(1, vaulted.unlocked(sqlite.home / "vault.sqlite3"))
    record([Staff(staff="S1", of="enterprise", languages=["es"])], "hq", hands.hand("F1", "hq_operations"))
    found = browsing.member("S1", "site_manager")
    names.opened(vaulted.PASSPHRASE)
    return found


def sent(client, page, **said):
    return client.post(f"{AT}/{page}", {"go": "record", "at": "check", "checked": "yes", **said})


def test_groups_are_told_one_question_a_page_and_sealed(client):
    page = browsing.text(client.post(f"{AT}/groups", {"at": "agrees", "agrees": "yes", "go": "on"}))
    assert "Which gender does she count herself to?" in page
    assert "She would rather not say" in page
    told = {**SAYS_NOTHING, "agrees": "yes", "ethnicity_is": "told", "ethnicity": "Quechua"}
    assert sent(client, "groups", **told).status_code == 302
    assert (GroupsTold.objects.count(), TellingAgreed.objects.get().subject) == (1, "groups")


def test_whether_somebody_depends_on_her_is_one_question_of_them(client):
    page = browsing.text(
        client.post(f"{AT}/groups", {**SAYS_NOTHING, "agrees": "yes", "at": "ethnicity", "go": "on"})
    )
    assert "Does anybody depend on her?" in page
    assert sent(client, "groups", **{**SAYS_NOTHING, "agrees": "yes", "dependants": "two"}).status_code == 302
    assert GroupsTold.objects.count() == 1


@pytest.mark.parametrize("said", [{"agrees": "no"}, {"agrees": "yes", **SAYS_NOTHING}])
def test_who_tells_nothing_leaves_no_trace(client, said):
    answer = sent(client, "groups", **said)
    assert answer.status_code == 302
    assert "She tells nothing, so nothing is recorded." in browsing.text(client.get(answer.url))
    assert not TellingAgreed.objects.exists()


def test_words_that_were_promised_and_are_missing_are_asked_for(client):
    answer = sent(client, "groups", **{**SAYS_NOTHING, "agrees": "yes", "gender_is": "told"})
    assert (answer.status_code, "Write what she says" in browsing.text(answer)) == (422, True)
    assert not TellingAgreed.objects.exists()


def test_a_quarter_is_told_with_whom_she_wants_to_read_it(client):
    said = {"agrees": "yes", "step": "hard", "says": "the heat", "shown_to": "S1"}
    assert sent(client, "check-in", **said).status_code == 302
    page = browsing.text(client.get(f"{AT}/shared"))
    assert "the heat" in page
    other = browsing.member("T1", "trainer")
    assert "There is nothing that she wants you to read." in browsing.text(other.get(f"{AT}/shared"))


def test_asked_twice_in_a_quarter_nothing_is_lost_and_nothing_recorded(client):
    sent(client, "check-in", agrees="yes", step="good")
    answer = sent(client, "check-in", agrees="yes", step="hard")
    assert (answer.status_code, CheckedIn.objects.count()) == (422, 1)


def test_it_is_taken_back_after_a_second_look(client):
    sent(client, "check-in", agrees="yes", step="hard", says="the heat", shown_to="S1")
    once = client.post(f"{AT}/do/take-back-telling", {"subject": "wellbeing"})
    assert once.status_code == 200
    assert (
        client.post(f"{AT}/do/take-back-telling", {"subject": "wellbeing", "sure": "yes"}).status_code == 302
    )
    assert "There is nothing that she wants you to read." in browsing.text(client.get(f"{AT}/shared"))


def test_while_the_names_are_locked_nothing_is_asked(client):
    names.locked()
    page = client.post(f"{AT}/groups", {"at": "agrees", "agrees": "yes", "go": "on"})
    assert "The names are locked." in browsing.text(page)
    assert "The names are locked." in browsing.text(client.get(f"{AT}/shared"))


def test_others_do_not_ask_her_and_nobody_who_is_not_here_is_asked(client):
    assert browsing.member("Q1", "quality").get(f"{AT}/groups").status_code == 404
    assert client.get("/cusco/people/QX99/groups").status_code == 404
