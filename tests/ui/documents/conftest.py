"""A stocked store in the test's own folder, and the window on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.support.deals import stocked
from tests.support.stores import a_store
from tests.support.ui_deals import Desk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield stocked(opened)


@pytest.fixture
def desk(store: Store, tmp_path: Path, qtbot) -> Desk:
    return Desk(store, tmp_path, qtbot)
