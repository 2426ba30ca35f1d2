"""The dialog: what is asked at the top, options as cards, findings and parts beside, the total below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.configurator.configuration import Configuration
from app.configurator.laying_out import network_of
from app.configurator.model import Model
from app.configurator.network import Network
from app.configurator.tree import Place
from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from ui.configurator.asked_view import AskedView
from ui.configurator.labels import label, set_tone
from ui.configurator.options_view import OptionsView
from ui.configurator.presenter import ConfigurePresenter, PriceOf, Sold
from ui.configurator.rows import Kind, Row
from ui.configurator.side_view import SideView
from ui.configurator.solved import Value
from ui.kit.fonts import Type
from ui.kit.tokens import Space
from ui.widgets.amount_edit import NumberFormat

_WIDTH, _HEIGHT = 1180, 660
_OPTIONS, _SIDE = 760, 380


class ConfigureDialog(QDialog):
    """Puts one bundle together and hands over what was decided, once it is valid.

    Signals:
        taken: The `Configuration`, which is valid.
        crashed: A bug met by the solver.
    """

    taken = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        model: Model | Network,
        configuration: Configuration | None,
        price_of: PriceOf,
        formats: Formats,
        parent: QWidget | None = None,
    ) -> None:
        """Open on a bundle.

        Args:
            model: How the bundle may be configured; laid out already where the caller keeps it.
            configuration: As it was left; None: what the bundle begins with.
            price_of: Prices the parts, after every step.
            formats: How numbers are written.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        network = model if isinstance(model, Network) else network_of(model)
        self.presenter = ConfigurePresenter(network, configuration, price_of, formats, self)
        form = NumberFormat(formats.decimal_sign, formats.group_sign, formats.number, formats.typed)
        self._about: Value | None = None
        self._reached: Place | None = None
        self.title = label(role=Type.HEADING)
        self.asked = AskedView(self.presenter, form)
        self.options = OptionsView(self.presenter, form)
        self.why = label(tone="soft")
        self.side = SideView(self.presenter)
        self.total = label(role=Type.FIGURE)
        self.margin = label(tone="soft")
        self.marked = label(role=Type.CAPTION, tone="warn")
        self.cancel, self.take = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._add_action(QKeySequence.keyBindings(QKeySequence.StandardKey.Undo), self.presenter.undo)
        redo = [QKeySequence("Ctrl+Shift+Z"), *QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)]
        self._add_action(list(dict.fromkeys(redo)), self.presenter.redo)
        self._add_action([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")], self._take)
        self.retranslate()
        self.resize(_WIDTH, _HEIGHT)
        self.options.setFocus()

    def sell(self, sold: Sold) -> None:
        """Say how many are sold and what the products are called."""
        self.presenter.sell(sold)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        self.presenter.retranslate()
        name = self.presenter.naming.product(self.presenter.configuration.sku)
        self.setWindowTitle(_("Configure {product}").format(product=name))
        self.title.setText(self.windowTitle())
        self.total.setAccessibleName(_("Total"))
        self.cancel.setText(_("Cancel"))
        self.take.setText(_("&Take"))
        self.take.setToolTip(_("Ctrl+Return"))
        self._refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.options, 1)
        self.why.setMinimumHeight(2 * self.why.fontMetrics().height() + Space.XS)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.why)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.side)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 1)
        halves.setSizes([_OPTIONS, _SIDE])
        foot = QHBoxLayout()
        foot.setSpacing(Space.M)
        self.total.setWordWrap(False)
        foot.addWidget(self.total)
        foot.addWidget(self.margin)
        foot.addWidget(self.marked, 1)
        self.marked.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cancel.setAutoDefault(False)
        self.take.setAutoDefault(False)
        self.side.mend.setAutoDefault(False)
        self.take.setProperty("kind", "primary")
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        whole.setSpacing(Space.M)
        whole.addWidget(self.title)
        whole.addWidget(self.asked)
        whole.addWidget(halves, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take)
        self.presenter.changed.connect(self._refresh)
        self.presenter.explained.connect(self._explain_value)
        self.presenter.said.connect(self._say)
        self.presenter.crashed.connect(self.crashed)
        self.options.row_reached.connect(self._row_reached)
        self.asked.closed.connect(self._value_wanted)
        self.side.jump_wanted.connect(self._jump)

    def _add_action(self, keys: list[QKeySequence], done: object) -> None:
        action = QAction(self)
        action.setShortcuts(keys)
        action.triggered.connect(done)
        self.addAction(action)

    def _refresh(self) -> None:
        priced, solved = self.presenter.priced, self.presenter.solved
        self.total.setText(priced.total)
        self.margin.setText(priced.margin)
        self.margin.setVisible(bool(priced.margin))
        marked = _("Mend it first: only a valid configuration can be taken.")
        self.marked.setText("" if solved.is_valid else marked)
        self.take.setEnabled(solved.is_valid)

    def _take(self) -> None:
        """Hand over what was decided; what is being typed in a field is taken first."""
        self.take.setFocus()
        if self.presenter.solved.is_valid and not self.presenter.is_waiting:
            self.taken.emit(self.presenter.configuration)
            self.accept()

    def _row_reached(self, row: Row | None) -> None:
        place = None if row is None else row.place
        if self._about is not None and place == self._reached:
            return  # the same row again, after a step: what was asked about a value is still being read
        self._reached = place
        self._about = None
        if row is None:
            self._say("")
        elif row.kind is Kind.NOTE:
            self._say(row.text)
        else:
            self._say(self.options.options.reason(row), "soft")

    def _value_wanted(self, value: Value) -> None:
        self._about = value
        self.presenter.explain([value])
        self._explain_value()

    def _explain_value(self) -> None:
        if self._about is not None:
            self._say(self.presenter.reason(self._about))

    def _say(self, text: str, tone: str = "warn") -> None:
        set_tone(self.why, tone)
        self.why.setText(text)
        self.options.setAccessibleDescription(text)

    def _jump(self, where: str) -> None:
        field = self.asked.fields.get(where)
        if field is not None:
            field.setFocus()
        else:
            self.options.go_to(tuple(where.split("/")))
