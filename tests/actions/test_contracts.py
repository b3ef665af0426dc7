"""Contracts and grades change with a pay month, and every worker has a copy in a language of hers."""

import pytest

import crew
from crew import do
from jornal.actions.contracts import MidMonth, NoSuchContract
from jornal.actions.findings import said as said_of
from jornal.actions.present import NotPresent
from jornal.facts.pay import Finding
from jornal.facts.work import ContractVersion, Graded
from jornal.reads.work import contracts_in_force
from jornal.units.periods import month
from jornal.words.catalogue import Words

SIGNED = {
    "worker": "QC01", "contract": "cusco-hourly", "since": "2026-09-08", "grade": "learner", "language": "es",
    "copy_given_on": "2026-09-07",
}  # fmt: skip


def in_force(label: str, worker: str = "QC01") -> tuple[str, str] | None:
    return contracts_in_force("cusco", month(label)).get(worker)


@pytest.mark.usefixtures("database")
def test_a_contract_is_signed_with_the_copy_she_was_given():
    do(
        crew.begun(),
        "sign-contract",
        SIGNED,
        {**SIGNED, "worker": "QC02", "weekly_minutes": "1500", "notice_days": "14"},
    )
    assert [(one.worker, one.weekly_minutes) for one in ContractVersion.objects.order_by("worker")] == [
        ("QC01", None),
        ("QC02", 1500),
    ]
    assert (in_force("2026-09"), Finding.objects.count()) == (("cusco-hourly", "learner"), 0)


@pytest.mark.usefixtures("sqlite")
def test_her_first_begins_any_day_and_a_later_one_with_a_month():
    here = crew.begun()
    do(here, "sign-contract", SIGNED)
    with pytest.raises(MidMonth, match=r"not on 2026-10-15. Give 2026-10-01 or 2026-11-01"):
        do(here, "sign-contract", {**SIGNED, "since": "2026-10-15", "grade": "maker"})
    do(here, "sign-contract", {**SIGNED, "since": "2026-10-01", "grade": "maker"})
    assert (in_force("2026-09"), in_force("2026-10")) == (
        ("cusco-hourly", "learner"),
        ("cusco-hourly", "maker"),
    )


@pytest.mark.usefixtures("sqlite")
def test_after_december_comes_january():
    here = crew.begun()
    do(here, "sign-contract", SIGNED)
    with pytest.raises(MidMonth, match="2026-12-01 or 2027-01-01"):
        do(here, "sign-contract", {**SIGNED, "since": "2026-12-24"})


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"copy_given_on": ""}, "no copy of her contract"),
        ({"copy_given_on": "2026-09-09"}, "after she began"),
        ({"language": "th"}, "is in the language th, and she has es, qu"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("sqlite")
def test_a_copy_that_she_lacks_or_cannot_read_is_found_and_the_contract_stands(said, why):
    here = crew.begun()
    for _ in range(2):
        do(here, "sign-contract", {**SIGNED, **said})
    finding = Finding.objects.get()
    assert (finding.control, why in said_of(finding, Words("en", "")), in_force("2026-09")) == (
        "CON-01", True, ("cusco-hourly", "learner"),
    )  # fmt: skip


@pytest.mark.usefixtures("sqlite")
def test_a_contract_that_the_terms_do_not_have_is_refused_once_there_are_terms():
    here = crew.begun()
    do(here, "sign-contract", {**SIGNED, "contract": "cusco-hurly"})
    crew.adopted()
    with pytest.raises(NoSuchContract, match="Near: cusco-hourly"):
        do(here, "sign-contract", {**SIGNED, "worker": "QC02", "contract": "cusco-hurly"})


@pytest.mark.usefixtures("sqlite")
def test_who_is_not_enrolled_signs_nothing():
    with pytest.raises(NotPresent):
        do(crew.begun(), "sign-contract", {**SIGNED, "worker": "QC09"})


@pytest.mark.usefixtures("sqlite")
def test_a_grade_counts_from_its_month_on_in_the_trade_of_her_contract():
    here = crew.begun()
    do(here, "sign-contract", SIGNED)
    do(
        here,
        "grade",
        {"worker": "QC01", "trade": "knitting", "since": "2026-10-01", "grade": "maker"},
        {"worker": "QC01", "trade": "weaving", "since": "2026-10-01", "grade": "master", "assessor": "T1"},
    )
    trades = {"cusco-hourly": "knitting"}
    assert contracts_in_force("cusco", month("2026-10"), trades=trades)["QC01"] == ("cusco-hourly", "maker")
    assert sorted(Graded.objects.values_list("assessor", flat=True)) == ["S1", "T1"]


@pytest.mark.parametrize(
    ("since", "fits"), [("2026-09-08", True), ("2026-09-09", False), ("2026-10-01", True)]
)
@pytest.mark.usefixtures("sqlite")
def test_her_first_grade_holds_with_her_first_contract_and_later_ones_with_a_month(since, fits):
    here = crew.begun()
    do(here, "sign-contract", SIGNED)
    row = {"worker": "QC01", "since": since, "grade": "maker"}
    if fits:
        assert len(do(here, "grade", row)) == 1
    else:
        with pytest.raises(MidMonth, match="a grade changes on the first day of a pay month"):
            do(here, "grade", row)
