"""A computer that goes out while texts are put away: the register is as it was, or as it shall be, and whole."""

import shutil
import signal
from dataclasses import replace

import pytest

import databases
import hands
import lost
import offices
from cutting import run, spread
from jornal.actions import backupkey, parcel
from jornal.actions.lighten import lighten
from jornal.journal import node
from jornal.journal.entry import Entry
from jornal.journal.opening import TextsPutAway
from jornal.journal.replay import counts_faults, replayed_faults
from jornal.journal.verify import chain_faults
from journal import aged


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    home = tmp_path_factory.mktemp("aged") / "home"
    with databases.fresh("sqlite", home):
        aged.book()
        node.made(home, seed=bytes(hands.LAPTOP.key))
        backupkey.keep(home, lost.RECIPIENT)
        desk = offices.office(day=aged.NOW.date())
    return home, replace(desk, hand=aged.at(aged.NOW))


def test_killed_at_every_step_of_putting_texts_away(template, tmp_path, monkeypatch):
    whole, desk = template
    monkeypatch.setattr(parcel, "STALE", -1)

    def lightening(home):
        return lambda say: say(len(lighten(desk, home, home / "archives").cuts))

    def copied(name):
        shutil.copytree(whole, tmp_path / name)
        return databases.used(databases.Database("sqlite", tmp_path / name))

    with copied("counted"):
        steps = run(lightening(tmp_path / "counted")).steps
        left = len(aged.missing())
    seen = set()
    for at in spread(steps, 40):
        home = tmp_path / f"b{at}"
        with copied(home.name):
            cut = run(lightening(home), at=at)
            assert cut.by == signal.SIGKILL
            seen.add((len(aged.missing()), TextsPutAway.objects.count()))
            assert (chain_faults("cusco").faults, replayed_faults(), counts_faults()) == ((), [], [])
            lighten(desk, home, home / "archives")
            assert (len(aged.missing()), TextsPutAway.objects.count()) == (left, 1)
            assert Entry.objects.filter(book="cusco").count() == 64
        shutil.rmtree(home)
    assert seen == {(0, 0), (left, 1)}
