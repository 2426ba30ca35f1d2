"""Date fields of the quote in the reader's figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.i18n.formats import Formats
from ui.quotes.forms import is_typed_in
from ui.widgets.date_edit import DateEdit
from ui.widgets.typed_dates import Order

_PROBE = date(2001, 11, 22)


def date_field(formats: Formats, base: Callable[[], date]) -> DateEdit:
    """Return an empty date field.

    Args:
        formats: How the reader writes dates.
        base: The date that ``+30`` counts from.
    """
    return DateEdit(formats.date_short, base, order_of(formats))


def show_day(field: DateEdit, day: date | None) -> None:
    """Show a date, unless the person is in the middle of typing one."""
    if not is_typed_in(field):
        field.show_date(day)


def order_of(formats: Formats) -> Order:
    """Return whether the reader writes the day or the month first."""
    written = formats.date_short(_PROBE)
    return Order.MONTH_FIRST if written.find("11") < written.find("22") else Order.DAY_FIRST
