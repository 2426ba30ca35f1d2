"""Sentences about quotes: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "quotes.not_editable": (
        "This quote can no longer be changed: it is {state}. Revise it to make the next revision,"
        " or copy it into a new quote."
    ),
}
