"""The real window on a stocked store, and an open quote in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.support.deals import stocked
from tests.support.stores import a_store
from tests.support.ui_company import a_window


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as opened:
        yield stocked(opened)


@pytest.fixture
def window(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    window.resize(1280, 760)
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    yield window
    window.session.commands.wait()
