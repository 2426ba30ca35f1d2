"""The options as Qt's views see them, and as a screen reader says them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.configurator.tree import Place
from app.i18n.translations import gettext as _
from app.kernel.findings import Severity
from ui.configurator.presenter import ConfigurePresenter
from ui.configurator.rows import Kind, Row
from ui.kit.tool_tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class OptionModel(QAbstractListModel):
    """One row for each heading, option and note; painted by the view's delegate."""

    def __init__(self, presenter: ConfigurePresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.rows = presenter.rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that options and notes can be reached, closed ones too: their reason is read there."""
        if self.rows[index.row()].kind is Kind.HEADING:
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        is_chosen = self.rows[index.row()].amount is not None
        return flags | Qt.ItemFlag.ItemIsEditable if is_chosen else flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> str | None:
        """Return the name, the whole row as a sentence for screen readers, the reason as tool tip."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ROLE.DisplayRole:
            return row.text
        if role == _ROLE.AccessibleTextRole:
            return said_of(row, self.reason(row))
        if role == _ROLE.ToolTipRole:
            return plain_tip(self.reason(row) or "") or None
        return None

    def reason(self, row: Row) -> str:
        """Return why an option is closed; empty where it is not."""
        return self._presenter.reason(row.place) if row.closed else ""

    def at(self, place: Place) -> QModelIndex:
        """Return the row of an option, or the first of a feature's card; invalid where it is not shown."""
        for number, row in enumerate(self.rows):
            if row.kind is not Kind.HEADING and (row.place == place or row.place[:-1] == place):
                return self.index(number)
        return QModelIndex()

    def refresh(self) -> bool:
        """Take over what the presenter shows; tell whether rows came or went."""
        before, self_rows = self.rows, self._presenter.rows
        if [row.place for row in before] != [row.place for row in self_rows]:
            self.beginResetModel()
            self.rows = self_rows
            self.endResetModel()
            return True
        self.rows = self_rows
        for number, (old, new) in enumerate(zip(before, self_rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number), self.index(number))
        return False


def said_of(row: Row, reason: str) -> str:
    """Return a row as a screen reader says it: name, state, quantity, reason."""
    if row.kind is Kind.HEADING:
        return f"{row.text}, {row.detail}"
    said = [row.text]
    if row.kind is Kind.OPTION:
        said.append(_("chosen") if row.chosen else _("not open") if row.closed else _("not chosen"))
    if row.quantity:
        said.append(_("quantity {quantity}").format(quantity=row.quantity))
    if mark := mark_of(row):
        said.append(mark)
    if row.severity is Severity.BLOCKER:
        said.append(_("blocker"))
    return ", ".join([*said, reason] if reason else said)


def mark_of(row: Row) -> str:
    """Return why an option is there without the person: part of the bundle, chosen by a rule; else empty."""
    if row.fixed and row.chosen:
        return _("always part of it")
    return _("added by a rule") if row.by_rule else ""
