"""The whole demo world, paid once without papers, and one site of it in a register, for all tests of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

import databases
from jornal.demo.build import Done, built
from jornal.demo.register import loaded
from jornal.demo.registers import Loaded


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Done]]:
    out = tmp_path_factory.mktemp("demo")
    return out, built(out, kinds=())


@pytest.fixture
def run(world):
    """A run of the world by its path, such as "qori/cusco/2026-10"."""
    return lambda path: json.loads((world[0] / path / "run.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def cusco(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The register of one site, three months, loaded once through the verbs and audited in full."""
    home = tmp_path_factory.mktemp("register") / "qori"
    with databases.fresh("sqlite", home), override_settings(HOME=home):
        return loaded("qori", home, ["cusco"], full=True)


@pytest.fixture
def register(cusco: Loaded) -> Iterator[Loaded]:
    """That register, with Django looking at it."""
    with databases.used(databases.Database("sqlite", cusco.home)):
        yield cusco
