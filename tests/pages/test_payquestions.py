"""Questions about pay."""

import pytest

import browsing
import payroll
import wagedesk
from jornal.facts.pay import PayAnswer, PayQuery
from wagedesk import SEPTEMBER, said

ADDRESS = "/cusco/pay/questions"
ASKED = {
    "do": "ask",
    "worker": "Q01",
    "day": "2026-10-05",
    "says": "Why less than in August?",
    "month": SEPTEMBER,
}
REPLY = {"do": "answer", "worker": "Q01", "asked_on": "2026-10-05", "number": "1", "day": "2026-10-06",
         "outcome": "corrected", "amount": "12.50", "says": "A day was missing."}  # fmt: skip


@pytest.fixture
def here(september, tmp_path, monkeypatch):
    with wagedesk.copied(september, tmp_path, monkeypatch) as found:
        yield found


@pytest.mark.usefixtures("here")
def test_a_question_waits_in_her_words_and_is_answered():
    client = wagedesk.manager(names=True)
    text = said(client.post(ADDRESS, ASKED, follow=True))
    assert ("Why less than in August?" in text, "1 waits for an answer" in text) == (True, True)
    text = said(client.post(ADDRESS, REPLY, follow=True))
    assert ("No question waits." in text, "Her pay is corrected, S/ 12.50" in text) == (True, True)
    assert "A day was missing." in text
    assert (PayQuery.objects.get().slip is not None, PayAnswer.objects.get().amount) == (True, 1250)


@pytest.mark.usefixtures("here")
def test_her_words_are_sealed_while_the_names_are_locked():
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, ASKED)
    client.post("/names", {"lock": "yes", "back": "/"})
    text = said(client.get(ADDRESS))
    assert ("August" in text, "Her words are sealed." in text, "She asks" in text) == (False, True, False)
    assert client.post(ADDRESS, ASKED | {"day": "2026-10-07"}).status_code == 422
    client.post(ADDRESS, {**REPLY, "says": "", "outcome": "explained", "amount": ""})
    assert PayAnswer.objects.get().outcome == "explained"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "wrong", [{"worker": "Q99"}, {"says": ""}, {"day": "later"}, {"month": "2026-10"}], ids=str
)
def test_what_cannot_be_kept_is_refused_with_what_was_typed(wrong):
    answer = wagedesk.manager(names=True).post(ADDRESS, ASKED | wrong)
    assert answer.status_code == 422
    assert (ASKED | wrong)["says"] in said(answer)
    assert not PayQuery.objects.exists()


@pytest.mark.usefixtures("here")
def test_an_answer_to_nothing_and_an_amount_that_is_none_are_refused():
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, ASKED)
    for wrong in ({"number": "7"}, {"amount": "much"}, {"outcome": ""}):
        assert client.post(ADDRESS, REPLY | wrong).status_code == 422
    assert not PayAnswer.objects.exists()


@pytest.mark.usefixtures("here")
def test_words_of_an_answer_that_was_refused_stand_there_again():
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, ASKED)
    text = said(client.post(ADDRESS, REPLY | {"amount": "much", "says": "A day <was> missing."}))
    assert ("A day &lt;was&gt; missing." in text, 'value="much"' in text) == (True, True)
    assert ('value="corrected" required checked' in text, "<details open>" in text) == (True, True)


@pytest.mark.usefixtures("here")
def test_words_that_were_typed_while_the_names_were_locked_meanwhile_are_not_lost():
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, ASKED)
    client.post("/names", {"lock": "yes", "back": "/"})
    for form in (
        ASKED | {"day": "2026-10-07", "says": "And in July?"},
        REPLY | {"says": "The cap was lifted."},
    ):
        assert form["says"] in said(client.post(ADDRESS, form))


@pytest.mark.usefixtures("here")
def test_headquarters_reads_and_does_not_speak_for_the_site():
    assert wagedesk.finance().get(ADDRESS).status_code == 200
    assert wagedesk.finance().post(ADDRESS, ASKED).status_code == 404
    assert browsing.member("T1", "trainer").get(ADDRESS).status_code == 404


def test_it_is_the_same_on_each_database(database, monkeypatch):
    here = payroll.begun(database.home)
    payroll.month(here, SEPTEMBER)
    payroll.issued(here, SEPTEMBER)
    wagedesk.opened(database, monkeypatch)
    client = wagedesk.manager(names=True)
    client.post(ADDRESS, ASKED)
    assert "No question waits." in said(client.post(ADDRESS, REPLY, follow=True))
