import subprocess
import sys
import time
from dataclasses import replace
from decimal import Decimal

from app.quotes.editing import change_line
from app.services import quotes
from app.store.faults import DiskFull
from tests.support.deals import a_draft
from tests.support.stores import an_act
from tests.support.ui_quotes import a_presenter, quantity, stored
from ui.quotes.edits import with_header
from ui.shell.session import SaveState

A_KILLED_WINDOW = """
import os, sys
from pathlib import Path
from random import Random
from uuid import UUID
from PySide6.QtCore import QCoreApplication
from app.store.sqlite_file import SqliteFile
from app.store.store import Store
from tests.support.ui_quotes import a_presenter, quantity, stored

application = QCoreApplication([])
store = Store(SqliteFile(Path(sys.argv[1])), Random(9).getrandbits)
presenter = a_presenter(store, stored(store, UUID(sys.argv[2])))
presenter.saving.saved.connect(lambda _quote: os.kill(os.getpid(), 9))
quantity(presenter, 0, "77")
application.exec()
"""


class TestAutosave:
    def test_has_the_edit_in_the_file_within_two_seconds(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        begun = time.monotonic()

        with qtbot.wait_signal(presenter.saving.saved, timeout=2_000):
            quantity(presenter, 0, "12")

        assert time.monotonic() - begun < 2
        assert stored(store, presenter.quote.id).lines[0].quantity == Decimal(12)

    def test_saves_what_was_typed_while_it_saved(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        quantity(presenter, 0, "2")
        presenter.saving.flush()
        quantity(presenter, 0, "3")

        qtbot.wait_until(lambda: presenter.saving.is_clean)

        assert stored(store, presenter.quote.id).lines[0].quantity == Decimal(3)

    def test_the_status_line_hears_of_it(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        said: list[SaveState] = []
        presenter.session.save_state.connect(said.append)

        quantity(presenter, 0, "2")
        presenter.saving.flush()
        qtbot.wait_until(lambda: presenter.saving.is_clean and said[-1] is SaveState.SAVED)

        assert said == [SaveState.UNSAVED, SaveState.SAVING, SaveState.SAVED]

    def test_an_edit_made_while_saving_is_not_called_saved(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        said: list[SaveState] = []
        presenter.session.save_state.connect(said.append)
        quantity(presenter, 0, "2")
        presenter.saving.flush()
        quantity(presenter, 0, "3")

        with qtbot.wait_signal(presenter.saving.saved):
            pass
        qtbot.wait(10)

        assert said[-1] is SaveState.UNSAVED

    def test_a_window_killed_right_afterwards_has_lost_nothing(self, store, tmp_path):
        draft = a_draft(store, ("A-1", "1"))

        done = subprocess.run(
            [sys.executable, "-c", A_KILLED_WINDOW, str(tmp_path / "office.db"), str(draft.id)],
            timeout=120,
            check=False,
        )

        assert done.returncode == -9
        assert stored(store, draft.id).lines[0].quantity == Decimal(77)


class TestFlush:
    def test_goes_on_at_once_where_nothing_is_to_be_saved(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store))
        done: list[str] = []

        presenter.saving.flush(lambda: done.append("done"))

        assert done == ["done"]

    def test_goes_on_when_the_newest_state_is_in_the_file(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        found: list[Decimal] = []
        quantity(presenter, 0, "2")
        presenter.saving.flush()
        quantity(presenter, 0, "5")

        presenter.saving.flush(lambda: found.append(stored(store, presenter.quote.id).lines[0].quantity))

        qtbot.wait_until(lambda: bool(found))
        assert found == [Decimal(5)]


class TestConflict:
    def test_somebody_elses_draft_is_not_overwritten(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            quotes.save_draft(uow, an_act(), quote=replace(presenter.quote, notes="theirs"))

        with qtbot.wait_signal(presenter.saving.conflicted):
            presenter.apply("Change notes", lambda quote: with_header(quote, notes="mine"))
            presenter.saving.flush()

        assert stored(store, presenter.quote.id).notes == "theirs"
        assert presenter.quote.notes == "mine"
        assert not presenter.saving.is_clean


class TestFailure:
    def test_the_draft_stays_open_and_is_tried_again(self, store, qtbot):
        presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
        works = presenter.session.commands._writing
        presenter.session.commands._writing = works._replace(open=_full)
        waited: list[str] = []

        with qtbot.wait_signal(presenter.saving.failed) as failed:
            quantity(presenter, 0, "2")
            presenter.saving.flush(lambda: waited.append("sent"))
        presenter.session.commands._writing = works
        qtbot.wait_until(lambda: not presenter.saving._running)
        still_unsaved = not presenter.saving.is_clean
        presenter.saving.flush()
        qtbot.wait_until(lambda: presenter.saving.is_clean)

        assert failed.args[0].code == "store.disk_full"
        assert still_unsaved
        assert waited == []
        assert stored(store, presenter.quote.id).lines[0].quantity == Decimal(2)


def _full(_act):
    raise DiskFull(file="office.db")


def test_a_draft_that_was_given_up_is_saved_no_more(store, qtbot):
    presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
    quantity(presenter, 0, "2")

    presenter.saving.stop()
    presenter.saving.flush()
    qtbot.wait(20)

    assert stored(store, presenter.quote.id).lines[0].quantity == Decimal(1)


def test_saving_keeps_the_edit_open_for_more_typing(store, qtbot):
    presenter = a_presenter(store, a_draft(store, ("A-1", "1")))
    line = presenter.quote.lines[0].id

    def typed(number):
        presenter.apply(
            "Change quantity",
            lambda quote: change_line(quote, line, lambda one: replace(one, quantity=Decimal(number))),
            "cell",
        )

    typed("1")
    typed("12")
    with qtbot.wait_signal(presenter.saving.saved):
        presenter.saving.flush()
    typed("125")
    presenter.document.undo()

    assert presenter.quote.lines[0].quantity == Decimal(1)
