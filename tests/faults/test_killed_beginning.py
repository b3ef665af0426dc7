"""A computer that goes out while a register is begun: `jornal init` again, and it is there once."""

import signal

from django.db import connection

from cutting import believed, largest, points, run, spread
from databases import used
from founding import answers, begun
from jornal.actions import backupkey
from jornal.actions.audit import Asked, audited
from jornal.actions.beginning import finish, is_finished
from jornal.actions.intake import keep
from jornal.journal import node, vault
from jornal.journal.fact import kinds
from lost import bare, copied


def work(home):
    """The beginning as the command does it."""

    def beginning(say):
        keep(home, answers())
        begun(home, answers())
        say("begun")
        finish(home, answers())
        say("finished")

    home.mkdir(exist_ok=True)
    return beginning


def stands(home):
    """Begins again, and gives how many facts of each kind there are then."""
    codes = begun(home, answers())
    finish(home, answers())
    assert is_finished(home)
    assert len(vault.unlocked(home / "vault.sqlite3", codes.names).tokens()) == 2
    assert str(backupkey.identity(codes.backups).to_public()) == str(backupkey.kept(home))
    assert [found for found in audited(Asked(full=True)) if found.faults] == []
    return {name: kind.objects.count() for name, kind in kinds().items()}


@points(5)
def test_killed_at_every_step_of_a_beginning(tmp_path, most):
    with bare("sqlite", tmp_path / "whole") as machine:
        facts = stands(machine.home)  # what is read once is in memory now: every child takes the same steps
    with bare("sqlite", tmp_path / "counted") as machine:
        steps = run(work(machine.home)).steps
    for at in spread(steps, most, last=9):
        with bare("sqlite", tmp_path / f"b{at}") as machine:
            cut = run(work(machine.home), at=at)
            assert cut.by == signal.SIGKILL
            assert is_finished(machine.home) == ("finished" in cut.said)
            if believed(at, most) and not connection.introspection.table_names():
                continue
            assert stands(machine.home) == facts


def test_killed_in_the_middle_of_what_a_beginning_writes(sqlite, tmp_path):
    ended = set()
    for size in (0, 20, 30_000, 40_000, 60_000):
        with used(copied(sqlite, tmp_path / f"{size}")) as machine:
            ended.add(run(work(machine.home), before=lambda size=size: largest(size, kill=True)).by)
            stands(machine.home)
    assert ended == {signal.SIGXFSZ}


def test_a_key_is_there_whole_or_not_at_all(tmp_path):
    cut = run(lambda _: node.made(tmp_path), before=lambda: largest(0, kill=True))
    assert cut.by == signal.SIGXFSZ
    assert node.made(tmp_path).public == node.kept(tmp_path).public
