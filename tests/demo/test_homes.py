import sqlite3
from pathlib import Path

import pytest

from jornal.demo import homes

LABEL = "Qori (invented)"


def register(home: Path, *labels: str) -> None:
    with sqlite3.connect(home / homes.REGISTER) as db:
        db.execute("CREATE TABLE jornal_enterprise (label TEXT)")
        db.executemany("INSERT INTO jornal_enterprise VALUES (?)", [(label,) for label in labels])


def test_each_enterprise_has_a_home_of_its_own(tmp_path: Path):
    assert homes.home(tmp_path, "qori") == tmp_path / "register" / "qori"


def test_a_new_home_says_that_all_is_invented_and_is_its_owners_alone(tmp_path: Path):
    home = homes.emptied(tmp_path / "qori", LABEL)
    assert "invented" in (home / homes.MARK).read_text()
    assert home.stat().st_mode & 0o077 == 0


def test_what_an_earlier_demo_left_is_made_anew(tmp_path: Path):
    home = homes.emptied(tmp_path / "qori", LABEL)
    register(home, LABEL)
    (home / "notes.txt").write_text("mine")
    homes.emptied(home, LABEL)
    assert sorted(path.name for path in home.iterdir()) == [homes.MARK, "notes.txt"]


def test_a_register_that_is_not_the_demos_is_left_alone(tmp_path: Path):
    real, taken, lost = (tmp_path / name for name in ("real", "taken", "lost"))
    real.mkdir()
    register(real, "Association of the town")  # no mark: somebody's own
    register(homes.emptied(taken, LABEL), LABEL, "Association of the town")  # begun in a demo's folder
    (homes.emptied(lost, LABEL) / homes.REGISTER).write_bytes(b"no register")
    for home in (real, taken, lost):
        before = (home / homes.REGISTER).read_bytes()
        with pytest.raises(homes.HomeTaken):
            homes.emptied(home, LABEL)
        assert (home / homes.REGISTER).read_bytes() == before
