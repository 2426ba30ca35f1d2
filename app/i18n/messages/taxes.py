"""Sentences about tax categories and rates: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "taxes.rate_unreadable": (
        "A row of the tax table cannot be read: {field} holds “{value}”. Correct that row."
    ),
}
