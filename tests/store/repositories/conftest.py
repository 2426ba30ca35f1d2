"""A stocked store in the test's own folder, or on a server for what is marked `every_engine`."""

from __future__ import annotations

import pytest

from app.store.store import Store
from tests.support.deals import stocked


@pytest.fixture
def stocked_store(store: Store) -> Store:
    return stocked(store)
