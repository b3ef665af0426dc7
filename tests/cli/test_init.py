"""The beginning, as a person meets it at the screen."""

import io
import re
import subprocess
import sys
from functools import partial

import pytest
from django.conf import settings
from django.db import connection

from commanded import refused, said
from databases import Database
from jornal.accounts.models import Account
from jornal.actions.intake import kept
from jornal.actions.questions import QUESTIONS
from jornal.cli import init
from jornal.facts.organisation import RoleGranted, Staff
from jornal.journal import vault
from jornal.journal.entry import Entry
from vaulted import CHEAP, PASSPHRASE
from workshop import Desk

TERMS = 'terms = "qori"\nsite = "cusco"\nmanager_name = "Ana Quispe"\nsecond_name = "Bea Flores"\n'


@pytest.fixture
def typed(sqlite, monkeypatch, tmp_path, capsys):
    """What a person types, line by line, and what the program says to it."""
    monkeypatch.setattr(settings, "HOME", sqlite.home)
    monkeypatch.setattr(init.beginning, "begin", partial(init.beginning.begin, cost=CHEAP))
    secret = tmp_path / "secret"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def told(*lines: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return said(capsys, "init", "--passphrase", str(secret))

    return told


# The terms decide the enterprise, model, country and currency; those are not asked.
ASKED = [one for one in QUESTIONS if not one.by_terms]
USUAL = ["qori", *[""] * (len(ASKED) - 1)]


def test_usual_answers_are_taken_with_the_enter_key_and_the_register_is_begun(typed):
    code, out = typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    assert (code, "RECOVERY SHEET" in out, "Open it with `jornal start`" in out) == (0, True, True)
    assert "Short name of the enterprise" not in out
    assert [one.what for one in RoleGranted.objects.order_by("seq")] == [
        "site_manager", "trainer", "quality", "hq_operations", "hq_finance",
    ]  # fmt: skip


def test_the_first_two_get_an_account_each_and_a_slip_to_begin_with(typed):
    out = typed(*USUAL, "Ana Quispe", "Bea Flores", "written")[1]
    slips = dict(re.findall(r"SIGN-IN OF (\w+)\..*?first passphrase (\S+)", out, re.DOTALL))
    accounts = {one.staff: one for one in Account.objects.all()}
    assert (len(slips), slips.keys()) == (2, accounts.keys())
    assert [accounts[staff].check_password(first) for staff, first in slips.items()] == [True, True]
    assert {one.wants for one in accounts.values()} == {"passphrase"}


def test_left_half_done_it_goes_on_where_it_was(typed, sqlite):
    code, out = typed("qori", "", "chiang-mai", "Taller uno")
    assert (code, "Left half done" in out) == (130, True)
    assert kept(sqlite.home)["site_label"] == "Taller uno"
    code, out = typed(*USUAL[4:], "Ana Quispe", "Bea Flores", "written")
    assert (code, "Going on after" in out, "Name of the site [" in out) == (0, True, False)


def test_left_before_the_codes_are_on_paper_they_are_shown_anew(typed, sqlite):
    first = typed(*USUAL, "Ana Quispe", "Bea Flores")[1]
    code, second = typed("Ana Quispe", "Bea Flores", "no", '"Written"')
    shown = [next(line for line in out.splitlines() if line.startswith("  names")) for out in (first, second)]
    assert (code, shown[0] == shown[1], Staff.objects.count()) == (0, False, 2)
    assert vault.unlocked(sqlite.home / "vault.sqlite3", shown[1].split()[1]).tokens()


def test_a_wrong_answer_is_asked_again_with_what_it_takes(typed):
    out = typed("qori", "", "lima", "cusco")[1]
    assert "write one of cusco, chiang-mai." in out
    assert out.count("Short name of the first site") == 2


def test_a_begun_register_is_never_begun_again(typed):
    typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    before = Entry.objects.count()
    code, out = typed()
    assert (code, "holds a register already; nothing was changed" in out, Entry.objects.count()) == (
        0,
        True,
        before,
    )


def test_after_the_beginning_the_desk_is_known_and_the_register_stands(typed, capsys):
    typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    assert said(capsys, "audit")[0] == 0
    code, out = said(capsys, "status")
    assert (code, out.startswith("Workshop in Cusco, in ")) == (0, True)


def test_passphrases_are_typed_twice_and_alike(sqlite, monkeypatch, capsys):
    monkeypatch.setattr(settings, "HOME", sqlite.home)
    typed = iter(["short", PASSPHRASE, "another one than before"])

    class Screen(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Screen("\n".join([*USUAL, "A", "B", ""])))
    monkeypatch.setattr(init.getpass, "getpass", lambda _: next(typed))
    code, out = said(capsys, "init")
    assert (code, "needs at least" in out, "were not the same" in out, Entry.objects.count()) == (
        2,
        True,
        True,
        0,
    )


def test_guards_can_be_put_on_again(typed, capsys):
    typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    with connection.cursor() as cursor:
        cursor.execute('DROP TRIGGER "jornal_entry_delete"')
    assert said(capsys, "audit")[0] == 1
    assert said(capsys, "init", "--guards")[0] == 0
    assert said(capsys, "audit")[0] == 0


def test_a_run_folder_without_its_list_of_people_is_refused_before_anything_is_done(typed, capsys):
    typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    assert "give --people as well" in refused(capsys, "init", "--run", "2026-09")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (TERMS.replace("cusco", "lima"), "site: write one of cusco, chiang-mai."),
        (TERMS + "shoe = 1", '"shoe" is no question.'),
        (TERMS.replace('"qori"', '"gift"'), "terms: "),
    ],
)
def test_a_file_of_answers_that_cannot_be_makes_nothing(sqlite, monkeypatch, capsys, tmp_path, text, says):
    monkeypatch.setattr(settings, "HOME", sqlite.home)
    (tmp_path / "answers.toml").write_text(text, encoding="utf-8")
    assert says in refused(capsys, "init", "--answers", str(tmp_path / "answers.toml"))
    assert not Entry.objects.exists()


def test_answered_from_a_file_and_cut_off_it_goes_on_the_same_way(sqlite, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(settings, "HOME", sqlite.home)
    (tmp_path / "answers.toml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-8")
    told = ("init", "--answers", str(tmp_path / "answers.toml"), "--passphrase", str(tmp_path / "secret"))
    with monkeypatch.context() as patched:
        patched.setattr(init.beginning, "_organisation", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        assert said(capsys, *told)[0] == 130
    code, out = said(capsys, *told)
    assert (code, "The register is begun" in out, Staff.objects.count()) == (0, True, 2)


def test_a_program_of_its_own_begins_from_nothing_and_works(database, tmp_path):
    """The whole way on a bare folder; on PostgreSQL the tables are there, and its owner lets the writer in."""
    home = tmp_path / "bare"
    (tmp_path / "answers.toml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "secret").write_text(PASSPHRASE, encoding="utf-8")
    bare = Database(database.vendor, home, database.url, database.owner_url)

    def run(*told: str) -> subprocess.CompletedProcess:
        program = [sys.executable, "-m", "jornal.cli.main", *told]
        return subprocess.run(
            program,
            env=bare.environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    assert "jornal init" in run("status").stderr
    begun = run("init", "--answers", str(tmp_path / "answers.toml"), "--passphrase", str(tmp_path / "secret"))
    assert (begun.returncode, begun.stderr) == (0, "")
    assert (home / "register.sqlite3").exists() == (database.vendor == "sqlite")
    assert [run(one).returncode for one in ("status", "audit", "backup", "init")] == [0, 0, 0, 0]
    assert list((home / "backups").iterdir())


def test_people_of_last_months_list_are_taken_in_with_the_beginning_and_later(
    typed, sqlite, tmp_path, capsys
):
    desk = Desk(tmp_path, capsys)
    (tmp_path / "answers.toml").write_text(TERMS, encoding="utf-8")
    told = ("--passphrase", str(tmp_path / "secret"), "--people", str(desk.folder / "people.csv"))
    code, out = said(capsys, "init", "--answers", str(tmp_path / "answers.toml"), *told)
    assert (code, "3 people taken in." in out) == (0, True)
    code, out = said(capsys, "init", *told)
    assert (code, "0 people taken in. 3 were known already." in out) == (0, True)
    assert said(capsys, "audit", "--full")[0] == 0


def test_letters_of_new_codes_are_those_of_the_list_that_is_taken_in(typed, sqlite, tmp_path, capsys):
    listed = tmp_path / "people.csv"
    listed.write_text("code,name,contract\nQC014V,Ana Quispe,cusco-hourly\n", encoding="utf-8")
    (tmp_path / "answers.toml").write_text(TERMS, encoding="utf-8")
    told = ("--passphrase", str(tmp_path / "secret"), "--people", str(listed))
    assert said(capsys, "init", "--answers", str(tmp_path / "answers.toml"), *told)[0] == 0
    assert (kept(sqlite.home)["letters"], "listed" in kept(sqlite.home)) == ("QC", False)


def test_letters_are_suggested_as_the_list_has_them(typed, monkeypatch, sqlite, tmp_path, capsys):
    listed = tmp_path / "people.csv"
    listed.write_text("code,name,contract\nQC014V,Ana Quispe,cusco-hourly\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(["qori", *[""] * 8])))
    out = said(capsys, "init", "--people", str(listed))[1]
    assert "codes of its workers begin [QC]" in out


def test_a_register_that_is_begun_asks_for_its_passphrase_once(typed, tmp_path, monkeypatch, capsys):
    desk = Desk(tmp_path, capsys)
    typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    asked = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(init.getpass, "getpass", lambda asks: asked.append(asks) or PASSPHRASE)
    code, out = said(capsys, "init", "--people", str(desk.folder / "people.csv"))
    assert (code, "3 people taken in." in out, asked) == (0, True, ["Passphrase of the names: "])


def test_a_run_folder_given_later_is_added_and_who_cannot_have_it_is_named(typed, tmp_path, capsys):
    desk = Desk(tmp_path, capsys)
    desk.pay(month="2026-10")
    typed(*USUAL, "Ana Quispe", "Bea Flores", "written")
    told = ("init", "--passphrase", str(tmp_path / "secret"), "--people", str(desk.folder / "people.csv"))
    assert "3 people taken in." in said(capsys, *told, "--month", "2026-11")[1]
    run = ("--run", str(desk.folder / "2026-10"))
    out = said(capsys, *told, *run, "--month", "2026-11")[1]
    assert "What the run leaves was added for Q01, Q02, Q21." in out
    desk.pay(month="2026-09")
    run = ("--run", str(desk.folder / "2026-09"))
    code, out = said(capsys, *told, *run, "--month", "2026-10")
    assert (code, "Not taken from the run: what it leaves to Q01, Q02, Q21." in out) == (0, True)
    assert said(capsys, "audit", "--full")[0] == 0
