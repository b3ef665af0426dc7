from jornal.papers import totals
from jornal.papers.heads import issue
from papers.reading import words
from papers.samples import run


def test_the_page_of_totals_has_everyone_and_the_sum_of_those_with_a_slip():
    told = totals.says(issue(run("cusco"), "es"))
    assert [row["code"] for row in told["rows"]] == ["K7-0412-M", "K7-0588-R", "K7-0611-T", "K7-0702-A"]
    assert [text.replace("\u00a0", " ") for text in told["sums"]] == [
        "En conjunto", "307 h 00 min", "3,457.50", "234.00", "578.25", "606.88", "2,277.40",
    ]  # fmt: skip
    assert told["lead"].replace("\u00a0", " ") == "3 personas · S/ 3,457.50 bruto"


def test_bars_of_one_page_share_one_scale():
    found = run("cusco")
    rows = totals.says(issue(found, "es"))["rows"]
    assert [row["tick"] for row in rows[:3]] == [rows[0]["tick"]] + [rows[1]["tick"]] * 2
    assert rows[0]["bar"] == rows[0]["tick"] < rows[2]["bar"] < 1000


def test_a_state_is_a_word_and_never_only_a_colour():
    states = [totals.state(worker)[0] for worker in run("cusco")["workers"]]
    assert states == ["topped up", "on account", "ready", "no slip yet"]


def test_what_is_open_is_listed_with_its_worker():
    found = run("cusco", listed=[{"text": ["Q01"]}, {"text": ["Q02"]}, {"text": []}], repeated=[{}])
    assert totals.open_points(issue(found, "en")) == [
        "K7-0588-R: 26 Oct: the shifts of this day overlap or pass 24 hours. Correct one of them.",
        "K7-0702-A: no slip until a row is mended.",
        "2 rows could not be used; they are in the files to mend.",
        "1 row stood twice and was counted once.",
    ]


def test_nothing_open_is_said():
    assert totals.says(issue(run("craft"), "en"))["open"] == ["Nothing is open."]


def test_the_page_is_drawn():
    text = words(totals.totals(issue(run("cusco"), "es")))
    assert "Totales" in text
    assert "Carmen Huamán Flores" in text


def test_a_name_no_font_can_draw_does_not_cost_everyone_their_page():
    found = run("cusco")
    found["workers"][0]["name"] = "ليلى"
    assert totals.totals(issue(found, "es")).startswith(b"%PDF")
    assert totals.says(issue(found, "es"))["rows"][0]["name"] == found["workers"][0]["code"]
