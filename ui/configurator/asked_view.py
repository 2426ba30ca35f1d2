"""What is asked about the configuration itself: a choice, a number, yes or no, a text, each in its field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.catalog.attribute import Attribute, AttributeKind, AttributeValue
from app.configurator.model import AskedAttribute
from app.i18n.translations import gettext as _
from ui.configurator.labels import label
from ui.configurator.presenter import ConfigurePresenter
from ui.configurator.solved import Value
from ui.configurator.words import choices_of
from ui.kit.fonts import Type
from ui.kit.theme import colour, tokens
from ui.kit.tokens import Space
from ui.kit.tool_tips import plain_tip
from ui.widgets.amount_edit import AmountEdit, NumberFormat, Range

_IN_A_ROW = 4
_LONGEST = 200
_ROLE = Qt.ItemDataRole


class ChoiceField(QComboBox):
    """One of a few values; those not open can be walked to and say why.

    Signals:
        told: The value taken, `None` for nothing said.
        closed: The `Value` that was wanted and cannot be had.
    """

    told = Signal(object)
    closed = Signal(object)

    def __init__(self, presenter: ConfigurePresenter, attribute: Attribute) -> None:
        super().__init__()
        self._presenter = presenter
        self._attribute = attribute
        self._values: tuple[str | bool | None, ...] = ()
        self.setMinimumContentsLength(8)
        self.activated.connect(self._activated)
        self.show_value()

    def show_value(self) -> None:
        """Show the values, which of them are open, and what is said."""
        texts = dict(self._offered())
        if tuple(texts) != self._values:
            self._values = tuple(texts)
            self.clear()
            self.addItems(list(texts.values()))
        for at, (value, text) in enumerate(texts.items()):
            is_closed = value is not None and not self._can_be(value)
            self.setItemText(at, _("{value} – not open").format(value=text) if is_closed else text)
            ink = QBrush(colour(tokens().text_faint)) if is_closed else None
            self.setItemData(at, ink, _ROLE.ForegroundRole)
        said = self._presenter.configuration.values.get(self._attribute.code)
        self.setCurrentIndex(self._values.index(said) if said in self._values else 0)
        self.show_reasons()

    def show_reasons(self) -> None:
        """Put the reason on every value that is not open."""
        for at, value in enumerate(self._values):
            if value is not None:
                reason = self._presenter.reason(Value(self._attribute.code, value))
                self.setItemData(at, plain_tip(reason) or None, _ROLE.ToolTipRole)

    def showPopup(self) -> None:
        """Open the list and have the reasons of what is closed worked out."""
        asked = (Value(self._attribute.code, value) for value in self._values if value is not None)
        self._presenter.explain(one for one in asked if not self._can_be(one.value))
        super().showPopup()

    def _offered(self) -> Iterator[tuple[str | bool | None, str]]:
        yield None, _("Not said")
        if self._attribute.kind is AttributeKind.YES_NO:
            yield True, _("Yes")
            yield False, _("No")
        yield from choices_of(self._attribute)

    def _can_be(self, value: str | bool) -> bool:
        said = self._presenter.configuration.values.get(self._attribute.code)
        return value == said or self._presenter.solved.can_be(self._attribute.code, value)

    def _activated(self, at: int) -> None:
        value = self._values[at]
        if value is None or self._can_be(value):
            self.told.emit(value)
        else:
            self.show_value()
            self.closed.emit(Value(self._attribute.code, value))


class AskedView(QWidget):
    """The fields, a few in a row, in the order in which they are asked.

    Signals:
        closed: The `Value` somebody wanted and cannot have.
    """

    closed = Signal(object)

    def __init__(
        self, presenter: ConfigurePresenter, form: NumberFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._form = form
        self.fields: dict[str, QWidget] = {}
        self._captions: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for at, asked in enumerate(presenter.network.model.attributes):
            grid.addWidget(self._cell(asked), at // _IN_A_ROW, at % _IN_A_ROW)
        for column in range(_IN_A_ROW):
            grid.setColumnStretch(column, 1)
        self.setVisible(bool(self.fields))
        presenter.changed.connect(self.refresh)
        presenter.explained.connect(self._show_reasons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names of what is asked in the current language."""
        for code, caption in self._captions.items():
            name = self._presenter.naming.attribute(code)
            required = self._presenter.network.model.asked[code].required
            caption.setText(_("{attribute} (needed)").format(attribute=name) if required else name)
            self.fields[code].setAccessibleName(caption.text())
        self.refresh()

    def refresh(self) -> None:
        """Show what is said now; what is being typed is left alone."""
        for code, field in self.fields.items():
            said = self._presenter.configuration.values.get(code)
            if isinstance(field, ChoiceField):
                field.show_value()
            elif isinstance(field, AmountEdit):
                if not (field.hasFocus() and field.isModified()):
                    field.show_amount(None if isinstance(said, str | bool) else said)
            elif isinstance(field, QLineEdit) and not (field.hasFocus() and field.isModified()):
                field.setText(said if isinstance(said, str) else "")

    def _show_reasons(self) -> None:
        for field in self.fields.values():
            if isinstance(field, ChoiceField):
                field.show_reasons()

    def _cell(self, asked: AskedAttribute) -> QWidget:
        code = asked.attribute.code
        field = self._field(asked.attribute)
        caption = label(role=Type.CAPTION, tone="soft")
        caption.setBuddy(field)
        self.fields[code], self._captions[code] = field, caption
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(caption)
        column.addWidget(field)
        return cell

    def _field(self, attribute: Attribute) -> QWidget:
        code = attribute.code

        def tell(value: AttributeValue | None) -> None:
            self._presenter.tell(code, value)

        if attribute.kind is AttributeKind.NUMBER:
            number = AmountEdit(self._form, Range(attribute.decimals, attribute.low, attribute.high))
            number.amount_changed.connect(tell)
            return number
        if attribute.kind is AttributeKind.TEXT:
            text = QLineEdit()
            text.setMaxLength(_LONGEST)
            text.editingFinished.connect(lambda: tell(text.text().strip() or None))
            return text
        choice = ChoiceField(self._presenter, attribute)
        choice.told.connect(tell)
        choice.closed.connect(self.closed)
        return choice
