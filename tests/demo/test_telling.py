"""What invented workers tell of themselves: sealed, counted in fives, and one of them takes it back."""

from jornal.demo.telling import ASKED_ON, FOLDER
from jornal.facts.told import CheckedIn, GroupsTold, TellingWithdrawn
from papers.reading import words


def test_thirteen_tell_and_one_takes_it_back(register):
    assert (GroupsTold.objects.count(), CheckedIn.objects.count()) == (13, 13)
    assert set(CheckedIn.objects.values_list("day", "quarter")) == {(ASKED_ON, "2026-Q3")}
    assert TellingWithdrawn.objects.get().voice.endswith("~w1")


def test_the_reports_of_october_lie_there_for_each_reader(register):
    papers = {path.stem: words(path.read_bytes()) for path in (register.home / FOLDER).glob("*.pdf")}
    assert set(papers) == {"all-2026-10-hq", "all-2026-10-funder", "cusco-2026-10-authority"}
    assert "Quechua" in papers["all-2026-10-hq"]
    assert not [name for name, text in papers.items() if "Quechua" in text and name != "all-2026-10-hq"]
