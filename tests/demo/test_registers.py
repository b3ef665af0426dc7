from pathlib import Path

import pytest

from jornal.demo import homes, registers


def test_the_four_enterprises_are_invented_and_say_so():
    assert list(registers.enterprises()) == ["qori", "paso", "trazo", "thimble"]
    assert all("(invented)" in label for label in registers.enterprises().values())


def test_a_folder_with_somebodys_register_is_refused_before_anything_is_made(tmp_path: Path):
    home = homes.home(tmp_path, "trazo")
    home.mkdir(parents=True)
    (home / homes.REGISTER).write_bytes(b"mine")
    with pytest.raises(homes.HomeTaken):
        registers.check(tmp_path)
    assert (home / homes.REGISTER).read_bytes() == b"mine"


@pytest.mark.slow
def test_all_four_are_loaded_each_in_a_home_of_its_own(tmp_path: Path):
    found = registers.loaded(tmp_path)
    assert [one.enterprise for one in found] == list(registers.enterprises())
    assert not any(one.faults for one in found)
    assert sum(one.facts for one in found) > 70_000
    assert all((homes.home(tmp_path, one.enterprise) / "index.html").is_file() for one in found)
