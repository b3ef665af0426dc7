from datetime import date

from jornal.papers import heads
from papers.samples import run


def test_a_paper_names_its_issuer_period_and_currency():
    told = heads.head(heads.issue(run("cusco"), "es"), "Payslip")
    assert (told["title"], told["enterprise"], told["period"], told["currency"]) == (
        "Boleta de pago",
        "Qori",
        "1–31 de octubre de 2026",
        "Montos en PEN",
    )


def test_a_paper_is_dated_the_last_day_of_its_period():
    assert heads.issue(run("cusco"), "es").day == date(2026, 10, 31)


def test_the_foot_says_what_made_it():
    assert heads.foot(heads.issue(run("cusco"), "en")) == "jornal 0.1.0 · terms 1a2b3c4d5e"


def test_the_model_is_declared_with_its_note():
    assert (
        heads.model(heads.issue(run("craft"), "en"))
        == "Declared model: craft work. In-cell work; nobody sets hours."
    )


def test_a_whole_run_has_nothing_to_add_and_an_incomplete_one_names_the_rows():
    rows = [{"file": "attendance.csv", "place": "row 4"}, {"file": "pieces.csv", "place": "row 9"}]
    broken = run("cusco", complete=False, why_incomplete=rows)
    told_rows = "attendance.csv row 4, pieces.csv row 9"
    told = [heads.incomplete(heads.issue(found, "en")) for found in (run("cusco"), broken)]
    assert told == [
        [],
        [f"This run is not complete: whose these rows are cannot be read: {told_rows}."],
    ]


def test_notes_say_how_certain_a_paper_is():
    found = run("cusco")
    assert len(heads.notes(heads.issue(found, "es"))) == 3
    found["site"]["reviewed_by"], found["enterprise"]["invented"] = "A. Abogada", False
    assert heads.notes(heads.issue(found, "en")) == []


def test_the_sites_first_language_is_the_managers():
    assert heads.first_language(run("chiang_mai")) == "th"
    assert heads.first_language({"site": {"languages": []}}) == "en"
