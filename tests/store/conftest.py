"""An empty store in the test's own folder, and one on a server where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.support.servers import NoServer, a_server
from tests.support.stores import a_server_store, a_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield opened


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


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def every_store(request: pytest.FixtureRequest) -> Store:
    """An empty store, once on each engine: for what must be the same on both."""
    opened: Store = request.getfixturevalue("store" if request.param == "sqlite" else "server_store")
    return opened
