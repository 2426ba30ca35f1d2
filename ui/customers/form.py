"""The form of a customer: labels on the left, boxes on the right, in the order they are read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n.translations import gettext as _
from ui.customers.typed import TypedCustomer
from ui.kit.tokens import Space
from ui.shell.record_page import RecordForm

_LINES = 3
_STREET = ("street",)
_LONG = ("notes",)


class CustomerForm(RecordForm[TypedCustomer]):
    """The boxes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = TypedCustomer()
        self._boxes: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.consumer = QCheckBox(_("Buys as a person, not as a business"))
        self.active = QCheckBox(_("Active: new quotes may be made for them"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, label in _fields():
            form.addRow(label, self._box(name, label))
        for flag in (self.consumer, self.active):
            form.addRow("", flag)
            flag.toggled.connect(self.edited)
        column.addLayout(form)
        column.addStretch(1)

    def show_typed(self, typed: TypedCustomer) -> None:
        """Put a customer's facts into the boxes."""
        self._shown = typed
        self.blockSignals(True)
        for name, box in self._boxes.items():
            text = getattr(typed, name)
            if isinstance(box, QPlainTextEdit):
                box.setPlainText(text)
            else:
                box.setText(text)
        self.consumer.setChecked(typed.is_consumer)
        self.active.setChecked(typed.active)
        self.blockSignals(False)

    def typed(self) -> TypedCustomer:
        """Return what stands in the boxes."""
        texts = {
            name: box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
            for name, box in self._boxes.items()
        }
        return replace(
            self._shown, **texts, is_consumer=self.consumer.isChecked(), active=self.active.isChecked()
        )

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self._boxes["name"].setFocus()

    def focus_field(self, field: str) -> bool:
        """Put the cursor into the box of a refused field, ``customer.email``; tell whether it is here."""
        last = field.rpartition(".")[2].partition("[")[0]
        box = self._boxes.get({"lines": "street", "tax_ids": "tax_id"}.get(last, last))
        if box is not None:
            box.setFocus()
        return box is not None

    def _box(self, name: str, label: str) -> QLineEdit | QPlainTextEdit:
        box: QLineEdit | QPlainTextEdit
        if name in (*_STREET, *_LONG):
            box = QPlainTextEdit()
            box.setTabChangesFocus(True)
            box.setProperty("lines", str(_LINES))  # the style sheet gives it the room
            box.textChanged.connect(self.edited)
        else:
            box = QLineEdit()
            box.textEdited.connect(self.edited)
        box.setAccessibleName(label)
        self._boxes[name] = box
        return box


def _fields() -> tuple[tuple[str, str], ...]:
    return (
        ("name", _("Name")),
        ("reference", _("Number")),
        ("person", _("Contact")),
        ("email", _("E-mail")),
        ("phone", _("Telephone")),
        ("street", _("Street")),
        ("postcode", _("Postcode")),
        ("city", _("Town")),
        ("country", _("Country")),
        ("subdivision", _("State or region")),
        ("tax_id", _("VAT id or tax number")),
        ("language", _("Language of papers")),
        ("currency", _("Currency")),
        ("price_book", _("Price book")),
        ("payment_terms", _("Payment terms")),
        ("buyer_reference", _("Their reference")),
        ("notes", _("Notes, never printed")),
    )
