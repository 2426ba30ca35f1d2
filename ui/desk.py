"""The running application: its windows, and the company file they show.

The window is shown first; what is heavy (the store, the papers, locale data) is imported on worker threads
after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.i18n.translations import gettext as _
from ui.kit.settings import WindowSettings
from ui.kit.theme import Mode, Theme
from ui.shell.main_window import MainWindow
from ui.shell.page import Rooms

if TYPE_CHECKING:
    from app.kernel.errors import AppError
    from ui.kit.garbage import GarbageCollector
    from ui.shell.first_start import CountryChoice, FirstChoices, FirstStart
    from ui.shell.session import CompanyFile, Session

_CASCADE = 32


class Doors(NamedTuple):
    """The ways to a company file; each is called on the writer thread and may raise an `AppError`.

    Attributes:
        usual: Returns the file a start without a name opens; `None` while there is none yet.
        open: Opens a file.
        create: Makes a company from the choices of the first start, in the usual place.
        sample: Opens the sample company, making it first.
        countries: Returns the countries offered, the likely one first; called on a reader thread.
    """

    usual: Callable[[], Path | None]
    open: Callable[[Path], CompanyFile]
    create: Callable[[FirstChoices], CompanyFile]
    sample: Callable[[], CompanyFile]
    countries: Callable[[], tuple[CountryChoice, ...]]


class Start(NamedTuple):
    """What the person asked for when starting.

    Attributes:
        file: The file to open; `None` for the usual one.
        sample: Whether the sample company is wanted.
    """

    file: Path | None = None
    sample: bool = False


class Desk(QObject):
    """All windows of the process; they share one session.

    Signals:
        opened: The `Session` of the file that was opened.
    """

    opened = Signal(object)

    def __init__(self, app: QApplication, rooms: Rooms, doors: Doors, settings: WindowSettings) -> None:
        super().__init__(app)
        self._app = app
        self._rooms = rooms
        self._doors = doors
        self.settings = settings
        self.theme = Theme(app)
        self._look()
        self.windows: list[MainWindow] = []
        self.session: Session | None = None
        self._first: FirstStart | None = None
        self._collector: GarbageCollector | None = None

    def start(self, start: Start) -> MainWindow:
        """Show the window now, then open what was asked for."""
        window = self.new_window()
        QTimer.singleShot(0, lambda: self._begin(start))
        return window

    def new_window(self) -> MainWindow:
        """Show another window on the open file."""
        window = MainWindow(self._rooms, self.theme, self.settings)
        window.another_wanted.connect(self.new_window)
        window.closed.connect(self._window_closed)
        if self.windows:
            window.move(self.windows[-1].pos().x() + _CASCADE, self.windows[-1].pos().y() + _CASCADE)
        self.windows.append(window)
        window.show()
        if self.session is not None:
            window.attach(self.session)
            window.open_first()
        return window

    def close_all(self) -> None:
        """Wait for what still runs, then let go of the file (before the process ends)."""
        from ui.kit.work import wait_for_all

        wait_for_all()
        if self._collector is not None:
            self._collector.stop()
        if self.session is not None:
            self.session.file.close()
            self.session = None
        for window in self.windows:
            window.deleteLater()
        self.windows.clear()

    def open_file(self, file: Path) -> None:
        """Open a company file on the writer thread and show it."""
        self._open(lambda: self._doors.open(file))

    def open_sample(self) -> None:
        """Open the sample company, making it first where there is none."""
        self._open(self._doors.sample)

    def create(self, choices: FirstChoices) -> None:
        """Make the company that was described on the first start."""
        self._open(lambda: self._doors.create(choices))

    def _begin(self, start: Start) -> None:
        from ui.kit.errors import catch_stray_bugs
        from ui.kit.garbage import GarbageCollector

        catch_stray_bugs(lambda: self.windows[0] if self.windows else None)
        self._collector = GarbageCollector(self)
        if start.sample:
            self.open_sample()
        elif start.file is not None:
            self.open_file(start.file)
        else:
            self._job(self._doors.usual, self._usual_found)

    def _usual_found(self, file: Path | None) -> None:
        if file is not None:
            self.open_file(file)
        else:
            self._ask_first()

    def _job(self, work: Callable[[], object], done: Callable[[Any], None]) -> None:
        from ui.kit.work import Job

        job = Job(work)
        job.succeeded.connect(done)
        job.refused.connect(self.windows[0].refuse)
        job.crashed.connect(self.windows[0].report)
        job.start()

    def _open(self, opening: Callable[[], CompanyFile]) -> None:
        from ui.kit.work import Job, writer

        job = Job(opening, writer())
        job.succeeded.connect(self._opened)
        job.refused.connect(self._refused)
        job.crashed.connect(self.windows[0].report)
        job.start()

    def _opened(self, file: CompanyFile) -> None:
        from ui.shell.session import Session

        self.session = Session(file, self)
        if self._first is not None:
            self.windows[0].show_alone(None)
            self._first.deleteLater()
            self._first = None
        for window in self.windows:
            window.attach(self.session)
            window.open_first()
        self.opened.emit(self.session)

    def _refused(self, refusal: AppError) -> None:
        """Say why the file cannot be opened, and offer the other ways."""
        self.windows[0].refuse(refusal)
        if self._first is None:
            self._ask_first()

    def _ask_first(self) -> None:
        self._job(self._doors.countries, self._show_first)

    def _show_first(self, countries: tuple[CountryChoice, ...]) -> None:
        from ui.shell.first_start import FirstStart

        self._first = FirstStart(countries, countries[0].code if countries else "")
        self._first.chosen.connect(self.create)
        self._first.sample_wanted.connect(self.open_sample)
        self._first.file_wanted.connect(self._choose_file)
        self.windows[0].show_alone(self._first)
        self._first.name.setFocus()

    def _choose_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        file, _kind = QFileDialog.getOpenFileName(
            self.windows[0], _("Open a company file"), "", _("Company files (*.db)")
        )
        if file:
            self.open_file(Path(file))

    def _window_closed(self) -> None:
        window = self.sender()
        if isinstance(window, MainWindow) and window in self.windows and len(self.windows) > 1:
            self.windows.remove(window)
            window.deleteLater()

    def _look(self) -> None:
        """Take the remembered mode and size; anything else than a mode follows the system."""
        modes = {mode.value: mode for mode in Mode}
        self.theme.choose(modes.get(self.settings.text("look/mode"), Mode.SYSTEM))
        points = self.settings.number("look/points", self.theme.points)
        if points != self.theme.points:
            self.theme.set_points(points)
