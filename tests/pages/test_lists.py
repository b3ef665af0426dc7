"""Lists to take away from the pages."""

import io
import json

import openpyxl
import pytest

import acquainted
import browsing
import daily
from jornal.actions.verb import done
from jornal.actions.verbs import VERBS
from jornal.cli.do import rows_in
from jornal.facts.attendance import Shift

DAYS = "/cusco/lists/attendance-2026-10"
NOTE = "=1+1 <b>'\"& ไทย 🧵"


def taken(answer) -> list[dict[str, object]]:
    """The rows of a list, as JSON gives them."""
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_what_was_noted_comes_back_identical_on_the_page_and_in_every_file(database, monkeypatch):
    here = daily.named(database, monkeypatch)
    row = {"worker": "QC01", "day": daily.DAY, "what": "sick", "minutes": 300, "note": NOTE}
    done("mark", VERBS["mark"], here, [row])
    client = daily.manager()
    assert [one["note"] for one in taken(client.get(f"{DAYS}.json"))] == [NOTE]
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{DAYS}.xlsx").content)).worksheets[0]
    assert [cell.value for cell in sheet[2]][-1] == NOTE
    assert f'"\'{NOTE.replace(chr(34), chr(34) * 2)}"' in client.get(f"{DAYS}.csv").content.decode(
        "utf-8-sig"
    )


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_of_days_is_read_in_again_as_it_was_taken(sqlite, monkeypatch, tmp_path, form):
    here = daily.named(sqlite, monkeypatch)
    said = [
        {"worker": "QC01", "day": daily.DAY, "what": "sick", "minutes": 300, "note": NOTE},
        {"worker": "QC02", "day": daily.DAY, "start": "08:00", "end": "12:30", "substitute": True},
    ]
    done("mark", VERBS["mark"], here, said)
    (tmp_path / f"days.{form}").write_bytes(daily.manager().get(f"{DAYS}.{form}").content)
    again = done("mark", VERBS["mark"], here, rows_in(tmp_path / f"days.{form}"))
    assert (len(again), Shift.objects.count()) == (2, 2)


def test_names_stand_beside_the_codes_for_those_who_see_them_alone(sqlite, monkeypatch):
    daily.named(sqlite, monkeypatch)
    address = "/cusco/lists/people.json"
    assert [row["name"] for row in taken(daily.manager().get(address))] == list(daily.NAMES.values())
    assert not any("name" in row for row in taken(browsing.member("A1", "auditor").get(address)))


def test_the_pay_of_an_issued_month_is_written_as_money(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, "2026-10")
    rows = taken(acquainted.manager().get("/cusco/lists/pay-2026-10.json"))
    assert {row["currency"] for row in rows} == {"PEN"}
    assert all(row["in_hand"].count(".") == 1 for row in rows)
    assert acquainted.manager().get("/cusco/lists/pay-2026-11.json").status_code == 404


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("trainer", "attendance-2026-10.csv", 200),
        ("trainer", "pay-2026-10.csv", 404),
        ("representative", "people.csv", 404),
        ("authority", "attendance-2026-10.csv", 404),
        ("site_manager", "people.exe", 404),
        ("site_manager", "secrets-2026-10.csv", 404),
    ],
)
def test_a_list_is_for_those_who_see_its_page(sqlite, monkeypatch, role, path, status):
    daily.opened(sqlite, monkeypatch)
    assert browsing.member("X1", role).get(f"/cusco/lists/{path}").status_code == status


def test_the_pages_lead_to_their_lists(sqlite, monkeypatch):
    acquainted.paid(sqlite, monkeypatch, "2026-10")
    client = acquainted.manager()
    found = [
        f'href="/cusco/lists/{name}.xlsx"' in browsing.text(client.get(f"/cusco/{page}"))
        for page, name in [
            ("people", "people"), ("calendar/2026-10", "attendance-2026-10"), ("calendar/2026-10", "pieces-2026-10"),
            ("pay/2026-10", "pay-2026-10"),
        ]
    ]  # fmt: skip
    assert found == [True] * 4
