"""Recording from the command line."""

from datetime import date

import pytest

from commanded import at_home, refused, said
from jornal.actions.office import Office
from jornal.actions.verb import Row, Verb
from jornal.cli import do
from jornal.facts.attendance import Shift
from jornal.journal.fact import Fact
from jornal.units.said import Said


class MarkRow(Row):
    """A day of work."""

    worker: str
    day: date
    minutes: int = 300
    what: str = "work"


def mark(at: Office, rows: list[MarkRow]) -> list[Fact]:
    return at.put([Shift(number=1, site=at.site, **row.model_dump()) for row in rows])


def name_it(at: Office, rows: list[MarkRow]) -> list[Fact]:
    at.opened()
    return mark(at, rows)


@pytest.fixture(autouse=True)
def _verbs(monkeypatch):
    verbs = {
        "mark": Verb(MarkRow, mark, ("site_manager",), "Work of a day."),
        "name-it": Verb(MarkRow, name_it, ("site_manager",), "Needs the names."),
    }
    monkeypatch.setattr(do, "VERBS", verbs)


def test_one_day_is_recorded_with_its_place_in_the_book(database, monkeypatch, capsys):
    at_home(database, monkeypatch)
    assert said(capsys, "do", "mark", "worker=QC01", "day=2026-10-01") == (
        0,
        "cusco 2  shift QC01, 2026-10-01, 1\n1 recorded.\n",
    )
    assert Shift.objects.get().minutes == 300


def test_the_same_again_says_that_it_stands_there_already(database, monkeypatch, capsys):
    at_home(database, monkeypatch)
    said(capsys, "do", "mark", "worker=QC01", "day=2026-10-01")
    _, out = said(capsys, "do", "mark", "worker=QC01", "day=2026-10-01")
    assert out == (
        "cusco 2  shift QC01, 2026-10-01, 1 (already recorded)\n"
        "0 recorded. 1 recorded already: nothing was changed.\n"
    )


def test_a_file_of_rows_is_recorded_with_what_is_typed_for_all_of_them(sqlite, monkeypatch, capsys, tmp_path):
    at_home(sqlite, monkeypatch)
    rows = tmp_path / "marks.csv"
    rows.write_text("worker;minutes\nQC01;300\nQC02;\n", encoding="utf-8")
    code, out = said(capsys, "do", "mark", "--rows", str(rows), "--day", "2026-10-02", "day=2026-10-01")
    assert (code, out.splitlines()[-1]) == (0, "2 recorded.")
    assert list(Shift.objects.order_by("seq").values_list("worker", "minutes")) == [
        ("QC01", 300),
        ("QC02", 300),
    ]


def test_one_bad_row_of_a_file_leaves_nothing_recorded(sqlite, monkeypatch, capsys, tmp_path):
    at_home(sqlite, monkeypatch)
    rows = tmp_path / "marks.csv"
    rows.write_text("worker,day,hat\nQC01,2026-10-01,\nQC02,soon,red\n", encoding="utf-8")
    told = refused(capsys, "do", "mark", "--rows", str(rows))
    assert "mark: nothing was recorded. row 2, day" in told
    assert "row 2, hat is not a field of this verb" in told
    assert not Shift.objects.exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("worker,worker\nQC01,QC02\n", "give each column the name of one field"),
        ("worker,day\nQC01,2026-10-01,3\n", "marks.csv!2 has more cells than there are fields above"),
        ("", "marks.csv"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(sqlite, monkeypatch, capsys, tmp_path, text, says):
    at_home(sqlite, monkeypatch)
    rows = tmp_path / "marks.csv"
    rows.write_text(text, encoding="utf-8")
    assert says in refused(capsys, "do", "mark", "--rows", str(rows))


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("do", "marc"), 'There is no verb "marc". Near: mark.'),
        (("do", "mark", "worker"), '"worker" is not a field with its value.'),
        (("do", "mark"), "worker must be given; row 1, day must be given"),
        (("do", "mark", "worker=QC01", "day=2026-10-01", "--role", "trainer"), "not by trainer"),
        (
            ("do", "mark", "worker=QC01", "day=2026-10-01", "--by", "S9"),
            "S9 does not have the role site manager",
        ),
        (("do", "name-it", "worker=QC01", "day=2026-10-01"), "--passphrase"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(sqlite, monkeypatch, capsys, told, says):
    at_home(sqlite, monkeypatch)
    assert says in refused(capsys, *told)


def test_options_may_stand_before_and_between_the_fields(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    told = (
        "do",
        "--by",
        "S1",
        "mark",
        "--role",
        "site-manager",
        "worker=QC01",
        "--site",
        "cusco",
        "day=2026-10-01",
    )
    assert said(capsys, *told)[0] == 0


def test_without_a_verb_all_are_listed_under_their_subject(sqlite, monkeypatch, capsys):
    at_home(sqlite, monkeypatch)
    _, out = said(capsys, "do")
    assert "test_do:\n  mark     Work of a day.\n  name-it  Needs the names.\n" in out


def test_a_verb_explains_its_fields(capsys):
    code, out = said(capsys, "do", "mark", "--help")
    assert code == 0
    assert out == (
        "jornal do mark field=value …\n\nWork of a day.\nA day of work.\nDone by: site_manager.\n\n"
        "  worker   text\n  day      a day, 2026-10-31\n"
        "  minutes  a whole number; else 300\n  what     text; else work\n"
    )


def test_names_are_opened_with_the_passphrase_when_a_verb_asks_for_them(
    sqlite, monkeypatch, capsys, tmp_path
):
    at_home(sqlite, monkeypatch, names=True)
    secret = tmp_path / "secret"
    secret.write_text("seven quiet looms at noon\n", encoding="utf-8")
    told = ("do", "name-it", "worker=QC01", "day=2026-10-01", "--passphrase", str(secret))
    assert said(capsys, *told)[0] == 0


def test_a_row_that_looks_wrong_is_recorded_and_told_with_its_number(sqlite, monkeypatch, capsys, tmp_path):
    long = {"300": None, "900": Said("Nobody works {minutes} minutes a day. Look at the sheet.", minutes=900)}
    doubted = Verb(MarkRow, mark, ("site_manager",), "Work of a day.", lambda _, row: long[row["minutes"]])
    monkeypatch.setitem(do.VERBS, "mark", doubted)
    at_home(sqlite, monkeypatch)
    path = tmp_path / "days.csv"
    path.write_text("worker,day,minutes\nQC01,2026-10-01,300\nQC02,2026-10-01,900\n", encoding="utf-8")
    code, text = said(capsys, "do", "mark", "--rows", str(path))
    assert (code, "2 recorded.\nLook again, row 2: Nobody works 900 minutes a day." in text) == (0, True)
    _, text = said(capsys, "do", "mark", "worker=QC03", "day=2026-10-01", "minutes=900")
    assert "Look again: Nobody works 900" in text
