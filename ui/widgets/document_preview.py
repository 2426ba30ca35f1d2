"""The paper beside the editor: drawn while one types, scroll and zoom kept, always white (U15, U16)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.kit.fonts import Type, set_type
from ui.kit.icons import set_icon
from ui.kit.queries import Latest
from ui.kit.theme import colour, tokens
from ui.kit.tokens import PAPER, Space
from ui.kit.tool_tips import plain_tip
from ui.widgets.pdf_pages import PagePictures, PageSize, draw_pages, pixels

MakePdf = Callable[[], bytes]
"""Makes the document's PDF on a reader thread; bound to frozen values only."""

FIT = 0
ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 300)
_PAUSE_MS = 80
_GAP = 16
_SCREEN_DPI = 96
_WHOLE = 100
_SHADOW = 4


class _Wanted(NamedTuple):
    """What a drawing job is for."""

    pdf: bytes
    dots_per_inch: int
    pages: tuple[int, ...]


class DocumentPreview(QWidget):
    """Shows the newest PDF it was given; older ones that come late are dropped.

    Signals:
        crashed: An exception met while making or drawing the PDF: a bug to report.
        drawn: The newest document's visible pages are shown.
    """

    crashed = Signal(object)
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make: MakePdf | None = None
        self._pdf = b""
        self._zoom = FIT
        self.canvas = Canvas()
        self.area = _Area(self.canvas)
        self.area.resized.connect(self._fit)
        self.area.verticalScrollBar().valueChanged.connect(self._draw_missing)
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("tone", "warn")
        self._percent = QLabel()
        self._percent.setTextFormat(Qt.TextFormat.PlainText)
        set_type(self._percent, Type.CAPTION_NUMBER)
        self._buttons = {
            name: self._button(name, act)
            for name, act in (
                ("zoom-out", self.zoom_out),
                ("zoom-in", self.zoom_in),
                ("maximize", self.fit_width),
            )
        }
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._make_now)
        self._latest = Latest(self)
        self._latest.arrived.connect(self._arrived)
        self._latest.refused.connect(self._refused)
        self._latest.crashed.connect(self.crashed)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.setAccessibleName(_("Preview of the document"))
        texts = {"zoom-out": _("Zoom out"), "zoom-in": _("Zoom in"), "maximize": _("Fit to width")}
        for name, text in texts.items():
            self._buttons[name].setAccessibleName(text)
            self._buttons[name].setToolTip(plain_tip(text))

    def show_pdf(self, make: MakePdf) -> None:
        """Show what `make` returns, after a short pause of typing; hidden, wait until it is shown."""
        self._make = make
        if self.isVisible():
            self._pause.start()

    @property
    def zoom(self) -> int:
        """Return the zoom in percent, 0 while the page is fitted to the width."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Set the zoom in percent; 0 fits the width."""
        self._zoom = percent
        self._resize_canvas()
        self._draw_missing()

    def zoom_in(self) -> None:
        """Take the next larger zoom."""
        self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self._percent_shown()), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Take the next smaller zoom."""
        smaller = [zoom for zoom in ZOOMS if zoom < self._percent_shown()]
        self.set_zoom(smaller[-1] if smaller else ZOOMS[0])

    def fit_width(self) -> None:
        """Fit the page to the width."""
        self.set_zoom(FIT)

    def showEvent(self, event: object) -> None:
        """Make what was asked for while the preview was hidden."""
        if self._make is not None:
            self._pause.start()

    def _fit(self) -> None:
        """Fit the pages to another width; only the area knows how wide its inside is."""
        if self._zoom == FIT:
            self._resize_canvas()
            self._draw_missing()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom by keyboard."""
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        zooms = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key in zooms:
            zooms[key]()
        else:
            super().keyPressEvent(event)

    def _make_now(self) -> None:
        make, dots, pages = self._make, self._dots(), self._visible_pages()
        if make is not None:
            self._make = None
            self._latest.ask(lambda: draw_pages(make(), dots, pages))

    def _draw_missing(self) -> None:
        """Draw the pages in sight that are not drawn at this zoom yet."""
        dots = self._dots()
        missing = tuple(page for page in self._visible_pages() if not self.canvas.has(page, dots))
        pdf = self._pdf
        if missing and pdf and not self._pause.isActive():
            self._latest.ask(lambda: draw_pages(pdf, dots, missing))

    def _arrived(self, drawn: PagePictures) -> None:
        self._problem.hide()
        fresh = drawn.pdf != self._pdf
        self._pdf = drawn.pdf
        across, down = self.area.horizontalScrollBar(), self.area.verticalScrollBar()
        kept = across.value(), down.value()
        self.canvas.show_pages(drawn, fresh)
        self._resize_canvas()
        across.setValue(kept[0])
        down.setValue(kept[1])
        self.drawn.emit()
        self._draw_missing()

    def _refused(self, refusal: AppError) -> None:
        self._problem.setText(sentence(refusal))
        self._problem.show()

    def _percent_shown(self) -> int:
        if self._zoom != FIT:
            return self._zoom
        widest = max((size.width for size in self.canvas.sizes), default=5953)
        room = max(100, self.area.viewport().width() - 2 * _GAP)
        return max(10, room * _WHOLE // pixels(widest, _SCREEN_DPI))

    def _dots(self) -> int:
        ratio = self.devicePixelRatioF()
        return max(20, min(600, round(_SCREEN_DPI * self._percent_shown() * ratio / _WHOLE)))

    def _resize_canvas(self) -> None:
        percent = self._percent_shown()
        self._percent.setText(f"{percent} %")
        self.canvas.set_percent(percent, self.area.viewport().width())

    def _visible_pages(self) -> tuple[int, ...]:
        top = self.area.verticalScrollBar().value()
        seen = self.canvas.pages_between(top, top + self.area.viewport().height())
        return seen or (0, 1)

    def _button(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        set_icon(button, name)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        bar.setSpacing(Space.XS)
        bar.addWidget(self._problem, 1)
        bar.addStretch(1)
        bar.addWidget(self._percent)
        for button in self._buttons.values():
            bar.addWidget(button)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.area, 1)


class _Area(QScrollArea):
    """The scrolled pages; tells when there is more or less room for them."""

    resized = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__()
        self.setObjectName("paperground")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the preview itself takes the keys
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(canvas)
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another size."""
        super().resizeEvent(event)
        self.resized.emit()


class Canvas(QWidget):
    """The pages one below the other on the ground of the window; paper is white in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sizes: tuple[PageSize, ...] = ()
        self._images: dict[int, QImage] = {}
        self._dots: dict[int, int] = {}
        self._places: list[QRect] = []
        self._percent = _WHOLE

    def has(self, page: int, dots: int) -> bool:
        """Tell whether a page is drawn at this resolution, or does not exist."""
        return page >= len(self.sizes) or self._dots.get(page) == dots

    def show_pages(self, drawn: PagePictures, fresh: bool) -> None:
        """Take pictures; of another document (`fresh`), the old ones stay until theirs come."""
        self.sizes = drawn.sizes
        if fresh:
            self._dots.clear()
            self._images = {page: image for page, image in self._images.items() if page < len(self.sizes)}
        for picture in drawn.pictures:
            image = QImage(
                picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
            )
            self._images[picture.number] = image.copy()
            self._dots[picture.number] = drawn.dots_per_inch
        self.update()

    def set_percent(self, percent: int, room: int) -> None:
        """Lay the pages out for a zoom in the width there is."""
        self._percent = percent
        dots = _SCREEN_DPI * percent // _WHOLE
        widest = max((pixels(size.width, dots) for size in self.sizes), default=0)
        width = max(room, widest + 2 * _GAP)
        places, top = [], _GAP
        for size in self.sizes:
            paper = QSize(pixels(size.width, dots), pixels(size.height, dots))
            places.append(QRect(QPoint((width - paper.width()) // 2, top), paper))
            top += paper.height() + _GAP
        self._places = places
        self.resize(width, top)
        self.update()

    def pages_between(self, top: int, bottom: int) -> tuple[int, ...]:
        """Return the pages in sight between two heights."""
        return tuple(
            at for at, place in enumerate(self._places) if place.bottom() >= top and place.top() <= bottom
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, shadow and what is drawn so far."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), colour(tokens().sidebar))
        for page, place in enumerate(self._places):
            if not place.adjusted(-_GAP, -_GAP, _GAP, _GAP).intersects(event.rect()):
                continue
            for step in range(_SHADOW, 0, -1):
                painter.fillRect(place.adjusted(-step, -step + 2, step, step + 2), QColor(0, 0, 0, 10))
            painter.fillRect(place, colour(PAPER))
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(place, image)
        painter.end()
