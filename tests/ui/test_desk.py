from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.kernel.errors import Unavailable
from tests.support.ui_shell import MemoryFile, some_rooms
from ui.desk import Desk, Doors, Start
from ui.kit.errors import MessageDialog
from ui.kit.settings import WindowSettings
from ui.shell.first_start import CountryChoice, FirstChoices

GERMANY = CountryChoice("DE", "Germany", "EUR", "19 %", "INV-{year}-{seq:05}")


class Gone(Unavailable):
    code = "tests.gone"


class SomeDoors:
    """Ways to files in memory, and what was asked of them."""

    def __init__(self, usual: Path | None = Path("acme.db"), gone: bool = False) -> None:
        self.asked: list[object] = []
        self.closed = 0
        self._usual, self._gone = usual, gone

    def doors(self) -> Doors:
        return Doors(lambda: self._usual, self.open, self.create, self.sample, lambda: (GERMANY,))

    def open(self, file: Path):
        self.asked.append(file)
        if self._gone:
            raise Gone(file=str(file))
        return MemoryFile().company_file(close=self.close)

    def create(self, choices: FirstChoices):
        self.asked.append(choices)
        return MemoryFile().company_file(close=self.close)

    def sample(self):
        self.asked.append("sample")
        return MemoryFile().company_file(close=self.close)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def a_desk(qtbot, qapp, theme, tmp_path):
    desks: list[Desk] = []

    def make(doors: SomeDoors) -> Desk:
        desk = Desk(qapp, some_rooms(), doors.doors(), WindowSettings(tmp_path / "window.ini"))
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        for window in list(desk.windows):
            window.close()
        desk.close_all()
        desk.theme.deleteLater()
        desk.deleteLater()


class TestStart:
    def test_the_window_is_shown_before_anything_is_opened(self, qtbot, a_desk):
        doors = SomeDoors()
        desk = a_desk(doors)

        window = desk.start(Start())

        assert window.isVisible()
        assert doors.asked == []
        with qtbot.waitSignal(desk.opened):
            pass
        assert window.page.name == "home"
        assert doors.asked == [Path("acme.db")]

    def test_a_named_file_is_opened_instead_of_the_usual_one(self, qtbot, a_desk):
        doors = SomeDoors()
        desk = a_desk(doors)
        with qtbot.waitSignal(desk.opened):
            desk.start(Start(Path("other.db")))

        assert doors.asked == [Path("other.db")]

    def test_the_sample_company_on_demand(self, qtbot, a_desk):
        doors = SomeDoors()
        desk = a_desk(doors)
        with qtbot.waitSignal(desk.opened):
            desk.start(Start(sample=True))

        assert doors.asked == ["sample"]


class TestU31FirstStart:
    def test_asks_where_there_is_no_file_and_opens_what_is_made(self, qtbot, a_desk):
        doors = SomeDoors(usual=None)
        desk = a_desk(doors)
        window = desk.start(Start())
        qtbot.waitUntil(lambda: desk._first is not None)
        assert not window.sidebar.isVisible()

        qtbot.keyClicks(desk._first.name, "Acme")
        with qtbot.waitSignal(desk.opened):
            qtbot.mouseClick(desk._first.skip, Qt.MouseButton.LeftButton)

        assert doors.asked[0].company == "Acme"
        assert window.sidebar.isVisible()
        assert window.page.name == "home"

    def test_offers_the_sample_company(self, qtbot, a_desk):
        doors = SomeDoors(usual=None)
        desk = a_desk(doors)
        desk.start(Start())
        qtbot.waitUntil(lambda: desk._first is not None)

        with qtbot.waitSignal(desk.opened):
            qtbot.mouseClick(desk._first.sample, Qt.MouseButton.LeftButton)

        assert doors.asked == ["sample"]


class TestU37FileThatCannotBeOpened:
    def test_says_why_and_offers_the_other_ways(self, qtbot, a_desk):
        desk = a_desk(SomeDoors(gone=True))
        window = desk.start(Start())

        qtbot.waitUntil(lambda: desk._first is not None)
        dialogs = window.findChildren(MessageDialog)
        assert [dialog.message.details for dialog in dialogs] == ["tests.gone"]
        dialogs[0].close()


class TestU42TwoWindows:
    def test_share_the_file_and_either_may_be_closed(self, qtbot, a_desk):
        doors = SomeDoors()
        desk = a_desk(doors)
        with qtbot.waitSignal(desk.opened):
            first = desk.start(Start())

        first.actions_of_window.action("window.new").trigger()
        second = desk.windows[1]
        assert second.session is first.session
        assert second.page is not first.page

        second.close()
        assert desk.windows == [first]

    def test_closing_everything_lets_go_of_the_file(self, qtbot, a_desk):
        doors = SomeDoors()
        desk = a_desk(doors)
        with qtbot.waitSignal(desk.opened):
            desk.start(Start())

        desk.close_all()

        assert doors.closed == 1


def test_the_look_of_the_last_session_comes_back(qtbot, qapp, a_desk, tmp_path):
    settings = WindowSettings(tmp_path / "window.ini")
    settings.remember("look/mode", "dark")
    settings.remember("look/points", 12)
    settings.write()

    desk = a_desk(SomeDoors())

    assert desk.theme.mode.value == "dark"
    assert qapp.font().pointSize() == 12
