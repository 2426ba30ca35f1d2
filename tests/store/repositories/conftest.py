"""A stocked store in the test's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.support.deals import stocked
from tests.support.stores import a_store


@pytest.fixture
def stocked_store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path, "deals.db") as opened:
        yield stocked(opened)
