"""Workers as the rules read them, as things stand on the last day of the period."""

import json
from datetime import date

import pytest

import crew
import vaulted
from jornal.facts.people import CarriedOver, Custody, Enrolled, Left, Ratio
from jornal.facts.work import Account, Balance, ContractVersion, Graded, Request, RestDayAuthorised
from jornal.journal import place
from jornal.journal.record import record
from jornal.reads.work import FEW, contracts_held, contracts_in_force, workers
from jornal.rules.rows import Worker
from jornal.units.periods import month
from offices import office

OCTOBER = month("2026-10")
SIGNED = {"site": "cusco", "contract": "knit", "language": "es"}
CODE = {"code": "PE-R5", "paper_on": "2026-08-14", "digest": "a" * 64}


def read(worker: str = "QC01", of: str = "2026-10", **more: object) -> Worker:
    return next(one for one in workers("cusco", month(of), **more) if one.code == worker)


@pytest.mark.usefixtures("database")
def test_everything_that_is_recorded_of_her_is_there():
    here = crew.begun()
    here.put(
        [
            ContractVersion(worker="QC01", since=crew.FIRST, grade="maker", **SIGNED),
            Custody(
                worker="QC01",
                since=date(2026, 8, 20),
                status="sentenced",
                conduct_class="good",
                months_served=14,
            ),
            Balance(worker="QC01", step="reparation", day=crew.FIRST, amount=5000),
            Request(worker="QC01", step="school", since=crew.FIRST),
            Account(worker="QC01", since=crew.FIRST, allowed="no"),
            RestDayAuthorised(worker="QC01", day=date(2026, 10, 11)),
        ]
    )
    assert read() == Worker(
        "QC01", "knit", "maker", 1990, "sentenced", balances={"reparation": 5000}, requests=frozenset({"school"}),
        account_allowed=False, since=crew.FIRST, authorised_rest_days=frozenset({date(2026, 10, 11)}),
        conduct_class="good", months_served=15,
    )  # fmt: skip


@pytest.mark.usefixtures("sqlite")
def test_of_whom_little_is_recorded_little_is_known():
    crew.begun()
    assert read("QC02") == Worker("QC02", "", birth_year=1990, account_allowed=None, since=crew.FIRST)


@pytest.mark.usefixtures("sqlite")
def test_everybody_there_on_a_day_of_the_month_is_read_in_order():
    here = crew.begun()
    for worker, day in (("QC01", date(2026, 9, 30)), ("QC02", date(2026, 10, 1))):
        root = Enrolled.objects.get(worker=worker).root
        here.put([Left(enrolled=root, worker=worker, site="cusco", day=day, reason="release")])
    assert [(one.code, one.left_on) for one in workers("cusco", OCTOBER)] == [
        ("QC02", date(2026, 10, 1)),
        ("QC03", None),
        ("QC04", None),
    ]


@pytest.mark.usefixtures("sqlite")
def test_who_left_and_came_back_is_there_once_from_her_first_day():
    here = crew.begun()
    root = Enrolled.objects.get(worker="QC01").root
    here.put([Left(enrolled=root, worker="QC01", site="cusco", day=date(2026, 10, 9), reason="own_choice")])
    again = {"site": "cusco", "workshop": "knitting", "language": "es", "languages": ["es"], "reads": "yes"}
    here.put([Enrolled(worker="QC01", since=date(2026, 10, 19), **again)])
    assert (read().since, read().left_on) == (crew.FIRST, None)


@pytest.mark.usefixtures("sqlite")
def test_some_workers_may_be_asked_for_and_books_read_as_they_stood():
    here = crew.begun()
    before = {"cusco": place.found("cusco").seq}
    here.put([ContractVersion(worker="QC01", since=crew.FIRST, **SIGNED)])
    assert [one.contract for one in workers("cusco", OCTOBER, workers=["QC01"])] == ["knit"]
    assert [one.contract for one in workers("cusco", OCTOBER, before, workers=["QC01"])] == [""]
    assert workers("lima", OCTOBER) == []


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("of", "status", "months"), [("2026-09", "remand", None), ("2026-10", "sentenced", 3)]
)
def test_how_she_stands_on_the_last_day_counts(of, status, months):
    here = crew.begun()
    here.put(
        [
            Custody(worker="QC01", since=crew.FIRST, status="remand"),
            Custody(worker="QC01", since=date(2026, 10, 31), status="sentenced", months_served=3),
            Custody(worker="QC01", since=date(2026, 11, 1), status="home"),
        ]
    )
    assert (read(of=of).custody, read(of=of).months_served) == (status, months)


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("of", "months"), [("2026-09", 14), ("2026-10", 15), ("2027-01", 18), ("2027-09", 26)], ids=str
)
def test_months_served_grow_by_themselves(of, months):
    here = crew.begun()
    here.put([Custody(worker="QC01", since=date(2026, 8, 20), status="sentenced", months_served=14)])
    assert read(of=of).months_served == months


def test_her_ratio_code_is_read_where_the_names_are_open_and_noted(database, tmp_path):
    keys = crew.names(tmp_path)
    here = crew.begun(keys)
    here.put([Ratio(worker="QC01", since=crew.FIRST, told=keys.seal("QC01", "told", json.dumps(CODE)))])
    found = read(keys=keys, reader=vaulted.READER)
    assert (found.ratio_code, found.ratio_paper) == ("PE-R5", f"2026-08-14 {'a' * 64}")
    assert (read().ratio_code, database.vendor) == ("", database.vendor)


def test_a_code_that_cannot_be_opened_is_not_known(sqlite):
    keys = crew.names(sqlite.home)
    here = crew.begun(keys)
    here.put([Ratio(worker="QC01", since=crew.FIRST, told=keys.seal("QC02", "told", json.dumps(CODE)))])
    assert read(keys=keys, reader=vaulted.READER).ratio_code == ""


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("grades", "trades", "expected"),
    [
        ([], None, "learner"),
        ([("knitting", date(2026, 10, 1), "maker")], None, "maker"),
        ([("knitting", crew.FIRST, "maker")], None, "maker"),
        ([("knitting", date(2026, 8, 1), "maker")], None, "learner"),
        ([("knitting", date(2026, 11, 1), "maker")], None, "learner"),
        ([("weaving", date(2026, 10, 1), "master")], {"knit": "knitting"}, "learner"),
        ([("knitting", date(2026, 10, 1), "maker")], {"knit": "knitting"}, "maker"),
    ],
    ids=["contract", "later", "same day", "before", "not yet", "another trade", "her trade"],
)
def test_the_last_grade_in_her_trade_counts(grades, trades, expected):
    here = crew.begun()
    here.put([ContractVersion(worker="QC01", since=crew.FIRST, grade="learner", **SIGNED)])
    here.put([Graded(worker="QC01", trade=trade, since=since, grade=grade) for trade, since, grade in grades])
    assert contracts_in_force("cusco", OCTOBER, trades=trades) == {"QC01": ("knit", expected)}


@pytest.mark.usefixtures("sqlite")
def test_a_contract_of_another_site_is_not_hers_here():
    here = crew.begun()
    here.put([ContractVersion(worker="QC01", since=crew.FIRST, **{**SIGNED, "site": "lima"})])
    assert contracts_in_force("cusco", OCTOBER) == {}
    assert contracts_in_force("lima", OCTOBER, workers=["QC01"]) == {"QC01": ("knit", "")}


@pytest.mark.usefixtures("sqlite")
def test_the_contract_of_the_last_day_is_read_alike_for_few_and_for_many():
    here = crew.begun()
    for since, contract in ((crew.FIRST, "knit"), (date(2026, 10, 1), "sew"), (date(2026, 11, 1), "pack")):
        here.put([ContractVersion(worker="QC01", since=since, **{**SIGNED, "contract": contract})])
    here.put([ContractVersion(worker="QC02", since=crew.FIRST, **{**SIGNED, "site": "lima"})])
    few = ["QC01", "QC02"]
    many = [*few, *(f"QD{number}" for number in range(FEW))]
    assert [contracts_held("cusco", OCTOBER, asked) for asked in (few, many)] == [{"QC01": "sew"}] * 2


@pytest.mark.usefixtures("sqlite")
def test_her_year_of_birth_and_her_grades_come_with_her_to_a_new_site():
    here = office(site="lima")
    grades = [
        {"trade": "knitting", "grade": grade, "since": since, "assessor": "T1"}
        for grade, since in (("master", "2026-11-02"), ("maker", "2026-08-01"))
    ]
    came = {"into_site": "lima", "day": crew.FIRST, "source_book": "cusco", "source_seq": 1}
    about = CarriedOver(worker="QC09", from_site="cusco", birth_year=2008, grades=grades, **came)
    record([about], "hq.lima", here.hand)
    here.put([ContractVersion(worker="QC09", since=crew.FIRST, **{**SIGNED, "site": "lima"})])
    here.put([Enrolled(worker="QC09", site="lima", since=crew.FIRST, language="es", reads="yes")])
    (found,) = workers("lima", OCTOBER, {"lima": 9, "hq.lima": 9})
    assert (found.birth_year, found.grade) == (2008, "maker")
