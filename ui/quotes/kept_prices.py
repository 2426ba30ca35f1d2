"""What is said when a quote changes its currency and some of its prices were typed by hand."""

from __future__ import annotations

from app.i18n.translations import ngettext
from app.quotes.quote import Quote


def kept_prices(before: Quote, after: Quote) -> str:
    """Return what to look at after an edit: typed prices are numbers of another currency now; or nothing."""
    count = sum(line.unit_price is not None for line in after.product_lines)
    if before.currency == after.currency or not count:
        return ""
    return ngettext(
        "{n} typed price was kept and is in {currency} now; check it.",
        "{n} typed prices were kept and are in {currency} now; check them.",
        count,
    ).format(n=count, currency=after.currency.code)
