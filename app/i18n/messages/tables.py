"""All sentences in one table, from the tables of the nouns."""

from app.i18n.messages import (
    access,
    billing,
    catalog,
    company,
    configurator,
    contracts,
    customers,
    documents,
    exchange,
    formulas,
    kernel,
    orders,
    payments,
    pricing,
    quotes,
    services,
    store,
    taxes,
    ui,
)
from app.i18n.messages.field_names import FIELDS

_NOUNS = (
    access,
    billing,
    catalog,
    company,
    configurator,
    contracts,
    customers,
    documents,
    exchange,
    formulas,
    kernel,
    orders,
    payments,
    pricing,
    quotes,
    services,
    store,
    taxes,
    ui,
)

SENTENCES: dict[str, str] = {code: text for noun in _NOUNS for code, text in noun.SENTENCES.items()}

WORDS: dict[str, str] = {
    "draft": "a draft",
    "in_approval": "in approval",
    "approved": "approved",
    "sent": "sent",
    "accepted": "accepted",
    "declined": "declined",
    "expired": "expired",
    "superseded": "superseded",
    "withdrawn": "withdrawn",
    "issued": "issued",
    "paid": "paid",
    "part_paid": "partly paid",
    "overdue": "overdue",
    "written_off": "written off",
    "active": "active",
    "ended": "ended",
    "cancelled": "cancelled",
    "reversed": "reversed",
    **FIELDS,
}
"""States, kinds and fields as they stand inside a sentence; every other text is shown as it was given."""
