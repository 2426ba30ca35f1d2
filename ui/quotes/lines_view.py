"""The lines of the quote: the grid, and under it what can be added or made of a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from app.quotes.lines import LineKind, LineRole
from ui.kit.fonts import Type, font, set_type
from ui.kit.icons import set_icon
from ui.kit.tokens import Space
from ui.kit.tool_tips import plain_tip
from ui.quotes.intents import GridIntents
from ui.quotes.lookups import product_search
from ui.quotes.presenter import QuotePresenter
from ui.quotes.rows import RowMaker, grid_columns
from ui.widgets.grid_rows import CellKind, GridRow, Key
from ui.widgets.line_grid import LineGrid

_MARGIN = "margin"
_CELL_PADDING = 2 * Space.S + Space.XS


class LinesView(QWidget):
    """Shows the rows the presenter's document gives, and turns gestures into its edits.

    Signals:
        line_changed: The key of the line the cursor is on, `None` on the empty last line.
        last_wanted: The lines of the customer's last quote are wanted.
        discount_wanted: The id of a section whose discount is to be set.
    """

    line_changed = Signal(object)
    last_wanted = Signal()
    discount_wanted = Signal(object)

    def __init__(
        self, presenter: QuotePresenter, intents: GridIntents, parent: QWidget | None = None
    ) -> None:
        self._buttons: dict[str, QToolButton] = {}
        self._words_need = 0
        super().__init__(parent)
        self._presenter = presenter
        self._intents = intents
        self._rows = RowMaker(presenter.session.formats)
        self.grid = LineGrid(grid_columns(self._amount_title), intents, product_search(presenter))
        self.grid.create_text = _create_text
        self.grid.search_refused.connect(presenter.refused)
        self.grid.search_crashed.connect(presenter.crashed)
        self.grid.line_changed.connect(self.line_changed)
        self.tools = QWidget()
        self._lay_out()
        self.show_margin(False)
        self.grid.set_editable(presenter.is_editable)
        self.tools.setVisible(presenter.is_editable)
        self.retranslate()
        self.show_quote()
        self.grid.grid_model.refusals_changed.connect(self._keep_refused)
        presenter.changed.connect(self.show_quote)
        presenter.head_changed.connect(self.grid.grid_model.retitle)

    def retranslate(self) -> None:
        """Say the texts in the current language."""
        for key, (text, tip) in _texts().items():
            button = self._buttons[key]
            button.setText(f" {text}")
            button.setAccessibleName(text)
            button.setToolTip(plain_tip(tip))
        self._measure_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons away where they find no room."""
        super().resizeEvent(event)
        self._fit_tools()

    def show_quote(self) -> None:
        """Show the lines as they are now."""
        rows = self._rows.rows(self._presenter.shown)
        self.grid.show_rows(rows)
        self._widen(rows)

    def show_margin(self, shown: bool) -> None:
        """Show or hide the margin of each line."""
        self.grid.setColumnHidden(self.grid.grid_model.column(_MARGIN), not shown)

    def restore_columns(self, state: QByteArray) -> None:
        """Take remembered widths, and whether margins are shown, back."""
        self.grid.restore_header(state)

    @property
    def shows_margin(self) -> bool:
        """Tell whether the margin of each line is shown."""
        return not self.grid.isColumnHidden(self.grid.grid_model.column(_MARGIN))

    @property
    def section(self) -> UUID | None:
        """Return the heading the cursor's line stands under, or is; `None` outside of every section."""
        found: UUID | None = None
        for line in self._presenter.quote.lines:
            found = line.id if line.kind is LineKind.HEADING else found
            if line.id == self.grid.current_key:
                return found
        return found

    def add(self, kind: LineKind) -> None:
        """Add a section, text or subtotal in front of the cursor's line and type into it."""
        key = self._intents.add_kind(kind, self._current)
        self._presenter.seal()
        self.grid.go_to(key, "name")
        if kind is not LineKind.SUBTOTAL:
            self.grid.edit(self.grid.currentIndex())

    def switch_role(self, role: LineRole) -> None:
        """Make the chosen lines optional or alternative, or ordinary again."""
        self._intents.switch_role(self._chosen, role)

    def put_product(self, row: Key | None, product: object) -> None:
        """Put a product that was just made into its line, and type its quantity."""
        from app.catalog.product import Product

        if isinstance(product, Product):
            self._intents.put(row, product)
            last = self._presenter.quote.lines[-1].id
            self.grid.type_into(last if row is None else row)

    def _keep_refused(self) -> None:
        texts = self.grid.grid_model.refusals
        found = {f"lines[{key}].{column}": refused for (key, column), refused in texts.items()}
        self._presenter.keep_refused("lines", found)

    @property
    def _current(self) -> UUID | None:
        key = self.grid.current_key
        return key if isinstance(key, UUID) else None

    @property
    def _chosen(self) -> list[Key]:
        model = self.grid.grid_model
        rows = sorted({index.row() for index in self.grid.selectedIndexes()})
        keys = [model.key(row) for row in rows] or [self._current]
        return [key for key in keys if key is not None]

    def _amount_title(self) -> str:
        code = self._presenter.quote.currency.code
        text = _("Gross ({currency})") if self._presenter.priced.gross else _("Net ({currency})")
        return text.format(currency=code)

    def _widen(self, rows: Sequence[GridRow]) -> None:
        """Make room for the longest number of each column: a number that is cut off is a wrong number."""
        metrics = QFontMetrics(font(Type.NUMBER_STRONG))
        for at, column in enumerate(self.grid.grid_model.columns):
            if column.kind is not CellKind.NUMBER or self.grid.isColumnHidden(at):
                continue
            longest = max((row.cells[at] for row in rows), key=len, default="")
            words = max(longest, column.title(), key=len)
            needed = metrics.horizontalAdvance(words) + _CELL_PADDING
            if needed > self.grid.columnWidth(at):
                self.grid.setColumnWidth(at, needed)

    def refit(self) -> None:
        """Measure words and numbers again: the theme has another size."""
        self._measure_tools()
        self._widen(self.grid.grid_model.rows)

    def _measure_tools(self) -> None:
        """Learn how much room the buttons need with their words."""
        for button in self._buttons.values():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._words_need = sum(button.sizeHint().width() + Space.XS for button in self._buttons.values())
        self._fit_tools()

    def _fit_tools(self) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if self._words_need > self.width():
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    def _lay_out(self) -> None:
        acts: dict[str, tuple[str, Callable[[], object]]] = {
            "section": ("heading", lambda: self.add(LineKind.HEADING)),
            "text": ("type", lambda: self.add(LineKind.TEXT)),
            "subtotal": ("sigma", lambda: self.add(LineKind.SUBTOTAL)),
            "optional": ("circle-dashed", lambda: self.switch_role(LineRole.OPTIONAL)),
            "alternative": ("split", lambda: self.switch_role(LineRole.ALTERNATIVE)),
            "discount": ("badge-percent", lambda: self.discount_wanted.emit(self.section)),
            "last": ("history", self.last_wanted.emit),
        }
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for key, (name, act) in acts.items():
            button = QToolButton()
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            set_icon(button, name)
            set_type(button, Type.CAPTION)
            button.clicked.connect(act)
            row.addWidget(button)
            self._buttons[key] = button
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self.grid, 1)
        column.addWidget(self.tools)


def _create_text(name: str) -> str:
    return _("Create product “{name}”").format(name=name)


def _texts() -> dict[str, tuple[str, str]]:
    """Return word and tool tip of each button."""
    return {
        "section": (_("Section"), _("Add a section with its own subtotal (Ctrl+H)")),
        "text": (_("Text"), _("Add a line of text (Ctrl+Shift+T)")),
        "subtotal": (_("Subtotal"), _("Add a subtotal of the lines above (Ctrl+Shift+U)")),
        "optional": (_("Optional"), _("Offer the line beside the total (Ctrl+Shift+O)")),
        "alternative": (_("Alternative"), _("Offer the line in place of another (Ctrl+Shift+A)")),
        "discount": (_("Section discount"), _("Set the discount of the whole section")),
        "last": (_("Last items"), _("Add the lines of this customer’s last quote (Ctrl+Shift+H)")),
    }
