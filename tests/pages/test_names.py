"""The names while they are open in this program."""

from datetime import datetime, timedelta

import pytest

import browsing
import vaulted
from jornal.journal.keys import Locked
from jornal.journal.vaultlock import WrongPassphrase
from jornal.pages import names
from jornal.pages.desk import WITH_NAMES
from vaulted import PASSPHRASE, ROSA


@pytest.fixture(autouse=True)
def here(sqlite, monkeypatch):
    browsing.opened(sqlite, monkeypatch, vault=True)
    yield
    names.locked()


def test_one_opens_them_and_all_with_a_right_to_them_have_them():
    names.opened(PASSPHRASE)
    assert [names.kept(frozenset([role])) is not None for role in sorted(WITH_NAMES)] == [True] * len(
        WITH_NAMES
    )
    for role in ("auditor", "authority", "representative", "seller"):
        assert names.kept(frozenset([role])) is None
    assert names.kept(frozenset()) is None


def test_a_wrong_passphrase_opens_nothing_and_locks_nothing():
    with pytest.raises(WrongPassphrase):
        names.opened("not this one")
    assert names.kept(frozenset(["trainer"])) is None
    names.opened(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        names.opened("not this one")
    assert names.kept(frozenset(["trainer"])) is not None


def test_locked_by_one_they_are_locked_for_all_and_their_keys_are_gone():
    names.opened(PASSPHRASE)
    keys = names.kept(frozenset(["trainer"]))
    names.locked()
    names.locked()
    assert names.kept(frozenset(["trainer"])) is None
    with pytest.raises(Locked):
        keys.mint(ROSA)


def test_after_two_hours_without_a_page_that_shows_names_they_are_locked(monkeypatch):
    names.opened(PASSPHRASE)
    at = datetime.now(names.UTC)

    class Later(datetime):
        @classmethod
        def now(cls, _zone):
            return at + timedelta(hours=2, seconds=5)

    names.kept(frozenset(["trainer"]))
    monkeypatch.setattr(names, "datetime", Later)
    assert names.kept(frozenset(["trainer"])) is None
    assert str(names.settings.HOME) not in names._open


def test_strangers_who_look_at_passports_do_not_keep_the_names_open(monkeypatch):
    names.opened(PASSPHRASE)
    at = now = datetime.now(names.UTC)

    class Later(datetime):
        @classmethod
        def now(cls, _zone):
            return now

    monkeypatch.setattr(names, "datetime", Later)
    for hours in (0.5, 1, 1.5):
        now = at + timedelta(hours=hours)
        assert names.lent() is not None
    now = at + timedelta(hours=2, seconds=5)
    assert names.lent() is None
    assert names.kept(frozenset(["trainer"])) is None


def test_each_folder_has_its_own(sqlite, monkeypatch, tmp_path):
    names.opened(PASSPHRASE)
    (tmp_path / "other").mkdir()
    vaulted.new(tmp_path / "other")
    monkeypatch.setattr(names.settings, "HOME", tmp_path / "other")
    assert names.kept(frozenset(["trainer"])) is None
