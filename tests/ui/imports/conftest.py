"""A stocked store in the test's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.support.deals import stocked
from tests.support.stores import a_store
from ui.kit.work import wait_for_all


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield stocked(opened)
        wait_for_all()  # what still runs needs the file
