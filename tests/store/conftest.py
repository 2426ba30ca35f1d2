"""An empty store in the test's own folder, and one on a server where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.support.servers import NoServer, a_server
from tests.support.stores import a_server_store, a_store

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.server))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what is marked `every_engine` on both engines; anything else on SQLite, the one people have."""
    if "store" in metafunc.fixturenames and metafunc.definition.get_closest_marker("every_engine"):
        metafunc.parametrize("store", ENGINES, indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if getattr(request, "param", "sqlite") == "sqlite":
        with a_store(tmp_path) as opened:
            yield opened
    else:
        yield request.getfixturevalue("server_store")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL database whose content is the tests' own."""
    try:
        with a_server() as url:
            yield url
    except NoServer as reason:
        pytest.skip(f"not run on PostgreSQL: {reason}")


@pytest.fixture
def server_store(server: str) -> Iterator[Store]:
    with a_server_store(server) as opened:
        yield opened
