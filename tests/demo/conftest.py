"""The whole demo world, paid once without papers, for all tests of it."""

import json
from pathlib import Path

import pytest

from jornal.demo.build import Done, built


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Done]]:
    out = tmp_path_factory.mktemp("demo")
    return out, built(out, kinds=())


@pytest.fixture
def run(world):
    """A run of the world by its path, such as "qori/cusco/2026-10"."""
    return lambda path: json.loads((world[0] / path / "run.json").read_text(encoding="utf-8"))
