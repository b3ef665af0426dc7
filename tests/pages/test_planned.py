"""Planned: overtime asked of several at once and answered, training through its life, rest days, stoppages."""

from datetime import date

import browsing
import crew
from jornal.facts.attendance import OvertimeAnswered, OvertimeAsked, Stoppage
from jornal.facts.work import RestDayAuthorised, TrainingPlanned

DAY = "2026-10-30"
ADDRESS = "/cusco/planned"


def opened(database, monkeypatch):
    here = crew.begun()
    browsing.opened(database, monkeypatch, day=DAY)
    return here, browsing.member("S1", "site_manager")


def test_overtime_is_asked_of_those_chosen_and_each_answers(database, monkeypatch):
    _, client = opened(database, monkeypatch)
    asked = {"who": ["QC01", "QC02"], "day": "2026-11-02", "minutes": "60"}
    text = browsing.text(client.post(f"{ADDRESS}/do/ask-overtime", asked, follow=True))
    assert ("no answer yet" in text, OvertimeAsked.objects.count()) == (True, 2)
    answer = {"who": "QC01", "day": "2026-11-02", "answer": "no"}
    assert "she said no" in browsing.text(client.post(f"{ADDRESS}/do/answer-overtime", answer, follow=True))
    assert [one.answer for one in OvertimeAnswered.objects.all()] == ["no"]


def test_nobody_chosen_is_asked_nothing_and_what_was_typed_stays(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    answer = client.post(f"{ADDRESS}/do/ask-overtime", {"who": "NOBODY", "day": DAY, "minutes": "45"})
    text = browsing.text(answer)
    assert (answer.status_code, "Choose at least one person." in text, 'value="45"' in text) == (
        422,
        True,
        True,
    )
    assert not OvertimeAsked.objects.exists()


def test_training_is_planned_then_held_by_those_who_came(sqlite, monkeypatch):
    _, client = opened(sqlite, monkeypatch)
    course = {"course": "looms", "day": DAY}
    client.post(f"{ADDRESS}/do/plan-training", {**course, "minutes": "90", "who": ["QC01", "QC02"]})
    form = browsing.text(client.get(f"{ADDRESS}/do/hold-training", {**course, "who": ["QC01", "QC02"]}))
    assert form.count("checked") == 2
    client.post(f"{ADDRESS}/do/hold-training", {**course, "who": ["QC02"]})
    tip = TrainingPlanned.objects.current().get()
    assert (tip.state, tip.workers) == ("held", ["QC02"])


def test_training_of_the_past_asks_whether_it_was_held_and_may_be_moved(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    here.put(
        [
            TrainingPlanned(
                site="cusco",
                course="looms",
                day=date(2026, 10, 20),
                minutes=60,
                workers=["QC01"],
                state="planned",
            )
        ]
    )
    assert "to be answered: was it held?" in browsing.text(client.get(ADDRESS))
    moved = {"course": "looms", "day": "2026-10-20", "why": "lockdown", "moved_to": "2026-11-20"}
    text = browsing.text(client.post(f"{ADDRESS}/do/cancel-training", moved, follow=True))
    assert (
        "lockdown" in text,
        sorted(TrainingPlanned.objects.current().values_list("state", flat=True)),
    ) == (
        True,
        ["moved", "planned"],
    )


def test_rest_days_and_stoppages_stand_with_their_words(sqlite, monkeypatch):
    here, client = opened(sqlite, monkeypatch)
    stop = {"what": "lockdown", "start": 600, "end": 660, "ordered_by": "security"}
    here.put([Stoppage(site="cusco", day=date(2026, 10, 20), number=1, **stop)])
    rest = {"who": "QC03", "day": "2026-11-01", "substitute_on": "2026-11-03"}
    client.post(f"{ADDRESS}/do/authorise-rest-day", rest)
    assert RestDayAuthorised.objects.get().worker == "QC03"
    text = browsing.text(client.get(ADDRESS))
    wanted = ("3 November 2026", "10:00–11:00", "security", "everybody")
    assert [one for one in wanted if one not in text] == []


def test_a_trainer_plans_training_and_authorises_no_rest_day(sqlite, monkeypatch):
    opened(sqlite, monkeypatch)
    trainer, auditor = browsing.member("T1", "trainer"), browsing.member("A1", "auditor")
    text = browsing.text(trainer.get(ADDRESS))
    assert ("do/plan-training" in text, "do/authorise-rest-day" in text) == (True, False)
    assert trainer.post(f"{ADDRESS}/do/authorise-rest-day", {"who": "QC01", "day": DAY}).status_code == 404
    assert "/do/" not in browsing.text(auditor.get(ADDRESS))


def test_hundreds_who_were_asked_stand_fifty_to_a_page_and_nobody_is_left_out(database, monkeypatch):
    here, client = opened(database, monkeypatch)
    asked = {"day": date(2026, 11, 2), "site": "cusco", "minutes": 60, "asked_on": date(2026, 10, 30)}
    here.put([OvertimeAsked(worker=f"QX{number:03}", **asked) for number in range(120)])
    pages = [browsing.text(client.get(ADDRESS, {"page": page})) for page in (1, 2, 3)]
    listed = [
        sorted({f"QX{number:03}" for number in range(120) if f"QX{number:03}" in text}) for text in pages
    ]
    assert [len(some) for some in listed] == [50, 50, 20]
    assert len({worker for some in listed for worker in some}) == 120
